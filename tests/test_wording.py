"""What a person reads of a check: it says what is known, and nothing that its neighbours on the page contradict."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import render_samples as samples

from factcheck import compare_figures, extract_figures, judge
from factcheck.models import Assertion, Check, Comparison, Evidence, HistoryRow, Passage, Relation, Stance, Verdict
from factcheck.render import html, jsonl, markdown, phrases, terminal
from factcheck.render.look import Look
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.reasons import reasons
from factcheck.stance.rulings import Ruling
from factcheck.verdict import decide

LOOK = Look(width=80)
DAY = date(2025, 1, 1)


def in_terminal(check: Check) -> str:
    return terminal.render_check(check, LOOK)


def in_history(check: Check) -> str:
    when = datetime(2025, 1, 1, tzinfo=UTC)
    return terminal.render_history([HistoryRow(check.claim, check.verdict, check.confidence, when)], LOOK)


def in_markdown(check: Check) -> str:
    return markdown.report([check], title="Claims", day=DAY, database="claims.db", sources=[])


def in_html(check: Check) -> str:
    return html.report([check], title="Claims", day=DAY, database="claims.db", sources=[])


@pytest.mark.parametrize("render", [in_terminal, in_history, in_markdown, in_html])
def test_only_an_answer_has_a_confidence(render: Callable[[Check], str]) -> None:
    assert "88 %" not in render(samples.unverified())
    assert "97 %" in render(samples.supported())


def test_a_program_reads_the_confidence_of_every_verdict() -> None:
    check = samples.unverified()
    assert check.verdict is Verdict.UNVERIFIED
    assert json.loads(jsonl.check_json(check))["confidence"] == check.confidence


def reason(claim: str, passage: str) -> str:
    """Return what a person reads where the one passage does not settle the claim."""
    evidence = Evidence(Passage(1, passage, "", samples.source()), judge(claim, passage))
    check = decide(claim, (), [Assertion(claim, 0, len(claim))], [evidence])
    assert check.verdict is Verdict.UNVERIFIED
    return check.reasons[0]


NUMBERS = "Passenger numbers on the Halden ferries rose from 455,000 in 2019 to 620,000 in 2024."
UNVERIFIED = {
    "figure-of-something-else": (
        "Freight on the Halden ferries rose from 455,000 to 620,000.",
        NUMBERS,
        "the sources do not say: the nearest passage has 455,000 (Passenger numbers), but no word for “Freight”",
    ),
    "no-such-word": (
        "The company agreed to sell.",
        "The company agreed with the union.",
        "the sources do not say: the nearest passage has no word for “sell”",
    ),
    "no-such-figure": (
        "The clinic in Stenby sold 48,300 masks.",
        "The clinic in Stenby sold masks.",
        "the sources do not say: the nearest passage gives no figure for 48,300 masks",
    ),
    "no-such-name": (
        "Kingsmead cost £14.2m.",
        "The terminal at Brask cost £14.2m.",
        "the sources do not say: the nearest passage does not name Kingsmead",
    ),
    "no-such-figure-in-words": (
        "Sara Lind has won the Coastal Marathon four times.",
        "Sara Lind won the Coastal Marathon on Sunday.",
        "the sources do not say: the nearest passage gives no figure for “four times”",
    ),
    "the-source-comes-second": (
        "A mobile clinic visits 60 schools a month.",
        "A mobile clinic visits 14 schools a week.",
        "the sources do not say: where the claim has “month”, the nearest passage has “week”",
    ),
    "a-year-alone-is-not-told": (
        "Freight was late in 2019.",
        "Ferries were slow in 2019.",
        "the sources do not say: the nearest passage has no word for “Freight”, “late”",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "told"), UNVERIFIED.values(), ids=UNVERIFIED)
def test_an_unverified_claim_is_told_what_the_nearest_passage_has(claim: str, passage: str, told: str) -> None:
    assert reason(claim, passage) == told


def test_support_too_weak_to_count_is_not_said_to_say_the_same() -> None:
    pair = lay_side_by_side("The mill closed.", "The mill closed.", None, None, "")
    assert reasons(pair, Stance.SUPPORTS, Ruling()) == ("the passage says what the claim says",)
    (weak,) = reasons(pair, Stance.SUPPORTS, Ruling(), shown=False)
    assert weak == "the passage has the claim's words, but does not clearly say the same"


def test_support_too_weak_to_count_is_told_by_what_is_missing() -> None:
    judgement = judge("Police in Tarn told a man to go.", "Police told a man in Tarn.")
    assert judgement.stance is Stance.SUPPORTS and not judgement.shown
    assert judgement.reasons == ("the passage has no word for “go”",)


def test_a_reason_is_not_told_again_word_by_word() -> None:
    told = judge("The men's race was won by Mercy Cherop.", "The men's race was won by Dawit Abebe in 2:08:05.").reasons
    assert told == ("the claim says “Mercy Cherop”, the source “Dawit Abebe”",)


def test_what_a_reason_leaves_out_is_told_too() -> None:
    told = judge(
        "Ida Falk urged parents to get a first dose.", "Dr Ida Falk urged parents to book a second dose."
    ).reasons
    assert told == ("the source says second dose", "the passage has no word for “get”")


# --- compared figures -----------------------------------------------------------------------------------


def compared(claim: str, source: str) -> Comparison:
    (mine,), (theirs,) = extract_figures(claim), extract_figures(source)
    return compare_figures(mine, theirs)


DIFFERENCES = {
    "pounds": ("It cost £1.1m.", "It cost £14.2m.", "+£13.1 million"),
    "less": ("It cost £14.2m.", "It cost £1.1m.", "-£13.1 million"),
    "dollars-in-words": ("It cost 2 million dollars.", "It cost $5m.", "+3 million dollars"),
    "pence-are-no-pounds": ("It cost 50p.", "It cost 55p.", "+0.05 GBP"),
    "name-of-a-unit": ("It used 5 million cubic metres.", "It used 3.4 million m3.", "-1.6 million cubic metres"),
    "symbol-of-a-unit": ("It used 5 million m3.", "It used 3.4 million cubic metres.", "-1.6 million m3"),
    "one": ("It weighs 4 tonnes.", "It weighs 5 tonnes.", "+1 tonne"),
    "more-than-one": ("It weighs one tonne.", "It weighs 5 tonnes.", "+4 tonnes"),
    "as-an-adjective": ("It is a 12-kilometre road.", "It is a 30-kilometre road.", "+18 kilometres"),
    "irregular": ("It is one foot high.", "It is 6 feet high.", "+5 feet"),
    "same-in-one-and-many": ("It weighs 5 stone.", "It weighs 9 stone.", "+4 stone"),
    "close-to-its-number": ("It is 12km long.", "It is 30km long.", "+18km"),
    "rate": ("It drives at 40 kilometres per hour.", "It drives at 60 kilometres per hour.", "+20 kilometres per hour"),
    "rank": ("It came first.", "It came third.", ""),
    "per-cent": ("It fell by 12%.", "It fell by 15%.", "+3 points"),
    "plain-count": ("It has 12 rooms.", "It has 15 rooms.", "+3"),
    "none": ("It has about 12 rooms.", "It has 12 rooms.", ""),
}


@pytest.mark.parametrize(("claim", "source", "told"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_a_difference_is_in_the_claims_own_unit(claim: str, source: str, told: str) -> None:
    assert phrases.difference(compared(claim, source)) == told


def cells(claim: str, passage: str) -> list[tuple[str, str, Relation]]:
    comparisons = judge(claim, passage).comparisons
    return [(phrases.claimed(each), phrases.stated(each), each.relation) for each in comparisons]


TABLES = {
    "both-ends-of-a-span": (
        "Passenger numbers rose between 2019 and 2024.",
        NUMBERS,
        ("2019 and 2024", "2019 and 2024", Relation.WITHIN),
    ),
    "one-end-of-a-span": (
        "Passenger numbers rose between 2019 and 2024.",
        "Passenger numbers rose in 2019.",
        ("2019 and 2024", "2019", Relation.WITHIN),
    ),
    "span-in-the-source": (
        "Passenger numbers rose from 2019 to 2024.",
        "Passenger numbers rose from 2019 to 2024.",
        ("2019 to 2024", "2019 to 2024", Relation.EQUAL),
    ),
    "years-between": (
        "Passenger numbers rose over five years.",
        "Passenger numbers rose from 2019 to 2024.",
        ("five years", "2019 to 2024 is 5 years", Relation.WITHIN),
    ),
    "level-beside-a-change": (
        "Passenger numbers rose by 165,000 to 620,000.",
        NUMBERS,
        ("165,000 (Passenger numbers) (a change)", "455,000 (Passenger numbers) (a level)", Relation.INCOMPARABLE),
    ),
    "change-beside-a-level": (
        "Passenger numbers rose from 455,000.",
        "Passenger numbers rose by 165,000.",
        ("455,000 (Passenger numbers) (a level)", "165,000 (Passenger numbers) (a change)", Relation.INCOMPARABLE),
    ),
    "level-beside-a-level": (
        "The ferries carried 620,000 people.",
        "The ferries carried 455,000 people.",
        ("620,000 people", "455,000 people", Relation.DIFFERENT),
    ),
    "change-that-is-worked-out": (
        "Passenger numbers rose by 165,000.",
        NUMBERS,
        ("165,000 (Passenger numbers)", "620,000 - 455,000 = 165,000 (Passenger numbers)", Relation.WITHIN),
    ),
    "change-of-money": (
        "Sales rose by £165,000.",
        "Sales rose from £455,000 to £620,000.",
        ("£165,000", "£620,000 - £455,000 = £165,000", Relation.WITHIN),
    ),
}


@pytest.mark.parametrize(("claim", "passage", "row"), TABLES.values(), ids=TABLES)
def test_a_row_of_the_table_says_what_is_compared(claim: str, passage: str, row: tuple[str, str, Relation]) -> None:
    assert row in cells(claim, passage)
