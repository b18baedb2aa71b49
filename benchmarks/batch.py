"""Many claims and a long draft on all cores, beside one by one: time, memory, and growth with the draft.

Times are those of the clock, since that is what more cores save: run it while nothing else does.

usage: python -m benchmarks.batch [--sentences 1000000] [--claims 500] [--draft 1000]
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.databases import database, questions
from benchmarks.retrieval import FOLDER
from factcheck import Library
from factcheck.options import cores

PROGRAM = [sys.executable, "-m", "factcheck"]
PROCESSES = 20
"""Single processes that are timed; the time of all is worked out from theirs."""


def draft(sentences: int, path: Path, folder: Path) -> Path:
    """Return a draft about a database, in paragraphs of one to four sentences; a third are wrong."""
    written = folder / f"draft-{sentences}.md"
    chance = random.Random(3)
    claims = [claim.text for claim in questions(path, sentences)]
    paragraphs = []
    while claims:
        count = chance.randint(1, 4)
        paragraphs.append(" ".join(claims[:count]))
        del claims[:count]
    written.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return written


def timed(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a command takes, and the MB of it and its processes together at their largest."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(resident, [process.pid, *descendants(process.pid)])))
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    assert process.stderr is not None
    if process.returncode not in (0, 1):
        sys.exit(f"status {process.returncode}: {process.stderr.read().decode(errors='replace')[-500:]}")
    return seconds, most


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, where the system tells (Linux)."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    started = children(pid)
    return started + [each for child in started for each in descendants(child)]


def resident(pid: int) -> float:
    """Return the MB of memory of a process that no other shares; 0 where it has ended or the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def claims_table(sentences: int, count: int, folder: Path) -> list[str]:
    """Return the rows of claims: single processes, one after the other in one process, on all cores."""
    path = database(sentences, folder)
    claims = [claim.text for claim in questions(path, count)]
    file = folder / f"claims-{count}.txt"
    file.write_text("\n".join(claims) + "\n", "utf-8")
    check = [*PROGRAM, "check", "--no-record", "--json", "--db", str(path)]
    singles = [timed([*check, claim]) for claim in claims[:PROCESSES]]
    single = statistics.mean(seconds for seconds, _ in singles) * count
    rows = [f"| {count} processes (of {PROCESSES} timed) | {single:.0f} | 1.00 | {singles[0][1]:.0f} |"]
    for jobs in dict.fromkeys((1, cores())):
        seconds, most = timed([*check, "--file", str(file), "--jobs", str(jobs)])
        rows.append(f"| `check --file --jobs {jobs}` | {seconds:.0f} | {seconds / single:.2f} | {most:.0f} |")
    head = f"| {count} claims, {sentences:,} sentences | seconds | ratio | MB |"
    return [head, "| --- | ---: | ---: | ---: |", *rows]


def drafts_table(sentences: int, longest: int, folder: Path) -> list[str]:
    """Return the rows of drafts, each twice as long as the one before, on all cores."""
    path = database(sentences, folder)
    rows = [f"| sentences of draft, {sentences:,} of sources | seconds | seconds a sentence | MB |"]
    rows.append("| ---: | ---: | ---: | ---: |")
    for length in (longest // 4, longest // 2, longest):
        file = draft(length, path, folder)
        seconds, most = timed([*PROGRAM, "proofread", "--json", "--db", str(path), str(file)])
        rows.append(f"| {length:,} | {seconds:.1f} | {seconds / length:.3f} | {most:.0f} |")
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=20_000, help="of the database that claims are held against")
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--sources", type=int, default=20_000, help="sentences of the database of the drafts")
    parser.add_argument("--draft", type=int, default=80, help="sentences of the longest draft")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where databases are kept from run to run")
    given = parser.parse_args()
    for size in (given.sentences, given.sources):
        Library(database(size, given.folder)).close()  # of an earlier version: bring it up to date
    print("\n".join(claims_table(given.sentences, given.claims, given.folder)), end="\n\n")
    print("\n".join(drafts_table(given.sources, given.draft, given.folder)))


if __name__ == "__main__":
    main()
