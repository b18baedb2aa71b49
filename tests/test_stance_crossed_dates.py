"""A figure and a day that a passage holds, but not together; neighbours that hold them together."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.align import align
from factcheck.stance.binding import bind_figures
from factcheck.stance.crossed_dates import with_crossed_dates
from factcheck.stance.reading import read

PUBLISHED = date(2024, 7, 10)
PROFITS = "The mill made a profit of £3m in 2023, against a loss of £8m in 2022."
ROWS = [
    ("The mill made a profit of £3m in 2022.", PROFITS, True),
    ("The mill made a profit of £3m in 2023.", PROFITS, False),
    ("The mill made £3m in 2022.", "The mill made £3m in 2023, but had made £8m the year before.", True),
    ("The mill went from a loss in 2022 to a profit of £3m.", PROFITS, False),
    ("The mill made £3m in 2022.", "In 2022 the mill made £3m and spent £8m.", False),
]


@pytest.mark.parametrize(("claim", "passage", "crossed"), ROWS, ids=[f"{row[0]} / {row[1]}" for row in ROWS])
def test_a_day_of_another_figure_is_misplaced(claim: str, passage: str, crossed: bool) -> None:
    mine, theirs, around = read(claim, PUBLISHED), read(passage, PUBLISHED), read("", PUBLISHED)
    bonds = with_crossed_dates(mine, theirs, bind_figures(mine, theirs, around, align(mine, theirs, around)))
    days = [bond for bond in bonds if bond.comparison.claim_figure.kind == "date"]
    assert [bond.misplaced for bond in days] == [crossed]
