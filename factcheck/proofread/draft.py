"""Document -> draft: its sentences as a reader sees them, each character tied to its place in the draft.

Markup, line ends and comments are left out of what is checked, and everything found is led back through
`Reading.origin` to the line and column that an editor's program shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.models import Block, Document
from factcheck.sentences import line_and_column, line_starts, paragraphs, split_text

WHOLE = ("heading", "row")
"""Blocks that are one sentence whatever stops they hold."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of the draft as a reader sees it.

    `origin` has, for every character of `text`, its offset in the draft's text, and one more for the end.
    """

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the draft's text that a span of this reading stands for."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1

    def part(self, start: int, end: int) -> Reading:
        """Return a part of the reading as one of its own."""
        return Reading(self.text[start:end], (*self.origin[start:end], self.span(start, end)[1]))


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of the draft: `start` and `end` slice its paragraph's reading."""

    reading: Reading
    start: int
    end: int
    paragraph: int
    kind: str = "paragraph"
    heading: str | None = None

    @property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return self.reading.text

    @property
    def span(self) -> tuple[int, int]:
        """The span of the draft's text that the sentence takes."""
        return self.reading.span(0, len(self.reading.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the draft with its sentences, as places in `Draft.sentences` (first, after last)."""

    reading: Reading
    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft ready to be checked; `text` is what lines and columns are counted in."""

    path: str
    text: str
    sha256: str
    published: date | None
    sentences: tuple[DraftSentence, ...]
    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]
    title: str | None = None

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset into the text."""
        return line_and_column(list(self.starts), offset)


def read_draft(document: Document, published: date | None = None) -> Draft:
    """Return the draft that a document holds; `published` dates it where the document has no date of its own."""
    sentences: list[DraftSentence] = []
    found: list[Paragraph] = []
    for block in document.blocks or paragraphs(document.text):
        reading = visible(document.text, block, markup=document.format == "markdown")
        group = [
            DraftSentence(reading.part(start, end), start, end, len(found), block.kind, block.heading)
            for start, end in _sentence_spans(reading.text, block.kind)
        ]
        if group:
            found.append(Paragraph(reading, block.kind, len(sentences), len(sentences) + len(group)))
            sentences += group
    return Draft(
        path=document.path,
        text=document.text,
        sha256=document.sha256,
        published=document.published or published,
        sentences=tuple(sentences),
        paragraphs=tuple(found),
        starts=tuple(line_starts(document.text)),
        title=document.title,
    )


def _sentence_spans(text: str, kind: str) -> list[tuple[int, int]]:
    if kind not in WHOLE:
        return split_text(text)
    return [(0, len(text))] if any(character.isalnum() for character in text) else []


# --- what a reader sees ---------------------------------------------------------------------------------


def visible(text: str, block: Block, *, markup: bool = True) -> Reading:
    """Return the block without markup and comments, every run of white space as one space."""
    hidden = _hidden(text, block.start, block.end, markup)
    characters: list[str] = []
    origin: list[int] = []
    for at in range(block.start, block.end):
        if hidden[at - block.start]:
            continue
        space = text[at].isspace() or text[at] in "\u200b\ufeff"
        if space and (not characters or characters[-1] == " "):
            continue
        characters.append(" " if space else text[at])
        origin.append(at)
    if characters and characters[-1] == " ":
        characters.pop()
        origin.pop()
    return Reading("".join(characters), (*origin, origin[-1] + 1 if origin else block.start))


def _hidden(text: str, start: int, end: int, markup: bool) -> bytearray:
    """Return a flag a character: is it left out of the reading?"""
    flags = bytearray(end - start)
    patterns = _patterns()
    for pattern in (patterns.comment, *(patterns.markup if markup else ())):
        for found in pattern.finditer(text, start, end):
            for group in range(1 if pattern.groups else 0, pattern.groups + 1):
                first, last = found.span(group)
                flags[first - start : last - start] = b"\1" * (last - first)
    return flags


class _Patterns:
    """Patterns of what is not read, compiled at first use: the groups are hidden, or all without groups."""

    def __init__(self) -> None:
        self.comment = re.compile(r"<!--.*?-->", re.DOTALL)
        self.markup = (
            re.compile(r"(?m)^[ \t]*((?:>[ \t]?)+)"),
            re.compile(r"(?m)\A[ \t]*((?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]+)"),
            re.compile(r"(?m)[ \t](#+)[ \t]*$"),
            re.compile(r"(?m)^[ \t]*(?:=+|-{3,})[ \t]*$"),  # the underline of a heading
            re.compile(r"!\[[^\]]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"),
            re.compile(r"(\[)[^\[\]]+(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\))"),
            re.compile(r"(\[)[^\[\]^]+(\]\[[^\[\]]*\])"),
            re.compile(r"\[\^[^\]\s]+\]:?"),
            re.compile(r"</?[a-zA-Z][^<>]*>"),
            re.compile(r"(?<!\\)(\*{1,3}|~~|`+)(?=\S)[^*`~]*?(?<=\S)(\1)"),
            re.compile(r"(?<![\w\\])(_{1,3})(?=\S)[^_]*?(?<=\S)(\1)(?!\w)"),
            re.compile(r"(\\)[\\`*_{}\[\]()#+\-.!~>|]"),
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
