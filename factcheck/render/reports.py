"""Verification reports in every format: the table that `report --format` reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from factcheck.errors import UsageError
from factcheck.models import Check, SourceRow


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is made of, whatever its format: the checks, the sources they rest on, and about whom and when.

    `author` is who publishes it and `url` where; only formats for other programs name them.
    """

    checks: Sequence[Check]
    title: str
    day: date
    database: str
    sources: Sequence[SourceRow]
    author: str | None = None
    url: str | None = None
    pictures: str | None = None  # the folder, beside the report, that holds its pictures


def _markdown(report: Report) -> str:
    from factcheck.render import markdown

    return markdown.report(
        report.checks,
        title=report.title,
        day=report.day,
        database=report.database,
        sources=report.sources,
        pictures=report.pictures,
    )


def _html(report: Report) -> str:
    from factcheck.render import html

    return html.report(
        report.checks, title=report.title, day=report.day, database=report.database, sources=report.sources
    )


def _docx(report: Report) -> bytes:
    from factcheck.render.word_report import report_docx

    return report_docx(report)


def _json(report: Report) -> str:
    from factcheck.render import jsonl

    value: dict[str, jsonl.Json] = {
        "title": report.title,
        "date": report.day,
        "database": report.database,
        "sources": [jsonl.source_row_object(row) for row in report.sources],
        "checks": [jsonl.check_object(check) for check in report.checks],
    }
    return jsonl.dumps(value) + "\n"


def _csv(report: Report) -> str:
    from factcheck.render import csvs

    return "\n".join(csvs.checks_csv(report.checks)) + "\n"


def _claimreview(report: Report) -> str:
    from factcheck.render import exchange

    if not report.author:
        raise UsageError(
            "a ClaimReview names who publishes it", 'add --author "NAME", or author = "NAME" in factcheck.toml'
        )
    return exchange.claimreview(report.checks, day=report.day, author=report.author, url=report.url)


def _averitec(report: Report) -> str:
    from factcheck.render import exchange

    return exchange.averitec(report.checks)


def _fever(report: Report) -> str:
    from factcheck.render import exchange

    return "".join(f"{line}\n" for line in exchange.fever(report.checks))


BINARY = ("docx",)
"""Formats that are no text."""

FORMATS: dict[str, Callable[[Report], str | bytes]] = {
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "json": _json,
    "csv": _csv,
    "claimreview": _claimreview,
    "averitec": _averitec,
    "fever": _fever,
}


ENDINGS = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".json": "json",
    ".csv": "csv",
    ".jsonld": "claimreview",
}
"""The formats that the endings of file names stand for."""


def format_of(file: PurePath | None) -> str:
    """Return the format that a file's name asks for: Markdown where it asks for none."""
    return ENDINGS.get(file.suffix.lower(), "markdown") if file else "markdown"


def check_format(name: str, author: str | None) -> None:
    """Raise UsageError for a format that names its author where none is given: before the claims are checked."""
    if name == "claimreview" and not author:
        raise UsageError(
            "a ClaimReview names who publishes it", 'add --author "NAME", or author = "NAME" in factcheck.toml'
        )


def render_report(
    name: str,
    checks: Sequence[Check],
    *,
    title: str,
    day: date,
    database: str,
    sources: Sequence[SourceRow],
    author: str | None = None,
    url: str | None = None,
    pictures: str | None = None,
) -> str:
    """Return the report in the format named, one that is text, byte for byte the same for the same arguments.

    `pictures` names the folder of a Markdown report's pictures (see `pictures.picture_files`); HTML holds its own.
    Raises UsageError where the format needs an author and none is given.
    """
    report = FORMATS[name](Report(checks, title, day, database, sources, author, url, pictures))
    assert isinstance(report, str)
    return report
