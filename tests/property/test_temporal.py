"""What holds for every text and every publication date, not only for the corpus."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from timeline.german.grammar import RULES
from timeline.german.tables import table
from timeline.models import Moment, TimeExpression
from timeline.temporal import tag
from timeline.temporal.context import Kind

#: years a newspaper can be from; the years around are tried by ``ANY_DAY``
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ANY_DAY = st.none() | st.dates() | st.sampled_from([date.min, date.max])
KINDS: tuple[Kind, ...] = ("news", "weekly", "narrative")

# ------------------------------------------------------------------ texts
_EXAMPLES = [example for rule in RULES for example in rule.examples]
_WORDS = sorted(
    table(
        """
        am im in der die das den dem des vom von bis zum zur seit ab nach vor um gegen zwischen
        und oder für über binnen innerhalb heute Heute gestern morgen Morgen übermorgen vorgestern
        jetzt damals Montag Dienstag Mittwoch Freitags sonntags Samstagabend Wochenende Woche
        Wochen Tag Tage Tagen Monat Monate Jahr Jahre Jahren Jahrzehnt Jahrhundert Jahrtausend
        Quartal Stunde Stunden Minuten Januar Jänner März Mai Juni Juli August Dezember Sept. Okt.
        Frühling Sommer Herbst Winter Ostern Pfingsten Weihnachten Silvester Neujahr Heiligabend
        Karfreitag Advent Vorjahr Folgetag Anfang Mitte Ende früh spät abends nachts Mittag
        Mitternacht Uhr halb Viertel kurz etwa rund ein einem zwei drei zwölf zwanzig hundert
        tausend ersten zweiten letzten vergangenen kommenden nächsten übernächsten vorletzten
        diesen selben jeden jährlich täglich zuvor später danach darauf her lang Dutzend paar
        einige mehrere anderthalb neunziger 1990er 90er Jahresfrist war ist wird sagte soll Frau
        Dr. Nr. Abs. v. n. Chr. Christus m² ² ½ ①
        """
    )
)
_NUMBERS = st.one_of(
    st.integers(0, 10_000).map(str),
    st.integers(0, 99).map("{}.".format),
    st.tuples(st.integers(0, 32), st.integers(0, 13)).map(lambda p: f"{p[0]}.{p[1]}."),
    st.tuples(st.integers(0, 32), st.integers(0, 13), st.integers(0, 9999)).map(
        lambda p: f"{p[0]}.{p[1]}.{p[2]:04d}"
    ),
    st.tuples(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)).map(
        lambda p: f"{p[0]:04d}-{p[1]:02d}-{p[2]:02d}"
    ),
    st.tuples(st.integers(0, 25), st.integers(0, 61)).map(lambda p: f"{p[0]}.{p[1]:02d}"),
    st.tuples(st.integers(0, 25), st.integers(0, 61)).map(lambda p: f"{p[0]:02d}:{p[1]:02d}"),
    st.tuples(st.integers(0, 9999), st.integers(0, 99)).map(lambda p: f"{p[0]}/{p[1]:02d}"),
    st.from_regex(r"[0-9٠-٩０-９]{1,25}([.,:/'-][0-9]{1,4})?", fullmatch=True),
)
_MARKS = st.sampled_from([*".,:;!?–—-/()[]„“”»«‚‘'’…§%€&²", "\n", "\n\n", "\t", "\u00a0"])
#: German time words, numbers and punctuation in any order
SOUP = st.lists(st.sampled_from(_WORDS) | st.sampled_from(_EXAMPLES) | _NUMBERS | _MARKS).flatmap(
    lambda words: st.sampled_from([" ", " ", ""]).map(lambda gap: gap.join(words))
)
#: all of Unicode, unassigned code points and lone surrogates included
ANYTHING = st.text(st.characters(exclude_categories=[]))
TEXTS = ANYTHING | SOUP | st.lists(SOUP | ANYTHING, max_size=4).map("".join)

# ------------------------------------------------------------------ TIMEX3 syntax
_YEAR = r"(?:\d{4}|XXXX)"
_DAY = rf"{_YEAR}-(?:\d\d|XX)-(?:\d\d|XX)"
_WEEKDAY = rf"{_YEAR}-W(?:\d\d|XX)-[1-7]"
_NUMBER = r"(?:X|\d+(?:\.\d+)?(?:e\+\d+)?)"
_PART = r"(?:MO|MI|AF|EV|NI)"
#: the values of TIMEX3 (TimeML 1.2.1 with TIDES' XX for what is unknown)
VALUES = {
    "DATE": re.compile(
        rf"{_DAY}|{_WEEKDAY}|{_YEAR}-(?:\d\d|XX)|{_YEAR}|\d\d\d?|BC\d{{4}}|BC\d{{2,3}}"
        rf"|{_YEAR}-W(?:\d\d|XX)(?:-WE)?|{_YEAR}-(?:Q|H)[1-4X]|{_YEAR}-(?:SP|SU|FA|WI)"
        r"|(?:PAST|PRESENT|FUTURE)_REF"
    ),
    "TIME": re.compile(rf"(?:{_DAY}|{_WEEKDAY})T(?:\d\d:\d\d|{_PART}|XX)"),
    "DURATION": re.compile(
        rf"P(?:{_NUMBER}(?:Y|M|W|D|Q|H|DE|CE|ML|WE|SP|SU|FA|WI))*(?:T(?:{_NUMBER}(?:[HMS]|{_PART}))+)?(?<!P)"
    ),
    "SET": re.compile(
        rf"P{_NUMBER}(?:[YMWDQH]|DE|CE|WE)|PT{_NUMBER}[HMS]|{_WEEKDAY}|{_DAY}"
        rf"|{_DAY}T(?:\d\d:\d\d|{_PART})|{_WEEKDAY}T(?:\d\d:\d\d|{_PART})|{_YEAR}-(?:SP|SU|FA|WI|\d\d)"
        rf"|{_YEAR}-WXX(?:-WE)?|{_YEAR}(?:-XX)?"
    ),
}
MODS = {None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN",
        "ON_OR_BEFORE", "ON_OR_AFTER", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}  # fmt: skip


def one(text: str, published: date | None) -> TimeExpression:
    """The only expression of a text."""
    found = tag(text, published)
    assert len(found) == 1, [e.text for e in found]
    return found[0]


def day_named(text: str, published: date | None) -> Moment:
    """The day that the only expression of a text names."""
    e = one(text, published)
    assert e.reason is None
    assert e.granularity == "day"
    assert e.start is not None
    assert e.start == e.end
    return e.start


# ------------------------------------------------------------------ any text, any day
@given(TEXTS, ANY_DAY, st.sampled_from(KINDS), st.sampled_from(["de-DE", "de-AT", "de-CH"]))
def test_any_text_is_tagged_with_spans_that_fit(
    text: str, published: date | None, kind: Kind, locale: str
) -> None:
    found = tag(text, published, kind=kind, locale=locale)
    for e in found:
        assert 0 <= e.start_char < e.end_char <= len(text)
        assert text[e.start_char : e.end_char] == e.text
        assert e.timexes
        for t in e.timexes:
            assert e.start_char <= t.start_char < t.end_char <= e.end_char
            assert text[t.start_char : t.end_char] == t.text
        assert all(a.end_char <= b.start_char for a, b in pairwise(e.timexes))
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


@given(TEXTS, ANY_DAY, st.sampled_from(KINDS))
@example("im ersten Halbjahr", None, "news")
def test_any_expression_makes_sense(text: str, published: date | None, kind: Kind) -> None:
    for e in tag(text, published, kind=kind):
        if e.start is not None and e.end is not None:
            assert type(e.start) is type(e.end)
            assert e.start <= e.end
        assert e.reason is None or not e.resolved
        assert bool(e.edtf) == (e.start is not None or e.end is not None)
        assert 0 < e.confidence <= 1
        for reading in e.alternatives:
            assert reading.why
        for t in e.timexes:
            assert VALUES[t.type].fullmatch(t.value), (t.text, t.type, t.value)
            assert t.mod in MODS


@given(TEXTS, ANY_DAY)
@example("50 ² 1²", None)
@example("Das Museum ist von November bis", None)
def test_tagging_twice_gives_the_same(text: str, published: date | None) -> None:
    assert tag(text, published) == tag(text, published)


@given(TEXTS, TEXTS, ANY_DAY)
def test_only_what_is_asked_for_is_tagged(before: str, text: str, published: date | None) -> None:
    whole = f"{before}\n\n{text}"
    spans = [(len(whole) - len(text), len(whole))]
    for e in tag(whole, published, spans):
        assert e.start_char >= spans[0][0]


@given(TEXTS)
def test_without_a_publication_date_nothing_counts_from_one(text: str) -> None:
    assert not any(e.resolved and e.basis == "relative" for e in tag(text, None))


@pytest.mark.parametrize("example", _EXAMPLES)
@given(published=ANY_DAY, kind=st.sampled_from(KINDS))
@example(published=date.min, kind="news")
@example(published=date.max, kind="news")
@example(published=date(1, 1, 7), kind="narrative")
@example(published=date(9999, 12, 25), kind="news")
@example(published=date(9999, 12, 25), kind="narrative")
def test_no_example_breaks_on_any_day(example: str, published: date | None, kind: Kind) -> None:
    tag(f"Am 3. Mai 1999 war Ruhe. {example}", published, kind=kind)
    tag(example, published, kind=kind)


# ------------------------------------------------------------------ a day, written out
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember")  # fmt: skip
SHORT = ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.",
         "Okt.", "Nov.", "Dez.")  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SPELLINGS = (
    "{d}. {month} {y}",
    "{d:02d}. {month} {y}",
    "{d}. {short} {y}",
    "{d}.{m}.{y}",
    "{d:02d}.{m:02d}.{y}",
    "{d}. {m}. {y}",
    "{y}-{m:02d}-{d:02d}",
    "{d}. {month} des Jahres {y}",
    "am {d}. {month} {y}",
    "am {d}.{m}.{y}",
    "am {weekday}, {d}. {month} {y}",
    "am {weekday}, den {d}. {month} {y}",
    "am {weekday}, dem {d}.{m}.{y}",
    "{weekday} ({d}.{m}.{y})",
    "{d}. {upper} {y}",
)  # fmt: skip
SENTENCES = (
    "{}",
    "{}.",
    "Das Museum öffnete {} seine Tore.",
    "Das Museum wird {} wieder öffnen.",
    "Die Sitzung ({}) dauerte lange.",
)


def spelled(day: date, spelling: str) -> str:
    """``day`` in one of the German spellings."""
    month = MONTHS[day.month - 1]
    return spelling.format(
        d=day.day, m=day.month, y=day.year, month=month, upper=month.upper(),
        short=SHORT[day.month - 1], weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=st.dates(date(1000, 1, 1), date(2199, 12, 31)), published=st.none() | DAYS,
       sentence=st.sampled_from(SENTENCES))  # fmt: skip
def test_a_date_resolves_to_itself(
    spelling: str, day: date, published: date | None, sentence: str
) -> None:
    text = sentence.format(spelled(day, spelling))
    assert day_named(text, published) == day, text


@given(st.dates(date(1985, 1, 1), date(2084, 12, 31)), st.integers(-84, 15), st.data())
def test_two_digits_mean_a_year_not_far_ahead(
    published: date, years: int, data: st.DataObject
) -> None:
    """From 84 years before the publication to 15 years after it; without one up to 2049."""
    year = published.year + years
    day = data.draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    for text in (f"am {day:%d.%m.%y}", f"am {day.day}.{day.month}.{day:%y}"):
        assert day_named(text, published) == day
        if 1950 <= day.year <= 2049:
            assert day_named(text, None) == day


@given(DAYS, st.sampled_from(["{d}. {month} {p} Jahres", "am {d}. {month} {p} Jahres"]),
       st.sampled_from([("dieses", 0), ("vergangenen", -1), ("letzten", -1), ("vorigen", -1),
                        ("kommenden", 1), ("nächsten", 1)]))  # fmt: skip
def test_a_day_of_a_year_that_is_pointed_at(
    day: date, spelling: str, which: tuple[str, int]
) -> None:
    word, step = which
    assume((day.month, day.day) != (2, 29))
    text = spelling.format(d=day.day, month=MONTHS[day.month - 1], p=word)
    for published in (day.replace(month=1, day=1), day, day.replace(month=12, day=31)):
        assert day_named(f"Das Museum öffnete {text}.", published) == day.replace(
            year=day.year + step
        )


@given(DAYS, st.integers(0, 360))
def test_a_day_without_a_year_is_the_latest_or_the_next(published: date, distance: int) -> None:
    """The verb decides which; a day less than a year away comes back as itself."""
    ago, ahead = published - timedelta(days=distance), published + timedelta(days=distance)
    past = f"Das Museum öffnete am {ago.day}. {MONTHS[ago.month - 1]}."
    future = f"Das Museum wird am {ahead.day}. {MONTHS[ahead.month - 1]} öffnen."
    if (ago.month, ago.day) != (2, 29):
        assert day_named(past, published) == ago
    if (ahead.month, ahead.day) != (2, 29):
        assert day_named(future, published) == ahead


@given(st.integers(1000, 2199), st.integers(1, 12), st.none() | DAYS)
def test_a_month_resolves_to_its_days(year: int, month: int, published: date | None) -> None:
    e = one(f"Das Museum öffnete im {MONTHS[month - 1]} {year}.", published)
    assert e.granularity == "month"
    assert e.start == date(year, month, 1)
    assert isinstance(e.end, date)
    assert (e.end + timedelta(days=1)).day == 1
    assert 27 <= (e.end - e.start).days <= 30


@pytest.mark.parametrize("spelling", ["{d}. {month} {y}", "{d}.{m}.{y}", "{y}-{m:02d}-{d:02d}"])
@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31)]
)
def test_a_day_that_does_not_exist_is_no_date(
    spelling: str, year: int, month: int, day: int
) -> None:
    text = spelling.format(d=day, m=month, y=year, month=MONTHS[month - 1])
    for sentence in SENTENCES:
        for e in tag(sentence.format(text), date(2024, 6, 1)):
            assert not (e.resolved and e.granularity == "day"), (sentence, e)


# ------------------------------------------------------------------ moving with the publication
WEEK = timedelta(weeks=1)
MOVING = (
    "Das Museum öffnete am Dienstag.",
    "Das Museum wird am Dienstag öffnen.",
    "Der Einbruch geschah vergangenen Freitag.",
    "Das Museum öffnet kommenden Freitag.",
    "Der Rat tagt in der kommenden Woche.",
    "Der Rat tagte in der vergangenen Woche.",
    "Der Rat tagte gestern.",
    "Der Rat tagt übermorgen.",
    "Der Rat tagte am Wochenende.",
    "Der Rat tagte vor zwei Wochen.",
    "Der Rat tagte vor drei Tagen.",
    "Der Rat tagt in zehn Tagen.",
    "Der Rat tagte am Mittwochabend.",
    "Der Rat tagt am Mittwoch um 14.30 Uhr.",
    "Die Straße ist bis Donnerstag gesperrt.",
    "Die Straße ist seit Donnerstag gesperrt.",
    "Der Rat tagte Dienstag vergangener Woche.",
    "Der Rat tagte von Montag bis Mittwoch.",
)


@pytest.mark.parametrize("text", MOVING)
@given(published=DAYS)
def test_a_week_later_everything_is_a_week_later(text: str, published: date) -> None:
    now, then = one(text, published), one(text, published + WEEK)
    assert now.resolved
    for a, b in ((now.start, then.start), (now.end, then.end)):
        assert (a is None) == (b is None)
        if a is not None and b is not None:
            # Local clock times: a week is a week, also where the clock is changed.
            assert b == a + WEEK
    assert (now.granularity, now.mod, now.rule) == (then.granularity, then.mod, then.rule)


@given(DAYS, st.sampled_from(range(7)))
def test_a_weekday_is_that_weekday_and_within_a_week(published: date, number: int) -> None:
    for text, low, high in (
        ("Das Museum öffnete am {}.", -6, 0),
        ("Das Museum wird am {} öffnen.", 0, 6),
        ("Der Einbruch geschah am vergangenen {}.", -7, -1),
        ("Das Museum öffnet am kommenden {}.", 1, 7),
    ):
        day = day_named(text.format(WEEKDAYS[number]), published)
        assert day.weekday() == number
        assert low <= (day - published).days <= high


@given(DAYS, st.integers(1, 1000))
def test_so_many_days_away(published: date, count: int) -> None:
    days = "Tag" if count == 1 else "Tagen"
    number = "einem" if count == 1 else str(count)
    day = timedelta(days=count)
    if published - day >= date.min:
        assert day_named(f"Der Rat tagte vor {number} {days}.", published) == published - day
    assert day_named(f"Der Rat tagt in {number} {days}.", published) == published + day
