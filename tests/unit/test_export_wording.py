from __future__ import annotations

from datetime import date as D
from datetime import datetime as T
from typing import Any, get_args

import pytest
from export_samples import event, mention
from hypothesis import given
from hypothesis import strategies as st

from timeline.export.text import clean_text, web_address
from timeline.export.wording import (
    basis_phrase,
    conflict_phrase,
    display_date,
    interval_words,
    modality_phrase,
    sources_phrase,
)
from timeline.models import LIVE_ENTRY, Claim, Granularity, Mod, Modality, Moment

Words = tuple[Moment | None, Moment | None, str, str | None, str, str, str]

WORDS: list[Words] = [
    # start, end, granularity, mod, EDTF, German, English
    (D(2024, 6, 19), D(2024, 6, 19), "day", None, "", "19. Juni 2024", "19 June 2024"),
    (D(2024, 6, 19), None, "day", None, "", "19. Juni 2024", "19 June 2024"),
    (D(2024, 5, 1), D(2024, 5, 5), "day", "approx", "2024-05-03~", "etwa 3. Mai 2024",
     "around 3 May 2024"),
    (T(2024, 3, 11, 17, 30), None, "time", None, "", "11. März 2024, 17:30 Uhr",
     "11 March 2024, 17:30"),
    (T(2024, 3, 11, 0, 5), T(2024, 3, 11, 0, 5), "time", "approx", "",
     "11. März 2024, gegen 0:05 Uhr", "11 March 2024, around 0:05"),
    (T(2024, 3, 11, 9, 5), T(2024, 3, 11, 12), "time", None, "",
     "11. März 2024, 9:05–12:00 Uhr", "11 March 2024, 9:05–12:00"),
    (T(2024, 3, 11, 9, 5), T(2024, 3, 12, 12), "range", None, "",
     "11. März 2024, 9:05 Uhr, bis 12. März 2024, 12:00 Uhr",
     "11 March 2024, 9:05 to 12 March 2024, 12:00"),
    (T(2024, 3, 11, 18), None, "time", "since", "", "seit 11. März 2024, 18:00 Uhr",
     "since 11 March 2024, 18:00"),
    (D(2024, 3, 11), D(2024, 3, 11), "time", None, "", "11. März 2024", "11 March 2024"),
    (D(2024, 3, 4), D(2024, 3, 10), "week", None, "", "Woche vom 4. bis 10. März 2024",
     "week of 4–10 March 2024"),
    (D(2024, 7, 29), D(2024, 8, 4), "week", None, "", "Woche vom 29. Juli bis 4. August 2024",
     "week of 29 July to 4 August 2024"),
    (D(2024, 12, 30), D(2025, 1, 5), "week", None, "",
     "Woche vom 30. Dezember 2024 bis 5. Januar 2025",
     "week of 30 December 2024 to 5 January 2025"),
    (D(2024, 3, 9), D(2024, 3, 10), "week", None, "", "9.–10. März 2024", "9–10 March 2024"),
    (D(2024, 3, 4), D(2024, 3, 6), "week", "start", "",
     "Anfang der Woche vom 4. bis 10. März 2024", "early in the week of 4–10 March 2024"),
    (D(2024, 3, 6), D(2024, 3, 7), "week", "mid", "",
     "Mitte der Woche vom 4. bis 10. März 2024", "middle of the week of 4–10 March 2024"),
    (D(2024, 10, 31), None, "week", "approx", "2024-10-31/..",
     "etwa ab der Woche vom 28. Oktober bis 3. November 2024",
     "approximately from the week of 28 October to 3 November 2024"),
    (D(2024, 6, 1), D(2024, 6, 30), "month", None, "", "Juni 2024", "June 2024"),
    (D(2025, 3, 1), D(2025, 3, 10), "month", "start", "", "Anfang März 2025", "early March 2025"),
    (D(2024, 10, 11), D(2024, 10, 20), "month", "mid", "", "Mitte Oktober 2024",
     "mid-October 2024"),
    (D(2024, 1, 21), D(2024, 1, 31), "month", "end", "", "Ende Januar 2024", "late January 2024"),
    (D(2024, 1, 1), D(2024, 1, 31), "month", "approx", "", "etwa Januar 2024",
     "around January 2024"),
    (D(2023, 8, 1), None, "month", "since", "2023-08/..", "seit August 2023", "since August 2023"),
    (None, D(2025, 9, 30), "month", "until", "", "bis September 2025", "until September 2025"),
    (None, D(2025, 9, 20), "month", "until", "../2025-09~", "bis Mitte September 2025",
     "until mid-September 2025"),
    (None, D(2025, 9, 10), "month", "before", "../2025-09~", "spätestens Anfang September 2025",
     "no later than early September 2025"),
    (D(2025, 9, 21), None, "month", "since", "2025-09~/..", "seit Ende September 2025",
     "since late September 2025"),
    (D(2025, 5, 1), None, "year", "after", "2025~/..", "frühestens Mitte 2025",
     "no earlier than mid-2025"),
    (D(2025, 4, 21), D(2025, 6, 10), "range", None, "2025-04~/2025-06~",
     "Ende April bis Anfang Juni 2025", "late April to early June 2025"),
    (D(2024, 12, 3), D(2025, 2, 20), "range", None, "2024-12-03/2025-02~",
     "3. Dezember 2024 bis Mitte Februar 2025", "3 December 2024 to mid-February 2025"),
    (D(2019, 6, 1), D(2021, 12, 31), "range", None, "2019-06/2021", "Juni 2019 bis 2021",
     "June 2019 to 2021"),
    (D(2024, 8, 1), None, "month", "after", "", "frühestens August 2024",
     "no earlier than August 2024"),
    (D(2024, 6, 1), D(2024, 7, 31), "month", None, "", "Juni bis Juli 2024", "June to July 2024"),
    (D(2024, 7, 1), D(2024, 9, 30), "quarter", None, "", "3. Quartal 2024", "Q3 2024"),
    (D(2024, 7, 1), None, "quarter", "since", "", "seit dem 3. Quartal 2024", "since Q3 2024"),
    (D(2024, 6, 1), D(2024, 8, 31), "season", None, "", "Sommer 2024", "summer 2024"),
    (D(2024, 6, 1), D(2024, 8, 31), "season", "end", "", "Ende des Sommers 2024",
     "late summer 2024"),
    (None, D(2024, 9, 21), "season", "until", "../2024-22", "bis Sommer 2024",
     "until summer 2024"),
    (D(2023, 12, 1), D(2024, 2, 29), "season", None, "", "Winter 2023/24", "winter 2023/24"),
    (D(1999, 12, 21), D(2000, 3, 20), "season", None, "", "Winter 1999/2000", "winter 1999/2000"),
    (D(2024, 1, 1), D(2024, 2, 29), "season", "end", "", "Ende des Winters 2023/24",
     "late winter 2023/24"),
    (D(1949, 1, 1), D(1949, 12, 31), "year", None, "", "1949", "1949"),
    (D(1850, 1, 1), D(1850, 12, 31), "year", "approx", "", "um 1850", "around 1850"),
    (D(1845, 1, 1), D(1855, 12, 31), "year", "approx", "1850~", "um 1850", "around 1850"),
    (D(1845, 1, 1), D(1855, 12, 31), "year", "approx", "", "etwa 1845 bis 1855",
     "approximately 1845 to 1855"),
    (D(1991, 5, 1), D(1991, 8, 31), "year", "mid", "", "Mitte 1991", "mid-1991"),
    (D(2015, 1, 1), None, "year", "since", "", "seit 2015", "since 2015"),
    (D(2028, 1, 1), None, "year", "after", "", "frühestens 2028", "no earlier than 2028"),
    (None, D(1944, 12, 31), "year", "before", "", "spätestens 1944", "no later than 1944"),
    (D(1960, 1, 1), D(1969, 12, 31), "decade", None, "", "1960er-Jahre", "1960s"),
    (D(1967, 1, 1), D(1969, 12, 31), "decade", "end", "", "Ende der 1960er-Jahre", "late 1960s"),
    (D(1960, 1, 1), None, "decade", "since", "", "seit den 1960er-Jahren", "since the 1960s"),
    (None, D(1969, 12, 31), "decade", "until", "", "bis in die 1960er-Jahre", "until the 1960s"),
    (D(1801, 1, 1), D(1900, 12, 31), "century", None, "", "19. Jahrhundert", "19th century"),
    (D(1800, 1, 1), D(1899, 12, 31), "century", None, "18", "19. Jahrhundert", "19th century"),
    (D(1867, 1, 1), D(1900, 12, 31), "century", "end", "", "Ende des 19. Jahrhunderts",
     "late 19th century"),
    (None, D(1900, 12, 31), "century", "until", "", "bis ins 19. Jahrhundert",
     "until the 19th century"),
    (D(2001, 1, 1), D(2100, 12, 31), "century", None, "", "21. Jahrhundert", "21st century"),
    (D(2024, 10, 29), D(2024, 10, 31), "range", None, "", "29.–31. Oktober 2024",
     "29–31 October 2024"),
    (D(2025, 5, 30), D(2025, 7, 2), "range", None, "", "30. Mai bis 2. Juli 2025",
     "30 May to 2 July 2025"),
    (D(2024, 12, 29), D(2025, 1, 3), "range", None, "", "29. Dezember 2024 bis 3. Januar 2025",
     "29 December 2024 to 3 January 2025"),
    (D(2024, 6, 1), D(2024, 8, 31), "range", None, "", "Juni bis August 2024",
     "June to August 2024"),
    (D(2024, 6, 1), D(2024, 8, 31), "range", None, "2024-06-01/2024-08-31",
     "Juni bis August 2024", "June to August 2024"),
    (D(2024, 6, 1), D(2024, 8, 30), "range", None, "2024-06-01/2024-08-30",
     "1. Juni bis 30. August 2024", "1 June to 30 August 2024"),
    (D(2023, 8, 5), None, "range", "since", "2023-08-05/..", "seit 5. August 2023",
     "since 5 August 2023"),
    (D(2023, 11, 1), D(2024, 2, 29), "range", None, "2023-11/2024-02",
     "November 2023 bis Februar 2024", "November 2023 to February 2024"),
    (D(1871, 1, 1), D(1949, 12, 31), "range", None, "", "1871 bis 1949", "1871 to 1949"),
    (D(2024, 10, 29), D(2024, 10, 29), "range", None, "", "29. Oktober 2024", "29 October 2024"),
    (D(2023, 8, 1), None, "range", None, "2023-08/..", "ab August 2023", "from August 2023"),
    (None, D(2024, 10, 27), "day", "until", "", "bis 27. Oktober 2024", "until 27 October 2024"),
    (None, D(2024, 10, 27), "day", None, "", "bis 27. Oktober 2024", "until 27 October 2024"),
    (D(2024, 10, 1), D(2024, 10, 27), "day", "until", "", "bis 27. Oktober 2024",
     "until 27 October 2024"),
    (D(2024, 11, 1), None, "day", None, "2024-11-01/..", "ab 1. November 2024",
     "from 1 November 2024"),
    (None, None, "day", None, "", "ohne Datum", "undated"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "granularity", "mod", "edtf", "german", "english"), WORDS)
def test_an_interval_in_words(
    start: Moment | None,
    end: Moment | None,
    granularity: Granularity,
    mod: Mod | None,
    edtf: str,
    german: str,
    english: str,
) -> None:
    assert interval_words(start, end, granularity, mod, edtf) == german
    assert interval_words(start, end, granularity, mod, edtf, language="en-GB") == english


@given(
    start=st.none() | st.dates() | st.datetimes(),
    end=st.none() | st.dates() | st.datetimes(),
    granularity=st.sampled_from(get_args(Granularity)),
    mod=st.none() | st.sampled_from(get_args(Mod)),
    edtf=st.text(max_size=12) | st.from_regex(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?", fullmatch=True),
    language=st.sampled_from(["de", "en", ""]),
)
def test_any_interval_has_words(**values: Any) -> None:
    assert interval_words(**values).strip()


def test_what_is_planned_does_not_begin_in_the_past() -> None:
    since: dict[str, Any] = {
        "start": "2026-04-01",
        "end": None,
        "granularity": "month",
        "mod": "since",
    }
    assert display_date(event(**since)) == "seit April 2026"
    assert display_date(event(**since, modality="planned")) == "ab April 2026"
    assert display_date(mention(**since), "en") == "since April 2026"


@pytest.mark.parametrize(
    ("count", "independent", "german"),
    [
        (0, None, "keine Quelle"),
        (1, 1, "1 Quelle"),
        (3, None, "3 Quellen"),
        (3, 3, "3 Quellen"),
        (3, 2, "3 Quellen, davon 2 unabhängig"),
    ],
)
def test_sources(count: int, independent: int | None, german: str) -> None:
    assert sources_phrase(count, independent) == german
    assert sources_phrase(2, language="en") == "2 sources"


@pytest.mark.parametrize(
    ("modality", "german"),
    [
        ("happened", ""),
        ("planned", "angekündigt"),
        ("possible", "möglich"),
        ("denied", "dementiert"),
        ("cancelled", "abgesagt"),
        ("postponed", "verschoben"),
    ],
)
def test_modality(modality: Modality, german: str) -> None:
    assert modality_phrase(modality) == german


@pytest.mark.parametrize(
    ("changes", "german"),
    [
        ({"basis": "publication", "start": "2024-10-24"}, "gemeldet am 24. Oktober 2024"),
        ({"basis": "publication", "start": None, "end": None}, "Zeitpunkt der Meldung"),
        (
            {"text": "am Freitag", "anchor": "2024-10-24T08:00:00+02:00"},
            "„am Freitag“, gerechnet vom 24. Oktober 2024",
        ),
        (
            {"basis": "anchored", "text": "zwei Tage zuvor", "anchor": "nach der Flut"},
            "„zwei Tage zuvor“, gerechnet von „nach der Flut“",
        ),
        (
            {"basis": "anchored", "text": "19.05 Uhr", "rule": LIVE_ENTRY},
            "„19.05 Uhr“, die Zeitmarke des Eintrags",
        ),
        ({"anchor": ""}, "„am Mittwoch“, aus dem Zusammenhang erschlossen"),
        ({"basis": "absolute", "text": "im Juni 2024"}, "im Text: „im Juni 2024“"),
    ],
)
def test_how_the_date_came_about(changes: dict[str, Any], german: str) -> None:
    assert basis_phrase(mention(**changes)) == german


def test_conflicts_name_who_says_what() -> None:
    def claim(value: str, source: str, kind: str = "date", about: str = "Eröffnung") -> Claim:
        return Claim.model_validate(
            {
                "kind": kind,
                "about": about,
                "value": value,
                "source": source,
                "mention": "m1",
                "conflict": True,
            }
        )

    claims = (
        claim("2024-05-14", "Nordufer Bote"),
        claim("2024-05-16", "Südufer Kurier"),
        claim("2024-05-14", "Kanalfunk"),
        claim("2024-05-14", "Kanalfunk"),
        claim("40", "Kanalfunk", "number", "Gäste"),
        claim("60", "", "number", "Gäste"),
    )
    assert conflict_phrase(event(claims=claims, date_conflict=True)) == (
        "Die Quellen nennen verschiedene Daten: 14. Mai 2024 (Nordufer Bote, Kanalfunk); "
        "16. Mai 2024 (Südufer Kurier). "
        "Die Quellen nennen verschiedene Zahlen zu „Gäste“: 40 (Kanalfunk); 60."
    )
    assert conflict_phrase(event(date_conflict=True)) == "Die Quellen nennen verschiedene Daten."
    assert conflict_phrase(event()) == ""


@pytest.mark.parametrize(
    ("text", "limit", "clean"),
    [
        ("  zwei\r\nZeilen\u2028und\u2029\tTab ", None, "zwei Zeilen und Tab"),
        ("Null\0 und\x1b[31m", None, "Null und[31m"),
        ("\u202eumgekehrt\u202c \u2066x\u2069", None, "umgekehrt x"),
        ("allein \ud800!", None, "allein \ufffd!"),
        ("Müh\u00adle \ufeff🏳️\u200d🌈", None, "Mühle 🏳️\u200d🌈"),
        ("ein kurzer Satz", 15, "ein kurzer Satz"),
        ("ein längerer Satz, der endet", 20, "ein längerer Satz…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("abc", 0, ""),
    ],
)
def test_clean_text(text: str, limit: int | None, clean: str) -> None:
    assert clean_text(text, limit) == clean


@given(st.text(), st.integers(0, 40))
def test_clean_text_is_one_line_within_its_limit(text: str, limit: int) -> None:
    clean = clean_text(text, limit)
    assert len(clean) <= limit
    assert len(clean.splitlines()) <= 1
    assert clean_text(clean) == clean
    clean.encode()


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("HTTPS://Bücher.example/Straße 1", "https://xn--bcher-kva.example/Stra%C3%9Fe%201"),
        ("http://a.example:8080/%C3%A4%zz", "http://a.example:8080/%C3%A4%25zz"),
        ("https://a.example/\"<x>'`", "https://a.example/%22%3Cx%3E%27%60"),
        ("https://a.example/\r\nBEGIN:VEVENT", "https://a.example/%20BEGIN:VEVENT"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://a.example/", ""),
        ("https://bank.example@evil.example/", ""),
        ("https://a.example:99999/", ""),
        ("https://[::1", ""),
        ("https:///pfad", ""),
        ("https://a..example/", ""),
        ("https://a.example/" + "x" * 3000, ""),
        ("nordufer.example/klappbruecke", ""),
        ("", ""),
    ],
)
def test_web_address(url: str, address: str) -> None:
    assert web_address(url) == address


@given(st.text() | st.text().map(lambda text: "https://a.example/" + text))
def test_any_web_address_is_plain_ascii_and_stays_as_it_is(url: str) -> None:
    address = web_address(url)
    assert address.isascii()
    assert address == "".join(address.split())
    assert web_address(address) == address


@pytest.mark.parametrize("filler", ["", " ", "\u200b", "ß ", "x"])
def test_a_limit_gives_the_same_however_long_the_rest_is(filler: str) -> None:
    for text in ("Wort " * 30 + filler * 500 + "Ende", filler * 500 + "Wort " * 30):
        for limit in (1, 7, 40, 149, 150, 151):
            whole = clean_text(text)
            assert clean_text(text, limit) == clean_text(whole, limit)
            assert len(clean_text(text, limit)) <= limit


def test_claimed_dates_are_told_in_words_even_where_they_are_open() -> None:
    until = mention("m1", start=None, end="2026-01-20", mod="until", edtf="../2026-01-20")
    since = mention("m2", start="2026-01-21", end=None, mod="since", edtf="2026-01-21/..")
    month = mention("m3", start="2026-01-01", end="2026-01-31", granularity="month", edtf="2026-01")
    claims = tuple(
        Claim(kind="date", about="x", value=one.edtf, source=name, mention=one.id, conflict=True)
        for one, name in ((until, "A"), (since, "B"), (month, "C"))
    )
    told = event(claims=claims, date_conflict=True, mentions=(until, since, month))
    assert conflict_phrase(told) == (
        "Die Quellen nennen verschiedene Daten: bis 20. Januar 2026 (A); "
        "seit 21. Januar 2026 (B); Januar 2026 (C)."
    )
    agrees = claims[2].model_copy(update={"conflict": False})
    vague = told.model_copy(update={"claims": (*claims[:2], agrees)})
    assert "Januar 2026 (C)" not in conflict_phrase(vague)
    lost = told.model_copy(update={"mentions": ()})
    assert "../2026-01-20 (A)" in conflict_phrase(lost)
