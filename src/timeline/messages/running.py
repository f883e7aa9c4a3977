"""Settings, exports and the run as a whole: German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    #: said by who has no table here, in whatever language
    "words": ("{words}", "{words}"),
    # ------------------------------------------------------------------ settings
    "one-of": ("eine von {names}", "one of {names}"),
    "locale.unknown": ("ist keine bekannte Locale", "is no known locale"),
    "locale.none": ("die Locale „{name}“ gibt es nicht", "there is no locale “{name}”"),
    "zone.unknown": ("ist keine bekannte Zeitzone", "is no known time zone"),
    "zone.example": ("zum Beispiel Europe/Berlin", "for example Europe/Berlin"),
    "map.unknown": ("diese Angabe gibt es nicht", "there is no such meaning"),
    # ------------------------------------------------------------------ writing files
    "stdout": ("Standardausgabe", "standard output"),
    "write.impossible": (
        "kann nicht geschrieben werden ({reason})",
        "cannot be written ({reason})",
    ),
    "write.name-another-folder": ("einen anderen Ordner nennen", "name another folder"),
    "write.no-space": (
        "auf dem Datenträger ist kein Platz mehr",
        "there is no space left on the disk",
    ),
    "write.make-space": ("Platz schaffen", "make space"),
    "write.no-permission": ("keine Schreibrechte", "no permission to write"),
    "write.choose-folder": ("einen anderen Ordner wählen", "choose another folder"),
    "write.read-only": ("der Datenträger ist schreibgeschützt", "the disk is read-only"),
    "write.file-there": (
        "der Ordner kann nicht angelegt werden, weil dort schon eine Datei liegt",
        "the folder cannot be made, because a file is there already",
    ),
    "write.is-folder": ("ist ein Ordner, keine Datei", "is a folder, no file"),
    "write.rename-folder": ("den Ordner umbenennen", "rename the folder"),
    "write.name-too-long": ("der Name ist zu lang", "the name is too long"),
    "write.choose-shorter": ("einen kürzeren Namen wählen", "choose a shorter name"),
    # ------------------------------------------------------------------ what exports cannot carry
    "ics.undated": (
        "ohne Datum, deshalb nicht im Kalender: {count} ({names})",
        "without a date, so not in the calendar: {count} ({names})",
    ),
    "ics.rough": (
        "mit ungenauem Datum an einem Stellvertretertag im Kalender: {count}"
        " (der Titel nennt den Zeitraum)",
        "with an imprecise date, on a day that stands in for it: {count}"
        " (the title names the period)",
    ),
    "ics.utc": (
        "Uhrzeiten stehen in UTC, nicht in der Zeitzone „{zone}“",
        "times are in UTC, not in the time zone “{zone}”",
    ),
    "ics.periods": (
        "Jahreszeiten, Jahre, Jahrzehnte und Jahrhunderte: {count},"
        " in einem eigenen Kalender ({file})",
        "seasons, years, decades and centuries: {count}, in a calendar of their own ({file})",
    ),
    "ics.split": (
        "{file} wäre größer als {limit} kB, was manche Programme ablehnen:"
        " nach Jahren auf {count} Dateien verteilt",
        "{file} would be over {limit} kB, which some programs refuse:"
        " split by years into {count} files",
    ),
    "store.not-ours": (
        "ist nicht die Ausgabe eines früheren Laufs: alle Ereignisse bekommen neue Kennungen,"
        " importierte Kalender können doppelte Einträge bekommen",
        "is not what an earlier run wrote: all events get new ids, imported calendars may get"
        " entries twice",
    ),
    "store.withdrawn": (
        "nicht mehr dabei, anders als im früheren Lauf: {count} ({names}); wer den Kalender"
        " importiert statt abonniert hat, behält die Einträge",
        "no longer there, unlike in the earlier run: {count} ({names}); who imported the calendar"
        " instead of subscribing to it keeps the entries",
    ),
    "jsonld.silent": (
        "in schema.org nicht auszudrücken, deshalb weggelassen: {count}"
        " (dementiert, nur möglich oder ohne ersten Tag)",
        "not to be said in schema.org, so left out: {count}"
        " (denied, only possible or without a first day)",
    ),
    "slides.none": (
        "ohne ein datiertes Ereignis gibt es nichts zu zeigen",
        "without a dated event there is nothing to show",
    ),
    "slides.undated": (
        "{count} von {events} Ereignissen weggelassen (ohne Datum)",
        "{count} of {events} events left out (without a date)",
    ),
    "slides.limit": (
        "{count} von {events} Ereignissen weggelassen"
        " (gezeigt werden höchstens {most}, die wichtigsten)",
        "{count} of {events} events left out (at most {most} are shown, the most important ones)",
    ),
    "slides.count": ("{count} Folien gehen nicht", "{count} slides are not possible"),
    "slides.choose": (
        "1 bis {most} wählen; die Liste der Seite zeigt immer alle Ereignisse",
        "choose 1 to {most}; the list on the page always shows every event",
    ),
    "slides.no-dated": (
        "die Zeitleiste hat kein datiertes Ereignis, und ohne zeigt TimelineJS nichts",
        "the timeline has no dated event, and TimelineJS shows nothing without one",
    ),
    "slides.give-date": (
        "die nicht aufgelösten Zeitangaben ansehen; ein Veröffentlichungsdatum löst die meisten",
        "check the unresolved expressions; a publication date resolves most of them",
    ),
    "slides.faulty": (
        "die Folien wären fehlerhaft ({reasons})",
        "the slides would be faulty ({reasons})",
    ),
    "slides.report": (
        "das ist ein Fehler im Programm oder im Ereignis: bitte melden",
        "this is an error in the program or in the event: please report it",
    ),
    "page.no-timelinejs": (
        "TimelineJS ist nicht mit diesem Paket installiert ({path} fehlt)",
        "TimelineJS is not installed with this package ({path} is missing)",
    ),
    "page.install": (
        "das Paket mit pip installieren (aus dem Quelltext: pip install -e .), "
        "oder die Seite mit --format weglassen",
        "install the package with pip (for a source checkout: pip install -e .), "
        "or leave the page out with --format",
    ),
    "page.large": (
        "ist {size} MB groß, was Browser langsam macht: "
        "mit --top, --min-sources, --since oder --query wird sie kleiner",
        "has {size} MB, which makes browsers slow: "
        "--top, --min-sources, --since or --query make it smaller",
    ),
    "schema.file": ("Zeitleiste im JSON-Format", "timeline as JSON"),
    "schema.differs": (
        "entspricht nicht dem Schema {schema}",
        "does not fit the schema {schema}",
    ),
    "schema.differs-at": (
        "entspricht nicht dem Schema {schema} (bei „{place}“)",
        "does not fit the schema {schema} (at “{place}”)",
    ),
    "schema.make-again": (
        "die Datei mit „timeline build“ neu erzeugen",
        "make the file again with “timeline build”",
    ),
    # ------------------------------------------------------------------ the command line
    "format.unknown": ("dieses Format gibt es nicht", "there is no such format"),
    "format.one-of": ("eines von {names}", "one of {names}"),
    "call.published": (
        "ist keine Angabe der Form DATEI=DATUM",
        "is not of the form FILE=DATE",
    ),
    "call.published-example": (
        "etwa --published bericht.txt=2024-11-01",
        "such as --published report.txt=2024-11-01",
    ),
    "call.map": ("ist keine Angabe der Form FELD=SPALTE", "is not of the form FIELD=COLUMN"),
    "call.map-example": (
        "etwa --map text=Volltext,published=Datum",
        "such as --map text=Body,published=Day",
    ),
    "call.day": ("ist kein Tag im Kalender", "is no day of the calendar"),
    "call.day-example": (
        "ein ganzes Datum angeben, etwa 2024-11-01 oder 1.11.2024",
        "give a whole date, such as 2024-11-01 or 1.11.2024",
    ),
    "call.until-before-since": ("liegt vor --since {since}", "lies before --since {since}"),
    "call.swap-days": ("die Tage tauschen", "exchange the days"),
    "call.text-or-path": (
        "Pfad prüfen, oder einen Satz in Anführungszeichen",
        "check the path, or give a sentence in quotes",
    ),
    "tag.no-record": (
        "ist kein JSON-Objekt mit „doc“ und „text“",
        "is not a JSON object with “doc” and “text”",
    ),
    "tag.no-day": (
        "„dct“ ist kein Tag in der Form JJJJ-MM-TT: {written}",
        "“dct” is not a day in the form YYYY-MM-DD: {written}",
    ),
    "tag.example": ("etwa {record}", "such as {record}"),
    "line-of": ("{file}, Zeile {number}", "{file}, line {number}"),
    "unexpected": ("unerwartet ({kind}: {fault})", "unexpected ({kind}: {fault})"),
    "unexpected.report": (
        "bitte mit „timeline --debug …“ wiederholen und die Ausgabe melden",
        "please repeat it with “timeline --debug …” and report what it prints",
    ),
    "error": ("Fehler", "error"),
    "warning": ("Hinweis", "note"),
    "fetch.saved-one": ("1 Seite gespeichert in {folder}.", "1 page saved in {folder}."),
    "fetch.saved": ("{count} Seiten gespeichert in {folder}.", "{count} pages saved in {folder}."),
    "fetch.nothing": ("Nichts gespeichert.", "Nothing saved."),
    "lint.bytes": ("{count} Bytes", "{count} bytes"),
    "lint.quoted": ("„{text}“", "“{text}”"),
    "lint.days": ("{count} Tage", "{count} days"),
    "lint.expected": ("erwartet: {line}", "expected: {line}"),
    "lint.missing": ("{line} fehlt", "{line} is missing"),
    "lint.counts": (
        "Fehler: {errors}, Hinweise: {warnings}.",
        "Errors: {errors}, notes: {warnings}.",
    ),
    "lint.none": ("Keine Mängel.", "Nothing wrong."),
    "doctor.none": ("Keine Artikel gefunden.", "No articles found."),
    "doctor.unknown": ("(unbekannt)", "(unknown)"),
    "doctor.name": ("Medium", "outlet"),
    "doctor.articles": ("Artikel", "articles"),
    "doctor.undated": ("ohne Datum", "undated"),
    "doctor.updated": ("aktualisiert", "updated"),
    "doctor.zoneless": ("ohne Zone", "no zone"),
    "doctor.swapped": ("vertauscht", "swapped"),
    "doctor.future": ("Zukunft", "future"),
    "doctor.duplicates": ("doppelt", "twice"),
    "doctor.basis": ("Datum aus", "date from"),
    "doctor.encoding": ("Kodierung", "encoding"),
    "doctor.by-user": ("Nutzer", "user"),
    "doctor.by-metadata": ("Metadaten der Datei", "metadata of the file"),
    "doctor.by-json-ld": ("JSON-LD der Webseite", "JSON-LD of the page"),
    "doctor.by-meta": ("Meta-Angaben der Webseite", "meta tags of the page"),
    "doctor.by-inference": ("aus dem Text erschlossen", "inferred from the text"),
    "doctor.by-nothing": ("nichts", "nothing"),
    "doctor.undated-found": ("ohne Veröffentlichungsdatum", "without a publication date"),
    "doctor.updated-found": (
        "nur das Datum der Aktualisierung oder Druckausgabe",
        "only the date of the update or the print issue",
    ),
    "doctor.zoneless-found": ("Uhrzeit ohne Zeitzone", "time of day without a time zone"),
    "doctor.swapped-found": (
        "Tag und Monat vielleicht vertauscht",
        "day and month perhaps exchanged",
    ),
    "doctor.future-found": ("Datum in der Zukunft", "date in the future"),
    "doctor.duplicates-found": ("kommt mehrfach vor", "comes several times"),
    # ------------------------------------------------------------------ timeline explain
    "explain.none": ("Keine Zeitangabe gefunden.", "No time expression found."),
    "explain.published": ("Veröffentlicht: {day} ({basis})", "Published: {day} ({basis})"),
    "explain.undated": ("Veröffentlichungsdatum unbekannt", "Publication date unknown"),
    "explain.undated-text": (
        "Veröffentlichungsdatum unbekannt (anzugeben mit --published, etwa --published 2024-11-01)",
        "Publication date unknown (give it by --published, such as --published 2024-11-01)",
    ),
    "explain.text": ("{text}  (Zeichen {start}–{end})", "{text}  (characters {start}–{end})"),
    "explain.unresolved": ("nicht aufgelöst: {reason}", "unresolved: {reason}"),
    "explain.no-date": (
        "kein Datum: Dauer, Häufigkeit oder vage",
        "no date (duration, set or vague)",
    ),
    "explain.date": ("Datum: {day}", "date: {day}"),
    "explain.interval": ("Datum: {day}  [{first} … {last}]", "date: {day}  [{first} … {last}]"),
    "explain.open": ("offen", "open"),
    "explain.rule": ("Regel: {rule}", "rule: {rule}"),
    "explain.anchor": ("gerechnet von: {anchor}", "counted from: {anchor}"),
    "explain.from-day": ("{day} (Veröffentlichung)", "{day} (publication)"),
    "explain.from-words": ("{quote} (im Text)", "{quote} (in the text)"),
    "explain.else": ("auch möglich: {reading}", "or else: {reading}"),
    "explain.sure": ("Sicherheit: {percent} %", "confidence: {percent}%"),
    "explain.tags": ("TIMEX3: {tags}", "TIMEX3: {tags}"),
    # ------------------------------------------------------------------ the report of a run
    "report.reading": ("Artikel lesen", "Reading articles"),
    "report.working": ("In Arbeit", "Working"),
    "report.found": (
        "{articles}, {mentions}, {events}, {merged} davon aus mehreren Quellen.",
        "{articles}, {mentions}, {events}, {merged} of them from several sources.",
    ),
    "count.article": ("1 Artikel gelesen", "1 article read"),
    "count.articles": ("{n} Artikel gelesen", "{n} articles read"),
    "count.mention": ("1 datierte Aussage", "1 dated statement"),
    "count.mentions": ("{n} datierte Aussagen", "{n} dated statements"),
    "count.event": ("1 Ereignis", "1 event"),
    "count.events": ("{n} Ereignisse", "{n} events"),
    "report.published": (
        "Veröffentlichungsdaten: {inferred} erschlossen, {unknown} unbekannt.",
        "Publication dates: {inferred} inferred, {unknown} unknown.",
    ),
    "report.undated": (
        "Ohne Datum: {names} – mit --published oder in einer metadata.csv angeben.",
        "Undated: {names} – give the dates by --published or in a metadata.csv.",
    ),
    "report.one-unresolved": (
        "1 Zeitangabe nicht aufgelöst.",
        "1 time expression unresolved.",
    ),
    "report.unresolved": (
        "{count} Zeitangaben nicht aufgelöst.",
        "{count} time expressions unresolved.",
    ),
    "report.left-out": (
        "Weggelassen aus {file} [{kind}]: {text}",
        "Left out of {file} [{kind}]: {text}",
    ),
    "report.nothing": ("Nichts geschrieben.", "Nothing written."),
    "report.written": ("Geschrieben nach {folder}: {files}", "Written to {folder}: {files}"),
    "report.look": ("Ansehen: {page}", "Look at: {page}"),
    # ------------------------------------------------------------------ the run
    "selection": ("Auswahl", "selection"),
    "selection.left-out": (
        "{count} von {events} Ereignissen weggelassen",
        "{count} of {events} events left out",
    ),
    "article.many": ("{count} Artikel ({names})", "{count} articles ({names})"),
    "article.fault": (
        "unerwarteter Fehler beim Auswerten ({kind}: {fault})",
        "unexpected error while looking for dates ({kind}: {fault})",
    ),
    "article.report-fault": (
        "bitte melden; „timeline --debug explain“ zeigt die Stelle",
        "please report it; “timeline --debug explain” shows the place",
    ),
}
