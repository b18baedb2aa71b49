"""Which way a quantity went: "turnout was up on 2021" beside "turnout was 68 percent, up from 63 percent in 2021"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import compare_figures
from factcheck.figures.movement import FALLING, RISING
from factcheck.models import Figure, Kind, Relation
from factcheck.stance.ends import STANDING_FOR, subject_of
from factcheck.stance.features import SideBySide, came_up_from, is_finite_verb
from factcheck.stance.lexicon import NOUN_FIELDS, VERB_FIELDS, Kin, field
from factcheck.stance.reading import Reading, Word
from factcheck.values import dataclass, replace
from factcheck.words import listed

_MORE = frozenset(
    listed("more higher larger greater bigger longer taller heavier older faster dearer costlier better warmer hotter")
)
_LESS = frozenset(listed("less fewer lower smaller shorter lighter younger slower cheaper worse colder cooler"))
_NOUNS_UP = frozenset(listed("rise increase growth gain jump surge climb improvement rebound"))
_NOUNS_DOWN = frozenset(listed("fall decline drop decrease slump cut reduction dip slide plunge contraction slowdown"))
_NO_MOVES = frozenset(
    listed("went gain gained lose loses lost losing add added adding lift lifted down up raise raised raises")
)
_COSTS = frozenset(listed("cost costs price bill budget estimate"))
_ONE = frozenset(listed("a an one half"))
_MULTIPLES = frozenset(listed("double doubled doubling halve halved halving"))
_OF_PACE = frozenset(listed("pace rate fastest slowest faster slower"))  # rents may rise, and more slowly than before
_EARLIER = frozenset(listed("before earlier previous previously last ago"))
_TO_DAY, _TO_VERB = 3, 4
_TIMES = frozenset(listed("times twice"))
_MANY = frozenset(listed("many much large high big"))
_COPULAS = frozenset(listed("became become becoming got grew is are was were"))
_SAYS_NOTHING = _COPULAS | frozenset(listed("number level total amount gone went go goes come came"))  # of what moved
_TO_COME = frozenset(listed("will would could may might should must to"))
_NEAR = 8
_LEAST_SHARED, _LEAST_HERE = 0.6, 0.45


@dataclass(frozen=True, slots=True)
class Move:
    """A word that says which way something went: its place, and 1 for more, -1 for less."""

    place: int
    way: int


def moves(reading: Reading) -> list[Move]:
    """Return the words of a text that say which way a quantity went, those that only bound a figure left out."""
    found = []
    for place, word in enumerate(reading.words):
        if word.name >= 0 or word.figure >= 0:
            continue
        way = _way(reading, place) or _way_of_times(reading, place)
        if way:
            found.append(Move(place, way))
    return found


def is_dearer_already(pair: SideBySide) -> bool:
    """Has the cost of a plan risen or fallen, whatever comes of the plan: "would cost £131m, up from £118m"?"""
    said = [word.plain for word in pair.claim.words]
    if _COSTS.isdisjoint(said) or (RISING | FALLING).isdisjoint(said):
        return False
    return any(came_up_from(pair.passage, number) for number in range(1, len(pair.passage.figures)))


def _way(reading: Reading, place: int) -> int:
    plain = reading.words[place].plain
    if plain in _MORE or plain in _LESS:
        behind = reading.words[place + 1 : place + 3]
        if behind and behind[0].plain == "than" and _begins_an_amount(reading, behind[1:]):
            return 0  # "more than 40", "more than a month"
        return 1 if plain in _MORE else -1
    if plain in ("up", "down"):
        return _way_of_particle(reading, place)
    if plain in _NO_MOVES:
        return 0
    if plain in RISING or plain in _NOUNS_UP:
        return 1
    if plain in FALLING or plain in _NOUNS_DOWN:
        return -1
    return 0


def _way_of_times(reading: Reading, place: int) -> int:
    """Return 1 at the "many" of "four times as many", which says that there were more."""
    words = reading.words
    if place < 2 or words[place].plain not in _MANY:
        return 0
    return int(words[place - 2].plain in _TIMES and words[place - 1].plain == "as")


def _begins_an_amount(reading: Reading, words: Sequence[Word]) -> bool:
    if any(word.plain in _ONE for word in words):
        return True
    return any(word.figure >= 0 and reading.figures[word.figure].kind is not Kind.DATE for word in words)


def _way_of_particle(reading: Reading, place: int) -> int:
    """Return which way "up" or "down" points where it tells of a quantity: "was up on", "gone up", ", up 6 percent"."""
    words = reading.words
    before = words[place - 1].plain if place else ""
    behind = words[place + 1] if place + 1 < len(words) else None
    tells = before in ("is", "was", "were", "are", "gone", "went", "goes", "go", "been") or (
        behind is not None and (behind.figure >= 0 or behind.plain in ("from", "on", "by", "slightly", "sharply"))
    )
    starts = place == 0 or words[place - 1].clause != words[place].clause
    return (1 if words[place].plain == "up" else -1) if tells or starts else 0


def _sets_things_apart(claim: Reading, mine: Sequence[Move]) -> bool:
    """Does a comparative set two things against each other, and not a thing against an earlier time?"""
    words = claim.words
    if words[mine[0].place].plain not in _MORE | _LESS:
        return False
    than = next((place for place in range(mine[0].place, len(words)) if words[place].plain == "than"), -1)
    if than < 0:
        return words[max(0, mine[0].place - 1)].plain not in _COPULAS  # "a larger budget"
    return not any(word.figure >= 0 or word.plain in _EARLIER for word in words[than + 1 :])


def compared_ways(pair: SideBySide) -> int:
    """Return 1 where claim and passage say that the same quantity went the same way, -1 where the other, else 0."""
    if any(figure.kind is not Kind.DATE for figure in pair.claim.figures):  # it tells an amount
        return 0
    mine = moves(pair.claim)
    ways = {move.way for move in mine}
    if len(ways) != 1 or not _tells_only_the_way(pair.claim, mine) or _has_another_deed(pair, mine):
        return 0
    if any(bond.relation is Relation.DIFFERENT for bond in pair.bonds if bond.derived != "comparison"):
        return 0
    if any(match.covered == 0.0 or match.rival is not None for match in pair.names):
        return 0
    if _sets_things_apart(pair.claim, mine) and not _is_beside_the_same(pair, mine[0]):
        return 0
    there = _quantity_places(pair, {move.place for move in mine})
    found = moves(pair.passage) if there else []
    near = (_moves_since(pair, mine) if there else []) or [m for m in found if _is_near(pair.passage, m.place, there)]
    theirs = {move.way for move in near}
    if len(theirs) != 1 or any(pair.passage.words[move.place].depth for move in near):
        return 0
    if theirs == ways:
        return 1
    if _is_of_another_sort(pair, mine) or all(_compares_something(pair.passage, move) for move in near):
        return 0
    return -1


def _compares_something(passage: Reading, move: Move) -> bool:
    """Is a move the "more" of a deed and not of the quantity itself: "tenants will pay 4% more"?"""
    words = passage.words
    if words[move.place].plain not in _MORE | _LESS:
        return False
    before = [word for word in words[max(0, move.place - _TO_VERB) : move.place] if word.figure < 0]
    return any(not word.stop and word.name < 0 and field(word.stem) in VERB_FIELDS for word in before)


def _is_of_another_sort(pair: SideBySide, mine: Sequence[Move]) -> bool:
    """Has the claim a noun beside one that the passage has, of which that has none: the "library" of its "budget"?

    What pushes the rent up says nothing of a library budget that was cut, though "budget" stands beside it.
    """
    words, moved = pair.claim.words, {move.place for move in mine}
    for link in pair.alignment.links:
        word, behind = words[link.claim], pair.alignment.by_claim.get(link.claim + 1)
        if link.covered or link.claim in moved or word.name >= 0 or behind is None or not behind.covered:
            continue
        if field(word.stem) in NOUN_FIELDS and words[behind.claim].clause == word.clause:
            return True
    return False


def _moves_since(pair: SideBySide, mine: Sequence[Move]) -> list[Move]:
    """Return the passage's moves right before the day that the claim compares with: "still fewer than in 2019"."""
    words = pair.claim.words
    than = next((place for place in range(mine[0].place, len(words)) if words[place].plain == "than"), -1)
    if than < 0:
        return []
    days = [
        pair.passage.figure_places(bond.passage)[0]
        for bond in pair.bonds
        if bond.comparison.claim_figure.kind is Kind.DATE
        and min(bond.claim, bond.passage) >= 0
        and pair.claim.figure_places(bond.claim)[0] > than
    ]
    return [move for move in moves(pair.passage) if any(0 < day - move.place <= _TO_DAY for day in days)]


def _is_beside_the_same(pair: SideBySide, mine: Move) -> bool:
    """Has the passage what the claim compares with behind its own comparative: "as many as expected"?"""
    words = pair.claim.words
    than = next((place for place in range(mine.place, len(words)) if words[place].plain == "than"), -1)
    behind = [k for k in pair.alignment.links if 0 < than < k.claim]
    theirs = max((move.place for move in moves(pair.passage)), default=len(pair.passage.words))
    if all(words[k.claim].name >= 0 for k in behind):
        return False  # "than Orr": another thing, and not what was expected
    return all(k.covered and k.passage > theirs for k in behind)


def _tells_only_the_way(claim: Reading, mine: Sequence[Move]) -> bool:
    """Does a claim without an amount tell only which way something went: no pace and no denial?"""
    words = claim.words
    if any(word.plain in _OF_PACE for word in words):
        return False
    return not any(words[move.place].depth or words[move.place].plain in _MULTIPLES for move in mine)


def _has_another_deed(pair: SideBySide, mine: Sequence[Move]) -> bool:
    """Has the claim a verb that the passage lacks, to which the move is a mere noun: "Orr welcomed the job cuts"?"""
    places = {move.place for move in mine}
    deed = pair.alignment.by_claim.get(pair.predicate)
    if deed is None or deed.covered or pair.predicate in places | pair.claim.light.keys():
        return False
    return min(places) > pair.predicate and pair.claim.words[pair.predicate].plain not in _SAYS_NOTHING


def _quantity_places(pair: SideBySide, moved: set[int]) -> list[int]:
    """Return where the passage has the words of what moved in the claim; none where it lacks too many of them."""
    words = pair.claim.words
    said = [k for k in pair.alignment.links if k.claim not in moved and words[k.claim].plain not in _SAYS_NOTHING]
    links = [k for k in said if words[k.claim].name < 0 or k.passage >= 0]  # a place may be the title's
    met = [k for k in links if k.covered and k.kin is not Kin.OPPOSITE]
    here = [k for k in met if k.passage >= 0]
    total, shared, told = (sum(words[k.claim].weight for k in each) for each in (links, met, here))
    enough = total > 0 and shared >= _LEAST_SHARED * total and told >= _LEAST_HERE * total
    return [k.passage for k in here] if enough else []


def _is_near(passage: Reading, place: int, others: Sequence[int]) -> bool:
    words = passage.words
    return any(abs(place - o) <= _NEAR and words[o].sentence == words[place].sentence for o in others)


def moved_the_other_way(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's verb and the opposite one by which the passage tells how the same subject came to its figure.

    "Profit rose to £187m" against "revenue rose by 6 per cent, but profit fell from £212m to £187m".
    """
    if any(b.relation is Relation.DIFFERENT and b.comparison.claim_figure.kind is Kind.DATE for b in pair.bonds):
        return None
    if any(match.covered < 1.0 or match.passed_over or match.rival is not None for match in pair.names):
        return None
    for verb, word in enumerate(pair.claim.words):
        way = _way_of_verb(word)
        mine = subject_of(pair.claim, verb) if way else -1
        if mine < 0 or word.depth % 2:
            continue
        for there, other in enumerate(pair.passage.words):
            opposite = _way_of_verb(other) == -way and not other.depth % 2
            theirs = subject_of(pair.passage, there) if opposite else -1
            if theirs < 0 or not _is_of_one_subject(pair, mine, theirs, there):
                continue
            if _is_to_come(pair.claim, verb) == _is_to_come(pair.passage, there) and _gives_figures_of(pair, there):
                return word.text, other.text
    return None


def _way_of_verb(word: Word) -> int:
    """Return 1 for a verb by which its subject grew, -1 for one by which it shrank, 0 for any other word."""
    if word.plain in _NO_MOVES or not is_finite_verb(word):
        return 0
    return (word.plain in RISING) - (word.plain in FALLING)


def _is_of_one_subject(pair: SideBySide, mine: int, theirs: int, there: int) -> bool:
    """Is a verb's subject the claim's, or a "those" for it, with the claim's names that the passage has beside it?"""
    words = pair.passage.words
    met = pair.alignment.passage_place(mine)
    meant = words[theirs].plain in STANDING_FOR and 0 <= met < theirs and words[met].sentence == words[theirs].sentence
    if met != theirs and not meant:
        return False
    claimed = [pair.alignment.passage_place(match.name.last) for match in pair.names if match.in_passage]
    clause = [p for p, word in enumerate(words) if word.clause == words[there].clause]
    named = {words[p].name for p in clause if p < there and words[p].name >= 0}
    return all(p in clause for p in claimed) and named <= {words[p].name for p in claimed if p >= 0}


def _is_to_come(reading: Reading, verb: int) -> bool:
    return any(word.plain in _TO_COME for word in reading.words[max(0, verb - _TO_DAY) : verb])


def _gives_figures_of(pair: SideBySide, there: int) -> bool:
    """Has the passage the claim's amounts, of which there is one, behind a verb in its stretch?"""
    words = pair.passage.words
    numbers = {word.figure for word in words[there:] if word.clause == words[there].clause} - {-1}
    figures = [pair.passage.figures[number] for number in numbers]
    amounts = [figure for figure in pair.claim.figures if figure.kind is not Kind.DATE]
    return bool(amounts) and all(any(_are_equal(mine, figure) for figure in figures) for mine in amounts)


def _are_equal(mine: Figure, figure: Figure) -> bool:
    return compare_figures(replace(mine, role=None), replace(figure, role=None)).relation is Relation.EQUAL
