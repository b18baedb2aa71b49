"""EPUB books: the chapters in the order of the spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from factcheck.errors import SourceError
from factcheck.ingest.dates import read_date
from factcheck.ingest.layout import Layout, finish
from factcheck.ingest.markup import lay_out_html
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.package import Package
from factcheck.ingest.reading import Raw
from factcheck.models import Document

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a book."""
    package = Package(raw)
    container = package.xml("META-INF/container.xml")
    root_file = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    path = root_file.get("full-path", "") if root_file is not None else ""
    book = package.xml(path) if path else None
    if book is None:
        raise SourceError(f"{raw.name} is damaged: it has no list of its chapters")
    layout = Layout()
    notes: list[str] = []
    for chapter in _chapters(book, posixpath.dirname(path)):
        data = package.part(chapter)
        if data is None:
            notes.append(f"the chapter {chapter} is missing")
        elif b"\x00" in data[:1000]:
            raise SourceError(f"{raw.name} is locked (its chapters are encrypted)", "name a copy without a lock")
        else:
            lay_out_html(data.decode("utf-8-sig", "replace"), layout)
    document = finish(raw, layout, "epub", _properties(book), notes)
    if document:
        yield document


def _chapters(book: Element, folder: str) -> Iterator[str]:
    """Yield the paths of the chapters, without the table of contents."""
    paths = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in book.iter(_OPF + "item")
        if "nav" not in item.get("properties", "").split()
    }
    for reference in book.iter(_OPF + "itemref"):
        path = paths.get(reference.get("idref", ""))
        if path:
            yield path


def _properties(book: Element) -> Metadata:
    def first(name: str) -> str | None:
        return next((element.text for element in book.iter(_DC + name) if element.text), None)

    authors = ", ".join(element.text for element in book.iter(_DC + "creator") if element.text)
    published = read_date(first("date") or "")
    return Metadata(
        title=first("title"),
        author=authors or None,
        publisher=first("publisher"),
        published=published,
        published_from="book metadata" if published else None,
        language=first("language"),
    )
