"""Dates by day, month and year: „3. Mai 2024“, „8.3.“, „Mitte November“, „1999“."""

from __future__ import annotations

from timeline.german.closed_classes import COMMON_PREPOSITIONS
from timeline.german.grammar.common import (
    BC,
    TO,
    YEAR_NUMBER,
    YEAR_POINTED,
    RuleBook,
    looks_like_a_name,
    points_at_what_follows,
    short_year,
    year_of,
)  # fmt: skip
from timeline.german.meaning import (
    CalendarDate,
    DayOfMonth,
    DayPart,
    Feast,
    Frequency,
    LastDayOfMonth,
    NthWeekday,
    Part,
    Weekday,
)  # fmt: skip
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece
from timeline.german.verb_forms import FINITE, Form, forms

book = RuleBook()
RULES = book.rules
rule = book.rule

#: what may follow a month and names its year
YEAR = f"(,? {YEAR_NUMBER} | {YEAR_POINTED} | HYPHEN y2:YEAR)"
WEEKDAY = "(WHICH? wd:(WEEKDAY | WEEKDAYPART) (, | OPEN)? | wd:WDABBR .? ,?)"
MONTH = "(m:MONTH | m:MONTHABBR .?)"


@rule(
    "Tageszeit eines Datums",
    f"PARTADJ? p:PARTN des d:DAY {MONTH} {YEAR}?",
    "PARTADJ? p:PARTN des d:DATENUM",
    "PARTADJ? p:PARTN des w:WEEKDAY",
    "PARTADJ? p:PARTN des f:FEAST",
    examples=("am Morgen des 22. Juni 1941", "am Abend des 3. Mai", "am Abend des Karfreitags"),
)
def part_of_date(m: Match) -> Built:
    part = m.get("p", "PARTN")
    if m.has("w"):
        return Weekday(m.get("w", "WEEKDAY"), daypart=part)
    if m.has("f"):
        return Feast(m.get("f", "FEAST"), daypart=part)
    if full := m.get("d", "DATENUM"):
        return CalendarDate(full[2], full[1], full[0], daypart=part, short=full[3])
    month = m.get("m", "MONTH", "MONTHABBR")
    return CalendarDate(year_of(m), month, m.get("d", "DAY"), daypart=part)


@rule(
    "Tag dieses Monats",
    "d:DAY des (Monats | Monates)",
    "(d:DAY | d:ORDWORD | last:LASTADJ Tag) des? w:WHICH (Monats | Monates)",
    "(d:DAY | d:ORDWORD | last:LASTADJ Tag) des n:NEIGHBOUR",
    "last:(Monatsletzter | Monatsletzten)",
    examples=("am 3. dieses Monats", "am Ersten des kommenden Monats", "am 15. des Folgemonats"),
)
def day_of_this_month(m: Match) -> Built:
    unit, step = m.get("n", "NEIGHBOUR", default=("M", m.get("w", "WHICH", default=0)))
    day = -1 if m.has("last") else m.get("d", "DAY", "ORDWORD")
    word = m.word("d") if m.has("d") else ""
    if unit != "M" or day > 31 or word.islower() or (word.isalpha() and not m.prep):
        return None  # „der erste des vergangenen Monats“, „Dritter des Vormonats war Ulm“
    return DayOfMonth(day, step)


@rule(
    "Wochentag und Tag",
    "wd:WEEKDAY (, | OPEN)? (der | den | dem) d:DAY",
    "wd:WEEKDAY , d:DAY",
    examples=("Freitag, dem 13.", "Montag, 6."),
)
def weekday_and_day(m: Match) -> Built:
    """The month stands nowhere: the weekday tells which it is."""
    day, after = m.get("d", "DAY"), m.after()
    counted = after[:1].isupper() or after[:1].isdigit() or after in ("-", "–", "/", "%")
    joined = after in _COUNTS_ON and not m.after_values(1).keys() & {"WEEKDAY", "WDABBR"}
    if day > _LAST or counted or joined or m.before().lower() in _ANY:
        return None  # „Freitag, der 13. Spieltag“, „ein Freitag, der 13.“
    return DayOfMonth(day, weekday=m.get("wd", "WEEKDAY"))


@rule(
    "Tag des genannten Monats",
    "d:DAY",
    "a:DAY (/ | DASH | HYPHEN | und) b:DAY :",
    examples=("Im Mai tagte der Rat am 14. wieder",),
)
def day_of_named_month(m: Match) -> Built:
    """A day whose month a sentence before it names, or the heading of a programme."""
    if m.has("b"):
        i, j = m.index("a"), m.index("b")
        opens = m.before() in _ENTRY
        days = m.get("a", "DAY"), m.get("b", "DAY")
        pieces = [Piece(i, i + 1, DayOfMonth(days[0])), Piece(j, j + 1, DayOfMonth(days[1]))]
        return pieces if opens and max(days) <= _LAST else None
    day, after = m.get("d", "DAY"), m.after()
    joined = after in _COUNTS_ON and m.after(1)[:1].isdigit()
    counted = after[:1].isupper() or after[:1].isdigit() or joined
    describes = after.endswith(("e", "en", "er", "es")) and m.after(1)[:1].isupper()
    verb = forms(after) & (FINITE | Form.PARTICIPLE) or after in COMMON_PREPOSITIONS
    led = (m.prep == "am" and not m.det) or (m.prep in _BESIDE and m.det == "dem")
    told = led and not (counted or (describes and not verb))
    listed = after == ":" and m.before() in _ENTRY
    return DayOfMonth(day) if day <= _LAST and (told or listed) else None


#: „nicht vor dem 25. in Sicht“
_BESIDE = ("vor", "nach", "ab", "seit")
#: behind these a day stands in a programme
_ENTRY = ("", ".", ";", "|", "–", ")")
#: „am 1. und 2. Tag“
_COUNTS_ON = ("und", "oder", "bis", "sowie", "/", "-", "–")
_LAST = 31


def _weekday(m: Match) -> tuple[int | None, DayPart | None]:
    if not m.has("wd"):
        return None, None
    both: tuple[int, DayPart] | None = m.get("wd", "WEEKDAYPART")
    if both:
        return both
    return m.get("wd", "WEEKDAY", "WDABBR"), None


@rule(
    "Tag und Monat",
    f"({WEEKDAY} (der | den | dem)?)? d:DAY {MONTH} {YEAR}?",
    f"({WEEKDAY} (der | den | dem)?)? d:ORDWORD m:MONTH {YEAR}?",
    f"d:DAYBARE m:MONTH {YEAR}",
    f"d:DAY m:MONTH bc:(NUM | YEAR) {BC}",
    f"d:DAY {MONTH}",  # what looks like its year may count: „am 3. Mai 1650 Euro“
    examples=("am 3. Mai 2024", "Freitag, den 1. November", "3. Nov. 2024", "zwölften Mai"),
)
def day_month(m: Match) -> Built:
    weekday, daypart = _weekday(m)
    day = m.get("d", "DAY", "ORDWORD", "DAYBARE")
    if m.has("bc"):
        return CalendarDate(m.get("bc", "NUM", "YEAR"), m.get("m", "MONTH"), day, bc=True)
    if day > 31 or names_a_street(m) or counts(m):
        return None
    if m.after() == "-" and m.has("d") and "ORDWORD" in m.values[m.index("d")]:
        return None  # „am ersten September-Wochenende“
    yearly = (m.after() in _EVERY and m.after(1)[:4] == "Jahr") or (
        m.after() == "eines" and m.after(1) in _EVERY
    )
    any_year = m.before().lower() in _ANY or m.before(2).lower() in ("jeweils", "alljährlich")
    if any_year or yearly:
        return Frequency(f"XXXX-{m.get('m', 'MONTH', 'MONTHABBR'):02d}-{day:02d}")
    return CalendarDate(
        year_of(m), m.get("m", "MONTH", "MONTHABBR"), day, weekday=weekday, daypart=daypart
    )


def counts(m: Match) -> bool:
    """„bis zum Februar 1650 Euro“: what looks like its year counts what follows."""
    return m.has("y") and m.index("y") == m.end - 1 and "COUNTED" in m.after_values()


_EVERY = {"jedem", "jeden", "jeder", "jedes"}
_ANY = _EVERY | {"ein", "einem", "einen"}  # „so warm war es an einem 9. März noch nie“
_STREETS = ("straße", "strasse", "platz", "allee", "brücke", "ufer", "damm", "park", "bahnhof")


def names_a_street(m: Match) -> bool:
    """„Straße des 17. Juni“, „Platz des 18. März“."""
    return m.det == "des" and m.before(2).lower().endswith(_STREETS)


@rule(
    "Tage eines Monats",
    f"a:DAY ({TO} | , | sowie)"
    " (zum | einschließlich | voraussichtlich | den | dem | WEEKDAY ,? | in)*"
    f" b:DAY {MONTH} {YEAR}?",
    f"WEEKDAY ,? a:DAY ,? (und | bis | sowie) WEEKDAY ,? b:DAY {MONTH} {YEAR}?",
    f"a:DAY , (DAY ,)* DAY (und | oder | sowie) b:DAY {MONTH} {YEAR}?",
    f"a:DAY (/ | DASH | HYPHEN) DAY (und | oder | sowie | ,) (am | vom)? DAY (/ | DASH | HYPHEN)"
    f" b:DAY {MONTH} {YEAR}?",
    f"a:DAY (und | oder | sowie | bis) again:(am | vom) b:DAY {MONTH} {YEAR}?",
    f"WEEKDAY (bis | und | DASH) WEEKDAY ,? OPEN? (vom | den)? a:DAY (bis | und | DASH | /) b:DAY"
    f" {MONTH} {YEAR}?",
    "Wochenende (des | vom | am)? OPEN? a:DAY (und | bis | / | DASH | HYPHEN | auf (den)?)"
    f" b:DAY {MONTH} {YEAR}?",
    examples=("vom 3. bis 5. Mai", "1./2. November 2024", "am 14. und 15. Juni"),
)
def days_of_month(m: Match) -> Built:
    if m.has("again") and m.prep not in ("am", "vom"):
        return None  # „wurde 5. und am 12. Mai …“
    month, year = m.get("m", "MONTH", "MONTHABBR"), year_of(m)
    last = m.index("b")
    days = [i for i in range(m.index("a"), last + 1) if "DAY" in m.values[i]]
    return [
        Piece(i, m.end if i == last else i + 1, CalendarDate(year, month, m.values[i]["DAY"]))
        for i in days
    ]


@rule(
    "Tage zweier Monate",
    f"a:DAY m1:MONTH (bis | DASH | und) (zum | einschließlich | den | dem)* b:DAY m:MONTH {YEAR}",
    examples=("vom 30. April bis 2. Juli 2025",),
)
def days_of_months(m: Match) -> Built:
    year = year_of(m)
    first, second = m.get("m1", "MONTH"), m.get("m", "MONTH")
    i, j = m.index("a"), m.index("b")
    begin = year - 1 if isinstance(year, int) and first > second else year
    return [
        Piece(i, m.index("m1") + 1, CalendarDate(begin, first, m.get("a", "DAY"))),
        Piece(j, m.end, CalendarDate(year, second, m.get("b", "DAY"))),
    ]


#: „in der 3.4. Ausgabe“: a number within something, no day
_INSIDE = ("in", "im", "ins", "aus", "bei", "beim", "mit", "durch")


@rule(
    "Datum in Ziffern",
    f"({WEEKDAY} (der | den | dem)?)? d:DATENUM",
    f"{WEEKDAY} (der | den | dem)? d:DAYMONTH {YEAR}?",
    f"d:DAYMONTH {YEAR}",
    "d:DAYMONTH",
    "d:ISODATE",
    examples=("1.11.2024", "Freitag, 01.11.24", "am 8.3.", "2024-11-01", "1. 9. 2001", "am 1. 9."),
)
def numeric(m: Match) -> Built:
    if (m.before() == "." and "LABEL" in m.before_values(2)) or counts(m):
        return None  # „Tel. 12.05.20“, „am 1.5. 2000 Besucher“
    weekday, daypart = _weekday(m)
    if full := m.get("d", "DATENUM"):
        return CalendarDate(
            full[2], full[1], full[0], weekday=weekday, daypart=daypart, short=full[3]
        )
    if short := m.get("d", "DAYMONTH"):
        # „1.5. “ as a chapter number: a day needs a year, a preposition, a weekday, a bracket,
        # „bis“, or an article that belongs to no noun („Stichtag ist der 30.4.“, „der 3.4. Rang“)
        bare = m.det in ("der", "den", "dem") and not m.prep
        named = bare and not m.after()[:1].isupper()
        year = year_of(m)
        if not (
            m.has("wd")
            or year is not None
            or (m.prep and m.prep not in _INSIDE)
            or named
            or m.before().lower() in ("(", "bis", "–", "-", "und", "/", ":", ",")
        ):
            return None
        return CalendarDate(year, short[1], short[0], weekday=weekday, daypart=daypart)
    year, month, day, _, _ = m.get("d", "ISODATE")
    return CalendarDate(year, month, day)


@rule(
    "Ziffern von bis",
    "a:DAY (bis | DASH | HYPHEN | und | /) (zum | den)? b:(DATENUM | DAYMONTH)",
    "c:DAYMONTH (bis | DASH | HYPHEN) (zum)? b:DATENUM",
    examples=("vom 3. bis 5.5.2024", "1.11.–24.12.2024"),
)
def numeric_range(m: Match) -> Built:
    full = m.get("b", "DATENUM")
    day, month = full[:2] if full else m.get("b", "DAYMONTH")
    year = full[2] if full else None
    short = bool(full and full[3])
    j = m.index("b")
    if m.has("c"):
        first = m.get("c", "DAYMONTH")
        begin = year - 1 if year is not None and first[1] > month else year
        opening = CalendarDate(begin, first[1], first[0], short=short)
    else:
        opening = CalendarDate(year, month, m.get("a", "DAY"), short=short)
    return [
        Piece(m.start, m.start + 1, opening),
        Piece(j, m.end, CalendarDate(year, month, day, short=short)),
    ]


@rule(
    "Monat",
    f"p:PARTOF (des | vom)? (Monats)? m:MONTH {YEAR}?",
    f"p:PARTADJ m:MONTH {YEAR}?",
    f"(Monat)? m:MONTH {YEAR}?",
    f"m:MONTHABBR .? {YEAR}",
    f"day:MONTHDAY {YEAR}",
    f"w:WHICH m:MONTH {YEAR}?",
    "m:MONTH",  # without what looks like its year
    "m:MONTH HEUER",
    "m:MONTH QUOTE yy:NUM",
    "m:MONTH later:(darauf | danach | zuvor | davor)",
    "beside:ANAPH m:MONTH",
    examples=("im Mai", "Mitte November 2023", "Juni dieses Jahres", "im vergangenen Mai"),
)
def month(m: Match) -> Built:
    """„an einem Maitag 1945“ names no day of its month."""
    if counts(m):
        return None
    part: Part | None = m.get("p", "PARTOF", "PARTADJ")
    if "ORDNUM" in m.before_values():
        return None  # the month of a day that was no date: „Straße des 17. Juni“
    if m.after() == "-" or m.before() == "-":
        return None  # „Mai-Demonstration“, „August-Bebel-Straße“
    number = m.get("m", "MONTH", "MONTHABBR", default=m.get("day", "MONTHDAY"))
    year = year_of(m)
    if m.has("m") and m.word("m") == "Mais" and not part and m.before().lower() != "des":
        return None  # maize
    if m.has("later") and points_at_what_follows(m):
        return None
    if m.has("later") or m.has("beside"):
        step = m.get("later", "LATER", "EARLIER") or m.get("beside", "ANAPH")
        return CalendarDate(None, number, beside=step)
    if m.after() == "&":
        return None  # „März & Söhne“
    if m.has("yy"):
        year = short_year(m.get("yy", "NUM"))
        if year is None:
            return None
    if year is None and not part and not m.has("w") and not month_stands(m):
        return None
    return CalendarDate(year, number, part=part, step=m.get("w", "WHICH"))


_BEFORE_PEOPLE = ("von", "mit", "für", "zu", "bei", "durch", "über", "gegen", "an", "nach")


def month_stands(m: Match) -> bool:
    """A bare month name is a month unless it looks like part of a person's name."""
    if m.word("m") == "August" and "NAME" in m.after_values() and m.prep in _BEFORE_PEOPLE:
        return False  # „mit August Bebel“
    if m.prep or m.word("m").isupper() or m.before() == "(":
        return True
    if m.before() in ("und", "bis") and m.before_values(2).keys() & {"YEAR", "MONTH"}:
        return True  # „zwischen August 2024 und Februar“
    return not (looks_like_a_name(m) or "NAME" in m.after_values() or m.after() == "der")


@rule(
    "Monatshälfte",
    f"n:ORD m:MONTHHALF {YEAR}?",
    f"n:ORD Hälfte (des | im) m:MONTH {YEAR}?",
    f"n:(ORD | LASTADJ) w:MONTHWEEK {YEAR}?",
    f"n:(ORD | LASTADJ) days:MONTHDAY {YEAR}?",
    examples=(
        "in der ersten Julihälfte",
        "in der zweiten Hälfte des Juni",
        "erste Maiwoche",
        "in den letzten Apriltagen",
    ),
)
def half_month(m: Match) -> Built:
    n = m.get("n", "ORD", "LASTADJ")
    if m.has("w"):
        week: Part = "start" if n == 1 else "end" if n in (-1, 4) else "mid"
        return CalendarDate(year_of(m), m.get("w", "MONTHWEEK"), part=week) if n < 5 else None
    if m.has("days"):
        sides: dict[int, Part] = {1: "start", -1: "end"}
        few = n in sides and m.word("days").endswith(("tage", "tagen"))
        return CalendarDate(year_of(m), m.get("days", "MONTHDAY"), part=sides[n]) if few else None
    month_number = m.get("m", "MONTHHALF", "MONTH")
    return CalendarDate(year_of(m), month_number, part=("start", "end")[n - 1]) if n < 3 else None


@rule(
    "zwei Monate",
    f"m1:MONTH {TO} (Anfang | Mitte | Ende)? m:MONTH {YEAR}?",
    examples=("von Juni bis August 2023", "im März und April"),
)
def two_months(m: Match) -> Built:
    year = year_of(m)
    first, second = m.get("m1", "MONTH"), m.get("m", "MONTH")
    i, j = m.index("m1"), m.index("m")
    begin = year - 1 if isinstance(year, int) and first > second else year
    part = m.values[j - 1].get("PARTOF")
    return [
        Piece(i, i + 1, CalendarDate(begin, first)),
        Piece(j - bool(part), m.end, CalendarDate(year, second, part=part)),
    ]


@rule(
    "letzter Tag im Monat",
    f"LASTADJ m:MONTHDAY {YEAR}?",
    f"LASTADJ Tag (im | des) m:MONTH {YEAR}?",
    examples=("am letzten Junitag 1991",),
)
def last_day(m: Match) -> Built:
    if m.word("m").endswith(("tage", "tagen")):
        return None  # „in den letzten Apriltagen“
    return LastDayOfMonth(m.get("m", "MONTHDAY", "MONTH"), year_of(m))


@rule(
    "n-ter Wochentag im Monat",
    f"n:(ORD | LASTADJ | WHICH) w:(WEEKDAY | Wochenende) (im | des | in) (Monat)? m:MONTH {YEAR}?",
    f"n:(ORD | LASTADJ) both:MONTHWEEKDAY {YEAR}?",
    f"n:(ORD | LASTADJ) m:MONTH HYPHEN (Wochenende | Wochenendes) {YEAR}?",
    "n:(ORD | LASTADJ) w:WEEKDAY (im | des) (Monat | Monats)",
    examples=("am ersten Sonntag im Mai", "am ersten Maisonntag 1874", "erster Montag im Monat"),
)
def nth_weekday(m: Match) -> Built:
    number = m.get("n", "ORD", "LASTADJ", "WHICH")
    if not m.has("m") and not m.has("both"):
        return NthWeekday(number, m.get("w", "WEEKDAY"), None) if number <= 5 else None
    if number == 0 or (number > 0 and "WHICH" in m.values[m.start]):
        return None
    if m.has("both"):
        month_number, weekday = m.get("both", "MONTHWEEKDAY")
    else:
        month_number, weekday = m.get("m", "MONTH"), m.get("w", "WEEKDAY")
    if weekday is None:
        return NthWeekday(number, 5, month_number, year_of(m), weekend=True)
    return NthWeekday(number, weekday, month_number, year_of(m)) if number <= 5 else None
