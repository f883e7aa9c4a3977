"""Where German sentences begin and end.

A sentence ends at a full stop, question or exclamation mark, unless the stop belongs to an
abbreviation ("Abs. 1"), an ordinal ("am 3. Mai", "1. 9. 2001") or an initial ("J. Brahms"). A
blank line always ends one. A single line break does where the line is a heading, a list item or a
stamp, and not in prose that was hard-wrapped: there, the first word of the next line would not
have fitted into the line before.

Running time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.german.closed_classes import (
    ABOUT,
    ARTICLES,
    BE,
    BECOME,
    COMMON_PREPOSITIONS,
    CONTRACTIONS,
    QUESTION_WORDS,
    QUOTES,
    SINGLE_QUOTES,
    SMALL_NUMBERS,
    SUBJECT_PRONOUNS,
    declined,
    like_ein,
)
from timeline.german.tables import table
from timeline.german.words import MONTHS

#: Abbreviations that never end a sentence: something always follows them.
_OPEN_ABBREVIATIONS = table(
    """
    abs abschn abt adj allg amtl angekl anl anm art az bd begr bes betr bez bspw bzgl bzw ca
    cf co dipl dr durchschn ebd ehem eigtl einschl entspr ev evtl fa fam ff fig frhr frl gebr geb
    ges gest gez ggf hl hr hrn hrsg i.d.r ing inkl insb jur kap kath kfm kgl konst krs lfd lic lt
    mag mdl med mr mrs ms nr nrn o.g obb offz öff orig phil prof rd rer rev röm s.o s.u sog st
    stellv str südd tel theol tgl u.a ursprgl usw.a v.a verf vgl vors vs wg z.b z.t z.zt zit zw
    zzgl jan feb febr apr aug sep sept okt nov dez mo di mi do fr jgst st bl lat mind max min vorm
    nachm gegr ungef verh vol tsd exz rep sen gen col lt.col u.s d.h i.e
    """
)
#: Abbreviations that are words as well: "Art. 5", but "seiner Art. Schon …".
_WORDS_TOO = table("art mag max min mind do fr mi mo di sen gen fig lat ing bes vol co rev sep st")
#: Abbreviations that may end a sentence: they do where a typical first word follows.
_CLOSING_ABBREVIATIONS = table(
    """
    usw etc chr mio mrd jh jhd jhdt jr sr std sek stk v.chr n.chr e.v inc ltd corp cie u.ä o.ä
    u.v.m u.s.w gmbh qm km kg abds hj
    """
)
_ABBREVIATIONS = _OPEN_ABBREVIATIONS | _CLOSING_ABBREVIATIONS | _WORDS_TOO
_MONTHS = frozenset(MONTHS) | table(
    "Jahrhundert Jahrhunderts Jahrhunderte Jh Jahrtausend Jahrtausends"
)
#: Words that ask for an ordinal after them: "der 2. Senat" goes on.
_BEFORE_ORDINALS = (
    CONTRACTIONS
    | table("ab bis seit und oder")
    | (ARTICLES | like_ein("sein", "ihr", "unser") | declined("dies", "jed"))
    - table("eines seiner seines ihrer ihres unserer unseres dieses jedes")
)
#: First words of a sentence that are no nouns and no names.
_STARTERS = frozenset(
    word.capitalize()
    for word in ARTICLES
    | declined("dies")
    | (COMMON_PREPOSITIONS - {"ins"})
    | SUBJECT_PRONOUNS
    | QUESTION_WORDS
    | (frozenset(SMALL_NUMBERS) - {"elf", "zwölf"})
    | (ABOUT - {"knapp", "gut"})
    | {"dessen", "deren"}
) | table(
    """
    Ihr Ihre Ihren Ihrem Sein Seine Seinen Seinem Unser Unsere Mein Meine Und Oder Aber Doch Denn
    Sondern Dann Da Dort Hier Jetzt Nun So Auch Noch Nur Schon Als Wenn Weil Ob Obwohl Falls Nachdem
    Bevor Wozu Jener Jene Jenes Damit Dabei Danach Davor Dazu Dagegen Daraufhin Darum Darauf Deshalb
    Deswegen Daher Dennoch Trotzdem Außerdem Ausserdem Zudem Ferner Allerdings Jedoch Bereits
    Insgesamt Laut Nicht Kein Keine Keiner Alle Allen Alles Viele Vielen Einige Manche Mehr Mehrere
    Beide Heute Gestern Vorgestern Morgen Inzwischen Mittlerweile Seither Seitdem Später Zuletzt
    Zunächst Zuvor Vorher Anschließend Anschliessend Schließlich Schliesslich Dass Sollte Sollten Ja
    Nein Wird Hat Ist Sind Wurde Erst Selbst Sogar Statt Weder Entweder Sowohl Je Jeder Jede Jedes
    Derzeit Aktuell Offenbar Vielleicht Gegenüber Nachmittags Vormittags Abends Mittags Nachts
    Weitere
    """
)
#: Words that cannot close a heading: the line goes on in the next.
_OPEN_WORDS = (
    ARTICLES
    | (COMMON_PREPOSITIONS - table("ans ins neben hinter trotz wegen während"))
    | BE
    | BECOME
) | table(
    """
    und oder aber dass weil wenn als wie sich nicht auch ihr ihre ihren ihrem sein seine seinen
    seinem kein keine sowie hat haben
    """
)

#: "„Niemals! Das lasse ich nicht zu“, rief sie": a word or two that only begin what is quoted
_EXCLAMATION = re.compile(r"(?:(?<=\s)|\A)[„«\"](?:[^\W\d_]+ ){0,1}[^\W\d_]+[!?]\Z")
_CLOSERS = "\"'“”’»«›‹)\\]*_"  # the last two close an emphasis of Markdown
#: What a possible end begins with: found fast; then the pattern below looks closer.
_MARK = re.compile(r"[.!?…\n]")
#: A possible end. The lookbehind lets a run of marks be read once: linear time.
_CANDIDATE = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s|\Z)"  # the usual end
    rf"|(?<![.!?…])[.!?]++[\"“”»«](?=[A-ZÄÖÜ])"  # …trainieren."Dies sagte: the space was lost
    r"|\n"
)
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_NEXT_WORD = re.compile(rf"\s*[{QUOTES}{SINGLE_QUOTES}(\[*_]*([^\W\d_][\w’'-]*|\d+)?")
_WEEKDAY = re.compile(r"(?<![^\W\d_])(?:Mo|Di|Mi|Do|Fr|Sa|So)\Z")
_NEXT_ITEM = re.compile(r"\s*(?!Achtung|Hinweis|Info)[A-ZÄÖÜ][^.,:!?\n]{1,40}:")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_BULLET = re.compile(r"\s*(?:[•●▪‣·*>]|\+{2,}|[-–—]\s+(?=[A-ZÄÖÜ„\"«»\d])|\d{1,2}[.)]\s)")
_FINAL = re.compile(rf"[.!?…:;][{_CLOSERS}]*\s*\Z")
#: Nobody wraps prose to more than this many characters a line, or to fewer than the lower bound.
_WRAP_WIDTH = (45, 110)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences of ``text[start:end]``, in order, without outer white space.

    The offsets count from the beginning of ``text``. Only white space lies between them.
    """
    stop = len(text) if end is None else min(end, len(text))
    bounds: list[tuple[int, int]] = []
    begin = start
    for match in _candidates(text, start, stop):
        if _ends(text, match, start, stop):
            _add(bounds, text, begin, match.end())
            begin = match.end()
    _add(bounds, text, begin, stop)
    return bounds


def sentence_around(
    text: str, at: int, start: int = 0, end: int | None = None, *, since: int = 0
) -> tuple[int, int]:
    """Offsets of the one sentence of ``text[start:end]`` that holds the word at ``at``.

    What ``split_sentences`` gives, without looking at all the others. Who walks through a
    text from left to right passes the end of the last sentence as ``since``.
    """
    end = len(text) if end is None else end
    begin = since = max(start, since)
    # most often the last mark before the word is the end looked for
    last = max(
        text.rfind(".", since, at),
        text.rfind("!", since, at),
        text.rfind("?", since, at),
        text.rfind("…", since, at),
        text.rfind("\n", since, at),
    )
    match = _CANDIDATE.match(text, last, end) if last >= 0 else None
    if match is not None and match.end() <= at and _ends(text, match, start, end):
        begin = match.end()
    elif last >= 0:
        for match in _candidates(text, since, end):
            if match.end() > at:
                break
            if _ends(text, match, start, end):
                begin = match.end()
    stop = end
    for match in _candidates(text, at, end):
        if _ends(text, match, start, end):
            stop = match.end()
            break
    while text[begin].isspace():
        begin += 1
    while text[stop - 1].isspace():
        stop -= 1
    return begin, stop


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The possible ends in ``text[start:end]``."""
    for mark in _MARK.finditer(text, start, end):
        match = _CANDIDATE.match(text, mark.start(), end)
        if match is not None:
            yield match


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether the possible end matched is one, by the words around it."""
    at = match.start()
    mark = text[at]
    if mark == "\n":
        return _newline_ends(text, start, at, stop)
    if mark == "." and _plainly_ends(text, max(start, at - 40), at, match.end()):
        return True
    return _mark_ends(text, match)


def _add(bounds: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    stripped = piece.lstrip()
    if not stripped:
        return
    first = begin + len(piece) - len(stripped)
    bounds.append((first, first + len(stripped.rstrip())))


def _plainly_ends(text: str, begin: int, at: int, after: int) -> bool:
    """The case that nine of ten ends are, told at a glance: „… lange Worte. Ein …“."""
    if after != at + 1 or not text[after : after + 3].lstrip()[:1].isupper():
        return False
    word = text[text.rfind(" ", begin, at) + 1 : at]
    if len(word) < 4 or not (word.isalpha() and word[1:].islower()):
        return False
    return word.lower() not in _ABBREVIATIONS


def _mark_ends(text: str, match: re.Match[str]) -> bool:
    """Whether the mark(s) matched end a sentence."""
    at, after = match.start(), match.end()
    following = _NEXT_WORD.match(text, after)
    word = (following.group(1) or "") if following else ""
    if word and word[0].islower():
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return not _EXCLAMATION.search(text, max(0, at - 40), after)
    lead = text[max(0, at - 40) : at]
    if lead and lead[-1].isspace():
        return True
    words = lead.split()
    token = words[-1].lstrip("(„“\"'»«[") if words else ""
    if not token:
        return True
    if word[:1].isdigit() and _WEEKDAY.search(token):
        return False  # „Mo.–Fr. 10–12 Uhr“
    if token[-1].isdigit():
        return _number_ends(token, words[-2] if len(words) > 1 else "", word, lead)
    if after > at + 1:  # a closing quote or bracket stands after the stop
        return True
    bare = token.lower()
    if bare == "uhr" and _NEXT_ITEM.match(text, after):
        return word in _STARTERS  # "20 Uhr. Bozen: Konzert, 21 Uhr.": a list of dates
    if bare in _WORDS_TOO and word in _STARTERS:
        return True
    if bare in _OPEN_ABBREVIATIONS or bare.rsplit("-", 1)[-1] in ("nr", "str", "abs"):
        return not word
    if (
        bare in _CLOSING_ABBREVIATIONS
        or (len(token) == 1 and token.isalpha())
        or (len(bare) > 2 and bare[-2] == "." and bare[-1].isalpha())
        or _ROMAN.match(token)
    ):
        return not word or word in _STARTERS
    return True


def _number_ends(token: str, before: str, word: str, lead: str) -> bool:
    """Whether "47." is a number at the end of a sentence and not an ordinal or half a date."""
    if not word:
        return True
    token = re.split(r"[/–-]", token)[-1]  # "1./2. November", "3.–5. Mai"
    digits = token.replace(".", "")
    if not digits.isdigit() or len(digits) > 4 or len(token.rsplit(".", 1)[-1]) > 3:
        return True  # a year, a clock time, a share: "bis 2028. Das …"
    if word.capitalize() in _MONTHS or word[0].isdigit():
        return False
    if "." in token:  # "am 14.2. Danach …"
        return word in _STARTERS
    line_start = lead[: len(lead) - len(token)].rsplit("\n", 1)[-1].strip() == "" and (
        "\n" in lead or len(lead) < 40
    )
    if line_start:  # "1. Warum geht die Ministerin?"
        return False
    return word in _STARTERS or before.lower() not in _BEFORE_ORDINALS


def _newline_ends(text: str, start: int, at: int, stop: int) -> bool:
    """Whether the line break at ``at`` ends a sentence in a stretch from ``start`` to ``stop``."""
    if text[at + 1 : at + 2] == "\n" or _BLANK_LINE.match(text, at + 1, stop):
        return True
    if at > start and text[at - 1] == "\n":
        return True  # the second line break of a blank line
    line_begin = text.rfind("\n", max(start, at - 2000), at) + 1 or max(start, at - 2000)
    line = text[line_begin:at].strip()
    if not line:
        return False
    next_end = text.find("\n", at + 1, stop)
    following = text[at + 1 : stop if next_end < 0 else next_end].strip()
    if not following:
        return True
    if _BULLET.match(following):
        return (
            not (len(line) >= _WRAP_WIDTH[0] and following[0] in "-–—")
            or _FINAL.search(line) is not None
        )
    if following[0].islower() or following[0] in ",;)" or line[-1] in ",-–":
        return False  # a line that goes on so is a wrapped one
    last = line.rsplit(None, 1)[-1]
    if last in _OPEN_WORDS:
        return False
    if last[-1] == "." and last[:-1].isdigit() and following.split(None, 1)[0] in _MONTHS:
        return False
    if _FINAL.search(line):
        return line[-1] != ";"
    return not _wrapped(text, at, line, following, stop)


def _wrapped(text: str, at: int, line: str, following: str, stop: int) -> bool:
    """Whether the paragraph around the break at ``at`` is hard-wrapped prose.

    Its lines must be of a wrapped length, two breaks must be such that the next word would not have
    fitted, and some line must go on in lower case. Ten lines around tell.
    """
    low, high = _WRAP_WIDTH
    if len(line) > high or len(following) > high:
        return False
    lines = [line, following]
    position = at
    for _ in range(4):  # upwards
        previous = text.rfind("\n", max(0, position - 2 * high), position)
        if previous < 0:
            break
        above = text[text.rfind("\n", max(0, previous - 2 * high), previous) + 1 : previous].strip()
        if not above or len(above) > high:
            break
        lines.insert(0, above)
        position = previous
    position = text.find("\n", at + 1, stop)
    for _ in range(4):  # downwards
        if position < 0:
            break
        below_end = text.find("\n", position + 1, stop)
        below = text[position + 1 : stop if below_end < 0 else below_end].strip()
        if not below or len(below) > high:
            break
        lines.append(below)
        position = below_end
    width = max(map(len, lines))
    if width < low:
        return False
    full = sum(len(a) + 1 + len(b.split(None, 1)[0]) > width for a, b in pairwise(lines))
    fits = len(line) + 1 + len(following.split(None, 1)[0]) <= width - 4
    goes_on = any(b[0].islower() for b in lines[1:])
    return not fits and full >= 2 and goes_on
