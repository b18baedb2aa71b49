"""What is measured on a claim and a passage: named numbers that the model weighs and the reasons speak of."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.figures.movement import CHANGING, FALLING, RISING
from factcheck.models import MET, Figure, Kind, Relation, Role
from factcheck.stance.align import STRENGTH, Alignment, Link, align
from factcheck.stance.binding import Bond, bind_figures
from factcheck.stance.clock_bonds import TimeBond, bind_times, part_places
from factcheck.stance.comparatives import comparative_bonds, with_ratios
from factcheck.stance.crossed_dates import with_crossed_dates
from factcheck.stance.derived_bonds import with_derived
from factcheck.stance.dimensions import words_met_by_figures
from factcheck.stance.directions import turned_words
from factcheck.stance.lexicon import VERB_FIELDS, Kin, field, meaning_fields
from factcheck.stance.lifetimes import LIFE_WORDS, with_lifetimes
from factcheck.stance.modality import is_only_planned
from factcheck.stance.most_of_amount import with_superlatives
from factcheck.stance.multiples import multiple_bonds
from factcheck.stance.named_shares import with_named_shares
from factcheck.stance.names import NameMatch, free_names, match_names, with_first_names
from factcheck.stance.part_counts import with_part_counts
from factcheck.stance.periods import with_periods
from factcheck.stance.quantifiers import quantifier_bonds
from factcheck.stance.reading import Reading, Word, read
from factcheck.stance.reference import opening_reference
from factcheck.stance.roles import names_swapped, with_converses
from factcheck.stance.slots import Substitute, find_substitutes
from factcheck.stance.spans import is_met_by_span, with_span_ends
from factcheck.stance.stand_ins import with_stand_ins
from factcheck.stance.waits import words_of_an_ended_wait
from factcheck.stance.workings import SAID_BY
from factcheck.values import dataclass
from factcheck.words import is_irregular, listed

_AUXILIARIES = frozenset(
    listed("is are was were be been has have had do does did will would can could may might must shall should became")
)
_UNCHANGED_PASTS = frozenset(listed("cut shut hit put set let cost beat quit"))
_ABSOLUTES = frozenset(listed("only exclusively solely all every always entirely completely just purely"))
_MODALS = frozenset(
    listed("may might could should would possibly perhaps probably likely plan expect propose consider hope aim allege")
)
_SUPERLATIVES = frozenset(listed("first last most least best worst largest biggest highest lowest oldest youngest"))
_REACH, _REACH_THERE = 6, 10  # words of claim and passage within which a word stands among its neighbours
_MOVES = frozenset({"difference", "change", "ratio"})  # workings that give a rise or fall its word as well
_OTHER_FIGURE = 0.7  # how far a word is covered whose counterpart is another figure


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A claim and a passage laid side by side, before anything is decided.

    `published` is the passage's ISO date and `claimed` the claim's, `covered` the share of the claim's information that
    the passage or its context covers; `poles` are two superlatives that say the opposite of one amount.
    """

    claim: Reading
    passage: Reading
    context: Reading
    alignment: Alignment
    bonds: tuple[Bond, ...]
    times: tuple[TimeBond, ...]
    names: tuple[NameMatch, ...]
    substitutes: tuple[Substitute, ...]
    predicate: int
    published: str
    covered: float
    claimed: str = ""
    poles: tuple[str, str] | None = None


def lay_side_by_side(
    claim: str, passage: str, published: date | None, claim_date: date | None, context: str
) -> SideBySide:
    """Return a claim and a passage read, aligned and bound."""
    mine, theirs, around = read(claim, claim_date), read(passage, published), read(context, published)
    alignment = with_converses(mine, theirs, align(mine, theirs, around))
    alignment = with_stand_ins(mine, theirs, with_first_names(mine, theirs, around, alignment))
    bonds = (
        *_bonds(mine, theirs, around, alignment, published),
        *quantifier_bonds(mine, theirs, around, alignment, published),
        *comparative_bonds(mine, theirs, around, alignment, published),
        *multiple_bonds(mine, theirs, around, alignment, published),
    )
    times = bind_times(mine, theirs, around, alignment) if mine.times else ()
    alignment = _with_met_words(alignment, mine, theirs, bonds, times)
    alignment, poles = with_superlatives(mine, theirs, alignment, bonds)
    return SideBySide(
        mine,
        theirs,
        around,
        alignment,
        bonds,
        times,
        tuple(match_names(mine, theirs, around, alignment)),
        tuple(find_substitutes(mine, theirs, alignment)),
        _predicate_of(claim, claim_date),
        published.isoformat() if published is not None else "",
        _share(alignment.links, mine),
        claim_date.isoformat() if claim_date is not None else "",
        poles,
    )


def _bonds(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, published: date | None
) -> list[Bond]:
    """Return a bond for each figure of the claim: to one that is stated, else to one that the stated ones give."""
    stated = with_part_counts(claim, passage, alignment, bind_figures(claim, passage, context, alignment))
    stated = with_crossed_dates(claim, passage, alignment, stated)
    stated = with_periods(claim, passage, with_span_ends(claim, stated))
    compared = with_ratios(claim, passage, context, alignment, stated, published)
    derived = with_derived(claim, passage, context, alignment, compared, published)
    shared = with_named_shares(claim, passage, alignment, derived)
    return with_lifetimes(claim, passage, alignment, shared, published)


def _with_met_words(
    alignment: Alignment, claim: Reading, passage: Reading, bonds: Sequence[Bond], times: Sequence[TimeBond]
) -> Alignment:
    """Return the alignment with the words covered that have a figure or a time for their counterpart: "trebled"."""
    bound = {bond.comparison.claim_figure.start: bond for bond in bonds if bond.claim < 0}
    lived = next((b for b in bonds if b.derived == "lifetime"), None)
    moved = next((b for b in bonds if b.claim >= 0 and b.derived in _MOVES and b.relation in MET), None)
    span = next((b for b in bonds if b.derived == "span"), None)
    summed = next((b for b in bonds if b.claim >= 0 and b.derived in SAID_BY and b.noun > 0), None)
    led = _led_up_to(passage, bonds)
    measured = words_met_by_figures(claim, passage, alignment, bonds) | part_places(claim, passage, times)
    measured |= words_of_an_ended_wait(claim, passage, alignment, bonds)
    links = []
    for link in alignment.links:
        bond = bound.get(claim.words[link.claim].start)
        if bond is not None and bond.comparison.source_figure is not None and not link.covered:
            place = _first_place(passage, bond)
            if bond.relation in MET:
                link = Link(link.claim, place, Kin.DERIVED, STRENGTH[Kin.DERIVED])
            elif bond.relation is Relation.DIFFERENT:
                link = Link(link.claim, place, Kin.SISTER, _OTHER_FIGURE)
        elif led > 0 and not link.covered and _goes_there(claim, link.claim, passage, led):
            link = Link(link.claim, passage.figure_places(led)[0], Kin.DERIVED, STRENGTH[Kin.DERIVED])
        elif moved is not None and not link.covered and claim.words[link.claim].plain in CHANGING:
            link = Link(link.claim, _first_place(passage, moved), Kin.DERIVED, STRENGTH[Kin.DERIVED])
        elif lived is not None and not link.covered and claim.words[link.claim].stem in LIFE_WORDS:
            strength = STRENGTH[Kin.DERIVED] if lived.relation in MET else _OTHER_FIGURE
            link = Link(link.claim, _first_place(passage, lived), Kin.DERIVED, strength)
        elif span is not None and not link.covered and is_met_by_span(claim.words[link.claim].stem):
            link = Link(link.claim, _first_place(passage, span), Kin.DERIVED, STRENGTH[Kin.DERIVED])
        elif summed is not None and not link.covered and claim.words[link.claim].plain in SAID_BY[summed.derived]:
            strength = STRENGTH[Kin.DERIVED] if summed.relation in MET else _OTHER_FIGURE
            link = Link(link.claim, _first_place(passage, summed), Kin.DERIVED, strength)
        elif not link.covered and link.claim in measured:
            link = Link(link.claim, measured[link.claim], Kin.DERIVED, STRENGTH[Kin.DERIVED])
        links.append(link)
    return Alignment(tuple(links), {link.claim: link for link in links})


def _led_up_to(passage: Reading, bonds: Sequence[Bond]) -> int:
    """Return the figure behind an "up from" or "down from" that follows what the claim's came to; 0 for none."""
    for bond in bonds:
        came = bond.claim >= 0 and bond.relation in MET and bond.comparison.claim_figure.role is Role.TO
        following = bond.passage + 1
        if came and 0 < following < len(passage.figures) and came_up_from(passage, following):
            return following
    return 0


def came_up_from(passage: Reading, number: int) -> bool:
    """Stands a figure behind an "up from" or "down from"?"""
    return [word.plain for word in passage.before(number, 2)] in (["up", "from"], ["down", "from"])


def _goes_there(claim: Reading, place: int, passage: Reading, start: int) -> bool:
    """Says a word of the claim the way in which the passage's figure came from another: "risen", "up from"?"""
    is_up = passage.before(start, 2)[0].plain == "up"
    return claim.words[place].plain in (RISING if is_up else FALLING)


def _first_place(passage: Reading, bond: Bond) -> int:
    """Return the place of the first word of the passage's figure."""
    figure = bond.comparison.source_figure
    start = figure.start if figure is not None else len(passage.text)
    return next((place for place, word in enumerate(passage.words) if word.end > start), -1)


@lru_cache(maxsize=16)
def _predicate_of(claim: str, claim_date: date | None) -> int:
    """Return the same for a claim as written: it is laid beside fifty passages."""
    return predicate_start(read(claim, claim_date))


def predicate_start(claim: Reading) -> int:
    """Return the place of the claim's first verb after its subject, or 1 where none is found."""
    for place, word in enumerate(claim.words[1:], 1):
        if is_finite_verb(word):
            return place
    return min(1, len(claim.words))


def is_finite_verb(word: Word) -> bool:
    """Does a word look like a finite verb?"""
    if word.name >= 0 or word.figure >= 0:
        return False
    if word.plain in _AUXILIARIES:
        return True
    inflected = word.plain.endswith(("ed", "s")) or is_irregular(word.plain) or word.plain in _UNCHANGED_PASTS
    return field(word.stem) in VERB_FIELDS and inflected


def may_be_past(word: Word) -> bool:
    """Is a word the past tense of what may be a verb, though it is more often a noun: "blocked"?"""
    return word.plain.endswith("ed") and any(each in VERB_FIELDS for each in meaning_fields(word.stem))


def measure(pair: SideBySide) -> dict[str, float]:
    """Return the features of a pair by name."""
    features: dict[str, float] = {}
    for group in (_coverage, _order, _names, _roles, _polarity, _substitution, _copula, _figures, _wording):
        features.update(group(pair))
    return features


def _share(links: Sequence[Link], claim: Reading) -> float:
    """Return the share of these links' information that is covered; 1 where there are none."""
    weights = [claim.words[link.claim].weight for link in links]
    total = sum(weights)
    met = sum([weight * k.strength for weight, k in zip(weights, links, strict=True) if k.covered])
    return met / total if total else 1.0


def _share_here(links: Sequence[Link], claim: Reading) -> float:
    """Return the share of these links' information that the passage itself holds."""
    weights = [claim.words[link.claim].weight for link in links]
    total = sum(weights)
    met = sum([w * k.strength for w, k in zip(weights, links, strict=True) if k.is_here])
    return met / total if total else 1.0


def covered_share(pair: SideBySide) -> float:
    """Return the share of the claim's information that the passage or its context covers."""
    return pair.covered


def plain_share(pair: SideBySide) -> float:
    """Return the share of the claim's words that are no names which the passage itself holds."""
    claim = pair.claim
    return _share_here([link for link in pair.alignment.links if claim.words[link.claim].name < 0], claim)


def leaves_subject_open(pair: SideBySide) -> bool:
    """Does the passage open with a "she" or "the club", and neither it nor a context name whom the claim is about?

    So stands a sentence that was taken out of its text: nothing says that it is about the claim's subject, and
    nothing that it is not.
    """
    if not pair.names or pair.names[0].covered > 0.0 or pair.names[0].name.first >= pair.predicate:
        return False
    return not pair.context.names and opening_reference(pair.passage) is not None


def open_share(pair: SideBySide) -> float:
    """Return the share of the claim's information that is covered, its subject left out where that is left open."""
    if not leaves_subject_open(pair):
        return covered_share(pair)
    subject = pair.names[0].name
    rest = [link for link in pair.alignment.links if not subject.first <= link.claim <= subject.last]
    return _share(rest, pair.claim)


def predicate_share(pair: SideBySide) -> float:
    """Return the share of the claim's predicate that is covered."""
    return _share([link for link in pair.alignment.links if link.claim >= pair.predicate], pair.claim)


def is_telling(figure: Figure) -> bool:
    """Has a figure that is no date so many digits, or such a unit, that two texts seldom share it by chance?"""
    if figure.kind is Kind.DATE or not isinstance(figure.value, Decimal):
        return False
    return figure.kind is Kind.MONEY or len(figure.value.normalize().as_tuple().digits) > 1


def bound_places(pair: SideBySide) -> list[tuple[int, int]]:
    """Return the first places of the figures that are bound to each other and agree."""
    found = []
    for bond in pair.bonds:
        if bond.claim >= 0 and bond.passage >= 0 and bond.relation in MET:
            places = pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)
            found.append((places[0][0], places[1][0]))
    return found


def is_in_place(link: Link, pair: SideBySide) -> bool:
    """Does a word stand in the passage among what stands around it in the claim? What is counted turns nothing."""
    claim, passage = pair.claim.words, pair.passage.words
    before = claim[link.claim - 1].figure if link.claim else -1
    figure = pair.claim.figures[before] if before >= 0 else None
    if figure is not None and figure.kind is Kind.NUMBER and figure.noun is not None:  # "seven voted" counts no noun
        return False
    met = [(k.claim, k.passage) for k in pair.alignment.links if k.is_here and k is not link]
    met += bound_places(pair)
    return any(
        abs(place - link.claim) <= _REACH
        and abs(other - link.passage) <= _REACH_THERE
        and passage[other].sentence == passage[link.passage].sentence
        for place, other in met
    )


def _coverage(pair: SideBySide) -> dict[str, float]:
    """How much of the claim's wording the passage and its context hold."""
    links = pair.alignment.links
    words = pair.claim.words
    here = [link for link in links if not link.in_context]
    named = [link for link in links if words[link.claim].name >= 0]
    subject = [link for link in links if link.claim < pair.predicate]
    predicate = [link for link in links if link.claim >= pair.predicate]
    plain = [link for link in predicate if words[link.claim].name < 0]
    missing = [link for link in links if not link.covered]
    gaps = sorted((words[link.claim].weight for link in missing), reverse=True)
    total = sum(words[link.claim].weight for link in links) or 1.0
    return {
        "cover": covered_share(pair),
        "cover_here": sum(words[k.claim].weight * k.strength for k in here if k.covered) / total,
        "cover_names": _share(named, pair.claim),
        "cover_subject": _share(subject, pair.claim),
        "cover_predicate": _share(predicate, pair.claim),
        "cover_plain": _share(plain, pair.claim),
        "cover_last": _share(links[-1:], pair.claim),
        "cover_verb": _share(plain[:1], pair.claim),
        "cover_best_sentence": _best_sentence(pair, total),
        "gap_count": float(min(5, len(missing))),
        "gap_largest": gaps[0] if gaps else 0.0,
        "gap_total": min(30.0, sum(gaps)),
        "gap_predicate": float(min(4, sum(not link.covered for link in predicate))),
        "gap_plain": float(min(4, sum(words[link.claim].name < 0 for link in missing))),
        "gap_plain_largest": max((words[k.claim].weight for k in missing if words[k.claim].name < 0), default=0.0),
        "gap_first": float(bool(plain) and not plain[0].covered),
        "gap_last": float(bool(plain) and not plain[-1].covered),
        "cover_plain_here": _share_here(plain, pair.claim),
        "gap_name": float(any(words[link.claim].name >= 0 for link in missing)),
        "kin_synonym": _kin_share(links, Kin.SYNONYM),
        "kin_broader": _kin_share(links, Kin.BROADER),
        "kin_narrower": float(any(link.kin is Kin.NARROWER for link in links)),
        "kin_derived": _kin_share(links, Kin.DERIVED),
        "in_context": _kin_context(links),
        "subject_in_context": float(bool(subject) and all(link.in_context for link in subject)),
        "claim_content": min(14.0, float(len(links))),
        "cover_open": open_share(pair),
        "subject_open": float(leaves_subject_open(pair)),
        "claim_names": float(min(4, len(pair.claim.names))),
    }


def _best_sentence(pair: SideBySide, total: float) -> float:
    """Return the largest share of the claim's words that one sentence with the context holds."""
    best = 0.0
    for number in range(max(1, pair.passage.sentences)):
        met = 0.0
        for link in pair.alignment.links:
            if link.covered and (link.in_context or pair.passage.words[link.passage].sentence == number):
                met += pair.claim.words[link.claim].weight * link.strength
        best = max(best, met / total)
    return best


def _kin_share(links: Sequence[Link], relation: Kin) -> float:
    """Return the share of the links that are of one kinship."""
    return sum(link.kin is relation for link in links) / len(links) if links else 0.0


def _kin_context(links: Sequence[Link]) -> float:
    """Return the share of the links that only the context holds."""
    return sum(link.in_context for link in links) / len(links) if links else 0.0


def _order(pair: SideBySide) -> dict[str, float]:
    """Whether the claim's words stand in the passage in the claim's order and close together."""
    places = [link.passage for link in pair.alignment.links if link.is_here]
    steps = list(itertools.pairwise(places))
    size = len(pair.passage.words) or 1
    span = max(places) - min(places) + 1 if places else 0
    return {
        "order_kept": sum(first < second for first, second in steps) / len(steps) if steps else 1.0,
        "order_near": sum(0 < second - first <= 4 for first, second in steps) / len(steps) if steps else 0.0,
        "order_dense": len(set(places)) / span if span else 0.0,
        "order_span": span / size,
        "passage_words": math.log2(1 + size),
        "passage_sentences": float(min(5, pair.passage.sentences)),
        "passage_share": len(set(places)) / size,
    }


def _roles(pair: SideBySide) -> dict[str, float]:
    """Whether names that claim and passage share stand in the same parts of the statement."""
    return {
        "role_swapped": float(names_swapped(pair.claim, pair.passage, pair.alignment)),
        "direction_turned": float(turned_words(pair.claim, pair.passage, pair.alignment) is not None),
        "only_planned": float(is_only_planned(pair.claim, pair.passage, pair.alignment)),
    }


def _names(pair: SideBySide) -> dict[str, float]:
    """How the claim's names are met."""
    names = pair.names
    absent = [match for match in names if match.covered == 0.0]
    return {
        "name_absent": float(len(absent)),
        "name_partial": float(sum(0.0 < match.covered < 1.0 for match in names)),
        "name_rival": float(any(match.rival is not None for match in names)),
        "name_first_here": float(bool(names) and names[0].in_passage),
        "name_last_absent": float(bool(names) and names[-1].covered == 0.0),
        "name_meant": float(any(match.meant for match in names)),
        "name_passed_over": float(any(match.passed_over for match in names)),
        "name_free": float(min(5, len(free_names(pair.passage, pair.alignment)))),
        "opens_with_pronoun": float(bool(pair.passage.words) and pair.passage.words[0].pronoun),
        "opens_with_the": float([word.plain for word in pair.passage.words[:1]] == ["the"]),
    }


def _polarity(pair: SideBySide) -> dict[str, float]:
    """Negations and opposites."""
    links = [link for link in pair.alignment.links if link.is_here]
    claim, passage = pair.claim.words, pair.passage.words
    plain = [link for link in links if claim[link.claim].name < 0]
    total = sum(claim[link.claim].weight for link in plain) or 1.0
    parted = [k for k in plain if (claim[k.claim].depth - passage[k.passage].depth) % 2]
    opposite = [link for link in links if link.kin is Kin.OPPOSITE and is_in_place(link, pair)]
    flips = [k for k in opposite if not (claim[k.claim].depth - passage[k.passage].depth) % 2]
    straight = [k for k in parted if k.kin is not Kin.OPPOSITE]
    claim_negations, passage_negations = pair.claim.negations, pair.passage.negations
    return {
        "negated_claim": float(min(2, claim_negations)),
        "negated_passage": float(min(2, passage_negations)),
        "negated_apart": sum(claim[k.claim].weight for k in straight) / total,
        "negated_apart_last": float(bool(plain) and plain[-1] in straight),
        "negated_odd": float((claim_negations + min(1, passage_negations)) % 2),
        "negated_claim_only": float(claim_negations > 0 and not passage_negations),
        "opposite": float(len(flips) > 0),
        "opposite_weight": sum(claim[k.claim].weight for k in flips) / total,
        "opposite_cancelled": float(len(opposite) > len(flips)),
    }


def _substitution(pair: SideBySide) -> dict[str, float]:
    """What stands in the passage where the claim has another word."""
    substitutes = pair.substitutes
    claim = pair.claim.words
    named = [s for s in substitutes if claim[s.claim].name >= 0]
    total = sum(claim[link.claim].weight for link in pair.alignment.links) or 1.0
    return {
        "swap": max((s.strength for s in substitutes), default=0.0),
        "swap_name": max((s.strength for s in named), default=0.0),
        "swap_kind": max((s.likeness for s in substitutes), default=0.0),
        "swap_fit": max((s.fit for s in substitutes), default=0.0),
        "swap_exclusive": max((s.fit for s in substitutes if s.likeness >= 1.0), default=0.0),
        "swap_sister": max((s.fit for s in substitutes if 0.75 < s.likeness < 1.0), default=0.0),
        "swap_same_governor": float(any(s.fit >= 0.49 for s in substitutes)),
        "swap_name_likely": float(any(s.fit >= 0.45 for s in named)),
        "swap_weight": sum(claim[s.claim].weight * s.strength for s in substitutes) / total,
    }


def _copula(pair: SideBySide) -> dict[str, float]:
    """Whether both say what their subject is, and the claim's word for it is not the passage's."""
    mine, theirs = _complement(pair.claim), _complement(pair.passage)
    if not mine or not theirs:
        return {"copula": 0.0, "copula_apart": 0.0}
    apart = all(not pair.alignment.by_claim[p].covered for p in mine[-1:] if p in pair.alignment.by_claim)
    return {"copula": 1.0, "copula_apart": float(apart)}


def _complement(reading: Reading) -> list[int]:
    """Return the places of the words behind the first "is a" or "was the" of a text, up to its clause's end."""
    words = reading.words
    for place in range(1, min(len(words) - 2, 30)):
        if words[place].plain in ("is", "was", "are", "were") and words[place + 1].plain in ("a", "an", "the"):
            ends = (p for p in range(place + 2, len(words)) if words[p].stop or words[p].clause != words[place].clause)
            return list(range(place + 2, next(ends, len(words))))
    return []


def _figures(pair: SideBySide) -> dict[str, float]:
    """How the claim's figures stand beside the passage's."""
    bonds = pair.bonds
    dates = [bond for bond in bonds if bond.comparison.claim_figure.kind is Kind.DATE]
    counts = [bond for bond in bonds if bond.comparison.claim_figure.kind is not Kind.DATE]
    kinds = {figure.kind for figure in pair.passage.figures}
    missing = [bond for bond in bonds if bond.relation is Relation.MISSING]
    return {
        "figures": float(min(3, len(bonds))),
        "figures_passage": float(min(6, len(pair.passage.figures))),
        "figure_met": _best_bond(counts, *MET),
        "figure_met_all": float(bool(bonds) and all(bond.relation in MET for bond in bonds)),
        "figure_different": _best_bond(counts, Relation.DIFFERENT),
        "figure_different_noun": float(any(b.relation is Relation.DIFFERENT and b.noun > 0 for b in counts)),
        "figure_different_plain": _best_plain(counts, Relation.DIFFERENT),
        "date_different_plain": _best_plain(dates, Relation.DIFFERENT),
        "figure_missing": float(any(bond in missing for bond in counts)),
        "figure_unclear": _best_bond(bonds, Relation.INCOMPARABLE),
        "date_met": _best_bond(dates, *MET),
        "date_different": _best_bond(dates, Relation.DIFFERENT),
        "date_missing": float(any(bond in missing for bond in dates)),
        "missing_same_kind": float(any(bond.comparison.claim_figure.kind in kinds for bond in missing)),
        "figure_met_share": sum(bond.relation in MET for bond in bonds) / len(bonds) if bonds else 1.0,
        "figure_misplaced": float(any(bond.misplaced for bond in bonds)),
        "figure_other_noun": float(any(bond.noun < 0 for bond in bonds)),
        "figure_bound": float(any(bond.comparison.claim_figure.bound != "=" for bond in bonds)),
    }


def _best_plain(bonds: Sequence[Bond], *relations: Relation) -> float:
    """Return how well the best bond of these relations is framed by words that are no names."""
    return max((max(0.1, bond.plain_frame) for bond in bonds if bond.relation in relations), default=0.0)


def _best_bond(bonds: Sequence[Bond], *relations: Relation) -> float:
    """Return how well the best bond of these relations is framed, at least 0.1 where there is one."""
    return max((max(0.1, bond.frame) for bond in bonds if bond.relation in relations), default=0.0)


def _wording(pair: SideBySide) -> dict[str, float]:
    """Words that weigh a statement: absolutes, modals, superlatives."""
    mine = {word.plain for word in pair.claim.words} | {word.stem for word in pair.claim.words}
    theirs = {word.plain for word in pair.passage.words} | {word.stem for word in pair.passage.words}
    return {
        "absolute_claim": float(bool(mine & _ABSOLUTES) and not theirs & mine & _ABSOLUTES),
        "modal_claim": float(_has_modal(pair.claim)),
        "modal_passage": float(_has_modal(pair.passage)),
        "superlative_apart": float(bool((mine & _SUPERLATIVES) - theirs)),
        "superlative_swapped": float(bool((mine & _SUPERLATIVES) - theirs) and bool((theirs & _SUPERLATIVES) - mine)),
        "claim_is_a": float(any(w.plain in ("is", "was", "are", "were") for w in pair.claim.words[1:4])),
    }


def _has_modal(reading: Reading) -> bool:
    """Has a text a word of possibility or planning? The month of May is none."""
    return any(word.figure < 0 and (word.plain in _MODALS or word.stem in _MODALS) for word in reading.words)
