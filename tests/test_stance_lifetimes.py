"""Ages, births and ends that a date and a span give."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 5, 17)
AGED = "Anna Quist, 44, is a chemist."

ROWS = {
    "is": ("Anna Quist is 44.", AGED, SUPPORTS),
    "is-another": ("Anna Quist is 48.", AGED, CONFLICTS),
    "decade": ("Anna Quist is in her forties.", AGED, SUPPORTS),
    "another-decade": ("Anna Quist is in her fifties.", AGED, CONFLICTS),
    "born": ("Anna Quist was born in 1980.", AGED, SUPPORTS),
    "born-otherwise": ("Anna Quist was born in 1990.", AGED, CONFLICTS),
    "age-from-birth": ("Anna Quist is 44 years old.", "Anna Quist was born in March 1980.", SUPPORTS),
    "before-the-birthday": ("Anna Quist is 43 years old.", "Anna Quist was born in June 1980.", SUPPORTS),
    "founded": ("The firm is nearly 50 years old.", "The firm was founded in 1975.", SUPPORTS),
    "founded-otherwise": ("The firm is 120 years old.", "The firm was founded in 1975.", NEUTRAL),
    "end": ("The contract ends in 2027.", "The five-year contract was signed in 2022.", SUPPORTS),
    "end-of-a-month": (
        "The licence expires in August 2028.", "The licence, granted in August 2020, lasts for eight years.", SUPPORTS
    ),
    "no-age": ("The score was 44.", AGED, NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS.values(), ids=ROWS.keys())
def test_an_age_and_a_day_give_a_birth_and_a_beginning_and_a_span_an_end(
    claim: str, passage: str, stance: Stance
) -> None:
    judgement = judge(claim, passage, published=PUBLISHED)
    assert judgement.stance is stance
    assert judgement.shown or stance is NEUTRAL


def test_the_sum_is_shown() -> None:
    judgement = judge("Anna Quist was born in 1980.", AGED, published=PUBLISHED)
    assert judgement.reasons == ("the source gives 2024 - 44 = 1979 or 1980",)


def test_the_years_are_shown() -> None:
    judgement = judge("The firm is nearly 50 years old.", "The firm was founded in 1975.", published=PUBLISHED)
    assert judgement.reasons == ("the source gives 2024 - 1975 = 49 years",)
