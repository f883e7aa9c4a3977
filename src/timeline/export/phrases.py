"""The words and patterns of ``wording.py``, one book per language: tables only.

A key with a unit behind it ("approx_year") is used for that unit instead of the
general one ("approx").
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.messages import base_language
from timeline.models import Modality


@dataclass(frozen=True, slots=True)
class Unit:
    """One granularity in the forms a phrase needs (for English mostly the same).

    label: alone · part: after "Anfang" · dative: after "seit" · to: after "bis".
    """

    label: str
    part: str = ""
    dative: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything ``wording.py`` can say in one language."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]  # spring, summer, autumn, winter
    seasons_part: tuple[str, ...]
    units: dict[str, Unit]
    mods: dict[str, str]
    modality: dict[Modality, str]
    phrases: dict[str, str]


GERMAN = Book(
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
    seasons_part=("Frühjahrs", "Sommers", "Herbstes", "Winters"),
    units={
        "time": Unit("{day}, {clock} Uhr"),
        "day": Unit("{day}"),
        "week": Unit(
            "Woche vom {week}",
            "der Woche vom {week}",
            "der Woche vom {week}",
            "zur Woche vom {week}",
        ),
        "month": Unit("{month} {y}"),
        "quarter": Unit(
            "{q}. Quartal {y}",
            "des {q}. Quartals {y}",
            "dem {q}. Quartal {y}",
            "ins {q}. Quartal {y}",
        ),
        "season": Unit("{season} {season_y}", "des {season_part} {season_y}"),
        "year": Unit("{y}"),
        "decade": Unit(
            "{decade}er-Jahre",
            "der {decade}er-Jahre",
            "den {decade}er-Jahren",
            "in die {decade}er-Jahre",
        ),
        "century": Unit(
            "{century}. Jahrhundert",
            "des {century}. Jahrhunderts",
            "dem {century}. Jahrhundert",
            "ins {century}. Jahrhundert",
        ),
    },
    mods={
        "since": "seit {dative}",
        "from": "ab {dative}",
        "until": "bis {to}",
        "after": "frühestens {label}",
        "before": "spätestens {label}",
        "start": "Anfang {part}",
        "mid": "Mitte {part}",
        "end": "Ende {part}",
        "approx": "etwa {label}",
        "approx_year": "um {label}",
        "approx_time": "{day}, gegen {clock} Uhr",
        "approx_open": "etwa {words}",
    },
    modality={
        "happened": "",
        "planned": "angekündigt",
        "possible": "möglich",
        "denied": "dementiert",
        "cancelled": "abgesagt",
        "postponed": "verschoben",
    },
    phrases={
        "undated": "ohne Datum",
        "day": "{d}. {month} {y}",
        "day_of_year": "{d}. {month}",
        "days": "{d1}.–{d2}. {month} {y}",
        "to": "{a} bis {b}",
        "to_time": "{a}, bis {b}",
        "week": "{a} bis {b}",
        "week_days": "{d1}. bis {d2}. {month} {y}",
        "clocks": "{day}, {c1}–{c2} Uhr",
        "source": "1 Quelle",
        "sources": "{n} Quellen",
        "no_source": "keine Quelle",
        "independent": ", davon {n} unabhängig",
        "reported": "gemeldet am {day}",
        "reported_undated": "Zeitpunkt der Meldung",
        "stated": "im Text: {quote}",
        "counted": "{quote}, gerechnet vom {day}",
        "counted_from": "{quote}, gerechnet von {anchor}",
        "stamped": "{quote}, die Zeitmarke des Eintrags",
        "inferred": "{quote}, aus dem Zusammenhang erschlossen",
        "quote": "„{text}“",
        "dates_differ": "Die Quellen nennen verschiedene Daten",
        "numbers_differ": "Die Quellen nennen verschiedene Zahlen zu {about}",
        "new_date": "Neuer Termin: {days}",
        "former_date": "Bisheriger Termin: {days}",
        "stands_in": "Im Kalender steht dafür der {day}.",
        "end_unknown": "Das Ende ist nicht bekannt, im Kalender stehen 30 Minuten.",
        "when": "Wann: {words}",
        "dated_by_report": "gemeldet: {headline}",
        "with_notes": "{headline} ({notes})",
        "date_contested": "Datum strittig",
        "untitled": "Ereignis ohne Titel",
        "untitled_timeline": "Zeitleiste",
        "periods": "(Zeiträume)",
        "selection": "Auswahl aus einer Zeitleiste",
        "also_possible": "auch möglich: {words}",
        "published_inferred": "{day} (erschlossen)",
        "more_reports": "Weitere Meldungen: {n} (siehe timeline.json)",
        "calendar": "Ereignisse: {events}, ausgewertete Artikel: {articles}",
        "deck": "{events} aus {articles}",
        "event": "1 Ereignis",
        "events": "{n} Ereignisse",
        "article": "1 Bericht",
        "articles": "{n} Berichten",
        "chosen": "Hier zu sehen: die {n} wichtigsten.",
        "imprecise": "Kein genauer Tag bekannt",
        "report_day": "Datum des Berichts, nicht des Ereignisses",
        "tentative": "nicht bestätigt",
        "more": "Und {n} weitere Fundstellen.",
        "more_one": "Und eine weitere Fundstelle.",
        "unknown_source": "Quelle unbekannt",
    },
)

ENGLISH = Book(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    seasons_part=("spring", "summer", "autumn", "winter"),
    units={
        "time": Unit("{day}, {clock}"),
        "day": Unit("{day}"),
        "week": Unit("week of {week}", "in the week of {week}", "the week of {week}"),
        "month": Unit("{month} {y}"),
        "quarter": Unit("Q{q} {y}"),
        "season": Unit("{season} {season_y}"),
        "year": Unit("{y}"),
        "decade": Unit("{decade}s", dative="the {decade}s"),
        "century": Unit("{century_en} century", dative="the {century_en} century"),
    },
    mods={
        "since": "since {dative}",
        "from": "from {dative}",
        "until": "until {dative}",
        "after": "no earlier than {dative}",
        "before": "no later than {dative}",
        "start": "early {part}",
        "mid": "mid-{part}",
        "mid_week": "middle of {dative}",
        "end": "late {part}",
        "approx": "around {dative}",
        "approx_year": "around {label}",
        "approx_time": "{day}, around {clock}",
        "approx_open": "approximately {words}",
    },
    modality={
        "happened": "",
        "planned": "announced",
        "possible": "possible",
        "denied": "denied",
        "cancelled": "cancelled",
        "postponed": "postponed",
    },
    phrases={
        "undated": "undated",
        "day": "{d} {month} {y}",
        "day_of_year": "{d} {month}",
        "days": "{d1}–{d2} {month} {y}",
        "to": "{a} to {b}",
        "to_time": "{a} to {b}",
        "week": "{a} to {b}",
        "week_days": "{d1}–{d2} {month} {y}",
        "clocks": "{day}, {c1}–{c2}",
        "source": "1 source",
        "sources": "{n} sources",
        "no_source": "no source",
        "independent": ", {n} of them independent",
        "reported": "reported on {day}",
        "reported_undated": "time of the report",
        "stated": "in the text: {quote}",
        "counted": "{quote}, counted from {day}",
        "counted_from": "{quote}, counted from {anchor}",
        "stamped": "{quote}, the time stamp of the entry",
        "inferred": "{quote}, inferred from the context",
        "quote": "“{text}”",
        "dates_differ": "The sources give different dates",
        "numbers_differ": "The sources give different numbers for {about}",
        "new_date": "New date: {days}",
        "former_date": "Former date: {days}",
        "stands_in": "The calendar shows {day} in its place.",
        "end_unknown": "The end is not known, the calendar shows 30 minutes.",
        "when": "When: {words}",
        "dated_by_report": "reported: {headline}",
        "with_notes": "{headline} ({notes})",
        "date_contested": "date contested",
        "untitled": "Untitled event",
        "untitled_timeline": "Timeline",
        "periods": "(periods)",
        "selection": "Selection from a timeline",
        "also_possible": "also possible: {words}",
        "published_inferred": "{day} (inferred)",
        "more_reports": "More reports: {n} (see timeline.json)",
        "calendar": "Events: {events}, articles read: {articles}",
        "deck": "{events} from {articles}",
        "event": "1 event",
        "events": "{n} events",
        "article": "1 report",
        "articles": "{n} reports",
        "chosen": "Shown here: the {n} most important.",
        "imprecise": "The exact day is not known",
        "report_day": "Date of the report, not of the event",
        "tentative": "unconfirmed",
        "more": "And {n} further passages.",
        "more_one": "And one further passage.",
        "unknown_source": "Unknown source",
    },
)


def book_for(language: str) -> Book:
    """The book for a language or locale ("de", "en-GB"); German for any other."""
    return ENGLISH if base_language(language) == "en" else GERMAN
