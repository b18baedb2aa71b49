"""What a claim adds in a phrase of its own that the passage has no word of, beside phrases that it need not have."""

from __future__ import annotations

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.unsaid import added_phrase

PASSAGE = "The yard sold the crane in May to a rival from Tarn, which paid cash in full for it."

ADDED = {
    "reason": ("The yard sold the crane because of rust.", "because of rust"),
    "reason-due": ("The yard sold the crane due to bad weather.", "due to bad weather"),
    "due-to-verb": ("The crane is due to arrive.", ""),
    "reason-met": ("The yard sold the crane because of a rival.", ""),
    "circumstance": ("The yard sold the crane after a bribe.", "after a bribe"),
    "circumstance-named": ("The yard sold the crane during Lent.", "during Lent"),
    "kind-of-profit": ("The yard sold the crane before tax.", ""),
    "circumstance-with-a-figure": ("The yard sold the crane after 40 years.", ""),
    "without": ("The yard sold the crane without wheels.", "without wheels"),
    "manner": ("The yard sold the crane at gunpoint.", "at gunpoint"),
    "manner-met": ("The yard sold the crane for cash.", ""),
    "manner-of-two-words": ("The yard sold the crane with rare ease.", ""),
    "manner-named": ("The yard sold the crane in Orm.", ""),
    "phrase-to-the-next": ("The yard sold the crane by auction in May.", "by auction"),
    "phrase-with-a-met-word": ("The yard sold the crane after a rival bribe.", ""),
    "stretch": ("The yard sold the crane, which was illegal.", "which was illegal"),
    "stretch-in-front": ("Illegally, the yard sold the crane.", "Illegally"),
    "stretch-met": ("The yard sold the crane, which brought cash.", ""),
    "stretch-of-a-report": ("The yard sold the crane, Orr said.", ""),
    "stretch-with-a-figure": ("The yard sold the crane, its 40th.", ""),
    "stretch-of-stop-words": ("The yard sold it, too.", ""),
    "one-stretch": ("Nonsense prevailed.", ""),
    "at-the-end": ("The yard sold the crane because of", ""),
    "at-the-very-end": ("The yard sold the crane due", ""),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "phrase"), ADDED.values(), ids=ADDED)
def test_phrase_that_is_added(claim: str, phrase: str) -> None:
    assert added_phrase(lay_side_by_side(claim, PASSAGE, None, None, "")) == phrase


def test_it_may_stand_in_the_context() -> None:
    claim = "The yard sold the crane because of rust."
    assert added_phrase(lay_side_by_side(claim, PASSAGE, None, None, "Cranes had begun to rust.")) == ""


def test_no_support_without_it() -> None:
    said, added = "The yard sold the crane in May.", "The yard sold the crane in May because of rust."
    assert judge(said, PASSAGE).stance is Stance.SUPPORTS and judge(said, PASSAGE).shown
    judged = judge(added, PASSAGE)
    assert judged.stance is not Stance.SUPPORTS or not judged.shown
