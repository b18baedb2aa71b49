"""What the judge says of the passage that a sentence is from, where that is sure enough to alarm.

The judge is asked about claims that stand alone. A sentence of a draft leans on its neighbours ("That will cost £3m"),
so only two of the judge's conflicts are taken over: figures that stand the other way round, and a word that has another
in its place where all else agrees.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.models import Comparison, DecidedBy, Relation
from factcheck.proofread.beside import ON_TOPIC, Beside
from factcheck.proofread.bonds import MET

SURE = 0.9
"""From this score on a conflict of words is taken over; of those shown on our drafts none of these was wrong."""
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
