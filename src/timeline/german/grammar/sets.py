"""What comes again: „jeden Freitag“, „alle vier Jahre“, „montags“, „dreimal im Jahr“."""

from __future__ import annotations

from timeline.german.closed_classes import ABOUT
from timeline.german.grammar.common import RuleBook
from timeline.german.meaning import Frequency, timex_weekday
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece

book = RuleBook()
RULES = book.rules
rule = book.rule


@rule(
    "jeden Tag",
    "EACH o:ORD? u:UNIT",
    "EACH ORD? d:(WEEKDAY | WEEKDAYPART)",
    "EACH m:MONTH",
    "EACH p:PARTN",
    "EACH s:SEASON",
    "ALL n:NUM s:SEASON",
    "ALL n:NUM u:UNIT",
    "ALL VAGUEN u:UNIT",
    "EACH d1:DAY m:MONTH",
    "(pro | je) u:UNIT",
    "(pro | je) p:PARTN",
    "a:UNIT (um | für) b:UNIT",
    "alle u:(Jahre | Tage) again:wieder?",
    examples=("jeden Freitag", "alle vier Jahre", "pro Jahr", "Jahr um Jahr"),
)
def every(m: Match) -> Built:
    unit = m.get("u", "UNIT")
    if unit == "TH" and m.before() in ("Kilometer", "Kilometern"):
        return None  # a speed
    if m.has("d1"):
        return Frequency(f"XXXX-{m.get('m', 'MONTH'):02d}-{m.get('d1', 'DAY'):02d}")
    bare = m.end - m.start == 2
    if "ALL" in m.values[m.start] and bare and m.before() != "nicht":
        return None  # „alle Tage der Messe“: every single one of them
    if "ALL" in m.values[m.start] and not (bare or m.has("n") or m.has("again")):
        return Frequency(f"PX{unit}")
    if m.has("b"):
        unit = m.get("a", "UNIT")
        return Frequency(period(1, unit)) if unit == m.get("b", "UNIT") else None
    if m.has("n"):
        return Frequency(period(m.get("n", "NUM"), unit or m.get("s", "SEASON")[0]))
    if unit == "WE":
        return Frequency("XXXX-WXX-WE")
    if unit:
        return Frequency(period(m.get("o", "ORD", default=1), unit))
    if m.has("d"):
        day = m.get("d", "WEEKDAY")
        if day is None:
            day, part = m.get("d", "WEEKDAYPART")
            return Frequency(f"{timex_weekday(day)}T{part}")
        return Frequency(timex_weekday(day))
    if m.has("m"):
        return Frequency(f"XXXX-{m.get('m', 'MONTH'):02d}")
    if m.has("p"):
        return Frequency(f"XXXX-XX-XXT{m.get('p', 'PARTN')}")
    return Frequency("P1" + m.get("s", "SEASON")[0])


def period(number: float, unit: str) -> str:
    """ISO 8601 period of ``number`` units: ``period(2, "TH")`` is „PT2H“."""
    text = f"{number:g}"
    if unit == "TQ":
        number, unit, text = number * 15, "TM", f"{number * 15:g}"
    return f"PT{text}{unit[1:]}" if unit.startswith("T") else f"P{text}{unit}"


@rule(
    "regelmäßig",
    "f:FREQ",
    "d:WEEKDAYADV",
    "w:(werktags | wochentags | feiertags)",
    "tagein ,? tagaus",
    "j:jahrein ,? jahraus",
    "s:sonn (HYPHEN | DASH) und (Feiertagen | feiertags)",
    examples=("jährlich", "montags", "werktags", "an Sonn- und Feiertagen"),
)
def regular(m: Match) -> Built:
    if m.has("f"):
        return Frequency(m.get("f", "FREQ"))
    if m.has("d"):
        return Frequency(timex_weekday(m.get("d", "WEEKDAYADV")))
    if m.has("j"):
        return Frequency("P1Y")
    if m.has("w") and m.det:
        return None  # „wegen des Feiertags“
    return Frequency("XXXX-WXX-7" if m.has("s") else "P1D")


_ABOUT = ABOUT | {"über", "circa", "mehr", "bis"}


@rule(
    "im Jahr (Rate)",
    "x:(im | am | in) (der)? u:(Jahr | Monat | Tag | Woche)",
    "x:(die | das | den | je) u:(Jahr | Monat | Tag | Woche)",
    examples=("zweimal im Jahr", "dreimal die Woche"),
)
def rate(m: Match) -> Built:
    """„500 Menschen im Jahr“, „14.000 Fahrzeuge am Tag“: only behind a counted noun or „-mal“."""
    v, w = m.before_values(1), m.before_values(2)
    counted = ("COUNTED" in v or ("NAME" in v and w.keys() & {"NUM", "BIG", "DECIMAL"})) and bool(
        w.keys() & {"NUM", "BIG", "DECIMAL", "DIGITS", "COUNTED", "NAME"}
    )
    counted = counted or ("NAME" in v and "COUNTED" in w)  # „1840 Mark Rente im Monat“
    times = m.before().lower().endswith("mal") and (len(m.before()) > 3 or "NUM" in w)
    if m.word("x") in ("die", "das", "den", "je"):
        counted = "UNIT" in v and "NUM" in w  # „sechs Tage die Woche“
    # „befördert im Jahr rund zwei Millionen Fahrgäste“
    behind = m.word("x") == "im" and (m.after() in _ABOUT or "BIG" in m.after_values())
    if (
        not (counted or times or behind)
        or "YEAR" in m.after_values()
        or m.after() in ("darauf", "zuvor", "danach")
    ):
        return None
    return [Piece(m.start, m.end, Frequency(period(1, m.get("u", "UNIT"))))]
