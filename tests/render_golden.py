"""The rendered samples that are kept as files. After a change: `python tests/render_golden.py`, then read the diff."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import render_samples as samples

from factcheck.errors import UsageError
from factcheck.render import csvs, jsonl, terminal
from factcheck.render.look import Look
from factcheck.render.reports import render_report

FOLDER = Path(__file__).parent / "golden"
LOOKS = {
    "40": Look(40),
    "80": Look(80),
    "120": Look(120),
    "80-colour": Look(80, colour=True),
    "80-ascii": Look(80, unicode=False),
}
SUFFIXES = {
    "markdown": "md", "html": "html", "json": "json", "csv": "csv",
    "claimreview": "jsonld", "averitec": "averitec.json", "fever": "fever.jsonl",
}  # fmt: skip


def rendered() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file."""
    for name, look in LOOKS.items():
        yield f"checks-{name}.txt", "\n".join(terminal.render_check(check, look) for check in samples.all_checks())
        yield f"listings-{name}.txt", listings(look)
    yield "check-all-80.txt", terminal.render_check(samples.conflicting(), Look(80), all_passages=True)
    for name in SUFFIXES:
        yield f"report.{SUFFIXES[name]}", report(name)
    yield "lines.jsonl", "".join(f"{line}\n" for line in json_lines())
    for name, lines in csv_tables():
        yield f"{name}.csv", "".join(f"{line}\n" for line in lines)


def listings(look: Look) -> str:
    parts = [
        "".join(f"{line}\n" for line in terminal.render_figures(samples.figure_rows(), look)),
        terminal.render_sources(samples.source_rows(), look),
        *(terminal.render_source(row, look) for row in samples.source_rows()),
        terminal.render_history(samples.history_rows(), look),
        terminal.render_search(samples.passages(), "harbour wall", look),
        terminal.render_search([], "lighthouse", look),
        terminal.render_index_report(samples.index_report(), look),
        terminal.render_error("there is no database here", "factcheck index PATH makes one", look),
    ]
    return "\n".join(parts)


def report(name: str) -> str:
    return render_report(
        name,
        samples.all_checks(),
        title="Verification report",
        day=date(2026, 1, 2),
        database="claims.db",
        sources=samples.source_rows(),
        author="The Desk",
        url="https://desk.example/report",
    )


def json_lines() -> Iterator[str]:
    yield from map(jsonl.check_json, samples.all_checks())
    yield from map(jsonl.figure_row_json, samples.figure_rows())
    yield from map(jsonl.source_json, samples.source_rows())
    yield from map(jsonl.history_json, samples.history_rows())
    yield from map(jsonl.passage_json, samples.passages())
    yield jsonl.index_report_json(samples.index_report())
    yield jsonl.error_json(UsageError("the claim is empty", "write one"))


def csv_tables() -> Iterator[tuple[str, Iterator[str]]]:
    yield "figures", csvs.figures_csv(samples.figure_rows())
    yield "sources", csvs.sources_csv(samples.source_rows())
    yield "history", csvs.history_csv(samples.history_rows())
    yield "passages", csvs.passages_csv(samples.passages())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, text in rendered():
        (FOLDER / file_name).write_text(text, "utf-8", newline="\n")
