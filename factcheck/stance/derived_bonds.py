"""Figures of a claim bound to what a passage's figures give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.compare import ABOUT, compare_figures, is_share
from factcheck.figures.movement import CHANGING
from factcheck.models import MET, Bound, Figure, Kind, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.closed_pairs import MEMBERS
from factcheck.stance.derive import Derivation, derive, overrule
from factcheck.stance.margins import has_score
from factcheck.stance.operands import Ground, are_kin, ground_of, next_date
from factcheck.stance.reading import Reading
from factcheck.values import replace

_TO_WHOLE = 4  # words from a share to its whole: "a quarter of its 400"
_TO_START = 6  # words from a "than" to the date behind it: "than in the same months of 2021"
_STARTS = frozenset({"than", "from"})
_OF_OPENINGS = frozenset({"share", "part"})
_OF_WHOLES = frozenset({"rest", "share"})
_OVERRULING_WORDS = MEMBERS | {"or", "and"}
# Workings that a bound may be held against.
_SHARES = frozenset({"share", "part", "rest", "ratio", "change", "both", "complement"})


def with_derived(
    claim: Reading,
    passage: Reading,
    context: Reading,
    alignment: Alignment,
    bonds: Sequence[Bond],
    published: date | None,
) -> list[Bond]:
    """Return the bonds with figures that the passage's figures give put where it states none that agrees.

    The last line of the context, the sentence before, may give one of two operands; where it does not, the title or
    the document's opening may.
    """
    if all(bond.relation in MET for bond in bonds) and not _may_overrule(claim):
        return list(bonds)
    ground = ground_before(passage, context, published)
    if not (ground.own or has_score(passage.text)):
        return list(bonds)
    if _may_overrule(claim):
        bonds = [_or_overruled(claim, passage, alignment, ground, bond) for bond in bonds]
    bonds = _with_claimed_share(claim, passage, bonds)
    found = [
        (bond, None) if bond.relation in MET else _or_derived(claim, passage, alignment, ground, bond, published)
        for bond in bonds
    ]
    derived = [derivation for _, derivation in found if derivation is not None and derivation.agrees]
    told = [_with_whole(_with_start(claim, bond, ground, derived), derived) for bond, _ in found]
    if not any(map(is_share, (*claim.figures, *ground.own))):
        return told
    return [_or_from_opening(claim, passage, context, alignment, bond, published) for bond in told]


def _or_from_opening(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, bond: Bond, published: date | None
) -> Bond:
    """Return a bond to what a figure of the passage gives with one of the title or opening, if that agrees.

    "A trial of 16,240 people … Sri Lanka, where 4,060 of the volunteers lived". A share or a part only: it says itself
    that it is of something.
    """
    if bond.relation in MET:
        return bond
    for line in context.text.split("\n")[:-1]:
        ground = ground_of(passage.text, line, published)
        if not ground.start:
            continue
        derived, found = _or_derived(claim, passage, alignment, ground, bond, published)
        if found is None or not found.agrees or found.pattern not in _OF_OPENINGS or len(found.operands) != 2:
            continue
        own = max(found.operands, key=lambda operand: operand.start)
        if ground.crosses(*found.operands) and _counts_the_same(bond.comparison.claim_figure, own):
            return derived
    return bond


def _counts_the_same(figure: Figure, operand: Figure) -> bool:
    """May a claim's figure count what the passage's does, by their nouns?"""
    return not figure.noun or not operand.noun or are_kin(figure.noun, operand.noun)


def _with_claimed_share(claim: Reading, passage: Reading, bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds with a share and its whole in the claim held against a part and a whole of the passage.

    "A quarter of its 400 jobs" says of a firm that employs 400 people that it cuts 100 jobs.
    """
    found = list(bonds)
    for number, (share, whole) in enumerate(zip(claim.figures, claim.figures[1:], strict=False)):
        between = [word.plain for word in claim.words if share.end <= word.start and word.end <= whole.start]
        if not is_share(share) or is_share(whole) or between[:1] != ["of"] or len(between) > _TO_WHOLE:
            continue
        there = next((place for place, each in enumerate(passage.figures) if _is_same_amount(whole, each)), -1)
        for place, part in enumerate(passage.figures):
            given = _share_of(part, whole)
            if there < 0 or place == there or given is None:
                continue
            value = given * 100 if share.kind is Kind.PERCENT else given
            comparison = compare_figures(share, replace(share, text=part.text, value=value, bound=part.bound))
            if comparison.relation not in MET:
                continue
            note = f"the source gives {part.text} of {passage.figures[there].text}"
            told = replace(comparison, source_figure=part, relation=Relation.WITHIN, note=note)
            found[number] = replace(
                bonds[number], passage=place, comparison=told, noun=1, misplaced=False, derived="share"
            )
            same = compare_figures(whole, passage.figures[there])
            found[number + 1] = replace(
                bonds[number + 1], passage=there, comparison=same, noun=1, misplaced=False, derived="whole"
            )
    return found


def _is_same_amount(figure: Figure, other: Figure) -> bool:
    return figure.kind is other.kind and compare_figures(replace(figure, noun=None), other).relation in MET


def _share_of(part: Figure, whole: Figure) -> Decimal | None:
    """Return what share of the claim's whole a figure of the passage is, in the form of a fraction."""
    alike = part.kind is whole.kind and part.unit == whole.unit and not is_share(part)
    if not alike or not isinstance(part.value, Decimal) or not isinstance(whole.value, Decimal):
        return None
    return part.value / whole.value if 0 < part.value < whole.value else None


def ground_before(passage: Reading, context: Reading, published: date | None) -> Ground:
    """Return a passage as ground, with the last line of its context, the sentence before."""
    return ground_of(passage.text, context.text.rpartition("\n")[2], published)


def _with_whole(bond: Bond, derived: Sequence[Derivation]) -> Bond:
    """Return a bond to the whole that a derivation took: "nine of the 11 people" is of "11 arrests, all but two"."""
    figure = bond.comparison.claim_figure
    if bond.relation in MET and bond.noun >= 0 and not bond.misplaced:
        return bond
    for whole in (each.operands[-1] for each in derived if each.pattern in _OF_WHOLES):
        if figure.kind is whole.kind is Kind.NUMBER and whole.value == figure.value and not bond.derived:
            comparison = compare_figures(figure, whole)
            return replace(bond, comparison=comparison, noun=1, misplaced=False, derived="whole")
    return bond


def _with_start(claim: Reading, bond: Bond, ground: Ground, derived: Sequence[Derivation]) -> Bond:
    """Return a date of the claim that the start of a movement bears out.

    "Since 2017": "from 74% in 2017 to 59%"; "less in 2022 than in 2021": "$634m, from $783m a year earlier".
    """
    figure = bond.comparison.claim_figure
    if bond.misplaced and bond.relation in MET and _is_of_end(bond, ground, derived):
        return replace(bond, misplaced=False)
    since = figure.hedge == "since" and bond.relation in MET
    if figure.kind is not Kind.DATE or not (since or _is_start(claim, figure)):
        return bond
    starts = [next_date(each.operands[0], ground) for each in derived if each.rising is not None]
    for start in filter(None, starts):
        dated = compare_figures(replace(figure, bound=Bound.EXACT), start)
        if dated.relation in MET and bond.relation in MET and not since and not bond.misplaced:
            return bond
        if dated.relation in MET:
            return replace(bond, comparison=bond.comparison if since else dated, derived="start", misplaced=False)
        if not since:  # the source's movement starts on another day than the claim's
            return replace(bond, misplaced=True)
    return bond


def _is_of_end(bond: Bond, ground: Ground, derived: Sequence[Derivation]) -> bool:
    """Dates a date of the passage the end of a movement that agrees: "raised £6m this year, up from £5m in 2023"?"""
    source = bond.comparison.source_figure
    ends = [ground.dated_by(each.operands[1]) for each in derived if each.rising is not None]
    return source is not None and any(end is not None and end.start - ground.start == source.start for end in ends)


def _is_start(claim: Reading, figure: Figure) -> bool:
    """Does a claim's date tell what it compares with: "than in the same months of 2021"?"""
    before = [word.plain for word in claim.words if word.end <= figure.start][-_TO_START:]
    return not _STARTS.isdisjoint(before)


def _or_derived(
    claim: Reading, passage: Reading, alignment: Alignment, ground: Ground, bond: Bond, published: date | None
) -> tuple[Bond, Derivation | None]:
    """Return a bond to a derived figure that agrees, or that parts from the claim where nothing is stated."""
    found = derive(claim, bond.comparison.claim_figure, ground, published)
    return _bond_to(claim, passage, alignment, ground, bond, found)


def _may_overrule(claim: Reading) -> bool:
    """Has a claim a word without which nothing goes before a stated figure?"""
    return bool(claim.figures) and any(word.plain in _OVERRULING_WORDS for word in claim.words)


def _or_overruled(claim: Reading, passage: Reading, alignment: Alignment, ground: Ground, bond: Bond) -> Bond:
    """Return a bond to a sum that goes before the figure which the passage states, where there is one."""
    if bond.relation not in MET or bond.derived:
        return bond
    found = overrule(claim, bond.comparison.claim_figure, ground)
    return _bond_to(claim, passage, alignment, ground, bond, found)[0]


def _bond_to(
    claim: Reading, passage: Reading, alignment: Alignment, ground: Ground, bond: Bond, found: Derivation | None
) -> tuple[Bond, Derivation | None]:
    figure = bond.comparison.claim_figure
    if found is None or (found.pattern not in _SHARES and not _is_near(figure, found)):
        return bond, None
    if not found.agrees and bond.relation is Relation.DIFFERENT and not (found.is_movement or found.settles):
        return bond, None
    mine, theirs = claim.figure_places(bond.claim), operand_places(passage, ground, found.operands)
    frames = [frame_overlap(claim, passage, alignment, mine, theirs, plain=plain) for plain in (False, True)]
    if figure.kind is Kind.MONEY and found.rising is not None and not _names_what_moved(claim, alignment):
        return bond, None
    alike = found.agrees or found.settles or (found.is_lone and _is_of_its_whole(figure, found))
    bound = replace(
        bond, passage=-1, comparison=found.comparison, noun=int(alike), misplaced=False,
        frame=max(bond.frame, frames[0]), plain_frame=max(bond.plain_frame, frames[1]),
        derived=found.pattern, inverts=found.inverts and found.agrees,
    )  # fmt: skip
    return bound, found


def _names_what_moved(claim: Reading, alignment: Alignment) -> bool:
    """Has a claim a word for what moved that the passage has too? "The mill lost £9m" is said of no fall of profits."""
    said = (claim.words[link.claim] for link in alignment.links if link.covered)
    return any(word.name < 0 and word.figure < 0 and word.plain not in CHANGING for word in said)


def _is_of_its_whole(figure: Figure, found: Derivation) -> bool:
    """Does a claim's share take what the passage's share takes: "half of the gates", "six of the nine gates"?"""
    nouns = [operand.noun for operand in found.operands if operand.noun]
    return bool(figure.noun) and any(are_kin(figure.noun or "", noun) for noun in nouns)


def operand_places(passage: Reading, ground: Ground, operands: Sequence[Figure]) -> list[int]:
    """Return the places of the passage's words that are operands."""
    spans = [(o.start - ground.start, o.end - ground.start) for o in operands if o.start >= ground.start]
    return [
        place
        for place, word in enumerate(passage.words)
        if any(word.start < end and word.end > start for start, end in spans)
    ]


def _is_near(figure: Figure, found: Derivation) -> bool:
    """Is what was worked out near the claim's figure? Chance meets every half-line ("more than £5m")."""
    source = found.comparison.source_figure
    is_change = figure.role is Role.CHANGE or found.rising is not None
    if figure.bound in (Bound.EXACT, Bound.ABOUT) or is_change or source is None:
        return True
    if not isinstance(figure.value, Decimal) or not isinstance(source.value, Decimal):
        return True
    short = abs(source.value - figure.value)
    return short <= ABOUT * abs(figure.value) or (found.pattern == "duration" and short < 1)
