"""Differences that are of something else or of another time, each beside its neighbour that is a contradiction."""

from datetime import date

from stance_rows import each, shown

from factcheck.models import Stance

PUBLISHED = date(2024, 9, 12)

EXCUSED = {
    "years-ago": ("Four people were killed.", "In the fire of 1972 the roof fell in and killed 17 people.", ""),
    "last-and-this-season": (
        "Last season the valley made 209,000 tonnes of oil.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "this-season-and-last": (
        "The valley made 209,000 tonnes of oil last season.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "others-figure": (
        "Some 280 homes were damaged in Cole County.",
        "Wardlow County had 140 damaged homes, and Cole County the others.",
        "",
    ),
    "what-changed-only-before": (
        "Copper prices fell by 15 percent.",
        "Copper output dropped to 160,000 tonnes from 180,000.",
        "The company told investors about prices.",
    ),
    "far-apart": ("The clinic gave three doses of the vaccine.", "The clinic gave 6,000 doses of the vaccine.", ""),
    "other-match": (
        "Dunmere City beat Port Ellis.",
        "They lost 1-0 to Stanmoor and have never won the cup.",
        "Dunmere City play Port Ellis on Sunday.",
    ),
    "not-said-of-this": (
        "The booking system was down.",
        "Clinics were unable to use the booking system after the company shut it down.",
        "",
    ),
    "claim-says-it-too": (
        "Thirty shops in Corn Street have closed since the work began.",
        "Thirty shops in Corn Street have closed since the road was dug up.",
        "",
    ),
    "bound-of-another-figure": (
        "The council owns more than 11,000 homes.",
        "The council owns 11,420 homes, fewer than half as many as in 1981.",
        "",
    ),
}
TOLD = {
    "years-ago-in-the-claim": (
        "In the fire of 1972 four people were killed.",
        "In the fire of 1972 the roof fell in and killed 17 people.",
        "",
    ),
    "this-season-both": (
        "The valley made 209,000 tonnes of oil this season.",
        "The valley made 186,000 tonnes of oil this season.",
        "",
    ),
    "own-figure": ("Some 280 homes were damaged in Wardlow County.", "Wardlow County had 140 damaged homes.", ""),
    "what-changed-here": (
        "Copper output fell by 15 percent.",
        "Copper output dropped to 160,000 tonnes from 180,000.",
        "",
    ),
    "near": ("The clinic gave 8,000 doses of the vaccine.", "The clinic gave 6,000 doses of the vaccine.", ""),
    "scale": ("The clinic bought £6.4m of the vaccine.", "The clinic bought £6,400 of the vaccine.", ""),
    "not-said-of-it": ("Clinics bought the booking system.", "Clinics did not buy the booking system.", ""),
    "opposite": ("Work on the road has begun.", "Work on the road has ended.", ""),
    "own-bound": ("The council owns more than 12,000 homes.", "The council owns 11,420 homes.", ""),
}


@each(EXCUSED)
def test_what_is_of_something_else_contradicts_nothing(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is not Stance.CONFLICTS


@each(TOLD)
def test_what_is_of_the_same_thing_contradicts(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is Stance.CONFLICTS
