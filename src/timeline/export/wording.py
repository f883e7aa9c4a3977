"""Dates and facts in words for readers.

All functions are pure: the same event gives the same words. ``language`` is
``"de"`` or ``"en"``; any other value (or a locale such as ``"de-AT"``) falls
back on its first two letters, then on German.

The words never claim more than the interval says: a month stays a month, and
"after" and "before" become "frühestens" and "spätestens", which hold whether
or not the named day itself counts.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from timeline.export.phrases import Book, Unit, book_for
from timeline.export.text import clean_text
from timeline.models import (
    LIVE_ENTRY,
    Event,
    EventMention,
    Granularity,
    Mod,
    Modality,
    Moment,
    as_day,
)

#: Granularities that name a day ("gegen 17.40 Uhr", "vom 4. bis 8. November"): no beginning, middle
#: and end of theirs is worth a word.
EXACT = ("time", "day", "range")


# --------------------------------------------------------------------------- dates in words
def display_date(dated: Event | EventMention, language: str = "de") -> str:
    """When it happened, as a reader says it: "Anfang März 2025", "29.–31. Oktober 2024"."""
    return interval_words(
        dated.start,
        dated.end,
        dated.granularity,
        dated.mod,
        dated.edtf,
        language=language,
        ahead=dated.modality == "planned",
    )


def interval_words(
    start: Moment | None,
    end: Moment | None,
    granularity: Granularity = "range",
    mod: Mod | None = None,
    edtf: str = "",
    *,
    language: str = "de",
    ahead: bool = False,
) -> str:
    """An interval (inclusive ends, None: open or unknown) in words.

    ``edtf`` settles what the dates alone leave open: whether "seit" is followed
    by a day or a month when the granularity is "range", whether a missing end
    is an open one, and which year "um 1850" is about when the interval is blurred.
    ``ahead`` says "ab" instead of "seit" for what is yet to come.
    """
    book = book_for(language)
    if start is None and end is None:
        return book.phrases["undated"]
    unit: str = granularity
    open_end = end is None and (unit == "range" or mod == "since" or edtf.endswith("/.."))
    if unit == "range":
        unit = _range_unit(start, end, edtf)
    if unit == "time" and not isinstance(start if start is not None else end, datetime):
        unit = "day"

    if start is None or mod in ("until", "before"):
        bound = end if end is not None else start
        assert bound is not None
        words = _unit_words(book, "before" if mod == "before" else "until", unit, bound, edtf, True)
        return _approximately(book, words) if mod == "approx" else words
    if mod == "after":
        return _unit_words(book, "after", unit, start, edtf)
    if mod == "since" or open_end:
        words = _unit_words(
            book, "since" if mod == "since" and not ahead else "from", unit, start, edtf
        )
        return _approximately(book, words) if mod == "approx" else words
    point = _edtf_point(edtf) if mod == "approx" else None
    if point and as_day(start) <= point[1] <= as_day(end if end is not None else start):
        return _unit_words(book, "approx", point[0], point[1], edtf)
    part = mod if mod in ("start", "mid", "end") and granularity not in EXACT else None
    if part is None and end is not None and not _one_period(unit, start, end):
        words = _range_words(book, unit, start, end, edtf)
        return _approximately(book, words) if mod == "approx" else words
    return _unit_words(book, "approx" if mod == "approx" else part, unit, start, edtf)


def _approximately(book: Book, words: str) -> str:
    return book.mods["approx_open"].format(words=words)


def _unit_words(
    book: Book, mod: str | None, unit: str, at: Moment, edtf: str, is_end: bool = False
) -> str:
    """The period of size ``unit`` that holds ``at``, under a modifier."""
    fields = _fields(book, unit, at, edtf, is_end)
    forms = book.units[unit]
    label = forms.label.format(**fields)
    if mod is None:
        return label
    if mod in _OPEN and (part := _part_of(edtf, unit, at)):
        label = _unit_words(book, part, unit, at, "")  # "bis Mitte Juni 2026"
        forms = Unit(label)
    special = f"{mod}_{unit}"  # "um 1850", "gegen 17:30 Uhr" differ from the general form
    return book.mods[special if special in book.mods else mod].format(
        label=label,
        part=(forms.part or forms.label).format(**fields),
        dative=(forms.dative or forms.label).format(**fields),
        to=(forms.to or forms.label).format(**fields),
        **{key: fields[key] for key in ("day", "clock")},
    )


_OPEN = ("since", "from", "until", "after", "before")


def _part_of(edtf: str, unit: str, at: Moment) -> str:
    """Which part of its month or year the side that is not open means: "../2026-06~"."""
    if "~" not in edtf or ".." not in edtf or unit not in ("month", "year"):
        return ""
    return _third(unit, at)


def _third(unit: str, at: Moment) -> str:
    """In which third of its month or year a day lies, as a modifier."""
    number, third = (at.day, 10) if unit == "month" else (at.month, 4)
    return ("start", "mid", "end")[min((number - 1) // third, 2)]


def _fields(book: Book, unit: str, at: Moment, edtf: str, is_end: bool) -> dict[str, str | int]:
    y = at.year
    season = _season(at, edtf)
    winter = y if at.month == 12 else y - 1  # a winter is named after both its years
    later = f"{(winter + 1) % 100:02d}" if (winter + 1) % 100 else f"{winter + 1}"
    # 1801–1900 and EDTF's 1800–1899 are both "the 19th": it may start in 1800 or end in 1900.
    century = -(-y // 100) if is_end else y // 100 + 1
    return {
        "y": y,
        "month": book.months[at.month - 1],
        "day": _day(book, at),
        "clock": _clock(at),
        "week": _week(book, at) if unit == "week" else "",
        "q": (at.month + 2) // 3,
        "season": book.seasons[season],
        "season_part": book.seasons_part[season],
        "season_y": f"{winter}/{later}" if season == 3 else f"{y}",
        "decade": y // 10 * 10,
        "century": century,
        "century_en": _ordinal(century),
    }


def _season(at: Moment, edtf: str) -> int:
    """0 spring … 3 winter: EDTF's season code where there is one, else the month."""
    code = re.search(r"\b\d{4}-2([1-4])\b", edtf)
    return int(code[1]) - 1 if code else (3, 0, 1, 2)[at.month % 12 // 3]


def _ordinal(n: int) -> str:
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def _day(book: Book, at: Moment) -> str:
    return book.phrases["day"].format(d=at.day, month=book.months[at.month - 1], y=at.year)


def _clock(at: Moment) -> str:
    return f"{at.hour}:{at.minute:02d}" if isinstance(at, datetime) else ""


def _week(book: Book, at: Moment) -> str:
    day = as_day(at)
    monday = max(day.toordinal() - day.weekday(), date.min.toordinal())
    sunday = min(monday + 6, date.max.toordinal())
    return _days(book, date.fromordinal(monday), date.fromordinal(sunday), "week_days")


def _days(book: Book, a: date, b: date, same_month: str = "days") -> str:
    if a == b:
        return _day(book, a)
    if (a.year, a.month) == (b.year, b.month):
        return book.phrases[same_month].format(
            d1=a.day, d2=b.day, month=book.months[a.month - 1], y=a.year
        )
    short = book.phrases["day_of_year"].format(d=a.day, month=book.months[a.month - 1])
    return book.phrases["to"].format(
        a=short if a.year == b.year else _day(book, a), b=_day(book, b)
    )


_SIDES = re.compile(r"(\d{4}(?:-\d\d)?(?:-\d\d)?)(~?)/(\d{4}(?:-\d\d)?(?:-\d\d)?)(~?)")


def _side_words(book: Book, a: date, b: date, edtf: str) -> str:
    """ "3. Mai bis Mitte Juni 2026": each side as exactly as it is known; "" if both are alike."""
    found = _SIDES.fullmatch(edtf)
    if found is None or (len(found[1]) == len(found[3]) and "~" not in edtf):
        return ""
    words = []
    for at, size, blurred in ((a, len(found[1]), found[2]), (b, len(found[3]), found[4])):
        month, year = (
            book.months[at.month - 1],
            "" if at is a and a.year == b.year else f" {at.year}",
        )
        if size == 10:
            said = book.phrases["day_of_year"].format(d=at.day, month=month) + year
        elif size == 7:
            said = month + year
        else:
            said = str(at.year)
        unit = {4: "year", 7: "month"}.get(size, "")
        words.append(book.mods[_third(unit, at)].format(part=said) if blurred and unit else said)
    return book.phrases["to"].format(a=words[0], b=words[1])


def _range_words(book: Book, unit: str, a: Moment, b: Moment, edtf: str) -> str:
    if unit == "time" and isinstance(a, datetime) and isinstance(b, datetime):
        if a.date() == b.date():
            return book.phrases["clocks"].format(day=_day(book, a), c1=_clock(a), c2=_clock(b))
        label = book.units["time"].label
        first, last = (label.format(day=_day(book, at), clock=_clock(at)) for at in (a, b))
        return book.phrases["to_time"].format(a=first, b=last)
    a, b = as_day(a), as_day(b)
    if words := _side_words(book, a, b, edtf):
        return words
    if unit not in ("day", "month", "year"):
        unit = _range_unit(a, b, "")
    if unit == "year":
        return book.phrases["to"].format(a=a.year, b=b.year)
    if unit == "month":
        last = book.units["month"].label.format(month=book.months[b.month - 1], y=b.year)
        first = book.months[a.month - 1] + ("" if a.year == b.year else f" {a.year}")
        return book.phrases["to"].format(a=first, b=last)
    return _days(book, a, b)


def _range_unit(start: Moment | None, end: Moment | None, edtf: str) -> str:
    """In which unit to tell a range: "1871 bis 1949" in years, "Juni bis August" in months.

    Whole months and years are told as such, whether or not the EDTF spells out their days.
    """
    if isinstance(start, datetime) or isinstance(end, datetime):
        return "time"
    sides = re.findall(r"\d{4}(?:-\d\d)?(?:-\d\d)?(?!\d)", edtf)
    if sides and len(set(map(len, sides))) == 1 and len(sides[0]) < 10:
        return "year" if len(sides[0]) == 4 else "season" if int(sides[0][5:]) > 12 else "month"
    if start is None or end is None or start.day != 1 or not _last_of_month(end):
        return "day"
    return "year" if start.month == 1 and end.month == 12 else "month"


def _last_of_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _one_period(unit: str, start: Moment, end: Moment) -> bool:
    """Whether start and end lie in the same period of size ``unit``."""
    a, b = as_day(start), as_day(end)
    if unit == "time":
        # One minute, as in "17:30 Uhr"; a bare day carries no clock at all.
        return a == b and _clock(start) == _clock(end)
    if unit == "week":
        return a.weekday() == 0 and (b - a).days == 6
    if unit in ("season", "century"):
        return True
    width = {"day": 10, "month": 7, "year": 4, "decade": 3}.get(unit)
    if width is not None:
        return a.isoformat()[:width] == b.isoformat()[:width]
    return (a.year, (a.month + 2) // 3) == (b.year, (b.month + 2) // 3)


def _edtf_point(edtf: str) -> tuple[str, date] | None:
    """("year", 1850-01-01) for "1850~": the named point inside a blurred interval."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?", edtf)
    if not found:
        return None
    unit = "day" if found[3] else "month" if found[2] else "year"
    try:
        return unit, date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:  # a season code ("2024-22"), or the year 0000
        return None


# --------------------------------------------------------------------------- facts in words
def sources_phrase(count: int, independent: int | None = None, language: str = "de") -> str:
    """ "1 Quelle", "3 Quellen", "3 Quellen, davon 2 unabhängig" (said only where fewer)."""
    phrases = book_for(language).phrases
    if count <= 0:
        return phrases["no_source"]
    words = phrases["source"] if count == 1 else phrases["sources"].format(n=count)
    if independent is not None and 0 < independent < count:
        words += phrases["independent"].format(n=independent)
    return words


def modality_phrase(modality: Modality, language: str = "de") -> str:
    """How sure it is, in one word; "" for what simply happened."""
    return book_for(language).modality[modality]


def basis_phrase(mention: EventMention, language: str = "de") -> str:
    """How the date came about: "„am Freitag“, gerechnet vom 24. Oktober 2024"."""
    book = book_for(language)
    if mention.basis == "publication":
        at = mention.start if mention.start is not None else mention.end
        if at is None:
            return book.phrases["reported_undated"]
        return book.phrases["reported"].format(day=_day(book, at))
    quote = quoted(mention.text, language)
    if mention.basis == "absolute":
        return book.phrases["stated"].format(quote=quote)
    if mention.rule == LIVE_ENTRY:
        return book.phrases["stamped"].format(quote=quote)
    anchor = clean_text(mention.anchor, 200)
    if not anchor:
        return book.phrases["inferred"].format(quote=quote)
    day = iso_day(anchor)
    if day is None:
        return book.phrases["counted_from"].format(quote=quote, anchor=quoted(anchor, language))
    return book.phrases["counted"].format(quote=quote, day=_day(book, day))


def conflict_phrase(event: Event, language: str = "de") -> str:
    """What the sources tell differently, and who says what; "" where they agree.

    Several conflicts are joined by a space, each a sentence of its own. A vague date that agrees
    ("Mitte Mai" of the 14th) is no part of one, nor is the new date of what was put off.
    """
    book = book_for(language)
    mentions = {mention.id: mention for mention in event.mentions}
    told: dict[tuple[str, str], dict[str, list[str]]] = {}
    for claim in event.claims:
        if claim.conflict:
            key = (claim.kind, claim.about if claim.kind == "number" else "")
            value = clean_text(claim.value, 100)
            if claim.kind == "date":
                value = _date_words(claim.value, mentions.get(claim.mention), language)
            names = told.setdefault(key, {}).setdefault(value, [])
            if claim.source not in names:
                names.append(claim.source)
    if event.date_conflict:
        told.setdefault(("date", ""), {})
    sentences = []
    for (kind, about), values in told.items():
        lead = book.phrases["dates_differ" if kind == "date" else "numbers_differ"].format(
            about=quoted(about, language)
        )
        parts = []
        for shown, names in values.items():
            outlets = ", ".join(clean_text(name, 100) for name in names if name)
            parts.append(f"{shown} ({outlets})" if outlets else shown)
        sentences.append(f"{lead}: {'; '.join(parts)}." if parts else f"{lead}.")
    return " ".join(sentences)


def _date_words(value: str, mention: EventMention | None, language: str) -> str:
    """A claimed date (a day or EDTF) in words: those of the mention where it is no day."""
    if day := iso_day(value):
        return _day(book_for(language), day)
    if mention is not None and ("/" in value or value == mention.edtf):
        return display_date(mention, language)
    return clean_text(value, 100)


def quoted(text: str, language: str = "de", limit: int = 300) -> str:
    """Text in the language's quotation marks, cleaned and at most ``limit`` characters long."""
    return book_for(language).phrases["quote"].format(text=clean_text(text, limit))


def iso_day(text: str) -> date | None:
    """The day an ISO date or date-time starts with; None for anything else."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)", text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
