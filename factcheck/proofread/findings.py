"""What the checks of a draft hand to one another: a finding in a sentence, before it is an alert at a place."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.models import Figure


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a text: `start` and `end` slice the text that was looked at.

    `earlier` is the number of the sentence that a contradiction is with, None for everything else.
    """

    code: str
    start: int
    end: int
    message: str
    earlier: int | None = None


def at_figure(code: str, figure: Figure, message: str) -> Finding:
    """Return a finding at a figure."""
    return Finding(code, figure.start, figure.end, message)
