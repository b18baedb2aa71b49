"""Indexing beside bare SQLite, sqlite-utils and tantivy, on the same sentences.

usage: python -m benchmarks.indexing [--sizes 10000,100000] [--folder FOLDER]

Each way runs in a process of its own: CPU seconds, sentences a second, the database's size against that of the
text it was given and for each sentence, and peak memory. The peers keep and index the sentences of one text file
(tantivy only where it is installed); `factcheck, no figures` reads the articles (25 sentences each, Markdown), keeps
their text, splits it and indexes it; `factcheck` also reads the figures and dates of each sentence, as
`factcheck index --jobs 1` does. In the last row two processes read and one writes; its seconds are those of the
busiest of them, its memory that of all three.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from benchmarks.corpus import write
from benchmarks.databases import INDEXED, lines
from benchmarks.retrieval import FOLDER, sizes_of

_BATCH = 2_500
JOBS = 2


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


def tantivy(size: int, folder: Path, target: Path) -> None:
    """Index with tantivy as its manual says, in one thread: the text kept, cut into stemmed words."""
    import tantivy as peer  # type: ignore[import-not-found]  # a peer that need not be there

    schema = peer.SchemaBuilder().add_integer_field("id", stored=True)
    schema = schema.add_text_field("text", stored=True, tokenizer_name="en_stem").build()
    target.mkdir()
    writer = peer.Index(schema, path=str(target)).writer(heap_size=64_000_000, num_threads=1)
    for batch in numbered(size, folder):
        for number, text in batch:
            writer.add_document(peer.Document(id=number, text=text))
    writer.commit()
    writer.wait_merging_threads()


def without_figures(size: int, folder: Path, target: Path) -> None:
    """Index as factcheck does, but read no figures."""
    from factcheck import ingest
    from factcheck.__main__ import GARBAGE_OBJECTS
    from factcheck.indexing import BATCH_DOCUMENTS
    from factcheck.sentences import split_document
    from factcheck.store import Entry, Store

    def entries(found: ingest.Found) -> list[Entry]:
        documents = ingest.read_source(found)
        return [Entry(document, [(each, ()) for each in split_document(document)]) for document in documents]

    gc.set_threshold(GARBAGE_OBJECTS)  # as the program does
    found = ingest.find_sources([articles(size, folder)])
    with closing(Store(target, create=True)) as store, store.bulk():
        while batch := [(each.name, entries(each)) for each in islice(found, BATCH_DOCUMENTS)]:
            store.write(batch, INDEXED)


def factcheck(size: int, folder: Path, target: Path, jobs: int = 1) -> None:
    """Index as `factcheck index` does."""
    from factcheck.library import Library

    with Library(target, create=True) as library:
        library.index([articles(size, folder)], now=INDEXED, jobs=jobs)


def on_two_cores(size: int, folder: Path, target: Path) -> None:
    """Index as `factcheck index --jobs 2` does."""
    factcheck(size, folder, target, jobs=JOBS)


WAYS: dict[str, Callable[[int, Path, Path], None]] = {
    "sqlite3 FTS5": bare,
    "sqlite-utils": sqlite_utils,
    "tantivy": tantivy,
    "factcheck, no figures": without_figures,
    "factcheck": factcheck,
    "factcheck, two readers": on_two_cores,
}
OF_ARTICLES = ("factcheck, no figures", "factcheck", "factcheck, two readers")
"""The ways that read articles, whose text has titles, front matter and blank lines too."""


def measure(way: str, size: int, folder: Path) -> dict[str, float]:
    """Return what one way takes, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.indexing", "--way", way, "--sizes", str(size), "--folder", str(folder)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return answer


def run(way: str, size: int, folder: Path) -> dict[str, float]:
    """Index in this process and return CPU seconds, bytes and peak memory."""
    import resource  # POSIX only

    target = folder / "indexing.db"
    for leftover in folder.glob("indexing.db*"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    text = bytes_of(articles(size, folder) if way in OF_ARTICLES else lines(size, folder))
    start = time.process_time()
    WAYS[way](size, folder, target)
    seconds = time.process_time() - start
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    written = bytes_of(target)
    return {
        "seconds": max(seconds, (readers.ru_utime + readers.ru_stime) / JOBS),
        "size": written / text,
        "bytes": written / size,
        "memory": peak_megabytes() + JOBS * readers.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
    }


def bytes_of(path: Path) -> int:
    """Return the size of a file, or of all files below a folder."""
    files = (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files)


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
        "| sentences | | CPU s | sentences a second | of bare FTS5's | size / text | bytes a sentence | peak MB |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for size in sizes:
        articles(size, folder)
        lines(size, folder)
        found = {way: measure(way, size, folder) for way in WAYS if way != "tantivy" or find_spec("tantivy")}
        bare_seconds = found["sqlite3 FTS5"]["seconds"]
        for way, taken in found.items():
            seconds = taken["seconds"]
            rows.append(
                f"| {size:,} | {way} | {seconds:.1f} | {size / seconds:,.0f} | {bare_seconds / seconds:.2f} "
                f"| {taken['size']:.2f} | {taken['bytes']:.0f} | {taken['memory']:.0f} |"
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
