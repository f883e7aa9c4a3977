"""The words by which page furniture gives itself away, as tables.

Everything here is general to German-language sites; names of single outlets
do not belong here. Patterns are matched against whole lines without list
marks and Markdown decoration, ignoring case.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


#: a slot for advertising; what stands directly below it is the advertisement
AD_LABEL = _any(
    r"(?:bezahlte )?(?:anzeigen?|werbung|werbeanzeige|advertorial|advertisement|promotion)",
    r"sponsored(?: post)?|gesponsert(?:er inhalt)?|bezahlter inhalt|affiliate-?links?",
    r"(?:ende der|nach der|vor der) (?:anzeige|werbung)(?: weiterlesen)?",
    r"(?:anzeige|werbung) ?(?:ende|[-–] ?(?:scrollen|weiterlesen).*|überspringen)",
    r"(?:der )?artikel (?:geht|wird) nach der (?:anzeige|werbung) (?:weiter|fortgesetzt)",
    r"(?:empfohlener )?(?:externer|redaktioneller) inhalt",
)

_THINGS = (
    r"(?:artikel|themen|nachrichten|meldungen|beiträge|news|videos|storys|stories|geschichten"
    r"|inhalte|berichte|texte|links|schlagzeilen)"
)
#: headings of lists of other articles, with dates of their own
RELATED = _any(
    rf"(?:ähnliche|verwandte|weitere|neue(?:ste)?|aktuelle|aktuellste|beliebte(?:ste)?|ausgewählte"
    rf"|passende|empfohlene) {_THINGS}(?: (?:aus|zu|zum|zur|von|der|im|in|für)\b.{{0,40}})?",
    rf"(?:noch )?mehr (?:{_THINGS}|aus|zu|zum|zur|über|von|für sie|lesen|anzeigen)\b.{{0,50}}",
    r"(?:die )?(?:am )?meist\s?(?:gelesen|geklickt|kommentiert|gesehen|geteilt)\w*"
    r"(?: (?:artikel|beiträge|themen|heute|der|diese|in|im)\b.{0,30})?",
    r"(?:das|dies) könnte (?:sie|dich|euch) (?:auch|ebenfalls|noch)? ?interessieren",
    r"auch interessant|interessantes?|das interessiert gerade|andere lasen auch",
    r"(?:lesen|sehen) sie (?:auch|mehr|dazu|hier|jetzt|außerdem|ebenfalls|weiter)"
    r"(?: (?:zum thema|dazu))?",
    r"lies (?:auch|mehr|dazu)|passend (?:dazu|zum thema)|(?:mehr )?zum thema|dazu passend",
    r"(?:unsere |redaktions-?|lese)?empfehlungen?(?: der redaktion)?|empfohlen|für sie empfohlen",
    r"lesetipps?|top[- ]?(?:themen|artikel|news|storys|stories|\d+)|im trend|trending|trends",
    r"heute beliebt|beliebt(?: auf .{1,30})?|aus dem archiv|neu im .{1,20}|aktuell beliebt",
    r"schlag(?:worte|wörter)(?: (?:zu|zum) .{1,40})?|stichwörter|tags",
    r"themen(?: in diesem artikel)?|themenseiten?",
    r"videos?|bilderstrecken?|bildergalerien?|fotostrecken?|podcasts?|live-?ticker",
)
#: the same with its one link in the same line: "Lesen Sie auch: …"
RELATED_LINE = _any(
    r"(?:lesen sie (?:auch|dazu|mehr|hier|zum thema)(?: (?:dazu|zum thema))?"
    r"|lies (?:auch|mehr|dazu)|auch interessant|lesetipp|zum thema|siehe auch"
    r"|mehr (?:zum thema|dazu|lesen|infos?)"
    r"|passend dazu|lesen sie auch unser\w*)\s*(?::|\||→|>|»|–|-)\s*\S.*",
    r"(?:hier|dort) (?:geht es|geht's|gehts|finden sie|lesen sie|findest du) .*",
    r"(?:(?:im )?video|podcast|bilderstrecke|fotostrecke|bildergalerie|livestream)\s*:\s*\S.*",
    r"(?:mehr|weiterlesen|mehr (?:lesen|erfahren)|mehr dazu|jetzt lesen|zum artikel)\W*",
)

_SHARE = (
    r"facebook|twitter|whats-?app|telegram|e-?mail|mail|pocket|linkedin|xing|reddit|threema"
    r"|bluesky|mastodon|instagram|pinterest|messenger|flipboard|signal|threads|x"
)
SHARE = _any(
    rf"(?:(?:auf|per|via|bei|in|mit|{_SHARE}|teilen|drucken|merken|kopieren|vorlesen|anhören"
    rf"|speichern|weiterleiten|versenden|senden|pdf|rss|feedback|link|artikel|beitrag|seite|diesen"
    rf"|diese|den|die|folgen|schließen|und|oder)(?:[\s|,/•·:]+|$)){{1,20}}",
)
#: SHARE also matches little words alone; one of these must be there
SHARE_CORE = _any(
    rf"\b(?:{_SHARE.removesuffix('|x')}|teilen|drucken|merken|kopieren|vorlesen|anhören|weiterleiten|versenden)\b"
)

_MENU = (
    r"start(?:seite)?|home|menü|menu|suche|suchen|login|anmelden|abmelden|registrieren|abo|abos"
    r"|abonnieren|e-?paper|impressum|datenschutz(?:erklärung|einstellungen)?|agb|kontakt|mediadaten"
    r"|nutzungsbedingungen|barrierefreiheit|jobs|karriere|über uns|hilfe|faq|newsletter|rss|archiv"
    r"|nach oben|zurück|weiter|mein konto|konto|shop|wetter|horoskop|rätsel|gewinnspiele?|tickets"
    r"|push aktivieren|mitglied werden|aktuelles|termine|services?|cookie-einstellungen|politik"
    r"|wirtschaft|sport|kultur|panorama|lokales|regionales?|ressorts?|leserbriefe|kleinanzeigen"
)
NAVIGATION = _any(
    rf"(?:(?:{_MENU})(?:[\s|,/•·>›»]+|$)){{1,30}}",
    r"(?:direkt )?zum (?:inhalt|hauptinhalt|seitenanfang)(?: springen| wechseln)?|skip to content",
    r"(?:zurück )?zur (?:startseite|übersicht|homepage)|zurück zu(?:r|m)? .{1,30}|nach oben ?[↑^]?",
    r"seite \d+ (?:von|/) \d+|(?:weiter zu |nächste |vorherige )seite(?: \d+)?",
    r"artikel auf einer seite lesen",
    r"(?:vorheriger|nächster) (?:artikel|beitrag)(?::.*)?|inhaltsverzeichnis",
    r"(?:alle )?(?:ausblenden|schließen)",
    r"push(?:-nachrichten)? (?:aktivieren|abonnieren)|.{0,30}\bals favorit(?:en)? .{0,30}",
    r"https?://\S+|www\.\S+",
)
NOTICE = _any(
    r"(?:hinweise?:\s*)?alle angaben ohne gewähr\b.*",
    r"(?:©|\(c\)|copyright)\s?.*|alle rechte vorbehalten.*",
    r"diese[rs]? (?:text|artikel|beitrag|meldung) (?:wurde|ist|erschien|stammt)\b.*"
    r"\b(?:zuerst|automatisch|ki|künstlicher intelligenz|übernommen|agentur|maschinell)\b.*",
    r"(?:über dieses thema|darüber) berichte(?:te|t)?\b.*\bum\b.*",
    r"dieses thema im programm\b.*",
    r"transparenzhinweis\b.*|hinweis der redaktion:.*|affiliate-?hinweis.*",
)
COMMENTS = _any(
    r"(?:leser)?kommentare?\s?(?:\(\d+\)|\d+|lesen|schreiben|verfassen|anzeigen|zum artikel)",
    r"(?:leser)?kommentare|(?:\d+|keine|alle|zu den|neueste) (?:leser)?kommentare?n?\b.{0,30}",
    r"(?:schreiben|hinterlassen|verfassen) sie (?:einen|den ersten|ihren) kommentar.{0,60}",
    r"diskutieren sie mit.*|jetzt (?:mitdiskutieren|kommentieren).{0,40}",
    r"ihre meinung zählt.{0,60}",
    r"(?:die|unsere) kommentar(?:funktion|spalte|regeln)\b.*",
)
#: what a reader's comment carries: "schrieb am 12.03.2024", "antworten", "vor 2 Stunden"
COMMENT_TRAIT = _any(
    r"antworten|melden|antwort schreiben",
    r".{1,40}\b(?:sagt|schrieb|schreibt|meint)\b(?: am .{1,40})?:?",
    r".{1,40}\b(?:vor \d+ (?:minuten?|stunden?|tagen?)|\d{1,2}\.\d{1,2}\.\d{2,4}\b.{0,20})",
)
_JOIN = r"\b(?:abonnier\w*|anmeld\w*|kostenlos\w*|postfach|bestell\w*|registrier\w*)\b"
NEWSLETTER = _any(
    r"(?:unser(?:e[rnm]?)?|der|zum|jetzt|kostenloser?|täglicher?|gratis-?)?\s?newsletter\b.*",
    rf".*\bnewsletter\b.*{_JOIN}.*|.*{_JOIN}.*\bnewsletter\b.*",
    r"(?:das beste|die wichtigsten|alle wichtigen|nichts (?:mehr )?verpassen|immer informiert)\b.*"
    r"\b(?:newsletter|postfach|mail|whatsapp|push|app|kanal)\b.*",
)
COOKIES = _any(
    r".*\bcookies?\b.*\b(?:akzeptier\w*|zustimm\w*|einwillig\w*|einstellungen|verwend\w*|nutzen)\b.*",
    r".*\b(?:wir (?:verwenden|nutzen|setzen)|verwendet|akzeptier\w*|zustimmung)\b.*\bcookies?\b.*",
    r"wir und unsere (?:\d+ )?partner\b.*|einstellungen verwalten",
    r"(?:alle )?(?:akzeptieren|ablehnen)(?: und weiter)?",
    r"an dieser stelle (?:finden sie|befindet sich|steht)\b.*",
    r"mit (?:meiner|ihrer) (?:zustimmung|einwilligung)\b.*",
    r"(?:externen inhalt|inhalte?) (?:anzeigen|laden|zulassen)\b.*",
    r"(?:bitte )?(?:aktivieren|deaktivieren) sie .{0,20}(?:javascript|adblocker|werbeblocker).*",
)
PAYWALL = _any(
    r"(?:jetzt )?weiterlesen(?: mit| und)\b.*",
    r"(?:bereits|schon) (?:abonnent|abonnentin|kunde|ein abo).*",
    r"sie (?:haben|sind) (?:bereits|schon|noch kein) .{0,20}(?:abo|abonnent|konto|registriert).*",
    r"(?:exklusiv für|nur für) abonnent\w*.*|.{0,30}\b(?:artikel|zugang|inhalte?) freischalten.*",
    r"(?:testen sie|jetzt testen|probeabo|schnupperabo)\b.*",
    r"dieser (?:artikel|inhalt) ist (?:kostenpflichtig|exklusiv).*",
)
ERROR_REPORT = _any(
    r"(?:haben sie|hast du) (?:einen )?(?:fehler|irrtum|hinweise?|eine ungenauigkeit)\b.*\?.*",
    r"(?:schreib)?fehler (?:gefunden|entdeckt|melden|im (?:text|artikel))\b.*",
    r"wir (?:werden|freuen uns) .{0,30}(?:kommentare?|hinweise?|feedback|rückmeldung)\b.*",
    r"war dieser (?:artikel|beitrag) .{0,30}\?.{0,60}",
)
#: headings above a few lines about whoever wrote the text
AUTHOR = _any(
    r"(?:über|zu) (?:den|die|unsere[n]?) autor(?:in|innen|en)?\b.{0,60}",
    r"zum autor|zur autorin|die autorin|der autor",
)
#: the box itself: "Lena Beispiel, Jahrgang 1985, ist Redakteurin im Ressort …"
AUTHOR_LINE = re.compile(
    r"[A-ZÄÖÜ][\w.'’-]+(?:\s[A-ZÄÖÜ][\w.'’-]+){0,2}(?:\s\([^)]{1,30}\)|,\s?[^,]{1,40},)?\s"
    r"(?:ist|arbeitet|schreibt|berichtet|leitet|verantwortet)\b[^.]{0,120}"
    r"\b(?:[Rr]edakt\w+|\w*[Kk]orrespondent\w*|\w*[Rr]eporter\w*|[Vv]olont\w+|[Aa]utor\w*|[Rr]essort\w*)"
)
CONTACT = _any(
    r"(?:leserservice|service-?hotline|kundenservice|redaktion|kontakt|hotline|telefon|tel\.|fax"
    r"|ticket-?hotline|anzeigenannahme|zentrale|hinweise an .{1,60})"
    r"\s*:?\s*[+\d(][\d\s()/.+–-]{4,}.*",
    r"(?:e-?mail|mail|kontakt|redaktion)\s*:?\s*\S+@\S+.{0,60}|\S+@\S+\.\w+",
    r"(?:öffnungszeiten|anschrift|postanschrift)\s*:\s*.*",
)

#: who made the picture; enough for a caption to be one
CREDIT = re.compile(
    r"©|\(c\)\s?\d{4}|\bCC[ -]BY\b|\bcuri?d=\d|\bpicture[- ]alliance\b|\bgetty ?images\b"
    r"|\bimago\s?/|/\s?imago\b|\bshutterstock\b|\b(?:foto|fotos|bild|bilder|grafik|illustration|karte|bildquelle"
    r"|fotoquelle|fotocredit|bildrechte|bildnachweis|symbolbild|archivbild|archivfoto|symbolfoto"
    r"|credit|copyright)\s?:(?!\s*[„\"»«“])|\bfoto von [A-Z]|\((?:symbol|archiv)(?:bild|foto)?\)"
    r"|\bdpa-infocom\b|\bdpa:\d{6}|^quellen?\s?:\s",
    re.IGNORECASE,
)

PRICE = (
    r"(?:(?:€|EUR|CHF|SFr\.?|Fr\.)\s?\d[\d.,’']*|\d[\d.,’']*\s?(?:€|EUR\b|Euro\b|CHF\b|Franken\b))"
)
#: words hardly ever found outside shops, appeals and subscriptions
PROMO_STRONG = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bversandkosten(?:frei)?\b|\bin den warenkorb\b|\bpreisreduzierung\b|\bsie sparen\b",
        r"\b(?:auf (?:diesen|den|obige|folgende\w*) links?|hier|jetzt) (?:zu )?klicken\b",
        r"\b(?:jetzt|hier|gleich|einfach) (?:online |kostenlos |gratis |günstig )?(?:bestellen"
        r"|kaufen|sichern|zugreifen|shoppen|buchen|testen|abonnieren|anmelden|registrieren|herunterladen"
        r"|mitmachen|spenden|unterstützen|gewinnen|entdecken|vorsorgen|downloaden|vergleichen)\b",
        r"\bzu bestellen\b\W*$",
        r"\bfolgen sie uns\b|\bfolge uns\b|\babonnieren sie\b|\babonniere (?:uns|unseren)\b",
        r"\bunterstützen sie\b|\bihre unterstützung\b|\bunterstütze uns\b",
        r"\b(?:ihre|deine|einer|eine kleine) spende\b|\bspendenkonto\b|\bpaypal\b|\bpatreon\b",
        r"^\W*[\w-]{3,40}-tipp\s?:",
        rf"\b(?:statt|von|uvp|früher)\s+{PRICE}\s.{{0,25}}\b(?:auf|nur|jetzt|für)\s+{PRICE}(?!.*\.$)",
        r"\bschlussverkauf\b|\brabattcode\b|\bgutscheincode\b|\binkl\. mwst\b|\bzzgl\. versand\b",
        r"\bin ihrem postfach\b|\bim postfach\b|\bin ihr postfach\b|\bim whatsapp-kanal\b",
    )
)
#: words that shops and appeals share with the news: only several of them tell
PROMO_WEAK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        PRICE,
        r"!\W*$",
        r"\b(?:rabatt|gutschein|angebot|sonderpreis|sale|schnäppchen|deal|gratis|kostenlos\w*|günstig\w*"
        r"|versand|reduziert|set|bestseller|vorteilspreis|sonderangebot\w*)\b",
        r"\w-tipp\b|\bproduktempfehlung\b|\bgewinnspiel\b|\bverlosen\b|\bverlosung\b",
        r"\b(?:bestellen|abonnieren|klicken|anmelden|buchen|gewinnen|spenden)\b",
        r"\b(?:testen|sichern|entdecken|erfahren|lesen|genießen|holen|bestellen|profitieren|klicken"
        r"|spenden|helfen|melden) sie\b",
        r"\bfür sie\b|\bihr(?:e|en|em|er)?\s(?:vorteil|geschenk|abo)\b",
        r"\b(?:newsletter|abo|e-paper|app|telegram|whatsapp-kanal|push-nachrichten)\b",
        r"\bwww\.|https?://",
        r"\b(?:nur|noch) (?:bis|heute|diese woche|für kurze zeit|solange)\b|\bsolange der vorrat\b",
    )
)
#: somebody is quoted or reports: running text, whatever it is about
REPORTED = re.compile(
    r"\b(?:sagte|sagt|erklärte|teilte|meldete|berichtete|betonte|kritisierte|forderte|warnte"
    r"|kündigte|hieß es|nach angaben|laut|zufolge|mitteilte|so der|so die)\b",
    re.IGNORECASE,
)
_CUE = (
    r"(?:(?:service-?|ticket-?)?hotline|leserservice|telefon(?:nummer)?|tel\.|fax|mobil|handy"
    r"|rufnummer)"
)
#: a number to ring or to pay to, inside running text
INLINE_CONTACT = re.compile(
    rf"\b{_CUE}\s*:?\s*(?:unter\s+)?(?:\+?\d[\d\s()/–-]{{4,}}\d)(?:\s*\([^()\n]{{1,60}}\))?"
    r"|\b(?:konto(?:nummer)?|kto\.?|blz)\s*(?:-?nr\.?)?\s*:?\s*\d[\d\s]{4,}\d"
    r"|\biban\s*:?\s*[A-Z]{2}\d{2}(?:\s?[\dA-Z]{2,4}){3,8}",
    re.IGNORECASE,
)
