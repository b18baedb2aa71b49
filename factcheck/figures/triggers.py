"""A cheap look at a text: can it hold a figure at all? Most sentences of an archive stop here."""

from __future__ import annotations

import re

from factcheck.figures.date_words import DECADES, MONTHS, RELATIVE_WORDS, WEEKDAYS
from factcheck.figures.number_words import DENOMINATORS, DOZENS, FOLDS, MULTIPLES, ORDINALS, SCALES, SMALL, TENS

_WORDS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"[0-9¼½¾⅐-⅞]")

_UNIT_WORDS = (
    "couple dollar kilogram kilo litre liter mile kilometre kilometer metre meter tonne ton gallon pound lb euro"
    " millilitre milliliter minute second hour day week month year decade absolute"
).split()
_TRIGGERS = frozenset(
    word
    for table in (
        *(SMALL, TENS, SCALES, DOZENS, DENOMINATORS, ORDINALS, MULTIPLES, FOLDS),
        *(MONTHS, WEEKDAYS, RELATIVE_WORDS, DECADES, _UNIT_WORDS),
    )
    for word in table
)
_IMPLIED = frozenset(
    "no none nobody both pair doubled doubles doubling double tripled triples tripling trebled quadrupled halved"
    " halving"
    " halves duo trio twins neither nothing never without".split()
)


def may_hold_figures(text: str, implied: bool = False) -> bool:
    """Return False where a text holds neither a digit nor a word that figures are made of."""
    if _DIGITS.search(text):
        return True
    words = _WORDS.findall(text.lower())
    return not _TRIGGERS.isdisjoint(words) or (implied and not _IMPLIED.isdisjoint(words))
