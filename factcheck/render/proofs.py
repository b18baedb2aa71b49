"""Proofs of drafts in every format: the table that `proofread --format` reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from factcheck.proofread.report import Proof

Renderer = Callable[[Sequence[Proof]], str | bytes]


def _line(proofs: Sequence[Proof]) -> str:
    from factcheck.render.alerts import alert_lines

    return "".join(line + "\n" for proof in proofs for line in alert_lines(proof))


def _github(proofs: Sequence[Proof]) -> str:
    from factcheck.render.alerts import github_lines

    return "".join(line + "\n" for proof in proofs for line in github_lines(proof))


def _json(proofs: Sequence[Proof]) -> str:
    from factcheck.render.alerts import proof_json

    return "".join(proof_json(proof) + "\n" for proof in proofs)


def _sarif(proofs: Sequence[Proof]) -> str:
    from factcheck.render.sarif import sarif

    return sarif(proofs)


def _markdown(proofs: Sequence[Proof]) -> str:
    from factcheck.render.annotated import annotated_markdown

    return annotated_markdown(proofs)


def _html(proofs: Sequence[Proof]) -> str:
    from factcheck.render.annotated import annotated_html

    return annotated_html(proofs)


def _docx(proofs: Sequence[Proof]) -> bytes:
    from factcheck.render.word import annotated_docx

    return annotated_docx(proofs)


def _csv(proofs: Sequence[Proof]) -> str:
    from factcheck.render.factlog import factlog_csv

    return "\n".join(factlog_csv(proofs)) + "\n"


def _xlsx(proofs: Sequence[Proof]) -> bytes:
    from factcheck.render.factlog import factlog_xlsx

    return factlog_xlsx(proofs)


FORMATS: dict[str, Renderer] = {
    "line": _line,
    "github": _github,
    "json": _json,
    "sarif": _sarif,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "csv": _csv,
    "xlsx": _xlsx,
}


ENDINGS = {
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".csv": "csv",
    ".xlsx": "xlsx",
}
"""The formats that the endings of file names stand for."""


def format_of(file: PurePath | None) -> str:
    """Return the format that a file's name asks for: a line an alert where it asks for none."""
    return ENDINGS.get(file.suffix.lower(), "line") if file else "line"


def render_proofs(name: str, proofs: Sequence[Proof]) -> str | bytes:
    """Return the proofs in the format named; bytes for those that are no text."""
    return FORMATS[name](proofs)
