"""The ages of people: "Rosalind Achterberg is 65" beside "Ms Achterberg, 56, came from Rotterdam"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.models import Figure, Kind
from factcheck.proofread.beside import Beside
from factcheck.proofread.calendars import ages
from factcheck.proofread.names import Name

REACH = 45
"""How many code points after a name its age may stand."""


def wrong_ages(claim: str, names: Sequence[Name], sides: Sequence[Beside]) -> Iterator[tuple[Figure, Figure, Beside]]:
    """Yield each age of a person that the sources give otherwise: the age, the source's, and the passage.

    An age is right if any passage has it, or one that differs by no more than the years between the reports do.
    """
    if not sides:
        return
    figures = sides[0].pair.claim.figures
    for age in [*ages(claim, figures), *_ages_in_apposition(claim, figures)]:
        person = next((name for name in reversed(names) if _is_age_of(claim, name.end, age.start)), None)
        if person is None:
            continue
        stated = [(side, other) for side in sides for other in _ages_of(person.last, side)]
        if stated and not any(_may_be(age, other) for _, other in stated):
            yield age, stated[0][1], stated[0][0]


def _ages_in_apposition(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the 43 of "Sunniva Reay, a vet of 43,"; whether a person stands before it is asked elsewhere."""
    for figure in figures:
        bare = figure.kind is Kind.NUMBER and len(figure.text) == 2 and figure.text.isdigit()
        ends = re.match(r"\s*(?:[,.;)]|$)", text[figure.end :])
        if bare and ends and re.search(rf"{_APPOSITION}$", text[: figure.start]):
            yield figure


_APPOSITION = r",\s+an?\s+(?:[\w-]+\s+){1,4}of\s+"


def _is_age_of(text: str, name_end: int, start: int) -> bool:
    """Tell whether an age that begins at `start` is the person's whose name ends at `name_end`."""
    between = text[name_end:start]
    return 0 <= start - name_end <= REACH and re.fullmatch(
        rf"(?:[’']s)?,?\s*(?:\(|(?:who\s+)?(?:is|was|turned|now|aged|,|just|then|only|an?|\s)*)|{_APPOSITION}", between
    ) is not None  # fmt: skip


def _ages_of(surname: str, side: Beside) -> Iterator[Figure]:
    """Yield the ages that a passage gives a person."""
    text = side.passage.text
    for figure in side.pair.passage.figures:
        if figure.kind is not Kind.AGE and figure not in list(ages(text, [figure])):
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(surname)}", text[: figure.start]):
            if _is_age_of(text, found.end(), figure.start):
                yield figure
                break


def _may_be(age: Figure, other: Figure) -> bool:
    return isinstance(age.value, Decimal) and isinstance(other.value, Decimal) and abs(age.value - other.value) <= 1
