"""A deed that one text tells and the other denies, each row that must be caught beside one that must stay silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.polarity import _denies, _may_deny

# claim, passage, context
CAUGHT = {
    "would-not": (
        "Ilse Brandt will stand for mayor again.",
        "Ilse Brandt said that she would not stand for mayor.",
        "",
    ),
    "no-plans": ("The yard will open 40 shops next year.", "It has no plans to open shops.", "Hallam's yard at Tarn"),
    "not-plan-any": (
        "Karl Voss is going to sell land at the Riga depot.",
        "He does not intend to sell any land.",
        "Karl Voss runs the depot",
    ),
    "failed-to": (
        "Sir Jan Dekker had declared the £42,000, the committee found.",
        "The committee found that Sir Jan Dekker had failed to declare £42,000 from a brewery.",
        "",
    ),
    "refused-on-a-day": (
        "A court ordered the dockers back to work on March 3.",
        "A court refused on Mar. 3 to order the dockers back to work.",
        "",
    ),
    "rejected-a-call-to": (
        "The council is moving the bus lane in Mill Street.",
        "The council has rejected a call to move the bus lane in Mill Street.",
        "",
    ),
    "forbade-somebody-to": (
        "Shops in Tarn may open on Sundays, the ministry decided.",
        "The ministry forbade shops in Tarn to open on Sundays.",
        "",
    ),
    "failed-to-in-a-phrase": (
        "The council approved the berth at Tarn.",
        "The council failed to approve the berth at Tarn.",
        "",
    ),
    "refused-to-in-a-phrase": (
        "Regulators granted the mill a licence.",
        "Regulators refused to grant the mill a new licence.",
        "",
    ),
    "claim-denies": ("The drivers did not strike in Tarn.", "The drivers in Tarn struck for two days.", ""),
}
SILENT = {
    "both-deny": ("The court refused to order the dockers back.", "The court did not order the dockers back.", ""),
    "both-deny-one-in-a-phrase": ("The firm did not meet its target.", "The firm failed to meet its target.", ""),
    "phrase-and-what-it-says": ("The firm missed its target.", "The firm failed to meet its target.", ""),
    "only-until": ("The dockers returned to work.", "The dockers did not return to work until May.", ""),
    "other-verb": ("The mayor closed the bridge.", "The mayor closed the bridge and did not apologise.", ""),
    "same-verb-told-too": (
        "The drivers struck in Tarn.",
        "The drivers struck in Tarn on Monday but did not strike on Tuesday.",
        "",
    ),
    "plan-against-deed": (
        "The yard opened 40 shops in 2019.",
        "It has no plans to open shops.",
        "Hallam's yard at Tarn",
    ),
    "nothing-to-lose": ("The team lost in Tarn.", "The team had nothing to lose in Tarn.", ""),
    "with-nothing-to": ("The team lost in Tarn.", "The team went to Tarn with nothing to lose.", ""),
    "title-with-no": ("No Road Home was shot in Tarn.", "The film was shot in Tarn.", "No Road Home"),
    "call-to-that-was-heard": (
        "The council moved the bus lane.",
        "The council heeded a call to move the bus lane.",
        "",
    ),
}


@each(CAUGHT)
def test_a_denied_deed_contradicts(row: tuple[str, str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS


@each(SILENT)
def test_a_denial_of_something_else_does_not(row: tuple[str, str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS


# claim, passage, what a reader is told of the denial: the word that denies stands in one of the two
NAMED = {
    "not": ("The mill closed.", "The mill did not close.", "the source says “not”, the claim does not"),
    "short-not": ("The mill closed.", "The mill didn't close.", "the source says “didn't”, the claim does not"),
    "failed": ("Ann Orr paid.", "Ann Orr failed to pay.", "the source says “failed”, the claim does not"),
    "in-a-phrase": (
        "The council approved the berth.",
        "The council failed to approve the berth.",
        "the source says “failed”, the claim does not",
    ),
    "without": (
        "The strike ended with an agreement.",
        "The strike ended without an agreement.",
        "the source says “without”, the claim does not",
    ),
    "lacks": ("The mill has a licence.", "The mill lacks a licence.", "the source says “lacks”, the claim does not"),
    "no": ("The mill has a licence.", "The mill has no licence.", "the source says “no”, the claim does not"),
    "claim": ("The mill has no licence.", "The mill has a licence.", "the claim says “no”, the source does not"),
    "two-words": (
        "The bank ruled out closing branches.",
        "The bank is closing branches.",
        "the claim says “ruled out”, the source does not",
    ),
    "both": (
        "The mayor did not fail to pay.",
        "The mayor did not pay.",
        "the claim says “not” and “fail”, the source “not”",
    ),
    "of-a-name": (
        "The ship was towed to Tarn.",
        "The ship was towed to Lund rather than to Tarn.",
        "the source says “rather than” of “Tarn”",
    ),
}


@each(NAMED)
def test_the_word_that_denies_is_named(row: tuple[str, str, str]) -> None:
    claim, passage, told = row
    assert judge(claim, passage).reasons[0] == told


@pytest.mark.parametrize(
    "word", ["not", "didn't", "didn’t", "forbade", "bans", "shelving", "refused", "cannot", "scarcely"]
)
def test_what_can_deny_is_known_by_its_opening(word: str) -> None:
    assert _may_deny(word)


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz'’"), min_size=1))
def test_a_word_of_another_opening_denies_nothing(word: str) -> None:
    assert _may_deny(word) is _denies(word)
