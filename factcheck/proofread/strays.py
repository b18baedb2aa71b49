"""A figure that no source has, in a sentence whose other figures and names stand in one passage.

A writer copies most of a sentence rightly. So where a passage has the sentence's other figures, or its names
and many of its words, and one figure of its own is left over that is of the same sort as the one figure of the
sentence that it lacks, the two are held against each other, however differently the sentences are worded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.compare import compare_figures
from factcheck.models import MET, Bound, Figure, Kind, Passage, Relation, Role
from factcheck.proofread.beside import Beside, begins_alone, stands_for
from factcheck.proofread.derived import follows_from
from factcheck.proofread.ranges import exact_range, is_quantity
from factcheck.proofread.slips import are_swapped_digits, is_gap, is_part_of_that, looks_miscopied
from factcheck.proofread.sources import Sources
from factcheck.stance.reading import Name, Reading
from factcheck.words import content_words, likeness

LOOKED_AT = 4
"""Among how many passages one that has a figure with its digits exchanged is looked for."""
# Chosen on drafts that do not ship, the line drawn on the side of silence.
LEAST_HERE = 0.15
"""The share of the sentence's words that a passage must have where it has another figure of the sentence."""
TIED_SLIP = 0.08
"""The share where two digits of a figure have changed places besides."""
NAMED_HERE = 0.35
"""The share where it has no other figure, but a name."""
WORDED_HERE = 0.5
"""The share where it has neither, but the figures count one thing."""
RATIO = Decimal("2.5")
"""Figures further apart than this are seldom one another's slips, unless their digits look so."""
YEARS = 15
FIVE_DIGITS = 10_000
BLOCK = 10_000
"""Code points of a source that are searched for a figure at once, with as many on either side."""


def stray_figures(
    sides: Sequence[Beside], nearby: Sequence[Figure], sources: Sources
) -> Iterator[tuple[Beside, Figure, Figure]]:
    """Yield each figure of the sentence that its passage gives otherwise: the passage, the figure, the source's.

    A sentence may be drawn from two passages. Of one that is not the nearest only a slip of the hand is told, right
    beside another figure that it has.
    """
    ranked = sorted(sides, key=lambda item: (-_ties(item), -item.nearness))
    if ranked and _is_the_passage(ranked[0]):
        found = list(_strays_beside(ranked[0], nearby, sources))
        yield from found
        if found:
            return
    for side in ranked[1:LOOKED_AT]:
        for figure, other in _slips_beside(side, sources):
            if not any(_is_same(figure, f) for item in sides for f in item.pair.passage.figures):
                yield side, figure, other
                return


def _slips_beside(side: Beside, sources: Sources) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures with two digits exchanged that stand next to one which the passage has as well."""
    claim, passage = side.pair.claim.figures, side.pair.passage.figures
    for place, figure in enumerate(claim):
        beside = [claim[at] for at in (place - 1, place + 1) if 0 <= at < len(claim)]
        tied = any(_tells(other) and any(_is_same(other, f) for f in passage) for other in beside)
        twins = [
            f for f in passage if f.kind is figure.kind and f.unit == figure.unit and are_swapped_digits(figure, f)
        ]
        if tied and len(twins) == 1 and not _is_elsewhere(figure, side.passage, sources):
            yield figure, twins[0]


def _strays_beside(side: Beside, nearby: Sequence[Figure], sources: Sources) -> Iterator[tuple[Beside, Figure, Figure]]:
    """Yield what `stray_figures` does, of one passage."""
    claim, passage = side.pair.claim.figures, side.pair.passage.figures
    text = side.passage.text
    lacking = [f for f in claim if not any(_is_same(f, other) or stands_for(f, other, text) for other in passage)]
    free = [other for other in passage if not any(_is_same(figure, other) for figure in claim)]
    if any(_is_day(figure) for figure in lacking) and not _is_tied(side):
        return
    for figure in lacking:
        other = _counterpart(figure, free, side)
        if other is None or _is_elsewhere(figure, side.passage, sources):
            continue
        known = [*passage, *side.pair.context.figures, *nearby, *(item for item in claim if item is not figure)]
        if not (
            side.reckons_it_up
            or follows_from(figure, known)
            or _is_between(figure, known)
            or _is_span(figure, known, side.passage)
        ):
            yield side, figure, other


def _is_the_passage(side: Beside) -> bool:
    """Tell whether the sentence is surely written from this passage."""
    if any(match.covered < 1 and not begins_alone(match.name) for match in side.pair.names):
        return False
    if tied_words(side) < 2:
        return False
    if _is_tied(side):
        return side.here >= (TIED_SLIP if _has_a_slip(side) else LEAST_HERE)
    named = any(match.covered >= 1 and _has_name_itself(side, match.name) for match in side.pair.names)
    return side.here >= (NAMED_HERE if named else WORDED_HERE)


def tied_words(side: Beside) -> int:
    """Return how many words and telling figures a sentence has by which its passage is known."""
    return len(side.pair.alignment.links) + _ties(side)


def _has_a_slip(side: Beside) -> bool:
    """Tell whether a figure of the sentence has its digits swapped in the passage."""
    pairs = ((f, o) for f in side.pair.claim.figures for o in side.pair.passage.figures if f.unit == o.unit)
    return any(figure.kind is other.kind and are_swapped_digits(figure, other) for figure, other in pairs)


def _has_name_itself(side: Beside, name: Name) -> bool:
    return any(side.pair.alignment.passage_place(place) >= 0 for place in range(name.first, name.last + 1))


def _ties(side: Beside) -> int:
    """Return how many telling figures of the sentence the passage has."""
    passage = side.pair.passage.figures
    return sum(
        _tells(figure) and any(_is_same(figure, other) for other in passage) for figure in side.pair.claim.figures
    )


def _is_tied(side: Beside) -> bool:
    return _ties(side) > 0


def _tells(figure: Figure) -> bool:
    """Tell whether a figure is rare enough to tell one passage from another: written in digits, and no ordinal."""
    written = sum(character.isdigit() for character in figure.text)
    return not figure.implied and figure.kind is not Kind.ORDINAL and written >= 2


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.value is not None and figure.value == other.value and figure.unit == other.unit:
        return True
    if _is_day(figure) and _is_day(other) and (_is_within(figure, other) or _is_within(other, figure)):
        return True  # "July" of a draft and of an older source: which year is meant, nobody has written
    if compare_figures(figure, other).relation in MET:
        return True
    near = other.bound in (Bound.EXACT, Bound.ABOUT)  # as a claim "at least two" would hold of 310
    return near and compare_figures(other, figure).relation in MET


def _is_same_day(figure: Figure, other: Figure) -> bool:
    """Tell whether one date is the other, or lies in the month or year that it is: "since 2000" is not 2010."""
    one, two = (str(item.value).replace("XXXX-", "") for item in (figure, other))
    return one.startswith(two) or two.startswith(one) or one.endswith(f"-{two}") or two.endswith(f"-{one}")


def _is_within(figure: Figure, other: Figure) -> bool:
    return f" {figure.text.casefold()} " in f" {other.text.casefold()} "


def _is_day(figure: Figure) -> bool:
    return figure.kind is Kind.DATE


# --- the figure left over -----------------------------------------------------------------------------------


def _counterpart(figure: Figure, free: Sequence[Figure], side: Beside) -> Figure | None:
    """Return the one figure of the passage that the sentence's must be for, None where that is not sure."""
    if figure.implied or figure.value is None or figure.kind is Kind.ORDINAL or figure.value_high is not None:
        return None
    if is_part_of_that(side.pair.claim.text, figure):
        return None
    gap = is_gap(side.pair.claim.text, figure)
    alike = [o for o in free if _is_alike(figure, o) and is_gap(side.pair.passage.text, o) == gap]
    likely = alike if len(alike) == 1 else [other for other in alike if looks_miscopied(figure, other)]
    if len(likely) != 1 or not _is_likely_slip(figure, likely[0]) or not _are_apart(figure, likely[0]):
        return None
    counted = figure.kind is not Kind.NUMBER or _has_one_noun(figure, likely[0]) or _is_likely_twin(figure, likely[0])
    return likely[0] if counted and (_is_tied(side) or counted) else None


def _is_alike(figure: Figure, other: Figure) -> bool:
    if other.implied or other.value is None or other.value_high is not None:
        return False
    if (figure.kind, figure.unit, figure.per) != (other.kind, other.unit, other.per):
        return False
    if Role.CHANGE in (figure.role, other.role) and figure.role is not other.role:
        return looks_miscopied(figure, other)
    if figure.kind is not Kind.DATE:
        return True
    one, two = str(figure.value), str(other.value)
    written = any(character.isdigit() for character in figure.text + other.text)
    return len(one) == len(two) and written and not {"last", "this", "next", "ago"} & set(_words(figure, other))


def _is_likely_twin(figure: Figure, other: Figure) -> bool:
    """Tell whether a count of three digits and more has two of them the other way round, whatever it counts."""
    return are_swapped_digits(figure, other) and sum(map(str.isdigit, figure.text)) > 2


def _words(*figures: Figure) -> list[str]:
    return [word for figure in figures for word in figure.text.lower().split()]


def _has_one_noun(figure: Figure, other: Figure) -> bool:
    """Tell whether two counts count one thing, or are both bare."""
    if not figure.noun or not other.noun:
        return not figure.noun and not other.noun
    if likeness(figure.noun, other.noun) >= 0.9:
        return True
    mine, theirs = (set((item.noun_phrase or item.noun or "").lower().split()) for item in (figure, other))
    return bool(mine & theirs)


def _is_likely_slip(figure: Figure, other: Figure) -> bool:
    if figure.kind is Kind.DATE:
        one, two = str(figure.value)[:4], str(other.value)[:4]
        return (
            not (one.isdigit() and two.isdigit()) or abs(int(one) - int(two)) <= YEARS or looks_miscopied(figure, other)
        )
    low, high = sorted((abs(_value(figure)), abs(_value(other))))
    return low > 0 and (high / low <= RATIO or looks_miscopied(figure, other))


def _value(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


def _are_apart(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures differ for sure; of whole numbers that were counted, any two do."""
    if figure.kind is Kind.DATE:
        return compare_figures(figure, other).relation is Relation.DIFFERENT
    if compare_figures(figure, other).relation is Relation.DIFFERENT:
        return True
    small = figure.kind in (Kind.NUMBER, Kind.AGE, Kind.DURATION) and figure.bound == other.bound == "="
    return small and is_quantity(figure) and _is_whole(figure) and _is_whole(other)


def _is_whole(figure: Figure) -> bool:
    value = _value(figure)
    return value == value.to_integral_value() and value < 100


def _is_between(figure: Figure, known: Sequence[Figure]) -> bool:
    """Tell whether a figure is a whole multiple or part of a known one: half of it, twice as much."""
    if not is_quantity(figure) or figure.unit == "%":
        return False
    reach = exact_range(figure)
    for other in known:
        if other.kind is figure.kind and other.unit == figure.unit and is_quantity(other):
            for factor in (2, 3, 4):
                value = _value(other)
                if reach.low <= value * factor <= reach.high or reach.low <= value / factor <= reach.high:
                    return True
    return False


def _is_span(figure: Figure, known: Sequence[Figure], passage: Passage) -> bool:
    """Tell whether a length of time may have been reckoned from two dates, the day of the report among them."""
    if figure.kind not in (Kind.DURATION, Kind.AGE) or figure.unit not in ("year", None):
        return False
    years = {int(year) for item in known if _is_day(item) and (year := str(item.value)[:4]).isdigit()}
    years |= {passage.source.published.year} if passage.source.published else set()
    return any(abs(abs(one - other) - _value(figure)) <= 1 for one in years for other in years if one != other)


# --- two digits that changed places ---------------------------------------------------------------------------


def swapped_twins(
    sides: Sequence[Beside], nearby: Sequence[Figure], sources: Sources
) -> Iterator[tuple[Passage, Figure, Figure]]:
    """Yield each figure that its source lacks but for the order of two digits: a passage, the figure, the source's.

    The source is the document of the nearest passage. It must have one such figure only, in a sentence that shares a
    word or a figure with this one.
    """
    if not sides:
        return
    best = max(sides, key=lambda item: (_ties(item), item.nearness))
    claim = best.pair.claim
    document, published = best.passage.source.document, best.passage.source.published
    start = max(0, best.passage.source.start // BLOCK - 1) * BLOCK
    text = sources.text(document)[start : start + 3 * BLOCK]
    there = _figures_in(text, published)
    for figure in claim.figures:
        if figure.implied or figure.value is None or figure.value_high is not None or figure.kind is Kind.ORDINAL:
            continue
        same = _is_same_day if _is_day(figure) else _is_same
        if any(same(figure, other) for other in there) or follows_from(figure, [*claim.figures, *nearby]):
            continue
        twins = [other for other in there if _is_twin(figure, other)]
        twins = [
            other for other in twins if not any(_is_same(other, item) for item in nearby)
        ]  # the draft has that too
        if len({str(other.value) for other in twins}) != 1:
            continue
        sentence = _sentence_at(text, twins[0])
        if _is_rare(figure) or _share_something(claim, figure, sentence, published):
            found = [
                p for p in sources.search(sentence, 3) if p.source.document == document and twins[0].text in p.text
            ]
            if found:
                yield found[0], figure, twins[0]


def _is_twin(figure: Figure, other: Figure) -> bool:
    if (figure.kind, figure.unit, figure.per) != (other.kind, other.unit, other.per):
        return False
    if _is_ten_times(figure, other) or _is_ten_times(other, figure):
        return True
    if figure.kind is Kind.NUMBER and not (figure.noun and other.noun and _has_one_noun(figure, other)):
        return False
    return are_swapped_digits(figure, other)


def _is_ten_times(figure: Figure, other: Figure) -> bool:
    """Tell whether a number has one nought more than another, both of five digits and more and two that tell."""
    if figure.kind not in (Kind.NUMBER, Kind.MONEY) or not is_quantity(figure) or not is_quantity(other):
        return False
    telling = len(figure.text.strip("£$€").rstrip("0,")) > 1
    return telling and _value(other) >= FIVE_DIGITS and _value(figure) == 10 * _value(other)


def _sentence_at(text: str, figure: Figure) -> str:
    from factcheck.sentences import split_text

    start = max(text.rfind("\n\n", 0, figure.start), 0)
    end = text.find("\n\n", figure.end)
    paragraph = text[start : end if end >= 0 else len(text)]
    spans = split_text(paragraph)
    inside = [paragraph[a:b] for a, b in spans if start + a <= figure.start < start + b]
    return inside[0] if inside else ""


def _is_rare(figure: Figure) -> bool:
    """Tell whether few figures look like this one: a measured one with a point, or one of four digits and more."""
    return figure.unit is not None and ("." in figure.text or sum(c.isdigit() for c in figure.text) > 3)


def _share_something(claim: Reading, figure: Figure, sentence: str, published: date | None) -> bool:
    """Tell whether a sentence has a word of the claim, or another figure of it."""
    stems = {claim.words[place].stem for place in claim.content()}
    if stems & {token.stem for token in content_words(sentence)}:
        return True
    others = [other for other in claim.figures if other is not figure and _tells(other)]
    return any(_is_same(one, other) for one in others for other in _figures_in(sentence, published))


# --- elsewhere in the document ------------------------------------------------------------------------------


def _is_elsewhere(figure: Figure, passage: Passage, sources: Sources) -> bool:
    """Tell whether the passage's document has the figure in another place, which may be what was meant."""
    text = sources.text(passage.source.document)
    block = max(0, passage.source.start // BLOCK - 1) * BLOCK
    return any(
        other.kind is figure.kind and (_is_same_day(figure, other) if _is_day(figure) else _is_same(figure, other))
        for other in _figures_in(text[block : block + 3 * BLOCK], passage.source.published)
    )


@lru_cache(maxsize=64)
def _figures_in(text: str, published: date | None) -> tuple[Figure, ...]:
    from factcheck.figures import extract_figures

    return tuple(extract_figures(text, published))
