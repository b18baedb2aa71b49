"""The ledger of sign-offs: its table, and its rows in and out.

What a person signed is never changed or deleted: taking it back marks it, and a draft that moved takes its place in
the ledger with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from factcheck.models import SignOff

COLUMNS = (
    "draft", "code", "sentence", "passage", "by", "note", "at", "line", "text", "source", "path", "state", "withdrawn",
)  # fmt: skip
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
_TIMES = ("at", "withdrawn")


def schema() -> Iterator[str]:
    """Yield the statements that add the table to a database of version 1."""
    yield (
        'CREATE TABLE "signoffs" ("id" INTEGER PRIMARY KEY, "draft" TEXT NOT NULL, "code" TEXT NOT NULL, '
        '"sentence" TEXT NOT NULL, "passage" TEXT NOT NULL, "by" TEXT NOT NULL, "note" TEXT, "at" TEXT NOT NULL, '
        '"line" INTEGER, "text" TEXT, "source" TEXT)'
    )
    yield 'CREATE INDEX "idx_signoffs_draft" ON "signoffs" ("draft")'


def places() -> Iterator[str]:
    """Yield the statements that add where a draft lies, queries and withdrawals."""
    yield 'ALTER TABLE "signoffs" ADD COLUMN "path" TEXT NOT NULL DEFAULT \'\''
    yield 'ALTER TABLE "signoffs" ADD COLUMN "state" TEXT NOT NULL DEFAULT \'agreed\''
    yield 'ALTER TABLE "signoffs" ADD COLUMN "withdrawn" TEXT'
    yield 'CREATE INDEX "idx_signoffs_path" ON "signoffs" ("path")'


def write(connection: sqlite3.Connection, item: SignOff) -> None:
    """Add a sign-off to the ledger."""
    values = [getattr(item, name) for name in COLUMNS]
    cells = [value.isoformat(timespec="seconds") if isinstance(value, datetime) else value for value in values]
    connection.execute(f"INSERT INTO signoffs ({_NAMES}) VALUES ({', '.join('?' * len(cells))})", cells)


def withdraw(connection: sqlite3.Connection, number: int, now: datetime) -> bool:
    """Mark a sign-off as taken back and tell whether there was one that had not been."""
    moment = now.isoformat(timespec="seconds")
    changed = connection.execute(
        "UPDATE signoffs SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", (moment, number)
    )
    return changed.rowcount > 0


def move(connection: sqlite3.Connection, number: int, path: str) -> None:
    """Keep where the draft of a sign-off lies now."""
    connection.execute("UPDATE signoffs SET path = ? WHERE id = ?", (path, number))


def read(connection: sqlite3.Connection) -> list[SignOff]:
    """Return all sign-offs, the oldest first, those taken back among them."""
    found = connection.execute(f"SELECT id, {_NAMES} FROM signoffs ORDER BY id").fetchall()
    return [_sign_off(number, cells) for number, *cells in found]


def _sign_off(number: int, cells: list[str | None]) -> SignOff:
    named: dict[str, object] = dict(zip(COLUMNS, cells, strict=True))
    times = {name: datetime.fromisoformat(str(named[name])) for name in _TIMES if named[name]}
    return SignOff(number=number, **(named | times))  # type: ignore[arg-type]  # cells by name
