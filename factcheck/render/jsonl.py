"""Results as JSON: one object a line, numbers with the digits that were written."""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.models import Check, FigureRow, HistoryRow, IndexReport, Passage, SourceRow


def check_json(check: Check) -> str:
    """Return a check as one line of JSON."""
    raise NotImplementedError


def figure_row_json(row: FigureRow) -> str:
    """Return a figure, its sentence and its source as one line of JSON."""
    raise NotImplementedError


def source_json(row: SourceRow) -> str:
    """Return an indexed source as one line of JSON."""
    raise NotImplementedError


def history_json(row: HistoryRow) -> str:
    """Return a claim of the history as one line of JSON."""
    raise NotImplementedError


def passage_json(passage: Passage) -> str:
    """Return a passage found as one line of JSON."""
    raise NotImplementedError


def index_report_json(report: IndexReport) -> str:
    """Return what an index run did as one line of JSON."""
    raise NotImplementedError


def error_json(error: FactcheckError) -> str:
    """Return an error as one line of JSON."""
    raise NotImplementedError
