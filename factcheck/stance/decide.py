"""Where features, score and threshold meet: the stance of one passage towards a claim.

The order is fixed. The model's score weighs the wording; an adviser on wording, where one is given, may move
that score; then the figures rule, and nothing can overrule them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from factcheck.models import DecidedBy, Judgement, Stance
from factcheck.stance.features import SideBySide, covered_share, lay_side_by_side, measure
from factcheck.stance.gate import is_said_in_full, passes_gate
from factcheck.stance.model import Model, calibrated, probabilities, shipped_model, with_prior
from factcheck.stance.reasons import decided_by, matched_spans, reasons
from factcheck.stance.reliance import LEAST_RELIED, reliance
from factcheck.stance.rulings import rule
from factcheck.stance.second_voices import second_stance
from factcheck.stance.spans import with_both_ends
from factcheck.values import replace

BESIDE_SCORE = 0.6
"""From this score on a passage counts where another source has shown that it is asked of, and takes the other side."""

FULL_SCORE = 0.57
"""From this score on a passage is shown to support a claim that it says in full."""

Adviser = Callable[[str, str, dict[Stance, float]], dict[Stance, float]]
"""Takes claim, passage and the probabilities by wording; returns probabilities. A seam for a second opinion."""


def judge(
    claim: str,
    passage: str,
    *,
    published: date | None = None,
    claim_date: date | None = None,
    context: str = "",
    adviser: Adviser | None = None,
) -> Judgement:
    """Return how a passage bears on a claim.

    `published` and `claim_date` are what "this year" means in the passage and in the claim; `context` is what
    stands around the passage (title, heading, sentence before, one a line), for its names and pronouns.
    """
    pair = lay_side_by_side(claim, passage, published, claim_date, context)
    model = shipped_model()
    features = measure(pair)
    chances = probabilities(features, model)
    if adviser is not None:
        chances = adviser(claim, passage, chances)
    return weigh(pair, features, chances, model)


def weigh(pair: SideBySide, features: Mapping[str, float], by_words: Mapping[Stance, float], model: Model) -> Judgement:
    """Return the judgement that the wording's probabilities and the figures' ruling give together.

    The prior chooses the stance and its score; whether it is shown rests on the probability without it, and of a
    passage that stands in a document also on how far such a stance can be relied on.
    """
    ruling = rule(pair)
    placed = bool(pair.context.words)
    likely = with_prior(by_words, placed=placed)
    chances, bare = ruling.applied(likely, by_words), ruling.applied(by_words)
    stance = max(chances, key=lambda s: (chances[s], s is Stance.NEUTRAL))
    score = round(bare[stance], 4)
    shown = score >= _least_score(pair, stance, model) and passes_gate(pair, stance, ruling, score=score)
    sure = ruling.is_sure or (ruling.worked_out and stance is Stance.SUPPORTS)  # a sum outweighs how it is worded
    if shown and placed and model.relied is not None and stance is not Stance.NEUTRAL and not sure:
        shown = reliance(pair, features, by_words, stance, ruling, model.relied) >= LEAST_RELIED
    decider = DecidedBy.FIGURE if ruling.decides(stance, likely) else decided_by(pair, features, stance)
    told = replace(pair, bonds=with_both_ends(pair.passage, pair.bonds))
    return Judgement(
        stance=stance,
        score=round(calibrated(chances[stance], model), 4),
        shown=shown,
        decided_by=decider,
        comparisons=tuple(bond.comparison for bond in told.bonds),
        reasons=reasons(told, stance, ruling, shown),
        matched=matched_spans(pair),
        coverage=round(covered_share(pair), 4),
        beside=score >= BESIDE_SCORE and passes_gate(pair, stance, ruling, score=score, beside=True),
        second=second_stance(pair, ruling) if pair.bonds or pair.times else None,
        hours=tuple((bond.claim.start, bond.relation) for bond in pair.times if not bond.claim.part),
    )


def _least_score(pair: SideBySide, stance: Stance, model: Model) -> float:
    """Return the score from which on a stance is shown."""
    least = model.thresholds[stance]
    if stance is Stance.SUPPORTS and is_said_in_full(pair):
        return min(least, FULL_SCORE)
    return least
