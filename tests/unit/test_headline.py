"""Headlines an editor would let pass, from sentences of many shapes."""

from __future__ import annotations

import re

import pytest
from events_samples import headline_of
from headline_rules import faults_of
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.events.headlines.fallbacks import title_headline
from timeline.events.headlines.shortening import LONGEST, shorten

CASES: list[tuple[str, str, str]] = [
    # the date in front: the verb goes back into second place
    ("Am Montag brannte die Mühle ab.", "Am Montag", "Die Mühle brannte ab"),
    (
        "Am Montag hat der Rat der Stadt Moosau den Etat beschlossen.",
        "Am Montag",
        "Der Rat der Stadt Moosau hat den Etat beschlossen",
    ),
    (
        "Tags darauf zogen 300 Wirte vor das Rathaus.",
        "Tags darauf",
        "300 Wirte zogen vor das Rathaus",
    ),
    (
        "Am Montag trafen sich die Fischer im Hafen.",
        "Am Montag",
        "Die Fischer trafen sich im Hafen",
    ),
    ("Am Montag wurde gesungen und getanzt.", "Am Montag", "Gesungen und getanzt wurde"),
    # the date inside
    ("Die Mühle brannte am Montag ab.", "am Montag", "Die Mühle brannte ab"),
    ("Die Mühle brannte bereits am Montag ab.", "Montag", "Die Mühle brannte ab"),
    ("Der Steg ist seit Montag gesperrt.", "seit Montag", "Der Steg ist gesperrt"),
    ("Und am Montag kam der Zirkus nach Moosau.", "am Montag", "Der Zirkus kam nach Moosau"),
    # frames and fillers
    (
        "Nach Angaben der Polizei stürzte am Montag ein Kran um.",
        "am Montag",
        "Ein Kran stürzte um",
    ),
    ("Laut Wetterdienst fiel am Montag Schnee in Moosau.", "am Montag", "Schnee fiel in Moosau"),
    ("MOOSAU. Am Montag brannte die Mühle ab.", "Am Montag", "Die Mühle brannte ab"),
    ("Moosau (abc) - Die Mühle brannte am Montag ab.", "am Montag", "Die Mühle brannte ab"),
    ("+++ Update: Die Mühle ist am Montag abgebrannt.", "am Montag", "Die Mühle ist abgebrannt"),
    # subordinate clauses
    (
        "Der Steg blieb zu, weil Taucher am Montag Risse im Holz fanden.",
        "am Montag",
        "Taucher fanden Risse im Holz",
    ),
    (
        "Nachdem das Gericht am Montag die Klage abgewiesen hatte, atmete das Dorf auf.",
        "am Montag",
        "Das Gericht hat die Klage abgewiesen",
    ),
    ("Alle hoffen, dass am Montag der Kran ankommt.", "am Montag", "Der Kran kommt an"),
    # relative clauses
    (
        "Der Rat stützt sich auf ein Gutachten, das am Montag vorgelegt wurde.",
        "am Montag",
        "Das Gutachten wurde vorgelegt",
    ),
    (
        "Streit gibt es um den Vertrag, den die Wirte am Montag unterschrieben.",
        "am Montag",
        "Die Wirte unterschrieben den Vertrag",
    ),
    # reports
    (
        "Am Montag meldete das Amt, dass zwei Boote gesunken seien.",
        "Am Montag",
        "Amt: Zwei Boote seien gesunken",
    ),
    (
        "Am Montag wurde bekannt, dass zwei Boote gesunken sind.",
        "Am Montag",
        "Zwei Boote sind gesunken",
    ),
    # an infinitive that the verb needs, and one that has the date
    (
        "Am Montag hatte der Wirt versucht, den Ofen selbst zu löschen.",
        "Am Montag",
        "Der Wirt hat versucht, den Ofen selbst zu löschen",
    ),
    ("Das Dorf hofft, den Neubau am Montag freizugeben.", "am Montag", "Neubau freigeben"),
    # shared subjects
    (
        "Die Fähre legte um acht ab und kenterte am Montag vor Moosau.",
        "am Montag",
        "Die Fähre kenterte vor Moosau",
    ),
    # a participle before its noun, a date the verb needs, words that belong together
    ("Die 1998 gebaute „Alke“ fährt wieder.", "1998", "„Alke“ gebaut"),
    ("Neuer Termin ist der 17. November.", "17. November", "Neuer Termin ist der 17. November"),
    (
        "Am Montag zeigten die Ermittler Bilder der Tat.",
        "Am Montag",
        "Die Ermittler zeigten Bilder der Tat",
    ),
    (
        "Am Montag berieten die Wirte aller Dörfer.",
        "Am Montag",
        "Die Wirte aller Dörfer berieten",
    ),
    (
        "Am Montag kam die letzte Gondel, geschmückt mit Laub.",
        "Am Montag",
        "Die letzte Gondel kam geschmückt mit Laub",
    ),
    (
        "Der Pelikan ist alt, hat Gicht und lebt seit Mai in Moosau.",
        "seit Mai",
        "Der Pelikan lebt in Moosau",
    ),
    (
        "Das Fest, das im Mai hätte beginnen sollen, fällt aus.",
        "im Mai",
        "Das Fest hätte beginnen sollen",
    ),
    # what comes first is no subject
    ("Beendet wurde der Streik am Montag.", "am Montag", "Der Streik wurde beendet"),
    ("Bekannt gegeben wurde der Fund am Montag.", "am Montag", "Der Fund wurde bekannt gegeben"),
    ("Entkommen war der Pelikan am Montag.", "am Montag", "Der Pelikan ist entkommen"),
    (
        "Den Spatenstich haben die Wirte auf Montag verschoben.",
        "auf Montag",
        "Die Wirte haben den Spatenstich verschoben",
    ),
    (
        "Gestiftet hatte das Haus am Montag das Ehepaar Beek.",
        "am Montag",
        "Gestiftet hatte das Haus das Ehepaar Beek",
    ),
    # adjectives with a comma, conditions, inserted clauses
    (
        "Am Montag soll ein zweiter, kleinerer Ofen folgen.",
        "Am Montag",
        "Ein zweiter, kleinerer Ofen soll folgen",
    ),
    (
        "Klappt das nicht, rückt am Montag die Feuerwehr an.",
        "am Montag",
        "Klappt das nicht, rückt die Feuerwehr an",
    ),
    (
        "Am Montag fiel ein Wirt beim Versuch, den Aal zu packen, ins Wasser.",
        "Am Montag",
        "Ein Wirt fiel beim Versuch ins Wasser",
    ),
    (
        "Am Montag mochte kaum jemand in Moosau tanzen.",
        "Am Montag",
        "Kaum jemand mochte in Moosau tanzen",
    ),
    (
        "Die Steuerung der Fähre, im Mai bestellt, kam spät an.",
        "im Mai",
        "Steuerung der Fähre bestellt",
    ),
    # words the date has left behind
    (
        "Der Kutter fährt sechsmal, ebenso am Montag.",
        "am Montag",
        "Der Kutter fährt sechsmal",
    ),
    (
        "Eine Verlängerung war im Mai davor abgelehnt worden.",
        "im Mai",
        "Eine Verlängerung wurde abgelehnt",
    ),
    # relative clauses with a preposition, numbered nouns, names in quotation marks
    (
        "Die Arbeit taten Gefangene, an die seit 2005 eine Tafel erinnert.",
        "seit 2005",
        "Eine Tafel erinnert an Gefangene",
    ),
    (
        "Das sagte die 61-Jährige, die am Montag nach Moosau reiste.",
        "am Montag",
        "Die 61-Jährige reiste nach Moosau",
    ),
    (
        "Die „Jule“, die seit Montag als Ersatz verkehrt, ist klein.",
        "seit Montag",
        "Die „Jule“ verkehrt als Ersatz",
    ),
    # a noun alone keeps its date, and so does what is too short without
    ("Am Ufer liegt ein Balken vom Brand im Mai 1887.", "im Mai 1887", "Brand im Mai 1887"),
    ("Gebaut würde ab April 2026.", "ab April 2026", "Gebaut würde ab April 2026"),
    # what is called off
    (
        "Das Amt hat die für Montag angesetzte Sitzung verschoben.",
        "für Montag",
        "Das Amt hat die angesetzte Sitzung verschoben",
    ),
    (
        "Das Fest „Watt & Wurst“ wird verschoben: Statt am 8. Mai beginnt es im Juli.",
        "am 8. Mai",
        "Das Fest „Watt & Wurst“ wird verschoben",
    ),
    # objects weigh more than adverbials, and do not lose half of themselves
    (
        "Am Montag beraten die Kulturreferenten aller Gemeinden über gemeinsame Regeln für den "
        "Schutz kleiner Häuser.",
        "Am Montag",
        "Die Kulturreferenten aller Gemeinden beraten über gemeinsame Regeln",
    ),
    # whose, only the sentence before says; an object that cannot be the subject
    (
        "Ihre Löhne sind bis Ende Mai durch das Amt gesichert.",
        "bis Ende Mai",
        "Löhne sind durch das Amt gesichert",
    ),
    (
        "Ausgerufen hatte der Verband den Streik am Montag.",
        "am Montag",
        "Der Verband hat den Streik ausgerufen",
    ),
    ("Bis Ende Mai herrscht Ruhe.", "Bis Ende Mai", "Bis Ende Mai herrscht Ruhe"),
    # who speaks of himself
    (
        "„Milch haben wir bis Montag“, sagt Kaufmann Ole Beek.",
        "bis Montag",
        "Ole Beek: „Milch haben wir bis Montag“",
    ),
    # nominal
    (
        "14.2.1931: Großbrand in der Mühle, zwei Tote.",
        "14.2.1931",
        "Großbrand in der Mühle, zwei Tote",
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), CASES)
def test_headline(sentence: str, expression: str, expected: str) -> None:
    assert headline_of(sentence, expression) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (
            "Die Ausstellung zeigt Boote.",
            "Sie beginnt am Montag in Moosau.",
            "Die Ausstellung beginnt in Moosau",
        ),
        ("Der Kran steht am Hafen.", "Er wird am Montag abgebaut.", "Der Kran wird abgebaut"),
        (
            "Das Haus ist alt.",
            "Am Montag soll es abgerissen werden.",
            "Das Haus soll abgerissen werden",
        ),
    ],
)
def test_pronouns_are_named_where_it_is_certain(before: str, sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression, before) == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (
            "In Moosau waren 40 Münzen verschwunden.",
            "Am Montag tauchten sie im Hafen auf.",
            "Die Münzen tauchten im Hafen auf",
        ),
        (
            "Die Polizei nahm einen 44-jährigen Händler fest.",
            "Am Montag gestand er den Diebstahl.",
            "Der 44-jährige Händler gestand den Diebstahl",
        ),
        # who only reports is not meant
        (
            "Balduin habe zugenommen, teilte der Zoo mit.",
            "Am Montag bleibt er in Quarantäne.",
            "Er bleibt in Quarantäne",
        ),
        # the subject of the relative clause in between
        (
            "",
            "Über den Zuschuss, den der Kreistag ablehnte, stimmt er am Montag ab.",
            "Über den Zuschuss stimmt der Kreistag ab",
        ),
    ],
)
def test_whom_a_pronoun_means(before: str, sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression, before) == expected


def test_a_pronoun_of_the_sentence_before_last_is_not_given_to_the_last() -> None:
    text = "Am Samstag floh er in den Park. Der Steg am See wird repariert. "
    made = headline_of("Am Montag soll er zu sehen sein.", "Am Montag", text.strip())
    assert made == "Er soll zu sehen sein"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("An ist das Museum wieder zugänglich", "a preposition without its noun"),
        ("Statt öffnet die Schau", "a preposition without its noun"),
        ("Ein zweiter soll", "nothing but a modal verb"),
        ("Einen 44 -jährigen Mann gefasst", "space before a hyphen"),
        ("Südkoreanischen Sender gestört", "weak adjective without article"),
        ("bis zum Abend gesperrt", "begins in lower case"),
        ("Dessen erster Brand war misslungen", "points out of itself"),
        ("Die Wirte trafen die", "ends with an article"),
        (", um Zinsen zu zahlen", "begins with a mark"),
        ("Die Wirte fuhren im", "ends with a preposition"),
        ("Am frühen ein Damm gebrochen", "an adjective without its noun"),
        ("Binnen in drei Stunden kam die Flut", "two prepositions in a row"),
        ("Karten können an in Moosau gekauft werden", "a stray „an“"),
        ("Der 61 Jahre sagte alte Enno Tjark", "a measure torn apart"),
        ("Könnte die Fähre ausfallen", "begins with its verb"),
        ("Die Bauarbeiten hatten", "ends with an auxiliary"),
        ("Er soll zwischen Mai 2019", "a modal without its verb"),
        ("Schon konnte telefonieren", "nobody does it"),
        ("Der Brief habe den Brief vorgelegt", "does something with itself"),
        ("Der Vereins wurde gegründet", "the genitive of a noun as its subject"),
        ("Der Rat Ministerin Ada Holm hatte abgewählt", "a body with the title of a person"),
        ("Ein Koch rückten die Fahnder an", "one noun with a plural verb"),
        ("Der Standort sei sicher", "reported and nobody says so"),
        ("Dass sie Moosau verlässt", "not only a subordinate clause"),
        ("Die Alke“ fährt mit „Watt", "torn „“"),
    ],
)
def test_the_rules_find_faults(broken: str, fault: str) -> None:
    assert fault in faults_of(broken)


def test_the_expected_headlines_of_this_file_have_no_faults() -> None:
    assert [made for _, _, made in CASES if faults_of(made)] == []


def test_an_uncertain_pronoun_leaves_the_clause_as_it_stands() -> None:
    before = "Es stritten der Kapitän und der Koch."
    made = headline_of("Er ging am Montag.", "am Montag", before, title="Streit im Hafen")
    assert made == "Er ging am Montag"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Falls der Deich am Montag bricht, wird das Dorf geräumt.",
            "Falls der Deich bricht, wird das Dorf geräumt",
        ),
        (
            "Der Rat entscheidet erst, wenn am Montag ein Gutachten vorliegt.",
            "Der Rat entscheidet erst, wenn ein Gutachten vorliegt",
        ),
        ("Wenn am Montag die Schau öffnet, spielt eine Kapelle.", "Die Schau öffnet"),
        ("Nicht am Freitag, sondern am Montag tagt der Rat.", "Der Rat tagt"),
        ("Am Montag wird nicht gestreikt.", "Es wird nicht gestreikt"),
    ],
)
def test_a_condition_or_denial_does_not_become_a_fact(sentence: str, expected: str) -> None:
    expression = "Am Montag" if "Am Montag" in sentence else "am Montag"
    assert headline_of(sentence, expression) == expected


@pytest.mark.parametrize(
    "before",
    [
        "Die Bürgermeisterin wirft der Kämmerin Untreue vor.",
        "Anna Krüger hatte Berta Lenz angezeigt.",
    ],
)
def test_an_accusation_is_not_turned_round(before: str) -> None:
    made = headline_of("Sie habe am Montag Geld aus der Kasse genommen.", "am Montag", before)
    assert made.startswith("Sie habe ")


def test_the_own_paper_is_named() -> None:
    sentence = "Am Montag hatte diese Zeitung enthüllt, dass der Deich Risse hat."
    assert headline_of(sentence, "Am Montag") == "Bote a: Der Deich hat Risse"


def test_long_sentences_lose_their_adverbials_first() -> None:
    sentence = (
        "Am Montag haben der Fischereiverband und die Gemeinde Moosau nach zähen Gesprächen im "
        "Gasthaus sich auf einen neuen Vertrag verständigt."
    )
    made = headline_of(sentence, "Am Montag")
    assert len(made) <= LONGEST
    assert made.endswith("verständigt")
    assert "…" not in made


@given(st.text(alphabet="abc ,.–„“()ÄZ", max_size=200))
@example("Z, – a")
def test_a_headline_never_breaks(title: str) -> None:
    made = title_headline(title)
    assert len(made) <= LONGEST
    assert made == made.strip()
    assert made.count("„") == made.count("“")
    assert made.count("(") == made.count(")")
    assert not re.search(r"\s[,.;]|[,;:]\Z", made)


def test_the_last_resort_is_an_ellipsis_between_words() -> None:
    made = shorten("Wortungeheuer " * 12)
    assert made.endswith(" …")
    assert set(made.removesuffix(" …").split()) == {"Wortungeheuer"}
