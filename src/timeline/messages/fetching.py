"""``timeline fetch``: what servers and sites answer. German, English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "fetch.circle": ("leitet im Kreis weiter", "redirects in a circle"),
    "fetch.redirects": (
        "leitet mehr als {count}-mal weiter",
        "redirects more than {count} times",
    ),
    "fetch.status": ("der Server antwortet mit {status}", "the server answers {status}"),
    "fetch.connection": (
        "die Verbindung zu {host} scheitert ({reason})",
        "the connection to {host} fails ({reason})",
    ),
    "fetch.slow": (
        "der Server antwortet nicht (nach {seconds:.0f} Sekunden aufgegeben)",
        "the server does not answer (given up after {seconds:.0f} seconds)",
    ),
    "fetch.cut-off": ("die Antwort bricht ab", "the answer is cut off"),
    "fetch.packing": ("die Antwort ist falsch gepackt", "the answer is packed wrongly"),
    "fetch.large": ("die Antwort ist größer als {size:.0f} MB", "the answer is over {size:.0f} MB"),
    "fetch.too-large-for-an-article": ("so groß ist kein Artikel", "no article is that large"),
    "fetch.no-host": ("den Server {host} gibt es nicht", "there is no server {host}"),
    "fetch.private": (
        "{host} liegt im lokalen oder privaten Netz ({address})",
        "{host} is in the local or a private network ({address})",
    ),
    "fetch.allow-local": (
        "mit --allow-local erlauben, wenn das gewollt ist",
        "allow it with --allow-local, if that is wanted",
    ),
    "fetch.invalid": ("ist keine gültige Adresse", "is no valid address"),
    "fetch.no-web-address": ("„{url}“ ist keine Web-Adresse", "“{url}” is no web address"),
    "fetch.give-https": ("https://… angeben", "give https://…"),
    "fetch.password": ("enthält ein Kennwort", "holds a password"),
    "fetch.no-password": (
        "die Adresse ohne Zugangsdaten angeben",
        "give the address without user and password",
    ),
    "fetch.check-address": ("die Adresse prüfen", "check the address"),
    "fetch.later": ("es später noch einmal versuchen", "try again later"),
    "fetch.check-later": (
        "die Adresse prüfen, es später noch einmal versuchen",
        "check the address, try again later",
    ),
    "fetch.again": ("es noch einmal versuchen", "try again"),
    "fetch.in-browser": ("die Seite im Browser speichern", "save the page in a browser"),
    "fetch.refused": ("abgelehnt", "refused"),
    "fetch.certificate": ("das Zertifikat ist ungültig", "the certificate is invalid"),
    "fetch.insecure": ("keine sichere Verbindung", "no secure connection"),
    "fetch.reset": ("abgebrochen", "broken off"),
    "fetch.no-answer": ("keine gültige Antwort", "no valid answer"),
    "fetch.robots-unreachable": (
        "robots.txt von {site} ist nicht erreichbar ({reason}), deshalb wird nichts abgerufen",
        "robots.txt of {site} is out of reach ({reason}), so nothing is fetched",
    ),
    "fetch.robots": (
        "robots.txt erlaubt den Abruf nicht",
        "robots.txt does not allow it",
    ),
    "fetch.feed-limit": (
        "weitere Artikel des Feeds wurden nicht geholt: {count}",
        "more articles of the feed were not fetched: {count}",
    ),
    "fetch.raise-limit": ("mit --limit mehr erlauben", "allow more with --limit"),
    "fetch.empty-feed": ("der Feed nennt keine Artikel", "the feed names no articles"),
    "fetch.no-article": ("ist kein Artikel ({kind})", "is no article ({kind})"),
    "fetch.name-page": ("die Seite selbst nennen", "name the page itself"),
    "fetch.not-noted": (
        "{said}; Adresse und Abruf der Seiten sind nicht vermerkt",
        "{said}; address and time of the pages are not noted",
    ),
}
