"""Which German an article is written in: Germany's, Austria's or Switzerland's."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from timeline.ingest.identity import host

LOCALES = "de-DE, de-AT, de-CH"
_NAMES = {
    "de-de": "de-DE", "de": "de-DE", "de-at": "de-AT", "at": "de-AT", "de-ch": "de-CH",
    "ch": "de-CH", "de-li": "de-CH",
}  # fmt: skip
_DOMAINS = {"ch": "de-CH", "li": "de-CH", "at": "de-AT", "de": "de-DE"}
_AUSTRIAN = re.compile(r"\b(?:Jänner|Feber|heuer|heurig\w*|Landeshauptfrau)\b")
_SWISS_QUOTES = re.compile(r"«[^«»\n]{1,400}»")
_GERMAN_QUOTES = re.compile(r"„")
#: each of these is seldom found outside Switzerland
_SWISS = (
    re.compile(r"\d['’]\d{3}\b"),
    re.compile(r"\bCHF\b|\bFranken\b|\bRappen\b"),
    re.compile(r"\b(?:grösst?|gross|ausser|heiss|stiess|schliess|draussen|Strasse|Aussen|Mass)\w*"),
)


def locale_name(name: str) -> str | None:
    """The locale's name as the models write it; None for any other."""
    return _NAMES.get(name.strip().casefold().replace("_", "-"))


def guess_locale(text: str, url: str, source: str) -> str:
    """By the outlet's domain, else by spelling, quotes and words; else de-DE."""
    for name in (host(url), source.casefold()):
        domain = name.rpartition(".")[2]
        if "." in name and domain in _DOMAINS:
            return _DOMAINS[domain]
    if _AUSTRIAN.search(text):
        return "de-AT"
    if "ß" not in text:
        signs = sum(1 for sign in _SWISS if sign.search(text))
        quotes = bool(_SWISS_QUOTES.search(text)) and not _GERMAN_QUOTES.search(text)
        if quotes or signs >= 2:
            return "de-CH"
    return "de-DE"


_CLOCKS = {"de-AT": "Europe/Vienna", "de-CH": "Europe/Zurich"}


def local_zone(locale: str, zone: ZoneInfo) -> ZoneInfo:
    """The zone an outlet's clock goes by. What the user chose holds; the default,
    Berlin, stands for wherever the outlet is (they differed before 1981)."""
    return ZoneInfo(_CLOCKS[locale]) if zone.key == "Europe/Berlin" and locale in _CLOCKS else zone
