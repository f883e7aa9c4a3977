"""Hours named in one breath, of shops, offices and programmes: „Mo–Fr 8–12 Uhr“, „Sonntag: 8.45
Messe“, „um 8, 9.30 und 11 Uhr“."""

from __future__ import annotations

from timeline.german.grammar.common import RuleBook
from timeline.german.lexicon import Values
from timeline.german.meaning import (
    Clock,
    DayOfMonth,
    Feast,
    Frequency,
    Meaning,
    Weekday,
    timex_weekday,
)
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece

book = RuleBook()
RULES = book.rules
rule = book.rule

TILL = "(DASH | HYPHEN | bis) (CLOCK | HOUR) Uhr"
HOURS = f"(CLOCK | HOUR) ((DASH | HYPHEN | bis) (CLOCK | HOUR) und (CLOCK | HOUR))? ({TILL} | Uhr)"
#: of lists: „Samstag von 10 bis 18 und Sonntag von 9 bis 17 Uhr“
DAY, AT, UNTIL, AND = (
    "(WEEKDAY | WEEKDAYADV | FEAST)",
    "(CLOCK | HOUR)",
    "(bis | DASH)",
    "(, | und) am?",
)


def _time_at(m: Match, index: int) -> tuple[int, int] | None:
    """Hour and minute that a token writes in digits („14.30“, „14“)."""
    values = m.values[index]
    both: tuple[int, int] | None = values.get("CLOCK")
    return both or ((values["HOUR"], 0) if "HOUR" in values else None)


@rule(
    "Wochentage mit je einer Uhrzeit",
    f"{DAY} (ab | um) {AT} ({AND} {DAY} (ab | um) {AT})+ Uhr",
    f"{DAY} von {AT} {UNTIL} {AT} ({AND} {DAY} von {AT} {UNTIL} {AT})+ Uhr",
    f"WEEKDAYADV {AT} {UNTIL} {AT} ({AND} WEEKDAYADV {AT} {UNTIL} {AT})+ Uhr",
    examples=(
        "Freitag ab 18, Samstag ab 16 und Sonntag ab 11 Uhr",
        "Samstag von 10 bis 18 und Sonntag von 9 bis 17 Uhr",
        "dienstags 8 bis 12, donnerstags 14 bis 18 Uhr",
    ),
)
def hours_of_days(m: Match) -> Built:
    return _days_and_hours(m, m.start)


def _day_of_list(values: Values) -> Meaning | None:
    if "WEEKDAYADV" in values:
        return Frequency(timex_weekday(values["WEEKDAYADV"]))
    if "WEEKDAY" in values:
        return Weekday(values["WEEKDAY"])
    return Feast(values["FEAST"]) if "FEAST" in values else None


@rule(
    "Uhrzeiten",
    "(CLOCK | HOUR) (Uhr)? , ((CLOCK | HOUR) ,)* (CLOCK | HOUR) (, | und | oder | sowie) (um)?"
    " (CLOCK | HOUR) Uhr",
    "CLOCK , (CLOCK | HOUR) Uhr",
    "HOUR , CLOCK Uhr",
    examples=("um 8, 9.30 und 11 Uhr", "16.30, 18.45, 21 Uhr"),
)
def clock_times(m: Match) -> Built:
    opens = m.prep in ("um", "ab", "von") or m.before() in ("", ":", "(", "jeweils", "je")
    if not ("CLOCK" in m.values[m.start] or opens or "WEEKDAY" in m.before_values()):
        return None  # „Ringstraße 8, 20 Uhr“
    return _days_and_hours(m, m.start)


def _days_and_hours(m: Match, start: int) -> list[Piece]:
    """A part for each day and hour named from ``start`` on; „Uhr“ belongs to the last."""
    pieces: list[Piece] = []
    for i in range(start, m.end):
        if day := _day_of_list(m.values[i]):
            pieces.append(Piece(i, i + 1, day))
        elif time := _time_at(m, i):
            pieces.append(Piece(i, i + 1, Clock(*time)))
    return [*pieces[:-1], Piece(pieces[-1].first, m.end, pieces[-1].meaning)]


@rule(
    "Uhrzeiten von bis",
    "(CLOCK | HOUR) (bis | DASH | HYPHEN) (CLOCK | HOUR) (Uhr)? (und | sowie | ,) (von)?"
    " (CLOCK | HOUR) (bis | DASH | HYPHEN) (CLOCK | HOUR) Uhr",
    examples=("9–12 und 14–17 Uhr", "von 9 bis 12 und von 14 bis 17 Uhr"),
)
def clock_ranges(m: Match) -> Built:
    return _days_and_hours(m, m.start)


@rule(
    "Öffnungszeit mit Wochentagen",
    "d:WEEKDAY (bis | DASH) e:WEEKDAY (, | :)? (von | jeweils)* (CLOCK | HOUR) Uhr?"
    " (bis | DASH | HYPHEN) (CLOCK | HOUR) Uhr",
    examples=("Montag bis Freitag 9 bis 13 Uhr", "Dienstag bis Sonntag, 11–17 Uhr"),
)
def weekly_hours(m: Match) -> Built:
    """The hours of a shop or an office; „Freitag bis Sonntag“ may be a festival.

    What is „Montag bis Donnerstag, 9 bis 15 Uhr, gesperrt“ is so on these days only.
    """
    first, last = m.get("d", "WEEKDAY"), m.get("e", "WEEKDAY")
    if m.prep or first > 2 or last - first < 3 or "gesperrt" in m.tokens:
        return None
    i, j = m.index("d"), m.index("e")
    return [
        Piece(i, i + 1, Frequency(timex_weekday(first))),
        Piece(j, j + 1, Frequency(timex_weekday(last))),
        *_days_and_hours(m, j + 1),
    ]


@rule(
    "Wochentag und Uhrzeit",
    "d:WDABBR .? ,? (of:DAY ,?)? c:(CLOCK | HOUR) Uhr",
    "d:WDABBR . ,? (um | gegen | ab) c:(CLOCK | HOUR) Uhr",
    examples=("Sa 18.30 Uhr", "Do. 9 Uhr", "Fr., 13., 20 Uhr", "am Sa. um 20 Uhr"),
)
def listed(m: Match) -> Built:
    i, weekday = m.index("d"), m.get("d", "WDABBR")
    day = Piece(i, i + 1, Weekday(weekday))
    if m.has("of"):
        day = Piece(i, m.index("of") + 1, DayOfMonth(m.get("of", "DAY"), weekday=weekday))
    return [day, *_days_and_hours(m, m.index("c"))]


@rule(
    "Tag: Uhrzeit",
    "d:WEEKDAY : c:CLOCK",
    "f:FEAST : c:CLOCK",
    examples=("Sonntag: 8.45 Messe",),
)
def after_label(m: Match) -> Built:
    """A programme that leaves out „Uhr“: „Palmsonntag: 8.45 Weihe der Zweige“."""
    hour, minute = m.get("c", "CLOCK")
    if m.prep or not m.after()[:1].isupper() or "COUNTED" in m.after_values():
        return None
    if minute % 15 or hour < _FIRST_BELL:
        return None  # „Montag: 7.90 Schnitzel“, „Sonntag: 2.05 Meter“
    i, j = m.start, m.index("c")
    day = Weekday(m.get("d", "WEEKDAY")) if m.has("d") else Feast(m.get("f", "FEAST"))
    return [Piece(i, i + 1, day), Piece(j, m.end, Clock(hour, minute))]


_FIRST_BELL = 6


@rule(
    "Öffnungszeit",
    f"WDABBR .? ((HYPHEN | DASH | bis | und | / | ,) WDABBR .?)+ (, | : | von)? {HOURS}",
    f"WDABBR .? (, | : | von)? (CLOCK | HOUR) (Uhr)? {TILL}",
    "WDABBR .? nur? (bis | ab) (CLOCK | HOUR) Uhr",
    examples=("Mo-Fr 8-12 Uhr", "Mo, Mi, Fr 7.30–11.45 und 13.30–17 Uhr"),
)
def opening_hours(m: Match) -> Built:
    """„Mo–Fr 8–12 Uhr“; „So 14–18 Uhr“ may be once, unless other days are named so beside it."""
    days = [i for i in range(m.start, m.end) if "WDABBR" in m.values[i]]
    beside = (*range(max(0, m.start - _NEAR), m.start), *range(m.end, m.end + _NEAR))
    often = len(days) > 1 or any(
        m.values[i].keys() & _OFTEN or m.tokens[i] == "Ruhetag" for i in beside if i < len(m.tokens)
    )
    plain_word = m.tokens[m.start + 1] in ("bis", "ab", "nur")  # „So bis 12 Uhr wartete er“
    if plain_word and not often:
        return None
    pieces = [
        Piece(i, i + 1, Frequency(timex_weekday(number)) if often else Weekday(number))
        for i in days
        for number in [m.values[i]["WDABBR"]]
    ]
    return [*pieces, *_days_and_hours(m, days[-1] + 1)]


_OFTEN = {"WDABBR", "WEEKDAYADV", "FREQ", "EACH"}
_NEAR = 4  # tokens


@rule(
    "Ruhetag",
    "(WDABBR | WEEKDAY) .? Ruhetag",
    examples=("Mo Ruhetag", "Montag Ruhetag"),
)
def closed(m: Match) -> Built:
    values = m.values[m.start]
    number = values["WDABBR" if "WDABBR" in values else "WEEKDAY"]
    return [Piece(m.start, m.start + 1, Frequency(timex_weekday(number)))]


@rule(
    "Uhrzeit nach Einlass",
    "c:CLOCK",
    examples=("Einlass ab 18.30",),
)
def after_begin(m: Match) -> Built:
    """What begins is told by the hour, also without „Uhr“."""
    ends = m.after() in ("", ",", ";", ".", ")", "und")
    if m.prep not in ("ab", "um") or m.before(2) not in _BEGINS or not ends:
        return None
    return Clock(*m.get("c", "CLOCK"))


_BEGINS = ("Einlass", "Beginn", "Start", "Anpfiff", "Abfahrt", "Treffpunkt", "Saalöffnung")
