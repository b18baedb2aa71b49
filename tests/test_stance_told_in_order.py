"""Two figures told in the order of what they are of, each beside a claim that gives one to the other."""

from __future__ import annotations

import pytest
from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.align import align
from factcheck.stance.reading import read
from factcheck.stance.told_in_order import told_in_order

PASSES = "The school had pass rates of 81 per cent and 76 per cent for girls and boys."
GRANTS = "Orm and Tarn received £3m and £4m."
RENTS = "Rents in Orm and Tarn rose by 4 per cent and 7 per cent."

ROWS = {
    "first-of-first": ("The pass rate for girls was 81 per cent.", PASSES, Stance.SUPPORTS),
    "second-of-first": ("The pass rate for girls was 76 per cent.", PASSES, Stance.CONFLICTS),
    "first-of-second": ("The pass rate for boys was 81 per cent.", PASSES, Stance.CONFLICTS),
    "second-of-second": ("The pass rate for boys was 76 per cent.", PASSES, Stance.SUPPORTS),
    "names-in-front": ("Tarn received £4m.", GRANTS, Stance.SUPPORTS),
    "names-in-front-crossed": ("Orm received £4m.", GRANTS, Stance.CONFLICTS),
    "names-behind-a-word": ("Rents in Tarn rose by 7 per cent.", RENTS, Stance.SUPPORTS),
    "names-behind-a-word-crossed": ("Rents in Orm rose by 7 per cent.", RENTS, Stance.CONFLICTS),
}


@each(ROWS)
def test_figures_are_of_what_is_named_in_their_order(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance


# Claim, passage, and what the order of the names tells of each figure of the passage.
ORDERS = {
    "behind": ("Girls passed.", PASSES, [1, -1]),
    "behind-the-second": ("Boys passed.", PASSES, [-1, 1]),
    "both-in-the-claim": ("Girls and boys passed.", PASSES, [0, 0]),
    "neither-in-the-claim": ("The school passed.", PASSES, [0, 0]),
    "in-front": ("Orm was paid.", GRANTS, [1, -1]),
    "behind-a-preposition": ("Rents in Orm rose.", RENTS, [1, -1]),
    "head-of-both": ("Rents rose.", RENTS, [0, 0]),
    "respectively": ("Tarn paid.", "Orm and Tarn paid £3m and £4m respectively.", [-1, 1]),
    "hedged": ("Tarn paid.", "Orm and Tarn paid £3m and about £4m.", [-1, 1]),
    "no-and": ("Tarn paid.", "Orm with Tarn paid £3m and £4m.", [0, 0]),
    "no-second-figure": ("Tarn paid.", "Orm and Tarn paid £3m.", [0]),
    "three-figures": ("Tarn paid.", "Orm and Tarn paid £3m, £4m and £5m.", [0, 0, 0]),
    "other-units": ("Tarn paid.", "Orm and Tarn paid £3m and $4m.", [0, 0]),
    "other-kinds": ("Tarn paid.", "Orm and Tarn paid £3m and 4 per cent.", [0, 0]),
    "far-apart": ("Tarn paid.", "Orm and Tarn paid £3m for the new bridge and £4m.", [0, 0]),
    "small-counts": ("Tarn won.", "Orm and Tarn won 2 medals and 3 medals.", [0, 0]),
    "counts": ("Tarn won.", "Orm and Tarn won 20 and 30 medals.", [-1, 1]),
    "ten": ("Tarn won.", "Orm and Tarn won 10 and 30 medals.", [-1, 1]),
    "between": ("Tarn paid.", "Orm and Tarn paid between £3m and £4m.", [0]),
    "three-names": ("Tarn paid.", "Orm and Lund and Tarn paid £3m and £4m.", [0, 0]),
    "more-said-behind": ("Tarn paid.", "Orm and Tarn paid £3m and £4m to the owner in May.", [0, 0]),
    "another-stretch": ("Tarn paid.", "For Orm and Tarn, it was £3m and £4m.", [0, 0]),
    "dates-behind": ("Tarn paid.", "Tarn paid £3m and £4m in 2022 and 2023.", [0, 0]),
    "a-statement-each": ("Tarn paid.", "Orm sold boats and Tarn paid £3m and £4m.", [0, 0]),
}


@pytest.mark.parametrize(("claim", "passage", "expected"), ORDERS.values(), ids=ORDERS)
def test_what_the_order_tells(claim: str, passage: str, expected: list[int]) -> None:
    mine, theirs = read(claim), read(passage)
    alignment = align(mine, theirs, read(""))
    amounts = [number for number, figure in enumerate(theirs.figures) if figure.kind != "date"]
    assert [told_in_order(mine, theirs, alignment, number) for number in amounts] == expected
