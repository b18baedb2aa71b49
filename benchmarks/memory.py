"""The memory of indexing: very many small documents, and one document that is a single line of many megabytes.

usage: python -m benchmarks.memory [--documents 100000] [--megabytes 50] [--folder FOLDER]

MB are those of all processes together at their largest: the one that writes, and the readers.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.batch import timed
from benchmarks.corpus import Writer
from benchmarks.retrieval import FOLDER

SENTENCES = 5
"""Of a small document."""
A_FOLDER = 1_000


def small_documents(count: int, folder: Path) -> Path:
    """Return a folder of so many small documents; it is made where it is missing."""
    path = folder / f"documents-{count}"
    if not path.exists():
        unfinished = folder / f"documents-{count}.part"
        writer = Writer(3)
        for number in range(count):
            place = unfinished / f"{number // A_FOLDER:04d}"
            place.mkdir(parents=True, exist_ok=True)
            text = " ".join(writer.sentence() for _ in range(SENTENCES))
            (place / f"{number:07d}.txt").write_text(f"{writer.name()} {number}\n\n{text}\n", "utf-8")
        unfinished.rename(path)
    return path


def single_line(megabytes: float, folder: Path) -> Path:
    """Return a file of one line of so many megabytes; it is made where it is missing."""
    path = folder / f"line-{megabytes:g}.txt"
    if not path.exists():
        sentences = list(islice(_sentences(), 20_000))
        size = round(megabytes * 1_000_000)
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as file:
            while size > 0:
                for sentence in sentences:
                    size -= file.write(f"{sentence} ")
                    if size <= 0:
                        break
        unfinished.rename(path)
    return path


def _sentences() -> Iterator[str]:
    writer = Writer(4)
    while True:
        yield writer.sentence()


def table(documents: int, megabytes: float, folder: Path) -> list[str]:
    """Return the rows to print."""
    rows = ["| | seconds | MB |", "| --- | ---: | ---: |"]
    for what, path in (
        (f"{documents:,} documents of {SENTENCES} sentences", small_documents(documents, folder)),
        (f"one line of {megabytes:g} MB", single_line(megabytes, folder)),
    ):
        with TemporaryDirectory(dir=folder) as place:
            command = [sys.executable, "-m", "factcheck", "index", str(path), "--db", f"{place}/claims.db"]
            seconds, most = timed(command)
        rows.append(f"| {what} | {seconds:.0f} | {most:.0f} |")
        print(rows[-1], file=sys.stderr)
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the documents are kept from run to run")
    given = parser.parse_args()
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("this benchmark looks at other processes in /proc, which Linux has")
    given.folder.mkdir(parents=True, exist_ok=True)
    print("\n".join(table(given.documents, given.megabytes, given.folder)))


if __name__ == "__main__":
    main()
