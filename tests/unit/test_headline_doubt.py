"""Headlines of sentences that leave doubts: they stand as written rather than turned about."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when
from headline_rules import faults_of

from timeline.events.headlines.shortening import LONGEST, shorten, waits
from timeline.events.headlines.wellformed import broken

CASES: list[tuple[str, str, str]] = [
    # which of two nouns side by side is the subject
    (
        "Am Montag sammelte die Initiative Unterschriften am Hafen.",
        "Am Montag",
        "Die Initiative sammelte Unterschriften am Hafen",
    ),
    (
        "Am Montag legten die Kieler Ermittler ihren Bericht vor.",
        "Am Montag",
        "Die Kieler Ermittler legten ihren Bericht vor",
    ),
    ("Am Montag traf die Delegation Holm ein.", "Am Montag", "Die Delegation Holm traf ein"),
    ("Am Montag brach im Ratssaal Jubel aus.", "Am Montag", "Jubel brach im Ratssaal aus"),
    (
        "Seit Montag wird bei der Moosauer Kahn GmbH gestreikt.",
        "Seit Montag",
        "Bei der Moosauer Kahn GmbH wird gestreikt",
    ),
    # a number and what it is a part of
    (
        "Am Montag stimmten 41 von 65 Mitgliedern für den Verkauf.",
        "Am Montag",
        "41 von 65 Mitgliedern stimmten für den Verkauf",
    ),
    (
        "Am Montag wurden 12 der 80 Wohnungen geräumt.",
        "Am Montag",
        "12 der 80 Wohnungen wurden geräumt",
    ),
    # nobody does it
    (
        "Im Mai durfte wieder geschwommen werden.",
        "Im Mai",
        "Im Mai durfte wieder geschwommen werden",
    ),
    (
        "Im Mai war es zu einem Streit gekommen.",
        "Im Mai",
        "Im Mai war es zu einem Streit gekommen",
    ),
    # what is said of the date goes with it, and the participle that waits for it
    (
        "Am 3. Mai, einem Samstag mit leichtem Wind, rammte die Fähre den Steg.",
        "Am 3. Mai",
        "Die Fähre rammte den Steg",
    ),
    (
        "Die Wende in dem Mitte Mai eröffneten Prozess hatte Enno Tjark gebracht.",
        "Mitte Mai",
        "Prozess eröffnet",
    ),
    (
        "Der Brief des Wirts vom 3. Mai an die Kammer blieb liegen.",
        "vom 3. Mai",
        "Der Brief des Wirts an die Kammer blieb liegen",
    ),
    # only both clauses together are true
    (
        "Der Rat rechnet nicht damit, dass vor Mai gebaut wird.",
        "vor Mai",
        "Der Rat rechnet nicht damit, dass vor Mai gebaut wird",
    ),
    (
        "Das Geld verfällt, wenn nicht bis Mai gebaut wird.",
        "bis Mai",
        "Das Geld verfällt, wenn nicht bis Mai gebaut wird",
    ),
    (
        "Mit einem Urteil ist vor Mai nicht zu rechnen.",
        "vor Mai",
        "Mit einem Urteil ist vor Mai nicht zu rechnen",
    ),
    ("Am Montag stimmten die Wirte dagegen.", "Am Montag", "Die Wirte stimmten dagegen"),
    (
        "Die Werft hat versprochen, bis Mai sechs Boote in Moosau zu bauen.",
        "bis Mai",
        "Werft will sechs Boote in Moosau bauen",
    ),
    (
        "Die Partei hatte am Montag gefordert, Holm müsse gehen.",
        "am Montag",
        "Die Partei hat gefordert, Holm müsse gehen",
    ),
    # what a sentence may not lose: "ohne", "erst ab", the date that is named, of whom one parts
    (
        "Wegen der Brut dürfen Bäume erst ab dem 1. Oktober gefällt werden.",
        "ab dem 1. Oktober",
        "Wegen der Brut dürfen Bäume erst ab dem 1. Oktober gefällt werden",
    ),
    (
        "Als Termin hatte die Werft Mai 2024 genannt.",
        "Mai 2024",
        "Als Termin hatte die Werft Mai 2024 genannt",
    ),
    (
        "Die Wirte hatten versucht, die Sitzung in den Mai zu verschieben.",
        "in den Mai",
        "Die Wirte haben versucht, die Sitzung zu verschieben",
    ),
    ("1998 meldete der Klub Insolvenz an.", "1998", "Der Klub meldete Insolvenz an"),
    # what had happened has happened
    ("Der Vertrag war im Mai gekündigt worden.", "im Mai", "Der Vertrag wurde gekündigt"),
    ("Im Mai war die Fähre gesunken.", "Im Mai", "Die Fähre ist gesunken"),
    ("Im Mai hatte der Rat kommen wollen.", "Im Mai", "Der Rat hatte kommen wollen"),
    ("Die Fähre war im Mai gesperrt.", "im Mai", "Die Fähre war gesperrt"),
    # questions, the mark-up of a text, a score
    ("Was haben die Wirte vom Montag?", "vom Montag", "Was haben die Wirte vom Montag?"),
    ("**Am Montag brannte die Mühle ab.**", "Am Montag", "Die Mühle brannte ab"),
    (
        "Nach der 2:3-Niederlage am Montag ist der Verein Letzter.",
        "am Montag",
        "Nach der 2:3-Niederlage ist der Verein Letzter",
    ),
    # a name behind its noun, whatever it ends in
    (
        "Am Montag tagte der Klub Segelfotos in Kiel.",
        "Am Montag",
        "Der Klub Segelfotos tagte in Kiel",
    ),
    (
        "Am Montag trat der Torwart Holzhäuser zurück.",
        "Am Montag",
        "Der Torwart Holzhäuser trat zurück",
    ),
    (
        "Am Montag überreichten die Roten Krüger einen Korb.",
        "Am Montag",
        "Die Roten überreichten Krüger einen Korb",
    ),
    (
        "Am Montag hatten Freunde dem Wirt geraten zu verkaufen.",
        "Am Montag",
        "Freunde haben dem Wirt geraten zu verkaufen",
    ),
    # "es" that does it, and places that are no subject
    (
        "Besonders schlimm traf es am Montag die Werft Kahn.",
        "am Montag",
        "Besonders schlimm traf es die Werft Kahn",
    ),
    ("Am Montag wurde im Kino Astra getanzt.", "Am Montag", "Im Kino Astra wurde getanzt"),
    (
        "Am Montag sah die Wache das Boot sich neigen.",
        "Am Montag",
        "Die Wache sah das Boot sich neigen",
    ),
    # a dative in front, and one of many
    (
        "Der Besatzung gelang am Montag die Umkehr.",
        "am Montag",
        "Der Besatzung gelang die Umkehr",
    ),
    ("Den Opfern wurde am Montag gedacht.", "am Montag", "Den Opfern wurde gedacht"),
    ("Am Montag ertrank einer der Schwimmer.", "Am Montag", "Einer der Schwimmer ertrank"),
    # what is announced, declared or decided is the news itself
    ("Am Montag wurde die Sperrung angekündigt.", "Am Montag", "Die Sperrung wurde angekündigt"),
    ("Der Sturm ließ am Montag nach.", "am Montag", "Der Sturm ließ nach"),
    (
        "Der Rat entschied sich am Montag für die Brücke.",
        "am Montag",
        "Der Rat entschied sich für die Brücke",
    ),
    # what it says of the time before stays
    (
        "Am Montag hatte die Reederei noch abgewiegelt.",
        "Am Montag",
        "Die Reederei hatte noch abgewiegelt",
    ),
    (
        "„Der Deich war am Montag verstärkt worden“, sagte Krüger.",
        "am Montag",
        "„Der Deich war am Montag verstärkt worden“",
    ),
    ("Schon am Montag verkaufte Krüger sein Boot.", "am Montag", "Krüger verkaufte sein Boot"),
    (
        "Niemand glaubt, dass vor Mai Fähren fahren.",
        "vor Mai",
        "Niemand glaubt, dass vor Mai Fähren fahren",
    ),
    ("Welche Fähren fallen am Montag aus?", "am Montag", "Welche Fähren fallen am Montag aus?"),
    # how old somebody has become is no part of his name
    ("Am Montag ist der Dichter 90 geworden.", "Am Montag", "Der Dichter ist 90 geworden"),
    (
        "Am Montag wurde der Airbus 320 ausgemustert.",
        "Am Montag",
        "Der Airbus 320 wurde ausgemustert",
    ),
    # one verb is enough where it is known who speaks
    (
        "Krüger sagte der Zeitung, er werde am Freitag zurücktreten.",
        "am Freitag",
        "Krüger: Er werde zurücktreten",
    ),
]


@pytest.mark.parametrize(("sentence", "day", "expected"), CASES)
def test_headline(sentence: str, day: str, expected: str) -> None:
    told = headline_of(sentence, day)
    assert told == expected
    assert list(faults_of(told)) == []


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        ("1999 kaufte es Tjark.", "Das Werk stand leer.", "Tjark kaufte das Werk"),
        (
            "Nach Protesten übernahm es 1999 die Stadt.",
            "Das Gelände lag brach.",
            "Nach Protesten übernahm die Stadt das Gelände",
        ),
    ],
)
def test_an_object_is_no_subject(sentence: str, before: str, expected: str) -> None:
    assert headline_of(sentence, "1999", before) == expected


def test_a_participle_goes_with_its_date() -> None:
    told = article("a", "Das 1974 eröffnete Bad ist seit Mai zu.")
    days = [when(told, "1974", date(1974, 1, 1)), when(told, "seit Mai", date(2024, 5, 1))]
    assert [m.headline for m in mentions(told, *days)] == ["Bad eröffnet", "Das Bad ist zu"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Der Bestechung war entlassen worden", "Er war am Montag entlassen worden."),
        ("Die Anhängern brachen in Jubel aus", "Anhängern, die am Montag in Jubel ausbrachen."),
        ("Dem 2. Oktober mag stimmen", "Dass sie seit dem 2. Oktober hängen, mag stimmen."),
        ("Durfte werden nichts geerntet", "Bis Mai durfte nichts geerntet werden."),
        ("Die Warnung galt und damit zu kurz", "Die Warnung galt bis Montag und damit zu kurz."),
        ("Wirtin, die von Tjark setzte sich durch", "Die Wirtin, die von Tjark gestützt wird, …"),
        ("Gegen den früheren Wirt beginnt", "Am Montag beginnt der Prozess gegen den Wirt."),
        ("Dass sie, wie Tjark beteuerte", "Dass sie, wie Tjark beteuerte, hängen, mag stimmen."),
        ("Die Schau wurde im Hof gezeigt, im Saal gespielt", "Im Mai wurde im Hof gezeigt, …"),
    ],
)
def test_what_has_lost_its_subject_or_its_rest_is_seen(text: str, sentence: str) -> None:
    assert broken(text, sentence)


def test_a_verb_of_saying_waits_for_what_is_said() -> None:
    assert waits("Die Partei hatte gefordert")
    assert not waits("Die Partei hatte den Rücktritt gefordert")
    assert not waits("Die Mühle brannte ab")


def test_a_cut_keeps_the_verb() -> None:
    text = (
        "Landgericht Moosau hat den früheren Hafenmeister und späteren Stadtrat Enno Tjark wegen "
        "Untreue in 14 Fällen verurteilt"
    )
    cut = shorten(text)
    assert len(cut) <= LONGEST
    assert cut.endswith("verurteilt")
