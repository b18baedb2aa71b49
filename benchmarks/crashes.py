"""Kill indexing at random moments: the database is whole after each, no document half there, and a rerun completes.

usage: python -m benchmarks.crashes [--moments 200] [--articles 300] [--seed 1]

Every other round indexes into a new database, the rest index again after a quarter of the articles has changed.
Only kills that met the run alive are counted; a run that ended before its moment is started again.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

SENTENCES = 12
_HALF_THERE = (
    "SELECT count(*) FROM documents d WHERE (SELECT count(*) FROM sentences s WHERE s.document_id = d.id) "
    f"NOT IN ({SENTENCES}, {SENTENCES + 1})"
)


def article(number: int, version: int) -> str:
    """Return an article of a known number of sentences, of which each names its version."""
    lines = (f"Depot {number} counted {number + line} wagons in round {version}." for line in range(SENTENCES))
    return "\n\n".join(lines) + "\n"


def write(folder: Path, count: int, version: int) -> None:
    """Write the articles; from the second version on every fourth is written anew."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        if version == 0 or number % 4 == version % 4:
            (folder / f"{number:05}.txt").write_text(article(number, version), "utf-8")


def index(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    """Start indexing in a process of its own, and group, so that whoever helps it is killed with it."""
    command = [sys.executable, "-m", "factcheck", "index", str(folder), "--db", str(path)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def problems(path: Path) -> Iterator[str]:
    """Yield what is wrong with a database after a kill; a file that is not there yet is none."""
    if not path.exists() or path.stat().st_size == 0:
        return
    with closing(sqlite3.connect(path)) as opened:
        for (line,) in opened.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"integrity: {line}"
        if opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'documents'").fetchone() == (0,):
            return  # killed before the tables were made
        for row in opened.execute("PRAGMA foreign_key_check"):
            yield f"pointer: {row}"
        try:
            opened.execute("INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"text index: {error}"
        (half,) = opened.execute(_HALF_THERE).fetchone()
        if half:
            yield f"{half} documents half there"


def is_hit(path: Path, folder: Path, moment: float) -> bool:
    """Kill a run after so many seconds; return whether it was still running then."""
    process = index(folder, path)
    time.sleep(moment)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def rounds(moments: int, articles: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Yield for each kill what was interrupted, and what was wrong after it or after a rerun."""
    chance = random.Random(seed)
    with TemporaryDirectory(prefix="factcheck-crashes-") as name:
        place = Path(name)
        folder, sound, path = place / "articles", place / "sound.db", place / "claims.db"
        write(folder, articles, 0)
        seconds = {"new": _timed(folder, sound)}
        write(folder, articles, 1)
        shutil.copy(sound, path)
        seconds["changed"] = _timed(folder, path)
        for number in range(moments):
            kind = ("new", "changed")[number % 2]
            _start_over(path, sound if kind == "changed" else None)
            while not is_hit(path, folder, chance.random() * seconds[kind]):
                _start_over(path, sound if kind == "changed" else None)
            wrong = list(problems(path))
            if index(folder, path).wait() != 0:
                wrong.append("the rerun failed")
            wrong += [f"after the rerun: {each}" for each in (*problems(path), *_stale(path, articles))]
            yield kind, wrong


def _timed(folder: Path, path: Path) -> float:
    began = time.monotonic()
    assert index(folder, path).wait() == 0
    return time.monotonic() - began


def _start_over(path: Path, sound: Path | None) -> None:
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
    if sound is not None:
        shutil.copy(sound, path)


def _stale(path: Path, articles: int) -> Iterator[str]:
    """Yield what a finished run left out: missing documents, and sentences of an earlier version."""
    with closing(sqlite3.connect(path)) as opened:
        (documents,) = opened.execute("SELECT count(*) FROM documents").fetchone()
        if documents != articles:
            yield f"{documents} of {articles} documents"
        (old,) = opened.execute(
            "SELECT count(*) FROM sentences s JOIN documents d ON d.id = s.document_id "
            "WHERE CAST(substr(d.path, -9, 5) AS INTEGER) % 4 = 1 AND s.text NOT LIKE '%round 1.'"
        ).fetchone()
        if old:
            yield f"{old} sentences of an earlier version"


def main() -> None:
    """Run it, print a table, and end with status 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    killed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for kind, found in rounds(given.moments, given.articles, given.seed):
        killed[kind] += 1
        wrong[kind] += bool(found)
        for each in found:
            print(f"{kind}: {each}")
    print("| | killed while running | with something wrong |", "| --- | ---: | ---: |", sep="\n")
    for kind in ("new", "changed"):
        print(f"| {kind} | {killed[kind]} | {wrong[kind]} |")
    sys.exit(1 if sum(wrong.values()) else 0)


if __name__ == "__main__":
    main()
