"""A short German phrase for what a sentence tells, made from the sentence itself.

The clause that the date belongs to, without the date, without "laut …", quotation frames and
fillers, with the verb in second place again. Nothing is added but names for pronouns, where the
sentence before makes them certain, and the articles that grammar asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.focus import dated_noun
from timeline.events.headlines.coordination import own_part
from timeline.events.headlines.fallbacks import Fallbacks, title_headline
from timeline.events.headlines.fronting import shared_subject, subject_first
from timeline.events.headlines.order import main_clause, subordinate, uncertain, with_sich
from timeline.events.headlines.pronouns import PERSONAL, demonstrative, left_over, resolve
from timeline.events.headlines.relative import hanging, relative
from timeline.events.headlines.shortening import (
    LONGEST,
    droppable,
    says_little,
    short_name,
    shorten,
    spoken,
)
from timeline.events.headlines.special import (
    DEICTIC,
    apposition,
    as_content,
    attributive,
    conditional,
    denied_date,
    infinitive,
    intention,
    listed,
    moved_to,
    noun_headline,
    participial,
    with_noun,
    with_unit,
)
from timeline.events.headlines.surroundings import (
    OWN_PAPER,
    QUESTIONS,
    aside_of,
    without_aside,
)
from timeline.events.headlines.tense import as_news, news_of_text
from timeline.events.headlines.tokens import Token, render, tidy, verb_at
from timeline.events.headlines.undated import without_dates
from timeline.events.headlines.wellformed import broken
from timeline.events.phrases import ADVERBS, PREPOSITIONS, noun_phrase
from timeline.events.speakers import IMPERSONAL, is_report, said_by
from timeline.events.status import given_up
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import Clause
from timeline.german.direction_words import NEGATIONS
from timeline.german.sentences import split_sentences
from timeline.german.tables import table
from timeline.german.verb_forms import Form
from timeline.german.verbs import is_condition, modality, tells_plan
from timeline.models import Article

#: German has more shapes than these rules: a sentence they trip over is told as it stands, and no
#: report is lost for a headline. The property tests empty this, so that they see what trips.
TRIPPED: tuple[type[Exception], ...] = (
    AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError,
)  # fmt: skip


def headline(
    sentence: str,
    clause: Clause,
    place: tuple[int, int],
    spans: Sequence[tuple[int, int]],
    article: Article,
    before: Sequence[str] = (),
) -> str:
    """At most 90 characters on what ``clause`` tells.

    ``place`` is the date expression the event hangs on, ``spans`` all that ``sentence`` has,
    ``before`` the sentences in front, the nearest first, for pronouns.
    """
    try:
        made = aside_of(sentence, place) or _recast(sentence, clause, place, spans, article, before)
    except TRIPPED:
        made = ""
    return made or _as_written(clause, sentence, article)


def _as_written(clause: Clause, sentence: str, article: Article) -> str:
    return shorten(tidy(clause.text(sentence))) or title_headline(article.title)


def _recast(
    sentence: str,
    clause: Clause,
    place: tuple[int, int],
    spans: Sequence[tuple[int, int]],
    article: Article,
    before: Sequence[str],
) -> str:
    """The clause recast, as it stands where it has come apart on the way; "" if it says nothing."""
    sentence, clause = without_aside(sentence, clause, place)
    made = _Maker(sentence, spans, article, before).make(clause, place)
    if made and not broken(made, sentence):
        return made
    dates = sorted(spans) or [place]
    kept = _Maker(sentence, [], article, before).as_it_stands(clause, place, dates)
    return kept or _as_written(clause, sentence, article) or made


#: "hatten versucht, den Termin zu verschieben": whether they did, the sentence does not say
_ONLY_TRIED = re.compile(
    r"\b(?:versuch|scheiter|gescheitert|lehn|abgelehnt|verzicht|weiger|geweigert|verhinder)"
)


def _is_unless(clause: Clause) -> bool:
    """ "…, wenn nicht bis Ende 2026 gebaut wird": what the clause tells is not wanted to come."""
    return clause.opener == "wenn" and "nicht" in [word.lower for word in clause.words]


#: "Ihre Löhne sind gesichert": whose, the sentence before says.
_THEIRS = re.compile(r"\A(?:Ihre|Seine) ([A-ZÄÖÜ]\w+ (?:sind|waren|werden|wurden)\b)")
#: Words that wait for what the date has taken away.
_LOOSE_ENDS = table("ebenso und sowie auch wie als oder davor danach zuvor")
_ARTICLES = table("der die das dem den des eine einen einem einer")
#: "An den 3. Mai erinnert sich kaum jemand": the date is the object.
_INSTEAD = re.compile(r"\b[Ss]tatt\s+(?:am|im|ab|zu|zum)?\s*\Z")
#: "Drei Tage nach der Flut hat …"
_AFTER = re.compile(
    r"(?:\w+ ){1,2}(?:Minuten?|Stunden?|Tage?|Wochen?|Monate?|Jahre?) (?:nach|vor) ", re.IGNORECASE
)
#: "Anmeldeschluss für Verkäufer ist der (18. März)"
_IS_A_DAY = re.compile(r"(\w[^,:]+) (?:ist|war|bleibt|wird) der")
_REMEMBERED = re.compile(r"[Aa]n den \d")


class _Maker(Fallbacks):
    """Makes the headline of one sentence's clauses."""

    # ------------------------------------------------------------------ which clause, and how
    def make(self, clause: Clause, place: tuple[int, int]) -> str:
        clause = self.news_of(self.rejoined(clause))
        plan = clause.kind == "relative" and tells_plan(clause, self.sentence)
        around = self.matrix(clause) if plan else given_up(clause, self.sentence)
        if around and modality(around.text(self.sentence)) in ("cancelled", "postponed"):
            text = self.recast(around)  # "Die Feier, die im Mai sein sollte, fällt aus"
            if text and not says_little(text) and len(text) <= LONGEST:
                return text
        noun = dated_noun(clause, *place)
        if noun:
            text = noun_headline(noun, clause, place, self.sentence, self.dates)
            if text:
                return text
        called_off = modality(clause.text(self.sentence)) in ("cancelled", "postponed")
        content = "" if called_off else attributive(self.sentence, place)
        if not called_off and not DEICTIC.search(self.sentence, *place):
            content = content or apposition(clause, place, self.sentence)
        shared = (clause, place, self.spans, self.clauses, self.sentence)
        clause = own_part(*shared) or clause
        content = content or listed(clause, place, self.spans, self.sentence)
        content = content or denied_date(clause, place, self.sentence)
        content = content or self.asked(clause) or self.unexpected(clause)
        content = content or self.reported(clause) or self.in_first_person(clause, place)
        if content:
            return content
        if _INSTEAD.search(self.sentence[: place[0]]):  # "wird verschoben: Statt am 8. Mai …"
            off = (c for c in self.clauses if c.kind == "main" and c is not clause)
            told = [self.recast(c) for c in off if modality(c.text(self.sentence)) == "postponed"]
            if told and not says_little(told[0]):
                return shorten(told[0])
            self.spans = []  # "Statt am 8. Mai öffnet sie erst am 3. Juni": neither date alone
        if _REMEMBERED.match(self.sentence, place[0]) or moved_to(clause, place, self.sentence):
            self.keep(place)
        verbless = clause.kind == "sub" and clause.finite is None
        self.voice = self.voice_of((self.matrix(clause) if verbless else None) or clause)
        text = self.recast(clause)
        named = _IS_A_DAY.fullmatch(self.sentence[clause.span[0] : place[0]].strip())
        if named and (PREPOSITIONS | {"der", "des"}) & {w.lower for w in words_of(named.group(1))}:
            return named.group(1)
        if text.rsplit(" ", 1)[-1].lower() in _ARTICLES:
            self.keep(place)  # "Neuer Termin ist der 17. November"
            text = self.recast(clause)
        rest = re.sub(r"\A(?:Er|Sie|Es) ", "", text)
        said = words_of(rest)
        acts = len(said) == 2 and verb_forms(said, 1) & (Form.PARTICIPLE | Form.INFINITIVE)
        if self.voice and (acts or not says_little(rest)):  # "Holm: Er werde zurücktreten"
            return spoken(self.voice, text, self.article.source)
        self.voice = ""
        if clause.kind in ("main", "sub"):
            text = self.with_complement(clause, text)
        words = words_of(text)
        only_verbs = all(verb_forms(words, i) for i in range(len(words)))  # "Gewählt werden soll"
        if says_little(text) or only_verbs or (clause.finite is not None and len(words) < 3):
            text = self.fallback(clause, text, place)
        return text if len(text) <= LONGEST else shorten(text)

    def recast(self, clause: Clause) -> str:
        """The clause as a main clause without dates."""
        if clause.kind == "relative":
            text = relative(clause, self.clauses, self.sentence, self.spans)
            if text:
                return self.renamed(news_of_text(tidy(text)), clause)
            text = tidy(hanging(clause, self.clauses, self.sentence, self.spans))
            if 0 < len(text) <= LONGEST:
                return text
            whole = tidy(self.sentence)  # better than the clause around, which has another date
            if len(whole) <= LONGEST:
                return whole
            matrix = self.matrix(clause)
            return self.recast(matrix) if matrix else ""
        if clause.kind == "infinitive":
            return self.infinitive(clause)
        kept, finite = without_dates(clause, self.sentence, self.spans)
        if not kept:
            return ""
        if clause.kind == "sub" and clause.finite is None and clause.opener != "als":
            matrix = self.matrix(clause)  # its verb was not found: better the clause around
            return self.recast(matrix) if matrix else ""
        if clause.kind == "sub":
            kept = [t for i, t in enumerate(kept) if i or t.lower != clause.opener]
            if kept and kept[0].lower in ("dass", "daß"):
                kept = kept[1:]
            if clause.opener == "wie" and is_report(clause, self.sentence):
                matrix = self.matrix(clause)
                return self.recast(matrix) if matrix else ""
            matrix = self.matrix(clause)
            if matrix is not None and _is_unless(clause) and matrix.span < clause.span:
                told = " ".join(token.text for token in kept)
                return tidy(f"{self.recast(matrix)}, {clause.opener} {told}")
            if is_condition(clause, self.sentence):
                return conditional(clause, self.matrix(clause), self.sentence, self.spans)
            if clause.opener in QUESTIONS:
                matrix = self.matrix(clause)
                if matrix is not None:
                    return self.with_complement(matrix, self.recast(matrix))
            kept = shared_subject(clause, kept, finite, self.clauses, self.sentence)
            kept = subordinate(kept, finite, self.sentence)
            text = self.finish(kept, finite)
            if clause.opener in ("dass", "daß") and uncertain(kept, finite):
                matrix = self.matrix(clause)  # "dass die Bank Nord schließt": how many phrases?
                told = render(without_dates(clause, self.sentence, self.spans)[0])
                return as_content(self.recast(matrix), told) if matrix else text
            if len(text) > LONGEST and finite is not None:
                text = self.lighter(kept, finite) or text
            return text
        if clause.kind == "aside" and clause.finite is not None and clause.words[-1] is finite:
            return participial(kept, self.clauses, self.sentence) or self.finish(kept, finite)
        question = self.question_before(clause, kept, finite)
        if question:
            return f"{question}, {render(kept)[:1].lower()}{render(kept)[1:]}"
        kept = shared_subject(clause, kept, finite, self.clauses, self.sentence)
        kept = main_clause(kept, finite, self.sentence)
        if not kept:
            return self.with_complement(clause, tidy(clause.text(self.sentence)))
        kept = subject_first(kept, finite, self.sentence)
        text = self.finish(kept, finite)
        if len(text) > LONGEST and finite is not None:
            text = self.lighter(kept, finite) or text
        asks = finite is not None and finite.initial and self.sentence.rstrip().endswith("?")
        if asks and kept and kept[0].word is finite and len(text) < LONGEST:
            return f"{text}?"
        lead = self.sentence[: clause.span[0]]
        return with_unit(with_noun(text, lead), lead if re.search(r"\d", lead) else self.before)

    def lighter(self, kept: list[Token], finite: Word) -> str:
        """A long main clause without the adverbial in front of its verb, or the first behind it."""
        position = verb_at(kept, finite)
        if position is None:
            return ""
        comma = next(
            (i for i in range(position, len(kept)) if kept[i].after.endswith(",")), len(kept)
        )
        tail = [token.word for token in kept[comma + 1 :]]
        if tail and not any(verb_forms(tail, i) for i in range(len(tail))):
            kept = kept[: comma + 1]
            text = self.finish(kept, finite)
            if len(text) <= LONGEST:
                return text
        words = [token.word for token in kept]
        adverbial = words[0].lower in PREPOSITIONS | ADVERBS
        adverbial = adverbial and not noun_phrase(words, 0, self.sentence)
        if (adverbial or _AFTER.match(render(kept))) and position > 1:
            turned = main_clause(kept[position:], finite, self.sentence)
            text = self.finish(turned, finite) if turned else ""
            if 0 < len(text) <= LONGEST:
                return text
        for begin, end in droppable(kept, position, self.sentence):
            text = self.finish([*kept[:begin], *kept[end:]], finite)
            if len(text) <= LONGEST + 10:
                return text
        return ""

    def finish(self, kept: list[Token], finite: Word | None) -> str:
        contexts = self.contexts(kept)
        speaker = self.speaker_near(kept)
        voiced = bool(self.voice) and self.voice.removeprefix("Agentur ") != self.article.source
        named = resolve(kept, finite, contexts, self.persons, speaker, voiced=voiced)
        quoted = voiced and any("„" in token.before for token in kept[:1])
        if quoted or (voiced and any(token.word.text == self.voice for token in named)):
            named = list(kept)  # "Ada Holm: Sie wolle …", not her name twice
        while len(named) > 2 and named[-1].lower in _LOOSE_ENDS:
            named.pop()
        if not (self.lenient or voiced) and left_over(named, finite):
            return ""
        text = _THEIRS.sub(r"\1", tidy(render(as_news(with_sich(named, finite), finite))))
        return demonstrative(text, self.before)

    # ------------------------------------------------------------------ special forms
    def reported(self, clause: Clause) -> str:
        """ "Speaker: what is said" for a clause of saying with its content; else ""."""
        if clause.finite is None or clause.kind not in ("main", "aside"):
            return ""
        text = clause.text(self.sentence)
        impersonal = IMPERSONAL.search(text) is not None
        if not impersonal and not is_report(clause, self.sentence):
            return ""
        content = self.content_of(clause)
        if content is None:
            return self.demonstrative(clause)
        if content.kind == "sub" and content.finite is None:
            return ""  # its verb was not found: the clause of saying keeps it as it stands
        words = self.own_words(clause)
        if words and (name := short_name(self.speaker_in(clause), 2)):
            text = f"{name}: {words}"
            if len(text) <= LONGEST:
                return text
        if {word.lower for word in clause.words} & {"man", "uns"}:
            return self.quoted(clause, content)  # "Im Mai hat man uns gesagt, …"
        speaker = self.speaker_in(clause)
        if OWN_PAPER.search(speaker) or speaker in ("Zeitung", "Redaktion"):
            speaker = self.article.source
        known = speaker if speaker.lower() not in ("", "man", "wir", "ich", *PERSONAL) else ""
        self.voice = known or self.voice_of(content) or speaker
        said = self.said(content)
        self.voice, voice = "", self.voice
        if not said or (says_little(said) and not voice):
            return ""
        if impersonal:
            return self.rumoured(clause, content, said)
        if speaker.lower() in ("", "man", "wir", "ich") or speaker.lower() in PERSONAL:
            speaker = voice
        return spoken(speaker, said, self.article.source) if speaker else shorten(said)

    def asked(self, clause: Clause) -> str:
        """ "Was haben sie davon?": a question stays as it is."""
        opens = {word.lower for word in clause.words[:1]}
        if not opens & {*QUESTIONS, "welche", "welcher", "welches"} or not self.sentence.rstrip(
            '*_“”"» '
        ).endswith("?"):
            return ""
        text = f"{tidy(clause.text(self.sentence)).rstrip('?')}?"
        return text if len(text) <= LONGEST else ""

    def unexpected(self, clause: Clause) -> str:
        """ "rechnet nicht damit, dass vor 2027 gebaut wird": true is only what both clauses say."""
        matrix = self.matrix(clause) if clause.opener in ("dass", "daß", "ob") else None
        if matrix is None or NEGATIONS.isdisjoint(word.text for word in matrix.words):
            return ""
        first, last = sorted((matrix.span, clause.span))
        text = tidy(self.sentence[first[0] : last[1]].strip(' ,„“”"»«'))
        name = short_name(said_by(self.sentence, matrix.words[0].start), 2)
        if name and set(self.sentence) & set('„“”"»«') and name not in text:
            text = f"{name}: „{text}“"
        return text if len(text) <= LONGEST else ""

    def said(self, content: Clause) -> str:
        """What a clause of saying reports, with its own date: the day of the report is another."""
        free = [span for span in self.spans if not content.holds(span[0])]
        if len(free) < len(self.spans) and not DEICTIC.search(content.text(self.sentence)):
            whole, self.spans = self.spans, free
            text = self.with_complement(content, self.recast(content))
            self.spans = whole
            if 0 < len(text) <= LONGEST - 20:
                return text
        return self.with_complement(content, self.recast(content))

    def demonstrative(self, clause: Clause) -> str:
        """ "Dies sagte X": what was said stands in the sentence before."""
        if clause.words[0].lower not in ("dies", "das") or clause.finite != 1:
            return ""
        speaker = short_name(self.speaker_in(clause), 2)
        told = [c for c in self.clauses if c.span[1] <= clause.span[0] and c.kind == "main"]
        if told and told[-1].finite is not None and speaker:  # "…, das gab die Stadt bekannt"
            return spoken(speaker, self.recast(told[-1]), self.article.source)
        spans = split_sentences(self.before)
        if not spans:
            return ""
        begin, end = spans[-1]
        inner = _Maker(self.before[begin:end], [], self.article)
        main = next((c for c in inner.clauses if c.kind == "main" and c.finite), None)
        said = inner.recast(main) if main else ""
        if not said or not speaker or said.startswith(speaker):
            return said
        return f"{speaker}: {shorten(said, LONGEST - len(speaker) - 2)}"

    def infinitive(self, clause: Clause) -> str:
        """ "den Neubau freizugeben" → "Neubau freigeben", or the clause around."""
        bare = infinitive(without_dates(clause, self.sentence, self.spans)[0])
        matrix = self.matrix(clause)
        tried = matrix is not None and _ONLY_TRIED.search(matrix.text(self.sentence))
        if bare and not tried:
            text = self.finish(bare, None)
            return (intention(bare, text, matrix, self.sentence) if matrix else "") or text
        return self.with_complement(matrix, self.recast(matrix)) if matrix else ""
