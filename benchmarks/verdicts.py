"""Prints how good the verdicts are on public claim/evidence pairs.

usage: python -m benchmarks.verdicts PAIRS_FOLDER     (needs numpy; about three minutes)

The sets that the weights are trained on are judged by cross-validation: five times a model is trained on the
pairs of four fifths of the claims and judges the rest; FEVER-Symmetric is judged by a model that has seen
neither its pairs nor its claims. All other sets are judged with the weights that ship, which have never seen
them. The figures' rulings are applied as `judge` applies them. Rivals are run where they are installed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck import training
from factcheck.models import Judgement, Stance
from factcheck.stance.decide import weigh
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.model import STANCES, Model, probabilities, shipped_model

FOLDS = 5
OUR_CLAIMS = Path(__file__).parent.parent / "tests" / "data" / "claims"
UNSEEN = ("sufficient_facts_dev", "healthver_dev", "climate_fever_dev", "fm2_dev", "covidfact_dev", "wice_claim_dev")
LABEL_OF = {stance: label for label, stance in training.STANCE_OF_LABEL.items()}
BINS = 10


@dataclass(frozen=True)
class Row:
    """A pair with its true label, whether both sides hold figures, and what was judged."""

    label: str
    figures: bool
    judged: Judgement

    @property
    def said(self) -> str:
        """Return the judged stance as a label of the row's set."""
        said = LABEL_OF[self.judged.stance]
        return "NOT_SUPPORTED" if self.label == "NOT_SUPPORTED" and said != "SUPPORTS" else said


def read_rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the pairs of a set."""
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def judge_rows(rows: Iterable[dict[str, str]], model: Model) -> list[Row]:
    """Return the rows judged with a model."""
    return [_judged(row, model) for row in rows]


def _judged(row: dict[str, str], model: Model) -> Row:
    pair = lay_side_by_side(row["claim"], row["evidence"], None, None, row.get("context", ""))
    features = training.measure(pair)
    judged = weigh(pair, features, probabilities(features, model), model)
    return Row(row["label"], bool(row.get("figures")), judged)


def macro_f1(rows: Sequence[Row]) -> float:
    """Return the mean F1 over the labels that the rows have."""
    return macro_f1_of([(row.label, row.said) for row in rows])


def macro_f1_of(answers: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of answers, given as the true label and the one said, over the true labels."""
    labels = sorted({label for label, _ in answers})
    return sum(_f1(answers, label) for label in labels) / len(labels) if labels else 0.0


def _f1(answers: Sequence[tuple[str, str]], label: str) -> float:
    hits = sum(true == said == label for true, said in answers)
    named = sum((true == label) + (said == label) for true, said in answers)
    return 2 * hits / named if named else 0.0


def shown_precision(rows: Sequence[Row], stance: Stance) -> tuple[float, float]:
    """Return how often a shown stance is right, and the share of its true pairs that are shown as such."""
    label = LABEL_OF[stance]
    shown = [row for row in rows if row.judged.shown and row.judged.stance is stance]
    right = sum(row.label == label for row in shown)
    true = sum(row.label == label for row in rows)
    return right / len(shown) if shown else 0.0, right / true if true else 0.0


def calibration(rows: Sequence[Row]) -> tuple[float, list[tuple[float, float, int]]]:
    """Return the expected calibration error, and for each tenth of the scores the mean score, share right, number."""
    table = []
    error = 0.0
    for number in range(BINS):
        held = [row for row in rows if min(BINS - 1, int(row.judged.score * BINS)) == number]
        if held:
            score = sum(row.judged.score for row in held) / len(held)
            right = sum(row.said == row.label for row in held) / len(held)
            error += abs(score - right) * len(held) / len(rows)
            table.append((score, right, len(held)))
    return error, table


def print_set(name: str, rows: Sequence[Row]) -> None:
    """Print one line on a set."""
    figures = [row for row in rows if row.figures]
    shown = "  ".join(
        f"{stance} {precision:.2f} ({share:.0%} shown)"
        for stance in STANCES[:2]
        for precision, share in [shown_precision(rows, stance)]
    )
    silent = [row for row in rows if row.label == "NOT_ENOUGH_INFO"]
    recall = sum(row.said == row.label for row in silent) / len(silent) if silent else None
    print(
        f"{name:24} {len(rows):5} pairs  macro-F1 {macro_f1(rows):.3f}  with figures {macro_f1(figures):.3f} "
        f"({len(figures)})  shown: {shown}" + (f"  recall of not-enough {recall:.2f}" if recall is not None else ""),
        flush=True,
    )


def cross_validated(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of the training sets, each judged by a model that has seen no pair of its claim."""
    examples = training.examples_of(folder, OUR_CLAIMS)
    rows = {name: read_rows(folder, name) for name in training.TRAINING_SETS}
    judged: dict[str, list[Row]] = {name: [] for name in rows}
    for fold in range(FOLDS):
        model = _calibrated(training.fit_model([e for e in examples if training.fold_of(e.group, FOLDS) != fold]))
        for name in ("fever_dev", "fever_dev_made_nei", "scifact_train"):
            held = [row for row in rows[name] if training.fold_of(row["claim"], FOLDS) == fold]
            judged[name] += judge_rows(held, model)
    claims = {row["claim"] for row in rows["fever_symmetric_dev"]}
    others = [e for e in examples if e.origin != "fever_symmetric_dev" and e.group not in claims]
    judged["fever_symmetric_dev"] = judge_rows(rows["fever_symmetric_dev"], _calibrated(training.fit_model(others)))
    return judged


def _calibrated(model: Model) -> Model:
    """Return a model with the temperature, thresholds and calibration that ship."""
    ships = shipped_model()
    return replace(
        model,
        temperature=ships.temperature,
        thresholds=ships.thresholds,
        calibration=ships.calibration,
        relied=ships.relied,
    )


def rivals() -> dict[str, Callable[[str, str], str]]:
    """Return the offline rivals that are installed, as functions from claim and evidence to a label."""
    known = {"claimproofkit": ("claimproofkit", _claimproofkit), "ancora-rag": ("ancora", _ancora)}
    return {name: verify for name, (module, verify) in known.items() if find_spec(module) is not None}


def _claimproofkit(claim: str, evidence: str) -> str:
    """Return claimproofkit's answer as a label."""
    kit: Any = import_module("claimproofkit")
    verdict = kit.LexicalEntailmentVerifier().verify(
        kit.Claim(id="c", text=claim), [kit.EvidencePassage(id="e", source="e", text=evidence)]
    )
    status = str(getattr(verdict.status, "value", verdict.status))
    if status == "contradicted":
        return "REFUTES"
    return "SUPPORTS" if status in ("directlySupported", "supportedByInference") else "NOT_ENOUGH_INFO"


def _ancora(claim: str, evidence: str) -> str:
    """Return ancora-rag's answer as a label: it tells only whether a claim is grounded, and unsafe figures apart."""
    kit: Any = import_module("ancora")
    chunk = kit.Chunk(id="e", doc_id="e", text=evidence, start=0, end=len(evidence))
    checked = kit.GroundingChecker().check_claim(claim, [chunk])
    if checked.unsupported_numbers:
        return "REFUTES"
    return "SUPPORTS" if checked.supported else "NOT_ENOUGH_INFO"


def main(folder: Path) -> None:
    """Print the whole table."""
    judged = cross_validated(folder)
    fever = [*judged["fever_dev"], *judged["fever_dev_made_nei"]]
    print_set("fever + made not-enough", fever)
    print_set("fever_symmetric", judged["fever_symmetric_dev"])
    print_set("scifact", judged["scifact_train"])
    for name in UNSEEN:
        print_set(name, judge_rows(read_rows(folder, name), shipped_model()))
    error, table = calibration([*fever, *judged["fever_symmetric_dev"], *judged["scifact_train"]])
    print(f"expected calibration error {error:.3f}")
    for score, right, count in table:
        print(f"  score {score:.2f}  right {right:.2f}  of {count}")
    for name, verify in rivals().items():
        for title, sets in (("fever + made not-enough", training.TRAINING_SETS[:2]), ("sufficient_facts", UNSEEN[:1])):
            pairs = [row for each in sets for row in read_rows(folder, each)]
            answers = [(row["label"], verify(row["claim"], row["evidence"])) for row in pairs]
            print(f"{name:24} {title}: macro-F1 {macro_f1_of(answers):.3f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
