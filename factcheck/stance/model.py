"""The score: conditions on named features, joined and weighed, summed for each stance and calibrated.

`weights.txt` is made by `factcheck.training`. A row of it for a stance is a small tree in JSON: a condition such as
`["cover",0.62,yes,no]` holds the row to read where the feature lies below the limit and the row to read where it does
not; a number ends a path and is added to the stance's sum. So the score is a sum of weights of joined conditions.
Its rows `relied` are made by `factcheck.reliance_training`; see `reliance`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.models import Stance
from factcheck.values import dataclass

STANCES = (Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL)
_STANCE_OF = {stance.value: stance for stance in STANCES}

# Logarithms of odds. Alone: on FEVER with constructed not-enough pairs, cross-validated, the lowest one for neutral
# that leaves macro-F1 within 0.002 of its highest; FEVER-Symmetric and SciFact gain all the way down to it. Placed:
# where seven in ten of the not-enough pairs of SufficientFacts' development part are told.
PRIOR_ALONE = {Stance.CONFLICTS: 0.3, Stance.NEUTRAL: -0.7}
PRIOR_PLACED = {Stance.CONFLICTS: 0.2, Stance.NEUTRAL: 0.45}


Tree = list[Any] | float  # Any: a list as JSON has it, of a text, a number and two trees
"""A weight, or a condition: a feature, its limit, what is read where it lies below that, and what where it does not."""


@dataclass(frozen=True, slots=True)
class Model:
    """What `weights.txt` holds: starting sums, trees, the temperature and the thresholds, by stance."""

    start: dict[Stance, float]
    trees: dict[Stance, tuple[Tree, ...]]
    temperature: float
    thresholds: dict[Stance, float]
    calibration: tuple[tuple[float, float], ...] = ()  # scores, rising, each with how often a stance of it is right
    relied: Mapping[str, float] | None = None  # the weights of `reliance`, by feature; without them it is not asked


@cache
def shipped_model() -> Model:
    """Return the model that stands in the package."""
    return parse(Path(__file__).with_name("weights.txt").read_text(encoding="utf-8"))


def parse(text: str) -> Model:
    """Return the model that a text of weights describes."""
    start: dict[Stance, float] = {}
    trees: dict[Stance, list[str]] = {stance: [] for stance in STANCES}
    thresholds: dict[Stance, float] = {}
    calibration: list[tuple[float, float]] = []
    relied: dict[str, float] = {}
    temperature = 1.0
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        key, *fields = line.split(" ")
        if key == "temperature":
            temperature = float(fields[0])
        elif key == "start":
            start[Stance(fields[0])] = float(fields[1])
        elif key == "threshold":
            thresholds[Stance(fields[0])] = float(fields[1])
        elif key == "calibrated":
            calibration.append((float(fields[0]), float(fields[1])))
        elif key == "relied":
            relied[fields[0]] = float(fields[1])
        else:
            trees[_STANCE_OF[key]] += fields
    weighed = {stance: tuple(json.loads(f"[{','.join(rows)}]")) for stance, rows in trees.items()}
    return Model(start, weighed, temperature, thresholds, tuple(calibration), relied or None)


def _read_off(features: Mapping[str, float], model: Model) -> Sequence[float]:
    """Return the sum of each stance's weights, its trees followed from the top."""
    totals = []
    for stance in STANCES:
        total = model.start[stance]
        for tree in model.trees[stance]:
            while type(tree) is list:
                feature, limit, yes, no = tree
                tree = yes if features[feature] < limit else no
            total += tree  # type: ignore[operator]  # the loop above ends at a number
        totals.append(total)
    return totals


WORTH_WRITING = 300
"""Pairs judged in one process from which on the shipped trees are written out as code.

That takes 40 ms once, as long as a few claims, and then a fifth of the time of following them.
"""


class _Shipped:
    """How many pairs the shipped model has judged in this process, and its trees as code once that is worth it."""

    pairs = 0
    written: Callable[[Mapping[str, float]], Sequence[float]] | None = None


def _summed(features: Mapping[str, float], model: Model) -> Sequence[float]:
    if model is not shipped_model():
        return _read_off(features, model)
    if _Shipped.written is None:
        _Shipped.pairs += 1
        if _Shipped.pairs < WORTH_WRITING:
            return _read_off(features, model)
        _Shipped.written = _as_code(model)
    return _Shipped.written(features)


def _as_code(model: Model) -> Callable[[Mapping[str, float]], Sequence[float]]:
    """Return a function that adds the same weights in the same order, each tree one conditional expression."""
    variables: dict[str, str] = {}
    sums = []
    for number, stance in enumerate(STANCES):
        sums.append(f"    t{number} = {model.start[stance]!r}")
        sums += [f"    t{number} += {_expression(tree, variables)}" for tree in model.trees[stance]]
    reads = [f"    {variable} = features[{feature!r}]" for feature, variable in variables.items()]
    results = ", ".join(f"t{number}" for number in range(len(STANCES)))
    made: dict[str, Callable[[Mapping[str, float]], Sequence[float]]] = {}
    exec("\n".join(["def summed(features):", *reads, *sums, f"    return ({results})"]), made)
    return made["summed"]


def _expression(tree: Tree, variables: dict[str, str]) -> str:
    if not isinstance(tree, list):
        return repr(tree)
    feature, limit, yes, no = tree
    variable = variables.setdefault(feature, f"f{len(variables)}")
    return f"({_expression(yes, variables)} if {variable} < {limit!r} else {_expression(no, variables)})"


def probabilities(features: Mapping[str, float], model: Model) -> dict[Stance, float]:
    """Return the calibrated probability of each stance; they add up to 1."""
    totals = _summed(features, model)
    sums = {stance: total / model.temperature for stance, total in zip(STANCES, totals, strict=True)}
    highest = max(sums.values())
    powers = {stance: math.exp(total - highest) for stance, total in sums.items()}
    whole = sum(powers.values())
    return {stance: power / whole for stance, power in powers.items()}


def with_prior(chances: Mapping[Stance, float], *, placed: bool) -> dict[Stance, float]:
    """Return probabilities moved by how often passages of the sort take a stance at all.

    A passage that is handed over alone was chosen for the claim; one that is `placed` in a document, with its title
    or the sentence before it, was found there, and mostly says something else.
    """
    priors = PRIOR_PLACED if placed else PRIOR_ALONE
    shares = {stance: chance * math.exp(priors.get(stance, 0.0)) for stance, chance in chances.items()}
    whole = sum(shares.values())
    return {stance: share / whole for stance, share in shares.items()}


def calibrated(score: float, model: Model) -> float:
    """Return how often a stance with this score is right: between the scores that the model lists, on a line."""
    if not model.calibration:
        return score
    knots = ((0.0, 0.0), *model.calibration, (1.0, 1.0))
    score = min(score, 1.0)  # a sum of shares may end a hair above
    (left, low), (right, high) = next(pair for pair in pairwise(knots) if score <= pair[1][0])
    return low + (high - low) * (score - left) / (right - left) if right > left else high
