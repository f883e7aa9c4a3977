"""Who says so: "laut Polizei", "sagte Ministerin Meier", "nach Angaben des Werks"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.events.phrases import ADJECTIVAL, PRONOUNS, noun_phrase
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import Clause, clauses
from timeline.german.closed_classes import DASS, PREPOSITIONS, QUOTES, SUBJECT_PRONOUNS
from timeline.german.tables import table
from timeline.german.verb_forms import Form

#: Verbs of saying, as their forms begin.
_SPEECH = re.compile(
    r"(?:sag(?:t|te|ten|en)|gesagt|erklär(?:t|te|ten|en)|mitgeteilt|mitteil(?:t|te|ten|en)"
    r"|bericht(?:et|ete|eten|en)|meld(?:et|ete|eten|en)|gemeldet|teil(?:t|te|ten|en)"
    r"|beton(?:t|te|ten|en)|behaupt(?:et|ete|eten|en)|bestätig(?:t|te|ten|en)|beteuert\w*"
    r"|verkünd(?:et|ete|eten|en)|verkündigt|warn(?:t|te|ten|en)|gewarnt|schrieb(?:en)?|schreib(?:t|en)"
    r"|enthüll(?:t|te|ten|en)|kritisier(?:t|te|ten|en)|zitier(?:t|te|ten|en)|äußer(?:t|te|ten|n)"
    r"|vermut(?:et|ete|eten|en)|schätz(?:t|te|ten|en)|stell(?:t|te|ten|en)|gab(?:en)?|gib(?:t|en)"
    r"|kündig(?:t|te|ten|en)|angekündigt|rechn(?:et|ete|eten|en)|erwart(?:et|ete|eten|en)"
    r"|ruf(?:t|en)|rief(?:en)?|mein(?:t|te|ten|en)|so|versicher(?:t|te|ten|n)|räum(?:t|te|ten|en)"
    r"|dementier(?:t|te|ten|en)|bestreit(?:et|en)|bestritt(?:en)?|prognostizier(?:t|te|ten|en)"
    r"|erinner(?:t|te|ten|n)|erzähl(?:t|te|ten|en)|verteidig(?:t|te|ten|en)|aufgedeckt|ließ(?:en)?|lässt|lassen)\Z"
)
#: Those that are verbs of saying only with their particle.
_WITH_PARTICLE = {
    "teil": ("mit",),
    "stell": ("fest", "klar"),
    "gab": ("an", "bekannt", "zu"),
    "gib": ("an", "bekannt", "zu"),
    "kündig": ("an",),
    "räum": ("ein",),
    "ließ": ("wissen", "mitteilen", "verlauten", "ausrichten"),
    "läss": ("wissen", "mitteilen", "verlauten", "ausrichten"),
    "lass": ("wissen", "mitteilen", "verlauten", "ausrichten"),
}
#: "Es wurde bekannt, dass …": sentences that report and name nobody.
IMPERSONAL = re.compile(
    r"\b(?:wurde|wird|ist|war)\s+(?:\w+\s+){0,4}?(?:bekannt|klar|deutlich|öffentlich)\b"
    r"|\bhat(?:te)? es gehei(?:ß|ss)en\b"
    r"|\bhie(?:ß|ss) es\b|\bhei(?:ß|ss)t es\b"
    r"|\bstellte sich heraus\b|\bstellt sich heraus\b|\bzu rechnen\b"
    r"|\bzu erwarten\b|\bist damit zu\b|\bgeht hervor\b|\bging hervor\b|\bwird erwartet\b"
    r"|\bst(?:eht|and) (?:\w+ ){0,4}fest\b|\bist es (?:\w+ )?(?:amtlich|sicher|klar|perfekt)\b"
    r"|\bgilt als\b|\bbekannt (?:wurde|wird)\Z"
)
#: … and those that are something else with theirs: "meldete Insolvenz an", "sagte das Treffen ab"
_OTHER_WITH_PARTICLE = {
    "meld": ("an", "ab"),
    "sag": ("ab", "zu", "aus"),
    "ruf": ("an", "zurück"),
    "rief": ("an", "zurück"),
    "schreib": ("ab", "aus", "zu"),
    "schrieb": ("ab", "aus", "zu"),
}
_UNITS = table("Jahre Jahren Monate Monaten Wochen Woche Tage Tagen Tag Stunden Stunde Minuten")
_PARTS = table("Anfang Mitte Ende Beginn")
_SOURCES = table(
    """
    Angaben Angabe Informationen Information Einschätzung Darstellung Schätzung Schätzungen Aussage
    Aussagen Auskunft Worten Ansicht Meinung Berechnungen Erkenntnissen Berichten Überzeugung
    """
)
_LAUT = re.compile(r"\b[Ll]aut\s+")
_NACH = re.compile(rf"\b[Nn]ach\s+(?:{'|'.join(sorted(_SOURCES))})\s+")
_ZUFOLGE = re.compile(r"\bzufolge\b")
_SO = re.compile(r"[,“”\"»«]\s*so\s+(?=[A-ZÄÖÜ]|d(?:er|ie|as)\b|ein)")


def said_by(sentence: str, position: int) -> str:
    """The speaker or outlet that a sentence names for what stands at ``position``, or ""."""
    found = clauses(sentence)
    holder = next((clause for clause in found if clause.holds(position)), None)
    if holder is None:
        return ""
    inside = holder.text(sentence)
    for text in (inside, sentence):
        name = _by_preposition(text)
        if name:
            return name
    own = found.index(holder)
    for index, clause in enumerate(found):
        near = (
            clause is holder
            or index == own - 1
            or index == own + 1
            or (holder.kind in ("sub", "relative") and index < own and clause.kind == "main")
            or (index > own and _closes(clause, found[own:index], sentence))
        )
        if near and is_report(clause):
            framed = clause.kind == "sub" and clause.opener == "wie"  # "wie das Amt mitteilte"
            if clause is holder and not framed and not _has_content(found, own, sentence):
                continue
            if clause.kind == "sub" and not framed and index == own - 1 and holder.finite == 0:
                continue  # "Obwohl das Gerät es meldete, sei … ausgelöst worden": no content
            name = subject(clause, sentence)
            if name:
                return name
    return ""


def _closes(clause: Clause, before: Sequence[Clause], sentence: str) -> bool:
    """ "Sie sehe es als erwiesen an, dass er log, um …, sagte Ada Holm": whether a clause of saying
    at the end tells who says all the clauses ``before`` it."""
    whole = sentence[before[0].span[0] : clause.span[0]]
    behind = clause.kind == "main" and clause.finite == 0 and whole.rstrip().endswith(",")
    return behind and not {";", ":", "“", "»"} & set(whole)


def _by_preposition(text: str) -> str:
    for pattern in (_LAUT, _NACH, _SO):
        match = pattern.search(text)
        if match:
            words = words_of(text, match.end())
            begin = 1 if words and words[0].lower in ("von", "vom") else 0
            if words and words[0].lower in ("unseren", "unserer", "ersten", "eigenen", "jetzigem"):
                return ""
            end = noun_phrase(words, begin, text)
            if end > begin:
                name = clean_name(text[words[begin].start : words[end - 1].end])
                return _base_case(name, words[begin].lower)
    match = _ZUFOLGE.search(text)
    if match:
        before = words_of(text, 0, match.start())
        for begin in range(max(0, len(before) - 8), len(before)):
            if noun_phrase(before, begin, text) == len(before):
                name = clean_name(text[before[begin].start : before[-1].end])
                return re.sub(
                    r"^(?:Schätzungen|Angaben|Berichten|Informationen)(?:\s+(?:von|der|des))?\s*",
                    "",
                    name,
                )
    return ""


def _base_case(name: str, article: str) -> str:
    """ "des Landesbetriebs" → "Landesbetrieb", "Veranstaltern" → "Veranstalter"."""
    if article in ("des", "eines") and " " not in name and len(name) > 5:
        return re.sub(r"(?:(?<=[dtszß])es|s)\Z", "", name)
    if article not in ("der", "die", "dem") and name.endswith(("ern", "eln")) and " " not in name:
        return name.removesuffix("n")
    return name


def is_report(clause: Clause) -> bool:
    """Whether the verb of a clause is one of saying."""
    if clause.kind not in ("main", "aside", "sub") or clause.finite is None:
        return False
    words = clause.words
    finite = words[clause.finite].lower
    candidates = [finite]
    if verb_forms(words, clause.finite) & Form.AUXILIARY:
        if not finite.startswith("ha"):
            return False  # "wird erwartet" names nobody
        told = words[clause.finite + 1 :] or words[clause.finite - 1 : clause.finite]
        candidates = [word.lower for word in told]  # "wie das Amt mitgeteilt | hat"
    for word in candidates:
        if not _SPEECH.match(word) or word == "so":
            continue
        behind = {w.lower for w in words[clause.finite :]}
        if not behind.isdisjoint(_particles(word, _OTHER_WITH_PARTICLE)):
            continue
        particles = _particles(word, _WITH_PARTICLE)
        if not particles or not behind.isdisjoint(particles):
            return True
    return False


def _particles(word: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((particles for stem, particles in known.items() if word.startswith(stem)), ())


def _has_content(found: Sequence[Clause], index: int, sentence: str) -> bool:
    """Whether what is said follows: "dass …", a quotation, or a clause in reported speech."""
    for neighbour in (index - 1, index + 1):
        if not 0 <= neighbour < len(found):
            continue
        clause = found[neighbour]
        text = clause.text(sentence)
        if clause.kind == "sub" and clause.opener in _TELLING:
            return True
        if text[:1] in '„"«»“' or text[-1:] in '“"»«”':
            return True
        own = clause.finite is not None and verb_forms(clause.words, clause.finite) & Form.REPORTED
        if own and (clause.finite or neighbour < index):
            return True  # but not "Obwohl das Gerät es meldete, | sei … worden"
    return False


_TELLING = DASS | {"ob", "wie", "was", "wer"}
#: "Anfang Mai gab die Stadt bekannt", "Zwei Tage später sagte Ada Holm": when, not who.
_TIME = re.compile(
    r"(?:Anfang|Mitte|Ende|Mittag|Abend|Nacht|Morgen|\w+tag|\w+woch|Ostern|Weihnachten)\b"
    r"|(?:\w+ )?(?:Sekunden?|Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?)\Z",
)


def subject(clause: Clause, sentence: str) -> str:
    """The noun phrase that is most likely the subject of a main clause, without article; or ""."""
    span = subject_span(clause, sentence)
    if span is None:
        return ""
    words = sentence[span[0] : span[1]].split()
    if len(words) > 2 and words[0].lower() in ("der", "das") and words[1][:1].islower():
        ending = {"der": "er", "das": "es"}[words[0].lower()]
        words[1] = re.sub(r"e\Z", ending, words[1])  # "südkoreanischer Geheimdienst"
    elif len(words) > 1 and words[0].lower() == "der" and words[1].lower().endswith(ADJECTIVAL):
        words[1] += "r"  # "der 44-Jährige" → "44-Jähriger", "der Vorsitzende des Vereins"
    return clean_name(" ".join(words))


def subject_span(clause: Clause, sentence: str) -> tuple[int, int] | None:
    """Offsets of the likely subject: the phrase in front of the finite verb, else behind it."""
    words = clause.words
    if clause.finite is None:
        return None
    if words[0].lower == "und" and clause.finite == 1:
        return None  # "(Die Ministerin kam) und rief beide Seiten …": it stands in front
    if clause.kind == "main" and clause.finite > 0:
        first = words[0].lower
        if first in SUBJECT_PRONOUNS:
            return None
        begin = 0 if first in PREPOSITIONS or _names_a_time(words, 0) else _behind_age(words, 0)
        end = noun_phrase(words, begin, sentence)
        named = first not in PREPOSITIONS and (first not in PRONOUNS or end > begin + 1)
        span = (words[begin].start, words[max(end, 1) - 1].end)
        timed = _names_a_time(words, 0) or _TIME.match(sentence[slice(*span)])
        if named and begin < end <= clause.finite and not timed:
            return span
    begin = clause.finite + 1 if clause.kind == "main" or clause.kind == "aside" else 1
    if begin < len(words) and words[begin].lower in SUBJECT_PRONOUNS:
        return None  # "im Mai meldete er Insolvenz an"
    while begin < len(words):
        begin = _behind_age(words, begin)
        if _names_a_time(words, begin):
            begin += 2
            continue
        if words[begin].lower in PREPOSITIONS:
            after = noun_phrase(words, begin + 1, sentence)
            begin = max(after, begin + 1)
            continue
        end = noun_phrase(words, begin, sentence)
        if end > begin and not _TIME.match(sentence[words[begin].start : words[end - 1].end]):
            return words[begin].start, words[end - 1].end
        begin = max(end, begin + 1)
    return None


def _behind_age(words: Sequence[Word], begin: int) -> int:
    """The index of "Bernd" in "der 58 Jahre alte Bernd Kestrich", else ``begin``."""
    for index in range(begin, min(begin + 3, len(words) - 2)):
        if words[index].text in ("Jahre", "Jahren") and words[index + 1].lower.startswith("alt"):
            return index + 2
    return begin


def _names_a_time(words: Sequence[Word], begin: int) -> bool:
    """ "Anfang Februar", "Zwei Tage (nach …)": no speaker."""
    pair = [word.text for word in words[begin : begin + 2]]
    return len(pair) == 2 and (pair[0] in _PARTS or pair[1] in _UNITS)


_AROUND_NAME = f" ,;:.{QUOTES}‹›"


def clean_name(name: str) -> str:
    """A name without article and quotation marks."""
    name = " ".join(name.split()).strip(_AROUND_NAME)
    name = re.sub(
        r"^(?:der|die|das|dem|den|des|Der|Die|Das|Dem|Den|[Ee]ine?|einem|einer)\s+", "", name
    )
    name = re.sub(r"^(?:[Dd]essen|[Dd]eren)\s+", "", name)
    name = re.sub(r"^\d+ Jahre alte[nmrs]? ", "", name)
    return name.strip(_AROUND_NAME)
