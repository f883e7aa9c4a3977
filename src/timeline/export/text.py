"""Foreign text and addresses made safe for every writer."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SURROGATES = re.compile("[\ud800-\udfff]")
#: Controls and characters that have no looks of their own but change how the rest
#: is shown or parsed: bidi overrides, zero-width spaces, soft hyphens, byte order
#: marks, annotations, noncharacters. The joiners U+200C/D stay: emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
#: Longer addresses break clients and are tracking, not addresses.
_URL_LIMIT = 2000


def replace_surrogates(text: str) -> str:
    """Lone surrogates, which no UTF-8 file can hold, as U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def clean_text(text: str, limit: int | None = None) -> str:
    """One line of visible text: foreign text cannot break or reorder what surrounds it.

    Lone surrogates become U+FFFD, controls and bidi overrides go, every run of
    white space (line breaks, U+2028 and U+2029 included) becomes one space.
    ``limit`` is the greatest length in characters; a cut is marked by "…" and
    falls between words where one is near.
    """
    if limit is not None and len(text) > 4 * limit + 100:
        # Of a hundred thousand characters the first ones mostly do; what follows changes nothing.
        start = _one_line(text[: 4 * limit + 100])
        text = start if len(start) > limit else _one_line(text)
    else:
        text = _one_line(text)
    if limit is None or len(text) <= limit:
        return text
    if limit < 1:
        return ""
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    if space >= len(cut) * 3 // 4 and text[limit - 1] != " ":
        cut = cut[:space]
    return cut.rstrip(" \u200c\u200d,;:–-") + "…"


def _one_line(text: str) -> str:
    if text.isprintable():  # nearly always; nothing invisible, no line break
        return " ".join(text.split())
    return " ".join(_INVISIBLE.sub("", replace_surrogates(text)).split())


def web_address(url: str) -> str:
    """The address as percent-encoded ASCII, or "" for anything but a plain http(s) one.

    Host names outside ASCII become punycode. An address with a user name in it
    is refused: it shows one host and leads to another.
    """
    if len(url) > 2 * _URL_LIMIT:
        return ""
    url = clean_text(url)
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # a bad port, bracket or host name
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or len(url) > _URL_LIMIT:
        return ""
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?", host):
        return ""
    netloc = host if port is None else f"{host}:{port}"
    # "%" stays, so that what is encoded already is not encoded twice.
    path = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", parts.path), safe="/%:@!$&()*+,;=~-._")
    encoded = f"{parts.scheme}://{netloc}{path}"
    for sign, part in (("?", parts.query), ("#", parts.fragment)):
        if part:
            part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
            encoded += sign + quote(part, safe="/?%:@!$&()*+,;=~-._")
    return encoded if len(encoded) <= _URL_LIMIT else ""
