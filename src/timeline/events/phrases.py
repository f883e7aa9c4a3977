"""Noun phrases and other constituents in the words of a German clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.noun_endings import (
    FIELD,
    MASCULINE,
    MEASURE,
    NO_ADJECTIVES,
    PLURAL_OR_FEMININE,
)
from timeline.german.clause_words import Word, verb_forms
from timeline.german.closed_classes import (
    ABOUT,
    DETERMINERS,
    ENDINGS,
    GENITIVES,
    GENITIVES_DES,
    OBJECT_PRONOUNS,
    OBLIQUE_ARTICLES,
    PREPOSITIONS,
    QUOTES,
    SMALL_NUMBERS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, Form, forms

#: the index of the first word of a phrase, and the one behind its last
Phrase = tuple[int, int]

PRONOUNS = (
    SUBJECT_PRONOUNS
    | OBJECT_PRONOUNS
    | table(
        """
        ihr dies das dieser diese dieses jemand niemand alle beide manche dort hier dafür dagegen
        damit davon daran darauf darüber
        """
    )
)
_DEGREES = (
    ABOUT
    | frozenset(SMALL_NUMBERS)
    | table(
        """
        mehr als fast über mindestens höchstens ungefähr circa ca bis zu nahezu insgesamt wenigstens
        zwanzig dreißig hundert tausend ehemalige ehemaligen frühere früheren
        """
    )
)
_GENITIVES = GENITIVES | table("von aller beider mehrerer zweier")
#: "der 58 Jahre | alte | Mann", "das 52 Meter | lange | Schiff"
_MEASURES = re.compile(
    r"(?:alt|lang|hoh|breit|tief|groß|gross|schwer|dick|weit|stark|teur|entfernt|jung)e[nrms]?\Z"
)
_NUMBER = re.compile(r"[a-zäöüß]*(?:zehn|zwanzig|[dvfsan][a-zäöü]+[zß]ig|hundert|tausend)")
#: "61-Jährige", "3-Meter-Brett".
_NUMBERED = re.compile(r"\d+-[A-ZÄÖÜ]")
#: Words a name in quotation marks may have; what is longer is speech.
_LONGEST_NAME = 6
#: "Prof. Dr. Ada Holm": stops that end nothing
_ABBREVIATED = table("Prof Dr Dipl Ing Mag St")
#: what may stand between the words of a phrase
_BETWEEN = f" \n\t{QUOTES}'‚‘&"
_POLITE = ("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer")
_OF_NAMES = table("van de del bin al")
_COMPANIES = ("gGmbH", "gAG", "gUG", "mbH", "eG", "e.V", "eV")


def noun_phrase(words: Sequence[Word], begin: int, sentence: str, *, long: bool = True) -> int:
    """Index behind the noun phrase that begins at ``begin``; ``begin`` itself where none does.

    ``long`` takes genitives and "und" along: "der Präsident der Kammer und sein Vertreter".
    """
    index = _core(words, begin, sentence)
    if index == begin and _is_almost(words, begin):
        index = _core(words, begin + 1, sentence)
        index = begin if index == begin + 1 else index
    if index == begin:
        index = _share(words, begin, sentence)
    if index == begin or not long:
        return index
    while index < len(words) and touching(words, index, sentence):
        word = words[index].lower
        leads = index > 1 and words[index - 2].text in _DIRECTIONS
        if leads and word in _GENITIVES:
            break  # "staute sich auf der A 3 Richtung Köln | der Verkehr"
        if word in _GENITIVES:
            start = index + 1 if word == "von" else index
            end = _core(words, start, sentence)
            if word == "von" and end < len(words) and words[end].lower in ("nach", "bis", "zu"):
                break  # "reiste der Kanzler von Bonn nach Paris"
        elif word in ("und", "sowie", "oder", "&"):
            end = _core(words, index + 1, sentence)
            if end == index + 1:
                end = index
        elif word == "für":
            end = _field(words, index, sentence)
        elif _strong_genitive(words, index):
            end = _core(words, index, sentence)
        else:
            break
        if end <= index + (word == "von"):
            break
        index = end
    return index


def _strong_genitive(words: Sequence[Word], index: int) -> bool:
    """ "Ergebnisse | weiterer Proben", "der Abriss | alter Häuser": a genitive without an article,
    which only the ending of its adjective shows."""
    word = words[index]
    if not word.text.endswith("er") or not word.text[0].islower() or counts(word.lower):
        return False
    if word.lower in NO_ADJECTIVES or not words[index - 1].text[0].isupper():
        return False
    noun = words[index + 1].text if index + 1 < len(words) else ""
    if not noun[:1].isupper() or not _adjective(words, index):
        return False
    return PLURAL_OR_FEMININE.match(noun) is not None and not MASCULINE.match(noun)


#: Authorities, institutes and who holds an office are named by their field: "das Amt | für Umwelt".
_OF_A_FIELD = re.compile(
    r"\w*(?:amt(?:e?s)?|ämtern?|ministeri(?:um|ums|en)|institut(?:e?s|en?)?|agentur(?:en)?"
    r"|behörden?|zentr(?:um|ums|en)|departements?|dezernats?|referats?|akademien?|anstalt(?:en)?"
    r"|fachstellen?|hochschulen?|lehrst(?:uhl|uhls|ühle)|aussch(?:uss|usse?s|üsse)"
    r"|gesellschaft(?:en)?|kommission(?:en)?|büros?|(?:minist|senat|profess)(?:er|or)(?:s|in|en)?"
    r"|dezernent(?:in|en)?|beauftragte[nr]?)\Z",
    re.IGNORECASE,
)
_IN_THE = ["in", "der"]


def _field(words: Sequence[Word], index: int, sentence: str) -> int:
    """Index behind the field that an institution is named by: "(Ministerium) für Bildung, Jugend
    und Sport"; ``index``, where "für" stands, for any other phrase."""
    first = index + 1
    if not _OF_A_FIELD.match(words[index - 1].text) or first >= len(words):
        return index
    article = words[first].lower in DETERMINERS or words[first].text[0].isdigit()
    end = index if article or counts(words[first].lower) else _core(words, first, sentence)
    if end <= first or not FIELD.match(words[first].text):
        return index  # "warb der Minister für Verständnis"
    listed = end
    while listed < len(words) and sentence[words[listed - 1].end :].startswith(", "):
        behind = _core(words, listed, sentence)
        if behind == listed or words[listed].lower in DETERMINERS:
            break
        listed = behind
    joined = listed > end and listed < len(words) and words[listed].lower in ("und", "sowie")
    if joined and touching(words, listed, sentence):
        return listed
    if words[end - 1].text == "Sicherheit" and [w.lower for w in words[end : end + 2]] == _IN_THE:
        return max(_core(words, end + 1, sentence), end)  # "in der Informationstechnik"
    return end


def _is_almost(words: Sequence[Word], index: int) -> bool:
    """ "fast (alle Betten)", "nahezu (der ganze Ort)" """
    if index + 2 >= len(words) or words[index].lower not in _ALMOST:
        return False
    whole = words[index + 2].lower.startswith(_WHOLE)
    return words[index + 1].lower in _ALL or (words[index + 1].lower in DETERMINERS and whole)


_ALMOST = table("fast nahezu beinahe")
_ALL = table("alle sämtliche jeder jede jedes")
_WHOLE = ("ganz", "gesamt", "komplett", "hälfte")


def _share(words: Sequence[Word], begin: int, sentence: str) -> int:
    """ "412 von 655 Mitgliedern", "12 der 80 Wohnungen": a number and what it is a part of."""
    if begin + 2 >= len(words) or not words[begin].text.isdigit():
        return begin
    if words[begin + 1].lower not in ("von", "der", "dieser") or not touching(
        words, begin + 1, sentence
    ):
        return begin
    whole = begin + 1 + (words[begin + 1].lower == "von")
    still = whole + (words[begin + 1].lower != "von")
    if words[still : still + 1] and words[still].lower in _STILL:  # "430 der noch 560 Stellen"
        end = _core(words, still + 1, sentence)
        return end if end > still + 1 and words[still + 1].text[0].isdigit() else begin
    end = _core(words, whole, sentence)
    return end if end > whole else begin


_STILL = table("noch zuletzt derzeit bisher bislang einst ehemals insgesamt")


def free_noun_phrases(words: Sequence[Word], sentence: str) -> Iterator[Phrase]:
    """The noun phrases outside prepositional phrases: where each begins, and the index behind."""
    index = 0
    while index < len(words):
        if words[index].lower in PREPOSITIONS:
            index = max(noun_phrase(words, index + 1, sentence), index + 1)
            continue
        end = noun_phrase(words, index, sentence)
        if end > index:
            yield index, end
        index = max(end, index + 1)


def touching(words: Sequence[Word], index: int, sentence: str) -> bool:
    """Whether nothing but white space and quotation marks stands between the word at ``index``,
    which is not the first, and the one before."""
    between = sentence[words[index - 1].end : words[index].start]
    if words[index - 1].text in _ABBREVIATED:
        between = between.removeprefix(".")
    return not between.strip(_BETWEEN)


def _core(words: Sequence[Word], begin: int, sentence: str) -> int:
    """Index behind a noun with what stands in front of it, and behind it as its name."""
    head = _head(words, begin, sentence)
    if head is None:
        return begin
    index = head
    while index < len(words) and (index == begin or touching(words, index, sentence)):
        if not (is_noun(words[index], False) or (index > head and _in_name(words, index))):
            break
        if _is_road(words, index, sentence):
            index = _route_end(words, index + 2, sentence)
            break
        index += 1
    if begin + 1 < index < len(words) - 1 and MEASURE.match(words[index - 1].text):
        index = _measured_out(words, index, sentence)
    if begin < index < len(words):
        index = _quoted(words, begin, index, sentence)
    return index if index > head else begin


def _measured_out(words: Sequence[Word], index: int, sentence: str) -> int:
    """Index behind what the measure in front of ``index`` counts; else ``index``."""
    if not (words[index - 2].text[0].isdigit() and words[index].lower.endswith(("e", "er", "es"))):
        return index
    end = _core(words, index, sentence) if touching(words, index, sentence) else index
    return end if end > index + 1 else index


def _head(words: Sequence[Word], begin: int, sentence: str) -> int | None:
    """Index of the noun, behind its article and its attributes; None where a word is neither."""
    index = begin
    while index < len(words) and (index == begin or touching(words, index, sentence)):
        word = words[index]
        if is_noun(word, index == 0):
            if index == begin or not _measured(words, index):
                break
            index += 1
        elif (
            (index == begin and word.lower in DETERMINERS)
            or word.text[0].isdigit()
            or counts(word.lower)
            or _adjective(words, index)
            or (index > begin and _second_determiner(words, begin, index))
        ):
            index += 1
        else:
            length = _adverb(words, begin, index)
            if not length:
                return None
            index += length
    return index


def _second_determiner(words: Sequence[Word], begin: int, index: int) -> bool:
    """ "einen | weiteren | Mann", "ein | später | Frost": behind an article an adjective, though
    elsewhere the word is a determiner or an adverb."""
    lower, behind = words[index].lower, words[index + 1 : index + 2]
    if not behind or not (behind[0].text[0].isupper() or behind[0].text.endswith(ENDINGS)):
        return False
    led = words[begin].lower in DETERMINERS or words[begin].text[0].isdigit()
    if words[index - 1].text.isdigit() and led and participial(words, index):
        return True  # "die 1912 | eröffnete | Bahn"
    if lower in _LIKE_ADVERBS:
        return words[index - 1].lower in _EIN and behind[0].text[0].isupper()
    return (led or counts(words[begin].lower)) and lower in _LIKE_ADJECTIVES


_EIN = table("ein kein sein ihr unser")
_LIKE_ADVERBS = table("später früher weiter sicher")
_LIKE_ADJECTIVES = table(
    """
    weitere weiteren weiterer weiteres weiterem andere anderen anderer anderes anderem beiden vielen
    wenigen zahlreichen sämtlichen
    """
)


def _adverb(words: Sequence[Word], begin: int, index: int) -> int:
    """How many words an adverb and the participle it says more of have: "in einer | eigens
    anberaumten | Sitzung"; 1 where an adjective follows, 0 where it is no such adverb."""
    if index == begin or index + 1 >= len(words) or words[begin].lower not in DETERMINERS:
        return 0
    if words[index].lower in PREPOSITIONS:
        return 0
    if participial(words, index + 1):
        return 2
    return int(_adjective(words, index + 1))


def _in_name(words: Sequence[Word], index: int) -> bool:
    """Whether a name goes on with a word that is no noun: "Enno | van | Tjark", "Gleis | 12"."""
    word, behind = words[index], words[index + 1 : index + 2]
    followed = bool(behind) and is_noun(behind[0], False)
    if word.text.isdigit():
        return len(word.text) <= 3 and not followed
    if word.text in _COMPANIES:
        return words[index - 1].text[0].isupper()  # "Klinikum Warnbrück | gGmbH"
    return followed and word.lower in _OF_NAMES and words[index - 1].text[0].isupper()


#: "auf der A 7 | Tempo 80", "die L 1205", "der ICE 577"
_ROAD = re.compile(r"[ABCDEKLNSU]|BAB|ICE?|R[BE]")


def _is_road(words: Sequence[Word], index: int, sentence: str) -> bool:
    """Whether a road or a train with its number stands at ``index``."""
    if not _ROAD.fullmatch(words[index].text) or index + 1 >= len(words):
        return False
    number = words[index + 1].text
    return number.isdigit() and len(number) <= 4 and touching(words, index + 1, sentence)


def _route_end(words: Sequence[Word], index: int, sentence: str) -> int:
    """Index behind where a road leads: "die A 7 | Hamburg–Flensburg", "die A 3 | Richtung Köln"."""
    if index + 1 >= len(words) or not words[index + 1].text[0].isupper():
        return index
    between = sentence[words[index].end : words[index + 1].start]
    return index + 2 if between == "–" or words[index].text in _DIRECTIONS else index


_DIRECTIONS = ("Richtung", "Fahrtrichtung", "Höhe")


def participial(words: Sequence[Word], index: int) -> bool:
    """ "eigens | anberaumten | Sitzung": looks like a preterite, but is a participle here."""
    stem = re.match(r"(.+(?:t|en))(?:e|en|er|es|em)\Z", words[index].text)
    behind = index + 1 < len(words) and words[index + 1].text[0].isupper()
    return behind and stem is not None and bool(forms(stem.group(1)) & Form.PARTICIPLE)


def counts(word: str) -> bool:
    """Whether a word counts or says how exactly: "rund", "achtzehn"."""
    return word in _DEGREES or _NUMBER.fullmatch(word) is not None


def _measured(words: Sequence[Word], index: int) -> bool:
    """Whether the noun at ``index`` is the unit of a measure: "58 Jahre alte Mann"."""
    if index + 2 >= len(words) or not _MEASURES.match(words[index + 1].text):
        return False
    number = words[index - 1]
    return number.text[0].isdigit() or number.lower in _DEGREES


def _quoted(words: Sequence[Word], begin: int, index: int, sentence: str) -> int:
    """Index behind the quoted name that begins or goes on at ``index``: "dem Konto „Rettet die
    Viktoria“"; ``index`` itself where none does, or where the phrase from ``begin`` on is quoted
    with what is around it."""
    opened = max(sentence.rfind(mark, 0, words[index].start) for mark in "„«")
    if opened < 0 or opened < words[begin].start - 1:
        return index
    mark = "“" if sentence[opened] == "„" else "»"
    closed = sentence.find(mark, opened)
    between = sentence[words[index - 1].end : words[index].start]
    inside = closed >= words[index].end and (
        opened < words[index - 1].end or between.strip() == sentence[opened]
    )
    end = index
    while inside and end < len(words) and words[end].start < closed:
        end += 1
    named = words[index - 1].text[0].isupper() or words[index - 1].lower in DETERMINERS
    return end if inside and named and end - index <= _LONGEST_NAME else index


def is_noun(word: Word, at_start: bool) -> bool:
    """Whether a word is written like a noun or a name."""
    if not word.text[0].isupper():
        return _NUMBERED.match(word.text) is not None
    if word.text in _POLITE:
        return False
    return word.lower not in _NO_NOUNS or not (at_start or word.initial)


def _adjective(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in _CLOSED or index + 1 >= len(words) or not lower.endswith(ENDINGS):
        return False
    following = words[index + 1]
    if not (following.text[0].isupper() or following.text.endswith(ENDINGS)):
        return False
    found = verb_forms(words, index)
    return not found & Form.SURE or not found & FINITE


#: Adjectives used as nouns, behind "der": "der Angeklagte", but "ein Angeklagter".
ADJECTIVAL = ("jährige", "sitzende", "auftragte", "klagte", "ordnete", "ständige")
ADVERBS = table(
    """
    aber allerdings also anschließend auch außerdem ausserdem bald bereits bisher bislang dabei
    dadurch daher damals damit danach dann daraufhin darum dennoch deshalb deswegen diesmal doch
    dort ebenfalls eigentlich endlich erneut erst erstmals etwa ferner freilich früher gar
    gestern gleich gleichwohl heute hier hingegen hinein immer immerhin indes indessen insgesamt
    inzwischen jedoch jetzt kürzlich laut lediglich mehr mittlerweile morgen nachher nämlich
    nicht noch nun nur oben offenbar oft öffentlich plötzlich regelmäßig schließlich schon sehr
    seither seitdem selbst sofort sogar somit sonst soeben später so sowieso stattdessen tags
    täglich trotzdem überdies übrigens umgehend unterdessen vielleicht vorerst vorher
    voraussichtlich wieder wiederum wohl womöglich zudem zuerst zufolge zugleich zuletzt
    zumindest zunächst zurzeit zuvor zusammen zwar darin darauf daneben daran davon dazu dorthin
    fast ganz genau weiter weiterhin weitgehend zeitgleich nie kaum parallel juristisch nochmals
    denn wie wenn weil dass ob als abermals vermutlich möglicherweise mutmaßlich angeblich planmäßig
    """
)
#: what is no adjective whatever its ending; and no noun, although it begins a sentence
_CLOSED = DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS
_NO_NOUNS = _CLOSED | _DEGREES


#: articles behind which "Präsident" has its -en, and those behind which "Verein" has its -s
_WEAKENING = OBLIQUE_ARTICLES | {"diesen", "diesem", "dieses"}
_WITH_S = GENITIVES_DES | {"jenes", "keines"}


def nominative(article: str, text: str) -> str:
    """A noun phrase behind an oblique article as the nominative has it: "(eines) Vereins" →
    "Verein", "(dem) Präsidenten" → "Präsident"; "" where that is uncertain."""
    if article in _WEAKENING:
        text = re.sub(r"(ent|ant|ist|og|at|et)en\Z", r"\1", text)
        text = re.sub(r"(?<=zeuge|kunde|junge)n\Z|(?<=kollege|experte)n\Z", "", text, flags=re.I)
        text = re.sub(rf"({'|'.join(ADJECTIVAL)})n\Z", r"\1", text, flags=re.I)
    if article not in _WITH_S:
        return text
    named, of_field, field = text.partition(" für ")  # "des Instituts für Physik"
    if of_field and _OF_A_FIELD.match(named):
        return f"{nominative(article, named)}{of_field}{field}"
    head, space, noun = text.rpartition(" ")
    if space and noun[0].isupper() and head.split()[-1][0].isupper():
        return ""  # "des Trainers Ole Beek": which of them has the ending?
    if re.search(r"(?:bäude|lände|mälde|werbe|ende|auge|interesse|gebirge)s\Z", noun, re.I):
        noun = noun[:-1]
    elif re.search(r"(?:[^aeiouäöüs]|ss|ß|[aeiouäöü]{2}[a-z])es\Z|[aeiouäöü][dgtbmn]es\Z", noun):
        noun = noun[:-2]
    elif noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        noun = noun[:-1]
    return f"{head}{space}{noun}"
