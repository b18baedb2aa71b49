"""Figures that are no chance: of the same digits and another scale or unit, or given to something else in the claim.

"£7bn" for "£7m"; and "closed at 187p" of "fell to 187p … closed at 191p": no chance brings the claim's own number into
a sentence that gives another one for what the claim tells.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.compare import compare_figures
from factcheck.models import Kind, Relation
from factcheck.stance.binding import Bond, bond_of, gap
from factcheck.stance.features import SideBySide, covered_share, is_telling
from factcheck.values import replace

LEAST_COVER_SLIP = 0.45  # of the claim's plain words, which figures of the same digits ask for
_LEAST_COVER_OTHER_UNIT = 0.3
_LEAST_COVER_THOUSANDFOLD, _LEAST_COVER_TENFOLD = 0.05, 0.25


def is_slip(bond: Bond) -> bool:
    """Have the two the same digits, and another scale or unit: "£7bn" for "£7m", "19 weeks" for "19 days"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if not isinstance(mine, Decimal) or not isinstance(theirs, Decimal) or not mine or not theirs:
        return False
    digits = mine.normalize().as_tuple().digits
    if digits != theirs.normalize().as_tuple().digits:
        return False
    return len(digits) > 1 or figure.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION)


def least_cover_of_slip(bond: Bond) -> float:
    """Return how much of the claim's plain words a passage must have for figures of the same digits to contradict it.

    Little, where two or more digits and the unit are the same and only the scale is not: "£2.07m", "£2.07bn".
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    mine, theirs = figure.value, source.value if source is not None else None
    if source is None or bond.derived or not isinstance(mine, Decimal) or not isinstance(theirs, Decimal):
        return LEAST_COVER_SLIP
    digits = len(mine.normalize().as_tuple().digits)
    if figure.unit != source.unit:  # "14 weeks", "14 months"
        return _LEAST_COVER_OTHER_UNIT if digits > 1 and figure.kind is source.kind else LEAST_COVER_SLIP
    apart = max(mine / theirs, theirs / mine)
    if digits > 1 and (apart == 1000 or (apart == 10 and digits > 2)):
        return _LEAST_COVER_THOUSANDFOLD
    return _LEAST_COVER_TENFOLD if digits > 1 and apart == 10 else LEAST_COVER_SLIP


_LEAST_FRAME = 0.35  # of the claim's words around its figure, that must stand at the other one
_LEAST_COVER = 0.6
_NEXT = 4


def is_misbound(bond: Bond, pair: SideBySide) -> bool:
    """Has the sentence of a figure that differs the claim's own number as well, where it is of something else?"""
    figure = bond.comparison.claim_figure
    if bond.relation is not Relation.DIFFERENT or bond.passage < 0 or bond.claim < 0 or bond.derived:
        return False
    if figure.kind is Kind.DATE or not is_telling(figure) or bond.misplaced or bond.noun < 0:
        return False
    if max(bond.frame, bond.plain_frame) < _LEAST_FRAME or covered_share(pair) < _LEAST_COVER:
        return False
    if any(match.covered == 0.0 or match.rival is not None for match in pair.names) or not _share_a_neighbour(
        bond, pair
    ):
        return False
    words = pair.passage.words
    here = words[pair.passage.figure_places(bond.passage)[0]].sentence
    for other, candidate in enumerate(pair.passage.figures):
        places = pair.passage.figure_places(other)
        if other == bond.passage or words[places[0]].sentence != here:
            continue
        if compare_figures(replace(figure, per=None), replace(candidate, per=None)).relation is Relation.EQUAL:
            rival = bond_of(pair.claim, pair.passage, pair.alignment, bond.claim, other)
            return rival is not None and rival.misplaced and rival.fit < bond.fit
    return False


def _share_a_neighbour(bond: Bond, pair: SideBySide) -> bool:
    """Stands a word that is no name next to both figures: "closed at 187p", "close at 191p"?"""
    mine, theirs = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
    return any(
        link.covered
        and link.passage >= 0
        and pair.claim.words[link.claim].name < 0
        and gap(link.claim, mine) <= _NEXT
        and gap(link.passage, theirs) <= _NEXT
        for link in pair.alignment.links
    )
