"""Figures of two kinds that measure one thing, dates in turn, and the start of what is compared."""

from datetime import date

import pytest

from factcheck import extract_figures, judge
from factcheck.models import Stance

DRIVER = "A 47-year-old bus driver died when her coach overturned on the Tarn pass, and a man in his 60s was hurt."
WALKOUT = "The walkout at Ferrow kept 12,700 pupils at home for six school days and cost the county £3m."
BASE = "Some 2,300 people have worked at the Ostwick site, and 180 permanent jobs have been created in Velby."
SHOP = "The Ostwick shop made a pre-tax profit of £5.2m in 2021, against a loss of £6.3m the year before."
DEBT = "Net debt at Ostwick fell to £2.1bn at the end of March from £2.6bn nine months before."
PROFIT = "Ostwick said that its net profit fell to £410m in the six months to June 30, 2019, from £522m a year earlier."
FROST = "The temperature in Velby fell from 50 degrees Fahrenheit on Sunday to 14 degrees by dawn."
LOWER = "Ostwick's net profit was £112m lower in the first half of 2019 than in the same months of {}."
WAGE = "Voters approved a measure to raise the city's minimum wage to $18.40 an hour from $16, beginning April 1."

SUPPORTED = {
    "said-of-a-driver": ("The driver whose coach overturned was 47.", DRIVER),
    "days-of-a-kind": ("About 12,700 pupils at Ferrow were kept at home for six days.", WALKOUT),
    "people-for-jobs": ("Some 180 people will have permanent jobs in Velby.", BASE),
    "two-dates-in-turn": ("The Ostwick shop made a profit in 2021 after a loss in 2020.", SHOP),
    "span-counted-back": ("Net debt at Ostwick fell by half a billion pounds in nine months.", DEBT),
    "than-in-a-year": (LOWER.format(2018), PROFIT),
    "part-that-is-a-rank": ("Two-thirds of second graders passed.", "Some 66.7 percent of second graders passed."),
    "wage-to-come": ("Voters approved a minimum wage of $18.40 an hour that begins next April.", WAGE),
}  # fmt: skip
NOT_SUPPORTED = {
    "driver-of-another-age": ("The driver whose coach overturned was 57.", DRIVER),
    "the-other-one-is-that-old": ("The man whose coach overturned was 60.", DRIVER),
    "weeks-for-days": ("About 12,700 pupils at Ferrow were kept at home for six weeks.", WALKOUT),
    "workers-for-jobs": ("Some 180 people have worked at the Ostwick site, and 2,300 jobs have been created.", BASE),
    "two-dates-exchanged": ("The Ostwick shop made a profit in 2020 after a loss in 2021.", SHOP),
    "span-of-another-length": ("Net debt at Ostwick fell by half a billion pounds in seven months.", DEBT),
    "than-in-another-year": (LOWER.format(2016), PROFIT),
    "years-exchanged": ("Ostwick's net profit was £112m lower in 2018 than in the first half of 2019.", PROFIT),
}  # fmt: skip


def read(claim: str, passage: str) -> tuple[Stance, bool]:
    judged = judge(claim, passage, published=date(2023, 11, 8), claim_date=date(2023, 11, 9))
    return judged.stance, judged.shown


@pytest.mark.parametrize(("claim", "passage"), SUPPORTED.values(), ids=SUPPORTED.keys())
def test_one_thing_measured_in_two_ways_is_borne_out(claim: str, passage: str) -> None:
    assert read(claim, passage) == (Stance.SUPPORTS, True)


@pytest.mark.parametrize(("claim", "passage"), NOT_SUPPORTED.values(), ids=NOT_SUPPORTED.keys())
def test_what_only_looks_like_it_is_not_borne_out(claim: str, passage: str) -> None:
    stance, shown = read(claim, passage)
    assert not (shown and stance is Stance.SUPPORTS)


def test_bare_degrees_are_of_the_scale_before_them() -> None:
    (comparison, *_) = judge("The temperature in Velby was minus 10 degrees Celsius by dawn.", FROST).comparisons
    assert comparison.source_figure is not None
    assert (comparison.source_figure.text, comparison.relation.value) == ("14 degrees", "equal")


@pytest.mark.parametrize(
    ("sentence", "published", "value"),
    [
        ("The vote is to raise the fee, beginning July 1.", date(2023, 11, 8), "2024-07-01"),
        ("Rents went up, beginning July 1.", date(2023, 11, 8), "2023-07-01"),
    ],
    ids=["to-come", "told-as-past"],
)
def test_the_day_from_which_on_lies_ahead_where_it_is_planned(sentence: str, published: date, value: str) -> None:
    assert [figure.value for figure in extract_figures(sentence, published)] == [value]


def test_a_rate_stands_before_from_and_an_amount_but_not_before_a_moment() -> None:
    assert [figure.per for figure in extract_figures("Pay rose to $17 an hour from $15.")] == ["hour", None]
    assert extract_figures("They sold it for $17 an hour from now.")[0].per is None


def test_a_word_that_may_stand_behind_its_noun_also_stands_before_it() -> None:
    assert [figure.noun for figure in extract_figures("Two missing climbers turned up.")] == ["climbers"]
    assert extract_figures("Two missing since May turned up.")[0].noun is None
