"""The disk is full, fails, or is held by another process, at every step: the database is whole, the message clear.

A limit on pages makes SQLite itself say that the disk is full; a limit on the size of files makes the system refuse a
write in the middle, which SQLite takes for a disk that fails.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW
from dump_database import load
from test_migrations import DATABASES, VERSIONS
from test_store import check_whole

from benchmarks import faults
from factcheck import Library, store
from factcheck.errors import DatabaseBusyError, DatabaseError, FactcheckError

posix_only = pytest.mark.skipif(sys.platform != "linux", reason="needs limits of Linux on the size of files")
STEPS = 6
"""At how many places between nothing and all that is written the fault lies."""
ARTICLES = 12
HALF_THERE = (
    "SELECT id FROM documents d WHERE last_sentence - first_sentence + 1 <> "
    "(SELECT count(*) FROM sentences WHERE document_id = d.id)"
)


@pytest.fixture(params=["new", "changed"])
def path(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Return where a run is to index: nothing is there yet, or all files have changed since."""
    for number in range(ARTICLES):
        text = "".join(f"Depot {number} counted {number * 31 + line} wagons of coal. " for line in range(25))
        (folder / "articles" / f"{number:02}.txt").write_text(text)
    if request.param == "changed":
        with Library(folder / "claims.db", create=True) as library:
            library.index(["articles"], now=NOW)
        for file in (folder / "articles").iterdir():
            file.write_text(file.read_text() + "A tram came at last.\n")
    return folder / "claims.db"


def index(path: Path) -> None:
    with Library(path, create=True) as library:
        library.index(["articles"], now=NOW)


def check_rerun(path: Path) -> None:
    """Fail unless the database is whole, no document half there, and a run without faults completes it."""
    if has_tables(path):
        check_whole(path)
        with closing(sqlite3.connect(path)) as opened:
            assert opened.execute(HALF_THERE).fetchall() == []
    index(path)
    check_whole(path)
    with Library(path) as library:
        assert library.findings() == []
        assert len({library.text(row.document) for row in library.sources()}) == ARTICLES + 3


def has_tables(path: Path) -> bool:
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as opened:
        return bool(opened.execute("SELECT 1 FROM sqlite_master").fetchall())


def test_a_full_disk_at_every_step_of_an_index(path: Path) -> None:
    before = path.read_bytes() if path.exists() else b""
    index(path)
    pages = path.stat().st_size // 8192
    failed = 0
    for step in range(STEPS):
        path.write_bytes(before)
        if not before:
            path.unlink()
        with Library(path, create=True) as library:
            connection: sqlite3.Connection = library._store._connection  # type: ignore[attr-defined]
            (used,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {used + pages * step // (2 * STEPS)}")
            try:
                library.index(["articles"], now=NOW)
            except DatabaseError as error:
                failed += 1
                assert "disk is full" in error.message and error.hint == "make room, try again"
        check_rerun(path)
    assert failed >= 1


def limited(size: int, act: Callable[[], object]) -> tuple[str, str]:
    """Return the kind and the message of what an act raises in a copy of this process that may write so many bytes."""
    import resource
    import signal

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        answer = ("", "")
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            act()
        except FactcheckError as error:
            answer = (type(error).__name__, f"{error.message} {error.hint}")
        except BaseException as error:
            answer = ("CRASH", repr(error))
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        kind, message = json.loads(answers.read())
    os.waitpid(child, 0)
    return kind, message


@posix_only
def test_a_disk_that_fails_at_every_step_of_an_index(path: Path) -> None:
    before = path.read_bytes() if path.exists() else b""
    index(path)
    size = path.stat().st_size
    told = []
    for step in range(STEPS):
        for each in path.parent.glob("claims.db*"):
            each.unlink()
        if before:
            path.write_bytes(before)
        told.append(limited(2 * size * step // STEPS + 100, lambda: index(path)))
        check_rerun(path)
    assert {kind for kind, _ in told} <= {"", "DatabaseError"}
    assert sum(kind != "" for kind, _ in told) >= 2
    for kind, message in told:
        assert not kind or ("disk" in message and "claims.db" in message and "try again" in message)


@posix_only
@pytest.mark.parametrize("version", VERSIONS)
def test_a_disk_that_fails_at_every_step_of_a_migration(version: int, tmp_path: Path) -> None:
    path = load(DATABASES / f"schema-{version}.sql", tmp_path / "claims.db")
    before = path.read_bytes()
    with closing(sqlite3.connect(path)) as opened:
        sentences = opened.execute("SELECT id, text FROM sentences ORDER BY id").fetchall()
    failed = 0
    for step in range(STEPS):
        for each in tmp_path.glob("claims.db*"):
            each.unlink()
        path.write_bytes(before)
        kind, message = limited(len(before) * 2 * step // STEPS + 100, lambda: Library(path).close())
        failed += kind != ""
        assert kind in ("", "DatabaseError", "ReadOnlyDatabaseError"), message
        with Library(path) as library:
            assert library.findings() == []
        with closing(sqlite3.connect(path)) as opened:
            assert opened.execute("SELECT id, text FROM sentences ORDER BY id").fetchall() == sentences
    assert failed >= 1


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN"], ids=["a writer", "a reader"])
@pytest.mark.parametrize("opened", [{"create": True}, {"writable": True}, {"writable": False}], ids=str)
def test_an_older_database_held_by_another_process(
    version: int, lock: str, opened: dict[str, bool], tmp_path: Path
) -> None:
    path = load(DATABASES / f"schema-{version}.sql", tmp_path / "claims.db")
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(lock)
        other.execute("SELECT * FROM documents").fetchall()
        with pytest.raises(DatabaseBusyError, match="must be updated, but another process holds it") as told:
            Library(path, patience=0.0, **opened)
    assert "then try again" in told.value.hint
    assert path.read_bytes() == before
    with Library(path) as library:
        assert library.findings() == []


@pytest.mark.skipif(faults.sqlite_library() is None, reason="wraps SQLite's library, which this Python does not share")
@pytest.mark.parametrize(
    ("act", "fault"),
    # mending waits for its turn by SQLite's own clock: `python -m benchmarks.faults` tries that
    [(act, fault) for act in faults.ACTS for fault in ("fails", "full", "held") if (act, fault) != ("mend", "held")],
)
def test_a_fault_in_sqlites_files(act: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BULK_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(store.connection, "PATIENCE_SECONDS", 0.0)
    faults.write_articles(tmp_path, 4)
    found = list(faults.tried(faults.ACTS[act], faults.FAULTS[fault], tmp_path, most=3))
    assert len(found) >= 3
    assert [each.wrong for each in found if each.wrong] == []


def test_a_database_held_by_another_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BULK_PATIENCE_SECONDS", 0.0)
    Library(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Library(path, patience=0.0) as library:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError, match="held by another process"):
            library.index(["articles"], now=NOW)
    check_rerun(path)
