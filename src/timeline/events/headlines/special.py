"""Headlines of special shapes: of a noun, a participle, an infinitive, a condition, a date that is
the news itself; and what the sentence before lends to a text that lacks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.headlines.antecedent import SAME_IN_DATIVE
from timeline.events.headlines.candidates import is_plural
from timeline.events.headlines.dates import PARTS_OF
from timeline.events.headlines.shortening import LONGEST
from timeline.events.headlines.tokens import (
    HELPING,
    NONFINITE,
    Token,
    render,
    text_of,
    tidy,
    tokens,
    uncapitalized,
)
from timeline.events.headlines.undated import without_dates
from timeline.events.phrases import nominative, noun_phrase
from timeline.events.stretches import Stretch
from timeline.german.clause_words import Word, verb_forms, words_of
from timeline.german.clauses import Clause
from timeline.german.closed_classes import DETERMINERS, PREPOSITIONS
from timeline.german.direction_words import LEAVING, PLANNED
from timeline.german.tables import any_of
from timeline.german.verb_forms import Form, forms
from timeline.german.words import MONTHS

#: Who announces or promises to do something wants to do it.
_INTENDS = re.compile(
    r"\b(?:angekündigt|kündig(?:t|te|ten|en)\b.*\ban|versprach(?:en)?|versprochen|verspricht"
    r"|plan(?:t|te|ten)|geplant|beabsichtig(?:t|te|ten))\b"
)


#: Days that only the text around tells.
DEICTIC = re.compile(r"(?:vor)?gestern|heut|morgen\b", re.IGNORECASE)
#: What is done after, against or because of a thing is not done on its day.
_APART = frozenset(("nach", "gegen", "wegen", "trotz", "über", "aus", "für", "seit"))
#: "das für Montag geplante Fest fällt aus": what happens says the clause.
_AHEAD = re.compile(rf"(?:{any_of(PLANNED)}|vereinbart|erwartet)\Z")
#: "Ein weiteres | sagte der Verband ab": an adjective that shares the noun of the clause before.
_NO_NOUN = re.compile(
    r"((?:Ein|Der|Die|Das)[a-z]* (?:weitere|zweite|dritte|andere|letzte)[rsn]? )(?=[a-zäöü])"
)
_FIRST = re.compile(r"\b(?:[Ee]in[a-z]*|[Dd]er|[Dd]ie|[Dd]as) erste[rsn]? ([A-ZÄÖÜ][\wäöüß-]+)")


def apposition(clause: Clause, place: Stretch, sentence: str) -> str:
    """ "Ada Holm, seit 2018 Wirtin, geht": who she is since then, not what she does now; or ""."""
    words = clause.words
    end = noun_phrase(words, 0, sentence)
    if clause.finite is None or clause.kind != "main" or not 0 < end < clause.finite:
        return ""
    begin = sentence.find(",", words[end - 1].end)
    several = _appositions(words[:end], words[clause.finite].start, place, sentence)
    if several:
        return several if len(several) <= LONGEST else ""
    close = sentence.find(",", place[1])
    if begin != words[end - 1].end or close < 0 or close > words[clause.finite].start:
        return ""
    inside = words_of(sentence, begin, close)
    dated = any(w.start <= place[0] < w.end for w in inside)
    born = bool(inside) and inside[0].lower in _FIRST_DONE
    if dated and born and not any(verb_forms(inside, i) for i in range(1, len(inside))):
        lead = sentence[inside[0].end : place[0]].strip()
        where = f"{lead if lead.count(' ') else ''} {sentence[place[1] : close]}"
        head = words[words[0].lower in DETERMINERS : end]  # "Ada Holm, geboren 1950 in Kiel,"
        text = tidy(f"{sentence[head[0].start : head[-1].end]} {where.strip()} {inside[0].lower}")
        return text if len(text) <= LONGEST else ""
    named = [w for w in inside if w.start >= place[1] and w.text[0].isupper()]
    told = [w for w in inside if w.start >= place[1]]
    done = bool(told) and verb_forms(inside, len(inside) - 1) & Form.PARTICIPLE
    if dated and done and not any(verb_forms(inside, i) for i in range(len(inside) - 1)):
        head = words[words[0].lower in DETERMINERS : end]  # "Der Maler, 1950 in Kiel geboren,"
        text = tidy(f"{sentence[head[0].start : head[-1].end]} {sentence[told[0].start : close]}")
        return text if len(text) <= LONGEST else ""
    if not dated or not named or any(verb_forms(inside, i) for i in range(len(inside))):
        return ""
    text = tidy(sentence[words[0].start : close])
    return text if len(text) <= LONGEST else ""


#: participles in front of their date: "geboren 1950 in Kiel"
_FIRST_DONE = frozenset(("geboren", "gegründet", "erbaut", "gebaut", "eröffnet", "errichtet"))


def _appositions(head: Sequence[Word], verb: int, place: Stretch, sentence: str) -> str:
    """ "Die Autorin, 1950 in Kiel geboren und seit 1990 in Wien zu Hause, starb": of several things
    said of her the one that was then; or ""."""
    begin, close = head[-1].end, sentence.rfind(",", head[-1].end + 1, verb)
    if sentence[begin : begin + 1] != "," or sentence[close + 1 : verb].strip():
        return ""
    if not begin < place[0] < close:
        return ""
    joints = [m.span() for m in re.finditer(r",|\bund\b", sentence[begin + 1 : close])]
    edges = [begin + 1, *(begin + 1 + at for span in joints for at in span), close]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    dated = [part for part in parts if re.search(r"\d", sentence[slice(*part)])]
    start, stop = next((p for p in parts if p[0] <= place[0] < p[1]), (0, 0))
    told = words_of(sentence, max(start, place[1]), stop)
    if len(dated) < 2 or not told:
        return ""
    verbs = [verb_forms(told, i) for i in range(len(told))]
    if any(verbs[:-1]):
        return ""
    if verbs[-1] & Form.PARTICIPLE:
        named = head[head[0].lower in DETERMINERS :]
        return tidy(f"{sentence[named[0].start : begin]} {sentence[told[0].start : stop]}")
    if verbs[-1] or not any(word.text[0].isupper() for word in told):
        return ""
    return tidy(f"{sentence[head[0].start : begin]}, {sentence[start:stop].strip()}")


_MEANS = re.compile(
    r"(?:\w+[bs])?(?:[Bb]eschluss|[Bb]escheid|[Ss]chreiben|[Vv]erfügung|[Bb]rief|[Mm]itteilung"
    r"|[Ee]rlass|[Uu]rteil|[Ss]timme|[Mm]ail|[Ee]ntscheid)\Z"
)


def noun_headline(
    noun: Sequence[Word],
    clause: Clause,
    place: Stretch,
    sentence: str,
    spans: Sequence[Stretch],
) -> str:
    """The noun a date hangs on, with its attributes; "" where the clause tells it better."""
    words = clause.words
    first = words.index(noun[0])
    fronted = clause.finite is not None and clause.kind == "main" and first < clause.finite
    capitals = [w for w in noun if w.text[0].isupper()]
    lead = words[first - 1].lower if first else ""
    lead = words[first - 2].lower if lead in DETERMINERS and first > 1 else lead
    of = sentence.startswith(("vom ", "von "), place[0])
    hour = sentence.startswith(("um ", "gegen "), place[0])  # "kurz nach der Feier um 10 Uhr"
    other = any(clause.holds(start) and (start, end) != place for start, end in spans) and not hour
    if (lead in _APART and (of or other)) or (of and other):
        fronted = False  # "Gegen das Urteil vom 2. Mai legte er Revision ein": not on that day
    if fronted or not capitals:
        return ""
    if lead in ("mit", "per") and _MEANS.match(capitals[-1].text):
        return ""  # "hat mit Beschluss vom 3. Mai die Wahl angefochten": how, and not what
    end = noun[-1].end
    article = noun[0].lower if noun[0].lower in DETERMINERS else words[first - 1].lower
    text = nominative(article, sentence[capitals[0].start : end])  # "wegen des Streiks vom Mai"
    single = len(capitals) == 1 and place[0] - end <= 8
    if text and single and not DEICTIC.search(sentence, *place):
        # a single noun tells little: "Brand vom 9. März"
        text += sentence[end : max(end, place[1])]
    text = tidy(text)
    return text if len(text) <= LONGEST else ""


def listed(clause: Clause, place: Stretch, spans: Sequence[Stretch], sentence: str) -> str:
    """What stands behind one of several dates of a list without a verb: "am 3. Mai der Umzug, am
    4. das Fest"; or ""."""
    inside = sorted(span for span in spans if clause.span[0] <= span[0] < clause.span[1])
    if clause.finite is not None or len(inside) < 2 or place not in inside:
        return ""
    told = _before_dates(clause, place, sentence)
    if told:
        return told if len(told) <= LONGEST else ""
    following = [start for start, _ in inside if start > place[0]]
    stop = following[0] if following else clause.span[1]
    text = re.sub(
        r"\A\s*(?:dann|und|noch)\b|[\s,]*(?:am|im|und|dann)?\s*\Z", "", sentence[place[1] : stop]
    )
    words = words_of(text)
    capital = any(word.text[0].isupper() for word in words)
    return tidy(text) if len(words) > 1 and capital and len(text) <= LONGEST else ""


def _before_dates(clause: Clause, place: Stretch, sentence: str) -> str:
    """What stands in front of a date that ends its part of a list: "Theater „Nord“, Premiere am
    20. März, weitere Aufführungen am 21. März" → "Theater „Nord“: Premiere"; or ""."""
    begin, end = clause.span
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^,]+", sentence[begin:end])]
    parts = [(begin + a, begin + b) for a, b in parts]
    at = next((i for i, (a, b) in enumerate(parts) if a <= place[0] < b), 0)
    if sentence[place[1] : max(parts[at][1], place[1])].strip(" .") and not re.match(
        r"\s*und\b", sentence[place[1] :]
    ):
        return ""
    while at > 0 and not re.search(r"[A-ZÄÖÜ][a-zäöü]", _lead(sentence, parts[at], place)):
        at -= 1  # "am 21., 22. und 27. März"
    item = _lead(sentence, parts[at], place)
    head = tidy(sentence[slice(*parts[0])])
    led = item.split(" ")[0] in PREPOSITIONS  # "Weihnachtsmarkt, im Pfarrheim am 3. Mai"
    if at == 0 or led or not re.search(r"[A-ZÄÖÜ][a-zäöü]", item) or re.search(r"\d", head):
        return ""
    return f"{head}: {item}"


def _lead(sentence: str, part: Stretch, place: Stretch) -> str:
    """The part of a list as far as its first date."""
    text = sentence[part[0] : min(part[1], place[0]) if place[0] > part[0] else part[1]]
    return re.sub(
        r"\s*\b(?:am|vom|ab|bis|im|um)?\s*\d.*\Z|\s+(?:am|vom|ab|bis|im|um)\s*\Z", "", text
    ).strip()


def moved_to(clause: Clause, place: Stretch, sentence: str) -> bool:
    """Whether the date is the news: "verlängerte den Vertrag bis 2029", "kündigte zum 30. Juni"."""
    to = sentence.startswith("zum ", place[0])
    if to and not LEAVING.isdisjoint(word.text for word in clause.words):
        return True
    lead, date = sentence[: place[0] + 4], sentence[slice(*place)]
    until = re.search(r"\b(?:bis|auf)\b[^,]{0,4}\Z", lead) is not None
    moves = re.search(r"\b(?:verläng|verschieb|verschob|vertag|befrist)", clause.text(sentence))
    return until and moves is not None and re.search(r"\d{4}", date) is not None


def denied_date(clause: Clause, place: Stretch, sentence: str) -> str:
    """ "begann nicht im Mai, sondern am 3. Juni": under May, that it did not; or ""."""
    behind = sentence.find(", sondern", place[1], clause.span[1])
    lead = sentence[clause.span[0] : place[0]]
    if behind < 0 or not re.search(r"\bnicht\b", lead) or clause.kind != "main":
        return ""
    told = [word for word in clause.words if word.start < behind]
    helps = clause.finite is not None and forms(clause.words[clause.finite].text)
    text = sentence[clause.span[0] : behind]
    if helps and helps & HELPING and not _verbal_end(told):
        text += f" {_verbal_end(clause.words)}"  # "wird nicht im Mai, sondern im Juni | eröffnet"
    text = tidy(text)
    return text if len(text) <= LONGEST else ""


def _verbal_end(words: Sequence[Word]) -> str:
    """The participles and infinitives at the end; or ""."""
    begin = len(words)
    while begin and verb_forms(words, begin - 1) & NONFINITE:
        begin -= 1
    return " ".join(word.text for word in words[begin:])


def with_noun(text: str, before: str) -> str:
    """ "Ein weiteres fiel aus" → "Ein weiteres Treffen fiel aus", after "ein erstes Treffen"."""
    lacks, first = _NO_NOUN.match(text), _FIRST.search(before)
    if not lacks or not first:
        return text
    return f"{lacks.group(1)}{first.group(1)} {text[lacks.end() :]}"


#: "vor zwei Jahren waren es 74.000": of what, the clause before says.
_BARE_NUMBER = re.compile(
    r"(?:.*\b(?:waren|sind|werden|wurden|kamen) es|Es (?:waren|sind|werden|wurden|kamen))"
    r" (?:\w+ )?\d[\d.,'’]*(?: Millionen| Milliarden)?\Z"
)
_COUNTED = re.compile(
    r"\d[\d.,'’]*(?: Millionen| Milliarden)? (?!Mill|Mrd|Uhr)([A-ZÄÖÜ][a-zäöüß]+)"
)


def with_unit(text: str, before: str) -> str:
    """ "Es waren 74.000" → "Es waren 74.000 Besucher", after "mit 90.000 Besuchern"."""
    counted = [noun for noun in _COUNTED.findall(before) if noun not in MONTHS]
    if not counted or not _BARE_NUMBER.match(text):
        return text
    noun: str = counted[-1]
    if noun.endswith(("ern", "eln")):
        return f"{text} {noun[:-1]}"
    return text if noun.endswith("en") and not SAME_IN_DATIVE.search(noun) else f"{text} {noun}"


def attributive(sentence: str, place: Stretch) -> str:
    """ "die 1998 gebaute Fähre" → "Fähre gebaut"; "" for dates of another kind."""
    words = words_of(sentence, place[1])
    between = 0
    while between + 1 < len(words) and words[between].lower in PREPOSITIONS:
        end = noun_phrase(words, between + 1, sentence)  # "die im Mai | in Kiel | gebaute Fähre"
        if end == between + 1:
            break
        between = end
    where, words = words[:between], words[between:]
    lead = [word.lower for word in words_of(sentence, 0, place[0])]
    own = [word.lower for word in words_of(sentence, *place)]
    parts = len(own) > 2 and own[1] in ("dem", "der", "den") and own[2] in PARTS_OF
    if parts and words and words[0].lower.endswith("en"):
        lead += own[:2]  # "in dem | Mitte Januar | eröffneten Prozess"
    while lead and lead[-1] in PREPOSITIONS:
        lead.pop()
    apart = (where or words)[0].start - place[1] > 1 if words else True
    if len(words) < 2 or apart or not lead:
        return ""
    number = f"{lead.pop()} " if lead[-1].isdigit() else ""  # "die 14 im März gebauten Boote"
    if not lead:
        return ""
    if lead[-1] not in DETERMINERS:
        return ""
    found = re.match(r"([a-zäöüß]+?(?:t|en))(?:e|en|er|es|em)\Z", words[0].text)
    if not found or not forms(found.group(1)) & Form.PARTICIPLE or _AHEAD.match(found.group(1)):
        return ""
    end = noun_phrase(words, 1, sentence)
    if end == 1 or sentence[words[0].end : words[1].start].strip(' „“"»«'):
        return ""
    kept = tokens(words[1:end], sentence)
    if any(token.word.text[0].islower() for token in kept[:1]):
        return ""
    noun = number + render(kept)
    told = f"{noun} {text_of(tokens(where, sentence))} {found.group(1)}"
    return tidy(told) if len(tidy(told)) <= LONGEST else ""


def participial(kept: Sequence[Token], found: Sequence[Clause], sentence: str) -> str:
    """ "die Fähre, im Mai bestellt, …" → "Fähre bestellt": with the noun in front of it; or ""."""
    start = kept[0].word.start
    for clause in reversed(found):
        words = [word for word in clause.words if word.end <= start]
        if clause.kind == "aside" or not words or start - words[-1].end > 40:
            continue
        begin = next(
            (i for i in range(len(words)) if noun_phrase(words, i, sentence) == len(words)), None
        )
        if begin is None:
            continue
        head = [w for w in words[begin:] if w.lower not in DETERMINERS or w is not words[begin]]
        lead = sentence[head[0].start : head[-1].end]
        said = render(kept)
        return tidy(f"{lead} {uncapitalized(said)}")
    return ""


def infinitive(kept: Sequence[Token]) -> list[Token]:
    """ "den Neubau freizugeben" → "Neubau freigeben"; empty for "um … zu", "… zu haben"."""
    if not kept or kept[0].lower in ("um", "ohne", "statt", "anstatt"):
        return []
    if kept[-1].lower in ("haben", "sein"):
        return []
    last = kept[-1].word
    out = list(kept)
    if len(out) > 1 and out[-2].lower == "zu":
        out = out[:-2] + out[-1:]
    else:
        bare = re.sub(r"\A([a-zäöüß]{2,9})zu([a-zäöüß]{3,}n)\Z", r"\1\2", last.text)
        out = [*out[:-1], replace(out[-1].reading(bare), before="")]
    while out and out[0].lower in DETERMINERS:
        out = out[1:]
    return out


def intention(
    kept: Sequence[Token], bare: Sequence[Token], text: str, matrix: Clause, who: str, sentence: str
) -> str:
    """ "Ada Holm kündigte an, mit dem Amt zu reden" → "Ada Holm will mit dem Amt reden", of her
    ``who`` is the subject of ``matrix``; or ""."""
    if matrix.finite is None or not who or not _INTENDS.search(matrix.text(sentence)):
        return ""
    verb = "wollen" if is_plural(matrix.words[matrix.finite].text) else "will"
    said = text if bare[0].word.text[0].isupper() else uncapitalized(text)
    article = [token.text for token in kept if token.word.start < bare[0].word.start]
    said = " ".join([*article, said])  # "will den Rat einberufen"
    for name in (who, re.sub(r"\A(?:[a-zäöü].*) (?=[A-ZÄÖÜ]\w+\Z)", "", who)):
        if len(name) + len(verb) + len(said) + 2 <= LONGEST:
            return f"{name[:1].upper()}{name[1:]} {verb} {said}"
    return ""


def as_content(frame: str, content: str) -> str:
    """ "Es wurde bekannt", "dass die Bank Nord schließt" → "Bekannt wurde, dass …"."""
    found = re.fullmatch(r"Es (\w+) (\w+(?: ge\w+)?)", frame)
    lead = f"{found.group(2)} {found.group(1)}" if found else frame
    return tidy(f"{lead}, {uncapitalized(content)}")


def conditional(
    clause: Clause, matrix: Clause | None, sentence: str, spans: Sequence[Stretch]
) -> str:
    """ "Falls der Deich bricht, wird das Dorf geräumt": a condition stays one, in its order."""
    pair = [clause] if matrix is None else sorted((clause, matrix), key=lambda c: c.span)
    parts = [render(without_dates(c, sentence, spans)[0]) for c in pair]
    if len(parts) == 2 and pair[1].words[0].text[0].islower():
        parts[1] = uncapitalized(parts[1])
    return tidy(", ".join(parts))
