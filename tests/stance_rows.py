"""What the tables of the stance tests share: a test for each row, and the stance that a reader is shown for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance


def each(rows: Mapping[str, object]) -> pytest.MarkDecorator:
    """Run a test for each row of a table, under the row's id."""
    return pytest.mark.parametrize("row", rows.values(), ids=rows.keys())


def shown(
    claim: str, passage: str, context: str = "", *, published: date | None = None, claim_date: date | None = None
) -> Stance:
    """Return the stance that a reader is shown: neutral where none is sure enough."""
    judgement = judge(claim, passage, context=context, published=published, claim_date=claim_date)
    return judgement.stance if judgement.shown else Stance.NEUTRAL
