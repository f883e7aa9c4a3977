"""Who says what a clause tells, and headlines in somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from timeline.events.headlines.pronouns import who
from timeline.events.headlines.shortening import LONGEST, short_name, shorten, spoken
from timeline.events.headlines.surroundings import OWN_PAPER, Surroundings, is_told
from timeline.events.headlines.tokens import tidy
from timeline.events.persons import Person, acts
from timeline.events.speakers import is_report, said_by, subject
from timeline.german.clauses import Clause, clauses
from timeline.german.tables import table

SPEAKING = table("ich wir mir mich uns du mein meine unser unsere unseren unserem unserer")

_ADDRESS = frozenset(("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"))

#: "heißt es im Rathaus": who talks there.
_PLACE_OF_TALK = re.compile(
    r"\b(?:heißt|hieß) es (?:im|in der|in|beim|bei der|bei|aus dem|aus der|vom|von) "
    r"([A-ZÄÖÜ][\w-]+)"
)
_HEARD = re.compile(r"\b(hieß|heißt) es\b")
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
def interviewed(text: str) -> str | None:
    """Who answers the questions of an interview, "" where they do not name him; None for a text
    that is none."""
    asked = list(_QUESTION.finditer(text))
    names = {match["name"] for match in asked if match["name"]}
    if len(asked) < _FEWEST_QUESTIONS - bool(names):
        return None
    return names.pop() if len(names) == 1 else ""


class Voices(Surroundings):
    """A sentence that others speak in."""

    def voice_of(self, clause: Clause) -> str:
        """Who says what a clause in reported speech tells: in the sentence, or in those before.

        German reports with the verb ("der Damm habe gehalten"); a headline of it that names nobody
        would read like a fact. The outlet speaks where nobody else is named.
        """
        if not is_told(clause):
            return ""
        name = said_by(self.sentence, clause.words[0].start) or self._in_front(clause)
        if not name and clause.opener in ("dass", "daß"):
            matrix = self.matrix(clause)  # "Urs Wenger verlangte, dass …"
            name = subject(matrix, self.sentence) if matrix is not None else ""
        name = re.sub(r"\A(?:Sein|Ihr|sein|ihr)e? ", "", name)
        if not name:
            for text in (self.before, self.earlier):
                told = [c for c in clauses(text) if c.finite is not None]
                name = next((n for c in told if (n := _speaker(c, text, self.persons))), "")
                if name or not any(is_told(c) for c in told):
                    break
        pronoun = name.lower() if name.lower() in ("er", "sie") else ""
        if pronoun:
            name = who(pronoun, [self.before, self.earlier], self.persons)
        if not name or OWN_PAPER.search(name) or name in ("Zeitung", "Redaktion"):
            name = self.article.source
            if name.islower():  # agencies sign in small letters
                name = f"Agentur {name}" if len(name) < 6 else ""
        return name

    def speaker_in(self, clause: Clause) -> str:
        """The subject of a clause of saying; for "er", "sie" and "der 44-Jährige" the person."""
        name = subject(clause, self.sentence)
        pronoun = _pronoun_beside_verb(clause)
        if "ährige" in name:
            pronoun = "er" if name.endswith("r") else "sie"
        if not pronoun:
            return name
        return who(pronoun, [self.before, self.earlier], self.persons) or name

    def _in_front(self, clause: Clause) -> str:
        """ "Der Verein widersprach: …", "laut einem Gerücht, …", "…, heißt es im Rathaus"."""
        place = _PLACE_OF_TALK.search(self.sentence)
        if place:
            return place.group(1)
        lead = self.sentence[: clause.span[0]].rstrip()
        earlier = [c for c in self.clauses if c.span[1] <= clause.span[0]]
        if lead.endswith(":") and earlier:
            return subject(earlier[-1], self.sentence)
        hearsay = _HEARSAY.search(lead)
        if hearsay and lead.endswith(","):
            return hearsay.group(1)
        pronoun = next((c.words[0].lower for c in earlier[-1:] if c.kind == "main"), "")
        said = bool(earlier) and is_report(earlier[-1], self.sentence)
        if said and pronoun in ("er", "sie"):
            return pronoun
        behind = [c for c in self.clauses if 0 <= c.span[0] - clause.span[1] <= 2]
        if behind and behind[0].finite == 0 and is_report(behind[0], self.sentence):
            words = behind[0].words  # "…, sagte er am Montag"
            return words[1].lower if len(words) > 1 and words[1].lower in ("er", "sie") else ""
        return ""

    def in_first_person(self, clause: Clause, place: tuple[int, int]) -> str:
        """ "Focko Beek: „Milch haben wir bis Mittwoch“": who speaks stands in front."""
        name = interviewed(self.article.text)
        addressed = {word.text for word in clause.words if not word.initial} & _ADDRESS
        if name is not None and addressed:  # "Im Juni haben Sie den Abriss angekündigt"
            asked = tidy(clause.text(self.sentence))
            told = f"Frage an {name}: {asked}" if name else f"„{asked}“"
            return told if len(told) <= LONGEST else ""
        if not {word.lower for word in clause.words} & SPEAKING:
            return ""
        saying = [c for c in self.clauses if is_report(c, self.sentence)]
        speaker = said_by(self.sentence, place[0])
        if saying and (not speaker or "ährige" in speaker):
            speaker = self.speaker_in(saying[-1]) or speaker
        speaker = short_name(speaker, 2)
        text = clause.text(self.sentence).strip(' ,;:.„“”"»«‚‘')
        text = text[:1].upper() + text[1:]
        if speaker and set(self.sentence) & set('„“”"»«'):
            text = f"{speaker}: „{text}“"
        elif set(self.sentence) & set('„“”"»«'):
            text = f"„{text}“"
        elif name is not None:
            text = f"{name}: {text}" if name else f"„{text}“"
        elif self.article.source:
            text = f"{self.article.source}: {text}"
        return tidy(text) if len(text) <= LONGEST else ""

    def own_words(self, clause: Clause) -> str:
        """The quotation of several clauses in front of a clause of saying: "„Erst dachte ich, das
        ist ein Stein“, sagte Ada Holm", where the last of them alone tells another thing; or ""."""
        lead = self.sentence[: clause.span[0]].rstrip(" ,")
        opened = lead.rfind("„")
        if clause.finite != 0 or not lead.endswith("“") or opened < 0 or "“" in lead[opened:-1]:
            return ""
        inside = [c for c in self.clauses if opened <= c.span[0] < len(lead)]
        return lead[opened:] if sum(c.finite is not None for c in inside) > 1 else ""

    def rumoured(self, clause: Clause, content: Clause, said: str) -> str:
        """ "Es hieß, die Fähre fahre nicht", "Rathaus: Die Fähre fahre nicht"."""
        found = _HEARD.search(clause.text(self.sentence)) if is_told(content) else None
        place = _PLACE_OF_TALK.search(self.sentence) if found else None
        if place:
            return spoken(place.group(1), said, self.article.source)
        head = said.split(" ", 1)[0]
        written = (word.text for word in content.words if word.lower == head.lower())
        own = next(written, head) + said[len(head) :]  # a name keeps its capital
        joined = f"Es {found.group(1)}, {own}" if found else said
        return shorten(joined if len(joined) <= LONGEST else said)

    def quoted(self, clause: Clause, content: Clause) -> str:
        """What somebody says that others said to him: in his words, or not at all."""
        first, last = sorted((clause.span, content.span))
        text = tidy(self.sentence[first[0] : last[1]].strip(' ,„“”"»«'))
        by = (said_by(self.sentence, c.words[0].start) for c in (clause, content))
        name = short_name(next((who for who in by if who), ""), 2)
        if not name or not set(self.sentence) & set('„“”"»«'):
            return text if len(text) <= LONGEST else ""
        return f"{name}: „{text}“" if len(name) + len(text) + 4 <= LONGEST else ""


def _speaker(clause: Clause, sentence: str, persons: Mapping[str, Person]) -> str:
    """The one a clause of saying names, by a noun or by "er" and "sie"."""
    if not is_report(clause, sentence):
        return ""
    name = subject(clause, sentence)
    known = acts(name) or name in persons or (" " in name and name[0].isupper())
    return _pronoun_beside_verb(clause) or (name if known else "")


def _pronoun_beside_verb(clause: Clause) -> str:
    at = clause.finite or 0
    near = [word.lower for word in clause.words[max(0, at - 1) : at + 2]]
    return next((word for word in near if word in ("er", "sie")), "")
