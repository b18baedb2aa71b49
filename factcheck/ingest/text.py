"""Plain text: one paragraph a line, or paragraphs wrapped at a width and parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.ingest.decode import decode
from factcheck.ingest.front_matter import read_front_matter
from factcheck.ingest.layout import make_document
from factcheck.ingest.lines import Line, item_text_at, runs_on, split_lines, wrap_width
from factcheck.ingest.metadata import Metadata, from_top
from factcheck.ingest.reading import Raw
from factcheck.models import Block, Document

MAX_HEADING_WORDS = 12

_RULE = re.compile(r"[-=_*~#+.\s]{3,}\Z")
_UNDERLINE = re.compile(r"(=+|-+|~+)\Z")


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a text file, its text as it stands there."""
    text, notes = decode(raw.data, raw.name)
    if text.strip():
        yield document_of(raw, text, "text", Metadata(), notes)


def document_of(raw: Raw, text: str, format_name: str, known: Metadata, notes: Iterable[str] = ()) -> Document:
    """Return the document of a plain text, whatever it was extracted from; `known` outweighs what its top says."""
    lines = split_lines(text)
    fields, skip = read_front_matter([" " * line.indent + line.text for line in lines[:200]])
    known = known.or_else(fields)
    body = lines[skip:]
    top = from_top(
        [line.text for line in body[:100]], want_title=known.title is None, want_date=known.published is None
    )
    blocks = list(_blocks(body, top.title_line, top.used, wrap_width(body)))
    return make_document(raw, text, blocks, format_name, known.or_else(top.metadata), notes)


def _blocks(lines: Sequence[Line], title: int | None, used: frozenset[int], width: int | None) -> Iterator[Block]:
    heading: str | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        if not line or number in used or _RULE.match(line.text):
            number += 1
            continue
        if number == title:
            yield Block(line.start, line.end, "heading")
            number += 1
            continue
        if _is_heading(lines, number, width):
            yield Block(line.start, line.end, "heading")
            heading = line.text
            number += 1
            continue
        last = number
        while last + 1 < len(lines) and last + 1 not in used and runs_on(lines[last], lines[last + 1], width):
            last += 1
        block = _paragraph(line, lines[last].end, heading)
        if block.start < block.end:
            yield block
        number = last + 1


def _paragraph(first: Line, end: int, heading: str | None) -> Block:
    if first.text.startswith(">"):
        return Block(first.start + len(first.text) - len(first.text.lstrip("> ")), end, "quote", heading)
    inside = item_text_at(first.text)
    return Block(first.start + inside, end, "item" if inside else "paragraph", heading)


def _is_heading(lines: Sequence[Line], number: int, width: int | None) -> bool:
    """Whether a line is a subheading: short, alone, unended, and a longer text stands below it."""
    line = lines[number]
    after = next((other for other in lines[number + 1 : number + 3] if other), None)
    if after is None:
        return False
    if _UNDERLINE.match(after.text) and len(after.text) >= 3 and after is lines[number + 1]:
        return True
    words = line.text.split()
    if len(words) > MAX_HEADING_WORDS or len(line.text) > 80 or item_text_at(line.text):
        return False
    if line.text.rstrip("\"'”’)")[-1:] in ("", *".!?;:,…—–-"):
        return False
    if not (line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "“‘\"'"):
        return False
    if runs_on(line, after, width) and after is lines[number + 1]:
        return False
    return len(after.text) > 1.5 * len(line.text) and len(after.text.split()) >= 8
