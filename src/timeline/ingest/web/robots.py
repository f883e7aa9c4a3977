"""robots.txt: what a site lets programs fetch (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from timeline.ingest.web.client import Client, FetchError
from timeline.messages import say

#: bytes read of a robots.txt, as the RFC asks for at least
_MOST = 512_000
#: seconds waited between two requests to one host, and the most a site may ask for
POLITE, PATIENT = 1.0, 10.0


class Robots:
    """The rules of every site asked so far."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[str, Protego | FetchError] = {}

    def permit(self, url: str) -> None:
        """Raise ``FetchError`` where the site's robots.txt forbids the address.

        No robots.txt permits all; one that cannot be reached forbids all.
        """
        rules = self._of(url)
        if isinstance(rules, FetchError):
            if not rules.passing:  # refused, not out of reach: say that
                raise FetchError(url, rules.why, rules.remedy)
            why = say("fetch.robots-unreachable", site=_site(url), reason=rules.why)
            raise FetchError(url, why, say("fetch.later"))
        if not rules.can_fetch(url, self._client.agent):
            raise FetchError(url, say("fetch.robots"), say("fetch.in-browser"))

    def delay(self, url: str) -> float:
        """Seconds to wait before the next request to the same site."""
        rules = self._of(url)
        asked = None if isinstance(rules, FetchError) else rules.crawl_delay(self._client.agent)
        return min(max(float(asked or 0), POLITE), PATIENT)

    def _of(self, url: str) -> Protego | FetchError:
        site = _site(url)
        if site not in self._rules:
            self._rules[site] = self._read(site)
        return self._rules[site]

    def _read(self, site: str) -> Protego | FetchError:
        """The rules, or what kept them out of reach."""
        try:
            answer = self._client.get(f"{site}/robots.txt")
        except FetchError as error:
            return error
        text = ""
        if 200 <= answer.status < 300:
            text = answer.body[:_MOST].decode("utf-8", errors="replace")
        return Protego.parse(text)


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
