"""A checked sentence -> what is wrong with it: figures, words and names that the nearest passages gainsay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.compare import compare_figures, describe
from factcheck.models import MET, Check, Comparison, DecidedBy, Figure, Kind, Relation, Role, Stance, Verdict
from factcheck.proofread.aged import wrong_ages
from factcheck.proofread.beside import ON_TOPIC, UNIT_NAMES, Beside, lay_beside, measures_the_same, stands_for
from factcheck.proofread.bonds import Bond
from factcheck.proofread.calendars import ages
from factcheck.proofread.crossed import crossed
from factcheck.proofread.derived import follows_from, is_priced
from factcheck.proofread.displaced import displaced_names, misplaced_names
from factcheck.proofread.gaps import wrong_gaps
from factcheck.proofread.hits import BORNE_OUT, Hit
from factcheck.proofread.judged import denied, exchanged_figures, other_figure, replaced_word
from factcheck.proofread.labels import wrong_labels
from factcheck.proofread.misbound import misbound_figures
from factcheck.proofread.names import (
    TITLES,
    Name,
    are_forms,
    find_names,
    is_body,
    is_person,
    near_names,
    without_possessive,
)
from factcheck.proofread.persons import misnamed
from factcheck.proofread.rates import wrong_rates
from factcheck.proofread.roles import miscalled, mixed_up
from factcheck.proofread.series import wrong_in_series
from factcheck.proofread.sides_taken import opposed_verb, other_side_at_figure
from factcheck.proofread.slips import are_swapped_digits, is_gap, is_part_of_that, is_slip_of_date, looks_miscopied
from factcheck.proofread.sources import Sources
from factcheck.proofread.strays import stray_figures, swapped_twins, tied_words
from factcheck.stance.reading import Name as StanceName
from factcheck.stance.reading import Reading
from factcheck.words import likeness, stem

# Shares of a sentence's words, weighed by rarity, that a passage must have; see `beside`.
BEARS_OUT = 0.4
"""Passage and context: from here on a figure of the passage bears one of the sentence out."""
SAME_STATEMENT = 0.6
"""The passage itself: from here on a negation or an opposite in it contradicts."""
SAME_BUT_FOR_A_NAME = 0.8
"""The passage itself, the name left out: from here on another name in it contradicts."""
NEGATED, OPPOSITE = 0.5, 0.1
"""The share of the words that must stand under a negation in one of the two only, or as opposites."""
RULED_OUT = 0.4
"""The share where the passage has the same subject and nearly all words: "promised" beside "ruled out"."""
NEGATED_HERE = 0.25
"""The share that a passage must have itself where the judge is sure of the negation."""
TOLD = 0.5
"""Passage and context, where all names and figures of the sentence are there: from here on they bear it out."""
SURE_COVER = 0.9
"""The share of a short sentence ("It has until 3 June to appeal") whose figure is the source's but for a slip."""
LEAST_FOR_A_RANK = 0.5
"""The passage itself: from here on it may rank otherwise; there are many minutes, places and birthdays."""
LEAST_WORDS = 2
"""Sentences with fewer words of their own ("It was late") are about anything."""

TITLE_WORDS = frozenset(title.title() for title in TITLES)
SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
SCALE_SLACK = Decimal("0.02")


def hits_of(
    claim: str,
    check: Check,
    names: Sequence[Name],
    sources: Sources,
    claim_date: date | None = None,
    nearby: Sequence[Figure] = (),
) -> list[Hit]:
    """Return what is wrong with a sentence that was checked; spans slice the sentence as it was checked.

    Where nothing contradicts and a passage has what the sentence says, a hit with the code `BORNE_OUT` has it.
    `nearby` are the figures of the sentence before, from which one of this sentence may be worked out.
    """
    sides = lay_beside(claim, check, claim_date)
    spelled = list(_misspelled(claim, names, sides, sources))
    figures = list(_series(sides)) or [*_figures(claim, sides, nearby), *_swapped_figures(sides)]
    figures += _strays(sides, nearby, sources, figures)
    figures += [] if figures else [*_turned(sides), *_gaps(claim, sides), *_crossed(claim, sides), *_misbound(sides)]
    figures += [] if figures else _rates(claim, sides)
    figures += _labels(claim, sides)
    figures += [] if figures else [*_twins(sides, nearby, sources), *_exchanged(sides)]
    figures += [] if figures else _other_figure(claim, sides)
    figures = [*_ages(claim, names, sides), *(hit for hit in figures if not _is_age(claim, hit, sides))]
    words = [] if spelled or figures else [*_words(claim, sides), *_replaced(claim, sides), *_opposed(claim, sides)][:1]
    words += [] if spelled or figures or words else _denied(claim, sides)
    others = [] if spelled or words else [*_names(sides, names), *_swapped_names(sides)]
    others = others or ([] if spelled or words or figures else list(_displaced(sides, names)))
    others = others or ([] if spelled else [*_roles(claim, sources), *_kin(claim, sources)])
    others += _misnamed(names, sides, sources, [*spelled, *others])
    found = [*spelled, *figures, *words, *others]
    if found:
        return found
    bearing = next((side for side in sides if _bears_it_out(side)), None)
    if bearing is None:
        return [_unsupported(claim, sides)]
    return [Hit(BORNE_OUT, 0, len(claim), "", passage=bearing.passage), *_superlatives(claim, sides)]


def _roles(claim: str, sources: Sources) -> Iterator[Hit]:
    """Yield the people to whom a sentence gives what the source says another is."""
    for name, role, other, passage in mixed_up(claim, sources):
        message = f"the source calls {other} {role}, not {' '.join(name.words)}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, passage)


def _kin(claim: str, sources: Sources) -> Iterator[Hit]:
    """Yield the relations of people that the source calls otherwise: "his daughter" who is his widow."""
    for role, other, passage in miscalled(claim, sources):
        message = f"the source calls {' '.join(role.name.words)} {other}, not {role.words}"
        yield Hit("name-conflict", role.start, role.name.end, message, Verdict.CONFLICTING, passage)


def _misnamed(names: Sequence[Name], sides: Sequence[Beside], sources: Sources, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the people whom no source has under the sentence's name, but under others."""
    for wrong in misnamed(names, sides, sources):
        if not any(hit.start < wrong.name.end and wrong.name.start < hit.end for hit in found):
            message = f"no source has “{' '.join(wrong.name.words)}”, but {' and '.join(wrong.others)}"
            yield Hit("name-conflict", wrong.name.start, wrong.name.end, message, Verdict.CONFLICTING, wrong.passage)


# --- figures ----------------------------------------------------------------------------------------------


def _figures(claim: str, sides: Sequence[Beside], nearby: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the figures that the nearest passage about the same thing gives otherwise, and no passage bears out."""
    if not sides:
        return
    figures = sides[0].pair.claim.figures
    for number, figure in enumerate(figures):
        if figure.implied or figure.value is None or figure.text.lower() == "one" or is_part_of_that(claim, figure):
            continue
        found = _contradiction(number, sides)
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


_COUNTED = (Kind.NUMBER, Kind.MEASURE)


def _tag(text: str, figure: Figure) -> str:
    """Return what tells a figure from its neighbours: what is counted, or "long" of what is measured."""
    if figure.kind is Kind.NUMBER:
        return figure.noun or ""
    found = _patterns().dimension.match(text, figure.end)
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


def _contradiction(number: int, sides: Sequence[Beside]) -> tuple[Beside, Bond, str] | None:
    """Return the nearest passage that gives the figure otherwise, the bond, and the code of what that is."""
    for side in sides:
        bond = side.bonds[number]
        code = _code(bond, side, [other for other in sides if other is not side], nearest=side is sides[0])
        if code:
            return side, bond, code
    return None


def _code(bond: Bond, side: Beside, elsewhere: Sequence[Beside], nearest: bool) -> str:
    """Return what a bond says: a slip of unit or scale, a conflict, or nothing."""
    claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None:
        return ""
    if tied_words(side) < LEAST_WORDS and not (side.cover >= SURE_COVER and _is_slip(claim, source)):
        return ""
    if claim.value == source.value and {claim.unit, source.unit} == {"%", "pp"} and side.cover >= ON_TOPIC:
        return "percent-points"
    if bond.relation is not Relation.DIFFERENT:
        return ""
    if claim.kind is source.kind and is_scale_slip(claim, source) and _bears_on(bond, side):
        return "scale-slip"
    if _is_points_of(claim, side):
        return "percent-points"
    if is_gap(side.pair.claim.text, claim) != is_gap(side.pair.passage.text, source):
        return ""
    if claim.kind is Kind.ORDINAL and side.here < LEAST_FOR_A_RANK:
        return ""
    sure = nearest and _tells_the_same(bond, side)
    if not measures_the_same(bond, side.cover, nearest, sure) or not _is_about_the_same(bond, side, elsewhere):
        return ""
    return "figure-conflict"


def _is_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether a figure is the other with two digits exchanged, or with another month."""
    return are_swapped_digits(claim, source) or is_slip_of_date(claim, source)


def _bears_on(bond: Bond, side: Beside) -> bool:
    """Tell whether the passage is near enough for a figure with the same digits: less so where it has the noun."""
    return side.cover >= BEARS_OUT or (bond.noun > 0 and side.here >= NEGATED_HERE and bond.frame >= ON_TOPIC - 0.1)


def _tells_the_same(bond: Bond, side: Beside) -> bool:
    """Tell whether a passage has all names and other figures of the sentence, and of either two or more."""
    others = [other for other in side.bonds if other is not bond and not other.comparison.claim_figure.implied]
    if len(others) > 1 and all(other.relation in MET for other in others) and _has_the_names(side):
        return True
    named = [match for match in side.pair.names if not _begins_alone(match.name) or match.covered]
    itself = all(side.pair.alignment.passage_place(match.name.last) >= 0 for match in named)
    return len(named) > 1 and itself and bool(others) and all(other.relation in MET for other in others)


def _is_about_the_same(bond: Bond, side: Beside, elsewhere: Sequence[Beside]) -> bool:
    """Tell whether names, dates and the other figures leave no doubt that both speak of one thing.

    A name that the passage lacks, a date that is another, several figures that differ: it is another bus, another
    year, another storm. Where the digits look miscopied, the sentence may go on about something else. What stands in
    another clause of the sentence, and in another passage of the same source (`elsewhere`), is another statement's.
    """
    claim = side.pair.claim
    own = claim.figure_places(bond.claim)
    others_say = [item for item in elsewhere if item.passage.source.document == side.passage.source.document]
    least = 0.5 if side.opens_with_pronoun else 1.0
    covered = [
        match.covered >= least
        for match in side.pair.names
        if not _begins_alone(match.name)
        and not (
            match.covered < least
            and _is_apart(claim, own, match.name.first)
            and any(_covers(item, match.name) for item in others_say)
        )
    ]
    source = bond.comparison.source_figure
    if (
        source is not None
        and _is_anothers(side, source)
        and not are_swapped_digits(bond.comparison.claim_figure, source)
    ):
        return False
    slip_of_digits = source is not None and looks_miscopied(bond.comparison.claim_figure, source)
    slip = (bond.noun > 0 and slip_of_digits) or (
        source is not None and is_slip_of_date(bond.comparison.claim_figure, source)
    )
    if not all(covered) and not (slip and 2 * sum(covered) >= len(covered)):
        return False
    others = [
        other
        for other in side.bonds
        if other is not bond
        and not other.comparison.claim_figure.implied
        and not (
            other.relation not in MET
            and other.comparison.claim_figure.kind is Kind.DATE
            and _is_apart(claim, own, *claim.figure_places(other.claim)[:1])
            and any(item.bonds[other.claim].relation in MET for item in others_say)
        )
    ]
    if any(_is_other_time(other, side) for other in others if other.comparison.claim_figure.kind is Kind.DATE):
        return False
    counts = [other for other in others if other.comparison.claim_figure.kind is not Kind.DATE]
    if slip:  # what this passage does not speak of, another of the same report has said, or the writer worked out
        sure = slip_of_digits and bond.noun > 0
        counts = [o for o in counts if o.relation is not Relation.MISSING or not (sure or _is_said(o, others_say))]
    if len(covered) > 1 and all(covered) and slip_of_digits:
        return True
    return sum(other.relation not in MET for other in counts) <= len(counts) / 2


def _is_anothers(side: Beside, source: Figure) -> bool:
    """Tell whether a figure of the passage stands in a clause with another name, and the sentence's in another clause.

    "Wardlow County had 140 damaged homes, and Cole County the others."
    """
    passage = side.pair.passage
    places = passage.figure_places(passage.figures.index(source)) if source in passage.figures else ()
    met = {side.pair.alignment.passage_place(match.name.last) for match in side.pair.names} - {-1}
    if not places or not met:
        return False
    clause = passage.words[places[0]].clause
    own = [name for name in passage.names if passage.words[name.first].clause == clause]
    if any(set(range(name.first, name.last + 1)) & met for name in own):
        return False
    return bool(own) and all(passage.words[place].clause != clause for place in met)


def _is_said(bond: Bond, sides: Sequence[Beside]) -> bool:
    """Tell whether a figure of the sentence stands in one of the passages."""
    figure = bond.comparison.claim_figure
    return any(stands_for(figure, f, side.passage.text) for side in sides for f in side.pair.passage.figures) or any(
        (figure.value, figure.unit) == (f.value, f.unit) for side in sides for f in side.pair.passage.figures
    )


def _is_apart(claim: Reading, own: Sequence[int], *place: int) -> bool:
    """Tell whether a word stands in another clause than a figure's words: behind a comma, or behind "and has"."""
    if not own or not place:
        return False
    first, last = sorted((own[0], place[0]))
    if claim.words[first].clause != claim.words[last].clause:
        return True
    return _patterns().and_does.search(claim.text[claim.words[first].end : claim.words[last].start]) is not None


def _covers(side: Beside, name: StanceName) -> bool:
    return any(match.covered >= 1 for match in side.pair.names if match.name == name)


def _begins_alone(name: StanceName) -> bool:
    """Tell whether a name is only the first word of the sentence, which has a capital anyhow."""
    return name.first == name.last == 0


def _is_other_time(bond: Bond, side: Beside) -> bool:
    """Tell whether a date of the sentence is not the passage's: another one, or a year that it does not speak of."""
    if bond.relation is Relation.DIFFERENT:
        return True
    published = side.passage.source.published
    year = str(bond.comparison.claim_figure.value)[:4]
    return bond.relation is Relation.MISSING and published is not None and year not in (str(published.year), "XXXX")


def is_scale_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether two figures have the same digits and scales a thousand, million or billion apart."""
    one, other = claim.value, source.value
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one or not other:
        return False
    if claim.kind in (Kind.DATE, Kind.AGE, Kind.ORDINAL, Kind.PERCENT):
        return False
    if claim.unit != source.unit:
        return one == other and _are_thousands_apart(claim.unit, source.unit)
    ratio = max(one, other) / min(one, other) if one * other > 0 else Decimal(0)
    if not _have_one_row_of_digits(claim.text, source.text):
        return False
    return any(abs(ratio / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _have_one_row_of_digits(one: str, other: str) -> bool:
    """Tell whether two numerals have the same digits, as far as both go; those in words may have any."""
    rows = ["".join(filter(str.isdigit, text)).lstrip("0") for text in (one, other)]
    rows = [row if "." in text else row.rstrip("0") for row, text in zip(rows, (one, other), strict=True)]
    short, long = sorted(rows, key=len)
    if not short:
        return True
    rounded = str(round(int(long[: len(short) + 1].ljust(len(short) + 1, "0")), -1))[: len(short)]
    return long.startswith(short) or rounded == short


def _are_thousands_apart(unit: str | None, other: str | None) -> bool:
    """Tell whether one unit is a thousand or a million of the other: kilograms and grams."""
    from factcheck.figures.units import convert

    made = convert(Decimal(1), unit, other) if unit and other else None
    return made is not None and any(abs(max(made, 1 / made) / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _is_points_of(claim: Figure, side: Beside) -> bool:
    """Tell whether a change in per cent is the difference, in points, of two shares of the passage."""
    if claim.unit != "%" or claim.role is not Role.CHANGE or side.cover < ON_TOPIC:
        return False
    shares = [f.value for f in side.pair.passage.figures if f.unit == "%" and isinstance(f.value, Decimal)]
    return any(
        abs(abs(one - other) - abs(claim.value)) < Decimal("0.05")
        for one in shares
        for other in shares
        if isinstance(claim.value, Decimal) and one != other
    )


def _disagree(bearing: Sequence[Beside], side: Beside) -> bool:
    """Tell whether another document than the one that gainsays a figure bears it out, as near to the sentence."""
    other = [item for item in bearing if item.passage.source.document != side.passage.source.document]
    return (
        bool(other)
        and not any(item.passage.source.document == side.passage.source.document for item in bearing)
        and all(item.nearness < side.nearness + 0.25 and item.cover >= ON_TOPIC for item in other[:1])
    )


# --- words ------------------------------------------------------------------------------------------------


def _words(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where a passage near the sentence says the same with a negation or an opposite."""
    for side in sides[:3]:
        if not _is_turned_round(side) or side.nearness < sides[0].nearness - 0.25:
            continue
        if any(_says_it(other, side) for other in sides):
            continue
        message = f"the source says: “{_shortened(side.passage.text)}”"
        start, end = _turned_words(claim, side)
        comparisons = side.evidence.judgement.comparisons
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage, comparisons)
        return


def _replaced(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the word that has another one in its place: "against the dollar" beside "against the euro"."""
    found = replaced_word(sides)
    if found is not None and not any(_says_it(other, found[0]) for other in sides):
        side, start, end = found
        message = f"“{claim[start:end]}”: the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _opposed(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the "for" that is "against" in the source, and the verb that the source has the opposite of."""
    for side, start, end in other_side_at_figure(sides):
        message = f"“{claim[start:end]}”: the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)
    found = opposed_verb(sides)
    if found is not None:
        side, start, end, other = found
        message = f"“{claim[start:end]}”: the source says “{other}” of the same"
        yield Hit("claim-conflict", start, end, message, Verdict.CONFLICTING, side.passage)


def _denied(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the judge is sure that the nearest passage denies the sentence."""
    side = denied(sides)
    if side is not None and not _patterns().no_other.search(side.pair.passage.text):
        message = f"the source says: “{_shortened(side.passage.text)}”"
        yield Hit("claim-conflict", 0, len(claim), message, Verdict.CONFLICTING, side.passage)


def _says_it(other: Beside, side: Beside) -> bool:
    """Tell whether a passage bears the sentence out, or leans to it and is nearer than the one that gainsays it."""
    if other.supports:
        return other.here >= side.here - 0.15
    return other.evidence.judgement.stance is Stance.SUPPORTS and other.here >= side.here


def _is_turned_round(side: Beside) -> bool:
    """Tell whether the passage says the same with a "not" or an opposite, in one of three ways that are sure enough."""
    features, bonds = side.features, side.bonds
    none = _counts_none(side)
    unmet = any(bond.relation in (Relation.DIFFERENT, *(() if none else (Relation.MISSING,))) for bond in bonds)
    unmet = unmet or any(bond.relation is Relation.INCOMPARABLE and _are_of_two_units(bond) for bond in bonds)
    if any(_patterns().no_other.search(reading.text) for reading in (side.pair.claim, side.pair.passage)):
        return False  # "no other city used as much" is what "the most of any city" says
    if side.supports or unmet or not _has_the_names(side):
        return False
    if tied_words(side) <= LEAST_WORDS and not (none and side.here >= SAME_BUT_FOR_A_NAME):
        return False
    is_opposite = bool(features["opposite"]) and features["opposite_weight"] >= OPPOSITE
    is_odd = bool(features["negated_odd"]) and _negates_a_shared_word(side)
    is_odd = is_odd and not any(_patterns().lacking.search(r.text) for r in (side.pair.claim, side.pair.passage))
    is_negated = features["negated_apart"] >= NEGATED and is_odd
    if side.leans_to_conflict and side.here >= SAME_STATEMENT and (is_opposite or is_negated):
        return True
    if side.conflicts and side.evidence.judgement.decided_by is DecidedBy.POLARITY:
        ruled_out = features["negated_apart"] >= RULED_OUT and is_odd and _has_the_subject(side)
        sure = is_opposite or is_negated or ruled_out
        if is_opposite and side.cover >= ON_TOPIC and side.here >= NEGATED_HERE and _has_a_telling_figure(bonds):
            return True
        return side.cover >= SAME_BUT_FOR_A_NAME - 0.05 and side.here >= NEGATED_HERE and sure
    met = [bond for bond in bonds if bond.relation in MET]
    return is_opposite and bool(met) and len(met) == len(bonds) and side.cover >= SAME_BUT_FOR_A_NAME + 0.05


def _are_of_two_units(bond: Bond) -> bool:
    """Tell whether per cent stand against points: how fast a rise slows is not whether there is one."""
    source = bond.comparison.source_figure
    return source is not None and {bond.comparison.claim_figure.unit, source.unit} == {"%", "pp"}


def _has_a_telling_figure(bonds: Sequence[Bond]) -> bool:
    """Tell whether all figures of the sentence are met, one that is written in two digits or more among them."""
    written = [bond for bond in bonds if sum(map(str.isdigit, bond.comparison.claim_figure.text)) > 1]
    return bool(written) and all(bond.relation in MET for bond in bonds)


def _counts_none(side: Beside) -> bool:
    """Tell whether the passage says "nobody" or "no arrests", which no count of the sentence can meet."""
    from factcheck.figures import extract_figures

    if _patterns().none.search(side.passage.text) is None:
        return False
    return any(figure.implied and figure.value == 0 for figure in extract_figures(side.passage.text, implied=True))


def _negates_a_shared_word(side: Beside) -> bool:
    """Tell whether a word next to the negation stands in both texts: "nobody died" says nothing of what did not die."""
    claim, passage, links = side.pair.claim, side.pair.passage, side.pair.alignment.links
    here = [place for place in claim.content() if claim.words[place].depth % 2][:2]
    there = [place for place in passage.content() if passage.words[place].depth % 2][:3]
    met = {link.claim: link.passage for link in links if link.covered and not link.in_context}
    return any(place in met for place in here) or any(place in met.values() for place in there)


def _has_the_names(side: Beside) -> bool:
    least = 0.5 if side.opens_with_pronoun else 1.0
    return all(
        match.covered >= least or _has_surname_alone(side, match.name)
        for match in side.pair.names
        if not _begins_alone(match.name)
    )


def _has_surname_alone(side: Beside, name: StanceName) -> bool:
    """Tell whether the passage has the last word of a longer name by itself: "Fisk" for "Walt Fisk"."""
    place = side.pair.alignment.passage_place(name.last)
    alone = [other for other in side.pair.passage.names if other.first == other.last == place]
    return name.last > name.first and bool(alone)


def _has_the_subject(side: Beside) -> bool:
    """Tell whether the passage itself names whom the sentence is about."""
    return bool(side.pair.names) and side.features["cover_subject"] == 1.0 and side.here >= SAME_BUT_FOR_A_NAME - 0.05


def _turned_words(claim: str, side: Beside) -> tuple[int, int]:
    """Return the sentence's span, or that of the word that stands for its opposite."""
    from factcheck.stance.lexicon import Kin

    for link in side.pair.alignment.links:
        if link.kin is Kin.OPPOSITE:
            word = side.pair.claim.words[link.claim]
            return word.start, word.end
    return 0, len(claim)


def _shortened(text: str) -> str:
    return text if len(text) <= 140 else text[:139].rsplit(" ", 1)[0] + " …"


# --- names ------------------------------------------------------------------------------------------------


def _names(sides: Sequence[Beside], names: Sequence[Name]) -> Iterator[Hit]:
    """Yield the name in whose place the nearest passage has another, everything else being the same."""
    for name in names:
        if name.last.lower() in UNIT_NAMES:
            continue
        nearest = next((side for side in sides if side.here >= BEARS_OUT), None)
        nearest = nearest or next((side for side in sides if side.rest_covered(side.places(name)) == 1), None)
        if nearest is None:
            return
        words = nearest.places(name)
        if any(bond.relation is Relation.DIFFERENT for bond in nearest.bonds):
            continue
        if (
            not words
            or nearest.rest_covered(words) < SAME_BUT_FOR_A_NAME
            or len(nearest.pair.alignment.links) < len(words) + 2
        ):
            continue
        if any(_says_as_much(side, name, nearest) for side in sides) or not _rivals(nearest, name):
            continue
        if _is_in(name, nearest.passage.text) or (_is_in(name, nearest.passage.context) and _has_pronoun(nearest)):
            continue
        if len(name.words) == 1 and _is_in(name, nearest.passage.source.title or ""):
            continue  # what a whole article is about need not be named in its every sentence
        message = f"the source does not have “{' '.join(name.words)}” here, but {_rivals(nearest, name)[0]}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, nearest.passage)


def _says_as_much(side: Beside, name: Name, nearest: Beside) -> bool:
    """Tell whether a passage with the name has as much of the rest of the sentence as the nearest one."""
    if not _has_name(side, name) or side.here < SAME_STATEMENT:
        return False
    return side.rest_covered(side.places(name)) >= min(
        SAME_BUT_FOR_A_NAME, nearest.rest_covered(nearest.places(name)) - 0.1
    )


def _swapped_names(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the nearest passage has the two names of the sentence on either side of its verb swapped."""
    if not sides or sides[0].here < SAME_BUT_FOR_A_NAME + 0.1:
        return
    side = sides[0]
    claim, passage, alignment = side.pair.claim, side.pair.passage, side.pair.alignment
    if _is_passive(claim.text) or _is_passive(passage.text):
        return
    for one, other in pairwise(claim.names):
        if other.first - one.last not in (2, 3):
            continue
        places = [alignment.passage_place(place) for place in (one.last, one.last + 1, other.last)]
        first, verb, second = places
        if min(places) >= 0 and second < verb < first and first - second <= 12:
            words = claim.words
            message = f"the source has {words[other.last].text} and {words[one.last].text} the other way round"
            yield Hit(
                "name-conflict",
                words[one.first].start,
                words[other.last].end,
                message,
                Verdict.CONFLICTING,
                side.passage,
            )


def _displaced(sides: Sequence[Beside], names: Sequence[Name]) -> Iterator[Hit]:
    """Yield the names beside whose neighbours the nearest passage has another one."""
    for side, start, end, other in (*displaced_names(sides), *misplaced_names(sides)):
        name = next((name for name in names if name.start < end and start < name.end), None)
        elsewhere = [item for item in sides if item is not side and item.here >= SAME_STATEMENT]
        if name is None or any(_is_in(name, item.passage.text) for item in elsewhere):
            continue
        message = f"the source does not have “{' '.join(name.words)}” here, but {other}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, side.passage)
        return


def _is_passive(text: str) -> bool:
    return (
        re.search(r"\b(?:by|from|to)\s+(?:\w+\s+){0,2}[A-Z]", text) is not None
        and re.search(r"\bby\s", text) is not None
        and re.search(r"\b(?:is|are|was|were|been|being)\s+\w+", text) is not None
    )


def _is_in(name: Name, text: str) -> bool:
    """Tell whether a text has the name: its last word alone, or with another of its words, but no other first name.

    A form of it counts: who is "the first Estonian" comes from Estonia.
    """
    if re.search(rf"(?<!\w){re.escape(name.last)}", text, re.IGNORECASE) is None:
        others = find_names(text) if len(name.words) == 1 else ()
        return any(are_forms(name.last, other.last) or _are_one(name.last, other.last) for other in others)
    return not _namesakes(name, text) or any(_shares_more(name, other) for other in find_names(text))


def _namesakes(name: Name, text: str) -> list[Name]:
    """Return the names of a text that end as this one does and begin otherwise ("Brandt Marine", "Stolt Marine")."""
    if len(name.words) < 2:
        return []
    return [o for o in find_names(text) if len(o.words) > 1 and o.last == name.last and not _shares_more(name, o)]


def _shares_more(name: Name, other: Name) -> bool:
    """Tell whether two names share a word besides their last one, titles left out, or one of them is that word."""
    own, others = ({w.rstrip(".").lower() for w in n.words[:-1]} - TITLES for n in (name, other))
    return other.last == name.last and (not own or not others or bool(own & others))


def _rivals(side: Beside, name: Name) -> list[str]:
    """Return the names that the passage has and the sentence has not, likeliest first.

    That is a namesake, then one that shares a word ("Sandra Liu" for "Sandra Lim"), then one of the same sort.
    """
    namesakes = [" ".join(other.words) for other in _namesakes(name, side.passage.text)]
    sharing = [" ".join(o.words) for o in find_names(side.passage.text) if set(o.words) & set(name.words) - TITLE_WORDS]
    alike = [other for other in side.free_names if (" " in other) == (len(name.words) > 1)]
    others = side.free_names
    if is_person(name):
        alike, others = [other for other in alike if is_person(Name(tuple(other.split()), 0, 0))], []
    found = [*namesakes, *sharing, *alike, *others] if side.free_names or namesakes else []
    return [
        without_possessive(o)
        for o in dict.fromkeys(found)
        if not _are_one(name.last, without_possessive(o.split()[-1]))
    ]


def _are_one(word: str, other: str) -> bool:
    """Tell whether two different names say one thing: the Tories are the Conservatives."""
    if word == other:
        return False
    from factcheck.stance.lexicon import Kin, kin

    return kin(stem(word.lower()), stem(other.lower())) in (Kin.SAME, Kin.SYNONYM)


def _has_name(side: Beside, name: Name) -> bool:
    return _is_in(name, side.passage.text)


def _has_pronoun(side: Beside) -> bool:
    return any(word.pronoun for word in side.pair.passage.words)


def _misspelled(claim: str, names: Sequence[Name], sides: Sequence[Beside], sources: Sources) -> Iterator[Hit]:
    """Yield the names that no source has, where a passage about the same thing has one a letter or two away."""
    for name in names:
        if len(name.words) == 1 and _patterns().article.search(claim[: name.start]):
            continue  # "the Dane" is no Ms Dace
        for written in name.words:
            word = without_possessive(written)
            if len(word) < 4 or sources.has_word(word):
                continue
            found = _near_name(word, sides)
            if found is not None:
                other, side = found
                yield Hit(
                    "name-spelling",
                    name.start,
                    name.end,
                    f"“{word}”: the source spells it {other}",
                    passage=side.passage,
                )
                break


def _near_name(word: str, sides: Sequence[Beside]) -> tuple[str, Beside] | None:
    for side in sides:
        text = f"{side.passage.text}\n{side.passage.context}"
        near = near_names(word, [without_possessive(other) for name in find_names(text) for other in name.words])
        if near:
            return near[0], side
    return None


def unknown_names(names: Sequence[Name], sources: Sources) -> Iterator[Hit]:
    """Yield the names whose last word no source has."""
    for name in names:
        if any(len(word) > 2 and not sources.has_word(word) for word in _telling_words(name)):
            yield Hit("name-unknown", name.start, name.end, f"no source names “{' '.join(name.words)}”")


def _telling_words(name: Name) -> list[str]:
    """Return the words by which a name is known: the last, and all before it where that is "County" or "Bank"."""
    if len(name.words) > 1 and is_body(name.last):
        return [without_possessive(word) for word in name.words[:-1] if not is_body(word)]
    return [name.last]


# --- neither borne out nor gainsaid -------------------------------------------------------------------------


def _bears_it_out(side: Beside) -> bool:
    """Tell whether the judge has a passage support, or it has the sentence's figures and most of its words."""
    return (side.supports and side.cover >= BEARS_OUT) or _has_it_all(side)


def _has_it_all(side: Beside) -> bool:
    bonds = [bond for bond in side.bonds if not bond.comparison.claim_figure.implied]
    counts = [bond for bond in bonds if bond.comparison.claim_figure.kind is not Kind.DATE]
    if counts and all(bond.relation in MET for bond in counts):
        telling = any(sum(map(str.isdigit, bond.comparison.claim_figure.text)) > 1 for bond in counts)
        named = all(match.covered >= 1 for match in side.pair.names)
        return side.cover >= (TOLD if telling and named else ON_TOPIC)
    return side.here >= SAME_BUT_FOR_A_NAME and all(bond.relation in MET for bond in bonds)


def _unsupported(claim: str, sides: Sequence[Beside]) -> Hit:
    message = "no source found says this" if sides else "no source has enough of its words"
    return Hit("unsupported", 0, len(claim), message, Verdict.UNVERIFIED, sides[0].passage if sides else None)


# --- superlatives -----------------------------------------------------------------------------------------


def _superlatives(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the superlatives of a sentence that is borne out, where no passage near it has them."""
    texts = [f"{side.passage.context}\n{side.passage.text}" for side in sides]
    for found in _patterns().superlative.finditer(claim):
        if not any(_bears_out(found.group().lower(), text) for text in texts):
            message = f"no source found says “{found.group()}” of this"
            yield Hit("unsupported-superlative", *found.span(), message, passage=sides[0].passage if sides else None)


def _bears_out(word: str, text: str) -> bool:
    low = text.lower()
    return any(alike in low for alike in _ALIKE.get(word, (word,)))


_ALIKE: dict[str, tuple[str, ...]] = {
    "first": ("first", "never before", "debut", "inaugural", "1st", "new"),
    "record": ("record", "highest", "largest", "lowest", "most", "never before", "ever"),
    "largest": ("largest", "biggest", "record", "greatest", "most"),
    "biggest": ("largest", "biggest", "record", "greatest", "most"),
    "highest": ("highest", "record", "most", "peak", "tallest"),
    "lowest": ("lowest", "record", "least", "fewest"),
    "worst": ("worst", "deadliest", "lowest", "heaviest", "most"),
    "best": ("best", "highest", "record", "most"),
    "oldest": ("oldest", "first", "earliest"),
}


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.no_other = re.compile(
            r"\b(?:no\s+other|nobody\s+else|nowhere\s+else|nothing\s+else|never\s+(?:before|so)|not\s+(?:been\s+)?(?:so|as)"
            r"|no\s+\w+\s+(?:has|had|have)\s+(?:ever\s+)?\w+\s+(?:as|so|more))\b"
            r"|\b(?:did|does|do|was|were|is|are|has|have|had|will|would|could)\s+not\s*(?:[.;,]|$)",
            re.IGNORECASE,
        )
        self.none = re.compile(r"\b(?:no|none|nobody|nothing|neither)\b", re.IGNORECASE)
        self.lacking = re.compile(  # what "not" says in a word: "does not have enough" is what "lacks" says
            r"\b(?:lack(?:s|ed|ing)?|(?:is|are|was|were)\s+(?:[\w-]+\s+){0,2}short\s+of|shortage|too\s+(?:few|little)|insufficient\w*"
            r"|absen(?:t|ce)|missing|impossible|failure)\b",
            re.IGNORECASE,
        )
        self.and_does = re.compile(
            r"\b(?:and|but|which|who)\s+(?:has|have|had|will|would|is|are|was|were|did|[a-z]+ed|[a-z]+s)\b"
        )
        self.dimension = re.compile(
            r"\s+(?:in\s+)?(long|wide|high|tall|deep|thick|across|broad|length|width|height|depth)\b", re.IGNORECASE
        )
        self.article = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
        self.superlative = re.compile(
            r"\b(?:record(?!\s+(?:shop|label|store|company|player))(?=\s+[a-z£$€\d])|largest|biggest|highest|lowest"
            r"|tallest|longest|oldest|youngest|fastest|worst|best(?!\s+known|\s+man)|deadliest|busiest|richest|poorest"
            r"|smallest|greatest|heaviest|hottest|coldest|wettest|driest)\b|(?<=\bmost\s)(?:expensive|costly|deadly)\b"
            r"|(?<=the\s)first(?=\s+(?:ever|time|woman|man|female|black|person|country|city|company|team)\b)",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
