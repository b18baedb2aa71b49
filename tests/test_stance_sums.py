"""What follows by a sum from what a passage says, and sums that only chance makes: a claim, a passage, the stance."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.models import Stance
from factcheck.stance import judge

PUBLISHED = date(2024, 7, 10)
STAFF = "Vale Foods employs 11,200 people, about 7,900 of them in Orm."
CLUB = "Ida Quist bought the club in 2018 for £14m and has put in a further £31m since."
BRIDGE = "The Orm bridge cost $980 million, $110 million over budget."
RENT = "The rent of the Orm mill is £43,000 a year, up from £34,000 in 2019."
REGISTER = "Some 3,900 households are on the Orm register, about 700 fewer than in 2022."
HOUSES = "Orm council sold 18 houses in May and a further six in June."
YARD = "The Orm yard builds three boats at £70m each."
ESTATE = "The Orm estate has 1,900 houses, 30 per cent of them affordable."
SCHOOLS = "Orm has seven primary schools and five secondary schools."
AGES = "Tom Marsh, 67, beat Ida Quist, 39, in the final round."
MILLS = "The Orm mill made £31m and the Belk mill £22m."
POINTS = "The rate stands at 6.1 per cent, half a point higher than in 2022."
FALL = "Profit at Orm Mills fell from £31m to £22m."

ROWS = [
    ("rest-outside", "About 3,300 of Vale Foods' staff work outside Orm.", STAFF, "supports"),
    ("other-rest-outside", "About 4,600 of Vale Foods' staff work outside Orm.", STAFF, "conflicts"),
    ("rest-outside-elsewhere", "About 3,300 of Vale Foods' staff work outside Belk.", STAFF, "neutral"),
    ("further", "Ida Quist has spent £45m on the club in all.", CLUB, "supports"),
    ("further-of-another", "Ida Quist has spent £45m on the museum in all.", CLUB, "neutral"),
    ("intended", "The Orm bridge was originally meant to cost $870 million.", BRIDGE, "supports"),
    ("not-intended", "The Orm bridge cost $870 million.", BRIDGE, "neutral"),
    ("higher", "The rent of the Orm mill is £9,000 higher than in 2019.", RENT, "supports"),
    ("not-lower", "The rent of the Orm mill is £9,000 lower than in 2019.", RENT, "conflicts"),
    ("lower-of-another", "The output of the Orm brewery is £9,000 lower than in 2019.", RENT, "neutral"),
    ("level-before", "Some 4,600 households were on the Orm register in 2022.", REGISTER, "supports"),
    ("level-before-is-not-todays", "Some 4,600 households are on the Orm register.", REGISTER, "neutral"),
    ("level-of-another-year", "Some 4,600 households were on the Orm register in 2021.", REGISTER, "neutral"),
    ("level-before-a-rise-is-not-the-new-one", "Turnout in the Orm poll was 27 per cent.",
     "Turnout in the Orm poll was 36 per cent, a rise of a third.", "conflicts"),
    ("sum-of-two-months", "Orm council sold 24 houses in May.", HOUSES, "neutral"),
    ("sum-of-two-months-in-the-second", "Orm council sold 24 houses in June.", HOUSES, "neutral"),
    ("sum-with-what-is-to-come", "Orm council sold 24 houses.",
     "Orm council sold 18 houses in May and plans to build another six houses in June.", "neutral"),
    ("sum-of-two-deeds", "The ferry firm bought 45 boats.",
     "The ferry firm bought 14 boats in 2018 and was offered a further 31 boats.", "neutral"),
    ("product", "The Orm yard's three boats cost £210m.", YARD, "supports"),
    ("product-said-of-each", "The Orm yard sold three boats for £210m each.", YARD, "conflicts"),
    ("part", "Some 570 houses on the Orm estate are affordable.", ESTATE, "supports"),
    ("part-for-the-whole", "The Orm estate has 570 houses.", ESTATE, "conflicts"),
    ("part-of-another-sort", "The Orm estate has 570 damp houses.", ESTATE, "neutral"),
    ("list", "Orm has 12 schools.", SCHOOLS, "supports"),
    ("list-for-one-of-its-sorts", "Orm has 12 primary schools.", SCHOOLS, "neutral"),
    ("younger", "Ida Quist is 28 years younger than Tom Marsh.", AGES, "supports"),
    ("older", "Ida Quist is 28 years older than Tom Marsh.", AGES, "conflicts"),
    ("more-than", "The Orm mill made £9m more than the Belk mill.", MILLS, "supports"),
    ("more-than-turned", "The Belk mill made £9m more than the Orm mill.", MILLS, "conflicts"),
    ("points-below", "The rate was 5.6 per cent in 2022.", POINTS, "supports"),
    ("points-above", "The rate was 6.6 per cent in 2022.", POINTS.replace("higher", "lower"), "supports"),
    ("points-as-a-numeral", "The rate was 5.6 per cent in 2022.", POINTS.replace("half a", "0.5"), "supports"),
    ("percentage-points", "The rate was 5.6 per cent in 2022.", POINTS.replace("a p", "a percentage p"), "supports"),
    ("level-of-now-then", "The rate was 6.1 per cent in 2022.", POINTS, "neutral"),
    ("level-of-now", "The rate is 6.1 per cent.", POINTS, "supports"),
    ("fall", "Profit at Orm Mills dropped by £9m.", FALL, "supports"),
    ("loss-is-no-fall", "Orm Mills lost £9m.", FALL, "neutral"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_stance_on_what_a_sum_gives(claim: str, passage: str, stance: str) -> None:
    found = judge(claim, passage, published=PUBLISHED)
    shown = found.stance if found.shown else Stance.NEUTRAL
    assert shown == stance, found.reasons


@pytest.mark.parametrize("claim", ["0", "¼0", "0¼"])
def test_a_figure_without_a_word_of_its_own_is_judged(claim: str) -> None:
    assert judge(claim, "¼0", published=PUBLISHED).stance in Stance


@pytest.mark.parametrize("noun", ["people", "children"])
def test_a_noun_before_a_second_count_is_no_kind_to_add(noun: str) -> None:
    passage = f"Three {noun} died and 27 were injured when the storm struck Arlen."
    assert judge(f"The storm killed three {noun} and injured 27 at Arlen.", passage).stance is not Stance.CONFLICTS
