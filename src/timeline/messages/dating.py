"""Dates of articles: what cannot be one, and what speaks for or against it. German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # ------------------------------------------------------------------ what is no date
    "date.year": ("das Jahr {year} ist nicht glaubhaft", "the year {year} is not credible"),
    "date.month": ("einen Monat {month} gibt es nicht", "there is no month {month}"),
    "date.day": (
        "einen {day}.{month}.{year} gibt es nicht",
        "there is no {year}-{month:02}-{day:02}",
    ),
    "date.clock": (
        "eine Uhrzeit {hour}:{minute} gibt es nicht",
        "there is no time {hour}:{minute}",
    ),
    "date.offset": (
        "einen Zeitversatz {offset} gibt es nicht",
        "there is no time offset {offset}",
    ),
    "date.incomplete": (
        "das ist kein vollständiges Datum mit Tag, Monat und Jahr",
        "that is no full date with day, month and year",
    ),
    "date.write-iso": (
        "als JJJJ-MM-TT angeben, zum Beispiel 2024-03-12",
        "write it as YYYY-MM-DD, for example 2024-03-12",
    ),
    "date.unusable": ("{value} gilt nicht: {why}", "{value} does not count: {why}"),
    "date.in-head": (
        "die Datumsangabe „{text}“ im Kopf des Textes",
        "the date “{text}” in the head of the text",
    ),
    "date.stated": ("die Angabe „{written}“ ({kind}, {where})", "“{written}” ({kind}, {where})"),
    "date.kind.published": ("Veröffentlichung", "publication"),
    "date.kind.modified": ("Aktualisierung", "update"),
    "date.kind.print": ("Druckausgabe", "print issue"),
    "date.kind.seen": ("Abruf", "stored"),
    # ------------------------------------------------------------------ places that give dates
    "where.field": ("Feld der Daten", "field of the data"),
    "where.address": ("Adresse", "address"),
    "where.head": ("Kopf des Textes", "head of the text"),
    "where.derived": ("aus den anderen Daten", "from the other dates"),
    "where.opening": ("erster Satz", "first sentence"),
    "where.print": ("Hinweis auf die Druckausgabe", "pointer to the print issue"),
    # ------------------------------------------------------------------ notes of an article
    "moment.day": (
        "am {day:02}.{month:02}.{year}",
        "on {year}-{month:02}-{day:02}",
    ),
    "moment.clock": (
        "am {day:02}.{month:02}.{year}, {clock} Uhr",
        "on {year}-{month:02}-{day:02}, {clock}",
    ),
    "note.swapped": (
        "{where} vertauscht Tag und Monat ({moment}); es gilt {other}",
        "{where} exchanges day and month ({moment}); {other} counts",
    ),
    "note.another-day": (
        "{where} nennt einen anderen Tag der Veröffentlichung: {moment}",
        "{where} gives another day of publication: {moment}",
    ),
    "note.print-only": (
        "nur der Tag der Druckausgabe ist angegeben ({where})",
        "only the day of the print issue is given ({where})",
    ),
    "note.update-only": (
        "nur der Tag der Aktualisierung ist angegeben ({where})",
        "only the day of the update is given ({where})",
    ),
    "note.update-before": (
        "die Aktualisierung {moment} liegt vor der Veröffentlichung",
        "the update {moment} lies before the publication",
    ),
    "note.after-seen": (
        "veröffentlicht nach dem Abruf {moment}",
        "published after it was stored {moment}",
    ),
    "note.update-counts": (
        "zuerst veröffentlicht {first}; als Bezugstag gilt die Aktualisierung {update}",
        "first published {first}; days are counted from the update {update}",
    ),
    "note.bare": (
        "Datum ohne Zusatz im Kopf des Textes: „{written}“",
        "date without a label in the head of the text: “{written}”",
    ),
    "note.inferred": (
        "Veröffentlichungsdatum erschlossen aus „{words} …“; es steht nirgends im Artikel",
        "publication date inferred from “{words} …”; the article does not give it",
    ),
    "note.head-differs": (
        "der Kopf des Textes nennt einen anderen Tag: {moment}",
        "the head of the text gives another day: {moment}",
    ),
    "far-ahead": (
        "ist datiert {moment}, Jahre nach allen anderen Artikeln (der neueste: {newest})",
        "is dated {moment}, years after all other articles (the newest: {newest})",
    ),
    "far-ahead.check": ("das Datum prüfen und berichtigen", "check and correct the date"),
    # ------------------------------------------------------------------ dates a user gives
    "given.many-articles": (
        "gilt nicht: die Datei enthält mehrere Artikel",
        "does not count: the file holds several articles",
    ),
    "given.in-file": (
        "die Daten in der Datei selbst nennen",
        "give the dates in the file itself",
    ),
    "given.ambiguous": ("meint mehrere Dateien: {names}", "means several files: {names}"),
    "given.name-path": ("den Pfad nennen", "name the path"),
    "given.no-file": ("eine solche Datei wird nicht gelesen", "no such file is read"),
    "given.check-name": ("den Dateinamen prüfen", "check the file name"),
    "given.folder": ("gilt nicht für einen ganzen Ordner", "does not count for a whole folder"),
    "given.one-file": (
        "eine einzelne Datei nennen, oder die Daten in metadata.csv",
        "name a single file, or give the dates in metadata.csv",
    ),
}
