"""Openings that name nobody, and the sentence behind them that does."""

from datetime import datetime
from pathlib import Path

import pytest

from factcheck import Library
from factcheck.models import Verdict
from factcheck.stance import is_introduced_by

CLERK = "A former finance clerk who stole £2.3m from a fund in Velby was jailed for five years on Friday."
JAB = "A single dose of a new vaccine prevented 64 per cent of infections in Ostmark, a study found."

NAMED = {
    "name-and-age": (CLERK, "Anya Tench, 54, made 190 payments to herself."),
    "behind-a-dateline": (f"VELBY — {CLERK}", "Anya Tench, 54, made 190 payments to herself."),
    "called": (JAB, "Half of the volunteers received the vaccine, called Velaxa."),
}
NOT_NAMED = {
    "who-only-speaks": (CLERK, "Ruth Pell, 54, said that she had trusted the clerk."),
    "without-an-age": (CLERK, "Judge Ruth Pell praised the auditors."),
    "named-already": ("Anya Tench, a former clerk, was jailed on Friday.", "Ruth Pell, 54, wept in the dock."),
    "several": ("A group of former clerks were jailed on Friday.", "Ruth Pell, 54, wept in the dock."),
    "a-thing": ("A bridge in Velby was closed on Friday.", "Ruth Pell, 54, was hurt."),
    "something-else-called": (JAB, "The study was paid for by a firm called Ostwick."),
}


@pytest.mark.parametrize(("opening", "following"), NAMED.values(), ids=NAMED.keys())
def test_whom_an_opening_means(opening: str, following: str) -> None:
    assert is_introduced_by(opening, following, None)


@pytest.mark.parametrize(("opening", "following"), NOT_NAMED.values(), ids=NOT_NAMED.keys())
def test_who_is_somebody_else(opening: str, following: str) -> None:
    assert not is_introduced_by(opening, following, None)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Tench was jailed for 60 months for stealing from a fund in Velby.", Verdict.SUPPORTED),
        ("Pell was jailed for 60 months for stealing from a fund in Velby.", Verdict.UNVERIFIED),
    ],
    ids=["the-clerk", "the-judge"],
)
def test_a_claim_about_her_is_borne_out_by_the_opening(tmp_path: Path, claim: str, verdict: Verdict) -> None:
    story = f"{CLERK}\n\nAnya Tench, 54, made 190 payments to herself. Judge Ruth Pell praised the auditors.\n"
    (tmp_path / "clerk.md").write_text(story, encoding="utf-8")
    with Library(tmp_path / "c.db", create=True) as library:
        library.index([tmp_path / "clerk.md"], now=datetime(2025, 1, 1))
        assert library.check(claim).verdict is verdict
