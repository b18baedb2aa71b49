"""A figure and a day that a passage holds, but not together; neighbours that hold them together."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.align import align
from factcheck.stance.binding import Bond, bind_figures
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
    days = [bond for bond in _bound(claim, passage) if bond.comparison.claim_figure.kind == "date"]
    assert [bond.misplaced for bond in days] == [crossed]


def _bound(claim: str, passage: str) -> list[Bond]:
    mine, theirs, around = read(claim, PUBLISHED), read(passage, PUBLISHED), read("", PUBLISHED)
    alignment = align(mine, theirs, around)
    return with_crossed_dates(mine, theirs, alignment, bind_figures(mine, theirs, around, alignment))


# Claim, passage, and the figure of the passage that the claim's amount is held against.
ENDS = {
    "day-of-the-end": ("Debt will be £9m in 2026.", "Debt will fall from £9m to £6m by 2026.", "£6m"),
    "day-of-the-start": ("Debt was £9m in 2021.", "Debt is £6m, up from £5m in 2021.", "£5m"),
    "day-of-the-end-of-a-rise": ("Debt was £5m in 2021.", "Debt rose to £6m in 2021 from £5m.", "£6m"),
    "since-that-day": ("Debt has risen to £6m since 2021.", "Debt is £6m, up from £5m in 2021.", "£6m"),
    "its-own-day": ("Debt was £9m in 2021.", "Debt will fall from £9m in 2021 to £6m by 2026.", "£9m"),
    "day-in-front": ("In 2023 debt was £9m.", "In 2023 debt fell from £9m to £6m.", "£9m"),
    "day-of-what-follows": ("Debt was £9m in 2023.", "Debt fell from £9m to £6m before the sale in 2023.", "£9m"),
    "from-there": ("Debt will fall from £9m by 2026.", "Debt will fall from £9m to £6m by 2026.", "£9m"),
    "another-day": ("Debt was £9m in 2025.", "Debt will fall from £9m to £6m by 2026.", "£9m"),
    "no-day": ("Debt is £9m.", "Debt will fall from £9m to £6m by 2026.", "£9m"),
    "of-another-sort": ("Debt was £9m in 2026.", "Debt will fall from £9m to 4 per cent of sales by 2026.", "£9m"),
    "counted": (
        "The mill will have 90 clerks in 2026.",
        "Its staff will fall from 90 clerks to 60 clerks by 2026.",
        "60",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "source"), ENDS.values(), ids=ENDS)
def test_the_day_of_an_end_is_not_that_of_the_start(claim: str, passage: str, source: str) -> None:
    figure = _bound(claim, passage)[-1 if claim.startswith("In 2023") else 0].comparison.source_figure
    assert figure is not None
    assert figure.text == source
