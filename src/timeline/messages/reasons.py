"""Dates in a text: why there is none, what else it could be, what it hangs on. German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # ------------------------------------------------------------------ why there is no date
    "reason.unpublished": (
        "ohne Veröffentlichungsdatum nicht aufzulösen",
        "no publication date to count from",
    ),
    "reason.no-day": (
        "ohne Tag: der Text nennt keinen, zu dem die Uhrzeit gehört",
        "no day: the text names none that the time belongs to",
    ),
    "reason.no-reference": (
        "der Text nennt davor kein Datum, auf das sich das bezieht",
        "the text names no date before it that this could count from",
    ),
    "reason.no-count": (
        "niemand hat gezählt: die Zahl der Einheiten ist offen",
        "nobody counted: the number of units is open",
    ),
    "reason.no-such-day": ("diesen Tag gibt es nicht", "there is no such day"),
    "reason.no-feast": (
        "für dieses Jahr ist das Fest nicht zu berechnen",
        "the feast cannot be computed for that year",
    ),
    "reason.by-state": (
        "Schulferien legt jedes Bundesland selbst fest",
        "each state has school holidays of its own",
    ),
    "reason.outside-calendar": ("liegt außerhalb des Kalenders", "lies outside the calendar"),
    "reason.before-era": ("liegt vor unserer Zeitrechnung", "lies before the common era"),
    "reason.undated-report": (
        "Der Bericht nennt kein Datum, und sein Erscheinungstag ist nicht bekannt.",
        "The report names no date, and nobody knows when it was published.",
    ),
    # ------------------------------------------------------------------ what else it could be
    "why.announced": ("wäre es angekündigt", "if it were announced"),
    "why.past": ("wäre es vergangen", "if it were past"),
    "why.next": ("der nächste nach der Veröffentlichung", "the next one after the publication"),
    "why.from-publication": ("gezählt von der Veröffentlichung", "counted from the publication"),
    "why.last": ("der letzte vor der Veröffentlichung", "the last one before the publication"),
    "why.date-before": (
        "gezählt vom Datum davor im Text",
        "counted from the date before it in the text",
    ),
    "why.weekday-differs": (
        "der genannte Wochentag passt nicht dazu",
        "the weekday given does not fit it",
    ),
    # ------------------------------------------------------------------ what it hangs on
    "anchor.entry": ("Zeitmarke des Eintrags", "time stamp of the entry"),
    "anchor.publication": ("Erscheinungstag", "day of publication"),
    # ------------------------------------------------------------------ dates put off
    "claim.new-date": ("neuer Termin: {text}", "new date: {text}"),
    "claim.former-date": ("bisheriger Termin: {text}", "former date: {text}"),
}
