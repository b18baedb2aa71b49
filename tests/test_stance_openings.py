"""Figures worked out of a passage and the document's title or opening, and claims of which every figure is there."""

import pytest

from factcheck import judge
from factcheck.models import Stance

TRIAL = "Velby trial ends\nA new jab prevented most fevers in a trial of 12,800 people in four countries, doctors said."
BEFORE = "About 2m cases were reported last year."
PART = "Ostmark, where 3,200 of the volunteers lived, plans to offer it to pupils."
OTHERS = "Ostmark, where 3,200 of the pupils lived, plans to offer it to them."
JAILED = "Clerk jailed\nA clerk who stole from a fund in Velby was jailed for five years and four months on Monday."
HALF = "She will serve half of the sentence before being released."
TEA = "Anya Tench, 50, wept."

SUPPORTED = {
    "share-of-the-trial": ("A quarter of the volunteers lived in Ostmark.", PART, f"{TRIAL}\n{BEFORE}"),
    "half-the-sentence": ("Anya Tench will serve about two years and eight months.", HALF, f"{JAILED}\n{TEA}"),
}
NOT_SUPPORTED = {
    "another-share": ("A third of the volunteers lived in Ostmark.", PART, f"{TRIAL}\n{BEFORE}"),
    "of-other-people": ("A quarter of the volunteers lived in Ostmark.", OTHERS, f"{TRIAL}\n{BEFORE}"),
    "another-half": ("Anya Tench will serve about three years and eight months.", HALF, f"{JAILED}\n{TEA}"),
}


@pytest.mark.parametrize(("claim", "passage", "context"), SUPPORTED.values(), ids=SUPPORTED.keys())
def test_the_opening_gives_the_whole(claim: str, passage: str, context: str) -> None:
    judged = judge(claim, passage, context=context)
    assert (judged.stance, judged.shown) == (Stance.SUPPORTS, True)


@pytest.mark.parametrize(("claim", "passage", "context"), NOT_SUPPORTED.values(), ids=NOT_SUPPORTED.keys())
def test_the_opening_gives_no_other_whole(claim: str, passage: str, context: str) -> None:
    judged = judge(claim, passage, context=context)
    assert not (judged.shown and judged.stance is Stance.SUPPORTS)
