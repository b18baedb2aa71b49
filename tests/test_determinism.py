"""The same claims and sources give the same output, byte for byte, whatever surrounds the program."""

from __future__ import annotations

import difflib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("determinism.py")
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "2"},
    "random hash seed": {"PYTHONHASHSEED": "random"},
    "another locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "a time zone behind": {"TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8"},
}


def printed(**env: str) -> list[str]:
    """Return the lines that the script prints in these surroundings."""
    root = str(SCRIPT.parent.parent)
    surroundings = os.environ | {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONPATH": root} | env
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8").splitlines()


@pytest.fixture(scope="module")
def usual() -> list[str]:
    return printed()


@pytest.mark.parametrize("env", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_same_output_in_other_surroundings(env: dict[str, str], usual: list[str]) -> None:
    difference = list(difflib.unified_diff(usual, printed(**env), lineterm="", n=0))
    assert not difference, "\n".join(difference[:20])


def test_every_command_did_its_work(usual: list[str]) -> None:
    statuses = [line.rpartition(" ")[2] for line in usual if line.startswith("== ") and line.endswith(")")]
    assert set(statuses) <= {"(0)", "(1)"}
    assert "(1)" in statuses
    assert len(usual) > 300
