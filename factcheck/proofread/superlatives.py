"""Superlatives that no source near the sentence has: "the largest", "a record", "the first ever"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.proofread.beside import Beside
from factcheck.proofread.hits import Hit

_ALIKE: dict[str, tuple[str, ...]] = {
    "first": ("first", "never before", "debut", "inaugural", "1st", "new"),
    "record": ("record", "highest", "largest", "lowest", "most", "never before", "ever"),
    "largest": ("largest", "biggest", "record", "greatest", "most"),
    "biggest": ("largest", "biggest", "record", "greatest", "most"),
    "highest": ("highest", "record", "most", "peak", "tallest"),
    "lowest": ("lowest", "record", "least", "fewest"),
    "worst": ("worst", "deadliest", "lowest", "heaviest", "most"),
    "best": ("best", "highest", "record", "most"),
    "oldest": ("oldest", "first", "earliest"),
}


def lone_superlatives(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the superlatives of a sentence that is borne out, where no passage near it has them."""
    texts = [f"{side.passage.context}\n{side.passage.text}" for side in sides]
    for found in _superlative().finditer(claim):
        if not any(_bears_out(found.group().lower(), text) for text in texts):
            message = f"no source found says “{found.group()}” of this"
            yield Hit("unsupported-superlative", *found.span(), message, passage=sides[0].passage if sides else None)


def _bears_out(word: str, text: str) -> bool:
    low = text.lower()
    return any(alike in low for alike in _ALIKE.get(word, (word,)))


@cache
def _superlative() -> re.Pattern[str]:
    """Return the pattern of the superlatives that a source must have."""
    return re.compile(
        r"\b(?:record(?!\s+(?:shop|label|store|company|player))(?=\s+[a-z£$€\d])|largest|biggest|highest|lowest"
        r"|tallest|longest|oldest|youngest|fastest|worst|best(?!\s+known|\s+man)|deadliest|busiest|richest|poorest"
        r"|smallest|greatest|heaviest|hottest|coldest|wettest|driest)\b|(?<=\bmost\s)(?:expensive|costly|deadly)\b"
        r"|(?<=the\s)first(?=\s+(?:ever|time|woman|man|female|black|person|country|city|company|team)\b)",
        re.IGNORECASE,
    )
