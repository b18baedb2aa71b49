"""Another one did it: rows of claim and passage, each that must be caught beside one that must stay silent."""

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

PASSAGE = "Governor Ilse Brandt called a curfew in Tarn and sent 320 police officers to the harbour."

CAUGHT = {
    "doer": ("Karl Voss sent 320 police officers to the harbour.", PASSAGE, "Ilse Brandt"),
    "agent": (
        "The 320 police officers were sent to the harbour by Karl Voss.",
        "The 320 police officers were sent to the harbour by Ilse Brandt.",
        "Ilse Brandt",
    ),
    "object": (
        "Karl Voss was sent off for kicking the ball into the stand.",
        "The referee sent off Jan Dekker for kicking the ball into the stand.",
        "Jan Dekker",
    ),
    "surname-like-a-noun": ("Owen Tripp sent 320 police officers to the harbour.", PASSAGE, "Ilse Brandt"),
}
SILENT = {
    "the-same": ("Ilse Brandt sent 320 police officers to the harbour.", PASSAGE),
    "the-surname": ("Ms Brandt sent 320 police officers to the harbour.", PASSAGE),
    "other-deed": ("Karl Voss closed the harbour.", PASSAGE),
    "more-said": ("Karl Voss praised the 320 police officers at the harbour bakery.", PASSAGE),
    "of-many": ("Karl Voss won a seat on the harbour board.", "Ilse Brandt won a seat on the harbour board."),
    "of-all-who-ride": ("Karl Voss rode on the first tram.", "Ilse Brandt rode on the first tram."),
    "firm-and-its-head": (
        "Brandt Shipping closed the harbour office in Tarn.",
        "Karl Voss closed the harbour office in Tarn.",
    ),
    "pronoun": (
        "Karl Voss sent 320 police officers to the harbour.",
        "Ilse Brandt waited until he sent 320 police officers to the harbour.",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "other"), CAUGHT.values(), ids=CAUGHT.keys())
def test_what_another_did_contradicts(claim: str, passage: str, other: str) -> None:
    judgement = judge(claim, passage)
    assert (judgement.stance, judgement.shown) == (Stance.CONFLICTS, True)
    assert f"{other}, not of " in judgement.reasons[0]


@each(SILENT)
def test_nothing_is_said_where_both_may_be_true(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS
