"""What frames the news in a sentence: place and agency in front, "laut …", "nach Angaben von …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.persons import acts
from timeline.events.phrases import noun_phrase
from timeline.events.stretches import Stretch
from timeline.german.clause_words import words_of
from timeline.german.clauses import Clause
from timeline.german.closed_classes import DETERMINERS
from timeline.german.words import MONTHS

#: "Elbstadt (mea) - ", "BASEL. ", "+++ Update: ", "• ", "3. ": no part of the news.
_DATELINE = re.compile(
    # "2. Der Damm …" is a list, "2. Mai: …" a date
    rf"\A\s*(?:(?:[-–—•●▪*>]|\+{{2,}}|\d{{1,2}}[.)](?!\s(?:{'|'.join(MONTHS)})\b))\s+)*"
    r"(?:\*{0,2}(?:Update|Eilmeldung|Breaking|Korrektur|Berichtigung|Richtigstellung|Aktualisiert"
    r"|UPDATE|EIL|Kurz notiert|In eigener Sache)\s*[:+]+\*{0,2}\s*)?"
    r"(?:\*\*[A-ZÄÖÜ][\w/ -]{2,30}\.\*\*\s+)?"
    r"(?:[A-ZÄÖÜ][\w./ -]{1,40}\s*\([\w./ -]{2,20}\)\s*[-–—:.]+\s+"
    r"|(?:Frau|Herr) [A-ZÄÖÜ][\w-]+,\s+"
    r"|[A-ZÄÖÜ][A-ZÄÖÜß/ -]{2,30}\.\s+|[A-ZÄÖÜ][\w/ -]{2,30}\s[-–—]\s(?=[A-ZÄÖÜ„\"«]))?"
)
_FRAMES = re.compile(
    r"(?:(?<=\s)|\A)(?:[Ll]aut"
    r"|[Gg]emä(?:ß|ss)(?= (?:de[rmn] )?(?:Behörden?|\w*[Pp]olizei|Angaben)\b)"
    r"|[Nn]ach (?:eigenen |ersten |bisherigen |jüngsten |unseren |ihren "
    r"|seinen |deren |dessen )?"
    r"(?:Angaben|Informationen|Einschätzung|Darstellung|Schätzung(?:en)?|Aussagen?|Auskunft|Worten"
    r"|Berechnungen|Erkenntnissen|Berichten|Ansicht|jetzigem Stand))(?=\s)"
)
_STATE = re.compile(
    r"(?:[Nn]ach|[Zz]um)\s+(?:jetzigem|aktuellem|derzeitigem|jetzigen)\s+Stand\s*"
    r"|\b[Mm]it Wirkung\s+(?=zum\b|vom\b|ab\b)"
)


#: "…“, so Ada Holm": who says so, behind what he says
SO_SAYS = re.compile(r"[“”»\"]?,\s*(?P<so>so)\s+(?=[A-ZÄÖÜ]|d(?:er|ie|as)\s|eine?\s)")
_OWNED = re.compile(r" (?:eigenen|unseren|ihren|seinen|deren|dessen) ")


def frame_spans(sentence: str, found: Sequence[Clause]) -> list[Stretch]:
    """Where "laut X", "nach Angaben von X" and "X zufolge" stand."""
    spans: list[Stretch] = [m.span() for m in _STATE.finditer(sentence)]
    dateline = _DATELINE.match(sentence)
    if dateline and dateline.end():
        spans.append(dateline.span())
    spans.extend(_so_spans(sentence))
    for clause in found:
        words = clause.words
        for match in _FRAMES.finditer(sentence, *clause.span):
            index = next((i for i, w in enumerate(words) if w.start >= match.end()), None)
            if index is None:
                continue
            begin = index + 1 if words[index].lower in ("von", "vom") else index
            owned = _OWNED.search(match.group()) is not None  # "nach ihren Angaben | 40 Gäste"
            end = begin if owned else noun_phrase(words, begin, sentence)
            if end == begin and match.group().split()[-1].lower() in ("laut", "gemäß", "gemäss"):
                continue
            stop = words[end - 1].end if end > begin else match.end()
            spans.append((match.start(), stop))
        for position, word in enumerate(words):
            if word.lower == "zufolge" and position:
                start = next(
                    (i for i in range(position) if noun_phrase(words, i, sentence) == position),
                    None,
                )
                if start is not None:
                    spans.append((words[start].start, word.end))
    return spans


def _so_spans(sentence: str) -> Iterator[Stretch]:
    """Where "so Ada Holm", "so der Sprecher weiter" stand behind what they said; not "so die
    Hoffnung", which nobody says."""
    for match in SO_SAYS.finditer(sentence):
        words = words_of(sentence, match.end())
        end = noun_phrase(words, 0, sentence)
        if end == 0:
            continue
        named = words[0].lower not in DETERMINERS
        behind = sentence[words[end - 1].end :]
        closed = re.match(r"(?: weiter)?(?=\s*(?:[.,;!?]|\Z))", behind)
        if closed and (named or acts(words[1].text)):
            yield match.start("so"), words[end - 1].end + closed.end()
