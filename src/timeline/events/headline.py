"""A short German phrase for what a sentence tells, made from the sentence itself.

The clause that the date belongs to, without the date, without "laut …", quotation frames and
fillers, with the verb in second place again. Nothing is added but names for pronouns, where the
sentence before makes them certain, and the articles that grammar asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.focus import dated_noun
from timeline.events.frames import frame_spans
from timeline.events.phrases import ADVERBS, DETERMINERS, PREPOSITIONS, noun_phrase
from timeline.events.pronouns import PERSONAL, demonstrative, left_over, resolve
from timeline.events.recast import (
    Token,
    main_clause,
    render,
    subordinate,
    tidy,
    tokens,
    without_dates,
)
from timeline.events.relative import relative
from timeline.events.shortening import (
    DANGLING,
    LONGEST,
    noun_first,
    says_little,
    short_name,
    shorten,
    telegraphic,
    without_phrases,
)
from timeline.events.speakers import is_report, subject, subject_span
from timeline.events.terms import is_content
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import Clause, clauses
from timeline.german.sentences import split_sentences
from timeline.german.verb_forms import PARTICLES, Form, forms
from timeline.models import Article

OWN_PAPER = re.compile(r"(?:diese|unsere|dieser|unserer)\s+(?:Zeitung|Redaktion)\Z", re.IGNORECASE)
_QUESTIONS = ("wer", "was", "wie", "wo", "warum", "ob", "wem", "wen", "wann", "weshalb")
_IMPERSONAL = re.compile(
    r"\b(?:wurde|wird|ist|war)\s+(?:\w+\s+){0,4}?(?:bekannt|klar|deutlich|öffentlich)\b"
    r"|\bhieß es\b|\bheißt es\b|\bstellte sich heraus\b|\bstellt sich heraus\b|\bzu rechnen\b"
    r"|\bzu erwarten\b|\bist damit zu\b|\bgeht hervor\b|\bging hervor\b|\bwird erwartet\b"
    r"|\bgilt als\b"
)


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
    return _Maker(sentence, spans, article, before).make(clause, place)


def title_headline(title: str) -> str:
    """An article's title as a headline."""
    return shorten(tidy(" ".join(title.split())))


_SPEAKING = frozenset({"ich", "wir", "mir", "mich", "uns", "du", "mein", "meine"})


class _Maker:
    def __init__(
        self,
        sentence: str,
        spans: Sequence[tuple[int, int]],
        article: Article,
        before: Sequence[str] = (),
    ) -> None:
        self.sentence, self.article = sentence, article
        self.before = before[0] if before else ""
        self.earlier = before[1] if len(before) > 1 else ""
        self.clauses = clauses(sentence)
        self.spans = [*spans, *frame_spans(sentence, self.clauses)]

    # ------------------------------------------------------------------ which clause, and how
    def make(self, clause: Clause, place: tuple[int, int]) -> str:
        noun = dated_noun(clause, *place)
        if noun:
            text = self.noun_headline(noun, clause)
            if text:
                return text
        content = self.attributive(place) or self.reported(clause)
        if content:
            return content
        text = self.recast(clause)
        if text.rsplit(" ", 1)[-1].lower() in DETERMINERS - PARTICLES:
            self.spans.remove(place)  # "Neuer Termin ist der 17. November"
            text = self.recast(clause)
        if clause.kind in ("main", "sub"):
            text = self.with_complement(clause, text)
        if says_little(text):
            text = self.fallback(clause, text)
        return text if len(text) <= LONGEST else shorten(text)

    def attributive(self, place: tuple[int, int]) -> str:
        """ "die 1998 gebaute Fähre" → "Fähre gebaut"; "" for dates of another kind."""
        words = words_of(self.sentence, place[1])
        lead = [word.lower for word in words_of(self.sentence, 0, place[0])]
        while lead and lead[-1] in PREPOSITIONS:
            lead.pop()
        if len(words) < 2 or words[0].start - place[1] > 1 or not lead:
            return ""
        if lead[-1] not in DETERMINERS:
            return ""
        found = re.match(r"([a-zäöüß]+?(?:t|en))(?:e|en|er|es|em)\Z", words[0].text)
        if not found or not forms(found.group(1)) & Form.PARTICIPLE:
            return ""
        end = noun_phrase(words, 1, self.sentence)
        if end == 1 or self.sentence[words[0].end : words[1].start].strip(' „“"»«'):
            return ""
        kept = tokens(words[1:end], self.sentence)
        if any(token.word.text[0].islower() for token in kept[:1]):
            return ""
        text = tidy(f"{render(kept)} {found.group(1)}")
        return text if len(text) <= LONGEST else ""

    def recast(self, clause: Clause) -> str:
        """The clause as a main clause without dates."""
        if clause.kind == "relative":
            text = relative(clause, self.clauses, self.sentence, self.spans)
            if text:
                return tidy(text)
            matrix = self.matrix(clause)
            return self.recast(matrix) if matrix else ""
        if clause.kind == "infinitive":
            return self.infinitive(clause)
        kept, finite = without_dates(clause, self.sentence, self.spans)
        if not kept:
            return ""
        if clause.kind == "sub":
            kept = [t for i, t in enumerate(kept) if i or t.lower != clause.opener]
            if kept and kept[0].lower in ("dass", "daß"):
                kept = kept[1:]
            if clause.opener == "wie" and is_report(clause, self.sentence):
                matrix = self.matrix(clause)
                return self.recast(matrix) if matrix else ""
            if clause.opener in _QUESTIONS:
                matrix = self.matrix(clause)
                if matrix is not None:
                    return self.with_complement(matrix, self.recast(matrix))
            kept = self.with_subject(clause, kept, finite)
            kept = subordinate(kept, finite, self.sentence)
            return self.finish(kept, finite)
        if clause.kind == "aside" and clause.finite is not None and clause.words[-1] is finite:
            return self.participial(kept, finite)
        question = self.question_before(clause, kept, finite)
        if question:
            return f"{question}, {render(kept)[:1].lower()}{render(kept)[1:]}"
        kept = self.with_subject(clause, kept, finite)
        kept = main_clause(kept, finite, self.sentence)
        text = self.finish(kept, finite)
        if len(text) > LONGEST and finite is not None:
            text = self.lighter(kept, finite) or text
        return text

    def question_before(self, clause: Clause, kept: Sequence[Token], finite: Word | None) -> str:
        """ "Wer ihr folgt, soll …": the clause in front is the subject."""
        if clause.kind != "main" or not kept or kept[0].word is not finite:
            return ""
        before = [c for c in self.clauses if 0 <= clause.span[0] - c.span[1] <= 2]
        if not before or before[-1].kind != "sub" or before[-1].opener not in _QUESTIONS:
            return ""
        return render(without_dates(before[-1], self.sentence, self.spans)[0])

    def lighter(self, kept: list[Token], finite: Word) -> str:
        """A long main clause without the adverbial in front of its verb, or the first behind it."""
        position = next(i for i, token in enumerate(kept) if token.word is finite)
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
        if adverbial and position > 1 and not noun_phrase(words, 0, self.sentence):
            text = self.finish(main_clause(kept[position:], finite, self.sentence), finite)
            if len(text) <= LONGEST:
                return text
        shorter = list(kept)
        index = position + 1
        while index < len(shorter):
            words = [token.word for token in shorter]
            lower = words[index].lower
            if lower in PREPOSITIONS and words[index].text[0].islower():
                end = max(noun_phrase(words, index + 1, self.sentence), index + 1)
                last = all(
                    verb_forms(words, i) or words[i].text[0].islower()
                    for i in range(end, len(words))
                )
                if end > index + 1 and not last:
                    shorter = shorter[:index] + shorter[end:]
                    text = self.finish(shorter, finite)
                    if len(text) <= LONGEST + 10:
                        return text
                    continue
                index = end
                continue
            index += 1
        return ""

    def finish(self, kept: list[Token], finite: Word | None) -> str:
        contexts = self.contexts(kept)
        named = resolve(kept, finite, contexts)
        if left_over(named, finite):
            return ""
        text = tidy(render(named))
        return demonstrative(text, contexts[-1])

    def contexts(self, kept: Sequence[Token]) -> list[str]:
        """The texts that the pronouns of a clause may point to, the nearest first."""
        start = min((token.word.start for token in kept), default=0)
        earlier = [c for c in self.clauses if c.span[1] <= start and c.kind == "main"]
        if earlier and earlier[-1].finite is not None:
            return [earlier[-1].text(self.sentence), self.before]
        return [self.before]

    # ------------------------------------------------------------------ special forms
    def noun_headline(self, noun: Sequence[Word], clause: Clause) -> str:
        """The noun a date hangs on, with its attributes; "" where the clause tells it better."""
        words = clause.words
        first = words.index(noun[0])
        fronted = clause.finite is not None and clause.kind == "main" and first < clause.finite
        capitals = [w for w in noun if w.text[0].isupper()]
        if fronted or not capitals:
            return ""
        text = tidy(self.sentence[capitals[0].start : noun[-1].end])
        if len(capitals) == 1:
            text = self.titled(text)
        return text if len(text) <= LONGEST else ""

    def titled(self, text: str) -> str:
        """A phrase too short to stand alone, behind the title of its article."""
        title = title_headline(self.article.title)
        joined = f"{title}: {text}"
        return joined if title and len(joined) <= LONGEST else text

    def reported(self, clause: Clause) -> str:
        """ "Speaker: what is said" for a clause of saying with its content; else ""."""
        if clause.finite is None or clause.kind not in ("main", "aside"):
            return ""
        text = clause.text(self.sentence)
        impersonal = _IMPERSONAL.search(text) is not None
        if not impersonal and not is_report(clause, self.sentence):
            return ""
        content = self.content_of(clause)
        if content is None:
            return self.demonstrative(clause)
        said = self.recast(content)
        if not said or says_little(said):
            return ""
        if impersonal:
            return shorten(said)
        speaker = subject(clause, self.sentence)
        if OWN_PAPER.search(speaker) or speaker in ("Zeitung", "Redaktion"):
            speaker = self.article.source
        if not speaker or speaker.lower() in PERSONAL or speaker.lower() in ("man", "wir", "ich"):
            return shorten(said)
        names = (speaker, short_name(speaker, 2), short_name(speaker, 1))
        for name, text in ((n, t) for n in names for t in (said, telegraphic(said))):
            if len(name) + 2 + len(text) <= LONGEST:
                return f"{name[:1].upper()}{name[1:]}: {text}"
        return f"{names[-1]}: {shorten(said, LONGEST - len(names[-1]) - 2)}"

    def content_of(self, clause: Clause) -> Clause | None:
        """The clause that a clause of saying reports."""
        after = [c for c in self.clauses if c.span[0] >= clause.span[1] - 1 and c is not clause]
        for other in after[:1]:
            if other.kind == "sub" and other.opener in ("dass", "daß"):
                return other
            reported = other.finite is not None and bool(
                verb_forms(other.words, other.finite) & Form.REPORTED
            )
            if other.kind == "main" and reported:
                return other
        earlier = [c for c in self.clauses if c.span[1] <= clause.span[0] + 1]
        if earlier and clause.finite == 0:  # "…, teilte das Amt mit"
            said = earlier[-1]
            if said.finite is not None and said.kind in ("main", "sub"):
                return said if said.opener not in _QUESTIONS else None
        return None

    def demonstrative(self, clause: Clause) -> str:
        """ "Dies sagte X": what was said stands in the sentence before."""
        if not clause.words or clause.words[0].lower not in ("dies", "das"):
            return ""
        speaker = short_name(subject(clause, self.sentence), 2)
        spans = split_sentences(self.before)
        if not speaker or not spans:
            return ""
        begin, end = spans[-1]
        inner = _Maker(self.before[begin:end], [], self.article)
        main = next((c for c in inner.clauses if c.kind == "main" and c.finite), None)
        said = inner.recast(main) if main else ""
        if not said:
            return ""
        return f"{speaker}: {shorten(said, LONGEST - len(speaker) - 2)}"

    def infinitive(self, clause: Clause) -> str:
        """ "den Neubau freizugeben" → "Neubau freigeben"."""
        kept, _ = without_dates(clause, self.sentence, self.spans)
        if kept and kept[0].lower in ("um", "ohne", "statt", "anstatt"):
            matrix = self.matrix(clause)
            return self.recast(matrix) if matrix else ""
        if not kept or kept[-1].lower in ("haben", "sein"):
            matrix = self.matrix(clause)
            return self.recast(matrix) if matrix else ""
        last = kept[-1].word
        if len(kept) > 1 and kept[-2].lower == "zu":
            kept = kept[:-2] + kept[-1:]
        else:
            bare = re.sub(r"\A([a-zäöüß]{2,9})zu([a-zäöüß]{3,}n)\Z", r"\1\2", last.text)
            kept = [*kept[:-1], Token(Word(bare, last.start, last.end), "", kept[-1].after)]
        while kept and kept[0].lower in DETERMINERS:
            kept = kept[1:]
        return self.finish(kept, None)

    def participial(self, kept: list[Token], finite: Word | None) -> str:
        """ "…, von einer Familie begründet, …" with the noun in front of it."""
        main = next((c for c in self.clauses if c.kind == "main" and c.words), None)
        if main is None or not kept or main.words[0].start > kept[0].word.start:
            return self.finish(kept, finite)
        end = noun_phrase(main.words, 0, self.sentence)
        head = [w for w in main.words[:end] if w.lower not in DETERMINERS]
        lead = " ".join(w.text for w in head)
        return tidy(f"{lead} {render(kept)[:1].lower()}{render(kept)[1:]}".strip())

    def matrix(self, clause: Clause) -> Clause | None:
        """The main clause that a subordinate clause belongs to."""
        mains = [c for c in self.clauses if c.kind == "main" and c.finite is not None]
        before = [c for c in mains if c.span[0] < clause.span[0]]
        return before[-1] if before else (mains[0] if mains else None)

    # ------------------------------------------------------------------ what is missing
    def with_subject(self, clause: Clause, kept: list[Token], finite: Word | None) -> list[Token]:
        """The subject of the clause before, where "und" lets a clause share it."""
        first = clause.words[0].lower
        if first not in ("und", "aber", "doch", "sondern") and not self.shares_subject(clause):
            return kept
        if finite is None or not kept:
            return kept
        position = next((i for i, t in enumerate(kept) if t.word is finite), None)
        main_shared = clause.kind == "main" and position == 0 and not self.has_subject(kept)
        sub_shared = clause.kind == "sub" and first in ("und", "oder")
        if not (main_shared or sub_shared):
            return kept
        earlier = [c for c in self.clauses if c.span[0] < clause.span[0] and c.finite is not None]
        while len(earlier) > 1 and earlier[-1].kind == "main" and _elided(earlier[-1]):
            earlier.pop()
        if not earlier:
            return kept
        span = subject_span(earlier[-1], self.sentence)
        if earlier[-1].kind == "sub" and len(earlier[-1].words) > 1:
            second = earlier[-1].words[1]
            if second.lower in PERSONAL or second.lower == "man":
                span = second.start, second.end
        if span is None:
            return kept
        lead = [w for w in earlier[-1].words if span[0] <= w.start < span[1]]
        return tokens(lead, self.sentence) + kept

    def shares_subject(self, clause: Clause) -> bool:
        """ "trat vor die Presse, las vom Blatt ab": a verb right behind the comma."""
        return clause.kind == "main" and clause.finite == 0 and clause.span[0] > 3

    def has_subject(self, kept: Sequence[Token]) -> bool:
        words = [token.word for token in kept]
        index = 1
        while index < len(words):
            lower = words[index].lower
            if lower in ("er", "sie", "es", "man", "wir", "ich"):
                return True
            if lower in PREPOSITIONS:
                index = max(noun_phrase(words, index + 1, self.sentence), index + 1)
                continue
            if lower in ("der", "die", "das", "ein", "eine"):
                return lower in ("der", "ein") or noun_phrase(words, index, self.sentence) == len(
                    words
                )
            if noun_phrase(words, index, self.sentence) > index and lower not in DETERMINERS:
                return words[index].text[0].isupper() and index == 1
            index += 1
        return False

    def with_complement(self, clause: Clause, text: str) -> str:
        """The infinitive clause behind, without which the verb tells nothing."""
        for other in self.clauses:
            asked = other.kind == "sub" and other.opener in _QUESTIONS
            if not (other.kind == "infinitive" or asked):
                continue
            if not 0 <= other.span[0] - clause.span[1] <= 3:
                continue
            kept, _ = without_dates(other, self.sentence, self.spans)
            for version in (kept, without_phrases(kept, self.sentence)):
                addition = render(version)
                if not noun_first(version):
                    addition = addition[:1].lower() + addition[1:]
                joined = f"{text}, {addition}"
                if len(joined) <= LONGEST:
                    return joined
        return text

    def fallback(self, clause: Clause, text: str) -> str:
        """Where the clause says too little by itself: with the title, or another clause."""
        if text and not DANGLING.match(text):
            text = re.sub(r"\A(\w+) (?:ist|war|wird|wurde)\Z", r"\1", text)
            if any(is_content(word.text) for word in words_of(text)):
                titled = self.titled(text)
                if titled != text:
                    return titled
            else:
                text = ""
        for other in self.clauses:
            if other is clause or other.finite is None or other.kind != "main":
                continue
            lowers = {word.lower for word in other.words}
            if other.words[0].lower in ("und", "aber", "doch") or lowers & _SPEAKING:
                continue
            candidate = "" if is_report(other, self.sentence) else self.recast(other)
            if candidate and not says_little(candidate):
                return candidate
        title = title_headline(self.article.title)
        return text if text and not DANGLING.match(text) else title or text


def _elided(clause: Clause) -> bool:
    """Whether a clause begins with its verb, so that its subject stands in an earlier one."""
    return clause.finite == 0 or (
        clause.finite == 1 and clause.words[0].lower in ("und", "aber", "doch", "sondern")
    )
