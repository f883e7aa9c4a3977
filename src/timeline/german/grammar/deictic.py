"""Words that point at a day or back: „gestern“, „am Freitag“, „tags darauf“, „im selben Jahr“."""

from __future__ import annotations

from timeline.german.grammar.common import (
    TO,
    RuleBook,
    looks_like_a_name,
    names_a_paper,
    points_at_what_follows,
)
from timeline.german.meaning import (
    Amount,
    DayPart,
    DeicticDay,
    PartOfDay,
    Shift,
    UnitStep,
    Vague,
    Weekday,
)  # fmt: skip
from timeline.german.pattern import Built, Match
from timeline.german.pattern import Part as Piece
from timeline.german.verb_forms import FINITE, forms

book = RuleBook()
RULES = book.rules
rule = book.rule

#: „vergangener Woche“, „der Vorwoche“, bound as wk or vw
WEEK = "(der vw:Vorwoche | (der | in der | zu)? wk:(WHICH Woche))"


def _week(m: Match) -> int | None:
    """Which week is meant, counted from the current one."""
    return -1 if m.has("vw") else m.get("wk", "WHICH")


def _day(m: Match, name: str = "d") -> tuple[int, DayPart | None]:
    both: tuple[int, DayPart] | None = m.get(name, "WEEKDAYPART")
    if both:
        return both
    return m.get(name, "WEEKDAY"), m.get("p", "AFTERDAY", "PARTADV")


@rule(
    "gestern heute morgen",
    "o:DEIXIS p:(AFTERDAY | PARTADV)?",
    "o:DEIXIS (am | zu)? (späten | frühen)? p:PARTN",
    "o:DEIXIS ,? (WEEKDAY | x:WEEKDAYPART)",
    "(Ende | Anfang) o:DEIXIS",
    examples=("gestern", "heute früh", "gestern Donnerstag", "morgen Abend"),
)
def deictic_day(m: Match) -> Built:
    word = m.word("o")
    part = m.get("p", "AFTERDAY", "PARTADV", "PARTN")
    if m.has("x"):
        part = m.get("x", "WEEKDAYPART")[1]
    if m.after() == "-" or m.before() == "-":
        return None
    if word == "Morgen" and not at_head(m):
        return None  # the noun: „am Morgen“, „guten Morgen“
    if word in ("heute", "Heute") and m.after().lower() == "journal":
        return None
    if word.istitle() and not at_head(m):
        return None  # the noun: „das Gestern“, „im Hier und Heute“
    if m.before() in ("auf", "als") and m.before(2).lower() == "heute":
        return None  # „von heute auf morgen“, „lieber heute als morgen“
    if m.after() in ("auf", "als") and m.after(1) == "morgen":
        return None
    day = m.get("o", "DEIXIS") < 0 and m.before(2)[:1].isupper() and m.before(2) not in _OF_OLD
    if (
        m.prep == "von"
        and not day
        and part is None
        and m.after().lower() not in ("bis", "an", "auf")
        and not _clock_follows(m)
    ):
        offset = m.get("o", "DEIXIS")  # „die Welt von morgen“
        return Vague("PRESENT_REF" if offset == 0 else "FUTURE_REF" if offset > 0 else "PAST_REF")
    idiom = part is None and (
        (m.prep == "bis" and word.lower() == "heute" and not _clock_follows(m))
        or (word.lower() == "heute" and m.after().lower() in ("noch", "wie"))
        or (word == "heute" and m.before() == "," and _age_follows(m))
        or (word == "heute" and m.before() == "als")  # „mehr Angst als heute“
    )
    return DeicticDay(m.get("o", "DEIXIS"), part, idiom=idiom)


def _age_follows(m: Match) -> bool:
    """„Der Buchhalter, heute 44, schweigt“; not „gestern 40 Fälle, heute 44“."""
    if not m.before(2)[:1].isupper() or "gestern" in m.tokens or m.before(3).isdecimal():
        return False
    return m.after().isdecimal() and len(m.after()) == 2 and m.after(1) in (",", ")", "und")


#: „die Welt von gestern“ is none of yesterday's, „das Spiel von gestern“ is
_OF_OLD = {
    "Welt", "Schnee", "Mann", "Frau", "Männer", "Frauen", "Mensch", "Menschen", "Leute", "Partei",
    "Politik", "Stadt", "Gesellschaft", "Technik", "Idee", "Ideen", "Rezepte", "Antworten",
    "Helden", "Fehler", "Denken", "Europa", "Deutschland", "Kriege", "Sünden", "Generation",
}  # fmt: skip


def _clock_follows(m: Match) -> bool:
    """„bis heute, 14 Uhr“: a day after all."""
    return bool(m.after_values(int(m.after() == ",")).keys() & {"CLOCK", "HOUR"})


def at_head(m: Match) -> bool:
    """Does the match open its sentence (or a quotation, or stand behind a colon)?"""
    before = m.before()
    return before in ("", ".", ":", "!", "?", "–") or "QUOTE" in m.before_values()


@rule(
    "heutiger Tag",
    "o:DEIXADJ (Tag | Tage | Tages)",
    "o:DEIXADJ (d:(WEEKDAY | WEEKDAYPART)) p:AFTERDAY?",
    "o:DEIXADJ q:PARTN",
    "o:DEIXADJ",
    examples=("am heutigen Dienstagabend", "am gestrigen Abend"),
)
def deictic_adjective(m: Match) -> Built:
    part = m.get("q", "PARTN") or m.get("p", "AFTERDAY")
    if m.has("d") and (both := m.get("d", "WEEKDAYPART")):
        part = both[1]
    offset = m.get("o", "DEIXADJ")
    idiom = offset == 0 and m.tokens[m.end - 1].startswith("Tage") and m.prep != "am"
    bare = not (m.has("d") or m.has("q")) and not m.tokens[m.end - 1].startswith("Tag")
    return DeicticDay(offset, part, idiom=idiom, attribute=bare)


@rule(
    "heute in einer Woche",
    "o:DEIXIS in n:NUM u:UNIT",
    "d:(WEEKDAY | WEEKDAYPART) in n:NUM u:UNIT",
    "o:DEIXIS vor v:NUM h:HALF? u:UNIT",
    "d:(WEEKDAY | WEEKDAYPART) vor v:NUM u:UNIT",
    examples=("heute in einer Woche", "Freitag vor einer Woche", "Mittwoch in zwei Wochen"),
)
def day_and_weeks(m: Match) -> Built:
    unit = m.get("u", "UNIT")
    sign = 1 if m.has("n") else -1
    number = m.get("n", "NUM") or m.get("v", "NUM")
    if m.has("h"):
        unit, number = {"Y": ("M", 6)}.get(unit, ("", 0))  # „heute vor einem halben Jahr“
    if m.has("d"):
        if unit == "D" and number in (8, 14):  # „in acht Tagen“ is a week
            unit, number = "W", number // 7
        if unit != "W":
            return None
        weekday, part = _day(m)
        return Weekday(weekday, daypart=part, shift_weeks=int(sign * number))
    if unit not in ("W", "M", "Y", "D"):
        return None
    if unit == "D" and number == 8:  # „heute in acht Tagen“ is a week
        unit, number = "W", 1
    base = DeicticDay(m.get("o", "DEIXIS"))
    return Shift(Amount(unit, number), sign, anchored=False, base=base)


@rule(
    "Wochentag",
    f"w:(WHICH | ANAPH)? d:(WEEKDAY | WEEKDAYPART) p:(AFTERDAY | PARTADV)? {WEEK}?",
    "s:(SAME | THAT) d:(WEEKDAY | WEEKDAYPART) p:AFTERDAY?",
    "wk:(WHICH Woche) (am)? d:(WEEKDAY | WEEKDAYPART)",
    "d:(WEEKDAY | WEEKDAYPART) then:(darauf | danach)",
    "d:(WEEKDAY | WEEKDAYPART) first:(davor | zuvor)",
    "(Laufe | Lauf | Verlauf | Verlaufe) des w:WHICH? d:(WEEKDAY | WEEKDAYPART)",
    examples=(
        "am Freitag",
        "im Laufe des Montags",
        "vergangenen Freitag",
        "Montagabend",
        "Dienstag vergangener Woche",
    ),
)
def weekday(m: Match) -> Built:
    number, part = _day(m)
    if m.word("d").endswith("s") and not (m.det == "des" or m.prep):
        return None  # „Montags“: every Monday
    if m.before() == "-" or m.after() == "-":
        return None
    if not _weekday_stands(m) or names_a_paper(m):
        return None
    step = m.get("w", "WHICH")
    if m.has("then") or m.has("first"):
        if points_at_what_follows(m):
            return None  # „warnte am Montag davor“, „wies am Montag darauf hin“
        return Weekday(number, 1 if m.has("then") else -1, daypart=part, anchored=True)
    if m.has("s"):
        return Weekday(number, 0, daypart=part, anchored=True, far="THAT" in m.values[m.start])
    if m.has("w") and step is None:
        return Weekday(number, m.get("w", "ANAPH"), daypart=part, anchored=True)
    indefinite = m.before().lower() in ("ein", "einem", "eines", "einen", "kein", "keinem")
    return Weekday(number, step, _week(m), part, indefinite=indefinite)


def _weekday_stands(m: Match) -> bool:
    """„Frau Sonntag“, „Robinson und Freitag“, „die Montag AG“ are not days."""
    if m.prep or m.has("w") or m.has("s") or m.has("wk") or m.tokens[m.start].isupper():
        return True
    if m.after_values().keys() & {"CLOCK", "HOUR", "DIGITS"} or m.after() in ("ab", "um"):
        return True
    if m.after() == "," and m.after_values(1).keys() & {"CLOCK", "HOUR"}:
        return True  # „Kreisliga A, Samstag, 15 Uhr“
    if m.before().lower() in ("ein", "kein"):
        return False  # „das Leben ist ein Sonntag“
    return not looks_like_a_name(m)


@rule(
    "Wochentag von bis",
    f"a:WEEKDAY {TO} (zum | einschließlich)* b:(WEEKDAY | WEEKDAYPART) {WEEK}",
    "w:WHICH a:WEEKDAY (bis | DASH | und | oder | /) (zum)? b:WEEKDAY",
    examples=("von Dienstag bis Freitag nächster Woche", "vom kommenden Freitag bis Sonntag"),
)
def weekday_range(m: Match) -> Built:
    week = _week(m)
    step = m.get("w", "WHICH")
    i, j = m.index("a"), m.index("b")
    second = m.get("b", "WEEKDAYPART") or (m.get("b", "WEEKDAY"), None)
    return [
        Piece(
            m.start if step is not None else i, i + 1, Weekday(m.get("a", "WEEKDAY"), step, week)
        ),
        Piece(j, m.end, Weekday(second[0], 1 if step and step > 0 else step, week, second[1])),
    ]


# --------------------------------------------------------------------------- anchored in the text
@rule(
    "tags darauf",
    "tags later:(LATER | zuvor | davor | vorher)",
    "(Tag | Tage) later:(LATER | zuvor | davor | vorher)",
    "w:(ANAPH) (Tag | Tages | Tage | tag)",
    examples=("tags darauf", "am Tag zuvor", "am folgenden Tag"),
)
def next_day(m: Match) -> Built:
    if m.has("w"):
        return UnitStep("D", m.get("w", "ANAPH"), anchored=True)
    sign = m.get("later", "LATER", "EARLIER")
    if m.word("later") == "später" and m.tokens[m.start].islower():
        return None
    return UnitStep("D", sign, anchored=True)


@rule(
    "Jahr darauf",
    "u:UNIT later:(darauf | zuvor | davor | danach | vorher)",
    "w:ANAPH u:UNIT",
    examples=("im Jahr zuvor", "in der Woche darauf", "im folgenden Jahr"),
)
def next_unit(m: Match) -> Built:
    unit = m.get("u", "UNIT")
    word = m.word("u").lower()
    if unit.startswith("T") or (word.endswith("en") and word not in ("jahren",)):
        return None
    several = word.endswith(("e", "en")) and word not in ("woche", "wochenende")
    if m.has("later") and several and not m.prep:
        return Shift(Amount(unit, None), m.get("later", "LATER", "EARLIER"))
    step = m.get("w", "ANAPH") if m.has("w") else m.get("later", "LATER", "EARLIER")
    if word in ("jahre", "tage", "monate") and not m.has("later"):
        return UnitStep(unit, step, anchored=True, plural=True, vague=True)
    return UnitStep(unit, step, anchored=True)


@rule(
    "am selben Tag",
    "SAME u:UNIT",
    "THAT u:UNIT",
    "SAME p:PARTN",
    "THAT p:PARTN",
    "THIS p:PARTN",
    examples=("am selben Tag", "noch am selben Vormittag", "in jenem Jahr"),
)
def same(m: Match) -> Built:
    if m.has("p"):
        return PartOfDay(m.get("p", "PARTN"), same=True, far="THAT" in m.values[m.start])
    unit = m.get("u", "UNIT")
    if unit.startswith("T") or (m.word("u").endswith(("en", "e")) and unit not in ("W", "WE")):
        return Vague("PAST_REF") if unit in ("D", "Y") and "THAT" in m.values[m.start] else None
    return UnitStep(unit, 0, anchored=True)


@rule(
    "am nächsten Morgen",
    "w:(WHICH | ANAPH) p:PARTN",
    "p:PARTN then:(darauf | danach)",
    "p:PARTN back:(zuvor | davor | vorher)",
    "back:Vorabend",
    examples=("am nächsten Morgen", "am folgenden Abend", "am Abend zuvor", "am Vorabend"),
)
def next_part(m: Match) -> Built:
    if m.has("back") and not m.has("p"):
        of_what = m.after() in ("des", "der", "von", "vom", "eines", "einer", "seines", "ihres")
        adjective = m.after().endswith(("er", "en", "es")) and not forms(m.after()) & FINITE
        return PartOfDay("EV", step=-1) if m.prep == "am" and not of_what | adjective else None
    step = 1 if m.has("then") else -1 if m.has("back") else m.get("w", "ANAPH", "WHICH")
    part = m.get("p", "PARTN")
    if m.has("back"):
        return PartOfDay(part, step=-1)
    if part == "NI" and m.word("w" if m.has("w") else "p").lower().startswith("kommend"):
        return DeicticDay(0, part)  # „in der kommenden Nacht“ is tonight
    if step == 1:
        return PartOfDay(part, step=1)
    if step == -1 and part == "NI":
        return DeicticDay(-1, part)  # „vergangene Nacht“
    if step == 0:
        return PartOfDay(part, same=True)
    return None
