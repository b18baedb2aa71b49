"""Where the time of indexing goes, and how soon the figures of a large database are listed.

usage: python -m benchmarks.stages [--size 100000] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from benchmarks.databases import INDEXED, indexed
from benchmarks.indexing import articles
from benchmarks.retrieval import FOLDER
from factcheck.store import Entry, Store

T = TypeVar("T")
ROWS = 100_000
"""Rows of the list of figures that are read at most."""


def stages(size: int, folder: Path) -> list[str]:
    """Return a table of what each step of indexing takes in this process, in microseconds a sentence."""
    from factcheck import ingest
    from factcheck.figures import extract_figures
    from factcheck.sentences import split_document

    taken: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        taken[name] = time.process_time() - start
        return result

    top = articles(size, folder)
    target = folder / "stages.db"
    target.unlink(missing_ok=True)
    found = timed("find the files", lambda: list(ingest.find_sources([top])))
    loaded = timed("load and hash them", lambda: [(each.name, ingest.load(each)) for each in found])
    documents = timed(
        "read text, layout, dates, language", lambda: [ingest.read_data(*each).documents[0] for each in loaded]
    )
    split = timed("split into sentences", lambda: [(each, split_document(each)) for each in documents])
    entries = timed(
        "read figures and dates",
        lambda: [
            Entry(document, [(one, extract_figures(one.text, document.published)) for one in sentences])
            for document, sentences in split
        ],
    )
    files = [(each.document.path, [each]) for each in entries]
    with closing(Store(target, create=True)) as store, store.bulk():
        timed("write tables and full-text index", lambda: _write(store, files))
        timed("pack the index, list frequent words", store.pack)
    target.unlink()
    whole = sum(taken.values())
    return [
        "| step | µs a sentence | share |",
        "| --- | ---: | ---: |",
        *(f"| {name} | {1e6 * part / size:.1f} | {part / whole:.0%} |" for name, part in taken.items()),
    ]


def _write(store: Store, files: list[tuple[str, list[Entry]]]) -> None:
    for at in range(0, len(files), 100):
        store.write(files[at : at + 100], INDEXED)


def listing(size: int, folder: Path) -> list[str]:
    """Return a table of `factcheck figures --json` on a database of so many sentences."""
    database = indexed(size, folder)
    start = time.monotonic()
    command = [sys.executable, "-m", "factcheck", "figures", "--json", "--db", str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        waited = time.monotonic() - start
        cpu, early = _cpu_seconds(process.pid), _peak_megabytes(process.pid)
        count = 1
        while count < ROWS and process.stdout.readline():
            count += 1
        late = _peak_megabytes(process.pid) if count == ROWS else early
        process.kill()
    return [
        "| sentences | first row ms | of these CPU ms | peak MB at the first row | at row 100,000 |",
        "| ---: | ---: | ---: | ---: | ---: |",
        f"| {size:,} | {waited * 1000:.0f} | {cpu * 1000:.0f} | {early:.0f} | {late:.0f} |",
    ]


def _cpu_seconds(process: int) -> float:
    cells = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


def _peak_megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 2**10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the corpus is kept from run to run")
    given = parser.parse_args()
    if not Path("/proc/self/status").exists():
        sys.exit("this benchmark looks at other processes in /proc, which Linux has")
    print("\n".join([*stages(given.size, given.folder), "", *listing(given.size, given.folder)]))


if __name__ == "__main__":
    main()
