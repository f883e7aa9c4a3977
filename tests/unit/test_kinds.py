"""The table of kinds: what clauses of the news name, and what only looks like it."""

from __future__ import annotations

import pytest

from timeline.events.kinds import _TABLE, VAGUE_KINDS, Kinds, kinds_of, opposed
from timeline.german.clause_words import words_of
from timeline.german.feasts import NAMES


def kinds(text: str) -> Kinds:
    return kinds_of([word.lower for word in words_of(text)])


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Der Finanzminister warf entnervt das Handtuch", "rücktritt"),
        ("Der Klubchef nahm seinen Hut", "rücktritt"),
        ("Die Ministerin reichte ihre Demission ein", "rücktritt"),
        ("Die Aufsichtsräte haben den Bahnchef geschasst", "entlassung"),
        ("Der Polizeichef wurde seines Amtes enthoben", "entlassung"),
        ("Der Autobauer streicht 2000 Jobs", "stellenabbau"),
        ("Der Bundesrat wurde angelobt", "vereidigung"),
        ("Der Stadtrat gab grünes Licht für den Radweg", "genehmigung"),
        ("Das Parlament winkte den Nachtragshaushalt durch", "genehmigung"),
        ("Der Souverän hiess die Vorlage gut", "abstimmung"),
        ("Der Antrag fand im Stadtrat keine Mehrheit", "ablehnung"),
        ("Das Kantonsparlament schmetterte den Vorstoß ab", "ablehnung"),
        ("Die Regierung verbietet Einweggeschirr", "verbot"),
        ("Das Abkochgebot wurde aufgehoben", "aufhebung"),
        ("Der Minister machte einen Rückzieher", "rücknahme"),
        ("Das Kaufhaus macht für immer dicht", "schließung"),
        ("Der Bäcker im Ort macht zu", "schließung"),
        ("Der Konzern dreht dem Werk den Hahn zu", "schließung"),
        ("Die Ministerin weihte die Brücke ein", "eröffnung"),
        ("Die Polizei riegelte die Innenstadt ab", "sperrung"),
        ("Die Autos rollen wieder über die Brücke", "freigabe"),
        ("Bei der Müllabfuhr ruht die Arbeit", "streik"),
        ("Unterhändler beider Seiten setzten sich an einen Tisch", "gesprächsaufnahme"),
        ("Die Arbeitgeber ließen die Gespräche platzen", "gesprächsabbruch"),
        ("Beide Seiten haben sich zusammengerauft", "einigung"),
        ("Die Arbeitgeber legten ein neues Angebot vor", "angebot"),
        ("Die Tinte unter dem Kontrakt ist trocken", "vertrag"),
        ("Am Flughafen klickten die Handschellen", "festnahme"),
        ("Der Verdächtige ist wieder auf freiem Fuß", "freilassung"),
        ("Gegen Kaution durfte der Manager gehen", "kaution"),
        ("Taucher suchten den See nach dem Jungen ab", "suche"),
        ("Die Vermisste wurde tot aufgefunden", "leichenfund"),
        ("Fahnder filzten die Büros der Baufirma", "durchsuchung"),
        ("Der Staatsanwalt forderte zehn Jahre Haft", "plädoyer"),
        ("Der Täter muss lebenslang ins Gefängnis", "urteil"),
        ("Die Anwälte legten Revision ein", "beschwerde"),
        ("Die Umweltschützer ziehen vor den Kadi", "klage"),
        ("Zwei Autos krachten ineinander", "unfall"),
        ("Der Fahrer verlor die Kontrolle über seinen Wagen", "unfall"),
        ("Zwei Kinder ertranken im Baggersee", "tod"),
        ("Der Angeklagte hatte überraschend gestanden", "aussage"),
        ("Die Pfleger erhielten ihr Insolvenzgeld", "auszahlung"),
        ("Der Kurzarbeiterlohn soll ausgezahlt werden", "auszahlung"),
        ("Die Verteidigerin hat einen Freispruch gefordert", "plädoyer"),
        ("Der Anwalt hält die Richterin für befangen", "befangenheit"),
        ("Die Probe des Chores entfällt", "absage"),
        ("Die Firma stellt den Betrieb ein", "schließung"),
        ("Die Halle wurde ein Raub der Flammen", "brand"),
        ("Unbekannte jagten einen Geldautomaten in die Luft", "explosion"),
        ("Die Decke gab nach", "einsturz"),
        ("Eine Jolle kenterte auf dem See", "untergang"),
        ("Ein Kran hievte das Wrack an Land", "bergung"),
        ("Der Bach trat über die Ufer", "hochwasser"),
        ("Ein Schneebrett ging nieder", "lawine"),
        ("Fachleute entnahmen dem Bach Proben", "probe"),
        ("Im Trinkwasser wurden Keime nachgewiesen", "laborbefund"),
        ("Auf dem Kanal trieb ein Ölfilm", "verunreinigung"),
        ("Die Bürgermeisterin enthüllte eine Gedenktafel", "denkmalenthüllung"),
        ("Der Altbürgermeister wurde zu Grabe getragen", "beisetzung"),
        ("Winzer machten ihrem Unmut Luft", "demonstration"),
        ("Klimaaktivisten klebten sich auf der Straße fest", "blockade"),
        ("Der Discounter nahm die Ware aus den Regalen", "rückruf"),
        ("Der Modekonzern schlüpft unter den Schutzschirm", "insolvenz"),
        ("Der Veranstalter blies das Konzert ab", "absage"),
        ("Der Spatenstich wird auf den Herbst verlegt", "verschiebung"),
        ("Das Haus wurde dem Erdboden gleichgemacht", "abriss"),
        ("Ein Wolf riss acht Schafe", "tierangriff"),
        ("Ein Mann stach auf Passanten ein", "gewalttat"),
        ("Bewaffnete überfielen einen Geldtransporter", "überfall"),
    ],
)
def test_a_clause_names_its_kind(clause: str, kind: str) -> None:
    assert kind in kinds(clause)


@pytest.mark.parametrize(
    "words",
    [
        "Fahrzeuge",
        "Norden",
        "Schüsseln",
        "Besucherinnen",
        "Straßenreinigung",
        "Bürgervereinigung",
        "Vorurteile",
        "unglücklicherweise",
        "Geburtstag",
        "schlichtweg",
        "ausverkauft",
        "aufgeräumt",
        "aufgeschlossen",
        "schimpfte",
        "Flohmarkt",
        "verschieden",
        "lecker",
        "Der Schaden betrug zwei Millionen Euro",
        "Er brachte einen neuen Namen ins Spiel",
        "Wie das Amt feststellte, steht das fest",
        "Das geht auf das Jahr 1900 zurück",
        "Der Bus stand auf dem Platz",
        "Sie ist Feuer und Flamme",
        "Mit Einbruch der Dunkelheit",
        "Die Zahl ist gesunken",
        "Sie ließ keine andere Wahl",
        "Er verpflichtete sich zum Schweigen",
        "Dicht besiedelt",
    ],
)
def test_innocent_words_name_nothing(words: str) -> None:
    assert not kinds(words)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Der Verband schickte eine dürre Mitteilung", "hitze"),
        ("Der Klub gab die Trennung von Trainer Kolb bekannt", "scheidung"),
        ("Die Initiative Rettet den Anger übergab die Listen", "rettung"),
        ("Der Fahrer wurde ins Spital eingeliefert", "lieferung"),
        ("Die Wirtin und ihr Mann sperren wieder auf", "sperrung"),
        ("Dem Vernehmen nach bleibt die Halle leer", "aussage"),
        ("Helfer haben die Umkleiden desinfiziert", "krankheit"),
        ("Der Stürmer feierte einen geglückten Einstand", "fest"),
        ("Das Bündnis hat im Landtag keine Mehrheit", "ablehnung"),
        ("Ihre Nachfolgerin lobte die Feuerwehr", "ernennung"),
    ],
)
def test_a_word_in_another_sense_does_not_name_the_kind(clause: str, kind: str) -> None:
    assert kind not in kinds(clause)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Die Dürre hat den Mais vernichtet", "hitze"),
        ("Der Klub gab die Trennung von Trainer Kolb bekannt", "entlassung"),
        ("Das Ehepaar gab seine Trennung bekannt", "scheidung"),
        ("Ein Bergführer rettete zwei Wanderer", "rettung"),
        ("Das Gasthaus sperrte im Mai wieder auf", "eröffnung"),
        ("Die Richterin vernahm den Zeugen", "aussage"),
        ("40 Schüler haben sich infiziert", "krankheit"),
        ("Das Dorf feiert sein Jubiläum", "fest"),
        ("Der Antrag der Grünen fand keine Mehrheit", "ablehnung"),
        ("Der Rat wählte sie zur Nachfolgerin des Kämmerers", "ernennung"),
        ("Das Werk setzte 44 Millionen Euro um", "bilanz"),
        ("Im Frühjahr fahren die Bagger auf", "grundsteinlegung"),
    ],
)
def test_and_in_its_own_sense_it_does(clause: str, kind: str) -> None:
    assert kind in kinds(clause)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Das Amt nahm Proben am See", "Das Amt sperrte den See"),
        ("Die Verhandlungen haben begonnen", "Die Verhandlungen sind gescheitert"),
        ("Das Schiff sank im Hafen", "Das Schiff wurde gehoben"),
        ("Die Anklage forderte fünf Jahre Haft", "Das Gericht verhängte fünf Jahre Haft"),
        ("Der Angeklagte gestand die Tat", "Der Angeklagte wurde verurteilt"),
        ("Der Verband reichte Klage ein", "Das Gericht wies die Klage ab"),
        ("Die Stadt eröffnete das Museum", "Das Gericht eröffnete das Verfahren"),
        ("Der Trainer wurde entlassen", "Der Verein stellte den neuen Trainer vor"),
    ],
)
def test_what_a_reader_keeps_apart_shares_no_kind(first: str, second: str) -> None:
    assert not kinds(first) & kinds(second) - VAGUE_KINDS


def test_start_and_end_of_talks_are_opposed() -> None:
    assert opposed(kinds("Beide Seiten nahmen Gespräche auf"), kinds("Die Gespräche sind geplatzt"))


def test_a_feast_is_a_feast_and_nothing_else() -> None:
    named = {word: kinds(word) - {"fest"} for word in NAMES}
    assert not {word: found for word, found in named.items() if found}


def test_a_phrase_can_take_a_kind_back() -> None:
    assert "eröffnung" in kinds("Der Präsident eröffnete die Brücke")
    assert "eröffnung" not in kinds("Der Soldat eröffnete sofort das Feuer")


def test_the_sections_name_kinds_that_have_words() -> None:
    named = {
        kind for table in (_TABLE.stems, _TABLE.whole) for found in table.values() for kind in found
    }
    named |= {kind for found in _TABLE.phrases.values() for kind, _ in found}
    paired = frozenset[str]().union(*_TABLE.opposites, *_TABLE.neighbours)
    assert paired | VAGUE_KINDS | _TABLE.not_in.keys() | _TABLE.not_with.keys() <= named
    assert not _TABLE.opposites & _TABLE.neighbours


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Seit dem Morgen ist der Fluss tot", "tod"),
        ("Kündigungen schloss der Vorstand aus", "entlassung"),
        ("Es wird keine Entlassungen geben", "entlassung"),
        ("Der Austritt der Säure blieb unbemerkt", "austritt"),
        ("Ein Sanierungsexperte unterstützt die Leitung", "umbau"),
        ("Die Bücherei soll geöffnet bleiben", "eröffnung"),
        ("Die Probe des Chores entfällt", "aufhebung"),
        ("Der Betriebsleiter hat ein Geständnis abgelegt", "schließung"),
        ("Der Wagen hatte am Bahnhof gestanden", "aussage"),
        ("Der Betrieb hatte drei Wochen gestanden", "aussage"),
        ("Der Anwalt hat eine Bewährungsstrafe gefordert", "haftstrafe"),
        ("Tausende kamen auf den Marktplatz", "technik"),
        ("Der Antrag auf Eröffnung des Verfahrens liegt vor", "eröffnung"),
    ],
)
def test_what_is_denied_or_only_an_image_is_no_such_kind(clause: str, kind: str) -> None:
    assert kind not in kinds(clause)
