"""A finding with what a source says to it, on its way to becoming an alert at a line and column."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.models import Comparison, Passage, Verdict


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
