"""Writes a database as text, to be kept and loaded again: `python tests/dump_database.py FILE.db >schema-N.sql`."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

_HEAD = ("page_size", "user_version", "application_id")


def dump(path: Path) -> Iterator[str]:
    """Yield the statements that make the database again; the rows of its text index's own tables are kept as well."""
    with closing(sqlite3.connect(path)) as opened:
        for name in _HEAD:
            yield f"PRAGMA {name} = {opened.execute(f'PRAGMA {name}').fetchone()[0]};"
        made = opened.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid").fetchall()
        for name, sql in made:
            if not name.startswith("sentences_fts_"):  # made with the index
                yield f"{sql};"
        for name, sql in made:
            if sql.startswith("CREATE TABLE"):
                yield f'DELETE FROM "{name}";'
                yield from _rows(opened, name)


def _rows(opened: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [name for _, name, *_ in opened.execute(f'PRAGMA table_info("{table}")')]
    cells = " || ', ' || ".join(f'quote("{name}")' for name in columns)
    for (row,) in opened.execute(f'SELECT {cells} FROM "{table}"'):
        yield f'INSERT INTO "{table}" VALUES ({row});'


def load(dumped: Path, path: Path) -> Path:
    """Make the database that was dumped and return its path."""
    with closing(sqlite3.connect(path)) as made:
        made.executescript(dumped.read_text("utf-8"))
    return path


if __name__ == "__main__":
    print("\n".join(dump(Path(sys.argv[1]))))
