"""What a mention tells, as a profile that can be compared: its terms and their weights, its kinds,
numbers, names and places, against all articles of a run."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import nsmallest

from timeline.events.days import day_range, precision, told_range
from timeline.events.focus import dated_noun
from timeline.events.kinds import VAGUE_KINDS, kinds_of
from timeline.events.merging.around import free_clauses, neighbours, noun_before
from timeline.events.merging.telling import is_retold, ordinal, without_background
from timeline.events.named import Names, names_of, participants, places, scenes
from timeline.events.speakers import is_report
from timeline.events.stretches import Stretches
from timeline.events.terms import Count, compound_parts, numbers, stem, stems
from timeline.german.clause_words import Word, read_words, words_of
from timeline.german.clauses import Clause, clause_at, clauses
from timeline.german.sentences import split_sentences
from timeline.models import Article, EventMention

#: A sentence that begins like this tells on about what the one before it tells.
_BACKWARD = re.compile(r"(?:Das|Dies|Damit|Dabei|Darüber|Dazu|Daran|Er|Sie|Es|Grund|Anlass)\b")
_FRESH = timedelta(days=3)
_A_DAY = timedelta(days=1)
_WEEK = timedelta(days=6)
_YEAR = timedelta(days=365)
_LONG = timedelta(days=3653)
_DAY, _MONTH = precision("day"), precision("month")
#: Numbers up to this one are counted in many sentences.
_SMALL_CHANGE = 12
#: Units of which a sentence may name several that have nothing to do with each other.
_MEASURES = frozenset(
    stem(word) for word in ("Meter", "Kilometer", "Prozent", "Euro", "Franken", "Dollar", "Grad")
)
#: The hours of a day that its parts may mean, taken widely.
_PARTS = {
    "MO": range(4, 13),
    "MI": range(10, 16),
    "AF": range(11, 20),
    "EV": range(16, 25),
    "NI": (*range(8), *range(18, 25)),
}
#: Articles, and dated sentences, that every run counts as if they were in it as well, with none of
#: its words: how much two reports have in common is to depend on them, not on what lies beside
#: them, be it one story or an archive.
_OTHER_ARTICLES, _OTHER_SENTENCES = 30, 300
#: Rare terms by which every article is longer than it is: a few lines that share the name of their
#: town tell one story less surely than two pages that share as large a part.
_UNSAID = 10
#: The persons of a story are in many of its sentences: their names tell less than other words.
_OF_A_NAME = 0.5
#: What had happened before is named where something else is told.
_BACKGROUND = 0.3


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a mention."""

    mention: EventMention
    article: str
    first: date
    last: date
    core: Mapping[str, float] = field(repr=False)  #: terms of the clause the date belongs to
    wide: Mapping[str, float] = field(repr=False)  #: terms of the sentence
    kinds: frozenset[str]
    specific: frozenset[str]  #: the kinds that are not vague
    wide_kinds: frozenset[str]
    counts: tuple[Count, ...]
    planned: bool
    denied: bool
    deadline: bool  #: says only until when
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    scenes: frozenset[str] = frozenset()  #: names of towns, as far as prepositions tell
    figures: frozenset[float] = frozenset()  #: numbers of the sentence that are no small change
    rank: int = 0  #: of the granularity, 0 being the most precise
    clock: datetime | None = None  #: the clock time, without its zone
    hours: frozenset[int] = (
        frozenset()
    )  #: those of the clock time or part of the day; of a day none
    vague: bool = False  #: a time longer than a week, or open: very much may happen then
    long_past: bool = False  #: what a report tells of such a time is little
    elaborates: bool = False  #: says at what hour what the sentence before tells happened
    open: bool = False  #: begins or ends, and nobody says when it ends or began
    lasts: bool = False  #: from a day to a day over a year later
    says: bool = False  #: tells that somebody said something
    retold: bool = False  #: a day that lies back, and is worth being named again
    of_thing: bool = False  #: the date of a thing that is no happening: "im Brief vom 3. Mai"
    ordinal: int = 0  #: the first, the second of its kind; 0 where that is not said


class Space:
    """Terms and their weights over all articles of a run."""

    def __init__(self, articles: Sequence[Article], mentions: Sequence[EventMention] = ()) -> None:
        self.terms: dict[str, list[str]] = {}
        for article in articles:
            furniture = Stretches((f.start_char, f.end_char) for f in article.furniture)
            words = [
                word
                for word in read_words(article.text)
                if word.text[0].isupper() and word.start not in furniture
            ]
            title = read_words(article.title)
            self.terms[article.id] = stems([*title, *words])
        frequency: Counter[str] = Counter()
        for terms in self.terms.values():
            frequency.update(set(terms))
        self.frequency = frequency
        self.total = len(self.terms)
        quotes = sorted({(mention.article, mention.sentence) for mention in mentions})
        self.sentences = len(quotes)
        self.told: Counter[str] = Counter()
        for _, quote in quotes:
            self.told.update(set(stems(read_words(quote))))
        self.vocabulary = frozenset(term for term in [*frequency, *self.told] if len(term) >= 4)
        self._postings: dict[str, list[str]] = {}
        self._alike: dict[tuple[str, int], list[str]] = {}
        self._named: dict[str, Names] = {}
        self.vectors = {key: self._article_vector(terms) for key, terms in self.terms.items()}

    def weight(self, term: str) -> float:
        """Rare terms weigh more; a term of every article still weighs something."""
        return 1.0 + math.log((self.total + _OTHER_ARTICLES) / (self.frequency.get(term, 1) + 1))

    def weight_in_sentences(self, term: str) -> float:
        """Weight of a term among the dated sentences: what every second one says tells little."""
        told = self.told.get(term, 0)
        return 0.2 + math.log((self.sentences + _OTHER_SENTENCES) / (told + 0.5))

    def _article_vector(self, terms: Sequence[str]) -> dict[str, float]:
        counted = Counter(terms)
        for term, count in list(counted.items()):
            for part in compound_parts(term, self.vocabulary):
                counted[part] += count
        vector = {t: (1 + math.log(c)) * self.weight(t) for t, c in sorted(counted.items())}
        unsaid = _UNSAID * self.weight("") ** 2
        norm = math.sqrt(sum(v * v for v in vector.values()) + unsaid)
        return {t: v / norm for t, v in vector.items()}

    def affinity(self, first: str, second: str) -> float:
        """How much two articles tell the same story, 0 to 1."""
        if first == second:
            return 1.0
        a, b = sorted((first, second))
        return dot(self.vectors.get(a, {}), self.vectors.get(b, {}))

    def alike(self, article: str, limit: int) -> list[str]:
        """The articles that share most rare terms with one, itself first."""
        if (article, limit) not in self._alike:
            self._alike[article, limit] = [article, *self._most_alike(article, limit)]
        return self._alike[article, limit]

    def _most_alike(self, article: str, limit: int) -> list[str]:
        if not self._postings:
            for key in sorted(self.vectors):
                for term in self.vectors[key]:
                    self._postings.setdefault(term, []).append(key)
        shared: dict[str, float] = defaultdict(float)
        mine = self.vectors.get(article, {})
        for term in nsmallest(60, mine, key=lambda t: (-mine[t], t)):
            others = self._postings[term]
            if len(others) <= 200:
                for other in others:
                    shared[other] += mine[term]
        shared.pop(article, None)
        return nsmallest(limit, shared, key=lambda key: (-shared[key], key))

    def _names(self, article: Article | None) -> Names:
        key = article.id if article else ""
        if key not in self._named:
            self._named[key] = names_of(article)
        return self._named[key]

    def vector(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Terms with a compound's parts added, weighed and brought to length 1."""
        merged: dict[str, float] = {}
        for term, value in terms.items():
            merged[term] = max(merged.get(term, 0.0), value)
            for part in compound_parts(term, self.vocabulary):
                merged[part] = max(merged.get(part, 0.0), 0.8 * value)
        weighed = {t: v * self.weight_in_sentences(t) for t, v in sorted(merged.items())}
        norm = math.sqrt(sum(v * v for v in weighed.values())) or 1.0
        return {t: v / norm for t, v in weighed.items()}

    def profile(
        self,
        mention: EventMention,
        article: Article | None,
        taken: Sequence[int] = (),
        number: int = 1,
    ) -> Profile:
        """The profile of a mention.

        ``taken`` are the places of other mentions in its sentence, ``number`` says which mention
        of its article it is, from 0.
        """
        sentence = mention.sentence
        at = place_in_sentence(mention, article)
        inside = sentence[at : at + len(mention.text)] == mention.text
        span = (at, at + len(mention.text)) if inside else (0, 0)  # a stamp stands in front
        clause = clause_at(sentence, *span)
        found = clauses(sentence)
        core_words = [w for w in clause.words if not span[0] <= w.start < span[1]]
        core_words, behind = without_background(core_words, span[0])
        core = dict.fromkeys(stems(behind), _BACKGROUND) | dict.fromkeys(stems(core_words), 1.0)
        kind_words = [w.lower for w in (*noun_before(clause, found), *core_words)]
        extended: list[str] = []
        free = free_clauses(clause, found, taken)
        for neighbour, value in neighbours(clause, found, sentence, free):
            core = dict.fromkeys(stems(neighbour.words), value) | core
            if neighbour.span[0] > clause.span[0]:
                extended += [w.lower for w in neighbour.words]
        kinds = kinds_of(kind_words)
        if not kinds - VAGUE_KINDS:
            kinds = kinds_of([*kind_words, *extended])
        noun = dated_noun(clause, *span)
        if noun:
            core = dict.fromkeys(core, 0.3) | dict.fromkeys(stems(noun), 1.0)
            kinds = kinds_of([w.lower for w in noun]) or kinds
        words = [w for w in words_of(sentence) if not span[0] <= w.start < span[1]]
        before = _sentence_before(mention, article, at)
        about = words_of(before)
        backward = _BACKWARD.match(sentence) is not None
        wide = dict.fromkeys(stems(about), 0.7 if backward else 0.4)
        if number == 0 and article is not None and _is_news(mention, article):
            title = words_of(article.title)  # the title tells what the first date is about
            about = (*about, *title)
            wide |= dict.fromkeys(stems(title), 0.5)
        wide.update(dict.fromkeys(stems(words), 0.7))
        wide.update(core)
        first, last = narrowed(mention)
        names = self._names(article)
        persons = {stem(word) for full in names.persons.values() for word in full.split()}
        for terms in (core, wide):
            terms.update({term: terms[term] * _OF_A_NAME for term in persons & terms.keys()})
        text = clause.text(sentence)
        return Profile(
            mention=mention,
            article=mention.article,
            first=first,
            last=last,
            core=self.vector(core),
            wide=self.vector(wide),
            kinds=kinds,
            specific=kinds - VAGUE_KINDS,
            wide_kinds=kinds_of([w.lower for w in words]) | kinds_of([w.lower for w in about]),
            counts=_counts([*core_words, *behind], free),
            planned=mention.modality in ("planned", "possible"),
            denied=mention.modality == "denied",
            deadline=mention.start is None,
            participants=participants(f"{text} {mention.headline}", names, mention.said_by),
            places=places(text, names),
            scenes=scenes(text),
            figures=frozenset(c.value for c in numbers(words) if c.value > _SMALL_CHANGE),
            rank=precision(mention.granularity),
            clock=_clock(mention),
            hours=_hours(mention),
            vague=last - first > _WEEK or mention.start is None or mention.end is None,
            open=mention.start is None or mention.end is None,
            lasts=mention.granularity == "range" and last - first > _YEAR,
            says=not noun and is_report(clause),
            retold=is_retold(mention, article),
            of_thing=mention.text.startswith("vom ") and not kinds,
            ordinal=ordinal(clause, span),
            long_past=article is not None
            and article.day is not None
            and article.day - last > _LONG,
        )


def _clock(mention: EventMention) -> datetime | None:
    """The clock time a mention names, without its zone; None where it names none."""
    start = mention.start
    exact = mention.granularity == "time" and isinstance(start, datetime)
    return start.replace(tzinfo=None) if exact and isinstance(start, datetime) else None


def _hours(mention: EventMention) -> frozenset[int]:
    """The hours that a mention may mean by its clock time or part of the day; none for a day."""
    exact, value = _clock(mention), mention.timex_value
    if exact is not None:
        return frozenset((exact.hour,))
    return frozenset(_PARTS.get(value[11:], ()) if value[10:11] == "T" else ())


def _counts(own: Sequence[Word], free: Sequence[Clause]) -> tuple[Count, ...]:
    """What the dated clause counts, and the clauses around it that no other date is in.

    Of measures only the one that stands alone: "40.000 Euro muss er zahlen, entschied am Montag das
    Gericht", but not "sie zahlt 20 Euro, er 30".
    """
    counts = numbers(own)
    around = [count for other in free for count in numbers(other.words)]
    told = Counter(count.unit for count in (*counts, *around))
    counts += [c for c in around if c.unit not in _MEASURES or told[c.unit] == 1]
    return tuple(dict.fromkeys(counts))


def _is_news(mention: EventMention, article: Article) -> bool:
    """Whether a mention tells what its report came out for: on a day, and of these days."""
    first, last = day_range(mention.start, mention.end)
    return article.day is not None and first == last and abs(article.day - first) <= _FRESH


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return min(1.0, sum([value * b[term] for term, value in a.items() if term in b]))


def narrowed(mention: EventMention) -> tuple[date, date]:
    """First and last day of a mention, with "Anfang", "Mitte", "Ende" taken at their word."""
    first, last = day_range(mention.start, mention.end)
    if mention.end is None and precision(mention.granularity) <= _MONTH:
        # "seit Anfang Mai" began on some day of these; "seit 2019" is left at that
        first, last = told_range(mention)
        return first, first + (last - first) * (0.4 if "~" in mention.edtf else 1.0)
    days = (last - first).days
    whole = {"month": 27, "quarter": 88, "season": 80, "year": 363, "decade": 3600}
    if mention.mod in ("start", "mid", "end") and days >= whole.get(mention.granularity, 10**6):
        low, high = {"start": (0.0, 0.4), "mid": (0.28, 0.72), "end": (0.6, 1.0)}[mention.mod]
        return first + timedelta(days=round(days * low)), first + timedelta(days=round(days * high))
    return first, last


def _sentence_before(mention: EventMention, article: Article | None, at: int) -> str:
    """The sentence in front: pronouns and "das Gremium" point there."""
    if article is None:
        return ""
    begin = mention.start_char - at
    block = article.text[max(0, begin - 400) : begin]
    spans = split_sentences(block)
    return block[spans[-1][0] : spans[-1][1]] if spans else ""


def place_in_sentence(mention: EventMention, article: Article | None) -> int:
    """Where the expression stands in the mention's sentence."""
    sentence, text = mention.sentence, mention.text
    at = sentence.find(text)
    if article is not None:
        begin = at
        while begin >= 0:
            if article.text[mention.start_char - begin : mention.start_char] == sentence[:begin]:
                return begin
            begin = sentence.find(text, begin + 1)
    return max(0, at)


def dates_meet(a: Profile, b: Profile) -> bool:
    """Whether two mentions may speak of one time: intervals overlap or days lie side by side."""
    if a.first <= b.last and b.first <= a.last:
        return True
    if a.rank > _DAY or b.rank > _DAY:
        return False
    return abs(a.first - b.first) <= _A_DAY or abs(a.last - b.last) <= _A_DAY
