"""The statements that a claim makes, each with its span."""

from __future__ import annotations

from factcheck.models import Assertion


def split_assertions(claim: str) -> list[Assertion]:
    """Return the assertions of a claim in order; a claim that states one thing is its own assertion."""
    text = claim.strip()
    start = claim.index(text) if text else 0
    return [Assertion(text, start, start + len(text))]
