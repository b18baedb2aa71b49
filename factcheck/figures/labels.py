"""Labels: numbers that are names and are compared to the letter, not as quantities."""

from __future__ import annotations

from factcheck.figures.names import score_end
from factcheck.figures.tokens import NUMBER, Tokens
from factcheck.models import Label


def extract_labels(text: str) -> list[Label]:
    """Return scores ("3-2"), grades and tiers ("Category 2") and codes of a text, in order."""
    tokens = Tokens(text)
    labels = []
    for index in range(len(tokens)):
        if tokens.kind[index] == NUMBER and (last := score_end(tokens, index)):
            surface = tokens.slice(index, last)
            labels.append(Label(surface, tokens.start[index], tokens.end[last - 1], "score", surface.replace("–", "-")))
    return labels
