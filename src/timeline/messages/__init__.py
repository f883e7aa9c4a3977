"""What a run tells its user: every message under a key, in German and in English.

The tables are ``reading.py`` (articles that cannot be read), ``dating.py`` (their dates),
``reasons.py`` (the dates in their text), ``fetching.py`` (the web), ``running.py`` (settings,
exports, the run) and ``helping.py`` (``--help``, wrong calls). Code names a message by its key,
so a reader's language is chosen where the message is shown:

    >>> why = say("sidecar.no-such-file", name="a.txt")
    >>> str(why)
    'nennt „a.txt“, diese Datei gibt es nicht'
    >>> why.in_language("en")
    'names “a.txt”, there is no such file'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from timeline.messages import dating, fetching, helping, reading, reasons, running

#: key → German, English; ``str.format`` puts the values in
TEXTS: dict[str, tuple[str, str]] = {
    **reading.TEXTS,
    **dating.TEXTS,
    **reasons.TEXTS,
    **fetching.TEXTS,
    **running.TEXTS,
    **helping.TEXTS,
}


def base_language(language: str) -> Literal["de", "en"]:
    """The language spoken for a name or locale: English for "en" and "en-GB", else German."""
    return "en" if language[:2].lower() == "en" else "de"


def _words(key: str, values: Mapping[str, object], language: str) -> str:
    if not key:
        return ""
    template = TEXTS[key][base_language(language) == "en"]
    return template.format(**{name: in_language(v, language) for name, v in values.items()})


class Message(str):
    """A message to the user. As a string it is German; ``in_language`` says it in another.

    ``key`` and ``values`` are what it is made of. Values may be messages themselves, or
    tuples of them (told one after the other).
    """

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, values: Mapping[str, object]) -> Message:
        message = super().__new__(cls, _words(key, values, "de"))
        message.key, message.values = key, dict(values)
        return message

    def __reduce__(self) -> tuple[Any, ...]:
        return (Message, (self.key, self.values))

    def in_language(self, language: str) -> str:
        return _words(self.key, self.values, language)

    @property
    def code(self) -> str:
        """The key for machines. A message that only says where something is (its value
        ``said``) has the code of what it says."""
        said = self.values.get("said")
        return said.code if isinstance(said, Message) else self.key


def say(key: str, /, **values: object) -> Message:
    """The message with this key. Its values are named as in ``TEXTS``."""
    return Message(key, values)


NOTHING = Message("", {})


def as_message(words: str) -> Message:
    """Words that may be a message already. Others stay as they are in every language: this
    is how a caller of the library, or a room without a table, may word its own."""
    if isinstance(words, Message):
        return words
    return Message("words", {"words": words}) if words else NOTHING


def in_language(told: object, language: str) -> Any:
    """A message in a language ("de", "en", "en-GB"); anything else as it is."""
    if isinstance(told, Message):
        return told.in_language(language)
    if isinstance(told, tuple):
        return ", ".join(str(in_language(one, language)) for one in told)
    return told


def listed(names: Sequence[str], most: int, between: str = ", ") -> str:
    """The first names, and a sign where there are more: all of them would bury the rest."""
    return between.join(names[:most]) + (" …" if len(names) > most else "")


def code_of(told: str) -> str:
    """The key of a message; "" for words that are none."""
    return told.code if isinstance(told, Message) else ""


def told_by(error: Exception) -> str:
    """What an exception was raised with: ``str(error)`` would keep only the German words."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else str(error)


def sentence(what: str, why: str, remedy: str, language: str = "de") -> str:
    """The one line a reader sees: what it is about, the reason and the way out."""
    what, why, remedy = (in_language(part, language) for part in (what, why, remedy))
    return f"{what}: {why}" + (f" – {remedy}" if remedy else "")
