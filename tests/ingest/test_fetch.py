"""``timeline fetch`` against a server on 127.0.0.1: what it saves, and what it refuses."""

from __future__ import annotations

import csv
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from samples import TEXT, page

from timeline.errors import ExportError
from timeline.ingest import Options, read_articles
from timeline.ingest.web import Fetching, fetch
from timeline.ingest.web.client import Client, FetchError, Limits, is_public
from timeline.models import Problem

NOW = datetime(2024, 3, 20, 12, tzinfo=UTC)
Route = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server whose pages the test sets; ``asked`` are the paths it was asked for."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.agents: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.append(self.headers["User-Agent"])
                route = site.routes.get(self.path.partition("?")[0])
                if route is None:
                    self.send_error(404)
                else:
                    route(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                pass  # clients that give up are what these tests are about

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def serve(
        self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> str:
        data = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            for name, value in {"Content-Type": kind, **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("Content-Length", str(len(data)))
            request.end_headers()
            request.wfile.write(data)

        self.routes[path] = answer
        return self.url + path

    def redirect(self, path: str, to: str) -> str:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(302)
            request.send_header("Location", to)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.routes[path] = answer
        return self.url + path


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


QUICK = Limits(idle=0.4, total=0.8, size=200_000, pause=0.0)


def run(
    folder: Path, *urls: str, local: bool = True, most: int = 50
) -> tuple[list[Path], list[Problem]]:
    how = Fetching("timeline/test", NOW, local, most, QUICK, sleep=lambda seconds: None)
    return fetch(urls, folder, how)


def refusal(folder: Path, *urls: str, local: bool = True) -> Problem:
    saved, problems = run(folder, *urls, local=local)
    assert saved == []
    assert len(problems) == 1
    assert problems[0].level == "error"
    assert problems[0].remedy
    return problems[0]


# ------------------------------------------------------------------ what is saved
def test_a_page_is_saved_and_read_with_its_address(site: Site, tmp_path: Path) -> None:
    url = site.serve("/lokales/halle-wird-gebaut.html", page("Halle wird gebaut"))
    saved, problems = run(tmp_path, url)
    assert problems == []
    assert len(saved) == 1
    assert "halle-wird-gebaut" in saved[0].name
    (article,), problems = read_articles([tmp_path], Options())
    assert problems == []
    assert (article.url, article.day) == (url, date(2024, 3, 12))
    assert any(d.kind == "seen" for d in article.dates)
    assert set(site.agents) == {"timeline/test"}


def test_a_feed_brings_its_articles(site: Site, tmp_path: Path) -> None:
    others = "Der Kutter sank am Freitag im Hafen, die Feuerwehr pumpte ihn am Abend leer."
    texts = [TEXT, others, f"{others} Der Eigner schweigt."]
    links = [site.serve(f"/a{n}", page(f"Halle {n}", text)) for n, text in enumerate(texts)]
    items = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in links)
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>"
    url = site.serve("/feed", feed, "application/rss+xml")
    saved, problems = run(tmp_path, url, most=2)
    assert len(saved) == 2
    assert problems[0].why == "weitere Artikel des Feeds wurden nicht geholt: 1"
    articles, _ = read_articles([tmp_path], Options())
    assert [a.title for a in sorted(articles, key=lambda a: a.title)] == ["Halle 0", "Halle 1"]


def test_what_is_fetched_again_replaces_and_keeps_other_rows(site: Site, tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("file;published\nalt.txt;2024-01-01\n", "utf-8")
    url = site.serve("/a", page("Halle"))
    first, _ = run(tmp_path, url)
    second, _ = run(tmp_path, url)
    assert first == second
    with (tmp_path / "metadata.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert [row["file"] for row in rows] == ["alt.txt", first[0].name]
    assert {row["published"] for row in rows} == {"2024-01-01", ""}


#: the table as somebody wrote it → as it is after a page was fetched (FILE, URL)
TABLES = {
    "German names": (
        "Datei;Datum;Quelle\nalt.txt;2024-05-01;Bote\n",
        "Datei;Datum;Quelle;url;seen\nalt.txt;2024-05-01;Bote\nFILE;;;URL;SEEN\n",
    ),
    "all columns there": (
        "Abgerufen\tLink\tDateiname\n\t\talt.txt\n",
        "Abgerufen\tLink\tDateiname\n\t\talt.txt\nSEEN\tURL\tFILE\n",
    ),
    "quotes, blank rows, no line break at the end": (
        '\n"file","title"\n\n"b.txt","Der ""Bote"", \nzweite Zeile"\na.txt,Zwei',
        '\nfile,title,url,seen\n\n"b.txt","Der ""Bote"", \nzweite Zeile"\na.txt,Zwei\n'
        "FILE,,URL,SEEN\n",
    ),
    "twice, and without a file": (
        "file,source,url,seen\nFILE,Erster,,\n,niemand,,\nFILE,Zweiter,,\n",
        "file,source,url,seen\nFILE,Erster,URL,SEEN\n,niemand,,\nFILE,Zweiter,,\n",
    ),
    "the path as somebody wrote it": (
        "Datei,Titel,Link,Abgerufen\n./FILE,Halle,,\n",
        "Datei,Titel,Link,Abgerufen\n./FILE,Halle,URL,SEEN\n",
    ),
    "a row wider than its heading": (
        "file,title\nalt.txt,Brand,im Hafen\n",
        "file,title,,url,seen\nalt.txt,Brand,im Hafen\nFILE,,,URL,SEEN\n",
    ),
    "a quote that never ends": (
        'file,title,url,seen\nalt.txt,"Brand\n',
        'file,title,url,seen\nalt.txt,"Brand\n"\nFILE,,URL,SEEN\n',
    ),
    "a control that breaks lines elsewhere": (
        "file,title,url,seen\nalt.txt,Brand\u2028im Hafen,,\n",
        "file,title,url,seen\nalt.txt,Brand\u2028im Hafen,,\nFILE,,URL,SEEN\n",
    ),
    "another table": ("a,b\n1,2\n", "a,b,file,url,seen\n1,2\n,,FILE,URL,SEEN\n"),
    "nothing": (" \n", "file,url,seen\nFILE,URL,SEEN\n"),
}


@pytest.mark.parametrize("kind", TABLES)
def test_what_people_wrote_into_the_table_stays(site: Site, tmp_path: Path, kind: str) -> None:
    before, after = TABLES[kind]
    url = site.serve("/a", page("Halle"))
    file = run(tmp_path / "anderswo", url)[0][0].name
    table = tmp_path / "metadata.csv"
    table.write_bytes(before.replace("FILE", file).encode())
    for _ in range(2):  # the second time nothing is left to add
        assert run(tmp_path, url)[1] == []
        seen = NOW.isoformat()
        told = after.replace("FILE", file).replace("URL", url).replace("SEEN", seen)
        assert table.read_bytes().decode() == told


def test_a_table_from_a_spreadsheet_stays_one(site: Site, tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes("Datei;Titel\r\nalt.txt;Größe\r\n".encode("cp1252"))
    run(tmp_path, site.serve("/a", page("Halle")))
    table = (tmp_path / "metadata.csv").read_bytes()
    assert table.startswith("\ufeffDatei;Titel;url;seen\r\nalt.txt;Größe\r\n".encode())
    assert table.count(b"\r\n") == table.count(b"\n") == 3


@pytest.mark.parametrize("table", [b"\x89PNG" + bytes(99), "größer".encode() * 9 + b"\xfc\n"])
def test_a_table_that_cannot_be_kept_is_left_alone(
    site: Site, tmp_path: Path, table: bytes
) -> None:
    (tmp_path / "metadata.csv").write_bytes(table)
    saved, (problem,) = run(tmp_path, site.serve("/a", page("Halle")))
    assert len(saved) == 1
    assert (tmp_path / "metadata.csv").read_bytes() == table
    assert problem.level == "error"
    assert "nicht vermerkt" in problem.why


def test_an_encoding_only_the_server_names_is_kept(site: Site, tmp_path: Path) -> None:
    body = page("Größe").replace("<meta charset='utf-8'>", "").encode("iso-8859-15")
    url = site.serve("/a", body, "text/html; charset=iso-8859-15")
    run(tmp_path, url)
    (article,), _ = read_articles([tmp_path], Options())
    assert article.title == "Größe"


def test_packed_answers(site: Site, tmp_path: Path) -> None:
    url = site.serve("/a", gzip.compress(page("Halle").encode()), Content_Encoding="gzip")
    assert len(run(tmp_path, url)[0]) == 1


def test_redirects_are_followed(site: Site, tmp_path: Path) -> None:
    site.serve("/neu", page("Halle"))
    url = site.redirect("/alt", "/neu")
    saved, problems = run(tmp_path, url)
    assert (len(saved), problems) == (1, [])
    (article,), _ = read_articles([tmp_path], Options())
    assert article.url.endswith("/neu")


def test_one_failure_does_not_stop_the_rest(site: Site, tmp_path: Path) -> None:
    saved, problems = run(tmp_path, site.url + "/fehlt", site.serve("/a", page("Halle")))
    assert len(saved) == 1
    assert "404" in problems[0].why


# ------------------------------------------------------------------ what is refused
def test_local_addresses_need_leave(site: Site, tmp_path: Path) -> None:
    problem = refusal(tmp_path, site.serve("/a", page("Halle")), local=False)
    assert "privaten Netz" in problem.why
    assert "--allow-local" in problem.remedy
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::",
     "64:ff9b::7f00:1", "224.0.0.1", "ff02::1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_addresses_that_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


class Names:
    """Stands in for name resolution and connections: no test leaves the machine."""

    def __init__(self, site: Site, names: dict[str, list[str]]) -> None:
        self.site, self.names = site, names
        self.connected: list[str] = []

    def resolve(self, host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        if host not in self.names:
            raise socket.gaierror(8, "unknown")
        family = socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (a, port)) for a in self.names[host]]

    def connect(self, address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        self.connected.append(address[0])
        found = socket.socket()
        found.settimeout(timeout)
        found.connect(self.site.server.server_address[:2])
        return found


@pytest.fixture
def names(site: Site, monkeypatch: pytest.MonkeyPatch) -> Names:
    names = Names(site, {"bote.example": ["93.184.216.34"], "innen.example": ["10.0.0.5"]})
    monkeypatch.setattr("timeline.ingest.web.client.socket.getaddrinfo", names.resolve)
    monkeypatch.setattr("timeline.ingest.web.client.socket.create_connection", names.connect)
    return names


def test_the_connection_goes_to_the_checked_address(
    site: Site, names: Names, tmp_path: Path
) -> None:
    site.serve("/a", page("Halle"))
    names.names["bote.example"] = ["10.0.0.5", "93.184.216.34"]
    saved, problems = run(tmp_path, "http://bote.example/a", local=False)
    assert (len(saved), problems) == (1, [])
    assert set(names.connected) == {"93.184.216.34"}


@pytest.mark.parametrize(
    "target", ["http://innen.example/geheim", "http://127.0.0.1/", "file:///etc/passwd"]
)
def test_redirects_into_a_private_net_are_refused(
    site: Site, names: Names, tmp_path: Path, target: str
) -> None:
    names.names["127.0.0.1"] = ["127.0.0.1"]
    site.redirect("/a", target)
    refusal(tmp_path, "http://bote.example/a", local=False)
    assert set(names.connected) == {"93.184.216.34"}


def test_a_name_that_resolves_to_a_private_address(names: Names, tmp_path: Path) -> None:
    problem = refusal(tmp_path, "http://innen.example/", local=False)
    assert names.connected == []
    assert "robots.txt" in problem.why or "privaten" in problem.why


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "notiz.txt", "http://", "http://u:p@127.0.0.1/", "http://[::1/x"]
)
def test_addresses_that_are_none(tmp_path: Path, url: str) -> None:
    refusal(tmp_path, url)


def test_robots_txt_is_kept(site: Site, tmp_path: Path) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /*?druck\nDisallow: /intern", "text/plain")
    site.serve("/intern/a", page("Halle"))
    site.serve("/a", page("Halle"))
    problem = refusal(tmp_path, site.url + "/intern/a", site.url + "/intern/a")
    assert "robots.txt" in problem.why
    assert refusal(tmp_path, site.url + "/a?druck=1")
    assert site.asked.count("/a?druck=1") == 0
    site.redirect("/b", "/intern/a")
    refusal(tmp_path, site.url + "/b")
    assert "/intern/a" not in site.asked
    assert len(run(tmp_path, site.url + "/a")[0]) == 1


def test_robots_txt_that_fails_forbids(site: Site, tmp_path: Path) -> None:
    site.routes["/robots.txt"] = lambda request: request.send_error(503)
    problem = refusal(tmp_path, site.serve("/a", page("Halle")))
    assert "nicht erreichbar" in problem.why
    assert site.asked == ["/robots.txt", "/robots.txt"]


def test_a_redirect_loop(site: Site, tmp_path: Path) -> None:
    site.redirect("/b", "/a")
    assert "im Kreis" in refusal(tmp_path, site.redirect("/a", "/b")).why


def test_too_many_redirects(site: Site, tmp_path: Path) -> None:
    for n in range(10):
        site.redirect(f"/{n}", f"/{n + 1}")
    assert "mehr als 5-mal" in refusal(tmp_path, site.url + "/0").why


def test_an_answer_that_is_announced_as_too_large(site: Site, tmp_path: Path) -> None:
    def huge(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "10000000000")
        request.end_headers()

    site.routes["/a"] = huge
    assert "größer als" in refusal(tmp_path, site.url + "/a").why


def test_a_length_that_is_no_number(site: Site, tmp_path: Path) -> None:
    body = page("Halle").encode()

    def odd(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "²²")
        request.end_headers()
        request.wfile.write(body)

    site.routes["/a"] = odd
    (saved,), problems = run(tmp_path, site.url + "/a")
    assert saved.read_bytes() == body
    assert problems == []


def test_an_answer_that_grows_without_end(site: Site, tmp_path: Path) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        while True:
            request.wfile.write(b"<p>mehr" * 1000)

    site.routes["/a"] = endless
    assert "größer als" in refusal(tmp_path, site.url + "/a").why


def test_a_packed_bomb(site: Site, tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    url = site.serve("/a", bomb, Content_Encoding="gzip")
    assert "größer als" in refusal(tmp_path, url).why


@pytest.mark.parametrize("drip", [False, True])
def test_a_server_that_never_answers(site: Site, tmp_path: Path, drip: bool) -> None:
    over = threading.Event()

    def silent(request: BaseHTTPRequestHandler) -> None:
        while not over.wait(0.1):
            if drip:
                request.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: b\r\n"[:1])
                request.wfile.flush()

    site.routes["/a"] = silent
    start = time.monotonic()
    problem = refusal(tmp_path, site.url + "/a")
    over.set()
    assert time.monotonic() - start < 6
    assert "antwortet nicht" in problem.why or "Verbindung" in problem.why


def test_a_passing_failure_is_tried_once_more(site: Site) -> None:
    waits: list[float] = []
    answers = iter([503, 200])

    def moody(request: BaseHTTPRequestHandler) -> None:
        request.send_response(next(answers))
        request.send_header("Content-Length", "0")
        request.end_headers()

    site.routes["/a"] = moody
    client = Client("x", Limits(pause=3.0), allow_local=True, sleep=waits.append)
    assert client.get(site.url + "/a").status == 200
    assert waits == [3.0]
    site.routes["/a"] = lambda request: request.send_error(503)
    with pytest.raises(FetchError, match="503"):
        client.get(site.url + "/a")


def test_nobody_listens(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    problem = refusal(tmp_path, f"http://127.0.0.1:{port}/a")
    assert "nicht erreichbar" in problem.why


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b'{"a": 1}', "application/json"),
        (b"\x89PNG\0", "image/png"),
    ],
)
def test_what_is_no_article_is_not_saved(
    site: Site, tmp_path: Path, body: bytes, kind: str
) -> None:
    assert "kein Artikel" in refusal(tmp_path, site.serve("/a", body, kind)).why


def test_a_folder_that_cannot_be_written(site: Site, tmp_path: Path) -> None:
    blocked = tmp_path / "datei"
    blocked.write_text("x")
    with pytest.raises(ExportError):
        run(blocked, site.serve("/a", page("Halle")))
