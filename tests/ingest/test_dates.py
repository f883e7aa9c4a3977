"""Publication dates: as written, as found, and never invented."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.ingest.dates import parse_moment
from timeline.ingest.furniture import lay_out
from timeline.ingest.published import Publication, Stated, find_publication

BERLIN = ZoneInfo("Europe/Berlin")

HEADLINE = "Hafen bekommt neue Kaimauer"
LEAD = "Die Stadt Norderhafen baut eine neue Kaimauer, das hat der Rat einstimmig beschlossen."
BODY = (
    "Die alte Mauer war im Winter an drei Stellen gebrochen. Der Bau dauert nach Angaben "
    "der Hafenmeisterin zwei Jahre, in den kommenden Tagen beginnt die Ausschreibung."
)


def publication(
    text: str, *, url: str = "", infer: bool = True, stated: tuple[Stated, ...] = ()
) -> Publication:
    page = lay_out(text, 0, BERLIN)
    return find_publication("hafen.txt", stated, page, url, BERLIN, infer=infer)[0]


def under_headline(*stamps: str) -> str:
    return "\n".join([HEADLINE, *stamps, "", LEAD, "", BODY])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-12", date(2024, 3, 12)),
        ("20240312", date(2024, 3, 12)),
        ("2024/03/12", date(2024, 3, 12)),
        ("12.03.2024", date(2024, 3, 12)),
        ("12. 3. 24", date(2024, 3, 12)),
        ("12/03/2024", date(2024, 3, 12)),
        ("12. März 2024", date(2024, 3, 12)),
        ("Dienstag, 12. März 2024", date(2024, 3, 12)),
        ("Di., den 12. Mrz. 2024", date(2024, 3, 12)),
        ("5. Jänner 2024", date(2024, 1, 5)),
        ("3. Febr. 2025", date(2025, 2, 3)),
        ("March 12th, 2024", date(2024, 3, 12)),
        ("12.03.2024 | 09:41 Uhr", datetime(2024, 3, 12, 9, 41, tzinfo=BERLIN)),
        ("12. März 2024 um 9.41 Uhr", datetime(2024, 3, 12, 9, 41, tzinfo=BERLIN)),
        ("12.03.2024, 8 Uhr", datetime(2024, 3, 12, 8, 0, tzinfo=BERLIN)),
        ("2024-03-12T09:41", datetime(2024, 3, 12, 9, 41, tzinfo=BERLIN)),
        ("2024-03-12 09:41:10.123456", datetime(2024, 3, 12, 9, 41, 10, tzinfo=BERLIN)),
        ("Tue, 12 Mar 2024 09:41:00 +0100", datetime(2024, 3, 12, 9, 41, tzinfo=BERLIN)),
        ("2024-07-12T09:41:00Z", datetime(2024, 7, 12, 11, 41, tzinfo=BERLIN)),
        ("12.07.2024, 09:41 Uhr MESZ", datetime(2024, 7, 12, 9, 41, tzinfo=BERLIN)),
        # the day is taken after the change to local time
        ("2024-03-11T23:30:00Z", datetime(2024, 3, 12, 0, 30, tzinfo=BERLIN)),
        ("2024-03-12T01:00:00+09:00", datetime(2024, 3, 11, 17, 0, tzinfo=BERLIN)),
    ],
)
def test_dates_as_people_and_machines_write_them(written: str, expected: date) -> None:
    found = parse_moment(written, BERLIN)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31.02.2024", "gibt es nicht"),
        ("2024-13-01", "Monat 13"),
        ("3024-01-01", "nicht glaubhaft"),
        ("12.03.2024, 25:10 Uhr", "Uhrzeit"),
        ("gestern", "kein vollständiges Datum"),
        ("März 2024", "kein vollständiges Datum"),
        ("12. März", "kein vollständiges Datum"),
        ("2024", "kein vollständiges Datum"),
        ("vor zwei Tagen", "kein vollständiges Datum"),
        ("1.5.2024 bis 3.5.2024", "kein vollständiges Datum"),
        ("", "kein vollständiges Datum"),
        ("\x00" * 10, "kein vollständiges Datum"),
    ],
)
def test_no_date_is_completed_or_bent_into_shape(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_moment(written, BERLIN)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_value_error(written: str) -> None:
    try:
        found = parse_moment(written, BERLIN)
    except ValueError:
        return
    assert 1600 <= found.year <= 2101


@given(st.datetimes(datetime(1970, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)))
def test_iso_date_times_survive(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    found = parse_moment(moment.isoformat(), BERLIN)
    assert isinstance(found, datetime)
    # not ==: Python never calls a repeated hour equal to one in another zone
    assert found.timestamp() == moment.timestamp()


@pytest.mark.parametrize(
    "stamps",
    [
        ("Veröffentlicht am 12.03.2024, 09:41 Uhr",),
        ("Publiziert: 12.03.2024 um 09:41 Uhr",),
        ("Erschienen am 12. März 2024, 9.41 Uhr",),
        ("• Aktualisiert: 12.03.2024", "• 09:41 Uhr", "• dpa"),
        ("Stand: 12.03.2024, 09:41 Uhr | Lesezeit: 3 Min.",),
        ("Von Ida Probst | 12.03.2024, 09:41 Uhr",),
        ("12. März 2024, 09:41 Uhr",),
        ("Veröffentlicht am", "12.03.2024 09:41"),
        ("Erstveröffentlicht: 11.03.2024, 19:05 Uhr", "Aktualisiert: 12.03.2024, 09:41 Uhr"),
        ("Aktualisiert: 12.03.2024, 09:41 Uhr | Veröffentlicht: 11.03.2024, 19:05 Uhr",),
    ],
)
def test_stamps_in_the_head(stamps: tuple[str, ...]) -> None:
    found = publication(under_headline(*stamps))
    assert found.published == datetime(2024, 3, 12, 9, 41, tzinfo=BERLIN)
    assert found.basis == "text"


def test_stamps_below_a_teaser() -> None:
    text = "\n".join([HEADLINE, LEAD, "Von Ida Probst", "Veröffentlicht: 12.03.2024", "", BODY])
    assert publication(text).published == date(2024, 3, 12)


def test_first_publication_is_kept_in_a_note() -> None:
    found = publication(under_headline("Veröffentlicht: 11.03.2024", "Update: 12.03.2024"))
    assert found.published == found.modified == date(2024, 3, 12)
    assert "11.03.2024" in found.notes[0]


def test_an_update_before_the_first_publication_is_no_update() -> None:
    found = publication(under_headline("Veröffentlicht: 12.03.2024", "Stand: 11.03.2024"))
    assert found.published == date(2024, 3, 12)


@pytest.mark.parametrize(
    "opening",
    [
        "Norderhafen, 12. März 2024 – ",
        "Norderhafen, 12.03.2024 (dpa) - ",
        "Norderhafen/Bremen, den 12. März 2024. ",
    ],
)
def test_a_dateline_dates_the_report_and_is_furniture(opening: str) -> None:
    text = f"{HEADLINE}\n\n{opening}{LEAD}\n\n{BODY}"
    assert publication(text).published == date(2024, 3, 12)
    page = lay_out(text, 0, BERLIN)
    find_publication("x", (), page, "", BERLIN, infer=True)
    assert [text[s.start_char : s.end_char].strip() for s in page.spans()] == [opening.strip()]


@pytest.mark.parametrize(
    "text",
    [
        under_headline(),
        under_headline("Aktualisiert: gestern, 09:41 Uhr"),
        under_headline("Stand: März 2024"),
        under_headline("Aktualisiert: 12. März, 09:41 Uhr"),
        # a day in the body, in a list of other articles, in a chronicle
        under_headline() + "\n\nDer Vertrag gilt seit dem 12. März 2024 und läuft zehn Jahre lang.",
        under_headline() + "\n\nÄhnliche Themen\nAlte Mauer\n12.03.2024",
        f"{HEADLINE}\n\n12. März 2019\n{LEAD}\n\n4. April 2020\n{BODY}",
        "12.03.1974: Die Mauer bricht.\n13.03.1974: Die Feuerwehr pumpt.",
        "Konzert am 12. März 2024\n\n" + LEAD,
    ],
)
def test_no_date_is_invented(text: str) -> None:
    assert publication(text) == Publication()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bote.example/2024/03/12/kaimauer", date(2024, 3, 12)),
        ("https://bote.example/lokales/2024-03-12-kaimauer.html", date(2024, 3, 12)),
        ("https://bote.example/2024/mar/12/kaimauer", date(2024, 3, 12)),
        ("https://bote.example/a-20240312.html", date(2024, 3, 12)),
        ("https://bote.example/2024/03/kaimauer", None),
        ("https://bote.example/2024/13/45/kaimauer", None),
        ("https://bote.example/20240312/vergleich-20240401", None),
        ("https://bote.example/kaimauer-2024031299", None),
        ("http://[bote", None),
    ],
)
def test_date_in_the_address(url: str, expected: date | None) -> None:
    found = publication(under_headline(), url=url)
    assert found.published == expected
    assert found.basis == ("url" if expected else "none")


@pytest.mark.parametrize(
    "opening",
    [
        "Am 12. März 2024 berichtete der Hafensender, dass die Mauer dreimal gebrochen ist.",
        "Die Stadt teilte am 12. März 2024 mit, dass die Mauer an drei Stellen gebrochen ist.",
        "Heute, am 12. März 2024, ist die Mauer im Hafen an drei Stellen gebrochen.",
    ],
)
def test_inferred_from_the_opening_sentence(opening: str) -> None:
    found = publication(f"{HEADLINE}\n\n{opening}\n\n{BODY}")
    assert (found.published, found.basis) == (date(2024, 3, 12), "inferred")
    assert found.confidence < 0.5
    assert "erschlossen" in found.notes[0]
    assert publication(f"{HEADLINE}\n\n{opening}\n\n{BODY}", infer=False) == Publication()


@pytest.mark.parametrize(
    "rest",
    [
        "Am 20. April 2024 bestätigte die Stadt den Schaden, derzeit ruht die Arbeit.",
        "Heute, 35 Jahre später, erinnert eine Tafel an den Tag. Damals weinten viele.",
        "Die Mauer wurde 2031 abgetragen und kürzlich ersetzt.",
        "Die Menschen strömten auf die Straßen.",
    ],
)
def test_history_and_contradictions_are_not_inferred_from(rest: str) -> None:
    opening = "Am 12. März 2024 berichtete der Hafensender, dass die Mauer gebrochen ist."
    assert publication(f"{HEADLINE}\n\n{opening}\n\n{rest}") == Publication()


def test_order_of_the_sources() -> None:
    text = under_headline("Veröffentlicht: 14.03.2024")
    url = "https://bote.example/2024/03/15/x"
    user = Stated("--published", "user", "12.03.2024")
    table = Stated("metadata.csv", "metadata", "13.03.2024")
    assert publication(text, url=url, stated=(user, table)).published == date(2024, 3, 12)
    assert publication(text, url=url, stated=(table,)).published == date(2024, 3, 13)
    page = Stated("JSON-LD", "json-ld", "2024-03-16")
    assert publication(text, url=url, stated=(page,)).published == date(2024, 3, 16)
    found = publication(text, url=url)
    assert (found.published, found.basis) == (date(2024, 3, 15), "url")
    assert "14.03.2024" in found.notes[0]
    assert publication(text).published == date(2024, 3, 14)


def test_contradicting_statements_leave_a_note() -> None:
    found = publication(
        LEAD,
        stated=(
            Stated("metadata.csv", "metadata", "13.03.2024"),
            Stated("Front Matter", "metadata", "14.03.2024"),
        ),
    )
    assert found.published == date(2024, 3, 13)
    assert "Front Matter" in found.notes[0]
