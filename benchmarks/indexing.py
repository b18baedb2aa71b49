"""Indexing beside bare SQLite and sqlite-utils, on the same sentences.

usage: python -m benchmarks.indexing [--sizes 10000,100000] [--folder FOLDER]

Each way runs in a process of its own: CPU seconds, sentences a second, the database's size against that of the
text, and peak memory. `sqlite3 FTS5` and `sqlite-utils` keep and index the sentences of one text file;
`factcheck, no figures` reads the articles (25 sentences each, Markdown), keeps their text, splits it and indexes
it; `factcheck` also reads the figures and dates of each sentence, as `factcheck index` does.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.corpus import write
from benchmarks.databases import INDEXED, lines
from benchmarks.retrieval import FOLDER, sizes_of

_BATCH = 2_500


def articles(size: int, folder: Path) -> Path:
    """Return a folder of the articles; it is made where it is missing."""
    path = folder / f"corpus-{size}"
    if not path.exists():
        unfinished = folder / f"corpus-{size}.part"
        write(size, unfinished)
        unfinished.rename(path)
    return path


def numbered(size: int, folder: Path) -> Iterator[list[tuple[int, str]]]:
    """Yield the sentences with their numbers, some thousands at a time."""
    batch = []
    with lines(size, folder).open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            batch.append((number, line.rstrip("\n")))
            if len(batch) == _BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


def bare(size: int, folder: Path, target: Path) -> None:
    """Index with the standard library alone, as quickly as it can."""
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        for statement in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
            "CREATE TABLE sentences (id INTEGER PRIMARY KEY, text TEXT)",
            "CREATE VIRTUAL TABLE sentences_fts USING fts5"
            "(text, content='sentences', content_rowid='id', tokenize='porter unicode61')",
            "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 8388608)",
        ):
            connection.execute(statement).fetchall()
        for batch in numbered(size, folder):
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO sentences VALUES (?, ?)", batch)
            connection.executemany("INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)", batch)
            connection.execute("COMMIT")
        connection.execute("INSERT INTO sentences_fts(sentences_fts) VALUES ('optimize')")


def sqlite_utils(size: int, folder: Path, target: Path) -> None:
    """Index with sqlite-utils as its manual says: insert all, then make the full-text index."""
    from sqlite_utils import Database

    database = Database(target)
    database.enable_wal()
    rows = ({"id": number, "text": text} for batch in numbered(size, folder) for number, text in batch)
    table = database.table("sentences")
    table.insert_all(rows, pk="id", batch_size=_BATCH)
    table.enable_fts(["text"], tokenize="porter")
    table.optimize()
    database.close()


def without_figures(size: int, folder: Path, target: Path) -> None:
    """Index as factcheck does, but read no figures."""
    from factcheck import ingest
    from factcheck.sentences import split_document
    from factcheck.store import Entry, Store

    def entries(path: Path) -> list[Entry]:
        documents = ingest.read_source(str(path))
        return [Entry(document, [(each, ()) for each in split_document(document)]) for document in documents]

    paths = sorted(articles(size, folder).rglob("*.md"))
    with closing(Store(target, create=True)) as store, store.bulk():
        for first in range(0, len(paths), 100):
            store.write([(path.as_posix(), entries(path)) for path in paths[first : first + 100]], INDEXED)


def factcheck(size: int, folder: Path, target: Path) -> None:
    """Index as `factcheck index` does."""
    from factcheck.library import Library

    with Library(target, create=True) as library:
        library.index([articles(size, folder)], now=INDEXED)


WAYS: dict[str, Callable[[int, Path, Path], None]] = {
    "sqlite3 FTS5": bare,
    "sqlite-utils": sqlite_utils,
    "factcheck, no figures": without_figures,
    "factcheck": factcheck,
}


def measure(way: str, size: int, folder: Path) -> dict[str, float]:
    """Return what one way takes, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.indexing", "--way", way, "--sizes", str(size), "--folder", str(folder)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return answer


def run(way: str, size: int, folder: Path) -> dict[str, float]:
    """Index in this process and return CPU seconds, bytes and peak memory."""
    import resource  # POSIX only

    articles(size, folder)
    text = lines(size, folder).stat().st_size
    target = folder / "indexing.db"
    for leftover in folder.glob("indexing.db*"):
        leftover.unlink()
    start = time.process_time()
    WAYS[way](size, folder, target)
    seconds = time.process_time() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    written = sum(path.stat().st_size for path in folder.glob("indexing.db*"))
    return {
        "seconds": seconds + children.ru_utime + children.ru_stime,
        "size": written / text,
        "memory": peak_megabytes(),
    }


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    import resource  # POSIX only

    status = Path("/proc/self/status")
    if status.exists():  # elsewhere the process that started this one is counted in
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def table(sizes: Sequence[int], folder: Path) -> list[str]:
    """Return the table to print, a row a size and way."""
    rows = [
        "| sentences | | CPU s | sentences a second | of bare FTS5's | size / text | peak MB |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for size in sizes:
        articles(size, folder)
        lines(size, folder)
        found = {way: measure(way, size, folder) for way in WAYS}
        bare_seconds = found["sqlite3 FTS5"]["seconds"]
        for way, taken in found.items():
            seconds = taken["seconds"]
            rows.append(
                f"| {size:,} | {way} | {seconds:.1f} | {size / seconds:,.0f} | {bare_seconds / seconds:.2f} "
                f"| {taken['size']:.2f} | {taken['memory']:.0f} |"
            )
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=sizes_of, default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the corpus is kept from run to run")
    parser.add_argument("--way", choices=WAYS, help="measure one way in this process and print it as JSON")
    given = parser.parse_args()
    if sys.platform == "win32":
        sys.exit("this benchmark needs the peak memory of a process, which Windows tells otherwise")
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.way:
        print(json.dumps(run(given.way, given.sizes[0], given.folder)))
    else:
        print("\n".join(table(given.sizes, given.folder)))


if __name__ == "__main__":
    main()
