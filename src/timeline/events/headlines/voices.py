"""Who says what a clause tells, and headlines in somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from timeline.events.headlines.candidates import is_plural
from timeline.events.headlines.frames import SO_SAYS
from timeline.events.headlines.names import short_name
from timeline.events.headlines.pronouns import who
from timeline.events.headlines.shortening import (
    LONGEST,
    waits,
)
from timeline.events.headlines.surroundings import Surroundings, is_told
from timeline.events.headlines.tokens import tidy
from timeline.events.persons import Person, acts
from timeline.events.speakers import is_report, said_by, subject
from timeline.events.stretches import Stretch
from timeline.german.clauses import Clause, clauses
from timeline.german.closed_classes import DASS, HAVE, QUOTES, like_ein
from timeline.german.tables import table
from timeline.german.verb_forms import Form, forms

SPEAKING = (like_ein("unser") - {"unseres"}) | table("ich wir mir mich uns du mein meine")

OWN_PAPER = re.compile(r"(?:diese|unsere|dieser|unserer)\s+(?:Zeitung|Redaktion)\Z", re.IGNORECASE)
_ADDRESS = frozenset(("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"))
_QUOTES = frozenset(QUOTES)

#: "heißt es im Rathaus": who talks there.
PLACE_OF_TALK = re.compile(
    r"\b(?:heißt|heisst|hieß|hiess) es (?:im|in der|in|beim|bei der|bei|aus dem|aus der|vom|von) "
    r"([A-ZÄÖÜ][\w-]+)"
)
#: "Im Mai hieß es, alles sei sicher": nobody is named, and it is no report of the outlet's own
_HEARD = re.compile(
    r"\b(?:hieß|hiess) es\b|\bha(?:be|t|tte) es \w* ?gehei(?:ß|ss)en\b|\b(?P<now>hei(?:ß|ss)t es)\b"
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
        return _quoted_by(clause, around)
    name = _named_beside(clause, around) or _named_before(clause, around)
    if name.lower() in ("er", "sie"):
        name = who(name.lower(), [around.before, around.earlier], around.persons)
    if name and not is_own_paper(name):
        return name
    heard = _HEARD.search(around.sentence)
    if heard:
        return "Es heißt" if heard["now"] else "Es hieß"
    source = around.article.source
    if source.islower():  # agencies sign in small letters
        return f"Agentur {source}" if len(source) < 6 else ""
    return source


def _quoted_by(clause: Clause, around: Surroundings) -> str:
    """ "„Heute beginnt ein neues Jahr“, so Ada Holm": who says what stands in quotation marks."""
    so = SO_SAYS.search(around.sentence, clause.span[0])
    quoted = so and has_quotes(around.sentence[: so.start("so")])
    return said_by(around.sentence, clause.words[0].start) if quoted and so else ""


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
        told = matrix is not None and _is_told_itself(matrix)
        name = subject(matrix, around.sentence) if matrix is not None and not told else ""
        judged = _JUDGED.match(matrix.text(around.sentence)) if matrix is not None else None
        name = (judged["by"] or judged["of"]) if judged else name
    return re.sub(r"\A(?:Sein|Ihr|sein|ihr)e? ", "", name)


def _named_before(clause: Clause, around: Surroundings) -> str:
    """Who spoke last in the two sentences before, as long as they report; or "".

    Of whom "sie" is told behind an accusation, its words do not say: then nobody is named.
    """
    of_whom = {"er", "sie"} & {word.lower for word in clause.words}
    adds = _ADDS.match(around.sentence) is not None
    for text in (around.before, around.earlier):
        told = [c for c in clauses(text) if c.finite is not None]
        if of_whom and any(_accuses(c) for c in told):
            return ""
        name = next((n for c in told if (n := _speaker(c, text, around.persons))), "")
        quoted = _OWN_WORDS.fullmatch(text) is not None
        if name or not (adds or quoted or any(is_told(c) for c in told)):
            return name
    return ""


def _is_told_itself(clause: Clause) -> bool:
    """ "Gäste müssten damit rechnen, dass …": they do not say so."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    return is_told(clause) or bool(forms(finite) & Form.UNREAL and forms(finite) & Form.MODAL)


def _in_front(clause: Clause, around: Surroundings) -> str:
    """ "Der Verein widersprach: …", "laut einem Gerücht, …", "…, heißt es im Rathaus"; or ""."""
    place = PLACE_OF_TALK.search(around.sentence)
    if place:
        return place.group(1)
    lead = around.sentence[: clause.span[0]].rstrip()
    earlier = [c for c in around.clauses if c.span[1] <= clause.span[0]]
    if lead.endswith(":") and earlier:
        return subject(earlier[-1], around.sentence)
    if lead.endswith(",") and earlier and earlier[-1].span[1] >= len(lead) - 1:
        name = _taking_sides(earlier[-1], around)
        if name:
            return name  # "Die Kammer hielt ihm vor, er habe …"
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


def _taking_sides(clause: Clause, around: Surroundings) -> str:
    name = subject(clause, around.sentence) if _takes_sides(clause) else ""
    return name if acts(name) or " " in name or name in around.persons else ""


def _speaker(clause: Clause, sentence: str, persons: Mapping[str, Person]) -> str:
    """The one a clause of saying names, by a noun or by "er" and "sie"."""
    judged = _JUDGED.match(clause.text(sentence))
    if judged and clause.kind == "main":
        name = judged["by"] or judged["of"]
        return name if acts(name) or " " in name else ""
    if not (is_report(clause) or _takes_sides(clause)):
        return ""
    if clause.words[0].lower == "auch" and (clause.finite or 0) > 1:
        words, finite = clause.words[1:], (clause.finite or 1) - 1
        clause = replace(clause, words=words, finite=finite)  # "Auch der Landrat bedauerte …"
    name = re.sub(r"\A(?:[a-zäöüß]+ )+(?=[A-ZÄÖÜ])", "", subject(clause, sentence))
    known = acts(name) or name in persons or (" " in name and name[0].isupper())
    if not known and name.isalpha() and name[:1].isupper():  # "…“, sagte Pohl"
        at = next((i for i, word in enumerate(clause.words) if word.text == name), 0)
        verb, last = clause.finite or 0, len(clause.words) - 1
        known = at == verb + 1 == last or (at == 0 and verb == 1)  # "Pohl versicherte, …"
        known = known and not is_plural(clause.words[verb].text)
    return _pronoun_beside_verb(clause) or (name if known else "")


def _takes_sides(clause: Clause) -> bool:
    """Whether a main clause tells what somebody thinks of a thing, which the next sentences go on
    with: "Der Rat verteidigte den Bau. Man habe lange geprüft"."""
    if clause.kind != "main" or clause.finite is None:
        return False
    verb, last = clause.words[clause.finite].lower, clause.words[-1].lower
    if last in _TOOK_SIDES and verb in HAVE:
        return True
    return any(
        re.fullmatch(stem, verb) and (not particles or last in particles)
        for stem, particles in _SIDES
    )


def _accuses(clause: Clause) -> bool:
    return clause.words[-1].lower in ("vor", "an") and _takes_sides(clause)


#: verbs of opinion, and the particles they need for it
_SIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"warf(?:en)?|w[ie]rf(?:t|en)|hielt(?:en)?|h(?:ält|alten)", ("vor",)),
    (r"sag(?:t|te|ten|en)", ("aus",)),
    (r"griff(?:en)?|greif(?:t|en)", ("an",)),
    (r"wies(?:en)?|weis(?:t|en)", ("zurück",)),
    (
        r"(?:verteidig|bedauer|begrü(?:ß|ss)|lob|beklag|mahn|rechtfertig|begründ|erläuter|forder"
        r"|bemängel|entgegn|konter|antwort|erwider|argumentier|verlang|bekräftig|äu(?:ß|ss)er)(?:t|te|ten|e?ten?|et|ete|eten|n|en)",
        (),
    ),
    (
        r"woll(?:te|ten|en)|will|konnten?|mochten?",
        (
            "bestätigen",
            "sagen",
            "kommentieren",
            "äußern",
            "äussern",
            "ausschließen",
            "ausschliessen",
            "beantworten",
            "dementieren",
        ),
    ),
    (r"widersprach(?:en)?|widerspricht|verw(?:ies|iesen|eist|eisen)|nannten?|nenn(?:t|en)", ()),
)
_TOOK_SIDES = table("ausgesagt vorgehalten vorgeworfen gemahnt entgegnet geantwortet bemängelt")
#: "Scharfe Kritik kam vom Mieterbund", "Kritik äußerte die Kammer Nord"
_JUDGED = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöü]+ )?(?:[Kk]ritik|[Ll]ob|[Ww]orte|[Ww]iderspruch|[Pp]rotest|[Zz]uspruch"
    r"|[Uu]nterstützung|[Zz]weifel|[Bb]edenken|[Zz]ustimmung) "
    r"(?:(?:kam(?:en)?|komm(?:t|en)) (?:auch )?(?:vom|von der|von)"
    r" (?P<of>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*)"
    r"|(?:äu(?:ß|ss)ert(?:e|en)?|übten?|übt|fand(?:en)?|findet|meldeten?) (?:auch )?"
    r"(?:(?:der|die|das) )?(?P<by>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*))(?: an)?\W*\Z"
)
#: a sentence that adds to what was said further in front
_ADDS = re.compile(r"(?:Au(?:ß|ss)erdem|Zudem|Ferner|Überdies|Darüber hinaus|Auch|So) ")
#: a sentence in somebody's own words, who was named in front of it
_OWN_WORDS = re.compile(r"\s*[„«\"][^“»\"]*[“»\"]\s*")


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
        fronted = place[0] <= clause.words[0].start and _RELATIVE_DAY.match(sentence, place[0])
        return "" if fronted else asked_of(tidy(clause.text(sentence)), clause, around)
    if not (speaks(clause) or _points(clause, sentence)):
        return ""
    speaker = first_person(place, around)
    if speaker and _POINTS.match(sentence, place[0]):
        return ""
    text = clause.text(sentence).strip(f" ,;:.{QUOTES}‚‘")
    text = text[:1].upper() + text[1:]
    behind = [c for c in around.clauses if 0 <= c.span[0] - clause.span[1] <= 3]
    if waits(text) and behind and behind[0].kind in ("sub", "infinitive"):
        return ""  # "Wir haben gefragt, ob …": recast, with what was asked
    if has_quotes(sentence):
        texts = [f"{who}: „{text}“" for who in (speaker, short_name(speaker, 1)) if who]
        texts = texts or [f"„{text}“"]
    elif speaker or name is not None:
        texts = [f"{speaker}: {text}" if speaker else f"„{text}“"]
    else:
        texts = [text]
    return next((tidy(text) for text in texts if len(text) <= LONGEST), "")


_RELATIVE_DAY = re.compile(r"[Aa]m [A-ZÄÖÜ][a-zäöü]+(?:tag|woch|abend)\b|(?:[Vv]or)?[Gg]estern\b")


def asked_of(text: str, clause: Clause, around: Surroundings) -> str:
    """ "Frage an Frau Holm: …" for what an interviewer says; "" for any other clause, and where
    there is no room for it."""
    name = _interviewed(around.article.text)
    addressed = {word.text for word in clause.words if not word.initial} & _ADDRESS
    if name is None or not addressed or not text:
        return ""
    whom = re.sub(r"\AHerr\b", "Herrn", name)
    told = f"Frage an {whom}: {text}" if name else f"„{text}“"
    return told if len(told) <= LONGEST else ""


#: days that a reader of the timeline cannot place
_POINTS = re.compile(
    r"(?:[Aa]m |[Ii]n der |[Ii]m |[Ss]eit )?(?:(?:[Vv]or)?[Gg]estern|[Hh]eut|[Kk]ommend|[Nn]ächst"
    r"|[Vv]ergangen|[Vv]orig|[Ll]etzt)"
)


def _points(clause: Clause, sentence: str) -> bool:
    """Whether a clause in quotation marks begins with a word that points to what was said before,
    or to where the speaker is: "„Da kommt eine Mauer hin“"."""
    begin = clause.span[0]
    quoted = sentence[begin : begin + 1] in ("„", "«") and clause.kind == "main"
    return quoted and clause.finite == 1 and clause.words[0].lower in _POINTING


_POINTING = table("da dort hier das dies damit davon dafür dagegen so")


def speaks(clause: Clause) -> bool:
    """Whether a clause is in the first person."""
    return not {word.lower for word in clause.words}.isdisjoint(SPEAKING)


def first_person(place: Stretch, around: Surroundings) -> str:
    """Who says what is told at ``place`` in the first person; or ""."""
    if has_quotes(around.sentence):
        return _quoted_speaker(place, around)
    name = _interviewed(around.article.text)
    return around.article.source if name is None else name


def _quoted_speaker(place: Stretch, around: Surroundings) -> str:
    speaker = said_by(around.sentence, place[0])
    saying = [c for c in around.clauses if is_report(c)]
    if saying and (not speaker or "ährige" in speaker):
        speaker = speaker_in(saying[-1], around) or speaker
    return short_name(speaker, 2)
