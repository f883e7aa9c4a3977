"""Headlines of clauses that hang on a noun, share a verb, or tell too little by themselves."""

from __future__ import annotations

from datetime import date

import pytest
from events_samples import article, headline_of, mentions, when
from headline_rules import faults_of

#: relative clauses: gender, number and place choose the noun
RELATIVES: list[tuple[str, str, str]] = [
    (
        "Der Bericht der Kammer, der am Montag erschien, nennt drei Gründe.",
        "am Montag",
        "Der Bericht der Kammer erschien",
    ),
    (
        "Das Spiel gegen Moosau, das am Montag ausfiel, wird wiederholt.",
        "am Montag",
        "Das Spiel gegen Moosau fiel aus",
    ),
    (
        "Die Partie gegen Moosau, die am Montag ausfiel, wird wiederholt.",
        "am Montag",
        "Die Partie gegen Moosau fiel aus",
    ),
    (
        "Das Haus der Wirtin, die am Montag verreist war, brannte ab.",
        "am Montag",
        "Die Wirtin ist verreist",
    ),
    (
        "Die Trainerin der Mannschaft, die am Montag entlassen wurde, schweigt.",
        "am Montag",
        "Die Trainerin der Mannschaft wurde entlassen",
    ),
    (
        "Der Fahrer des Wagens, der am Montag im Bach landete, lebt.",
        "am Montag",
        "Fahrer des Wagens, der im Bach landete",
    ),
    (
        "Im Prozess gegen einen Wirt, der am Montag begann, schweigen alle.",
        "am Montag",
        "Prozess gegen einen Wirt, der begann",
    ),
    (
        "Der Klub hofft auf Stürmer Ole Beek, der am Montag ins Training zurückkehrte.",
        "am Montag",
        "Stürmer Ole Beek kehrte ins Training zurück",
    ),
    (
        "Die Gespräche mit der Gilde, die am Montag begonnen haben, stocken.",
        "am Montag",
        "Die Gespräche mit der Gilde haben begonnen",
    ),
    (
        "Die Verse der Fibel, die am Montag erschien, sind alt.",
        "am Montag",
        "Die Fibel erschien",
    ),
    (
        "Grund war ein Riss im Damm, der am Montag entdeckt wurde.",
        "am Montag",
        "Der Riss im Damm wurde entdeckt",
    ),
    (
        "Taucher haben Reste einer Brücke gefunden, die am Montag eingestürzt war.",
        "am Montag",
        "Die Brücke ist eingestürzt",
    ),
    (
        "Der Rat liest Anträge und Klagen, die am Montag eingegangen sind.",
        "am Montag",
        "Anträge und Klagen sind eingegangen",
    ),
    (
        "Die Rede, auf die der Saal am Montag lange gewartet hatte, war kurz.",
        "am Montag",
        "Der Saal hat lange auf die Rede gewartet",
    ),
    (
        "Ada Holm hielt eine Rede, in der sie am Montag einen Sparkurs ankündigte.",
        "am Montag",
        "Ada Holm kündigte in der Rede einen Sparkurs an",
    ),
    (
        "Grund sind Risse, die Prüfer am Montag entdeckt hatten.",
        "am Montag",
        "Prüfer haben Risse entdeckt",
    ),
    (
        "Die Umfrage, die das Amt am Montag bestellt hatte, ist fertig.",
        "am Montag",
        "Das Amt hat die Umfrage bestellt",
    ),
    (
        "Die Flut, die das Dorf am Montag zerstörte, war hoch.",
        "am Montag",
        "Die Flut zerstörte das Dorf",
    ),
    (
        "Die Wirtin klagt über Mieten, die am Montag gestiegen sind.",
        "am Montag",
        "Mieten, die gestiegen sind",
    ),
    (
        "Der 19-Jährige, der seit Jahresbeginn elf Roller gestohlen hat, sitzt in Haft.",
        "seit Jahresbeginn",
        "Der 19-Jährige hat elf Roller gestohlen",
    ),
]
#: the order of a clause, and what it keeps
ORDERS: list[tuple[str, str, str]] = [
    (
        "Am Montag wurde bekannt, dass die Brauerei Stellen kürzt.",
        "Am Montag",
        "Die Brauerei kürzt Stellen",
    ),
    (
        "Am Montag wurde bekannt, dass die Bank Nord schließt.",
        "Am Montag",
        "Bekannt wurde, dass die Bank Nord schließt",
    ),
    (
        "Am Montag wurde bekannt, dass die Wirtin Ada Holm heiratet.",
        "Am Montag",
        "Die Wirtin Ada Holm heiratet",
    ),
    (
        "Am Montag wurde im Keller des Hauses Schimmel entdeckt.",
        "Am Montag",
        "Schimmel wurde im Keller des Hauses entdeckt",
    ),
    (
        "Am Montag ist noch ein Band mit Liedern erschienen.",
        "Am Montag",
        "Ein Band mit Liedern ist noch erschienen",
    ),
    ("Zum Montag hin wird der Wind stärker.", "Zum Montag", "Der Wind wird stärker"),
    (
        "Der Rat der Gemeinde hat am Montag mit großer Mehrheit beschlossen, im Hafen auf die "
        "Gebühr zu verzichten.",
        "am Montag",
        "Der Rat der Gemeinde hat beschlossen, im Hafen auf die Gebühr zu verzichten",
    ),
    (
        "Das letzte Spiel bestreiten die Falken am Montag in Moosau.",
        "am Montag",
        "Die Falken bestreiten das letzte Spiel in Moosau",
    ),
    (
        "Anmeldeschluss für Verkäufer ist der 18. März.",
        "18. März",
        "Anmeldeschluss für Verkäufer",
    ),
    ("Neuer Termin ist der 18. März.", "18. März", "Neuer Termin ist der 18. März"),
    (
        "Das Fest war für Montag geplant, wurde aber wegen Regens verschoben.",
        "für Montag",
        "Das Fest wurde wegen Regens verschoben",
    ),
    (
        "Im Saal saßen 90 Gäste, am Montag waren es 70.",
        "am Montag",
        "Es waren 70 Gäste",
    ),
    ("Die Arbeiten sollen bis Mai dauern.", "bis Mai", "Die Arbeiten sollen bis Mai dauern"),
]
#: each date of a sentence: what it tells
SHARED: list[tuple[str, list[str]]] = [
    (
        "Das Bad war [1974] eröffnet und [1998] saniert worden.",
        ["Das Bad wurde eröffnet", "Das Bad wurde saniert"],
    ),
    (
        "Das Haus wurde [1904] gebaut, [1960] erweitert und [1998] saniert.",
        ["Das Haus wurde gebaut", "Das Haus wurde erweitert", "Das Haus wurde saniert"],
    ),
    (
        "[1989] war das Land in Not geraten und [1991] verkauft worden.",
        ["Das Land ist in Not geraten", "Das Land wurde verkauft"],
    ),
    (
        "[Im Mai] hatte die Firma Kurzarbeit angemeldet, [im Juni] aber wieder eingestellt.",
        ["Die Firma hat Kurzarbeit angemeldet", "Die Firma hat Kurzarbeit wieder eingestellt"],
    ),
    (
        "Die Brücke soll [im Mai] gesperrt und [im Juni] abgerissen werden.",
        ["Die Brücke soll gesperrt werden", "Die Brücke soll abgerissen werden"],
    ),
    (
        "Die Löhne steigen [im Mai] um 3,5 und [im Juni] um 2 Prozent.",
        ["Die Löhne steigen um 3,5 Prozent", "Die Löhne steigen um 2 Prozent"],
    ),
    (
        "Ein Gericht verurteilte ihn [1989] zu drei und [1991] zu sechs Jahren Haft.",
        [
            "Ein Gericht verurteilte ihn zu drei Jahren Haft",
            "Ein Gericht verurteilte ihn zu sechs Jahren Haft",
        ],
    ),
    (
        "[Am Montag] kam der Wirt und [am Dienstag] die Köchin.",
        ["Der Wirt kam", "Die Köchin kam"],
    ),
    (
        "[Am Freitag] tritt die Band in Kiel auf, [am Samstag] in Bonn.",
        ["Die Band tritt in Kiel auf", "Die Band tritt in Bonn auf"],
    ),
    (
        "[Im Juni] wird die Straße saniert und [im August] die Brücke.",
        ["Die Straße wird saniert", "Die Brücke wird saniert"],
    ),
    (
        "Die Zahl der Toten stieg [am Montag] auf drei und [am Dienstag] auf vier.",
        ["Die Zahl der Toten stieg auf drei", "Die Zahl der Toten stieg auf vier"],
    ),
    (
        "Die Autorin, [1950] in Kiel geboren und [seit 1990] in Wien zu Hause, starb [am Montag].",
        [
            "Autorin in Kiel geboren",
            "Die Autorin, seit 1990 in Wien zu Hause",
            "Die Autorin starb",
        ],
    ),
    (
        "Das Haus, [1950] für den Verein gebaut und [1990] vom Land gekauft, steht leer.",
        ["Haus für den Verein gebaut", "Haus vom Land gekauft"],
    ),
    (
        "Der Bahnhof Süd, [1911] eröffnet und [1974] umgebaut, steht leer.",
        ["Bahnhof Süd eröffnet", "Bahnhof Süd umgebaut"],
    ),
    (
        "Das Museum, das [1974] eröffnet und [1998] saniert wurde, ist voll.",
        ["Das Museum wurde eröffnet", "Das Museum wurde saniert"],
    ),
    (
        "Ein Sturm hat den Ort [im Mai] oder [im Juni] getroffen.",
        ["Ein Sturm hat den Ort getroffen", "Ein Sturm hat den Ort getroffen"],
    ),
    (
        "Der Verband habe [am Samstag] um Aufschub gebeten, teilte das Amt [am Dienstag] mit.",
        [
            "Amt: Der Verband habe um Aufschub gebeten",
            "Amt: Der Verband habe am Samstag um Aufschub gebeten",
        ],
    ),
    (
        "Bühne „Nord“, Premiere [am 20. März], weitere Abende [am 21.] und [27. März].",
        ["Bühne „Nord“: Premiere", "Bühne „Nord“: weitere Abende", "Bühne „Nord“: weitere Abende"],
    ),
]


@pytest.mark.parametrize(("sentence", "expression", "expected"), [*RELATIVES, *ORDERS])
def test_headline(sentence: str, expression: str, expected: str) -> None:
    found = headline_of(sentence, expression)
    assert found == expected
    assert list(faults_of(found)) == []


@pytest.mark.parametrize(("sentence", "expected"), SHARED)
def test_each_date_tells_its_own(sentence: str, expected: list[str]) -> None:
    told = article("a", sentence.replace("[", "").replace("]", ""))
    texts = [part.split("]")[0] for part in sentence.split("[")[1:]]
    days = [when(told, text, date(2024, 6, 3 + number)) for number, text in enumerate(texts)]
    assert [mention.headline for mention in mentions(told, *days)] == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        # among several nouns none is certain
        (
            "Ein Fahrer prallte gegen einen Baum.",
            "Helfer brachten ihn am Montag in die Klinik.",
            "Helfer brachten ihn in die Klinik",
        ),
        ("Die Stadt kauft einen Bagger.", "Der Händler liefert ihn am Montag.", "den Bagger"),
        ("Der 19-Jährige floh.", "Ein Zeuge hatte ihn am Montag erkannt.", "den 19-Jährigen"),
        ("Der Präsident schwieg.", "Der Rat lud ihn am Montag vor.", "den Präsidenten"),
        # what stands in quotation marks stays as it was said
        (
            "Trainer Jens Ohlsen verzichtet auf Mats Brandt.",
            "„Er fällt lange aus“, sagte Ohlsen am Montag.",
            "Ohlsen: „Er fällt lange aus“",
        ),
    ],
)
def test_objects_and_quotations(before: str, sentence: str, expected: str) -> None:
    assert expected in headline_of(sentence, "am Montag", before)


def test_the_answer_to_a_question_is_its_headline() -> None:
    told = article("a", "Wann fangen Sie an?\nAm 3. Juli. Bis dahin führt Ole Beek das Amt.")
    (found,) = mentions(told, when(told, "Am 3. Juli", date(2024, 7, 3)))
    assert found.headline == "Wann fangen Sie an? Am 3. Juli"


def test_what_follows_another_time_stands_under_no_day() -> None:
    told = article("a", "Es ist zu.\nMontag. Danach wird gefeiert. Ada Holm dankt den Helfern.")
    (found,) = mentions(told, when(told, "Montag", date(2024, 6, 24)))
    assert found.headline == "Ada Holm dankt den Helfern"


def test_two_questions_and_a_name_are_an_interview() -> None:
    text = "Frau Holm, wann wird die Halle gebaut?\nWir fangen im Juli an.\nUnd was kostet das?"
    told = article("a", text)
    (found,) = mentions(told, when(told, "im Juli", date(2024, 7, 1)))
    assert found.headline == "Frau Holm: Wir fangen im Juli an"


def test_a_heading_that_only_asks_what_is_on_is_no_event() -> None:
    told = article("a", "Was am Wochenende los ist.", title="Termine")
    (found,) = mentions(told, when(told, "am Wochenende", date(2024, 6, 22)))
    assert (found.headline, found.basis) == ("Termine", "publication")


@pytest.mark.parametrize(
    ("sentence", "expression", "modality"),
    [
        ("Das Fest war für Mai geplant, wurde aber verschoben.", "für Mai", "postponed"),
        ("Der Abend war für Mai angesetzt, ist aber abgesagt.", "für Mai", "cancelled"),
        ("Die Sitzung war für Mai angesetzt und dauerte lange.", "für Mai", "happened"),
        ("Die Falken bestritten im Mai ein Spiel in Moosau.", "im Mai", "happened"),
        ("Der Trainer bestritt im Mai jede Absprache.", "im Mai", "denied"),
    ],
)
def test_plans_given_up_and_matches_played(sentence: str, expression: str, modality: str) -> None:
    told = article("a", sentence)
    (found,) = mentions(told, when(told, expression, date(2024, 5, 1)))
    assert found.modality == modality
