"""The lines of a file that a unified diff adds or changes."""

from __future__ import annotations

import re

HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def changed_lines(diff: str) -> frozenset[int]:
    """Return the numbers of the new file's lines in the hunks of a diff made without context (`-U0`)."""
    found: set[int] = set()
    for hunk in HUNK.finditer(diff):
        first, count = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
        found |= set(range(first, first + count))
    return frozenset(found)
