"""What the figures rule, whatever the words say: no support where a figure differs, is missing or unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.models import Kind, Relation, Stance
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide

_LEAST_FRAME = 0.35  # of the claim's words around a figure that must stand around the passage's to contradict it
_CONFLICT_SCORE = 0.9
_MISSING_SHARE = 0.9  # of the support that a missing figure takes away


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the figures say: the bond that conflicts, or one that keeps the passage from supporting the claim."""

    conflict: Bond | None = None
    obstacle: Bond | None = None

    def applied(self, by_words: Mapping[Stance, float]) -> dict[Stance, float]:
        """Return the probabilities with what the figures do not allow taken away."""
        chances = dict(by_words)
        if self.conflict is not None:
            _move(chances, Stance.SUPPORTS, Stance.CONFLICTS, 1.0)
            short = _CONFLICT_SCORE - chances[Stance.CONFLICTS]
            if short > 0:
                _move(chances, Stance.NEUTRAL, Stance.CONFLICTS, short / max(1e-9, chances[Stance.NEUTRAL]))
        elif self.obstacle is not None:
            _move(chances, Stance.SUPPORTS, Stance.NEUTRAL, 1.0)
        return chances

    def decides(self, stance: Stance, by_words: Mapping[Stance, float]) -> bool:
        """Do the figures, not the words, give this stance?"""
        if self.conflict is not None:
            return stance is Stance.CONFLICTS
        likeliest = max(by_words, key=lambda s: by_words[s])
        return self.obstacle is not None and likeliest is not stance


def _move(chances: dict[Stance, float], source: Stance, target: Stance, share: float) -> None:
    """Move a share of one probability to another."""
    moved = chances[source] * min(1.0, share)
    chances[source] -= moved
    chances[target] += moved


def rule(pair: SideBySide) -> Ruling:
    """Return what the figures of a pair rule."""
    different = [bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT]
    conflict = next((bond for bond in different if _measures_the_same(bond)), None)
    obstacle = next((bond for bond in pair.bonds if _keeps_from_support(bond)), None)
    return Ruling(conflict, obstacle)


def _measures_the_same(bond: Bond) -> bool:
    """Do the two figures of a bond surely measure the same thing?"""
    if bond.comparison.claim_figure.kind is Kind.NUMBER and bond.noun <= 0:
        return False
    return bond.noun >= 0 and bond.frame >= _LEAST_FRAME


def _keeps_from_support(bond: Bond) -> bool:
    """Is the claim's figure one that the passage does not bear out?"""
    return bond.relation not in (Relation.EQUAL, Relation.WITHIN)
