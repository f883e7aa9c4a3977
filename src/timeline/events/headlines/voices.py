"""Who says what a clause tells, and headlines in somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from timeline.events.headlines.pronouns import who
from timeline.events.headlines.shortening import LONGEST, short_name
from timeline.events.headlines.surroundings import Surroundings, is_told
from timeline.events.headlines.tokens import tidy
from timeline.events.persons import Person, acts
from timeline.events.speakers import is_report, said_by, subject
from timeline.events.stretches import Stretch
from timeline.german.clauses import Clause, clauses
from timeline.german.closed_classes import DASS, QUOTES, like_ein
from timeline.german.tables import table

SPEAKING = (like_ein("unser") - {"unseres"}) | table("ich wir mir mich uns du mein meine")

OWN_PAPER = re.compile(r"(?:diese|unsere|dieser|unserer)\s+(?:Zeitung|Redaktion)\Z", re.IGNORECASE)
_ADDRESS = frozenset(("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"))
_QUOTES = frozenset(QUOTES)

#: "heißt es im Rathaus": who talks there.
PLACE_OF_TALK = re.compile(
    r"\b(?:heißt|hieß) es (?:im|in der|in|beim|bei der|bei|aus dem|aus der|vom|von) "
    r"([A-ZÄÖÜ][\w-]+)"
)
_HEARSAY = re.compile(
    r"\b(Gerüchte?n?|Medienberichte?n?|Berichte?n?|Vorwurf|Vorwürfe|Behauptung)\b[^,]*,\Z"
)
#: "Frau Holm, was hat sich geändert?"
_QUESTION = re.compile(
    r"^\W{0,3}(?:(?P<name>(?:Frau|Herr) [A-ZÄÖÜ][\w-]+), )?[^\n]{10,250}\?[*_“”\"]{0,3}$",
    re.MULTILINE,
)
_FEWEST_QUESTIONS = 3


@lru_cache(maxsize=64)
def _interviewed(text: str) -> str | None:
    """Who answers the questions of an interview, "" where they do not name him; None for a text
    that is none."""
    asked = list(_QUESTION.finditer(text))
    names = {match["name"] for match in asked if match["name"]}
    if len(asked) < _FEWEST_QUESTIONS - bool(names):
        return None
    return names.pop() if len(names) == 1 else ""


def has_quotes(sentence: str) -> bool:
    return not _QUOTES.isdisjoint(sentence)


def is_own_paper(name: str) -> bool:
    return name in ("Zeitung", "Redaktion") or OWN_PAPER.search(name) is not None


# ---------------------------------------------------------------------- who speaks
def voice_of(clause: Clause, around: Surroundings) -> str:
    """Who says what a clause in reported speech tells: in the sentence, or in those before; "" for
    a clause that is none.

    German reports with the verb ("der Damm habe gehalten"); a headline of it that names nobody
    would read like a fact. The outlet speaks where nobody else is named.
    """
    if not is_told(clause):
        return ""
    name = _named_beside(clause, around) or _named_before(around)
    if name.lower() in ("er", "sie"):
        name = who(name.lower(), [around.before, around.earlier], around.persons)
    if name and not is_own_paper(name):
        return name
    source = around.article.source
    if source.islower():  # agencies sign in small letters
        return f"Agentur {source}" if len(source) < 6 else ""
    return source


def speaker_in(clause: Clause, around: Surroundings) -> str:
    """The subject of a clause of saying; for "er", "sie" and "der 44-Jährige" the person."""
    name = subject(clause, around.sentence)
    pronoun = _pronoun_beside_verb(clause)
    if "ährige" in name:
        pronoun = "er" if name.endswith("r") else "sie"
    if not pronoun:
        return name
    return who(pronoun, [around.before, around.earlier], around.persons) or name


def _named_beside(clause: Clause, around: Surroundings) -> str:
    """Who the sentence of a clause in reported speech says it of; or ""."""
    name = said_by(around.sentence, clause.words[0].start) or _in_front(clause, around)
    if not name and clause.opener in DASS:
        matrix = around.matrix(clause)  # "Urs Wenger verlangte, dass …"
        name = subject(matrix, around.sentence) if matrix is not None else ""
    return re.sub(r"\A(?:Sein|Ihr|sein|ihr)e? ", "", name)


def _named_before(around: Surroundings) -> str:
    """Who spoke last in the two sentences before, as long as they report; or ""."""
    for text in (around.before, around.earlier):
        told = [c for c in clauses(text) if c.finite is not None]
        name = next((n for c in told if (n := _speaker(c, text, around.persons))), "")
        if name or not any(is_told(c) for c in told):
            return name
    return ""


def _in_front(clause: Clause, around: Surroundings) -> str:
    """ "Der Verein widersprach: …", "laut einem Gerücht, …", "…, heißt es im Rathaus"; or ""."""
    place = PLACE_OF_TALK.search(around.sentence)
    if place:
        return place.group(1)
    lead = around.sentence[: clause.span[0]].rstrip()
    earlier = [c for c in around.clauses if c.span[1] <= clause.span[0]]
    if lead.endswith(":") and earlier:
        return subject(earlier[-1], around.sentence)
    hearsay = _HEARSAY.search(lead)
    if hearsay and lead.endswith(","):
        return hearsay.group(1)
    pronoun = next((c.words[0].lower for c in earlier[-1:] if c.kind == "main"), "")
    said = bool(earlier) and is_report(earlier[-1])
    if said and pronoun in ("er", "sie"):
        return pronoun
    behind = [c for c in around.clauses if 0 <= c.span[0] - clause.span[1] <= 2]
    if behind and behind[0].finite == 0 and is_report(behind[0]):
        words = behind[0].words  # "…, sagte er am Montag"
        return words[1].lower if len(words) > 1 and words[1].lower in ("er", "sie") else ""
    return ""


def _speaker(clause: Clause, sentence: str, persons: Mapping[str, Person]) -> str:
    """The one a clause of saying names, by a noun or by "er" and "sie"."""
    if not is_report(clause):
        return ""
    name = subject(clause, sentence)
    known = acts(name) or name in persons or (" " in name and name[0].isupper())
    return _pronoun_beside_verb(clause) or (name if known else "")


def _pronoun_beside_verb(clause: Clause) -> str:
    at = clause.finite or 0
    near = [word.lower for word in clause.words[max(0, at - 1) : at + 2]]
    return next((word for word in near if word in ("er", "sie")), "")


# ---------------------------------------------------------------------- in somebody's own words
def in_first_person(clause: Clause, place: Stretch, around: Surroundings) -> str:
    """ "Focko Beek: „Milch haben wir bis Mittwoch“": who speaks stands in front; "" for a clause
    that is not in the first person, and where there is no room for it."""
    sentence, name = around.sentence, _interviewed(around.article.text)
    addressed = {word.text for word in clause.words if not word.initial} & _ADDRESS
    if name is not None and addressed:  # "Im Juni haben Sie den Abriss angekündigt"
        asked = tidy(clause.text(sentence))
        whom = re.sub(r"\AHerr\b", "Herrn", name)
        told = f"Frage an {whom}: {asked}" if name else f"„{asked}“"
        return told if len(told) <= LONGEST else ""
    if not {word.lower for word in clause.words} & SPEAKING:
        return ""
    text = clause.text(sentence).strip(f" ,;:.{QUOTES}‚‘")
    text = text[:1].upper() + text[1:]
    if has_quotes(sentence):
        speaker = _quoted_speaker(place, around)
        text = f"{speaker}: „{text}“" if speaker else f"„{text}“"
    elif name is not None:
        text = f"{name}: {text}" if name else f"„{text}“"
    elif around.article.source:
        text = f"{around.article.source}: {text}"
    return tidy(text) if len(text) <= LONGEST else ""


def _quoted_speaker(place: Stretch, around: Surroundings) -> str:
    speaker = said_by(around.sentence, place[0])
    saying = [c for c in around.clauses if is_report(c)]
    if saying and (not speaker or "ährige" in speaker):
        speaker = speaker_in(saying[-1], around) or speaker
    return short_name(speaker, 2)
