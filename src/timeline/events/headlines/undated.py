"""A clause without its dates: what goes with each of them, and where a date has to stay.

"Am 9. Juli hatte das Blatt gemeldet" → "hatte das Blatt gemeldet": with a date go its preposition,
its article and the particles in front of it. Fillers that only tie a sentence to the one before go
as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.headlines.tokens import Token, tokens
from timeline.events.phrases import counts, free_noun_phrases, noun_phrase
from timeline.events.stretches import Stretches
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    ABOUT,
    BE,
    DATE_PREPOSITIONS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    ENDINGS,
    JOINTS,
    PREPOSITIONS,
)
from timeline.german.direction_words import NEGATIONS, PLANNED
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms, is_done
from timeline.temporal.surroundings import is_addressed

#: Words that carry no news: they only tie a sentence to the one before.
_FILLERS = table(
    """
    bereits zudem außerdem ausserdem allerdings unterdessen inzwischen mittlerweile jedoch
    hingegen dagegen indes indessen übrigens zwar nämlich daraufhin freilich überdies ferner
    also nun immerhin dennoch trotzdem gleichwohl schließlich schliesslich zunächst seither
    seitdem dort hier dabei aktuell derzeit momentan zurzeit gegenwärtig ebenfalls zugleich
    wiederum somit deshalb deswegen daher darum insgesamt stattdessen
    """
)
#: Fillers next to a date only: "schon am Freitag", but "schon sechs Tote".
_BEFORE_DATES = ABOUT | table(
    """
    statt ausgerechnet bereits schon noch erst nur spätestens frühestens voraussichtlich gleich kurz
    auch gegen genau zuletzt jeweils eben immer lange zwar also pünktlich
    """
)
_AS_PLANNED = PLANNED | {"vereinbart", "üblich", "bisher"}
#: Verbs that say nothing without their time.
_NEEDS_DATE = re.compile(
    r"(?:stamm(?:t|en|te|ten)|datier(?:t|en|te|ten)|dauer(?:t|n|te|ten)|reich(?:t|en|te|ten|e)"
    r"|galt|gilt|gelten|galten|läuft|laufen)\Z"
)
#: and those that say nothing with their subject alone: "Der Vertrag lief (bis Mai)"
_WITHOUT_MORE = re.compile(
    r"wären?|sei(?:en)?|bleib(?:t|en)|lief(?:en)?|rück(?:t|te)|rutscht(?:e)?"
)
#: "Als Termin hatte die Bahn (Oktober 2025) genannt": the date is what they name
_NAMES_A_DATE = re.compile(r"genannt|nannten?|nenn(?:t|en)|anvisiert(?:e|en)?|angepeilt")
_LASTING = re.compile(r"(?:an)?dauern\Z|reichen\Z|gelten\Z|laufen\Z")
#: "Der Brief trägt das Datum (vom 3. April)", "Sie hat (bis Mai) Zeit": rests that wait for it.
_WAITS = re.compile(
    r".* (?:trägt|trug|tragen) das Datum|.* ha(?:t|ben|tte|tten) (?:\w+ ){0,2}Zeit\Z"
)
_LEADS = table("demnach und aber doch denn oder sondern auch so dann da damit dafür")


def without_dates(
    clause: Clause, sentence: str, spans: Sequence[tuple[int, int]]
) -> tuple[list[Token], Word | None]:
    """The tokens of a clause without dates and fillers, and its finite verb."""
    words = clause.words
    finite = words[clause.finite] if clause.finite is not None else None
    dropped: set[int] = set()
    for start, end in spans:
        inside = [i for i, w in enumerate(words) if w.start < end and start < w.end]
        if not inside:
            continue
        if _is_noun_of_article(words, inside, clause) or _joined(words, inside, spans):
            continue  # "verbrachten den Feiertag am See"
        if _is_negated(words, inside[0]) and "," not in sentence[start:end]:
            continue  # "rechnet nicht vor dem Sommer mit einem Urteil"
        if _only_from(words, inside[0], finite):
            continue  # "dürfen erst ab Oktober gefällt werden"
        if _is_before(words, inside[0]) and not NEGATIONS.isdisjoint(w.text for w in words):
            continue  # "vor März ist nicht mit einer Anklage zu rechnen"
        if _waits_for_it(words, inside[0], spans):
            continue  # "trotz 2022"
        own = _is_attribute(words, inside)
        if own and [w.lower in PARTS_OF for w in words[inside[0] : inside[-1] + 1]][2:3] == [True]:
            inside = inside[2:]  # "in dem | Mitte Januar eröffneten Prozess"
        dropped.update(inside)
        lead = [] if own else _lead_of_date(words, inside[0], clause)
        dropped.update(lead)
        begins = min([inside[0], *lead])
        dropped.update([*_denied_date(words, begins), *_aimed_at(words, begins)])
        dropped.update(_compared_with(words, begins, spans))
        behind = inside[-1] + 1
        from_on = {"von", "vom"} & {w.lower for w in words[max(0, inside[0] - 1) : inside[0] + 1]}
        addressed = _is_addressed(words, inside[0], behind)
        if from_on and not addressed and behind < len(words) and words[behind].lower == "an":
            dropped.add(behind)  # "von morgen an", "vom 3. Juli an"
        if behind < len(words) and words[behind].lower in ("davor", "danach", "zuvor"):
            dropped.add(behind)  # "im Frühling davor"
        if behind < len(words) - 1 and words[behind].lower == "hin":
            dropped.add(behind)  # "zum Sonntag hin"
        fronted = words[behind + 1 : behind + 2] == (finite,)
        if fronted and words[behind].lower in ("noch", "schon", "erst"):
            dropped.add(behind)  # "im Mai noch hatte …"
    for index, word in enumerate(words):
        if word.lower == "aber" and index and words[index - 1] is finite:
            dropped.add(index)  # "wurde aber verlegt"
        if (
            word.lower in _FILLERS
            and word is not finite
            and not (word.lower == "dagegen" and finite is not None and _votes(finite.text))
            and not (index == len(words) - 1 and word.lower in PARTICLES)
            and not (
                word.lower == "nun" and index and words[index - 1].text.isdigit()
            )  # "statt 58 nun 71 Millionen"
        ):
            dropped.add(index)
            if index and words[index - 1].lower in ("genau", "eben", "gerade"):
                dropped.add(index - 1)  # "genau dort"
    dropped.update(
        i
        for i in range(1, len(words) - 1)
        if words[i].lower in JOINTS and {i - 1, i + 1} <= dropped
    )  # "am 12. Mai und am 3. Juni": with both dates goes what joins them
    dropped.update(_stray_piece(clause, sentence, finite))
    dropped.update(_apposed(words, dropped, finite, sentence))
    dropped.update(_participle_of(words, dropped))
    if finite is not None and _needs_date(words, dropped, finite, sentence):
        dropped = {i for i in dropped if words[i].lower in _FILLERS}  # "stammt aus dem 18. …"
    for index in range(len(words) - 1):
        if words[index].lower == "bis" and words[index + 1].lower in ("dahin", "dato"):
            dropped.update((index, index + 1))
        if words[index].lower == "und" and words[index + 1].lower == "zwar":
            dropped.update((index, index + 1))
    whole = tokens(words, sentence)
    kept = [_closed(whole, i, dropped, finite) for i in range(len(whole)) if i not in dropped]
    if (
        len(kept) > 2
        and kept[0].lower in ("noch", "schon", "erst")
        and (kept[1].lower in PREPOSITIONS)
    ):
        kept.pop(0)
    while kept and kept[0].lower in _LEADS and len(kept) > 2 and kept[0].word is not finite:
        if kept[0].lower in ("auch", "so", "da", "damit", "dafür") and kept[1].word is finite:
            kept.pop(0)
            break
        kept.pop(0)
    return kept, finite


def _votes(verb: str) -> bool:
    """ "stimmten dagegen", "sind dagegen": here it is no filler."""
    return verb.startswith("stimm") or verb in BE


def _needs_date(words: Sequence[Word], dropped: set[int], finite: Word, sentence: str) -> bool:
    """Whether the clause tells nothing without its date: "Die nächste Wahl ist (im März 2029)"."""
    left = [word for i, word in enumerate(words) if i not in dropped]
    if _WAITS.match(" ".join(word.text for word in left)):
        return True
    if not left:
        return True
    lowers = {word.lower for word in left}
    lasts = _LASTING.match(left[-1].lower) and left[-2:-1] and left[-2].lower != "wieder"
    if forms(finite.text) & Form.MODAL and len(left) < 6 and lasts:
        return True  # "Die Arbeiten sollen (bis Herbst) dauern"
    given = len(left) < 4 and left[0] is not finite and finite.text in ("gibt", "gab")
    if given and any(word.lower == "es" for word in left):
        return True  # "Karten gibt es (ab Mai)"
    if len(left) < 6 and _NEEDS_DATE.match(finite.text):
        return True
    if any(_NAMES_A_DATE.fullmatch(word.text) for word in left):
        return len(list(free_noun_phrases(left, sentence))) < 2 + ("als" in lowers)
    rest = [word for word in left if word is not finite]
    bare = finite.text in BE or _WITHOUT_MORE.fullmatch(finite.text)
    return bool(bare and rest) and finite in left and noun_phrase(rest, 0, sentence) == len(rest)


def _apposed(
    words: Sequence[Word], dropped: set[int], finite: Word | None, sentence: str
) -> Sequence[int]:
    """ "Am 16. August, einem Samstag mit leichtem Wind, rammte …": with the date in front goes what
    is said of it, up to the comma before the verb."""
    verb = next((i for i, word in enumerate(words) if word is finite), 0)
    if verb < 3 or 0 not in dropped or not sentence[words[verb - 1].end :].startswith(","):
        return ()
    begin = next(i for i in range(verb + 1) if i not in dropped)
    commas = [i for i in range(verb - 1) if sentence[words[i].end :].startswith(",")]
    if begin >= verb or not commas or commas[0] not in dropped or commas[-1] != commas[0]:
        return ()
    if words[commas[0] + 1].lower not in DETERMINERS:
        return ()  # "vor zwei Jahren, bei der Schau, waren es 74.000"
    if any(verb_forms(words, i) & FINITE for i in range(verb)):
        return ()
    return range(commas[0] + 1, verb)


def _participle_of(words: Sequence[Word], dropped: set[int]) -> list[int]:
    """ "Das (1974) eröffnete Bad ist geschlossen": a participle tells nothing without its date."""
    out: list[int] = []
    for index in range(2, len(words) - 1):
        led = index - 1 in dropped and index not in dropped and index + 1 not in dropped
        if not led or not words[index + 1].text[0].isupper() or not is_done(words[index].text):
            continue
        first = index - 1
        while first and first - 1 in dropped:
            first -= 1
        if words[first].lower == "für":
            continue  # "die für Montag geplante Sitzung": that it was planned tells something
        if first and words[first - 1].lower in DEFINITE_ARTICLES:
            out.append(index)
    return out


#: "in dem | Mitte Januar": no article of theirs stands in front of them
PARTS_OF = frozenset(("anfang", "mitte", "ende"))


def _is_attribute(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """ "in dem (Mitte Januar) eröffneten Prozess": the article in front is the noun's."""
    behind = inside[-1] + 1
    noun = words[behind + 1 : behind + 2]
    led = {word.lower for word in words[max(0, inside[0] - 1) : inside[0] + 2]}
    if not noun or not noun[0].text[0].isupper() or led.isdisjoint(DEFINITE_ARTICLES):
        return False
    return words[behind].text.endswith("en") and is_done(words[behind].text)


def _closed(whole: Sequence[Token], index: int, dropped: set[int], finite: Word | None) -> Token:
    """The token at ``index`` with the comma of a date that was taken out behind it.

    "betrat den Saal um neun Uhr, einen Ordner unter dem Arm" stays two parts; in front of the verb
    ("am Montag, kurz nach neun, betrat …") and between two commas no comma is left.
    """
    token, end = whole[index], index + 1
    while end < len(whole) and end in dropped:
        end += 1
    if end == index + 1 or end >= len(whole) or token.after or whole[end].word is finite:
        return token
    commas = [i for i in range(index + 1, end) if whole[i].after.endswith(",")]
    behind = whole[end].word
    if commas != [end - 1] or not (behind.lower in DETERMINERS or behind.text[0].isupper()):
        return token
    before = any(whole[i].word is finite for i in range(index + 1))
    return Token(token.word, token.before, ",") if before else token


def _joined(words: Sequence[Word], inside: Sequence[int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what is no date is joined to it: "starben in jener Nacht oder an den Folgen"."""
    behind = inside[-1] + 1
    if behind + 1 >= len(words) or words[behind].lower not in JOINTS:
        return False
    follows = words[behind + 1]
    dated = follows.start in Stretches(spans)
    own = words[inside[0]].lower in DATE_PREPOSITIONS
    return own and not dated and follows.lower in PREPOSITIONS and follows.text[0].islower()


def _aimed_at(words: Sequence[Word], first: int) -> Sequence[int]:
    """ "auf (nach Ostern)", "auf die Zeit (nach Ostern) verschoben": what leads to the date."""
    before = [word.lower for word in words[max(0, first - 3) : first]]
    if words[first].lower not in ("nach", "vor"):
        return ()
    if before == ["auf", "die", "zeit"]:
        return range(first - 3, first)
    return range(first - 1, first) if before[-1:] == ["auf"] else ()


def _compared_with(
    words: Sequence[Word], first: int, spans: Sequence[tuple[int, int]]
) -> Sequence[int]:
    """ "gegenüber (2022)", "im Vergleich (zu 2022)", "von Mai auf (Juni)": what leads from another
    time to this one says nothing without it."""
    before = [word.lower for word in words[max(0, first - 2) : first]]
    if before == ["im", "vergleich"]:
        return range(first - 2, first)
    moved = before[-1:] == ["auf"] and first > 1 and words[first - 2].start in Stretches(spans)
    compared = before[-1:] in (["gegenüber"], ["verglichen"])
    return range(first - 1, first) if moved or compared else ()


def _waits_for_it(words: Sequence[Word], first: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a preposition that leads to no date by itself would be left without its phrase."""
    if first == 0 or words[first].lower in PREPOSITIONS:
        return False
    before = words[first - 1]
    leads = before.lower in DATE_PREPOSITIONS or _compared_with(words, first, spans)
    return before.lower in PREPOSITIONS and before.text[0].islower() and not leads


def _denied_date(words: Sequence[Word], first: int) -> Sequence[int]:
    """ "nicht am 7., sondern am 9. Mai": with the date goes the one that it is not."""
    if first == 0 or words[first - 1].lower != "sondern":
        return ()
    near = range(first - 2, max(first - 9, -1), -1)
    denied = next((i for i in near if words[i].lower == "nicht"), first)
    last = first - 2
    while last > denied and verb_forms(words, last) & (Form.PARTICIPLE | Form.INFINITIVE):
        last -= 1  # "nicht im Mai begonnen, sondern …": the verb belongs to both
    return [*range(denied, last + 1), first - 1]


def _is_noun_of_article(words: Sequence[Word], inside: Sequence[int], clause: Clause) -> bool:
    """Whether the date is the noun that an article in front of it waits for."""
    before = inside[0] - 1
    while before > 0 and _inflected(words, before):
        before -= 1  # "auf einen harten | Mittwoch"
    if before < 0 or words[before].lower not in DETERMINERS:
        return False
    if before == 0 and clause.kind == "relative":
        return False
    if before and words[before - 1].lower in DATE_PREPOSITIONS:
        return False
    behind = inside[-1] + 1
    if behind >= len(words):
        return True
    following = words[behind]
    leads_on = following.text.endswith(ENDINGS) and behind + 1 < len(words)
    return following.text[0].islower() and not leads_on


def _is_negated(words: Sequence[Word], first: int) -> bool:
    """Whether "nicht" stands before a date: without it the sentence would deny all."""
    lead = [word.lower for word in words[max(0, first - 3) : first]]
    while lead and lead[-1] in DATE_PREPOSITIONS | _BEFORE_DATES | {"mehr"}:
        lead.pop()
    contrast = any(word.lower == "sondern" for word in words)
    return bool(lead) and lead[-1] in ("nicht", "kaum", "nie") and not contrast


def _only_from(words: Sequence[Word], first: int, finite: Word | None) -> bool:
    """Whether a permission holds only from a date on, or until then: without it, it would hold."""
    allowed = finite is not None and finite.text in ("darf", "dürfen", "kann", "können", "durften")
    lead = {word.lower for word in words[max(0, first - 3) : first]}
    return allowed and not lead.isdisjoint(("erst", "nur", "frühestens", "spätestens"))


def _is_addressed(words: Sequence[Word], first: int, behind: int) -> bool:
    """ "der Brief vom 3. Mai an den Minister": "an" says to whom it goes, not from when on."""
    goal = words[behind + 1 : behind + 2]
    aimed = goal and (goal[0].lower in DETERMINERS or goal[0].text[0].isupper())
    return bool(aimed) and is_addressed([word.text for word in words[max(0, first - 4) : first]])


def _is_before(words: Sequence[Word], first: int) -> bool:
    """Whether "vor" leads to a date: "vor Herbst", "vor dem 3. Mai"."""
    if first > 0 and words[first - 1].lower in DETERMINERS:
        first -= 1
    led = any(word.lower == "vor" for word in words[max(0, first - 1) : first + 1])
    ago = any(_LENGTH.fullmatch(word.text) for word in words[first : first + 4])
    return led and not ago  # "vor 33 Jahren" is when it was


_LENGTH = re.compile(
    r"(?:Minuten?|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Jahrzehnt(?:en|e|s)?|Jahrhundert(?:en|e|s)?)"
)


def _inflected(words: Sequence[Word], index: int) -> bool:
    """Whether a word looks like an adjective in front of its noun."""
    word = words[index]
    ends = word.text[0].islower() and word.text.endswith(ENDINGS)
    found = verb_forms(words, index)
    sure = found & Form.SURE and found & FINITE
    other = word.lower in DETERMINERS | PREPOSITIONS or counts(word.lower)  # "holte die vier ab"
    return ends and not other and not sure


def _stray_piece(clause: Clause, sentence: str, finite: Word | None) -> list[int]:
    """Words behind an inserted clause that only add to a clause already complete."""
    if finite is None or len(clause.pieces) < 2:
        return []
    stray: list[int] = []
    for number, (start, end) in enumerate(clause.pieces[1:], 1):
        inside = [i for i, word in enumerate(clause.words) if start <= word.start < end]
        gap = sentence[clause.pieces[number - 1][1] : start]
        verbs = any(verb_forms(clause.words, i) for i in inside)
        needed = re.search(r"\bzu \w+n\b", gap)  # "fiel beim Versuch, …, ins Wasser"
        if finite.end <= start and not verbs and ")" not in gap and len(gap) > 4 and not needed:
            stray.extend(inside)
    return stray


def _lead_of_date(words: Sequence[Word], first: int, clause: Clause) -> list[int]:
    """Preposition, article and particle in front of a date: "bereits am", "schon seit dem"."""
    lead: list[int] = []
    index = first - 1
    own_preposition = words[first].lower in DATE_PREPOSITIONS
    if index >= 0 and not own_preposition:
        begin = index
        while begin > 0 and _inflected(words, begin):
            begin -= 1
        led = begin > 0 and words[begin - 1].lower in DATE_PREPOSITIONS
        if led and begin < index and words[begin].lower in DETERMINERS:
            lead += range(begin - 1, index + 1)  # "an einem kalten | Sonntag"
            index = begin - 2
        elif (
            words[index].lower in DETERMINERS
            and index > 0
            and words[index - 1].lower in DATE_PREPOSITIONS
        ):
            lead += [index, index - 1]
            index -= 2
        elif words[index].lower in DATE_PREPOSITIONS and not (
            clause.kind == "relative" and index == 0
        ):
            lead.append(index)
            index -= 1
        elif words[index].lower == "des":
            lead.append(index)  # "aus der Kunst des | 18. Jahrhunderts"
            index -= 1
        elif (
            index > 0
            and words[index].lower.endswith("en")
            and words[index].text[0].islower()
            and words[index - 1].lower in DATE_PREPOSITIONS
            and not verb_forms(words, index) & Form.SURE
        ):  # "am frühen | Samstagmorgen"
            lead += [index, index - 1]
            index -= 2
    while index >= 0 and words[index].lower in _BEFORE_DATES:
        lead.append(index)
        index -= 1
    if index > 0 and words[index].lower == "allem" and words[index - 1].lower == "vor":
        lead += [index, index - 1]
    opened = [word.lower for word in words[max(0, index - 3) : index + 1]]
    if index > 0 and words[index].lower in _AS_PLANNED and "wie" in opened:
        start = index - opened[::-1].index("wie")  # "statt wie bisher geplant | Anfang 2026"
        if start and words[start - 1].lower == "statt":
            lead.extend(range(start - 1, index + 1))
    return lead
