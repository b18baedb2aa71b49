"""RTF documents, through striprtf."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from factcheck.ingest.decode import without_surrogates
from factcheck.ingest.docx import created_on, lay_out_rows
from factcheck.ingest.layout import Layout
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.reading import Raw
from factcheck.ingest.text import document_of
from factcheck.models import Document

_FIELD = re.compile(r"\{\\(title|author)\s((?:[^{}\\]++|\\'[0-9a-f]{2}|\\u-?\d++ ?\??)*+)\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
MAX_HEAD = 20_000


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of an RTF file."""
    source = raw.data.decode("latin-1")
    text = without_surrogates(_plain(source).replace("\r", "\n").replace("\x00", " "))
    text = _with_tables(text)
    if text.strip():
        yield document_of(raw, text, "rtf", _properties(source[:MAX_HEAD]))


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
