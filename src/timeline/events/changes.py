"""Plans that came otherwise: which day a sentence gives up, and which one it sets."""

from __future__ import annotations

import re

from timeline.german.clauses import Clause, clauses, matrix_of
from timeline.german.direction_words import IN_TURN, ONCE_PLANNED
from timeline.german.tables import any_of
from timeline.german.verb_forms import Form, forms
from timeline.german.verbs import FALLS, modality, tense_of
from timeline.models import Modality, TimeExpression

_MEANT_WORDS = any_of(ONCE_PLANNED)
#: "war für den 3. Mai zugesagt", "die am Montag vorgesehen war"
_MEANT = re.compile(
    rf"\bwar(?:en)?\b.{{0,300}}\b(?:{_MEANT_WORDS})\b"
    rf"|\b(?:{_MEANT_WORDS})(?: gewesen| worden)? war(?:en)?\b",
    re.IGNORECASE,
)
_WAS_TO = re.compile(r"\bsollten?\b")
#: "wie angekündigt gesperrt"
_AS_MEANT = re.compile(rf"\b(?:[Ww]ie|[Aa]ls) (?:\w+ )?(?:{_MEANT_WORDS})\b")
#: "Am Montag war der Streik angekündigt worden": that day it was
_THAT_DAY = re.compile(r"(?:am|im|in|gestern|heute|vor)\b", re.IGNORECASE)
#: what says of such a plan that the day was another: "fand erst am Freitag statt", "nun heißt es"
_OTHERWISE = re.compile(
    r"\b[Ee]rst (?:am|im|ab|um|nach|vor|zum|zu|gegen|Anfang|Mitte|Ende|in|heute|jetzt|nun|ein\w*"
    r"|zwei|drei|vier|\d+)\b"
    r"|\b(?:[Nn]un|[Jj]etzt|[Ss]tattdessen|[Mm]ittlerweile|[Ii]nzwischen)\b|\bverzöger\w+"
    r"|\b(?:verlängert|verlängern|vorgezogen|vorverlegt|vorverlegen)\b|\bVerspätung\b"
)
_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
#: … or on another: "war am Dienstag für Donnerstag angekündigt"
_FOR_A_DAY = re.compile(
    r"\bfür (?:den |die |das |diesen |kommenden |nächsten )?(?:\d|Anfang|Mitte|Ende|heute|morgen"
    rf"|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|{_MONTHS})"
)
_LED_BY_FOR = re.compile(r"\bfür (?:den |die |das |diesen |kommenden |nächsten )?\Z")
#: "war 2013 vorgesehen, später 2017, zuletzt 2025"
_THEN = re.compile(r"[^,;]{0,40}, (?:später|dann|danach|zuletzt|schlie(?:ß|ss)lich)\b")
_LAST_OF_ALL = re.compile(r"\b(?:später|dann|danach)\b.*\bzuletzt\b")
#: … of what "sollte" tells, which may be something else than what the clause around is about
_HELD_LATE = re.compile(
    r"\b(?:fand|fanden|findet|finden|begann|begannen|beginnt|beginnen|startet\w*|kam|kommt|öffnet\w*"
    r"|folgt\w*|lief|läuft|ging|geht|wird|werden)\b.{0,80}\b[Ee]rst (?:am|im|ab|um|nach|zum|Anfang"
    r"|Mitte|Ende|in)\b|\bverzöger\w+|\b(?:verlängert|verlängern|vorgezogen|vorverlegt)\b"
    r"|\b(?:findet|beginnt|startet|öffnet|eröffnet|tagt|kommt) (?:nun|jetzt|stattdessen) "
    r"(?:am|im|ab)\b"
)
#: "Bisher war der 3. Mai vorgesehen", "hatte zuletzt den 3. Mai als Termin genannt"
_SO_FAR = re.compile(r"\b(?:[Bb]isher|[Bb]islang|[Zz]uletzt)\b")
_NAMED_DAY = re.compile(
    rf"\b(?:war|waren|hatte|hatten|galt)\b.{{0,300}}\b(?:{_MEANT_WORDS}|angepeilt|angestrebt)\b"
    rf"|\b(?:{_MEANT_WORDS}) war(?:en)?\b"
    r"|\b(?:Termin|Datum|Starttermin|Zieldatum)\b.{0,20}\bgenannt\b"
    r"|\bgalt\b.{0,300}\bals (?:\w+ )?\w*(?:[Tt]ermin|[Zz]iel)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:weiterhin|immer noch|nach wie vor|auch)\b")
#: "vom 3. auf den 10. Juli verlegt", "erst auf den 3., dann auf den 10. Juli verschoben"
_SHIFTS = re.compile(
    r"\b(?:verschoben|verschieb(?:t|en|e)|verschob(?:en)?|verleg(?:t|te|ten|en)|vertag(?:t|te|ten|en)"
    r"|verlänger(?:t|te|ten|n)|vorgezogen|vorverleg(?:t|en))\b"
)
_ONTO = re.compile(r"[^.;]{0,60}?\bauf\b")
_ONCE_MORE = re.compile(
    r".{0,60}?\b(?:dann|danach|später|schlie(?:ß|ss)lich|zuletzt|nun|jetzt|und|erneut|nochmals?)\b"
    r"(?: \w+)? auf\b",
    re.DOTALL,
)
_NEW = re.compile(r"\bauf (?:den |die |das )?\Z")
_OLD = re.compile(r"\b[Vv]om \Z")
#: "die für den 3. Mai | geplante Feier": what it says of the noun, and where no "für" leads the day
_OF_A_PLAN = re.compile(rf"\s+(?:(?:\w+ )?(?:{_MEANT_WORDS})e[nrms]?)\b", re.IGNORECASE)
_OF_A_PLAN_THEN = re.compile(r"\s+(?:geplant|vorgesehen|angesetzt|terminiert|anberaumt)e[nrms]?\b")
#: … and that it is moved: "muss auf Samstag verlegt werden", but not "in die Aula verlegt"
_MOVED = re.compile(
    r"\b(?:verschoben|verschieb(?:t|en|e)|verschob(?:en)?|vertag(?:t|te|ten|en)|vorgezogen"
    r"|vorverleg(?:t|en))\b"
    r"|\bauf (?:den |die |das |kommende\w* |nächste\w* )?"
    rf"(?:\w+tag\b|Mittwoch|\d|Anfang|Mitte|Ende|unbestimmt|einen|{_MONTHS})"
    r".{0,60}\bverleg(?:t|en)\b"
)
#: "wird nicht abgesagt", "entfällt nicht"
_KEPT = re.compile(
    r"\bnicht (?:auf [^,;]{1,30} )?(?:abgesagt|verschoben|verlegt|vertagt|gestrichen|abgeblasen"
    r"|entfallen|ausfallen)\b|\b(?:entfällt|entfallen) (?:\w+ )?nicht\b"
)
#: "droht auszufallen"
_THREATENS = re.compile(r"\bdroh(?:t|en)\b.{0,80}\b(?:auszufallen|abgesagt|verschoben)\b")
#: "Der Start am Montag ist fraglich", "Ob er am Montag kommt, ist offen"
_IN_DOUBT = re.compile(
    r"\b(?:fraglich|ungewiss|ungewiß|unsicher|unklar|(?:in Frage|infrage) (?:steht|gestellt)"
    r"|auf der Kippe|wackelt)\b"
)
_IS_OPEN = re.compile(r"\b(?:ist|sei|bleibt|war)\b.*\boffen\b")
#: "Die Feier entfällt möglicherweise": nothing is decided
_MAY_BE = re.compile(
    r"\b(?:möglicherweise|womöglich|eventuell|vielleicht|unter Umständen|könnten?"
    r"|droh(?:t|en|te))\b"
)
#: "die ursprünglich | für den 3. Mai geplante Feier"
_AT_FIRST = re.compile(
    r"\b(?:[Uu]rsprünglich|[Ee]igentlich|[Zz]unächst|[Zz]uerst)"
    r"(?: (?:für|am|im|ab|den|die|das))*\s*\Z"
)
#: "… findet | erst am 9. Mai statt"
_ONLY_LATER = re.compile(
    r"\b(?:erst|nun|jetzt|stattdessen) (?:am|im|ab|um|nach|zum|Anfang|Mitte|Ende)\b"
)
#: "Die Feier beginnt nicht | am Montag": on another day, it may
_NOT_ON = re.compile(r"\bnicht (?:schon |bereits |mehr |mehr schon )?\Z")
_HELD = re.compile(
    r"\b(?:beginn(?:t|en)|start(?:et|en)|(?:er)?öffne[tn]|eröffnen|statt|stattfinden|tag(?:t|en)"
    r"|zusammen(?:kommen|treten)?|abstimmen|erschein(?:t|en))\b"
)
#: "hätte am Montag zusammenkommen sollen"
_SHOULD_HAVE = re.compile(
    r"\bh[äa]tten?\b.{0,300}\b\w+en sollen\b|\bh[äa]tten? \w+en sollen\b|\bsollen h[äa]tten?\b"
)


def frame_of(clause: Clause, sentence: str) -> Clause | None:
    """The clause in front whose verb one without a verb of its own shares.

    "Es wurde verschoben: | vom 3. Mai auf …", "Es sollte im Mai, | dann im Juni öffnen".
    """
    before = [
        c
        for c in clauses(sentence)
        if c.kind == "main" and c.finite is not None and c.span[1] <= clause.span[0]
    ]
    if not before or not clause.words:
        return None
    frame = before[-1]
    between = sentence[frame.span[1] : clause.span[0]].strip()
    if clause.finite is None:
        return frame if between == ":" else None
    verb = frame.words[frame.finite or 0].lower
    last = clause.words[-1].lower
    shares = clause.words[0].lower in IN_TURN and clause.finite == len(clause.words) - 1
    if shares and forms(verb) & Form.MODAL and forms(last) & Form.INFINITIVE:
        return frame
    return None


def shift_of(sentence: str, at: int, clause: Clause, expression: TimeExpression) -> str:
    """What a date is where something is moved: "old", "passing" (a new one that was given up as
    well), "new", or ""."""
    frame = frame_of(clause, sentence)
    told = clause.text(sentence) + (f" {frame.text(sentence)}" if frame else "")
    if _SHIFTS.search(told) is None:
        return ""
    end = at + len(expression.text)
    rest = sentence[end : max(end, clause.span[1])]
    words = expression.text.lower()
    if (words.startswith("vom ") or _OLD.search(sentence[:at])) and _ONTO.match(rest):
        return "old"
    if dates_a_plan(sentence, at, expression) and _MOVED.search(told):
        return "old"
    if words.startswith("auf ") or _NEW.search(sentence[:at]):
        return "passing" if _ONCE_MORE.match(rest) else "new"
    return ""


def dates_a_plan(sentence: str, at: int, expression: TimeExpression) -> bool:
    """Whether a date says for when something was planned: "die für den 3. Mai geplante Feier"."""
    led = expression.text.startswith("für ") or _LED_BY_FOR.search(sentence[:at])
    behind = _OF_A_PLAN if led else _OF_A_PLAN_THEN
    return behind.match(sentence, at + len(expression.text)) is not None


def falls_through(clause: Clause, sentence: str, at: int, expression: TimeExpression) -> bool:
    """Whether what was planned for a day "fällt aus", however much stands between the two."""
    words = clause.words
    if clause.finite is None or words[-1].lower != "aus":
        return False
    before = words[-2].text if len(words) - 2 != clause.finite else ""
    if before.islower() and before.endswith(("er", "ig", "lich")):
        return False  # "fällt kürzer aus"
    falls = words[clause.finite].lower in FALLS
    return falls and dates_a_plan(sentence, at, expression)


def may_be(clause: Clause, sentence: str) -> bool:
    """Whether a clause only says what might be: "könnte ausfallen", "entfällt möglicherweise"."""
    return _MAY_BE.search(clause.text(sentence)) is not None


def is_kept(clause: Clause, sentence: str) -> bool:
    """Whether a clause says that a plan was not given up: "Die Feier entfällt nicht"."""
    return _KEPT.search(clause.text(sentence)) is not None


def is_in_doubt(clause: Clause, sentence: str) -> bool:
    """Whether nobody knows if a plan will be kept: "Der Start am Montag ist fraglich", "droht
    auszufallen", "Ob sie am Montag öffnet, ist offen"."""
    told = clause.text(sentence)
    if clause.opener == "ob":
        matrix = matrix_of(clause, clauses(sentence))
        around = matrix.text(sentence) if matrix else ""
        return bool(_IN_DOUBT.search(around) or _IS_OPEN.search(around))
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    doubtful = finite in ("ist", "sind", "bleibt", "steht", "wackelt") and _IN_DOUBT.search(told)
    return bool(doubtful) or _THREATENS.search(told) is not None


def was_first_planned(clause: Clause, sentence: str, at: int, expression: TimeExpression) -> bool:
    """Whether a date is that of the first plan: "die ursprünglich für den 3. Mai geplante Feier",
    "die für den 3. Mai geplante Feier findet erst am 9. statt"."""
    if not dates_a_plan(sentence, at, expression):
        return False
    behind = sentence[at + len(expression.text) : max(at, clause.span[1])]
    return bool(_AT_FIRST.search(sentence[:at]) or _ONLY_LATER.search(behind))


def is_not_then(clause: Clause, sentence: str, at: int) -> bool:
    """Whether what is to come does not begin or take place on the day at ``at``: "Die Messe beginnt
    nicht am Montag"."""
    return bool(_NOT_ON.search(sentence[:at]) and _HELD.search(clause.text(sentence)))


def was_meant(clause: Clause, sentence: str, at: int, expression: TimeExpression) -> bool:
    """Whether a clause only tells what was meant to be: "war für den 3. Mai zugesagt"."""
    told = _AS_MEANT.sub("", clause.text(sentence))
    led = expression.text.startswith("für ") or _LED_BY_FOR.search(sentence[:at])
    if not led and _FOR_A_DAY.search(told):
        return False
    if "worden" in told and _THAT_DAY.match(expression.text):
        return False
    return _MEANT.search(told) is not None


def came_otherwise(clause: Clause, sentence: str, at: int, expression: TimeExpression) -> bool:
    """Whether the clause around, or the one behind, says that a plan of once was not kept.

    "Die Feier, | die am Montag geplant war, | fand erst am Freitag statt", "Die Rate war für den
    3. Mai zugesagt, | nun heißt es, …".
    """
    found = clauses(sentence)
    meant = was_meant(clause, sentence, at, expression)
    if clause.kind == "relative":
        otherwise = _OTHERWISE if meant else _HELD_LATE
        matrix = matrix_of(clause, found)
        was_to = meant or _WAS_TO.search(clause.text(sentence)) is not None
        return was_to and matrix is not None and bool(otherwise.search(matrix.text(sentence)))
    if meant and _THEN.match(sentence[at + len(expression.text) : clause.span[1]]):
        return True
    behind = [c for c in found if c.kind == "main" and c.span[0] >= clause.span[1]]
    return meant and any(_OTHERWISE.search(other.text(sentence)) for other in behind[:2])


def took_place(clause: Clause, sentence: str) -> bool:
    """Whether the next clause goes on: "war für Mai angesetzt | und dauerte lange"."""
    behind = [c for c in clauses(sentence) if c.span[0] >= clause.span[1] and c.kind == "main"]
    if not behind or not behind[0].words:
        return False
    shares = behind[0].finite == 0 or behind[0].words[0].lower == "und"
    return shares and tense_of(behind[0]) == "past"


def was_so_far(clause: Clause, sentence: str, expression: TimeExpression) -> bool:
    """ "Bisher war der 3. Mai vorgesehen", "Geplant war zuletzt der 3. Mai": it is no longer."""
    told = _AS_MEANT.sub("", clause.text(sentence))
    if _SO_FAR.search(told) is None or _STILL.search(told) or _LAST_OF_ALL.search(told):
        return False
    if "worden" in told and _THAT_DAY.match(expression.text):
        return False
    return _NAMED_DAY.search(told) is not None


def should_have(clause: Clause, sentence: str, at: int) -> bool:
    """ "Sie hätte am Montag zusammenkommen sollen": it did not. What somebody says so himself, or
    "nicht", may be a reproach."""
    told = clause.text(sentence)
    if _SHOULD_HAVE.search(told) is None or re.search(r"\b(?:nicht|nie|kein\w*|man)\b", told):
        return False
    return not is_quoted(sentence, at)


def is_quoted(sentence: str, at: int) -> bool:
    """Whether a place of a sentence stands inside quotation marks."""
    before = sentence[:at]
    return before.count("„") > before.count("“") or before.count("«") > before.count("»")


#: "Zudem hätten drei Ärzte gekündigt": what somebody says, as "haben" would not show it
_HAD = re.compile(r"\bhätten\b")
_UNREAL = re.compile(
    r"\b(?:fast|beinahe|gern|gerne|lieber|sonst|andernfalls|eigentlich|normalerweise|nie|wenn|falls"
    r"|wir|ohne|ansonsten|längst|um ein Haar|am liebsten|dann|so|zu)\b"
    r"|\b(?:sollen|müssen|können|dürfen|wollen)\b",
    re.IGNORECASE,
)


def as_reported(clause: Clause, sentence: str, at: int, ahead: bool | None) -> Modality | None:
    """What the words of others tell that "hätten" marks as theirs: of several, it stands for
    "haben", which would look like the outlet's own. None where it is unreal."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    told = clause.text(sentence)
    if finite != "hätten" or _UNREAL.search(told) or is_quoted(sentence, at):
        return None
    if clause.kind not in ("main", "sub") or clause.opener in ("wenn", "falls", "als", "ob", "bis"):
        return None
    if re.search(r"\b(?:wenn|falls|würden?|wäre|hätte)\b|\A(?:Hätten|Wären)\b", sentence):
        return None
    return modality(_HAD.sub("haben", told), ahead=ahead)
