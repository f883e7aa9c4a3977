"""Bytes → text: which encoding a file is in, and whether it is text at all.

The text is what ``Path.read_text`` would give in the right encoding: line ends
are ``\\n`` and a byte order mark is gone. Control characters are replaced one for
one (by a space, or by ``\\n`` where they mean a line break), so no later step and
no export meets a NUL, and offsets stay those of the decoded file. Decomposed
umlauts are composed, and "BÃ¤der" (UTF-8 that a program took for Windows-1252) is
read as it was meant; offsets then count in another text than the file's, and
``composed`` and ``mended`` say so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from unicodedata import is_normalized, normalize

from timeline.errors import ArticleError
from timeline.messages import say

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: first bytes → what the file is, in words for its user
_SIGNATURES = (
    (b"%PDF", say("kind.pdf")),
    (b"PK\x03\x04", say("kind.zip")),
    (b"\xd0\xcf\x11\xe0", say("kind.old-office")),
    (b"{\\rtf", say("kind.rtf")),
    (b"\x1f\x8b", say("kind.packed")),
    (b"\x28\xb5\x2f\xfd", say("kind.packed")),
    (b"\x89PNG", say("kind.picture", name="PNG")),
    (b"\xff\xd8\xff", say("kind.picture", name="JPEG")),
    (b"GIF8", say("kind.picture", name="GIF")),
)

#: the head of a mail, and of a page that Chrome saves as one file
_MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}mime-version:", re.IGNORECASE)
_SAMPLE = 65_536
#: more control characters than this share, and nobody wrote it as text
_MAX_CONTROL = 0.01
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b")

_CLEAN = {code: " " for code in (*range(32), *range(0x7F, 0xA0)) if code not in (9, 10)}
_CLEAN |= dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_CLEAN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
#: "ä", "Ü", "ß", "„", "–" in UTF-8, read as Windows-1252
_GARBLED = re.compile(r"Ã[\x80-\x9f¤¶¼„–œŸ©¨]|â€[\x80-\x9fžœ“”™šœ¦¢]|Â[\xa0-\xbf]")
#: so many in a text, and it is not about them
_MANY_GARBLED = 3
_DIRTY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; ``damaged`` counts what could not be decoded.

    ``composed``: the text has other characters than the file ("ä" for "a" and two dots).
    ``mended``: the same, for "Ã¤".
    """

    text: str
    encoding: str
    damaged: int = 0
    composed: bool = False
    mended: bool = False


def decode(data: bytes, what: str, *, cleaned: bool = True) -> Decoded:
    """Decode a text file. Not ``cleaned``: controls and umlauts stay as they are.

    UTF-8, UTF-16 and UTF-32 are told by their mark or by their pattern of NUL
    bytes; the rest is Windows-1252, which holds all printable Latin-1, or Mac Roman
    where the bytes inside words are its umlauts.

    Raises:
        ArticleError: the file is empty, binary, or in a format that is not text;
            ``what`` names it in the message.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(what, say("bytes.format", kind=kind), say("bytes.save-as-text"))
    if _MAIL.match(data[:_SAMPLE]):
        raise ArticleError(
            what, say("bytes.format", kind=say("kind.mail")), say("bytes.save-as-text")
        )
    encoding, body = _encoding(data)
    if not encoding:
        raise ArticleError(what, say("bytes.binary"), say("bytes.save-as-utf-8-text"))
    text = body.decode(encoding, errors="replace")
    damaged = text.count("\ufffd") - body.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
    found = mended(Decoded(text, encoding))
    text = found.text
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    composed = cleaned and not is_normalized("NFC", text)
    text = clean(text) if cleaned else text
    if not text.strip():
        why = say("file.no-text") if data else say("file.empty")
        raise ArticleError(what, why, say("file.insert-text"))
    return Decoded(text, encoding, max(damaged, 0), composed, found.mended)


def mended(decoded: Decoded) -> Decoded:
    """The text as it was meant, if all of it is UTF-8 that was taken for Windows-1252.

    All of it: a right umlaut among the others shows that somebody wrote "Ã¤".
    """
    if not _GARBLED.search(decoded.text):
        return decoded
    try:
        text = decoded.text.encode("cp1252", errors=_C1).decode("utf-8")
    except UnicodeError:
        return decoded
    return replace(decoded, text=text, mended=True)


def is_garbled(text: str) -> bool:
    """Whether umlauts and quotes of a text are torn into two or three letters."""
    return len(_GARBLED.findall(text)) >= _MANY_GARBLED


def _as_control(error: UnicodeError) -> tuple[bytes, int]:
    """Windows-1252 has no letter for five bytes; programs leave control characters there."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].encode("latin-1"), error.end


_C1 = "timeline.control"
codecs.register_error(_C1, _as_control)


def clean(text: str) -> str:
    """Compose umlauts, and replace control characters and lone surrogates, one for one.

    macOS and PDFs write „ä“ as two characters, which no table of words knows.
    Offsets count in the composed text.
    """
    composed = text if is_normalized("NFC", text) else normalize("NFC", text)
    return composed.translate(_CLEAN) if _DIRTY.search(composed) else composed


def wide_encoding(start: bytes) -> str:
    """The codec of a file that begins with ``start``, where it is UTF-16 or UTF-32; else ""."""
    for mark, name in _BOMS:
        if start.startswith(mark):
            return "" if name == "utf-8" else name
    return _wide(start[:_SAMPLE])


def _encoding(data: bytes) -> tuple[str, bytes]:
    """The codec and the bytes without their mark; an empty name for binary data."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return (name, body) if _is_text(body, name) else ("", body)
    if name := _wide(data[:_SAMPLE]):
        return (name, data) if _is_text(data, name) else ("", data)
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if control > max(2, _MAX_CONTROL * len(sample)):
        return "", data
    return narrow(data), data


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where the NUL bytes stand."""
    if len(sample) < 4 or not sample.count(0):
        return ""
    quarter = len(sample) // 4
    zeros4 = [sample[k::4].count(0) for k in range(4)]
    if quarter >= 2 and len(sample) % 4 == 0:
        if min(zeros4[1:]) >= 0.9 * quarter and zeros4[0] < 0.1 * quarter:
            return "utf-32-le"
        if min(zeros4[:3]) >= 0.9 * quarter and zeros4[3] < 0.1 * quarter:
            return "utf-32-be"
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # German text has some letters beyond Latin-1 („ “ – €), never half of them.
    if odd >= 0.5 * half and even <= 0.05 * half:
        return "utf-16-le"
    if even >= 0.5 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return ""


def _is_text(body: bytes, encoding: str) -> bool:
    """Decoding gives (nearly) only characters that people write."""
    sample = body[:_SAMPLE].decode(encoding, errors="replace")
    odd = sum(1 for c in sample if c == "\ufffd" or (c < " " and c not in "\t\n\x0b\x0c\r\x1b"))
    return odd <= max(2, _MAX_CONTROL * len(sample))


def narrow(data: bytes) -> str:
    """The codec of bytes that are no wide text: UTF-8, also where a few bytes of it
    are damaged; else Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        damaged = text.count("\ufffd")
        sound = sum(1 for c in text[:_SAMPLE] if c > "\x7f" and c != "\ufffd")
        # Umlauts in Windows-1252 hardly ever form a valid UTF-8 sequence.
        if sound > 2 * damaged:
            return "utf-8"
        return "mac-roman" if _is_from_old_mac(data[:_SAMPLE]) else "windows-1252"
    return "utf-8"


def _is_from_old_mac(sample: bytes) -> bool:
    """Whether the bytes inside words are the umlauts of Mac Roman and not those of Windows."""
    mac = len(_MAC_UMLAUT.findall(sample))
    return mac >= _SOME_UMLAUTS and mac > len(_WINDOWS_UMLAUT.findall(sample))


_MAC_UMLAUT = re.compile(rb"(?<=[A-Za-z])[\x8a\x9a\x9f\xa7](?=[a-z])")
_WINDOWS_UMLAUT = re.compile(rb"(?<=[A-Za-z])[\xe4\xf6\xfc\xdf](?=[a-z])")
#: fewer may be names: „Beneš“, „Lukáš“
_SOME_UMLAUTS = 3
