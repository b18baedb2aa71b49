"""Markdown: the text stays as it stands in the file, the blocks leave out the marks before and around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.ingest.decode import decode
from factcheck.ingest.front_matter import read_front_matter
from factcheck.ingest.layout import make_document
from factcheck.ingest.lines import Line, split_lines
from factcheck.ingest.metadata import from_top
from factcheck.ingest.reading import Raw
from factcheck.models import Block, Document

_ATX = re.compile(r"(#{1,6})[ \t]+(.*)$")
_SETEXT = re.compile(r"(=+|-+)$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_REFERENCE = re.compile(r"\[(?!\^)[^\]]+\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?$")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]+(?=\S)")
_COMMENT = "<!--"
_HTML = re.compile(r"</?[A-Za-z][^>]*>$|<!--.*-->$")


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a Markdown file; code and comments stay in its text, not in its blocks."""
    text, notes = decode(raw.data, raw.name)
    if not text.strip():
        return
    lines = split_lines(text)
    known, skip = read_front_matter([" " * line.indent + line.text for line in lines[:200]])
    scanner = _Scanner(lines[skip:])
    blocks = list(scanner.blocks())
    if scanner.open_code is not None:
        number = skip + scanner.open_code + 1
        notes += (f"a code block that begins in line {number} is not closed: what follows is left out as code",)
    tops = [text[block.start : block.end] for block in blocks[:12]]
    title = next((tops[place] for place, block in enumerate(blocks[:12]) if block.kind == "heading"), None)
    # A date line or byline may share its paragraph with others: lines, not blocks, are looked at.
    top_lines = [line.text.strip("*_ ") for line in lines[skip : skip + 40] if line]
    known = known.or_else(from_top(top_lines, want_title=False, want_date=known.published is None).metadata)
    pieces = [piece.strip("*_ ") for piece in tops]
    top = from_top(pieces, want_title=title is None, want_date=known.published is None)
    known = known.or_else(top.metadata)
    if title and not known.title:
        known = known.or_else(type(known)(title=title))
    blocks = [block for number, block in enumerate(blocks) if number not in top.used]
    yield make_document(raw, text, blocks, "markdown", known, notes)


@dataclass(slots=True)
class _Scanner:
    """Reads the lines once, from top to bottom."""

    lines: list[Line]
    headings: list[tuple[int, str]] = field(default_factory=list)
    open_code: int | None = None
    """The line at which a code block begins that the file does not close."""
    has_open_comment: bool = False

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in the order of the text."""
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            if self._is_plain(number):
                yield Block(line.start, line.end, "paragraph", self._under())
                number += 2
                continue
            skipped = self._skip(number)
            if skipped > number or self.lines[number] is not line:  # a comment was cut off its beginning
                number = skipped
                continue
            heading = _ATX.match(line.text)
            if heading:
                words = _without_closing(heading[2])
                if words:
                    start = line.start + heading.start(2)
                    yield self._heading(start, start + len(words), len(heading[1]), words)
                number += 1
            elif self._is_table(number):
                yield Block(line.start, line.end, "row", self._under())
                number += 1
            else:
                last = self._paragraph_end(number)
                below = self.lines[last + 1] if last + 1 < len(self.lines) else None
                end = self.lines[last].end
                if below and _SETEXT.match(below.text) and not _prefix(line.text):
                    yield self._heading(line.start, end, 1 if below.text[0] == "=" else 2, line.text)
                    number = last + 2
                else:
                    start, kind = line.start + _prefix(line.text), _kind(line.text)
                    if start < end:
                        yield Block(start, end, kind, self._under())
                    number = last + 1

    def _is_plain(self, number: int) -> bool:
        """Tell whether a line is a paragraph: it begins with a letter, which no mark does, and a blank line follows."""
        following = number + 1
        is_last = following == len(self.lines) or not self.lines[following].text
        return is_last and self.lines[number].text[:1].isalpha()

    def _skip(self, number: int) -> int:
        """Return the line after a blank line, code, a comment, a rule, a link definition; else the line itself."""
        line = self.lines[number]
        if not line:
            return number + 1
        if line.text[0].isalnum():  # as nearly always: all of these begin with a mark
            return number
        fence = _FENCE.match(line.text)
        if fence:
            behind = self._after_code(number, fence[1])
            self.open_code = number if behind is None else self.open_code
            return len(self.lines) if behind is None else behind
        if line.text.startswith(_COMMENT):
            return self._after_comment(number)
        if (
            _RULE.match(line.text)
            or _REFERENCE.match(line.text)
            or _HTML.match(line.text)
            or line.text.strip("#") == ""
        ):
            return number + 1
        if _TABLE_RULE.match(line.text) and ("|" in line.text or "--" in line.text):
            return number + 1
        return number

    def _after_code(self, number: int, fence: str) -> int | None:
        for later in range(number + 1, len(self.lines)):
            text = self.lines[later].text
            if text.startswith(fence) and not text.strip(fence[0]):
                return later + 1
        return None

    def _after_comment(self, number: int) -> int:
        """Return the line after a comment, or the one that it ends in, cut to the words behind it.

        One that is never closed is text: it would take the rest of the file with it.
        """
        for later in range(number, 0 if self.has_open_comment else len(self.lines)):
            line = self.lines[later]
            end = line.text.find("-->")
            if end >= 0:
                words = line.text[end + 3 :].lstrip()
                if not words:
                    return later + 1
                self.lines[later] = Line(line.end - len(words), line.end, line.indent, words)
                return later
        self.has_open_comment = True
        return number

    def _is_table(self, number: int) -> bool:
        text = self.lines[number].text
        return text.startswith("|") and text.count("|") >= 2

    def _paragraph_end(self, number: int) -> int:
        last = number
        while last + 1 < len(self.lines):
            after = self.lines[last + 1]
            if after.text.startswith(_COMMENT) or self._skip(last + 1) > last + 1:
                break
            if _ATX.match(after.text) or self._is_table(last + 1):
                break
            if _ITEM.match(after.text) or _SETEXT.match(after.text):
                break
            if _QUOTE.match(after.text) and not _QUOTE.match(self.lines[number].text):
                break
            last += 1
        return last

    def _heading(self, start: int, end: int, level: int, text: str) -> Block:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        above = self._under()
        self.headings.append((level, text))
        return Block(start, end, "heading", above)

    def _under(self) -> str | None:
        return self.headings[-1][1] if self.headings else None


def _without_closing(words: str) -> str:
    """Return the words of a heading without the marks that may close it: "Costs ##"."""
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words


def _prefix(text: str) -> int:
    """Return how long the marks are that stand before the words: of quotes, then of an item or footnote."""
    quote = _QUOTE.match(text)
    at = quote.end() if quote else 0
    item = _ITEM.match(text, at) or _NOTE.match(text, at)
    return item.end() if item else at


def _kind(text: str) -> str:
    if _QUOTE.match(text):
        return "quote"
    return "item" if _ITEM.match(text) else "paragraph"
