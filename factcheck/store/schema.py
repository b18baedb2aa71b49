"""The tables, and how an older database becomes a newer one.

sqlite-utils writes the first tables' SQL (in a database in memory, since its own writing commits as it goes); the
statements then run in the one exclusive transaction that makes or migrates the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress

from factcheck.store import compact, copies, signoffs

APPLICATION = 0x66637431  # "fct1" in the file's header says that the database is ours (PRAGMA application_id)

STORED = ("documents", "sentences", "blocks", "figures", "claims", "checks", "evidence", "signoffs")
"""The tables that hold what cannot be made anew from others; each points only to those before it."""

# Of version 1; see `compact` for what has become of them.
_FIRST_TABLES: dict[str, dict[str, type]] = {
    "documents": {
        "id": int,
        "path": str,  # relative to the database's folder where it lies below it; with forward slashes
        "file": str,  # the file that holds it; an archive or a mailbox holds several documents
        "title": str,
        "author": str,
        "publisher": str,
        "published": str,
        "published_from": str,
        "url": str,
        "language": str,
        "format": str,
        "sha256": str,
        "indexed": str,
        "label": str,
        "weight": float,
        "notes": str,  # a JSON list
        "corrections": str,  # a JSON object: what a person set, and what outlasts reading the file again
        "text": str,
    },
    "sentences": {
        "id": int,
        "document_id": int,
        "start": int,
        "end": int,
        "line": int,
        "page": int,
        "kind": str,
        "heading": str,
        "position": str,
        "speaker": str,
        "text": str,
    },
    "figures": {
        "id": int,
        "sentence_id": int,
        "text": str,
        "start": int,
        "end": int,
        "kind": str,
        "value": str,  # the digits as written, or an ISO date
        "value_high": str,
        "number": float,  # the value again, to filter and sort by
        "number_high": float,
        "unit": str,
        "per": str,
        "bound": str,
        "hedge": str,
        "noun": str,
        "noun_phrase": str,
        "role": str,
        "doubt": str,  # a JSON list
        "implied": int,
    },
    "claims": {"id": int, "text": str},
    "checks": {
        "id": int,
        "claim_id": int,
        "checked": str,
        "claim_date": str,
        "verdict": str,
        "confidence": float,
        "reasons": str,  # a JSON list
    },
    # A copy of what was found, so that history outlasts the source.
    "evidence": {
        "id": int,
        "check_id": int,
        "stance": str,
        "score": float,
        "decided_by": str,
        "text": str,
        "context": str,
        "source": str,  # a JSON object
        "comparisons": str,  # a JSON list
        "reasons": str,  # a JSON list
        "assertion": int,
        "repeats": int,  # the evidence of this check that says the same: one witness
    },
}
_REQUIRED = {
    "documents": {"path", "file", "sha256", "indexed", "text", "weight"},
    "sentences": {"document_id", "start", "end", "line", "text"},
    "figures": {"sentence_id", "text", "start", "end", "kind"},
    "claims": {"text"},
    "checks": {"claim_id", "checked", "verdict"},
    "evidence": {"check_id", "stance", "text"},
}
_POINTERS = [
    ("sentences", "document_id", "documents"),
    ("figures", "sentence_id", "sentences"),
    ("checks", "claim_id", "claims"),
    ("evidence", "check_id", "checks"),
]
_UNIQUE = [("documents", "path"), ("claims", "text")]
_LOOKED_UP = [("documents", "file")]

# hashsize: more of a long document stays in memory before it is written; `enable_fts` of sqlite-utils knows no
# such option, and wants triggers, which double the time of indexing.
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE sentences_fts USING fts5"
    "(text, content='sentences', content_rowid='id', tokenize='porter unicode61')",
    "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 8388608)",
)


def _first_schema() -> Iterator[str]:
    """Yield the statements that make the tables of version 1."""
    import sqlite_utils

    database = sqlite_utils.Database(memory=True)
    for name, columns in _FIRST_TABLES.items():
        pointers = [(column, other, "id") for table, column, other in _POINTERS if table == name]
        database.create_table(name, columns, pk="id", not_null=_REQUIRED[name], foreign_keys=pointers)
    for table, column in _UNIQUE:
        database.table(table).create_index([column], unique=True)
    for table, column in [*_LOOKED_UP, *((table, column) for table, column, _ in _POINTERS)]:
        database.table(table).create_index([column])
    yield from (
        sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    )
    database.close()
    yield from _FULL_TEXT


def _fields_and_pieces() -> Iterator[str]:
    """Yield the statements that add to version 5 which fields of JSON Lines were named, and compare all texts anew."""
    yield 'ALTER TABLE "documents" ADD COLUMN "fields" TEXT'  # a JSON object
    yield from copies.anew()


Migration = Callable[[], Iterator[str]]

# MIGRATIONS[n] takes a database of version n to version n + 1; a schema once released is never edited here.
MIGRATIONS: tuple[Migration, ...] = (
    _first_schema,
    signoffs.schema,
    signoffs.places,
    compact.schema,
    copies.schema,
    _fields_and_pieces,
    copies.anew,  # pieces begin at other words since version 7
)


def newest() -> int:
    """Return the schema version that this program writes."""
    return len(MIGRATIONS)


PAGE_BYTES = 8192

# Pages that packing the text index leaves empty can be given back to the file system (PRAGMA incremental_vacuum).
_FREES_PAGES = 2


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to the newest schema in one exclusive transaction; an empty file gets all of it."""
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")  # this and the next count only while the file is empty
    connection.execute(f"PRAGMA auto_vacuum = {_FREES_PAGES}")
    for name, arguments, function in compact.FUNCTIONS:
        connection.create_function(name, arguments, function, deterministic=True)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # another process may have been first
        for migration in MIGRATIONS[version:]:
            for statement in migration():
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {newest()}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    if 0 < version < newest():
        with suppress(sqlite3.OperationalError):  # no room for a copy, or others read: it stays larger, and whole
            connection.execute("VACUUM")
