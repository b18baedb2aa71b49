"""Results for a person at a terminal, readable without colour and at any width from 40 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.models import Check, FigureRow, HistoryRow, IndexReport, Passage, SourceRow
from factcheck.render.look import Look


def render_check(check: Check, look: Look, *, all_passages: bool = False) -> str:
    """Return a claim's verdict, its reasons and its passages; neutral passages only with `all_passages`."""
    raise NotImplementedError


def render_figures(rows: Iterable[FigureRow], look: Look) -> Iterator[str]:
    """Yield the lines of a table of figures, as they come, so that a million of them stream."""
    raise NotImplementedError


def render_sources(rows: Sequence[SourceRow], look: Look) -> str:
    """Return the list of what is indexed."""
    raise NotImplementedError


def render_source(row: SourceRow, look: Look) -> str:
    """Return everything known about one source."""
    raise NotImplementedError


def render_history(rows: Sequence[HistoryRow], look: Look) -> str:
    """Return the claims checked so far; after a recheck, what has changed first."""
    raise NotImplementedError


def render_search(passages: Sequence[Passage], words: str, look: Look) -> str:
    """Return passages found, with the words searched for marked."""
    raise NotImplementedError


def render_index_report(report: IndexReport, look: Look) -> str:
    """Return what an index run did: documents by what happened to them, skipped ones with the reason."""
    raise NotImplementedError


def render_error(message: str, hint: str, look: Look) -> str:
    """Return an error in one line, with what to do next on a second."""
    raise NotImplementedError
