"""How many verdicts on our own claims table are right: printed, and held above a floor.

The floors only go up: they stand just under what was measured, and lowering one needs a reason in the commit.
"""

from __future__ import annotations

import hashlib

import pytest

from benchmarks.claims import OUR_CLAIMS, Answer, answers, read_rows, table
from factcheck.models import Verdict

LEAST_RIGHT = 0.73
LEAST_SILENT = 0.95  # of the claims that no source answers, left unverified
MOST_WRONGLY_SUPPORTED = 4  # claims that a source contradicts
MOST_WRONGLY_CONFLICTING = 2  # claims that a source bears out
TABLE_HASH = "ff9e821ab3f8fc78eb18d6b2a348a33b21b9b959cb370c1f3b95d332b2ee3f2b"


@pytest.fixture(scope="module")
def given() -> list[Answer]:
    return list(answers(OUR_CLAIMS, read_rows(OUR_CLAIMS)))


def confused(given: list[Answer], known: Verdict, said: Verdict) -> int:
    return sum(answer.row.verdict is known and answer.check.verdict is said for answer in given)


def test_the_table_is_the_one_that_was_measured() -> None:
    """A changed table needs its floors measured again: `python -m benchmarks.claims`."""
    text = (OUR_CLAIMS / "claims.tsv").read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == TABLE_HASH


def test_accuracy_stays_above_its_floor(given: list[Answer], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + table(given).partition("\n\nby mechanism")[0])
    assert sum(answer.right for answer in given) / len(given) >= LEAST_RIGHT


def test_silence_where_no_source_answers(given: list[Answer]) -> None:
    silent = confused(given, Verdict.UNVERIFIED, Verdict.UNVERIFIED)
    assert silent / sum(answer.row.verdict is Verdict.UNVERIFIED for answer in given) >= LEAST_SILENT


def test_what_cannot_be_forgiven_stays_rare(given: list[Answer]) -> None:
    assert confused(given, Verdict.CONFLICTING, Verdict.SUPPORTED) <= MOST_WRONGLY_SUPPORTED
    assert confused(given, Verdict.SUPPORTED, Verdict.CONFLICTING) <= MOST_WRONGLY_CONFLICTING
