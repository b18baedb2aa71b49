"""HTML of which all is wanted: the chapters of a book, the body of a mail. Web pages have `webpage.py`.

Tags as they come, no tree, so that no depth of nesting is too deep; each character is looked at once or twice.
html.parser of the standard library takes minutes for half a megabyte of comments that are never closed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.ingest import raised
from factcheck.ingest.docx import lay_out_rows
from factcheck.ingest.layout import Layout, squeeze
from factcheck.ingest.spans import Cell, grid

_SILENT = frozenset("script style head template noscript svg nav form select button iframe object math".split())
_KINDS = {
    "li": "item",
    "dt": "item",
    "dd": "item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
_BREAKS = frozenset(
    "p div section article main aside header footer address pre ul ol dl dt dd li table figure figcaption caption"
    " blockquote hr h1 h2 h3 h4 h5 h6 body html tr fieldset center details summary".split()
)


_LISTS = frozenset({"ul", "ol", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})
MAX_HOLDERS = 100
"""Lists and quotations that lie deeper in one another than this are taken for part of what is around them."""

_CELLS = frozenset({"td", "th"})
_REACH = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,5})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
MAX_TAG = 50_000
"""A longer tag is text that has a "<" in it."""


def lay_out_html(source: str, layout: Layout | None = None) -> Layout:
    """Return a layout with the headings, paragraphs, items, quotes and table rows of some HTML."""
    walker = _Walker(layout or Layout())
    for tag, is_end, text in _tokens(source):
        if not tag:
            walker.words(text)
        elif is_end:
            walker.end(tag)
        else:
            walker.start(tag, text)
    walker.flush()
    walker.end_table()
    return walker.layout


def _tokens(source: str) -> Iterator[tuple[str, bool, str]]:
    """Yield (name, whether it ends, attributes of cells) for tags and ("", False, words) for what is between them."""
    at = 0
    never: set[str] = set()  # what has no end further on is not looked for again
    while at < len(source):
        opening = source.find("<", at)
        if opening < 0:
            opening = len(source)
        if opening > at:
            yield "", False, html.unescape(source[at:opening])
        at, token = _tag(source, opening, never)
        if token:
            yield token
        if token and token[0] in _RAW and not token[1]:
            at = _after(source, f"</{token[0]}", at, never, keep=True)


def _tag(source: str, at: int, never: set[str]) -> tuple[int, tuple[str, bool, str] | None]:
    """Return where what starts with "<" ends, and its token; None for comments and declarations."""
    if source.startswith("<!--", at):
        return _after(source, "-->", at + 4, never), None
    if source.startswith(("<!", "<?"), at):
        return _after(source, ">", at + 2, never), None
    match = _TAG.match(source, at)
    if not match:
        return at + 1, ("", False, "<") if at < len(source) else None
    end = _tag_end(source, match.end())
    name = match[2].lower()
    return end, (name, bool(match[1]), source[match.end() : end] if name in _CELLS else "")


def _tag_end(source: str, at: int) -> int:
    """Return the place after the ">" of a tag; one inside a quoted attribute does not count."""
    latest = min(len(source), at + MAX_TAG)
    end = at
    while (end := source.find(">", end, latest)) >= 0:
        inside = source[at:end]
        if inside.count('"') % 2 == 0 or end - at > 2_000:
            return end + 1
        end += 1
    return at


def _after(source: str, mark: str, at: int, never: set[str], *, keep: bool = False) -> int:
    """Return the place after a mark (at it with `keep`), the end of the source where it is not found."""
    found = -1 if mark in never else source.find(mark, at)
    if found < 0:
        never.add(mark)
        return len(source) if mark != ">" else at
    return found if keep else found + len(mark)


def _reach(attributes: str) -> tuple[int, int]:
    """Return over how many columns and rows a cell reaches."""
    stated = {name.lower(): int(number) for name, number in _REACH.findall(attributes)} if attributes else {}
    return stated.get("col", 1), stated.get("row", 1)


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]]
    cell: list[str] | None = None
    reach: tuple[int, int] = (1, 1)


class _Walker:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._words: list[str] = []
        self._holders: list[str] = []
        self._heading = 0
        self._silenced_by: list[str] = []
        self._table: _Table | None = None
        self._in_link = self._is_raised = self._leads_on = False  # a link; raised characters; these with a link

    def start(self, tag: str, attributes: str = "") -> None:
        """Take up a start tag; `attributes` are looked into where it is that of a cell."""
        if tag in _SILENT:
            self._silenced_by.append(tag)
        if self._silenced_by:
            return
        self._in_link = self._in_link or tag == "a"
        if tag == "sup" and not self._is_raised:
            self._is_raised, self._leads_on = True, self._in_link
            self.words(raised.OPEN)
        self._leads_on = self._leads_on or (self._is_raised and tag == "a")
        if tag in ("td", "th") and self._table is not None:
            self._end_cell()
            self._table.cell = []
            self._table.reach = _reach(attributes)
        elif tag == "tr" and self._table is not None:
            self._end_cell()
            self._table.rows.append([])
        elif tag == "table":
            self.flush()
            self.end_table()
            self._table = _Table([])
        elif self._table is not None:
            self._to_cell(" ")
        elif tag == "br":
            self._words.append(" ")
        elif tag in _BREAKS:
            self.flush()
            self._heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
            if tag in _KINDS or tag in _LISTS:
                self._open(tag)

    def end(self, tag: str) -> None:
        """Take up an end tag."""
        if self._silenced_by:
            if tag == self._silenced_by[-1]:
                self._silenced_by.pop()
            return
        if tag == "sup" and self._is_raised:
            self._is_raised = False
            self.words(raised.CLOSE_LINK if self._leads_on else raised.CLOSE)
        elif tag == "a":
            self._in_link = False
        if tag == "table":
            self.end_table()
        elif self._table is not None:
            if tag in ("td", "th", "tr"):
                self._end_cell()
        elif tag in _BREAKS:
            self.flush()
            self._heading = 0
            if tag in self._holders:
                while self._holders.pop() != tag:
                    pass

    def words(self, data: str) -> None:
        """Take up what stands between tags."""
        if self._silenced_by:
            return
        if self._table is not None:
            self._to_cell(data)
        else:
            self._words.append(data)

    def flush(self) -> None:
        """End the block at hand."""
        text = squeeze(raised.settle("".join(self._words)))
        self._words.clear()
        if text and self._heading:
            self.layout.add(text, "heading", level=self._heading)
        elif text:
            holder = self._holders[-1] if self._holders else ""
            self.layout.add(text, _KINDS.get(holder, "paragraph"))

    def _open(self, tag: str) -> None:
        """Take up a holder of blocks; an item ends the item before it, which need not have an end tag."""
        if tag not in _LISTS and self._holders and self._holders[-1] in _ITEMS and tag in _ITEMS:
            self._holders.pop()
        if len(self._holders) < MAX_HOLDERS:
            self._holders.append(tag)

    def end_table(self) -> None:
        """Lay out the table at hand; one of a single column, as mails are framed with, gives paragraphs."""
        table, self._table = self._table, None
        if table is None:
            return
        if table.cell is not None:
            self._table = table
            self._end_cell()
            self._table = None
        if max((len(row) for row in table.rows), default=0) > 1:
            lay_out_rows(self.layout, grid(table.rows))
        else:
            for row in table.rows:
                self.layout.add(" ".join(cell.text or "" for cell in row))

    def _to_cell(self, words: str) -> None:
        if self._table is not None and self._table.cell is not None:
            self._table.cell.append(words)

    def _end_cell(self) -> None:
        table = self._table
        if table is not None and table.cell is not None:
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(Cell(squeeze(raised.settle("".join(table.cell))), *table.reach))
            table.cell = None
