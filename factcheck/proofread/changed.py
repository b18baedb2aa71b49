"""The lines of a text that are new or other than in an earlier edition of it."""

from __future__ import annotations

from difflib import SequenceMatcher

RENAMED = 0.5
"""How alike a file must be to one that is gone, to be that file under a new name: git's own measure of a rename."""


def is_the_same_file(earlier: bytes, now: bytes) -> float:
    """Return how alike two files are by their lines, up to 1; 0 where that is too little for one that was renamed."""
    matcher = SequenceMatcher(None, earlier.splitlines(), now.splitlines(), autojunk=False)
    return ratio if matcher.quick_ratio() >= RENAMED and (ratio := matcher.ratio()) >= RENAMED else 0.0


def changed_lines(earlier: bytes, now: bytes) -> frozenset[int]:
    """Return the numbers of the lines that were added or changed, from 1; how a line ends makes no difference."""
    matcher = SequenceMatcher(None, earlier.splitlines(), now.splitlines(), autojunk=False)
    return frozenset(
        line + 1 for kind, _, _, first, last in matcher.get_opcodes() if kind != "equal" for line in range(first, last)
    )
