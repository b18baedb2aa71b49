"""Another one did it: rows of claim and passage, each that must be caught beside one that must stay silent."""

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.doers import another_doer
from factcheck.stance.features import lay_side_by_side

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
    "designed-by-one": (
        "Karl Voss designed the new bridge over the harbour.",
        "Jan Dekker designed the new bridge over the harbour.",
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
    "opposed-by-many": (
        "Karl Voss opposed the plan for a new harbour.",
        "Jan Dekker opposed the plan for a new harbour.",
    ),
    "signed-by-many": (
        "Karl Voss signed the petition against the harbour.",
        "Jan Dekker signed the petition against the harbour.",
    ),
    "left-by-many": (
        "Karl Voss left the party over the new harbour.",
        "Jan Dekker left the party over the new harbour.",
    ),
    "march-is-no-deed": (
        "Karl Voss joined the march through the harbour.",
        "Jan Dekker joined the march through the harbour.",
    ),
    "firm-and-its-head": (
        "Brandt Shipping closed the harbour office in Tarn.",
        "Karl Voss closed the harbour office in Tarn.",
    ),
    "owner-of-the-doer": (
        "The harbour was closed by Karl Voss's deputy.",
        "His deputy, Ilse Brandt, closed the harbour.",
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


SENT, STAND = "320 police officers to the harbour.", "for kicking the ball into the stand."

# Claim, passage, and the claim's name with that of the one who did it.
OTHERS = {
    "active": (f"Karl Voss sent {SENT}", f"Ilse Brandt sent {SENT}", ("Karl Voss", "Ilse Brandt")),
    "passive": (
        f"Karl Voss sent {SENT}", "In May 320 police officers were sent to the harbour by Ilse Brandt.",
        ("Karl Voss", "Ilse Brandt"),
    ),
    "by-nobody": (f"Karl Voss sent {SENT}", "The 320 police officers were sent to the harbour by.", None),
    "in-the-second-sentence": (
        f"Karl Voss sent {SENT}", f"It rained. Ilse Brandt sent {SENT}", ("Karl Voss", "Ilse Brandt"),
    ),
    "object-of-both": (
        f"The referee sent off Karl Voss {STAND}", f"The referee sent off Jan Dekker {STAND}",
        ("Karl Voss", "Jan Dekker"),
    ),
    "object-behind-a-preposition": (
        f"Karl Voss was sent off {STAND}", f"The referee sent off in May Jan Dekker {STAND}", None,
    ),
    "friend-of-an-object": (f"Karl Voss was sent off {STAND}", f"The referee sent off Jan's friend {STAND}", None),
    "two-in-the-claim": (f"Karl Voss and Jo Hale sent {SENT}", f"Ilse Brandt sent {SENT}", None),
    "compound-with-a-place": (f"London-based Voss sent {SENT}", f"Ilse Brandt sent {SENT}", None),
    "firm": (f"Tarn & Sons sent {SENT}", f"Ilse Brandt sent {SENT}", None),
    "one-word-each": (f"Voss sent {SENT}", f"Brandt sent {SENT}", None),
    "under": (f"Karl Voss sent {SENT}", f"The group under Ilse Brandt sent {SENT}", None),
    "denied": (f"Karl Voss did not send {SENT}", f"Ilse Brandt sent {SENT}", None),
    "other-number": (f"Karl Voss sent {SENT}", "Ilse Brandt sent 340 police officers to the harbour.", None),
    "a-seat-in-a-year": ("Karl Voss won a seat in 2019.", "Jo Hale won a seat in 2019.", None),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "names"), OTHERS.values(), ids=OTHERS.keys())
def test_another_one_did_it(claim: str, passage: str, names: tuple[str, str] | None) -> None:
    assert another_doer(lay_side_by_side(claim, passage, None, None, "")) == names
