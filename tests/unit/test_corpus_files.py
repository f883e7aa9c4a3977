"""The phrase corpus itself: format, size, and dates that agree with each other.

Nothing here runs the tagger. The corpus says what German time expressions mean;
these checks keep a slip of the pen from becoming a specification. The format is
explained in ``tests/corpus/README.md``.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from dateutil.relativedelta import relativedelta

from timeline.models import Granularity, Mod

CORPUS = Path(__file__).parents[1] / "corpus"
POSITIVE = sorted(CORPUS.glob("*.toml"))
NEGATIVE = sorted((CORPUS / "negative").glob("*.toml"))

GRANULARITIES = set(get_args(Granularity))
MODS = {"", *get_args(Mod)}
LOCALES = {"de-DE", "de-AT", "de-CH"}
ALLOWANCES = {"duration", "vague"}
POSITIVE_KEYS = {
    *("text", "published", "start", "end", "granularity", "mod"),
    *("timex", "event", "unresolved", "locale", "note"),
}
NEGATIVE_KEYS = {"text", "published", "allow", "locale", "note"}

# TIMEX3 type and value as the corpus uses them.
_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
_LENGTH = r"(?:X|\d+(?:\.\d+)?)"
TIMEX = re.compile(
    rf"DATE (?:{_DAY}|(?:\d{{4}}|XXXX)-\d\d|\d{{4}}|\d{{3}}|\d\d|BC\d\d(?:\d\d)?"
    r"|\d{4}-W\d\d(?:-WE)?|\d{4}-Q[1-4]|\d{4}-H[12]|\d{4}-(?:SP|SU|FA|WI)"
    r"|(?:PAST|PRESENT|FUTURE)_REF)"
    rf"|TIME {_DAY}T(?:\d\d:\d\d|MO|MI|AF|EV|NI)"
    rf"|DURATION P(?:(?:{_LENGTH}(?:Y|M|W|D|DE|WE|SP|SU|FA|WI))+|T(?:{_LENGTH}(?:[HMS]|NI))+)"
    rf"|SET (?:P{_LENGTH}(?:[YMWD]|SP|SU|FA|WI)|PT{_LENGTH}[HMS]|XXXX-WXX-(?:[1-7]|WE)"
    rf"|{_DAY}(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?)"
)
#: „am Montag nach dem 12. April“: two dates, and the first is told of
COUNTED = re.compile(r"^[Aa]m \w+ (?:vor|nach) dem |^Am Vortag des ")
#: names a part of a month or year, which an open side or a range is narrowed to
PART = re.compile(r"\b(?:Anfang|Mitte|Ende)\b")
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ENGLISH_DAYS = list(calendar.day_name)
_GERMAN_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]

Phrase = dict[str, Any]


def load(path: Path) -> list[Phrase]:
    """The phrases of one corpus file, in order."""
    phrases: list[Phrase] = tomllib.loads(path.read_text(encoding="utf-8"))["phrase"]
    return phrases


ALL_POSITIVE = [
    pytest.param(p, id=f"{f.stem}-{i}") for f in POSITIVE for i, p in enumerate(load(f))
]
ALL_NEGATIVE = [
    pytest.param(p, id=f"{f.stem}-{i}") for f in NEGATIVE for i, p in enumerate(load(f))
]


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """The first and last day of ``count`` months from month ``first`` (1 to 12) on."""
    last_year, last_month = divmod(year * 12 + first - 1 + count - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return date(year, first, 1), date(last_year, last_month + 1, last_day)


def period(value: str) -> tuple[date, date] | None:
    """The days a TIMEX3 DATE or TIME value covers; None for values without a calendar place."""
    value = value.partition("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return months(int(m[1]), int(m[2]), 1)
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        return monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6)
    if m := re.fullmatch(r"(\d{4})-Q(\d)", value):
        return months(int(m[1]), 3 * int(m[2]) - 2, 3)
    if m := re.fullmatch(r"(\d{4})-H(\d)", value):
        return months(int(m[1]), 6 * int(m[2]) - 5, 6)
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return months(int(m[1]), _SEASON_START[m[2]], 3)
    if re.fullmatch(r"\d{4}", value):
        return months(int(value), 1, 12)
    if re.fullmatch(r"\d{3}", value):
        return months(int(value) * 10, 1, 120)
    if re.fullmatch(r"\d\d", value):
        return months(int(value) * 100 + 1, 1, 1200)
    return None


def expression(phrase: Phrase) -> str:
    """The words between the brackets."""
    found = re.search(r"\[(.+)\]", phrase["text"])
    assert found, f"no [expression] in: {phrase['text']}"
    return found[1]


def day_of(moment: str | None) -> date:
    """The day of an ISO date or date-time, which must be there."""
    assert moment
    return datetime.fromisoformat(moment).date()


def test_there_are_at_least_600_phrases_of_each_kind() -> None:
    assert len(ALL_POSITIVE) >= 600
    assert len(ALL_NEGATIVE) >= 600


def test_no_sentence_stands_twice() -> None:
    """The same sentence under another publication date would be another case; none needs it."""
    texts = Counter(
        re.sub(r"[\[\]]", "", phrase["text"])
        + (f" [{expression(phrase)}]" if "[" in phrase["text"] else "")
        for path in [*POSITIVE, *NEGATIVE]
        for phrase in load(path)
    )
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("path", [*POSITIVE, *NEGATIVE], ids=lambda path: path.stem)
def test_every_file_says_what_it_is_about(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", [*POSITIVE, *NEGATIVE], ids=lambda path: path.stem)
def test_the_weekday_beside_each_publication_date_is_right(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("published"):
            found = re.fullmatch(r"published = (\d{4}-\d\d-\d\d)  # (\w+)", line)
            assert found, f"expected “published = YYYY-MM-DD  # Weekday”: {line}"
            assert found[2] == _ENGLISH_DAYS[date.fromisoformat(found[1]).weekday()], line


@pytest.mark.parametrize("phrase", ALL_POSITIVE)
def test_a_positive_phrase_is_well_formed(phrase: Phrase) -> None:
    assert set(phrase) <= POSITIVE_KEYS
    text = phrase["text"]
    assert text.count("[") == text.count("]") == 1, f"exactly one [expression]: {text}"
    assert expression(phrase) == expression(phrase).strip()
    assert type(phrase.get("published", date.min)) is date
    assert phrase.get("locale", "de-DE") in LOCALES
    for timex in phrase.get("timex", []):
        assert TIMEX.fullmatch(timex), timex
    dated = bool(phrase.get("start") or phrase.get("end"))
    if phrase.get("unresolved"):
        assert not dated
        assert "published" not in phrase
        assert "event" not in phrase
    elif phrase.get("event") is False:
        assert not dated
    else:
        assert "event" not in phrase, "event is only ever written to say false"
        assert dated, "neither a date nor event = false nor unresolved = true"
        assert phrase["granularity"] in GRANULARITIES
        assert phrase.get("mod", "") in MODS


@pytest.mark.parametrize("phrase", ALL_NEGATIVE)
def test_a_negative_phrase_is_well_formed(phrase: Phrase) -> None:
    assert set(phrase) <= NEGATIVE_KEYS
    assert "[" not in phrase["text"]
    assert "]" not in phrase["text"]
    assert type(phrase["published"]) is date, "with a publication date nothing stays unresolved"
    assert phrase.get("allow", "duration") in ALLOWANCES
    assert phrase.get("locale", "de-DE") in LOCALES


@pytest.mark.parametrize("phrase", [*ALL_POSITIVE, *ALL_NEGATIVE])
def test_swiss_sentences_are_written_without_eszett(phrase: Phrase) -> None:
    assert phrase.get("locale") != "de-CH" or "ß" not in phrase["text"]


@pytest.mark.parametrize("phrase", ALL_POSITIVE)
def test_start_and_end_fit_granularity_and_mod(phrase: Phrase) -> None:
    """Whole periods only; since and after leave the end open, until leaves the start open."""
    start, end = phrase.get("start"), phrase.get("end")
    if not start and not end:
        return
    granularity, mod = phrase["granularity"], phrase.get("mod", "")
    if mod in {"since", "after"}:
        assert not end
    elif mod == "until":
        assert not start
    elif not end:
        assert mod == "approx", "an open end needs since, after or approx"
        assert start == phrase["published"].isoformat()
        return
    assert not start or not end or start <= end
    for moment in filter(None, (start, end)):
        datetime.fromisoformat(moment)
        if granularity == "time":
            assert "T" in moment
        elif granularity != "range":
            assert "T" not in moment
    first = day_of(start) if start else None
    last = day_of(end) if end else None
    if granularity in {"time", "day"} and start and end:
        assert start == end
    if granularity == "week":
        assert first is None or first.weekday() == 0
        assert last is None or last.weekday() == 6
    if granularity in {"month", "quarter", "season", "year", "decade", "century"}:
        part = bool(PART.search(expression(phrase)))  # „bis Mitte Juni“, „seit Ende Mai“
        assert first is None or first.day in ({1, 11, 21} if part else {1})
        assert last is None or (last + timedelta(days=1)).day in ({1, 11, 21} if part else {1})
    if first and last:
        days = (last - first).days + 1
        low, high = {
            "time": (1, 1),
            "day": (1, 1),
            "week": (7, 7),
            "month": (28, 31),
            "quarter": (90, 92),
            "season": (90, 92),
            "year": (365, 366),
            "decade": (3652, 3653),
            "century": (36524, 36525),
            "range": (1 if "T" in str(start) else 2, 366 * 100),  # hours of one day
        }[granularity]
        assert low <= days <= high


@pytest.mark.parametrize("phrase", ALL_POSITIVE)
def test_the_timex_values_agree_with_the_interval(phrase: Phrase) -> None:
    """The first calendar value holds the start, the last one the end."""
    start, end = phrase.get("start"), phrase.get("end")
    timexes = [t.split(" ", 1) for t in phrase.get("timex", [])]
    if not (start or end) or not timexes or timexes[0][0] == "DURATION":
        return
    periods = [period(value) for _, value in timexes]
    assert all(periods), phrase["timex"]
    if phrase.get("mod") == "approx" and phrase.get("granularity") == "week":
        # two weeks after a day: TimeML names the day, a timeline the week around it
        assert periods[0]
        assert day_of(start) <= periods[0][0] <= day_of(end)
        return
    whole = phrase["granularity"] in ("week", "month", "quarter", "season")
    side = re.match(r"(?:noch )?(?:nach|vor)\b", expression(phrase), re.IGNORECASE)
    if whole and side and not PART.search(expression(phrase)):
        # TimeML names the summer, a timeline when it is over or has not begun
        assert periods[0]
        if side[0].lower() == "nach":
            assert day_of(start) == periods[0][1] + timedelta(days=1)
            return
        if phrase.get("mod") == "before":
            assert day_of(end) == periods[0][0] - timedelta(days=1)
            return
    if start:
        first = periods[0]
        # „In der Nacht vom 16. auf den 17.“ has both days but is dated by the later one.
        assert first
        inside = first[0] <= day_of(start) <= first[1] and PART.search(expression(phrase))
        assert inside or day_of(start) == first[0] or "Nacht vom" in phrase["text"]
    # „am Montag nach dem 12. April“: the last one is what the first is counted from
    if end and not COUNTED.search(expression(phrase)):
        last = periods[-1]
        assert last
        inside = last[0] <= day_of(end) <= last[1] and PART.search(expression(phrase))
        assert inside or day_of(end) == last[1]
    for kind, value in timexes:
        clock = value.partition("T")[2]
        if kind == "TIME" and ":" in clock:
            assert clock in {(m or "").partition("T")[2] for m in (start, end)}


@pytest.mark.parametrize("phrase", ALL_POSITIVE)
def test_a_weekday_in_the_expression_is_the_weekday_of_its_date(phrase: Phrase) -> None:
    start, end, words = phrase.get("start"), phrase.get("end"), expression(phrase)
    if not (start or end):
        return
    named = [day for day in _GERMAN_DAYS if re.search(rf"\b{day}", words, re.IGNORECASE)]
    if "Nacht von" in words:  # „in der Nacht von Freitag auf Samstag“: dated by the Saturday
        named = named[-1:]
    dated = {_GERMAN_DAYS[day_of(moment).weekday()] for moment in (start, end) if moment}
    assert set(named) <= dated


@pytest.mark.parametrize("phrase", ALL_POSITIVE)
def test_past_and_coming_point_the_right_way(phrase: Phrase) -> None:
    """„vergangen“ lies strictly before the publication day, „kommend“ strictly after it."""
    start, end, words = phrase.get("start"), phrase.get("end"), expression(phrase)
    published = phrase.get("published")
    if not (start or end) or published is None:
        return
    if re.search(r"\b(vergangene|vorige|gestrig)", words, re.IGNORECASE):
        this_morning = "Nacht" in words and "Uhr" in words  # it ended on the day of publication
        assert day_of(start or end) < published + timedelta(days=this_morning)
    if re.search(r"\b(kommende|übernächste(?!n Tag)|morgige)", words, re.IGNORECASE) and end:
        tonight = "kommenden Nacht" in words  # begins on the evening of that very day
        assert day_of(end) > published or (tonight and day_of(end) == published)


@pytest.mark.parametrize("phrase", load(CORPUS / "units.toml"))
def test_distances_are_counted_from_the_publication_day(phrase: Phrase) -> None:
    """The day N days away, or the ISO week, month or year around the day N units away."""
    [(_, value)] = [timex.split(" ") for timex in phrase["timex"]]
    if "X" in value:
        return
    number, unit = (6, "M") if value == "P0.5Y" else (int(value[1:-1]), value[-1])
    number = number if expression(phrase).lower().startswith("in ") else -number
    published = phrase["published"]
    moved = (
        published
        + {
            "D": relativedelta(days=number),
            "W": relativedelta(weeks=number),
            "M": relativedelta(months=number),
            "Y": relativedelta(years=number),
        }[unit]
    )
    first = {
        "D": moved,
        "W": moved - timedelta(days=moved.weekday()),
        "M": moved.replace(day=1),
        "Y": moved.replace(month=1, day=1),
    }[unit]
    assert phrase["start"] == first.isoformat()
    assert phrase["granularity"] == {"D": "day", "W": "week", "M": "month", "Y": "year"}[unit]
