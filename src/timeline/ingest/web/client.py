"""A small HTTP client that can be pointed at any address a stranger names.

Every hop is checked: only http and https, only public addresses (unless local ones
are allowed), and the connection goes to the very address that was checked. Time,
size and redirects are bounded; one retry, then it is told.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from timeline.errors import ArticleError
from timeline.messages import say

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: worth a second try: the server is busy or stumbled
_PASSING = frozenset({429, 500, 502, 503, 504})
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Accept-Language": "de",
    "Connection": "close",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes a request may take. ``pause`` is waited before the one retry."""

    idle: float = 15.0
    total: float = 60.0
    size: int = 20_000_000
    redirects: int = 5
    pause: float = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; ``url`` is where the redirects ended."""

    url: str
    status: int
    body: bytes
    content_type: str
    charset: str = ""


class FetchError(ArticleError):
    """An address that cannot be fetched. ``passing``: a second try may help."""

    def __init__(self, what: str, why: str, remedy: str = "", *, passing: bool = False) -> None:
        super().__init__(what, why, remedy)
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Client:
    """``permit`` is asked before every hop and raises where it must not be taken."""

    agent: str
    limits: Limits = Limits()
    allow_local: bool = False
    sleep: Callable[[float], None] = time.sleep

    def get(self, url: str, permit: Callable[[str], None] | None = None) -> Answer:
        """Fetch an address, following redirects.

        Raises:
            FetchError: it must not, cannot or does not end; the message says which.
        """
        try:
            return self._follow(url, permit)
        except FetchError as error:
            if not error.passing:
                raise
        self.sleep(self.limits.pause)
        return self._follow(url, permit)

    def _follow(self, url: str, permit: Callable[[str], None] | None) -> Answer:
        seen: list[str] = []
        here = url
        while True:
            if here in seen:
                raise FetchError(url, say("fetch.circle"), say("fetch.check-address"))
            if len(seen) > self.limits.redirects:
                why = say("fetch.redirects", count=self.limits.redirects)
                raise FetchError(url, why, say("fetch.check-address"))
            seen.append(here)
            if permit is not None:
                permit(here)
            answer, location = self._once(here, url)
            if location is None:
                return answer
            here = urljoin(here, location).partition("#")[0]

    def _once(self, here: str, asked: str) -> tuple[Answer, str | None]:
        host, port, secure, path = split(here, asked)
        address = self._resolve(host, port, asked)
        connection: http.client.HTTPConnection = (
            _Secure(host, port, address, self.limits.idle)
            if secure
            else _Plain(host, port, address, self.limits.idle)
        )
        late = threading.Event()

        def stop() -> None:
            late.set()
            if connection.sock is not None:
                with contextlib.suppress(OSError):  # it may just have ended by itself
                    connection.sock.shutdown(socket.SHUT_RDWR)

        # A socket's timeout starts anew with every byte; this one does not.
        timer = threading.Timer(self.limits.total, stop)
        timer.daemon = True
        timer.start()
        try:
            connection.request("GET", path, headers={"User-Agent": self.agent, **_HEADERS})
            with contextlib.closing(connection.getresponse()) as response:
                answer = self._answer(response, here, asked)
            if late.is_set():
                raise TimeoutError
            return answer
        except TimeoutError as error:
            raise self._slow(asked) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            if late.is_set():
                raise self._slow(asked) from error
            raise FetchError(
                asked,
                say("fetch.connection", host=host, reason=_reason(error)),
                say("fetch.check-later"),
                passing=not isinstance(error, ssl.SSLCertVerificationError),
            ) from error
        finally:
            timer.cancel()
            connection.close()

    def _answer(
        self, response: http.client.HTTPResponse, here: str, asked: str
    ) -> tuple[Answer, str | None]:
        """The answer, and where it leads on to."""
        if response.status in _REDIRECTS and (to := response.getheader("Location")):
            return Answer(here, response.status, b"", ""), to
        if response.status in _PASSING:
            why = say("fetch.status", status=response.status)
            raise FetchError(asked, why, say("fetch.later"), passing=True)
        body = self._body(response, asked)
        kind = response.headers.get_content_type()
        charset = response.headers.get_content_charset() or ""
        return Answer(here, response.status, body, kind, charset), None

    def _slow(self, asked: str) -> FetchError:
        why = say("fetch.slow", seconds=self.limits.total)
        return FetchError(asked, why, say("fetch.later"), passing=True)

    def _body(self, response: http.client.HTTPResponse, asked: str) -> bytes:
        limit = self.limits.size
        announced = response.getheader("Content-Length") or ""
        if announced.isdecimal() and int(announced) > limit:
            raise self._large(asked)
        data = response.read(limit + 1)
        if len(data) > limit:
            raise self._large(asked)
        if announced.isdecimal() and len(data) < int(announced):
            raise FetchError(asked, say("fetch.cut-off"), say("fetch.again"), passing=True)
        if (response.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip", "deflate"):
            engine = zlib.decompressobj(wbits=47)
            try:
                data = engine.decompress(data, limit + 1)
            except zlib.error as error:
                raise FetchError(asked, say("fetch.packing")) from error
            if len(data) > limit:
                raise self._large(asked)
        return data

    def _large(self, asked: str) -> FetchError:
        why = say("fetch.large", size=self.limits.size / 1e6)
        return FetchError(asked, why, say("fetch.too-large-for-an-article"))

    def _resolve(self, host: str, port: int, asked: str) -> str:
        """A public address of a host; the connection is made to it, not to the name."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            why = say("fetch.no-host", host=host)
            raise FetchError(asked, why, say("fetch.check-address"), passing=True) from error
        addresses = [str(item[4][0]) for item in found]
        for address in addresses:
            if self.allow_local or is_public(address):
                return address
        why = say("fetch.private", host=host, address=addresses[0])
        raise FetchError(asked, why, say("fetch.allow-local"))


def is_public(address: str) -> bool:
    """An address of the open internet, also where it is wrapped into another one."""
    ip: Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not inner.is_global:
            return False
    return ip.is_global and not ip.is_multicast


def split(url: str, asked: str) -> tuple[str, int, bool, str]:
    """Host, port, whether it is https, and what to ask for."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(asked, say("fetch.invalid"), say("fetch.give-https")) from error
    if parts.scheme not in ("http", "https") or not host:
        why = say("fetch.no-web-address", url=url[:80])
        raise FetchError(asked, why, say("fetch.give-https"))
    if parts.username or parts.password:
        raise FetchError(asked, say("fetch.password"), say("fetch.no-password"))
    path = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
    secure = parts.scheme == "https"
    return host, port or (443 if secure else 80), secure, path


def _quoted(text: str) -> str:
    """Umlauts and blanks as an address on the wire has them; what is quoted stays."""
    return quote(text, safe="/:@!$&'()*+,;=%~?-._[]|")


def _reason(error: Exception) -> str:
    match error:
        case ConnectionRefusedError():
            return say("fetch.refused")
        case ssl.SSLCertVerificationError():
            return say("fetch.certificate")
        case ssl.SSLError():
            return say("fetch.insecure")
        case ConnectionResetError() | http.client.RemoteDisconnected():
            return say("fetch.reset")
        case OSError(strerror=str(words)):
            return words
        case _:
            return say("fetch.no-answer")


class _Plain(http.client.HTTPConnection):
    """Connects to the address that was checked, and names the host it asked for."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)


class _Secure(http.client.HTTPSConnection):
    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self._tls)
        self._address = address

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
