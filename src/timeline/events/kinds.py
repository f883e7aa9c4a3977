"""Kinds of events: German verbs and nouns that name the same happening, a line a kind.

To add a word, find its line and write the stem as it begins: "verhaft" stands for verhaften,
verhaftet, Verhaftung and, at the end of a compound, for Massenverhaftung. A leading "=" asks for
the whole word. "a…b" stands for a word that begins with a and, later in the same clause, one that
begins with b ("nahm … fest"). Write lower case, "ss" and "ß" as in German spelling.
"""

from __future__ import annotations

from functools import lru_cache

_KINDS = """
festnahme: festnahm festgenommen festzunehm verhaft gefasst inhaftier nahm…fest nehmen…fest nimmt…fest dingfest handschellen u-haft untersuchungshaft
freilassung: freilass freigelass freigekommen haftentlass lässt…frei ließ…frei kam…frei
fahndung: fahnd
durchsuchung: durchsuch razzia akten…mitgenommen akten…mit aktenkisten auf…den…kopf razzien hausdurchsuch akten…beschlagnahm auf…kopf…gestellt beschlagnahm sichergestellt sicherstell stellt…sicher durchsuchungsbeschluss
ermittlung: ermittlungsverfahren ermitteln ermittelt ermittler ermittlung verdächtig tatverdacht staatsanwalt staatsanwält kripo fahnder
anklage: anklag angeklagt klagt…an
klage: klagte verklag klage einklag klageschrift
prozess: prozessauftakt gerichtsprozess =prozess hauptverhandlung vor…gericht
urteil: urteil verurteil freispruch freigesprochen schuldspruch richterspruch sprach…frei
gerichtsentscheid: abgewiesen verworfen gerichtsentscheid richterspruch gericht…entschied gericht…stopp wies…ab weist…ab beschwerde…zurück einstweilig gericht…gescheitert
haftstrafe: haftstrafe gefängnisstraf freiheitsstraf bewährungsstraf
geldstrafe: bußgeld geldstraf geldbuß
hinrichtung: hinricht hingerichtet exekutier
flucht: geflohen flucht flüchtet geflüchtet ausbruch…gefängnis entkam entkommen
mord: ermord mordanschlag tötungsdelikt totschlag erschossen erstochen umgebracht =mord =morde erschlagen
schießerei: schieß schüsse schoss amoklauf
überfall: überfall raubüberfall ausgeraubt beraub raubte
einbruch: einbruch eingebrochen einbrecher
diebstahl: diebstahl gestohlen entwend gestohlen klaute
betrug: betrug betrüg fälsch geldwäsch unterschlag veruntreu
entführung: entführ geisel verschlepp
missbrauch: missbrauch vergewaltig sexuell
bestechung: bestech schmiergeld korrupt
anschlag: anschlag attentat bombenanschlag terroranschlag sprengstoffanschlag selbstmordattent
tod: =starb =starben gestorben sterb verstorb tote =tot =toten todesopfer ums…leben =tod todesfall erlag getötet verstarb
geburt: geboren geburt
verletzung: verletzt verletz verwund
krankheit: erkrank infizier infektion ausbruch…virus krankheitsausbruch
krankenhaus: klinik…eingeliefert krankenhaus…gebracht eingeliefert
rettung: gerettet rettung geborgen bergung evakuier
vermisst: vermisst verschollen
brand: großbrand =brand brandstift =feuer flammen abgebrannt niedergebrannt brannte gebrannt in…brand waldbrand vollbrand brände
explosion: explosion explodier detonation detonier
unfall: unfall verunglück zusammenstoß kollision kollidier karambolage entgleis unglück prallte
absturz: abgestürzt absturz stürzte…ab
einsturz: eingestürzt einsturz stürzte…ein zusammengebrochen zusammenbruch
havarie: havarie leck ausgelaufen…öl tankerunglück
hochwasser: hochwasser überschwemm überflut flutkatastrophe =flut dammbruch
sturm: orkan =sturm sturmtief unwetter wirbelsturm hurrikan tornado
erdbeben: erdbeben beben nachbeben
schnee: schneefall lawine wintereinbruch
hitze: hitzewelle hitzerekord dürre
vulkan: vulkan
stromausfall: stromausfall blackout
störung: störung panne technischer…defekt lahmgelegt legte…lahm
einmarsch: einmarsch einmarschier invasion überfallen rückte…ein
angriff: angriff angegriffen greift…an griff…an attackier luftangriff luftschlag bombardier bomben bombenangriff beschuss beschossen raketenangriff offensive drohnenangriff entlastungsangriff
eroberung: erober eingenommen einnahme nahm…ein
rückzug: truppenabzug abzug abgezogen zog…ab
waffenruhe: waffenruhe waffenstillstand feuerpause
frieden: friedensvertrag friedensschluss friedensabkommen frieden…geschlossen friedensgespräch friedenspflicht
kapitulation: kapitul
krieg: kriegsbeginn kriegserklär kriegsausbruch kriegsende
truppen: truppenverleg entsand entsend stationier verlegt…soldaten soldaten…verlegt truppen soldaten…geschickt militäreinheit
manöver: manöver militärübung
waffenlieferung: waffenliefer munitionsliefer geschosse…geliefert militärhilfe hilfspaket raketen…geliefert
putsch: putsch umsturz staatsstreich militärputsch
aufstand: aufstand aufständ volksaufstand unruhen krawall ausschreitung randalier
demonstration: demonstr kundgebung protestmarsch protestzug protestier demo trillerpfeif protest…versammelt mahnwache menschenkette großdemo sternmarsch protest
besetzung: hausbesetz besetzer besetzt…halten
blockade: blockad blockier sitzblockad
boykott: boykott
petition: petition unterschrift…gesammelt unterschriftensammlung
streik: streik ausstand arbeitskampf arbeitsniederleg arbeit…nieder legen…nieder legten…nieder arbeit…ruhen arbeit…ruht arbeit…ruhte ruhte…arbeit ruht…arbeit arbeit…eingestellt
streikaufruf: streikaufruf streikankünd rief…auf ruft…auf aufgerufen ausgerufen streik…angekündigt urabstimmung
urabstimmung: urabstimm arbeitskampf…votier votier…arbeitskampf ausgezählt
schlichtung: schlicht mediation vermittlungsverfahren
tarifabschluss: tarifabschluss tarifeinig tarifvertrag…unterz
tarifverhandlung: tarifverhandl tarifgespräch tarifrunde tarifkonflikt tarifstreit verhandlungstisch vom…tisch
tarifvertragende: tarifvertrag…ausgelaufen vertrag…ausgelaufen ohne…vertrag vertragsende vertrag…endet tarifvertrag…endet
verhandlung: verhandl gespräch…aufgenommen verhandlungsrunde
gesprächsabbruch: gescheitert geplatzt scheiter platzte abgebroch gesprächsabbruch abbruch stand…auf
einigung: geeinigt einigung einigten verständigt verständigung kompromiss übereinkunft übereingekommen durchbruch
vertrag: unterzeichn besiegel vertrag…geschloss abkommen…geschloss ratifizier paraphier vertragsschluss vertragsunterz unterschrieb abkommen verteidigungspakt sicherheitspakt schloss…vertrag pakt…geschloss vereinbar kooperationsvertrag
vertragskündigung: aufgekündigt gekündigt…vertrag austritt…abkommen
besuch: staatsbesuch besuch antrittsbesuch reist gereist ankunft visite
treffen: treffen getroffen trafen traf…sich gipfel begegnung zusammengekommen zusammenkunft spitzentreffen krisentreffen
klausur: klausur
konferenz: konferenz tagung kongress symposium
sitzung: sitzung tagt tagte sondersitzung beriet berät beraten ausschusssitzung verhör anhörung angehört ausschuss…befragt befragung
pressekonferenz: pressekonferenz vor…presse vor…mikrofone statement
rede: regierungserklärung ansprache =rede hielt…rede
interview: interview
wahl: landtagswahl bundestagswahl kommunalwahl neuwahl präsidentschaftswahl parlamentswahl europawahl urnengang wahltag =wahl =wahlen =gewählt bestimmt…landtag wählt…landtag wählt…parlament oberbürgermeisterwahl stichwahl bürgermeisterwahl wahlsonntag abgewählt wiedergewählt
abstimmung: abstimm abgestimmt volksabstimm referendum bürgerentscheid votum stimmvolk stimmberechtigt an…urne urne…gutgeh volksentscheid stimmte…für stimmte…zu stimmten…zu plebiszit
kandidatur: kandidat kandidier spitzenkandidat
koalition: koalition…geschlossen koalitionsvertrag regierungsbildung
koalitionsbruch: koalitionsbruch koalition…zerbrochen koalition…geplatzt ampel-aus
misstrauensvotum: misstrauensvotum vertrauensfrage
rücktritt: rücktritt zurücktret zurückgetreten trat…zurück tritt…zurück rückzug amt…auf gibt…amt amt…hingeschmissen hingeschmissen wirft…hin warf…hin zurückgezogen posten…verfügung amt…verfügung amtsverzicht demission rückzug…erklär amt…nieder legte…nieder…amt abgedankt abdank legt…amt
entlassung: entlass gefeuert abberuf abgesetzt absetz rauswurf kündigte gekündigt kündigung stellenabbau suspendier beurlaub freigestellt
ernennung: ernannt ernenn berufen berufung nachfolg nominier designier präsentier…als als…präsentier neue…minister neue…chef vorgestellt…als als…vorgestellt als…minister
vereidigung: vereidig amtseid =eid seinen…eid
amtsantritt: amtsantritt amt…angetreten tritt…amt…an trat…amt…an amt…übernahm übernahm…amt übernahm…ressort ressort…übernahm leitete leitet übernahm…leitung ministerium…übernahm ministerin…seit minister…seit verteidigungsminister…seit amtsübernahme ist…minister im…amt seit…minister
amtsende: amtszeit…endet verabschied ruhestand ausgeschieden scheidet…aus
untersuchungsausschuss: untersuchungsausschuss untersuchungsgremium
gesetz: gesetz…verabschiedet gesetz…beschlossen gesetzentwurf inkrafttreten in…kraft kraft…getreten tritt…kraft trat…kraft gesetzesänderung novelle gilt…ab neuregelung
beschluss: beschloss beschlossen beschluss beschließ entschied entscheid entschieden
haushalt: haushalt…beschlossen etat…beschlossen haushaltsentwurf budget
genehmigung: genehmig bewillig gutgeheiss gutgeheiß grünes…licht erlaubnis baugenehmig freigegeben billigt gebilligt zugestimmt zustimm kredit…bewillig
ablehnung: abgelehnt ablehn lehnte…ab lehnt…ab zurückgewiesen verweiger veto
verbot: verbot verboten untersagt untersagung
sanktion: sanktion strafmaßnahm embargo einfuhrverbot
zoll: zölle strafzoll zollerhöhung
anerkennung: anerkann anerkennung
beitritt: beitritt beigetreten trat…bei aufnahme…mitglied
austritt: austritt ausgetreten brexit
unabhängigkeit: unabhängigkeit
gründung: gegründet gründung gründet gründete stift gestiftet begründet ins…leben…gerufen grundstein grundsteinleg gründungs stifter errichtet
auflösung: aufgelöst auflösung abgewickelt abwicklung
grundsteinlegung: grundstein grundsteinleg spatenstich baubeginn baustart bauarbeiten…beginn
fertigstellung: fertiggestellt fertigstell richtfest bauabnahme vollendet vollendung fertig…sein fertig…waren fertig…wird
umbau: umbau umgebaut sanier renovier modernisier restaurier sanierungsarbeiten bauzeit baustelle
anbau: anbau angebaut erweiterungsbau trakt
abriss: abriss abgerissen rückbau sprengung gesprengt gerissen…ab
eröffnung: eröffn wiedereröffn einweih eingeweiht öffnet geöffnet öffneten öffnete wiederaufgehen aufgehen geht…auf tore…öffn band…durchschn durchschnitt…band einweihungsfeier neu…begann einzug eröffnungsfeier freigabe verkehrsfreigabe freigegeben…verkehr
schließung: schließ geschlossen =dicht stilllegung stillgelegt stillleg lichter…aus machte…dicht geschäftsaufgabe =schluss betriebsende betriebsschließung werksschließung schloss…pforten gesperrt
sperrung: sperrung gesperrt =dicht vollsperr sperrte verkehr…dicht unpassierbar
freigabe: freigabe freigegeben wieder…befahrbar freizugeben
umzug: umzug umgezogen zieht…um umsiedl rücktransport
übergabe: übergab übergeben übergabe schlüssel…erhalten schlüssel…übergeben schlüsselübergab schlüssel…überreicht ausgehändigt schlüssel
wiederaufnahme: wiederaufnahm wieder…aufgenommen wiederanlauf wieder…in…betrieb liefen…wieder lief…wieder wiederinbetrieb wieder…angelaufen neustart
inbetriebnahme: inbetriebnahme in…betrieb…genomm ans…netz…gegangen startet…betrieb
anschluss: eisenbahn…kam kam…eisenbahn erste…zug erster…zug bahnanschluss eisenbahnanschluss streckeneröffnung
fahrplan: fahrplanwechsel neue…fahrplan fahrplan…in…kraft notfahrplan ersatzfahrplan
notfahrplan: notfahrplan ersatzfahrplan sonderfahrplan
zugausfall: fielen…aus fällt…aus ausfall ausgefallen züge…still zugausfall fahrten…aus
verkauf: verkauf verkauft veräußer veräussern zwangsverkauf arisier enteign anteile…verkauf
kauf: gekauft kaufte erworben erwarb ankauf übernahme aufgekauft ersteiger
fusion: fusion zusammenschluss fusionier
insolvenz: insolvenz pleite konkurs zahlungsunfähig bankrott
börsengang: börsengang börsendebüt
bilanz: quartalszahlen jahresbilanz geschäftszahlen umsatz gewinneinbruch gewinnwarnung
preiserhöhung: preiserhöh teurer verteuer preisanstieg tariferhöh
preissenkung: preissenk billiger
zinsentscheid: leitzins zinsentscheid zinserhöh zinssenk
investition: investier investition
förderung: fördermittel förderbescheid zuschuss spende gespendet
schulden: schuldenschnitt verschuld staatsbankrott
entdeckung: entdeckt entdeck gefunden =fund asbestfund fund stieß…auf stießen…auf stiessen…auf zum…vorschein aufgetaucht asbest
enthüllung: enthüll aufgedeckt aufdeck öffentlich…wurde wurde…öffentlich bekannt…geworden =publik zeitungsbericht geleakt leak durchgesickert medienbericht recherche
bericht: berichtet meldete meldet bestätigt bekanntgegeben mitgeteilt gab…bekannt zwischenbericht vorgelegt erklärte verkünd
gutachten: gutachten expertise prüfbericht stellungnahme…vorgelegt prüfergebnis messbericht
prüfung: hauptprüfung inspektion überprüf kontroll begutacht prüfung note…vergab vergab…note prüfte
warnung: warnt warnte gewarnt warnung alarm
ankündigung: ankündig angekündigt kündigte…an kündigt…an verkünd
aufforderung: aufgefordert fordert forderte ultimatum
entschuldigung: entschuldig
kritik: kritisier kritik
veröffentlichung: veröffentlich publizier herausgegeben buchvorstell
ausstellung: ausstellung sonderschau =schau vernissage finissage ausgestellt exponat
ausstellungsende: ausstellung…bis schau…bis bis…zu…sehen finissage
konzert: konzert tournee
premiere: premiere uraufführ kinostart
festival: festival
sendung: sondersendung ausgestrahlt ausstrahl programm…frei sendung live…übertragen
fest: jubiläumsfest =fest festakt festwoche feier gefeiert feiern jubiläum stadtfest volksfest straßenfest festprogramm dorffest
fest_ende: fest…ende ende…fest jubiläumsfest…ende schlussfeier abschlussfeier
gedenken: gedenk gedenkfeier gedenkminute trauerfeier kranznieder beisetzung beigesetzt beerdig begräbnis
auszeichnung: ausgezeichnet auszeichnung verliehen preisverleihung geehrt ehrung =preis nobelpreis orden
weltrekord: rekord weltrekord bestmarke
sieg: gewann gewonnen sieg besiegt bezwang schlug triumph
niederlage: verlor niederlage unterlag ausgeschieden
unentschieden: unentschieden remis
meisterschaft: meistertitel weltmeister meisterschaft pokalsieg aufstieg
transfer: wechselte wechselt verpflichtet transfer vertrag…verlängert
trainerwechsel: trainerwechsel neuer…trainer trainer…entlassen
spiel: =spiel anpfiff derby länderspiel auswärtsspiel heimspiel
hochzeit: heirat hochzeit geheiratet getraut trauung
scheidung: scheidung geschieden trennung getrennt
denkmalschutz: denkmalschutz denkmal…geschützt unterschutzstellung
umleitung: umleit umgeleitet ausweichstrecke
gratiseintritt: eintritt…frei eintritt…nichts freier…eintritt gratis kostenlos
hilfe: hilfsgüter hilfslieferung suppenküche spendenaktion notunterkunft
versorgung: suppenküche
zuwanderung: vertragsarbeiter gastarbeiter anwerb zuwander einwander flüchtlinge…angekommen
blüte: blütezeit beste…zeit glanzzeit hochkonjunktur
technik: vorgestellt…neue marktstart auf…markt verkaufsstart
raketenstart: raketenstart gestartet…rakete abgehoben abgeschossen…rakete atomtest raketentest
landung: gelandet landung notlandung
rückruf: rückruf zurückgerufen ruft…zurück
datenleck: hackerangriff datenleck cyberangriff gehackt datenpanne
schulbeginn: schulbeginn schulstart einschulung semesterbeginn
impfung: impfung geimpft impfstart impfkampagne
lockdown: lockdown ausgangssperre quarantäne kontaktverbot
notstand: notstand ausnahmezustand katastrophenfall
räumung: geräumt räumung zwangsräum evakuierung
bombenfund: blindgänger weltkriegsbombe entschärf bombenfund
dürre: wasserknappheit
tierseuche: vogelgrippe schweinepest tierseuche
arbeitsbeginn: arbeiten…beginn bauarbeiten…beginn
beginn: beginn begann begonnen startet startete gestartet losgeht geht…los auftakt anbruch
ende: endet endete beendet zu…ende =ende =schluss ausgelaufen läuft…aus lief…aus abschluss vorbei zu…ende…gegangen
verlängerung: verlänger ausgeweitet
verschiebung: verschoben vertagt verschob
absage: abgesagt absage sagt…ab
"""

#: Kinds that cannot be the same event.
_OPPOSITES = """
beginn ende · eröffnung schließung · freigabe sperrung · amtsantritt rücktritt · ernennung rücktritt
amtsantritt amtsende · amtsantritt entlassung · festnahme freilassung · gründung auflösung
geburt tod · tarifvertragende tarifabschluss · genehmigung ablehnung · genehmigung verbot
beitritt austritt · fest fest_ende · ausstellung ausstellungsende · vereidigung rücktritt
einigung gesprächsabbruch · anklage urteil · festnahme urteil · gründung schließung
grundsteinlegung schließung · wiederaufnahme schließung · inbetriebnahme schließung
einmarsch waffenruhe · angriff waffenruhe · einmarsch rückzug · preiserhöhung preissenkung
sieg niederlage · kandidatur rücktritt · hochzeit scheidung · raketenstart landung
streik schlichtung · wahl vereidigung · brand grundsteinlegung · entführung freilassung
vertrag vertragskündigung · inbetriebnahme abriss · eröffnung abriss · fertigstellung abriss
"""

#: Kinds that often name one event from two sides.
_COMPATIBLE = """
durchsuchung ermittlung · eröffnung fest · eröffnung wiederaufnahme · eröffnung freigabe
eröffnung ausstellung · eröffnung umbau · rücktritt pressekonferenz · streik zugausfall
streik arbeitsniederlegung · ernennung bericht · gründung grundsteinlegung · amtsantritt ernennung
amtsantritt vereidigung · brand tod · brand verletzung · unfall tod · unfall verletzung
anschlag tod · anschlag verletzung · angriff tod · absturz tod · einsturz tod · explosion tod
explosion brand · explosion verletzung · schießerei tod · schießerei verletzung · mord tod
sturm tod · hochwasser tod · erdbeben tod · hochwasser sturm · gesprächsabbruch tarifverhandlung
verhandlung tarifverhandlung · einigung tarifabschluss · einigung vertrag · einigung schlichtung
schließung sperrung · schließung ende · sitzung abstimmung · abstimmung beschluss
abstimmung genehmigung · genehmigung beschluss · gesetz beschluss · gesetz abstimmung
abstimmung urabstimmung · anbau umbau · anbau gründung · entdeckung bericht · enthüllung bericht
enthüllung entdeckung · gutachten prüfung · gutachten enthüllung · gerichtsentscheid urteil
gerichtsentscheid klage · klage prozess · anklage prozess · prozess urteil · haftstrafe urteil
geldstrafe urteil · fertigstellung freigabe · fertigstellung eröffnung · umzug wiederaufnahme
übergabe fertigstellung · untersuchungsausschuss sitzung · untersuchungsausschuss beginn
demonstration protest · aufstand demonstration · angriff krieg · einmarsch krieg · krieg beginn
konferenz treffen · besuch treffen · sitzung klausur · premiere konzert · konzert fest
festnahme fahndung · festnahme ermittlung · festnahme durchsuchung · überfall diebstahl
verkauf kauf · auszeichnung fest · insolvenz schließung · schließung entlassung · wahl abstimmung
truppen waffenlieferung · fest konzert · fest gedenken · fest ausstellung · streik arbeitsbeginn
"""

#: Kinds that say little about which event it is: many events begin, or are reported.
_VAGUE = frozenset(
    "beginn ende bericht beschluss ankündigung warnung kritik verlängerung treffen hilfe "
    "verschiebung absage aufforderung störung prüfung truppen".split(" ")
)


def _parse() -> tuple[dict[str, list[str]], dict[str, list[str]], list[tuple[str, list[str]]]]:
    stems: dict[str, list[str]] = {}
    whole: dict[str, list[str]] = {}
    phrases: list[tuple[str, list[str]]] = []
    for line in _KINDS.strip().splitlines():
        kind, _, words = line.partition(":")
        for word in words.split():
            if "…" in word:
                phrases.append((kind, word.split("…")))
            elif word.startswith("="):
                whole.setdefault(word[1:], []).append(kind)
            else:
                stems.setdefault(word, []).append(kind)
    return stems, whole, phrases


_STEMS, _WHOLE, _PHRASES = _parse()
_SHORTEST = min(map(len, _STEMS))
_LONGEST = max(map(len, _STEMS))
OPPOSITES = frozenset(
    frozenset(pair.split()) for pair in _OPPOSITES.replace("\n", " · ").split("·") if pair.strip()
)
VAGUE_KINDS = _VAGUE
COMPATIBLE = frozenset(
    frozenset(pair.split()) for pair in _COMPATIBLE.replace("\n", " · ").split("·") if pair.strip()
)


@lru_cache(maxsize=65536)
def kinds_of_word(word: str) -> frozenset[str]:
    """The kinds of events that a lower-case word names by itself."""
    found: set[str] = set(_WHOLE.get(word, ()))
    for begin in range(max(1, len(word) - _SHORTEST + 1)):
        for end in range(begin + _SHORTEST, min(len(word), begin + _LONGEST) + 1):
            kinds = _STEMS.get(word[begin:end])
            if kinds is None:
                continue
            if begin == 0 or (begin >= 3 and len(word) - end <= 5 and end - begin >= 5):
                found.update(kinds)
    return frozenset(found)


def kinds_of(words: list[str]) -> frozenset[str]:
    """The kinds of events that the lower-case words of a clause name, alone or together."""
    found: set[str] = set()
    for word in words:
        found |= kinds_of_word(word)
    if words and words[-1] == "zu":  # "Die Brücke ist seit zwei Monaten zu"
        found |= {"schließung", "sperrung"}
    for kind, parts in _PHRASES:
        if _in_order(words, parts):
            found.add(kind)
    return frozenset(found)


def _in_order(words: list[str], parts: list[str]) -> bool:
    position = 0
    for part in parts:
        exact = len(part) <= 4
        while position < len(words):
            word = words[position]
            position += 1
            if (word == part) if exact else word.startswith(part):
                break
        else:
            return False
    return True


def compatible(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sets of kinds hold a pair that often names one event from two sides."""
    return any(frozenset((a, b)) in COMPATIBLE for a in first for b in second)


def opposed(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sets of kinds name happenings that cannot be one event."""
    if first & second - _VAGUE:
        return False
    return any(frozenset((a, b)) in OPPOSITES for a in first for b in second)
