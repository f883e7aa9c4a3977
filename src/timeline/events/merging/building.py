"""What a merged event says: its date, headline, modality, sources, claims and weight."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from typing import Literal

from timeline.events.days import precision
from timeline.events.headlines.fallbacks import telling_title
from timeline.events.kinds import VAGUE_KINDS
from timeline.events.merging.claims import date_claims, number_claims
from timeline.events.merging.dating import corrected_dates, date_of, hours_beside, whole_span
from timeline.events.merging.profiles import Profile, dot
from timeline.events.merging.sources import Sources
from timeline.events.terms import stems
from timeline.german.clause_words import read_words
from timeline.german.clauses import clauses
from timeline.models import Event, EventMention, Modality, as_day

_RANK: dict[Modality, int] = {
    "happened": 6,
    "cancelled": 5,
    "postponed": 4,
    "denied": 3,
    "possible": 2,
    "planned": 1,
}
#: What a report may say of a time that is over; planned and possible say nothing of it.
_SETTLED = frozenset({"happened", "denied", "cancelled", "postponed"})
#: Events of one article that may share a term before it links nothing.
_SHARED_BY = 100
_PRONOUN = re.compile(
    r"(?:Er|Sie|Es|Dies|Das(?! „?[A-ZÄÖÜ])|Dieser|Ihn|Ihm|Man|Dort|Hier)\b|Diese(?! [A-ZÄÖÜ])\b"
)
#: Headlines that begin with what is only known from elsewhere, or tell no news.
_VAGUE = re.compile(
    r"(?:Begonnen|Angefangen|Geendet) (?:hat|hatte|haben|hatten)\b|(?:Wer|Ob|Was|Wie|Wo)\b"
    r"|(?:Dar|Da|Hier|Wo)(?:über|auf|mit|zu|von|für|bei|nach|durch|gegen|unter|an|aus)\b"
    r"|.*\b(?:hat|hatte|haben|hatten) (?:das|es|dies) \w+\Z|(?:Sein|Ihr|Unser|Mein)e?\b"
    r"|(?:\w+ )?(?:hat|hatte|hätte|ist|war|wird|soll|sollte) (?:das|dies|es)\b(?! „?[A-ZÄÖÜ])"
    r"|(?:[^:]*: )?„?(?:Ich|Wir|Mein\w*|Unser\w*)\b"
    r"|Frage an [^:]{1,80}:|Es (?:war|waren|ist|sind)\b"
)
#: "Petersohn: Das Labor habe geliefert": somebody says so, where another report tells that it was.
_HEARSAY = re.compile(r"\b(?:habe|sei|seien|werde|wolle|solle|könne|müsse)\b")


def build_event(profiles: Sequence[Profile], sources: Sources, language: str = "de") -> Event:
    """The event that the mentions of a cluster tell; numbers as ``language`` writes them."""
    mentions = [profile.mention for profile in profiles]
    mentions.sort(key=lambda m: (sources.published(m), m.article, m.start_char, m.id))
    corrected = corrected_dates(mentions, sources)
    dated, conflict = date_of(mentions, sources, corrected, hours_beside(profiles))
    names = tuple(sorted({sources.name(mention) for mention in mentions}))
    independent = sources.independent(mentions)
    modality = _modality(mentions, sources)
    best = _best_headline(profiles, sources, modality, dated)
    current = [mention for mention in mentions if mention.id not in corrected]
    claims = date_claims(current, sources.name) if conflict else ()
    status: Literal["confirmed", "tentative", "cancelled"] = "confirmed"
    if modality == "cancelled":
        status = "cancelled"
    elif modality != "happened" or conflict or _disputed(mentions):
        status = "tentative"
    start, end = dated.start, dated.end
    longer = whole_span(dated, mentions)
    if longer is not None:
        start, end, dated = longer.start, longer.end, longer
    return Event(
        id=_id(mentions[0].article, mentions[0].text, mentions[0].sentence),
        headline=_headline(best, sources),
        summary=" ".join(best.sentence.split()),
        start=start,
        end=end,
        granularity=dated.granularity,
        edtf=dated.edtf,
        mod=dated.mod,
        modality=modality,
        status=status,
        date_conflict=conflict,
        categories=_categories(profiles),
        participants=_named(profile.participants for profile in profiles),
        places=_named(profile.places for profile in profiles),
        importance=_importance(mentions, dated, independent, sources),
        sources=names,
        independent_sources=independent,
        revision=len({mention.article for mention in mentions}) - 1 + (status == "cancelled"),
        claims=(*claims, *number_claims(profiles, sources.name, language)),
        mentions=tuple(mentions),
    )


def _id(*parts: str) -> str:
    """The id of an event: of its first mention's words, not of their place in the text.

    So a correction elsewhere in the report leaves the entries of a calendar as they are.
    """
    words = "\x1f".join(" ".join(part.split()) for part in parts)
    return "e-" + blake2b(words.encode(), digest_size=6).hexdigest()


def told_apart(events: Sequence[Event]) -> list[Event]:
    """Events whose first mentions have the same words (a sentence printed twice), with own ids."""
    seen: Counter[str] = Counter()
    out = []
    for event in sorted(events, key=lambda e: e.mentions[0].start_char):
        seen[event.id] += 1
        again = seen[event.id]
        out.append(
            event if again == 1 else event.model_copy(update={"id": renumbered(event.id, again)})
        )
    return out


def renumbered(id_: str, number: int) -> str:
    """The id of the second, third, … event that would have the id of the first."""
    return _id(id_, str(number))


def _modality(mentions: Sequence[EventMention], sources: Sources) -> Modality:
    """The latest report knows best; of one day's reports the one that is surest.

    Alone, it does not outvote several that tell of something settled: one denial against two
    outlets that saw it happen may be misread, or mean a detail. A plan settles nothing.
    """
    latest = max(mentions, key=lambda m: (sources.published(m), _RANK[m.modality], m.id)).modality
    told: dict[Modality, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        told[mention.modality].append(mention)
    voices = {modality: sources.independent(group) for modality, group in told.items()}
    settled = [m for m in voices if m in _SETTLED and m != latest and voices[m] > 1]
    if not settled or voices[latest] > 1:
        return latest
    return max(settled, key=lambda m: (voices[m], _RANK[m]))


def _disputed(mentions: Sequence[EventMention]) -> bool:
    """Whether one report says that it happened and another that it did not."""
    told = {mention.modality for mention in mentions}
    return {"happened", "denied"} <= told


#: "Helfer brachten ihn in die Klinik": who, another sentence says.
_OBJECT = re.compile(r"\b(?:ihn|ihm|ihnen)\b")


#: "An jenem Tag meldete das Krankenhaus Insolvenz an": which day, its sentence does not say
_POINTING = re.compile(
    r"(?:An (?:jenem|diesem) |Am (?:selben|gleichen|nächsten|folgenden) |Tags darauf\b|Danach\b"
    r"|Einen Tag (?:später|zuvor)\b)"
)
#: what speaks for a headline, or against it: the weight, and whether a mention has it
_SIGNS: tuple[tuple[float, Callable[[EventMention], bool]], ...] = (
    (-1.0, lambda m: bool(_PRONOUN.match(m.headline))),
    (-0.8, lambda m: bool(_OBJECT.search(m.headline))),
    (-0.8, lambda m: bool(_VAGUE.match(m.headline))),
    (-0.8, lambda m: m.headline.endswith("…")),
    (-0.6, lambda m: len(m.headline) < 18),
    (-0.5, lambda m: bool(_HEARSAY.search(m.headline))),
    (-0.4, lambda m: len(m.headline.split()) < 3),
    (-0.4, lambda m: all(clause.finite is None for clause in clauses(m.headline))),
    (-0.4, lambda m: bool(_POINTING.match(m.sentence))),
    (-0.3, lambda m: ":" in m.headline),
    (0.3, lambda m: 25 <= len(m.headline) <= 75),
)


def _best_headline(
    profiles: Sequence[Profile], sources: Sources, modality: Modality, dated: EventMention
) -> EventMention:
    """The mention whose headline says most of what all mentions say.

    Its sentence is the event's summary: one that names the event's own day comes first.
    """
    if len(profiles) == 1:
        return profiles[0].mention
    total: Counter[str] = Counter()
    for profile in profiles:
        total.update(profile.core)
    norm = sum(value * value for value in total.values()) ** 0.5 or 1.0
    centre = {term: value / norm for term, value in total.items()}

    def worth(profile: Profile) -> tuple[float, str]:
        mention = profile.mention
        score = 1.5 * dot(profile.core, centre)
        score += 0.6 * bool(profile.kinds - VAGUE_KINDS)
        score += 1.0 * (mention.modality == modality)  # "soll entscheiden" of what was decided
        score += sum(weight for weight, has in _SIGNS if has(mention))
        score -= 0.4 * _names_another_day(mention, dated)
        score -= 0.04 * precision(mention.granularity)
        score -= 0.2 * sources.place(mention)
        return round(score, 6), mention.id

    return max(profiles, key=worth).mention


def _names_another_day(mention: EventMention, dated: EventMention) -> bool:
    """Whether a mention dates the event otherwise than the event is dated."""
    both = (mention.start, dated.start)
    days = [as_day(moment) for moment in both if moment is not None]
    return mention.granularity in ("day", "time") and len(days) == 2 and days[0] != days[1]


#: How much of an article is its lead.
_LEAD = 0.15


def _headline(best: EventMention, sources: Sources) -> str:
    """The headline of the best mention; the article's title where that one points out of itself
    and its sentence stands in the lead, which tells what the title tells."""
    vague = _PRONOUN.match(best.headline) or _VAGUE.match(best.headline)
    article = sources.articles.get(best.article)
    if not vague or article is None or sources.place(best) > _LEAD or best.said_by:
        return best.headline
    return telling_title(article.title) or best.headline


def _categories(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """The kinds of happening that at least half of the mentions name, in words."""
    counted = Counter(kind for profile in profiles for kind in profile.kinds - VAGUE_KINDS)
    return tuple(
        sorted(
            kind.split("_")[0].capitalize()
            for kind, count in counted.items()
            if 2 * count >= len(profiles)
        )
    )


def _named(told: Iterable[tuple[str, ...]], most: int = 6) -> tuple[str, ...]:
    """The names that mentions tell, those told most often first."""
    counted = Counter(name for names in told for name in names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:most])


def _importance(
    mentions: Sequence[EventMention], dated: EventMention, independent: int, sources: Sources
) -> float:
    """Weight of an event, 0 to 1: sources first, then mentions, precision, and where it stands."""
    by_sources = min(1.0, (independent - 1) / 3 if independent > 1 else 0.0)
    by_mentions = min(1.0, (len(mentions) - 1) / 5)
    exact = 1.0 - precision(dated.granularity) / 9
    early = 1.0 - min(sources.place(mention) for mention in mentions)
    sure = 1.0 if dated.modality == "happened" else 0.6
    value = 0.45 * by_sources + 0.15 * by_mentions + 0.15 * exact + 0.15 * early + 0.1 * sure
    return round(min(1.0, max(0.0, value)), 4)


#: how many related events one names
_MOST_RELATED = 3


def link_related(events: Sequence[Event]) -> list[Event]:
    """Events with links to those that share an article and most of its terms ("related").

    Of a long chronicle, terms that very many of its events share tell nothing and are left out:
    looking at every event beside every other would cost the square of its length.
    """
    terms = [frozenset(stems(read_words(f"{event.headline} {event.summary}"))) for event in events]
    articles = [sorted({mention.article for mention in event.mentions}) for event in events]
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, told in enumerate(articles):
        for article in told:
            for term in terms[index]:
                sharing[article, term].append(index)
    linked: list[Event] = []
    for index, event in enumerate(events):
        near: dict[int, int] = {}
        for article in articles[index]:
            shared = Counter(
                other
                for term in terms[index]
                if len(sharing[article, term]) <= _SHARED_BY
                for other in sharing[article, term]
            )
            for other, count in shared.items():
                near[other] = max(count, near.get(other, 0))
        near.pop(index, None)
        ranked = sorted(near.items(), key=lambda item: (-item[1], events[item[0]].id))
        likely = (other for other, count in ranked[:_MOST_RELATED] if count >= 2)
        chosen = tuple(sorted(events[other].id for other in likely))
        linked.append(event.model_copy(update={"related": chosen}) if chosen else event)
    return linked
