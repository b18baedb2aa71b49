"""Fits small trees of conditions by gradient boosting; used for training only, and the only place with numpy."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from factcheck.stance.model import Tree

np: Any = import_module("numpy")  # by name: a training tool, not a dependency whose types mypy could read
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
    row_share: float = 0.5  # of the pairs that each round looks at
    feature_share: float = 0.5  # of the features that each tree may use
    seed: int = 1


def fit(
    rows: _Array, labels: _Array, weights: _Array, names: list[str], settings: Settings
) -> tuple[_Array, list[list[Tree]]]:
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
    trees: list[list[Tree]] = [[] for _ in range(classes)]
    chance = np.random.default_rng(settings.seed)
    for _ in range(settings.rounds):
        chances = np.exp(sums - sums.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        members = np.flatnonzero(chance.random(len(rows)) < settings.row_share)
        for number in range(classes):
            slope = weights * (chances[:, number] - truth[:, number])
            bend = weights * np.maximum(chances[:, number] * (1 - chances[:, number]), 1e-6)
            usable = np.flatnonzero(chance.random(len(names)) < settings.feature_share)
            tree = _grow(bins, limits, names, slope, bend, members, usable, settings, settings.depth)
            trees[number].append(tree)
            sums[:, number] += _values(tree, rows, names)
    return start, trees


def _limits(column: _Array) -> _Array:
    """Return the limits that part a feature's values into at most BINS bins."""
    values = np.unique(column)
    if len(values) <= BINS:
        return np.round((values[1:] + values[:-1]) / 2, 4)
    return np.unique(np.round(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]), 4))


def _values(tree: Tree, rows: _Array, names: list[str]) -> _Array:
    """Return what a tree adds to each row."""
    if not isinstance(tree, list):
        return np.full(len(rows), tree)
    feature, limit, yes, no = tree
    below = rows[:, names.index(feature)] < limit
    added = np.empty(len(rows))
    added[below] = _values(yes, rows[below], names)
    added[~below] = _values(no, rows[~below], names)
    return added


def _grow(
    bins: _Array, limits: list[_Array], names: list[str], slope: _Array, bend: _Array, members: _Array,
    usable: _Array, settings: Settings, depth: int,
) -> Tree:  # fmt: skip
    """Return a tree fitted to these members by the usable features."""
    best = _best_split(bins, limits, slope, bend, members, usable, settings) if depth else None
    if best is None:
        return round(float(-settings.rate * slope[members].sum() / (bend[members].sum() + settings.ridge)), 4)
    feature, cut = best
    below = bins[members, feature] <= cut
    yes, no = (
        _grow(bins, limits, names, slope, bend, chosen, usable, settings, depth - 1)
        for chosen in (members[below], members[~below])
    )
    return [names[feature], float(limits[feature][cut]), yes, no]


def _best_split(
    bins: _Array, limits: list[_Array], slope: _Array, bend: _Array, members: _Array, usable: _Array,
    settings: Settings,
) -> tuple[int, int] | None:  # fmt: skip
    """Return the feature and bin behind which to part the members, None where nothing is gained."""
    slopes, bends = slope[members], bend[members]
    whole_slope, whole_bend = slopes.sum(), bends.sum()
    least = whole_slope**2 / (whole_bend + settings.ridge) + 1e-3
    best = None
    for feature in usable:
        limit = limits[feature]
        if not len(limit):
            continue
        column = bins[members, feature]
        left_slope = np.cumsum(np.bincount(column, slopes, len(limit) + 1))[:-1]
        left_bend = np.cumsum(np.bincount(column, bends, len(limit) + 1))[:-1]
        right_slope, right_bend = whole_slope - left_slope, whole_bend - left_bend
        gain = left_slope**2 / (left_bend + settings.ridge) + right_slope**2 / (right_bend + settings.ridge)
        gain[(left_bend < settings.least_weight) | (right_bend < settings.least_weight)] = -1.0
        place = int(gain.argmax())
        if gain[place] > least:
            least, best = gain[place], (int(feature), place)
    return best
