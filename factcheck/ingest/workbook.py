"""Excel workbooks: each sheet a heading, each row a passage; values as the sheet shows them."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from factcheck.errors import SourceError
from factcheck.ingest.layout import Layout, finish
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.package import Package
from factcheck.ingest.reading import Raw
from factcheck.ingest.tables import add_rows
from factcheck.models import Document

MAX_COLUMNS = 2_000
MAX_ROWS = 1_048_576
"""How many rows Excel's own sheets have: a file may number a row beyond all others, and the rows between are made."""

MOST_NAMED = 5
"""Cells that a note names one by one."""

_BARE_FORMULA = re.compile(
    rb"<(?:\w+:)?f\b[^<>]*(?:>[^<]*</(?:\w+:)?f)?>\s*(?:<(?:\w+:)?v\b[^<>]*/>|<(?:\w+:)?v>\s*<|</)"
)
"""A formula and behind it no value, an empty one (which may be its result), or the end of the cell."""

_CURRENCY = re.compile(r'\[\$([^-\]]+)|"([£$€¥₹])"|\\?([£€¥₹])|(?<!\[)(\$)')
_PLACES = re.compile(r"\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\\.')


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a workbook; the position of a block is its sheet and row ("Prices row 7")."""
    package = Package(raw)
    package.check_sizes()
    layout = Layout()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of every part that it leaves out, such as pictures
        known = _lay_out(raw, layout)
        sheets = (name for name in package.names if name.endswith(".xml"))
        bare = list(_bare_formulas(raw)) if any(map(package.finds(_BARE_FORMULA), sheets)) else []
        hidden = list(_hidden(raw))
    notes = [*([_told(bare)] if bare else []), *([_left_out(hidden)] if hidden else [])]
    if any(block.kind != "heading" for block in layout.blocks):
        document = finish(raw, layout, "xlsx", known, notes, may_have_title=False)
        if document:
            yield document
    elif notes:
        raise SourceError(f"{raw.name} holds no value that can be read: {notes[0]}")


def _told(bare: Sequence[str]) -> str:
    """Return the note on cells whose formulas were never worked out."""
    named = ", ".join(bare[:MOST_NAMED]) + (", …" if len(bare) > MOST_NAMED else "")
    what = "1 formula has" if len(bare) == 1 else f"{len(bare):,} formulas have"
    return f"{what} no stored value: {named}; open the workbook in a spreadsheet program, save it, and index it again"


def _hidden(raw: Raw) -> Iterator[str]:
    """Yield the names of the sheets that a person does not see and that are not read."""
    with _opened(raw, data_only=True) as workbook:
        yield from (str(sheet.title) for sheet in workbook.worksheets if sheet.sheet_state != "visible")


def _left_out(hidden: Sequence[str]) -> str:
    named = ", ".join(hidden[:MOST_NAMED]) + (", …" if len(hidden) > MOST_NAMED else "")
    what = "1 sheet is" if len(hidden) == 1 else f"{len(hidden):,} sheets are"
    return f"{what} hidden and left out: {named}"


def _lay_out(raw: Raw, layout: Layout) -> Metadata:
    """Lay out the sheets that are shown; returns the properties of the workbook."""
    with _opened(raw, data_only=True) as workbook:
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                layout.add(sheet.title, "heading")
                rows = enumerate(_rows(sheet), start=1)
                shown = ((number, [_shown(cell) for cell in row]) for number, row in rows if row)
                add_rows(layout, shown, f"{sheet.title} row ")
        return _properties(workbook.properties)


@contextmanager
def _opened(raw: Raw, *, data_only: bool) -> Iterator[Any]:  # Any: openpyxl has no types of its own
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=data_only, keep_links=False)
    try:
        yield workbook
    finally:
        workbook.close()


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:  # Any: cells of openpyxl
    sheet.reset_dimensions()  # the size that the file states may be a lie
    return (row[:MAX_COLUMNS] for row in islice(sheet.iter_rows(), MAX_ROWS))


def _bare_formulas(raw: Raw) -> Iterator[str]:
    """Yield the sheet and cell of each formula whose value was not stored, as programs that only write leave them."""
    with _opened(raw, data_only=True) as shown, _opened(raw, data_only=False) as written:
        for sheet, same in zip(shown.worksheets, written.worksheets, strict=True):
            if sheet.sheet_state != "visible":
                continue
            for values, formulas in zip(_rows(sheet), _rows(same), strict=True):
                for value, formula in zip(values, formulas, strict=True):
                    if formula.data_type == "f" and value.value is None and value.data_type != "str":
                        yield f"{sheet.title} {formula.coordinate}"


def _properties(properties: Any) -> Metadata:  # Any: openpyxl has no types of its own
    title, author = properties.title or None, properties.creator or None
    created = properties.created.date() if isinstance(properties.created, datetime) else None
    return Metadata(title=title, author=None if author == "openpyxl" else author, created=created)


def _shown(cell: Any) -> str:
    """Return a cell as the sheet shows it, as far as a reader needs: percentages, currencies and dates."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or "").partition(";")[0])
    return str(value)


def _number(value: int | float, number_format: str) -> str:
    bare = _QUOTED.sub("", number_format)
    places = len(match[1]) if (match := _PLACES.search(bare)) else 0
    if "%" in bare:
        shown = f"{value * 100:.10g}"
        return f"{value * 100:.{places}f}%" if len(shown.partition(".")[2]) < places else f"{shown}%"
    if places and "E" not in bare:
        shown = f"{value:,.{places}f}" if abs(value) >= 10_000 else f"{value:.{places}f}"
    else:
        shown = f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else f"{value:.15g}"
    currency = next((mark for match in _CURRENCY.finditer(number_format) for mark in match.groups() if mark), "")
    if not currency:
        return shown
    return f"{currency}{shown}" if len(currency.strip()) == 1 else f"{shown} {currency.strip()}"
