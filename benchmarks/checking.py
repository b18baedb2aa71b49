"""Whole checks: `factcheck check` as a process beside `rg -i`, and claims one after another as in the prompt.

usage: python -m benchmarks.checking [--sizes 10000,100000] [--claims 60] [--repeats 20] [--folder FOLDER]

CPU time (user and system). ripgrep looks for two words of the claim in one text file of the same sentences; where
it is not installed its columns stay empty. `retrieved` is the part of a claim that finding passages takes. Claims in a
process that stays are gone through three times, and the least time of each counts: caches keep nothing of one claim
until it comes again, and what neighbours on the machine do to its caches is not measured.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.databases import database, lines, percentile, questions
from benchmarks.retrieval import FOLDER, sizes_of, timed
from benchmarks.startup import PROGRAM
from factcheck.__main__ import GARBAGE_OBJECTS
from factcheck.library import Library
from factcheck.retrieve import retrieve
from factcheck.store import Store

ROUNDS = 3
SHIPPED = Path(__file__).parent.parent / "claims.db"


def processes(size: int, folder: Path, repeats: int) -> list[str]:
    """Return the cells of one size: the median milliseconds of a check, of ripgrep, and the ratio."""
    path, text = database(size, folder), lines(size, folder)
    claims = [claim.text for claim in questions(path, repeats)]
    ours = [milliseconds([*PROGRAM, "check", "--no-record", "--db", str(path), claim]) for claim in claims]
    check = statistics.median(ours)
    if not shutil.which("rg"):
        return [f"{check:.0f}", "", ""]
    theirs = statistics.median(milliseconds(ripgrep(claim, text), nothing_found=1) for claim in claims)
    return [f"{check:.0f}", f"{theirs:.0f}", f"{check / theirs:.1f}"]


def ripgrep(claim: str, text: Path) -> list[str]:
    """Return the command that looks for the two longest words of a claim."""
    words = sorted(claim.rstrip(".").split(), key=lambda word: (-len(word), word))[:2]
    return ["rg", "-i", "--fixed-strings", *(part for word in words for part in ("-e", word)), str(text)]


def milliseconds(command: list[str], *, nothing_found: int = 0) -> float:
    """Return the CPU time of the second of two runs: the first warms the caches."""
    child_seconds(command, nothing_found)
    return 1000 * child_seconds(command, nothing_found)


def child_seconds(command: list[str], nothing_found: int) -> float:
    """Return the CPU time of a process that may end with status 0, or with this one."""
    import resource  # POSIX only

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, nothing_found):
        sys.exit(f"{command[0]} ended with status {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def prompt(path: Path, count: int) -> list[str]:
    """Return the cells of a database: what a claim takes in a process that stays, and finding its passages alone."""
    gc.set_threshold(GARBAGE_OBJECTS)  # as the program does
    with Library(path, writable=False) as library, closing(Store(path, writable=False)) as store:
        library.check("The first claim loads the modules.")
        claims = [claim.text for claim in questions(path, count)]
        retrieved = least(claims, lambda claim: retrieve(store, claim))
        checked = least(claims, library.check)
    return [f"{percentile(times, share):.0f}" for times in (checked, retrieved) for share in (0.5, 0.95)]


def least(claims: Sequence[str], work: Callable[[str], object]) -> list[float]:
    """Return the least milliseconds that the work takes with each claim, all gone through several times."""
    rounds = [[timed(lambda claim=claim: work(claim))[0] for claim in claims] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def table(sizes: Sequence[int], count: int, repeats: int, folder: Path) -> list[str]:
    """Return the table to print, a row a size, and one for the database that is shipped."""
    rows = [
        "| sentences | `factcheck check` ms | `rg -i` ms | ratio | a claim p50 ms | p95 | retrieved p50 ms | p95 |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for size in sizes:
        cells = [f"{size:,}", *processes(size, folder, repeats), *prompt(database(size, folder), count)]
        rows.append(f"| {' | '.join(cells)} |")
    rows.append(f"| `claims.db` | | | | {' | '.join(prompt(SHIPPED, count))} |")
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=sizes_of, default=[10_000, 100_000])
    parser.add_argument("--claims", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where databases are kept from run to run")
    given = parser.parse_args()
    if sys.platform == "win32":
        sys.exit("this benchmark needs the CPU time of child processes, which Windows does not tell")
    print("\n".join(table(given.sizes, given.claims, given.repeats, given.folder)))


if __name__ == "__main__":
    main()
