"""What stands around a clause: what it hangs on, what it reports, what its pronouns mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.headlines.candidates import Candidate, candidates
from timeline.events.headlines.frames import frame_spans
from timeline.events.headlines.pronouns import PERSONAL, resolve
from timeline.events.headlines.shortening import LONGEST
from timeline.events.headlines.tokens import Token, render, tidy, tokens
from timeline.events.headlines.undated import without_dates
from timeline.events.persons import Person, is_person, known_persons, subject_of
from timeline.events.phrases import noun_phrase
from timeline.events.speakers import IMPERSONAL, clean_name, is_report, subject_span
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import VERB_FIRST, Clause, clause_at, clauses, matrix_of
from timeline.german.closed_classes import DASS, DETERMINERS, PREPOSITIONS, QUESTION_WORDS
from timeline.german.verb_forms import FINITE, Form, forms
from timeline.models import Article

#: Verbs that announce rather than tell, where "als …" follows.
_STARTS = re.compile(
    r"(?:begann|begannen|beginnt|begonnen|endete|endet|kam|kamen|war|startete|geschah|passierte)"
)
QUESTIONS = QUESTION_WORDS | {"ob"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence with its clauses and its dates, and the sentences before it; "" where none is.

    ``frames`` are the stretches that say where and from whom the news is: "laut …", a dateline.
    """

    sentence: str
    article: Article
    dates: tuple[Stretch, ...]
    frames: tuple[Stretch, ...]
    clauses: tuple[Clause, ...]
    before: str
    earlier: str  #: the sentence before ``before``
    further: tuple[str, ...] = ()  #: and those before it, the nearest first

    @classmethod
    def of(
        cls,
        sentence: str,
        dates: Sequence[Stretch],
        article: Article,
        before: Sequence[str] = (),
    ) -> Surroundings:
        """What stands around in ``sentence``; ``before`` are those in front, the nearest first."""
        found = clauses(sentence)
        nearest, earlier, *further = (*before, "", "")
        frames = tuple(frame_spans(sentence, found))
        near = nearest, earlier, tuple(further)
        return cls(sentence, article, tuple(dates), frames, found, *near)

    @property
    def spans(self) -> tuple[Stretch, ...]:
        """What tells nothing of the news itself: its dates and frames."""
        return (*self.dates, *self.frames)

    @property
    def persons(self) -> Mapping[str, Person]:
        """The persons the article introduces."""
        return known_persons(self.article.text)

    def matrix(self, clause: Clause) -> Clause | None:
        """The main clause that a subordinate clause belongs to."""
        return matrix_of(clause, self.clauses)

    def rejoined(self, clause: Clause) -> Clause:
        """The clause with the one behind, where the border went through a date ("zwischen März 2019
        und Oktober 2023")."""
        for start, end in self.spans:
            if not clause.span[0] <= start < clause.span[1] < end:
                continue
            other = next((c for c in self.clauses if c.span[0] < end <= c.span[1]), None)
            if other is None or clause.finite is None:
                continue
            verb = other.words[other.finite] if other.finite is not None else None
            if verb is not None and start <= verb.start < end:
                continue  # "fiel [am Freitag und wurde gestern] verkündet": two dates, two clauses
            pieces = ((clause.span[0], other.span[1]),)
            words = (*clause.words, *other.words)
            return Clause(clause.kind, pieces, words, clause.finite, clause.opener)
        return clause

    def news_of(self, clause: Clause) -> Clause:
        """The clause that tells what one with the date only announces: "Alles begann im Mai, als …"
        and, for numbers behind a colon ("80 im Mai, 90 im Juni"), the one in front of it."""
        number = self.clauses.index(clause) if clause in self.clauses else -1
        if number < 0:
            return clause
        lead = self.sentence[: clause.span[0]].rstrip()
        if clause.finite is None and lead.endswith(":") and clause.words[0].text[0].isdigit():
            before = self.clauses[number - 1]
            return before if number and before.finite is not None else clause
        behind = self.clauses[number + 1] if number + 1 < len(self.clauses) else None
        if behind is None or behind.opener != "als" or behind.finite is None:
            return clause
        if self._only_supposed(clause, behind):
            return behind
        words = [w for i, w in enumerate(clause.words) if i != clause.finite]
        told = [w for w in words if w.text[0].isupper() and w.lower not in DETERMINERS]
        dates = Stretches(self.spans)
        free = [word for word in told if word.start not in dates]
        verb = clause.words[clause.finite].text if clause.finite is not None else ""
        return behind if len(free) <= 1 and _STARTS.fullmatch(verb) else clause

    def _only_supposed(self, clause: Clause, behind: Clause) -> bool:
        """ "Spätestens 2019, als das Bad schloss, hätte man es wissen können": what was then is
        that the bath closed."""
        verb = clause.words[clause.finite].text if clause.finite is not None else ""
        led = self.sentence[: behind.span[0]].rstrip(" ,")
        dated = any(end == len(led) for _, end in self.dates)
        return dated and bool(forms(verb) & Form.UNREAL)

    def content_of(self, clause: Clause) -> Clause | None:
        """The clause that a clause of saying reports."""
        after = [c for c in self.clauses if c.span[0] >= clause.span[1] - 1 and c is not clause]
        last = clause.finite is not None and clause.finite == len(clause.words) - 1
        if last and "wie" in (word.lower for word in clause.words[:2]):
            return next((c for c in after[:1] if c.kind == "main"), None)  # "Wie bekannt wurde, …"
        for other in after[:1]:
            if other.kind == "sub" and other.opener in DASS:
                return other
            reported = other.finite is not None and bool(
                verb_forms(other.words, other.finite) & Form.REPORTED
            )
            if other.kind == "main" and reported:
                return other
            gap = self.sentence[clause.span[1] : other.span[0]].strip()
            quoted = other.text(self.sentence).startswith("„")
            tells = quoted or other.finite is not None
            if other.kind == "main" and gap == ":" and tells and not self._has_object(clause):
                return other  # "Die Feuerwehr meldet: Der Brand ist gelöscht"
        earlier = [c for c in self.clauses if c.span[1] <= clause.span[0] + 1]
        if earlier and clause.finite == 0:  # "…, teilte das Amt mit"
            said = earlier[-1]
            if said.finite is not None and said.kind in ("main", "sub"):
                return said if said.opener not in QUESTIONS else None
        return None

    def _has_object(self, clause: Clause) -> bool:
        """Whether a clause of saying tells what is said by itself: "bestritt jede Absprache: …"."""
        span = subject_span(clause, self.sentence) or (0, 0)
        places = Stretches([*self.spans, span])
        words = [word for word in clause.words if word.start not in places]
        index = 0
        while index < len(words):
            led = words[index].lower in PREPOSITIONS
            end = noun_phrase(words, index + led, self.sentence)
            if end > index + led and not led:
                return True
            index = max(end, index + 1)
        return False

    def renamed(self, text: str, clause: Clause) -> str:
        """A recast relative clause whose subject is a pronoun, with the name from around it."""
        if not re.match(r"(?:Er|Sie|Es) \w", text):
            return text
        words = words_of(text)
        around = [c.text(self.sentence) for c in self.clauses if c.span[0] < clause.span[0]]
        kept = tokens(words, text)
        contexts = [*reversed(around), self.before]
        return tidy(render(resolve(kept, words[1], contexts, self.persons)))

    def speaker_near(self, kept: Sequence[Token]) -> Candidate | None:
        """The subject of the clause of saying that the clause of ``kept`` hangs on."""
        start = min((t.word.start for t in kept), default=0)
        earlier = [c for c in self.clauses if c.span[1] <= start and c.finite is not None]
        if not earlier or not is_report(earlier[-1]):
            return None
        span = subject_span(earlier[-1], self.sentence)
        if span is None:
            return None
        words = self.sentence[span[0] : span[1]].split()
        known = self.persons.get(words[-1])
        named = known is not None or words[0].lower() not in DETERMINERS
        gender = known.gender if known else ""
        if not gender and words[0].lower() in ("der", "die"):
            gender = {"der": "m", "die": "f"}[words[0].lower()]
        elif not gender and len(words) > 1 and is_person(words[0]):
            gender = "f" if words[0].endswith(("in", "frau")) else "m"
        text = " ".join(words) if named else clean_name(" ".join(words))
        return Candidate(text, gender or "mf", True, named)

    def question_before(
        self,
        clause: Clause,
        kept: Sequence[Token],
        finite: Word | None,
        spans: Sequence[Stretch],
    ) -> str:
        """ "Wer ihr folgt, soll …": the clause in front is the subject. "Kommt die Flut, …": it is
        the condition, which stays where the rest leaves room for it. Without ``spans``; or ""."""
        if clause.kind != "main" or not kept or kept[0].word is not finite:
            return ""
        before = [c for c in self.clauses if 0 <= clause.span[0] - c.span[1] <= 2]
        if not before or self.sentence[before[-1].span[1] : clause.span[0]].strip() != ",":
            return ""
        other = before[-1]
        known = is_report(other) or IMPERSONAL.search(other.text(self.sentence))
        if other.opener == "wie" and known:  # no condition, and no question
            earlier = [c for c in self.clauses if 0 <= other.span[0] - c.span[1] <= 2]
            if not earlier or earlier[-1].opener not in DASS:
                return ""
            other = earlier[-1]  # "Dass er geht, wie das Blatt schrieb, ist Unsinn"
        text = render(without_dates(other, self.sentence, spans)[0])
        if other.opener == VERB_FIRST or (
            other.kind == "main" and other.finite == 0 and other.words[0].initial
        ):
            named = {word.lower for word in other.words} & (PERSONAL - {"es"})
            short = len(text) + len(render(kept)) + 2 <= LONGEST
            return text if short and not named else ""
        asks = other.opener in QUESTIONS | DASS  # "Dass er geht, gilt als sicher"
        return text if other.kind == "sub" and asks else ""

    def contexts(self, kept: Sequence[Token]) -> list[str]:
        """The texts that the pronouns of a clause may point to, the nearest first.

        Where the sentence before the last has the same pronoun and the last has not, the last
        may only have come in between: then it is no context.
        """
        places = [token.word.start for token in kept if token.lower in PERSONAL]
        start = min(places or (token.word.start for token in kept), default=0)
        earlier = [c for c in self.clauses if c.span[1] <= start and c.finite is not None]
        if len(earlier) > 1 and IMPERSONAL.search(earlier[-1].text(self.sentence)):
            earlier.pop()  # "Die Rate war zugesagt, nun heißt es, sie komme im März"
        bare = self.sentence
        for begin, end in self.dates:  # "ab (1. Oktober) Ada Holm": no part of the name
            bare = f"{bare[:begin]}{' ' * (end - begin)}{bare[end:]}"
        own = [_bare(c, bare) for c in earlier[-1:] if not is_report(c)]
        mine = {token.lower for token in kept} & (PERSONAL - {"es"})
        last = {word.lower for word in words_of(self.before)}
        if mine & _subjects(self.earlier) and not mine & last:
            return own
        return [*own, self.before, *self._chain(mine, kept)]

    def _chain(self, pronouns: set[str], kept: Sequence[Token]) -> Iterator[str]:
        """The sentence in front of the last one that names a person, as far as each between tells
        of the same "er" or "sie": "Ole Beek ist Wirt. Er kam 1950 zur Welt. Er lernte Koch." Where
        only a human being can be meant, the last one may as well tell of something else."""
        words = [token.word for token in kept]
        if len(pronouns) != 1 or not _stands_as_subject(words, *pronouns):
            return
        behind, skips = self.before, subject_of(words) == "person"
        for sentence in (self.earlier, *self.further):
            if not (skips or pronouns & _subjects(behind)):
                return
            named = [c for c in candidates(sentence, self.persons) if c.name]
            if named:
                known = [c for c in named if c.text.rsplit(" ", 1)[-1] in self.persons]
                if known == named and len({c.text for c in named}) == 1 and known[0].subject:
                    yield sentence
                return
            behind, skips = sentence, False


def _stands_as_subject(words: Sequence[Word], pronoun: str) -> bool:
    """Whether a pronoun stands beside a finite verb, and behind no preposition."""
    at = next((i for i, word in enumerate(words) if word.lower == pronoun), 0)
    beside = (i for i in (at - 1, at + 1) if 0 <= i < len(words))
    led = at > 0 and words[at - 1].lower in PREPOSITIONS
    return not led and any(verb_forms(words, i) & FINITE for i in beside)


_ASIDE = re.compile(r" [–—] (?P<inside>[^–—]{3,90}) [–—] ")
#: "Frau Holm, im Juni haben Sie …": who is asked
_VOCATIVE = re.compile(r"\W{0,3}(?:Frau|Herr) [A-ZÄÖÜ][\w-]+, ")
#: "Ada Holm (Grüne) hatte …": a party, an age, another name.
_BRACKET = re.compile(r"(?<=\w) \((?P<inside>[^()]{1,30})\)(?= [a-zäöü])")


def without_aside(sentence: str, clause: Clause, place: Stretch) -> tuple[str, Clause]:
    """A sentence with blanks for what stands between dashes or in brackets, if that is no clause,
    and the clause at ``place`` in it. All offsets stay."""
    called = _VOCATIVE.match(sentence)
    if called and place[0] >= called.end():
        sentence = f"{' ' * called.end()}{sentence[called.end() :]}"
        clause = clause_at(sentence, *place)
    for match in (*_ASIDE.finditer(sentence), *_BRACKET.finditer(sentence)):
        words = words_of(match.group("inside"))
        found = [verb_forms(words, i) for i in range(len(words))]
        verbs = any(form & FINITE and not form & Form.PARTICIPLE for form in found)
        dashes = match.re is _ASIDE
        if verbs or match.start() <= place[0] < match.end() or (dashes and len(words) < 3):
            continue
        sentence = f"{sentence[: match.start()]}{' ' * len(match.group())}{sentence[match.end() :]}"
        clause = clause_at(sentence, *place)
    return sentence, clause


def aside_of(sentence: str, place: Stretch) -> str:
    """What stands between dashes with the date, without a verb ("– ein Bau von 1911 –"); or ""."""
    for match in _ASIDE.finditer(sentence):
        start, end = match.span("inside")
        words = words_of(sentence, start, end)
        verbs = any(verb_forms(words, i) for i in range(len(words)))
        if start <= place[0] < end and not verbs and words and words[0].lower in DETERMINERS:
            comma = sentence.find(",", place[1], end)
            text = tidy(sentence[start : comma if comma > 0 else end])
            return text if len(words_of(text)) > 2 else ""
    return ""


def is_told(clause: Clause) -> bool:
    """Whether the verb of a clause says that somebody else tells it: "sei", "habe", "komme"."""
    if clause.finite is None or any(word.lower in ("ich", "wir") for word in clause.words):
        return False
    finite = clause.words[clause.finite].lower
    found = forms(finite) or verb_forms(clause.words, clause.finite)
    told = bool(found & Form.REPORTED) and not found & (Form.PRESENT | Form.PRETERITE)
    return finite in ("habe", "werde") or told


def _subjects(sentence: str) -> set[str]:
    """The pronouns beside a finite verb."""
    return {
        clause.words[i].lower
        for clause in clauses(sentence)
        if clause.finite is not None
        for i in (clause.finite - 1, clause.finite + 1)
        if 0 <= i < len(clause.words)
    }


def _bare(clause: Clause, sentence: str) -> str:
    """A clause without the relative pronoun that opens it."""
    text = clause.text(sentence)
    return text.partition(" ")[2] if clause.kind == "relative" else text
