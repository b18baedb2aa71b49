"""All measurements of speed on small sizes, one table after another: `python -m benchmarks [--folder FOLDER]`."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import checking, indexing, retrieval, startup

SIZES = (10_000, 50_000)
CLAIMS = 30
REPEATS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the corpus is kept from run to run")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="factcheck-benchmarks-") as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        show("Retrieval", retrieval.table(SIZES, CLAIMS, folder))
        show("Whole checks", checking.table(SIZES, CLAIMS, REPEATS, folder))
        show("Indexing", indexing.table(SIZES[:1], folder))
        show("Start-up", startup.table(startup.measure(REPEATS)))


def show(title: str, lines: list[str]) -> None:
    """Print a table under its title."""
    print(f"## {title}\n", *lines, "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
