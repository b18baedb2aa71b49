"""Bytes in, documents out: choose the reader, run it, and turn what goes wrong into one clear error."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from factcheck.errors import SourceError
from factcheck.ingest import formats
from factcheck.ingest.sources import Found, as_stored, display_name, is_address, load
from factcheck.models import Document

MAX_DEPTH = 4
"""How deep archives, mails and attachments may lie in one another."""
MAX_EXPANDED_BYTES = 200_000_000
"""How much one file may unpack to, over everything that lies in it."""
MAX_MEMBERS = 100_000
"""How many files one file may hold."""

READABLE = ("text", "title", "author", "publisher", "published", "url")
"""What a field of JSON Lines may hold."""

ANEW = "open it in the program it was made with, and save it anew"
"""What to do about a file that its reader makes nothing of."""

MANY = 20
"""More parts than this with the same problem are told as one."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person can say about reading.

    The `json_…` names are the fields of JSON Lines that hold the text, the title and so on; without them the
    usual names are tried. `allow_private_addresses` lets web pages be fetched from this machine and its network;
    `timeout_seconds` and `max_page_bytes` are how long fetching a page may take and how large it may be.
    """

    json_text: str | None = None
    json_title: str | None = None
    json_author: str | None = None
    json_publisher: str | None = None
    json_published: str | None = None
    json_url: str | None = None
    allow_private_addresses: bool = False
    ignore_robots: bool = False
    timeout_seconds: float = 20.0
    max_page_bytes: int = 50_000_000

    @property
    def fields(self) -> dict[str, str]:
        """The fields of JSON Lines that were named, by what they hold."""
        named = {name: getattr(self, f"json_{name}") for name in READABLE}
        return {name: field for name, field in named.items() if field}

    def with_fields(self, fields: Mapping[str, str]) -> Options:
        """Return the same with these fields of JSON Lines, each by what it holds."""
        if fields == self.fields:
            return self
        named: dict[str, Any] = {f"json_{name}": fields.get(name) for name in READABLE}  # Any: values by their names
        return replace(self, **named)


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a file that could not be read, and why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: its documents, and the parts of it that could not be read."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a source that nobody has looked into yet; `url` and `hint` are those of `read_data`."""

    name: str
    data: bytes
    url: str | None = None
    hint: str = ""


class BottomlessError(SourceError):
    """A file unpacks to more than may be read: no more of it is, whatever archive inside it this was found in."""


@dataclass(slots=True)
class Tally:
    """What has been unpacked from one file so far; shared by all its members."""

    expanded: int = 0
    members: int = 0
    problems: list[Problem] = field(default_factory=list)

    def count(self, size: int, name: str) -> None:
        """Add a member, or raise SourceError where the file unpacks to more than it may."""
        self.expanded += size
        self.members += 1
        if self.expanded > MAX_EXPANDED_BYTES or self.members > MAX_MEMBERS:
            raise BottomlessError(
                f"{name} unpacks to more than {MAX_EXPANDED_BYTES / 1e6:,.0f} MB or {MAX_MEMBERS:,} files",
                "unpack it yourself and name the files you want",
            )


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source on their way to a reader.

    `sha256` is that of the file on disk, also for what lies inside it, so that a file is known again whole.
    """

    name: str
    data: bytes
    sha256: str
    options: Options = Options()
    depth: int = 0
    tally: Tally = field(default_factory=Tally)
    url: str | None = None

    def member(self, name: str, data: bytes, hint: str = "") -> Iterator[Document]:
        """Yield the documents of a file that lies inside this one; what cannot be read is noted, not raised.

        `hint` is a suffix that stands in for that of the name.
        """
        full_name = f"{self.name}!/{name}"
        if self.depth >= MAX_DEPTH:
            self.note_problem(full_name, f"it lies more than {MAX_DEPTH} files deep")
            return
        self.tally.count(len(data), self.name)
        inner = replace(self, name=full_name, data=data, depth=self.depth + 1, url=None)
        try:
            yield from _read(inner, hint)
        except BottomlessError:
            raise
        except SourceError as error:
            self.note_problem(full_name, error.message)

    def note_problem(self, name: str, message: str) -> None:
        """Remember a part that could not be read."""
        self.tally.problems.append(Problem(name, message))


def read_source(source: Found | str | os.PathLike[str], options: Options | None = None) -> list[Document]:
    """Return the documents of a file, of a web page, or of what `find_sources` found; a file may hold several.

    Raises SourceError. Parts that could not be read are named in the notes of the first document.
    """
    return with_notes(read(source, options))


def read_stream(name: str, data: bytes, options: Options | None = None) -> list[Document]:
    """Return the documents that some bytes hold; `name` is their path, its suffix a hint to their format."""
    return with_notes(read_data(name, data, options))


def read(source: Found | str | os.PathLike[str], options: Options | None = None) -> Reading:
    """Return the documents of a file or web page with the parts that could not be read; raises SourceError."""
    loaded = load_source(source, options)
    return read_data(loaded.name, loaded.data, options, url=loaded.url, hint=loaded.hint)


def load_source(source: Found | str | os.PathLike[str], options: Options | None = None) -> Loaded:
    """Return the bytes of a file or web page, fetched where it is an address; raises SourceError."""
    if not isinstance(source, Found):
        name = os.fspath(source)
        path = Path(name)
        source = Found(path, as_stored(name) if is_address(name) else display_name(path), named=True)
    if source.is_address:
        from factcheck.ingest.web import fetch

        page = fetch(source.name, options or Options())
        return Loaded(source.name, page.data, page.url, page.hint)
    return Loaded(source.name, load(source))


def read_data(
    name: str, data: bytes, options: Options | None = None, *, url: str | None = None, hint: str = ""
) -> Reading:
    """Return the documents that some bytes hold with the parts that could not be read; raises SourceError.

    `hint` is a suffix (".html") that stands in for that of the name, as a web server's content type does.
    """
    found = list(each(name, data, options, url=url, hint=hint))
    documents = tuple(item for item in found if isinstance(item, Document))
    return Reading(documents, tuple(item for item in found if isinstance(item, Problem)))


def each(
    name: str, data: bytes, options: Options | None = None, *, url: str | None = None, hint: str = ""
) -> Iterator[Document | Problem]:
    """Yield the documents of some bytes one by one, then the parts that could not be read.

    For mailboxes and files of JSON Lines whose documents need more room together than one at a time.
    Raises SourceError where the whole cannot be read, also after some documents, and where it holds no text.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise SourceError(f"{name} is empty", "save it again, or leave it out")
    raw = Raw(name, data, digest(data), options or Options(), url=url)
    is_empty = True
    for document in _read(raw, hint):
        is_empty = False
        yield document
    problems = list(_summed(name, raw.tally.problems)) if raw.tally.problems else []
    if is_empty:
        first = f": {problems[0].name}: {problems[0].message}" if problems else ""
        raise SourceError(f"{name} holds no text that can be read{first}", "" if problems else ANEW)
    yield from problems


def _summed(name: str, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the problems, where many parts have the same one it alone with their number."""
    counts = Counter(problem.message for problem in problems)
    told: set[str] = set()
    for problem in problems:
        count = counts[problem.message]
        if count <= MANY:
            yield problem
        elif problem.message not in told:
            told.add(problem.message)
            yield Problem(f"{name}!/", f"{count:,} files in it: {problem.message}")


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, by which an unchanged file is known."""
    return hashlib.sha256(data).hexdigest()


def _read(raw: Raw, hint: str = "") -> Iterator[Document]:
    """Yield what the reader for these bytes yields; whatever breaks in a parser becomes a SourceError."""
    chosen = formats.choose(raw.name, raw.data, hint)
    reader = formats.load_reader(chosen, raw.name)
    try:
        yield from reader(raw)
    except SourceError as error:
        error.hint = error.hint or ANEW
        raise
    except (MemoryError, RecursionError):
        message = f"{raw.name} is too deeply nested or too large to read as {chosen.title}"
        raise SourceError(message, "split it, or save it as plain text") from None
    except Exception as error:  # a parser of someone else's format may raise anything: report it, keep the run
        what = f"{error.__class__.__name__}: {error}".strip(": ")[:200]
        raise SourceError(f"{raw.name} is damaged or not {chosen.title} ({what})", ANEW) from error


def with_notes(reading: Reading) -> list[Document]:
    """Return the documents, the first with a note for each part that could not be read."""
    documents = list(reading.documents)
    if reading.problems:
        notes = tuple(f"not read: {problem.name}: {problem.message}" for problem in reading.problems)
        documents[0] = replace(documents[0], notes=documents[0].notes + notes)
    return documents
