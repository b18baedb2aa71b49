"""Tables: a row is a passage, "column: value; column: value", so that a figure stands beside what it counts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from factcheck.ingest.decode import decode
from factcheck.ingest.layout import Layout, finish, squeeze
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.quoted_rows import QuotedRows, note_on
from factcheck.ingest.reading import Raw
from factcheck.models import Document

DELIMITERS = ",;\t|"
SAMPLE_ROWS = 50
MAX_FIELD = 10_000_000

_NUMBER = re.compile(r"[-+−(]?[£$€¥₹]?\s?[\d.,'’\s]*\d[\d.,]*\s?%?\)?")


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a table in a text file; the position of a block is its row in the file."""
    text, notes = decode(raw.data, raw.name)
    lines = text.split("\n")
    csv.field_size_limit(MAX_FIELD)
    delimiter = delimiter_of([line for line in lines[:SAMPLE_ROWS] if line.strip()])
    rows = QuotedRows(lines, delimiter)
    layout = Layout()
    add_rows(layout, iter(rows), prefix="row ")
    notes += (note_on(rows.mended),) if rows.mended else ()
    document = finish(raw, layout, "tsv" if delimiter == "\t" else "csv", Metadata(), notes, may_have_title=False)
    if document:
        yield document


def delimiter_of(lines: Sequence[str]) -> str:
    """Return the character that parts most lines into the same number of fields, more than one; a comma if none."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(DELIMITERS, key=agreement) if lines else ","


def row_text(columns: Sequence[str], cells: Sequence[str]) -> str:
    """Return "column: value; column: value" of the cells that hold anything; a cell without a column stands alone."""
    pairs = []
    for place, cell in enumerate(cells):
        value = squeeze(cell)
        if value:
            column = squeeze(columns[place]) if place < len(columns) else ""
            pairs.append(f"{column}: {value}" if column else value)
    return "; ".join(pairs)


def is_header(cells: Sequence[str], below: Iterable[Sequence[str]]) -> bool:
    """Whether a row names columns: no cell of it is a number, and rows of values follow.

    Two columns may have one name ("Change" beside each year) where there are numbers below.
    """
    names = [squeeze(cell) for cell in cells]
    filled = [name for name in names if name]
    if len(filled) < 2 or len(set(filled)) < 0.6 * len(filled) or any(len(name) > 80 for name in filled):
        return False
    rows = [row for row in below if any(cell.strip() for cell in row)]
    numbers = [place for place, name in enumerate(names) if _NUMBER.fullmatch(name)]
    if numbers and not _are_years(names, numbers, rows):
        return False
    repeats = len(set(filled)) < len(filled)
    if repeats and not any(_NUMBER.fullmatch(squeeze(cell)) for row in rows[:20] for cell in row):
        return False
    return any(sum(1 for cell in row if cell.strip()) >= 2 for row in rows)


_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?")


def _are_years(names: Sequence[str], places: Sequence[int], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the numbers in a first row are years that head columns, "Town, 2023, 2024", and not values of a row."""
    if len(places) == sum(1 for name in names if name) or not all(_YEAR.fullmatch(names[place]) for place in places):
        return False
    below = [squeeze(row[place]) for row in rows[:10] for place in places if place < len(row)]
    return any(value and not _YEAR.fullmatch(value) for value in below)


def joined_names(first: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of columns that stand in two rows, "Deaths" over "2022" and "2023"; nothing where one is all.

    The second row names what lies below a cell that reaches over several columns; numbers follow there.
    """
    if len(below) < 2:
        return []
    width = max(len(first), len(below[0]))
    upper, lower, values = ([squeeze(cell) for cell in row] + [""] * (width - len(row)) for row in (first, *below[:2]))
    gaps = [place for place in range(1, width) if not upper[place]]
    has_own = any(name and lower[place] in ("", name) for place, name in enumerate(upper))
    if not gaps or not has_own or not all(lower[place] for place in gaps):
        return []
    if any(_NUMBER.fullmatch(name) and not _YEAR.fullmatch(name) for name in lower):
        return []
    if not all(_NUMBER.fullmatch(values[place]) for place in gaps if place < len(values) and values[place]):
        return []
    names: list[str] = []
    over = ""
    for name, part in zip(upper, lower, strict=True):
        over = name or over
        names.append(over if part in ("", over) else f"{over} {part}".strip())
    return names


def add_rows(layout: Layout, rows: Iterator[tuple[int, list[str]]], prefix: str) -> None:
    """Add each row of a table as a block; what stands above the header is a paragraph, the header itself no row."""
    waiting = list(islice(rows, SAMPLE_ROWS))
    cells = [row for _, row in waiting]
    header = next((at for at in range(min(15, len(cells))) if is_header(cells[at], cells[at + 1 :])), None)
    columns: list[str] = []
    if header is not None:
        for above in cells[:header]:
            layout.add(row_text((), above))
        together = joined_names(cells[header], cells[header + 1 :])
        columns = together or cells[header]
        waiting = waiting[header + (2 if together else 1) :]
    for chunk in (waiting, rows):
        for number, row in chunk:
            layout.add(row_text(columns, row), "row", position=f"{prefix}{number}")
