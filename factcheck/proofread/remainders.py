"""What is left of a whole when a part is gone: "of the £2.2m, £800,000 went on a roof; £1.4m is left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from factcheck.models import Figure, Kind
from factcheck.proofread.findings import Finding, at_figure
from factcheck.proofread.ranges import exact_range, in_words, is_quantity, is_sum, total
from factcheck.words import likeness

MOST_PARTS = 3
SAME_NOUN = 0.9


def check_remainders(text: str, figures: Sequence[Figure], start: int) -> list[Finding]:
    """Return the remainders from `start` on that do not follow from whole and parts.

    The text may hold the sentence before, which ends at `start`: whole and part often stand there. A remainder
    is only checked where the words tie it to a whole ("of the £15m", "that leaves", "therefore").
    """
    usable = [figure for figure in figures if is_quantity(figure) and not figure.implied]
    found = []
    for rest in usable:
        if rest.start < start or not _is_remainder(text, rest) or _is_whole(text, rest):
            continue
        whole = _whole(text, rest, usable)
        parts = [part for part in usable if whole is not None and _may_be_part(text, part, rest, whole, start)]
        if whole is not None and _patterns().share_of.search(text[: whole.start]):
            continue  # "half of the 80": another part that is gone
        if whole is None or not 0 < len(parts) <= MOST_PARTS or _fits(whole, parts, rest):
            continue
        left = exact_range(whole).minus(total(parts))
        if left.low < 0:
            continue
        gone = " − ".join(part.text for part in parts)
        message = f"{whole.text} − {gone} leaves {in_words((left.low + left.high) / 2, whole)}, not {rest.text}"
        found.append(at_figure("sum-wrong", rest, message))
    return found


def _is_remainder(text: str, figure: Figure) -> bool:
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 60]
    return bool(_patterns().leaves.search(before) or _patterns().is_left.match(after))


def _is_whole(text: str, figure: Figure) -> bool:
    """Tell whether a figure is what something is a part of: "fourteen of the 23 members remain"."""
    return _patterns().of_the.search(text[max(0, figure.start - 30) : figure.start]) is not None


def _whole(text: str, rest: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return the whole: the nearest figure before that "of the" introduces, else one that counts the same noun."""
    before = [figure for figure in figures if figure.end <= rest.start and _alike(text, figure, rest)]
    named = [figure for figure in before if _patterns().of_the.search(text[max(0, figure.start - 30) : figure.start])]
    if named:
        return named[-1]
    return before[0] if before and _patterns().leaves.search(text[max(0, rest.start - 40) : rest.start]) else None


def _may_be_part(text: str, part: Figure, rest: Figure, whole: Figure, start: int) -> bool:
    """Tell whether a figure is a part gone: alike, smaller, and said to be of the whole, or in its clause."""
    if part in (rest, whole) or not _alike(text, part, whole) or _value(part) >= _value(whole):
        return False
    near = _patterns().of_it.match(text[part.end : part.end + 40]) is not None
    return near or part.start > whole.start or _patterns().gone.match(text[part.end : part.end + 60]) is not None


def _fits(whole: Figure, parts: Sequence[Figure], rest: Figure) -> bool:
    """Tell whether some of the parts leave the rest: one that says so is enough."""
    return any(
        is_sum(whole, [*chosen, rest])
        for size in range(1, min(len(parts), 3) + 1)
        for chosen in combinations(parts, size)
    )


def _alike(text: str, figure: Figure, other: Figure) -> bool:
    """Tell whether two figures can be reckoned with one another: one unit, or one of them without any."""
    if _is_bare(text, figure) or _is_bare(text, other):
        return True
    if figure.noun and other.noun and likeness(figure.noun, other.noun) < SAME_NOUN and figure.kind is Kind.NUMBER:
        return False
    return figure.kind is other.kind and figure.unit == other.unit and figure.kind is not Kind.PERCENT


def _is_bare(text: str, figure: Figure) -> bool:
    """Tell whether a number stands without a noun behind it: "eight will go, which leaves 36"."""
    follows = text[figure.end :].lstrip().lower()
    return figure.kind is Kind.NUMBER and not (figure.noun and follows.startswith(figure.noun.lower()))


def _value(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.leaves = re.compile(
            r"\b(?:leav(?:es|ing)|left|remain(?:s|ing|ed)?|outstanding|balance\s+of)(?:\s+(?:only|just|some|about|a|the))*\s*$",
            re.IGNORECASE,
        )
        self.is_left = re.compile(
            r"(?:\s+[\w’'-]+){0,2}\s+(?:(?:is|are|was|were|will\s+be)\s+(?:still\s+|therefore\s+)?(?:left|missing|outstanding|unsold|unpaid|unspent)"
            r"|(?:still\s+)?remain(?:s|ed)?)\b",
            re.IGNORECASE,
        )
        self.of_the = re.compile(r"\b(?:of|from)\s+(?:the|its|their|his|her|those)\s*$", re.IGNORECASE)
        self.share_of = re.compile(
            r"(?:\b(?:half|thirds?|quarters?|fifths?|tenths?|per\s+cent|percent)|%)\s+of\s+(?:the|its|their|his|her|those)\s+$",
            re.IGNORECASE,
        )
        self.of_it = re.compile(
            r"\s+(?:of\s+(?:it|them|the|that|this|these|those|which|whom|its|their)\b)", re.IGNORECASE
        )
        self.gone = re.compile(
            r"(?:\s+[\w’'-]+){0,2}\s+(?:has|have|had|was|were|is|are)\s+(?:been\s+)?(?:so\s+far\s+)?"
            r"(?:repaid|recovered|spent|sold|found|paid|used|returned|gone|rescued|given|set\s+aside)\b",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
