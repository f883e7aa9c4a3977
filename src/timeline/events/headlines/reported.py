"""Headlines of what somebody says: "Speaker: what is said"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.headlines.names import short_name
from timeline.events.headlines.recast import Manner, completed, recast
from timeline.events.headlines.shortening import (
    LONGEST,
    says_little,
    shorten,
    spoken,
)
from timeline.events.headlines.special import DEICTIC
from timeline.events.headlines.surroundings import Surroundings, is_told
from timeline.events.headlines.tokens import tidy
from timeline.events.headlines.voices import (
    PLACE_OF_TALK,
    has_quotes,
    is_own_paper,
    speaker_in,
    speaks,
    voice_of,
)
from timeline.events.headlines.wellformed import broken
from timeline.events.speakers import IMPERSONAL, is_report, said_by
from timeline.events.stretches import Stretches
from timeline.german.clause_words import verb_forms, words_of
from timeline.german.clauses import Clause
from timeline.german.closed_classes import DATE_PREPOSITIONS, QUOTES, SUBJECT_PRONOUNS
from timeline.german.sentences import split_sentences
from timeline.german.verb_forms import FINITE, Form

_HEARD = re.compile(r"\b(hieß|heißt|hiess|heisst) es\b")
#: days that say nothing to a reader of the timeline
_DAYS = re.compile(
    r"\b[Aa]m (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag(?:morgen|vormittag|nachmittag|abend)?\b"
    r"|\b[Aa]m (?:Mittwoch|Sonnabend)(?:morgen|vormittag|nachmittag|abend)?\b|\b(?:vor)?gestern\b"
)
#: "hat sich dafür ausgesprochen": for what?
_WAITS_ON = re.compile(r"\b(?:dafür|dagegen|darauf|daran|damit|darum|davon|dazu)\b")
#: Subjects that name nobody.
_NO_NAME = SUBJECT_PRONOUNS | {"", "ihn"}


def reported(clause: Clause, around: Surroundings) -> str:
    """The headline of a clause of saying with its content; "" for another, and where the content
    tells too little."""
    if clause.opener in ("wenn", "als") and has_quotes(around.sentence):
        saying = (c for c in around.clauses if c.finite == 0 and is_report(c))
        return next((text for c in saying if (text := _own_words(c, around))), "")
    if clause.finite is None or clause.kind not in ("main", "aside"):
        return ""
    exclaimed = _exclaimed(clause, around)
    if exclaimed:
        return exclaimed
    impersonal = IMPERSONAL.search(clause.text(around.sentence)) is not None
    if not impersonal and not is_report(clause):
        return ""
    content = around.content_of(clause)
    if content is None:
        return _pointing_back(clause, around)
    if content.kind == "sub" and content.finite is None:
        return ""  # its verb was not found: the clause of saying keeps it as it stands
    words = _own_words(clause, around)
    if words:
        return words
    if {word.lower for word in clause.words} & {"man", "uns"}:
        return _quoted(clause, content, around)  # "Im Mai hat man uns gesagt, …"
    speaker = speaker_in(clause, around)
    if is_own_paper(speaker):
        speaker = around.article.source
    if speaker.lower() in _NO_NAME:
        speaker = voice_of(content, around) or speaker
    said = _said(content, around, Manner(around.spans, voice=speaker))
    if not said or (says_little(said) and not speaker):
        return ""
    if impersonal:
        return _rumoured(clause, content, said, around)
    return spoken(speaker, said, around.article.source) if speaker else shorten(said)


def _exclaimed(clause: Clause, around: Surroundings) -> str:
    """ "„Niemals! Nicht mit mir!“, rief er" → "Ole Beek: „Niemals! Nicht mit mir!“": what somebody
    says without a verb; or ""."""
    quote = _QUOTE_IN_FRONT.match(around.sentence)
    verb = clause.words[clause.finite or 0]
    if quote is None or not quote.end() <= verb.start < quote.end() + 3 or not is_report(clause):
        return ""
    inside = words_of(quote["said"])
    if any(verb_forms(inside, i) & FINITE & ~Form.PARTICIPLE for i in range(len(inside))):
        return ""
    name = speaker_in(clause, around)
    text = f"{name}: „{quote['said']}“"
    return text if name and len(text) <= LONGEST else ""


_QUOTE_IN_FRONT = re.compile(r"\W*[„«»\"](?P<said>[^“”\"»«„]+)[“”\"»«]")


def _said(content: Clause, around: Surroundings, manner: Manner) -> str:
    """What a clause of saying reports, with its own date: the day of the report is another."""
    free = tuple(span for span in manner.left_out if not content.holds(span[0]))
    if free != manner.left_out and not DEICTIC.search(content.text(around.sentence)):
        text = completed(content, around, replace(manner, left_out=free))
        if 0 < len(text) <= LONGEST - 20:
            return text
    return completed(content, around, manner)


def _pointing_back(clause: Clause, around: Surroundings) -> str:
    """ "Dies sagte X": what was said stands in front, or in the sentence before; or ""."""
    if clause.words[0].lower not in ("dies", "das") or clause.finite != 1:
        return ""
    speaker = short_name(speaker_in(clause, around), 2)
    told = [c for c in around.clauses if c.span[1] <= clause.span[0] and c.kind == "main"]
    if told and told[-1].finite is not None and speaker:  # "…, das gab die Stadt bekannt"
        said = recast(told[-1], around, Manner(around.spans))
        return spoken(speaker, said, around.article.source)
    spans = split_sentences(around.before)
    if not spans:
        return ""
    last = around.before[slice(*spans[-1])]
    days = tuple(found.span() for found in _DAYS.finditer(last))
    inner = Surroundings.of(last, days, around.article)
    main = next((c for c in inner.clauses if c.kind == "main" and c.finite), None)
    said = completed(main, inner, Manner(inner.spans)) if main else ""
    if not said or not speaker or said.startswith(speaker):
        return said
    short = shorten(said, LONGEST - len(speaker) - 2)
    waits_on = _WAITS_ON.search(short) is not None and "," not in short
    return shorten(said) if waits_on else f"{speaker}: {short}"


def dated_before(clause: Clause, around: Surroundings) -> str:
    """ "Die Klinik in Au schloss. Das war 2022": what was then is what the clause in front tells;
    "" for a clause that says more, and where that one has a date of its own."""
    dates = Stretches(around.dates)
    told = [word.lower for word in clause.words if word.start not in dates]
    told = [word for word in told if word not in DATE_PREPOSITIONS | {"erst", "schon", "auch"}]
    if told not in _IT_WAS or speaks(clause) or has_quotes(around.sentence):
        return ""
    earlier = [c for c in around.clauses if c.span[1] <= clause.span[0]]
    inner = around if earlier else Surroundings.of(around.before, (), around.article)
    last = next(iter([c for c in earlier or inner.clauses if c.finite is not None][-1:]), None)
    if last is None or has_quotes(inner.sentence) or re.search(r"\d", last.text(inner.sentence)):
        return ""
    if last.kind not in ("main", "relative") and last.opener != "als":
        return ""
    text = recast(last, inner, Manner(inner.spans))
    return "" if says_little(text) or broken(text, inner.sentence) else shorten(text)


_IT_WAS = [[word, verb] for word in ("das", "dies") for verb in ("war", "geschah", "passierte")]


def _own_words(clause: Clause, around: Surroundings) -> str:
    """The quotation of several clauses in front of a clause of saying, with the speaker: "„Erst
    dachte ich, das ist ein Stein“, sagte Ada Holm", where the last of them alone tells another
    thing; or ""."""
    lead = around.sentence[: clause.span[0]].rstrip(" ,")
    opened = lead.rfind("„")
    if clause.finite != 0 or not lead.endswith("“") or opened < 0 or "“" in lead[opened:-1]:
        return ""
    inside = [c for c in around.clauses if opened <= c.span[0] < len(lead)]
    if sum(c.finite is not None for c in inside) < 2:
        return ""
    name = short_name(speaker_in(clause, around), 2)
    texts = (f"{who}: {lead[opened:]}" for who in (name, short_name(name, 1)) if who)
    return next((text for text in texts if len(text) <= LONGEST), "")


def _rumoured(clause: Clause, content: Clause, said: str, around: Surroundings) -> str:
    """ "Es hieß, die Fähre fahre nicht", "Rathaus: Die Fähre fahre nicht"."""
    found = _HEARD.search(clause.text(around.sentence)) if is_told(content) else None
    place = PLACE_OF_TALK.search(around.sentence) if found else None
    if place:
        return spoken(place.group(1), said, around.article.source)
    head = said.split(" ", 1)[0]
    written = (word.text for word in content.words if word.lower == head.lower())
    own = next(written, head) + said[len(head) :]  # a name keeps its capital
    joined = f"Es {found.group(1)}, {own}" if found else said
    return shorten(joined if len(joined) <= LONGEST else said)


def _quoted(clause: Clause, content: Clause, around: Surroundings) -> str:
    """What somebody says that others said to him: in his words, or not at all."""
    first, last = sorted((clause.span, content.span))
    text = tidy(around.sentence[first[0] : last[1]].strip(f" ,{QUOTES}"))
    by = (said_by(around.sentence, c.words[0].start) for c in (clause, content))
    name = short_name(next((who for who in by if who), ""), 2)
    if not name or not has_quotes(around.sentence):
        return text if len(text) <= LONGEST else ""
    texts = (f"{who}: „{text}“" for who in (name, short_name(name, 1)))
    return next((told for told in texts if len(told) <= LONGEST), "")
