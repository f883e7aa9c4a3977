"""Headlines of sentences whose parts are easily torn apart: measures, lists, quoted names."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when
from headline_rules import faults_of

from timeline.events.headlines.wellformed import broken

CASES: list[tuple[str, str, str]] = [
    # a measure in front of its adjective, and one of a mass
    (
        "Am Montag siegte der 61 Jahre alte Enno Tjark in Moosau.",
        "Am Montag",
        "Der 61 Jahre alte Enno Tjark siegte in Moosau",
    ),
    (
        "Am Montag liefen binnen drei Stunden 40 Liter Milch aus.",
        "Am Montag",
        "40 Liter Milch liefen binnen drei Stunden aus",
    ),
    # what a date leaves behind: its adjective, its "an", the comma behind it
    (
        "Bei Sturm ist am späten Montagabend ein Mast gebrochen.",
        "Montagabend",
        "Bei Sturm ist ein Mast gebrochen",
    ),
    ("Karten gibt es vom 3. Mai an.", "vom 3. Mai", "Karten gibt es vom 3. Mai an"),
    ("Groß wurde die Mühle im Mai.", "im Mai", "Die Mühle wurde groß"),
    (
        "Dass der Wirt geht, gilt seit Mai als sicher.",
        "seit Mai",
        "Dass der Wirt geht, gilt seit Mai als sicher",
    ),
    ("Das Boot kam und brachte am Montag die Post.", "am Montag", "Das Boot brachte die Post"),
    (
        "Der Wirt betrat den Saal am Montag, einen Besen in der Hand.",
        "am Montag",
        "Der Wirt betrat den Saal, einen Besen in der Hand",
    ),
    ("Am Montag riss das Tau, genau dort.", "Am Montag", "Das Tau riss"),
    # "fast" belongs to "alle"
    ("Im Mai sind fast alle Betten belegt.", "Im Mai", "Fast alle Betten sind belegt"),
    ("Am Montag war fast der ganze Ort da.", "Am Montag", "Fast der ganze Ort war da"),
    # what leads to a date of two prepositions
    (
        "Die Sitzung wurde auf die Zeit nach den Sommerferien verschoben.",
        "nach den Sommerferien",
        "Die Sitzung wurde verschoben",
    ),
    (
        "Die Sitzung wurde auf nach Ostern verschoben.",
        "nach Ostern",
        "Die Sitzung wurde verschoben",
    ),
    (
        "Im Laufe des Montagvormittags wurde die Strecke freigegeben.",
        "Im Laufe des Montagvormittags",
        "Die Strecke wurde freigegeben",
    ),
    # a date joined to something else, one that is denied
    (
        "Zwei Kühe starben in jener Nacht oder an den Folgen.",
        "in jener Nacht",
        "Zwei Kühe starben in jener Nacht oder an den Folgen",
    ),
    (
        "Die Ernte hat nicht, wie erhofft, im Mai begonnen, sondern erst am 4. Juni.",
        "am 4. Juni",
        "Die Ernte hat begonnen",
    ),
    # lists, names in quotation marks, phrases that a noun asks for
    (
        "Am Montag hatten sich Wirte, Fischer und Müller im Hafen getroffen.",
        "Am Montag",
        "Wirte, Fischer und Müller haben sich im Hafen getroffen",
    ),
    (
        "Am Montag kamen auf dem Konto „Hilfe für Moosau“ 9.000 Euro an.",
        "Am Montag",
        "9.000 Euro kamen auf dem Konto „Hilfe für Moosau“ an",
    ),
    (
        "Für Montag ist die Taufe der „Alke Harms 2“ geplant.",
        "Für Montag",
        "Die Taufe der „Alke Harms 2“ ist geplant",
    ),
    (
        "In Moosau hat am Montag der Prozess gegen den früheren Hafenmeister begonnen.",
        "am Montag",
        "In Moosau hat der Prozess gegen den früheren Hafenmeister begonnen",
    ),
    (
        "Am Montag begann der Streit um das alte Bootshaus.",
        "Am Montag",
        "Der Streit um das alte Bootshaus begann",
    ),
    # subject and object side by side
    (
        "Am Montag hatte der Verein Insolvenz angemeldet.",
        "Am Montag",
        "Der Verein hat Insolvenz angemeldet",
    ),
    (
        "Am Montag hat der Rat Bürgermeisterin Ada Holm abgewählt.",
        "Am Montag",
        "Der Rat hat Bürgermeisterin Ada Holm abgewählt",
    ),
    (
        "Am Montag kam der Fischer Ole Beek zurück.",
        "Am Montag",
        "Der Fischer Ole Beek kam zurück",
    ),
    # a verb in front
    (
        "Kommt er nicht, könnte die Fähre am Montag ausfallen.",
        "am Montag",
        "Die Fähre könnte ausfallen",
    ),
    ("Am Montag hätte der Chor singen sollen.", "Am Montag", "Der Chor hätte singen sollen"),
    (
        "Kommt die Flut, könnte die Fähre am Montag ausfallen.",
        "am Montag",
        "Kommt die Flut, könnte die Fähre ausfallen",
    ),
    # relative clauses: the case of their noun, names, places, obliques, a second one
    (
        "Es war das Fest eines Vereins, der am Montag gegründet wurde.",
        "am Montag",
        "Der Verein wurde gegründet",
    ),
    (
        "Der Chor dankte dem Präsidenten, der am Montag abreiste.",
        "am Montag",
        "Der Präsident reiste ab",
    ),
    (
        "Dazu kommt eine Hütte bei Moosau, die am Montag verkauft wurde.",
        "am Montag",
        "Die Hütte bei Moosau wurde verkauft",
    ),
    ("Tjark, der am Montag gekommen war, ging wieder.", "am Montag", "Tjark ist gekommen"),
    (
        "Der Wirt traf jenen Mann, dem die Bank am Montag Geld geliehen hatte.",
        "am Montag",
        "Die Bank hat dem Mann Geld geliehen",
    ),
    (
        "Das Amt legte einen Entwurf vor, nach dem Wirte ab Montag mehr zahlen sollen.",
        "ab Montag",
        "Wirte sollen nach dem Entwurf mehr zahlen",
    ),
    (
        "Es geht um einen Hof, der alt ist und der am Montag den Betrieb einstellt.",
        "am Montag",
        "Der Hof stellt den Betrieb ein",
    ),
    # a date that goes through the border of two halves, a report without a speaker
    (
        "Ole Beek soll zwischen Mai 2019 und Juni 2023 Wirten Boote verkauft haben.",
        "zwischen Mai 2019 und Juni 2023",
        "Ole Beek soll Wirten Boote verkauft haben",
    ),
    (
        "Denn wie am Montag bekannt wurde, lag dem Amt ein Gutachten vor.",
        "am Montag",
        "Dem Amt lag ein Gutachten vor",
    ),
    # who somebody is since then; what follows "als"; one of several dates; what it was not
    ("Ada Holm, seit 2018 Wirtin, verkauft den Hof.", "seit 2018", "Ada Holm, seit 2018 Wirtin"),
    (
        "Die Geschichte begann am Montag, als Ada Holm eine Schmiede gründete.",
        "am Montag",
        "Ada Holm gründete eine Schmiede",
    ),
    (
        "Das Amt hat die Pacht bis Mai 2029 verlängert.",
        "bis Mai 2029",
        "Das Amt hat die Pacht bis Mai 2029 verlängert",
    ),
    (
        "Der Bau begann nicht am Montag, sondern erst im Juni.",
        "am Montag",
        "Der Bau begann nicht am Montag",
    ),
    ("Das für Montag geplante Fest fällt aus.", "für Montag", "Das geplante Fest fällt aus"),
    (
        "Ein erstes Treffen war kurz, ein weiteres sagte die Stadt am Montag ab.",
        "am Montag",
        "Ein weiteres Treffen sagte die Stadt ab",
    ),
    (
        "Der Tiefpunkt kam am Montag, als ein Kutter in den Steg raste und zwei Boote versenkte.",
        "am Montag",
        "Ein Kutter raste in den Steg",
    ),
    # asides between dashes and in brackets, the one to whom something is done
    (
        "Am Montag gab das Amt zu, dass die Mühle – ein Bau aus Holz, dreimal verkauft – leer ist.",
        "Am Montag",
        "Amt: Die Mühle ist leer",
    ),
    (
        "Das Amt schließt die Mühle – ein Bau von 1911 – im Winter.",
        "1911",
        "Ein Bau von 1911",
    ),
    (
        "Am Montag hat der Verband der Werft die Erlaubnis entzogen.",
        "Am Montag",
        "Der Verband hat der Werft die Erlaubnis entzogen",
    ),
    # numbers in words, a list behind a phrase of its first noun, a genitive that is a date
    (
        "Am Montag wurden insgesamt achtzehn Boote mit Seilen befestigt.",
        "Am Montag",
        "Achtzehn Boote wurden mit Seilen befestigt",
    ),
    (
        "Am Montag kamen Fischer aus Moosau, Wirte und Müller in Elbstadt an.",
        "Am Montag",
        "Fischer aus Moosau, Wirte und Müller kamen in Elbstadt an",
    ),
    ("Am Montag eroberte Karthago Spanien.", "Am Montag", "Karthago eroberte Spanien"),
    (
        "Gibt es am Montag Streit um die Fähre?",
        "am Montag",
        "Gibt es Streit um die Fähre?",
    ),
    # the clause that a verb waits for, and one that lost its last phrase but not its verb
    (
        "Am Montag erfuhren die Wirte, dass ihr Fest ausfallen soll.",
        "Am Montag",
        "Die Wirte erfuhren, dass ihr Fest ausfallen soll",
    ),
    (
        "Gespräche mit den Besitzern der Wiesen über eine Verlängerung der Pacht bis zum Ende des "
        "Festes scheiterten am Montag.",
        "am Montag",
        "Gespräche über eine Verlängerung der Pacht bis zum Ende des Festes scheiterten",
    ),
    ("Bringt am Montag Kuchen mit.", "am Montag", "Bringt Kuchen mit"),
    # a date that is the noun of an article and an adjective, and one that takes both along
    (
        "Die Wirte richten sich auf einen langen Montag ein.",
        "Montag",
        "Die Wirte richten sich auf einen langen Montag ein",
    ),
    ("An einem nassen Montag brannte die Mühle.", "Montag", "Die Mühle brannte"),
    # "weder … noch" is one, a particle stands in front of nothing
    (
        "Am Montag fuhren weder Züge noch Busse.",
        "Am Montag",
        "Weder Züge noch Busse fuhren",
    ),
    (
        "Am Montag kam heraus, dass die Kasse leer ist.",
        "Am Montag",
        "Es kam heraus, dass die Kasse leer ist",
    ),
    # whom somebody agrees with, and whose something is
    (
        "Am Montag stimmten die Wirte ihrer Berufung zu.",
        "Am Montag",
        "Die Wirte stimmten ihrer Berufung zu",
    ),
    (
        "Am Montag stimmten die Wirte der Insel dem Plan zu.",
        "Am Montag",
        "Die Wirte der Insel stimmten dem Plan zu",
    ),
    # behind "und" a clause shares a subject only where its verb comes first
    (
        "Ein Zaun schützt das Dorf, und am Montag wurde am Hafen gebohrt.",
        "am Montag",
        "Am Hafen wurde gebohrt",
    ),
    # what a relative clause hangs on
    (
        "Der Wirt kennt Briefe, die am Montag aufgetaucht sind.",
        "am Montag",
        "Briefe sind aufgetaucht",
    ),
    (
        "Der Pakt mit der Gilde, der am Montag endete, war alt.",
        "am Montag",
        "Der Pakt mit der Gilde endete",
    ),
    (
        "Es war der längste Damm, den das Dorf seit Montag gebaut hat.",
        "seit Montag",
        "Das Dorf hat den längsten Damm gebaut",
    ),
    # what was meant to be and is not
    (
        "Das Fest, das für Montag geplant war, findet nicht statt.",
        "für Montag",
        "Das Fest findet nicht statt",
    ),
    (
        "Statt am 3. Mai öffnet das Bad am 9. Juni.",
        "am 3. Mai",
        "Statt am 3. Mai öffnet das Bad am 9. Juni",
    ),
    (
        "Die Mühle öffnet statt wie bisher geplant im Mai nun früher.",
        "im Mai",
        "Die Mühle öffnet früher",
    ),
    (
        "68 Prozent der Wirte hatten am Montag dem Plan zugestimmt.",
        "am Montag",
        "68 Prozent der Wirte haben dem Plan zugestimmt",
    ),
    ("Ein Boot holte die vier am Montag ab.", "am Montag", "Ein Boot holte die vier ab"),
    # a year behind its month counts nothing; how long something took is no subject
    (
        "Am 3. Mai 1911 erreichte Jan Beek die Insel.",
        "Am 3. Mai 1911",
        "Jan Beek erreichte die Insel",
    ),
    (
        "Am Montag fiel drei Stunden lang der Strom aus.",
        "Am Montag",
        "Der Strom fiel drei Stunden lang aus",
    ),
    ("Im Mai noch hatte die Mühle Gewinn gemacht.", "Im Mai", "Die Mühle hat Gewinn gemacht"),
    ("Mit Wirkung zum 3. Mai geht der Wirt.", "zum 3. Mai", "Der Wirt geht"),
    # who somebody is, told between commas
    (
        "Der Maler, 1950 in Moosau geboren, lebt im Norden.",
        "1950",
        "Maler in Moosau geboren",
    ),
    ("Am Montag tagt der Rat, danach der Ausschuss.", "Am Montag", "Der Rat tagt"),
    (
        "Am Montag hatten sich Unbekannte Zutritt verschafft.",
        "Am Montag",
        "Unbekannte haben sich Zutritt verschafft",
    ),
    (
        "Dass der Wirt geht, wie das Blatt am Montag schrieb, ist Unsinn.",
        "am Montag",
        "Dass der Wirt geht, ist Unsinn",
    ),
    # what is done about a thing is not done on its day
    (
        "Gegen das Urteil vom 3. Mai legte der Wirt Revision ein.",
        "vom 3. Mai",
        "Urteil vom 3. Mai",
    ),
    ("Wegen des Streiks vom Montag fehlt Milch.", "vom Montag", "Streik vom Montag"),
    ("Bei dem Brand vom Montag fiel das Dach.", "vom Montag", "Bei dem Brand fiel das Dach"),
    # the whole subject in front, a verb with its particle, a verb behind "von … an"
    (
        "Den Preis bekam am Montag eine Wirtin aus Moosau.",
        "am Montag",
        "Eine Wirtin aus Moosau bekam den Preis",
    ),
    ("Der Hof, der seit Montag brachliegt, ist alt.", "seit Montag", "Der Hof liegt brach"),
    ("Von Montag an gelten neue Regeln.", "Von Montag", "Von Montag an gelten neue Regeln"),
    # what is certain, and since when
    ("Damit steht seit Montag fest: Das Bad schließt.", "seit Montag", "Das Bad schließt"),
    # without its date the sentence would deny all
    (
        "Das Amt rechnet nicht vor Montag mit einem Urteil.",
        "vor Montag",
        "Das Amt rechnet nicht vor Montag mit einem Urteil",
    ),
    (
        "Der Rat tagt nicht mehr im Mai.",
        "im Mai",
        "Der Rat tagt nicht mehr im Mai",
    ),
    # which of two nouns behind a preposition is its own, nobody knows
    (
        "Am Montag fanden Fachleute der Moosauer Wasserwerke bei einer Kontrolle Keime in dem "
        "Brunnen am Markt.",
        "Am Montag",
        "Fachleute der Moosauer Wasserwerke fanden bei einer Kontrolle Keime am Markt",
    ),
    ("Frau Holm, am Montag haben Wirte gestreikt.", "am Montag", "Wirte haben gestreikt"),
    # a day for which notice is given is the news
    (
        "Der Wirt hat der Gilde zum 3. Mai gekündigt.",
        "zum 3. Mai",
        "Der Wirt hat der Gilde zum 3. Mai gekündigt",
    ),
    # a participle with more than its date
    ("Die 14 im Mai getauften Boote liegen fest.", "im Mai", "14 Boote getauft"),
    (
        "Die im Mai in Moosau getaufte Fähre liegt im Hafen.",
        "im Mai",
        "Fähre in Moosau getauft",
    ),
    (
        "Niemand wusste Rat: Wo am Montag das Tor stand, lagen Steine.",
        "am Montag",
        "Wo das Tor stand, lagen Steine",
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), CASES)
def test_headline(sentence: str, expression: str, expected: str) -> None:
    assert headline_of(sentence, expression) == expected


def test_the_expected_headlines_of_this_file_have_no_faults() -> None:
    assert [made for _, _, made in CASES if faults_of(made)] == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Die Bauarbeiten hatten", "Die Bauarbeiten hatten im Mai begonnen."),
        (", um Zinsen zu zahlen", "Er lieh Geld, um Zinsen zu zahlen."),
        ("Am frühen ein Damm", "Am frühen Montag brach ein Damm."),
        ("Anträge könnten an gestellt werden", "Anträge könnten vom 3. Mai an gestellt werden."),
        ("Könnte der Wirt kommen", "Regnet es nicht, könnte der Wirt kommen."),
        ("Die Alke“ fährt mit „Watt", "Am Montag fährt mit „Watt und Alke“ der Wirt."),
        ("Er soll zwischen Mai", "Er soll zwischen Mai und Juni Boote verkauft haben."),
        ("Noch konnte telefonieren", "Sie konnte noch telefonieren."),
        ("Karten gibt es von", "Karten gibt es von Montag an."),
    ],
)
def test_what_has_come_apart_is_seen(text: str, sentence: str) -> None:
    assert broken(text, sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "[Am Montag] kamen die Gäste, [am Dienstag] die Wirte, [am Freitag], kam der Rest.",
            ["Die Gäste kamen", "Die Wirte kamen", "Der Rest kam"],
        ),
        (
            "[Am Montag] trat der Wirt zurück, [am Dienstag] der Koch und [am Freitag] die Köchin.",
            ["Der Wirt trat zurück", "Der Koch trat zurück", "Die Köchin trat zurück"],
        ),
        (
            "Der Markt öffnet [am Montag], [am Dienstag] der Hafen.",
            ["Der Markt öffnet", "Der Hafen öffnet"],
        ),
        (
            "Die Sitzung [vom Montag] wird [am Dienstag] wiederholt.",
            ["Sitzung vom Montag", "Die Sitzung wird wiederholt"],
        ),
        (
            "Nach dem Brand [am Montag] öffnet [am Dienstag] die Mühle.",
            ["Brand am Montag", "Nach dem Brand öffnet die Mühle"],
        ),
        (
            "Die Runden [am Montag] und [am Dienstag] brachten kein Ergebnis.",
            ["Die Runden brachten kein Ergebnis", "Die Runden brachten kein Ergebnis"],
        ),
    ],
)
def test_several_dates_of_one_verb(sentence: str, expected: list[str]) -> None:
    told = article("a", sentence.replace("[", "").replace("]", ""))
    texts = [part.split("]")[0] for part in sentence.split("[")[1:]]
    days = [when(told, text, date(2024, 6, 3 + number)) for number, text in enumerate(texts)]
    assert [mention.headline for mention in mentions(told, *days)] == expected


def test_a_rule_that_trips_loses_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> str:
        raise IndexError

    monkeypatch.setattr("timeline.events.headlines.recast.resolve", fails)
    assert headline_of("Am Montag brannte die Mühle ab.", "Am Montag") == (
        "Am Montag brannte die Mühle ab"
    )
