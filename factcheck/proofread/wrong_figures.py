"""The figures of a sentence that the sources have otherwise, each as a hit with what the source says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck.compare import compare_figures, describe
from factcheck.models import MET, Comparison, Figure, Kind, Relation, Role, Verdict
from factcheck.proofread.aged import wrong_ages
from factcheck.proofread.beside import BEARS_OUT, ON_TOPIC, SAME_BUT_FOR_A_NAME, Beside
from factcheck.proofread.bonds import Bond
from factcheck.proofread.calendars import ages
from factcheck.proofread.contradicted import contradiction
from factcheck.proofread.crossed import crossed
from factcheck.proofread.derived import follows_from, is_priced
from factcheck.proofread.gaps import wrong_gaps
from factcheck.proofread.hits import Hit
from factcheck.proofread.judged import exchanged_figures, other_figure
from factcheck.proofread.labels import wrong_labels
from factcheck.proofread.misbound import misbound_figures
from factcheck.proofread.names import Name
from factcheck.proofread.rates import wrong_rates
from factcheck.proofread.series import wrong_in_series
from factcheck.proofread.slips import is_part_of_that, is_scale_slip, looks_miscopied
from factcheck.proofread.sources import Sources
from factcheck.proofread.strays import stray_figures, swapped_twins
from factcheck.words import likeness

_COUNTED = (Kind.NUMBER, Kind.MEASURE)


def wrong_figures(
    claim: str, names: Sequence[Name], sides: Sequence[Beside], sources: Sources, nearby: Sequence[Figure]
) -> list[Hit]:
    """Return what is wrong with a sentence's figures; the surest ways of telling come first, and silence the others."""
    found = list(_series(sides)) or [*_figures(claim, sides, nearby), *_swapped_figures(sides)]
    found += _strays(sides, nearby, sources, found)
    found += [] if found else [*_turned(sides), *_gaps(claim, sides), *_crossed(claim, sides), *_misbound(sides)]
    found += [] if found else _rates(claim, sides)
    found += _labels(claim, sides)
    found += [] if found else [*_twins(sides, nearby, sources), *_exchanged(sides)]
    found += [] if found else _other_figure(claim, sides)
    return [*_ages(claim, names, sides), *(hit for hit in found if not _is_age(claim, hit, sides))]


def _figures(claim: str, sides: Sequence[Beside], nearby: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the figures that the nearest passage about the same thing gives otherwise, and no passage bears out."""
    if not sides:
        return
    figures = sides[0].pair.claim.figures
    for number, figure in enumerate(figures):
        if figure.implied or figure.value is None or figure.text.lower() == "one" or is_part_of_that(claim, figure):
            continue
        found = contradiction(number, sides)
        if found is None or found[0].reckons_it_up:
            continue
        side, bond, code = found
        exactly = bond.comparison.source_figure is not None and looks_miscopied(figure, bond.comparison.source_figure)
        bearing = [o for o in sides if o.cover >= BEARS_OUT and o.has_figure(figure, figures, exactly=exactly)]
        if any(other.nearness >= side.nearness - 0.35 for other in bearing):
            if code == "figure-conflict" and _disagree(bearing, side):
                yield _figure_hit("sources-disagree", figure, side, bond, Verdict.MIXED)
            continue
        known = [*side.pair.passage.figures, *side.pair.context.figures, *nearby]
        if code == "figure-conflict" and (follows_from(figure, known) or is_priced(figure, figures, known)):
            continue
        yield _figure_hit(code, figure, side, bond, Verdict.CONFLICTING)


def _swapped_figures(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the nearest passage has two figures of the sentence the other way round."""
    if not sides or sides[0].cover < SAME_BUT_FOR_A_NAME:
        return
    side = sides[0]
    nouns = [
        (figure, other)
        for bond in side.bonds
        if bond.relation in MET and not (figure := bond.comparison.claim_figure).implied and figure.kind in _COUNTED
        for other in [bond.comparison.source_figure]
        if other is not None
    ]
    mine, theirs = side.pair.claim.text, side.pair.passage.text
    for one, other in pairwise(nouns):
        tags = [_tag(mine, one[0]), _tag(theirs, one[1]), _tag(mine, other[0]), _tag(theirs, other[1])]
        swapped = all(tags) and _is_one_tag(tags[0], tags[3]) and _is_one_tag(tags[2], tags[1])
        if swapped and not _is_one_tag(tags[0], tags[1]) and one[0].value != other[0].value:
            message = f"{one[0].text} and {other[0].text} stand the other way round in the source"
            yield Hit("figure-conflict", one[0].start, one[0].end, message, Verdict.CONFLICTING, side.passage)


def _turned(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the changes of a sentence that the nearest passage has the other way: "8 per cent more", "fell by 8%"."""
    from factcheck.stance.directions import turned_at_figure

    side = max(sides, key=lambda item: item.nearness, default=None)
    if side is None or side.cover < BEARS_OUT:
        return
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    if any(bond.relation not in MET for bond in bonds):
        return
    claim, passage = side.pair.claim, side.pair.passage
    for bond in bonds:
        figure, other = bond.comparison.claim_figure, bond.comparison.source_figure
        if other is None or figure.unit not in ("%", "pp") or not figure.role is other.role is Role.CHANGE:
            continue
        mine = claim.figure_places(claim.figures.index(figure))
        words = turned_at_figure(claim, passage, mine, passage.figure_places(passage.figures.index(other)))
        if words is not None:
            message = f"{figure.text}: “{words[0]}” here, “{words[1]}” in the source"
            start, end = _with_word(claim.text, words[0], figure)
            yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _gaps(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield what lies between two figures, where the source's figures lie further apart or nearer."""
    for figure, told, side in wrong_gaps(sides, claim):
        message = f"{figure.text}: {told}"
        yield Hit("figure-conflict", figure.start, figure.end, message, Verdict.CONFLICTING, side.passage)


def _labels(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the scores and grades that the source has otherwise."""
    for label, other, side in wrong_labels(claim, sides):
        message = f"{label.text}: the source says {other.text}"
        yield Hit("figure-conflict", label.start, label.end, message, Verdict.CONFLICTING, side.passage)


def _crossed(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where two clauses have one another's ends in the source."""
    found = crossed(sides)
    if found is not None:
        one, other = (claim[slice(*span)] for span in (found.first, found.second))
        code = "figure-conflict" if any(c.isdigit() for c in one + other) else "name-conflict"
        message = f"{one} and {other} stand the other way round in the source"
        yield Hit(code, *found.first, message, Verdict.CONFLICTING, found.side.passage)


def _misbound(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the figures that the source's list has for something else."""
    for side, figure, other in misbound_figures(sides):
        comparison = Comparison(figure, other, Relation.DIFFERENT, note=f"the source says {describe(other)} of this")
        message = f"{figure.text}: the source says {describe(other)} of this, and {figure.text} of something else"
        yield Hit(
            "figure-conflict", figure.start, figure.end, message, Verdict.CONFLICTING, side.passage, (comparison,)
        )


def _other_figure(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the one figure of a sentence that the judge finds otherwise in the passage with all of its words."""
    found = other_figure(sides)
    if found is not None and not is_part_of_that(claim, found[1].claim_figure):
        side, made = found
        yield _figure_hit("figure-conflict", made.claim_figure, side, Bond(0, made), Verdict.CONFLICTING)


def _exchanged(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the judge finds two figures the other way round."""
    found = exchanged_figures(sides)
    if found is not None:
        side, one, other = found
        message = f"{one.claim_figure.text} and {other.claim_figure.text} stand the other way round in the source"
        figure = one.claim_figure
        yield Hit("figure-conflict", figure.start, figure.end, message, Verdict.CONFLICTING, side.passage, (one, other))


def _series(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the figures that the source gives otherwise for the same year of a row."""
    for side, figure, other in wrong_in_series(sides):
        yield _hit_of("figure-conflict", figure, other, side)


def _rates(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the amounts that the source has per another time."""
    for side, start, end, time in wrong_rates(sides):
        message = f"{claim[start:end]}: in the source it is a {time}"
        yield Hit("figure-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _with_word(text: str, word: str, figure: Figure) -> tuple[int, int]:
    """Return the span of a figure and of the word beside it that gives it a direction."""
    before, after = text.rfind(word, 0, figure.start), text.find(word, figure.end)
    if before >= 0 and (after < 0 or figure.start - before <= after - figure.end):
        return before, figure.end
    return figure.start, after + len(word) if after >= 0 else figure.end


def _twins(sides: Sequence[Beside], nearby: Sequence[Figure], sources: Sources) -> Iterator[Hit]:
    """Yield the figures that no source has, where the source has one with two digits the other way round."""
    for passage, figure, other in swapped_twins(sides, nearby, sources):
        comparison = replace(compare_figures(figure, other), relation=Relation.DIFFERENT)
        message = f"{figure.text}: the source says {describe(other)}"
        yield Hit("figure-conflict", figure.start, figure.end, message, Verdict.CONFLICTING, passage, (comparison,))


def _strays(sides: Sequence[Beside], nearby: Sequence[Figure], sources: Sources, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the figures that differ from the only one left over in the passage which the sentence is from."""
    if found:
        return
    for side, figure, other in stray_figures(sides, nearby, sources):
        code = "scale-slip" if is_scale_slip(figure, other) else "figure-conflict"
        yield _hit_of(code, figure, other, side)


def _ages(claim: str, names: Sequence[Name], sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the ages of people that the sources give otherwise."""
    for age, other, side in wrong_ages(claim, names, sides):
        yield _hit_of("figure-conflict", age, other, side)


def _hit_of(code: str, figure: Figure, other: Figure, side: Beside) -> Hit:
    comparison = replace(compare_figures(figure, other), relation=Relation.DIFFERENT)
    return _figure_hit(code, figure, side, Bond(0, comparison), Verdict.CONFLICTING)


def _is_age(claim: str, hit: Hit, sides: Sequence[Beside]) -> bool:
    """Tell whether a hit is about somebody's age, which is no other figure's matter."""
    return any(hit.start == age.start for age in ages(claim, sides[0].pair.claim.figures)) if sides else False


def _tag(text: str, figure: Figure) -> str:
    """Return what tells a figure from its neighbours: what is counted, or "long" of what is measured."""
    if figure.kind is Kind.NUMBER:
        return figure.noun or ""
    found = _dimension().match(text, figure.end)
    return found[1].lower() if found else ""


def _is_one_tag(one: str, other: str) -> bool:
    return likeness(one, other) >= 0.9


def _figure_hit(code: str, figure: Figure, side: Beside, bond: Bond, verdict: Verdict) -> Hit:
    source = bond.comparison.source_figure
    assert source is not None
    message = f"{figure.text}: the source says {describe(source)}"
    if verdict is Verdict.MIXED:
        message = f"{figure.text}: another source says {describe(source)}"
    comparison = bond.comparison
    if comparison.relation is not Relation.DIFFERENT:
        comparison = Comparison(figure, source, Relation.DIFFERENT, note=comparison.note)
    return Hit(code, figure.start, figure.end, message, verdict, side.passage, (comparison,))


def _disagree(bearing: Sequence[Beside], side: Beside) -> bool:
    """Tell whether another document than the one that gainsays a figure bears it out, as near to the sentence."""
    other = [item for item in bearing if item.passage.source.document != side.passage.source.document]
    return (
        bool(other)
        and not any(item.passage.source.document == side.passage.source.document for item in bearing)
        and all(item.nearness < side.nearness + 0.25 and item.cover >= ON_TOPIC for item in other[:1])
    )


@cache
def _dimension() -> re.Pattern[str]:
    """Return the pattern of the word that tells which side of a thing a measure is of."""
    return re.compile(
        r"\s+(?:in\s+)?(long|wide|high|tall|deep|thick|across|broad|length|width|height|depth)\b", re.IGNORECASE
    )
