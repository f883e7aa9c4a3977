"""From date expressions to event mentions: one sentence's claim that something happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from timeline.events.choosing import (
    dates_a_thing,
    is_appeal,
    is_clock,
    one_per_time,
    overlap,
    tells_no_event,
    tells_nothing,
    without_reports,
)
from timeline.events.headlines.fallbacks import title_headline
from timeline.events.headlines.headline import headline
from timeline.events.headlines.shortening import DANGLING, LONGEST
from timeline.events.headlines.tokens import tidy
from timeline.events.headlines.voices import OWN_PAPER
from timeline.events.kinds import VAGUE_KINDS, kinds_of
from timeline.events.references import only_refers
from timeline.events.speakers import said_by
from timeline.events.status import status_of
from timeline.events.stretches import Stretch
from timeline.german.clause_words import words_of
from timeline.german.clauses import Clause, clause_at, clauses
from timeline.german.sentences import split_sentences
from timeline.german.verbs import is_counterfactual, modality_of
from timeline.messages import in_language, say
from timeline.models import (
    LIVE_ENTRY,
    Article,
    EventMention,
    Granularity,
    Modality,
    Moment,
    TimeExpression,
    Unresolved,
)

#: "Montag. Danach …": what is told there has another time.
_ELSEWHEN = re.compile(r"(?:Bis dahin|Danach|Davor|Vorher|Zuvor|Später|Seitdem|Seither|Dann)\b")


#: so many sentences in front of one may say whom its "er" means
_CONTEXT = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of a date: the makings of a mention."""

    expression: TimeExpression
    sentence: str
    headline: str
    modality: Modality = "happened"
    said_by: str = ""


def find_mentions(
    article: Article, expressions: Sequence[TimeExpression], language: str = "de"
) -> tuple[list[EventMention], list[Unresolved]]:
    """The event mentions of an article, in the order of the text, and what has no date.

    ``expressions`` are those outside the furniture. An expression that cannot be resolved is given
    back as unresolved with its reason. Expressions that make no event by themselves (durations,
    sets) and mere references ("anders als 2019") make no mention. Two expressions of one clause
    that say the same time make one mention, with the more precise of them. An article that dates
    nothing is itself an event: dated by its publication, basis "publication". Reasons and whatever
    else is not quoted are worded in ``language``.
    """
    sentences = _body_sentences(article)
    starts = [start for start, _ in sentences]
    unresolved: list[TimeExpression] = []
    by_sentence: dict[int, list[TimeExpression]] = {}
    for expression in sorted(expressions, key=lambda e: (e.start_char, e.end_char)):
        if expression.reason is not None:
            unresolved.append(expression)
        elif expression.resolved and expression.event_like:
            index = max(0, bisect_right(starts, expression.start_char) - 1)
            by_sentence.setdefault(index, []).append(expression)
    told: list[_Told] = []
    for index in sorted(by_sentence):
        if len(by_sentence[index]) == 1:
            told.extend(_under_label(article, sentences, index, by_sentence))
        before = sentences[max(0, index - _CONTEXT) : index]
        told.extend(_of_sentence(article, sentences[index], before, by_sentence[index]))
    told.extend(_of_entries(article, sentences, told))
    told.sort(key=lambda t: (t.expression.start_char, t.expression.end_char))
    if not told:
        whole = _whole_report(article, sentences)
        if isinstance(whole, _Told):
            told.append(whole)
        elif whole is not None:
            unresolved.append(whole)
    return (
        [_mention(article, one, language) for one in told],
        [_unresolved(article, expression, language) for expression in unresolved],
    )


def _body_sentences(article: Article) -> list[Stretch]:
    sentences: list[Stretch] = []
    position = 0
    for start, end in sorted((f.start_char, f.end_char) for f in article.furniture):
        if start > position:
            sentences.extend(split_sentences(article.text, position, start))
        position = max(position, end)
    sentences.extend(split_sentences(article.text, position))
    return sentences or [(0, len(article.text))]


def _unresolved(article: Article, expression: TimeExpression, language: str) -> Unresolved:
    return Unresolved(
        file=article.file,
        start_char=expression.start_char,
        end_char=expression.end_char,
        text=expression.text,
        reason=in_language(expression.reason, language),
    )


def _of_sentence(
    article: Article,
    span: Stretch,
    previous: Sequence[Stretch],
    expressions: Sequence[TimeExpression],
) -> Iterator[_Told]:
    begin, end = span
    end = max(end, max(e.end_char for e in expressions))
    sentence = article.text[begin:end]
    before = [article.text[a:b] for a, b in reversed(previous)]
    spans = [(e.start_char - begin, e.end_char - begin) for e in expressions]
    if tells_nothing(article, sentence, spans):
        return
    located = [
        (expression, place, clause_at(sentence, *place))
        for expression, place in zip(expressions, spans, strict=True)
        if not only_refers(sentence, place)
    ]
    located = [
        found
        for found in located
        if not dates_a_thing(article, *found)
        and not is_counterfactual(found[2], sentence)
        and not is_appeal(found[2], sentence)
        and not tells_no_event(found[2], sentence)
    ]
    for expression, place, clause in one_per_time(without_reports(located, sentence)):
        line = headline(sentence, clause, place, spans, article, before)
        yield _of_clause(article, expression, sentence, place[0], clause, line)


def _of_clause(
    article: Article,
    expression: TimeExpression,
    sentence: str,
    at: int,
    clause: Clause,
    line: str,
) -> _Told:
    """What ``clause`` tells, with its headline, for an expression at ``at`` of its sentence."""
    modality = status_of(sentence, at, clause, article, expression)
    return _Told(expression, sentence, line, modality, _speaker(sentence, at, article))


def _mention(article: Article, told: _Told, language: str) -> EventMention:
    expression = told.expression
    return EventMention(
        id=_id(article, expression),
        article=article.id,
        file=article.file,
        start_char=expression.start_char,
        end_char=expression.end_char,
        text=expression.text,
        sentence=told.sentence,
        headline=told.headline,
        start=expression.start,
        end=expression.end,
        granularity=expression.granularity,
        mod=expression.mod,
        edtf=expression.edtf,
        timex_type=expression.timexes[0].type if expression.timexes else None,
        timex_value=expression.timexes[0].value if expression.timexes else "",
        basis=expression.basis,
        anchor=in_language(expression.anchor, language),
        rule=expression.rule,
        alternatives=tuple(
            replace(other, why=in_language(other.why, language))
            for other in expression.alternatives
        ),
        modality=told.modality,
        said_by=told.said_by,
        confidence=expression.confidence,
    )


def _under_label(
    article: Article,
    sentences: Sequence[Stretch],
    index: int,
    by_sentence: Mapping[int, Sequence[TimeExpression]],
) -> Iterator[_Told]:
    """What stands under a day that is a sentence of its own: "Montag. Der Rat tagt."

    Unless one of the first sentences says itself what happened on that day.
    """
    begin, end = sentences[index]
    (label,) = by_sentence[index]
    under = [s for s in sentences[index + 1 : index + 3] if "\n" not in article.text[end : s[0]]]
    lead = article.text[begin : label.start_char]
    lead = "" if is_clock(lead.split()) else lead  # "Es ist 5 Uhr. Ada Holm ruft an."
    bare = lead + article.text[label.end_char : end]
    asked = article.text[slice(*sentences[index - 1])].strip() if index else ""
    if asked.endswith("?") and not bare.strip(" ."):  # "Wann fangen Sie an?" "Am 1. Mai."
        text = article.text[begin:end]
        line = tidy(f"{asked} {text}")
        if len(line) <= LONGEST:
            yield _of_clause(article, label, text, 0, clause_at(text, 0, 1), line)
        return
    under = [s for s in under if not _ELSEWHEN.match(article.text, s[0])]
    if bare.strip(" .") or not under:
        return
    own = [e for i in range(index + 1, index + 1 + len(under)) for e in by_sentence.get(i, ())]
    if any(overlap(label, expression) for expression in own):
        return
    first, last = max(under, key=lambda s: _weight(article.text[slice(*s)]))
    sentence = article.text[first:last]
    clause = clause_at(sentence, 0, 1)
    inside = [e for e in own if first <= e.start_char < last]
    spans = [(e.start_char - first, e.end_char - first) for e in inside]
    before = [article.text[slice(*s)] for s in reversed(under) if s[0] < first]
    line = headline(sentence, clause, (0, 0), spans, article, before)
    yield _of_clause(article, label, sentence, 0, clause, line)


def _of_entries(
    article: Article, sentences: Sequence[Stretch], found: Sequence[_Told]
) -> Iterator[_Told]:
    """The entries of a live blog, each dated by its stamp where its first sentence has no date."""
    for section in article.sections:
        inside = [s for s in sentences if section.start_char <= s[0] < section.end_char]
        stamp = next(
            (f for f in article.furniture if 0 <= section.start_char - f.end_char <= 1), None
        )
        if not inside or stamp is None:
            continue
        starts = [one.expression.start_char for one in found]
        dated = [at for at in starts if inside[0][0] <= at < section.end_char]
        if any(at < inside[0][1] for at in dated):
            continue
        free = [s for s in inside if not any(s[0] <= at < s[1] for at in dated)]
        begin, end = max(free[:2], key=lambda s: _weight(article.text[slice(*s)]))
        sentence = article.text[begin:end]
        clause = clause_at(sentence, 0, 1)
        expression = _stamped(article, (stamp.start_char, stamp.end_char), section.moment)
        before = [article.text[a:b] for a, b in reversed(inside[: inside.index((begin, end))])]
        line = headline(sentence, clause, (0, 0), [], article, before)
        modality = modality_of(clause, sentence, ahead=False)
        yield _Told(expression, sentence, line, modality, _speaker(sentence, 0, article))


def _stamped(article: Article, stamp: Stretch, moment: Moment) -> TimeExpression:
    """The stamp of an entry as the expression that dates it."""
    written = article.text[slice(*stamp)]
    text = written.strip(" :–-|•+")
    start = stamp[0] + written.index(text)
    edtf = moment.isoformat()
    granularity: Granularity = "day"
    if isinstance(moment, datetime):
        edtf, granularity = moment.isoformat(timespec="minutes"), "time"
    return TimeExpression(
        start,
        start + len(text),
        text,
        rule=LIVE_ENTRY,
        granularity=granularity,
        start=moment,
        end=moment,
        edtf=edtf,
        basis="anchored",
        anchor=say("anchor.entry"),
        confidence=0.9,
    )


def _weight(sentence: str) -> tuple[bool, bool]:
    """How much a sentence tells: whether it says who, and whether it names a kind of event."""
    words = words_of(sentence)
    named = bool(kinds_of([word.lower for word in words]) - VAGUE_KINDS)
    return DANGLING.match(sentence) is None and len(words) > 2, named


def _speaker(sentence: str, position: int, article: Article) -> str:
    name = said_by(sentence, position)
    return article.source if OWN_PAPER.search(name) else name


def _whole_report(article: Article, sentences: Sequence[Stretch]) -> _Told | TimeExpression | None:
    """The report itself as an event, dated by its publication; unresolved where that is unknown.

    None for a report without words.
    """
    told = [s for s in sentences if not _never_was(article.text[s[0] : s[1]])]
    first = next((s for s in told if s[1] - s[0] > 20), sentences[0])
    title = " ".join(article.title.split())
    at = article.text.find(article.title) if article.title else -1
    span = (at, at + len(article.title)) if at >= 0 else first
    quote = article.text[first[0] : first[1]]
    if not title and not quote.strip():
        return None
    if article.day is None:
        reason = say("reason.undated-report")
        return TimeExpression(*span, title or quote[:80], "", "day", reason=reason)
    expression = TimeExpression(
        *span,
        text="",
        rule="",
        granularity="day",
        start=article.day,
        end=article.day,
        edtf=article.day.isoformat(),
        basis="publication",
        anchor=say("anchor.publication"),
        confidence=min(1.0, max(0.0, article.published_confidence or 0.5)),
    )
    return _Told(expression, quote, title_headline(title or quote))


def _never_was(sentence: str) -> bool:
    """ "Wäre das Tor gefallen, …": no sentence to stand for a report."""
    return any(is_counterfactual(clause, sentence) for clause in clauses(sentence))


def _id(article: Article, expression: TimeExpression) -> str:
    place = f"{expression.start_char}\x1f{expression.end_char}"
    words = f"{article.id}\x1f{place}\x1f{expression.text}"
    digest = blake2b(words.encode(), digest_size=6).hexdigest()
    return f"m-{digest}"
