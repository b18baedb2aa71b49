"""A damaged database: what is wrong is named, and made anew from the sentences stored where that can be."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Result
from test_store import check_whole

from factcheck import Library
from factcheck.errors import DatabaseBusyError
from factcheck.store import Store, integrity, mend

Run = Callable[..., Result]
CLAIM = "The ferry to Holm had 312 passengers on board"


def pages_of(database: Path, name: str) -> tuple[int, list[int]]:
    """Return the size of a page, and where in the file the pages of a table or an index lie."""
    with closing(sqlite3.connect(database)) as opened:
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        (root,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return size, [(root - 1) * size]


def spoil(database: Path, name: str) -> None:
    size, places = pages_of(database, name)
    with database.open("r+b") as file:
        for place in places:
            file.seek(place)
            file.write(b"\xa5" * size)


def test_a_whole_database_is_called_whole(database: Path, run: Run) -> None:
    before = database.read_bytes()
    result = run("doctor")
    assert (result.status, result.out) == (0, "claims.db: whole\n")
    assert database.read_bytes() == before


@pytest.mark.parametrize("name", ["sentences_fts_data", "sentences_fts_idx", "idx_documents_file"])
def test_what_follows_from_the_sentences_is_made_anew(name: str, database: Path, run: Run) -> None:
    before = run("check", CLAIM, "--json", "--no-record").out
    spoil(database, name)
    result = run("doctor", "--json")
    told = json.loads(result.out)
    assert (result.status, told["mended"]) == (1, True)
    assert told["findings"]
    check_whole(database)
    assert run("check", CLAIM, "--json", "--no-record").out == before
    assert run("doctor").status == 0
    assert sorted(path.name for path in database.parent.glob("claims.db*")) == ["claims.db"]


def overwrite(start: int, end: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:start] + b"\xa5" * (end - start) + data[end:]


BEGINNINGS: dict[str, Callable[[bytes], bytes]] = {
    "first bytes": overwrite(0, 16),
    "header": overwrite(0, 100),
    "list of tables": overwrite(100, 8192),
    "first page": overwrite(0, 8192),
    "size of pages": overwrite(16, 18),
    "version to write": overwrite(18, 20),
    "form of the schema": overwrite(44, 48),
    "schema version": lambda data: data[:60] + bytes(4) + data[64:],
    "all but the header": lambda data: data[:100],
    "second half": lambda data: data[: len(data) // 2],
    "everything": lambda data: b"\xa5" * len(data),
}


@pytest.mark.parametrize("spoilt", BEGINNINGS)
@pytest.mark.parametrize("command", [["check", CLAIM], ["index", "articles"], ["doctor"]], ids=lambda each: each[0])
def test_a_database_damaged_at_its_beginning_is_named_and_left_alone(
    spoilt: str, command: list[str], database: Path, run: Run
) -> None:
    before = BEGINNINGS[spoilt](database.read_bytes())
    database.write_bytes(before)
    result = run(*command)
    assert (result.status, result.out) == (2, "")
    told = " ".join(result.err.split())
    assert "claims.db" in told and "damaged" in told
    assert "factcheck index PATH..." in told or "factcheck doctor" in told
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.glob("claims.db*")] == ["claims.db"]
    if command == ["doctor"]:
        assert "it cannot be mended, and was left as it is" in told
        assert "factcheck doctor" not in told


def test_words_missing_from_the_text_index_are_found(database: Path, run: Run) -> None:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('delete-all')")
        opened.commit()
    result = run("doctor")
    assert (result.status, "text index" in result.out) == (1, True)
    check_whole(database)


def test_sentences_that_cannot_be_read_are_named_and_the_file_is_left_alone(database: Path, run: Run) -> None:
    spoil(database, "sentences")
    before = database.read_bytes()
    result = run("doctor")
    assert (result.status, result.out) == (2, "")
    assert "sentences cannot be read" in result.err
    assert database.read_bytes() == before
    assert sorted(path.name for path in database.parent.glob("claims.db*")) == ["claims.db"]


def test_a_database_held_by_another_process_is_not_called_damaged(database: Path) -> None:
    with closing(sqlite3.connect(database)) as other, Library(database, patience=0.0) as library:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusyError):
            library.findings()


def test_what_another_process_writes_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.db"
    Store(path, create=True).close()
    copied = integrity.copied

    def copy_while_another_writes(source: Path, copy: Path) -> None:
        copied(source, copy)
        with closing(sqlite3.connect(source)) as other:
            other.execute("INSERT INTO claims (id, text) VALUES (1, 'kept')")
            other.commit()

    monkeypatch.setattr(integrity, "copied", copy_while_another_writes)
    with pytest.raises(DatabaseBusyError, match="another process"):
        mend(path)
    with closing(sqlite3.connect(path)) as after:
        assert after.execute("SELECT text FROM claims").fetchall() == [("kept",)]


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_database_that_stays_held_is_not_waited_for_without_end(
    lock: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    before = database.read_bytes()
    monkeypatch.setattr(integrity, "PATIENCE_SECONDS", 0.02)
    monkeypatch.setattr(integrity, "_BACKUP_PAUSE_SECONDS", 0.01)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute(lock)
        with pytest.raises(DatabaseBusyError, match="held by another process"):
            integrity.put_back(copy, database)
    assert database.read_bytes() == before


def test_a_row_that_belongs_to_nothing_is_named(database: Path, run: Run) -> None:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("INSERT INTO checks (claim_id, checked, verdict) VALUES (99, '2025-01-01', 'supported')")
        opened.commit()
    assert "a row of checks belongs to nothing" in " ".join(run("doctor").err.split())
