"""Which of many passages found are judged, and how much of a claim a passage can hold by its bare words."""

from __future__ import annotations

import pytest

from factcheck.candidates import FIRST, MOST, WHATEVER, worth_judging
from factcheck.models import Assertion, Passage, Source
from factcheck.stance import judge, reaches

CLAIM = "The harbour at Saltmere was dredged in the spring."

# Passage, what stands around it, and the share of CLAIM that its words can hold, at least and below.
REACHES = {
    "all": ("The harbour at Saltmere was dredged in the spring.", "", 1.0, 1.01),
    "all-but-one": ("The harbour at Saltmere was closed in the spring.", "", 0.6, 0.9),
    "other-form": ("Saltmere is dredging its harbours this spring.", "", 1.0, 1.01),
    "by-meaning": ("Saltmere had its seaport dredged in the springtime.", "", 0.9, 1.0),
    "in-context": ("It was dredged in the spring.", "The harbour at Saltmere", 1.0, 1.01),
    "not-in-context": ("It was dredged in the spring.", "The canal at Holm", 0.3, 0.8),
    "stop-words": ("It was at the one in which he was.", "", 0.0, 0.01),
    "nothing": ("Rents rose by 6 per cent.", "", 0.0, 0.01),
}


@pytest.mark.parametrize(("passage", "context", "least", "below"), REACHES.values(), ids=REACHES)
def test_how_much_of_a_claim_a_passage_can_hold(passage: str, context: str, least: float, below: float) -> None:
    whole = "Saltmere has a harbour that was dredged in the spring."
    share, _ = reaches(CLAIM, None, [(passage, context), (whole, "")])
    assert least <= share < below


@pytest.mark.parametrize("passage", [row[0] for row in REACHES.values()], ids=REACHES)
def test_what_is_held_of_a_claim_is_within_reach(passage: str) -> None:
    (share,) = reaches(CLAIM, None, [(passage, "")])
    assert judge(CLAIM, passage).coverage <= share + 1e-4


def test_a_name_is_within_reach_by_its_surname_but_not_by_its_first_name() -> None:
    claim = "Marta Quill resigned."
    both, last, first = reaches(claim, None, [("Marta Quill spoke.", ""), ("Quill spoke.", ""), ("Marta spoke.", "")])
    assert both == last > first


def test_an_unknown_word_that_no_passage_has_may_be_typed_wrong() -> None:
    claim = "The harbour at Saltmre was dredged."
    unmet = reaches(claim, None, [("The harbour was dredged.", ""), ("Rents rose.", "")])
    met = reaches(claim, None, [("The harbour was dredged.", ""), ("Saltmre lies on a bay.", "")])
    assert unmet[0] == 1.0 > met[0]


def test_a_claim_of_stop_words_is_within_reach_of_all() -> None:
    assert reaches("It was he.", None, [("Rents rose.", "")]) == [1.0]


SOURCE = Source(1, "a.md", None, None, None, None, None, 1, 0, 0, "")
WORDS = ("Rents rose.", "The harbour was dredged.", "The harbour at Saltmere was dredged.")  # ever more of CLAIM


def found(texts: list[str], start: int = 0) -> list[Passage]:
    return [Passage(number, text, "", SOURCE) for number, text in enumerate(texts, start)]


def judged(*rows: list[Passage]) -> list[int]:
    return [passage.sentence for passage in worth_judging(Assertion(CLAIM, 0, len(CLAIM)), None, rows)]


def test_of_few_passages_too_those_are_judged_that_hold_enough_and_the_very_first() -> None:
    assert judged(found([WORDS[0]] * 5 + [WORDS[1]])) == [*range(WHATEVER), 5]


def test_of_those_that_hold_enough_no_more_than_so_many_are_judged() -> None:
    assert judged(found([WORDS[1]] * (MOST + 1))) == list(range(MOST))


def test_of_many_the_very_first_are_judged_and_of_the_others_those_that_hold_enough() -> None:
    rest = [WORDS[0]] * 25 + [WORDS[2]] + [WORDS[0]] * 10 + [WORDS[1]]
    assert judged(found([WORDS[0]] * FIRST + rest)) == [*range(WHATEVER), FIRST + 25, FIRST + 36]


def test_of_more_than_enough_the_first_are_judged_and_then_those_that_hold_most() -> None:
    rest = [WORDS[1]] * MOST + [WORDS[2]] * 5
    wanted = [*range(MOST - 5), *range(FIRST + MOST, FIRST + MOST + 5)]
    assert judged(found([WORDS[1]] * FIRST + rest)) == wanted


def test_of_two_searches_the_first_passages_of_each_are_judged_and_none_twice() -> None:
    whole, part = found([WORDS[0]] * 40), found([WORDS[0]] * 40, start=35)
    assert judged(whole, part) == [*range(WHATEVER), *range(35, 35 + WHATEVER)]
