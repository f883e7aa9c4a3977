"""What of a page without markup is the article, and what is furniture."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest.furniture import lay_out
from timeline.ingest.lines import split_lines

BERLIN = ZoneInfo("Europe/Berlin")

BODY_1 = (
    "Der Gemeinderat von Birkenau hat am Montag den Bau der neuen Turnhalle beschlossen. "
    "Die Arbeiten sollen im Frühjahr beginnen, sagte Bürgermeisterin Ute Kern."
)
BODY_2 = "Die alte Turnhalle war am 4. Februar 2023 nach einem Wasserschaden gesperrt worden."
BODY_3 = "Der Schulleiter rechnet mit der Eröffnung im Herbst 2026, wie er am Dienstag mitteilte."


def furniture(text: str) -> dict[str, str]:
    """Every non-blank line of the text → its kind ("" for the article)."""
    page = lay_out(text, 0, BERLIN)
    return {line.text: kind or "" for line, kind in zip(page.lines, page.kinds, strict=True)}


def left_of(text: str) -> list[str]:
    return [line for line, kind in furniture(text).items() if not kind]


def page(*blocks: str) -> str:
    return "\n\n".join(blocks)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Anzeige", "advertising"),
        ("– Anzeige –", "advertising"),
        ("**WERBUNG**", "advertising"),
        ("Der Artikel wird nach der Anzeige fortgesetzt", "advertising"),
        ("Von Ida Probst und Karl Lenz", "byline"),
        ("VON IDA PROBST", "byline"),
        ("Ein Gastbeitrag von Ida Probst", "byline"),
        ("Aktualisiert: 3. Mai 2024, 14.05 Uhr", "stamp"),
        ("Von Ida Probst | Stand: 03.05.2024, 14:05 Uhr | 4 Min. Lesezeit", "stamp"),
        ("vor 3 Stunden", "stamp"),
        ("Lesezeit: ca. 4 Minuten", "reading time"),
        ("12 Kommentare", "comments"),
        ("Teilen Facebook WhatsApp E-Mail Drucken", "share"),
        ("Auf Facebook teilen", "share"),
        ("Startseite › Lokales › Birkenau", "navigation"),
        ("Politik | Sport | Kultur | Wetter", "navigation"),
        ("Zum Inhalt springen", "navigation"),
        ("https://www.birkenauer-bote.example/lokales/turnhalle", "navigation"),
        ("Die Turnhalle im Mai 2023. Foto: Lenz", "credits"),
        ("Über dieses Thema berichtete der Sender am 03. Mai 2024 um 18:00 Uhr.", "notice"),
        ("Schlagwörter zu diesem Artikel", "related"),
        ("© 2024 Birkenauer Bote", "notice"),
        ("Das Rathaus (Symbolbild)", "credits"),
        ("Im Video: Der Rundgang durch die Halle", "related"),
        ("Lesen Sie auch: Streit um die Turnhalle (12.01.2023)", "related"),
        ("Jetzt kostenlos den Newsletter abonnieren", "newsletter"),
        ("Wir verwenden Cookies, um Inhalte zu personalisieren.", "cookies"),
        ("Fehler gefunden? Jetzt melden", "error report"),
        ("Leserservice: 06201 / 20 24 05", "contact"),
        ("redaktion@birkenauer-bote.example", "contact"),
        ("Laufschuhe im Angebot: statt 89,99 € nur 59,99 €", "advertising"),
        ("Wer unsere Arbeit schätzt: Unterstützen Sie uns mit einer Spende!", "donation"),
        ("Dieser Artikel ist exklusiv für Abonnenten", "paywall"),
    ],
)
def test_a_line_says_by_itself_what_it_is(line: str, kind: str) -> None:
    text = page(f"Birkenau baut neu\n{line}", BODY_1, BODY_2, BODY_3)
    assert furniture(text)[line] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Die Polizei sucht Zeugen: Am Freitag gegen 17.30 Uhr stürzte ein Radfahrer.",
        "Anzeige wegen Betrugs",
        "Kommentar",
        "Von Anfang an umstritten",
        "Von Birkenau nach Weinheim",
        "2. Oktober 1882: Birkenau bekommt einen Bahnhof.",
        "30.06.1991: Schluss.",
        "Der Preis für das Ticket steigt zum 1. Januar von 49 Euro auf 58 Euro.",
        "„Jetzt kaufen alle Mehl“, sagte der Händler am Donnerstag.",
        "Ab Montag können Eltern ihre Kinder online anmelden, teilte die Stadt am 3. Mai mit.",
        "Der Verlag stellt seinen Newsletter ein, wie er am Montag kostenlos mitteilte.",
        "Die Sparkasse fragte 2019 vor Cookies nach der Zustimmung, erklärte der Vorstand.",
        "1. Warum wird gebaut?",
        "Das Wichtigste in Kürze",
        "- Der Gemeinderat hat am Montag zugestimmt.",
        "Die Vereine spendeten am Samstag 4.000 Euro für die neue Halle.",
        "Mehr Geld für die Feuerwehr",
        "Das Video vom 3. Mai zeigt den Einsturz der Decke, berichtete der Sender.",
    ],
)
def test_the_article_is_left_alone(line: str) -> None:
    assert furniture(page("Birkenau baut neu", BODY_1, line, BODY_2, BODY_3))[line] == ""


def test_related_links_with_dates_end_where_running_text_resumes() -> None:
    text = page(
        "Birkenau baut neu",
        BODY_1,
        "Das könnte Sie auch interessieren\nStreit im Rat (11.01.2024)\nHalle gesperrt\n05.02.2023",
        "Mehr Bilder vom Samstag",
        BODY_2,
        "Meistgelesen\n1. Hitze am Mittwoch\n2. Rückblick: das Jahr 1994",
    )
    assert left_of(text) == ["Birkenau baut neu", BODY_1, BODY_2]


def test_teasers_below_a_heading_are_no_running_text() -> None:
    teaser = "Nach dem Streit vom 11. Januar 2024 wollen beide Seiten wieder miteinander reden."
    text = page(
        BODY_1,
        BODY_2,
        "Neueste Artikel",
        f"Streit im Rat\n{teaser}",
        f"Halle wird teurer\n{teaser} Das sagte der Kämmerer.",
    )
    assert left_of(text) == [BODY_1, BODY_2]


def test_a_teaser_with_its_date_below_belongs_to_the_list() -> None:
    teaser = "Am vergangenen Donnerstag haben sich beide Seiten im Streit um die Halle geeinigt."
    text = page(BODY_1, "Ähnliche Themen", teaser, "• 18.01.2025\n• 14:01 Uhr", "Mehr News")
    assert left_of(text) == [BODY_1]


def test_text_without_blank_lines() -> None:
    text = "\n".join(
        ["Birkenau baut neu", BODY_1, "Ähnliche Artikel", "Halle gesperrt (05.02.2023)", BODY_2]
    )
    assert left_of(text) == ["Birkenau baut neu", BODY_1, BODY_2]


def test_an_advertisement_ends_at_running_text_directly_below() -> None:
    text = page(BODY_1, f"Anzeige\n{BODY_2} Das sagte der Hausmeister.", BODY_3)
    assert left_of(text) == [BODY_1, f"{BODY_2} Das sagte der Hausmeister.", BODY_3]


def test_an_empty_slot_leaves_the_next_paragraph_alone() -> None:
    heading = "3. Was kostet die Halle?"
    text = page(BODY_1, "Anzeige", f"{heading}\n{BODY_2}", "Anzeige", "Wie es weitergeht", BODY_3)
    assert left_of(text) == [BODY_1, heading, BODY_2, "Wie es weitergeht", BODY_3]


def test_an_advertisement_behind_a_blank_line() -> None:
    advert = "Mit dem Bus ans Meer – Abfahrt 7:15 und 16:30 Uhr, nur bis 16.03."
    assert left_of(page(BODY_1, "Anzeige", advert, BODY_2)) == [BODY_1, BODY_2]


def test_the_promotional_tail_takes_the_texts_between_its_boxes() -> None:
    blurb = "Mit diesem Zelt sind Familien seit vielen Jahren an dunklen Herbsttagen unterwegs."
    author = "Petra Sommer hat sechs Jahre lang Rezepte gesammelt und erzählt von ihrer Küche."
    text = page(
        BODY_1,
        BODY_2,
        BODY_3,
        "Einfach jetzt bestellen und versandkostenfrei erhalten!",
        "Zelt-Tipp: Das große Familienzelt!",
        blurb,
        "Preisreduzierung: statt 199,99 € nur 149,99 €",
        author,
        "Abonnieren Sie unseren Newsletter und folgen Sie uns auf Telegram!",
    )
    assert left_of(text) == [BODY_1, BODY_2, BODY_3]


def test_boxes_between_paragraphs_do_not_swallow_the_article() -> None:
    box = "Jetzt Newsletter abonnieren: kostenlos in Ihrem Postfach!"
    appeal = "Unterstützen Sie uns mit einer Spende!"
    text = page(BODY_1, box, BODY_2, appeal, BODY_3, box + " Heute noch.")
    assert left_of(text) == [BODY_1, BODY_2, BODY_3]


def test_readers_comments_run_to_the_end_but_a_count_does_not_open_them() -> None:
    comment = "Das hätte man schon am 1. April 2021 beschließen müssen, damals war Geld da."
    text = page(
        f"Birkenau baut neu\n2 Kommentare\n{BODY_1}",
        BODY_2,
        "Kommentare (2)",
        f"Holzwurm schrieb am 04.05.2024:\n{comment}",
        f"Eiche vor 2 Stunden\n{comment}",
    )
    assert left_of(text) == ["Birkenau baut neu", BODY_1, BODY_2]


def test_author_box() -> None:
    text = page(
        BODY_1, BODY_2, BODY_3, "Über die Autorin\nIda Probst, Jahrgang 1985, kam 2010 zu uns."
    )
    assert left_of(text) == [BODY_1, BODY_2, BODY_3]
    text = page(BODY_1, BODY_2, BODY_3, "Ida Probst ist seit 2015 Redakteurin im Ressort Lokales.")
    assert left_of(text) == [BODY_1, BODY_2, BODY_3]


def test_numbers_to_ring_inside_running_text() -> None:
    text = f"{BODY_2} Hotline: 06201 / 33 15 70 (täglich 7 bis 21 Uhr). Das gilt bis Freitag."
    spans = lay_out(text, 0, BERLIN).spans()
    assert [text[s.start_char : s.end_char] for s in spans] == [
        "Hotline: 06201 / 33 15 70 (täglich 7 bis 21 Uhr)"
    ]


def test_a_credit_behind_running_text_leaves_the_text() -> None:
    text = f"{BODY_1} © dpa-infocom, dpa:240506-99-123456/2"
    spans = lay_out(text, 0, BERLIN).spans()
    assert [(text[s.start_char : s.end_char], s.kind) for s in spans] == [
        ("© dpa-infocom, dpa:240506-99-123456/2", "credits")
    ]


def test_dates_as_headings_of_a_chronicle_are_not_stamps() -> None:
    text = page("Chronik der Halle", "3. Mai 1874", BODY_1, "14. Februar 1887", BODY_2)
    assert left_of(text) == ["Chronik der Halle", "3. Mai 1874", BODY_1, "14. Februar 1887", BODY_2]


def test_the_days_of_a_programme_are_no_stamps_without_a_year_either() -> None:
    days = ["Freitag, 20. Juni", "18 Uhr: Fassanstich", "Samstag, 21. Juni", "20 Uhr: Konzert"]
    assert left_of(page("Dorffest in Moosau", *days))[-4:] == days


def test_one_day_over_its_hours_is_no_stamp() -> None:
    day = ["Freitag, 20. Juni", "18 Uhr: Fassanstich", "20 Uhr: Konzert der Kapelle"]
    assert left_of(page("Dorffest in Moosau", *day))[-3:] == day


PIECES = st.sampled_from(
    [
        BODY_1, BODY_2, "Anzeige", "Ähnliche Themen", "03.05.2024", "• 14:01 Uhr", "Kommentare",
        "Newsletter abonnieren!", "Über den Autor", "statt 9,99 € nur 4,99 €", "", "\t", "Von A B",
        "Berlin, 3. Mai 2024 –", "Tel. 06201 / 33 15 70", "\u00a0", "©",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=25), st.integers(0, 40))
def test_spans_are_sorted_disjoint_and_inside(pieces: list[str], start: int) -> None:
    text = "\n".join(pieces)
    spans = lay_out(text, min(start, len(text)), BERLIN).spans()
    last = min(start, len(text))
    for span in spans:
        assert last <= span.start_char < span.end_char <= len(text)
        last = span.end_char


@given(st.text(max_size=300))
def test_lines_slice_their_text(text: str) -> None:
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text
        assert line.text == line.text.strip() != ""
