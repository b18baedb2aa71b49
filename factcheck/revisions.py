"""Ask git which lines of a file have changed since a revision.

Git is asked for what it stores only. Comparing a file by `git diff` would run what the repository's own settings
name (filters, a file-system monitor), and a draft may lie in a folder that came from a stranger.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.proofread.changed import changed_lines


def lines_changed_since(path: Path, revision: str) -> frozenset[int] | None:
    """Return the lines of a file that differ from a revision; None where that has no such file: all are new.

    Raises UsageError where there is no git, no repository or no such revision.
    """
    folder = path.resolve().parent
    if revision.startswith("-"):
        raise UsageError(f"“{revision}” is no revision", "give a branch, a tag or a commit")
    commit = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        detail = commit.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError(
            f"git knows no revision “{revision}”{': ' + detail if detail else ''}", "check the revision and the folder"
        )
    name = f"{commit.stdout.decode('ascii', 'replace').strip()}:./{path.name}"
    stored = _run(folder, "cat-file", "blob", name)
    return None if stored.returncode else changed_lines(stored.stdout, path.read_bytes())


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, env=env)
    except FileNotFoundError:
        raise UsageError("git is not installed", "leave --changed-since out to check the whole draft") from None
