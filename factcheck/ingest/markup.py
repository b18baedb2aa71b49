"""HTML of which all is wanted: the chapters of a book, the body of a mail. Web pages have `webpage.py`.

Events, no tree, so that no depth of nesting is too deep.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from factcheck.ingest.docx import lay_out_rows
from factcheck.ingest.layout import Layout, squeeze

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
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def lay_out_html(html: str, layout: Layout | None = None) -> Layout:
    """Return a layout with the headings, paragraphs, items, quotes and table rows of some HTML."""
    walker = _Walker(layout or Layout())
    walker.feed(html)
    walker.close()
    walker.flush()
    walker.end_table()
    return walker.layout


@dataclass(slots=True)
class _Table:
    rows: list[list[str]]
    cell: list[str] | None = None


class _Walker(HTMLParser):
    def __init__(self, layout: Layout) -> None:
        super().__init__(convert_charrefs=True)
        self.layout = layout
        self._words: list[str] = []
        self._kinds: list[str] = []
        self._heading = 0
        self._silenced_by: list[str] = []
        self._table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silenced_by.append(tag)
        if self._silenced_by:
            return
        if tag in ("td", "th") and self._table is not None:
            self._end_cell()
            self._table.cell = []
        elif tag == "tr" and self._table is not None:
            self._end_cell()
            self._table.rows.append([])
        elif tag == "table":
            self.flush()
            self.end_table()
            self._table = _Table([])
        elif self._table is not None:
            self._words_to_cell(" ")
        elif tag == "br":
            self._words.append(" ")
        elif tag in _BREAKS:
            self.flush()
            self._heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
            if tag in _KINDS:
                self._kinds.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silenced_by:
            if tag == self._silenced_by[-1]:
                self._silenced_by.pop()
            return
        if tag == "table":
            self.end_table()
        elif self._table is not None:
            if tag in ("td", "th", "tr"):
                self._end_cell()
        elif tag in _BREAKS:
            self.flush()
            self._heading = 0
            if self._kinds and self._kinds[-1] == tag:
                self._kinds.pop()

    def handle_data(self, data: str) -> None:
        if self._silenced_by:
            return
        if self._table is not None:
            self._words_to_cell(data)
        else:
            self._words.append(data)

    def flush(self) -> None:
        """End the block at hand."""
        text = squeeze("".join(self._words))
        self._words.clear()
        if text and self._heading:
            self.layout.add(text, "heading", level=self._heading)
        elif text:
            self.layout.add(text, _KINDS[self._kinds[-1]] if self._kinds else "paragraph")

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
            lay_out_rows(self.layout, table.rows)
        else:
            for row in table.rows:
                self.layout.add(" ".join(row))

    def _words_to_cell(self, words: str) -> None:
        if self._table is not None and self._table.cell is not None:
            self._table.cell.append(words)

    def _end_cell(self) -> None:
        table = self._table
        if table is not None and table.cell is not None:
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(squeeze("".join(table.cell)))
            table.cell = None
