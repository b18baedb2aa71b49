"""The fact log of a draft: a row an assertion, for the spreadsheet in which a desk keeps what it has checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any  # a cell of openpyxl, which is imported only for a workbook

from factcheck.errors import MissingReaderError
from factcheck.models import Alert, Source
from factcheck.proofread.ledger import AGREED
from factcheck.proofread.report import CheckedSentence, Proof
from factcheck.render.alerts import words_at
from factcheck.render.csvs import Cell, table_csv
from factcheck.render.phrases import is_shown, unit_of_difference
from factcheck.render.text import printable

COLUMNS = (
    "draft", "line", "column", "sentence", "sort", "assertion", "verdict", "confidence", "alert", "severity",
    "message", "source", "page", "source_line", "published", "quotation", "difference", "difference_percent", "unit",
    "checked_by", "date", "note",
)  # fmt: skip
WIDTH = 13  # of a column, in letters
LINE_POINTS, TALLEST = 15, 409  # points; Excel has no taller row
WIDTHS = {
    "sentence": 45, "assertion": 45, "quotation": 45, "message": 35, "source": 28, "note": 30, "draft": 16,
    "line": 7, "column": 8, "page": 7, "source_line": 12, "unit": 8, "sort": 12, "severity": 10, "alert": 18,
}  # fmt: skip

# How a sign-off is told of an alert: by whom, the day, the note.
SIGNED = re.compile(r"(?P<by>.*?), (?P<day>\d{4}-\d\d-\d\d)(?:: (?P<note>.*))?", re.DOTALL)

# A fixed time in the file, so that the same proof gives the same bytes.
MADE = datetime(2000, 1, 1)


def rows(proof: Proof) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each assertion of each sentence and each alert about it; an assertion without one has a row."""
    for item in proof.sentences:
        assertions = _assertions(item)
        owners = [_owner(words_at(proof, alert), [text for text, *_ in assertions]) for alert in item.alerts]
        for place, (assertion, verdict, confidence) in enumerate(assertions):
            own = [alert for alert, owner in zip(item.alerts, owners, strict=True) if owner == place]
            for alert in own or (None,):
                yield _row(proof, item, assertion, verdict, confidence, alert)


def _owner(words: str, assertions: Sequence[str]) -> int:
    """Return which assertion an alert at these words is about: the first that has them, else the first of all."""
    return next((place for place, text in enumerate(assertions) if words and words in text), 0)


def _assertions(item: CheckedSentence) -> list[tuple[str, str, float | None]]:
    if item.check is None:
        return [(item.sentence.text, "", None)]
    if not item.check.assertions:
        return [(item.check.claim, item.check.verdict.value, item.check.confidence)]
    return [(part.assertion.text, part.verdict.value, round(part.confidence, 4)) for part in item.check.assertions]


def _row(
    proof: Proof, item: CheckedSentence, assertion: str, verdict: str, confidence: float | None, alert: Alert | None
) -> tuple[Cell, ...]:
    source, quotation = _evidence(item, alert)
    by, day, note = _signed(item, alert)
    return (
        proof.draft.path, item.line, item.column, item.sentence.text, item.sort.value, assertion,
        alert.verdict.value if alert and alert.verdict else verdict, confidence,
        alert.code if alert else None, alert.severity if alert else None, alert.message if alert else None,
        source.path if source else None, source.page if source else None, source.line if source else None,
        source.published if source else None, quotation, *_difference(alert), by, day, note,
    )  # fmt: skip


def _evidence(item: CheckedSentence, alert: Alert | None) -> tuple[Source | None, str | None]:
    """Return the source and the words to look at: the alert's, else the best passage of the check."""
    check = item.check
    if alert is not None and alert.source is not None:
        return alert.source, alert.passage
    if alert is None and check is not None and check.evidence and is_shown(check.evidence[0]):
        passage = check.evidence[0].passage
        return passage.source, passage.text
    if alert is None and item.met is not None:
        return item.met.source, item.met.text
    return None, None


def _difference(alert: Alert | None) -> tuple[Cell, Cell, Cell]:
    """Return by how much the source's figure differs from the draft's, in per cent of it, and in what unit."""
    comparison = next((each for each in alert.comparisons if each.difference is not None), None) if alert else None
    if comparison is None:
        return None, None, None
    return comparison.difference, comparison.difference_percent, unit_of_difference(comparison)


def _signed(item: CheckedSentence, alert: Alert | None) -> tuple[Cell, Cell, Cell]:
    """Return by whom, when and with which note an alert, or else the sentence as a whole, was signed off."""
    found = SIGNED.fullmatch(alert.signed_off) if alert is not None and alert.signed_off is not None else None
    if found is not None:
        return found["by"], date.fromisoformat(found["day"]), found["note"]
    looked = item.looked
    if looked is None:
        return None, None, None
    state = "" if looked.state == AGREED else looked.state
    return looked.by, looked.at.date(), ": ".join(filter(None, (state, looked.note))) or None


def factlog_csv(proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield a header and a record a row."""
    return table_csv(COLUMNS, (row for proof in proofs for row in rows(proof)))


def _lines(column: str, cell: Any) -> int:
    """Return how many lines a cell takes in its column: not every program works that out when it opens a file."""
    return -(-len(str(cell.value or "")) // (WIDTHS.get(column, WIDTH) - 2))


def factlog_xlsx(proofs: Sequence[Proof]) -> bytes:
    """Return the log as an Excel workbook: header fixed, filter on, cells as text that no formula runs in.

    Raises MissingReaderError where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties
    except ImportError:
        raise MissingReaderError(
            "an Excel workbook needs openpyxl, which is not installed", "run: pip install 'factcheck-cli[xlsx]'"
        ) from None
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one sheet
    sheet.title = "fact log"
    sheet.append(list(COLUMNS))
    for proof in proofs:
        for row in rows(proof):
            sheet.append([printable(cell) if isinstance(cell, str) else cell for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, WIDTH)
    for number, line in enumerate(sheet.iter_rows(), 1):
        sheet.row_dimensions[number].height = min(LINE_POINTS * max(map(_lines, COLUMNS, line)), TALLEST)
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.data_type == "f":
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0  # as many pages as the rows need, one page wide
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    book.properties.created = book.properties.modified = MADE
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
