"""The words of a clause with the punctuation that sticks to them, and their way back to text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.german.clause_words import Word
from timeline.german.tables import table
from timeline.german.verb_forms import PARTICLES, Form, forms

#: Particles that only split off when stressed, which spelling does not show.
_DOUBTFUL_PARTICLES = table("über unter um durch wieder hinter wider")
#: what a verb of several parts is made of: one that helps, and those that are not finite
HELPING = Form.AUXILIARY | Form.MODAL
NONFINITE = Form.PARTICIPLE | Form.INFINITIVE
#: what may stand behind the stop of a sentence: then that of its last number is no ordinal's
_ENDS = ' \n“”"»«‘)'


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

    def reading(self, text: str) -> Token:
        """The token with another word in its place."""
        return replace(self, word=Word(text, self.word.start, self.word.end))


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
        if following is None and word.text[:-1].isdigit() and not sentence[word.end :].strip(_ENDS):
            word = Word(word.text.removesuffix("."), word.start, word.end, word.initial)
        out.append(Token(word, before, after))
    return out


def verb_at(kept: Sequence[Token], finite: Word | None) -> int | None:
    """The index of the finite verb in ``kept``; None where it is not among them."""
    return next((i for i, token in enumerate(kept) if token.word is finite), None)


def split_verb(token: Token) -> tuple[Token, list[Token]]:
    """ "zugab" → "gab" and "zu"; a verb without a separable particle stays whole."""
    text, verb = token.word.text, Token(token.word, "", "")
    if forms(text) & HELPING:
        return verb, []
    for length in range(min(len(text) - 3, 10), 1, -1):
        particle, rest = text[:length], text[length:]
        if particle not in PARTICLES or particle in _DOUBTFUL_PARTICLES:
            continue
        found = forms(rest)
        if found & (Form.PRESENT | Form.PRETERITE | Form.REPORTED) and found & Form.SURE:
            return verb.reading(rest), [verb.reading(particle)]
    return verb, []


def render(kept: Sequence[Token]) -> str:
    """The tokens as text, with stray punctuation cleaned away."""
    return tidy(text_of(kept))


def text_of(kept: Sequence[Token]) -> str:
    """The tokens as text, as they are."""
    return " ".join(token.text for token in kept)


def uncapitalized(text: str) -> str:
    """The text as it goes on behind another."""
    return text[:1].lower() + text[1:]


def tidy(text: str) -> str:
    """A phrase without stray punctuation, with balanced quotation marks and a capital in front."""
    text = re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", "", text)  # emphasis of Markdown
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    text = re.sub(r"(?<=\w) ([/–])(?=\w)|(?<=\d) (-)(?=\d)", r"\1\2", text)  # "0123/45-67"
    text = re.sub(r"(?<=\d) -(?=[A-ZÄÖÜ])", "-", text)  # "24:31-Niederlage"
    text = _balance(text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = text.strip(" ,;:–—-•+*/|\t\n").strip()
    while re.search(r"[\s,;:–]\.*\Z|\.{2,}\Z", text):
        text = text.rstrip(" ,;:–.")
    text = re.sub(r",? [–—] [a-zäöüß]+\Z", "", text)  # "will kommen – eigentlich, um …"
    if not re.search(r"(?:\b(?:Dr|Nr|St|Abs|Co|Mio|Mrd|V)|\b[A-Z])\.\Z", text):
        text = text.rstrip(".")
    return text[:1].upper() + text[1:]


def _balance(text: str) -> str:
    """Quotation marks and brackets that lack their partner are taken out."""
    for left, right in (("„", "“"), ("«", "»"), ("(", ")"), ("[", "]"), ("“", "”"), ("‚", "‘")):
        if left == "“" and "„" in text:
            continue
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text
