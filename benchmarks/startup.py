"""How long commands take beside Python itself: `python -m benchmarks.startup`.

CPU time (user and system) of whole processes, because the clock on a shared machine measures its neighbours too.
The commands take turns with plain Python (`python -I -c pass`) in one run; the ratio of the medians is what counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLAIM = "Kim Jong Un sent 20,000 soldiers to Russia"
LIMIT = 14.0
"""No command may take more than this many times the CPU time of plain Python; measure on a machine that is idle."""

PLAIN = [sys.executable, "-I", "-c", "pass"]
PROGRAM = [sys.executable, "-I", "-m", "factcheck"]
COMMANDS: dict[str, list[str]] = {
    "factcheck --version": [*PROGRAM, "--version"],
    "factcheck --help": [*PROGRAM, "--help"],
    "factcheck check": [*PROGRAM, "check", "--no-record", "--db", str(ROOT / "claims.db"), CLAIM],
    "factcheck check --json": [*PROGRAM, "check", "--no-record", "--json", "--db", str(ROOT / "claims.db"), CLAIM],
    "factcheck search": [*PROGRAM, "search", "--db", str(ROOT / "claims.db"), "soldiers"],
    "factcheck figures": [*PROGRAM, "figures", "--db", str(ROOT / "claims.db")],
}


def cpu_seconds(command: list[str]) -> float:
    """Return the CPU time of one run of a command."""
    import resource  # POSIX only; os.times() counts in steps of 10 ms

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(repeats: int) -> dict[str, list[float]]:
    """Return the CPU times of plain Python and of each command, taken in turns."""
    everything = {"python -I -c pass": PLAIN, **COMMANDS}
    for command in everything.values():
        cpu_seconds(command)  # the first run compiles modules and warms the disk's cache
    times: dict[str, list[float]] = {name: [] for name in everything}
    for _ in range(repeats):
        for name, command in everything.items():
            times[name].append(cpu_seconds(command))
    return times


def table(times: dict[str, list[float]]) -> list[str]:
    """Return the table to print: median milliseconds and how many times plain Python that is."""
    medians = {name: statistics.median(values) for name, values in times.items()}
    plain = next(iter(medians.values()))
    rows = ["| command | CPU ms (median) | times plain Python |", "| --- | ---: | ---: |"]
    return rows + [f"| `{name}` | {1000 * value:.1f} | {value / plain:.1f} |" for name, value in medians.items()]


def main() -> None:
    """Measure and print; with `--strict` end with status 1 where a command is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--strict", action="store_true")
    given = parser.parse_args()
    if not hasattr(os, "fork"):
        sys.exit("this benchmark needs the CPU time of child processes, which Windows does not tell")
    lines = table(measure(given.repeats))
    print("\n".join(lines))
    slow = [line for line in lines[2:] if float(line.split("|")[3]) > LIMIT]
    if given.strict and slow:
        sys.exit(f"above {LIMIT} times plain Python:\n" + "\n".join(slow))


if __name__ == "__main__":
    main()
