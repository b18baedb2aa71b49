"""Times of day at the edges of what is told apart: all that is read of each, and how each pair compares."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.stance.clock_relations import relation_of
from factcheck.stance.clock_times import ClockTime, read_clock_times

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[tuple[str, ...]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def told(text: str, time: ClockTime) -> str:
    """Return all that is known of a time: its words, where each of them stands, and what they say."""
    words = " + ".join(text[start:end] for start, end in time.spans)
    minutes, last = (" or ".join(f"{each // 60}:{each % 60:02}" for each in ends) for ends in (time.minutes, time.last))
    cells = (time.told, f"({words})", time.bound, minutes, f"to {last}" if last else "", time.zone, time.part)
    return " ".join(cell for cell in cells if cell)


@pytest.mark.parametrize(("text", "found"), rows("clock_times.tsv"))
def test_all_that_is_read(text: str, found: str) -> None:
    assert " | ".join(told(text, time) for time in read_clock_times(text)) == found


@pytest.mark.parametrize(("mine", "theirs", "relation"), rows("clock_relations.tsv"))
def test_how_they_compare(mine: str, theirs: str, relation: str) -> None:
    assert relation_of(read_clock_times(mine)[0], read_clock_times(theirs)[0]).value == relation
