"""Open the database file, and say in plain words what is wrong with it where something is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from factcheck.errors import (
    DamagedDatabaseError,
    DatabaseBusyError,
    DatabaseError,
    NewerDatabaseError,
    NoDatabaseError,
    NotADatabaseError,
    ReadOnlyDatabaseError,
)
from factcheck.store import schema

PATIENCE_SECONDS = 5.0
"""How long to wait for another process that holds the database."""

MAGIC = b"SQLite format 3\x00"

_MAKE_ONE = "make one from your sources with: factcheck index PATH..."
_REBUILD = "mend it with: factcheck doctor, or move it away and index your sources again"
_NO_DATABASE = "{path} is not a database, or is damaged at its beginning"
_IF_IT_WAS = f"name another file with --db; if it was a database, move it away and {_MAKE_ONE}"


def connect(path: Path, *, create: bool, writable: bool, patience: float | None = None) -> sqlite3.Connection:
    """Return a connection to a database of the newest schema; raises DatabaseError.

    With `create` a missing or empty file becomes a database. What cannot be written is opened to read.
    """
    _look_at(path, create=create)
    with translated(path):
        connection = _open(path, create=create, writable=writable or create, patience=patience)
        try:
            _check_version(connection, path, create=create, writable=writable or create, patience=patience)
        except BaseException:
            connection.close()
            raise
    return connection


def not_made_yet(path: Path) -> sqlite3.Connection:
    """Return a connection to an empty database in memory, which stands for a file until that is made.

    Raises DatabaseError where the file could not be made.
    """
    if not os.access(path.absolute().parent, os.W_OK):
        raise cannot_be_opened(path)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    return connection


def _look_at(path: Path, *, create: bool) -> None:
    """Raise for what cannot be a database, before SQLite makes a file or answers in its own words."""
    try:
        if path.is_dir():
            raise NotADatabaseError(f"{path} is a folder, not a database", "name a file with --db")
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        head = b""
    except OSError as error:
        raise DatabaseError(f"the database {path} cannot be read: {error.strerror}", "check the path") from None
    if not head and not create:
        raise NoDatabaseError(f"there is no database at {path} yet", _MAKE_ONE)
    if head and head != MAGIC:
        raise DamagedDatabaseError(_NO_DATABASE.format(path=path), _IF_IT_WAS)


def _open(path: Path, *, create: bool, writable: bool, patience: float | None) -> sqlite3.Connection:
    modes = ["rwc"] if create else ["rw", "ro"] if writable else ["ro"]
    for mode in [*modes, "ro&immutable=1"]:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE_SECONDS if patience is None else patience,
            isolation_level=None,
        )
        try:
            connection.execute("PRAGMA trusted_schema = OFF")  # a stranger's triggers call harmless functions only
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorname.startswith("SQLITE_BUSY") or mode == "rwc":
                raise
            if mode == "ro" and _has_unsaved_pages(path):
                raise  # without its write-ahead log the database would be read as it was, not as it is
            failure = error
            continue
        return connection
    raise failure


def _has_unsaved_pages(path: Path) -> bool:
    """Tell whether a write-ahead log with pages of its own lies beside the database."""
    with suppress(OSError):
        return path.with_name(path.name + "-wal").stat().st_size > 0
    return False


def _check_version(
    connection: sqlite3.Connection, path: Path, *, create: bool, writable: bool, patience: float | None
) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != schema.APPLICATION:
        raise NotADatabaseError(f"{path} is a database of another program", "name another file with --db")
    if tables and version < 1:
        raise DamagedDatabaseError(f"the database {path} is damaged: it has no schema version", _IF_IT_WAS)
    if not tables and not create:
        raise NoDatabaseError(f"the database {path} is empty", _MAKE_ONE)
    if version > schema.newest():
        raise NewerDatabaseError(
            f"the database {path} was made by a later version of factcheck (schema {version}, this one knows "
            f"{schema.newest()})",
            "update factcheck, or name another file with --db",
        )
    if version < schema.newest():
        if not tables:
            schema.migrate(connection)
        elif writable:
            _update(connection, path)
        else:  # it is only to be read, but may well be written
            with closing(_open(path, create=False, writable=True, patience=patience)) as writing:
                _update(writing, path)


def _update(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older database to the newest schema; one that is held or cannot be written stays as it is."""
    try:
        schema.migrate(connection)
    except sqlite3.OperationalError as error:
        failed = error.sqlite_errorname
        if failed.startswith("SQLITE_READONLY"):
            raise ReadOnlyDatabaseError(
                f"the database {path} is of an earlier version and must be updated, but cannot be written",
                "make it writable, or copy it to a folder of your own",
            ) from None
        if failed.startswith("SQLITE_BUSY"):
            raise DatabaseBusyError(
                f"the database {path} is of an earlier version and must be updated, but another process holds it",
                "wait until the other factcheck has finished, then try again",
            ) from None
        raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours: what failed, where, and what to do next."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _ours(error, path) from error


def cannot_be_opened(path: Path) -> DatabaseError:
    """Return the error for a file that SQLite could not open."""
    _, kind, message, hint = next(row for row in _MEANINGS if row[0] == "SQLITE_CANTOPEN")
    return kind(message.format(path=path), hint)


def _ours(error: sqlite3.DatabaseError, path: Path) -> DatabaseError:
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, kind, message, hint in _MEANINGS:
        if name.startswith(prefix):
            return kind(message.format(path=path), hint)
    if "fts5" in str(error) and "no such module" in str(error):
        return DatabaseError("this Python's SQLite has no full-text search (FTS5)", "use a Python from python.org")
    if "unsupported file format" in str(error):
        return DamagedDatabaseError(_NO_DATABASE.format(path=path), _IF_IT_WAS)
    return DatabaseError(f"the database {path} cannot be used: {error}", "look into it with: factcheck doctor")


_MEANINGS: tuple[tuple[str, type[DatabaseError], str, str], ...] = (
    (
        "SQLITE_BUSY",
        DatabaseBusyError,
        "the database {path} is held by another process",
        "wait until the other factcheck has finished, then try again",
    ),
    ("SQLITE_LOCKED", DatabaseBusyError, "the database {path} is held by another process", "try again"),
    ("SQLITE_PROTOCOL", DatabaseBusyError, "the database {path} is held by another process", "try again"),
    (
        "SQLITE_READONLY",
        ReadOnlyDatabaseError,
        "the database {path} cannot be written",
        "change its permissions, or name another file with --db",
    ),
    (
        "SQLITE_CANTOPEN",
        ReadOnlyDatabaseError,
        "the database {path} cannot be opened",
        "check that its folder exists and that you may write there, or name another file with --db",
    ),
    ("SQLITE_NOTADB", DamagedDatabaseError, _NO_DATABASE, _IF_IT_WAS),
    ("SQLITE_CORRUPT", DamagedDatabaseError, "the database {path} is damaged", _REBUILD),
    (
        "SQLITE_FULL",
        DatabaseError,
        "the disk is full: the database {path} could not be written",
        "make room, try again",
    ),
    (
        "SQLITE_IOERR",
        DatabaseError,
        "the disk failed while using the database {path}",
        "check the disk, then try again",
    ),
    ("SQLITE_PERM", ReadOnlyDatabaseError, "the database {path} may not be used", "change its permissions"),
)
