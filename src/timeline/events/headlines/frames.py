"""What frames the news in a sentence: place and agency in front, "laut …", "nach Angaben von …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.phrases import noun_phrase
from timeline.events.stretches import Stretch
from timeline.german.clauses import Clause
from timeline.german.words import MONTHS

#: "Elbstadt (mea) - ", "BASEL. ", "+++ Update: ", "• ", "3. ": no part of the news.
_DATELINE = re.compile(
    # "2. Der Damm …" is a list, "2. Mai: …" a date
    rf"\A\s*(?:(?:[-–—•●▪*>]|\+{{2,}}|\d{{1,2}}[.)](?!\s(?:{'|'.join(MONTHS)})\b))\s+)*"
    r"(?:(?:Update|Eilmeldung|Breaking|Korrektur|Aktualisiert|UPDATE|EIL|Kurz notiert)\s*[:+]+\s*)?"
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


_OWNED = re.compile(r" (?:eigenen|unseren|ihren|seinen|deren|dessen) ")


def frame_spans(sentence: str, found: Sequence[Clause]) -> list[Stretch]:
    """Where "laut X", "nach Angaben von X" and "X zufolge" stand."""
    spans: list[Stretch] = [m.span() for m in _STATE.finditer(sentence)]
    dateline = _DATELINE.match(sentence)
    if dateline and dateline.end():
        spans.append(dateline.span())
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
