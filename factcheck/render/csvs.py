"""Tables as CSV: a header, one record a string without its line end, no cell that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.models import Check, FigureRow, HistoryRow, Passage, SourceRow


def figures_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """Yield a header and a record a figure."""
    raise NotImplementedError


def sources_csv(rows: Iterable[SourceRow]) -> Iterator[str]:
    """Yield a header and a record a source."""
    raise NotImplementedError


def history_csv(rows: Iterable[HistoryRow]) -> Iterator[str]:
    """Yield a header and a record a claim of the history."""
    raise NotImplementedError


def passages_csv(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield a header and a record a passage."""
    raise NotImplementedError


def checks_csv(checks: Iterable[Check]) -> Iterator[str]:
    """Yield a header and a record a claim: verdict, confidence, reason, best source."""
    raise NotImplementedError
