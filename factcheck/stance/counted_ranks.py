"""The Nth of a kind in a span of time says that there have been N of it: "the second strike this year"."""

from __future__ import annotations

from factcheck.compare import compare_figures
from factcheck.models import Figure, Kind, Relation
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed, stem

_SPANS = (Kind.DATE, Kind.DURATION)
_RANKS = frozenset(  # what is ranked or laid out in order, and not counted as it happens
    listed(
        "place position rank floor half quarter round term time day week month year decade century stage phase part"
        " person generation grade division edition league class largest biggest highest lowest smallest"
    )
)
_REACH = 9  # words from the rank to its span: "the second deadly storm in the valley this year"
_SPAN_OPENINGS = frozenset(listed("in within over during since for this last past"))


def nth_in_its_span(claim: Reading, number: int, passage: Reading) -> Figure | None:
    """Return the count that a rank of the passage gives for a claim's count of the same kind in the same span."""
    figure = claim.figures[number]
    if figure.kind is not Kind.NUMBER or figure.unit is not None or not figure.noun:
        return None
    for place, rank in enumerate(passage.figures):
        if rank.kind is not Kind.ORDINAL or not rank.noun or not _is_of_kind(figure, rank):
            continue
        if not _is_counted_so_far(passage, place) or not _says_the_sort(figure, rank):
            continue
        if any(_has_span(passage, place, span) for span in claim.figures if span.kind in _SPANS):
            return rank
    return None


def passage_count(rank: Figure) -> Figure:
    """Return a rank as the count that it gives."""
    return replace(rank, kind=Kind.NUMBER)


def _is_of_kind(figure: Figure, rank: Figure) -> bool:
    alike = kin(stem(figure.noun or ""), stem(rank.noun or "")) in (Kin.SAME, Kin.SYNONYM)
    return alike and (rank.noun or "").lower() not in _RANKS


def _is_counted_so_far(passage: Reading, number: int) -> bool:
    """Is it "the second storm" or "a second storm", and not "the second largest", "second of three"?"""
    places = passage.figure_places(number)
    if passage.words[places[0]].depth % 2:
        return False
    phrase = (passage.figures[number].noun_phrase or "").lower().split()
    before = passage.words[places[0] - 1].plain if places[0] else ""
    behind = passage.words[places[-1] + 1].plain if places[-1] + 1 < len(passage.words) else ""
    ranked = any(word.endswith("est") or word in ("most", "least") for word in phrase)
    return before in ("the", "a", "its", "their", "his", "her") and not ranked and behind not in ("of", "most", "in")


def _says_the_sort(figure: Figure, rank: Figure) -> bool:
    """Do both count the same sort: "two deadly storms", "the second deadly storm"?"""
    mine = {stem(word) for word in (figure.noun_phrase or "").lower().split()}
    theirs = {stem(word) for word in (rank.noun_phrase or "").lower().split()}
    return mine - {stem(figure.noun or "")} == theirs - {stem(rank.noun or "")}


def _has_span(passage: Reading, number: int, span: Figure) -> bool:
    """Stands the claim's span shortly behind a rank, in its stretch: "the third fire this month", "in six weeks"?"""
    here = passage.figure_places(number)
    for other, figure in enumerate(passage.figures):
        there = passage.figure_places(other)
        if figure.kind is not span.kind or not 0 < there[0] - here[-1] <= _REACH:
            continue
        if passage.words[there[0]].clause == passage.words[here[-1]].clause and _is_same_span(span, figure, passage):
            return True
    return False


def _is_same_span(span: Figure, other: Figure, passage: Reading) -> bool:
    before = passage.text[: other.start].split()[-1:]
    opens = bool(before) and before[0].lower() in _SPAN_OPENINGS
    told = other.kind is Kind.DATE and other.text.lower().startswith("this")
    if span.hedge != other.hedge:
        return False  # "since 2019" is more than "this year"
    return (opens or told) and (
        span.text.lower() == other.text.lower() or compare_figures(span, other).relation is Relation.EQUAL
    )
