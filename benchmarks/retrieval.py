"""Retrieval beside plain FTS5, on databases of the seeded corpus.

usage: python -m benchmarks.retrieval [--sizes 10000,100000] [--claims 60] [--folder FOLDER]

For each claim FTS5's own ranking (`ORDER BY rank LIMIT 20`, numbers only) and `Store.match` (whole passages) answer
in turns in one process. CPU time, since the clock on a shared machine measures its neighbours too. Agreement is the
share of the best twenty that are found, where a passage of equal score counts.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir
from typing import TypeVar

from benchmarks.databases import database, percentile, questions
from factcheck.retrieve import expand, search_words
from factcheck.store import Store

WANTED = 20
FOLDER = Path(gettempdir()) / "factcheck-benchmarks"
_PLAIN = "SELECT rowid, rank FROM sentences_fts WHERE sentences_fts MATCH ? ORDER BY rank, rowid LIMIT ?"
Result = TypeVar("Result")


@dataclass
class Measured:
    """Milliseconds of CPU time a claim, and the share of the best passages that was found."""

    plain: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    agreement: list[float] = field(default_factory=list)

    def row(self, sentences: int) -> str:
        """Return the row of the table."""
        cells = [f"{sentences:,}"]
        for share in (0.5, 0.95):
            plain, ours = percentile(self.plain, share), percentile(self.ours, share)
            cells += [f"{plain:.1f}", f"{ours:.1f}", f"{ours / plain:.3f}"]
        mean = sum(self.agreement) / len(self.agreement)
        return f"| {' | '.join(cells)} | {mean:.3f} | {min(self.agreement):.2f} |"


def timed(act: Callable[[], Result]) -> tuple[float, Result]:
    """Return the milliseconds of CPU time that a call takes, and what it returns."""
    start = time.process_time()
    result = act()
    return 1000 * (time.process_time() - start), result


def measure(path: Path, count: int) -> Measured:
    """Ask so many claims of a database in both ways."""
    measured = Measured()
    with closing(Store(path, writable=False)) as store, closing(sqlite3.connect(path)) as connection:
        for claim in questions(path, count):
            ask(expand(store, search_words(claim.text)), store, connection, measured)
    return measured


def ask(terms: Sequence[str], store: Store, connection: sqlite3.Connection, measured: Measured) -> None:
    """Ask for the passages with these terms in both ways; both have read the pages once before."""
    query = " OR ".join(f'"{term}"' for term in terms)
    store.match(terms, limit=WANTED)
    plain, wanted = timed(lambda: connection.execute(_PLAIN, (query, WANTED)).fetchall())
    ours, found = timed(lambda: store.match(terms, limit=WANTED))
    measured.plain.append(plain)
    measured.ours.append(ours)
    if wanted:
        least = -wanted[-1][1]
        measured.agreement.append(sum(passage.rank >= least for passage in found) / len(wanted))


def table(sizes: Sequence[int], count: int, folder: Path) -> list[str]:
    """Return the table to print, a row a size."""
    rows = [
        "| sentences | FTS5 p50 ms | ours | ratio | FTS5 p95 ms | ours | ratio | agreement | least |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    return rows + [measure(database(size, folder), count).row(size) for size in sizes]


def sizes_of(text: str) -> list[int]:
    """Return the numbers of a list such as "10000,100000"."""
    return [int(size.replace("_", "")) for size in text.split(",")]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=sizes_of, default=[10_000, 100_000])
    parser.add_argument("--claims", type=int, default=60)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where databases are kept from run to run")
    given = parser.parse_args()
    print("\n".join(table(given.sizes, given.claims, given.folder)))


if __name__ == "__main__":
    main()
