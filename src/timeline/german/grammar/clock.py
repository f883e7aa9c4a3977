"""Clock times and parts of the day: „14.30 Uhr“, „halb drei“, „am frühen Morgen“."""

from __future__ import annotations

from timeline.german.grammar.common import RuleBook
from timeline.german.meaning import (
    Clock,
    DayPart,
    DeicticDay,
    Meaning,
    PartOfDay,
    Weekday,
)
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece
from timeline.german.verb_forms import FINITE, forms

book = RuleBook()
RULES = book.rules
rule = book.rule

PART = "(p:(PARTADV | AFTERDAY) | (am | in der) (frühen | späten | gleichen)? p:PARTN)"
ZONE = "(z:(MEZ | MESZ | UTC | GMT) | z:mitteleuropäischer Zeit)"
ABOUT = "(etwa | circa | gegen | rund | voraussichtlich | mindestens)"
ANY_HOUR = "(c:(CLOCK) | h:(HOUR | NUMWORD))"


def _clock(m: Match) -> tuple[int, int] | None:
    both: tuple[int, int] | None = m.get("c", "CLOCK")
    if both:
        return both
    hour = _hour(m, "h")
    return None if hour is None else (hour, m.get("mi", "MINUTE", default=0))


def _hour(m: Match, name: str) -> int | None:
    """The hour bound in a match, in digits or as a word; None where there is no such hour."""
    number = m.get(name, "HOUR", "NUMWORD")
    whole = number is not None and number == int(number) and number <= 24
    return int(number) if whole else None


def _of_day(h: int, part: str | None) -> int:
    """„3 Uhr nachmittags“ is 15."""
    if part in ("AF", "EV") and h < 12:
        return h + 12
    if part == "MI" and h < 5:
        return h + 12
    if part == "NI" and 9 <= h <= 12:  # „um elf nachts“, and midnight
        return (h + 12) % 24
    return h


@rule(
    "Uhrzeit",
    f"{ANY_HOUR} (h | Uhr) (mi:MINUTE)? {PART}? {ZONE}?",
    f"Punkt {ANY_HOUR} (Uhr)? {PART}?",
    f"{ANY_HOUR} Uhr stop:NUMDOT",
    examples=("20.30 Uhr", "14 Uhr 30", "7 Uhr früh", "zwei Uhr morgens"),
)
def clock_time(m: Match) -> Built:
    time = _clock(m)
    if m.tokens[m.start] == "Punkt" and _names_a_list(m):
        return None  # „Punkt 8 der Tagesordnung“
    if time is None or (time == (1, 0) and m.word("h").lower().startswith("eine")):
        return None
    if m.has("stop"):  # „Beginn ist um 15 Uhr 30.“, but not „um 15 Uhr 30. Geburtstag“
        minute, last = m.get("stop", "NUMDOT"), m.end == len(m.tokens)
        return Clock(time[0], minute) if last and time[1] == 0 and 9 < minute < 60 else None
    if m.has("mi") and m.after() in ("Uhr", "bis") and "MINUTE" in m.values[m.index("mi")]:
        return Clock(time[0], 0) if m.after() == "Uhr" else Clock(*time)
    part = m.get("p", "PARTADV", "AFTERDAY", "PARTN")
    zone = (
        {"MEZ": "+01", "MESZ": "+02", "UTC": "Z", "GMT": "Z"}.get(m.word("z"), "+01")
        if m.has("z")
        else ""
    )
    return Clock(_of_day(time[0], part), time[1], part, _approx(m), zone)


def _names_a_list(m: Match) -> bool:
    near = (m.after(i).lower() for i in range(3))
    return m.after() in ("der", "des", "auf", "im") and any(w.endswith(_LISTS) for w in near)


_LISTS = (
    "tagesordnung", "agenda", "liste", "vertrag", "vertrags", "programm", "programms", "papier",
    "papiers", "katalog", "katalogs", "plan", "plans", "erklärung", "satzung", "antrag", "antrags",
)  # fmt: skip


def _approx(m: Match) -> bool:
    return (
        m.prep == "gegen"
        or m.before(2).lower() in ("etwa", "ungefähr")
        or m.before().lower() in ("gegen", "etwa", "ca", "rund", "circa")
    )


@rule(
    "Stunde und Tageszeit",
    "h:(HOUR | NUMWORD) (p:PARTADV | (am | in der) (frühen | späten)? p:PARTN)",
    examples=("um vier in der Früh", "gegen acht am Abend"),
)
def hour_of_part(m: Match) -> Built:
    if m.prep not in ("um", "gegen", "ab", "bis", "seit"):
        return None  # „drei am Abend“ may be three people
    time, part = _clock(m), m.get("p", "PARTADV", "PARTN")
    if time is None:
        return None
    return Clock(_of_day(time[0], part), time[1], part, _approx(m))


@rule(
    "Tageszeit und Stunde",
    "p:PARTADV um h:(HOUR | NUMWORD)",
    examples=("morgens um sechs",),
)
def part_and_hour(m: Match) -> Built:
    part = m.get("p", "PARTADV")
    return _hour_of(m, part)


def _hour_of(m: Match, part: DayPart) -> Clock | None:
    """The hour behind „um“; None in „stieg abends um acht Prozent“."""
    time, after = _clock(m), m.after()
    adjective = after.endswith(("e", "en", "er", "es")) and not forms(after) & FINITE
    counted = after[:1].isupper() or after in ("und", ",", "-", "vor", "nach") or adjective
    if time is None or counted or (time[0] == 1 and m.word("h").lower() != "eins"):
        return None
    return Clock(_of_day(time[0], part), time[1], part)


@rule(
    "Tag mit Tageszeit und Stunde",
    "d:WEEKDAYPART um h:(HOUR | NUMWORD)",
    "o:DEIXIS p:(AFTERDAY | PARTADV | PARTN) um h:(HOUR | NUMWORD)",
    "p:PARTN um h:(HOUR | NUMWORD)",
    examples=("heute Abend um acht", "Samstagfrüh um sieben"),
)
def hour_of_a_day(m: Match) -> Built:
    day: Meaning
    if m.has("d"):
        number, part = m.get("d", "WEEKDAYPART")
        day = Weekday(number, daypart=part)
    else:
        part = m.get("p", "AFTERDAY", "PARTADV", "PARTN")
        day = DeicticDay(m.get("o", "DEIXIS"), part) if m.has("o") else PartOfDay(part)
        if not m.has("o") and m.prep != "am":
            return None
    hour, at = _hour_of(m, part), m.index("h")
    return [Piece(m.start, at - 1, day), Piece(at, m.end, hour)] if hour is not None else None


@rule(
    "Uhrzeit von bis",
    f"a:(CLOCK | HOUR | NUMWORD) (Uhr)? (bis {ABOUT}? | DASH | HYPHEN | (und | oder) um?)"
    " b:(CLOCK | HOUR | NUMWORD) Uhr",
    examples=("14.30-17 Uhr", "von 10 bis 18 Uhr", "6 bis 22 Uhr"),
)
def clock_range(m: Match) -> Built:
    def read(name: str) -> Clock | None:
        if both := m.get(name, "CLOCK"):
            return Clock(*both)
        hour = _hour(m, name)
        return Clock(hour) if hour is not None else None

    a, b = read("a"), read("b")
    if a is None or b is None:
        return None
    i, j = m.index("a"), m.index("b")
    return [Piece(i, i + 1, a), Piece(j, m.end, b)]


@rule(
    "Uhrzeit mit Doppelpunkt",
    "c:CLOCK",
    examples=("um 14:30",),
)
def colon_time(m: Match) -> Built:
    behind_day = not {"WEEKDAY", "DATENUM", "DAYMONTH"}.isdisjoint(m.before_values())
    if "CLOCKCOLON" not in m.values[m.start]:
        return None
    if not (m.prep in ("um", "gegen", "ab", "bis") or (behind_day and m.after() != "Uhr")):
        return None  # „ein 3:1“, but „am Samstag 15:30“
    hour, minute = m.get("c", "CLOCK")
    return Clock(hour, minute, approx=_approx(m))


@rule(
    "halb drei",
    f"x:halb h:(HOUR | NUMWORD) (Uhr)? {PART}?",
    f"x:(Viertel | viertel) y:(vor | nach) h:(HOUR | NUMWORD) {PART}?",
    f"x:(Dreiviertel | dreiviertel | Viertel | viertel) h:(HOUR | NUMWORD) Uhr? {PART}?",
    "x:(kurz) y:(vor | nach) h:(HOUR | NUMWORD) Uhr",
    "n:(fünf | zehn | zwanzig | fünfundzwanzig) (Minuten)? y:(vor | nach) (z:halb)?"
    f" h:(NUMWORD | HOUR) u:Uhr? {PART}?",
    examples=("um halb drei", "um Viertel nach acht", "um zwanzig vor drei", "kurz nach 14 Uhr"),
)
def spoken(m: Match) -> Built:
    h = _hour(m, "h")
    if not h:
        return None
    part = m.get("p", "PARTADV", "AFTERDAY", "PARTN")
    sign = 1 if m.has("y") and m.word("y") == "nach" else -1
    if m.has("x"):
        x = m.word("x").lower()
        if x == "kurz":
            return Clock(h % 24, 0, approx=True)
        if m.prep not in ("um", "gegen", "ab", "bis", "von", "vor", "nach", "seit") and not part:
            return None
        if x == "viertel" and not m.has("y"):
            x = "viertel der Stunde"  # „um viertel neun“: a quarter of the ninth hour is over
        minutes = h * 60 + _BEFORE_THE_HOUR.get(x, 15 * sign)
    else:
        n = m.get("n", "NUM")
        if not (m.prep in ("um", "gegen", "ab", "bis") or m.has("u")):
            return None
        minutes = h * 60 + sign * int(n) - 30 * m.has("z")
    hour, minute = divmod(minutes % 1440, 60)
    return Clock(_of_day(hour, part), minute, part, _approx(m), half_day=part is None and h <= 12)


#: minutes to the hour named
_BEFORE_THE_HOUR = {"viertel der Stunde": -45, "halb": -30, "dreiviertel": -15}


@rule(
    "Mitternacht",
    "Mitternacht | Mitternachts",
    examples=("bis Mitternacht", "um Mitternacht"),
)
def midnight(m: Match) -> Built:
    shortly = m.before(1).lower() in ("nach", "vor") and m.before(2).lower() == "kurz"
    after = m.before().lower() == "nach"  # it is the new day
    return Clock(0 if after and shortly else 24, 0, "NI", shortly or _approx(m))


@rule(
    "Tageszeit",
    "PARTADJ? p:PARTN",
    "(mitten | spät) (am | in der) p:PARTN",
    "späteren p:PARTN",
    "in aller p:(Früh | Frühe | Herrgottsfrüh | Herrgottsfrühe)",
    "p:PARTADV",
    examples=("am frühen Morgen", "abends", "in der Nacht"),
)
def part_of_day(m: Match) -> Built:
    if m.before().lower() in ("mitten", "spät", "eines"):
        return None  # „eines Morgens“: nobody knows which
    if "PARTADV" in m.values[m.end - 1]:
        # „im Laufe des Nachmittags“ is one, „des Nachmittags las er“ each of them
        genitive = m.before() == "des" and m.before(2)[:1].isupper()
        return PartOfDay(m.get("p", "PARTADV"), adverb=not genitive)
    word = m.word("p")
    inner = {t.lower() for t in m.tokens[m.start : m.end]}
    if m.after() == "-" or m.before() == "-" or word == "Vorabend":
        return None
    if not (
        m.prep in ("am", "in", "im", "bis", "seit", "gegen", "zum", "zur", "ab", "nach")
        or (m.prep == "für" and m.det == "den")
        or inner & {"am", "in"}
        or (word == "Nacht" and m.after() in ("auf", "zum", "vom"))
        or (word == "Mittagszeit" and m.prep == "um")
        or (word == "Mittag" and m.prep == "zu")
    ):
        return None
    if m.prep == "nach" or (m.prep == "in" and word == "Nacht" and m.det not in ("der", "")):
        return None
    if m.prep == "am" and m.before_values(2).get("NAME") and m.before_values(3).get("QUOTE"):
        return None  # a title: „Sachsen am Morgen“
    return PartOfDay(m.get("p", "PARTN"))
