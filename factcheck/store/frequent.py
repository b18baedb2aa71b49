"""Which sentences hold each frequent word, in a form that is read at once: for the ranking in `ranking.py`.

The full-text index gives a posting in 190 to 350 ns, a packed one takes 40, and the thousand most frequent words
hold seven in ten of all postings. The table is a copy: what it says was so when the index was last packed, and
without it everything is found all the same, only later. It is a twentieth of the size of the full-text index.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from operator import sub

from factcheck.store import late_json as json
from factcheck.values import dataclass

MIN_SENTENCES = 20_000
"""Below this nothing is packed: there FTS5's own ranking takes some 20 ms at most."""

# Frequent is a word in at least one of 1,024 sentences: a rarer one is read from the full-text index in two
# milliseconds at 5 million sentences. bm25 gives no weight to a word in more than half of the sentences.
_FREQUENT_SHARE = 1 / 1024
_FREQUENT_LEAST = 1_000  # fewer are read from the index in a third of a millisecond, whatever their share
_COMMON_SHARE = 1 / 2
# From these shares on: a step from one sentence to the next nearly always fits one byte; adding whole rows of bits
# (1.4 ms for a million sentences) is quicker than adding one sentence after another (32 ns each).
_DENSE_SHARE = 1 / 64
_BITS_SHARE = 1 / 20

_TABLES = (
    # until: the last sentence that was there to be read. form: how the sentences are listed.
    #   steps1, steps2: how far each sentence's number lies above the one before, in little-endian numbers of one or
    #   two bytes; skipped: the numbers, of four bytes each, where too long a step was broken, and the word is not.
    #   bits: a bit a sentence, that of number 0 the lowest of the first byte.
    #   count: not at all, the word is too common.
    "CREATE TABLE frequent_terms (term TEXT PRIMARY KEY, sentences INTEGER NOT NULL, "
    "until INTEGER NOT NULL, form TEXT NOT NULL, list BLOB NOT NULL, skipped BLOB NOT NULL)",
    "CREATE INDEX idx_frequent_terms_until ON frequent_terms (until)",
    'CREATE TABLE frequent_terms_removed ("first" INTEGER NOT NULL, "last" INTEGER NOT NULL)',
)
_WIDTHS = {"steps1": 1, "steps2": 2}
_CODES = {1: "B", 2: "H", 4: "I"}
_ZERO, _ONE = b"01"
_RUN = 1 << 19
_KEPT_LIMIT = 3_000_000
"""Bytes of the rows of bits that are kept, read, from one question to the next: with what they become, 30 MB.

A row of a million sentences takes 5.7 ms to read and 1.2 MB to keep; such words are some twenty, and most questions
hold two or three of them.
"""


@dataclass(frozen=True, slots=True)
class Listing:
    """The numbers of the sentences that hold a word, as they were when the index was packed."""

    sentences: int
    until: int
    form: str
    listed: bytes
    skipped: bytes

    @property
    def is_listed(self) -> bool:
        """Is the word rare enough for its sentences to be listed?"""
        return self.form != "count"

    @property
    def is_bits(self) -> bool:
        """Is the list a row of bits?"""
        return self.form == "bits"

    def numbers(self) -> Iterator[int]:
        """Yield the sentences' numbers, ascending, and among them those of `skipped`."""
        if self.form in _WIDTHS:
            return accumulate(_unpacked(self.listed, _WIDTHS[self.form]))
        return (at for at, mark in enumerate(reversed(self._marks())) if mark == _ONE)

    def add(self, weight: int, sums: bytearray) -> None:
        """Add the weight to the sum of each sentence that holds the word; for a list of steps."""
        for number in self.numbers():
            sums[number] += weight
        for number in _unpacked(self.skipped, 4):
            sums[number] -= weight

    def lanes(self, weight: int) -> int:
        """Return the weight in the byte of each sentence that holds the word, as one number; for a row of bits."""
        return weight * _ones(self.listed)

    def _marks(self) -> bytes:
        """Return a "1" or a "0" for each sentence, that of the highest number first."""
        return _marks(self.listed) if self.is_bits else b""


_kept: dict[bytes, int] = {}
"""Rows of bits with what `_ones` makes of them, those used last at the end. A row packed anew is another key."""


def _ones(bits: bytes) -> int:
    """Return a row of bits as a row of bytes, in one number: a 1 for each sentence that holds the word, else a 0."""
    ones = _kept.pop(bits, None)
    if ones is None:
        ones = int.from_bytes(_marks(bits).translate(_BYTES_OF_MARKS), "big")
    _kept[bits] = ones
    rows = [*_kept]
    over = sum(map(len, rows)) - _KEPT_LIMIT
    for row in rows:
        if over <= 0:
            break
        _kept.pop(row, None)
        over -= len(row)
    return ones


_BYTES_OF_MARKS = bytes(byte == _ONE for byte in range(256))


def _marks(bits: bytes) -> bytes:
    return format(int.from_bytes(bits, "little"), "b").encode()


def packed_until(connection: sqlite3.Connection) -> int:
    """Return the last sentence that the lists know of, 0 where there are none.

    A number up to it must not be given to a new sentence.
    """
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'frequent_terms'").fetchone():
        return 0
    (until,) = connection.execute("SELECT max(until) FROM frequent_terms").fetchone()
    return until or 0


def listing(connection: sqlite3.Connection, term: str) -> Listing | None:
    """Return the list of a term as the index writes it, None where the term is not a frequent one."""
    found = connection.execute(
        "SELECT sentences, until, form, list, skipped FROM frequent_terms WHERE term = ?", (term,)
    ).fetchone()
    return Listing(*found) if found else None


def removed(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return the first and last number of each run of sentences that are gone since the index was packed."""
    return connection.execute('SELECT "first", "last" FROM frequent_terms_removed').fetchall()


def note_removal(connection: sqlite3.Connection, first: int | None, last: int | None) -> None:
    """Note that the sentences from one number to another are about to go; in the same transaction."""
    if first is not None and packed_until(connection):
        connection.execute("INSERT INTO frequent_terms_removed VALUES (?, ?)", (first, last))


def stems(connection: sqlite3.Connection, terms: Iterable[str]) -> list[tuple[str, ...]]:
    """Return each term as the index writes it: one stem, several in a phrase, none where it has no letter."""
    found: list[list[str]] = []
    connection.execute("INSERT INTO temp.stems (stems) VALUES ('delete-all')")
    for place, term in enumerate(terms):
        found.append([])
        connection.execute("INSERT INTO temp.stems (rowid, word) VALUES (?, ?)", (place + 1, term))
    for place, stem in connection.execute("SELECT doc, term FROM temp.stemmed ORDER BY doc, offset"):
        found[place - 1].append(stem)
    return [tuple(term) for term in found]


def pack(connection: sqlite3.Connection, *, minimum: int = MIN_SENTENCES) -> None:
    """Make the lists anew from the full-text index; the caller holds the transaction.

    Needs the store's temporary tables `stems`, `stemmed` and `vocabulary`.
    """
    (count, until) = connection.execute("SELECT count(*), max(id) FROM sentences").fetchone()
    for table in ("frequent_terms", "frequent_terms_removed"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    if count < minimum:
        return
    for table in _TABLES:
        connection.execute(table)
    for term, sentences in _frequent(connection, count):
        form = _form(sentences / count)
        runs = _sentences_with(connection, term, until)
        if form == "bits":
            listed, skipped = _bits(runs, until), b""
        else:
            listed, skipped = _steps(runs, _WIDTHS[form]) if form in _WIDTHS else (b"", b"")
        connection.execute(
            "INSERT INTO frequent_terms (term, sentences, until, form, list, skipped) VALUES (?, ?, ?, ?, ?, ?)",
            (term, sentences, until, form, listed, skipped),
        )


def _form(share: float) -> str:
    """Return how to list a word that this share of the sentences holds."""
    if share > _COMMON_SHARE:
        return "count"
    if share > _BITS_SHARE:
        return "bits"
    return "steps1" if share > _DENSE_SHARE else "steps2"


def _frequent(connection: sqlite3.Connection, count: int) -> list[tuple[str, int]]:
    """Return the frequent terms, each with how many sentences hold it.

    A term is searched for through the stemmer: the few that it changes again ("agre") cannot be, and are left out.
    """
    least = max(count * _FREQUENT_SHARE, min(_FREQUENT_LEAST, count * _COMMON_SHARE))
    terms: dict[str, int] = dict(connection.execute("SELECT term, doc FROM temp.vocabulary WHERE doc >= ?", (least,)))
    return [
        (term, terms[term]) for term, again in zip(terms, stems(connection, terms), strict=True) if again == (term,)
    ]


def _sentences_with(connection: sqlite3.Connection, term: str, until: int) -> Iterator[list[int]]:
    """Yield the numbers of the sentences that hold a term, ascending, those of so many sentences at a time."""
    for first in range(1, until + 1, _RUN):
        (found,) = connection.execute(
            "SELECT json_group_array(rowid) FROM sentences_fts WHERE sentences_fts MATCH ? AND rowid BETWEEN ? AND ?",
            (f'"{term}"', first, first + _RUN - 1),
        ).fetchone()
        yield json.loads(found)


def _bits(runs: Iterable[list[int]], until: int) -> bytes:
    """Return a row of bits, set at these numbers."""
    marks = bytearray([_ZERO]) * (until + 1)
    for number in chain.from_iterable(runs):
        marks[number] = _ONE
    marks.reverse()
    return int(marks, 2).to_bytes(until // 8 + 1, "little")


def _steps(runs: Iterable[list[int]], width: int) -> tuple[bytes, bytes]:
    """Return the steps between ascending numbers, and the numbers where too long a step was broken."""
    longest = 256**width - 1
    steps, skipped = bytearray(), bytearray()
    last = 0
    for numbers in runs:
        if not numbers:
            continue
        run = list(map(sub, numbers, chain((last,), numbers)))
        if max(run) > longest:
            run, broken = _broken(run, longest, last)
            skipped += _bytes_of(broken, 4)
        steps += _bytes_of(run, width)
        last = numbers[-1]
    return bytes(steps), bytes(skipped)


def _broken(steps: Iterable[int], longest: int, at: int) -> tuple[list[int], list[int]]:
    """Return the steps with the long ones broken in several, and where they were broken."""
    short, places = [], []
    for step in steps:
        while step > longest:
            short.append(longest)
            at += longest
            places.append(at)
            step -= longest
        short.append(step)
        at += step
    return short, places


def _bytes_of(numbers: Iterable[int], width: int) -> bytes:
    packed = array(_CODES[width], numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpacked(packed: bytes, width: int) -> Iterable[int]:
    if width < 2:
        return packed
    numbers = array(_CODES[width])
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
