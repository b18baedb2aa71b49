"""When the full-text index merges its segments: as it goes, or once at the end of a run that writes much.

Each batch that is written adds a segment. FTS5 merges four of a size as it goes, so that every posting of a large
run is written three times before the last merge writes it once more; put off, a third of the index's time is saved.
"""

from __future__ import annotations

import sqlite3

_AS_IT_GOES = {"automerge": 4, "crisismerge": 16}  # FTS5's own (https://www.sqlite.org/fts5.html#the_automerge_option)
_AT_THE_END = {"automerge": 0, "crisismerge": 64}
"""More than so many segments of a size are merged all the same: each is looked into for each word of a claim, and
there may be 2,000 at most."""


def put_off(connection: sqlite3.Connection, *, is_put_off: bool) -> None:
    """Let the index merge at the end of a run, or as it goes; within the caller's transaction.

    The index keeps this. It is looked at with each batch, so that a run that was cut off leaves it to the next.
    """
    wanted = _AT_THE_END if is_put_off else _AS_IT_GOES
    kept = dict(connection.execute("SELECT k, v FROM sentences_fts_config").fetchall())
    for name, value in wanted.items():
        if kept.get(name, _AS_IT_GOES[name]) != value:
            connection.execute("INSERT INTO sentences_fts(sentences_fts, rank) VALUES (?, ?)", (name, value))


def merge(connection: sqlite3.Connection) -> None:
    """Merge all segments into one, and from now on as the index goes."""
    put_off(connection, is_put_off=False)
    connection.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('optimize')")
