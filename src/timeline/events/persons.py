"""Persons and what only persons do: a letter sees nothing, a date is not heard as a witness."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.events.named import persons_of
from timeline.german.clause_words import Word, verb_forms
from timeline.german.verb_forms import Form
from timeline.german.words import MONTHS, WEEKDAYS

#: How nouns end that name a person, in every case of the singular.
_PERSON = re.compile(
    r"[\w-]*(?:ler|ner|iker|ier|ist|ent|ant|eur|är|arzt|anwalt|mann|frau|meister|leiter|führer"
    r"|minister|sprecher|richter|trainer|halter|geber|nehmer|träger|fahrer|spieler|arbeiter"
    r"|pfleger|lehrer|anhänger|käufer|mieter|architekt|schüler|besitzer|inhaber|vertreter|berater|wächter|retter|sieger|landrat"
    r"|stadtrat|wirt|koch|kapitän|könig|herzog|fürst|sohn|vater|mutter|tochter|bruder|schwester"
    r"|junge|mädchen|gutachter|förster|kind|mensch|zeuge|kunde|kollege|experte|täter|opfer|angler|jäger|fischer|müller"
    r"|bäcker|maler|dichter|forscher|prüfer|gründer|bürger|bauer|herr|dame|baby|greis|pfarrer"
    r"|chef|boss|star|coach|direktor|autor|professor|senator|investor|kurator|pastor|doktor"
    r"|moderator|organisator|kommissar|general|major|offizier|soldat|kandidat|pilot|kanzler"
    r"|verwalter|ermittler|helfer|taucher|wanderer|camper|demonstrant|(?:jährig|vorsitzend"
    r"|abgeordnet|angeklagt|verdächtig|beschuldigt|verletzt|vermisst|verstorben|beauftragt"
    r"|sachverständig|angehörig|gefangen|verurteilt|geschädigt)e[rn]?"
    r"|[a-zäöüß]{3,}(?<!term)(?<!mediz)(?<!benz)(?<!kam)(?<!magaz)(?<!diszipl)(?<!vitam)in)\Z"
)
_NO_PERSON = re.compile(
    r"\w*(?:moment|kontinent|akzent|frist|mist|list|diamant|prozent|papier|bier|turnier|klavier"
    r"|quartier|revier|scharnier|zauner|banner|keller|teller|zünder|konzern|etikett)\Z"
)
#: Bodies that speak and act like persons.
_BODY = re.compile(
    r"\w*(?:schaft|verteidigung|anklage|nebenklage|amt|behörde|polizei|regierung|rat|partei|fraktion|verein|verband|gericht"
    r"|ministerium|unternehmen|konzern|firma|stadt|gemeinde|land|kreis|klub|club|gruppe|direktion"
    r"|leitung|führung|zoo|feuerwehr|kirche|bank|reederei|werk|betrieb|kammer|ausschuss|kabinett"
    r"|landtag|parlament|koalition|opposition|union|bündnis|initiative|komitee|stiftung|museum"
    r"|theater|universität|hochschule|schule|familie|paar|mannschaft|team|viktoria|bund|börse)\Z"
)
#: Verbs whose subject speaks, knows or decides: a person or a body.
_SPEAKS = re.compile(
    r"(?:ge)?sag(?:en|t|te|ten)|erklär(?:en|t|te|ten)|beton(?:en|t|te|ten)|bestr(?:itt|itten|eitet)"
    r"|behaupt(?:et|ete|eten|en)|versicher(?:t|te|ten|n)|forder(?:t|te|ten|n)|gefordert|hoff(?:t|te|ten)"
    r"|kündig(?:t|te|ten|en)|angekündigt|räum(?:t|te|ten)|eingeräumt|vorgelegt|will|wollen|wollte"
    r"|wollten|wolle|wissen|weiß|wusste|gewusst|glaub(?:t|te|ten)|erfahren|erfuhr|erfuhren"
    r"|entschied|entschieden|verlangt|verlangte|kritisier(?:t|te|ten)|warn(?:t|te|ten)|gewarnt"
    r"|beschloss|beschlossen|beantrag(?:t|te|ten)|unterschrieb(?:en)?|unterzeichnet(?:e|en)?"
    r"|verzicht(?:et|ete|eten)|mitgeteilt|schrieb(?:en)?|geschrieben|verlässt|verließ(?:en)?"
    r"|versprach(?:en)?|versprochen|plan(?:t|te|ten)|bat|baten|gebeten|dank(?:t|te|ten)"
    r"|rechne(?:t|te|ten|n)|beziffer(?:t|te|ten|n)|such(?:t|te|ten)|gesucht"
)
#: Verbs whose subject is a human being.
_LIVES = re.compile(
    r"gesehen|sah|sahen|sieht|zurückkehren|zurückgekehrt|gestand(?:en)?|gesteht|aussagen|ausgesagt"
    r"|wartet(?:e|en)?|warten|antreten|tritt|trat|zurückgetreten|angetreten|telefonier(?:en|t|te)"
    r"|verhaftet|festgenommen|verurteilt|operiert|beurlaubt|entlassen|gewählt|vernommen|verhört"
    r"|angeklagt|freigesprochen|wein(?:t|te|en)|lach(?:t|te|en)|stirbt|starb|gestorben|heirat\w+"
    r"|kandidier(?:t|te|en)|sprach|spricht|gesprochen|dachte|denkt|gedacht|isst|aß|schlief|schläft"
    r"|las|liest|erinner(?:t|te|n)|leb(?:t|te|en)|gelebt|studier(?:t|te|en)|arbeitet(?:e|en)?"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person an article introduces: the whole name, and m or f where the article shows it."""

    name: str
    gender: str


def is_person(noun: str) -> bool:
    """Whether a noun names a human being by its ending."""
    last = noun.rsplit(" ", 1)[-1].lower()
    return _PERSON.match(last) is not None and _NO_PERSON.match(last) is None


def acts(noun: str) -> bool:
    """Whether a noun names someone who can speak or decide: a person or a body."""
    return is_person(noun) or _BODY.match(noun.rsplit(" ", 1)[-1].lower()) is not None


def subject_of(words: Sequence[Word]) -> str:
    """What the verbs ask their subject to be: "person", "actor" (also a body), "" (anything)."""
    verbs = [word.lower for i, word in enumerate(words) if verb_forms(words, i)]
    heard = "gehört" in verbs and {"werden", "wird", "wurde", "worden"} & set(verbs)
    if heard or any(_LIVES.fullmatch(verb) for verb in verbs) or _retires(words):
        return "person"
    wanted = any(_SPEAKS.fullmatch(verb) for verb in verbs)
    passive = {"wurde", "wurden", "worden"} & set(verbs) or (
        {"wird", "werden", "werde"} & set(verbs)
        and any(verb_forms(words, i) & Form.PARTICIPLE for i in range(len(words)))
    )
    return "actor" if wanted and not passive else ""


def _retires(words: Sequence[Word]) -> bool:
    """ "geht im Mai in den Ruhestand", "in Rente"."""
    places = (i for i, word in enumerate(words) if word.text in _LEAVES)
    return any("in" in [word.lower for word in words[max(0, i - 2) : i]] for i in places)


_LEAVES = ("Ruhestand", "Rente", "Pension", "Elternzeit", "Mutterschutz")


@lru_cache(maxsize=4096)
def known_persons(text: str) -> Mapping[str, Person]:
    """Last name → person, for those the text of an article introduces."""
    found: dict[str, Person] = {}
    for last, full in persons_of(text).items():
        name = re.escape(full)
        role_or_article = r"(?:([A-ZÄÖÜ][\w-]*)|([Dd]er|[Dd]ie)(?: [\wäöüß]+){0,3})"
        lead = re.search(rf"\b{role_or_article} {name}\b", text)
        gender = ""
        if lead and lead.group(1):
            role = lead.group(1).lower()
            gender = ("f" if role.endswith(("in", "frau")) else "m") if is_person(role) else ""
        elif lead:
            gender = "m" if lead.group(2).lower() == "der" else ""
        found[last] = Person(full, gender)
    return found | _called(text, found)


#: "den Pelikan Balduin": who has but one name
_CALLED = re.compile(
    r"\b(?P<article>[Dd]er|[Dd]en|[Dd]em|[Dd]es|[Dd]ie|[Ee]inen|[Ee]ine) (?:[a-zäöüß]+ )?"
    r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]+) (?P<name>[A-ZÄÖÜ][a-zäöüß]{2,})\b(?! [A-ZÄÖÜ])"
)
_FEMININE = ("die", "eine")
#: Animals that have names.
_ANIMAL = re.compile(
    r"\w*(?:hund|hündin|kater|katze|wolf|wölfin|bär|bärin|löwe|löwin|tiger|tigerin|luchs|elefant"
    r"|elefantenkuh|affe|gorilla|schimpanse|pferd|hengst|stute|wallach|kuh|stier|bulle|schaf|ziege"
    r"|esel|schwein|eber|igel|biber|otter|robbe|seehund|wal|delfin|pelikan|storch|schwan|adler|geier"
    r"|papagei|pinguin|eule|kauz|uhu|schildkröte|vogel|giraffe|nashorn|flusspferd|panda|tier)\Z"
)
#: a name by itself, and a word behind an article or a preposition of place, which is no name
_ALONE = re.compile(r"(?:\A|[.!?:„\n] ?|[a-zäöüß,] )([A-ZÄÖÜ][a-zäöüß]{2,})\b(?! [A-ZÄÖÜ])")
_LED = re.compile(
    r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[mnr]?)?|[Ii]n|[Ii]m|[Nn]ach|[Zz]u[mr]|[Aa]m|[Aa]us"
    r"|[Bb]ei) (\w+)"
)


def _called(text: str, known: Mapping[str, Person]) -> dict[str, Person]:
    """Animals with the one name an article calls them by, and what they are in front of it once."""
    found: dict[str, Person] = {}
    introduced = list(_CALLED.finditer(text))
    if not introduced:
        return found
    alone = set(_ALONE.findall(text)) - set(_LED.findall(text)) - _NO_NAMES - known.keys()
    for match in introduced:
        noun, name = match.group("noun"), match.group("name")
        if name in alone and _ANIMAL.match(noun.lower()):
            gender = "f" if match.group("article").lower() in _FEMININE else "m"
            found[name] = Person(name, gender)
    return found


_NO_NAMES = frozenset((*WEEKDAYS, *MONTHS))
