"""Two reports of one event that give different figures: each beside a pair that is of two things and stays silent."""

from datetime import date, datetime
from pathlib import Path

import pytest

from factcheck import Library
from factcheck.models import Verdict

NOW = datetime(2024, 9, 12)
FLOOD = "The flood in Orm destroyed nine bridges."
NINE = "The flood in Orm has destroyed nine bridges, and the coast road is closed."

ROWS = {
    "other-count-in-other-words": (
        FLOOD, NINE, "Seven bridges were swept away by the flood, officials in Orm said, and repairs will take weeks.",
        Verdict.MIXED),
    "own-count-in-other-words": (
        FLOOD, "The flood in Orm destroyed seven bridges.",
        "Nine bridges were swept away by the flood, officials in Orm said.", Verdict.MIXED),
    "count-of-another-thing": (
        FLOOD, NINE, "Seven schools were swept away by the flood, officials in Orm said.", Verdict.SUPPORTED),
    "same-count": (
        FLOOD, NINE, "Nine bridges were swept away by the flood, officials in Orm said.", Verdict.SUPPORTED),
    "of-years-ago": (
        FLOOD, NINE, "In the flood of 1962 the river swept away seven bridges in Orm.", Verdict.SUPPORTED),
    "nearer-in-miles": (
        "At its closest the tanker was eight nautical miles from Cape Lund.",
        "The tanker came within eight nautical miles of Cape Lund before the tug took it in tow.",
        "Captain Quist told a hearing that the tanker had come within three nautical miles of Cape Lund.",
        Verdict.MIXED),
    "part-of-the-whole-beside": (
        "Norvia has approved aid for 14 of the 20 towns on the list.",
        "Norvia has approved aid for 14 of the 20 towns on the list, the minister said.",
        "Aid for 20 towns was on the list of the governor.", Verdict.SUPPORTED),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_verdict_of_two_reports(row: tuple[str, str, str, Verdict], tmp_path: Path) -> None:
    claim, first, second, wanted = row
    for name, text in (("first", first), ("second", second)):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: 2024-09-11\n---\n\n{text}\n", encoding="utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([tmp_path / "first.md", tmp_path / "second.md"], now=NOW)
        assert library.check(claim, claim_date=date(2024, 9, 12)).verdict is wanted
