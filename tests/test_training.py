"""What training is made from: pairs that are cut, changed and turned, and the numbers that calibrate a model."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck import contrasts, training
from factcheck.claim_pairs import read_claim_pairs
from factcheck.contrasts import NOT_ENOUGH, REFUTES, SUPPORTS, Pair, make_contrasts, make_neighbours, title_of
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.model import calibrated, parse, shipped_model, with_prior

CLAIM = "Ines Marlow opened the harbour in Tarn with 240 French guests."
EVIDENCE = (
    "Ines Marlow has opened the harbour in Tarn with 240 French guests, and a band played all evening. "
    "The mayor thanked her for the speech."
)
PAIR = Pair(CLAIM, EVIDENCE, SUPPORTS, "Ines Marlow")


def made(name: str, pair: Pair, seed: int = 0) -> Pair | None:
    """Return what one of the makers makes of a pair."""
    laid = lay_side_by_side(pair.claim, pair.evidence, None, None, pair.context)
    result: Pair | None = getattr(contrasts, name)(pair, laid, random.Random(seed))
    return result


@pytest.mark.parametrize(
    ("name", "label", "changed"),
    [
        ("_without_key_phrase", NOT_ENOUGH, "evidence"),
        ("_without_figure", NOT_ENOUGH, "evidence"),
        ("_without_sentence", NOT_ENOUGH, "evidence"),
        ("_without_idle_phrase", SUPPORTS, "evidence"),
        ("_other_figure", REFUTES, "claim"),
        ("_other_kind", REFUTES, "claim"),
    ],
)
def test_what_a_maker_makes(name: str, label: str, changed: str) -> None:
    found = [pair for seed in range(8) if (pair := made(name, PAIR, seed)) is not None]
    assert found
    for pair in found:
        assert pair.label == label
        assert (pair.claim != CLAIM) is (changed == "claim")
        assert (pair.evidence != EVIDENCE) is (changed == "evidence")
        assert len(pair.evidence) >= 25 and "  " not in pair.evidence and " ," not in pair.evidence


def test_what_is_cut_out_is_what_said_it() -> None:
    assert any("240" not in pair.evidence for seed in range(8) if (pair := made("_without_figure", PAIR, seed)))
    cut = made("_without_sentence", PAIR)
    assert cut is not None and cut.evidence == "The mayor thanked her for the speech."


def test_a_figure_or_a_name_is_changed_to_another() -> None:
    figures = {pair.claim for seed in range(20) if (pair := made("_other_figure", PAIR, seed))}
    assert len(figures) > 2 and not any("240 French" in claim for claim in figures)
    kinds = {pair.claim for seed in range(8) if (pair := made("_other_kind", PAIR, seed))}
    assert kinds and not any("French" in claim for claim in kinds)


@pytest.mark.parametrize(
    ("claim", "negated"),
    [
        ("The bridge was closed.", ("The bridge was not closed.", "The bridge was never closed.")),
        ("The bridge was not closed.", ()),
        ("The bridge closed.", ()),
    ],
)
def test_a_claim_is_negated_once(claim: str, negated: tuple[str, ...]) -> None:
    results = {pair.claim for seed in range(8) if (pair := made("_negated", Pair(claim, EVIDENCE, SUPPORTS), seed))}
    assert results == set(negated)


def test_evidence_of_one_sentence_is_negated() -> None:
    pair = Pair("The bridge was closed by the council.", "The bridge was closed by the council in May.", SUPPORTS)
    turned = made("_evidence_negated", pair)
    assert turned is not None and turned.label == REFUTES
    assert turned.evidence == "The bridge was not closed by the council in May."
    assert made("_evidence_negated", PAIR) is None, "two sentences: nobody knows which one says it"


def test_refuting_evidence_loses_the_word_that_refutes() -> None:
    pair = Pair(
        "The ship sailed to Oslo in May.", "The ship sailed to Lisbon in May, its owner said on Friday.", REFUTES
    )
    cut = made("_without_substitute", pair)
    assert cut is not None and cut.label == NOT_ENOUGH and "Lisbon" not in cut.evidence


def test_little_is_not_cut_further() -> None:
    assert made("_without_figure", Pair("It has 24 rooms.", "It has 24 rooms.", SUPPORTS)) is None


def test_contrasts_are_the_same_on_every_run_and_grouped() -> None:
    pairs = [PAIR, Pair("The ship sailed to Oslo.", "The ship sailed to Lisbon in May with 30 men.", REFUTES)]
    first = list(make_contrasts(pairs, 7))
    assert first == list(make_contrasts(pairs, 7))
    assert first and {pair.group for pair in first} <= {pair.claim for pair in pairs}
    assert all(pair.origin.startswith("made:") for pair in first)
    assert list(make_contrasts([Pair(CLAIM, EVIDENCE, NOT_ENOUGH)], 7)) == []


def test_neighbours_are_about_the_same_and_say_something_else() -> None:
    others = [
        Pair(f"Ships of {year} carried coal.", f"In {year} ships left the harbour in Tarn laden with {what}.", SUPPORTS)
        for year, what in enumerate(("coal", "salt", "tin", "wool", "slate", "grain"), 1990)
    ]
    found = list(make_neighbours([PAIR, *others]))
    assert found
    assert {pair.label for pair in found} == {NOT_ENOUGH}
    assert not [pair for pair in found if pair.claim == CLAIM and pair.evidence in EVIDENCE]


@pytest.mark.parametrize(("claim", "title"), [(CLAIM, "Ines Marlow"), ("it rained", "")])
def test_the_title_of_a_claim_is_its_first_name(claim: str, title: str) -> None:
    assert title_of(claim) == title


def test_pairs_of_claims_with_known_answers(tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text(
        "Published: 3 March 2025\n\nThe harbour in Tarn cost £4 million. It has 24 berths.\n\nThe ferry runs daily.\n",
        "utf-8",
    )
    columns = ("id", "set", "claim_date", "claim", "verdict", "why", "evidence")
    rows = [
        ("1", "harbour", "", "The harbour in Tarn cost £4 million.", "supported", "", "cost £4 million"),
        ("2", "harbour", "2025-03-04", "The harbour has 30 berths.", "conflicting", "", "24 berths"),
        ("3", "harbour", "", "The harbour of Tarn was sold.", "unverified", "", ""),
        (
            "4",
            "harbour",
            "",
            "It cost £4 million, and the ferry runs daily.",
            "supported",
            "",
            "cost // daily",
        ),
        ("5", "harbour", "", "The harbour is mixed.", "mixed", "", ""),
    ]
    (tmp_path / "claims.tsv").write_text("\n".join("\t".join(row) for row in (columns, *rows)) + "\n", "utf-8")
    pairs = read_claim_pairs(tmp_path)
    kinds = {(pair.claim[:28], pair.label, pair.origin) for pair in pairs}
    assert ("The harbour in Tarn cost £4 ", SUPPORTS, "own:decides") in kinds
    assert ("The harbour has 30 berths.", REFUTES, "own:decides") in kinds
    assert ("The harbour of Tarn was sold", NOT_ENOUGH, "own:silent") in kinds
    assert {pair.group for pair in pairs} == {"harbour"}
    assert not [pair for pair in pairs if "mixed" in pair.claim or "daily" in pair.claim]


def test_pairs_are_measured_and_kept_in_one_fold() -> None:
    pairs = training.add_made_pairs([Pair("The bridge was closed in May.", "The bridge was closed in May.", SUPPORTS)])
    examples = training.measure_pairs(pairs)
    assert examples[0].stance is Stance.SUPPORTS and Stance.SUPPORTS in examples[0].showable
    assert training.fold_of(CLAIM, 3) == training.fold_of(CLAIM, 3) < 3
    assert set(examples[0].features) == set(examples[-1].features)


def test_labelled_pairs_are_read(tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text(f'{{"claim": "a", "evidence": "b", "label": "{REFUTES}"}}\n', "utf-8")
    assert training.read_pairs(tmp_path, ["some"]) == [Pair("a", "b", REFUTES, "", "some", "a")]


def examples_with(right: list[bool]) -> list[training.Example]:
    said = (Stance.NEUTRAL, Stance.SUPPORTS)
    return [training.Example({}, said[is_right], "g", "o", 1.0, frozenset({Stance.SUPPORTS})) for is_right in right]


def chances_of(scores: list[float]) -> list[dict[Stance, float]]:
    return [
        {Stance.SUPPORTS: score, Stance.CONFLICTS: (1 - score) / 2, Stance.NEUTRAL: (1 - score) / 2} for score in scores
    ]


def test_a_threshold_is_the_lowest_score_that_is_right_often_enough() -> None:
    scores = [0.99 - 0.005 * number for number in range(60)]
    right = [number < 40 for number in range(60)]
    found = training.threshold_for(examples_with(right), chances_of(scores), Stance.SUPPORTS)
    shown = [is_right for score, is_right in zip(scores, right, strict=True) if score >= found]
    assert sum(shown) / len(shown) >= training.PRECISION_SHOWN
    assert found == pytest.approx(scores[43], abs=0.001)
    assert training.threshold_for(examples_with([False] * 60), chances_of(scores), Stance.SUPPORTS) == 0.95


def test_the_temperature_makes_sure_answers_as_sure_as_they_are_right() -> None:
    right = [number % 10 < 7 for number in range(200)]
    sharp = training.best_temperature(examples_with(right), chances_of([0.98] * 200))
    calm = training.best_temperature(examples_with(right), chances_of([0.7] * 200))
    assert sharp > calm
    assert sum(training.cooled(chances_of([0.9])[0], 1.7).values()) == pytest.approx(1)
    assert training.cooled(chances_of([0.9])[0], 2.0)[Stance.SUPPORTS] < 0.9


def test_a_model_is_written_as_it_is_read() -> None:
    assert parse(training.write_model(shipped_model())) == shipped_model()


def _scored(score: float, right: bool) -> tuple[training.Example, dict[Stance, float]]:
    stance = Stance.SUPPORTS if right else Stance.NEUTRAL
    rest = (1 - score) / 2
    chance = {Stance.SUPPORTS: score, Stance.CONFLICTS: rest, Stance.NEUTRAL: rest}
    return training.Example({}, stance, "claim", "set"), chance


def test_scores_are_calibrated_by_how_often_they_are_right() -> None:
    scored = [_scored(0.6 + place / 1000, place % 2 == 0) for place in range(150)]
    scored += [_scored(0.8 + place / 1000, place % 5 != 0) for place in range(150)]
    knots = training.calibration_of([example for example, _ in scored], [chance for _, chance in scored])
    assert all(one < other for one, other in pairwise(knots))
    model = replace(shipped_model(), calibration=knots)
    middles = [
        with_prior(chance, placed=False)[Stance.SUPPORTS] for _, chance in (_scored(0.675, True), _scored(0.875, True))
    ]
    assert [calibrated(score, model) for score in middles] == pytest.approx([0.5, 0.8], abs=0.06)
    rising = [calibrated(step / 100, model) for step in range(101)]
    assert rising == sorted(rising) and rising[0] == 0.0 and rising[-1] == 1.0 == calibrated(1.0 + 1e-12, model)


def test_without_calibration_a_score_stays() -> None:
    assert calibrated(0.67, replace(shipped_model(), calibration=())) == 0.67


def test_a_prior_moves_between_stances_and_keeps_the_sum() -> None:
    even = dict.fromkeys(Stance, 1 / 3)
    alone, placed = with_prior(even, placed=False), with_prior(even, placed=True)
    assert sum(alone.values()) == pytest.approx(1.0) == sum(placed.values())
    assert alone[Stance.NEUTRAL] < 1 / 3 < placed[Stance.NEUTRAL]
