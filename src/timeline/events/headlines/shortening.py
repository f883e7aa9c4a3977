"""Making a headline fit: the less weighty parts go first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from timeline.events.headlines.names import short_name, without_titles
from timeline.events.headlines.order import attributes_end
from timeline.events.headlines.tokens import (
    HELPING,
    NONFINITE,
    Token,
    render,
    text_of,
    tidy,
    tokens,
    uncapitalized,
)
from timeline.events.phrases import (
    ADJECTIVAL,
    ADVERBS,
    Phrase,
    counts,
    free_noun_phrases,
    noun_phrase,
)
from timeline.events.terms import is_content
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.closed_classes import (
    ABOUT,
    BECOME,
    DETERMINERS,
    INDEFINITE_ARTICLES,
    JOINTS,
    OBJECT_PREPOSITIONS,
    PREPOSITIONS,
)
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms

LONGEST = 90


def shorten(text: str, limit: int = LONGEST) -> str:
    """A headline of at most ``limit`` characters: less weighty parts go first, "…" comes last."""
    if len(text) <= limit:
        return text
    article = ""
    slim = re.sub(r", (?:insbesondere|darunter|unter anderem|etwa|zum Beispiel)\b[^,]*,?", "", text)
    if len(slim) > limit:
        slim = re.sub(r"(?<=\w), [^,]{2,60}, (?=(?:[a-zäöü]))", _between_commas, slim)
    if len(slim) > limit:
        slim = re.sub(r"\s*\([^()]*\)", "", slim)
    if len(slim) > limit:
        whole, slim = slim, _without_article(slim)
        if whole.endswith(f" {slim}"):
            article = whole[: -len(slim) + 1]  # with the letter behind it, which may be small
        slim = re.sub(r"\A([\w-]+(?: [A-ZÄÖÜ][\w-]+)* und) (?:der|die|das) ", r"\1 ", slim)
        slim = slim[:1].upper() + slim[1:]
    if len(slim) > limit:
        slim = _telegraphic(slim)
    untitled = without_titles(slim)
    if len(slim) > limit >= len(untitled) and _has_verb(slim) and _would_lose_object(slim):
        return untitled
    while len(slim) > limit:
        shorter = _without_last_phrase(slim)
        if shorter == slim:
            break
        slim = shorter
    slim = tidy(slim)
    if len(slim) <= limit:
        verbs = _has_verb(slim)  # "Damm in Moosau gebrochen" needs no article
        full = f"{article}{slim[1:]}"
        return full if article and verbs and len(full) <= limit else slim
    slim = re.sub(r"\b\w+- und (?=[A-ZÄÖÜ])", "", slim)
    if len(slim) <= limit:
        return slim
    slim, verb = _without_verb(slim, limit)
    cut = slim[: limit - 1 - len(verb)].rsplit(" ", 1)[0].rstrip(" ,;:–-„«(")
    if verb:
        return f"{tidy(cut)} …{verb}"
    return f"{tidy(cut)} …" if len(tidy(cut)) + 2 <= limit else f"{tidy(cut.rsplit(' ', 1)[0])} …"


def _would_lose_object(text: str) -> bool:
    """Whether the phrase that would go next is the object of the verb or says more of one."""
    rest = _without_last_phrase(text).split(" ")
    lost = next((a for a, b in zip_longest(text.split(" "), rest) if a != b), "")
    return lost in OF_OBJECTS


def _has_verb(text: str) -> bool:
    """Whether a text has a finite verb that is no participle."""
    words = words_of(text)
    found = (verb_forms(words, i) for i in range(len(words)))
    return any(form & FINITE and not form & Form.PARTICIPLE for form in found)


def _without_verb(text: str, limit: int) -> tuple[str, str]:
    """A text whose helping verb would lose its participle in the cut: up to that, and that: "hat
    das Gutachten … | vorgestellt"."""
    comma = text.find(",", limit)
    words = words_of(text, 0, comma if comma > 0 else None)
    found = [verb_forms(words, i) for i in range(len(words))]
    helps = next((i for i, form in enumerate(found) if form & HELPING), None)
    if helps is None or helps > 8 or "," in text[:limit]:
        return text, ""
    closed = [
        i
        for i in range(helps + 1, len(words))
        if found[i] & NONFINITE and words[i].text[0].islower()
    ]
    if not closed or words[closed[-1]].start < limit - 20 or len(words[closed[-1]].text) > 25:
        return text, ""
    verb = words[closed[-1]]
    return text[: verb.start].rstrip(), f" {verb.text}"


def spoken(speaker: str, said: str, source: str) -> str:
    """ "Speaker: what is said", with as much of the name as there is room for."""
    if speaker and speaker in said[: len(speaker) + 5]:
        return shorten(said)  # "Ein 24-Jähriger habe sich gemeldet"
    if (
        speaker.casefold() == source.casefold()
    ):  # the name of an outlet is not to be shortened, nor what it says
        return f"{speaker}: {said}" if len(speaker) + len(said) + 2 <= LONGEST else said
    names = (speaker, short_name(speaker, 2), short_name(speaker, 1))
    slim = _telegraphic(said)
    full = names[: 1 + (" " in names[1])]  # "südkoreanischer Geheimdienst" loses more
    tries = [(n, t) for t in (said, slim) for n in full]
    for name, text in (*tries, (names[2], said), (names[2], slim)):
        if len(name) + 2 + len(text) <= LONGEST:
            return f"{name[:1].upper()}{name[1:]}: {text}"
    return f"{names[-1]}: {shorten(said, LONGEST - len(names[-1]) - 2)}"


def _between_commas(match: re.Match[str]) -> str:
    """What stands between two commas goes, unless it is a clause of its own."""
    words = words_of(match.group())
    clause = any(verb_forms(words, i) & FINITE & ~Form.PARTICIPLE for i in range(len(words)))
    return match.group() if clause else " "


_ADJECTIVAL = re.compile(
    r"(?:schäftigten|gestellten|geordneten|verletzten|gefangenen|angeklagten|betroffenen|[a-z]enden"
    r"|verwandten|angehörigen|versicherten|geschädigten|überlebenden|jährigen)\Z",
    re.IGNORECASE,
)


def _without_article(text: str) -> str:
    """ "Der alte Deich" → "Alter Deich", "Die Mühle" → "Mühle"."""
    found = re.match(r"(Der|Die|Das|Ein|Eine) ([\w-]+) ", text)
    if not found:
        return text
    article, word = found.groups()
    rest = text[found.end(1) + 1 :]
    if article == "Die" and _ADJECTIVAL.search(word):
        return rest.replace(word, word[:-1], 1)  # "Die Beschäftigten" → "Beschäftigte"
    if article == "Der" and word.lower().endswith(ADJECTIVAL):
        return f"{word}r{rest[len(word) :]}"  # "Der Vorsitzende" → "Vorsitzender"
    named = word[0].isupper() and rest.split(" ", 2)[1:2]
    if named and named[0][:1].isupper() and _IN_NAMES.fullmatch(word):
        ending = {"Die": "", "Der": "r"}.get(article, "s")
        return f"{word}{ending}{rest[len(word) :]}"
    if word[0].isupper() or article in ("Ein", "Eine"):
        return rest
    if word in ADVERBS:
        return text  # "Die so genannte …"
    if article == "Die":  # "Die alten Deiche" → "Alte Deiche"
        return f"{word.removesuffix('n')}{rest[len(word) :]}" if word.endswith("en") else rest
    if not word.endswith("e"):
        return text
    return f"{word}{'r' if article == 'Der' else 's'}{rest[len(word) :]}"


#: in names: "Der Grosse Rat", "Das Rote Kreuz", "Die Deutsche Bahn"
_IN_NAMES = re.compile(
    r"(?:Gro(?:ß|ss)|Klein|Rot|Grün|Wei(?:ß|ss)|Schwarz|Blau|Alt|Neu|Deutsch|Oberst|Erst|Zweit|Frei"
    r"|[A-ZÄÖÜ][a-zäöüß]+isch)e"
)


def _telegraphic(text: str) -> str:
    """A passive sentence as headlines put it: "Soldaten wurden verlegt" → "Soldaten verlegt"."""
    found = re.match(r"(.+?) (?:(?:ist|sind|sei|seien) (.+) worden|(?:wurde|wurden) (.+))\Z", text)
    if not found:
        return text
    rest = found.group(2) or found.group(3)
    last = rest.rsplit(" ", 1)[-1]
    if not forms(last) & Form.PARTICIPLE or " sich " in text:
        return text
    return f"{found.group(1)} {rest}"


_MEASURE_OF_TIME = re.compile(r"(?:Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?)\Z")


#: without these a sentence would say the contrary
_TURNING = ("ohne", "statt", "außer", "ausser")
_JOINED = re.compile(
    r"(?:vereinig|fusionier|verschmolz|zusammengeleg|verbind|verbund|verschmelz)(?:t|en|te|ten)"
)
_PARTED = re.compile(r"\bsich\b.*(?:trenn|verabschied|distanzier|entfern)")


def _without_last_phrase(text: str) -> str:
    """The text without its last adverbial: a subordinate tail, or a prepositional phrase."""
    comma = text.find(", ", 40)
    if comma > 0:
        last = text.rsplit(" ", 1)[1]
        own = last in PARTICLES and not _has_verb(text[comma:])  # "gingen im Tal, …, | nieder"
        return f"{text[:comma]} {last}" if own else text[:comma]
    words = text.split(" ")
    tail: list[str] = []
    body = list(words)
    while body and forms(body[-1].strip(",.")) & NONFINITE and (body[-1][:1].islower()):
        tail.insert(0, body.pop())
    plain = words_of(" ".join(body))
    if len(plain) != len(body):
        return text
    for index in range(len(body) - 2, 1, -1):
        if body[index] not in PREPOSITIONS or body[index] in ("zu", "um", "als", *_TURNING):
            continue
        if body[index] == "mit" and any(_JOINED.fullmatch(word) for word in words):
            continue
        if body[index] in ("von", "vom") and _PARTED.search(text):
            continue  # "hat sich von ihrem Trainer getrennt"
        end = noun_phrase(plain, index + 1, " ".join(body))
        if end == len(body) and tail and _is_goal(body[index : index + 2]):
            continue  # "sind für das Bad auf die Straße gegangen"
        if body[index] == "von" and body[index - 1].isdigit() and body[index - 2] in PREPOSITIONS:
            index -= 2  # "mit 412 von 655 Stimmen"
        if body[index] in ("von", "zu") and body[index - 1][0].isupper() and end == index + 2:
            continue  # "Enno von Tjark"
        while index > 2 and body[index - 1] in ABOUT | {"bis", "fast"}:
            index -= 1
        index -= index > 2 and body[index - 1] in PREPOSITIONS
        if _MEASURE_OF_TIME.search(body[index - 1]) or body[index - 1] in JOINTS:
            continue  # "drei Tage | nach der Flut"
        rest = body[:index] + body[end:]
        if end > index + 1 and any(verb_forms(plain, i) & FINITE for i in range(len(plain))):
            verbs = words_of(" ".join(rest + tail))
            if any(verb_forms(verbs, i) & FINITE for i in range(len(verbs))):
                return " ".join(rest + tail)
        elif end > index + 1:
            return " ".join(rest + tail)
    return text


def _is_goal(lead: Sequence[str]) -> bool:
    """Whether a preposition with its article leads to where somebody goes, or something is put:
    "auf die (Straße)", "ins (Werk)"."""
    return lead[0] in _TO_THE or (lead[0] in _WHERE_TO and lead[1] in ("den", "die", "das"))


_TO_THE = ("ins", "ans", "aufs")
_WHERE_TO = ("in", "auf", "unter", "hinter")


#: Pronouns that point out of the headline.
DANGLING = re.compile(
    r"(?:Er|Sie|Es|Dies|Das|Ich|Wir|Ihm|Ihr|Mir|Ihn|Ihnen|Uns|Dessen|Deren|Dieser|Diese|Dieses)\b(?!\s+[A-ZÄÖÜ]\w)"
    r"(?!\s+[a-zäöüß]+(?:ige|ische|liche|[aeinuo]ne|ene|eue|ale|are|ive|lle) [A-ZÄÖÜ])"
)


def says_little(text: str) -> bool:
    """Whether a headline tells too little: nothing, one short word, or a mere pronoun."""
    words = words_of(text)
    content = [word for word in words if is_content(word.text)]
    thin = not content or (len(content) < 2 and len(words) < 3)
    return thin or len(text) < 8 or DANGLING.match(text) is not None


def without_phrases(kept: Sequence[Token], sentence: str) -> list[Token]:
    """The tokens without their prepositional phrases."""
    words = [token.word for token in kept]
    out: list[Token] = []
    index = 0
    while index < len(kept):
        opens = index == 0 and words[0].lower in ("um", "ohne", "statt")  # "um … zu löschen"
        if words[index].lower in PREPOSITIONS and words[index].text[0].islower() and not opens:
            end = noun_phrase(words, index + 1, sentence)
            if end > index + 1 and not _joins_two(words, index, end):
                index = end
                continue
        out.append(kept[index])
        index += 1
    return out


_ONE = INDEFINITE_ARTICLES - {"eines"}
OF_OBJECTS = OBJECT_PREPOSITIONS | {"aus", "durch", "zu", "zum", "zur"}


def droppable(kept: Sequence[Token], position: int, sentence: str) -> list[Phrase]:
    """The prepositional phrases behind the verb at ``position``, the least weighty first.

    German puts adverbials before objects, so what comes first goes first; never the last one that
    only verbs follow, and objects after all others.
    """
    words = [token.word for token in kept]
    phrases: list[Phrase] = []
    index = position + 1
    while index < len(words):
        end = index + 1
        if words[index].lower in PREPOSITIONS and words[index].text[0].islower():
            end = max(noun_phrase(words, index + 1, sentence), end)
            if end > index + 1 and not _is_needed(words, index, end):
                end = attributes_end(words, end, sentence)  # "nach dem Verkauf | an die Bank"
                if end + 1 < len(words) and words[end].text.endswith("er"):
                    end += 2 * words[end + 1].text[0].isupper()  # "den Schutz kleiner Häuser"
                phrases.append((_with_measure(words, index, position), end))
        index = end
    tails: list[Phrase] = []  # "über Regeln | für den Schutz der Häuser"
    for (begin, end), following in pairwise(phrases):
        of_object = words[begin].lower in ("über", "gegen", "für", "auf")
        of_noun = words[min(end, len(words) - 1)].lower in ("für", "von", "gegen", "zwischen")
        if of_object and of_noun and following[0] == end:
            tails.append((end, max(stop for start, stop in phrases if start >= end)))
    weighty = [phrase for phrase in phrases if _has_noun(words, phrase[1])]
    objects = [phrase for phrase in weighty if words[phrase[0]].lower in OF_OBJECTS]
    others = [phrase for phrase in weighty if phrase not in objects]
    causes = [p for p in phrases[-1:] if objects and words[p[0]].lower in _CAUSES]
    return [*others, *tails[:1], *(phrase for phrase in causes if phrase not in others), *objects]


_CAUSES = ("wegen", "trotz", "aufgrund", "infolge", "angesichts", "dank")


def _is_needed(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether a clause would say another thing without the phrase from its preposition, at
    ``index``, to ``end``."""
    if _joins_two(words, index, end):
        return True
    if words[index].lower == "mit" and any(_JOINED.fullmatch(word.lower) for word in words):
        return True  # "hat das Haus mit dem Spital vereinigt"
    if words[index].lower in ("von", "vom"):
        return _PARTED.search(" ".join(word.text for word in words)) is not None
    return words[index].lower in _TURNING


def _joins_two(words: Sequence[Word], index: int, end: int) -> bool:
    """ "fanden bei einer Kontrolle Keime": which of the nouns is the object?"""
    two_nouns = [word.text[0].isupper() for word in words[index + 2 : end]][:2] == [True, True]
    return two_nouns and words[index + 1].lower in _ONE


def _has_noun(words: Sequence[Word], begin: int) -> bool:
    """Whether more than verbs follows from ``begin`` on."""
    rest = range(begin, len(words))
    return any(words[i].text[0].isupper() and not verb_forms(words, i) for i in rest)


def _with_measure(words: Sequence[Word], index: int, position: int) -> int:
    """Where "rund 400 Meter | vor der Einfahrt" begins: the distance goes with its place."""
    if index - 2 <= position or not _UNIT_OF_LENGTH.match(words[index - 1].text):
        return index
    if not (words[index - 2].text[0].isdigit() or counts(words[index - 2].lower)):
        return index
    return index - 2 - (index - 3 > position and counts(words[index - 3].lower))


_UNIT_OF_LENGTH = re.compile(r"(?:\w*[mM]eter|Meilen?|Schritte?)n?\Z")


def with_clause(text: str, kept: Sequence[Token], sentence: str, *, infinitive: bool) -> str:
    """``text`` with the clause of ``kept`` behind it, one of them without its prepositional phrases
    where both have no room; "" where that leaves nothing.

    "beschloss mit knapper Mehrheit, in Kiel Tempo 30 einzuführen": an ``infinitive`` that would
    lose its nouns stays whole, and the clause in front of it gives way.
    """
    bare = without_phrases(kept, sentence)
    light = text_of(without_phrases(tokens(words_of(text), text), text))
    if not infinitive or len(words_of(light)) < 2:
        light = text
    leads = (text, _without_article(text), without_titles(text), light)
    for lead, version in (*((lead, kept) for lead in leads), (text, bare)):
        addition = render(version)
        if not (version and version[0].word.text[0].isupper()):
            addition = uncapitalized(addition)
        joined = f"{lead}, {addition}"
        if len(words_of(addition)) > 1 and len(joined) <= LONGEST:
            return joined
    return ""


#: verbs that tell nothing without what is known, found or asked for
_WAITING = re.compile(
    r"(?:ge)?forder(?:t|te|ten|n)|erfuhr(?:en)?|erfahren|wussten?|gewusst|verlangt(?:e|en)?"
    r"|meinte[n]?|gemeint|glaubte[n]?|hoff(?:t|te|ten|en)|fürchtete[n]?|befürchte(?:t|n|te|ten)"
    r"|sagte[n]?|gesagt|erklärte[n]?|erklärt|versprach(?:en)?|versprochen|versicher(?:t|te|ten)"
    r"|entscheiden|klären|prüfen|wissen|gefragt|fragte[n]?"
    r"|ließ(?:en)?|lässt|lassen|kündig(?:t|te|ten)|betonte[n]?|betont|angekündigt|eingeräumt|behauptet(?:e|en)?|verlautete|entschied(?:en)?"
)


def waits(text: str) -> bool:
    """Whether a clause says that somebody says, knows or wants a thing, and not what it is: "Die
    SPD hatte gefordert"."""
    words = words_of(text)
    verbs = [word for i, word in enumerate(words) if verb_forms(words, i)]
    if not verbs or not _WAITING.fullmatch(words[-1].lower):
        return False
    if any(verb.lower in BECOME for verb in verbs):
        return False  # "Die Pläne wurden angekündigt": that is the news
    return len(list(free_noun_phrases(words, text))) < 2


def with_beginning(text: str, clause: str) -> str:
    """``text`` with as much of the clause behind it as there is room for, and "…"; "" for none."""
    room = LONGEST - len(text) - 4
    told = uncapitalized(clause) if words_of(clause)[:1] and _is_small(clause) else clause
    cut = told[:room].rsplit(" ", 1)[0].rstrip(" ,;:–-„«(") if room > 0 else ""
    return f"{text}, {cut} …" if len(words_of(cut)) > 3 else ""


def _is_small(clause: str) -> bool:
    """Whether a clause opens with a word that has its capital from the beginning only."""
    first = words_of(clause)[0].lower
    return first in PREPOSITIONS or first in DETERMINERS or first in ("dass", "ob", "wie", "wann")
