"""How often a thing is: a week that is counted against one that is not."""

from __future__ import annotations

import pytest

from factcheck.stance.periods import another_frequency
from factcheck.stance.reading import read

# Claim, passage, and how often each says that it is, where they differ.
ROWS = {
    "counted-there": ("They meet every week.", "They meet every three weeks.", ("every week", "every three weeks")),
    "counted-here": ("They meet every three weeks.", "They meet every week.", ("every three weeks", "every week")),
    "first-word": ("Each day they meet.", "Every two days they meet.", ("Each day", "Every two days")),
    "both-there": ("They meet every week.", "They meet every week, or every three weeks.", None),
    "both-here": ("They meet every three weeks, or every week.", "They meet every week.", None),
    "another-unit": ("They meet each day.", "They meet every two weeks.", None),
    "another-unit-beside-it": (
        "They meet every week.",
        "They eat every day and meet every three weeks.",
        ("every week", "every three weeks"),
    ),
    "another-unit-beside-it-here": (
        "They eat every day and meet every three weeks.",
        "They meet every week.",
        ("every three weeks", "every week"),
    ),
    "no-unit": ("They meet every.", "They meet every three.", None),
    "for-so-long": ("They meet every week.", "They meet for three weeks.", None),
    "week-by-week": ("Week by week they meet.", "They meet every three weeks.", None),
    "boats": ("They meet every week.", "They see every 12 boats a week.", None),
}


@pytest.mark.parametrize(("claim", "passage", "often"), ROWS.values(), ids=ROWS)
def test_how_often_two_texts_say_that_a_thing_is(claim: str, passage: str, often: tuple[str, str] | None) -> None:
    assert another_frequency(read(claim), read(passage)) == often
