"""Fetching a page: limits, redirects, robots, private addresses; against a server on this machine."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from conftest import Result

from factcheck.errors import SourceError
from factcheck.ingest import Options, read_source, web, worker

TEXT = "Harbour plan approved\n\nThe council approved the plan for the harbour, which costs £45 million.\n"
HERE = Options(allow_private_addresses=True, timeout_seconds=5)

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A web server whose pages are a dictionary; `asked` are the paths that were asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                answer = site.pages.get(self.path, (404, {}, b"nothing here"))
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.pages["/plan"] = (200, {"Content-Type": "text/plain; charset=utf-8"}, TEXT.encode())
    yield site
    site.server.shutdown()
    site.server.server_close()
    site.thread.join()


def test_a_page_is_read_with_its_address(site: Site) -> None:
    [document] = read_source(f"{site.url}/plan", HERE)
    assert (document.path, document.url, document.format) == (f"{site.url}/plan", f"{site.url}/plan", "text")
    assert (document.title, document.text) == ("Harbour plan approved", TEXT)
    assert site.asked == ["/robots.txt", "/plan"]


def test_a_private_address_is_refused_unless_allowed(site: Site) -> None:
    with pytest.raises(SourceError, match="private network"):
        read_source(f"{site.url}/plan", Options())
    assert site.asked == []


@pytest.mark.parametrize(
    "host", ["localhost", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_names_of_private_addresses(host: str) -> None:
    with pytest.raises(SourceError, match=r"private network|cannot be fetched"):
        web.fetch(f"http://{host}/", Options(timeout_seconds=1))


def test_redirects_are_followed_and_checked_one_by_one(site: Site) -> None:
    site.pages["/old"] = (301, {"Location": "/plan"}, b"")
    assert web.fetch(f"{site.url}/old", HERE).url == f"{site.url}/plan"
    site.pages["/file"] = (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(SourceError, match="no address of a web page"):
        web.fetch(f"{site.url}/file", HERE)
    site.pages["/round"] = (302, {"Location": "/round"}, b"")
    with pytest.raises(SourceError, match="forwarded more than 5 times"):
        web.fetch(f"{site.url}/round", HERE)


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (b"User-agent: *\nDisallow: /plan\n", False),
        (b"User-agent: *\nDisallow: /other\n", True),
        (b"User-agent: factcheck\nDisallow: /\n", False),
        (b"User-agent: factcheck\nAllow: /\nUser-agent: *\nDisallow: /\n", True),
        (b"\xff\xfe nonsense", True),
    ],
)
def test_robots(site: Site, rules: bytes, allowed: bool) -> None:
    site.pages["/robots.txt"] = (200, {}, rules)
    if allowed:
        assert web.fetch(f"{site.url}/plan", HERE).data == TEXT.encode()
    else:
        with pytest.raises(SourceError, match=r"robots\.txt"):
            web.fetch(f"{site.url}/plan", HERE)
        loose = Options(allow_private_addresses=True, ignore_robots=True, timeout_seconds=5)
        assert web.fetch(f"{site.url}/plan", loose).data == TEXT.encode()


def test_a_server_that_is_broken_lets_nothing_be_fetched(site: Site) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    with pytest.raises(SourceError, match=r"robots\.txt"):
        web.fetch(f"{site.url}/plan", HERE)


@pytest.mark.parametrize(("status", "words"), [(404, "404 Not Found"), (500, "500 Internal"), (403, "403 Forbidden")])
def test_what_the_server_answers_is_said(site: Site, status: int, words: str) -> None:
    site.pages["/x"] = (status, {}, b"")
    with pytest.raises(SourceError, match=words):
        web.fetch(f"{site.url}/x", HERE)


def test_a_page_that_is_too_large(site: Site) -> None:
    small = replace(HERE, max_page_bytes=1_000)
    site.pages["/big"] = (200, {}, b"x" * 5_000)
    site.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(100_000)))
    for path in ("/big", "/bomb"):
        with pytest.raises(SourceError, match=r"is larger than 0\.001 MB"):
            web.fetch(site.url + path, small)


def test_packed_pages(site: Site) -> None:
    site.pages["/gz"] = (200, {"Content-Encoding": "gzip", "Content-Type": "text/plain"}, gzip.compress(TEXT.encode()))
    assert web.fetch(f"{site.url}/gz", HERE).data == TEXT.encode()
    site.pages["/bad"] = (200, {"Content-Encoding": "gzip"}, b"no gzip")
    site.pages["/br"] = (200, {"Content-Encoding": "br"}, b"x")
    for path, words in (("/bad", "damaged"), ("/br", "packed with br")):
        with pytest.raises(SourceError, match=words):
            web.fetch(site.url + path, HERE)


@pytest.mark.parametrize("part", [b"", b"HTTP/1.1 200 OK\r\nX: "], ids=["silent", "drips its headers"])
def test_a_server_that_is_slow(site: Site, part: bytes) -> None:
    release = threading.Event()

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(part)
        while not release.wait(0.02):
            if part:
                try:
                    handler.wfile.write(b"x")
                except OSError:
                    return

    site.pages["/slow"] = slow
    try:
        with pytest.raises(SourceError, match=r"no answer within 0\.3 seconds"):
            web.fetch(f"{site.url}/slow", Options(allow_private_addresses=True, timeout_seconds=0.3))
    finally:
        release.set()


def test_the_encoding_that_the_server_names(site: Site) -> None:
    site.pages["/latin"] = (200, {"Content-Type": "text/plain; charset=iso-8859-2"}, "Łódź".encode("iso-8859-2"))
    assert web.fetch(f"{site.url}/latin", HERE).data == "Łódź".encode()


@pytest.mark.parametrize(
    "url",
    ["http://", "https:///x", "http://[", "http://a:99999/", "http://u:secret@127.0.0.1/", "http://" + "a" * 3000],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(SourceError):
        web.fetch(url, HERE)


def test_nobody_there() -> None:
    with pytest.raises(SourceError, match="cannot be fetched"):
        web.fetch("http://127.0.0.1:9/", HERE)


def test_nothing_is_said_of_the_address_but_what_is_needed(site: Site) -> None:
    headers: dict[str, str] = {}

    def note(handler: BaseHTTPRequestHandler) -> None:
        headers.update(handler.headers.items())
        handler.send_response(200)
        handler.end_headers()

    site.pages["/note?q=a%20b"] = note
    web.fetch(f"{site.url}/note?q=a%20b#part", HERE)
    assert sorted(headers) == ["Accept-Encoding", "Connection", "Host", "User-Agent"]


# --- as the commands do it ----------------------------------------------------------------------------------


def test_the_commands_fetch_within_the_limits_named(
    site: Site, run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = f"{site.url}/plan"
    assert "private network" in run("figures", url).err
    assert site.asked == []
    assert "is larger than 0.001 MB" not in run("figures", url, "--allow-private", "--max-size", "0.001").err
    site.pages["/plan"] = (200, {}, TEXT.encode() * 100)
    assert "is larger than 0.001 MB" in run("figures", url, "--allow-private", "--max-size", "0.001").err
    result = run("index", url, "--allow-private", "--timeout", "5", "--db", "c.db")
    assert result.status == 0
    shown = json.loads(run("sources", "show", "1", "--json", "--db", "c.db").out)
    assert (shown["path"], shown["url"]) == (url, url)
    assert shown["indexed"]


def test_a_draft_is_fetched_within_the_limits_named(site: Site, run: Callable[..., Result]) -> None:
    site.pages["/draft"] = (200, {}, b"They met on Monday, 18 December 2024. " * 100)
    draft = ("proofread", "--no-sources", f"{site.url}/draft")
    assert "private network" in run(*draft).err
    assert site.asked == []
    assert "is larger than 0.001 MB" in run(*draft, "--allow-private", "--max-size", "0.001").err
    result = run(*draft, "--allow-private", "--timeout", "5", "--fail-on", "warning")
    assert (result.status, f"{site.url}/draft:1:13: warning weekday-wrong" in result.out) == (1, True)


def test_a_page_is_read_in_a_process_of_its_own(site: Site) -> None:
    page = "<html><body><article><p>" + "The council approved the plan for the harbour. " * 10 + "</p></article></body>"
    site.pages["/page"] = (200, {"Content-Type": "text/html"}, page.encode())
    with worker.Reader() as reader:
        reading = reader.read(f"{site.url}/page", HERE)
        assert reader._process is not None
    assert (reading.documents[0].format, reading.documents[0].url) == ("html", f"{site.url}/page")
