"""Nothing that carries the news is lost from a headline, and everybody keeps their words."""

from __future__ import annotations

import pytest
from events_samples import headline_of
from headline_rules import faults_of

from timeline.events.headlines.shortening import shorten

WHOLE: list[tuple[str, str, str]] = [
    (
        "Am Montag wurde bekannt, dass verstopfte Rohre den Schaden ausgelöst haben sollen.",
        "Am Montag",
        "Verstopfte Rohre sollen den Schaden ausgelöst haben",
    ),
    (
        "Am Montag gingen auf österreichischem Boden, rund drei Kilometer vor der Grenze bei"
        " Samnatsch, etwa 15'000 Kubikmeter Gestein nieder.",
        "Am Montag",
        "Etwa 15'000 Kubikmeter Gestein gingen auf österreichischem Boden nieder",
    ),
    (
        "Die Wahl war ursprünglich für Montag vorgesehen gewesen.",
        "für Montag",
        "Die Wahl war ursprünglich für Montag vorgesehen",
    ),
    (
        "Ada Holm kündigte an, alle Brücken am Montag überprüfen zu lassen.",
        "am Montag",
        "Ada Holm will alle Brücken überprüfen lassen",
    ),
    ("Am Montag reichte das Werk Klage ein.", "Am Montag", "Das Werk reichte Klage ein"),
    (
        "Am Montag beginnen die Herbstgäste abzureisen.",
        "Am Montag",
        "Die Herbstgäste beginnen abzureisen",
    ),
    (
        "Seit Montag waren mehr als 140 Liter Regen gefallen.",
        "Seit Montag",
        "Mehr als 140 Liter Regen sind gefallen",
    ),
    (
        "Der Kanton Thurgau will am Montag entscheiden, ob die Passstrasse länger als üblich"
        " offen gehalten wird.",
        "am Montag",
        "Kanton Thurgau will entscheiden, ob die Passstrasse länger als üblich offen gehalten wird",
    ),
    # a title goes before what a noun or a verb asks for
    (
        "Werksleiterin Annegret Holzmann hat der Belegschaft am Montag das Ende für die Gießerei"
        " in Moosau angekündigt.",
        "am Montag",
        "Annegret Holzmann hat der Belegschaft das Ende für die Gießerei in Moosau angekündigt",
    ),
    (
        "Nach dem Rücktritt des Vorstands hat der Verein am Montag die Kieler Anwältin Berta Lenz"
        " zur vorläufigen Vorsitzenden bestellt.",
        "am Montag",
        "Der Verein hat die Kieler Anwältin Berta Lenz zur vorläufigen Vorsitzenden bestellt",
    ),
    (
        "Die Staatsanwaltschaft ermittelt am Montag gegen Tjark und einen weiteren Mann wegen des"
        " Verdachts der Urkundenfälschung.",
        "am Montag",
        "Die Staatsanwaltschaft ermittelt gegen Tjark und einen weiteren Mann",
    ),
    (
        "Gesundheitsministerin Vogelsang hatte bei einem Besuch am Montag Unterstützung zugesagt,"
        " ohne einen Betrag zu nennen.",
        "am Montag",
        "Vogelsang hat bei einem Besuch Unterstützung zugesagt, ohne einen Betrag zu nennen",
    ),
    # the phrase in front goes whole, or not at all
    (
        "Im Zusammenhang mit dem Konkurs der Brauerei Kressler haben Fahnder am Montag die Villa"
        " des früheren Inhabers Ole Kressler durchsucht.",
        "am Montag",
        "Fahnder haben die Villa des früheren Inhabers Ole Kressler durchsucht",
    ),
    # the article comes back where there is room for it
    (
        "Ein Hangrutsch hat am Montag die Gleise der Talbahn zwischen Oberau und dem Großen"
        " Sonnenjoch verschüttet.",
        "am Montag",
        "Ein Hangrutsch hat die Gleise der Talbahn verschüttet",
    ),
    (
        "Der Grosse Rat des Kantons Thurgau hat am Montag einen Beitrag von 3,1 Millionen Franken"
        " an den Umbau der Mühle bewilligt.",
        "am Montag",
        "Der Grosse Rat des Kantons Thurgau hat einen Beitrag an den Umbau der Mühle bewilligt",
    ),
    # numbers
    (
        "Der Käufer will 210 der noch 340 Stellen sichern und bis Montag rund zwölf Millionen"
        " Euro zahlen.",
        "bis Montag",
        "Der Käufer will rund zwölf Millionen Euro zahlen",
    ),
    (
        "Am Montag stürzten auf Tiroler Seite, gut zwei Kilometer vor dem Tunnel, gemäss den"
        " Behörden 900 Kubikmeter Fels ab.",
        "Am Montag",
        "900 Kubikmeter Fels stürzten auf Tiroler Seite, gut zwei Kilometer vor dem Tunnel, ab",
    ),
    # what leads to a date
    (
        "Die Ambulanz bleibt wegen des Umbaus bis mindestens 20. April geschlossen.",
        "20. April",
        "Die Ambulanz bleibt wegen des Umbaus geschlossen",
    ),
    (
        "In den Jahren 2021 und 2022 hatten drei Brauereien Konkurs angemeldet.",
        "2021 und 2022",
        "Drei Brauereien haben Konkurs angemeldet",
    ),
    (
        "Der Damm brach am 3. Mai kurz vor fünf Uhr früh.",
        "kurz vor fünf Uhr",
        "Der Damm brach am 3. Mai",
    ),
    (
        "Der Fahrdienst ist vorerst bis zum 30. Juni befristet.",
        "bis zum 30. Juni",
        "Der Fahrdienst ist vorerst bis zum 30. Juni befristet",
    ),
    (
        "Den Antrag hatte Beek aber erst am Montag gestellt.",
        "am Montag",
        "Beek hat den Antrag gestellt",
    ),
    # where the subject ends
    ("Am Montag stellte der Verein Strafanzeige.", "Am Montag", "Der Verein stellte Strafanzeige"),
    (
        "Am Montag stellte das Werk Insolvenzantrag.",
        "Am Montag",
        "Das Werk stellte Insolvenzantrag",
    ),
    (
        "Am Montag hat ein früher Frost die Blüte zerstört.",
        "Am Montag",
        "Ein früher Frost hat die Blüte zerstört",
    ),
    # a part with a subject of its own
    (
        "Gut besucht war sie immer: 1902 wurde die erste Spinnerei des Tals gegründet, am Montag"
        " der Websaal für drei Millionen Mark erweitert.",
        "am Montag",
        "Der Websaal wurde für drei Millionen Mark erweitert",
    ),
    (
        "1902 wurde der Turm gebaut, am Montag die Busse gekauft.",
        "am Montag",
        "1902 wurde der Turm gebaut, die Busse gekauft",
    ),
    # an apposition that begins with its participle
    (
        "Lotte Brand, geboren 1968 in Husum, ist Intendantin des Theaters.",
        "1968",
        "Lotte Brand in Husum geboren",
    ),
    # the infinitive and the question that a verb asks for, behind who says so
    (
        "Ole Beek räumte ein, dass die Bank am Montag verlangt habe, alle Kredite abzulösen.",
        "am Montag",
        "Ole Beek: Die Bank habe verlangt, alle Kredite abzulösen",
    ),
    (
        "Am Montag wurde bekannt, dass undichte Leitungen den Schimmel verursacht haben sollen.",
        "Am Montag",
        "Undichte Leitungen sollen den Schimmel verursacht haben",
    ),
    (
        "Landrat Eike Sommer sagte am Montag am Rande der Messe, er unterstütze den Ausbau.",
        "am Montag",
        "Landrat Eike Sommer: Er unterstütze den Ausbau",
    ),
    # Swiss spelling
    (
        "Erst hiess es Ostern, dann Montag, nun Juli.",
        "Montag",
        "Erst hiess es Ostern, dann Montag, nun Juli",
    ),
]


@pytest.mark.parametrize(("sentence", "date", "wanted"), WHOLE)
def test_what_carries_the_news_stays(sentence: str, date: str, wanted: str) -> None:
    made = headline_of(sentence, date)
    assert made == wanted
    assert faults_of(made) == []


SPOKEN: list[tuple[str, str, str]] = [
    (
        "Auch Landrat Ole Beek bedauerte die Entscheidung.",
        "Der Kreis halte sein Angebot bis zum Fest am Montag aufrecht.",
        "Landrat Ole Beek: Der Kreis halte sein Angebot bis zum Fest aufrecht",
    ),
    (
        "Ob der Termin hält, wollte Werksleiter Ole Beek nicht bestätigen.",
        "Er werde sich am Montag äußern.",
        "Werksleiter Ole Beek: Er werde sich äußern",
    ),
    (
        "Personalrätin Ina Lutz warf dem Vorstand vor, die Zahlen geschönt zu haben.",
        "So seien Mieten schon am Montag nicht mehr überwiesen worden.",
        "Personalrätin Ina Lutz: Mieten seien nicht mehr überwiesen worden",
    ),
    (
        "Scharfe Kritik kam vom Mieterbund.",
        "Noch am Montag habe der Bürgermeister das Gegenteil zugesagt.",
        "Mieterbund: Der Bürgermeister habe das Gegenteil zugesagt",
    ),
    (
        "„Wir haben gekämpft“, sagte Pohl.",
        "Die Bank habe am Montag den Kredit gekündigt.",
        "Pohl: Die Bank habe den Kredit gekündigt",
    ),
    (
        "Die neue Leiterin Ada Holm kündigte einen Umbau an.",
        "Der Chefarzt nehme am Montag seine Arbeit auf.",
        "Leiterin Ada Holm: Der Chefarzt nehme seine Arbeit auf",
    ),
    (
        "Ada Holm bedauerte die Entscheidung. Erst im März durfte gebaut werden.",
        "Außerdem habe ein später Frost am Montag die Arbeiten gestoppt.",
        "Ada Holm: Ein später Frost habe die Arbeiten gestoppt",
    ),
    (
        "Ada Holm griff Berta Lenz an.",
        "Sie habe am Montag Geld genommen.",
        "Sie habe Geld genommen",
    ),
]


@pytest.mark.parametrize(("before", "sentence", "wanted"), SPOKEN)
def test_who_spoke_in_the_sentence_before_speaks_on(
    before: str, sentence: str, wanted: str
) -> None:
    assert headline_of(sentence, "am Montag", before) == wanted


def test_a_quotation_in_between_is_of_the_same_speaker() -> None:
    before = "Lenz versicherte, das Geld sei da. „Danach muss es einen Plan geben.“"
    made = headline_of("Zum Montag solle das Verfahren eröffnet werden.", "Zum Montag", before)
    assert made == "Lenz: Das Verfahren solle eröffnet werden"


OWN_WORDS: list[tuple[str, str, str]] = [
    (
        "„Das ist mehr, als am Montag jemand gehofft hat“, sagte Wirtin Gesa Ott.",
        "am Montag",
        "Gesa Ott: „Das ist mehr, als am Montag jemand gehofft hat“",
    ),
    (
        "„Da kommt am Montag eine Mauer hin“, sagte der Ingenieur.",
        "am Montag",
        "Ingenieur: „Da kommt am Montag eine Mauer hin“",
    ),
    (
        "„Vorgestern stand ich noch im Keller“, sagte Wirtin Gesa Ott.",
        "Vorgestern",
        "Gesa Ott: Ich stand noch im Keller",
    ),
    (
        "„Wenn bis Montag nichts passiert, brauchen wir keinen Käufer“, sagte Wirtin Gesa Ott.",
        "bis Montag",
        "Gesa Ott: „Wenn bis Montag nichts passiert, brauchen wir keinen Käufer“",
    ),
]


@pytest.mark.parametrize(("sentence", "date", "wanted"), OWN_WORDS)
def test_own_words_have_a_speaker(sentence: str, date: str, wanted: str) -> None:
    assert headline_of(sentence, date) == wanted


MEANT: list[tuple[str, str, str, str]] = [
    (
        "Die Stadt kaufte das Kurhaus.",
        "Sie will es am Montag abreißen.",
        "am Montag",
        "Die Stadt will das Kurhaus abreißen",
    ),
    (
        "Die Entlassungen treffen Jüngere.",
        "Den Betroffenen wird eine Abfindung angeboten, sie müssen bis Montag unterschreiben.",
        "bis Montag",
        "Die Betroffenen müssen unterschreiben",
    ),
    (
        "Die Opposition verlangt eine Sondersitzung des Landtags.",
        "Diese soll am Montag stattfinden.",
        "am Montag",
        "Die Sondersitzung soll stattfinden",
    ),
    (
        "Das Werk gehört der Stiftung St. Anna.",
        "Sie hatte es am Montag mit dem Sägewerk vereinigt.",
        "am Montag",
        "Die Stiftung St. Anna hat das Werk mit dem Sägewerk vereinigt",
    ),
    (
        "Der Tag des Bauantrags war falsch angegeben.",
        "Der Antrag wurde bereits am Montag gestellt.",
        "am Montag",
        "Der Bauantrag wurde gestellt",
    ),
    (
        "Der Fall ist geklärt.",
        "Neue Chefin wird Ada Holm, der Rat hat sie am Montag gewählt.",
        "am Montag",
        "Der Rat hat Ada Holm gewählt",
    ),
    (
        "Das Insolvenzverfahren steht vor dem Abschluss.",
        "Das Gericht will es am Montag aufheben.",
        "am Montag",
        "Das Gericht will das Insolvenzverfahren aufheben",
    ),
    (
        "Die 1912 eröffnete Bahn gilt als eine der schönsten Strecken der Alpen.",
        "Sie war am Montag nach einem Hochwasser unterbrochen.",
        "am Montag",
        "Die Bahn war nach einem Hochwasser unterbrochen",
    ),
    (
        "Der Erdrutsch geschah nicht am Sonntag.",
        "Tatsächlich ereignete er sich am Montag.",
        "am Montag",
        "Tatsächlich ereignete sich der Erdrutsch",
    ),
]


@pytest.mark.parametrize(("before", "sentence", "date", "wanted"), MEANT)
def test_a_pronoun_gets_its_noun(before: str, sentence: str, date: str, wanted: str) -> None:
    assert headline_of(sentence, date, before) == wanted


CUT: list[tuple[str, str]] = [
    (
        "Die nächste Welle folgt am Wochenende nach Ostern, wenn in Bayern und Brandenburg die"
        " Ferien enden",
        "Die nächste Welle folgt am Wochenende nach Ostern",
    ),
    (
        "Um 1900 zählte Langeneß noch 160 Einwohner, nach der Sturmflut vom Februar 1962 zogen"
        " sehr viele fort",
        "Um 1900 zählte Langeneß noch 160 Einwohner",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_what_is_cut_takes_nothing_along(text: str, wanted: str) -> None:
    assert shorten(text) == wanted
