"""What comes on top, what a level was before, the other sort of a total, and shares of which both sides are named."""

import pytest

from factcheck import extract_figures, judge
from factcheck.models import Role, Stance

OWNER = "The owner, Pieter Vance, bought Halden Town in 2016 for £12m and has put in a further £27m since."
BRIDGE = "The Velby bridge cost £640m, £90m over budget, mostly because of a faulty pier."
REGISTER = "Some 2,700 households are on the Velby council's register, about 400 fewer than in 2021."
WAGES = "The brewery has since cut its wage bill by a third, to £3m."
TICKETS = "Day tickets went up by 8 per cent in May, to £27 for an adult."
BOATS = "Of the 40 boats that set out from Velby on 3 May, 28 reached the harbour."
STORM = "The adjuster put insured losses from the Velby storm at £38m and the total damage at £170m."
CARGO = "The Tarn's cargo was worth £410m, and the Ostwick insurers, who lead them, expect claims of about £35m."
STAFF = "The Ostwick group employs 9,400 people, about 6,100 of them in Norway."
VOTE = "The Velby Union slumped to 29.4 percent and 46 seats, from 71 four years ago."
TAX = "Pre-tax profit fell to £190m from £260m, the Velby-based group said."
OF_OSTWICK = "Ostwick, the maker of kettles, cut its dividend on Friday after annual profit fell."

SUPPORTED = {
    "on-top": ("Pieter Vance has spent £39m on Halden Town in all.", OWNER),
    "planned-cost": ("The Velby bridge was meant to cost £550m.", BRIDGE),
    "level-before": ("There were about 3,100 households on the Velby council's register in 2021.", REGISTER),
    "other-sort": ("Uninsured losses from the Velby storm amount to £132m.", STORM),
    "named-share": ("Claims will come to less than a tenth of the value of the Tarn's cargo.", CARGO),
    "outside": ("About 3,300 of the Ostwick group's people are outside Norway.", STAFF),
    "used-to-be": ("The brewery's wage bill used to be £4.5m.", WAGES),
    "price-come-to": ("A day ticket costs £27.", TICKETS),
    "share-of-those-who": ("Most of the boats reached the harbour.", BOATS),
    "none-left-of-those-who": ("Twelve of the boats failed to reach the harbour.", BOATS),
    "seats-lost": ("The Velby Union lost 25 seats.", VOTE),
}
NOT_SUPPORTED = {
    "on-top-of-less": ("Pieter Vance has spent £35m on Halden Town in all.", OWNER),
    "cost-by-overrun-twice": ("The Velby bridge was meant to cost £730m.", BRIDGE),
    "level-before-lower": ("There were about 2,300 households on the Velby council's register in 2021.", REGISTER),
    "same-sort": ("Insured losses from the Velby storm amount to £132m.", STORM),
    "named-share-turned": ("The value of the Tarn's cargo is less than a tenth of the claims.", CARGO),
    "named-share-too-small": ("Claims will come to less than a twentieth of the value of the Tarn's cargo.", CARGO),
    "inside": ("About 3,300 of the Ostwick group's people are in Norway.", STAFF),
    "used-to-be-what-it-is": ("The brewery's wage bill used to be £3m.", WAGES),
    "used-to-cost-what-it-costs": ("A day ticket used to cost £27.", TICKETS),
    "price-of-something-on-it": ("The bridge cost £6m.", "Its losses on the bridge rose to £6m."),
    "price-of-whose-debts": ("The club cost £6m.", "The club's debts rose to £6m."),
    "price-of-one-of-two": ("A day ticket costs £27.", "Day tickets went up to £27 and berths fell to £9."),
    "price-a-year": ("A berth costs £270.", "Berths went up by a tenth, to £270 a year, for members."),
    "share-of-something-else": ("Seven in ten of the boats carried grain.", BOATS),
    "too-many-left": ("Sixteen of the boats failed to reach the harbour.", BOATS),
    "seats-won": ("The Velby Union gained 25 seats.", VOTE),
}


@pytest.mark.parametrize(("claim", "passage"), SUPPORTED.values(), ids=SUPPORTED.keys())
def test_what_the_figures_give_bears_the_claim_out(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert (judged.stance, judged.shown) == (Stance.SUPPORTS, True)


@pytest.mark.parametrize(("claim", "passage"), NOT_SUPPORTED.values(), ids=NOT_SUPPORTED.keys())
def test_what_they_give_to_something_else_does_not(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert not (judged.shown and judged.stance is Stance.SUPPORTS)


def test_a_compound_of_a_place_is_nobody_else() -> None:
    judged = judge("Ostwick's annual profit was down £70m.", TAX, context=OF_OSTWICK)
    assert (judged.stance, judged.shown) == (Stance.SUPPORTS, True)


def test_another_firm_is_somebody_else() -> None:
    judged = judge("Ostwick's annual profit was down £70m.", TAX.replace("the Velby-based group", "Tarn Mills"))
    assert not (judged.shown and judged.stance is Stance.SUPPORTS)


def test_the_fall_of_a_year_is_no_change() -> None:
    roles = [f.role for f in extract_figures("Cover fell from 94% in 2019 to 86% last fall.") if f.unit == "%"]
    assert roles == [Role.FROM, Role.TO]
    assert extract_figures("It was an 8% fall.")[0].role is Role.CHANGE


def test_a_month_that_is_also_a_word_follows_mid() -> None:
    assert [figure.text for figure in extract_figures("It will not reopen before mid-August.")] == ["mid-August"]
    assert extract_figures("They met in the mid, august halls.") == []
