"""A sentence of a draft beside the passages nearest to it: how near each is, and what it says of each figure.

A draft is written from its sources, so the passage with the most of a sentence's words is likely the one it
was written from. That passage speaks first; what lies further off may bear out, but not contradict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from factcheck.compare import compare_figures
from factcheck.models import MET, Bound, Check, DecidedBy, Evidence, Figure, Kind, Passage, Relation, Stance
from factcheck.proofread.bonds import Bond, bind
from factcheck.proofread.names import Name, find_names
from factcheck.proofread.slips import are_swapped_digits, is_slip_of_date, looks_miscopied
from factcheck.stance.align import Link
from factcheck.stance.features import SideBySide, lay_side_by_side, measure
from factcheck.stance.reading import Name as ClaimName
from factcheck.words import tokens

# Shares of a sentence's words, weighed by rarity, that another text must have. Chosen on the drafts of
# tests/data/proofread, the line drawn on the side of silence.
ON_TOPIC = 0.62
"""From here on a figure of the other text may contradict."""
BEARS_OUT = 0.4
"""Passage and context: from here on a figure of the passage bears one of the sentence out."""
SAME_STATEMENT = 0.6
"""The passage itself: from here on a negation or an opposite in it contradicts."""
SAME_BUT_FOR_A_NAME = 0.8
"""The passage itself, the name left out: from here on another name in it contradicts."""
NEGATED_HERE = 0.25
"""The share that a passage must have itself where the judge is sure of the negation."""
LEAST_WORDS = 2
"""Sentences with fewer words of their own ("It was late") are about anything."""
FRAMED, COUNTED = 0.6, 0.5
"""How much of what stands around the figure must stand around the other; less where both count one noun."""
MISCOPIED = 0.35
"""What suffices of the cover and of the frame where the same noun is counted and the digits look miscopied."""
SURE = 0.35
"""How much of the frame suffices where the nearest passage has all names and all other figures of the sentence."""
NEARLY, TOGETHER = 0.45, 1.25
"""How much of the frame suffices in the nearest passage, where it and the cover together make so much."""
CLOSE_YEARS = 3
"""A day and a year that lie further apart are of two events: "23 January 2023", "the worst since 1993"."""
LOOKED_AT = 10
"""How many passages are laid beside a sentence."""
UNIT_NAMES = frozenset({"celsius", "fahrenheit", "kelvin", "gmt", "bst"})


@dataclass(frozen=True)
class Beside:
    """A sentence and a passage side by side, with the judge's word on them."""

    evidence: Evidence
    pair: SideBySide
    features: dict[str, float]
    bonds: tuple[Bond, ...]

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.evidence.passage

    @property
    def cover(self) -> float:
        """The share of the sentence's words, weighed by rarity, that the passage and its context have."""
        return self.features["cover"]

    @property
    def here(self) -> float:
        """The share that the passage itself has."""
        return self.features["cover_here"]

    @property
    def opens_with_pronoun(self) -> bool:
        """Does the passage begin with "she" or "it", so that its subject is named elsewhere?"""
        return bool(self.features["opens_with_pronoun"])

    @cached_property
    def nearness(self) -> float:
        """How near the passage is: its own words first, then its context's, then the figures met."""
        met = sum(bond.relation in MET for bond in self.bonds) / len(self.bonds) if self.bonds else 0.0
        return self.here + 0.3 * self.cover + 0.2 * met

    @property
    def supports(self) -> bool:
        """Does the judge say that the passage bears the sentence out?"""
        judgement = self.evidence.judgement
        return judgement.stance is Stance.SUPPORTS and judgement.shown

    @property
    def conflicts(self) -> bool:
        """Does the judge say that it contradicts the sentence?"""
        judgement = self.evidence.judgement
        return judgement.stance is Stance.CONFLICTS and judgement.shown

    @property
    def leans_to_conflict(self) -> bool:
        """Does the judge rather think so, whether surely enough to show it or not?"""
        return self.evidence.judgement.stance is Stance.CONFLICTS

    @property
    def reckons_it_up(self) -> bool:
        """Does the judge work the sentence's figure out of the passage's, and lean to finding it right?"""
        judgement = self.evidence.judgement
        made = [item for item in judgement.comparisons if item.source_figure is not None and item.source_figure.implied]
        return judgement.stance is Stance.SUPPORTS and judgement.decided_by is DecidedBy.FIGURE and bool(made)

    def has_figure(self, figure: Figure, others: Sequence[Figure], exactly: bool = False) -> bool:
        """Tell whether the passage has the figure; one that meets another figure in the same unit is taken.

        A rounder or more precise one counts as well, unless it must be `exactly` this one.
        """
        free = [f for f in self.pair.passage.figures if f.kind is not Kind.ORDINAL or figure.kind is Kind.ORDINAL]
        for other in others:
            if other is not figure and other.unit == figure.unit and other.kind is figure.kind:
                taken = next((f for f in free if _meets(other, f)), None)
                free = [f for f in free if f is not taken]
        text = self.pair.passage.text
        return any(
            stands_for(figure, f, text) and (not exactly or figure.value in (f.value, f.value_high)) for f in free
        )

    def places(self, name: Name) -> range:
        """Return the places of a name's words among the words of the sentence."""
        return self.words_at(name.start, name.end + 2)

    def words_at(self, start: int, end: int) -> range:
        """Return the places of the words within a span of the sentence."""
        words = self.pair.claim.words
        inside = [place for place, word in enumerate(words) if start <= word.start and word.end <= end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def rest_covered(self, words: range, *, in_context: bool = False) -> float:
        """Return the share of the sentence's words that the passage has, some left out; with its context if wanted."""
        links = [link for link in self.pair.alignment.links if link.claim not in words]
        total = sum(self._weight(link) for link in links)
        met = sum(self._weight(link) for link in links if link.covered and (in_context or not link.in_context))
        return met / total if total else 0.0

    def _weight(self, link: Link) -> float:
        return self.pair.claim.words[link.claim].weight

    @cached_property
    def free_names(self) -> list[str]:
        """The passage's names that answer to nothing in the sentence."""
        here = {token.plain for token in tokens(self.pair.claim.text)}
        names = [
            name for name in find_names(self.passage.text) if not {t.plain for t in tokens(" ".join(name.words))} & here
        ]
        return [" ".join(name.words) for name in names if name.last.lower() not in UNIT_NAMES]


def measures_the_same(bond: Bond, cover: float, nearest: bool = False, sure: bool = False) -> bool:
    """Tell whether two figures that differ surely measure the same thing, so that one is wrong.

    `cover` is the share of the words that the other text has. Of the nearest passage a little less is asked, and less
    still where all else makes `sure` that it tells the same.
    """
    claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or bond.relation is not Relation.DIFFERENT or bond.noun < 0:
        return False
    if bond.noun > 0 and cover >= MISCOPIED and bond.frame >= MISCOPIED and looks_miscopied(claim, source):
        return True
    if claim.unit is not None and claim.unit == source.unit and cover >= ON_TOPIC and are_swapped_digits(claim, source):
        return bond.frame >= MISCOPIED
    if cover < (MISCOPIED if sure and bond.noun > 0 else ON_TOPIC):
        return False
    if Kind.DATE in (claim.kind, source.kind) and not _are_dates_alike(claim, source):
        return False
    if claim.kind is Kind.NUMBER and bond.noun <= 0 and (claim.noun or source.noun) and bond.frame < FRAMED + 0.1:
        return False
    if is_slip_of_date(claim, source):
        return bond.frame >= SURE
    least = SURE if sure else COUNTED if bond.noun > 0 else FRAMED
    return bond.frame >= least or (nearest and bond.frame >= NEARLY and bond.frame + cover >= TOGETHER)


def _are_dates_alike(claim: Figure, source: Figure) -> bool:
    """Tell whether two dates are given alike: both to the year, month or day, and not in the same words."""
    one, other = claim.text.casefold(), source.text.casefold()
    if one in other or other in one or (claim.value_high is None) != (source.value_high is None):
        return False
    if claim.value_high is not None:
        return _shape(one) == _shape(other)
    one, other = str(claim.value), str(source.value)
    shorter = min(len(one), len(other))
    if len(one) != len(other):
        years = [int(value[:4]) if value[:4].isdigit() else 0 for value in (one, other)]
        if not all(_has_year(figure) for figure in (claim, source)) or abs(years[0] - years[1]) > CLOSE_YEARS:
            return False  # "this Wednesday" and "the dispute of 2022"
    if any(c.isdigit() for c in claim.text) != any(c.isdigit() for c in source.text):
        return False  # "2 January" and "on Tuesday"
    return len(one) == len(other) or ("X" not in one + other and one[:shorter] != other[:shorter])


def _shape(words: str) -> str:
    """Return the words of a date with its digits left open: of "fall of 2026" and of "fall of 2027" the same."""
    return "".join("0" if character.isdigit() else character for character in words)


def _has_year(figure: Figure) -> bool:
    """Tell whether a year is written in a date, not only meant: "9 May 2016", but not "on Wednesday"."""
    return str(figure.value)[:4] in figure.text


def stands_for(figure: Figure, other: Figure, text: str) -> bool:
    """Tell whether a figure of a text is the other, an end of it ("265 to 280"), or its number ("to €72 from 64")."""
    if _meets(figure, other):
        return True
    follows = text[other.end :].lstrip().lower()
    bare = (
        other.kind is Kind.NUMBER and other.unit is None and not (other.noun and follows.startswith(other.noun.lower()))
    )
    if not bare and (other.kind is not figure.kind or other.unit != figure.unit or other.value_high is None):
        return False
    return figure.kind is not Kind.DATE and figure.value in (other.value, other.value_high)


def _meets(figure: Figure, other: Figure) -> bool:
    if figure.kind is Kind.DATE:
        figure = replace(figure, bound=Bound.EXACT)  # no day before bears "by 31 May" out
    return compare_figures(figure, other).relation in MET


def lay_beside(claim: str, check: Check, claim_date: date | None) -> list[Beside]:
    """Return the passages of a check beside the claim, the nearest first, each once."""
    chosen: dict[int, Evidence] = {}
    by_rank = sorted(check.evidence, key=lambda item: -item.passage.rank)
    for item in [*by_rank[: LOOKED_AT // 2], *check.evidence]:
        kept = chosen.get(item.passage.sentence)
        if kept is None and len(chosen) >= LOOKED_AT:
            continue
        if kept is None or _tells_more(item, kept):
            chosen[item.passage.sentence] = item
    found = []
    for item in chosen.values():
        passage = item.passage
        pair = lay_side_by_side(claim, passage.text, passage.source.published, claim_date, passage.context)
        bonds = bind(pair.claim, pair.passage, pair.alignment)
        found.append(Beside(item, pair, measure(pair), bonds))
    return sorted(found, key=lambda side: (-side.nearness, side.passage.source.document, side.passage.source.start))


def _tells_more(item: Evidence, other: Evidence) -> bool:
    order = (Stance.NEUTRAL, Stance.SUPPORTS, Stance.CONFLICTS)
    return order.index(item.judgement.stance) > order.index(other.judgement.stance)


def has_the_names(side: Beside) -> bool:
    """Tell whether the passage has all names of the sentence, half of each where it begins with a pronoun."""
    least = 0.5 if side.opens_with_pronoun else 1.0
    return all(
        match.covered >= least or _has_surname_alone(side, match.name)
        for match in side.pair.names
        if not begins_alone(match.name)
    )


def _has_surname_alone(side: Beside, name: ClaimName) -> bool:
    """Tell whether the passage has the last word of a longer name by itself: "Fisk" for "Walt Fisk"."""
    place = side.pair.alignment.passage_place(name.last)
    alone = [other for other in side.pair.passage.names if other.first == other.last == place]
    return name.last > name.first and bool(alone)


def begins_alone(name: ClaimName) -> bool:
    """Tell whether a name is only the first word of the sentence, which has a capital anyhow."""
    return name.first == name.last == 0
