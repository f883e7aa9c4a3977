"""Recasting a German clause: dates and fillers taken out, the verb put back into second place.

A clause is handled as a list of tokens. "Am 9. Juli hatte das Blatt gemeldet" loses its date
and becomes "diese Zeitung hatte enthüllt"; "dass Soldaten verlegt wurden" becomes "Soldaten wurden
verlegt". Moving any constituent to the front is grammatical in German, so only the borders of the
constituents matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.phrases import DETERMINERS, PREPOSITIONS, counts, noun_phrase
from timeline.german.clause_words import Word, verb_forms
from timeline.german.clauses import Clause
from timeline.german.direction_words import LETTERS
from timeline.german.tables import table
from timeline.german.verb_forms import FINITE, PARTICLES, Form, forms

#: Words that carry no news: they only tie a sentence to the one before.
_FILLERS = table(
    """
    bereits zudem außerdem ausserdem allerdings unterdessen inzwischen mittlerweile jedoch
    hingegen dagegen indes indessen übrigens zwar nämlich daraufhin freilich überdies ferner
    also nun immerhin dennoch trotzdem gleichwohl schließlich schliesslich zunächst seither
    seitdem dort hier dabei aktuell derzeit momentan zurzeit gegenwärtig ebenfalls zugleich
    wiederum somit deshalb deswegen daher darum insgesamt stattdessen
    """
)
#: Fillers next to a date only: "schon am Freitag", but "schon sechs Tote".
_BEFORE_DATES = table(
    """
    statt ausgerechnet bereits schon noch erst nur spätestens frühestens voraussichtlich gleich
    kurz auch gegen etwa rund genau zuletzt jeweils eben immer lange zwar also gut knapp
    pünktlich
    """
)
_AS_PLANNED = table("geplant vorgesehen angekündigt vereinbart angesetzt üblich bisher")
_DATE_PREPOSITIONS = table("am im in an vom von seit ab bis zum zur gegen um vor nach zu aus für")
#: Verbs that say nothing without their time.
_NEEDS_DATE = re.compile(
    r"(?:stamm(?:t|en|te|ten)|datier(?:t|en|te|ten)|dauer(?:t|n|te|ten)|reich(?:t|en|te|ten|e)"
    r"|galt|gilt|gelten|galten|läuft|laufen)\Z"
)
_LASTING = re.compile(r"(?:an)?dauern\Z|reichen\Z|gelten\Z|laufen\Z")
#: "Der Brief trägt das Datum (vom 3. April)", "Sie hat (bis Mai) Zeit": rests that wait for it.
_WAITS = re.compile(
    r".* (?:trägt|trug|tragen) das Datum|.* ha(?:t|ben|tte|tten) (?:\w+ ){0,2}Zeit\Z"
)
_LEADS = table("demnach und aber doch denn oder sondern auch so dann da damit dafür")
#: Particles that only split off when stressed, which spelling does not show.
_DOUBTFUL_PARTICLES = table("über unter um durch wieder hinter wider")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the punctuation that sticks to it."""

    word: Word
    before: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.word.text}{self.after}"

    @property
    def lower(self) -> str:
        return self.word.lower


def tokens(words: Sequence[Word], sentence: str) -> list[Token]:
    """The words with the quotation marks, commas and hyphens around them."""
    out: list[Token] = []
    for index, word in enumerate(words):
        previous = words[index - 1].end if index else None
        following = words[index + 1].start if index + 1 < len(words) else None
        before = after = ""
        if previous is not None and word.start - previous < 12:
            gap = sentence[previous : word.start]
            before = gap.split()[-1] if gap.strip() and not gap[-1].isspace() else ""
        elif previous is None:
            lead = re.search(r"[„“\"»«‚‘(]+\Z", sentence[: word.start])
            before = lead.group() if lead else ""
        if following is not None and following - word.end < 12:
            gap = sentence[word.end : following]
            pieces = gap.split()
            if pieces and not gap[0].isspace():
                after = "" if not gap[-1].isspace() and len(pieces) == 1 else pieces[0]
                after += f" {pieces[1]}" if pieces[1:] in (["–"], ["—"]) else ""
            elif gap.strip() in ("&", "+", "/", "–", "—"):
                after = f" {gap.strip()}"
        else:
            tail = re.match(r"[“”\"»«‘)%€-]+", sentence[word.end :])
            after = tail.group() if tail else ""
        out.append(Token(word, before, after))
    return out


def without_dates(
    clause: Clause, sentence: str, spans: Sequence[tuple[int, int]]
) -> tuple[list[Token], Word | None]:
    """The tokens of a clause without dates and fillers, and its finite verb."""
    words = clause.words
    finite = words[clause.finite] if clause.finite is not None else None
    dropped: set[int] = set()
    for start, end in spans:
        inside = [i for i, w in enumerate(words) if w.start < end and start < w.end]
        if not inside:
            continue
        if _is_noun_of_article(words, inside, clause) or _joined(words, inside, spans):
            continue  # "verbrachten den Feiertag am See"
        if _is_negated(words, inside[0]) and "," not in sentence[start:end]:
            continue  # "rechnet nicht vor dem Sommer mit einem Urteil"
        dropped.update(inside)
        lead = _lead_of_date(words, inside[0], clause)
        dropped.update(lead)
        dropped.update(_denied_date(words, min([inside[0], *lead])))
        behind = inside[-1] + 1
        from_on = {"von", "vom"} & {w.lower for w in words[max(0, inside[0] - 1) : inside[0] + 1]}
        lead_in = words[max(0, inside[0] - 4) : inside[0]]
        addressed = any(w.text[0].isupper() and w.lower.endswith(LETTERS) for w in lead_in)
        if from_on and not addressed and behind < len(words) and words[behind].lower == "an":
            dropped.add(behind)  # "von morgen an", "vom 3. Juli an"
        if behind < len(words) and words[behind].lower in ("davor", "danach", "zuvor"):
            dropped.add(behind)  # "im Frühling davor"
        if behind < len(words) - 1 and words[behind].lower == "hin":
            dropped.add(behind)  # "zum Sonntag hin"
        fronted = words[behind + 1 : behind + 2] == (finite,)
        if fronted and words[behind].lower in ("noch", "schon", "erst"):
            dropped.add(behind)  # "im Mai noch hatte …"
    for index, word in enumerate(words):
        if word.lower == "aber" and index and words[index - 1] is finite:
            dropped.add(index)  # "wurde aber verlegt"
        if (
            word.lower in _FILLERS
            and word is not finite
            and not (index == len(words) - 1 and word.lower in PARTICLES)
            and not (
                word.lower == "nun" and index and words[index - 1].text.isdigit()
            )  # "statt 58 nun 71 Millionen"
        ):
            dropped.add(index)
            if index and words[index - 1].lower in ("genau", "eben", "gerade"):
                dropped.add(index - 1)  # "genau dort"
    dropped.update(
        i
        for i in range(1, len(words) - 1)
        if words[i].lower in ("und", "oder", "sowie") and {i - 1, i + 1} <= dropped
    )  # "am 12. Mai und am 3. Juni": with both dates goes what joins them
    dropped.update(_stray_piece(clause, sentence, finite))
    if finite is not None and _needs_date(words, dropped, finite, sentence):
        dropped = {i for i in dropped if words[i].lower in _FILLERS}  # "stammt aus dem 18. …"
    for index in range(len(words) - 1):
        if words[index].lower == "bis" and words[index + 1].lower in ("dahin", "dato"):
            dropped.update((index, index + 1))
        if words[index].lower == "und" and words[index + 1].lower == "zwar":
            dropped.update((index, index + 1))
    whole = tokens(words, sentence)
    kept = [_closed(whole, i, dropped, finite) for i in range(len(whole)) if i not in dropped]
    if (
        len(kept) > 2
        and kept[0].lower in ("noch", "schon", "erst")
        and (kept[1].lower in PREPOSITIONS)
    ):
        kept.pop(0)
    while kept and kept[0].lower in _LEADS and len(kept) > 2 and kept[0].word is not finite:
        if kept[0].lower in ("auch", "so", "da", "damit", "dafür") and kept[1].word is finite:
            kept.pop(0)
            break
        kept.pop(0)
    return kept, finite


def _needs_date(words: Sequence[Word], dropped: set[int], finite: Word, sentence: str) -> bool:
    """Whether the clause tells nothing without its date: "Die nächste Wahl ist (im März 2029)"."""
    left = [word for i, word in enumerate(words) if i not in dropped]
    if _WAITS.match(" ".join(word.text for word in left)):
        return True
    if not left:
        return True
    if forms(finite.text) & Form.MODAL and len(left) < 6 and _LASTING.match(left[-1].lower):
        return True  # "Die Arbeiten sollen (bis Herbst) dauern"
    given = len(left) < 4 and left[0] is not finite and finite.text in ("gibt", "gab")
    if given and any(word.lower == "es" for word in left):
        return True  # "Karten gibt es (ab Mai)"
    if len(left) < 6 and _NEEDS_DATE.match(finite.text):
        return True
    rest = [word for word in left if word is not finite]
    copula = finite.text in ("ist", "sind", "war", "waren") and finite in left
    return copula and bool(rest) and noun_phrase(rest, 0, sentence) == len(rest)


def _closed(whole: Sequence[Token], index: int, dropped: set[int], finite: Word | None) -> Token:
    """The token at ``index`` with the comma of a date that was taken out behind it.

    "betrat den Saal um neun Uhr, einen Ordner unter dem Arm" stays two parts; in front of the verb
    ("am Montag, kurz nach neun, betrat …") and between two commas no comma is left.
    """
    token, end = whole[index], index + 1
    while end < len(whole) and end in dropped:
        end += 1
    if end == index + 1 or end >= len(whole) or token.after or whole[end].word is finite:
        return token
    commas = [i for i in range(index + 1, end) if whole[i].after.endswith(",")]
    behind = whole[end].word
    if commas != [end - 1] or not (behind.lower in DETERMINERS or behind.text[0].isupper()):
        return token
    before = any(whole[i].word is finite for i in range(index + 1))
    return Token(token.word, token.before, ",") if before else token


def _joined(words: Sequence[Word], inside: Sequence[int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what is no date is joined to it: "starben in jener Nacht oder an den Folgen"."""
    behind = inside[-1] + 1
    if behind + 1 >= len(words) or words[behind].lower not in ("und", "oder", "sowie"):
        return False
    follows = words[behind + 1]
    dated = any(start <= follows.start < end for start, end in spans)
    own = words[inside[0]].lower in _DATE_PREPOSITIONS
    return own and not dated and follows.lower in PREPOSITIONS and follows.text[0].islower()


def _denied_date(words: Sequence[Word], first: int) -> Sequence[int]:
    """ "nicht am 7., sondern am 9. Mai": with the date goes the one that it is not."""
    if first == 0 or words[first - 1].lower != "sondern":
        return ()
    near = range(first - 2, max(first - 9, -1), -1)
    denied = next((i for i in near if words[i].lower == "nicht"), first)
    last = first - 2
    while last > denied and verb_forms(words, last) & (Form.PARTICIPLE | Form.INFINITIVE):
        last -= 1  # "nicht im Mai begonnen, sondern …": the verb belongs to both
    return [*range(denied, last + 1), first - 1]


def _is_noun_of_article(words: Sequence[Word], inside: Sequence[int], clause: Clause) -> bool:
    """Whether the date is the noun that an article in front of it waits for."""
    before = inside[0] - 1
    while before > 0 and _inflected(words, before):
        before -= 1  # "auf einen harten | Mittwoch"
    if before < 0 or words[before].lower not in DETERMINERS:
        return False
    if before == 0 and clause.kind == "relative":
        return False
    if before and words[before - 1].lower in _DATE_PREPOSITIONS:
        return False
    behind = inside[-1] + 1
    if behind >= len(words):
        return True
    following = words[behind]
    leads_on = following.text.endswith(("e", "en", "er", "es", "em")) and behind + 1 < len(words)
    return following.text[0].islower() and not leads_on


def _is_negated(words: Sequence[Word], first: int) -> bool:
    """Whether "nicht" stands before a date: without it the sentence would deny all."""
    lead = [word.lower for word in words[max(0, first - 3) : first]]
    while lead and lead[-1] in _DATE_PREPOSITIONS | _BEFORE_DATES | {"mehr"}:
        lead.pop()
    contrast = any(word.lower == "sondern" for word in words)
    return bool(lead) and lead[-1] in ("nicht", "kaum", "nie") and not contrast


def _inflected(words: Sequence[Word], index: int) -> bool:
    """Whether a word looks like an adjective in front of its noun."""
    word = words[index]
    ends = word.text[0].islower() and word.text.endswith(("e", "en", "er", "es", "em"))
    found = verb_forms(words, index)
    sure = found & Form.SURE and found & FINITE
    other = word.lower in DETERMINERS | PREPOSITIONS or counts(word.lower)  # "holte die vier ab"
    return ends and not other and not sure


def _stray_piece(clause: Clause, sentence: str, finite: Word | None) -> list[int]:
    """Words behind an inserted clause that only add to a clause already complete."""
    if finite is None or len(clause.pieces) < 2:
        return []
    stray: list[int] = []
    for number, (start, end) in enumerate(clause.pieces[1:], 1):
        inside = [i for i, word in enumerate(clause.words) if start <= word.start < end]
        gap = sentence[clause.pieces[number - 1][1] : start]
        verbs = any(verb_forms(clause.words, i) for i in inside)
        needed = re.search(r"\bzu \w+n\b", gap)  # "fiel beim Versuch, …, ins Wasser"
        if finite.end <= start and not verbs and ")" not in gap and len(gap) > 4 and not needed:
            stray.extend(inside)
    return stray


def _lead_of_date(words: Sequence[Word], first: int, clause: Clause) -> list[int]:
    """Preposition, article and particle in front of a date: "bereits am", "schon seit dem"."""
    lead: list[int] = []
    index = first - 1
    own_preposition = words[first].lower in _DATE_PREPOSITIONS
    if index >= 0 and not own_preposition:
        begin = index
        while begin > 0 and _inflected(words, begin):
            begin -= 1
        led = begin > 0 and words[begin - 1].lower in _DATE_PREPOSITIONS
        if led and begin < index and words[begin].lower in DETERMINERS:
            lead += range(begin - 1, index + 1)  # "an einem kalten | Sonntag"
            index = begin - 2
        elif (
            words[index].lower in DETERMINERS
            and index > 0
            and words[index - 1].lower in _DATE_PREPOSITIONS
        ):
            lead += [index, index - 1]
            index -= 2
        elif words[index].lower in _DATE_PREPOSITIONS and not (
            clause.kind == "relative" and index == 0
        ):
            lead.append(index)
            index -= 1
        elif words[index].lower == "des":
            lead.append(index)  # "aus der Kunst des | 18. Jahrhunderts"
            index -= 1
        elif (
            index > 0
            and words[index].lower.endswith("en")
            and words[index].text[0].islower()
            and words[index - 1].lower in _DATE_PREPOSITIONS
            and not verb_forms(words, index) & Form.SURE
        ):  # "am frühen | Samstagmorgen"
            lead += [index, index - 1]
            index -= 2
    while index >= 0 and words[index].lower in _BEFORE_DATES:
        lead.append(index)
        index -= 1
    opened = [word.lower for word in words[max(0, index - 3) : index + 1]]
    if index > 0 and words[index].lower in _AS_PLANNED and "wie" in opened:
        start = index - opened[::-1].index("wie")  # "statt wie bisher geplant | Anfang 2026"
        if start and words[start - 1].lower == "statt":
            lead.extend(range(start - 1, index + 1))
    return lead


def split_verb(token: Token) -> tuple[Token, list[Token]]:
    """ "zugab" → "gab" and "zu"; a verb without a separable particle stays whole."""
    text = token.word.text
    found = forms(text)
    if found & (Form.AUXILIARY | Form.MODAL):
        return Token(token.word, "", ""), []
    for length in range(min(len(text) - 3, 10), 1, -1):
        particle, rest = text[:length], text[length:]
        if particle not in PARTICLES or particle in _DOUBTFUL_PARTICLES:
            continue
        if forms(rest) & (Form.PRESENT | Form.PRETERITE | Form.REPORTED) and (
            forms(rest) & Form.SURE
        ):
            word = token.word
            return (
                Token(Word(rest, word.start, word.end), "", ""),
                [Token(Word(particle, word.start, word.end), "", "")],
            )
    return Token(token.word, "", ""), []


def render(kept: Sequence[Token]) -> str:
    """The tokens as text, with stray punctuation cleaned away."""
    text = " ".join(token.text for token in kept)
    return tidy(text)


def tidy(text: str) -> str:
    """A phrase without stray punctuation, with balanced quotation marks and a capital in front."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    text = re.sub(r"(?<=\d) /(?=\d)", "/", text)
    text = balance(text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = text.strip(" ,;:–—-•+*/|\t\n").strip()
    while re.search(r"[\s,;:–]\.*\Z|\.{2,}\Z", text):
        text = text.rstrip(" ,;:–.")
    text = re.sub(r" [–—] [a-zäöüß]+\Z", "", text)  # "will kommen – eigentlich, um …"
    if not re.search(r"(?:\b(?:Dr|Nr|St|Abs|Co|Mio|Mrd|V)|\b[A-Z])\.\Z", text):
        text = text.rstrip(".")
    return text[:1].upper() + text[1:]


def balance(text: str) -> str:
    """Quotation marks and brackets that lack their partner are taken out."""
    for left, right in (("„", "“"), ("«", "»"), ("(", ")"), ("[", "]"), ("“", "”"), ("‚", "‘")):
        if left == "“" and "„" in text:
            continue
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text
