"""A part of a whole that claim and passage tell of in two ways: killed by lava, and “most of them in mudflows”."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare import compare_figures
from factcheck.models import MET, Kind
from factcheck.stance.features import SideBySide
from factcheck.stance.part_counts import has_told_parts, told_of_part
from factcheck.stance.quantifiers import find_quantifiers


def told_otherwise(pair: SideBySide) -> str:
    """Return the part of which claim and passage each say what the other does not, an empty string for none.

    "Most of the victims were killed by lava" is not said by "386 were killed, most of them in mudflows".
    """
    if not has_told_parts(pair.passage):
        return ""
    linked = {link.passage for link in pair.alignment.links if link.covered}
    for mine, theirs in _parts_alike(pair):
        told = told_of_part(pair.passage, theirs)
        gap = any(not link.covered and link.claim > mine for link in pair.alignment.links)
        if gap and any(place not in linked for place in told):
            words = pair.passage.words
            return pair.passage.text[words[theirs[0]].start : words[told[-1]].end]
    return ""


def _parts_alike(pair: SideBySide) -> Iterator[tuple[int, list[int]]]:
    """Yield the place of each part of the claim with the places of the part of the passage that is as large."""
    for mine in find_quantifiers(pair.claim):
        for theirs in find_quantifiers(pair.passage):
            if compare_figures(mine.figure, theirs.figure).relation in MET:
                yield mine.place, [theirs.place]
    for bond in pair.bonds:
        if bond.claim >= 0 and bond.passage >= 0 and bond.relation in MET and not bond.derived:
            mine_at, theirs_at = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            if bond.comparison.claim_figure.kind in (Kind.NUMBER, Kind.PERCENT):
                yield mine_at[0], theirs_at
