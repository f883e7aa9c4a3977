"""Articles that cannot be read, or not all of them: German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # ------------------------------------------------------------------ files and folders
    "path.missing": ("gibt es nicht", "does not exist"),
    "path.no-permission": ("darf nicht gelesen werden", "may not be read"),
    "path.unreadable": ("kann nicht gelesen werden ({reason})", "cannot be read ({reason})"),
    "path.is-folder": ("ist ein Ordner, keine Datei", "is a folder, no file"),
    "path.invalid": ("ist kein gültiger Pfad", "is no valid path"),
    "path.check": ("den Pfad prüfen", "check the path"),
    "path.permit": ("die Leserechte ändern", "change the permission to read it"),
    "folder.one-unread": (
        "eine Datei wird nicht gelesen ({names}): dieses Format wird nicht unterstützt",
        "one file is not read ({names}): this format is not supported",
    ),
    "folder.unread": (
        "{count} Dateien werden nicht gelesen ({names}): dieses Format wird nicht unterstützt",
        "{count} files are not read ({names}): this format is not supported",
    ),
    "folder.save-as-text": (
        "die Artikel als Text oder HTML speichern",
        "save the articles as text or HTML",
    ),
    "folder.no-articles": (
        "der Ordner enthält keine Artikel (gelesen werden {suffixes}, auch als .gz und .zst)",
        "the folder holds no articles (read are {suffixes}, also as .gz and .zst)",
    ),
    "folder.name-another": (
        "einen anderen Ordner nennen oder Artikel hineinlegen",
        "name another folder or put articles into it",
    ),
    "file.not-plain": ("ist keine gewöhnliche Datei", "is no ordinary file"),
    "file.name-a-text": ("eine Textdatei nennen", "name a text file"),
    "file.empty": ("ist leer", "is empty"),
    "file.no-text": ("enthält keinen Text", "holds no text"),
    "file.insert-text": (
        "den Text einfügen oder die Datei entfernen",
        "put the text in or remove the file",
    ),
    "file.too-large": (
        "ist zu groß für einen Artikel ({size:.0f} MB, höchstens {limit:.0f} MB)",
        "is too large for an article ({size:.0f} MB, at most {limit:.0f} MB)",
    ),
    "file.too-large-unpacked": (
        "ist zu groß für einen Artikel (mehr als {limit:.0f} MB)",
        "is too large for an article (more than {limit:.0f} MB)",
    ),
    "file.split": (
        "die Datei in einzelne Artikel teilen",
        "split the file into single articles",
    ),
    "file.no-article": ("enthält keinen Artikel", "holds no article"),
    "file.check-or-remove": ("die Datei prüfen oder entfernen", "check the file or remove it"),
    "file.cut-off": (
        "kann nicht zu Ende gelesen werden ({error})",
        "cannot be read to its end ({error})",
    ),
    "file.copy-again": ("die Datei noch einmal kopieren", "copy the file again"),
    "file.read-so-far": (
        "{damage}; gelesen wurde, was davor steht",
        "{damage}; what stands before that was read",
    ),
    "file.more-errors": (
        "weitere Fehler in dieser Datei: {rest}",
        "more errors in this file: {rest}",
    ),
    "file.more-warnings": (
        "weitere Hinweise in dieser Datei: {rest}",
        "more notes in this file: {rest}",
    ),
    "file.mend-first": (
        "die ersten beheben und neu lesen",
        "mend the first ones and read it again",
    ),
    # ------------------------------------------------------------------ where in a file
    "place": ("{unit} {number}: {said}", "{unit} {number}: {said}"),
    "unit.line": ("Zeile", "line"),
    "unit.entry": ("Eintrag", "entry"),
    # ------------------------------------------------------------------ bytes and packing
    "stdin": ("Standardeingabe", "standard input"),
    "bytes.format": ("ist {kind}, kein Text", "is {kind}, no text"),
    "bytes.binary": ("ist eine Binärdatei, kein Text", "is a binary file, no text"),
    "bytes.save-as-text": (
        "den Artikel als Text oder HTML speichern",
        "save the article as text or HTML",
    ),
    "bytes.save-as-utf-8-text": (
        "den Artikel als Text (UTF-8) speichern",
        "save the article as text (UTF-8)",
    ),
    "bytes.damaged": (
        "beschädigte Zeichen wurden ersetzt: {count}",
        "damaged characters were replaced: {count}",
    ),
    "bytes.mended": (
        "Umlaute waren zerlegt („BÃ¤der“) und wurden berichtigt",
        "umlauts and accents were torn apart (“cafÃ©”) and have been mended",
    ),
    "bytes.garbled": (
        "Umlaute sind zerlegt („BÃ¤der“ statt „Bäder“); der Text wird gelesen, wie er dasteht",
        "umlauts and accents are torn apart (“cafÃ©”); the text is read as it stands",
    ),
    "bytes.save-as-utf-8": ("die Datei als UTF-8 speichern", "save the file as UTF-8"),
    "kind.pdf": ("eine PDF-Datei", "a PDF file"),
    "kind.zip": ("ein ZIP-Archiv oder ein Office-Dokument", "a ZIP archive or an Office document"),
    "kind.old-office": ("ein altes Office-Dokument", "an old Office document"),
    "kind.mail": (
        "eine E-Mail oder eine Seite als Webarchiv (MHTML)",
        "a mail or a page saved as a web archive (MHTML)",
    ),
    "kind.rtf": ("ein RTF-Dokument", "an RTF document"),
    "kind.packed": ("eine gepackte Datei", "a packed file"),
    "kind.picture": ("ein Bild ({name})", "a picture ({name})"),
    "packed.bomb": (
        "der Inhalt wächst beim Entpacken auf mehr als das {ratio}-Fache "
        "und wird nicht weiter entpackt",
        "the content grows more than {ratio}-fold when unpacked and is unpacked no further",
    ),
    "packed.cut-off": (
        "die Datei bricht mitten im gepackten Inhalt ab",
        "the file ends in the middle of its packed content",
    ),
    "packed.damaged": ("der gepackte Inhalt ist beschädigt", "the packed content is damaged"),
    "packed.no-zstandard": (
        "ist mit zstd gepackt, und das Paket zstandard dafür fehlt",
        "is packed with zstd, and the package zstandard for it is missing",
    ),
    "install.archives": (
        "pip install 'timeline[archives]'",
        "pip install 'timeline[archives]'",
    ),
    # ------------------------------------------------------------------ front matter, metadata.csv
    "front.broken": (
        "das Front Matter ist fehlerhaft (Zeile {line}); "
        "gelesen wurden nur Zeilen der Form „Schlüssel: Wert“",
        "the front matter is broken (line {line}); only lines of the form “key: value” were read",
    ),
    "front.quote": (
        "Werte mit Doppelpunkt in Anführungszeichen setzen",
        "put values with a colon in quotes",
    ),
    "front.unclosed": (
        "das Front Matter hat keine schließende Zeile „---“; "
        "gelesen wurden die Zeilen {first} bis {last} als Angaben",
        "the front matter has no closing line “---”; lines {first} to {last} were read as its keys",
    ),
    "front.unknown-key": (
        "Front Matter: „{key}“ ist unbekannt und bleibt unbeachtet",
        "front matter: “{key}” is unknown and ignored",
    ),
    "front.close": (
        "eine Zeile „---“ unter die Angaben setzen",
        "put a line “---” below the keys",
    ),
    "front.no-text": ("enthält nur Front Matter, keinen Text", "holds front matter only, no text"),
    "sidecar.no-file-column": (
        "hat keine Spalte „file“, deshalb gilt keine Zeile",
        "has no column “file”, so no row counts",
    ),
    "sidecar.name-columns": (
        "in der ersten Zeile file,published,source,title,url nennen",
        "name file,published,source,title,url in the first line",
    ),
    "sidecar.row": ("Zeile {number} {said}", "line {number} {said}"),
    "sidecar.no-file": ("nennt keine Datei", "names no file"),
    "sidecar.no-such-file": (
        "nennt „{name}“, diese Datei gibt es nicht",
        "names “{name}”, there is no such file",
    ),
    "sidecar.twice": (
        "nennt „{name}“ noch einmal; es gilt die erste",
        "names “{name}” again; the first one counts",
    ),
    "sidecar.damaged": ("enthält beschädigte Zeichen", "holds damaged characters"),
    "sidecar.save-as-utf-8": ("die Tabelle als UTF-8 speichern", "save the table as UTF-8"),
    "sidecar.mend": ("die Tabelle berichtigen", "correct the table"),
    "sidecar.check": ("die Tabelle prüfen", "check the table"),
    # ------------------------------------------------------------------ JSON and tables
    "json.too-long": ("länger als {limit:.0f} MB", "longer than {limit:.0f} MB"),
    "json.split-line": ("die Zeile teilen", "split the line"),
    "json.broken-line": ("kein gültiges JSON ({place})", "no valid JSON ({place})"),
    "json.mend-line": ("die Zeile berichtigen", "correct the line"),
    "json.broken": ("ist kein gültiges JSON ({place})", "is no valid JSON ({place})"),
    "json.mend": ("die Datei berichtigen", "correct the file"),
    "json.place": ("Zeile {line}, Zeichen {column}", "line {line}, character {column}"),
    "json.too-deep": ("zu tief geschachtelt", "nested too deeply"),
    "json.timeline": (
        "ist eine fertige Zeitleiste, kein Artikel",
        "is a finished timeline, no article",
    ),
    "json.name-articles": ("die Artikel nennen", "name the articles"),
    "json.no-object": ("kein JSON-Objekt", "no JSON object"),
    "json.write-objects": (
        "je Artikel ein Objekt {{…}} schreiben",
        "write an object {{…}} for each article",
    ),
    "json.empty-object": ("das Objekt ist leer", "the object is empty"),
    "table.no-column": (
        "hat keine Spalte „{name}“ (vorhanden: {columns})",
        "has no column “{name}” (there are: {columns})",
    ),
    "table.name-existing": (
        "bei --map eine der vorhandenen Spalten nennen",
        "name one of them in --map",
    ),
    "table.no-text-column": (
        "hat keine Spalte für den Text (vorhanden: {columns})",
        "has no column for the text (there are: {columns})",
    ),
    "table.map-text": (
        "mit --map text=SPALTE angeben, wo er steht",
        "say where it is with --map text=COLUMN",
    ),
    "table.line-too-long": ("die Zeile ist zu lang", "the line is too long"),
    "table.quote-open": (
        "ein Anführungszeichen wird nie geschlossen",
        "a quotation mark is never closed",
    ),
    "table.quotes-broken": ("fehlerhafte Anführungszeichen", "broken quotation marks"),
    "table.width": ("{found} Felder statt {expected}", "{found} fields instead of {expected}"),
    "table.quote": (
        "Text in Anführungszeichen setzen, solche darin verdoppeln",
        "put text in quotation marks and double those inside",
    ),
    "fields.no-text-field": (
        "kein Feld für den Text erkannt (vorhanden: {fields})",
        "no field found for the text (there are: {fields})",
    ),
    "fields.empty-text": ("der Text ist leer", "the text is empty"),
    "fields.add-text": ("den Text ergänzen", "add the text"),
    "fields.teaser-only": (
        "nur der Anreißer ist bekannt, nicht der Text",
        "only the teaser is known, not the text",
    ),
    # ------------------------------------------------------------------ ninjs, feeds, archives
    "ninjs.withheld": (
        "„{uri}“ ist vom Herausgeber gesperrt (pubStatus: withheld)",
        "“{uri}” is withheld by its publisher (pubStatus: withheld)",
    ),
    "ninjs.no-text": ("„{uri}“ enthält keinen Text", "“{uri}” holds no text"),
    "ninjs.embargo": ("Sperrfrist bis {until}", "embargo until {until}"),
    "embargo.no-date": (
        "wird zurückgehalten: die Sperrfrist „{written}“ ist kein Datum",
        "is held back: the embargo “{written}” is no date",
    ),
    "embargo.until": (
        "wird zurückgehalten: Sperrfrist bis {until}",
        "is held back: embargo until {until}",
    ),
    "feed.unreadable": ("ist kein lesbarer Feed", "is no readable feed"),
    "feed.empty": ("ist ein Feed ohne Einträge", "is a feed without entries"),
    "feed.download-again": ("die Datei noch einmal herunterladen", "download the file again"),
    "feed.broken": (
        "der Feed ist fehlerhaft oder bricht ab; gelesen wurde, was noch zu erkennen war",
        "the feed is broken or cut off; what could be made out was read",
    ),
    "feed.entities": (
        "definiert eigene XML-Entities und wird deshalb nicht gelesen (Entity-Bombe?)",
        "defines XML entities of its own and is not read for that (an entity bomb?)",
    ),
    "feed.no-doctype": ("den Feed ohne DOCTYPE speichern", "save the feed without DOCTYPE"),
    "feed.no-text": ("„{title}“ hat keinen Text", "“{title}” has no text"),
    "feed.fetch": (
        "die Seite selbst mit „timeline fetch“ holen",
        "get the page itself with “timeline fetch”",
    ),
    "feed.teaser-only": (
        "nur der Anreißer aus dem Feed, nicht der ganze Artikel",
        "only the teaser of the feed, not the whole article",
    ),
    "warc.no-fastwarc": (
        "ist ein WARC-Archiv, und das Paket fastwarc dafür fehlt",
        "is a WARC archive, and the package fastwarc for it is missing",
    ),
    "warc.unreadable": (
        "das Archiv ist ab Eintrag {number} nicht lesbar",
        "the archive cannot be read from entry {number} on",
    ),
    "warc.cut-off": (
        "das Archiv bricht in Eintrag {number} ab",
        "the archive ends within entry {number}",
    ),
    "warc.cut-off-somewhere": (
        "das Archiv bricht mitten in einem Eintrag ab",
        "the archive ends in the middle of an entry",
    ),
    "warc.too-large": ("größer als {limit:.0f} MB", "larger than {limit:.0f} MB"),
    "warc.copy-again": ("das Archiv noch einmal kopieren", "copy the archive again"),
    "warc.skipped": (
        "keine Artikel: {total} von {number} Einträgen ({counts})",
        "no articles: {total} of {number} entries ({counts})",
    ),
    "warc.others": (
        "Bilder, Skripte und anderes: {count}",
        "pictures, scripts and the like: {count}",
    ),
    "warc.errors": (
        "Fehlerseiten und Weiterleitungen: {count}",
        "error pages and redirects: {count}",
    ),
    "warc.no-text": (
        "Seiten ohne Artikeltext: {count}",
        "pages without an article: {count}",
    ),
    # ------------------------------------------------------------------ pages
    "page.no-html": ("enthält kein lesbares HTML", "holds no readable HTML"),
    "page.save-again": ("die Seite noch einmal speichern", "save the page again"),
    "page.broken-json-ld": (
        "das JSON-LD der Seite ist fehlerhaft; gelesen wurde, was noch zu erkennen war",
        "the JSON-LD of the page is broken; what could be made out was read",
    ),
    "page.no-article": (
        "enthält keinen Artikeltext"
        " (eine Übersicht, eine Cookie-Abfrage oder eine Bezahlschranke?)",
        "holds no article (an overview, a cookie prompt or a paywall?)",
    ),
    "page.save-article": (
        "die Seite des Artikels selbst speichern",
        "save the page of the article itself",
    ),
    "page.paywall": (
        "die Seite steht hinter einer Bezahlschranke; der Text kann unvollständig sein",
        "the page is behind a paywall; the text may be incomplete",
    ),
    "article.foreign": (
        "scheint nicht auf Deutsch zu sein; erkannt werden nur deutsche Zeitangaben",
        "does not seem to be in German; only German time expressions are recognised",
    ),
    "article.translate": (
        "weglassen, oder einen deutschen Text nehmen",
        "leave it out, or take a German text",
    ),
    # ------------------------------------------------------------------ the same article twice
    "twice.retracted-by": (
        "wurde vom Herausgeber zurückgezogen ({file}) und zählt nicht",
        "was taken back by its publisher ({file}) and does not count",
    ),
    "twice.retracted": (
        "ist als zurückgezogen gekennzeichnet und zählt nicht",
        "is marked as taken back and does not count",
    ),
    "twice.same": (
        "ist derselbe Artikel wie {file} und zählt nicht noch einmal",
        "is the same article as {file} and does not count again",
    ),
    "twice.older": (
        "ist eine ältere Fassung von {file} und zählt nicht noch einmal",
        "is an older version of {file} and does not count again",
    ),
    "twice.note": (
        "kam mehrfach vor; zählt einmal, ohne {names}",
        "came several times; counts once, without {names}",
    ),
    "id.taken": (
        "hat dieselbe Kennung „{taken}“ wie {file} und heißt jetzt „{name}“",
        "has the same id “{taken}” as {file} and is now called “{name}”",
    ),
    "id.give": (
        "im Front Matter eine eigene id: angeben",
        "give it an id: of its own in the front matter",
    ),
}
