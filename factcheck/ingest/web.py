"""Fetch one web page or file that a person named, within limits, and never from inside their own network.

The connection is made to the very address that was checked, so that a name cannot be resolved a second time to
another one. Only the standard library: one page at a time needs no more. Proxies are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import factcheck
from factcheck.errors import SourceError
from factcheck.ingest.reading import Options

AGENT = f"factcheck/{factcheck.__version__}"
MAX_ROBOTS_BYTES = 500_000  # what Google reads of one, and RFC 9309 asks for
MAX_REDIRECTS = 5
MAX_NAME = 2_000
SAVE = "save the page in a browser and name the file"

# IPv6 networks whose addresses lead to IPv4 ones: translated (RFC 6052) and compatible (RFC 4291); RFC 8215's is local.
_CARRIERS = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
_LOCAL_TRANSLATION = ipaddress.ip_network("64:ff9b:1::/48")

_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
_SAFE = "/%:@!$&'()*+,;=~-._"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "text/vtt": ".vtt",
    "message/rfc822": ".eml",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address after redirects, the bytes, and a suffix that its content type stands for."""

    url: str
    data: bytes
    hint: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: http.client.HTTPMessage
    data: bytes


def fetch(url: str, options: Options) -> Page:
    """Return the page at an address; raises SourceError with what went wrong and, for robots, how to go on."""
    deadline = time.monotonic() + options.timeout_seconds
    for _ in range(MAX_REDIRECTS + 1):
        if not options.ignore_robots and not _may_fetch(url, options, deadline):
            message = f"{url} may not be fetched by programs: its site's robots.txt says so"
            raise SourceError(message, "save the page and name the file")
        answer = _request(url, options, deadline, options.max_page_bytes)
        if answer.status in _REDIRECTS and answer.headers.get("Location"):
            url = _joined(url, answer)
            continue
        if answer.status != 200:
            reason = http.client.responses.get(answer.status, "")
            message = f"{url} cannot be fetched: the server answered {answer.status} {reason}".rstrip()
            raise SourceError(message, "check the address, or save the page and name the file")
        return Page(url, _as_utf8(answer), _SUFFIXES.get(answer.headers.get_content_type(), ""))
    raise SourceError(f"{url} cannot be fetched: it was forwarded more than {MAX_REDIRECTS} times", SAVE)


def _as_utf8(answer: _Answer) -> bytes:
    """Return the bytes, a text in another encoding that the server names converted to UTF-8."""
    charset = answer.headers.get_content_charset()
    if answer.headers.get_content_maintype() != "text" or charset in (None, "utf-8", "utf8"):
        return answer.data
    try:
        return answer.data.decode(str(charset)).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return answer.data


def _joined(url: str, answer: _Answer) -> str:
    """Return the address that an answer forwards to."""
    try:
        return urljoin(url, str(answer.headers["Location"]))
    except ValueError:
        raise SourceError(f"{url} cannot be fetched: it forwards to what is no address", SAVE) from None


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        raise _no_address(url) from None


def _no_address(url: str) -> SourceError:
    return SourceError(
        f"{url[:200]} is no address of a web page", "write it as the browser shows it: https://example.org/news"
    )


def _may_fetch(url: str, options: Options, deadline: float) -> bool:
    parts = _parts(url)
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    answer = _request(address, options, deadline, MAX_ROBOTS_BYTES, url)
    for _ in range(MAX_REDIRECTS):
        if answer.status not in _REDIRECTS or not answer.headers.get("Location"):
            break
        address = _joined(address, answer)
        answer = _request(address, options, deadline, MAX_ROBOTS_BYTES, url)
    if answer.status != 200:
        return answer.status < 500  # RFC 9309: no robots.txt allows all, a broken server nothing
    rules = RobotFileParser()
    rules.parse(answer.data.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)


def _request(url: str, options: Options, deadline: float, limit: int, page: str = "") -> _Answer:
    """Return the answer to one request, without following redirects; errors name the page that it is made for."""
    page = page or url
    parts = _parts(url)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise _no_address(page) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > MAX_NAME:
        raise _no_address(page)
    if parts.username is not None:
        raise SourceError(f"{parts.hostname}: addresses with a user name in them are not fetched", SAVE)
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE + "?")
    try:
        address = _checked_address(parts.hostname, port, options)
        connection = _connect(parts.scheme, parts.hostname, port, address, deadline)
        # The time-out of a socket starts anew with every byte: a server that drips its headers is cut off by this.
        alarm = threading.Timer(max(0.0, deadline - time.monotonic()), _cut_off, (connection,))
        alarm.daemon = True
        alarm.start()
        try:
            connection.request("GET", path, headers=_HEADERS)
            response = connection.getresponse()
            data = _read_within(response, deadline, limit, page)
            return _Answer(response.status, response.headers, _unpacked(data, response.headers, limit, page))
        except (OSError, http.client.HTTPException):
            if time.monotonic() >= deadline:
                raise TimeoutError from None
            raise
        finally:
            alarm.cancel()
            connection.close()
    except TimeoutError:
        message = f"{page} cannot be fetched: no answer within {options.timeout_seconds:g} seconds"
        raise SourceError(message, "try again later, or wait longer with --timeout") from None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        why, hint = _why(error, parts.hostname)
        raise SourceError(f"{page} cannot be fetched: {why}", hint) from None


def _why(error: Exception, host: str) -> tuple[str, str]:
    """Return what a failed connection means to a person, and what to do about it."""
    if isinstance(error, socket.gaierror | UnicodeError):
        return f"no site called {host} was found", "check the address and the connection"
    if isinstance(error, ConnectionRefusedError):
        return f"{host} takes no connection", "check the address, or try again later"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{host} does not prove that it is that site ({getattr(error, 'verify_message', '') or error})", SAVE
    return str(error) or error.__class__.__name__, "check the address and the connection"


def _checked_address(host: str, port: int, options: Options) -> str:
    """Return the numeric address to connect to; one inside a private network is refused."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not options.allow_private_addresses and not all(map(_is_public, addresses)):
        raise SourceError(
            f"{host} is not fetched: it lies in a private network",
            "save the page, or use index --allow-private",
        )
    return addresses[0]


def _is_public(text: str) -> bool:
    """Is a numeric address, and an IPv4 address that it carries, one of the open internet?"""
    address = ipaddress.ip_address(text)
    if address.is_multicast or not address.is_global:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return True
    if any(address in network for network in _CARRIERS):  # the last 32 bits are an IPv4 address
        return _is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)))
    if address.sixtofour is not None or address in _LOCAL_TRANSLATION:  # 6to4 is retired: Python 3.13 calls it private
        return False
    return address.ipv4_mapped is None or _is_public(str(address.ipv4_mapped))


def _connect(scheme: str, host: str, port: int, address: str, deadline: float) -> http.client.HTTPConnection:
    """Return a connection to the address that was checked, speaking to the host that was named."""
    left = max(0.001, deadline - time.monotonic())
    plain = socket.create_connection((address, port), timeout=left)
    connection = http.client.HTTPConnection(host, port, timeout=left)
    if scheme == "https":
        try:
            connection = http.client.HTTPSConnection(host, port, timeout=left)
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
    else:
        connection.sock = plain
    return connection


def _cut_off(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError, AttributeError):  # closed meanwhile
        connection.sock.shutdown(socket.SHUT_RDWR)


def _read_within(response: http.client.HTTPResponse, deadline: float, limit: int, url: str) -> bytes:
    """Return the body; a server that drips bytes is cut off at the deadline."""
    pieces: list[bytes] = []
    size = 0
    while True:
        if time.monotonic() > deadline:
            raise TimeoutError
        piece = response.read1(65_536)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(url, limit)


def _too_large(url: str, limit: int) -> SourceError:
    return SourceError(f"{url} is larger than {limit / 1e6:g} MB, and is not fetched", "fetch more with --max-size")


def _unpacked(data: bytes, headers: http.client.HTTPMessage, limit: int, url: str) -> bytes:
    encoding = str(headers.get("Content-Encoding", "identity")).strip().lower()
    if encoding in ("identity", ""):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"{url} cannot be read: it is packed with {encoding}", SAVE)
    try:
        unpacker = zlib.decompressobj(47 if "gzip" in encoding else 15)  # 47: a gzip or zlib header, as it comes
        unpacked = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise SourceError(f"{url} cannot be read: its packing is damaged ({error})", SAVE) from None
    if len(unpacked) > limit:
        raise _too_large(url, limit)
    return unpacked
