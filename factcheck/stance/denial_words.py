"""What denies, in words for a person: "the source says “failed”, the claim does not"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide


def who_denies(pair: SideBySide, apart: Sequence[Link]) -> str:
    """Return which of the two denies the first of some words that only one of them denies, and by what word."""
    link = apart[0]
    mine, theirs = pair.claim.denying(link.claim), pair.passage.denying(link.passage)
    if mine and theirs:
        return f"the claim says {_quoted(mine)}, the source {_quoted(theirs)}"
    if mine:
        return f"the claim says {_quoted(mine)}, the source does not"
    return f"the source says {_quoted(theirs)}, the claim does not"


def denying_words(pair: SideBySide, place: int) -> str:
    """Return what denies a word of the passage, quoted."""
    return _quoted(pair.passage.denying(place))


def _quoted(words: Sequence[str]) -> str:
    return " and ".join(f"“{word}”" for word in dict.fromkeys(words))
