"""Whether what a mention tells has happened, is planned, possible, called off or denied."""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.events.changes import (
    as_reported,
    came_otherwise,
    falls_through,
    frame_of,
    is_in_doubt,
    is_kept,
    is_not_then,
    may_be,
    shift_of,
    should_have,
    took_place,
    was_first_planned,
    was_meant,
    was_so_far,
)
from timeline.events.days import day_range
from timeline.events.speakers import is_report
from timeline.german.clauses import Clause, clauses, matrix_of
from timeline.german.direction_words import EXPECTED, PLANNED
from timeline.german.tables import any_of
from timeline.german.verbs import modality, modality_of, tells_plan, tense_of
from timeline.models import Article, Modality, TimeExpression
from timeline.temporal.spans import Span, part_span

_INSTEAD = re.compile(
    rf"\b[Ss]tatt\s+(?:wie (?:\w+ )?(?:{any_of(PLANNED)}|vereinbart|üblich)"
    r"\s+)?(?:am|im|vom|ab|erst)?\s*\Z"
)
_DAWN = 6  # o'clock: what a log tells of the hours before has been when it is published
#: "hätte im Mai beginnen sollen": what was planned and did not come.
_GIVEN_UP = re.compile(r"\bh[äa]tten?\b.{0,300}\bsollen\b|\bsollen\s+h[äa]tten?\b|\b[Ss]ollten?\b")
_AT_FIRST = re.compile(r"\b(?:[Uu]rsprünglich|[Ee]igentlich|[Zz]unächst)\b")
#: "Ursprünglich wollte die Stadt im Januar bauen", "Eigentlich war es für Mai vorgesehen"
_ONCE_MEANT = re.compile(
    rf"\bwoll(?:te|ten|en)\b|\bwar(?:en)?\b(?!.{{0,300}}\bworden\b).*\b(?:{any_of(PLANNED)})\b"
)
_AFTER_ALL = re.compile(r"\bauch\b|\bdoch noch\b|\bwie (?:geplant|vorgesehen)\b")
#: "sagte am Montag ab", "hat das Fest abgesagt": somebody did, and that has happened
_CALLS_OFF = re.compile(
    r"\bsag(?:t|te|ten)\b.{0,300}\bab\b|\bverschob\b|\bvertagten?\b|\bverlegten?\b"
    r"|\b(?:hat|haben|habe|hatten?)\b.{0,300}\b(?:abgesagt|verschoben|verlegt|vertagt|abgeblasen)\b"
)
#: "Die Stadt erwägt, im Mai …"
_WEIGHS = re.compile(r"\b(?:erwäg(?:t|en|e)|erwog(?:en)?|überleg(?:t|en)|denkt darüber nach)\b")
#: "Forderungen können bis zum 3. Mai angemeldet werden": it is the last day, not a chance
_HANDED_IN = re.compile(
    r"(?:anmelden|angemeldet|einreichen|eingereicht|abgeben|abgegeben|bewerben|melden|gemeldet"
    r"|beantragen|beantragt|einsehen|eingesehen|einlegen|eingelegt|zurückgeben|zurückgegeben"
    r"|umtauschen|umgetauscht|buchen|gebucht|nachreichen|nachgereicht|vorschlagen|vorgeschlagen"
    r"|teilnehmen|abstimmen|abgestimmt|einsenden|eingesandt|einzahlen|widersprechen|erheben"
    r"|erhoben|kündigen|kaufen|bestellen|bestellt|abholen|abgeholt|besichtigen|besucht|besuchen"
    r"|nehmen|wählen|sichern|eintragen|unterschreiben|unterzeichnen|äußern|vorbringen|einwenden)"
    r"(?: werden)?\W*\Z"
)
#: "2300 Buchungen wurden storniert": that they were is what happened
_BOOKINGS = re.compile(
    r"\b(?:\w*(?:nächtigung|übernachtung|buchung|reservierung|bestellung)(?:en)?|Aufträge|Tickets"
    r"|Karten|Zimmer)\b.{0,300}\b(?:storniert|annulliert|gecancelt|abgesagt)\b",
    re.IGNORECASE,
)
#: what lies in a time that runs: "wird", "soll", "will"
_TO_COME = ("wird", "werde", "soll", "will", "woll")
#: of a noun: "das Konzert am Freitag", "den für den 9. Mai geplanten Markt"
_OF_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]*[\w)“]\s+\Z|\b(?:den|die|das|der|dem) \Z")
_UNLIKE_PLANNED = re.compile(
    rf"\b[Aa]nders als (?:{any_of(PLANNED)}|erwartet)\b.{{0,300}}\bnicht\b"
    rf"|\b[Nn]icht,? wie (?:\w+ )?(?:{any_of(PLANNED)}|erwartet)\b"
)


def status_of(
    sentence: str,
    at: int,
    clause: Clause,
    article: Article,
    expression: TimeExpression,
) -> Modality:
    """The modality of what ``clause`` tells for the expression at ``at``.

    Verbs say most (``german.verbs``); whether the day lies ahead of the publication, and what
    stands around the date („statt am 8. Mai“), say the rest.
    """
    behind = sentence[at + len(expression.text) :]
    ahead = _is_ahead(clause, article, expression, behind)
    found = modality_of(clause, sentence, ahead=ahead)
    if found in ("happened", "planned") and falls_through(clause, sentence, at, expression):
        found = "cancelled"
    if found in ("cancelled", "postponed") and is_kept(clause, sentence):
        found = "planned" if ahead else "happened"
    if found in ("cancelled", "postponed") and may_be(clause, sentence):
        found = "possible"
    if found == "planned" and is_in_doubt(clause, sentence):
        return "possible"
    frame = frame_of(clause, sentence)
    if found == "happened" and frame is not None and clause.finite is None:
        framed = modality_of(frame, sentence, ahead=ahead)
        found = framed if framed in ("planned", "possible", "denied") else found
    if found == "planned" and not ahead and expression.text.startswith("vom "):
        return "happened"  # "Der Streik vom Montag soll weitergehen": it has been
    if _INSTEAD.search(sentence[:at]):
        return "postponed"  # "statt am 8. Mai": the old date
    told = clause.text(sentence)
    shift = shift_of(sentence, at, clause, expression)
    if shift in ("old", "passing") and found != "denied":
        return "possible" if found == "possible" else "postponed"
    if shift == "new" and found in ("postponed", "happened"):
        return "planned"  # "auf den 21. September verschoben": the new one
    if found in ("cancelled", "postponed") and not ahead and _is_act(clause, sentence, at):
        return "happened"
    if found == "cancelled" and not ahead and _BOOKINGS.search(told):
        return "happened"
    if found == "possible":
        found = _surer(clause, sentence, at, expression, ahead)
    if found in ("happened", "planned") and _ONCE_MEANT.search(told) and _changed(told, sentence):
        return "cancelled" if _called_off(sentence) == "cancelled" else "postponed"
    if _GIVEN_UP.search(told) and found not in ("cancelled", "denied"):
        off = _called_off(sentence)
        at_first = _AT_FIRST.search(sentence)
        if off in ("cancelled", "postponed") or (at_first and at_first[0].lower() != "zunächst"):
            return "cancelled" if off == "cancelled" else "postponed"
    if should_have(clause, sentence, at):
        return "cancelled" if _called_off(sentence) == "cancelled" else "postponed"
    if clause.kind == "relative" and tells_plan(clause, sentence):
        off = _called_off(sentence)  # "Die Feier, die für Mai vorgesehen war, findet nicht statt"
        if off in ("cancelled", "postponed"):
            return off
    elsewhere = given_up(clause, sentence)
    if elsewhere is not None and found in ("happened", "planned"):
        return modality(elsewhere.text(sentence))
    if found in ("happened", "planned") and came_otherwise(clause, sentence, at, expression):
        return "postponed"
    if found in ("happened", "planned") and was_so_far(clause, sentence, expression):
        return "cancelled" if _called_off(sentence) == "cancelled" else "postponed"
    if frame is not None and clause.finite is not None and _AT_FIRST.search(frame.text(sentence)):
        return "postponed"  # "sollte ursprünglich im Mai, dann im Juni öffnen"
    if found == "happened" and _only_meant(clause, sentence, at, expression):
        return "planned"
    instead = "sondern" in sentence[:at]  # "nicht wie geplant im Mai, sondern im Juni"
    if found in ("happened", "planned") and not instead and _UNLIKE_PLANNED.search(told):
        return "postponed"
    if found in ("happened", "planned") and was_first_planned(clause, sentence, at, expression):
        return "postponed"
    if ahead and found == "planned" and is_not_then(clause, sentence, at):
        return "postponed"
    if found in ("happened", "planned", "possible"):
        return _within_another(clause, sentence) or found
    return found


def _is_ahead(
    clause: Clause, article: Article, expression: TimeExpression, behind: str
) -> bool | None:
    """Whether the days of an expression lie ahead of the publication, which the verb says where
    that falls on one of them; None where it is unknown."""
    today = article.day
    if today is None:
        return None
    first, last = day_range(expression.start, expression.end)
    if _later_part(expression, first, last, today):
        return tense_of(clause) in ("present", "future")
    runs = first <= today <= last and first < last
    if runs and (_expects(clause) or _is_to_come(clause)):
        return True  # "Im ersten Quartal rechnet er mit einem Verlust", told in January
    when = last if expression.mod in ("until", "before") else first
    if when == today and expression.granularity in ("time", "day"):
        # "heute um 18 Uhr beginnt …" is still to come where the verb is not past
        moment = article.published if isinstance(article.published, datetime) else None
        start = expression.start if isinstance(expression.start, datetime) else None
        if moment is not None and start is not None:
            return start.replace(tzinfo=None) > moment.replace(tzinfo=None)
        # "3.15 Uhr: Der Damm bricht"
        logged = behind.lstrip().startswith(":") and start is not None and start.hour < _DAWN
        coming = tense_of(clause) in ("present", "future") and not is_report(clause)
        return coming and not logged and expression.mod not in ("since", "until", "before")
    if first == today and (first < last or _from_now(expression)) and expression.mod != "since":
        return tense_of(clause) != "past"  # "in den nächsten Wochen"
    return when > today


def _within_another(clause: Clause, sentence: str) -> Modality | None:
    """What the clause around a subordinate one makes of it: "X bestreitet, dass …", "Die Stadt
    erwägt, im Mai …"; or None."""
    opens = [word.lower for word in clause.words[:1]]  # a clause of one date has none
    if clause.kind not in ("sub", "infinitive") and opens != ["wonach"]:
        return None
    matrix = matrix_of(clause, clauses(sentence))
    if matrix and modality(matrix.text(sentence)) == "denied":
        return "denied"
    if matrix and clause.kind == "infinitive" and _WEIGHS.search(matrix.text(sentence)):
        return "possible"
    return None


def _changed(told: str, sentence: str) -> bool:
    """Whether a clause says that what was meant came otherwise: "ursprünglich", and "eigentlich"
    where it does not go on with "auch" or "wie geplant"."""
    word = _AT_FIRST.search(told)
    if word is None or word[0].lower() == "zunächst":
        return False
    return word[0].lower() == "ursprünglich" or _AFTER_ALL.search(sentence) is None


def _is_act(clause: Clause, sentence: str, at: int) -> bool:
    """Whether somebody called something off on the day at ``at``: "sagte am Montag ab"; it does not
    say of the thing when it was to be."""
    if _CALLS_OFF.search(clause.text(sentence)) is None or clause.finite is None:
        return False
    of_noun = _OF_NOUN.search(sentence[:at]) or sentence.startswith(("für ", "vom "), at)
    fronted = clause.span[0] >= at
    return not of_noun and (fronted or clause.words[clause.finite].start < at)


def _expects(clause: Clause) -> bool:
    """Whether what a clause tells is no more than expected."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    return finite in EXPECTED and clause.words[-1].lower != "ab"  # "rechnet mit ihnen ab"


def _surer(
    clause: Clause, sentence: str, at: int, expression: TimeExpression, ahead: bool | None
) -> Modality:
    """What seems no more than possible, but is reported ("hätten gekündigt") or a last day."""
    reported = as_reported(clause, sentence, at, ahead)
    if reported is not None:
        return reported
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    last_day = expression.mod in ("until", "before") and finite in ("kann", "können", "könne")
    if last_day and _HANDED_IN.search(clause.text(sentence)):
        return "planned"
    return "possible"


def _only_meant(clause: Clause, sentence: str, at: int, expression: TimeExpression) -> bool:
    """ "war für Mai zugesagt": whether it came is open."""
    if clause.kind != "main" or not was_meant(clause, sentence, at, expression):
        return False
    of_noun = _OF_NOUN.search(sentence[:at]) and not expression.text.startswith("für ")
    return not of_noun and not took_place(clause, sentence)


def _from_now(expression: TimeExpression) -> bool:
    """ "in den kommenden Wochen": from now on, and nobody says how long"""
    return expression.end is None and expression.mod == "approx"


def _is_to_come(clause: Clause) -> bool:
    """ "In dieser Woche soll das Geld fließen": the rest of a time that runs is meant."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    return finite.startswith(_TO_COME) and tense_of(clause) == "future"


def given_up(clause: Clause, sentence: str) -> Clause | None:
    """ "war für Mai angesetzt, | wurde aber verlegt": the clause that calls off a plan."""
    if clause.kind != "main" or not tells_plan(clause, sentence):
        return None
    for other in clauses(sentence):
        near = 0 <= other.span[0] - clause.span[1] <= 3 and other.kind == "main"
        shares = other.finite == 0 or other.words[0].lower in ("und", "aber", "doch")
        if near and shares and modality(other.text(sentence)) in ("cancelled", "postponed"):
            return other
    return None


def _called_off(sentence: str) -> Modality:
    """What any clause of a sentence says of a plan, else what the first one says."""
    said = [modality_of(clause, sentence) for clause in clauses(sentence) if clause.kind == "main"]
    return next((m for m in said if m in ("cancelled", "postponed")), modality(sentence))


def _later_part(expression: TimeExpression, first: date, last: date, today: date) -> bool:
    """ "Ende Januar", "Mitte 2027", "ab Mitte April": the part that is still to come."""
    if expression.mod == "mid" and expression.granularity in ("month", "year"):
        return first <= today < part_span(Span(first, last), "mid").first
    if expression.mod == "end" and expression.granularity in ("quarter", "season", "year"):
        return first <= today < last
    if expression.granularity != "month" or not 0 <= (today - first).days < 31:
        return False
    return expression.mod == "end" or expression.text.lower().startswith("ab ")
