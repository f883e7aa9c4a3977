"""What the linter knows: each rule, whom it concerns and what it says. Tables only."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import Level

_ALL = "alle"


@dataclass(frozen=True, slots=True)
class Rule:
    """``says`` and ``english`` are sentences without their full stop."""

    level: Level
    clients: str
    says: str
    english: str


def _error(clients: str, says: str, english: str) -> Rule:
    return Rule("error", clients, says, english)


def _warning(clients: str, says: str, english: str) -> Rule:
    return Rule("warning", clients, says, english)


#: those of ``clients`` that are no names of programs
IN_ENGLISH = {
    "alle": "all",
    "alle, je nach Standort": "all, depending on where they are",
    "strenge Leser": "strict readers",
    "ältere Leser": "older readers",
}


RULES: dict[str, Rule] = {
    # ------------------------------------------------------------------ bytes
    "utf-8": _error(_ALL, "die Zeile ist kein UTF-8", "the line is no UTF-8"),
    "bom": _error(
        "Google",
        "die Datei beginnt mit einer Byte-Reihenfolge-Marke (BOM)",
        "the file begins with a byte order mark (BOM)",
    ),
    "size": _error(
        "Google",
        "die Datei ist größer als 1 MB; nach Jahren teilen",
        "the file is over 1 MB; split it by years",
    ),
    "line-end": _error(
        "Outlook, Home Assistant",
        "die Zeile endet nicht mit CR LF",
        "the line does not end in CR LF",
    ),
    "line-length": _error(
        "Outlook, strenge Leser",
        "die Zeile ist länger als 75 Bytes",
        "the line is longer than 75 bytes",
    ),
    "blank-line": _error("Home Assistant, Nextcloud", "leere Zeile", "empty line"),
    "fold-in-character": _error(
        "Outlook, ältere Leser",
        "der Zeilenumbruch zerteilt ein UTF-8-Zeichen",
        "the line break cuts a UTF-8 character in two",
    ),
    "control": _error(
        "Home Assistant, Nextcloud", "Steuerzeichen im Text", "control character in the text"
    ),
    "invisible": _warning(
        _ALL,
        "ein unsichtbares Zeichen trennt Zeilen oder kehrt die Leserichtung um",
        "an invisible character parts lines or turns the direction of reading",
    ),
    "no-property": _error(
        "Home Assistant, Nextcloud",
        "die Zeile ist weder eine Eigenschaft noch mit einem Leerzeichen fortgesetzt",
        "the line is neither a property nor continued by a space",
    ),
    "parameter": _error(
        _ALL,
        "die Parameter sind nicht lesbar (fehlende Anführungszeichen?)",
        "the parameters cannot be read (missing quotation marks?)",
    ),
    # ------------------------------------------------------------------ the calendar
    "nesting": _error(_ALL, "BEGIN und END passen nicht zusammen", "BEGIN and END do not fit"),
    "outside": _error(
        _ALL,
        "die Zeile steht außerhalb von BEGIN:VCALENDAR … END:VCALENDAR",
        "the line stands outside BEGIN:VCALENDAR … END:VCALENDAR",
    ),
    "no-calendar": _error(
        _ALL, "die Datei enthält kein BEGIN:VCALENDAR", "the file has no BEGIN:VCALENDAR"
    ),
    "calendars": _error(
        "Google, Nextcloud",
        "mehr als ein VCALENDAR in einer Datei",
        "more than one VCALENDAR in a file",
    ),
    "empty": _warning(
        "Nextcloud, Apple", "der Kalender enthält keinen Termin", "the calendar has no event"
    ),
    "version": _error(
        _ALL, "VERSION:2.0 fehlt oder ist anders", "VERSION:2.0 is missing or different"
    ),
    "prodid": _error("Outlook, strenge Leser", "PRODID fehlt", "PRODID is missing"),
    "calscale": _error(_ALL, "CALSCALE ist nicht GREGORIAN", "CALSCALE is not GREGORIAN"),
    "name": _warning(
        "Apple, Google",
        "der Kalender hat keinen Namen (NAME und X-WR-CALNAME)",
        "the calendar has no name (NAME and X-WR-CALNAME)",
    ),
    "method": _warning(
        "Outlook, Apple",
        "METHOD macht aus dem Kalender eine Einladung; weglassen",
        "METHOD turns the calendar into an invitation; leave it out",
    ),
    "calendar-uid": _warning(
        "vdirsyncer",
        "UID am Kalender lässt ihn als einen Termin erscheinen",
        "a UID on the calendar makes it look like a single event",
    ),
    "color": _error(
        "Thunderbird, Nextcloud", "COLOR ist kein CSS-Farbname", "COLOR is no CSS colour name"
    ),
    "value-parameter": _error(
        "strenge Leser",
        "der Parameter VALUE fehlt oder ist anders",
        "the parameter VALUE is missing or different",
    ),
    "duration": _error(
        "Apple, Outlook",
        "keine gültige, positive Dauer (etwa PT12H)",
        "no valid, positive duration (such as PT12H)",
    ),
    "x-wr-timezone": _warning(
        "Google, Apple",
        "X-WR-TIMEZONE nennt keine bekannte Zeitzone",
        "X-WR-TIMEZONE names no known time zone",
    ),
    # ------------------------------------------------------------------ every component
    "twice": _error(
        "Home Assistant, Outlook",
        "die Eigenschaft darf nur einmal stehen",
        "the property may stand only once",
    ),
    "missing": _error(_ALL, "eine Pflichtangabe fehlt", "something required is missing"),
    "uid-twice": _error(
        _ALL,
        "dieselbe UID noch einmal: ein Termin überschreibt den anderen",
        "the same UID again: one event overwrites the other",
    ),
    "uid-empty": _error(_ALL, "UID ist leer", "UID is empty"),
    "utc": _error(
        "Outlook, Home Assistant",
        "der Zeitstempel muss in UTC stehen (mit Z am Ende)",
        "the time stamp has to be in UTC (with Z at its end)",
    ),
    "date": _error(_ALL, "kein gültiges Datum", "no valid date"),
    "date-value": _error(
        "Google, Outlook",
        "ein Tag ohne Uhrzeit braucht VALUE=DATE, eine Uhrzeit darf es nicht haben",
        "a day without a time needs VALUE=DATE, a time must not have it",
    ),
    "floating": _warning(
        "alle, je nach Standort",
        "Uhrzeit ohne Zeitzone: jeder Leser sieht eine andere Stunde",
        "time of day without a time zone: every reader sees another hour",
    ),
    "tzid-utc": _error(
        "Google, Outlook", "TZID und Z schließen einander aus", "TZID and Z exclude each other"
    ),
    "tzid-unknown": _error(
        "Outlook",
        "zu dieser TZID fehlt das VTIMEZONE: eine Stunde daneben",
        "the VTIMEZONE of this TZID is missing: off by an hour",
    ),
    "end-before-start": _error(
        _ALL, "DTEND liegt nicht nach DTSTART", "DTEND does not lie after DTSTART"
    ),
    "end-equals-start": _error(
        "Outlook",
        "DTEND = DTSTART: wird nicht als ganztägig gezeigt",
        "DTEND = DTSTART: not shown as an all-day event",
    ),
    "end-kind": _error(
        _ALL,
        "DTSTART und DTEND sind nicht beide Tage oder beide Uhrzeiten",
        "DTSTART and DTEND are not both days or both times",
    ),
    "end-missing": _warning(
        "Outlook, Google", "ganztägiger Termin ohne DTEND", "all-day event without DTEND"
    ),
    "end-and-duration": _error(
        _ALL, "DTEND und DURATION schließen einander aus", "DTEND and DURATION exclude each other"
    ),
    "long": _warning(
        "Thunderbird, Apple",
        "mehr als 31 Tage lang: steht in jeder Zelle des Kalenders",
        "longer than 31 days: stands in every cell of the calendar",
    ),
    "before-zone": _warning(
        "Thunderbird, Outlook",
        "die Regeln des VTIMEZONE gelten erst ab dem 27. Oktober 1996; früher in UTC schreiben",
        "the rules of the VTIMEZONE hold from 27 October 1996 on; write what is earlier in UTC",
    ),
    "sequence": _error(
        "Outlook, Google",
        "SEQUENCE ist keine nichtnegative ganze Zahl",
        "SEQUENCE is no non-negative whole number",
    ),
    "transp": _error(
        "Home Assistant, Nextcloud",
        "TRANSP ist weder OPAQUE noch TRANSPARENT",
        "TRANSP is neither OPAQUE nor TRANSPARENT",
    ),
    "blocks": _warning(
        "Outlook, Google",
        "der Termin belegt die Zeit seines Lesers; TRANSP:TRANSPARENT fehlt",
        "the event blocks its reader's time; TRANSP:TRANSPARENT is missing",
    ),
    "busy": _error(
        "Outlook",
        "X-MICROSOFT-CDO-BUSYSTATUS hat keinen der erlaubten Werte",
        "X-MICROSOFT-CDO-BUSYSTATUS has none of the values allowed",
    ),
    "status": _error(
        "Home Assistant, Nextcloud",
        "STATUS hat keinen der erlaubten Werte",
        "STATUS has none of the values allowed",
    ),
    "summary": _warning(
        _ALL, "der Termin hat keinen Titel (SUMMARY)", "the event has no title (SUMMARY)"
    ),
    "alarm": _warning(
        "Apple, Outlook",
        "VALARM weckt jeden, der den Kalender abonniert",
        "VALARM wakes everyone who subscribes to the calendar",
    ),
    "attendee": _warning(
        "Outlook, Google",
        "ATTENDEE und ORGANIZER machen daraus eine Einladung",
        "ATTENDEE and ORGANIZER turn it into an invitation",
    ),
    "url": _error(
        "Apple, Outlook",
        "die Adresse ist nicht als ASCII kodiert oder unvollständig",
        "the address is not encoded as ASCII or not complete",
    ),
    "altrep": _error(
        "strenge Leser",
        "die Adresse in ALTREP steht nicht in Anführungszeichen",
        "the address in ALTREP does not stand in quotation marks",
    ),
    "unescaped": _error(
        "Home Assistant, Nextcloud",
        "Komma oder Semikolon im Text ohne Backslash davor",
        "comma or semicolon in the text without a backslash before it",
    ),
    "escape": _error(
        "strenge Leser",
        "Backslash vor einem Zeichen, das keinen braucht",
        "backslash before a character that needs none",
    ),
    "long-text": _warning(
        "Google, Outlook",
        "mehr als 8.000 Zeichen werden abgeschnitten",
        "more than 8,000 characters are cut off",
    ),
    "categories": _warning(
        "Outlook, Google",
        "CATEGORIES auf mehreren Zeilen: nur eine zählt",
        "CATEGORIES on several lines: only one counts",
    ),
    # ------------------------------------------------------------------ time zones
    "offset": _error(
        _ALL,
        "kein gültiger Abstand zu UTC (etwa +0100)",
        "no valid offset from UTC (such as +0100)",
    ),
    "rdate-list": _error(
        "Thunderbird, Nextcloud",
        "RDATE mit mehreren Werten: nur der erste wird gelesen",
        "RDATE with several values: only the first is read",
    ),
    "rrule": _error(_ALL, "RRULE ist nicht lesbar", "RRULE cannot be read"),
    "zone-empty": _error(
        "Outlook", "VTIMEZONE ohne STANDARD oder DAYLIGHT", "VTIMEZONE without STANDARD or DAYLIGHT"
    ),
}
