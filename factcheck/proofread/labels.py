"""Scores and grades that the source has otherwise: "3-2" beside "4-1", "Category 2" beside "Category 3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.models import Label
from factcheck.proofread.beside import Beside

LOOKED_AT = 3
"""In how many of the nearest passages a score is looked for."""
LEAST_HERE = 0.5
"""The share of the sentence's words that the passage with another score must have."""


def wrong_labels(claim: str, sides: Sequence[Beside]) -> Iterator[tuple[Label, Label, Beside]]:
    """Yield each score or grade of a sentence that its passage has otherwise: it, the source's, and the passage.

    Only a passage with one score is sure to have the one that is meant; one that is told from the other side ("lost
    1-4") is the same.
    """
    for label in _labels(claim):
        there = [(side, _alike(label, side)) for side in sides]
        if any(_is_same(label, other) for side, _ in there for other in _labels(_near(side))):
            continue
        for side, others in there[:LOOKED_AT]:
            words = side.words_at(label.start, label.end)
            if len(others) == 1 and side.rest_covered(words) >= LEAST_HERE and _has_the_names(side, words):
                yield label, others[0], side
                break


def _labels(text: str) -> list[Label]:
    from factcheck.figures.labels import extract_labels

    return [label for label in extract_labels(text) if label.kind != "code"]


def _near(side: Beside) -> str:
    return f"{side.passage.context}\n{side.passage.text}"


def _alike(label: Label, side: Beside) -> list[Label]:
    return [
        other
        for other in _labels(side.passage.text)
        if other.kind == label.kind and (label.kind == "score" or _word(other) == _word(label))
    ]


def _word(label: Label) -> str:
    return label.value.split()[0]


def _is_same(label: Label, other: Label) -> bool:
    return label.kind == other.kind and (
        label.value == other.value or (label.kind == "score" and label.value.split("-")[::-1] == other.value.split("-"))
    )


def _has_the_names(side: Beside, words: range) -> bool:
    """Tell whether the passage has every name; "Marsh 3-2" is Marsh."""
    links = {link.claim for link in side.pair.alignment.links if link.covered}
    named = (place for match in side.pair.names for place in range(match.name.first, match.name.last + 1))
    return all(place in links for place in named if place not in words)
