"""Many processes on one database for a while: no error, no wait that a person would see, no growth, whole at the end.

usage: python -m benchmarks.soak [--minutes 15] [--checkers 10] [--indexers 2] [--sentences 20000]

Checkers ask and record without pause, as the prompt does; indexers change articles, delete some and index them again.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import corpus
from factcheck import Library
from factcheck.errors import FactcheckError


class Waits:
    """The connection of a store, with how many seconds it waited at most to be let in to write."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.longest = 0.0

    def __getattr__(self, name: str) -> Any:  # Any: whatever a connection has
        return getattr(self._connection, name)

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        """Execute a statement, and time the one that waits for its turn."""
        began = time.monotonic()
        try:
            return self._connection.execute(sql, *given)
        finally:
            if sql.startswith("BEGIN IMMEDIATE"):
                self.longest = max(self.longest, time.monotonic() - began)


def watched(library: Library) -> Waits:
    """Return the waits of an open library, measured from now on."""
    store: Any = library._store
    store._connection = Waits(store._connection)
    waits: Waits = store._connection
    return waits


PERSON_WAITS = 5.0
"""Seconds after which a person takes a program for hung."""
WARM_UP_ROUNDS = 50
"""Until then the caches of words fill."""
CHANGED_A_ROUND = 10


@dataclass
class Log:
    """What one process did: its rounds, its errors, its longest wait for its turn to write, its memory in MB."""

    kind: str
    rounds: int = 0
    longest: float = 0.0
    over: int = 0
    warm_mb: float = 0.0
    end_mb: float = 0.0
    errors: list[str] = field(default_factory=list)


def memory_mb() -> float:
    """Return the resident memory of this process."""
    status = Path("/proc/self/status").read_text("utf-8") if sys.platform == "linux" else ""
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


def repeat(kind: str, act: Callable[[], float], stop: Event, out: Path) -> None:
    """Act until told to stop, and write the log; an act returns how many seconds it waited for its turn."""
    log = Log(kind)
    while not stop.is_set():
        waited = 0.0
        try:
            waited = act()
        except FactcheckError as error:
            log.errors.append(f"{type(error).__name__}: {error.message}")
        log.longest = max(log.longest, waited)
        log.over += waited > PERSON_WAITS
        log.rounds += 1
        log.end_mb = memory_mb()
        if log.rounds == WARM_UP_ROUNDS:
            log.warm_mb = log.end_mb
    out.write_text(json.dumps(asdict(log)), "utf-8")


def checker(number: int, path: Path, claims: Sequence[str], stop: Event, out: Path) -> None:
    """Check and record one claim after the other on a database that stays open."""
    chance = random.Random(number)
    with Library(path) as library:
        waits = watched(library)

        def act() -> float:
            found = library.check(chance.choice(claims))
            waits.longest = 0.0
            library.record(found, datetime.now(UTC))
            return waits.longest

        repeat("checker", act, stop, out)


def indexer(number: int, path: Path, folder: Path, stop: Event, out: Path) -> None:
    """Change, remove and index articles, in a folder of this process and with a library of its own each time."""
    chance = random.Random(100 + number)
    files = sorted(folder.rglob("*.md"))
    texts = {file: file.read_text("utf-8") for file in files}

    def act() -> float:
        for file in chance.sample(files, CHANGED_A_ROUND):
            if chance.random() < 0.2:
                file.unlink(missing_ok=True)
            else:
                file.write_text(f"{texts[file]}\nThe count was {chance.randrange(10_000)} homes.\n", "utf-8")
        stop.wait(1.0)
        with Library(path) as library:
            waits = watched(library)
            library.index([folder], now=datetime.now(UTC), prune=True)
            return waits.longest

    repeat("indexer", act, stop, out)


def soak(minutes: float, checkers: int, indexers: int, sentences: int) -> list[str]:
    """Return the table of what the processes did, and the state of the database after it."""
    with TemporaryDirectory(prefix="factcheck-soak-") as name:
        place = Path(name)
        for number in range(indexers):
            corpus.write(sentences // indexers, place / f"articles-{number}", seed=number + 1)
        path = place / "soak.db"
        with Library(path, create=True) as library:
            library.index([place / f"articles-{number}" for number in range(indexers)], now=datetime.now(UTC))
        writer = corpus.Writer(7)
        claims = [writer.sentence() for _ in range(2000)]
        stop = multiprocessing.Event()
        folders = [place / f"articles-{number}" for number in range(indexers)]
        logs = [place / f"log-{number}.json" for number in range(indexers + checkers)]
        processes = [
            *(
                multiprocessing.Process(target=indexer, args=(number, path, folders[number], stop, logs[number]))
                for number in range(indexers)
            ),
            *(
                multiprocessing.Process(target=checker, args=(number, path, claims, stop, logs[indexers + number]))
                for number in range(checkers)
            ),
        ]
        for process in processes:
            process.start()
        largest = watch_log(path, minutes, processes)
        stop.set()
        for process in processes:
            process.join(120)
        crashed = sum(process.exitcode != 0 for process in processes)
        with Library(path) as library:
            findings = library.findings()
        return [*table([Log(**json.loads(log.read_text("utf-8"))) for log in logs if log.exists()]), "",
                f"{minutes:g} minutes; processes that ended badly: {crashed}; largest write-ahead log: "
                f"{largest / 1e6:.1f} MB; database: {'; '.join(findings) or 'whole'}"]  # fmt: skip


def watch_log(path: Path, minutes: float, processes: Sequence[multiprocessing.Process]) -> int:
    """Wait for the time to pass and return the largest size of the write-ahead log seen meanwhile, in bytes."""
    ends = time.monotonic() + 60 * minutes
    largest = 0
    log = path.with_name(path.name + "-wal")
    while time.monotonic() < ends and any(process.is_alive() for process in processes):
        time.sleep(0.5)
        try:
            largest = max(largest, log.stat().st_size)
        except FileNotFoundError:
            continue
    return largest


def table(logs: Sequence[Log]) -> list[str]:
    """Return a row for each kind of process."""
    lines = [
        "| | processes | rounds | errors | longest wait s | over 5 s | MB when warm | MB at the end |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in ("checker", "indexer"):
        of_kind = [log for log in logs if log.kind == kind]
        errors = [error for log in of_kind for error in log.errors]
        lines.append(
            f"| {kind} | {len(of_kind)} | {sum(log.rounds for log in of_kind):,} | {len(errors)} "
            f"| {max((log.longest for log in of_kind), default=0):.1f} | {sum(log.over for log in of_kind)} "
            f"| {max((log.warm_mb for log in of_kind), default=0):.0f} "
            f"| {max((log.end_mb for log in of_kind), default=0):.0f} |"
        )
        lines += [f"- {error}" for error in sorted(set(errors))]
    return lines


def main() -> None:
    """Run it and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--checkers", type=int, default=10)
    parser.add_argument("--indexers", type=int, default=2)
    parser.add_argument("--sentences", type=int, default=20_000)
    given = parser.parse_args()
    print(*soak(given.minutes, given.checkers, given.indexers, given.sentences), sep="\n")


if __name__ == "__main__":
    main()
