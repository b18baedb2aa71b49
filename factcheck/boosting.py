"""Fits small trees of conditions by gradient boosting; used for training only, and the only place with numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from factcheck.stance.model import Split

_Array = Any  # numpy arrays; the package does not depend on numpy, so its types are not named here
BINS = 32


@dataclass(frozen=True)
class Settings:
    """How the trees are grown; chosen by cross-validation on the pairs named in `training`."""

    rounds: int = 150
    depth: int = 4
    rate: float = 0.08
    least_weight: float = 12.0  # second derivatives that a leaf must hold, about 30 pairs
    ridge: float = 2.0


def fit(
    rows: _Array, labels: _Array, weights: _Array, names: list[str], settings: Settings
) -> tuple[_Array, list[list[Split | float]]]:
    """Return the starting sums and, for each class, its trees.

    `rows` holds a pair's features in the order of `names`, `labels` class numbers from 0, `weights` what each
    pair counts.
    """
    limits = [_limits(rows[:, place]) for place in range(rows.shape[1])]
    bins = np.stack(
        [np.searchsorted(limit, rows[:, place], side="right") for place, limit in enumerate(limits)], axis=1
    )
    classes = int(labels.max()) + 1
    truth = np.eye(classes)[labels]
    start = np.log(np.average(truth, axis=0, weights=weights))
    sums = np.tile(start, (len(rows), 1))
    trees: list[list[Split | float]] = [[] for _ in range(classes)]
    for _ in range(settings.rounds):
        chances = np.exp(sums - sums.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        for number in range(classes):
            slope = weights * (chances[:, number] - truth[:, number])
            bend = weights * np.maximum(chances[:, number] * (1 - chances[:, number]), 1e-6)
            tree, added = _grow(bins, limits, names, slope, bend, np.arange(len(rows)), settings, settings.depth)
            trees[number].append(tree)
            sums[:, number] += added
    return start, trees


def _limits(column: _Array) -> _Array:
    """Return the limits that part a feature's values into at most BINS bins."""
    values = np.unique(column)
    if len(values) <= BINS:
        return np.round((values[1:] + values[:-1]) / 2, 4)
    return np.unique(np.round(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]), 4))


def _grow(
    bins: _Array, limits: list[_Array], names: list[str], slope: _Array, bend: _Array, members: _Array,
    settings: Settings, depth: int,
) -> tuple[Split | float, _Array]:  # fmt: skip
    """Return a tree over these members, and what it adds to every row (0 for rows that are no members)."""
    added = np.zeros(len(bins))
    best = _best_split(bins[members], limits, slope[members], bend[members], settings) if depth else None
    if best is None:
        value = round(float(-settings.rate * slope[members].sum() / (bend[members].sum() + settings.ridge)), 4)
        added[members] = value
        return value, added
    feature, cut = best
    below = bins[members, feature] <= cut
    yes, added_yes = _grow(bins, limits, names, slope, bend, members[below], settings, depth - 1)
    no, added_no = _grow(bins, limits, names, slope, bend, members[~below], settings, depth - 1)
    return Split(names[feature], float(limits[feature][cut]), yes, no), added_yes + added_no


def _best_split(
    bins: _Array, limits: list[_Array], slope: _Array, bend: _Array, settings: Settings
) -> tuple[int, int] | None:
    """Return the feature and bin behind which to part the members, None where nothing is gained."""
    whole_slope, whole_bend = slope.sum(), bend.sum()
    least = whole_slope**2 / (whole_bend + settings.ridge) + 1e-3
    best = None
    for feature, limit in enumerate(limits):
        if not len(limit):
            continue
        left_slope = np.cumsum(np.bincount(bins[:, feature], slope, len(limit) + 1))[:-1]
        left_bend = np.cumsum(np.bincount(bins[:, feature], bend, len(limit) + 1))[:-1]
        right_slope, right_bend = whole_slope - left_slope, whole_bend - left_bend
        gain = left_slope**2 / (left_bend + settings.ridge) + right_slope**2 / (right_bend + settings.ridge)
        gain[(left_bend < settings.least_weight) | (right_bend < settings.least_weight)] = -1.0
        place = int(gain.argmax())
        if gain[place] > least:
            least, best = gain[place], (feature, place)
    return best
