"""How far a stance of a passage in a document can be relied on, and how that is fitted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import reliance_training
from factcheck.contrasts import REFUTES, SUPPORTS, Pair
from factcheck.models import Judgement, Stance
from factcheck.reliance_training import Stand, fit_reliance, stands_of, with_reliance
from factcheck.stance.decide import weigh
from factcheck.stance.features import lay_side_by_side, measure
from factcheck.stance.model import Model, parse, probabilities, shipped_model
from factcheck.stance.reliance import LEAST_RELIED, reliance, reliance_features
from factcheck.stance.rulings import rule
from factcheck.training import WEIGHTS_FILE

CLAIM = "The Tarn plant made 4,200 boats in 2021."
SAME = "The Tarn plant made 4,200 boats in 2021."
OTHER = "The Tarn plant made 3,100 boats in 2021."
NEVER, ALWAYS = {"kind:figures": -9.0, "kind:other_figure": -9.0, "kind:turned": -9.0}, {"kind:figures": 9.0}


def judged(claim: str, passage: str, context: str, weights: dict[str, float] | None) -> Judgement:
    pair = lay_side_by_side(claim, passage, None, None, context)
    features = measure(pair)
    model = replace(shipped_model(), relied=weights)
    return weigh(pair, features, probabilities(features, model), model)


@pytest.mark.parametrize(
    ("context", "weights", "shown"),
    [
        pytest.param("Boats of Tarn", None, True, id="no-weights"),
        pytest.param("Boats of Tarn", ALWAYS, True, id="relied-on"),
        pytest.param("Boats of Tarn", NEVER, False, id="not-relied-on"),
        pytest.param("", NEVER, True, id="handed-over-alone"),
    ],
)
def test_only_a_passage_in_a_document_must_be_relied_on(
    context: str, weights: dict[str, float] | None, shown: bool
) -> None:
    found = judged(CLAIM, SAME, context, weights)
    assert found.stance is Stance.SUPPORTS
    assert found.shown is shown


def test_a_conflict_too_must_be_relied_on() -> None:
    assert judged(CLAIM, OTHER, "Boats of Tarn", {}).shown is True  # 0.5, above the least
    assert judged(CLAIM, OTHER, "Boats of Tarn", NEVER).shown is False
    assert judged(CLAIM, OTHER, "Boats of Tarn", NEVER).stance is Stance.CONFLICTS


def test_a_sum_that_comes_out_is_relied_on_whatever_the_weights() -> None:
    never = {"kind:figures": -9.0, "kind:words": -9.0}
    claim, passage = "Nineteen of the city's pools will remain open.", "Dornach voted to shut seven of its 26 pools."
    assert judged(claim, passage, "The city's pools", never).shown
    assert judged(claim, passage, "The city's pools", never).stance is Stance.SUPPORTS
    other = "Twenty of the city's pools will remain open."
    assert judged(other, passage, "The city's pools", never).stance is not Stance.SUPPORTS


def test_what_is_surely_of_the_same_thing_is_relied_on_whatever_the_weights() -> None:
    claim, passage = "The yard will open 40 shops next year.", "It has no plans to open shops."
    found = judged(claim, passage, "Hallam's yard at Tarn", NEVER)
    assert found.stance is Stance.CONFLICTS and found.shown


def test_the_weights_that_ship_rely_more_on_what_is_said_in_one_place() -> None:
    weights = shipped_model().relied
    assert weights is not None
    scattered = (
        "The plant, which the mayor of Tarn had visited with guests of three towns in the summer, made toys, and of "
        "all the yards of the coast it was the last one, the union said in 2021, that had orders left for 4,200 boats."
    )
    chances = []
    for passage in (SAME, scattered):
        pair = lay_side_by_side(CLAIM, passage, None, None, "Boats of Tarn")
        features = measure(pair)
        by_words = {Stance.SUPPORTS: 0.7, Stance.CONFLICTS: 0.1, Stance.NEUTRAL: 0.2}
        chances.append(reliance(pair, features, by_words, Stance.SUPPORTS, rule(pair), weights))
    assert chances[0] > LEAST_RELIED > chances[1]


@pytest.mark.parametrize(
    ("passage", "stance", "kind"),
    [
        (SAME, Stance.SUPPORTS, "kind:figures"),
        (OTHER, Stance.CONFLICTS, "kind:other_figure"),
        (SAME, Stance.CONFLICTS, "kind:other_words"),
    ],
)
def test_a_stance_is_told_by_what_it_rests_on(passage: str, stance: Stance, kind: str) -> None:
    pair = lay_side_by_side(CLAIM, passage, None, None, "Boats of Tarn")
    by_words = {Stance.SUPPORTS: 0.5, Stance.CONFLICTS: 0.25, Stance.NEUTRAL: 0.25}
    found = reliance_features(pair, measure(pair), by_words, stance, rule(pair))
    assert [name for name in found if name.startswith("kind:")] == [kind]
    assert found[f"odds:{stance}"] == pytest.approx(0.0 if stance is Stance.SUPPORTS else -1.0986, abs=1e-4)
    assert found["odds:neutral"] == pytest.approx(-1.0986, abs=1e-4)


def _stand(place: float, right: bool, kind: str = "kind:figures", weight: float = 1.0) -> Stand:
    return Stand({kind: 1.0, "place": place}, right, weight)


def test_a_fit_finds_what_tells_right_from_wrong() -> None:
    pytest.importorskip("numpy")
    stands = [_stand(place / 40, place % 40 > 20) for place in range(40)] * 3
    weights = fit_reliance(stands)
    assert weights["place"] > 0

    def chance(place: float) -> float:
        return sum(weights[name] * value for name, value in {"kind:figures": 1.0, "place": place}.items())

    assert chance(0.1) < 0 < chance(0.9)


def test_what_counts_less_moves_the_fit_less() -> None:
    pytest.importorskip("numpy")
    right, wrong = [_stand(0.5, True)] * 50, [_stand(0.5, False)] * 50
    light = [replace(stand, weight=0.1) for stand in wrong]
    even, tilted = fit_reliance([*right, *wrong]), fit_reliance([*right, *light])
    assert abs(even["kind:figures"] + 0.5 * even["place"]) < 0.01
    assert tilted["kind:figures"] + 0.5 * tilted["place"] > 1.5


def test_pairs_give_the_stances_that_could_be_shown() -> None:
    pairs = [
        Pair(CLAIM, SAME, SUPPORTS, "Boats of Tarn", "own:decides", "g"),
        Pair(CLAIM, OTHER, REFUTES, "Boats of Tarn", "own:decides", "g"),
        Pair(CLAIM, "The mayor of Varmo likes cheese.", SUPPORTS, "Cheese", "own:decides", "g"),
    ]
    stands = list(stands_of(pairs, shipped_model(), 0.5))
    assert [stand.right for stand in stands] == [True, True]
    assert all(stand.weight == 0.5 for stand in stands)


def test_the_rows_are_written_before_the_trees_in_place_of_the_old_ones() -> None:
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    changed = with_reliance(text, {"kind:words": -1.5, "order_near": 0.25})
    model: Model = parse(changed)
    assert model == replace(shipped_model(), relied={"kind:words": -1.5, "order_near": 0.25})
    assert with_reliance(changed, dict(shipped_model().relied or {})) == text


def test_the_command_changes_only_the_rows_of_reliance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    folder, output = tmp_path / "claims", tmp_path / "weights.txt"
    folder.mkdir()
    (folder / "tarn.md").write_text(f"---\ntitle: Boats of Tarn\n---\n\n{SAME} The mayor was glad of it.\n", "utf-8")
    rows = [
        f"tarn-01\ttarn\t\t{CLAIM}\tsupported\tplain\t{SAME}",
        f"tarn-02\ttarn\t\t{OTHER}\tconflicting\tplain\t{SAME}",
    ]
    (folder / "claims.tsv").write_text(
        "id\tset\tclaim_date\tclaim\tverdict\twhy\tevidence\n" + "\n".join(rows) + "\n", "utf-8"
    )
    output.write_text(WEIGHTS_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["reliance_training", str(folder), "--known", str(folder), "--output", str(output)])
    reliance_training.main()
    made = parse(output.read_text(encoding="utf-8"))
    assert made.trees == shipped_model().trees
    assert made.relied is not None and made.relied != shipped_model().relied
