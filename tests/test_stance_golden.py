"""What is found of our own claims is what was found; `stance_golden.py` says what to do where it is not."""

from __future__ import annotations

import itertools

import pytest
from stance_golden import GOLDEN, TURNED_ROUND, Case, line_of, lines_of, turned_round


def parts() -> dict[str, list[str]]:
    """Return the lines written down for each case, by its id."""
    found: dict[str, list[str]] = {}
    for line in itertools.chain.from_iterable(path.read_text("utf-8").splitlines() for path in GOLDEN):
        if line.startswith("# "):
            found[line[2:].partition(":")[0]] = []
        found[list(found)[-1]].append(line)
    return found


WRITTEN = parts()
PARTS = 8  # of the third file, for several processes
CASES = [case for of_file in GOLDEN.values() for case in of_file()]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_what_is_found(case: Case) -> None:
    assert lines_of(case) == WRITTEN.get(case.id), "if that is meant: python tests/stance_golden.py"


def test_all_that_is_written_down_is_asked() -> None:
    assert list(WRITTEN) == [case.id for case in CASES]


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_found_the_other_way_round(part: int) -> None:
    written = TURNED_ROUND.read_text("utf-8").splitlines()[part::PARTS]
    assert [line_of(case) for case in list(turned_round())[part::PARTS]] == written, "see stance_golden.py"
