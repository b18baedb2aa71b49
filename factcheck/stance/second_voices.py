"""The side that a passage takes by a figure where another source takes the other one by the same figure of the claim.

"Seven bridges were swept away", beside a report that "nine bridges have been destroyed", contradicts the nine of a
claim, though alone it shares too few of the claim's words: two reports of one event seldom use the same ones.
"""

from __future__ import annotations

from factcheck.models import MET, Kind, Relation, Stance
from factcheck.stance.binding import Bond
from factcheck.stance.clock_rulings import opposed_hours
from factcheck.stance.excuses import is_far_apart
from factcheck.stance.features import SideBySide, covered_share, is_telling
from factcheck.stance.figure_conflicts import EXCUSES, are_denied_unlike, counts_a_part, leaves_a_day_open
from factcheck.stance.other_names import has_another_place, someone_else
from factcheck.stance.rulings import Ruling

_UNITS = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.PERCENT})
_LEAST_COVER, _LEAST_FRAME = 0.55, 0.3
_SEVERAL = 2  # counts that agree, "15 of the 19 counties": a name that the passage lacks is then no matter
_LEAST_COVER_AGREED = 0.5  # where a figure agrees, which fewer do by chance


def second_stance(pair: SideBySide, ruling: Ruling) -> Stance | None:
    """Return the stance of a passage by its figures where another source takes the other side, None for none."""
    if ruling.by_clock:
        return Stance.CONFLICTS
    if ruling.no_stance or ruling.turned:
        return None
    by_time = opposed_hours(pair)
    if by_time is Stance.CONFLICTS:
        return by_time
    return _by_figures(pair, ruling) or by_time


def _by_figures(pair: SideBySide, ruling: Ruling) -> Stance | None:
    """Return the stance that the figures alone give."""
    if ruling.conflict is not None:
        return Stance.CONFLICTS
    if _names_another(pair):
        return None
    if any(_differs(bond, pair) for bond in pair.bonds) and not leaves_a_day_open(pair):
        return Stance.CONFLICTS
    if ruling.no_support and sum(bond.relation is Relation.EQUAL and bond.noun > 0 for bond in pair.bonds) < _SEVERAL:
        return None
    return Stance.SUPPORTS if _agrees(pair) else None


def _names_another(pair: SideBySide) -> bool:
    return any(m.rival is not None for m in pair.names) or someone_else(pair) or has_another_place(pair)


def _counts_alike(bond: Bond) -> bool:
    """Does a figure that is stated count or measure what the claim's does?"""
    if bond.derived or bond.passage < 0 or bond.claim < 0 or bond.misplaced:
        return False
    return bond.noun > 0 or (bond.noun == 0 and bond.comparison.claim_figure.kind in _UNITS)


def _differs(bond: Bond, pair: SideBySide) -> bool:
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if bond.relation is not Relation.DIFFERENT or source is None or not _counts_alike(bond):
        return False
    if figure.unit != source.unit or figure.kind is not source.kind or is_far_apart(bond):
        return False
    if covered_share(pair) < _LEAST_COVER or bond.frame < _LEAST_FRAME or are_denied_unlike(bond, pair):
        return False
    return not counts_a_part(bond, pair) and not any(excuse(pair, bond) for excuse in EXCUSES)


def _agrees(pair: SideBySide) -> bool:
    """Are all figures met, one of them of the same noun, the same unit or many digits?"""
    if covered_share(pair) < _LEAST_COVER_AGREED or not pair.bonds:
        return False
    if not all(bond.relation in MET and bond.noun >= 0 and not bond.misplaced for bond in pair.bonds):
        return False
    return any(
        bond.frame >= _LEAST_FRAME
        and bond.comparison.claim_figure.kind not in (Kind.DATE, Kind.ORDINAL)
        and (_counts_alike(bond) or is_telling(bond.comparison.claim_figure))
        for bond in pair.bonds
    )
