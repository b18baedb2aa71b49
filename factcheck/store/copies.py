"""Which documents are copies of one another: found as they are written, kept in tables, counted as one witness.

A group is known by its first document, the lowest, and holds what is a copy of that one: a digest of two stories must
not make one group of their copies. `fingerprints` finds candidates; what is a copy is told from the sentences
themselves. `uncompared` holds the documents still to be looked at: all of an older database, and those whose group
lost its first. It is emptied at the end of a run, so that a run that was cut off is taken up by the next.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.store import late_json as json

if TYPE_CHECKING:
    from factcheck import copies  # else loaded where documents are compared: most who open a database only read it

NEIGHBOURS = 2
"""Documents looked up on either side of one, for each number of its sketch: a sentence that stands in every document
("Sign up for our newsletter") must not make the time grow with their square."""
CANDIDATES = 4
"""Documents, of those that share most numbers, whose group's first is compared."""
BATCH = 200


def schema() -> Iterator[str]:
    """Yield the statements that add the tables to a database of version 4."""
    yield (
        'CREATE TABLE "copies" ("document_id" INTEGER PRIMARY KEY, "first" INTEGER NOT NULL, "alike" FLOAT NOT NULL, '
        '"differences" INTEGER NOT NULL)'
    )
    yield 'CREATE INDEX "idx_copies_first" ON "copies" ("first")'
    yield (
        'CREATE TABLE "fingerprints" ("hash" INTEGER, "document_id" INTEGER, PRIMARY KEY ("hash", "document_id")) '
        "WITHOUT ROWID"
    )
    yield 'CREATE TABLE "uncompared" ("document_id" INTEGER PRIMARY KEY)'
    yield 'INSERT INTO "uncompared" ("document_id") SELECT "id" FROM "documents"'


def anew() -> Iterator[str]:
    """Yield the statements that let all documents be compared anew."""
    for table in ("copies", "fingerprints", "uncompared"):
        yield f"DELETE FROM {table}"
    yield "INSERT INTO uncompared SELECT id FROM documents"


def forget(connection: sqlite3.Connection, document: int) -> None:
    """Take a document out of its group before its sentences are deleted; the rest is compared anew."""
    _hide(connection, document)
    group = _group_of(connection, document)
    if group == document:
        _dissolve(connection, group)
    connection.execute("DELETE FROM copies WHERE document_id = ?", (document,))
    if group is not None and group != document:
        connection.execute(
            'DELETE FROM copies WHERE "first" = ?1 AND (SELECT count(*) FROM copies WHERE "first" = ?1) = 1', (group,)
        )
    connection.execute("DELETE FROM uncompared WHERE document_id = ?", (document,))


def expect(connection: sqlite3.Connection, document: int) -> None:
    """Note that a document is to be compared."""
    connection.execute("INSERT OR IGNORE INTO uncompared VALUES (?)", (document,))


def expect_all(connection: sqlite3.Connection) -> None:
    """Note that all documents are to be compared anew."""
    for statement in anew():
        connection.execute(statement)


def are_expected(connection: sqlite3.Connection) -> bool:
    """Tell whether any document is still to be compared."""
    return connection.execute("SELECT 1 FROM uncompared LIMIT 1").fetchone() is not None


def compare(connection: sqlite3.Connection, written: Mapping[int, copies.Numbers] | None = None) -> None:
    """Compare some of the documents that wait for it, the earliest first, and put copies into groups.

    `written` has the numbers of those whose texts are at hand: they need not be read again.
    """
    found = connection.execute("SELECT document_id FROM uncompared ORDER BY document_id LIMIT ?", (BATCH,)).fetchall()
    seen = dict(written or {})  # of documents, which do not change within the transaction
    for (document,) in found:
        _compare(connection, document, seen)
    connection.executemany("DELETE FROM uncompared WHERE document_id = ?", found)


def _compare(connection: sqlite3.Connection, document: int, seen: dict[int, copies.Numbers]) -> None:
    from factcheck import copies

    own = _numbers(connection, document, seen)
    numbers = copies.sketch(own)
    found = _candidates(connection, document, numbers)
    connection.executemany(
        "INSERT OR IGNORE INTO fingerprints (hash, document_id) VALUES (?, ?)",
        ((number, document) for number in numbers),
    )
    firsts = dict.fromkeys(_group_of(connection, other) or other for other in found)
    alike = {other: copies.likeness(own, _numbers(connection, other, seen)) for other in firsts}
    nearest = max(alike, key=lambda other: (alike[other], -other), default=document)
    if nearest == document or not alike[nearest]:
        return
    if nearest < document:
        _put(connection, nearest, document)
    else:  # the first is the lowest: its group begins anew with this one
        _dissolve(connection, nearest)
        expect(connection, nearest)
        _put(connection, document, nearest)


def _numbers(connection: sqlite3.Connection, document: int, seen: dict[int, copies.Numbers]) -> copies.Numbers:
    """Return the numbers of a document, which are kept: those nearby are compared with it."""
    from factcheck import copies

    if document not in seen:
        seen[document] = copies.numbered(_texts(connection, document))
    return seen[document]


def _candidates(connection: sqlite3.Connection, document: int, numbers: Iterable[int]) -> list[int]:
    """Return the documents nearby in order that share most numbers, the most alike first."""
    shared: Counter[int] = Counter()
    for number in _known(connection, numbers):
        for side, order in (("<", "DESC"), (">", "ASC")):
            shared.update(
                other
                for (other,) in connection.execute(
                    f"SELECT document_id FROM fingerprints WHERE hash = ? AND document_id {side} ? "
                    f"ORDER BY document_id {order} LIMIT {NEIGHBOURS}",
                    (number, document),
                )
            )
    return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]]


def _known(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[int]:
    """Return those of the numbers that any document has: of a new text hardly one."""
    found = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM fingerprints WHERE hash = value)",
        (json.dumps(list(numbers)),),
    )
    return [number for (number,) in found]


def _put(connection: sqlite3.Connection, first: int, document: int) -> None:
    """Put a document into the group of the first one of its text."""
    from factcheck import copies

    of_first = _texts(connection, first)
    for member in (first, document):
        texts = of_first if member == first else _texts(connection, member)
        connection.execute(
            'INSERT OR REPLACE INTO copies (document_id, "first", alike, differences) VALUES (?, ?, ?, ?)',
            (
                member,
                first,
                round(copies.likeness(copies.numbered(texts), copies.numbered(of_first)), 3),
                len(copies.differences(of_first, texts)),
            ),
        )


def _dissolve(connection: sqlite3.Connection, first: int) -> None:
    """Let the documents of a group be compared anew, each with those before it, as if they were new."""
    members = connection.execute('SELECT document_id FROM copies WHERE "first" = ?', (first,)).fetchall()
    for (member,) in members:
        _hide(connection, member)
    connection.executemany("INSERT OR IGNORE INTO uncompared VALUES (?)", members)
    connection.execute('DELETE FROM copies WHERE "first" = ?', (first,))


def _hide(connection: sqlite3.Connection, document: int) -> None:
    from factcheck import copies

    connection.executemany(
        "DELETE FROM fingerprints WHERE hash = ? AND document_id = ?",
        ((number, document) for number in copies.sketch(copies.numbered(_texts(connection, document)))),
    )


def groups(connection: sqlite3.Connection, document: int | None) -> dict[int, tuple[tuple[int, ...], float, int]]:
    """Return for each document that has copies, or for one and its copies: the group, in order, and how it differs.

    The last two are how alike it is to the group's first, and how many sentences give other figures than there.
    """
    given = None if document is None else _group_of(connection, document)
    if document is not None and given is None:
        return {}
    where, values = ("", ()) if given is None else (' WHERE "first" = ?', (given,))
    found = connection.execute(
        f'SELECT "first", document_id, alike, differences FROM copies{where} ORDER BY "first", document_id', values
    ).fetchall()
    together: dict[int, list[int]] = {}
    for first, number, *_ in found:
        together.setdefault(first, []).append(number)
    shared = {first: tuple(numbers) for first, numbers in together.items()}
    return {number: (shared[first], alike, count) for first, number, alike, count in found}


def _group_of(connection: sqlite3.Connection, document: int) -> int | None:
    found = connection.execute('SELECT "first" FROM copies WHERE document_id = ?', (document,)).fetchone()
    return found[0] if found else None


def _texts(connection: sqlite3.Connection, document: int) -> list[str]:
    return [
        text
        for (text,) in connection.execute(
            "SELECT s.text FROM documents d CROSS JOIN sentences s "
            "ON s.id BETWEEN d.first_sentence AND d.last_sentence WHERE d.id = ? ORDER BY s.id",
            (document,),
        )
    ]
