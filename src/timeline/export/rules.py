"""What kind of expression of time was read, in a reader's words.

The rules of the grammar have names for who works on it („gestern heute morgen“). JSON and
``timeline explain`` keep them; the page says what is meant.
"""

from __future__ import annotations

from timeline.messages import base_language
from timeline.models import LIVE_ENTRY

#: what a reader is told, German and English, and the rules that are of this kind
_KINDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Datum mit Tag und Monat", "date with day and month"): (
        "Tag dieses Monats", "Wochentag und Tag", "Tag des genannten Monats", "Tag und Monat",
        "Tage eines Monats", "Tage zweier Monate", "letzter Tag im Monat",
        "n-ter Wochentag im Monat",
    ),
    ("Datum in Ziffern", "date in figures"): ("Datum in Ziffern", "Ziffern von bis"),
    ("Wochentag", "day of the week"): ("Wochentag", "Wochentag von bis"),
    ("Tag, vom Erscheinen aus gezählt", "day counted from the publication"): (
        "gestern heute morgen", "heutiger Tag", "heute in einer Woche",
    ),
    ("Monat", "month"): ("Monat", "Monatshälfte", "zwei Monate", "Erste Monate"),
    ("Jahr", "year"): ("Jahr", "Jahre von bis", "Jahreszahl", "Doppeljahr", "heuer", "die Jahre"),
    ("Jahrzehnt oder Jahrhundert", "decade or century"): ("Jahrzehnt", "Jahrhundertteil"),
    ("Jahreszeit", "season"): ("Jahreszeit", "zwei Winter"),
    ("Quartal, Halbjahr oder Jahrhundert", "quarter, half-year or century"): (
        "Quartal und Halbjahr",
    ),
    ("Kalenderwoche", "week of the year"): ("Kalenderwoche",),
    ("Woche, Monat oder Jahr, vom Erscheinen aus gezählt",
     "week, month or year counted from the publication"): (
        "Woche Monat Jahr", "Jahresende", "vor Jahren im Monat",
    ),
    ("Fest oder Feiertag", "feast or holiday"): (
        "Feiertag", "Wochentag vor oder nach einem Feiertag", "Weihnachtsfeiertag", "Advent",
    ),
    ("von einem anderen Datum aus gezählt", "counted from another date"): (
        "tags darauf", "Jahr darauf", "am selben Tag", "am nächsten Morgen", "Nachbarperiode",
        "Zeitspanne danach", "Zeitspanne vor oder nach einem Tag",
        "Tag vor oder nach einem Ereignis",
    ),
    ("Zeitspanne", "length of time"): (
        "Zeitspanne", "Vierteljahrhundert", "den ganzen Tag", "bloße Einheit", "tagelang",
        "N-Einheiten-Einheit", "zweijährig",
    ),
    ("was sich wiederholt", "what comes again and again"): (
        "jeden Tag", "regelmäßig", "im Jahr (Rate)",
    ),
    ("Uhrzeit", "time of day"): (
        "Uhrzeit", "Stunde und Tageszeit", "Tageszeit und Stunde", "Uhrzeit von bis", "Uhrzeiten",
        "Uhrzeiten von bis", "Uhrzeit nach Einlass", "Uhrzeit mit Doppelpunkt", "halb drei",
        "Mitternacht",
    ),
    ("Tag mit Uhrzeit", "day with a time"): (
        "Wochentage mit je einer Uhrzeit", "Wochentag und Uhrzeit", "Tag: Uhrzeit",
        "Tag mit Tageszeit und Stunde",
    ),
    ("Öffnungszeit", "opening hours"): (
        "Öffnungszeit", "Öffnungszeit mit Wochentagen", "Ruhetag",
    ),
    ("Tageszeit", "part of the day"): ("Tageszeit", "Tageszeit eines Datums"),
    ("unbestimmte Zeit", "indefinite time"): ("damals jetzt bald", "in letzter Zeit"),
    ("Zeitmarke eines Livetickers", "time stamp of a live blog"): (LIVE_ENTRY,),
}  # fmt: skip
_WORDS = {rule: words for words, rules in _KINDS.items() for rule in rules}


def rule_phrase(rule: str, language: str = "de") -> str:
    """The rule of a mention in words; several joined by " + ", a kind named once.

    A rule without words keeps its name.
    """
    english = base_language(language) == "en"
    parts = (_WORDS.get(part, (part, part))[english] for part in rule.split(" + "))
    return " + ".join(dict.fromkeys(parts))


def has_words(rule: str) -> bool:
    """Whether a rule of the grammar is told in a reader's words."""
    return rule in _WORDS
