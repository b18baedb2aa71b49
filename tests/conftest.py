"""What several tests need: a folder of sources, a database made of them, and the command line run in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("shared", deadline=None)  # on a shared machine the clock measures the neighbours
settings.load_profile("shared")

NOW = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)

SOURCES = {
    "ferry.md": (
        "---\ntitle: Ferry to Holm sinks\nauthor: Ann Lee\ndate: 2024-05-14\n---\n\n"
        "The ferry to Holm sank on Tuesday with 312 passengers on board. Nobody was hurt.\n\n"
        "## The rescue\n\nDivers from Northwick found the wreck at a depth of 48 metres. "
        "The company paid £2.4 million for the vessel in 2019.\n"
    ),
    "bridge.txt": (
        "Bridge at Aldermere reopens\n3 June 2023\n\n"
        "The bridge at Aldermere reopened after 14 months of repairs. It carries 9,500 vehicles a day.\n"
    ),
    "undated.txt": "The harvest in Northwick was poor\n\nFarmers in Northwick harvested 40 per cent less barley.\n",
}


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is set on the machine that runs the tests out of them."""
    for name in ("FACTCHECK_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which holds the sources in `articles`."""
    (tmp_path / "articles").mkdir()
    for name, text in SOURCES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def database(folder: Path) -> Path:
    """Return `claims.db` in the current folder, made of the sources."""
    from factcheck import Library

    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "articles"], now=NOW)
    return folder / "claims.db"


class Result:
    """What a run of the command line gave."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run() -> Callable[..., Result]:
    """Return a function that runs the command line in this process, by typer's runner."""
    from typer.testing import CliRunner

    from factcheck.cli import program

    def run_it(*arguments: str, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(program(), list(arguments), input=stdin, prog_name="factcheck")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Result(result.exit_code, result.stdout, result.stderr)

    return run_it
