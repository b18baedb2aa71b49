"""A wait that has ended, and what was not so until a first time, each beside one that only looks like it."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.waits import words_of_an_ended_wait

CUP = "Velm Town won the Crown Cup for the first time in 41 years on Saturday, beating Lund City."
WAIT = "Velm Town ended a 41-year wait for the Crown Cup on Saturday."
CABINET = "The cabinet fell on Monday, the first time in 31 years that parliament has brought down a cabinet in Velm."
FALLEN = "No {} in Velm had been toppled by parliament for more than {} decades."

BORNE_OUT = {
    "wait": (WAIT, CUP),
    "wait-since": (
        "Velm Town have ended a 26-year wait for a place in the semi-finals.",
        "Velm Town reached the semi-finals for the first time since 1999 on 14 March 2025.",
    ),
    "none-for-so-long": (FALLEN.format("cabinet", "three"), CABINET),
}
NOT_BORNE_OUT = {
    "of-another-length": (WAIT.replace("41", "31"), CUP),
    "for-another-cup": (WAIT.replace("Crown Cup", "League Shield"), CUP),
    "begun": (WAIT.replace("ended", "began"), CUP),
    "of-the-beaten": (WAIT.replace("Velm Town", "Lund City"), CUP),
    "lost": (WAIT, CUP.replace("won", "lost in")),
    "still-waiting": (WAIT, "Velm Town have waited 41 years for the Crown Cup."),
    "first-of-others": (
        WAIT, "Velm Town won the Crown Cup on Saturday, as Lund City did for the first time in 41 years last May.",
    ),
    "none-for-longer": (FALLEN.format("cabinet", "four"), CABINET),
    "none-of-another-kind": (FALLEN.format("mayor", "three"), CABINET),
}  # fmt: skip


def supports(claim: str, passage: str) -> bool:
    judged = judge(claim, passage, published=date(2025, 3, 14), claim_date=date(2025, 3, 14), context="News of Velm")
    return judged.shown and judged.stance is Stance.SUPPORTS


@pytest.mark.parametrize(("claim", "passage"), BORNE_OUT.values(), ids=BORNE_OUT.keys())
def test_a_first_time_ends_a_wait(claim: str, passage: str) -> None:
    assert supports(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), NOT_BORNE_OUT.values(), ids=NOT_BORNE_OUT.keys())
def test_another_wait_is_not_borne_out(claim: str, passage: str) -> None:
    assert not supports(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage", "found"),
    [
        (WAIT, CUP, {"ended": "first", "wait": "first"}),
        ("A 41-year wait for the Crown Cup ended.", CUP, {}),
        ("Ended was a 41-year wait for the Crown Cup.", CUP, {}),
        (WAIT, CUP.replace("first time in 41 years", "first time"), {}),
    ],
    ids=["words", "verb-behind", "no-subject", "no-span"],
)
def test_the_words_for_the_end_of_a_wait(claim: str, passage: str, found: dict[str, str]) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    places = words_of_an_ended_wait(pair.claim, pair.passage, pair.alignment, pair.bonds)
    assert {pair.claim.words[a].text: pair.passage.words[b].text for a, b in places.items()} == found
