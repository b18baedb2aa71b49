"""Fits how far the stances of passages in documents can be relied on, on claims with known answers.

usage: python -m factcheck.reliance_training CLAIMS_FOLDER... [--known CLAIMS_FOLDER] [--output FILE]   (needs numpy)

Each folder holds articles with claims in the form of tests/data/claims/README.md. What retrieval finds for a claim
is labelled as `claim_pairs` labels it; each stance that may be shown is one example, right or wrong. `--known` names
the table on which the trees of the model were trained and the rulings made: it looks better than life, so its
examples count `KNOWN_WEIGHT`. The `relied` rows of the weights file are written anew; its other rows stay.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.claim_pairs import read_claim_pairs
from factcheck.contrasts import Pair
from factcheck.models import Stance
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.stance.gate import passes_gate
from factcheck.stance.model import Model, parse, probabilities
from factcheck.stance.reliance import reliance_features
from factcheck.stance.rulings import Ruling, rule
from factcheck.training import STANCE_OF_LABEL, WEIGHTS_FILE, relied_rows

KNOWN_WEIGHT = 0.3
LEAST_CHANCE = 0.35  # of a stance for it to be an example
_INTERCEPT_PENALTY = 0.01
_PENALTY = 1.0  # on the squares of the weights, each feature in units of its standard deviation
_STEPS = 60  # of Newton's method, which is at rest long before
_NO_SCALE = ("kind:",)  # features whose weight is an intercept


@dataclass(frozen=True)
class Stand:
    """A stance that a passage could be shown to take, with what its reliance is estimated from."""

    found: dict[str, float]
    right: bool
    weight: float = 1.0


def stands_of(pairs: Sequence[Pair], model: Model, weight: float = 1.0) -> Iterator[Stand]:
    """Yield the stances that the pairs' passages could be shown to take."""
    for pair in pairs:
        laid = lay_side_by_side(pair.claim, pair.evidence, pair.published, pair.claim_date, pair.context)
        features, ruling = measure(laid), rule(laid)
        by_words = probabilities(features, model)
        for side in _asked_of(laid, ruling, ruling.applied(by_words)):
            found = reliance_features(laid, features, by_words, side, ruling)
            yield Stand(found, STANCE_OF_LABEL[pair.label] is side, weight)


def _asked_of(pair: SideBySide, ruling: Ruling, bare: Mapping[Stance, float]) -> Iterator[Stance]:
    """Yield the sides that the pair may be shown to take, by a little more than are shown; `bare` are ruled chances."""
    likeliest = max(bare, key=lambda stance: bare[stance])
    for side in (Stance.SUPPORTS, Stance.CONFLICTS):
        near = side is likeliest or bare[side] >= LEAST_CHANCE
        if near and not ruling.no_stance and passes_gate(pair, side, ruling):
            yield side


def fit_reliance(stands: Sequence[Stand]) -> dict[str, float]:
    """Return the weights of the features: logistic regression with a penalty on large weights."""
    from factcheck.boosting import np

    names = sorted({name for stand in stands for name in stand.found})
    rows = np.array([[stand.found.get(name, 0.0) for name in names] for stand in stands])
    right = np.array([float(stand.right) for stand in stands])
    counts = np.array([stand.weight for stand in stands])
    plain = np.array([name.startswith(_NO_SCALE) for name in names])
    spread = rows.std(axis=0)
    scale = np.where(plain | (spread == 0.0), 1.0, spread)
    rows = rows / scale
    penalty = np.where(plain, _INTERCEPT_PENALTY, _PENALTY)
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chance - right)) + penalty * weights
        bend = (rows * (counts * chance * (1.0 - chance))[:, None]).T @ rows + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights / scale, strict=True)}


def with_reliance(text: str, weights: dict[str, float]) -> str:
    """Return the text of a weights file with these `relied` rows in place of its own, before its trees."""
    lines = [line for line in text.splitlines() if not line.startswith("relied ")]
    first = next(place for place, line in enumerate(lines) if line.split()[0] in set(Stance))
    return "\n".join([*lines[:first], *relied_rows(weights), *lines[first:]]) + "\n"


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(prog="python -m factcheck.reliance_training", description="Fits the reliance.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of articles with claims.tsv")
    parser.add_argument("--known", type=Path, default=None, help="the folder on which the trees were trained")
    parser.add_argument("--output", type=Path, default=WEIGHTS_FILE, help="the weights file to change")
    given = parser.parse_args()
    text = given.output.read_text(encoding="utf-8")
    model = parse(text)
    stands = [stand for folder in given.folders for stand in stands_of(read_claim_pairs(folder), model)]
    if given.known is not None:
        stands += stands_of(read_claim_pairs(given.known), model, KNOWN_WEIGHT)
    given.output.write_text(with_reliance(text, fit_reliance(stands)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
