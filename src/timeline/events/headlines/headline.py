"""A short German phrase for what a sentence tells, made from the sentence itself.

The clause that the date belongs to, without the date, without "laut …", quotation frames and
fillers, with the verb in second place again. Nothing is added but names for pronouns, where the
sentence before makes them certain, and the articles that grammar asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.focus import dated_noun
from timeline.events.headlines.coordination import own_part
from timeline.events.headlines.fallbacks import as_it_stands, fallback, title_headline
from timeline.events.headlines.gapping import gapped, gapped_verbs
from timeline.events.headlines.names import short_name
from timeline.events.headlines.pointing import counted_again, with_lead
from timeline.events.headlines.recast import Manner, recast, with_complement
from timeline.events.headlines.reported import dated_before, reported
from timeline.events.headlines.shortening import (
    LONGEST,
    says_little,
    shorten,
    spoken,
)
from timeline.events.headlines.special import (
    DEICTIC,
    apposition,
    attributive,
    denied_date,
    listed,
    moved_to,
    noun_headline,
)
from timeline.events.headlines.surroundings import (
    QUESTIONS,
    Surroundings,
    aside_of,
    without_aside,
)
from timeline.events.headlines.tokens import NONFINITE, tidy
from timeline.events.headlines.voices import (
    asked_of,
    first_person,
    has_quotes,
    in_first_person,
    speaks,
    voice_of,
)
from timeline.events.headlines.wellformed import broken
from timeline.events.speakers import said_by
from timeline.events.status import given_up
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import verb_forms, words_of
from timeline.german.clauses import Clause
from timeline.german.closed_classes import ARTICLES, DASS, PREPOSITIONS, QUOTES
from timeline.german.direction_words import NEGATIONS
from timeline.german.verbs import modality, tells_plan
from timeline.models import Article

#: German has more shapes than these rules: a sentence they trip over is told as it stands, and no
#: report is lost for a headline. The property tests empty this, so that they see what trips.
TRIPPED: tuple[type[Exception], ...] = (
    AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError,
)  # fmt: skip

_ARTICLES = ARTICLES - {"ein", "eines"}
#: "Wird verschoben: Statt am 8. Mai …"
_INSTEAD = re.compile(r"\b[Ss]tatt\s+(?:am|im|ab|zu|zum)?\s*\Z")
#: "Anmeldeschluss für Verkäufer ist der (18. März)"
_IS_A_DAY = re.compile(r"(\w[^,:]+) (?:ist|war|bleibt|wird) der")
#: "An den 3. Mai erinnert sich kaum jemand": the date is the object.
_REMEMBERED = re.compile(r"[Aa]n den \d")


def headline(
    sentence: str,
    clause: Clause,
    place: Stretch,
    spans: Sequence[Stretch],
    article: Article,
    before: Sequence[str] = (),
) -> str:
    """At most 90 characters on what ``clause`` tells.

    ``place`` is the date expression the event hangs on, ``spans`` all that ``sentence`` has,
    ``before`` the sentences in front, the nearest first, for pronouns.
    """
    try:
        made = aside_of(sentence, place) or _made(sentence, clause, place, spans, article, before)
    except TRIPPED:
        made = ""
    return made or _as_written(clause, sentence, article)


def _as_written(clause: Clause, sentence: str, article: Article) -> str:
    return shorten(tidy(clause.text(sentence))) or title_headline(article.title)


def _made(
    sentence: str,
    clause: Clause,
    place: Stretch,
    spans: Sequence[Stretch],
    article: Article,
    before: Sequence[str],
) -> str:
    """The clause recast, as it stands where it has come apart on the way; "" if it says nothing."""
    sentence, clause = without_aside(sentence, clause, place)
    around = Surroundings.of(sentence, spans, article, before)
    told = around.news_of(around.rejoined(clause))
    told = _begun(told, around)
    made = _of_the_date(told, place, around)
    if not made:
        part = _own_part(told, place, around) or told
        made = _of_special_shape(part, place, around) or _of_clause(part, place, around)
    if made and not broken(made, sentence):
        return made
    return as_it_stands(clause, place, around) or _as_written(clause, sentence, article) or made


def _begun(clause: Clause, around: Surroundings) -> Clause:
    """ "Am Samstag beginnen die Gäste abzureisen": a main clause, though it ends like none."""
    if clause.kind != "infinitive" or clause.words[0].text[0].islower():
        return clause
    dates = Stretches(around.dates)
    at = next((i for i, w in enumerate(clause.words) if i and w.start not in dates), 0)
    dated = bool(at) and clause.words[at - 1].start in dates
    begins = dated and _BEGINS.fullmatch(clause.words[at].text)
    return replace(clause, kind="main", finite=at) if begins else clause


_BEGINS = re.compile(
    r"beg(?:inn|ann)(?:t|en)?|droh(?:t|en|te|ten)|versuch(?:t|en|te|ten)|plan(?:t|en|te|ten)"
)


def _own_part(clause: Clause, place: Stretch, around: Surroundings) -> Clause | None:
    """What a clause with several dates tells of the one at ``place``; None for a clause of one."""
    return (
        gapped(clause, place, around)
        or gapped_verbs(clause, place, around)
        or own_part(clause, place, around)
    )


# ---------------------------------------------------------------------- where the date tells more
def _of_the_date(clause: Clause, place: Stretch, around: Surroundings) -> str:
    """What is news about the date rather than about the clause it stands in; or ""."""
    sentence = around.sentence
    off = _given_up(clause, around)
    if off:
        return off
    noun = dated_noun(clause, *place)
    text = noun_headline(noun, clause, place, sentence, around.dates) if noun else ""
    if text or _calls_off(clause, sentence):
        return text
    text = attributive(sentence, place)
    if text or DEICTIC.search(sentence, *place):
        return text
    return apposition(clause, place, sentence)


def _given_up(clause: Clause, around: Surroundings) -> str:
    """ "Die Feier, die im Mai sein sollte, fällt aus": that it is off, for a mere plan; or ""."""
    plan = clause.kind == "relative" and tells_plan(clause, around.sentence)
    off = around.matrix(clause) if plan else given_up(clause, around.sentence)
    if off is None or not _calls_off(off, around.sentence):
        return ""
    text = recast(off, around, Manner(around.spans))
    return text if not says_little(text) and len(text) <= LONGEST else ""


def _calls_off(clause: Clause, sentence: str) -> bool:
    return modality(clause.text(sentence)) in ("cancelled", "postponed")


# ---------------------------------------------------------------------- clauses of special shapes
def _of_special_shape(clause: Clause, place: Stretch, around: Surroundings) -> str:
    """The headline of a list, a question, of what somebody says; "" for any other clause."""
    return (
        listed(clause, place, around.spans, around.sentence)
        or denied_date(clause, place, around.sentence)
        or _asked(clause, around)
        or _unexpected(clause, around)
        or dated_before(clause, around)
        or reported(clause, around)
        or in_first_person(clause, place, around)
    )


def _asked(clause: Clause, around: Surroundings) -> str:
    """ "Was haben sie davon?": a question stays as it is; "" for a clause that asks nothing."""
    opens = {word.lower for word in clause.words[:1]}
    asks = around.sentence.rstrip('*_“”"» ').endswith("?")
    if not asks or opens.isdisjoint(QUESTIONS | {"welche", "welcher", "welches"}):
        return ""
    text = f"{tidy(clause.text(around.sentence)).rstrip('?')}?"
    return text if len(text) <= LONGEST else ""


def _unexpected(clause: Clause, around: Surroundings) -> str:
    """ "rechnet nicht damit, dass vor 2027 gebaut wird": true is only what both clauses say."""
    matrix = around.matrix(clause) if clause.opener in DASS | {"ob"} else None
    if matrix is None or NEGATIONS.isdisjoint(word.text for word in matrix.words):
        return ""
    first, last = sorted((matrix.span, clause.span))
    text = tidy(around.sentence[first[0] : last[1]].strip(f" ,{QUOTES}"))
    name = short_name(said_by(around.sentence, matrix.words[0].start), 2)
    if name and has_quotes(around.sentence) and name not in text:
        text = f"{name}: „{text}“"
    return text if len(text) <= LONGEST else ""


# ---------------------------------------------------------------------- any other clause
def _of_clause(clause: Clause, place: Stretch, around: Surroundings) -> str:
    """The clause recast, with the one who says it where it is reported speech."""
    sentence, manner = around.sentence, Manner(around.spans)
    if _INSTEAD.search(sentence[: place[0]]):
        told = _postponed(clause, around)
        if told:
            return told
        manner = Manner(())  # "Statt am 8. Mai öffnet sie erst am 3. Juni": neither date alone
    if _REMEMBERED.match(sentence, place[0]) or moved_to(clause, place, sentence):
        manner = manner.keeping(place)
    named = _named_day(clause, place, sentence)
    if named:
        return named
    verbless = clause.kind == "sub" and (clause.finite is None or clause.opener in QUESTIONS)
    voice = voice_of((around.matrix(clause) if verbless else None) or clause, around)
    text = recast(clause, around, replace(manner, voice=voice))
    if text.rsplit(" ", 1)[-1].lower() in _ARTICLES:
        manner = manner.keeping(place)  # "Neuer Termin ist der 17. November"
        text = recast(clause, around, replace(manner, voice=voice))
    if voice and _can_be_said(text):
        text = with_complement(clause, text, around, manner.left_out) or text
        return spoken(voice, text, around.article.source)
    if clause.kind in ("main", "sub"):
        text = with_complement(clause, text, around, manner.left_out)
    asked = asked_of(text, clause, around)
    if asked:
        return asked
    speaker = first_person(place, around) if speaks(clause) else ""
    if speaker and text and _can_be_said(text):
        return spoken(speaker, text, around.article.source)
    words = words_of(text)
    only_verbs = all(verb_forms(words, i) for i in range(len(words)))  # "Gewählt werden soll"
    if says_little(text) or only_verbs or (clause.finite is not None and len(words) < 3):
        text = fallback(clause, text, place, around, manner)
    return with_lead(counted_again(shorten(text), clause, around), clause, around)


def _named_day(clause: Clause, place: Stretch, sentence: str) -> str:
    """What the day is that a clause names: "Anmeldeschluss für Verkäufer ist der 18. März"; ""
    where a single word says too little, and where more follows ("ist der 3. Mai im Gespräch")."""
    named = _IS_A_DAY.fullmatch(sentence[clause.span[0] : place[0]].strip())
    if named is None or sentence[place[1] : clause.span[1]].strip(" ."):
        return ""
    words = {word.lower for word in words_of(named.group(1))}
    return named.group(1) if (PREPOSITIONS | {"der", "des"}) & words else ""


def _postponed(clause: Clause, around: Surroundings) -> str:
    """ "Die Wahl wird verschoben: Statt am 8. Mai …": the first clause that says so; or ""."""
    for other in around.clauses:
        off = other.kind == "main" and other is not clause
        if off and modality(other.text(around.sentence)) == "postponed":
            text = recast(other, around, Manner(around.spans))
            return "" if says_little(text) else shorten(text)
    return ""


def _can_be_said(text: str) -> bool:
    """Whether a recast clause tells enough behind the name of who says it: one verb may do ("Holm:
    Er werde zurücktreten")."""
    rest = re.sub(r"\A(?:Er|Sie|Es|Ich|Wir|Mir|Mich|Uns) ", "", text)
    words = words_of(rest)
    acts = len(words) == 2 and verb_forms(words, 1) & NONFINITE
    return bool(acts) or not says_little(rest)
