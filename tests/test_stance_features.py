"""What is measured on a claim and a passage, each number beside a pair in which it is another."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.features import (
    is_finite_verb,
    is_telling,
    lay_side_by_side,
    may_be_past,
    measure,
    predicate_start,
)
from factcheck.stance.reading import read

PUBLISHED = date(2024, 3, 11)
SOLD, QUIST, SAME = "Orr sold the baths.", "Ada Quist sold the baths.", "Orr sold 12 baths in 2019."
OLDEST = "Orr has the oldest baths."
FIVE = "Ada Quist, Karl Orr, Ole Lenz, Jo Hale and Al Voss met."
SIX = "Ole Brandt, Jo Hale, Al Voss, Ed Tarn, Bo Kelm and Ky Sudd sold the baths."

# Claim, passage, context, and what is measured, to three places.
ROWS = {
    "same": (
        SOLD, SOLD, "",
        "cover=1 cover_here=1 gap_count=0 order_kept=1 order_near=1 order_dense=0.75 order_span=1",
    ),
    "passive": (SOLD, "The baths were sold by Orr.", "", "cover=1 order_kept=0 order_near=0 opens_with_the=1"),
    "last-word-in-context": (
        SOLD, "Orr sold it.", "The baths leak", "cover_here=0.621 cover_last=0.95 in_context=0.333 order_dense=1",
    ),
    "subject-in-context": (
        SOLD, "It sold the baths.", "Orr left", "subject_in_context=1 cover_subject=0.95 name_first_here=0",
    ),
    "two-sentences": (
        SOLD, "It sold the old baths. Orr left.", "",
        "cover=1 cover_best_sentence=0.621 order_kept=0.5 order_near=0.5 opens_with_pronoun=1 passage_sentences=2",
    ),
    "other-name": (
        SOLD, "Lenz sold the baths.", "",
        "cover=0.621 cover_subject=0 cover_predicate=1 gap_count=1 gap_name=1 gap_plain=0 name_absent=1 name_free=1 "
        "name_last_absent=1 order_span=0.75 passage_share=0.5 swap=0.28 swap_fit=0.4 swap_kind=0.7 swap_weight=0.106",
    ),
    "nothing-shared": (
        SOLD, "It rained.", "",
        "cover=0 gap_count=3 gap_first=1 gap_last=1 gap_plain=2 gap_predicate=2 order_kept=1 order_near=0 "
        "subject_open=1",
    ),
    "empty": (SOLD, "", "", "cover=0 passage_words=1 order_span=0 passage_share=0 opens_with_the=0"),
    "empty-claim": ("", SOLD, "", "cover=1 claim_content=0 cover_verb=1 gap_last=0 figure_met_share=1"),
    "claim-denies": (
        "Orr did not sell the baths.", SOLD, "",
        "negated_claim=1 negated_passage=0 negated_apart=1 negated_apart_last=1 negated_odd=1 negated_claim_only=1",
    ),
    "passage-denies": (
        SOLD, "Orr did not sell the baths.", "",
        "negated_claim=0 negated_passage=1 negated_apart=1 negated_apart_last=1 negated_odd=1 negated_claim_only=0",
    ),
    "both-deny": (
        "Orr did not sell the baths.", "Orr did not sell the baths.", "",
        "negated_claim=1 negated_passage=1 negated_apart=0 negated_odd=0 negated_claim_only=0",
    ),
    "opposite": ("Prices rose.", "Prices fell.", "", "opposite=1 opposite_weight=0.353 opposite_cancelled=0"),
    "opposite-denied": ("Prices rose.", "Prices did not fall.", "", "opposite=0 opposite_cancelled=1 negated_apart=0"),
    "other-trade": ("Orr is a baker.", "Orr is a butcher.", "", "copula=1 copula_apart=1 claim_is_a=1"),
    "same-trade": ("Orr is a baker.", "Orr is a baker.", "", "copula=1 copula_apart=0"),
    "trade-in-midst": ("In Tarn Orr is the old baker.", "In Tarn Orr was a butcher.", "", "copula=1 copula_apart=1"),
    "no-trade": ("Orr is a baker.", "Orr is in Tarn.", "", "copula=0 copula_apart=0"),
    "other-figures": (
        SAME, "Orr sold 14 baths in 2018.", "",
        "figures=2 figures_passage=2 figure_different=1 figure_different_noun=1 figure_different_plain=1 "
        "date_different=0.913 date_different_plain=0.954 figure_met_share=0 figure_met_all=0",
    ),
    "same-figures": (
        SAME, SAME, "", "figure_met=1 date_met=0.913 figure_met_all=1 figure_met_share=1 figure_bound=0",
    ),
    "no-figures": (SAME, "Orr sold baths.", "", "figure_missing=1 date_missing=1 figure_met_all=0 missing_same_kind=0"),
    "no-date": (
        SAME, "Orr sold 12 vans.", "",
        "figure_missing=0 date_missing=1 figure_other_noun=1 figure_met=0.643 figure_met_share=0.5",
    ),
    "bound": ("Orr sold more than 12 baths.", "Orr sold 14 baths.", "", "figure_bound=1 figure_met=1"),
    "only": ("Only Orr sold the baths.", SOLD, "", "absolute_claim=1"),
    "only-in-both": ("Only Orr sold the baths.", "Only Orr sold the baths.", "", "absolute_claim=0"),
    "may": ("Orr may sell the baths.", "Orr expects to sell the baths.", "", "modal_claim=1 modal_passage=1"),
    "may-2019": ("In May 2019 Orr sold it.", "In May 2019 Orr sold it.", "", "modal_claim=0 modal_passage=0"),
    "largest": (OLDEST, "Orr has the largest baths.", "", "superlative_apart=1 superlative_swapped=1"),
    "no-superlative": (OLDEST, "Orr has the baths.", "", "superlative_apart=1 superlative_swapped=0"),
    "same-superlative": (OLDEST, OLDEST, "", "superlative_apart=0 superlative_swapped=0"),
    "synonym": ("The film was long.", "The movie was long.", "", "kin_synonym=0.5 cover=0.97 cover_subject=0.85"),
    "she": (QUIST, "She sold the baths.", "", "subject_open=1 cover=0.45 cover_open=1 opens_with_pronoun=1"),
    "she-of-a-context": (QUIST, "She sold the baths.", "Jo Hale left", "subject_open=0 cover_open=0.45"),
    "surname": (QUIST, "Quist sold the baths.", "", "cover_names=0.95 name_absent=0 subject_open=0"),
    "five-names": (FIVE, "They met.", "", "claim_names=4 name_absent=5 gap_count=5 gap_total=30 claim_content=11"),
    "six-names-there": (QUIST, SIX, "", "name_free=5 claim_names=1 order_span=0.188"),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context", "expected"), ROWS.values(), ids=ROWS)
def test_what_is_measured(claim: str, passage: str, context: str, expected: str) -> None:
    measured = measure(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, context))
    wanted = dict(each.split("=") for each in expected.split())
    assert {name: f"{round(measured[name], 3):g}" for name in wanted} == wanted


PREDICATES = {
    "second-word": ("Orr sold it.", "sold"),
    "auxiliary": ("The old mayor has left.", "has"),
    "first-word-is-no-predicate": ("Sold baths leak.", "baths"),
    "unchanged-past": ("Orr cut it.", "cut"),
    "none": ("Orr and it", "and"),
}


@pytest.mark.parametrize(("text", "word"), PREDICATES.values(), ids=PREDICATES)
def test_where_the_predicate_begins(text: str, word: str) -> None:
    reading = read(text)
    assert reading.words[predicate_start(reading)].text == word


def test_texts_of_no_or_one_word_have_no_predicate() -> None:
    assert [predicate_start(read(text)) for text in ("", "Orr")] == [0, 1]


VERBS = {
    "past": ("They elected it.", "elected", True),
    "third-person": ("Orr elects it.", "elects", True),
    "irregular": ("They met it.", "met", True),
    "bare": ("They elect it.", "elect", False),
    "auxiliary": ("They were there.", "were", True),
    "unchanged": ("They cut it.", "cut", True),
    "noun": ("They saw boats.", "boats", False),
    "name": ("They met Closed Doors.", "Closed", False),
    "figure": ("They met sixty.", "sixty", False),
}


@pytest.mark.parametrize(("text", "word", "finite"), VERBS.values(), ids=VERBS)
def test_a_word_may_be_a_finite_verb(text: str, word: str, finite: bool) -> None:
    assert is_finite_verb(next(each for each in read(text).words if each.text == word)) is finite


def test_a_past_may_be_of_what_is_mostly_a_noun() -> None:
    words = read("They blocked the bridge, then boats and wine.").words
    assert [word.text for word in words if may_be_past(word)] == ["blocked"]


TELLING = {
    "two-digits": ("They saw 42 boats.", True),
    "one-digit": ("They saw 4 boats.", False),
    "one-digit-and-noughts": ("They saw 4,000 boats.", False),
    "money": ("They paid £4.", True),
    "year": ("They met in 2019.", False),
}


@pytest.mark.parametrize(("text", "telling"), TELLING.values(), ids=TELLING)
def test_a_figure_may_tell_that_two_texts_speak_of_one_thing(text: str, telling: bool) -> None:
    assert is_telling(read(text).figures[0]) is telling
