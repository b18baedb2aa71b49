"""Two indexers and ten readers on one database at once: nobody fails, nobody sees half a document, all is there."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from conftest import NOW
from test_store import check_whole

from factcheck import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes as POSIX has them")

INDEXERS, READERS, ROUNDS, ARTICLES, SENTENCES = 2, 10, 3, 5, 8
PATIENCE_SECONDS = 60.0
"""How long the slowest may take on a machine that does much else; here all take about two seconds."""


def article(indexer: int, number: int, version: int) -> str:
    """Return an article of which each sentence names its version."""
    lines = (f"Depot {indexer}{number} counted {line + 20} wagons in round {version}." for line in range(SENTENCES))
    return "\n\n".join(lines) + "\n"


def write(folder: Path, indexer: int, version: int) -> Path:
    """Write an indexer's articles and return their folder."""
    place = folder / f"articles-{indexer}"
    place.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        (place / f"{number}.txt").write_text(article(indexer, number, version), "utf-8")
    return place


def index(folder: Path, indexer: int) -> None:
    """Change all articles of one indexer and index them, round after round."""
    for version in range(1, ROUNDS + 1):
        place = write(folder, indexer, version)
        with Library(folder / "claims.db", patience=PATIENCE_SECONDS) as library:
            report = library.index([place], now=NOW)
            assert len(report.changed) == ARTICLES and not report.skipped


def read(folder: Path, reader: int) -> None:
    """Ask and record as the prompt does; each document that is seen is one version of it and whole."""
    for version in range(ROUNDS):
        with Library(folder / "claims.db", patience=PATIENCE_SECONDS) as library:
            check = library.check(f"Depot {reader % INDEXERS}1 counted 21 wagons in round {version}")
            assert check.evidence
            library.record(check, NOW)
            for row in library.sources():
                sentences = library.sentences(row.document)
                assert len(sentences) == SENTENCES
                assert len({sentence.rpartition(" ")[2] for sentence in sentences}) == 1


def started(work: Callable[[Path, int], None], folder: Path, number: int, begin: Barrier) -> None:
    """Do the work in this process, which all begin at once; what goes wrong ends it with a status."""
    os.chdir(folder)
    begin.wait(PATIENCE_SECONDS)
    work(folder, number)


def test_two_indexers_and_ten_readers(tmp_path: Path) -> None:
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([write(tmp_path, number, 0) for number in range(INDEXERS)], now=NOW)
        library.check("Depot 01 counted 21 wagons")  # loads here, once, what all readers need
    processes = multiprocessing.get_context("fork")
    begin = processes.Barrier(INDEXERS + READERS)
    tasks = [(index, number) for number in range(INDEXERS)] + [(read, number) for number in range(READERS)]
    running = [processes.Process(target=started, args=(work, tmp_path, number, begin)) for work, number in tasks]
    for process in running:
        process.start()
    for process in running:
        process.join(PATIENCE_SECONDS)
    alive = [process for process in running if process.is_alive()]
    for process in alive:
        process.kill()
    assert [process.exitcode for process in running] == [0] * len(tasks)
    check_whole(tmp_path / "claims.db")
    with Library(tmp_path / "claims.db") as library:
        assert library.findings() == []
        assert {library.text(row.document) for row in library.sources()} == {
            article(indexer, number, ROUNDS) for indexer in range(INDEXERS) for number in range(ARTICLES)
        }
    with closing(sqlite3.connect(tmp_path / "claims.db")) as opened:
        assert opened.execute("SELECT count(*) FROM checks").fetchone() == (READERS * ROUNDS,)
