"""Whose figure it is, where a sentence gives two of them one each: "Orr has 60 per cent and Lenz the rest"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.models import MET, Bound, Figure, Kind, Relation
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import NOUN_FIELDS, VERB_FIELDS, meaning_fields
from factcheck.stance.reading import Reading, Word
from factcheck.values import replace
from factcheck.words import listed, stem

_REACH, _MOST_BETWEEN = 12, 3
_KINDS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
_GIVEN_BY, _BEFORE_GIVER = frozenset(listed("from by")), 2
_RESTS, _JOINS = frozenset(listed("rest remainder")), frozenset(listed("and while but with"))
_OF_SHARES = frozenset({"", "quantifier", "rest"})
_LEFT_BY = {
    Bound.EXACT: Bound.EXACT, Bound.ABOUT: Bound.ABOUT, Bound.MORE: Bound.LESS, Bound.LESS: Bound.MORE,
}  # fmt: skip
_HANGING = frozenset(listed("in on at of from to for with against near"))  # names behind these own nothing


def owners_exchanged(pair: SideBySide) -> tuple[str, str] | None:
    """Return whose a figure is in the claim and in the passage, where the passage has the claim's owner behind it.

    "Lenz holds 194 prisoners" against "Orr holds 194 of them and Lenz 286". Both must be named in one sentence.
    """
    for bond in pair.bonds:
        if bond.relation not in MET or bond.claim < 0 or bond.passage < 0:
            continue
        if bond.comparison.claim_figure.kind not in _KINDS:
            continue
        mine = _owner(pair.claim, pair.claim.figure_places(bond.claim))
        theirs = _owner(pair.passage, pair.passage.figure_places(bond.passage))
        if mine < 0 or theirs < 0 or _is_joined(pair.claim, mine):
            continue
        met = {
            pair.passage.words[link.passage].name: link.passage
            for link in pair.alignment.links
            if link.is_here and pair.claim.words[link.claim].name == mine
        }
        figure = pair.passage.figure_places(bond.passage)[-1]
        sentence = pair.passage.words[figure].sentence
        if met and theirs not in met and all(_is_behind(pair.passage, p, figure, sentence) for p in met.values()):
            return pair.claim.spelled(pair.claim.names[mine]), pair.passage.spelled(pair.passage.names[theirs])
    return None


def _owner(reading: Reading, places: list[int]) -> int:
    """Return the name that has a figure: the nearest before it, with a verb and little else between; -1 for none."""
    words = reading.words
    between = 0
    told = False
    for place in range(places[0] - 1, max(-1, places[0] - 1 - _REACH), -1):
        if words[place].sentence != words[places[0]].sentence or words[place].figure >= 0:
            return -1
        if words[place].name >= 0:
            first = reading.names[words[place].name].first
            hangs = (first and words[first - 1].plain in _HANGING) or words[place].text.isupper()  # "TARN — Two …"
            return words[place].name if told and not hangs else -1
        told = told or is_finite_verb(words[place]) or _may_tell(words[place])
        between += not words[place].stop
        if between > _MOST_BETWEEN:
            return -1
    return -1


def _is_joined(claim: Reading, name: int) -> bool:
    """Is a name joined to another by "and", so that the figure is of both: "Orr and Lenz exchange 500 prisoners"?"""
    first = claim.names[name].first
    return first > 1 and claim.words[first - 1].plain == "and" and claim.words[first - 2].name >= 0


def _may_tell(word: Word) -> bool:
    """Is a word a verb as it is written, whatever else it may be: "holds"?"""
    verb = any(each in VERB_FIELDS for each in meaning_fields(stem(word.plain)))
    return verb and word.name < 0 and word.plain.endswith(("s", "ed"))


def _is_behind(passage: Reading, place: int, figure: int, sentence: int) -> bool:
    """Stands a name behind a figure in its sentence, and is it not from whom that came: "refused £3m from Orr"?"""
    first = passage.names[passage.words[place].name].first
    giver = any(word.plain in _GIVEN_BY for word in passage.words[max(0, first - 1 - _BEFORE_GIVER) : first])
    return place > figure and passage.words[place].sentence == sentence and not giver


def told_of_the_rest(pair: SideBySide) -> tuple[str, str] | None:
    """Return a share of the claim, and to whom the passage gives "the rest", where that leaves another share.

    "Orr delivers most of the gas" against "two thirds of the gas come from Lenz and the rest from Orr".
    """
    if _RESTS.isdisjoint(pair.passage.places) or not _RESTS.isdisjoint(pair.claim.places):
        return None
    for bond in pair.bonds:
        share, of_rest = bond.comparison.source_figure, bond.derived == "rest"
        if bond.relation not in MET or bond.derived not in _OF_SHARES or bond.inverts or share is None:
            continue
        told = _left_by(share)
        if told is None or compare_figures(bond.comparison.claim_figure, told).relation is not Relation.DIFFERENT:
            continue
        for cut, rest in _rests(pair.passage, share):
            there = _told_on_one_side(pair, cut, rest, behind=not of_rest)
            if there:
                return bond.comparison.claim_figure.text, share.text if of_rest else f"the rest {there}"
    return None


def _left_by(share: Figure) -> Figure | None:
    """Return what a share leaves of the whole, None for a figure that is none."""
    bound = _LEFT_BY.get(share.bound)
    if not is_share(share) or not isinstance(share.value, Decimal) or share.value_high is not None or bound is None:
        return None
    return replace(share, value=(100 if share.kind is Kind.PERCENT else 1) - share.value, bound=bound)


def _rests(passage: Reading, share: Figure) -> Iterator[tuple[int, int]]:
    """Yield where the part of a sentence begins that has "the rest" behind its one share, and that word's place."""
    words = passage.words
    for place, word in enumerate(words):
        if word.plain not in _RESTS or not place or words[place - 1].plain != "the":
            continue
        if [each.plain for each in words[place + 1 : place + 2]] == ["of"]:
            continue
        shares = {
            each.figure
            for each in words[:place]
            if each.sentence == word.sentence and each.figure >= 0 and is_share(passage.figures[each.figure])
        }
        if [passage.figures[number].text for number in shares] != [share.text]:
            continue
        first = passage.figure_places(shares.pop())[-1]
        cuts = [
            p for p in range(first + 1, place) if words[p].plain in _JOINS or words[p].clause != words[p - 1].clause
        ]
        if cuts:
            yield cuts[-1], place


def _told_on_one_side(pair: SideBySide, cut: int, rest: int, *, behind: bool) -> str:
    """Return the claim's first word on one side of a cut, "" where the claim lacks no noun or name of the other."""
    words = pair.passage.words
    met = {link.passage for link in pair.alignment.links if link.is_here}
    nouns = [p for p, word in enumerate(words) if word.sentence == words[rest].sentence and _is_noun(word)]
    lacks = any(p not in met for p in nouns if (p >= cut) is not behind)
    mine = [p for p in nouns if (p >= cut) is behind and p in met]
    return words[mine[0]].text if lacks and mine else ""


def _is_noun(word: Word) -> bool:
    """Is a word a name, or what may be a noun and is written as no verb?"""
    if word.stop or word.plain in _RESTS:
        return False
    noun = any(each in NOUN_FIELDS for each in meaning_fields(word.stem)) and not is_finite_verb(word)
    return word.figure < 0 and (word.name >= 0 or noun)
