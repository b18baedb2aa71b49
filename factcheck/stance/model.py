"""The score: conditions on named features, joined and weighed, summed for each stance and calibrated.

`weights.txt` is made by `factcheck.training`. A row of it is a small tree written in prefix form: a condition
such as `cover<0.62` is followed by the row to read where it holds and the row to read where it does not; a
number ends a path and is added to the stance's sum. So the score is a sum of weights of joined conditions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.models import Stance

STANCES = (Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL)


class Split(NamedTuple):
    """A condition: read `yes` where the feature lies below the limit, `no` where it does not."""

    feature: str
    limit: float
    yes: Split | float
    no: Split | float


class Model(NamedTuple):
    """What `weights.txt` holds: starting sums, trees, the temperature and the thresholds, by stance."""

    start: dict[Stance, float]
    trees: dict[Stance, tuple[Split | float, ...]]
    temperature: float
    thresholds: dict[Stance, float]


@cache
def shipped_model() -> Model:
    """Return the model that stands in the package."""
    return parse(Path(__file__).with_name("weights.txt").read_text(encoding="utf-8"))


def parse(text: str) -> Model:
    """Return the model that a text of weights describes."""
    start: dict[Stance, float] = {}
    trees: dict[Stance, list[Split | float]] = {stance: [] for stance in STANCES}
    thresholds: dict[Stance, float] = {}
    temperature = 1.0
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        key, *fields = line.split()
        if key == "temperature":
            temperature = float(fields[0])
        elif key == "start":
            start[Stance(fields[0])] = float(fields[1])
        elif key == "threshold":
            thresholds[Stance(fields[0])] = float(fields[1])
        else:
            trees[Stance(key)].append(_parse_tree(fields))
    return Model(start, {stance: tuple(rows) for stance, rows in trees.items()}, temperature, thresholds)


def _parse_tree(fields: Sequence[str]) -> Split | float:
    """Return the tree that the fields describe; read from the end, each condition finds its two rows made."""
    made: list[Split | float] = []
    for field in reversed(fields):
        feature, below, limit = field.partition("<")
        made.append(Split(feature, float(limit), made.pop(), made.pop()) if below else float(field))
    (tree,) = made
    return tree


def probabilities(features: Mapping[str, float], model: Model) -> dict[Stance, float]:
    """Return the calibrated probability of each stance; they add up to 1."""
    sums = {}
    for stance in STANCES:
        total = model.start[stance]
        for tree in model.trees[stance]:
            while type(tree) is Split:
                tree = tree.yes if features[tree.feature] < tree.limit else tree.no
            total += tree  # type: ignore[operator]  # the loop above ends at a number
        sums[stance] = total / model.temperature
    highest = max(sums.values())
    powers = {stance: math.exp(total - highest) for stance, total in sums.items()}
    whole = sum(powers.values())
    return {stance: power / whole for stance, power in powers.items()}
