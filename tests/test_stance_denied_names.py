"""A "not" of one name alone, a "not" that only sets a date, and rates beside totals: each beside its neighbour."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 2, 1)

ROWS = {
    "rather-than": (
        "The ship is to be towed to Tarn.", "The ship will be towed to Lund rather than to Tarn.", CONFLICTS),
    "said-rather": (
        "The ship is to be towed to Lund.", "The ship will be towed to Lund rather than to Tarn.", SUPPORTS),
    "but-not-in": (
        "Water must be boiled in Tarn.", "Water must be boiled in Hale, but not in Tarn.", CONFLICTS),
    "boiled-where-it-is-said": (
        "Water must be boiled in Hale.", "Water must be boiled in Hale, but not in Tarn.", SUPPORTS),
    "that-of-does-not": (
        "The roof of Tarn Hall contains asbestos.",
        "The roof of Lund House, which was built in 1978, contains asbestos; that of Tarn Hall does not.", CONFLICTS),
    "not-but": ("The coin came from Tarn.", "The coin came not from Tarn but from Hale.", CONFLICTS),
    "scrapped-is-cancelled": (
        "Berg wants to cancel the line to Tarn.", "Berg promised to scrap the planned line to Tarn.", SUPPORTS),
    "not-until": ("The bridge will open in December.", "The bridge will not open until December.", SUPPORTS),
    "not-until-later": ("The bridge will open in March.", "The bridge will not open until December.", CONFLICTS),
    "not-before": (
        "The bridge will not open before December.", "The bridge will not open until December.", SUPPORTS),
    "until-and-not-until": ("The road was closed until May.", "The road was not closed until May.", NEUTRAL),
    "not-until-something": (
        "The road was opened.", "The road was not opened until the court had ruled.", NEUTRAL),
    "rate-and-total": (
        "The contract raises pay by 9 percent a year.", "The contract raises pay by 9 percent over three years.",
        CONFLICTS),
    "rate-that-makes-the-total": (
        "The contract raises pay by 3 percent a year.", "The contract raises pay by 9 percent over three years.",
        NEUTRAL),
    "total-and-rate": (
        "The contract raises pay by 9 percent over three years.", "The contract raises pay by 9 percent a year.",
        CONFLICTS),
    "rate-and-total-of-a-deal": (
        "The shirt deal is worth £90,000 a year.", "The shirt deal is a three-year contract worth £90,000.", CONFLICTS),
    "rate-that-makes-the-deal": (
        "The shirt deal is worth £30,000 a year.", "The shirt deal is a three-year contract worth £90,000.", SUPPORTS),
    "rate-of-a-deal-of-months": (
        "The shirt deal is worth £90,000 a year.", "The shirt deal is a three-month contract worth £90,000.", NEUTRAL),
    "rate-years-before": (
        "The shirt deal is worth £90,000 a year.", "Signed three years ago, the shirt deal is worth £90,000.", NEUTRAL),
    "rate-for-a-time": (
        "The lease costs £9m a year.", "The lease costs £9m a year over three years.", SUPPORTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_row(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, published=PUBLISHED)
    if stance is SUPPORTS:
        assert judged.stance is SUPPORTS or not judged.shown
        assert judged.stance is not CONFLICTS
    else:
        assert (judged.stance if judged.shown else NEUTRAL) is stance


SUBJECTS = {
    "blocked-by-the-other": ("Governor Quill blocked the bill.", NEUTRAL),
    "championed-by-the-other": ("Senators championed the bill.", NEUTRAL),
    "championed": ("Governor Quill championed the bill.", SUPPORTS),
    "blocked": ("Senators blocked the bill.", SUPPORTS),
}


@pytest.mark.parametrize(("claim", "stance"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_two_subjects_of_one_sentence_are_told_apart(claim: str, stance: Stance) -> None:
    judged = judge(claim, "Governor Quill championed the bill, but senators blocked it.")
    assert judged.shown
    assert judged.stance is stance
