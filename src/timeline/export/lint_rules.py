"""What the linter knows: each rule, whom it concerns and what it says. Tables only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_ALL = "alle"


@dataclass(frozen=True, slots=True)
class Rule:
    """``says`` is a German sentence without its full stop."""

    level: Literal["error", "warning"]
    clients: str
    says: str


def _error(clients: str, says: str) -> Rule:
    return Rule("error", clients, says)


def _warning(clients: str, says: str) -> Rule:
    return Rule("warning", clients, says)


RULES: dict[str, Rule] = {
    # ------------------------------------------------------------------ bytes
    "utf-8": _error(_ALL, "die Zeile ist kein UTF-8"),
    "bom": _error("Google", "die Datei beginnt mit einer Byte-Reihenfolge-Marke (BOM)"),
    "size": _error("Google", "die Datei ist größer als 1 MB; nach Jahren teilen"),
    "line-end": _error("Outlook, Home Assistant", "die Zeile endet nicht mit CR LF"),
    "line-length": _error("Outlook, strenge Leser", "die Zeile ist länger als 75 Bytes"),
    "blank-line": _error("Home Assistant, Nextcloud", "leere Zeile"),
    "fold-in-character": _error(
        "Outlook, ältere Leser", "der Zeilenumbruch zerteilt ein UTF-8-Zeichen"
    ),
    "control": _error("Home Assistant, Nextcloud", "Steuerzeichen im Text"),
    "invisible": _warning(
        _ALL, "ein unsichtbares Zeichen trennt Zeilen oder kehrt die Leserichtung um"
    ),
    "no-property": _error(
        "Home Assistant, Nextcloud",
        "die Zeile ist weder eine Eigenschaft noch mit einem Leerzeichen fortgesetzt",
    ),
    "parameter": _error(_ALL, "die Parameter sind nicht lesbar (fehlende Anführungszeichen?)"),
    # ------------------------------------------------------------------ the calendar
    "nesting": _error(_ALL, "BEGIN und END passen nicht zusammen"),
    "outside": _error(_ALL, "die Zeile steht außerhalb von BEGIN:VCALENDAR … END:VCALENDAR"),
    "no-calendar": _error(_ALL, "die Datei enthält kein BEGIN:VCALENDAR"),
    "calendars": _error("Google, Nextcloud", "mehr als ein VCALENDAR in einer Datei"),
    "empty": _warning("Nextcloud, Apple", "der Kalender enthält keinen Termin"),
    "version": _error(_ALL, "VERSION:2.0 fehlt oder ist anders"),
    "prodid": _error("Outlook, strenge Leser", "PRODID fehlt"),
    "calscale": _error(_ALL, "CALSCALE ist nicht GREGORIAN"),
    "name": _warning("Apple, Google", "der Kalender hat keinen Namen (NAME und X-WR-CALNAME)"),
    "method": _warning("Outlook, Apple", "METHOD macht aus dem Kalender eine Einladung; weglassen"),
    "calendar-uid": _warning("vdirsyncer", "UID am Kalender lässt ihn als einen Termin erscheinen"),
    "color": _error("Thunderbird, Nextcloud", "COLOR ist kein CSS-Farbname"),
    "value-parameter": _error("strenge Leser", "der Parameter VALUE fehlt oder ist anders"),
    "duration": _error("Apple, Outlook", "keine gültige, positive Dauer (etwa PT12H)"),
    "x-wr-timezone": _warning("Google, Apple", "X-WR-TIMEZONE nennt keine bekannte Zeitzone"),
    # ------------------------------------------------------------------ every component
    "twice": _error("Home Assistant, Outlook", "die Eigenschaft darf nur einmal stehen"),
    "missing": _error(_ALL, "eine Pflichtangabe fehlt"),
    "uid-twice": _error(_ALL, "dieselbe UID noch einmal: ein Termin überschreibt den anderen"),
    "uid-empty": _error(_ALL, "UID ist leer"),
    "utc": _error("Outlook, Home Assistant", "der Zeitstempel muss in UTC stehen (mit Z am Ende)"),
    "date": _error(_ALL, "kein gültiges Datum"),
    "date-value": _error(
        "Google, Outlook",
        "ein Tag ohne Uhrzeit braucht VALUE=DATE, eine Uhrzeit darf es nicht haben",
    ),
    "floating": _warning(
        "alle, je nach Standort", "Uhrzeit ohne Zeitzone: jeder Leser sieht eine andere Stunde"
    ),
    "tzid-utc": _error("Google, Outlook", "TZID und Z schließen einander aus"),
    "tzid-unknown": _error("Outlook", "zu dieser TZID fehlt das VTIMEZONE: eine Stunde daneben"),
    "end-before-start": _error(_ALL, "DTEND liegt nicht nach DTSTART"),
    "end-equals-start": _error("Outlook", "DTEND = DTSTART: wird nicht als ganztägig gezeigt"),
    "end-kind": _error(_ALL, "DTSTART und DTEND sind nicht beide Tage oder beide Uhrzeiten"),
    "end-missing": _warning("Outlook, Google", "ganztägiger Termin ohne DTEND"),
    "end-and-duration": _error(_ALL, "DTEND und DURATION schließen einander aus"),
    "long": _warning(
        "Thunderbird, Apple", "mehr als 31 Tage lang: steht in jeder Zelle des Kalenders"
    ),
    "before-zone": _warning(
        "Thunderbird, Outlook",
        "die Regeln des VTIMEZONE gelten erst ab dem 27. Oktober 1996; früher in UTC schreiben",
    ),
    "sequence": _error("Outlook, Google", "SEQUENCE ist keine nichtnegative ganze Zahl"),
    "transp": _error("Home Assistant, Nextcloud", "TRANSP ist weder OPAQUE noch TRANSPARENT"),
    "blocks": _warning(
        "Outlook, Google", "der Termin belegt die Zeit seines Lesers; TRANSP:TRANSPARENT fehlt"
    ),
    "busy": _error("Outlook", "X-MICROSOFT-CDO-BUSYSTATUS hat keinen der erlaubten Werte"),
    "status": _error("Home Assistant, Nextcloud", "STATUS hat keinen der erlaubten Werte"),
    "summary": _warning(_ALL, "der Termin hat keinen Titel (SUMMARY)"),
    "alarm": _warning("Apple, Outlook", "VALARM weckt jeden, der den Kalender abonniert"),
    "attendee": _warning("Outlook, Google", "ATTENDEE und ORGANIZER machen daraus eine Einladung"),
    "url": _error("Apple, Outlook", "die Adresse ist nicht als ASCII kodiert oder unvollständig"),
    "altrep": _error("strenge Leser", "die Adresse in ALTREP steht nicht in Anführungszeichen"),
    "unescaped": _error(
        "Home Assistant, Nextcloud", "Komma oder Semikolon im Text ohne Backslash davor"
    ),
    "escape": _error("strenge Leser", "Backslash vor einem Zeichen, das keinen braucht"),
    "long-text": _warning("Google, Outlook", "mehr als 8.000 Zeichen werden abgeschnitten"),
    "categories": _warning("Outlook, Google", "CATEGORIES auf mehreren Zeilen: nur eine zählt"),
    # ------------------------------------------------------------------ time zones
    "offset": _error(_ALL, "kein gültiger Abstand zu UTC (etwa +0100)"),
    "rdate-list": _error(
        "Thunderbird, Nextcloud", "RDATE mit mehreren Werten: nur der erste wird gelesen"
    ),
    "rrule": _error(_ALL, "RRULE ist nicht lesbar"),
    "zone-empty": _error("Outlook", "VTIMEZONE ohne STANDARD oder DAYLIGHT"),
}
