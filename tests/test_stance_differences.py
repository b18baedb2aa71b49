"""Which of two had more: a difference bears out one way only; nothing is said where it is open which is whose."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.differences import differs_the_other_way
from factcheck.stance.features import lay_side_by_side

OTHER_WAY = {
    "owners": ("Orr spent £1.36m less than Lund.", "Orr spent £2.3m and Lund £940,000."),
    "figures-first": ("Adults pay £4 less than children.", "Tickets cost £9 for adults and £5 for children."),
    "told-in-other-order": ("Lund spent £1.36m more than Orr.", "Orr spent £2.3m and Lund £940,000."),
    "longer-claim": (
        "Orr's campaign spent about £1.4m less than Lund's.",
        "Orr's campaign reported spending £2.3m and Lund's £940,000.",
    ),
}
THAT_WAY = {
    "owners": ("Orr spent £1.36m more than Lund.", "Orr spent £2.3m and Lund £940,000."),
    "figures-first": ("Adults pay £4 more than children.", "Tickets cost £9 for adults and £5 for children."),
    "told-in-other-order": ("Lund spent £1.36m less than Orr.", "Orr spent £2.3m and Lund £940,000."),
}


@each(OTHER_WAY)
def test_a_difference_is_not_borne_out_the_other_way_round(row: tuple[str, str]) -> None:
    assert differs_the_other_way(lay_side_by_side(*row, None, None, ""))
    assert shown(*row) is Stance.CONFLICTS


@each(THAT_WAY)
def test_a_difference_is_borne_out_as_it_is(row: tuple[str, str]) -> None:
    assert differs_the_other_way(lay_side_by_side(*row, None, None, "")) == ""
    assert shown(*row) is not Stance.CONFLICTS


def test_nothing_is_said_where_the_owners_are_pronouns() -> None:
    pair = lay_side_by_side("Orr spent £1.36m less than Lund.", "He spent £2.3m, she £940,000.", None, None, "Orr")
    assert differs_the_other_way(pair) == ""
