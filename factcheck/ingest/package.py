"""Files that are ZIP packages of XML parts: Word, Excel, OpenDocument, EPUB."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, XMLParser, fromstring

from factcheck.errors import SourceError
from factcheck.ingest.reading import MAX_EXPANDED_BYTES, Raw

MAX_PART_BYTES = 60_000_000
"""A tree takes twelve times the room of its XML. A book of a thousand pages has about 10 MB."""

PIECE_BYTES = 1_000_000
OVERLAP_BYTES = 20_000


class Package:
    """The parts of one package, read one by one and never more of them than a file may unpack to."""

    def __init__(self, raw: Raw) -> None:
        """Open the package; raises SourceError where it is damaged or locked."""
        self._raw = raw
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw.data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise SourceError(f"{raw.name} is damaged: {error}") from None
        self.names = self._archive.namelist()

    def check_sizes(self) -> None:
        """Raise SourceError where the parts together unpack to more than a file may."""
        total = sum(info.file_size for info in self._archive.infolist())
        if total > MAX_EXPANDED_BYTES:
            raise SourceError(f"{self._raw.name} unpacks to {total / 1e6:,.0f} MB, more than is read")

    def part(self, name: str) -> bytes | None:
        """Return a part's bytes, None where the package has no such part."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise SourceError(f"{self._raw.name} is locked with a password", "save it without one")
        if info.file_size > MAX_PART_BYTES:
            raise self._too_large()
        with self._archive.open(info) as file:
            data = file.read(MAX_PART_BYTES + 1)  # the size that it claims to have may be a lie
        if len(data) > MAX_PART_BYTES:
            raise self._too_large()
        self._raw.tally.count(len(data), self._raw.name)
        return data

    def finds(self, pattern: re.Pattern[bytes]) -> Callable[[str], bool]:
        """Return what tells of a part whether a pattern stands in it, read piece by piece; its matches are short."""

        def is_in(name: str) -> bool:
            before = b""
            with self._archive.open(name) as file:
                while piece := file.read(PIECE_BYTES):
                    if pattern.search(before + piece):
                        return True
                    before = piece[-OVERLAP_BYTES:]
            return False

        return is_in

    def _too_large(self) -> SourceError:
        limit = f"{MAX_PART_BYTES / 1e6:,.0f} MB"
        return SourceError(f"{self._raw.name} is too large: a part of it takes more than {limit}", "split it")

    def xml(self, name: str) -> Element | None:
        """Return the root element of a part, None where the package has no such part."""
        data = self.part(name)
        return None if data is None else parse_xml(data, f"{self._raw.name}!/{name}")


def outermost(element: Element, tag: str) -> Iterator[Element]:
    """Yield the elements of a tag below an element in order, but none that lies in another of them."""
    waiting = list(reversed(element))
    while waiting:
        at = waiting.pop()
        if at.tag == tag:
            yield at
        else:
            waiting.extend(reversed(at))


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root element; a document type is refused, since these formats have none and bombs do."""
    plain = data.replace(b"\x00", b"")  # UTF-16 too
    if b"<!DOCTYPE" in plain and b"<!ENTITY" in plain:
        raise SourceError(f"{name} declares entities, which this format does not have")
    try:
        return fromstring(data, XMLParser(encoding=None))
    except SyntaxError as error:  # ParseError is one
        raise SourceError(f"{name} is no well-formed XML: {error}") from None
