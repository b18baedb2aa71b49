"""Word documents: headings, lists, tables, footnotes; comments, deleted text, headers and footers left out.

Not python-docx: its paragraphs leave out insertions under "track changes", text boxes, content controls and
footnotes, all of which a reader of the document sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from factcheck.errors import SourceError
from factcheck.ingest import raised
from factcheck.ingest.dates import read_date
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.package import Package, outermost
from factcheck.ingest.reading import Raw
from factcheck.ingest.spans import Cell, grid
from factcheck.ingest.tables import is_header, joined_names, row_text
from factcheck.models import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = _W + "p"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "delText", "commentReference"})
_HEADING = re.compile(r"(?:heading|überschrift|titre|título)\s*(\d)", re.IGNORECASE)


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a Word file; pages are those at which Word last broke the text."""
    package = Package(raw)
    body = package.xml("word/document.xml")
    if body is None:
        raise SourceError(f"{raw.name} is damaged: it has no text part")
    styles = package.xml("word/styles.xml")
    writer = _Writer(_heading_levels(styles), _notes(package), _list_styles(styles))
    writer.has_pages = next(body.iter(_W + "lastRenderedPageBreak"), None) is not None
    writer.walk(body)
    document = finish(raw, writer.layout, "docx", _properties(package))
    if document:
        yield document


@dataclass(slots=True)
class _Writer:
    """Walks the body and lays out what it meets."""

    levels: dict[str, int]
    footnotes: dict[tuple[str, str], Element]
    list_styles: frozenset[str] = frozenset()
    layout: Layout = field(default_factory=Layout)
    has_pages: bool = False
    page: int = 1
    met: list[tuple[str, str]] = field(default_factory=list)  # footnotes referred to in the paragraph at hand

    def walk(self, element: Element) -> None:
        """Lay out the paragraphs and tables in an element."""
        for child in element:
            name = _name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name not in _LEFT_OUT:
                self.walk(child)

    def _paragraph(self, paragraph: Element) -> None:
        boxes: list[Element] = []
        page = self.page
        text = self._text(paragraph, boxes)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style_name = style.get(_W + "val", "") if style is not None else ""
        level = self.levels.get(style_name)
        number = self._page(page)
        if level is not None:
            self.layout.add(text, "heading", level=level, page=number)
        else:
            is_item = style_name in self.list_styles or paragraph.find(f"{_W}pPr/{_W}numPr") is not None
            self.layout.add(text, "item" if is_item else "paragraph", page=number)
        for box in boxes:
            if box.tag == _P:
                self._paragraph(box)
            else:
                self.walk(box)
        self._add_footnotes()

    def _table(self, table: Element) -> None:
        page = self._page(self.page)
        rows = [
            [self._cell(cell) for cell in row.findall(_W + "tc")]
            for row in outermost(table, _W + "tr")  # a table in a cell is text of that cell
        ]
        lay_out_rows(self.layout, grid(rows), page)
        self._add_footnotes()

    def _cell(self, cell: Element) -> Cell:
        text = squeeze(" ".join(self._text(p, []) for p in cell.iter(_P)))
        span, merged = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merged is not None and merged.get(_W + "val", "continue") == "continue"
        across = span.get(_W + "val", "1") if span is not None else "1"
        return Cell(None if goes_on and not text else text, int(across) if across.isdecimal() else 1)

    def _add_footnotes(self) -> None:
        met, self.met = self.met, []
        for key in met:
            note = self.footnotes.get(key)
            if note is not None:
                text = " ".join(self._text(paragraph, []) for paragraph in note.iter(_P))
                self.layout.add(text, "caption", page=self._page(self.page), position=f"{key[0]} {key[1]}")
        self.met = []

    def _page(self, page: int) -> int | None:
        return page if self.has_pages else None

    def _text(self, element: Element, boxes: list[Element]) -> str:
        """Return what a reader sees of an element; text boxes, and paragraphs where none should be, are set aside."""
        pieces: list[str] = []
        waiting: list[Element | str] = [element]
        while waiting:
            at = waiting.pop()
            if isinstance(at, str):
                pieces.append(at)
                continue
            name = _name(at)
            if name == "t":
                pieces.append(at.text or "")
            elif name in ("tab", "br", "cr"):
                pieces.append(" ")
            elif name == "noBreakHyphen":
                pieces.append("-")
            elif name == "lastRenderedPageBreak":
                self.page += 1
            elif name in ("footnoteReference", "endnoteReference"):
                self.met.append((name.removesuffix("Reference"), at.get(_W + "id", "")))
            elif name == "txbxContent" or (at.tag == _P and at is not element):
                boxes.append(at)
            elif name == "r" and at.find(f"{_W}rPr/{_W}vanish") is not None:
                continue
            elif name not in _LEFT_OUT:
                is_raised = name == "r" and _is_raised(at)
                waiting.extend([raised.CLOSE, *reversed(at), raised.OPEN] if is_raised else reversed(at))
        return raised.settle("".join(pieces))


def lay_out_rows(layout: Layout, rows: list[list[str]], page: int | None = None) -> None:
    """Add the rows of a table; a first row of names turns each cell below into "column: value".

    Above it may stand rows of a single cell, as captions do.
    """
    columns: list[str] = []
    head = next((at for at, row in enumerate(rows) if sum(1 for cell in row if cell.strip()) > 1), 0)
    if rows and is_header(rows[head], rows[head + 1 :]):
        for row in rows[:head]:
            layout.add(row_text((), row), "caption", page=page)
        columns, rows = rows[head], rows[head + 1 :]
        if together := joined_names(columns, rows):
            columns, rows = together, rows[1:]
    for row in rows:
        layout.add(row_text(columns, row), "row", page=page)


def created_on(stamp: str | None) -> date | None:
    """Return the day of a time stamp of a file's properties ("2024-12-18T07:22:00Z")."""
    return read_date(stamp[:10]) if stamp else None


def _is_raised(run: Element) -> bool:
    style = run.find(f"{_W}rPr/{_W}vertAlign")
    return style is not None and style.get(_W + "val") == "superscript"


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _heading_levels(styles: Element | None) -> dict[str, int]:
    """Return the depth of each style that is a heading's: "Title" above all, "Heading 1" and so on below."""
    levels: dict[str, int] = {}
    for style in styles.iter(_W + "style") if styles is not None else ():
        name_element = style.find(_W + "name")
        name = name_element.get(_W + "val", "") if name_element is not None else ""
        match = _HEADING.match(name)
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if name.lower() == "title":
            levels[style.get(_W + "styleId", "")] = 0
        elif match:
            levels[style.get(_W + "styleId", "")] = int(match[1])
        elif outline is not None and outline.get(_W + "val", "9") < "9":
            levels[style.get(_W + "styleId", "")] = int(outline.get(_W + "val", "0")) + 1
    return levels


def _list_styles(styles: Element | None) -> frozenset[str]:
    """Return the styles that number their paragraphs or mark them with bullets."""
    every = styles.iter(_W + "style") if styles is not None else ()
    return frozenset(style.get(_W + "styleId", "") for style in every if style.find(f"{_W}pPr/{_W}numPr") is not None)


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        root = package.xml(f"word/{kind}s.xml")
        for note in root.iter(_W + kind) if root is not None else ():
            if note.get(_W + "type") is None:  # the others are the lines that part notes from the text
                found[kind, note.get(_W + "id", "")] = note
    return found


def _properties(package: Package) -> Metadata:
    """Return title, author and date made of the file's properties."""
    core = package.xml("docProps/core.xml")
    if core is None:
        return Metadata()
    title, author = core.findtext(_DC + "title"), core.findtext(_DC + "creator")
    return Metadata(title=title or None, author=author or None, created=created_on(core.findtext(_TERMS + "created")))
