"""A finding with what a source says to it, on its way to becoming an alert at a line and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.models import Comparison, Passage, Verdict

BORNE_OUT = "met"
"""The code of a hit that is none: its passage has what the sentence says."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding about a sentence: `start` and `end` slice the sentence's reading (or the one it was found in)."""

    code: str
    start: int
    end: int
    message: str
    verdict: Verdict | None = None
    passage: Passage | None = None
    comparisons: tuple[Comparison, ...] = ()


def wrong(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that are to become alerts."""
    return [hit for hit in hits if hit.code != BORNE_OUT]
