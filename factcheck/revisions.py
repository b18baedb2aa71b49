"""Ask git which lines of a file have changed since a revision.

Git is asked for what it stores only. Comparing a file by `git diff` would run what the repository's own settings
name (filters, a file-system monitor), and a draft may lie in a folder that came from a stranger.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.proofread.changed import changed_lines, is_the_same_file


def lines_changed_since(path: Path, revision: str) -> frozenset[int] | None:
    """Return the lines of a file that differ from a revision; None where that has no such file: all are new.

    A file that was renamed since is compared with what it was called then. Raises UsageError where there is no git,
    no repository or no such revision.
    """
    folder = path.resolve().parent
    if _run(folder, "rev-parse", "--git-dir").returncode:
        raise UsageError(f"{path} is in no git repository", "leave --changed-since out to check the whole draft")
    if revision.startswith("-"):
        raise UsageError(f"“{revision}” is no revision", "give a branch, a tag or a commit")
    commit = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        detail = commit.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError(
            f"git knows no revision “{revision}”{': ' + detail if detail else ''}", "check the revision and the folder"
        )
    number, now = commit.stdout.decode("ascii", "replace").strip(), path.read_bytes()
    stored = _run(folder, "cat-file", "blob", f"{number}:./{path.name}")
    earlier = _before_it_was_renamed(folder, number, path.suffix, now) if stored.returncode else stored.stdout
    return None if earlier is None else changed_lines(earlier, now)


def _before_it_was_renamed(folder: Path, commit: str, suffix: str, now: bytes) -> bytes | None:
    """Return the file of the commit that is no longer in its place and most like this one; None where none is."""
    top = Path(os.fsdecode(_run(folder, "rev-parse", "--show-toplevel").stdout).rstrip("\n"))
    listed = _run(folder, "ls-tree", "-r", "-z", "--full-tree", commit).stdout.split(b"\0")
    best, likest = None, 0.0
    for entry in filter(None, listed):
        about, _, name = entry.partition(b"\t")
        place = top / os.fsdecode(name)
        if place.suffix != suffix or os.path.lexists(place):
            continue
        earlier = _run(folder, "cat-file", "blob", about.split()[2].decode("ascii")).stdout
        alike = is_the_same_file(earlier, now)
        if alike > likest:
            best, likest = earlier, alike
    return best


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, env=env)
    except FileNotFoundError:
        raise UsageError("git is not installed", "leave --changed-since out to check the whole draft") from None
