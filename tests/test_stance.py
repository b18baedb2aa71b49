"""The stance of one passage: rows of claim, passage and expected stance, each with a near neighbour."""

import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.models import MET, DecidedBy, Relation, Stance
from factcheck.stance import judge

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

CLAIMS = {
    "count-same": ("Ardania sent 9,000 soldiers to Kelmark.", "Ardania sent 9,000 soldiers to Kelmark.", SUPPORTS),
    "count-other": (
        "Ardania sent 12,000 soldiers to Kelmark.",
        "Ardania sent 9,000 soldiers to Kelmark in March.",
        CONFLICTS,
    ),
    "count-of-other-noun": (
        "Ardania sent 12,000 soldiers to Kelmark.",
        "Ardania also sent 12,000 containers to Kelmark.",
        NEUTRAL,
    ),
    "typing-errors": ("Ardania snet 9,000 soldeirs to Kelmark.", "Ardania sent 9,000 soldiers to Kelmark.", SUPPORTS),
    "bound-held": (
        "Fewer than 10,000 soldiers were sent to Kelmark.",
        "Ardania sent 9,000 soldiers to Kelmark.",
        SUPPORTS,
    ),
    "bound-broken": (
        "More than 10,000 soldiers were sent to Kelmark.",
        "Ardania sent 9,000 soldiers to Kelmark.",
        CONFLICTS,
    ),
    "other-figure-of-the-sentence": (
        "The yard earned £300 million from arms deals.",
        "The yard earned £2 billion from arms deals, as well as £300 million from repairs.",
        CONFLICTS,
    ),
    "right-figure-of-the-sentence": (
        "The yard earned £2 billion from arms deals.",
        "The yard earned £2 billion from arms deals, as well as £300 million from repairs.",
        SUPPORTS,
    ),
    "other-currency": (
        "The yard earned $2 billion from arms deals.",
        "The yard earned £2 billion from arms deals.",
        NEUTRAL,
    ),
    "direction": ("The council rejected the budget.", "The council approved the budget on Monday.", CONFLICTS),
    "down-from": ("Turnout was down from 2019.", "Turnout was 43.6 percent, up from 38.2 percent in 2019.", CONFLICTS),
    "up-from": ("Turnout was up from 2019.", "Turnout was 43.6 percent, up from 38.2 percent in 2019.", SUPPORTS),
    "level-is-what-it-came-to": ("Rents were £1,310 in May.", "Rents rose £40 to £1,310 in May.", SUPPORTS),
    "no-direction": ("The council approved the budget.", "The council approved the budget on Monday.", SUPPORTS),
    "negation": ("Arrests were made in Tesk.", "No arrests were made in Tesk.", CONFLICTS),
    "off-topic": ("The Bank of England cut interest rates to 4.5%.", "Rents in Saltmere rose again.", NEUTRAL),
    "opinion": ("Saltmere has the prettiest harbour.", "Saltmere has a harbour.", NEUTRAL),
    "plan-for-fact": ("The yard delivered the ferry.", "The yard will deliver the ferry.", NEUTRAL),
}


@pytest.mark.parametrize(("claim", "passage", "expected"), CLAIMS.values(), ids=CLAIMS.keys())
def test_stance(claim: str, passage: str, expected: Stance) -> None:
    assert judge(claim, passage).stance is expected


DERIVED = {
    "difference": ("Net debt fell by £9m.", "Net debt fell from £31m to £22m.", "£31m - £22m"),
    "points": (
        "Turnout was 5.4 percentage points higher than in 2019.",
        "Turnout was 43.6 per cent, up from 38.2 per cent in 2019.",
        "43.6 per cent - 38.2 per cent",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "shown"), DERIVED.values(), ids=DERIVED.keys())
def test_derived_figures_show_their_sum(claim: str, passage: str, shown: str) -> None:
    found = [c for c in judge(claim, passage).comparisons if c.relation in MET]
    assert any(shown in comparison.note for comparison in found)


def test_no_sum_is_made_where_the_claim_speaks_of_none() -> None:
    judged = judge("The flat costs £9m.", "Net debt fell from £31m to £22m.")
    assert all(comparison.relation is not Relation.EQUAL for comparison in judged.comparisons)


def test_words_never_overrule_a_figure_that_is_missing() -> None:
    judged = judge("The storm cut power to 40,000 homes in Tesk.", "The storm cut power to homes in Tesk.")
    assert judged.stance is not SUPPORTS


def test_figures_decide_and_say_so() -> None:
    judged = judge("Ardania sent 12,000 soldiers to Kelmark.", "Ardania sent 9,000 soldiers to Kelmark.")
    assert judged.decided_by is DecidedBy.FIGURE
    assert any("9,000" in reason for reason in judged.reasons)


def test_this_year_is_read_against_the_claims_date() -> None:
    claim, passage = "The yard made a profit of £3m last year.", "The yard made a profit of £3m in 2023."
    assert judge(claim, passage, claim_date=date(2024, 5, 1)).stance is SUPPORTS
    assert judge(claim, passage, claim_date=date(2023, 5, 1)).stance is not SUPPORTS


def test_names_are_read_through_the_context() -> None:
    claim, passage = "Ruth Hallam ordered two ferries.", "She ordered two ferries."
    near = judge(claim, passage, context="Ruth Hallam took over the yard.")
    far = judge(claim, passage, context="")
    assert near.stance is SUPPORTS
    assert near.shown
    assert not far.shown


def test_another_name_of_the_same_family_bears_nothing_out() -> None:
    judged = judge("South Ardania sent 9,000 soldiers.", "North Ardania sent 9,000 soldiers.")
    assert not (judged.stance is SUPPORTS and judged.shown)


def test_a_number_of_more_digits_than_arithmetic_has_is_judged() -> None:
    assert judge("0", "1" + "0" * 40).stance is NEUTRAL


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=200))
def test_judging_never_fails(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert 0.0 <= judged.score <= 1.0
    for start, end in judged.matched:
        assert 0 <= start < end <= len(passage)


SCRIPT = """
import json
from factcheck.stance import judge
rows = json.loads(input())
print([repr(judge(claim, passage)) for claim, passage in rows])
"""


def test_the_same_judgement_on_every_hash_seed() -> None:
    rows = json.dumps([[claim, passage] for claim, passage, _ in CLAIMS.values()])
    answers = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=rows,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PATH": ""},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(answers) == 1


def test_a_passage_about_somebody_else_supports_nothing_that_is_shown() -> None:
    told = judge("The ferry sank, Bo Vale said.", "The ferry sank, Bo Vale said.")
    told_by_another = judge("The ferry sank, Ann Orr said.", "The ferry sank, Bo Vale said.")
    assert told.stance is SUPPORTS and told.shown
    assert not (told_by_another.stance is SUPPORTS and told_by_another.shown)


VOTES = {
    "the-rest": (
        "Two of the board's seven members voted against the rise.",
        "Five of the seven members of its board voted for the rise.",
        SUPPORTS,
    ),
    "claimed-share": (
        "The firm will cut a quarter of its 400 jobs.",
        "The firm, which employs 400 people, will cut 100 jobs.",
        SUPPORTS,
    ),
    "claimed-share-wrong": (
        "The firm will cut half of its 400 jobs.",
        "The firm, which employs 400 people, will cut 100 jobs.",
        CONFLICTS,
    ),
    "verb-of-another-figure": (
        "Some 1,200 people were killed.", "Some 1,200 people survived and 300 were killed.", CONFLICTS
    ),
    "only-expected": ("The plant closed in June.", "The plant is expected to close in June.", NEUTRAL),
    "cheaper-is-not-dearer": ("Tickets are a fifth cheaper.", "Tickets are a fifth dearer.", CONFLICTS),
    "up-to-is-not-more-than": ("Up to 50 jobs will go.", "More than 50 jobs will go.", CONFLICTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), VOTES.values(), ids=VOTES.keys())
def test_parts_and_wholes_of_both_texts(claim: str, passage: str, stance: Stance) -> None:
    judgement = judge(claim, passage, published=date(2024, 5, 17))
    assert judgement.stance is stance
    assert judgement.shown
