"""The lines of a text that are new or other than in an earlier edition of it."""

from __future__ import annotations

from difflib import SequenceMatcher


def changed_lines(earlier: bytes, now: bytes) -> frozenset[int]:
    """Return the numbers of the lines that were added or changed, from 1; how a line ends makes no difference."""
    matcher = SequenceMatcher(None, earlier.splitlines(), now.splitlines(), autojunk=False)
    return frozenset(
        line + 1 for kind, _, _, first, last in matcher.get_opcodes() if kind != "equal" for line in range(first, last)
    )
