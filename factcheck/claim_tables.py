"""A table of claims -> the claims, each with its day and with the cells of its row, which the answer keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from factcheck.errors import UsageError
from factcheck.values import dataclass

CLAIM_COLUMNS = ("claim", "claims", "claim text", "statement", "assertion")
DATE_COLUMNS = ("claim date", "date claimed", "date")
"""What a column is called that is found without being named, in lower case, the likeliest first."""

SEPARATOR = r"sep=([,;\t|])\r?\n"


@dataclass(frozen=True, slots=True)
class GivenClaim:
    """A claim as it was given: its line, the day it was made where that was given, the cells of its row."""

    line: int
    text: str
    day: date | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenClaims:
    """The claims of one run; those of a table with the names of its columns and which of them holds the claim."""

    claims: tuple[GivenClaim, ...]
    columns: tuple[str, ...] = ()
    claim_column: str = ""


def read_claims(
    text: str, name: str, read_day: Callable[[str], date | None], claim_column: str | None, date_column: str | None
) -> GivenClaims:
    """Return the claims of a table in a text file with a row of column names; rows without a claim are left out.

    The columns are those named, whatever their case, else those called as such columns are. A table of one column
    without such a name is a list of claims from its first row on. `read_day` reads a date and raises UsageError.
    Raises UsageError, with file and line, for a column or a date that is not there.
    """
    rows = list(_rows(text))
    if not rows:
        raise UsageError(f"{name} holds no claim", "give it a row of column names and a row a claim")
    columns = tuple(" ".join(cell.split()) for cell in rows[0][1])
    at = _named(columns, claim_column, CLAIM_COLUMNS, name)
    if at is None and len(columns) == 1:
        columns, rows, at = ("claim",), [rows[0], *rows], 0
    if at is None:
        raise UsageError(f"{name} has no column “claim”: {_listed(columns)}", "name it with --claim-column")
    day = _named(columns, date_column, DATE_COLUMNS, name)
    claims = tuple(_claims(rows[1:], len(columns), at, day, name, read_day))
    if not claims:
        raise UsageError(f"{name} holds no claim", f"its column “{columns[at]}” is empty")
    return GivenClaims(claims, columns, columns[at])


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the line on which it begins."""
    import csv  # here, because nearly all claims come without a table
    from io import StringIO

    from factcheck.ingest.tables import MAX_FIELD, SAMPLE_ROWS, delimiter_of

    csv.field_size_limit(MAX_FIELD)
    said = re.match(SEPARATOR, text)  # a line by which Excel tells itself what parts the cells
    sample = [line for line in text.splitlines()[:SAMPLE_ROWS] if line.strip()]
    reader = csv.reader(StringIO(text, newline=""), delimiter=said[1] if said else delimiter_of(sample))
    if said:
        next(reader)
    line = reader.line_num + 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def _named(columns: Sequence[str], wanted: str | None, usual: Sequence[str], name: str) -> int | None:
    """Return the place of the column wanted, else of one with a usual name, None where there is neither."""
    known = [_plain(column) for column in columns]
    if wanted is not None:
        if _plain(wanted) not in known:
            raise UsageError(f"{name} has no column “{wanted}”: {_listed(columns)}", "name one of these")
        return known.index(_plain(wanted))
    return next((known.index(each) for each in usual if each in known), None)


def _plain(column: str) -> str:
    return " ".join(column.replace("_", " ").replace("-", " ").casefold().split())


def _listed(columns: Sequence[str]) -> str:
    return "its columns are " + ", ".join(columns)


def _claims(
    rows: Sequence[tuple[int, list[str]]],
    width: int,
    at: int,
    day: int | None,
    name: str,
    read_day: Callable[[str], date | None],
) -> Iterator[GivenClaim]:
    for line, row in rows:
        cells = tuple([*row, *[""] * width][:width])
        text = " ".join(cells[at].split())
        if text:
            yield GivenClaim(
                line, text, _day(cells[day], f"{name}:{line}", read_day) if day is not None else None, cells
            )


def _day(cell: str, place: str, read_day: Callable[[str], date | None]) -> date | None:
    if not cell.strip():
        return None
    try:
        return read_day(cell)
    except UsageError as error:
        raise UsageError(f"{place}: {error.message}", f"{error.hint}; --date-column names another column") from None
