"""Verification reports in every format: the table that `report --format` reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.models import Check, SourceRow

FORMATS = ("markdown", "html", "json", "csv")


def render_report(
    name: str, checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]
) -> str:
    """Return the report in the format named, byte for byte the same for the same arguments."""
    raise NotImplementedError
