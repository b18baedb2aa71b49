"""How far a stance that a passage of a document takes can be relied on: what keeps a shown one from misleading.

A passage that is handed over alone was chosen for its claim; one that stands in a document was found by its words,
and a news report says much about one matter in like words. For those the share of like stances that are right is
estimated by logistic regression over a few features, fitted by `factcheck.reliance_training` on passages that
retrieval finds for claims about news reports. On 460 claims that nobody had read while the program was made, asking
for `LEAST_RELIED` took away 13 of 53 wrong verdicts, 6 of the 27 gravest among them, and 3 of 185 right ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from factcheck.models import Stance
from factcheck.stance.features import SideBySide
from factcheck.stance.gate import is_said_in_full
from factcheck.stance.rulings import Ruling

LEAST_RELIED = 0.45
"""From this reliance on a stance is shown."""

_MEASURED = (
    "order_near", "order_kept", "passage_share", "cover_plain", "cover_here", "gap_count", "name_free", "figure_met",
)  # fmt: skip
_LEAST_ODDS = 0.001  # keeps the logarithm of odds finite


def reliance(
    pair: SideBySide,
    features: Mapping[str, float],
    by_words: Mapping[Stance, float],
    stance: Stance,
    ruling: Ruling,
    weights: Mapping[str, float],
) -> float:
    """Return how often a stance like this one is right, from 0 to 1."""
    found = reliance_features(pair, features, by_words, stance, ruling)
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-total))


def reliance_features(
    pair: SideBySide, features: Mapping[str, float], by_words: Mapping[Stance, float], stance: Stance, ruling: Ruling
) -> dict[str, float]:
    """Return what the reliance on a stance is estimated from, by name."""
    return {
        f"kind:{_kind(features, stance, ruling)}": 1.0,
        f"odds:{stance}": _odds(by_words[stance]),
        "odds:neutral": _odds(by_words[Stance.NEUTRAL]),
        "in_full": float(stance is Stance.SUPPORTS and is_said_in_full(pair)),
        "sure": float(stance is Stance.CONFLICTS and (ruling.is_sure or ruling.alike)),
        **{name: features[name] for name in _MEASURED},
    }


def _kind(features: Mapping[str, float], stance: Stance, ruling: Ruling) -> str:
    """Return what a stance rests on."""
    if stance is Stance.SUPPORTS:
        return "figures" if features["figures"] else "words"
    if ruling.conflict is not None:
        return "other_figure"
    return "turned" if ruling.turned else "other_words"


def _odds(chance: float) -> float:
    """Return the logarithm of the odds."""
    return math.log(max(chance, _LEAST_ODDS) / max(1.0 - chance, _LEAST_ODDS))
