"""What is turned between claim and passage: small words, figures and words, each beside a pair in which nothing is."""

from __future__ import annotations

import pytest

from factcheck.stance.directions import turned_words
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.turned import turned_at_same_figure, what_is_turned

# Claim, passage, and the word of the claim with that of the passage.
TURNED = {
    "up-down": ("Turnout was up from 2019.", "Turnout was 43 percent, down from 38 in 2019.", ("up", "down")),
    "above-below": ("It is above the line.", "It is below the line.", ("above", "below")),
    "first-words": ("Up it went.", "Down it went.", ("Up", "Down")),
    "more-people": ("More people came.", "Fewer people came.", ("More", "Fewer")),
    "for-against": ("Seven voted for the plan.", "Seven voted against the plan.", ("voted for", "voted against")),
    "rose-fell": ("It rose by 40.", "It fell by 40.", ("rose", "fell")),
    "rose-not": ("It rose by 40.", "It did not rise by 40.", ("rose", "rise")),
    "behind-a-figure": ("It is 40 below.", "It is 40 above.", ("below", "above")),
    "more-less-behind-a-figure": ("It is 40 more.", "It is 40 less.", ("more", "less")),
    "in-favour-against": (
        "They signed a petition in favour of the dam.",
        "They signed a petition against the dam.",
        ("favour", "against"),
    ),
    "against-in-support": (
        "A march against the dam was held.",
        "A march in support of the dam was held.",
        ("against", "support"),
    ),
    "at-the-start": ("Below 40 it froze.", "Above 40 it froze.", ("below", "above")),
    "inside-outside": ("It lies inside the 40 walls.", "It lies outside the 40 walls.", ("inside", "outside")),
}
STRAIGHT = {
    "same": ("It is above the line.", "It is above the line."),
    "in-favour-of-both": (
        "They signed a petition in favour of the dam.",
        "A petition in favour of the dam met a petition against it.",
    ),
    "in-favour-of-another-thing": (
        "A petition in favour of the dam was signed.",
        "A speech against the dam was heard.",
    ),
    "with-favour": ("They saw a petition for support.", "They saw a petition against it."),
    "bounds": ("More than 40 people came.", "Fewer than 40 people came."),
    "both-in-the-passage": ("It is up.", "It is above and down."),
    "both-fell": ("It fell by 40.", "It fell by 40."),
    "neither-rose": ("It did not rise by 40.", "It did not rise by 40."),
    "no-opposite": ("It is above the line.", "It is near the line."),
}


@pytest.mark.parametrize(("claim", "passage", "words"), TURNED.values(), ids=TURNED)
def test_what_is_turned_is_named(claim: str, passage: str, words: tuple[str, str]) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert what_is_turned(pair) == f"the claim says “{words[0]}”, the source “{words[1]}”"


@pytest.mark.parametrize(("claim", "passage"), STRAIGHT.values(), ids=STRAIGHT)
def test_nothing_is_turned(claim: str, passage: str) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert what_is_turned(pair) == ""
    assert turned_words(pair.claim, pair.passage, pair.alignment) is None


def test_the_same_figure_may_be_come_to_by_contrary_ways() -> None:
    risen, slipped = "Visitors had risen to 310,000.", "Visitors had slipped to 310,000."
    assert turned_at_same_figure(lay_side_by_side(risen, slipped, None, None, "")) != ""
    assert turned_at_same_figure(lay_side_by_side(risen, risen, None, None, "")) == ""
