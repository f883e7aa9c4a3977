"""What the verbs of a clause say: when (tense) and how surely (modality).

Both look at one clause, not at the sentence: in "Er sagte am Freitag, dass die Wahl am 3. Mai
stattfinden soll" the two dates belong to a past report and to a plan. ``clauses.clause_at`` finds
the clause that holds an expression.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from timeline.german.clause_words import verb_forms
from timeline.german.clauses import VERB_FIRST, Clause, clause_at, clauses
from timeline.german.closed_classes import COMMON_PREPOSITIONS
from timeline.german.direction_words import PLANNED, POSTPONED
from timeline.german.tables import any_of
from timeline.german.verb_forms import PARTICIPLES, WITH_SEIN, Form, forms
from timeline.models import Modality

Tense = Literal["past", "present", "future", "none"]

_PLANNED_WORDS = re.compile(
    rf"\b(?:{any_of(PLANNED)}|terminiert|anberaumt|bevorstehend|anstehend"
    r"|avisiert|beabsichtigt|angepeilt|angestrebt|voraussichtlich|kommend|künftig)"
    r"(?:e[nrms]?)?\b|\bsteht\b.{0,60}\b(?:an|bevor)\b|\bbevorsteh(?:t|en)\b|\bzu erwarten\b"
    r"|\b(?:ist|sei)\b.{0,40}\bzu rechnen\b|\bwird\b.{0,60}\berwartet\b"
    r"|\bwerden\b.{0,60}\berwartet\b"
)
_DENIED = re.compile(
    r"\b(?:dementier(?:t|te|ten|en)|bestreite[tn]|bestritt(?:en)?|leugne(?:t|te|ten|n)"
    r"|geleugnet|abgestritten)\b|\bstr(?:eite|itt)\w*\b.{0,60}\bab\b"
    r"|\bw(?:eist|eisen|ies|iesen)\b.{0,60}\bzurück\b|\bin Abrede\b|\bstimm(?:t|te|e) nicht\b"
    r"|\b(?:sei|ist|seien|sind) (?:frei )?erfunden\b|\bfand(?:en)? nicht statt\b"
    r"|\b(?:hat|habe|haben) (?:es )?nie gegeben\b"
    r"|\btr(?:ifft|effen|effe|af|afen)\b.{0,30}\bnicht zu\b"
)
#: "bestreitet ein Spiel": he plays it.
_NOT_DENIED = re.compile(
    r"\bweder\b|\bnicht (?:dementier|bestritt|bestreit)"
    # who turns down a claim or an application denies nothing that is said to have happened
    r"|\bw(?:eist|eisen|ies|iesen)\b.{0,80}(?i:(?:forderung|antr[aä]g|klage|beschwerde|einspruch|rekurs"
    r"|anspr[uü]ch|berufung|revision|gesuch|petition|begehren|einw[aä]nd|angebot|ultimatum|bitte)"
    r"\w{0,3})\b.{0,60}\bzurück\b"
    r"|(?i:spiele?|partien?|rennen|duell|finale"
    r"|saison|turnier|kampf|lauf|auftakt|programm|begegnung|lebensunterhalt|konzert|match)\b"
)
_CANCELLED = re.compile(
    r"\b(?:abgesagt|abgeblasen|annulliert|storniert|gecancelt|ersatzlos gestrichen)\b"
    r"|\b(?:sagt|sagen|sagte|sagten|bläst|blies)\b.{0,80}\bab\b"
    r"|\b(?:findet|finden|wird|werden)\b.{0,60}\bnicht (?:statt|stattfinden)\b"
    r"|\b(?:entfällt|entfallen|entfiel(?:en)?)\b"
    r"|\b(?:Absage|Streichung) (?:de[rs]|von)\b"
    rf"|\b(?:{any_of(PLANNED)})e[nrs]?\b.*\bausgefallen\b"  # unlike "der Strom ist ausgefallen"
)
#: "Das Weinfest am Samstag fällt aus"
_HELD = re.compile(
    r"(?:konzert|sitzung|treffen|fest|rennen|spiel|termin|besuch|gipfel|messe|markt|tour|umzug"
    r"|vorstellung|premiere|partie|lauf|veranstaltung|feier|fahrt|verkehr|gottesdienst|sprechstunde"
    r"|probe|kurs|betreuung|unterricht|flug|training|lesung|vortrag|führung|tagung|kundgebung"
    r"|demonstration|turnier|prozession)"
    r"\w{0,3}\Z",
    re.IGNORECASE,
)
#: "fällt | aus", "fallen | aus": the verb of which "aus" makes a cancellation
FALLS = ("fällt", "fallen", "fiel", "fielen")
_POSTPONED = re.compile(
    rf"\b(?:{any_of(POSTPONED)}|aufgeschoben"
    r"|hinausgezögert|(?<!Uhr )(?<!Uhren )(?<!Stunde )zurückgestellt)\b"
    r"|\bverleg(?:t|te|ten|en)\b.{0,60}\bauf (?:den|das|die|kommend"
    r"|nächst|Anfang|Mitte|Ende|unbestimmt)|\bauf (?:den|das|unbestimmt\w+)\b.{0,40}\bverlegt\b"
)
_UNSURE = re.compile(
    r"\b(?:mutmaßlich\w*|mutmasslich\w*|möglicherweise|vermutlich|angeblich\w*|womöglich|eventuell"
    r"|vielleicht|wohl|unter Umständen|wahrscheinlich|denkbar|vermeintlich\w*|unbestätigt\w*)\b"
)
#: "der mutmaßliche Täter", "ein vermutlich betrunkener Fahrer": unsure is who it was, not that it
#: happened; "die Frau, die vermutlich kranke Tiere hielt" says no such thing
_UNSURE_OF_A_NOUN = re.compile(
    r"\b(?:mutmaß|mutmass|angeb|vermeint)lich(?:e[nmrs]?)\s+(?=(?:[a-zäöüß]+e[nmrs]?\s+)*[A-ZÄÖÜ])"
    r"|(?<!, )\b(?i:eine?[rsmn]?|d(?:e[rsmn]|ie|as))\s+(?:vermutlich|wohl|wahrscheinlich|angeblich"
    r"|möglicherweise|mutmaßlich|offenbar)\s+(?:(?:mehr|als|rund|etwa|[\d.,]+|[A-ZÄÖÜ]\w+(?=\s+alt))\s+)*"
    r"[a-zäöüß]{3,}e[nmrs]?\s+(?=[A-ZÄÖÜ])"
)
#: "hätte stattfinden sollen", "hat kommen müssen": the infinitive stands for a participle
_DOUBLE_INFINITIVE = re.compile(
    r"(?:[a-zäöüß]en|sein|tun) (?:sollen|müssen|können|dürfen|wollen|lassen)"
    r"(?:\Z| (?:dann|danach|später|zuletzt) )"  # "hätte im Mai beginnen sollen, dann im Juni"
)
#: who hears a rumour knows nothing yet
_RUMOUR = re.compile(r"\b(?:Gerücht|Gerüchte|Gerüchten|Spekulation|Spekulationen)\b")
_MIGHT = re.compile(r"\bkönnten?\b")  # "könnte verschoben werden"
#: what is weighed has not been decided, unlike what has been: "nach dem Brand erwägt die Stadt …"
_WEIGHED = re.compile(r"\bim Gespräch\b(?! mit)|\berwäg(?:t|en)\b")
_EXPECTED = re.compile(r"\bzu (?:rechnen|erwarten|befürchten)\b|\bauszugehen\b")
#: "Am Samstag können Besucher die Anlage besichtigen": it is open to them
_OFFER = re.compile(
    r"(?:\bkönnen (?:\w+ )?|(?<!für )(?<!mit )(?<!von ))"
    r"\b(?:Besucher|Interessierte|Bürger|Gäste|Kinder|Familien|Eltern|Kunden|Fahrgäste|Anwohner"
    r"|Zuschauer|Fans|Teilnehmer|Jugendliche|Schüler)(?:innen)?\b(?!.*\b(?:werden|sein)\W*\Z)"
)
_INTENT = re.compile(
    r"\b(?:will|wollen|wolle|wollten|möchte|möchten|plan(?:t|en)|beabsichtig\w+)\b"
)


def tense(clause: str) -> Tense:
    """The time a clause speaks of by its verbs; "none" where it has no verb."""
    chosen = _leading(clause)
    return tense_of(chosen) if chosen is not None else "none"


def _leading(text: str) -> Clause | None:
    """The first main clause with a verb, else any with a verb, else any."""
    found = clauses(text)
    with_verb = [c for c in found if c.finite is not None]
    mains = [c for c in with_verb if c.kind == "main"]
    return next(iter(mains or with_verb or found), None)


def tense_at(sentence: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds ``sentence[start:end]``, else of the sentence."""
    clause = clause_at(sentence, start, end)
    found = tense_of(clause)
    return found if found != "none" or clause.finite is not None else tense(sentence)


def modality(clause: str, *, ahead: bool | None = None) -> Modality:
    """Whether what is told has happened, is planned, possible, denied, called off or put off.

    ``ahead`` says whether the time in question lies after the publication; without it, tense tells.
    """
    chosen = _leading(clause)
    if chosen is None:
        return "planned" if ahead else "happened"
    return modality_of(chosen, clause, ahead=ahead)


_PLAN = re.compile(rf"\b(?:{any_of(PLANNED)}|anberaumt|sollten?)\b")


def tells_plan(clause: Clause, sentence: str) -> bool:
    """Whether a clause only tells what was meant to be: "die für Mai vorgesehen war"."""
    return _PLAN.search(clause.text(sentence)) is not None


def tense_of(clause: Clause) -> Tense:
    """The tense of a clause that ``clauses`` has found."""
    words = clause.words
    text = " ".join(word.text for word in words)
    if clause.finite is None:
        if clause.kind == "infinitive":
            return "past" if text.endswith((" zu haben", " zu sein")) else "future"
        if _PLANNED_WORDS.search(text):
            return "future"
        done = bool(words) and verb_forms(words, len(words) - 1) & Form.PARTICIPLE
        return "past" if done and words[-1].lower not in _STATES else "none"
    if clause.opener == "nachdem" and words[clause.finite].lower not in _NOT_YET:
        return "past"  # "…, nachdem der Sturm das Dach zerstört habe"
    finite = words[clause.finite].lower.removesuffix("'s").removesuffix("’s")
    form = forms(finite)
    participles = _participles(clause)
    infinitive = any(
        verb_forms(words, i) & Form.INFINITIVE for i in range(len(words)) if i != clause.finite
    )
    if form & Form.MODAL:
        return _modal_tense(finite, form, participles, text)
    if form & Form.AUXILIARY:
        return _auxiliary_tense(finite, form, participles, infinitive, text)
    if form & Form.PRETERITE and not (form & Form.PRESENT and form & Form.SURE):
        return "past"
    last = clause.finite == len(words) - 1
    # "Der Zug, am Montag repariert, fährt", "Wie am Montag vereinbart, …"
    apart = clause.kind in ("main", "aside") or clause.opener == "wie"
    if form & Form.PARTICIPLE and apart and last and len(words) > 2:
        # a headline: "Museum in Kiel eröffnet", but "Streik am Donnerstag erwartet"
        return "future" if words[-1].lower == "erwartet" else "past"
    return "future" if _PLANNED_WORDS.search(text) else "present"


#: "…, nachdem gewählt ist", "…, nachdem er gesprochen haben wird"
_NOT_YET = ("ist", "sind", "wird", "werden")
#: "Am Montag geschlossen": how things are, or will be
_STATES = ("geschlossen", "geöffnet")


def _participles(clause: Clause) -> list[str]:
    words = clause.words
    return [
        words[i].lower
        for i in range(len(words))
        if i != clause.finite and verb_forms(words, i) & Form.PARTICIPLE
    ]


def _modal_tense(finite: str, form: int, participles: list[str], text: str) -> Tense:
    closed = re.search(r"\b(haben|sein)\b\W*(?:\w+)?$", text)
    # "soll geflohen sein" has been, "soll fertiggestellt sein" is what to expect
    perfect = (
        closed is not None
        and participles != []
        and (closed[1] == "haben" or any(_with_sein(p) for p in participles))
    )
    if finite.startswith("sollte"):
        return "past" if perfect else "future"
    if form & Form.PRETERITE or perfect:
        return "past"
    return "future"


def _auxiliary_tense(
    finite: str, form: int, participles: list[str], infinitive: bool, text: str
) -> Tense:
    if finite in ("wird", "werden", "werde", "würde", "würden"):
        return "future"
    if finite.startswith(("ha", "hä")) and _DOUBLE_INFINITIVE.search(text):
        # "hat kommen müssen" has been; what "hätte stattfinden sollen" may still lie ahead
        return "none" if form & Form.UNREAL else "past"
    if form & Form.UNREAL and participles and "fast" not in text and "beinahe" not in text:
        return "none"  # "Am 4. April hätte sie den Preis erhalten": it may lie ahead
    if form & Form.PRETERITE:
        return "past"
    if participles and finite.startswith(("ha", "hä")):
        return "present" if _is_open(participles, text) else "past"  # "haben angekündigt": past
    if _PLANNED_WORDS.search(text):
        return "future"
    if not participles:
        return "present"
    # "ist gekommen", "ist gesperrt worden" – but "ist gesperrt"
    if any(_with_sein(p) for p in participles):
        return "past"
    return "present" if form & (Form.PRESENT | Form.REPORTED) or infinitive else "past"


def _is_open(participles: list[str], text: str) -> bool:
    """ "Am Sonntag haben die Läden geöffnet" tells how they are; "hat die Brücke geöffnet" what
    somebody did: there, an object stands beside the subject."""
    if participles[-1:] not in (["geöffnet"], ["geschlossen"]) or _HAVE.search(text) is None:
        return False
    said = _AROUND.sub(" ", text)
    nouns = _NOUN.findall(said)
    return len(nouns) == 1 and len(_ARTICLE.findall(said)) <= 1 and _DOER.search(said) is None


_HAVE = re.compile(r"\b(?:hat|haben)\b.*\b(?:geöffnet|geschlossen)$")
#: prepositional phrases are no objects
_AROUND = re.compile(
    r"(?i:\b(?:in|im|an|am|auf|bei|beim|mit|von|vom|zu|zum|zur|für|ab|bis|nach|vor|während|wegen"
    r"|des|und))"
    r"(?: (?:der|die|das|dem|den|des))?(?: [a-zäöüß]+e[nmrs])?(?: [A-ZÄÖÜ0-9]\w*)+"
)
_NOUN = re.compile(r"(?<!^)\b[A-ZÄÖÜ]\w+")
_ARTICLE = re.compile(r"\b(?:der|die|das|den|ein|eine|einen|seine?|ihre?)\b")
#: who does something, or what it is done to
_DOER = re.compile(r"\b(?:er|sie|es|wir|ich|den|einen|seine?|seinen|mehrere)\b")


def _with_sein(participle: str) -> bool:
    """Whether "sein" beside it makes a perfect tense, not a state."""
    return participle in ("worden", "gewesen", "geworden") or moves(participle)


def moves(participle: str) -> bool:
    """Whether a participle makes its perfect tense with "sein" ("ist gekommen")."""
    if participle in WITH_SEIN:
        return True
    if participle in PARTICIPLES:
        return False
    return not participle.startswith(("be", "ver", "unter", "über")) and any(
        participle[cut:] in WITH_SEIN for cut in range(1, len(participle) - 3)
    )


def is_pluperfect(words: Sequence[str]) -> bool:
    """Whether a sentence tells what lay further back: "hatte … geräumt", "war … gekommen"."""
    had, was = not HAD.isdisjoint(words), not _WAS.isdisjoint(words)
    if not (had or was):
        return False
    done = [word for word in words if word[:1].islower() and forms(word) & Form.PARTICIPLE]
    return any(had or _with_sein(word) for word in done)


HAD = frozenset(("hatte", "hatten"))
_WAS = frozenset(("war", "waren"))


def is_counterfactual(clause: Clause, sentence: str) -> bool:
    """ "Wäre der Damm bis April erneuert worden, stünde …": what a clause tells has never been."""
    if clause.finite is None:
        return False
    if clause.kind == "main" and clause.finite == 0:
        before = condition_before(clause, sentence)
        return before is not None and is_unreal(before) and is_unreal(clause)
    if clause.opener not in ("wenn", "falls", VERB_FIRST):
        return False
    if any(word.lower == "nicht" for word in clause.words):
        return False  # "Wäre das Tor nicht gefallen": it did
    return is_unreal(clause)


def is_unreal(clause: Clause) -> bool:
    """Whether a clause tells of an unreal past: "hätte … verkauft", "wären … verschickt worden"."""
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    return finite in ("wäre", "wären", "hätte", "hätten") and bool(_participles(clause))


_ONLY_IF = re.compile(r"\b(?:erst|nur|selbst)(?: dann)?,? wenn\b", re.IGNORECASE)


def is_condition(clause: Clause, sentence: str) -> bool:
    """Whether what a clause tells may never come true.

    "Falls am Montag …", "Erst wenn am Montag …"; but "Wenn am 4. Juni die Schau öffnet" is sure.
    """
    if clause.opener == "wenn":
        return _ONLY_IF.search(sentence) is not None
    return clause.opener in ("falls", "sofern", VERB_FIRST)


def condition_before(clause: Clause, sentence: str) -> Clause | None:
    """ "Kommt er nicht, …": the clause in front that this one hangs on, if its verb opens it."""
    if clause.kind != "main" or clause.finite != 0:
        return None
    before = [c for c in clauses(sentence) if 0 <= clause.span[0] - c.span[1] <= 2]
    return before[-1] if before and before[-1].opener == VERB_FIRST else None


def _falls_through(clause: Clause) -> bool:
    """Whether what was to be held "fällt aus": it is the subject, and "aus" ends the clause.

    Not "bei der Feier fiel eine Frau aus dem Fenster", "für das Spiel fällt Holm aus", "die Feier
    fällt kleiner aus".
    """
    words = clause.words
    if clause.finite is None or words[-1].lower != "aus" or len(words) < 3:
        return False
    if words[clause.finite].lower not in FALLS or words[-2].lower.endswith(("er", "ig", "lich")):
        return False
    for index, word in enumerate(words):
        if word.text[0].isupper() and _HELD.search(word.text) and not _is_led(clause, index):
            return True
    return False


def _is_led(clause: Clause, index: int) -> bool:
    """Whether a preposition leads the noun at ``index``: "bei der großen Feier"."""
    words = clause.words
    while index and words[index - 1].text[0].islower() and index - 1 != clause.finite:
        index -= 1
        if words[index].lower in COMMON_PREPOSITIONS:
            return True
    return index > 0 and words[index - 1].lower in COMMON_PREPOSITIONS


def modality_of(clause: Clause, sentence: str, *, ahead: bool | None = None) -> Modality:
    """The modality of a clause that ``clauses`` has found in ``sentence``; see ``modality``."""
    text = clause.text(sentence)
    unsure = is_condition(clause, sentence) or condition_before(clause, sentence) is not None
    if unsure and ahead is not False:
        return "possible"
    time = tense_of(clause)
    if _CANCELLED.search(text) or _falls_through(clause):
        return "cancelled"
    if _POSTPONED.search(text):
        return "possible" if _MIGHT.search(text) else "postponed"
    if _DENIED.search(text) and not _NOT_DENIED.search(text):
        return "denied"
    finite = clause.words[clause.finite].lower if clause.finite is not None else ""
    form = forms(finite) if finite else Form.NONE
    if form & Form.MODAL and time == "past" and form & Form.PRESENT:
        return "possible"  # "soll … geliefert haben"
    if form & Form.UNREAL and (form & (Form.AUXILIARY | Form.MODAL)):
        if finite.startswith("dürf") and ahead:
            return "planned"  # "dürfte 2028 fertig sein"
        if finite.startswith("möcht"):
            return "planned"
        return "possible"
    first, last = clause.span
    beside = sentence[max(0, first - 30) : first] + sentence[last : last + 30]
    if _UNSURE.search(_UNSURE_OF_A_NOUN.sub("", text)) or (
        form & Form.REPORTED and _RUMOUR.search(beside)
    ):
        return "possible"
    if (_EXPECTED.search(text) or _WEIGHED.search(text)) and ahead is not False:
        return "possible"
    if ahead is None:
        passive = form & Form.AUXILIARY and bool(_participles(clause))
        return "planned" if time == "future" and not passive else "happened"
    if not ahead:
        unfulfilled = form & Form.MODAL and finite.startswith(("soll", "woll"))
        return "planned" if unfulfilled and time == "future" else "happened"
    if finite.startswith(("kann", "können")) and not (_INTENT.search(text) or _OFFER.search(text)):
        return "possible"
    return "planned"
