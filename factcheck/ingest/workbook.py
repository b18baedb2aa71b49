"""Excel workbooks: each sheet a heading, each row a passage; values as the sheet shows them."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from factcheck.ingest.layout import Layout, finish
from factcheck.ingest.metadata import Metadata
from factcheck.ingest.package import Package
from factcheck.ingest.reading import Raw
from factcheck.ingest.tables import add_rows
from factcheck.models import Document

MAX_COLUMNS = 2_000
MAX_ROWS = 1_048_576
"""How many rows Excel's own sheets have: a file may number a row beyond all others, and the rows between are made."""

_CURRENCY = re.compile(r'\[\$([^-\]]+)|"([£$€¥₹])"|\\?([£€¥₹])|(?<!\[)(\$)')
_PLACES = re.compile(r"\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\\.')


def read(raw: Raw) -> Iterator[Document]:
    """Yield the one document of a workbook; the position of a block is its sheet and row ("Prices row 7")."""
    Package(raw).check_sizes()
    layout = Layout()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of every part that it leaves out, such as pictures
        known = _lay_out(raw, layout)
    if any(block.kind != "heading" for block in layout.blocks):
        document = finish(raw, layout, "xlsx", known, may_have_title=False)
        if document:
            yield document


def _lay_out(raw: Raw, layout: Layout) -> Metadata:
    """Lay out the sheets that are shown; returns the properties of the workbook."""
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue
            layout.add(sheet.title, "heading")
            sheet.reset_dimensions()  # the size that the file states may be a lie
            rows = enumerate(islice(sheet.iter_rows(), MAX_ROWS), start=1)
            shown = ((number, [_shown(cell) for cell in row[:MAX_COLUMNS]]) for number, row in rows if row)
            add_rows(layout, shown, f"{sheet.title} row ")
        return _properties(workbook.properties)
    finally:
        workbook.close()


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
