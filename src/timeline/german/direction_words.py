"""Words that tell whether a date beside them looks back or ahead, as tables.

To add a word, add it to its table as it is spelled in the text (a word that may open a
sentence also with its capital). ``timeline.temporal`` asks the tables by their names.
"""

from __future__ import annotations

from timeline.german.tables import table

# --------------------------------------------------------------------------- back
#: what is done once and for all, unlike „am Samstag live übertragen“
COMPLETED = frozenset(
    ("eröffnet", "saniert", "gegründet", "beschlossen", "gekündigt", "errichtet", "gebaut",
     "fertiggestellt", "verabschiedet", "unterzeichnet", "gestartet", "geschlossen", "verkündet",
     "gewählt", "gestorben", "entlassen", "renoviert", "eingeweiht", "ernannt", "vorgestellt",
     "veröffentlicht", "erschienen", "verhaftet", "festgenommen", "entdeckt", "gefunden",
     "verkauft", "gestohlen", "zerstört", "abgerissen", "geboren", "verurteilt", "freigesprochen",
     "gegangen", "gekommen", "zurückgetreten", "ausgeschieden", "abgewählt", "gewechselt",
     "aufgestiegen", "abgestiegen", "befördert", "berufen", "übernommen", "angeklagt", "operiert",
     "empfohlen", "beantragt", "bewilligt", "genehmigt", "eingereicht")
)  # fmt: skip
#: what nobody announces, told in the present: „Am Mittwoch verunglückt …“
UNPLANNED = frozenset(
    ("ereignet", "ereignen", "verunglückt", "verunglücken", "stirbt", "sterben", "ertrinkt",
     "ertrinken", "kollidiert", "kollidieren", "entgleist", "erleidet", "erleiden", "erliegt",
     "aufgefunden", "festgenommen", "verhaftet", "überfallen", "gestohlen", "entwendet",
     "ausgeraubt", "ermordet", "erschossen", "erstochen", "prallt", "überschlägt",
     "zerstört", "verwüstet", "erbeutet", "erbeuten", "explodiert", "explodieren", "strandet")
)  # fmt: skip
#: what ends with a score: „Viktoria gewinnt am Samstag 3:0“
RESULTS = frozenset(
    ("gewinnt", "gewinnen", "verliert", "verlieren", "siegt", "siegen", "schlägt", "schlagen",
     "besiegt", "besiegen", "unterliegt", "unterliegen", "bezwingt", "bezwingen", "endet",
     "trennt", "trennen", "holt", "feiert", "feiern")
)  # fmt: skip
#: … and who tells nobody beforehand, at the head of a line: „Einbrecher steigen am Sonntag ein“
CULPRITS = frozenset(("Unbekannte", "Unbekannter", "Einbrecher", "Diebe", "Dieb"))
#: … and whose doings are told when they are over: „Dienstag, 7 Uhr: Beamte betreten das Haus“
ON_DUTY = frozenset(
    ("Beamte", "Polizisten", "Polizei", "Ermittler", "Fahnder", "Feuerwehrleute", "Feuerwehr",
     "Retter", "Sanitäter", "Notarzt", "Rettungskräfte")
)  # fmt: skip
#: … with these verbs, not „Die Polizei berät Senioren“
DEPLOYED = frozenset(
    ("betreten", "marschieren", "stürmen", "stürmt", "durchsuchen", "durchsucht", "rückt", "rücken",
     "umstellen", "umstellt", "nehmen", "nimmt", "finden", "findet", "sichern", "sichert",
     "löschen", "löscht", "retten", "rettet", "bergen", "birgt", "brechen", "bricht", "sperren",
     "sperrt", "räumen", "räumt", "evakuieren", "evakuiert", "holen", "holt", "führen", "führt",
     "entdecken", "entdeckt", "beschlagnahmen", "beschlagnahmt")
)  # fmt: skip
#: … unless one of these makes it a mere possibility
UNSURE = frozenset(
    ("wenn", "Wenn", "falls", "wer", "Wer", "will", "wollen", "möchte", "soll", "sollen", "könnte",
     "könnten", "dürfte", "dürften", "müssen")
)  # fmt: skip
#: a letter bears a day that has been: „ist auf den 28. August datiert“
DATED = frozenset(("datiert", "datierte", "datierten", "datiertes", "datierter"))
#: what statistics count …
STATISTICS = (
    "zahl", "zahlen", "export", "exporte", "import", "importe", "inflation", "teuerung", "umsatz",
    "umsätze", "gewinn", "verlust", "verbraucherpreise", "erzeugerpreise", "importpreise",
    "arbeitslosigkeit", "produktion", "absatz", "aufträge", "konjunktur", "index", "nachfrage",
    "zulassungen", "genehmigungen", "ergebnis", "erlöse", "auftragseingang",
)  # fmt: skip
#: … and whose they are
REPORTERS = (*STATISTICS, "konzern", "wirtschaft", "industrie", "exporteure", "einzelhandel")
#: … and what it does, told in the present when the month is over: „Export bricht im Dezember ein“
TRENDS = frozenset(
    ("steigt", "steigen", "sinkt", "sinken", "fällt", "fallen", "klettert", "klettern", "schrumpft",
     "schrumpfen", "wächst", "wachsen", "bricht", "brechen", "legt", "legen", "zieht", "ziehen",
     "verdient", "verdienen", "stagniert", "stagnieren", "übertrifft", "verfehlt")
)  # fmt: skip
#: „Wer das verstehen will, muss zum 12. Oktober zurückgehen“
LOOKING_BACK = frozenset(("zurückgehen", "zurückblättern", "zurückdenken"))
MUST = frozenset(("muss", "müssen", "musste", "mussten"))
#: „Stichtag 31. März“: counts are taken of a day gone by
CUT_OFF = frozenset(("Stichtag", "Stand"))
#: „Wie am Mittwoch berichtet, …“
REPORTED = frozenset(
    ("berichtet", "gemeldet", "erwähnt", "mitgeteilt", "angekündigt", "bekannt")
)  # fmt: skip
#: who has spoken, told in the present: „„…“, schreibt sie am Dienstag“
SAYING = frozenset(
    ("sagt", "sagen", "schreibt", "schreiben", "erklärt", "erklären", "berichtet", "berichten",
     "erzählt", "meint", "betont", "teilt", "teilen", "räumt", "verspricht", "fordert",
     "kritisiert", "meldet", "lobt", "klagt", "versichert", "warnt", "mahnt", "urteilt")
)  # fmt: skip
#: „Das Foto zeigt die Kanzlerin am Montag in Bremen“
PICTURES = frozenset(("Foto", "Bild", "Aufnahme", "Archivbild", "Video"))
#: who reports a thing on a day does not say that it happened then
REPORTING = frozenset(
    ("teilte", "teilten", "mitteilte", "mitteilten", "hieß", "meldete", "meldeten", "berichtete",
     "berichteten", "bestätigte", "bestätigten")
)  # fmt: skip
#: … and what is told of in the same sentence comes before that day, or is planned from it on
SAID = REPORTING | frozenset(
    ("sagte", "sagten", "erklärte", "erklärten", "schrieb", "schrieben", "betonte", "betonten",
     "erzählte", "erzählten", "behauptete", "behaupteten", "versicherte", "versicherten",
     "kündigte", "kündigten", "verkündete", "verkündeten", "räumte", "räumten", "mitgeteilt",
     "berichtet", "gesagt", "erklärt", "gemeldet", "bestätigt", "angekündigt")
)  # fmt: skip
#: what is made up when a month is over: „die Löhne für Jänner“, „die Zahlen für Mai“
FIGURES = frozenset(
    ("Zahlen", "Zahl", "Löhne", "Lohn", "Gehälter", "Gehalt", "Bilanz", "Daten", "Rechnung",
     "Rechnungen", "Miete", "Mieten", "Statistik", "Umsätze", "Werte", "Abrechnung",
     "Quartalszahlen", "Pensionen", "Renten", "Erwartungen", "Prognose", "Prognosen")
)  # fmt: skip

#: what one feels before a time to come: „warnt vor dem Winter“, „freut sich auf den Sommer“
FACED = table(
    """
    warnt warnen warnte warnten gewarnt fürchtet fürchten fürchtete fürchteten Angst Furcht Sorge
    Respekt bangt bangen freut freuen freute freuten gefreut Vorfreude
    """
)

# --------------------------------------------------------------------------- ahead
#: what somebody means to do on a day
PLANNED = frozenset(("geplant", "vorgesehen", "angesetzt", "angekündigt"))
#: what takes place on another day than planned
MOVES = frozenset(("verschiebt", "verschieben"))
POSTPONED = MOVES | {"verschoben", "verschob", "vertagt", "vertagte", "vertagten", "vertagen"}
#: what is done to a date that lies ahead: „auf den 21. September verschoben“
PUT_OFF = POSTPONED | frozenset(
    ("verlegt", "verlegen", "verlegte", "verlegten", "vorgezogen", "vorverlegt", "vorverlegen",
     "aufgeschoben", "umterminiert", "angesetzt", "festgelegt", "terminiert", "verlängert",
     "verlängern", "fällt", "fallen")
)  # fmt: skip
#: what is settled until a day to come, unlike „war bis Freitag gesperrt“
DECIDED = (POSTPONED - MOVES - {"vertagen"}) | frozenset(
    ("beschlossen", "beschloss", "geschlossen", "schloss", "gesperrt", "sperrte", "sperrten",
     "verlängert", "verlängerte", "verlängerten", "befristet", "befristete", "genehmigt",
     "genehmigte", "verboten", "verbot", "angeordnet", "verhängt", "verhängte", "verpflichtet",
     "verpflichtete", "zugesagt", "eingestellt", "ausgesetzt", "angesetzt", "anberaumt",
     "unterbrach", "versprochen", "versprach", "garantiert", "gestundet")
)  # fmt: skip
#: … with the particle at the end: „stellte den Verkehr bis Dienstag ein“
SUSPENDING = {
    frozenset(("stellte", "stellten")): "ein",
    frozenset(("setzte", "setzten")): "aus",
}

#: what a thing comes from has been: „Die Probe stammt von einem Spiel Ende Februar“
ORIGINS = frozenset(
    ("stammt", "stammen", "beruht", "beruhen", "basiert", "basieren", "rührt", "resultiert",
     "Grundlage", "Auslöser", "Ursache")
)  # fmt: skip
#: what somebody did until then is over: „arbeitete bis zum Frühjahr in Kiel“
LASTING = frozenset(
    ("arbeitete", "arbeiteten", "leitete", "leiteten", "führte", "führten", "lebte", "lebten",
     "wohnte", "wohnten", "spielte", "spielten", "dauerte", "dauerten", "gehörte", "gehörten",
     "saß", "saßen", "diente", "dienten", "besuchte", "besuchten", "betrieb", "betrieben",
     "trainierte", "trainierten", "studierte", "studierten", "unterrichtete", "regierte",
     "amtierte")
)  # fmt: skip
#: how nouns end that name what has a date long before it comes: „vor dem Spiel am Samstag“
SCHEDULED = (
    "spiel", "spiels", "spiele", "partie", "derby", "duell", "finale", "rennen", "turnier",
    "wahl", "wahlen", "abstimmung", "sitzung", "tagung", "gipfel", "treffen", "gespräch",
    "gespräche", "gesprächen", "verhandlung", "verhandlungen", "prozess", "prozesses", "urteil",
    "urteils", "entscheidung", "entscheid", "konzert", "premiere", "fest", "feier", "messe",
    "eröffnung", "auftakt", "start", "beginn", "parteitag", "kongress", "konferenz", "demo",
    "demonstration", "demonstrationen", "kundgebung", "warnstreik", "debatte", "termin",
    "anhörung", "versammlung", "umzug", "wettkampf", "begegnung", "konzerte", "vortrag", "vorträge",
    "lesung", "lesungen", "verhandlungstag", "prozesstag", "verkündung", "gottesdienst",
    "gottesdienste", "andacht", "führung", "führungen",
)  # fmt: skip
#: … and what goes on about a deed of long ago: „bei der Verhandlung im März“
PROCEEDINGS = (
    "verhandlung", "verhandlungstag", "prozess", "prozessauftakt", "prozessbeginn", "termin",
    "plädoyer", "urteilsverkündung", "anhörung", "haftprüfung", "gerichtstermin",
)  # fmt: skip
#: … and of which one tells what comes after it: „nach der Pause im August geht es weiter“
AFTERWARDS = (*SCHEDULED, "pause", "urlaub", "ferien", "training", "lauf", "probe", "umbau")
#: how nouns end that name what is shown or done in memory of a fate
REMEMBERING = (
    "jahrestag", "gedenken", "gedenkminute", "mahnwache", "marsch", "film", "ausstellung", "übung",
    "dokumentation", "theaterstück",
)  # fmt: skip
#: how nouns end that tell, without a verb, what one is invited to: „Vortrag am Montag, 19 Uhr“
ANNOUNCED = (
    *SCHEDULED, "tanzkurs", "sprachkurs", "kochkurs", "flohmarkt", "basar", "probe", "abgabe",
    "sprechstunde", "seminar", "workshop", "vorstellung", "aufführung", "wanderung", "stammtisch",
    "frühstück", "party", "disco", "skat", "vernissage", "blutspende", "liederabend",
    "spieleabend", "filmabend", "themenabend", "anpfiff", "einlass", "treffpunkt", "matinee",
    "kabarett", "bibelkreis", "seniorenkreis", "gebet", "gesprächskreis", "frauenkreis",
    "kaffeenachmittag", "spielenachmittag", "chorprobe",
)  # fmt: skip
#: … and that a feast is made of: „am Sonntag zieht der Umzug durch den Ort“
FESTIVE = ("umzug", "konzert", "gottesdienst", "party", "kabarett", "matinee", "auftakt")
#: how a thing may turn out: „bei einer Niederlage am Samstag droht der Abstieg“
OUTCOMES = ("niederlage", "rücktritt", "sieg", "remis", "pleite", "schlappe")
#: what somebody may mean to do or expect to see: „will die Ausschreitungen am Samstag verhindern“
MEANT = ("angriff", "ausschreitung", "krawall", "razzia", "unwetter")
#: what nobody announces: „Der Unfall am Freitag beschäftigt die Polizei“ has been
FATES = (
    *OUTCOMES, "unfall", "unglück", "brand", "einbruch", "überfall", "raub", "diebstahl",
    "angriff", "schlägerei", "stecherei", "explosion", "kollision", "zusammenstoß", "crash",
    "absturz", "anschlag", "einsturz", "unwetter", "beben", "attentat", "amoklauf", "entgleisung",
    "erdrutsch", "stromausfall", "attacke", "schiesserei", "schießerei", "bluttat", "vorfall",
    "vorfäll", "vorkommnisse", "ereignisse", "razzia", "durchsuchung", "festnahme", "verhaftung",
    "ausschreitung", "krawall", "leichenfund", "hochwasser", "felssturz", "lawine", "mord",
    "tötung", "körperverletzung", "überschwemmung", "waldbrand",
)  # fmt: skip
#: what days are counted from: „am Abend vor der Wahl“, „am Tag nach dem Brand“
HAPPENINGS = (
    *FATES, *AFTERWARDS, "tat", "tod", "flut", "katastrophe", "feuer", "sturm", "gewitter",
    "streik", "beschluss", "votum", "ankündigung", "bekanntgabe", "schließung", "schliessung",
    "kündigung", "flucht", "rückzug", "abgang", "einzug", "auszug", "geburt", "hochzeit", "trauung",
    "beerdigung", "beisetzung", "operation", "abflug", "abreise", "abfahrt", "ankunft", "landung",
    "putsch", "aufstand", "übergabe", "enthüllung", "freigabe", "räumung", "sperrung",
    "evakuierung",
)  # fmt: skip
#: … and how verbs begin that tell of them: „Am 3. März brannte es. Am Tag nach dem Brand …“
TOLD_BY = {
    "brand": ("brann", "gebrannt", "abgebrannt", "niedergebrannt", "flammen"),
    "feuer": ("brann", "gebrannt", "abgebrannt", "niedergebrannt", "flammen"),
    "unfall": ("verunglück", "prallt", "kollidiert", "überschlug", "überschlagen"),
    "zusammenstoß": ("prallt", "kollidiert", "stieß", "zusammengestoßen", "ineinander"),
    "kollision": ("prallt", "kollidiert", "stieß", "zusammengestoßen"),
    "einsturz": ("stürzt", "eingestürzt"), "absturz": ("stürzt", "abgestürzt"),
    "explosion": ("explodiert",), "überfall": ("überfiel", "überfallen"),
    "einbruch": ("eingebrochen", "einbrach", "einbrecher"),
    "dammbruch": ("damm", "deich"), "flut": ("überflutet", "hochwasser"),
    "wahl": ("gewählt", "wählte"), "abstimmung": ("stimmte", "abgestimmt"),
    "sitzung": ("tagt", "getagt"), "urteil": ("verurteilt", "freigesprochen"),
    "operation": ("operiert",), "tod": ("starb", "gestorben", "verstorben"),
    "festnahme": ("festgenommen", "festnahm"), "verhaftung": ("verhaftet",),
    "durchsuchung": ("durchsucht",), "streik": ("streikt", "gestreikt"),
    "hochzeit": ("heirat", "geheirat"), "trauung": ("heirat", "geheirat", "getraut"),
    "eröffnung": ("eröffnet",), "schließung": ("schloss", "geschlossen"),
    "rücktritt": ("zurückgetreten", "zurücktrat"), "kündigung": ("gekündigt", "kündigte"),
    "übergabe": ("übergab", "übergeben"), "geburt": ("geboren",),
}  # fmt: skip
#: … and the words that stand for whatever was told of
IN_GENERAL = ("unglück", "katastrophe", "vorfall")
#: … of which there is one every week: of which of them a text tells, nobody knows
ROUTINES = (
    "training", "spiel", "partie", "probe", "lauf", "sitzung", "gottesdienst", "andacht", "treffen",
    "gespräch", "gespräche", "pause", "führung", "termin", "unterricht", "messe",
)  # fmt: skip
#: what is asked for, or goes on, when such a thing has been: „Hinweise zum Brand am Montag“
INQUIRIES = frozenset(
    ("hinweise", "hinweisen", "ermittlungen", "untersuchungen", "angaben", "zeugen", "folgen")
)
#: what goes to somebody: „der Brief vom 3. Mai an den Minister“ (how such nouns end)
LETTERS = (
    "brief", "schreiben", "mail", "meldung", "bericht", "antrag", "anfrage", "appell", "bitte",
    "rede", "warnung", "nachricht", "anzeige", "beschwerde", "angebot", "überweisung", "zahlung",
    "lieferung", "verkauf", "übergabe", "mitteilung", "notiz", "petition", "telegramm", "fax",
    "klage", "ultimatum", "depesche",
)  # fmt: skip
#: … nor invites to: „Verletzte in der Disco am Sonntag um 3 Uhr“
MISHAPS = (
    *FATES, "feuer", "streit", "alarm", "einsatz", "verletzte", "verletzter", "verletzten",
    "tote", "toter", "toten", "fund", "zusammenstoss", "randale", "festnahme", "rauferei",
    "prügelei", "fahrerflucht", "unfallflucht", "täter", "fahrer", "bombe", "sturz",
)  # fmt: skip
#: it happened beside what was announced: „Streit nach der Disco am Samstag um 23 Uhr“
BESIDE = frozenset(("nach", "bei", "beim", "vor", "auf", "in", "im", "an", "am", "während"))
#: what a programme says of its days: „Am Freitag spielt …“
PROGRAMME = frozenset(
    ("beginnt", "startet", "spielt", "spielen", "klingt", "folgt", "sorgt", "sorgen", "los",
     "Abschluss", "Auftakt", "Höhepunkt", "eröffnet", "eröffnen", "heizt", "unterhält",
     "unterhalten", "marschiert", "ziehen", "feiert")
)  # fmt: skip
#: what goes on before the days that were announced: „Der Vorverkauf beginnt am Freitag“
BEFOREHAND = frozenset(
    ("zunächst", "Zunächst", "zuvor", "Zuvor", "vorher", "Vorher", "erst", "Erst", "schon", "Schon",
     "bereits", "Bereits", "Vorverkauf", "Kartenvorverkauf", "Karten", "Tickets", "Eintrittskarten",
     "Anmeldung", "Anmeldungen", "anmelden", "Anmeldeschluss", "kommenden", "diesen", "diesem")
)  # fmt: skip
#: what is said or done with such a date in view
PREPARING = frozenset(
    ("warnte", "warnten", "gewarnt", "warb", "warben", "sagte", "sagten", "erklärte", "erklärten",
     "betonte", "betonten", "kündigte", "kündigten", "äußerte", "äußerten", "äusserte", "forderte",
     "forderten", "hoffte", "hofften", "freute", "freuten", "bereitete", "bereiteten", "rüstete",
     "rüsteten", "nominierte", "verwies", "verwiesen", "blickte", "blickten", "stritt", "stritten",
     "zeigte", "zeigten", "gesperrt", "geändert", "vorbereitet", "verstärkte", "verstärkten",
     "mobilisierte", "trainierte", "trainierten", "plante", "planten", "stimmte", "stimmten",
     "verschärfte", "erhöhte", "geschwiegen", "schwieg", "schwiegen", "meldete", "meldeten")
)  # fmt: skip
#: who says what will be: „hat das Ende zum 30. November angekündigt“
ANNOUNCING = frozenset(
    ("angekündigt", "mitgeteilt", "kündigte", "kündigten", "verkündet", "verkündete",
     "bekanntgegeben", "bekannt", "beschlossen", "beschloss", "teilte", "teilten")
)  # fmt: skip
#: what is settled before the day of its noun comes: „beschloss Neuwahlen am 6. Dezember“
SETTLING = frozenset(
    ("kündigte", "kündigten", "angekündigt", "beschloss", "beschlossen", "ausgerufen", "rief",
     "riefen", "aufgerufen", "vereinbarte", "vereinbarten", "vereinbart", "einigten", "geeinigt",
     "untersagte", "untersagt", "verboten", "verbot", "genehmigte", "genehmigten", "genehmigt",
     "nominierte", "nominierten", "nominiert", "gekürt", "qualifiziert", "angemeldet", "Vorverkauf",
     "Kartenvorverkauf")
)  # fmt: skip
#: … and what nouns it is said of, beside those of what has a date
SETTLED = (
    "streik", "streiks", "erhöhung", "erhöhungen", "neuwahlen", "flohmarkt", "reise", "ausstand",
    "protest", "proteste", "wm", "em", "spielen", "baustart", "baubeginn", "besuch",
)  # fmt: skip
#: what is said before its day comes: „zum 30. Juni gekündigt“
LEAVING = frozenset(
    ("gekündigt", "kündigte", "kündigten", "Kündigung", "Auflösung", "aufgelöst", "Rücktritt",
     "zurückgetreten", "Abschied", "abberufen", "entlassen", "entbunden")
)  # fmt: skip
#: who asks others to come: „lud zur Sitzung am Montag ein“
INVITING = frozenset(
    ("lud", "luden", "lädt", "laden", "eingeladen", "rief", "riefen", "aufgerufen", "ruft")
)
#: „war für Mitte Mai geplant“: a plan of once may lie on either side of today
ONCE_PLANNED = (
    PLANNED
    | {word.capitalize() for word in PLANNED}
    | {"terminiert", "versprochen", "zugesagt", "anberaumt", "avisiert"}
)
ONCE_WAS = frozenset(("war", "waren", "galt", "galten"))
#: „war für den 3. Mai geplant, dann für den 9. Mai“: one plan after the other
IN_TURN = frozenset(("dann", "danach", "später", "zuletzt", "schließlich", "schliesslich"))
#: „eigentlich für Ende August angekündigt“, „ursprünglich auf den 3. Mai angesetzt“
AT_FIRST = frozenset(("eigentlich", "ursprünglich", "zunächst", "zuerst", "anfangs"))
#: „Das für Sonntag geplante Spiel musste ausfallen“: so may this
CALLED_OFF = frozenset(("abgesagt", "ausfallen", "abgeblasen", "verschoben"))
HAD_TO = frozenset(("musste", "mussten"))
WAS_DONE = frozenset(("wurde", "wurden", "worden"))
#: „sollte am Montag beginnen“: the nearer Monday
SHOULD = frozenset(("sollte", "sollten"))
WANTED = frozenset(("wollte", "wollten"))
#: what runs or comes in the present tense: „endet am 31. Dezember“, „Im Dezember wählt …“
RUNNING = frozenset(
    ("endet", "enden", "läuft", "laufen", "gilt", "gelten", "schließt", "schliesst", "schließen",
     "erscheint", "erscheinen", "folgt", "folgen", "feiert", "feiern", "wählt", "wählen",
     "beginnt", "beginnen", "startet", "starten", "öffnet", "öffnen", "eröffnet", "dauert",
     "dauern", "kommt", "kommen", "geht", "gehen", "tritt", "treten", "Schluss", "spätestens",
     "Spätestens")
)  # fmt: skip
PROMISING = frozenset(("verspricht", "versprechen", "versprach", "versprachen"))
OVERTAKEN = frozenset(
    ("bereits", "schon", "ursprünglich", "Ursprünglich", "eigentlich", "Eigentlich", "zunächst")
)
#: who wants a thing done: „forderte einen Parteitag spätestens nach Ostern“
DEMANDING = frozenset(
    ("fordert", "fordern", "forderte", "forderten", "gefordert", "verlangt", "verlangen",
     "verlangte", "verlangten", "drängt", "drängte", "pocht", "pochte")
)  # fmt: skip
#: … but „wer im Juli fährt, sollte jetzt buchen“ is advice
ADVICE = frozenset(
    ("man", "Man", "wer", "Wer", "falls", "Falls", "wenn", "Wenn", "besser", "lieber")
)

#: „vor März wird nicht gebaut“ begins in March at the earliest …
NEGATIONS = frozenset(
    ("nicht", "Nicht", "kaum", "Kaum", "nie", "nichts", "niemand", "Niemand", "kein", "keine",
     "keinen", "keinem", "keiner", "keinerlei", "keineswegs")
)  # fmt: skip
#: … and so does what nobody expects before March: how such verbs and their adverbs begin
EXPECTING = ("rechn", "gerechnet", "erwart", "glaub", "damit", "davon", "daran")

#: whoever tells of something with these verbs waits for it: „rechnet mit einem Verlust“
EXPECTED = frozenset(
    ("rechnet", "rechnen", "erwartet", "erwarten", "prognostiziert", "prognostizieren")
)

# --------------------------------------------------------------------------- these days at large
#: „Früher …, heute …“ sets two times against each other
ONCE = frozenset(("früher", "Früher", "damals", "Damals", "einst", "Einst"))
#: behind „heute“: how things are, not what happens
BEING = frozenset(("sind", "ist", "gibt", "gilt", "lebt", "leben", "heißt", "gehört", "gehören"))
#: „Heute ist es die eine, morgen eine andere Stadt“: a figure of speech, and no dates
FIGURE = frozenset(
    ("Was", "was", "Wer", "wer", "Wie", "Wo", "wo", "Welche", "als", "man", "Man", "andere",
     "anderen", "anderer", "anderes", "mal", "dort", "vielleicht", "wir", "Wir", "uns", "unsere",
     "unseren", "unserer", "damit")
)  # fmt: skip
#: what somebody does again and again: „Er arbeitet heute 20 Stunden pro Woche“
HABITUAL = frozenset(
    ("arbeite", "arbeitet", "arbeiten", "verdient", "verdienen", "zahlt", "zahlen", "kostet",
     "kosten", "bekommt", "bekommen", "lebt", "leben", "hat", "haben", "verkauft", "verkaufen",
     "braucht", "brauchen", "verbraucht", "produziert", "produzieren", "fährt", "fahren", "läuft")
)  # fmt: skip
AT_LARGE = frozenset(("man", "kaum", "mehr", "meist", "oft", "Schnitt", "selten", "überall"))
