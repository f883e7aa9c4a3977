"""Which of the dates in a sentence make a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import datetime

from timeline.events.days import day_range, precision
from timeline.events.focus import dated_noun
from timeline.events.headlines.surroundings import QUESTIONS
from timeline.events.speakers import is_report
from timeline.events.stretches import Stretch, Stretches
from timeline.german.clause_words import words_of
from timeline.german.clauses import Clause, clauses, matrix_of
from timeline.german.verbs import tense_of
from timeline.models import Article, TimeExpression

_WEEK = 7  # days
#: "Mittwoch: Nebel, -4 Grad": a forecast, in a line without a verb.
_WEATHER = re.compile(r"-?\d+\s?(?:Grad|°)")
#: "Wir hatten versehentlich geschrieben, dass …": what was wrong (see also ``references``)
_ERRATUM = re.compile(
    r"\b[Ww]ir (?:haben|hatten|schrieben|berichteten)\b.{0,80}"
    r"\b(?:irrtümlich|fälschlich|versehentlich)"
    r"|\b(?:irrtümlich|fälschlich|versehentlich)\w*\b.{0,120}"
    r"\b(?:(?:haben|hatten|schrieben|berichteten) wir|unserer (?:Ausgabe|Zeitung|Redaktion))\b"
    r"|\A\W*(?:Korrektur|Berichtigung|Richtigstellung)\W(?!.*\b(?:anders als|nicht)\b).{0,80}"
    r"\b(?:haben|hatten) wir\b.{0,40}\b(?:berichtet|geschrieben|gemeldet)\b",
    re.DOTALL | re.IGNORECASE,
)
#: "Sendung: Regional am Abend, 3. Mai, 19 Uhr": when it was on the air
_PROGRAMME = re.compile(
    r"[*_(\[]*(?:Sendung|Sendetermin|Gesendet(?: am)?|Ausgestrahlt(?: am)?|Programmhinweis"
    r"|Dieses Thema im Programm|Über dieses Thema berichtet\w*)\b[^.!?]*:"
)
#: "Das Gespräch führte Ida Holm am 3. Mai": how an interview ends
_INTERVIEWED = re.compile(
    r"(?:Das|Dieses) (?:Gespräch|Interview|Telefonat)\b.{0,80}\bgeführt\b"
    r"|(?:Das|Dieses) (?:Gespräch|Interview) (?:führten?|fand)\b|(?:Die )?Fragen stellten?\b"
)
#: "Erst hieß es Mai, dann Juni": of what, another sentence says
_DAYS_ALONE = re.compile(
    r"\b(?:[Ee]rst|[Zz]uerst|[Zz]unächst|[Aa]nfangs) (?:hieß|hiess) es(?! ?[,:„«])"
)
#: "Richtig ist: am 3. Mai": what happened then, the report said before
_RIGHT = re.compile(r"\W*(?:Richtig|Korrekt) (?:ist|war|wäre|muss es heißen)\b")
#: How near the end of its article such a line stands.
_LAST_WORDS = 150
#: "war für eine Stellungnahme nicht zu erreichen": of the reporting, not of the matter
_NO_ANSWER = re.compile(
    r"\b(?:Stellungnahme|Auskunft|Anfragen?|Nachfragen?|Redaktion|telefonisch|Zeitung|Gespräch)\b"
    r".{0,60}\bnicht (?:zu erreichen|erreichbar|zu sprechen)\b"
    r"|\bnicht (?:zu erreichen|erreichbar|zu sprechen)\b.{0,40}\bfür eine (?:Stellung|Nach|An)"
    r"|\b(?:An|Nach)fragen?\b.{0,60}\b(?:unbeantwortet|ohne Antwort)\b"
    r"|\bunbeantwortet\b|\breagier(?:te|ten|t)\b.{0,40}\bnicht auf\b.{0,40}\b(?:An|Nach)frage"
    r"|\bauf (?:eine )?(?:An|Nach)frage\b.{0,40}\bnicht (?:reagiert|geantwortet|äußern|äussern)\b"
    r"|\b(?:wollten?|mochten?)\b.{0,40}\b(?:keine Stellung(?:nahme)?|keinen Kommentar)\b"
    r"|\blehnten? (?:\w+ ){0,3}?(?:eine Stellungnahme|einen Kommentar) ab\b"
)
#: "mehr, als im Mai jemand gehofft hätte", "als wäre es im Mai"
_UNREAL = ("hätte", "hätten", "wäre", "wären", "würde", "würden")
#: Days after which a date is no date of a clause about the future.
_LONG_AGO = 60
#: an expression, where it stands in its sentence, and the clause that holds it
Located = tuple[TimeExpression, Stretch, Clause]


def tells_nothing(article: Article, sentence: str, spans: Sequence[Stretch]) -> bool:
    """Whether a line is the outlet's name, a heading without a verb, or a forecast, tells
    what an earlier report had wrong, which dates had been named, or when an interview was held."""
    if _ERRATUM.search(sentence) or _DAYS_ALONE.search(sentence):
        return True
    line = sentence.strip()
    if _PROGRAMME.match(line):
        return True
    if _INTERVIEWED.match(line) and line in article.text[-_LAST_WORDS - len(sentence) :]:
        return True
    bare = " ".join(re.findall(r"\w+", sentence)).casefold()
    masthead = sentence.isupper() and len(bare.split()) <= 5 and not re.search(r"\d", bare)
    if masthead or bare == " ".join(re.findall(r"\w+", article.source)).casefold():
        return True
    dates = Stretches(spans)
    words = [word for word in words_of(sentence) if word.start not in dates]
    if not words or is_clock([word.text for word in words]):
        return True
    if _RIGHT.match(sentence) and not any(w.text[0].isupper() and not w.initial for w in words):
        return True
    found = clauses(sentence)
    asks = len(found) == 1 and found[0].kind == "sub" and found[0].opener in QUESTIONS
    if asks and not any(w.text[0].isupper() and not w.initial for w in words):
        return True  # "Was am Wochenende los ist": a heading
    verbless = all(clause.finite is None for clause in found)
    if verbless and line.startswith("#"):
        return True  # "### Urteil am Dienstag": the text under it tells of that
    return verbless and _WEATHER.search(sentence) is not None


def is_clock(words: Sequence[str]) -> bool:
    """ "Es ist (5 Uhr)": a day or an hour for what the next sentence tells."""
    return list(words) in (["Es", "ist"], ["Es", "war"])


def dates_a_thing(
    article: Article, expression: TimeExpression, place: Stretch, clause: Clause
) -> bool:
    """Whether a past date stands in a clause about the future and behind a noun that is no event:
    "Bald soll die Schau über die Anfänge im 18. Jahrhundert fertig sein"."""
    _, last = day_range(expression.start, expression.end)
    ages = expression.granularity in ("decade", "century")
    if expression.end is None or (article.day is None and not ages):
        return False
    if article.day is not None and (article.day - last).days < _LONG_AGO:
        return False
    if tense_of(clause) != "future" or dated_noun(clause, *place):
        return False
    before = [word for word in clause.words if word.end <= place[0]]
    return bool(before) and before[-1].text[0].isupper() and not before[-1].initial


def without_reports(located: Sequence[Located], sentence: str) -> list[Located]:
    """Without the day on which what a clause dates was reported: "Am Montag brannte es, wie die
    Polizei am Dienstag mitteilte". Where that clause names no other day, it stays."""
    found = clauses(sentence)
    dated = {clause.pieces for _, _, clause in located}
    return [f for f in located if not (_is_report_of(f[2], dated, found))]


def _is_report_of(clause: Clause, dated: Set[tuple[Stretch, ...]], found: Sequence[Clause]) -> bool:
    if clause.opener != "wie" or not is_report(clause):
        return False
    matrix = matrix_of(clause, found)
    return matrix is not None and matrix.pieces in dated


#: who is asked for, and what they are asked to do: "Zeugen, die …, sollen sich melden"
_APPEAL = re.compile(
    r"\b(?:soll(?:en|ten|te)?|mögen?|gebeten|bitte[nt]?|können|müssen)\b.{0,300}"
    r"\b(?:melden|wenden|gemeldet|aufsuchen|zurückbringen|zurückgeben)\b"
    r"|\b(?:sucht|suchen|gesucht)\b.{0,300}\bZeug|\bZeug\w+\b.{0,300}\bgesucht\b"
)


#: "Zeugen, (die am Montag …)", but not "der Fahrer, (der …)"
_ASKED = re.compile(
    r"(?:[Zz]eugen|[Pp]ersonen|[Mm]enschen|[Kk]onsument|[Vv]erbraucher|[Kk]und|[Kk]äufer|[Aa]nwohner"
    r"|[Bb]ürger|[Ll]eute|[Pp]assant|[Ff]ahrgäst|[Rr]eisende|[Aa]utofahrer|[Gg]äst|[Bb]esucher"
    r"|[Ee]ltern|[Pp]atient)\w*,?\s*\Z"
)


def is_appeal(clause: Clause, sentence: str) -> bool:
    """Whether a clause says whom an appeal is for: what they saw or did nobody knows yet."""
    first, last = clause.span
    anybody = clause.kind == "relative" and clause.words[0].lower in ("die", "denen", "welche")
    anybody = anybody and _ASKED.search(sentence[:first]) is not None
    if not (anybody or clause.text(sentence).startswith(("Wer ", "wer "))):
        return False
    return _APPEAL.search(sentence[:first] + sentence[last:]) is not None


def tells_no_event(clause: Clause, sentence: str) -> bool:
    """Whether a clause tells that somebody gave no answer, or only compares with what was not."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    if clause.opener == "als" and clause.kind == "sub" and finite in _UNREAL:
        return True
    return _NO_ANSWER.search(clause.text(sentence)) is not None


def one_per_time(located: Sequence[Located]) -> Iterator[Located]:
    """Of expressions in one clause whose times overlap, the most precise."""
    for expression, place, clause in located:
        rivals = [
            other
            for other, there, elsewhere in located
            if elsewhere.pieces[-1] == clause.pieces[-1]
            and other is not expression
            and overlap(other, expression)
            and bool(dated_noun(clause, *there)) == bool(dated_noun(clause, *place))
        ]
        if all(_rank(expression) < _rank(other) for other in rivals):
            yield expression, place, clause


def _rank(expression: TimeExpression) -> tuple[int, int]:
    first, last = day_range(expression.start, expression.end)
    hours = isinstance(expression.start, datetime) and first == last
    if hours:
        return precision("time"), expression.start_char  # "am Sonntag … von 8 bis 14 Uhr"
    days = expression.granularity == "range" and (last - first).days + 1 < _WEEK
    return precision("day" if days else expression.granularity), expression.start_char


def overlap(first: TimeExpression, second: TimeExpression) -> bool:
    a, b = day_range(first.start, first.end)
    c, d = day_range(second.start, second.end)
    return a <= d and c <= b
