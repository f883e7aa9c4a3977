"""What form of a verb a German word can be, told from a list of verbs, else from its shape.

The verbs of the news stand in ``verbs.txt``; others are told by their endings, for weak verbs are
open to new members. The tables hold what neither tells: auxiliaries, modals, and words that look
like verbs and are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from timeline.german.tables import table


class Form:
    """What a word can be: bits, several at once where the language does not tell them apart.

    Plain integers, not ``enum.Flag``: a word's forms are asked for thousands of times a page, and
    an operation on flags costs fifty times one on integers.
    """

    NONE: Final = 0
    PRESENT: Final = 1
    PRETERITE: Final = 2
    REPORTED: Final = 4  #: Konjunktiv I: "er komme", "sie sei"
    UNREAL: Final = 8  #: Konjunktiv II: "er käme", "sie könnte"
    INFINITIVE: Final = 16
    PARTICIPLE: Final = 32
    AUXILIARY: Final = 64
    MODAL: Final = 128
    SURE: Final = 256  #: from a table, not guessed from an ending


FINITE = Form.PRESENT | Form.PRETERITE | Form.REPORTED | Form.UNREAL

_AUXILIARIES: dict[str, int] = {}
for _words, _form in (
    (
        "hat haben habe hab ist sind bin bist hast habt seid wird werden werde wirst werdet",
        Form.PRESENT,
    ),
    ("hatte hatten war waren wurde wurden ward", Form.PRETERITE),
    ("sei seien habe werde", Form.REPORTED),
    ("hätte hätten wäre wären würde würden", Form.UNREAL),
    ("haben sein werden", Form.INFINITIVE),
    ("gehabt gewesen geworden worden", Form.PARTICIPLE),
):
    for _word in _words.split():
        _AUXILIARIES[_word] = (
            _AUXILIARIES.get(_word, Form.NONE) | _form | Form.AUXILIARY | Form.SURE
        )
for _words, _form in (
    ("kann können soll sollen will wollen muss muß müssen darf dürfen mag mögen", Form.PRESENT),
    ("konnte konnten sollte sollten wollte wollten musste mussten durfte durften", Form.PRETERITE),
    ("mochte mochten", Form.PRETERITE),
    ("könne solle wolle müsse dürfe möge", Form.REPORTED),
    ("könnte könnten müsste müssten dürfte dürften möchte möchten", Form.UNREAL),
    ("können sollen wollen müssen dürfen mögen", Form.INFINITIVE),
):
    for _word in _words.split():
        _AUXILIARIES[_word] = _AUXILIARIES.get(_word, Form.NONE) | _form | Form.MODAL | Form.SURE

#: Particles that split off: "nahm … fest", "tritt … zurück".
PARTICLES = table(
    """
    ab an auf aus bei bekannt bereit dar durch ein entgegen fehl fern fest fort frei gegenüber
    gleich heim her herab heran heraus herbei herein herunter hervor hin hinab hinaus hinein
    hinter hinzu hoch lahm los mit nach nahe nieder statt still teil tot um unter vor voran
    voraus vorbei vorüber vorweg weg weiter wieder zu zurecht zurück zusammen zuvor offen kaputt
    preis stand stillegen klar hinweg auseinander durcheinander dahin daran davon entzwei umher
    empor wahr krank brach leer schwer leicht wett
    """
)
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss", "ge", "unter", "über", "wider", "hinter")
_UNSTRESSED = (*_INSEPARABLE, "durch", "um", "wieder", "voll")
_PREFIXES = tuple(
    sorted(
        {*PARTICLES, *_INSEPARABLE, "veran", "beauf", "voll", "fertig", "kennen", "sicher", "gut"},
        key=lambda prefix: (-len(prefix), prefix),
    )
)

#: Lower-case words that end like a verb and are none.
_NO_VERBS = table(
    """
    nicht erst jetzt laut statt samt fast oft selbst sonst derzeit zuletzt insgesamt überhaupt
    damit somit seit mit bekannt weit breit alt kalt leicht schlecht recht echt spät gut hart
    undicht zart tot rot bereit nackt fest dicht schlicht vielleicht zumeist meist längst höchst
    zunächst demnächst möglichst mindestens wenigstens gesamt damals dort fort sofort unbekannt
    berühmt beliebt direkt exakt konkret korrekt perfekt privat separat akut absolut
    international gefasst gespannt geehrt geeignet begeistert besorgt angeblich nachts
    bisherigen gerecht not ost west nord nordost südost nordwest südwest halt dünnt rechts links
    anstatt zeit zweit dritt viert wert heute gestern morgen vorgestern übermorgen leute letzte
    letzten erste ersten zweite zweiten dritte dritten weitere weiteren heutige heutigen alte
    alten gute guten weite weiten breite breiten rote roten tote toten harte harten kalte kalten
    leichte leichten schlechte schlechten rechte rechten echte echten späte späten bunte bunten
    feste festen ganze ganzen mitten unten hinten vorne oben außen innen zwischen neben gegen
    wegen sieben zehn neun ihnen denen deren dessen ihren ihrem seinen seinem einen einem keinen
    keinem meinen deinen unseren unserem diesen diesem jenen jenem jeden jedem welchen welchem
    allen allem beiden vielen wenigen einigen anderen andern manchen mehreren etwaigen solchen
    lieber aber oder unter über hinter wieder weder entweder sondern immer nimmer sehr dagegen
    daneben daran daraufhin zusammen hingegen dahingegen entgegen deswegen weswegen hundert
    tausend eben soeben neuen großen kleinen jungen hohen deutschen eigenen vergangenen
    kommenden nächsten selben gleichen deutsch halben dreimal achtzehn draußen drinnen drüben
    acht willen zugunsten seiten seitens zufolge daheim nebenan außerdem zudem trotzdem jedoch
    dennoch bisher bislang seither seitdem nachdem indem zumindest jederzeit allzeit hochzeit
    gegenüber bevor sobald zuerst zumal womit womöglich achten fünften sechsten siebten neunten
    zehnten elften zwölften vierten hunderte tausende dutzende meisten besten größten
    wichtigsten ältesten jüngsten höchsten
    """
)

#: … but verbs as well, where nothing else makes them adjectives
_VERBS_ALL_THE_SAME = table("einigen gleichen meinen gefasst")

_BASES: dict[str, int] = {}
#: participles of the list, and those whose perfect tense is made with "sein": "ist abgefahren"
PARTICIPLES: set[str] = set()
#: every form of a strong verb → its infinitive ("ging" → "gehen")
LEMMAS: dict[str, str] = {}
WITH_SEIN: set[str] = set()


def _umlaut(preterite: str) -> str:
    """ "kam" → "käm", "bot" → "böt", "stand" → "stünd": the stem of "käme", "böte", "stünde"."""
    if preterite.endswith("stand"):
        return preterite.removesuffix("and") + "ünd"
    return re.sub(r"([aou])([^aeiouäöü]*)\Z", lambda m: "äöü"["aou".index(m[1])] + m[2], preterite)


def _fill() -> None:
    """Read ``verbs.txt``: the forms apart ("lädt … ab") and joined ("ablädt")."""

    def put(word: str, form: int) -> None:
        for spelling in {word, word.replace("ß", "ss")}:
            if spelling not in _NO_VERBS or spelling in _VERBS_ALL_THE_SAME:
                _BASES[spelling] = _BASES.get(spelling, Form.NONE) | form | Form.SURE

    for line in (files("timeline.german") / "verbs.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        infinitive, present, preterite, participle, *perfect = line.split()
        apart, _, particle = preterite.partition("|")
        strong = not apart.endswith("te") or participle.endswith("en")
        for prefix in {"", particle}:
            whole = infinitive.removeprefix(particle) if not prefix else infinitive
            then = prefix + apart
            put(whole, Form.INFINITIVE | Form.PRESENT)
            put(prefix + present.partition("|")[0], Form.PRESENT)
            put(then, Form.PRETERITE)
            put(then + ("n" if then.endswith("e") else "en"), Form.PRETERITE)
            if strong:  # of weak verbs it looks like an adjective: "er weite"
                put(whole.removesuffix("n"), Form.REPORTED)
                if _umlaut(then) != then:  # "käme"; "riefen" is read as a preterite
                    put(_umlaut(then) + "e", Form.UNREAL)
                    put(_umlaut(then) + "en", Form.UNREAL)
        if strong:
            now = particle + present.partition("|")[0]
            for form in (infinitive, now, particle + apart, f"{particle}{apart}en", participle):
                for spelling in (form, form.replace("ß", "ss")):
                    LEMMAS.setdefault(spelling, infinitive)
        put(participle, Form.PARTICIPLE)
        PARTICIPLES.add(participle)
        if perfect:
            WITH_SEIN.add(participle)


_fill()

#: "worden", "gewesen", participles of verbs in -ieren and of verbs with an unstressed prefix.
_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{0,14}ge[a-zäöüß]{2,}(?:t|en)|(?:[a-zäöüß]{0,12})(?:be|ver|er|ent|zer|miss)"
    r"[a-zäöüß]{2,}(?:t|en)|(?:um|durch|voll)[a-zäöüß]{3,}t|[a-zäöüß]+iert)\Z"
)
#: "freizugeben", but "Verletzungen" and "hinzufügen" as well: the rest has to be a verb
INNER_ZU = re.compile(r"[a-zäöü]{2,9}zu[a-zäöüß]{3,}n\Z")
_PRETERITE = re.compile(r"[a-zäöüß]{2,}(?:te|ten)\Z")
_PRESENT = re.compile(r"[a-zäöüß]{2,}t\Z")
#: "zugestimmt" is a participle and nothing else.
_GE_T = re.compile(rf"(?:{'|'.join(sorted(PARTICLES))})?ge[a-zäöüß]+t\Z")
#: "unterzeichneten" is a preterite; "berichten" might be one and is in the tables.
_PAST_PLURAL = re.compile(r".*(?:e|er|el|ig|ier)ten\Z")
_NO_PRESENT = re.compile(r"(?:st|haft|[^i]ant|[^iln]ent|tät)\Z")
_PLURAL = re.compile(r"[a-zäöüß]{2,}(?:en|ern|eln)\Z")
#: Adjectives and adverbs by their ending.
_ADJECTIVE = re.compile(
    r".*(?:lich|isch|ig|sam|bar|haft|los|voll|end|weise|wärts|lang|mals|mal)(?:e[nmrs]?|st)?\Z"
    r"|.*(?:ste|sten|stem|ster|zehnte|zehnten)\Z|.*[^aeiouäöü]{2}ierte[nmrs]\Z"
)


@lru_cache(maxsize=65536)
def forms(word: str) -> int:
    """Every form ``word`` can be. Nouns and names (capitals) are none; lower them at a start."""
    if word in _AUXILIARIES:
        return _AUXILIARIES[word]
    if word in _BASES:
        return _BASES[word]
    if not word or not word[0].islower() or word in _NO_VERBS:
        return Form.NONE
    if word.endswith("te") and _BASES.get(word + "n", Form.NONE) & Form.INFINITIVE:
        return Form.REPORTED  # "sie erwarte", "er berichte": the stem ends in a "t"
    found = _strong_with_prefix(word)
    if found:
        return found
    if "zu" in word and INNER_ZU.match(word):
        particle, rest = word.split("zu", 1)
        if particle in PARTICLES and rest.endswith("n"):
            return Form.INFINITIVE
    if _PARTICIPLE.match(word):
        found |= Form.PARTICIPLE
    adjective = _ADJECTIVE.match(word) is not None
    participial = _GE_T.match(word.removesuffix("n").removesuffix("e")) is not None  # "geplante"
    if (
        _PRETERITE.match(word)
        and not participial
        and (not adjective or word.endswith(("igte", "igten")))
    ):
        found |= Form.PRETERITE
    if _PRESENT.match(word) and not _NO_PRESENT.search(word) and not _GE_T.match(word):
        found |= Form.PRESENT
    if _PLURAL.match(word) and not adjective and not _PAST_PLURAL.match(word):
        found |= Form.INFINITIVE | Form.PRESENT
    return found


def is_finite(word: str) -> bool:
    """Whether a word, as it stands, may be a finite verb; nouns and names never are."""
    return bool(forms(word) & FINITE)


_INFLECTED = re.compile(r"([a-zäöüß]{4,})e[nmrs]?\Z")


def is_done(word: str) -> bool:
    """A participle of the past before its noun: „gegründete“, but not „letzte“, „bunte“."""
    stem = _INFLECTED.match(word)
    return stem is not None and bool(forms(stem[1]) & Form.PARTICIPLE)


def _strong_with_prefix(word: str) -> int:
    """Forms of a tabled verb behind a prefix: "vergab", "übernahm", "stattgefunden"."""
    for prefix in _PREFIXES:
        if not word.startswith(prefix) or len(word) <= len(prefix) + 2:
            continue
        if prefix == "ge" and word.endswith(("t", "te", "ten")):
            continue  # "geplante": the participle of a weak verb
        rest = word[len(prefix) :]
        if rest in _BASES:
            form = _BASES[rest]
            if prefix in _UNSTRESSED and form & Form.PRESENT and rest.endswith("t"):
                form |= Form.PARTICIPLE  # "verlegt", "durchsucht"
            if prefix in _UNSTRESSED and _BASES.get("ge" + rest, Form.NONE) & Form.PARTICIPLE:
                form |= Form.PARTICIPLE  # "sie entstanden", "ist entstanden"
            return form
        if prefix in _UNSTRESSED and "ge" + rest in _BASES:
            return _BASES["ge" + rest]  # "verloren"
        if rest.startswith("zu") and rest[2:] in _BASES:
            return Form.INFINITIVE | Form.SURE
        for inner in _INSEPARABLE:
            if rest.startswith(inner):
                tail = rest[len(inner) :]
                if tail in _BASES:
                    return _BASES[tail] | (Form.PARTICIPLE if tail.endswith("t") else Form.NONE)
                if "ge" + tail in _BASES:
                    return _BASES["ge" + tail]
    return Form.NONE
