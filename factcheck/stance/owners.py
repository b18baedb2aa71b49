"""Whose figure it is, where a sentence gives two of them one each: "Orr has 60 per cent and Lenz the rest"."""

from __future__ import annotations

from factcheck.models import MET, Kind
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import VERB_FIELDS, meaning_fields
from factcheck.stance.reading import Reading, Word
from factcheck.words import listed, stem

_REACH, _MOST_BETWEEN = 12, 3
_KINDS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
_GIVEN_BY, _BEFORE_GIVER = frozenset(listed("from by")), 2
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
