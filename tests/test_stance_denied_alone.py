"""A "not" that only the claim has: no sum bears it out; what counts the others, or says the contrary, still may."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.denied_alone import denies_alone
from factcheck.stance.features import lay_side_by_side

ALONE = {
    "cut-by-a-difference": (
        "Spending on the fleet was not cut by £14m.", "Spending on the fleet was cut from £45m to £31m."),
    "share-of-a-whole": (
        "Roughly 50,000 of the maps have not been photographed.",
        "Sixty per cent of the 84,000 maps have been photographed."),
    "never": (
        "Roughly 50,000 of the maps have never been photographed.",
        "Sixty per cent of the 84,000 maps have been photographed."),
    "stated-figure": (
        "The oldest tree is not 4,000 years old.", "Dating put the age of the oldest tree at about 4,000 years."),
    "rest-of-the-opposite": (
        "Twenty-two of the 40 libraries will not stay open.", "Eighteen of the 40 libraries will close."),
    "verb": ("Hale was not charged.", "Hale was charged with fraud."),
}  # fmt: skip
BORNE_OUT_OR_OPEN = {
    "the-rest": ("Eighty-three of the 94 turbines are not turning.", "Eleven of the 94 turbines are turning."),
    "contrary": ("The bridge is not open.", "The bridge is closed."),
    "denied-by-both": ("Hale was not charged.", "Hale has not been charged."),
    "first-since": (
        "Norland had not seen a rail strike for 15 years.", "It is the first rail strike in Norland since 2009."),
    "other-part": (
        "The bank, which will not pay the thieves, lost £4m.", "The bank lost £4m."),
    "limit": ("The dam was not built until 1974.", "The dam was built in 1974."),
    "not-only": ("Hale was not the only one to resign.", "Hale and two others resigned."),
    "not-all": ("Not all of the 40 schools have opened.", "Thirty of the 40 schools have opened."),
    "nothing-denied": ("Hale was charged.", "Hale was charged with fraud."),
}  # fmt: skip


@each(ALONE)
def test_what_only_the_claim_denies_is_not_borne_out(row: tuple[str, str]) -> None:
    assert denies_alone(lay_side_by_side(*row, None, None, ""))
    assert shown(*row) is not Stance.SUPPORTS


@each(BORNE_OUT_OR_OPEN)
def test_a_denial_is_met_or_of_something_else(row: tuple[str, str]) -> None:
    assert denies_alone(lay_side_by_side(*row, None, None, "")) == ""


NO_CONFLICT = {
    "the-rest": ("Eighty-three of the 94 turbines are not turning.", "Eleven of the 94 turbines are turning."),
    "not-all-and-some": ("Not all of the 40 schools have opened.", "Thirty of the 40 schools have opened."),
    "not-every-and-most": ("Not every tenant has been told.", "Most tenants have been told."),
    "some-and-not-all": ("Thirty of the 40 schools have opened.", "Not all of the 40 schools have opened."),
}
CONFLICT = {
    "not-all-and-all": ("Not all of the 40 schools have opened.", "All 40 schools have opened."),
    "all-and-not-all": ("All of the 40 schools have opened.", "Not all of the 40 schools have opened."),
    "they-and-not-all": ("The 40 schools have opened.", "Not all of the 40 schools have opened."),
    "none": ("The schools have not opened.", "The schools have opened."),
    "as-many-not": (
        "Eighty-three of the 94 turbines are turning.", "Eighty-three of the 94 turbines are not turning."),
}  # fmt: skip


@each(NO_CONFLICT)
def test_some_are_no_contradiction_of_not_all(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS


@each(CONFLICT)
def test_all_are_one(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS
