"""The README's examples: what they print is made by running them. After a change: `python tests/readme_examples.py`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = "80"


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block of commands, each with what it printed."""

    block: str
    commands: tuple[str, ...]


def examples(text: str) -> list[Example]:
    """Return the console blocks of the README."""
    return [
        Example(block, tuple(line[2:] for line in block.splitlines() if line.startswith("$ ")))
        for block in CONSOLE.findall(text)
    ]


def run(example: Example, folder: Path) -> str:
    """Return the block anew, its commands run one after another in the folder."""
    pieces = [f"$ {command}\n{_printed(command, folder)}" for command in example.commands]
    return "\n".join(piece.rstrip("\n") for piece in pieces) + "\n"


def _printed(command: str, folder: Path) -> str:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    environ |= {"PATH": f"{folder / 'bin'}{os.pathsep}{environ['PATH']}", "COLUMNS": WIDTH, "NO_COLOR": "1"}
    environ |= {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    found = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in found.stdout.splitlines()) + "\n"


def workplace(folder: Path) -> Path:
    """Lay out a folder as a clone has it: the shipped database, the seeds, and `factcheck` on the path."""
    shutil.copy(ROOT / "claims.db", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "bin").mkdir()
    command = folder / "bin" / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    return folder


def refreshed(text: str, folder: Path) -> str:
    """Return the README with every example's output as it is now."""
    for example in examples(text):
        text = text.replace(f"```console\n{example.block}```", f"```console\n{run(example, folder)}```")
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        README.write_text(refreshed(README.read_text("utf-8"), workplace(Path(name))), "utf-8", newline="\n")
