"""Web pages: the article without menus, adverts and notices, through trafilatura; metadata from the page's head."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.errors import SourceError
from factcheck.ingest import sniff
from factcheck.ingest.decode import decode, mixed_utf8, without_surrogates
from factcheck.ingest.docx import lay_out_rows
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.markup import lay_out_html
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.page_metadata import MAX_LINE, page_metadata
from factcheck.ingest.raised import standing
from factcheck.ingest.reading import Raw
from factcheck.ingest.spans import MAX_REPEATED, Cell, grid
from factcheck.models import Document

MIN_WORDS = 25
"""An article of fewer words than this was not told from the page around it."""
MAX_NESTING = 250
"""libxml2 gives up on text nested more than 255 deep; such a page is read without a tree."""

# Any stands for elements of lxml below: its types are in a package of their own, which nobody needs to run this.


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a web page."""
    html, notes = _decoded(raw)
    if not sniff.has_tags(raw.data):
        raise SourceError(f"{raw.name} is no web page: it has no tags", "give it the suffix .txt")
    known, article = _article(html)
    layout = Layout()
    if article is not None:
        _walk(article, layout)
    if _LIVE.search(html):  # the article proper is one post of many, and the summary none of them
        layout = max(layout, _everything(html), key=lambda found: len(found.text))
    if len(layout.text.split()) < MIN_WORDS:
        layout = _everything(html)
        notes += ("the article could not be told from the page around it: all of its text is read",)
    _drop_byline(layout, known.author)
    document = finish(raw, layout, "html", known, notes)
    if document:
        yield document


def _drop_byline(layout: Layout, author: str | None) -> None:
    """Make a line at the top that is the author's name and post no block, as other lines that say no more are none."""
    name = (author or "").partition(",")[0]
    for place, block in enumerate(layout.blocks[:6]):
        text = layout.text[block.start : block.end]
        if name and text.startswith(name) and len(text) <= MAX_LINE and not text.endswith((".", "!", "?", "”", '"')):
            del layout.blocks[place]
            return


_LIVE = re.compile(r"[\"']LiveBlogPosting[\"']")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def _decoded(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """Return the text of the page, by the encoding it names where the bytes are no UTF-8."""
    try:
        return raw.data.decode("utf-8-sig").replace("\x00", " "), ()
    except UnicodeDecodeError:
        named = _CHARSET.search(raw.data[:4096])
    if named:
        try:
            if codecs.lookup(named[1].decode("ascii")).name == "utf-8":
                return mixed_utf8(raw.data.removeprefix(codecs.BOM_UTF8))
            return raw.data.decode(named[1].decode("ascii"), "replace").replace("\x00", " "), ()
        except LookupError:
            pass
    return decode(raw.data, raw.name)


def _article(html: str) -> tuple[Metadata, Any]:
    """Return the metadata of the page and the body that trafilatura makes of it, None where it finds none."""
    import trafilatura

    if _nesting(html) > MAX_NESTING:
        return Metadata(), None
    tree = trafilatura.load_html(without_surrogates(html))
    if tree is None:
        return Metadata(), None
    known = page_metadata(tree)
    _settle_raised(tree)
    _fill_reaches(tree)
    found = trafilatura.bare_extraction(
        tree, with_metadata=False, include_comments=False, include_tables=True, include_links=False, deduplicate=False
    )
    return known, getattr(found, "body", None)


def _settle_raised(tree: Any) -> None:
    """Write raised numbers as powers, and take out those that lead to notes: "people.²" would be read as "people.2"."""
    for element in list(tree.iter("sup")):
        parent = element.getparent()
        if parent is None:
            continue
        is_link = parent.tag == "a" or element.find(".//a") is not None
        mark, behind = "".join(element.itertext()), element.tail or ""
        stands = standing(_text_before(element), mark, behind, is_link=is_link)
        if stands != mark:
            element.tail = stands + behind
            element.drop_tree()  # leaves what is behind it


MAX_FILLED = 50_000
"""More cells than this are not put into a table: it says so to make a small page a large one."""


def _fill_reaches(tree: Any) -> None:
    """Put a cell into each column and row that one reaches over: trafilatura would move those behind it."""
    for table in list(tree.iter("table")):
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        cells = {
            f"{at} {place}": cell
            for at, row in enumerate(rows)
            for place, cell in enumerate(each for each in row if each.tag in ("td", "th"))
        }
        if not any(cell.get("colspan") or cell.get("rowspan") for cell in cells.values()):
            continue
        written: list[list[Cell]] = [[] for _ in rows]
        for key, cell in cells.items():
            written[int(key.partition(" ")[0])].append(Cell(key, _reach(cell, "colspan"), _reach(cell, "rowspan")))
        placed = grid(written)
        if sum(map(len, placed)) - len(cells) <= MAX_FILLED:
            for row, keys in zip(rows, placed, strict=True):
                _refill(row, keys, cells)


def _reach(cell: Any, name: str) -> int:
    stated = str(cell.attrib.pop(name, "1")).strip()
    return int(stated) if stated.isdecimal() and len(stated) < 6 else 1


def _refill(row: Any, keys: Sequence[str], cells: Mapping[str, Any]) -> None:
    """Put the cells of these keys into a row, its own as they are, those from above as their words, none as empty."""
    for place, key in enumerate(keys):
        cell = cells.get(key)
        if cell is None or cell.getparent() is not row:
            text = squeeze("".join(cell.itertext())) if cell is not None else ""
            cell = row.makeelement("td")
            cell.text = text if len(text) <= MAX_REPEATED else ""
        row.insert(place, cell)


_INLINE = frozenset("a abbr b big cite em font i small span strong sub sup time u".split())


def _text_before(element: Any) -> str:
    """Return the words that stand right before an element, those of a holder of it alone before the holder."""
    while element is not None:
        before = element.getprevious()
        if before is not None:
            text = (before.tail or "") or ("" if not isinstance(before.tag, str) else "".join(before.itertext()))
        else:
            text = element.getparent().text or "" if element.getparent() is not None else ""
        element = element.getparent()
        if text or before is not None or element is None or element.tag not in _INLINE:
            return text
    return ""


_NESTING_TAG = re.compile(r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|wbr)\b)[a-zA-Z]")


def _nesting(html: str) -> int:
    """Return how deep elements lie in one another, as far as their tags say."""
    depth = deepest = 0
    for match in _NESTING_TAG.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


_KINDS = {"p": "paragraph", "ab": "paragraph", "quote": "quote", "item": "item", "code": "paragraph"}  # others: holders
_HOLDERS = frozenset({"body", "main", "div", "list", "list-group", "doc"})


def _walk(element: Any, layout: Layout, inside: str = "paragraph") -> None:
    """Lay out the elements of trafilatura's own small vocabulary."""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "head":
            level = str(child.get("rend") or "h2")
            layout.add(_text(child), "heading", level=int(level[1:]) if level[1:].isdigit() else 2)
        elif tag == "table":
            _table(child, layout)
        elif tag in _HOLDERS or (tag in ("quote", "item") and child.find("p") is not None):
            layout.add(child.text or "", inside)
            _walk(child, layout, _KINDS.get(tag, inside))
        elif tag != "graphic":
            _add(layout, _text(child), inside if tag == "p" else _KINDS.get(tag, "paragraph"))
        _add(layout, child.tail or "", inside)


# What stands among the paragraphs of an article and is none of it: labels of adverts, pointers elsewhere, reading
# times, and when the page was last touched (its dates are read from the whole page).
_FURNITURE = re.compile(
    r"(?:advertisement|sponsored|article continues below|story continues below(?: advertisement)?|getty images"
    r"|share(?: this(?: article| story)?)?:?|save|comments?(?: \(\d+\))?|\d+ comments?|\W+"
    r"|(?:read|see|find out|learn) (?:more|also|next)\b.{0,120}|\d+ min(?:ute)?s?(?: read)?"
    r"|(?:©|copyright\b).{0,200}"
    r"|(?:first |last )?(?:published|updated) \d{1,2} [a-z]+ \d{4}\b.{0,150}"
    r"|(?:first |last )?(?:published|updated|modified|posted)\b(?!.*\b(?:by|in|of|was|were|has|have|to)\b).{0,150})",
    re.IGNORECASE,
)


def _add(layout: Layout, text: str, kind: str) -> None:
    """Add a block, unless it is furniture."""
    if not _FURNITURE.fullmatch(squeeze(text)):
        layout.add(text, kind)


MAX_CELL = 300
"""A cell of more characters than this holds no value: the table is there to lay out the page."""


def _table(table: Any, layout: Layout) -> None:
    rows = [list(row) for row in table.iter("row")]
    if not any(len(_text(cell)) > MAX_CELL for row in rows for cell in row):
        lay_out_rows(layout, [[_text(cell) for cell in row] for row in rows])
        return
    for line in (line for row in rows for cell in row for line in _lines(cell)):
        if line.count(" | ") < 2:  # those are menus
            _add(layout, line, "paragraph")


def _lines(cell: Any) -> list[str]:
    """Return the lines of a cell, as paragraphs and line breaks part them."""
    pieces: list[str] = []
    for part in cell.iter():
        if part is not cell and part.tag in ("lb", "p", "head", "item", "quote", "cell", "row"):
            pieces.append("\n")
        pieces.append(squeeze(part.text) + " " if isinstance(part.tag, str) and part.text else "")
        if part is not cell and part.tail:
            pieces.append(("\n" if part.tag in ("p", "head", "cell", "row") else "") + squeeze(part.tail) + " ")
    return [line for line in map(squeeze, "".join(pieces).split("\n")) if line]


def _text(element: Any) -> str:
    """Return the words of an element; a line break is a space."""
    pieces: list[str] = []
    for part in element.iter():
        if part.tag == "lb" or (part is not element and part.tag in _KINDS):
            pieces.append(" ")
        pieces.append(part.text or "" if isinstance(part.tag, str) else "")
        if part is not element:
            pieces.append(part.tail or "")
    return squeeze("".join(pieces))


def _everything(html: str) -> Layout:
    """Return all of a page's text, or that of its one main part where it marks it."""
    lower = html.lower()
    for tag in ("article", "main"):
        start, end = lower.find(f"<{tag}"), lower.rfind(f"</{tag}")
        if 0 <= start < end and lower.find(f"<{tag}", start + 1) < 0:
            layout = lay_out_html(html[start:end])
            if len(layout.text.split()) >= MIN_WORDS:
                return layout
    return lay_out_html(html)
