"""How an expression stands in its sentence: what is around it, and what parts it from the last."""

from __future__ import annotations

from timeline.german.closed_classes import ARTICLES, COMMON_PREPOSITIONS, SUBJECT_PRONOUNS
from timeline.german.direction_words import IN_TURN, PUT_OFF, SCHEDULED
from timeline.german.meaning import CalendarDate, Weekday
from timeline.german.tables import table
from timeline.german.tokens import Tokens
from timeline.german.verb_forms import is_finite
from timeline.german.verbs import Tense, is_pluperfect
from timeline.models import as_day
from timeline.temporal import chronicle
from timeline.temporal.context import LISTING, Context, Setting
from timeline.temporal.found import REACH, Found
from timeline.temporal.happenings import happening_beside
from timeline.temporal.hints import follows_event, hint_of
from timeline.temporal.passing import is_issue, said_on
from timeline.temporal.plans import had_to_go, is_scheduled, is_settled, was_planned
from timeline.temporal.recognise import Hit
from timeline.temporal.spans import Span
from timeline.temporal.surroundings import joins_clause, tense_of_clause

_PARTING = frozenset((",", ";", ":", "–"))


def setting_of(
    text: str,
    tokens: Tokens,
    item: Found,
    found: list[Found],
    following: Hit | None,
    context: Context,
    *,
    heading: bool,
) -> Setting:
    """What stands around an expression, and between it and the one before it."""
    hit = item.hit
    opens = heading and not found
    hint: Tense | None = None
    if hit.sibling:  # the second of „den 11. und 12. Oktober“ looks where the first does
        hint, tense_at = context.here.hint, context.here.tense_at
    else:
        if not _names_its_year(hit):
            hint = (
                ("future" if is_issue(tokens, hit) or is_settled(tokens, hit) else None)
                or chronicle.tense_under(tokens, hit, context)
                or hint_of(tokens, hit)
                or _told_in_chronicle(text, hit, context, heading=opens)
            )
        tense_at = tense_of_clause(tokens, item.start, item.end)
    off = hint == "past" and hit.prep == "für"  # „die für den 10. Mai geplante Feier fiel aus“
    gap = tokens.words[found[-1].hit.last : hit.lead] if found else []
    continues = bool(found) and len(gap) <= 1
    together = _is_one_clause(tokens, gap)
    before = tokens.words[hit.lead - 1] if hit.lead else ""
    here = Setting(
        tense_at,
        hint,
        at_head=_is_head(tokens, hit),
        opens_entry=opens,
        noun=_noun_before(tokens, hit.lead),
        sibling=found[-1].resolution if hit.sibling and found else None,
        until=_runs_to(hit, following),
        week=_week_before_colon(tokens, found, hit),
        happening=happening_beside(tokens, hit),
        scheduled=before.lower().endswith(SCHEDULED) and is_scheduled(tokens, hit.lead),
        continues=continues,
        has_been=_is_where_it_was(tokens, hit),
        tells_on=_tells_on(gap),
        goes_on=bool(found) and (before == "nun" or before in IN_TURN),
        is_label=tokens.words[hit.last : hit.last + 1] == [":"],
        in_bracket=gap == ["("],
        from_day=hit.prep == "auf" and any(f.hit.prep == "vom" for f in found[-REACH:]),
        between=gap == ["und"] and found[-1].hit.prep == "zwischen",
        put_to=_put_to(tokens, hit, following),
        said_on=said_on(tokens, found, hit) if isinstance(hit.meaning, Weekday) else None,
        beside=continues or (bool(found) and together),
    )
    after = follows_event(tokens, hit) and here.tense() in ("present", "future")
    to_another = following is not None and following.prep == "auf" and tokens.says(PUT_OFF)
    moved = hit.prep == "vom" and to_another
    planned = moved or was_planned(tokens, hit) or had_to_go(tokens, hit)
    here.once_planned = not off and (after or planned)
    return here


def _noun_before(tokens: Tokens, lead: int) -> str:
    """The noun right before a place, or what stands for one („2:1“): not „Bereits im Januar …“."""
    before = tokens.words[lead - 1] if lead else ""
    if lead == 1 and (before.lower() in _NO_NOUNS or before.lower() in COMMON_PREPOSITIONS):
        return ""
    return before if before[:1].isupper() or ":" in before[1:] else ""


_NO_NOUNS = (
    ARTICLES
    | SUBJECT_PRONOUNS
    | table(
        "bereits schon erst noch auch nur wie als wenn dass weil nachdem bevor zuletzt spätestens"
    )
)


def _put_to(tokens: Tokens, hit: Hit, following: Hit | None) -> int | None:
    """„von Samstag auf Sonntag verlegt“, „statt am Montag kommt er am Dienstag“: the other day."""
    day, other = hit.meaning, following.meaning if following is not None else None
    if following is None or not isinstance(day, Weekday) or not isinstance(other, Weekday):
        return None
    put_off = hit.prep in ("von", "vom") and following.prep == "auf" and tokens.says(PUT_OFF)
    instead = tokens.words[max(0, hit.lead - 1) : hit.lead] in (["statt"], ["Statt"])
    if instead:
        start, stop = tokens.starts[following.first], tokens.stop(following.last - 1)
        instead = tense_of_clause(tokens, start, stop)() in ("present", "future")
    return other.number if put_off or instead else None


def _names_its_year(hit: Hit) -> bool:
    """„am 3. Mai 2024“, „1998“: no matter whether it looks back or ahead."""
    return isinstance(hit.meaning, CalendarDate) and isinstance(hit.meaning.year, int)


def _is_head(tokens: Tokens, hit: Hit) -> bool:
    """It opens its sentence, or what is told behind a label: „Obertal: Am Sonntag …“."""
    return hit.lead == 0 or tokens.words[hit.lead - 1] == ":"


def _told_in_chronicle(text: str, hit: Hit, context: Context, *, heading: bool) -> Tense | None:
    """„3. Mai: Der Rat tagt. … 12. Juni: …“: what has been, where the headings look back."""
    m = hit.meaning
    if not isinstance(m, CalendarDate) or m.year is not None or context.heading is not None:
        return None
    if heading:
        return "past" if chronicle.is_remembered(text, m, context) else None
    return "past" if chronicle.in_month(m, context) else None


def _runs_to(hit: Hit, following: Hit | None) -> int | None:
    """„(von) März bis Oktober“: the month that the first one runs to."""
    if following is None or following.prep not in ("bis", "–", "-"):
        return None
    if not (following.sibling or following.lead == hit.last):
        return None
    months = (hit.meaning, following.meaning)
    bare = all(isinstance(m, CalendarDate) and m.day is None and m.year is None for m in months)
    return following.meaning.month if bare and isinstance(following.meaning, CalendarDate) else None


def _week_before_colon(tokens: Tokens, found: list[Found], hit: Hit) -> Span | None:
    """„Vergangene Woche war es schlimm: Am Montag …“: the Monday of that week."""
    if not found or not isinstance(hit.meaning, Weekday) or hit.meaning.step is not None:
        return None
    first = found[0]
    r = first.resolution
    if r.granularity != "week" or r.start is None or r.end is None or r.type != "DATE":
        return None
    colons = tokens.words[first.hit.last : hit.lead].count(":")
    return Span(as_day(r.start), as_day(r.end)) if colons == 1 else None


def _is_where_it_was(tokens: Tokens, hit: Hit) -> bool:
    """„Beim Training am 9. Januar brach sie sich das Bein“"""
    led = tokens.words[max(0, hit.lead - 3) : max(0, hit.lead - 1)]
    return bool(led) and led[-1].lower() in ("beim", "bei")


def _is_one_clause(tokens: Tokens, gap: list[str]) -> bool:
    """Whether no other clause begins behind the date before: „war 2019 verurteilt worden und kam im
    Februar frei“."""
    further = joins_clause(gap) and is_pluperfect(tokens.words[:LISTING])
    rest = gap[1:] if gap[:1] == [":"] else gap  # „1947: kein Regen von Juni bis Oktober“
    together = (_PARTING.isdisjoint(rest) or _is_inserted(gap)) and "geboren" not in gap
    return (together and not further) or _opens_with_als(gap)


def _tells_on(gap: list[str]) -> bool:
    """Whether what a date is told of ends before the next date begins: „gewählt und (am …)“.

    Not „(der am 3. Mai 2019) eröffnete Park wurde (im März) …“.
    """
    attribute = len(gap) > 1 and gap[0].islower() and gap[0].endswith(_INFLECTED)
    if attribute and gap[1][:1].isupper():
        return False
    return not {",", "und", ";", "aber", "sowie"}.isdisjoint(gap)


_INFLECTED = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")


def _is_inserted(gap: list[str]) -> bool:
    """„Schon 2022, nach dem Unglück am 3. Juni, war …“: a phrase without a verb of its own."""
    if len(gap) < 2 or gap[0] != "," or gap[1] not in COMMON_PREPOSITIONS:
        return False
    return _PARTING.isdisjoint(gap[1:]) and not any(map(is_finite, gap[1:]))


def _opens_with_als(gap: list[str]) -> bool:
    """„Im vergangenen Jahr gab es Streit, als die Partei im November …“: still that year."""
    first = next((i for i, word in enumerate(gap) if word in _PARTING), None)
    return first is not None and gap[first : first + 2] == [",", "als"]
