"""What the judge says of the passage that a sentence is from, where that is sure enough to alarm.

The judge is asked about claims that stand alone. A sentence of a draft leans on its neighbours ("That will cost £3m"),
so only three of the judge's conflicts are taken over: figures that stand the other way round, the one figure of a
sentence whose words the passage all has with another, and a word that has another in its place where all else agrees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from factcheck.models import MET, Comparison, DecidedBy, Kind, Relation
from factcheck.proofread.beside import ON_TOPIC, Beside

SURE = 0.9
"""From this score on a conflict of words is taken over; of those shown on our drafts none of these was wrong."""
ALL_OF_IT, MOST_OF_IT = 0.9, 0.6
"""The share of a sentence's words that a passage with its context, and by itself, must have to gainsay its figure."""
SUREST = 0.95
"""From this score on a denial is taken over: below it, one in a few was the other half of the same statement."""
LEAST_HERE = 0.5
"""The share of the sentence's words that the passage must have."""


def exchanged_figures(sides: Sequence[Beside]) -> tuple[Beside, Comparison, Comparison] | None:
    """Return two figures of a sentence that the judge finds the other way round in the nearest passage."""
    side = sides[0] if sides else None
    if side is None or not side.conflicts or side.cover < ON_TOPIC:
        return None
    wrong = [c for c in side.evidence.judgement.comparisons if c.relation is Relation.DIFFERENT]
    for one, other in combinations(wrong, 2):
        if one.source_figure is None or other.source_figure is None:
            continue
        crossed = one.source_figure.value == other.claim_figure.value
        if crossed and other.source_figure.value == one.claim_figure.value:
            return side, one, other
    return None


def other_figure(sides: Sequence[Beside]) -> tuple[Beside, Comparison] | None:
    """Return the one figure of a sentence that the judge finds otherwise in the nearest passage, which has its words.

    The passage may have the figure as well, of something else: "limited to 20mph" and "can reach 50mph".
    """
    side = sides[0] if sides else None
    if side is None or not side.conflicts or side.cover < ALL_OF_IT or side.here < MOST_OF_IT:
        return None
    judgement = side.evidence.judgement
    if judgement.decided_by is not DecidedBy.FIGURE or judgement.score < SURE or any(item.supports for item in sides):
        return None
    counts = [figure for figure in side.pair.claim.figures if figure.kind is not Kind.DATE]
    if len(counts) != 1 or not any(map(str.isdigit, counts[0].text)) or _LEANS.match(side.pair.claim.text):
        return None
    for made in judgement.comparisons:
        other = made.source_figure
        if made.claim_figure.start == counts[0].start and made.relation is Relation.DIFFERENT and other is not None:
            alike = (other.kind, other.unit) == (counts[0].kind, counts[0].unit) and not other.implied
            return (side, made) if alike else None
    return None


_POINTS = re.compile(r"\b(?:it|they|them|this|these|those)\b", re.IGNORECASE)
_LEANS = re.compile(r"\W*(?:That|This|These|Those|It|They|Of\s+(?:that|these|those|them))\b", re.IGNORECASE)


def replaced_word(sides: Sequence[Beside]) -> tuple[Beside, int, int] | None:
    """Return the one word of a sentence that has another in its place in the nearest passage, as the judge is sure.

    A figure that is written in digits must stand in both, and all of them must agree.
    """
    side = sides[0] if sides else None
    if side is None or not side.conflicts or side.here < LEAST_HERE:
        return None
    judgement = side.evidence.judgement
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    telling = any(sum(map(str.isdigit, bond.comparison.claim_figure.text)) > 1 for bond in bonds)
    if judgement.decided_by is not DecidedBy.WORDS or judgement.score < SURE or not telling:
        return None
    if not all(bond.relation in MET for bond in bonds):
        return None
    lacking = [link.claim for link in side.pair.alignment.links if not link.covered]
    if len(lacking) != 1:
        return None
    word = side.pair.claim.words[lacking[0]]
    return side, word.start, word.end


def denied(sides: Sequence[Beside]) -> Beside | None:
    """Return the nearest passage where the judge is sure that it denies a sentence all of whose words it has."""
    side = sides[0] if sides else None
    if side is None or not side.conflicts or side.cover < ALL_OF_IT or side.here < MOST_OF_IT:
        return None
    judgement = side.evidence.judgement
    if judgement.decided_by not in (DecidedBy.POLARITY, DecidedBy.ROLE) or judgement.score < SUREST:
        return None
    if any(item.supports for item in sides) or _POINTS.search(side.pair.claim.text):
        return None
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    return side if all(bond.relation in MET for bond in bonds) else None
