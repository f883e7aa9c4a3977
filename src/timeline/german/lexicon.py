"""From the word tables to tokens with classes.

A token has one or more classes („Morgen“ is a part of the day and, at the head
of a sentence, tomorrow). Every combination of classes is one character, so a
sentence becomes a short string that the grammar's regular expressions match:
„vor zwei Wochen“ → three characters, whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from timeline.german import words
from timeline.german.closed_classes import DEFINITE_ARTICLES, QUOTES, SINGLE_QUOTES, declined
from timeline.german.feasts import NAMES as FEASTS
from timeline.german.feasts import WITH_PARTS

Values = dict[str, Any]

_DASHES = {"–", "—", "‒", "−"}
_BRACKETS = {"(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE"}
_QUOTES = {*QUOTES, *SINGLE_QUOTES, "’"}


def _forms(word: str) -> set[str]:
    if word[0].isupper():
        return {word, word.upper()}
    return {word, word[0].upper() + word[1:], word.upper()}


#: endings of nouns without a genitive of their own: feminine ones and plurals
_NO_GENITIVE = (
    "fahrt", "frist", "mess", "mitte", "nacht", "wende", "woche", "zeit", "en", "ern", "monate",
    "tage",
)  # fmt: skip


def _cases(noun: str) -> tuple[str, ...]:
    """A noun and, where it has one, its genitive in both spellings."""
    if noun.endswith(_NO_GENITIVE):
        return (noun,)
    return (noun, f"{noun}s") if noun.endswith("e") else (noun, f"{noun}s", f"{noun}es")


#: classes whose words may head a time expression. A sentence without any is never looked at,
#: so every pattern of the grammar needs one of them (or a word in HEAD_WORDS).
HEADS = {
    "CLOCK", "DATENUM", "DAY", "DAYMONTH", "DECADE", "DECADENOUN", "DECADEYEARS", "DEIXADJ",
    "DEIXIS", "FEAST", "FEASTPART", "FREQ", "FUTURE", "HEUER", "ISODATE", "MONTH", "MONTHABBR",
    "MONTHDAY", "MONTHHALF", "MONTHWEEK", "MONTHWEEKDAY", "NEIGHBOUR", "PARTADV", "PARTN", "PAST",
    "PRESENT", "SEASON", "SHORTSPAN", "UNIT", "UNITADJ", "UNITFRACTION", "UNITLONG", "UNITPART",
    "WEEKDAY", "WEEKDAYADV", "WEEKDAYPART", "WEEKYEAR", "YEAR", "YEARADJ", "YEARSPAN",
}  # fmt: skip
#: words that rules name themselves and that head an expression
HEAD_WORDS = (
    "Advent", "Adventsonntag", "Adventssonntag", "Adventswochenende", "Adventszeit",
    "Adventwochenende",
    "Auftaktquartal", "Augenblick", "Bälde", "Chr", "Christus", "Dreiviertel", "dreiviertel",
    "Empfängnis",
    "Feiertag", "Feiertagen", "feiertags", "fünf", "fünfundzwanzig", "Geburt", "Gedenktag",
    "Gedenktages",
    "Gegenwart", "h", "halb", "jahrein", "Jahreshälfte", "Jahreswechsel", "Kalenderwoche", "KW",
    "Könige", "Kürze", "Martin", "Mitternacht", "Mitternachts", "Moment", "Monatsletzten",
    "Monatsletzter", "Punkt", "Q", "Ruhetag",
    "Schlussquartal", "Sommersemester", "Stundenfrist", "tag", "tagein", "tags", "Uhr",
    "Vergangenheit", "Viertel", "viertel", "Weihnachtsfeiertag", "Weihnachtsfeiertags",
    "Weihnachtstag", "Wochenhälfte",
    "werktags", "Wintersemester", "wochentags", "Z", "zehn", "Zeit", "Zeiten", "Zeitrechnung",
    "Zukunft", "zwanzig",
)  # fmt: skip


class Lexicon:
    """Surface form → classes and their values, and the character for each combination."""

    def __init__(self) -> None:
        self._entries: dict[str, Values] = {}
        self._codes: dict[frozenset[str], str] = {}
        self._with: dict[str, list[str]] = {}  # class → the characters that stand for it
        self.head_codes: set[str] = set()
        self.coded: dict[str, tuple[str, Values]] = {}
        self._load()

    # ------------------------------------------------------------- filling
    def add(self, word: str, category: str, value: Any = True) -> None:
        for form in _forms(word):
            self._entries.setdefault(form, {}).setdefault(category, value)

    def _table(self, category: str, table: dict[str, Any] | Iterable[str]) -> None:
        items = table.items() if isinstance(table, dict) else ((w, True) for w in table)
        for word, value in items:
            self.add(word, category, value)

    def _nouns(self, category: str, table: dict[str, Any]) -> None:
        """Nouns with their genitives: „Herbst“, „Herbsts“, „Herbstes“."""
        self._table(category, {form: v for noun, v in table.items() for form in _cases(noun)})

    def _adjectives(self, category: str, stems: Iterable[str], value: Any) -> None:
        for word in words.inflect(stems):
            self.add(word, category, value)

    def _load(self) -> None:
        self._load_calendar()
        self._load_units()
        self._load_pointers()
        self._load_parts_and_amounts()
        self._load_fixed_words()
        self._load_feasts()

    def _load_calendar(self) -> None:
        """Months, weekdays and seasons, and what is joined to them („Maihälfte“)."""
        w = words
        for month, number in w.MONTHS.items():
            self.add(month, "MONTHABBR" if month in w.MONTH_ABBREVIATIONS else "MONTH", number)
            if month not in w.MONTH_ABBREVIATIONS:
                self._table("MONTH", {f"{month}s": number, f"{month}es": number})
                self._table("MONTHHALF", {f"{month}hälfte": number})
                self._table("MONTHWEEK", {f"{month}woche": number})
                for part in ("tag", "tage", "tagen", "morgen", "abend"):
                    self.add(month + part, "MONTHDAY", number)
                for weekday, day in w.WEEKDAYS.items():
                    self.add(month + weekday.lower(), "MONTHWEEKDAY", (number, day))
                self.add(month + "wochenende", "MONTHWEEKDAY", (number, None))
        for weekday, number in w.WEEKDAYS.items():
            self._table("WEEKDAY", {weekday: number, f"{weekday}s": number, f"{weekday}es": number})
            self.add(f"{weekday}en", "WEEKDAYADV", number)
            for part, code in w.PARTS.items():
                self.add(weekday + part.lower(), "WEEKDAYPART", (number, code))
                # set in small capitals once: „am SONNTAGmorgen“
                self.add(weekday.upper() + part.lower(), "WEEKDAYPART", (number, code))
            self.add(f"{weekday}früh", "WEEKDAYPART", (number, "MO"))
            self.add(f"{weekday.lower()}s", "WEEKDAYADV", number)
            for part in ("abends", "morgens", "nachmittags"):
                self.add(f"{weekday.lower()}{part}", "WEEKDAYADV", number)
        self._table("WDABBR", w.WEEKDAY_ABBREVIATIONS)
        self._nouns("SEASON", w.SEASONS)

    def _load_units(self) -> None:
        """Units of time, and the adjectives and frequencies made of them („zweijährig“)."""
        w = words
        self._table("UNIT", w.UNITS)
        self._table("UNITFRACTION", w.UNIT_FRACTIONS)
        for word in w.UNITS:
            if (word.endswith(("n", "e")) and w.UNITS[word] not in ("TH", "TM", "W")) or (
                word.endswith("n")
            ):
                self.add(word, "UNITPLURAL", w.UNITS[word])
        for stem, unit in w.UNIT_STEMS.items():
            self._table("UNITLONG", {f"{stem}lang": unit})
            self._adjectives("UNITLONG", [f"{stem}lang"], unit)
        forms_of_one = declined("ein")
        for adjective, unit in w.UNIT_ADJECTIVES.items():
            self._adjectives("UNITADJ", [adjective], (None, unit))
            for word, amount in w.CARDINALS.items():
                if amount <= 30 and word not in forms_of_one:
                    self._adjectives("UNITADJ", [word + adjective], (amount, unit))
        for adverb, value in w.FREQUENCY.items():
            self.add(adverb, "FREQ", value)
            self._adjectives("FREQ", [adverb], value)

    def _load_pointers(self) -> None:
        """What points from a day or from the text: „gestern“, „voriger“, „derselbe“, „später“."""
        w = words
        self._table("PARTN", w.PARTS)
        self._table("PARTADV", w.PART_ADVERBS)
        self._table("AFTERDAY", w.PART_AFTER_DAY)
        self._table("DEIXIS", w.DEICTIC_DAYS)
        for stem, offset in w.DEICTIC_ADJECTIVES.items():
            self._adjectives("DEIXADJ", [stem], offset)
        for stem, step in w.DEICTIC_YEARS.items():
            if stem == "heuer":
                self.add(stem, "HEUER", step)
            else:
                self._adjectives("YEARADJ", [stem], step)
        for group, step in ((w.LAST, -1), (w.NEXT, 1), (w.OVERNEXT, 2), (w.BEFORE_LAST, -2),
                            (w.CURRENT, 0)):  # fmt: skip
            self._adjectives("WHICH", group, step)
        self._table("WHICH", dict.fromkeys(w.THIS, 0))
        self._table("THIS", w.THIS)
        self._adjectives("LASTADJ", ["letzt"], -1)
        self._adjectives("ANAPH", w.FOLLOWING, 1)
        self._adjectives("ANAPH", w.PRECEDING, -1)
        self._adjectives("SAME", w.SAME, 0)
        self._table("SAME", dict.fromkeys(w.THE_SAME, 0))
        self._table("THAT", dict.fromkeys(w.THAT, 0))
        self._table("EACH", w.EACH)
        self._table("ALL", w.ALL)
        self._table("DET", sorted(DEFINITE_ARTICLES))
        self._table("LATER", dict.fromkeys(w.LATER, 1))
        self._table("EARLIER", dict.fromkeys(w.EARLIER, -1))
        self._table("AGO", w.AGO)
        self._table("LONG", w.LONG)

    def _load_parts_and_amounts(self) -> None:
        """„Anfang“, „Mitte“; numbers as words, ordinals and decades."""
        w = words
        self._table("PARTOF", w.PART_OF)
        for stem, side in w.PART_ADJECTIVES.items():
            self._adjectives("PARTADJ", [stem], side)
        self._nouns("UNITPART", w.UNIT_PARTS)
        self._nouns("NEIGHBOUR", w.NEIGHBOUR_UNITS)
        self._table("NUM", w.CARDINALS)
        self._table("NUMWORD", w.CARDINALS)
        self._table("DUTZEND", ("Dutzend",))
        self._table("HALF", w.HALF)
        self._table("VAGUEN", w.VAGUE_AMOUNTS)
        for stem, number in w.ORDINAL_STEMS.items():
            for word in w.inflect([stem]):
                self.add(word, "ORD", number)
                self.add(word, "ORDWORD", number)
        for stem, decade in w.DECADE_STEMS.items():
            self.add(stem, "DECADE", decade)
            self._table("DECADENOUN", {stem.capitalize() + "n": decade, stem.capitalize(): decade})
            self._table("DECADEYEARS", {stem.capitalize() + "jahre": decade,
                                        stem.capitalize() + "jahren": decade})  # fmt: skip

    def _load_fixed_words(self) -> None:
        """Words beside a time („etwa“), for one („damals“), or against one („Euro“)."""
        w = words
        self._table("APPROX", w.APPROXIMATIVES)
        self._table("FILLER", w.UNIT_FILLERS)
        self._table("PAST", w.PAST_WORDS)
        self._table("PRESENT", w.PRESENT_WORDS)
        self._table("FUTURE", w.FUTURE_WORDS)
        self._table("COUNTED", w.COUNTED)
        self._table("LABEL", w.NUMBER_LABELS)

    def _load_feasts(self) -> None:
        """Feasts, and their compounds with a part of the day („Silvesternacht“)."""
        self._nouns("FEAST", FEASTS)
        for stem, key in WITH_PARTS.items():
            for part, code in words.PARTS.items():
                self.add(stem + part.lower(), "FEASTPART", (key, code))

    # ------------------------------------------------------------- reading
    def code_of(self, values: Values) -> str:
        """The character that stands for this combination of classes."""
        key = frozenset(values)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = chr(0x100 + len(self._codes))
            for category in key:
                self._with.setdefault(category, []).append(code)
        return code

    def codes_with(self, category: str) -> str:
        """All characters whose combination holds ``category``."""
        return "".join(sorted(self._with.get(category, ())))

    def classes(self) -> set[str]:
        """Every class of words that a pattern may name."""
        tokens = [*map(_number, _NUMBER_SHAPES), *map(_mark, (*_MARKS, "x", "X"))]
        return {category for values in (*self._entries.values(), *tokens) for category in values}

    def freeze(self) -> None:
        """Give every known form its character, and every shape a number can have."""
        for word in HEAD_WORDS:
            self.add(word, "HEAD")
        for form, values in self._entries.items():
            self.coded[form] = (self.code_of(values), values)
        for shape in _NUMBER_SHAPES:
            self.code_of(_number(shape))
        heads = HEADS | {"HEAD"}
        self.head_codes = {c for key, c in self._codes.items() if key & heads}
        self._name, self._word = ((self.code_of(v), v) for v in (_mark("X"), _mark("x")))
        for mark in _MARKS:
            self.coded.setdefault(mark, (self.code_of(_mark(mark)), _mark(mark)))

    def look_up(self, token: str) -> tuple[str, Values]:
        """Character and values of a token; all unknown words share two characters."""
        known = self.coded.get(token)
        if known is not None:
            return known
        first = token[0]
        if first.isalpha():
            return self._name if first.isupper() else self._word
        if first.isdecimal():
            values = _number(token)
            return self.code_of(values), values
        values = _mark(token)
        return self.code_of(values), values


def _mark(token: str) -> Values:
    first = token[0]
    if first in _DASHES:
        return {"DASH": True}
    if first in _BRACKETS:
        return {_BRACKETS[first]: True}
    if first in _QUOTES:
        return {"QUOTE": True}
    if first == "-":
        return {"HYPHEN": True}
    if first in ".,:/§%€$&;!?…•|":
        return {first: True}
    if first.isalpha():
        return {"NAME": True} if first.isupper() else {"WORD": True}
    return {"OTHER": True}


_MARKS = "–—-.,:/()[]„“”«»\"'!?;…•|§%€$&"
_NUMBER_SHAPES = (
    "2024-01-01", "2024-01-01T10:30", "1.11.2024", "01.11.24", "31.13.2024", "1.11.", "31.13.",
    "3.", "13.", "32.", "60.", "0.", "1960er", "90er", "2024/25", "2024/2025", "24/25", "2024/782",
    "14.30", "14:30", "24.00", "25.70", "2:1", "9:75", "1.500", "12'000", "3,5", "3,55", "5", "0",
    "20", "28", "40", "61", "120", "500", "1450", "1990", "2024", "2200", "70000", "1.2.3.4",
    "650 000", "2024/1", "3/2025", "1/2", "2000plus", "99:99:99", "07", "00",
)  # fmt: skip


def _number(token: str) -> Values:
    """Classes of a token that begins with a digit, by its shape."""
    v: Values = {"DIGITS": True}
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?", token):
        y, mo, d = int(m[1]), int(m[2]), int(m[3])
        if 1 <= mo <= 12 and 1 <= d <= 31:
            v["ISODATE"] = (y, mo, d, m[4] and int(m[4]), m[5] and int(m[5]))
        return v
    if m := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.(\d{4}|\d\d)?", token):
        d, mo = int(m[1]), int(m[2])
        if 1 <= mo <= 12 and 1 <= d <= 31:
            if m[3] is None:
                v["DAYMONTH"] = (d, mo)
            else:
                y = int(m[3])
                v["DATENUM"] = (d, mo, y if len(m[3]) == 4 else 2000 + y, len(m[3]) == 2)
        return v
    if m := re.fullmatch(r"(\d{1,2})\.", token):
        n = int(m[1])
        if n:
            v["ORD"] = v["ORDNUM"] = n
            if n <= 31:
                v["DAY"] = n
        v["NUMDOT"] = n
        return v
    if m := re.fullmatch(r"(\d+)er", token):
        n = int(m[1])
        if n % 10 == 0 and (n < 100 or 1000 <= n < 2100):
            v["DECADE"] = n
        return v
    if m := re.fullmatch(r"(\d{4})/(\d\d|\d{4})", token):
        y, z = int(m[1]), int(m[2])
        if 1000 <= y < 2200 and (y + 1) % (100 if len(m[2]) == 2 else 10000) == z:
            v["YEARSPAN"] = y
        return v
    if (m := re.fullmatch(r"(\d\d)/(\d\d)", token)) and (int(m[1]) + 1) % 100 == int(m[2]):
        v["SHORTSPAN"] = int(m[1]) + (2000 if int(m[1]) < 30 else 1900)
        return v
    if (m := re.fullmatch(r"(\d{1,2})/(\d{4})", token)) and 1 <= int(m[1]) <= 53:
        v["WEEKYEAR"] = (int(m[1]), int(m[2]))
        return v
    if m := re.fullmatch(r"(\d{1,2})[.:](\d\d)", token):
        h, mi = int(m[1]), int(m[2])
        if (h < 24 and mi < 60) or (h, mi) == (24, 0):
            v["CLOCK"] = (h, mi)
            if ":" in token:
                v["CLOCKCOLON"] = True
        return v
    if m := re.fullmatch(r"(\d+),(\d)", token):
        v["DECIMAL"] = float(f"{m[1]}.{m[2]}")
        return v
    if re.fullmatch(r"\d{1,3}(?:[.'’\s]\d{3})+", token):
        v["BIG"] = int(re.sub(r"\D", "", token))
        return v
    if token.isdecimal() and len(token) <= 4:
        n = int(token)
        v["NUM"] = n
        if len(token) <= 2:
            if n <= 24:
                v["HOUR"] = n
            if 1 <= n <= 31:
                v["DAYBARE"] = n
            if n < 60 and len(token) == 2:
                v["MINUTE"] = n
        elif len(token) == 4 and 1000 <= n < 2200:
            v["YEAR"] = n
        elif len(token) == 3 and n:
            v["YEAR3"] = n
    return v
