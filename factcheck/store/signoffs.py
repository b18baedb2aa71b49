"""The ledger of sign-offs: its table, and its rows in and out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import astuple, fields
from datetime import datetime

from factcheck.models import SignOff

COLUMNS = tuple(field.name for field in fields(SignOff))
_NAMES = ", ".join(f'"{name}"' for name in COLUMNS)


def schema() -> Iterator[str]:
    """Yield the statements that add the table to a database of version 1."""
    yield (
        'CREATE TABLE "signoffs" ("id" INTEGER PRIMARY KEY, "draft" TEXT NOT NULL, "code" TEXT NOT NULL, '
        '"sentence" TEXT NOT NULL, "passage" TEXT NOT NULL, "by" TEXT NOT NULL, "note" TEXT, "at" TEXT NOT NULL, '
        '"line" INTEGER, "text" TEXT, "source" TEXT)'
    )
    yield 'CREATE INDEX "idx_signoffs_draft" ON "signoffs" ("draft")'


def write(connection: sqlite3.Connection, item: SignOff) -> None:
    """Add a sign-off to the ledger; nothing in it is ever changed."""
    cells = [value.isoformat(timespec="seconds") if isinstance(value, datetime) else value for value in astuple(item)]
    connection.execute(f"INSERT INTO signoffs ({_NAMES}) VALUES ({', '.join('?' * len(cells))})", cells)


def read(connection: sqlite3.Connection, draft: str | None) -> list[SignOff]:
    """Return the sign-offs of a draft, or of all, the oldest first."""
    where, given = ("", ()) if draft is None else (" WHERE draft = ?", (draft,))
    found = connection.execute(f"SELECT {_NAMES} FROM signoffs{where} ORDER BY id", given).fetchall()
    return [_sign_off(row) for row in found]


def _sign_off(row: tuple[str, ...]) -> SignOff:
    cells = dict(zip(COLUMNS, row, strict=True))
    return SignOff(**(cells | {"at": datetime.fromisoformat(cells["at"])}))  # type: ignore[arg-type]  # cells by name
