"""Build a document: its text, the blocks that no sentence crosses, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factcheck.ingest import language
from factcheck.ingest.decode import without_surrogates
from factcheck.ingest.metadata import Metadata, from_name, from_top
from factcheck.ingest.reading import Raw
from factcheck.models import Block, Document

MAX_BLOCK = 20_000
"""A longer block is cut at the end of a sentence, else at a space: one line of 50 MB is no paragraph."""

_CLOSE = frozenset({"item", "row"})


def squeeze(text: str) -> str:
    """Return the text on one line with single spaces."""
    return " ".join(text.split())


@dataclass(slots=True)
class Layout:
    """Collects the pieces of an extracted text in reading order and remembers where each stands."""

    blocks: list[Block] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _headings: list[tuple[int, str]] = field(default_factory=list)

    def add(
        self,
        text: str,
        kind: str = "paragraph",
        *,
        level: int = 1,
        page: int | None = None,
        position: str | None = None,
        speaker: str | None = None,
    ) -> None:
        """Append a block, its white space squeezed; `level` is a heading's depth. An empty text adds nothing."""
        text = without_surrogates(squeeze(text))
        if not text:
            return
        if kind == "heading":
            while self._headings and self._headings[-1][0] >= level:
                self._headings.pop()
        heading = self._headings[-1][1] if self._headings else None
        if kind == "heading":
            self._headings.append((level, text))
        if self._pieces:
            close = kind in _CLOSE and self.blocks[-1].kind == kind
            self._pieces.append("\n" if close else "\n\n")
            self._length += len(self._pieces[-1])
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        self.blocks.append(Block(start, self._length, kind, heading, page, position, speaker))

    @property
    def text(self) -> str:
        """The text of all blocks."""
        return "".join(self._pieces)


def finish(
    raw: Raw,
    layout: Layout,
    format_name: str,
    known: Metadata,
    notes: Iterable[str] = (),
    *,
    may_have_title: bool = True,
) -> Document | None:
    """Return the document of an extracted text, None where there is no text.

    What the format's own metadata does not say is looked for in the first blocks and in the file name; a title
    only where the first of them may be one, which the first row of a table is not.
    """
    text = layout.text
    if not text:
        return None
    if may_have_title and known.title is None:
        heading = next((text[block.start : block.end] for block in layout.blocks[:3] if block.kind == "heading"), None)
        known = known.or_else(Metadata(title=heading))
    tops = [text[block.start : block.end] for block in layout.blocks[:12]]
    top = from_top(tops, want_title=may_have_title and known.title is None, want_date=known.published is None)
    known = known.or_else(top.metadata)
    blocks = [block for number, block in enumerate(layout.blocks) if number not in top.used]
    return make_document(raw, text, blocks, format_name, known, notes)


def make_document(
    raw: Raw, text: str, blocks: Sequence[Block], format_name: str, known: Metadata, notes: Iterable[str] = ()
) -> Document:
    """Return the document, with its language, with the date in its name where it has no other, long blocks cut."""
    known = known.or_else(from_name(raw.url or raw.name)).or_else(Metadata(url=raw.url))
    spoken = known.language or language.detect(text[blocks[0].start if blocks else 0 :][: language.SAMPLE])
    spoken = spoken.lower().replace("_", "-")
    notes = tuple(notes)
    if spoken.partition("-")[0] != "en":
        notes += (f"the text is {language.name_of(spoken)}: figures and dates are read with English rules",)
    if known.published is None and known.unread is not None:
        notes += (f"“{squeeze(known.unread)[:40]}” tells no day of publication: give it with sources set --published",)
    elif known.published is None and known.created is not None:
        notes += (f"no date of publication found; the file was made on {known.created}",)
    if any(block.end - block.start > MAX_BLOCK for block in blocks):
        blocks = [part for block in blocks for part in _cut(block, text)]
    return Document(
        path=raw.name,
        text=text,
        sha256=raw.sha256,
        format=format_name,
        title=squeeze(known.title)[:500] if known.title else None,
        author=squeeze(known.author)[:500] if known.author else None,
        publisher=squeeze(known.publisher)[:500] if known.publisher else None,
        published=known.published,
        published_from=known.published_from,
        url=known.url,
        language=spoken,
        blocks=tuple(blocks),
        notes=notes,
    )


def _cut(block: Block, text: str) -> Iterator[Block]:
    """Yield a block in parts of at most MAX_BLOCK, each but the last cut after a sentence or at a space."""
    start = block.start
    while block.end - start > MAX_BLOCK:
        latest = start + MAX_BLOCK
        end = text.rfind(". ", start, latest) + 1 or text.rfind(" ", start, latest) or 0
        if end <= start:
            end = latest
        yield replace(block, start=start, end=end)
        start = end
        while start < block.end and text[start].isspace():
            start += 1
    if start < block.end:
        yield replace(block, start=start)
