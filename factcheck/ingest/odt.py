"""OpenDocument texts: headings, lists, tables, footnotes; comments and tracked deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from factcheck.errors import SourceError
from factcheck.ingest import raised
from factcheck.ingest.docx import created_on, lay_out_rows
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.package import Package, outermost
from factcheck.ingest.reading import Raw
from factcheck.ingest.spans import Cell, grid
from factcheck.models import Document

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
MAX_REPEATED = 1_000
"""A cell may say that it stands a million times, as the empty ones at the end of a row do."""
MAX_REPEATED_CHARACTERS = 100_000
"""What a cell that stands many times may come to, unless it is longer by itself."""

_ASIDE = frozenset({_TEXT + "note", _TEXT + "p", _DRAW + "text-box"})
_LEFT_OUT = frozenset({_OFFICE + "annotation", _TEXT + "tracked-changes", _OFFICE + "forms", _TEXT + "note-citation"})


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of an OpenDocument text."""
    package = Package(raw)
    manifest = package.part("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise SourceError(f"{raw.name} is locked with a password", "save it without one")
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise SourceError(f"{raw.name} is damaged: it has no text part")
    writer = _Writer(_title_styles(root), _raised_styles(root))
    writer.has_pages = next(body.iter(_TEXT + "soft-page-break"), None) is not None
    writer.walk(body)
    document = finish(raw, writer.layout, "odt", _properties(package))
    if document:
        yield document


@dataclass(slots=True)
class _Writer:
    """Walks the body and lays out what it meets."""

    title_styles: frozenset[str] = frozenset()
    raised_styles: frozenset[str] = frozenset()
    layout: Layout = field(default_factory=Layout)
    has_pages: bool = False
    page: int = 1

    def walk(self, element: Element, kind: str = "paragraph") -> None:
        """Lay out the paragraphs and tables in an element."""
        for child in element:
            if child.tag == _TEXT + "p":
                is_title = child.get(_TEXT + "style-name") in self.title_styles
                self._paragraph(child, "heading" if is_title else kind, 0)
            elif child.tag == _TEXT + "h":
                level = child.get(_TEXT + "outline-level", "1")
                self._paragraph(child, "heading", int(level) if level.isdecimal() else 1)
            elif child.tag == _TABLE + "table":
                rows = [self._cells(row) for row in outermost(child, _TABLE + "table-row")]
                lay_out_rows(self.layout, grid(rows), self._page())
            elif child.tag == _TEXT + "list-item":
                self.walk(child, "item")
            elif child.tag == _TEXT + "soft-page-break":
                self.page += 1
            elif child.tag not in _LEFT_OUT:
                self.walk(child, kind)

    def _paragraph(self, paragraph: Element, kind: str, level: int = 1) -> None:
        aside: list[Element] = []
        page = self._page()
        text = self._text(paragraph, aside)
        self.layout.add(text, kind, level=level, page=page)
        for element in aside:
            if element.tag == _TEXT + "note":
                body = " ".join(self._text(part, []) for part in element.iter(_TEXT + "p"))
                number = element.findtext(_TEXT + "note-citation") or ""
                note = f"{element.get(_TEXT + 'note-class', 'footnote')} {number}".strip()
                self.layout.add(body, "caption", page=page, position=note)
            elif element.tag == _TEXT + "p":
                self._paragraph(element, kind)
            else:
                self.walk(element)

    def _cells(self, row: Element) -> list[Cell]:
        """Return the cells of a row; those covered by one beside or above are left to its reach."""
        cells: list[Cell] = []
        for cell in row.findall(_TABLE + "table-cell"):
            text = squeeze(" ".join(self._text(part, []) for part in cell.iter(_TEXT + "p")))
            most = min(MAX_REPEATED, max(1, MAX_REPEATED_CHARACTERS // (len(text) or 1)))
            reach = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
            cells += [Cell(text, *reach)] * min(_number(cell, "number-columns-repeated"), most)
        return cells

    def _page(self) -> int | None:
        return self.page if self.has_pages else None

    def _text(self, element: Element, aside: list[Element]) -> str:
        """Return what a reader sees of a paragraph; footnotes, text boxes and paragraphs in it are set aside."""
        pieces: list[str] = []
        waiting: list[Element | str] = [element]
        while waiting:
            at = waiting.pop()
            if isinstance(at, str):
                pieces.append(at)
                continue
            tail = at.tail if at is not element else None
            if tail:
                waiting.append(tail)
            if at.tag in _ASIDE and at is not element:
                aside.append(at)
            elif at.tag in (_TEXT + "s", _TEXT + "tab", _TEXT + "line-break"):
                pieces.append(" ")
            elif at.tag == _TEXT + "soft-page-break":
                self.page += 1
            elif at.tag not in _LEFT_OUT:
                is_raised = at.tag == _TEXT + "span" and at.get(_TEXT + "style-name") in self.raised_styles
                waiting.extend([raised.CLOSE, *reversed(at)] if is_raised else reversed(at))
                if at.text:
                    waiting.append(at.text)
                if is_raised:
                    waiting.append(raised.OPEN)
        return raised.settle("".join(pieces))


def _number(cell: Element, name: str) -> int:
    stated = cell.get(_TABLE + name, "1")
    return int(stated) if stated.isdecimal() and len(stated) < 10 else 1


def _title_styles(root: Element) -> frozenset[str]:
    """Return the names of the style "Title" and of those made from it."""
    made = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        if style.get(_STYLE + "parent-style-name") == "Title"
    }
    return frozenset({"Title", *filter(None, made)})


def _raised_styles(root: Element) -> frozenset[str]:
    """Return the names of the styles that raise characters: "super 58%", or a height in per cent above 0."""
    found: set[str] = set()
    for style in root.iter(_STYLE + "style"):
        for properties in style.findall(_STYLE + "text-properties"):
            position = (properties.get(_STYLE + "text-position") or "").split()[:1]
            if position and (position[0] == "super" or position[0].rstrip("%").partition(".")[0].isdecimal()):
                found.add(style.get(_STYLE + "name") or "")
    return frozenset(found - {""})


def _properties(package: Package) -> Metadata:
    root = package.xml("meta.xml")
    meta = root.find(_OFFICE + "meta") if root is not None else None
    if meta is None:
        return Metadata()
    author = meta.findtext(_META + "initial-creator") or meta.findtext(_DC + "creator")
    created = created_on(meta.findtext(_META + "creation-date"))
    return Metadata(title=meta.findtext(_DC + "title") or None, author=author or None, created=created)
