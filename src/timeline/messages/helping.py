"""What ``--help`` says, and what is wrong with a call: German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # ------------------------------------------------------------------ the frame of a help text
    "help.usage": ("Aufruf:", "Usage:"),
    "help.options": ("Optionen", "Options"),
    "help.commands": ("Befehle", "Commands"),
    "help.some-options": ("[OPTIONEN]", "[OPTIONS]"),
    "help.some-command": ("BEFEHL …", "COMMAND …"),
    "help.default": ("[sonst:", "[default:"),
    "help.required": ("nötig]", "required]"),
    "help.help": ("Diese Hilfe zeigen.", "Show this help."),
    "metavar.paths": ("PFADE…", "PATHS…"),
    "metavar.folder": ("ORDNER", "FOLDER"),
    "metavar.formats": ("FORMATE", "FORMATS"),
    "metavar.title": ("TITEL", "TITLE"),
    "metavar.file-date": ("DATEI=DATUM", "FILE=DATE"),
    "metavar.field-column": ("FELD=SPALTE", "FIELD=COLUMN"),
    "metavar.date": ("DATUM", "DATE"),
    "metavar.words": ("WÖRTER", "WORDS"),
    "metavar.calendars": ("DATEI.ics…", "FILE.ics…"),
    "metavar.file": ("DATEI", "FILE"),
    # ------------------------------------------------------------------ the commands
    "help.timeline": (
        "Macht aus deutschen Nachrichtentexten eine Zeitleiste.",
        "Makes a timeline of German news articles.",
    ),
    "help.build": (
        "Liest Artikel (Dateien und Ordner) und schreibt die Zeitleiste.\n\n"
        "Rückgabe: 0 alles gelesen und geschrieben · 1 geschrieben, aber Artikel fehlen · "
        "2 falscher Aufruf · 3 nichts geschrieben.",
        "Reads articles (files and folders) and writes the timeline.\n\n"
        "Exit code: 0 all read and written · 1 written, but articles are missing · "
        "2 wrong call · 3 nothing written.",
    ),
    "help.explain": (
        "Erklärt jede Zeitangabe in TEXT: Regel, Anker, Datum, Lesarten.\n\n"
        "TEXT ist ein Text, eine Datei, ein Ordner oder „-“ (Standardeingabe). Von einer Datei mit "
        "vielen Artikeln und von einem Ordner wird jeder Artikel erklärt.\n\n"
        "Rückgabe: 0 alles gelesen · 1 einiges fehlt · 2 falscher Aufruf · 3 nichts gelesen.",
        "Explains every date in TEXT: rule, anchor, interval, readings.\n\n"
        "TEXT is a text, a file, a folder or “-” (standard input). Of a file of many articles "
        "and of a folder every article is explained.\n\n"
        "Exit code: 0 all read · 1 some are missing · 2 wrong call · 3 nothing read.",
    ),
    "help.fetch": (
        "Speichert Seiten und die Artikel eines Feeds als Dateien.\n\n"
        "robots.txt gilt; abgerufen wird eine Seite je Sekunde und Server.\n\n"
        "Rückgabe: 0 alles gespeichert · 1 einiges fehlt · 3 nichts gespeichert.",
        "Saves pages and the articles of a feed as files.\n\n"
        "robots.txt holds; one page a second is asked of a server.\n\n"
        "Exit code: 0 all saved · 1 some are missing · 3 nothing saved.",
    ),
    "help.doctor": (
        "Prüft die Daten von Artikeln, eine Zeile je Medium.",
        "Judges the dates of articles, a line for each outlet.",
    ),
    "help.lint": (
        "Prüft Kalenderdateien auf das, woran Kalenderprogramme scheitern.\n\n"
        "Rückgabe: 0 kein Fehler (Hinweise stören nicht) · 1 Fehler · 2 nicht lesbar.",
        "Looks for what calendar programs trip over in calendar files.\n\n"
        "Exit code: 0 no error (notes do not matter) · 1 errors · 2 not readable.",
    ),
    "help.schema": (
        "Schreibt das JSON-Schema des Exports auf die Standardausgabe.",
        "Writes the JSON Schema of the export to standard output.",
    ),
    "help.tag": (
        "Schreibt TIMEX3-Angaben zu den JSON-Zeilen von DATEI oder „-“.\n\n"
        'Eine Zeile: {{"doc", "dct", "text"}}. '
        'Antwort je Zeile: {{"doc", "kind", "timexes": [{{"start", "end", "text", "type", "value", '
        "…}}]}}. Eine Zeile, die keine solche ist, wird genannt und übergangen.\n\n"
        "Rückgabe: 0 alles gelesen · 1 Zeilen fehlen · 2 falscher Aufruf · 3 nichts gelesen.",
        "Writes TIMEX3 tags for the JSON lines of FILE or “-”.\n\n"
        'A line: {{"doc", "dct", "text"}}. '
        'The answer to a line: {{"doc", "kind", "timexes": [{{"start", "end", "text", "type", '
        '"value", …}}]}}. A line that is none such is named and passed over.\n\n'
        "Exit code: 0 all read · 1 lines are missing · 2 wrong call · 3 nothing read.",
    ),
    # ------------------------------------------------------------------ the options
    "help.debug": ("Bei Fehlern den Traceback zeigen.", "Show the traceback of errors."),
    "help.version": ("Die Version zeigen.", "Show the version."),
    "help.json": ("Als JSON.", "As JSON."),
    "help.output": ("Ordner für die Ausgabe; wird angelegt.", "Folder for the output; is made."),
    "help.format": (
        "Nur diese Formate schreiben (Komma oder mehrfach): json, ics, timelinejs, html; "
        "auf Wunsch auch embed, csv, md, atom, jsonld.",
        "Write these formats alone (commas or several times): json, ics, timelinejs, html; "
        "on request embed, csv, md, atom, jsonld as well.",
    ),
    "help.title": ("Überschrift der Zeitleiste.", "Heading of the timeline."),
    "help.language": (
        "Sprache von allem, was gesagt und geschrieben wird.",
        "Language of all that is said and written.",
    ),
    "help.locale": (
        "Für alle: de-DE, de-AT oder de-CH; sonst je Artikel erkannt.",
        "For all: de-DE, de-AT or de-CH; else found out for each article.",
    ),
    "help.timezone": (
        "Zeitzone der Veröffentlichungen und Uhrzeiten.",
        "Time zone of publications and times of day.",
    ),
    "help.published-files": (
        "Veröffentlichungsdatum eines Artikels, etwa bericht.txt=2024-11-01.",
        "Publication date of an article, such as report.txt=2024-11-01.",
    ),
    "help.published": (
        "Veröffentlichungstag, etwa 2024-11-01.",
        "Day of publication, such as 2024-11-01.",
    ),
    "help.no-infer": (
        "Kein Veröffentlichungsdatum aus dem Text erschließen.",
        "Infer no publication date from the text.",
    ),
    "help.map": (
        "Spalten in CSV und JSON, etwa text=Volltext,published=Datum.",
        "Columns of CSV and JSON, such as text=Body,published=Day.",
    ),
    "help.top": ("Nur die N wichtigsten Ereignisse.", "The N most important events alone."),
    "help.min-sources": (
        "Nur Ereignisse aus mindestens N unabhängigen Quellen.",
        "Events of at least N independent sources alone.",
    ),
    "help.since": (
        "Nur Ereignisse ab diesem Tag, etwa 2024-11-01.",
        "Events from this day on alone, such as 2024-11-01.",
    ),
    "help.until": (
        "Nur Ereignisse bis zu diesem Tag.",
        "Events up to this day alone.",
    ),
    "help.query": (
        "Nur Ereignisse, die alle Wörter nennen.",
        "Events that name all these words alone.",
    ),
    "help.show-furniture": (
        "Zeigen, was als Werbung, Menü und Ähnliches wegblieb.",
        "Show what was left out as advertising, menus and the like.",
    ),
    "help.json-report": (
        "Bericht als JSON auf die Standardausgabe.",
        "The report as JSON to standard output.",
    ),
    "help.limit": (
        "Höchstens so viele Artikel aus einem Feed.",
        "At most so many articles of a feed.",
    ),
    "help.allow-local": (
        "Auch Adressen im lokalen und privaten Netz abrufen.",
        "Fetch addresses of local and private networks as well.",
    ),
    "help.today": ("Gilt als heute, etwa 2024-11-01.", "Counts as today, such as 2024-11-01."),
    "help.kind": (
        "Woran sich unvollständige Daten halten.",
        "What incomplete dates hang on.",
    ),
    "help.form": ("JSON-Zeilen oder TimeML.", "JSON lines or TimeML."),
    # ------------------------------------------------------------------ a wrong call
    "call.no-command": ("diesen Befehl gibt es nicht", "there is no such command"),
    "call.no-option": ("diese Option gibt es nicht", "there is no such option"),
    "call.perhaps": ("gemeint ist vielleicht {names}", "perhaps {names} is meant"),
    "call.extra": ("{names} ist zu viel", "{names} is too much"),
    "call.missing": ("fehlt", "is missing"),
    "call.value-missing": ("braucht einen Wert", "needs a value"),
    "call.one-of": ("möglich sind {names}", "can be {names}"),
    "call.number-from": ("muss eine Zahl ab {least} sein", "must be a number from {least} on"),
    "call.number-between": (
        "muss eine Zahl von {least} bis {most} sein",
        "must be a number from {least} to {most}",
    ),
    "call.not-taken": ("geht so nicht ({said})", "is not possible ({said})"),
    "call.see-help": ("siehe „{command} --help“", "see “{command} --help”"),
    "interrupted": ("Abgebrochen.", "Interrupted."),
}
