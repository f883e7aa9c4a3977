"""Feasts and holidays of Germany, Austria and Switzerland: name → date in a year.

Movable feasts follow Easter (Gregorian computus, ``dateutil.easter``).
A name may differ by country: „Nationalfeiertag“ is 26 October in Austria and
1 August in Switzerland.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

#: key → days from Easter Sunday (first, last)
MOVABLE: dict[str, tuple[int, int]] = {
    "Weiberfastnacht": (-52, -52), "Rosenmontag": (-48, -48), "Fastnachtsdienstag": (-47, -47),
    "Aschermittwoch": (-46, -46), "Palmsonntag": (-7, -7), "Karwoche": (-6, 0),
    "Gründonnerstag": (-3, -3), "Karfreitag": (-2, -2), "Karsamstag": (-1, -1),
    "Ostern": (0, 1), "Ostersonntag": (0, 0), "Ostermontag": (1, 1), "Osterwochenende": (-2, 1),
    "Faschingssamstag": (-50, -50), "Faschingssonntag": (-49, -49),
    "Weißer Sonntag": (7, 7), "Himmelfahrt": (39, 39), "Pfingsten": (49, 50),
    "Pfingstsamstag": (48, 48), "Pfingstsonntag": (49, 49), "Pfingstmontag": (50, 50),
    "Pfingstwochenende": (48, 50), "Pfingstdienstag": (51, 51),
    "Dreifaltigkeitssonntag": (56, 56), "Fronleichnam": (60, 60), "Herz-Jesu-Sonntag": (70, 70),
    "Fastenzeit": (-46, -1),
    "Osterferien": (-14, 12), "Pfingstferien": (48, 62), "Faschingsferien": (-48, -43),
}  # fmt: skip
#: key → (month, day, number of days)
FIXED: dict[str, tuple[int, int, int]] = {
    "Neujahr": (1, 1, 1), "Dreikönig": (1, 6, 1), "Valentinstag": (2, 14, 1),
    "Lichtmess": (2, 2, 1), "Frauentag": (3, 8, 1), "Tag der Arbeit": (5, 1, 1),
    "Holocaust-Gedenktag": (1, 27, 1), "Walpurgis": (4, 30, 1), "Weltkindertag": (9, 20, 1),
    "Leopoldi": (11, 15, 1),
    "Antikriegstag": (9, 1, 1), "Michaelis": (9, 29, 1), "Weltaidstag": (12, 1, 1),
    "Bundesfeier": (8, 1, 1),
    "Mariä Himmelfahrt": (8, 15, 1), "Einheit": (10, 3, 1), "Österreich": (10, 26, 1),
    "Reformationstag": (10, 31, 1), "Halloween": (10, 31, 1), "Allerheiligen": (11, 1, 1),
    "Allerseelen": (11, 2, 1), "Martinstag": (11, 11, 1), "Barbaratag": (12, 4, 1),
    "Nikolaus": (12, 6, 1), "Mariä Empfängnis": (12, 8, 1), "Heiligabend": (12, 24, 1),
    "Berchtoldstag": (1, 2, 1), "Josefstag": (3, 19, 1),
    "Weihnachten": (12, 24, 3), "Weihnachtstag 1": (12, 25, 1), "Weihnachtstag 2": (12, 26, 1),
    "Silvester": (12, 31, 1), "Johannistag": (6, 24, 1), "zwischen den Jahren": (12, 27, 4),
    "Weihnachtsferien": (12, 20, 20),
}  # fmt: skip

#: word as it is written → key; names of several words („Christi Himmelfahrt“) are patterns of
#: ``grammar/feastdays.py``
NAMES: dict[str, str] = {
    "Weiberfastnacht": "Weiberfastnacht", "Altweiberfastnacht": "Weiberfastnacht",
    "Rosenmontag": "Rosenmontag", "Fastnachtsdienstag": "Fastnachtsdienstag",
    "Faschingsdienstag": "Fastnachtsdienstag", "Veilchendienstag": "Fastnachtsdienstag",
    "Aschermittwoch": "Aschermittwoch", "Palmsonntag": "Palmsonntag", "Karwoche": "Karwoche",
    "Gründonnerstag": "Gründonnerstag", "Karfreitag": "Karfreitag", "Karsamstag": "Karsamstag",
    "Ostersamstag": "Karsamstag", "Ostern": "Ostern", "Osterfest": "Ostern",
    "Osterfeiertage": "Ostern", "Osterfeiertagen": "Ostern", "Ostertage": "Ostern",
    "Ostertagen": "Ostern", "Ostersonntag": "Ostersonntag", "Ostermontag": "Ostermontag",
    "Osterwochenende": "Osterwochenende", "Himmelfahrtstag": "Himmelfahrt",
    "Himmelfahrt": "Himmelfahrt", "Vatertag": "Himmelfahrt", "Auffahrt": "Himmelfahrt",
    "Auffahrtstag": "Himmelfahrt", "Fronleichnamstag": "Fronleichnam",
    "Fronleichnamsfest": "Fronleichnam", "Samichlaustag": "Nikolaus", "Leopolditag": "Leopoldi",
    "Leopoldi": "Leopoldi", "Walpurgisnacht": "Walpurgis",
    "Pfingsten": "Pfingsten", "Pfingstfest": "Pfingsten", "Pfingsttage": "Pfingsten",
    "Pfingstsamstag": "Pfingstsamstag", "Pfingstsonntag": "Pfingstsonntag",
    "Pfingstmontag": "Pfingstmontag", "Pfingstdienstag": "Pfingstdienstag",
    "Hochunserfrauentag": "Mariä Himmelfahrt", "Ferragosto": "Mariä Himmelfahrt",
    "Pfingstwochenende": "Pfingstwochenende", "Fronleichnam": "Fronleichnam", "Neujahr": "Neujahr",
    "Neujahrstag": "Neujahr", "Dreikönigstag": "Dreikönig", "Dreikönig": "Dreikönig",
    "Valentinstag": "Valentinstag", "Weltfrauentag": "Frauentag", "Frauentag": "Frauentag",
    "Maifeiertag": "Tag der Arbeit", "Muttertag": "Muttertag", "Bundesfeier": "Bundesfeier",
    "Bundesfeiertag": "Bundesfeier", "Nationalfeiertag": "Nationalfeiertag",
    "Einheitstag": "Einheit", "Reformationstag": "Reformationstag", "Halloween": "Halloween",
    "Allerheiligen": "Allerheiligen", "Allerheiligentag": "Allerheiligen",
    "Allerseelen": "Allerseelen", "Allerseelentag": "Allerseelen",
    "Stefanstag": "Weihnachtstag 2", "Martinstag": "Martinstag",
    "Bettag": "Bettag", "Volkstrauertag": "Volkstrauertag", "Totensonntag": "Totensonntag",
    "Ewigkeitssonntag": "Totensonntag", "Nikolaustag": "Nikolaus", "Nikolausabend": "Nikolaus",
    "Nikolaus": "Nikolaus", "Heiligabend": "Heiligabend", "Weihnachten": "Weihnachten",
    "Weihnachtsfest": "Weihnachten", "Weihnachtsfeiertage": "Weihnachten",
    "Weihnachtsfeiertagen": "Weihnachten", "Weihnachtstage": "Weihnachten",
    "Weihnachtstagen": "Weihnachten", "Christtag": "Weihnachtstag 1",
    "Stefanitag": "Weihnachtstag 2", "Stephanstag": "Weihnachtstag 2", "Silvester": "Silvester",
    "Silvestertag": "Silvester", "Martini": "Martinstag", "Lichtmess": "Lichtmess",
    "Faschingssonntag": "Faschingssonntag", "Fastnachtssonntag": "Faschingssonntag",
    "Faschingssamstag": "Faschingssamstag", "Fastnachtssamstag": "Faschingssamstag",
    "Fasnachtssonntag": "Faschingssonntag", "Karnevalssonntag": "Faschingssonntag",
    "Fasnachtssamstag": "Faschingssamstag", "Karnevalssamstag": "Faschingssamstag",
    "Fasnachtsdienstag": "Fastnachtsdienstag", "Karnevalsdienstag": "Fastnachtsdienstag",
    "Fasnachtsmontag": "Rosenmontag", "Fastnachtsmontag": "Rosenmontag",
    "Faschingsmontag": "Rosenmontag", "Karnevalsmontag": "Rosenmontag",
    "Weltkindertag": "Weltkindertag", "Antikriegstag": "Antikriegstag",
    "Weltaidstag": "Weltaidstag", "Barbaratag": "Barbaratag", "Johannistag": "Johannistag",
    "Johannisnacht": "Johannistag", "Michaelistag": "Michaelis", "Dreikönigsfest": "Dreikönig",
    "Dreikönigsabend": "Dreikönig", "Erntedanksonntag": "Erntedank",
    "Stephanitag": "Weihnachtstag 2", "Weihnachtsmorgen": "Weihnachtstag 1",
    "Weihnachtsabend": "Heiligabend", "Christnacht": "Heiligabend", "Ostermorgen": "Ostersonntag",
    "Osternacht": "Karsamstag", "Josefi": "Josefstag", "Josefitag": "Josefstag",
    "Josefstag": "Josefstag", "Josefsfest": "Josefstag", "Altjahrabend": "Silvester",
    "Berchtoldstag": "Berchtoldstag", "Staatsfeiertag": "Tag der Arbeit",
    "Erntedankfest": "Erntedank", "Erntedank": "Erntedank", "Erntedanktag": "Erntedank",
    "Fastenzeit": "Fastenzeit", "Osterferien": "Osterferien", "Pfingstferien": "Pfingstferien",
    "Faschingsferien": "Faschingsferien", "Fastnachtsferien": "Faschingsferien",
    "Weihnachtsferien": "Weihnachtsferien",
}  # fmt: skip


#: what makes compounds with a part of the day („Silvesternacht“, „Neujahrsmorgen“) → key
WITH_PARTS = {
    "Neujahrs": "Neujahr",
    **{day: day for day in ("Silvester", "Heiligabend", "Gründonnerstag", "Karfreitag",
                            "Karsamstag", "Palmsonntag", "Ostersonntag", "Ostermontag",
                            "Pfingstsonntag", "Pfingstmontag", "Rosenmontag")},
}  # fmt: skip


#: month and which of its Sundays
NTH_SUNDAY = {"Muttertag": (5, 2), "Bettag": (9, 3), "Erntedank": (10, 1)}
#: days before the fourth Sunday of Advent
BEFORE_ADVENT = {
    "Advent 4": 0, "Advent 3": 7, "Advent 2": 14, "Advent 1": 21, "Advent": 21,
    "Totensonntag": 28, "Bußtag": 32, "Volkstrauertag": 35,
}  # fmt: skip
WEEKENDS = ("Osterwochenende", "Pfingstwochenende")
#: each state has days of its own: about then
SCHOOL_HOLIDAYS = ("Osterferien", "Pfingstferien", "Faschingsferien", "Weihnachtsferien")


def _sunday_before(day: date) -> date:
    """The last Sunday strictly before ``day``."""
    return day - timedelta(days=day.isoweekday() % 7 or 7)


#: what a name means in another country
_ELSEWHERE = {"de-CH": {"Nationalfeiertag": "Bundesfeier", "Bußtag": "Bettag"}}


def feast(key: str, year: int, locale: str = "de-DE") -> tuple[date, date] | None:
    """First and last day of a feast in ``year``; None where the year has no calendar for it."""
    if locale in _ELSEWHERE and key in _ELSEWHERE[locale]:
        key = _ELSEWHERE[locale][key]
    elif key == "Nationalfeiertag":
        key = "Österreich"
    if key in FIXED:
        month, day, length = FIXED[key]
        start = date(year, month, day)
        return start, start + timedelta(days=length - 1)
    if not 1583 <= year <= 4099:  # Gregorian Easter, and where dateutil stops
        return None
    if key in MOVABLE:
        first, last = MOVABLE[key]
        sunday = easter(year)
        return sunday + timedelta(days=first), sunday + timedelta(days=last)
    if key in NTH_SUNDAY:
        month, nth = NTH_SUNDAY[key]
        sunday = _sunday_before(date(year, month, 1 + 7 * nth))
        return sunday, sunday
    if key in BEFORE_ADVENT:
        begins = _sunday_before(date(year, 12, 25)) - timedelta(days=BEFORE_ADVENT[key])
        return begins, date(year, 12, 24) if key == "Advent" else begins
    return None
