"""The model's file and what is read off it: sums of trees, priors, and how often a score is right."""

from __future__ import annotations

import pytest

from factcheck.models import Stance
from factcheck.stance.model import Model, calibrated, parse, probabilities, with_prior

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
TEXT = """
# a comment

temperature 2.0
start supports 0.5
start conflicts -0.5
start neutral 0
threshold supports 0.6
threshold conflicts 0.7
calibrated 0.4 0.5
calibrated 0.8 0.9
supports ["cover",0.5,-1.5,["gap",2,1.5,0.5]]
supports 0.25
conflicts ["cover",0.5,0.5,0]
"""


def test_a_file_is_read_line_by_line() -> None:
    model = parse(TEXT)
    assert model.start == {SUPPORTS: 0.5, CONFLICTS: -0.5, NEUTRAL: 0.0}
    assert model.thresholds == {SUPPORTS: 0.6, CONFLICTS: 0.7}
    assert model.temperature == 2.0
    assert model.calibration == ((0.4, 0.5), (0.8, 0.9))
    assert [len(model.trees[stance]) for stance in (SUPPORTS, CONFLICTS, NEUTRAL)] == [2, 1, 0]
    assert parse("").temperature == 1.0


# What is measured, and the sums that the trees give supports, conflicts and neutral.
SUMS = {
    "below": ({"cover": 0.4, "gap": 1.0}, (-0.75, 0.0, 0.0)),
    "at-the-limit": ({"cover": 0.5, "gap": 1.0}, (2.25, -0.5, 0.0)),
    "second-limit": ({"cover": 0.6, "gap": 2.0}, (1.25, -0.5, 0.0)),
}


@pytest.mark.parametrize(("features", "sums"), SUMS.values(), ids=SUMS)
def test_conditions_are_followed_to_a_weight(features: dict[str, float], sums: tuple[float, float, float]) -> None:
    chances = probabilities(features, parse(TEXT))
    assert sum(chances.values()) == pytest.approx(1.0)
    powers = [2.718281828459045 ** (total / 2.0) for total in sums]  # by the temperature
    assert list(chances.values()) == pytest.approx([power / sum(powers) for power in powers])


def test_a_passage_found_in_a_document_says_less_often_something() -> None:
    chances = {SUPPORTS: 0.4, CONFLICTS: 0.3, NEUTRAL: 0.3}
    alone, placed = with_prior(chances, placed=False), with_prior(chances, placed=True)
    assert sum(alone.values()) == pytest.approx(1.0)
    assert alone[NEUTRAL] < chances[NEUTRAL] < placed[NEUTRAL]
    assert alone[CONFLICTS] / alone[SUPPORTS] > 0.75 < placed[CONFLICTS] / placed[SUPPORTS]


CALIBRATED = [(0.0, 0.0), (0.2, 0.25), (0.4, 0.5), (0.5, 0.6), (0.8, 0.9), (0.9, 0.95), (1.0, 1.0), (1.0001, 1.0)]


@pytest.mark.parametrize(("score", "right"), CALIBRATED)
def test_a_score_is_right_so_often(score: float, right: float) -> None:
    assert calibrated(score, parse(TEXT)) == pytest.approx(right)


def test_a_score_without_a_list_is_as_it_is() -> None:
    assert calibrated(0.37, parse("")) == 0.37


def test_a_list_may_begin_at_nought() -> None:
    model = Model({}, {}, 1.0, {}, ((0.0, 0.3), (0.5, 0.5)))
    assert calibrated(0.0, model) == 0.3
    assert calibrated(0.25, model) == pytest.approx(0.4)
