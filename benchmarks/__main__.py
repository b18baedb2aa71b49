"""All measurements, one table after another, on small sizes: `python -m benchmarks`.

`--write` puts the tables into README.md beside this file, each in place of the one under its heading; with
`--sizes 10000,100000,1000000,5000000` this is how the figures there are made. `--only Retrieval,Start-up` measures
some of them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import batch, checking, indexing, retrieval, stages, startup

SIZES = (10_000, 50_000)
CLAIMS, REPEATS = 30, 5
README = Path(__file__).with_name("README.md")


class Extent(NamedTuple):
    """How much is measured: sentences of the corpus, claims asked, repeats of a process, where databases are kept."""

    sizes: Sequence[int]
    claims: int
    repeats: int
    folder: Path


def _is_large(extent: Extent) -> bool:
    """Tell whether more is measured than the small sizes."""
    return max(extent.sizes) > max(SIZES)


def _middle(extent: Extent, size: int) -> int:
    """Return this size where large ones are measured, else the largest of the small ones."""
    return size if _is_large(extent) else max(extent.sizes)


def _indexing(extent: Extent) -> list[str]:
    """Return the table of indexing; of its smallest size only where all are small."""
    sizes = extent.sizes if _is_large(extent) else extent.sizes[:1]
    return indexing.table([size for size in sizes if size <= 1_000_000], extent.folder)


def _printed(module: str) -> list[str]:
    """Return what a measurement of accuracy prints, as a block of text."""
    command = [sys.executable, "-m", f"benchmarks.{module}"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return ["```text", *done.stdout.splitlines(), "```"]


TABLES: Mapping[str, Callable[[Extent], list[str]]] = {
    "Retrieval": lambda extent: retrieval.table(extent.sizes, extent.claims, extent.folder),
    "Whole checks": lambda extent: checking.table(
        [size for size in extent.sizes if size <= 1_000_000], extent.claims, extent.repeats, extent.folder
    ),
    "Indexing": _indexing,
    "Steps of indexing": lambda extent: stages.stages(_middle(extent, 100_000), extent.folder),
    "Figures listed": lambda extent: stages.listing(_middle(extent, 1_000_000), extent.folder),
    "Claims on all cores": lambda extent: batch.claims_table(_middle(extent, 1_000_000), extent.claims, extent.folder),
    "Drafts on all cores": lambda extent: batch.drafts_table(
        _middle(extent, 100_000), 10 * extent.claims if _is_large(extent) else 2 * extent.claims, extent.folder
    ),
    "Start-up": lambda extent: startup.table(startup.measure(extent.repeats)),
    "Claims": lambda _: _printed("claims"),
    "Drafts": lambda _: _printed("proofread"),
}
"""Each table by the heading it stands under in README.md."""


def main() -> None:
    """Measure and print, and write what was measured where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=retrieval.sizes_of, default=SIZES, help="sentences of the corpora")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--folder", type=Path, help="where databases of the corpora are kept from run to run")
    parser.add_argument("--only", default="", help=f"some of: {', '.join(TABLES)}")
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/README.md")
    given = parser.parse_args()
    wanted = given.only.split(",") if given.only else list(TABLES)
    if unknown := [name for name in wanted if name not in TABLES]:
        sys.exit(f"there is no table {unknown[0]}: {', '.join(TABLES)}")
    with TemporaryDirectory(prefix="factcheck-benchmarks-") as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        extent = Extent(given.sizes, given.claims, given.repeats, folder)
        for name in wanted:
            lines = TABLES[name](extent)
            print(f"## {name}\n", *lines, "", sep="\n", flush=True)
            if given.write:
                README.write_text(with_table(README.read_text("utf-8"), name, lines), "utf-8")


_BLOCK = re.compile(r"(?:^\|.*\n)+|^```text\n(?:.*\n)*?```\n", re.MULTILINE)


def with_table(text: str, name: str, lines: Sequence[str]) -> str:
    """Return a text of Markdown with the first table, or block of text, under a heading replaced by these lines."""
    table = "\n".join(lines) + "\n"
    before, heading, rest = text.partition(f"\n## {name}\n")
    if not heading:
        return f"{text.rstrip()}\n\n## {name}\n\n{table}"
    section, following, after = rest.partition("\n## ")
    if _BLOCK.search(section):
        section = _BLOCK.sub(lambda _: table, section, count=1)
    else:
        section = f"{section.rstrip()}\n\n{table}"
    return before + heading + section + following + after


if __name__ == "__main__":
    main()
