"""What a verb is done to, where the passage does it to something else than the claim."""

from __future__ import annotations

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.other_objects import done_to_another

OBJECTS = {
    "name-of-what-is-closed": (
        "The firm will close the Harle mill by 2027.",
        "The firm will close the Orr mill by 2027 and move its looms to Harle.", "the Orr mill",
    ),
    "race-of-another": (
        "Anna Quist won the relay.",
        "The golds came from Jan Holt in the relay and from Anna Quist, 31, who won the marathon.", "the marathon",
    ),
    "behind-another-verb": (
        "The team won the final in 38 seconds.",
        "The team, which had won the heat in 38 seconds, dropped the baton in the final.", "the heat",
    ),
    "of-a-verb-before": (
        "The museum lent the painting to Lund.",
        "The museum, which had cleaned the painting, lent the sculpture to Lund.", "the sculpture",
    ),
    "the-same": ("Anna Quist won the relay.", "Anna Quist won the relay and lost the marathon.", ""),
    "the-same-name": (
        "The firm will close the Orr mill.", "The firm will close the Orr mill and move its looms to Harle.", "",
    ),
    "both-joined": ("The firm will close the Harle mill.", "The firm will close the Orr and Harle mills.", ""),
    "said-where": ("Anna Quist won the relay.", "Anna Quist won gold in the relay.", ""),
    "said-where-before": ("Anna Quist won the relay.", "In the relay Anna Quist won gold.", ""),
    "in-which": ("Anna Quist won the relay.", "Holt ran the relay, in which Anna Quist won the relay gold.", ""),
    "not-named-at-all": ("Anna Quist won the relay.", "Anna Quist won the marathon.", ""),
    "pronoun": ("Senators blocked the bill.", "Orr championed the bill, but senators blocked it.", ""),
    "passive": ("Anna Quist won the relay.", "The relay was won by Anna Quist, who lost the marathon.", ""),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "thing"), OBJECTS.values(), ids=OBJECTS)
def test_a_verb_may_be_done_to_something_else(claim: str, passage: str, thing: str) -> None:
    assert done_to_another(lay_side_by_side(claim, passage, None, None, "")) == thing


def test_what_is_done_to_something_else_bears_nothing_out() -> None:
    passage = "The firm will close the Orr mill by 2027 and move its looms to Harle."
    for claim, shown in (
        ("The firm will close the Harle mill by 2027.", False),
        ("The firm will close the Orr mill by 2027.", True),
    ):
        judgement = judge(claim, passage)
        assert (judgement.stance is Stance.SUPPORTS and judgement.shown) is shown
