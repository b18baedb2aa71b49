"""Verification reports in every format: the table that `report --format` reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from factcheck.models import Check, SourceRow

Report = Callable[..., str]


def _markdown(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    from factcheck.render import markdown

    return markdown.report(checks, title=title, day=day, database=database, sources=sources)


def _html(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    from factcheck.render import html

    return html.report(checks, title=title, day=day, database=database, sources=sources)


def _json(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    from factcheck.render import jsonl

    report: dict[str, jsonl.Json] = {
        "title": title,
        "date": day,
        "database": database,
        "sources": [jsonl.source_row_object(row) for row in sources],
        "checks": [jsonl.check_object(check) for check in checks],
    }
    return jsonl.dumps(report) + "\n"


def _csv(checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]) -> str:
    from factcheck.render import csvs

    return "\n".join(csvs.checks_csv(checks)) + "\n"


FORMATS: dict[str, Report] = {"markdown": _markdown, "html": _html, "json": _json, "csv": _csv}


def render_report(
    name: str, checks: Sequence[Check], *, title: str, day: date, database: str, sources: Sequence[SourceRow]
) -> str:
    """Return the report in the format named, byte for byte the same for the same arguments."""
    return FORMATS[name](checks, title=title, day=day, database=database, sources=sources)
