"""Words that a figure says by itself: "220 minutes long" for "a film of 220 minutes", "a teenager" for "aged 17"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.figures.units import dimension
from factcheck.models import MET, Figure, Kind, Relation
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond
from factcheck.stance.reading import Reading
from factcheck.values import dataclass
from factcheck.words import listed, stem

_HAPPEN = frozenset(stem(word) for word in listed("happen occur"))
_TAKE = frozenset({stem("take")})
_HELPERS = frozenset(listed("is are was were be been being has have had will would"))
_APPOINTED = frozenset(listed("set scheduled fixed due planned listed held arranged"))
_TO_DATE = 5  # words from an event to its date: "a hearing has been set for 9 May"
_REACH = 4  # words between a figure and the word that says what it measures


@dataclass(frozen=True, slots=True)
class _Dimension:
    """The words for one thing to measure, the units that measure it, and whether such a figure says it unasked."""

    words: frozenset[str]
    units: frozenset[str]
    unasked: bool = False


def _dimension(words: str, units: str, *, unasked: bool = False) -> _Dimension:
    return _Dimension(frozenset(listed(words)), frozenset(listed(units)), unasked)


_DIMENSIONS = (
    _dimension("high height tall above elevation altitude", "length"),
    _dimension("deep depth below beneath ground underground underwater surface", "length"),
    _dimension("long length stretch stretches stretching stretched runs running ran extends extended", "length"),
    _dimension("wide width across broad breadth diameter", "length"),
    _dimension("thick thickness", "length"),
    _dimension("far distance away apart", "length"),
    _dimension("heavy weigh weighs weighed weighing weight", "mass", unasked=True),
    _dimension("fast speed speeds", "speed", unasked=True),
    _dimension("hot warm cold temperature temperatures", "temperature", unasked=True),
    _dimension("long length lasts lasted lasting duration", "time", unasked=True),
    _dimension("take takes took taken taking need needs needed require requires required lasts lasted lasting", "time"),
    _dimension("late delay delays delayed overdue behind", "time"),
    _dimension("old age aged ages", "time"),
)
_ELSEWHEN = frozenset(listed("ago after before later earlier since until within every each old"))  # no length of it
_YEARS_OF_AGE = {
    **dict.fromkeys(listed("teenager teenagers teenage teen teens adolescent"), (13, 19)),
    **dict.fromkeys(listed("toddler toddlers"), (1, 3)),
    **dict.fromkeys(listed("septuagenarian"), (70, 79)),
    **dict.fromkeys(listed("octogenarian"), (80, 89)),
    **dict.fromkeys(listed("nonagenarian"), (90, 99)),
    **dict.fromkeys(listed("centenarian"), (100, 125)),
}


def words_met_by_figures(
    claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]
) -> dict[int, int]:
    """Return the claim's words that a figure of the passage says, each with that figure's place."""
    found = (
        *_nouns_met(claim, passage, bonds),
        *_dimensions_met(claim, passage, bonds),
        *_events_dated(claim, passage, alignment, bonds),
        *_ages_met(claim, passage),
    )
    return dict(found)


def _events_dated(
    claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]
) -> Iterator[tuple[int, int]]:
    """Yield a claim's "took place" on a date that the passage gives to the event: "after a crash on Monday"."""
    words = passage.words
    for bond in bonds:
        is_date = bond.comparison.claim_figure.kind is Kind.DATE
        if not is_date or bond.claim < 0 or bond.passage < 0 or bond.relation not in (*MET, Relation.DIFFERENT):
            continue
        mine, theirs = claim.figure_places(bond.claim)[0], passage.figure_places(bond.passage)[0]
        verb = next((place for place in range(mine) if _is_taking_place(claim, place)), -1)
        event = next((k.passage for k in alignment.links if k.claim == verb - 1 - _helpers(claim, verb)), -1)
        if verb < 0 or not 0 <= event < theirs or words[event].sentence != words[theirs].sentence:
            continue
        between = words[event + 1 : theirs]
        if len(between) <= _TO_DATE and all(word.stop or word.plain in _APPOINTED for word in between):
            yield verb, theirs


def _is_taking_place(claim: Reading, place: int) -> bool:
    """Does a verb say no more than that something is on: "took place", "happened", "will be held"?"""
    word, behind = claim.words[place], claim.words[place + 1 : place + 2]
    if word.stem in _TAKE:
        return any(each.plain == "place" for each in behind)
    if word.plain == "held":
        return bool(_helpers(claim, place))
    return word.stem in _HAPPEN


def _helpers(reading: Reading, place: int) -> int:
    """Return how many auxiliaries stand right before a verb."""
    first = place
    while first > 0 and reading.words[first - 1].plain in _HELPERS:
        first -= 1
    return place - first


def _nouns_met(claim: Reading, passage: Reading, bonds: Sequence[Bond]) -> Iterator[tuple[int, int]]:
    """Yield the nouns that the claim counts where an equal figure counts the same: "five floors", "five-storey"."""
    for bond in bonds:
        if bond.claim < 0 or bond.passage < 0 or bond.relation not in MET or bond.noun <= 0:
            continue
        theirs, noun = passage.figure_places(bond.passage), bond.comparison.claim_figure.noun
        for place in _around(claim, claim.figure_places(bond.claim)):
            if claim.words[place].text == noun:
                yield place, theirs[0]


def _dimensions_met(claim: Reading, passage: Reading, bonds: Sequence[Bond]) -> Iterator[tuple[int, int]]:
    """Yield the words around each figure which say what it measures, where the passage says it as well.

    Of a figure that agrees the passage may leave it unsaid: "a trial of 11 days" lasted so long.
    """
    for bond in bonds:
        if bond.claim < 0 or bond.passage < 0 or bond.relation not in (*MET, Relation.DIFFERENT):
            continue
        theirs = passage.figure_places(bond.passage)
        for place in _around(claim, claim.figure_places(bond.claim)):
            if _is_said(claim.words[place].plain, bond, passage, theirs):
                yield place, theirs[0]


def _is_said(word: str, bond: Bond, passage: Reading, theirs: Sequence[int]) -> bool:
    """Does the passage measure at these places what a word of the claim names, and nothing else?"""
    figure = bond.comparison.claim_figure
    measured = "time" if figure.kind in (Kind.DURATION, Kind.AGE) else dimension(figure.unit or "")
    fitting = [row for row in _DIMENSIONS if measured in row.units]
    meant = [row for row in fitting if word in row.words]
    if not meant:
        return False
    there = {passage.words[place].plain for place in _around(passage, theirs)}
    told = [row for row in fitting if row.words & there]
    if told:
        return any(row in told for row in meant)
    following = {each.plain for each in passage.words[theirs[-1] + 1 : theirs[-1] + 2]}
    return bond.relation in MET and meant[0].unasked and not following & _ELSEWHEN


def _around(reading: Reading, places: Sequence[int]) -> list[int]:
    """Return the places of the words about a figure, in its sentence and up to the next figure."""
    found: list[int] = []
    for first, step in ((places[0], -1), (places[-1], 1)):
        for place in range(first + step, first + step * (_REACH + 1), step):
            if not 0 <= place < len(reading.words) or reading.words[place].figure >= 0:
                break
            if reading.words[place].sentence != reading.words[first].sentence:
                break
            found.append(place)
    return found


def _ages_met(claim: Reading, passage: Reading) -> Iterator[tuple[int, int]]:
    """Yield the claim's words for people of an age ("a teenager") where the passage's one age is among those years."""
    number = _only_age(passage)
    for place, word in enumerate(claim.words) if number is not None else ():
        if word.plain in _YEARS_OF_AGE and number is not None and _is_among(passage.figures[number], word.plain):
            yield place, passage.figure_places(number)[0]


def age_beside(claim: Reading, passage: Reading) -> tuple[str, str] | None:
    """Return the claim's word for people of an age and the passage's one age, where that is not among those years."""
    number = _only_age(passage)
    if number is None:
        return None
    for word in claim.words:
        said = {other for other, years in _YEARS_OF_AGE.items() if years == _YEARS_OF_AGE.get(word.plain)}
        if said and not any(each.plain in said for each in passage.words):
            age = passage.figures[number]
            return None if _is_among(age, word.plain) else (word.text, age.text)
    return None


def _only_age(passage: Reading) -> int | None:
    """Return the number of the passage's only age in years, None where it has none or several."""
    ages = [number for number, figure in enumerate(passage.figures) if figure.kind is Kind.AGE]
    if len(ages) != 1 or passage.figures[ages[0]].unit != "year" or not passage.figure_places(ages[0]):
        return None
    return ages[0]


def _is_among(figure: Figure, word: str) -> bool:
    low, high = _YEARS_OF_AGE[word]
    return isinstance(figure.value, Decimal) and low <= figure.value <= high
