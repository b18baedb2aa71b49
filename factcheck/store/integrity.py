"""Is the file whole? What is damaged is named, and all that follows from the stored sentences is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.errors import DamagedDatabaseError, DatabaseBusyError, DatabaseError
from factcheck.store import schema
from factcheck.store.connection import PATIENCE_SECONDS, connect, translated

MOST_FINDINGS = 20

_BACKUP_PAUSE_SECONDS = 0.25


def findings(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with a database, in SQLite's words; nothing where it is whole."""
    found = _answers(connection, f"PRAGMA integrity_check({MOST_FINDINGS})")
    found += _answers(
        connection, "SELECT 'a row of ' || \"table\" || ' belongs to nothing' FROM pragma_foreign_key_check"
    )
    try:
        connection.execute("INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            found.append(f"the text index does not fit the sentences stored: {error}")
        elif not error.sqlite_errorname.startswith("SQLITE_READONLY"):  # there the file alone is looked at
            raise
    found += [f"the table {table} cannot be read: {reason}" for table, reason in _unreadable(connection)]
    return list(dict.fromkeys(found))


def _answers(connection: sqlite3.Connection, sql: str) -> list[str]:
    try:
        return [str(line) for (line,) in connection.execute(sql).fetchmany(MOST_FINDINGS) if line != "ok"]
    except sqlite3.DatabaseError as error:
        if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            raise
        return [str(error)]


def _unreadable(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    found = []
    for table in schema.STORED:
        try:
            for _ in connection.execute(f"SELECT * FROM {table} NOT INDEXED"):
                pass
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            found.append((table, str(error)))
    return found


def watched(path: Path) -> sqlite3.Connection:
    """Return a connection that sees when another process writes to the database; see `data_version`."""
    return connect(path, create=False, writable=False)


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that changes when another connection has written (PRAGMA data_version)."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


def copied(path: Path, copy: Path) -> None:
    """Make a sound database of what is stored in a damaged one, with the text index built from the sentences.

    Raises DamagedDatabaseError where what is stored can no longer be read, and leaves the damaged file as it is.
    """
    with closing(connect(copy, create=True, writable=True)) as made, translated(copy):
        made.execute("PRAGMA foreign_keys = OFF")
        made.execute("ATTACH ? AS damaged", (str(path),))
        made.execute("BEGIN")
        for table in schema.STORED:
            try:  # in order: else SQLite would copy the indexes too, page by page, damage and all
                made.execute(f"INSERT INTO main.{table} SELECT * FROM damaged.{table} NOT INDEXED ORDER BY 1, 2")
            except sqlite3.DatabaseError as error:
                raise _lost(path, table, error) from error
        made.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('rebuild')")
        made.execute("COMMIT")
        made.execute("DETACH damaged")


def put_back(copy: Path, path: Path) -> None:
    """Write a sound copy over the damaged file in one transaction, so that whoever reads it sees one or the other."""
    with (
        closing(sqlite3.connect(copy, isolation_level=None)) as made,
        closing(sqlite3.connect(path, isolation_level=None)) as target,
        translated(path),
    ):
        left = findings(made)
        if left:
            raise DamagedDatabaseError(f"the database {path} is damaged: {left[0]}", "index your sources again")
        made.backup(target, progress=_Patience(path), sleep=_BACKUP_PAUSE_SECONDS)


class _Patience:
    """Ends a copy that other processes keep from beginning: SQLite itself would try for ever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = int(PATIENCE_SECONDS / _BACKUP_PAUSE_SECONDS)

    def __call__(self, status: int, remaining: int, pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._left -= 1
            if self._left <= 0:
                raise DatabaseBusyError(
                    f"the database {self._path} is held by another process and could not be mended",
                    "end the other factcheck, then run factcheck doctor again",
                )


def _lost(path: Path, table: str, error: sqlite3.DatabaseError) -> DatabaseError:
    if not str(error).startswith(("database disk image", "UNIQUE", "NOT NULL", "datatype")):
        return DatabaseError(f"the database {path} could not be mended: {error}", "make room and try again")
    return DamagedDatabaseError(
        f"the database {path} is damaged: its table {table} cannot be read ({error})",
        "move it away and index your sources again",
    )
