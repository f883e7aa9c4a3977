"""A clause as a main clause with its verb in second place, without its date, with names for
pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.headlines.fronting import shared_subject, subject_first
from timeline.events.headlines.names import without_titles
from timeline.events.headlines.order import main_clause, subordinate, uncertain, with_sich
from timeline.events.headlines.pointing import pointed_out
from timeline.events.headlines.pronouns import compounded, demonstrative, left_over, resolve, who
from timeline.events.headlines.relative import hanging, relative
from timeline.events.headlines.shortening import (
    LONGEST,
    OF_OBJECTS,
    droppable,
    waits,
    with_beginning,
    with_clause,
    without_phrases,
)
from timeline.events.headlines.special import (
    as_content,
    conditional,
    infinitive,
    intention,
    participial,
    with_noun,
    with_unit,
)
from timeline.events.headlines.surroundings import QUESTIONS, Surroundings, is_told
from timeline.events.headlines.tense import as_news, news_of_text
from timeline.events.headlines.tokens import (
    Token,
    render,
    text_of,
    tidy,
    tokens,
    uncapitalized,
    verb_at,
)
from timeline.events.headlines.undated import without_dates
from timeline.events.phrases import ADVERBS, noun_phrase
from timeline.events.speakers import is_report, subject
from timeline.events.stretches import Stretch
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.closed_classes import DASS, PREPOSITIONS
from timeline.german.tables import table
from timeline.german.verb_forms import PARTICLES
from timeline.german.verbs import is_condition

#: "hatten versucht, den Termin zu verschieben": whether they did, the sentence does not say
_ONLY_TRIED = re.compile(
    r"\b(?:versuch|scheiter|gescheitert|lehn|abgelehnt|verzicht|weiger|geweigert|verhinder)"
)
#: "Ihre Löhne sind gesichert": whose, the sentence before says.
_THEIRS = re.compile(r"\A(?:Ihre|Seine) ([A-ZÄÖÜ]\w+ (?:sind|waren|werden|wurden)\b)")
#: Words that wait for what the date has taken away.
_LOOSE_ENDS = table("aber ebenso und sowie auch wie als oder davor danach zuvor")
#: "Drei Tage nach der Flut hat …"
_AFTER = re.compile(
    r"(?:\w+ ){1,2}(?:Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?) (?:nach|vor) ", re.IGNORECASE
)


#: "mehr, als irgendjemand erwartet hätte": what nobody did
_COMPARED = re.compile(r"\b(?:mehr|weniger|anders|besser|schlechter|größer|höher|schneller),?\s*\Z")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a clause is recast.

    ``left_out`` are the stretches of the sentence that go, ``voice`` is who is to stand in front of
    the headline as the one who says it ("" nobody), ``lenient`` whether a pronoun may stay.
    """

    left_out: tuple[Stretch, ...]
    voice: str = ""
    lenient: bool = False

    def keeping(self, place: Stretch) -> Manner:
        """The same, with the date left in: without it the clause is none, or tells nothing."""
        return replace(self, left_out=tuple(span for span in self.left_out if span != place))


def recast(clause: Clause, around: Surroundings, manner: Manner) -> str:
    """The clause as a main clause, or the one around it where it makes none by itself; or ""."""
    if clause.kind == "relative":
        return _recast_relative(clause, around, manner)
    if clause.kind == "infinitive":
        return _recast_infinitive(clause, around, manner)
    kept, finite = without_dates(clause, around.sentence, manner.left_out)
    if not kept:
        return ""
    if clause.kind == "sub":
        return _recast_subordinate(clause, kept, finite, around, manner)
    if clause.kind == "aside" and clause.finite is not None and clause.words[-1] is finite:
        told = participial(kept, around.clauses, around.sentence)
        return told or _finish(kept, finite, around, manner)
    return _recast_main(clause, kept, finite, around, manner)


def completed(clause: Clause, around: Surroundings, manner: Manner) -> str:
    """The clause recast, with the one behind that its verb asks for."""
    return with_complement(clause, recast(clause, around, manner), around, manner.left_out)


def with_complement(
    clause: Clause, text: str, around: Surroundings, left_out: Sequence[Stretch]
) -> str:
    """The headline ``text`` of a clause with the clause behind, without which the verb tells
    nothing: an infinitive, a question, "dass …" and reported speech."""
    if not text:
        return ""
    cut = ""
    for other in around.clauses:
        asked = other.kind == "sub" and other.opener in QUESTIONS | DASS
        said = is_report(clause) or waits(text) or text.endswith(" ausgesagt")
        told = is_told(other) and other.finite != 0 and said
        if not (other.kind == "infinitive" or asked or told):
            continue
        if not 0 <= other.span[0] - clause.span[1] <= 3:
            continue
        kept, _ = without_dates(other, around.sentence, left_out)
        if not any(token.word.text[0].isupper() for token in kept):
            kept = tokens(other.words, around.sentence)  # "am Montag dort gewesen zu sein"
        bare = other.kind == "infinitive" and other.words[0].lower != "um"
        joined = with_clause(text, kept, around.sentence, infinitive=bare)
        if joined:
            return joined
        cut = cut or with_beginning(text, render(without_phrases(kept, around.sentence)))
    return cut if waits(text) else text


# ---------------------------------------------------------------------- by the kind of the clause
def _recast_relative(clause: Clause, around: Surroundings, manner: Manner) -> str:
    text = relative(clause, around, manner.left_out)
    if text:
        return around.renamed(news_of_text(tidy(text)), clause)
    text = tidy(hanging(clause, around, manner.left_out))
    if 0 < len(text) <= LONGEST:
        return text
    whole = tidy(around.sentence)  # better than the clause around, which has another date
    return whole if len(whole) <= LONGEST else _recast_matrix(clause, around, manner)


def _recast_infinitive(clause: Clause, around: Surroundings, manner: Manner) -> str:
    """ "den Neubau freizugeben" → "Neubau freigeben", or the clause around: with the infinitive
    behind it where that has but a verb ("Der Wirt erwägt, aufzuhören")."""
    kept = without_dates(clause, around.sentence, manner.left_out)[0]
    bare = infinitive(kept)
    matrix = around.matrix(clause)
    tried = matrix is not None and _ONLY_TRIED.search(matrix.text(around.sentence))
    if not bare or tried:
        return _completed_matrix(clause, around, manner)
    text = _finish(bare, None, around, manner)
    if matrix is None:
        return text
    name = subject(matrix, around.sentence)
    pronouns = {"er", "sie"} & {word.lower for word in matrix.words[:1]}
    for pronoun in sorted(pronouns - ({name} if name else set())):
        name = who(pronoun, [around.before, around.earlier], around.persons)
    intended = intention(kept, bare, text, matrix, name, around.sentence)
    if intended or any(token.word.text[0].isupper() for token in bare):
        return intended or text
    lead = recast(matrix, around, manner)
    whole = tidy(f"{lead}, {text_of(kept)}")
    follows = bool(lead) and 0 <= clause.span[0] - matrix.span[1] <= 3
    return whole if follows and len(whole) <= LONGEST else text


def _recast_subordinate(
    clause: Clause,
    kept: list[Token],
    finite: Word | None,
    around: Surroundings,
    manner: Manner,
) -> str:
    if clause.finite is None and clause.opener != "als":
        # Its verb was not found: better the clause around.
        return _recast_matrix(clause, around, manner)
    kept = [token for i, token in enumerate(kept) if i or token.lower != clause.opener]
    if len(kept) > 2 and kept[0].lower == "auch":
        kept = kept[1:]  # "nachdem auch die Köche gekündigt hatten"
    compared = clause.opener == "als" and _COMPARED.search(around.sentence[: clause.span[0]])
    if compared or (clause.opener == "wie" and is_report(clause)):
        return _recast_matrix(clause, around, manner)
    matrix = around.matrix(clause)
    if matrix is not None and _is_unless(clause) and matrix.span < clause.span:
        told = text_of(kept)
        return tidy(f"{recast(matrix, around, manner)}, {clause.opener} {told}")
    if is_condition(clause, around.sentence):
        return conditional(clause, matrix, around.sentence, manner.left_out)
    if matrix is not None and clause.opener in QUESTIONS:
        return _completed_matrix(clause, around, manner)
    kept = shared_subject(clause, kept, finite, around)
    kept = subordinate(kept, finite, around.sentence)
    if clause.opener in DASS and uncertain(kept, finite):
        if matrix is None:
            return _finish(kept, finite, around, manner)
        # "dass die Bank Nord schließt": how many phrases?
        told = render(without_dates(clause, around.sentence, manner.left_out)[0])
        return as_content(recast(matrix, around, manner), told)
    return _fitting(kept, finite, around, manner)


def _recast_main(
    clause: Clause,
    kept: list[Token],
    finite: Word | None,
    around: Surroundings,
    manner: Manner,
) -> str:
    question = around.question_before(clause, kept, finite, manner.left_out)
    if question:
        return f"{question}, {uncapitalized(render(kept))}"
    kept = shared_subject(clause, kept, finite, around)
    kept = main_clause(kept, finite, around.sentence)
    if not kept:
        written = tidy(clause.text(around.sentence))
        return with_complement(clause, written, around, manner.left_out)
    kept = pointed_out(subject_first(kept, finite, around.sentence), finite, around)
    text = _fitting(kept, finite, around, manner)
    asks = finite is not None and finite.initial and around.sentence.rstrip().endswith("?")
    if asks and kept and kept[0].word is finite and len(text) < LONGEST:
        return f"{text}?"
    lead = around.sentence[: clause.span[0]]
    return with_unit(with_noun(text, lead), lead if re.search(r"\d", lead) else around.before)


def _recast_matrix(clause: Clause, around: Surroundings, manner: Manner) -> str:
    """The main clause around a clause, recast; "" where there is none."""
    matrix = around.matrix(clause)
    return recast(matrix, around, manner) if matrix else ""


def _completed_matrix(clause: Clause, around: Surroundings, manner: Manner) -> str:
    matrix = around.matrix(clause)
    return completed(matrix, around, manner) if matrix else ""


def _is_unless(clause: Clause) -> bool:
    """ "…, wenn nicht bis Ende 2026 gebaut wird": what the clause tells is not wanted to come."""
    return clause.opener == "wenn" and "nicht" in [word.lower for word in clause.words]


# ---------------------------------------------------------------------- from tokens to text
def _fitting(kept: list[Token], finite: Word | None, around: Surroundings, manner: Manner) -> str:
    """The tokens as a headline, lighter where that makes it fit."""
    text = _finish(kept, finite, around, manner)
    if len(text) > LONGEST and finite is not None:
        return _lighter(kept, finite, around, manner) or text
    return text


def _lighter(kept: list[Token], finite: Word, around: Surroundings, manner: Manner) -> str:
    """A long main clause without the adverbial in front of its verb, or the first behind it."""
    position, whole = verb_at(kept, finite), ""
    if position is None:
        return ""
    commas = (i for i in range(position, len(kept)) if kept[i].after.endswith(","))
    # not inside "der 3., 5. und 9. Mai"
    comma = next((i for i in commas if not kept[i].lower[0].isdigit()), len(kept))
    tail = [token.word for token in kept[comma + 1 :]]
    if tail and not any(verb_forms(tail, i) for i in range(len(tail))):
        particle = kept[-1:] if kept[-1].lower in PARTICLES else []
        bare = replace(kept[comma], after="")  # "gingen im Tal, zwei Kilometer vor Au, | nieder"
        kept = [*kept[:comma], bare, *particle] if particle else kept[: comma + 1]
        text = _finish(kept, finite, around, manner)
        if len(text) <= LONGEST:
            return text
    words = [token.word for token in kept]
    adverbial = words[0].lower in PREPOSITIONS | ADVERBS
    adverbial = adverbial and not noun_phrase(words, 0, around.sentence)
    if (adverbial or _AFTER.match(render(kept))) and position > 1:
        turned = main_clause(kept[position:], finite, around.sentence)
        text = _finish(turned, finite, around, manner) if turned else ""
        for told in (text, without_titles(text)):
            if 0 < len(told) <= LONGEST:
                return told
        if text and verb_at(turned, finite):
            kept, position = turned, verb_at(turned, finite) or 0
            whole = text
    for begin, end in droppable(kept, position, around.sentence):
        of_object = kept[begin].lower in OF_OBJECTS
        untitled = without_titles(_finish(kept, finite, around, manner)) if of_object else ""
        if 0 < len(untitled) <= LONGEST:
            return untitled
        text = _finish([*kept[:begin], *kept[end:]], finite, around, manner)
        if len(text) <= LONGEST + 10:
            return text
    return whole


def _finish(
    kept: Sequence[Token], finite: Word | None, around: Surroundings, manner: Manner
) -> str:
    """The tokens as text, with names for pronouns and the verb in the perfect; "" where a pronoun
    is left over and none may stay."""
    voiced = bool(manner.voice) and manner.voice.removeprefix("Agentur ") != around.article.source
    contexts, speaker = around.contexts(kept), around.speaker_near(kept)
    named = resolve(kept, finite, contexts, around.persons, speaker, voiced=voiced)
    quoted = voiced and any("„" in token.before for token in kept[:1])
    own = {f"{article}{manner.voice}" for article in ("", "der ", "die ", "das ")}
    if quoted or (voiced and any(token.word.text in own for token in named)):
        named = list(kept)  # "Ada Holm: Sie wolle …", not her name twice
    while len(named) > 2 and named[-1].lower in _LOOSE_ENDS:
        named.pop()
    if not (manner.lenient or voiced) and left_over(named, finite):
        return ""
    text = _THEIRS.sub(r"\1", tidy(render(as_news(with_sich(named, finite), finite))))
    return compounded(demonstrative(text, around.before), around.before)
