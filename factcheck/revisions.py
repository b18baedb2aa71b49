"""Ask git which lines of a file have changed since a revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.proofread.changed import changed_lines


def lines_changed_since(path: Path, revision: str) -> frozenset[int] | None:
    """Return the lines of a file that differ from a revision; None where git does not know the file: all are new.

    Raises UsageError where there is no git, no repository or no such revision.
    """
    folder = path.resolve().parent
    if revision.startswith("-"):
        raise UsageError(f"“{revision}” is no revision", "give a branch, a tag or a commit")
    _git(
        folder,
        "rev-parse",
        "--verify",
        "--quiet",
        f"{revision}^{{commit}}",
        failure=f"git knows no revision “{revision}”",
    )
    known = _run(folder, "ls-files", "--error-unmatch", "--", path.name)
    if known.returncode:
        return None
    options = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", revision, "--", path.name)
    return changed_lines(_git(folder, *options, failure=f"git cannot compare {path} with {revision}"))


def _git(folder: Path, *arguments: str, failure: str) -> str:
    done = _run(folder, *arguments)
    if done.returncode:
        detail = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError(f"{failure}{': ' + detail if detail else ''}", "check the revision and the folder")
    return done.stdout.decode("utf-8", "replace")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("git is not installed", "leave --changed-since out to check the whole draft") from None
