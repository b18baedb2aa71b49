"""Beginnings and ends beside spans of time, and letters with and without their accents."""

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS = Stance.SUPPORTS, Stance.CONFLICTS
SPAN = "The strike at the Kerrow yard ran from 1 May 2024 to 10 May 2024."

ROWS = {
    "began": ("The strike at the Kerrow yard began on 1 May 2024.", SPAN, SUPPORTS),
    "ended": ("The strike at the Kerrow yard ended on 10 May 2024.", SPAN, SUPPORTS),
    "began-in-month": ("The strike at the Kerrow yard began in May 2024.", SPAN, SUPPORTS),
    "began-too-late": ("The strike at the Kerrow yard began on 3 May 2024.", SPAN, CONFLICTS),
    "ended-too-late": ("The strike at the Kerrow yard ended on 12 May 2024.", SPAN, CONFLICTS),
    "began-at-its-end": ("The strike at the Kerrow yard began on 10 May 2024.", SPAN, CONFLICTS),
    "accents-in-source": ("Noel Pesic won the race in Besiktas.", "Noël Pešić won the race in Beşiktaş.", SUPPORTS),
    "accents-in-claim": ("Łucja Müller leads the firm.", "Lucja Muller leads the firm.", SUPPORTS),
}


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_ends_of_spans_and_accents(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage)
    assert judged.stance is stance
    assert judged.shown


def test_the_end_that_is_meant_is_named() -> None:
    assert "the source says 1 May 2024 to 10 May 2024, which begins so" in judge(*ROWS["began-too-late"][:2]).reasons
    assert "the source says 1 May 2024 to 10 May 2024, which ends so" in judge(*ROWS["ended-too-late"][:2]).reasons
