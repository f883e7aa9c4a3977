"""A clause without its dates, and where it tells nothing without them.

"Am 9. Juli hatte das Blatt gemeldet" → "hatte das Blatt gemeldet". Fillers that only tie a sentence
to the one before go as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.headlines.dates import going_with, stays
from timeline.events.headlines.tokens import Token, text_of, tokens
from timeline.events.phrases import free_noun_phrases, noun_phrase
from timeline.events.stretches import Stretch
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import (
    BE,
    DEFINITE_ARTICLES,
    DETERMINERS,
    JOINTS,
    PREPOSITIONS,
)
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms, is_done

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
_MEANS = re.compile(r"(?:Mit|Von) (?:dem|diesem|der|dieser) (?:Geld|Betrag|Summe|Hilfe)\Z")
_POINTING_BACK = table("danach davor zuvor vorher damals")
_LEADS = table("demnach und aber doch denn oder sondern auch so dann da damit dafür")


def without_dates(
    clause: Clause, sentence: str, spans: Sequence[Stretch]
) -> tuple[list[Token], Word | None]:
    """The tokens of a clause without dates and fillers, and its finite verb."""
    words = clause.words
    finite = words[clause.finite] if clause.finite is not None else None
    dropped: set[int] = set()
    for inside in _going(clause, finite, sentence, spans):
        dropped.update(going_with(clause, inside, finite, spans))
    dropped.update(_fillers(words, finite))
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
        pair = words[index].lower, words[index + 1].lower
        if pair in (("bis", "dahin"), ("bis", "dato"), ("und", "zwar")):
            dropped.update((index, index + 1))
    whole = tokens(words, sentence)
    kept = [_closed(whole, i, dropped, finite) for i in range(len(whole)) if i not in dropped]
    particle = bool(kept) and kept[0].lower in ("noch", "schon", "erst")
    if particle and len(kept) > 2 and kept[1].lower in PREPOSITIONS:
        kept.pop(0)
    while len(kept) > 2 and kept[0].lower in _LEADS and kept[0].word is not finite:
        kept.pop(0)
    if len(kept) > 2 and kept[0].lower in _POINTING_BACK and kept[1].word is finite:
        kept.pop(0)  # "Danach pausiert der Prozess"
    if len(kept) > 4 and kept[3].word is finite and _MEANS.match(text_of(kept[:3])):
        kept = kept[3:]  # "Mit dem Geld soll der Betrieb gesichert werden"
    return kept, finite


def _going(
    clause: Clause, finite: Word | None, sentence: str, spans: Sequence[Stretch]
) -> Iterator[list[int]]:
    """The words of each date that may go. A list of dates goes or stays as one: "sind der 3., 5.
    und 9. Mai"."""
    words, lists = clause.words, list[list[list[int]]]()
    for start, end in sorted(spans):
        inside = [i for i, w in enumerate(words) if w.start < end and start < w.end]
        if inside and lists and _goes_on(words, lists[-1][-1][-1], inside[0]):
            lists[-1].append(inside)
        elif inside:
            lists.append([inside])
    for dates in lists:
        whole = [*range(dates[0][0], dates[-1][-1] + 1)]
        date = sentence[words[whole[0]].start : words[whole[-1]].end]
        if len(dates) > 1 and stays(clause, whole, finite, date, spans):
            continue
        for inside in dates:
            date = sentence[words[inside[0]].start : words[inside[-1]].end]
            if not stays(clause, inside, finite, date, spans):
                yield inside


def _goes_on(words: Sequence[Word], last: int, first: int) -> bool:
    """Whether the date at ``first`` goes on with a list of days that the one at ``last`` ends."""
    between = words[last + 1 : first]
    return words[first].text[0].isdigit() and all(w.lower in JOINTS | {"der"} for w in between)


def _fillers(words: Sequence[Word], finite: Word | None) -> Iterator[int]:
    """The words that carry no news, and what makes them exact ("genau dort")."""
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if (
            word.lower == "aber"
            and before is not None
            and (before is finite or _adversative(words, index))
        ):
            yield index  # "wurde aber verlegt"
        if word.lower not in _FILLERS or word is finite:
            continue
        votes = word.lower == "dagegen" and finite is not None and _votes(finite.text)
        particle = index == len(words) - 1 and word.lower in PARTICLES
        # "statt 58 nun 71 Millionen"
        counted = word.lower == "nun" and before is not None and before.text.isdigit()
        if word.lower == "nun" and before is not None and word.start - before.end == 2:
            continue  # "erst Ostern, dann Pfingsten, nun Mai"
        if votes or particle or counted:
            continue
        yield index
        if before is not None and before.lower in ("genau", "eben", "gerade"):
            yield index - 1


def _adversative(words: Sequence[Word], index: int) -> bool:
    """Whether "aber" stands behind the verb or in front of a particle: "hatte er aber erst …"."""
    behind = words[index + 1].lower if index + 1 < len(words) else ""
    inside = words[index].start - words[index - 1].end == 1
    return inside and behind in ("erst", "schon", "bereits", "noch", "nun", "bald")


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
    if len(left) < 6 and _NEEDS_DATE.match(finite.text) and left[-1].lower not in PARTICLES:
        return True
    if len(left) < 6 and left[-1].text == "befristet" and finite.text in BE:
        return True  # "Das Angebot ist (bis Mai) befristet"
    if "ursprünglich" in lowers and not lowers.isdisjoint(_MEANT):
        return True  # "war ursprünglich (für Mai) vorgesehen"
    if "es" in lowers and finite.lower in _IT_IS_SAID and left[0].lower in _FIRST:
        return True  # "Erst hieß es (Ostern), dann (Pfingsten)"
    if any(_NAMES_A_DATE.fullmatch(word.text) for word in left):
        return len(list(free_noun_phrases(left, sentence))) < 2 + ("als" in lowers)
    rest = [word for word in left if word is not finite]
    bare = finite.text in BE or _WITHOUT_MORE.fullmatch(finite.text)
    return bool(bare and rest) and finite in left and noun_phrase(rest, 0, sentence) == len(rest)


_MEANT = table("vorgesehen geplant angesetzt anberaumt terminiert")
_IT_IS_SAID = table("hieß hiess heißt heisst")
_FIRST = table("erst zuerst zunächst anfangs")


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
    if commas != [end - 1]:
        return token
    if not (behind.lower in DETERMINERS | {"so"} or behind.text[0].isupper()):
        return token
    before = any(whole[i].word is finite for i in range(index + 1))
    return replace(token, after=",") if before else token


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
