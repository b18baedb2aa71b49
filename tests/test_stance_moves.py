"""Which way a quantity went, each row with a near neighbour of which nothing may be said."""

from datetime import date

import pytest

from factcheck.stance.features import lay_side_by_side
from factcheck.stance.moves import compared_ways

PUBLISHED = date(2024, 3, 11)

# claim, passage, context, the way: 1 the same, -1 the other, 0 not to be told
ROWS = {
    "fell-and-slipped": ("Rents in Tarn fell in 2023.", "Rents in Tarn slipped by 2 per cent in 2023.", "", 1),
    "fell-and-rose": ("Rents in Tarn fell in 2023.", "Rents in Tarn rose by 2 per cent in 2023.", "", -1),
    "fell-and-rose-in-another-year": (
        "Rents in Tarn fell in 2023.",
        "Rents in Tarn rose by 2 per cent in 2021.",
        "",
        0,
    ),
    "more-than-the-year-before": (
        "The port handled more cargo last year than the year before.",
        "The port handled 24 tonnes of cargo last year, up 6 percent.",
        "",
        1,
    ),
    "more-than-another-port": (
        "The port handled more cargo last year than its rival.",
        "The port handled 24 tonnes of cargo last year, up 6 percent.",
        "",
        0,
    ),
    "smaller-than-last-year": (
        "More people came than to last year's fair.",
        "The crowd of 8,000 people was some 500 smaller than at last year's fair.",
        "",
        -1,
    ),
    "gone-up-since": (
        "The number of boats missing has gone up since Monday.",
        "Nine boats are missing, down from 14 on Monday.",
        "",
        -1,
    ),
    "dearer": ("Wheat became dearer after the truce.", "The price of wheat fell on news of the truce.", "", -1),
    "a-dearer-thing": ("A dearer wheat was sown.", "The price of wheat fell.", "", 0),
    "since-the-year-that-is-named": (
        "The port had more ships last year than in 2019.",
        "The port had 900 ships last year, 40 more than in 2022 but still fewer than in 2019.",
        "",
        -1,
    ),
    "times-as-many-as-expected": (
        "Fewer people rang the line than the firm had expected.",
        "Some 900 people rang the line, four times as many as the firm had expected.",
        "",
        -1,
    ),
    "another-quantity": ("Rents in Tarn fell in 2023.", "Wages in Tarn rose by 2 per cent in 2023.", "", 0),
    "with-an-amount": ("Rents in Tarn fell by 3 per cent in 2023.", "Rents in Tarn rose by 2 per cent in 2023.", "", 0),
    "denied": ("Rents in Tarn did not fall in 2023.", "Rents in Tarn rose in 2023.", "", 0),
    "denied-by-the-source": ("Rents in Tarn rose in 2023.", "Rents in Tarn never rose in 2023.", "", 0),
    "more-than-bounds-an-amount": ("Rents in Tarn were paid for more than a month.", "Rents in Tarn fell.", "", 0),
    "pace": ("Rents in Tarn rose at a slower pace.", "Rents in Tarn rose.", "", 0),
    "doubled": ("Rents in Tarn doubled.", "Rents in Tarn rose.", "", 0),
    "both-ways": ("Rents in Tarn rose.", "Rents in Tarn rose in May and fell in June.", "", 0),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_way_of_a_quantity(row: tuple[str, str, str, int]) -> None:
    claim, passage, context, way = row
    assert compared_ways(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, context)) == way
