"""Where a subject ends and an object begins: nothing stands between the two in German.

"hatten | die Ermittler | Bilder | veröffentlicht", "habe | Kestner | der Belegschaft | versichert";
but "hatte | der Sprecher Meier | …" and "fuhr | die Firma Holm | …" are one phrase each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.headlines.tokens import Token
from timeline.events.persons import is_person
from timeline.events.phrases import counts, free_noun_phrases, noun_phrase
from timeline.german.clause_words import Word
from timeline.german.closed_classes import (
    BE,
    BECOME,
    DETERMINERS,
    GENITIVES_DER,
    JOINTS,
    NOMINATIVE_ARTICLES,
    PREPOSITIONS,
)

#: Verbs that tell nothing without an object: all their forms.
_NEEDS_OBJECT = re.compile(
    r"(?:ge)?schl(?:u|a|ä)g(?:en|t)?|besieg(?:en|t|te|ten)|bezw(?:ang|angen|ingt|ungen)"
    r"|(?:ab)?(?:ge)?wähl(?:en|t|te|ten)|entl(?:ä|ie|a)(?:ss|ß)(?:en|t)?|entließ(?:en)?"
    r"|(?:an|ab)ge?meld(?:et|en)|verkünde(?:t|te|ten|n)|beantrag(?:en|t|te|ten)|gestrichen"
    r"|str(?:ich|ichen|eicht|eichen)|erh(?:ob|oben|ebt)|ern(?:annte|annten|ennt|annt)"
    r"|(?:ab)?ber(?:ief|iefen|uft|ufen)|verpflicht(?:et|ete|eten)|verhaft(?:et|ete|eten)"
    r"|festgenommen|verurteil(?:t|te|ten)|gefeuert|beurlaub(?:t|te|ten)|freigestellt"
    r"|übern(?:ahm|ahmen|immt|ommen)|(?:ge|ver)?kauf(?:t|te|ten)|beschl(?:oss|ossen|ießt)"
    r"|veröffentlich(?:t|te|ten)|vorgestellt|vorgelegt|eingereicht|erteil(?:t|te|ten)"
    r"|erober(?:t|te|ten|n)|besetz(?:t|te|ten|en)|angegriffen|zerstör(?:t|te|ten)"
    r"|erstatt(?:et|ete|eten)|eröffn(?:et|ete|eten)|unterzeichn(?:et|ete|eten)"
    r"|verschaff(?:t|te|ten)|zugezogen|gemacht|erziel(?:t|te|ten)|verzeichne(?:t|te|ten)|erlitt(?:en)?"
    r"|kürz(?:en|t|te|ten)|(?:ge)?such(?:en|t|te|ten)|verl(?:iert|ieren|or|oren)|erhöh(?:en|t|te|ten)"
    r"|(?:ge)?senk(?:en|t|te|ten)|(?:ge)?liefer(?:n|t|te|ten)|verschenk(?:en|t|te|ten)|aufnimmt"
    r"|(?:ge)?forder(?:n|t|te|ten)|(?:ge)?bau(?:en|t|te|ten)|erhält|erhielt(?:en)?|anbietet"
    r"|(?:ge)?räum(?:t|te|ten)|(?:ge)?stopp(?:t|te|ten)|gerett(?:et)|rett(?:et|ete|eten)"
    r"|f(?:ind|and|änd)(?:en|et)?|gefunden|(?:ge)?sammel(?:t|te|ten|n)|verteil(?:t|te|ten|en)"
    r"|entdeck(?:t|te|ten|en)|gefällt|fäll(?:t|te|ten|en)|(?:ge)?äußer(?:t|te|ten|n)"
    r"|durchsuch(?:t|te|ten|en)|melde(?:t|te|ten|n)|(?:ge)?stell(?:t|te|ten|en)"
    r"|(?:ge)?reich(?:t|te|ten|en)|(?:ge)?leg(?:t|te|ten|en)|erhoben|einlegt(?:e|en)?"
)
#: "hatten sich Unbekannte | Zutritt verschafft": "sich" is no object
_TO_ONESELF = frozenset(("verschafft", "verschaffte", "verschafften", "zugezogen", "zuzogen"))
#: Verbs that do something to somebody: "der X" behind their subject is no genitive.
_NEEDS_DATIVE = re.compile(
    r"abgezogen|entzogen|entzog|zugesprochen|abgesprochen|aberkannt|verweigert(?:e|en)?|gewährt(?:e|en)?"
    r"|verlieh(?:en)?|überreicht(?:e|en)?|erteilt(?:e|en)?|auferlegt|zugesagt|überwiesen|gekündigt"
)
_TELLS_SOMEBODY = re.compile(r"versichert|mitgeteilt|versprochen|angeboten|vorgeworfen|erklärt")
_PASSIVE = BE | BECOME | {"worden"}
#: "118 Liter Regen": a measure and what is measured are one phrase.
_UNITS = re.compile(
    r"(?:\w*[mM]eter|Liter|Tonnen?|\w*[kK]ilo\w*|Gramm|Zentner|Hektar|Euro|Franken|Prozent|Grad"
    r"|Flaschen|Kisten|Kartons|Paar|Dutzend|Millionen|Milliarden|Dosen|Fässer|Säcke)\Z"
)


def subject_end(kept: Sequence[Token], begin: int, end: int, finite: Word) -> int:
    """The end of the subject where subject and object meet: "die Ermittler | Bilder"."""
    of = next((i for i in range(end - 1, begin, -1) if kept[i].lower == "von"), end)
    if of < end and finite.text not in BECOME and _tells_of(kept, end):
        return of
    words = [token.word for token in kept[begin:end]]
    capitals = [i for i, word in enumerate(words) if word.text[0].isupper()]
    alone = finite.text in ("wird", "wurde") and end == len(kept)
    if len(words) > 1 and words[-1].text.isdigit() and (alone or kept[-1].lower == "geworden"):
        return end - 1  # "ist der Dichter | 90 geworden"
    lowers = {token.lower for token in kept}
    listed = any(word.lower in JOINTS for word in words)
    agrees = finite.lower.startswith("stimm") and kept[-1].lower == "zu"
    agrees = agrees or "zugestimmt" in lowers
    gives = agrees or any(map(_NEEDS_DATIVE.fullmatch, lowers))
    dative = len(words) == 4 and words[2].lower in GENITIVES_DER
    told = gives or any(map(_TELLS_SOMEBODY.fullmatch, lowers))
    singular = gives or "vorgeworfen" in lowers or finite.text in ("hat", "hatte", "habe", "hätte")
    if told and singular and capitals == [0, 2] and len(words) == 3 and words[1].lower == "der":
        return begin + 1  # "habe Kestner | der Belegschaft | versichert"
    behind = any(token.word.text[0].isupper() for token in kept[end:])
    if gives and dative and capitals[:1] == [1] and (not agrees or not behind):
        return begin + 2  # "hat der Verband | der Viktoria | Punkte abgezogen"
    if listed or len(capitals) < 2 or capitals[1] != capitals[0] + 1 or capitals[0] > 2:
        return end
    if _UNITS.match(words[capitals[0]].text):
        return end
    if _is_no_name(words, capitals) and _lacks_object(kept, begin, end):
        return begin + capitals[0] + 1  # "sammelte die Initiative | Unterschriften"
    role = finite.text in BECOME | BE and is_person(words[-1].text) and len(words) > 2
    if role and capitals == [*range(len(words))] and not any(is_person(w.text) for w in words[:-1]):
        return end - 1  # "wurde Ada Holm | Kuratorin"
    if capitals == [0, 1] and len(words) == 2 and _are_people(words[0].text, finite):
        return begin + 1  # "können Interessenten | Angebote | abgeben"
    if words[capitals[0]].text.endswith("er") and _other_phrase(kept, begin, end):
        return end  # "legten die Schweizer Ermittler | einen Bericht vor": each has its article
    plural = finite.text.endswith(("en", "ern", "eln")) or finite.text in ("sind", "waren")
    definite = words[0].lower in ("die", "diese", "alle") or words[0].text[0].isdigit()
    article = words[0].lower in NOMINATIVE_ARTICLES
    article = article or (capitals == [0, 1] and len(words) == 2)  # "eroberte Karthago Spanien"
    if (plural and definite) or (article and _lacks_object(kept, begin, end)):
        return begin + capitals[0] + 1
    return end


#: Verbs that ask for a phrase with "von": "hat der Förster | von kranken Bäumen | erzählt".
_OF = re.compile(
    r"erzähl(?:t|te|ten|en)|bericht(?:et|ete|eten|en)|gesprochen|spr(?:ach|achen|icht|echen)"
    r"|(?:ge)?träum(?:t|te|ten|en)|(?:ge)?schwärm(?:t|te|ten|en)|erfahren|erfuhr(?:en)?|gehört"
    r"|gewusst|wuss?te|profitier(?:t|te|ten|en)|überzeug(?:t|te|ten|en)|ausgegangen|abgesehen"
    r"|abgeraten|distanzier(?:t|te|ten|en)|getrennt|trenn(?:t|te|ten|en)|verabschied(?:et|ete|eten)"
    r"|zurückgetreten"
)


def _tells_of(kept: Sequence[Token], end: int) -> bool:
    """Whether the verb asks for a phrase with "von", and none stands behind ``end``."""
    verbs = (token.lower for token in kept)
    again = any(token.lower in ("von", "vom") for token in kept[end:])
    return not again and any(map(_OF.fullmatch, verbs))


def _are_people(noun: str, finite: Word) -> bool:
    """Whether a plural verb has people without an article behind it: no title of one name."""
    plural = finite.text.endswith("en") or finite.text in ("sind", "waren")
    return plural and noun.endswith(("en", "nen")) and is_person(re.sub(r"(?:n?en)\Z", "", noun))


def _other_phrase(kept: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a noun phrase with an article of its own stands outside these words and outside
    prepositional phrases."""
    rest = [token.word for token in (*kept[:begin], *kept[end:])]
    led = (rest[first].lower for first, _ in free_noun_phrases(rest, ""))
    return any(word in DETERMINERS for word in led)


def _is_no_name(words: Sequence[Word], capitals: Sequence[int]) -> bool:
    """Whether the second of two nouns side by side, behind an article, can be no name of the first:
    "der Klub | Insolvenz", but "der Sprecher Meier", "die Firma Holm"."""
    second = words[capitals[1]].text
    first = words[0].lower
    led = capitals[0] > 0 and (first in NOMINATIVE_ARTICLES or first[0].isdigit() or counts(first))
    return led and len(words) == capitals[1] + 1 and _COMMON_NOUN.search(second) is not None


#: common nouns that stand without an article, and are no names: "Unterschriften", "Insolvenz"
_COMMON_NOUN = re.compile(
    r"(?:ungen|heiten|keiten|schaften|schriften|teile|stücke|gelder|mittel|bäume|häuser|spuren"
    r"|proben|daten|pläne|fragen|stimmen|karten|preise|punkte|plätze|zeugen|stellen|akten|reste"
    r"|spenden|schulden|hinweise|beweise|fehler|mängel|schäden|bilder|fotos|briefe|knochen|trümmer"
    r"|insolvenz|konkurs|anklage|klage|beschwerde|einspruch|berufung|revision|protest|kritik|alarm"
    r"|widerstand|antrag|anzeige|bericht|hilfe|jubel|vorwürfe|zweifel|bedenken|personal)\Z",
    re.IGNORECASE,
)


def _lacks_object(kept: Sequence[Token], begin: int, end: int) -> bool:
    """Whether an active verb that needs an object has none outside the phrase:
    "hatte [der Klub Insolvenz] angemeldet"."""
    rest = [token.word for token in (*kept[:begin], *kept[end:])]
    added = (i for i, word in enumerate(rest) if word.lower in ("darunter", "insbesondere"))
    rest = rest[: next(added, len(rest))]
    found = [word.lower for word in rest]
    if _PASSIVE & set(found) or not any(_NEEDS_OBJECT.fullmatch(word) for word in found):
        return False
    own = {"es", "ihn", "sie"} | (set() if _TO_ONESELF & set(found) else {"sich"})
    index = 0
    while index < len(rest):
        if rest[index].lower in PREPOSITIONS:
            index = max(noun_phrase(rest, index + 1, ""), index + 1)
            continue
        if rest[index].lower in own or rest[index].text[0].isupper():
            return False
        index += 1
    return True
