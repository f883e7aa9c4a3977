"""The order of a German main clause: its verb in second place, one whole constituent in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.headlines.objects import subject_end
from timeline.events.headlines.pronouns import EXPLETIVE, is_expletive
from timeline.events.headlines.tokens import HELPING, NONFINITE, Token, split_verb, verb_at
from timeline.events.persons import is_person
from timeline.events.phrases import (
    Phrase,
    counts,
    free_noun_phrases,
    noun_phrase,
    participial,
)
from timeline.german.clause_words import Word, verb_forms
from timeline.german.closed_classes import (
    BECOME,
    DETERMINERS,
    HAVE,
    OBLIQUE_ARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms

_SUBJECTS = SUBJECT_PRONOUNS | {"jeder", "niemand", "jemand"}
#: what is followed by its name: "die Firma Holm", "die Stadt Moosau"
NAMED = re.compile(
    r"(?:\w*(?:[Ff]irma|[Ss]tadt|[Gg]emeinde|[Ff]amilie|[Bb]and|[Pp]artei|[Gg]ruppe|[Dd]orf|[Kk]reis"
    r"|[Vv]erein|[Kk]lub|[Cc]lub|[Hh]otel|[Ss]chiff|[Pp]rojekt|[Ii]nsel|[Rr]egion|[Kk]anton))\Z"
)
#: Nouns that take a phrase along: preposition → how the nouns end.
_ATTRIBUTES = {
    "gegen": r"prozess|verfahren|ermittlung(?:en)?|klage|protest|proteste|demonstration|kampf|krieg"
    r"|beschwerde|vorw[uü]rfe?|anzeige|spiel|partie|sieg|niederlage|einspruch|verstöße",
    "über": r"verhandlung(?:en)?|streit|debatte|abstimmung|gespräche?|beratung(?:en)?|entscheidung"
    r"|bericht|berichte|diskussion|gutachten|film|buch|kontrolle|vertrag|einigung|stück|roman"
    r"|vortrag|lesung|serie|ausstellung",
    "um": r"streit|debatte|kampf|ringen|suche|affäre|skandal|diskussion|rechtsstreit|prozess",
    "für": r"entwurf|gesetz|konzept|plan|pläne|mittel|ersatz|frist|zuschuss|preise?|kosten",
    "zwischen": r"streit|verhandlung(?:en)?|gespräche?|krieg|verkehr|abkommen|konflikt|strecke",
    "mit": r"verhandlung(?:en)?|gespräche?|streit|zusammenstoß|treffen|band|bände|bildband|buch"
    r"|bücher|album|heft|konzert|abend|ausstellung|schau|unfall|film|sammlung|brief|briefe|liste",
    "an": r"arbeiten|verkauf|kritik|sanierung|anteile?",
    "zu": r"gutachten|gespräche?|verhandlung(?:en)?",
    "zum": r"gutachten|bericht|verfahren|gespräch",
    "zur": r"gutachten|bericht|verfahren|gespräch",
}
_ATTRIBUTE = {key: re.compile(rf"\w*(?:{nouns})\Z", re.I) for key, nouns in _ATTRIBUTES.items()}
#: "eine Rentnerin | aus Moosau": people come from somewhere.
_PEOPLE = re.compile(r"(?:\w{3,}(?:in|er|mann|frau|ent|ist|paar|familie)|Frau|Mann|Familie)\Z")


def main_clause(kept: list[Token], finite: Word | None, sentence: str) -> list[Token]:
    """A main clause with its verb in second place, whatever stood in front of it.

    Nothing, where nobody does what it tells.
    """
    if finite is None or not kept:
        return kept
    position = verb_at(kept, finite)
    if position is None:
        return kept
    if position > 0:
        return _plain_front(_object_behind(kept, position, sentence), position)
    if finite.initial and finite.text[0].isupper():
        return kept  # "Wäre der Deich gebrochen, …", "Klappt das nicht, …", "Bringt Decken mit"
    begin, end = constituent(kept, 1, sentence)
    with_es = [Token(Word("Es", finite.start, finite.start), "", ""), *kept]
    lone = end == begin + 1 and kept[begin].lower in PARTICLES and kept[begin].word.text.islower()
    if lone and kept[-1].lower == "werden":
        return []  # "im Mai durfte wieder geschwommen werden": nobody does it
    if lone and all(token.lower != "es" for token in kept):
        return with_es  # "kam heraus, dass"
    end = subject_end(kept, begin, end, finite)
    if finite.text in HAVE and end == len(kept) and end - begin == 2:
        end -= 1  # "haben beide | Angst": something is had
    if begin == end and len(kept) > 1 and kept[1].lower in ("nicht", "sich"):
        return with_es
    if begin == end:  # "wird gesungen und getanzt" → "gesungen und getanzt wird"
        return [*kept[1:], kept[0]]
    alone = [token.lower for token in kept[begin:end]] == ["es"]
    if alone and kept[-1].lower == "gekommen" and is_expletive(kept, finite):
        return []  # "im Juli war es zu einem Unfall gekommen"
    last = kept[end - 1]
    front = [*kept[begin : end - 1], _without_comma(last)]
    middle = [kept[0], *kept[1:begin]]
    tail = [token.word for token in kept[end:]]
    finds = any(verb_forms(tail, i) & FINITE for i in range(len(tail)))
    opens = _SUBJECTS | {"das", "dass", "ob", "so"} | ({"der", "die"} if finds else set())
    clause = tail and tail[0].lower in opens
    if last.after.endswith(",") and clause and not middle[-1].after:
        # "hieß es, das sichere …" → "Es hieß, das sichere …"
        middle[-1] = replace(middle[-1], after=",")
    return [*front, *middle, *kept[end:]]


def _plain_front(kept: list[Token], position: int) -> list[Token]:
    """What stands before the verb, without an apposition and the comma a date has left."""
    first = next((i for i in range(position - 1) if kept[i].after.endswith(",")), None)
    last = kept[position - 1]
    if not last.after.endswith(","):
        return kept
    words = [token.word for token in kept[:position]]
    conditional = position > 1 and forms(words[0].lower) & FINITE and words[0].initial
    if conditional or any(verb_forms(words, i) & FINITE for i in range(position)):
        return kept  # "Klappt das nicht, rückt die Feuerwehr an"
    if first is None:
        return [*kept[: position - 1], replace(last, after=""), *kept[position:]]
    return [*kept[:first], _without_comma(kept[first]), *kept[position:]]


def _without_comma(token: Token) -> Token:
    return replace(token, after=token.after.rstrip(","))


def constituent(kept: Sequence[Token], start: int, sentence: str) -> Phrase:
    """The constituent behind the verb that is moved to the front: the first noun phrase outside a
    prepositional phrase, else whatever comes first."""
    words = [token.word for token in kept]
    index = start
    first: Phrase | None = None
    while index < len(words):
        lower = words[index].lower
        if lower == "es" and index == 1 and _is_object(words, index, sentence):
            index += 1
            continue
        if lower in _SUBJECTS:
            hardly = index > start and words[index - 1].lower in ("kaum", "fast")
            return index - hardly, index + 1
        if lower == "weder":  # "weder Busse noch Bahnen" is one
            joint = next((i for i in range(index, len(words)) if words[i].lower == "noch"), -1)
            end = noun_phrase(words, joint + 1, sentence) if joint > 0 else 0
            if end and noun_phrase(words, index + 1, sentence) == joint:
                return index, end
        if lower in PREPOSITIONS and words[index].text[0].islower():
            bare = words[index + 1 : index + 2] and words[index + 1].text[0].isupper()
            long = lower.endswith("m") or not bare  # "in Weißenroda | der Ofen"
            end = max(noun_phrase(words, index + 1, sentence, long=long), index + 1)
            end += end == index + 1 < len(words) and words[end].lower in _SUBJECTS  # "für sie"
            first = first or (index, end)
            index = end
            continue
        end = noun_phrase(words, index, sentence)
        if index < end < len(words) and words[end].lower == "lang":
            first = first or (index, end + 1)  # "drei Stunden lang | der Strom"
            index = end + 1
            continue
        if index < end and _is_distance(kept, index, end):
            end = max(noun_phrase(words, end + 1, sentence), end + 1)
            first = first or (index, end)  # "zwei Kilometer vor dem Ort | ein Baum"
            index = end
            continue
        if end > index:
            return index, _whole(kept, end, sentence)
        if lower in DETERMINERS and index + 1 < len(words):  # "ein zweiter"
            end = index + 1
            while (
                end < len(words)
                and words[end].lower.endswith(("er", "e", "es", "en"))
                and (not _verbal(words, end))
            ):
                end += 1
            if end > index + 1:
                return index, end
        if lower not in ("sich", "nicht", "zu", "und", "oder", "es") and not _verbal(words, index):
            first = first or (index, index + 1)
        index += 1
    if first and not _nobody_does_it(words):
        inside = _subject_inside(words, *first)
        if inside < first[1] and first[1] > 1:
            return inside, _whole(kept, first[1], sentence)
        return first
    return first or (start, start)


def _is_distance(kept: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a noun phrase is a distance that its place follows: "rund drei Kilometer | vor"."""
    if end >= len(kept) or kept[end].lower not in _PLACED or kept[end - 1].after:
        return False
    first = kept[begin].lower
    return (first[0].isdigit() or counts(first)) and _LENGTH.match(kept[end - 1].lower) is not None


_PLACED = table("vor nach von hinter neben über unter oberhalb unterhalb nördlich südlich")
_LENGTH = re.compile(r"(?:\w*meter|meilen?|schritte?)n?\Z")


def _subject_inside(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a subject without an article begins that stands right behind a prepositional phrase,
    which seems to take it along: "im Ratskeller | Jubel", "am Rand des Feldes | Kies"; ``end``
    where none does. To be asked where no other phrase can be the subject: no clause lacks one."""
    if end - begin < 3:
        return end
    articles = [i for i in range(begin + 2, end - 1) if words[i].lower == "der"]
    if (
        articles
        and words[begin].lower in PREPOSITIONS
        and (
            len(articles) > 1
            or words[0].lower not in BECOME
            or all(word.text[0].isupper() for word in words[articles[0] - 2 : articles[0]])
        )
    ):
        return articles[-1]  # "vor dem Landgericht Kiel | der Prozess": no genitive
    place, noun = words[end - 2].text, words[end - 1].text
    if place[0].islower() and place.endswith("er") and noun[0].isupper():  # "Hinweise neuer Zeugen"
        head = _subject_inside(words, begin, end - 2)
        return head if head < end - 2 else end
    owner = end - begin > 3 and words[end - 3].lower in ("des", "eines")
    if owner and noun[0].isupper() and place[0].isupper() and place.endswith("s"):
        return end - 1
    led = words[begin].lower.endswith("m") or words[begin + 1].lower in DETERMINERS
    named = is_person(place) or NAMED.match(place)
    common = place[0].isupper() and noun[0].isupper() and not noun.isupper()
    two = sum(word.text[0].isupper() for word in words[begin:end]) <= 3
    free = two and not noun.startswith("Gm")
    return end - 1 if led and not named and common and free else end


def _nobody_does_it(words: Sequence[Word]) -> bool:
    """ "wurde im Kino Rex getanzt": what is done is told, and nobody who does it."""
    passive = words[0].lower in ("wurde", "wird")
    return passive and _DONE_BY_NOBODY.fullmatch(words[-1].lower) is not None


_DONE_BY_NOBODY = re.compile(
    r"ge(?:feiert|tanzt|sungen|streikt|schossen|tagt|graben|wählt|arbeitet|baut|stritten|probt|kämpft)"
    r"|demonstriert|protestiert|eingebrochen"
)


def _object_behind(kept: list[Token], position: int, sentence: str) -> list[Token]:
    """ "(1995) übernahm es die Stadt" → "übernahm die Stadt es": whoever it stands for, the subject
    comes first."""
    index = position + 1
    words = [token.word for token in kept]
    if words[index : index + 1] == [] or words[index].lower != "es":
        return kept
    if _IMPERSONAL.match(words[position].text) or not _is_object(words, index, sentence):
        return kept
    end = noun_phrase(words, index + 1, sentence)
    return [*kept[:index], *kept[index + 1 : end], kept[index], *kept[end:]]


def _is_object(words: Sequence[Word], index: int, sentence: str) -> bool:
    """ "1995 übernahm es | die Stadt": "es" behind a verb that acts, the subject behind both."""
    verb = words[index - 1].text
    if EXPLETIVE.match(verb) or forms(verb) & HELPING:
        return False
    return noun_phrase(words, index + 1, sentence) > index + 1 and (
        words[index + 1].lower not in _NO_SUBJECTS
    )


#: "es" is what does it: "traf es den Ort hart", "bedarf es einer Klärung"
_IMPERSONAL = re.compile(
    r"traf|trifft|zog|zieht|brauch|bedarf|bedurft|erwisch|hagel|kost|trieb|treibt|verschl|fehl|mangel"
)
_NO_SUBJECTS = OBLIQUE_ARTICLES | {"am", "im"}


def _whole(kept: Sequence[Token], end: int, sentence: str) -> int:
    """The end of a noun phrase with what belongs to it: the rest of a list ("Gericht, Anklage und
    Verteidigung"), a phrase that its noun asks for ("der Streit | um das Haus")."""
    words = [token.word for token in kept]
    while end < len(kept) and kept[end - 1].after.endswith("-") and kept[end].lower == "und":
        end += 2
    if end + 1 < len(kept) and not kept[end - 1].after:
        end = attributes_end(words, end, sentence)
    stop, listed = end, False
    while stop < len(kept) and kept[stop - 1].after == "," and not listed:
        following = noun_phrase(words, stop, sentence)
        if following == stop:
            break
        listed = any(word.lower in ("und", "sowie") for word in words[stop:following])
        stop = following
    end = stop if listed and stop <= len(kept) else end
    return min(end, len(kept))


def attributes_end(words: Sequence[Word], end: int, sentence: str) -> int:
    """Index behind the phrase that the noun in front of ``end`` asks for; ``end`` without one."""
    if end + 1 >= len(words):
        return end
    preposition, head = words[end], words[end - 1].text
    takes = _ATTRIBUTE.get(preposition.text)
    origin = words[end + 1].text
    named = preposition.text == "aus" and origin[0].isupper() and not _MOTIVE.match(origin)
    if takes and takes.match(head):
        return max(noun_phrase(words, end + 1, sentence), end)
    if named and (_PEOPLE.match(head) or is_person(head) or _is_named_person(words, end)):
        return end + 2 + (words[end + 1].text in ("Bad", "Sankt", "St", "Groß", "Klein"))
    return end


#: "kündigte aus Protest"; "las aus Briefen vor"
_MOTIVE = re.compile(
    r"(?:Protest|Mitleid|Versehen|Rache|Eifersucht|Angst|Furcht|Sorge|Liebe|Wut|Neid|Scham|Trotz"
    r"|Verzweiflung|Solidarität|Dankbarkeit|Not|Notwehr|Spaß|Interesse|\w+gründen|Briefen|Büchern"
    r"|Gedichten|Texten|Akten)\Z"
)


def _is_named_person(words: Sequence[Word], end: int) -> bool:
    """ "die Autorin Petra Lang | aus Kassel": what somebody is stands in front of the name; where
    the verb tells of a way ("kehrte … aus Kassel zurück"), it may begin there."""
    begin = end
    while begin and words[begin - 1].text[0].isupper():
        begin -= 1
    who = any(is_person(word.text) or _PEOPLE.match(word.text) for word in words[begin : end - 1])
    return who and not any(_ON_THE_WAY.match(word.lower) for word in words)


_ON_THE_WAY = re.compile(
    r"(?:\w{2,6})?(?:kam|kamen|komm|kehr|gekehr|reist|gereist|flog|flieg|geflog|fuhr|fähr|gefahr|zog"
    r"|zieh|gezog|floh|geflohen|flücht|geflücht|wechsel|gewechselt|abgeschoben|ausgewiesen|stamm|bericht|meldet)"
)


def _verbal(words: Sequence[Word], index: int) -> bool:
    return bool(verb_forms(words, index) & NONFINITE)


def subordinate(kept: list[Token], finite: Word | None, sentence: str) -> list[Token]:
    """A subordinate clause (its opener taken off) turned into a main clause."""
    position = verb_at(kept, finite)
    if position is None or finite is None:
        return kept
    words = [token.word for token in kept]
    joint = next((i for i in range(2, position) if words[i].lower == "und"), None)
    past = joint and re.fullmatch(r"[a-zäöüß]+ten?", words[joint - 1].text)
    done = joint and forms(words[joint - 1].text) & Form.PARTICIPLE  # "angeboten und abgelehnt"
    shaped = past and joint and not done and words[joint - 2].text[0].isupper()  # "raste und"
    if joint and (shaped or verb_forms(words[:joint], joint - 1) & FINITE):
        # "(als) ein Wagen gegen die Mauer raste und sie einriss": two verbs, one subject
        verb, particle = split_verb(kept[position])
        first = subordinate(kept[:joint], words[joint - 1], sentence)
        middle, behind = kept[joint + 1 : position], kept[position + 1 :]
        return [*first, kept[joint], verb, *middle, *behind, *particle]
    rest = kept[:position] + kept[position + 1 :]
    if not rest:
        return kept
    begin, end = 0, 0
    words = [token.word for token in rest]
    if rest[0].lower in PREPOSITIONS and rest[0].word.text[0].islower():
        end = max(noun_phrase(words, 1, sentence), 1)
        if not _has_subject(words[end:], sentence) and not _done_by_nobody([*words, finite]):
            end = _subject_inside(words, 0, end)  # "bei einer Prüfung | Risse | gefunden wurden"
    else:
        # the verb is known, so "verstopfte Rohre" is one phrase
        described = int(len(words) > 1 and participial(words, 0))
        end = max(noun_phrase(words, described, sentence), 1)
        end = _whole(rest, end, sentence)
    if rest[0].lower == "sich":
        begin, end = constituent(rest, 1, sentence)
        if end == begin:
            begin, end = 0, 1
    if begin == 0:
        end = subject_end(
            [*rest, kept[position]], 0, end, finite
        )  # "die Hausbank | Kredite | kürzt"
    possesses = finite.text in HAVE or finite.text == "habe"
    if possesses and end == len(rest) > 1 and rest[-1].word.text[0].isupper():
        end -= 1  # "der Deich | Risse | hat": two phrases, not one
    head = rest[begin:end]
    if begin == 0 and len(rest) > end and rest[end - 1].after.endswith(","):
        close = next((i for i in range(end, len(rest)) if rest[i].after.endswith(",")), None)
        if close is not None and close - end <= 6:
            head, end = rest[begin : close + 1], close + 1
    verb, particle = split_verb(kept[position])
    return [*head, verb, *rest[:begin], *rest[end:], *particle]


def _has_subject(words: Sequence[Word], sentence: str) -> bool:
    """Whether a noun phrase or a pronoun among the words can be a subject."""
    pronoun = any(word.lower in _SUBJECTS for word in words)
    return pronoun or any(True for _ in free_noun_phrases(words, sentence))


def _done_by_nobody(words: Sequence[Word]) -> bool:
    """ "(weil) im Kino Rex getanzt worden war": an impersonal passive in a subordinate clause."""
    passive = not {word.lower for word in words[-3:]}.isdisjoint(BECOME | {"worden"})
    return passive and any(_DONE_BY_NOBODY.fullmatch(word.lower) for word in words)


def uncertain(kept: Sequence[Token], finite: Word | None) -> bool:
    """Whether a clause still ends with its verb, behind an article and two nouns: "die Bank Nord
    schließt", "die Stadt Bäume fällt"."""
    words = [token.word for token in kept]
    if len(words) < 4 or words[-1] is not finite or words[0].lower not in DETERMINERS:
        return False
    nouns = [word.text[0].isupper() for word in words[-3:-1]]
    return all(nouns) and not any(is_person(word.text) for word in words[1:-1])


def with_sich(kept: Sequence[Token], finite: Word | None) -> list[Token]:
    """ "hatte einen Riss sich zugezogen" → "hatte sich einen Riss zugezogen": behind a subject and
    its verb "sich" comes first."""
    words = [token.word for token in kept]
    place = verb_at(kept, finite) or 0
    sich = next((i for i, word in enumerate(words) if word.lower == "sich"), 0)
    between = words[place + 1 : sich]
    if any(_OF_OTHERS.fullmatch(word.lower) for word in words):
        return list(kept)  # "sah den Turm sich neigen"
    if not place or sich <= place + 1 or noun_phrase(words, 0, "") != place:
        return list(kept)
    if between[0].lower not in DETERMINERS or noun_phrase(between, 0, "") != len(between):
        return list(kept)
    return [*kept[: place + 1], kept[sich], *kept[place + 1 : sich], *kept[sich + 1 :]]


_OF_OTHERS = re.compile(
    r"s(?:ah|ahen|ieht|ehen)|l(?:ässt|assen|ieß|ießen)|h(?:ört|örte|örten|ören)"
)
