"""Nouns for people in general count whoever has a role; roles of two kinds do not count each other."""

import pytest

from factcheck.stance.people import are_lives, may_be_the_same_people
from factcheck.words import stem


@pytest.mark.parametrize(
    ("noun", "other", "same"),
    [
        ("volunteers", "adults", True),
        ("people", "prisoners", True),
        ("soldiers", "nurses", False),
        ("pupils", "adults", False),
        ("adults", "children", False),
        ("people", "barrels", False),
        ("adults", "doses", False),
    ],
)
def test_people_in_general_may_have_a_role(noun: str, other: str, same: bool) -> None:
    assert may_be_the_same_people(stem(noun), stem(other)) is same
    assert may_be_the_same_people(stem(other), stem(noun)) is same


@pytest.mark.parametrize(
    ("noun", "other", "same"),
    [("lives", "people", True), ("miners", "lives", True), ("lives", "boats", False), ("people", "miners", False)],
)
def test_lives_are_of_people(noun: str, other: str, same: bool) -> None:
    assert are_lives(stem(noun), stem(other)) is same
