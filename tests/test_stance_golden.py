"""What is found of our own claims is what was found; `stance_golden.py` says what to do where it is not."""

from __future__ import annotations

from itertools import chain

import pytest
from stance_golden import CASES, TURNED_ROUND, Case, golden_file, line_of, lines_of, turned_round


def parts() -> dict[str, list[str]]:
    """Return the lines written down for each case, by its id."""
    found: dict[str, list[str]] = {}
    for line in chain.from_iterable(golden_file(name).read_text("utf-8").splitlines() for name in CASES):
        if line.startswith("# "):
            found[line[2:].partition(":")[0]] = []
        found[list(found)[-1]].append(line)
    return found


WRITTEN = parts()
EVERY_CASE = [case for of_file in CASES.values() for case in of_file()]
TURNED = list(turned_round(EVERY_CASE))
PARTS = 8  # of the last file, for several processes


@pytest.mark.parametrize("case", EVERY_CASE, ids=[case.id for case in EVERY_CASE])
def test_what_is_found(case: Case) -> None:
    assert lines_of(case) == WRITTEN.get(case.id), "if that is meant: python tests/stance_golden.py"


def test_all_that_is_written_down_is_asked() -> None:
    assert list(WRITTEN) == [case.id for case in EVERY_CASE]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_found_the_other_way_round(part: int) -> None:
    written = golden_file(TURNED_ROUND).read_text("utf-8").splitlines()[part::PARTS]
    assert [line_of(case) for case in TURNED[part::PARTS]] == written, "see stance_golden.py"
