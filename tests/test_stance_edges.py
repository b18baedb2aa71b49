"""What a ruling makes of the words' probabilities, each kind with the near one that leaves them as they are."""

from __future__ import annotations

import pytest

from factcheck import compare_figures, extract_figures
from factcheck.models import Stance
from factcheck.stance.binding import Bond
from factcheck.stance.rulings import Ruling

(MINE,), (THEIRS,) = extract_figures("Some 52 boats."), extract_figures("Some 40 boats.")
BOND = Bond(0, 0, compare_figures(MINE, THEIRS))
WORDS = (0.6, 0.1, 0.3)  # supports, conflicts, neutral
UNSURE = (0.4, 0.1, 0.5)
RULINGS = {
    "nothing": (Ruling(), WORDS, WORDS),
    "no-stance": (Ruling(no_stance="an opinion"), WORDS, (0.0, 0.0, 1.0)),
    "conflict-lifted": (Ruling(conflict=BOND), WORDS, (0.0, 0.9, 0.1)),
    "conflict-already-sure": (Ruling(conflict=BOND), (0.95, 0.0, 0.05), (0.0, 0.95, 0.05)),
    "turned-and-alike": (Ruling(turned="up", alike=True), WORDS, (0.0, 0.85, 0.15)),
    "turned-and-sure": (Ruling(turned="up", is_sure=True), WORDS, (0.0, 0.85, 0.15)),
    "turned-only": (Ruling(turned="up"), WORDS, (0.0, 0.7, 0.3)),
    "obstacle": (Ruling(obstacle=BOND), WORDS, (0.0, 0.1, 0.9)),
    "counts-the-rest": (Ruling(counts_the_rest=True), WORDS, (0.7, 0.0, 0.3)),
    "worked-out": (Ruling(worked_out=True), WORDS, (0.7, 0.1, 0.2)),
    "worked-out-of-other-words": (Ruling(worked_out=True), UNSURE, UNSURE),
    "worked-out-against-words": (Ruling(worked_out=True), (0.5, 0.45, 0.05), (0.7, 0.3, 0.0)),
}


@pytest.mark.parametrize(("ruling", "words", "expected"), RULINGS.values(), ids=RULINGS)
def test_what_a_ruling_allows(ruling: Ruling, words: tuple[float, ...], expected: tuple[float, ...]) -> None:
    order = (Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL)
    chances = ruling.applied(dict(zip(order, words, strict=True)))
    assert [chances[stance] for stance in order] == pytest.approx(expected)


@pytest.mark.parametrize(("unmoved", "expected"), [(None, 0.4), (WORDS, 0.7), (UNSURE, 0.4)])
def test_no_prior_hides_what_a_sum_bears_out(unmoved: tuple[float, ...] | None, expected: float) -> None:
    order = (Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL)
    bare = None if unmoved is None else dict(zip(order, unmoved, strict=True))
    chances = Ruling(worked_out=True).applied(dict(zip(order, UNSURE, strict=True)), bare)
    assert chances[Stance.SUPPORTS] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ruling", "stance", "expected"),
    [
        (Ruling(conflict=BOND), Stance.CONFLICTS, True),
        (Ruling(conflict=BOND), Stance.SUPPORTS, False),
        (Ruling(obstacle=BOND), Stance.NEUTRAL, True),
        (Ruling(obstacle=BOND), Stance.SUPPORTS, False),
        (Ruling(), Stance.NEUTRAL, False),
    ],
    ids=["conflict", "support-in-spite", "kept-from-support", "words-and-figures-agree", "words-only"],
)
def test_whether_figures_decide(ruling: Ruling, stance: Stance, expected: bool) -> None:
    words = {Stance.SUPPORTS: 0.6, Stance.CONFLICTS: 0.1, Stance.NEUTRAL: 0.3}
    assert ruling.decides(stance, words) is expected
