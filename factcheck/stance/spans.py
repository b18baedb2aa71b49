"""When something began or ended, beside a span of time: "began on 1 May" and "ran from 1 May to 10 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.compare import compare_figures
from factcheck.models import MET, Kind
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed, stem

BEGIN_WORDS = frozenset(stem(word) for word in listed("begin start open launch commence premiere kick"))
END_WORDS = frozenset(stem(word) for word in listed("end finish close conclude stop expire"))
_TWO_DATES = r"(?i)\b(?:to|until|till|through)\b|[–—−-]"
_REACH = 5  # words between the verb and its date: "began at the yard on"


def with_span_ends(claim: Reading, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with a date of a beginning or an end held against that end of the passage's span."""
    return [_at_its_end(claim, bond) for bond in bonds]


def _at_its_end(claim: Reading, bond: Bond) -> Bond:
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if bond.claim < 0 or source is None or source.value_high is None or figure.value_high is not None:
        return bond
    if figure.kind is not Kind.DATE or not re.search(_TWO_DATES, source.text):
        return bond
    begins, ends = (_is_near(claim, bond.claim, words) for words in (BEGIN_WORDS, END_WORDS))
    if begins == ends:
        return bond
    comparison = compare_figures(figure, replace(source, value=source.value if begins else source.value_high,
                                                 value_high=None))  # fmt: skip
    note = f"the source says {source.text}, which {'begins' if begins else 'ends'} so"
    frame, plain = ((1 + share) / 2 for share in (bond.frame, bond.plain_frame))  # the verb is met as well
    told = replace(comparison, source_figure=source, note=note)
    return replace(bond, comparison=told, noun=1, derived="span", frame=frame, plain_frame=plain)


def _is_near(claim: Reading, number: int, words: frozenset[str]) -> bool:
    """Does one of some verbs stand near a date, in its clause?"""
    places = claim.figure_places(number)
    near = range(max(0, places[0] - _REACH), min(len(claim.words), places[-1] + _REACH))
    return any(claim.words[p].stem in words and claim.words[p].clause == claim.words[places[0]].clause for p in near)


def is_met_by_span(word_stem: str) -> bool:
    """Does a span say, by its two ends, what a claim's word says: that something began, or ended?"""
    return word_stem in BEGIN_WORDS | END_WORDS


def with_both_ends(passage: Reading, bonds: Sequence[Bond]) -> tuple[Bond, ...]:
    """Return the bonds, a span of the claim told with both its ends where the passage dates each: "2019 and 2024"."""
    return tuple(_with_both_ends(passage, bond) for bond in bonds)


def _with_both_ends(passage: Reading, bond: Bond) -> Bond:
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if figure.kind is not Kind.DATE or figure.value_high is None or bond.relation not in MET:
        return bond
    if source is None or source.value_high is not None or source.implied:
        return bond
    dates = {date.value: date for date in reversed(passage.figures) if date.kind is Kind.DATE and not date.value_high}
    first, last = dates.get(figure.value), dates.get(figure.value_high)
    if first is None or last is None or source.value not in (figure.value, figure.value_high):
        return bond
    start, end = min(first.start, last.start), max(first.end, last.end)
    both = replace(
        source, text=passage.text[start:end], start=start, end=end, value=figure.value,
        value_high=figure.value_high, implied=True,
    )  # fmt: skip
    note = f"the source gives {first.text} and {last.text}"
    return replace(bond, comparison=replace(bond.comparison, source_figure=both, note=note))
