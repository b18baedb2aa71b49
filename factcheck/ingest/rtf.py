"""RTF documents, through striprtf."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from factcheck.ingest.decode import without_surrogates
from factcheck.ingest.docx import created_on, lay_out_rows
from factcheck.ingest.layout import Layout
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.raised import CLOSE, OPEN, settle
from factcheck.ingest.reading import Raw
from factcheck.ingest.text import document_of
from factcheck.models import Document

_FIELD = re.compile(r"\{\\(title|author)\s((?:[^{}\\]++|\\'[0-9a-f]{2}|\\u-?\d++ ?\??)*+)\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_RAISED = re.compile(
    r"\\super(?:\\(?!super|nosupersub)[a-z]+-?\d*)*+ ?(?P<words>(?:[^{}\\]|\\'[0-9a-f]{2}){1,10}+)(?=[}\\])"
)
_UP, _DOWN = (f"\\u{ord(mark) - 0x10000}?" for mark in (OPEN, CLOSE))
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b(?:\\ftnalt\b)? ?")
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_CODE_PAGE = re.compile(r"\\ansicpg\d+")
MAX_NOTE = 200_000
MAX_HEAD = 20_000


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of an RTF file."""
    source, notes = _without_notes(raw.data.decode("latin-1"))
    text = "\n\n".join([_text(source), *(_text(f"{_head(source)}{note}}}").strip() for note in notes)])
    text = _with_tables(text)
    if text.strip():
        yield document_of(raw, text, "rtf", _properties(source[:MAX_HEAD]))


def _text(source: str) -> str:
    marked = _RAISED.sub(_raised, source) if "\\super" in source else source
    return settle(without_surrogates(_plain(marked).replace("\r", "\n").replace("\x00", " ")))


def _raised(found: re.Match[str]) -> str:
    return f"{found[0].removesuffix(found['words'])}{_UP}{found['words']}{_DOWN}"


def _without_notes(source: str) -> tuple[str, list[str]]:
    """Return the source without its footnotes, which striprtf would drop, and what stands in each of these."""
    kept: list[str] = []
    notes: list[str] = []
    at = 0
    for found in _NOTE.finditer(source):
        if found.start() < at:
            continue
        end = _closing(source, found.start())
        if end is None:
            break
        kept.append(source[at : found.start()])
        notes.append(source[found.end() : end])
        at = end + 1
    return "".join(kept) + source[at:], notes


def _closing(source: str, start: int) -> int | None:
    """Return the place of the brace that closes the group which starts here, None where there is none near."""
    depth = 0
    for found in _BRACE.finditer(source, start, start + MAX_NOTE):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                return found.start()
    return None


def _head(source: str) -> str:
    """Return the beginning of a document whose bytes mean what they mean in the source."""
    page = _CODE_PAGE.search(source[:MAX_HEAD])
    return "{\\rtf1\\ansi" + (page[0] if page else "") + " "


def _is_row(line: str) -> bool:
    return line.rstrip().endswith("|") and line.count("|") > 1


def _with_tables(text: str) -> str:
    """Return the text with its table rows, which striprtf gives as "North|£20m|800|", as "column: value" pairs."""
    lines: list[str] = []
    for is_row, group in groupby(text.split("\n"), key=_is_row):
        rows = list(group)
        if is_row:
            layout = Layout()
            lay_out_rows(layout, [line.rstrip().rstrip("|").split("|") for line in rows])
            rows = layout.text.split("\n")
        lines += rows
    return "\n".join(lines)


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    convert: Callable[..., str] = rtf_to_text  # striprtf states no types
    return convert(source, errors="replace")


def _properties(head: str) -> Metadata:
    written = _FIELD.findall(head)
    fields = {name: _plain("{\\rtf1 " + value + "}").strip() for name, value in written}
    made = _CREATED.search(head)
    created = created_on("-".join(part.zfill(2) for part in made.groups())) if made else None
    return Metadata(title=fields.get("title") or None, author=fields.get("author") or None, created=created)
