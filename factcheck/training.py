"""Makes the weights of the stance model from labelled pairs.

usage: python -m factcheck.training PAIRS_FOLDER [--claims FOLDER] [--output FILE]     (needs numpy)

The folder holds files of one JSON object a line with `claim`, `evidence`, `label` (SUPPORTS, REFUTES or
NOT_ENOUGH_INFO) and, where known, `context`; those of TRAINING_SETS are read. Pairs of our own are made from
them (`contrasts`), and from a table of claims with known answers (`claim_pairs`). The same folders give the
same weights, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.contrasts import Pair, make_contrasts, make_neighbours, title_of
from factcheck.models import Stance
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.stance.gate import passes_gate
from factcheck.stance.model import STANCES, Model, Tree, parse, probabilities, shipped_model, with_prior
from factcheck.stance.rulings import Ruling, rule

TRAINING_SETS = ("fever_dev", "fever_dev_made_nei", "fever_symmetric_dev", "scifact_train")
SEED = 1
MADE_WEIGHT = 0.2
MADE_WEIGHTS = {"made:neighbour": 0.12, "made:without_key_phrase": 0.3}
MADE_SHARES = {"made:negated": 0.25, "made:evidence_negated": 0.4, "made:neighbour": 0.5}  # of what can be made
OWN_WEIGHTS = {"own:decides": 2.0, "own:silent": 0.25, "own:beside": 0.1}
WEIGHTS_FILE = Path(__file__).parent / "stance" / "weights.txt"
STANCE_OF_LABEL = {
    "SUPPORTS": Stance.SUPPORTS,
    "REFUTES": Stance.CONFLICTS,
    "NOT_ENOUGH_INFO": Stance.NEUTRAL,
}
BINS = 15
PRECISION_SHOWN = 0.9
# News claims mislead more than the pairs do: below these, one shown support in four was wrong there, and a conflict of
# words alone as often as not.
LEAST_SHOWN = {Stance.SUPPORTS: 0.66, Stance.CONFLICTS: 0.8}


@dataclass(frozen=True)
class Example:
    """A pair measured: its features, its stance, the claim it is grouped by, and what it counts."""

    features: Mapping[str, float]
    stance: Stance
    group: str
    origin: str
    weight: float = 1.0
    showable: frozenset[Stance] = frozenset()  # the stances that rulings and gate would let a verdict rest on
    ruling: Ruling | None = None
    placed: bool = False  # with a context


def read_pairs(folder: Path, sets: Iterable[str]) -> list[Pair]:
    """Return the labelled pairs of the sets."""
    pairs = []
    for name in sets:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            pairs.append(Pair(row["claim"], row["evidence"], row["label"], row.get("context", ""), name, row["claim"]))
    return pairs


def add_made_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, half of them with the title they were written under, and with those made from them."""
    titled = [_with_title(pair) for pair in pairs]
    sure = [pair for pair in titled if pair.label != "NOT_ENOUGH_INFO"]
    made = [*make_contrasts(sure, SEED), *make_neighbours(sure)]
    return [*titled, *(pair for pair in made if _draw(pair) < MADE_SHARES.get(pair.origin, 1.0))]


def _with_title(pair: Pair) -> Pair:
    """Return every other labelled pair with a title as its context, as a passage in a library has."""
    if pair.context or pair.label == "NOT_ENOUGH_INFO" or _draw(pair) < 0.5:
        return pair
    return replace(pair, context=title_of(pair.claim))


def _draw(pair: Pair) -> float:
    """Return a number between 0 and 1 that only depends on the pair."""
    return _hash(pair.claim + pair.evidence) / 2**32


def _hash(text: str) -> int:
    """Return 32 bits of a text, the same on every run."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:4], "big")


def measure_pairs(pairs: Iterable[Pair]) -> list[Example]:
    """Return the pairs with their features."""
    examples = []
    for pair in pairs:
        laid = lay_side_by_side(pair.claim, pair.evidence, pair.published, pair.claim_date, pair.context)
        stance = STANCE_OF_LABEL[pair.label]
        weight, ruling = _weight_of(pair.origin), rule(laid)
        showable = _showable(laid, ruling)
        placed = bool(laid.context.words)
        examples.append(Example(measure(laid), stance, pair.group, pair.origin, weight, showable, ruling, placed))
    return examples


def _showable(laid: SideBySide, ruling: Ruling) -> frozenset[Stance]:
    """Return the stances that a verdict could rest on, whatever the score of the words."""
    blocked = ruling.no_stance or ruling.obstacle or ruling.conflict or ruling.turned
    supports = not blocked and passes_gate(laid, Stance.SUPPORTS, ruling)
    conflicts = not ruling.no_stance and passes_gate(laid, Stance.CONFLICTS, ruling)
    stances = ((Stance.SUPPORTS, supports), (Stance.CONFLICTS, conflicts))
    return frozenset(stance for stance, open_to in stances if open_to)


def _weight_of(origin: str) -> float:
    """Return what a pair of this origin counts."""
    if origin.startswith("made:"):
        return MADE_WEIGHTS.get(origin, MADE_WEIGHT)
    return OWN_WEIGHTS.get(origin, 1.0)


def fold_of(claim: str, folds: int) -> int:
    """Return the fold of a claim and of all pairs made from it."""
    return _hash(claim) % folds


def fit_model(examples: Sequence[Example], settings: Any = None) -> Model:
    """Return a model fitted to the examples, not yet calibrated."""
    from factcheck.boosting import Settings, fit, np

    names = sorted(examples[0].features)
    rows = np.array([[example.features[name] for name in names] for example in examples])
    labels = np.array([STANCES.index(example.stance) for example in examples])
    weights = np.array([example.weight for example in examples])
    start, trees = fit(rows, labels, weights, names, settings or Settings())
    return Model(
        {stance: round(float(start[place]), 4) for place, stance in enumerate(STANCES)},
        {stance: tuple(trees[place]) for place, stance in enumerate(STANCES)},
        1.0,
        dict.fromkeys(STANCES, 0.5),
    )


def cross_validate(examples: Sequence[Example], folds: int = 3) -> list[dict[Stance, float]]:
    """Return for each example the probabilities of a model that has seen no pair of its claim."""
    chances: list[dict[Stance, float]] = [{} for _ in examples]
    for fold in range(folds):
        model = fit_model([example for example in examples if fold_of(example.group, folds) != fold])
        for place, example in enumerate(examples):
            if fold_of(example.group, folds) == fold:
                chances[place] = probabilities(example.features, model)
    return chances


def best_temperature(examples: Sequence[Example], chances: Sequence[Mapping[Stance, float]]) -> float:
    """Return the temperature under which the held-out probabilities are likeliest."""
    steps = [round(0.5 + 0.05 * step, 2) for step in range(41)]
    return min(steps, key=lambda step: _loss(examples, chances, step))


def _loss(examples: Sequence[Example], chances: Sequence[Mapping[Stance, float]], temperature: float) -> float:
    """Return the mean surprise at the true stances under a temperature."""
    loss = 0.0
    for example, chance in zip(examples, chances, strict=True):
        loss -= example.weight * math.log(max(1e-9, cooled(chance, temperature)[example.stance]))
    return loss


def cooled(chance: Mapping[Stance, float], temperature: float) -> dict[Stance, float]:
    """Return probabilities under a temperature: above 1 they move towards each other."""
    powers = {stance: share ** (1 / temperature) for stance, share in chance.items()}
    whole = sum(powers.values())
    return {stance: power / whole for stance, power in powers.items()}


def threshold_for(examples: Sequence[Example], chances: Sequence[Mapping[Stance, float]], stance: Stance) -> float:
    """Return the lowest score from which on the stance, where it may be shown, is right as often as it must be."""
    scored = sorted(
        (
            (chance[stance], example.stance is stance)
            for example, chance in zip(examples, chances, strict=True)
            if stance in example.showable
        ),
        reverse=True,
    )
    best, right = 0.95, 0
    for count, (score, correct) in enumerate(scored, 1):
        right += correct
        if count >= 30 and right / count >= PRECISION_SHOWN:
            best = score
    return round(max(LEAST_SHOWN[stance], best), 3)


def calibration_of(
    examples: Sequence[Example], chances: Sequence[Mapping[Stance, float]]
) -> tuple[tuple[float, float], ...]:
    """Return scores, rising, each with the share of stances about it that are right.

    The scores of the likeliest stances, ruled as `judge` rules, are parted into `BINS` of equal numbers; bins whose
    shares would fall are joined (pool adjacent violators), so that a higher score is never said to be less right.
    """
    scored = []
    for example, chance in zip(examples, chances, strict=True):
        likely = with_prior(chance, placed=example.placed)
        ruled = example.ruling.applied(likely) if example.ruling is not None else likely
        likeliest = max(STANCES, key=lambda stance: ruled[stance])
        scored.append((ruled[likeliest], float(likeliest is example.stance)))
    scored.sort()
    size = max(1, len(scored) // BINS)
    bins = [scored[first : first + size] for first in range(0, len(scored), size)]
    pooled: list[list[tuple[float, float]]] = []
    for each in bins:
        pooled.append(each)
        while len(pooled) > 1 and _mean(pooled[-2], 1) >= _mean(pooled[-1], 1):
            pooled[-2:] = [[*pooled[-2], *pooled[-1]]]
    return tuple((round(_mean(each, 0), 4), round(_mean(each, 1), 4)) for each in pooled)


def _mean(scored: Sequence[tuple[float, float]], part: int) -> float:
    return sum(each[part] for each in scored) / len(scored)


def write_model(model: Model) -> str:
    """Return a model as the text of a weights file."""
    lines = ["# Weights of the stance model, made by factcheck.training. Read factcheck/stance/model.py for the form."]
    lines.append(f"temperature {model.temperature:g}")
    lines += [f"start {stance} {model.start[stance]:g}" for stance in STANCES]
    lines += [f"threshold {stance} {model.thresholds[stance]:g}" for stance in STANCES]
    lines += [f"calibrated {score:g} {share:g}" for score, share in model.calibration]
    lines += relied_rows(model.relied or {})
    lines += [f"{stance} {_write_tree(tree)}" for stance in STANCES for tree in model.trees[stance]]
    return "\n".join(lines) + "\n"


def relied_rows(weights: Mapping[str, float]) -> list[str]:
    """Return the rows of a weights file that hold the weights of the reliance."""
    return [f"relied {name} {weight:g}" for name, weight in weights.items()]


def _write_tree(tree: Tree) -> str:
    """Return a tree in JSON, its numbers to six digits."""
    if isinstance(tree, list):
        feature, limit, yes, no = tree
        return f'["{feature}",{limit:g},{_write_tree(yes)},{_write_tree(no)}]'
    return f"{tree:g}"


def examples_of(folder: Path, claims: Path | None = None) -> list[Example]:
    """Return all examples that the pairs of a folder, and a folder of claims with known answers, give."""
    pairs = add_made_pairs(read_pairs(folder, TRAINING_SETS))
    if claims is not None:
        from factcheck.claim_pairs import read_claim_pairs

        pairs += read_claim_pairs(claims)
    return measure_pairs(pairs)


def train(examples: Sequence[Example]) -> str:
    """Return the text of a weights file fitted to the examples and calibrated by cross-validation."""
    chances = cross_validate(examples)
    public = [place for place, example in enumerate(examples) if ":" not in example.origin]
    temperature = best_temperature([examples[place] for place in public], [chances[place] for place in public])
    given = [place for place, example in enumerate(examples) if not example.origin.startswith("made:")]
    held_out = [examples[place] for place in given]
    calm = [cooled(chances[place], temperature) for place in given]
    thresholds = {stance: threshold_for(held_out, calm, stance) for stance in STANCES if stance != "neutral"}
    thresholds[Stance.NEUTRAL] = 0.5
    calibration = calibration_of(
        [examples[place] for place in public], [cooled(chances[place], temperature) for place in public]
    )
    fitted = fit_model(examples)
    relied = shipped_model().relied  # fitted apart, by `reliance_training`, on what this model then makes of claims
    model = replace(fitted, temperature=temperature, thresholds=thresholds, calibration=calibration, relied=relied)
    text = write_model(model)
    assert parse(text) == model
    return text


def main() -> None:
    """Write the weights file."""
    parser = argparse.ArgumentParser(prog="python -m factcheck.training", description="Makes the stance weights.")
    parser.add_argument("folder", type=Path, help="the folder of the labelled pairs")
    parser.add_argument("--claims", type=Path, default=None, help="a folder of articles with claims.tsv")
    parser.add_argument("--output", type=Path, default=WEIGHTS_FILE)
    arguments = parser.parse_args()
    text = train(examples_of(arguments.folder, arguments.claims))
    arguments.output.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
