"""Quantifiers without a numeral ("most of", "all 94", "none of"), bound to a share that the passage states or gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.compare import compare_figures, is_share
from factcheck.models import MET, Bound, Figure, Kind, Relation, Role
from factcheck.stance.align import Alignment
from factcheck.stance.binding import Bond, frame_overlap
from factcheck.stance.derived_bonds import ground_before, operand_places
from factcheck.stance.lexicon import Kin
from factcheck.stance.operands import Ground, are_kin, is_excepted, is_of_a_whole, per_cent
from factcheck.stance.part_counts import says_none_of, told_of_part
from factcheck.stance.questions import Question, Result
from factcheck.stance.reading import Reading
from factcheck.stance.workings import stated_shares
from factcheck.values import dataclass, replace
from factcheck.words import listed

# What each word says of a whole, in per cent.
_SHARES = {
    "most": (Bound.MORE, 50),
    "majority": (Bound.MORE, 50),
    "bulk": (Bound.MORE, 50),
    "minority": (Bound.LESS, 50),
    "few": (Bound.LESS, 50),
    "all": (Bound.EXACT, 100),
    "every": (Bound.EXACT, 100),
    "none": (Bound.EXACT, 0),
    "whole": (Bound.EXACT, 100),
}
_SPLIT = frozenset(listed("most majority bulk minority few"))  # part a whole in two, whatever is denied
_COUNT_NONE = frozenset(listed("none no"))
_OF_ONLY = frozenset(
    listed("majority bulk minority none whole")
)  # quantify only before "of": "a majority of 3,418" is a figure
_NOT_FEW = frozenset(listed("a the last next first past these those his her its their how as too very so quite"))
_NOT = frozenset({"not"})  # "not all"
_NEARLY = frozenset(listed("nearly almost virtually practically"))
_IDIOMS = frozenset(listed("above after at for but in once"))  # "after all", "once every", "at most"
_PLACES = frozenset(listed("the its their his her our these those of"))
_TIMES = frozenset(listed("day week month year time hour minute night morning evening other few"))  # "every year"
_EXCEPTIONS = frozenset(listed("except excepting save apart bar"))
_EXCEPTION_REACH = 8
_NOT_ALL, _NOT_NONE = Decimal("99.9"), Decimal("0.1")  # per cent that stand for all but some, and for a few
_FAR_FROM_ALL = 75  # per cent below which a share is surely not "nearly all"
_LEAST_FRAME = 0.5  # "sold most of them" says nothing of "recovered most of them"


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A quantifier: the place of its word, what it says as a share, and the noun that it quantifies."""

    place: int
    figure: Figure
    noun: str


def quantifier_bonds(
    claim: Reading, passage: Reading, context: Reading, alignment: Alignment, published: date | None
) -> list[Bond]:
    """Return a bond for each quantifier of the claim to the best framed share of the passage, where it has one."""
    bonds = []
    for mine in find_quantifiers(claim):
        ground = ground_before(passage, context, published)
        others = tuple(link for link in alignment.links if link.claim != mine.place)  # "bulk" is no stop word
        beside = Alignment(others, {link.claim: link for link in others})
        found = []
        for candidate, places, working in _candidates(passage, ground, mine):
            if not working and not _says_something_shared(passage, alignment, places):
                continue
            if says_none_of(told_of_part(passage, places[:1]), alignment):
                continue
            if _counts_the_opposite(claim, passage, alignment, mine.place, places):
                continue
            asked, denied = mine.figure, _is_denied_apart(claim, passage, alignment, places)
            if denied:
                if mine.figure.text.lower() not in _SPLIT:
                    continue  # "all … are not" may be said of some or of none
                asked = _complement(mine.figure)
            frames = [frame_overlap(claim, passage, beside, [mine.place], places, plain=p) for p in (False, True)]
            comparison = replace(compare_figures(asked, candidate), claim_figure=mine.figure)
            if mine.figure.hedge and comparison.relation is Relation.DIFFERENT and not _is_far_from_all(candidate):
                continue
            if candidate.hedge == "nearly" and mine.figure.value == 100 and not mine.figure.hedge:
                note = f"the source says {candidate.text.lower()}"
                comparison = replace(comparison, relation=Relation.INCOMPARABLE, note=note)
            if working:
                comparison = replace(comparison, note=f"the source gives {working}")
            inverts = denied and comparison.relation in MET
            found.append(Bond(-1, -1, comparison, 0.0, frames[0], 0, frames[1], derived="quantifier", inverts=inverts))
        found.sort(key=lambda bond: (-bond.plain_frame, bond.comparison.relation is Relation.DIFFERENT))
        bonds += [bond for bond in found[:1] if bond.relation not in MET or bond.plain_frame >= _LEAST_FRAME]
    return bonds


def counted_without_whole(claim: Reading, passage: Reading, alignment: Alignment, bonds: Sequence[Bond]) -> str:
    """Return the passage's count of those of whom the claim says that they are most, or few, of a whole; "" for none.

    "224 will be let" does not bear out that most of the homes will be: nothing says how many there are.
    """
    if any(bond.derived == "quantifier" for bond in bonds):
        return ""
    taken = {bond.passage for bond in bonds}
    for mine in find_quantifiers(claim):
        if mine.figure.text.lower() not in _SPLIT:
            continue
        said = [k.passage for k in alignment.links if k.is_here and k.claim > mine.place]
        for number, figure in enumerate(passage.figures):
            if figure.kind is not Kind.NUMBER or number in taken or not _of_the_same(mine.noun, figure.noun):
                continue
            if _counts_the_doers(passage, number, said) and not is_share(figure) and figure.unit is None:
                return figure.text
    return ""


def _counts_the_doers(passage: Reading, number: int, said: Sequence[int]) -> bool:
    """Opens a figure, with its noun, a stretch in which what is said of those counted follows: "224 will be let"?"""
    words, places = passage.words, passage.figure_places(number)
    if places[0] and words[places[0] - 1].clause == words[places[0]].clause and words[places[0] - 1].plain != "and":
        return False
    behind = [place for place in said if place > places[-1] and words[place].clause == words[places[0]].clause]
    return any(words[place].text != passage.figures[number].noun for place in behind)


def _is_far_from_all(share: Figure) -> bool:
    """Is a share surely not "nearly all"? "Most" may be."""
    return share.bound in (Bound.EXACT, Bound.ABOUT) and per_cent(share) < _FAR_FROM_ALL


def _says_something_shared(passage: Reading, alignment: Alignment, places: Sequence[int]) -> bool:
    """Has the stretch of a passage's share a word of the claim's?"""
    stretches = {passage.words[place].clause for place in places}
    return any(link.is_here and passage.words[link.passage].clause in stretches for link in alignment.links)


def _is_denied_apart(claim: Reading, passage: Reading, alignment: Alignment, places: Sequence[int]) -> bool:
    """Does only one of the two deny what stands in the stretch of the passage's share: "most are not asleep"?

    What "none of" denies is what it counts.
    """
    if any(word.plain in _COUNT_NONE for word in (*claim.words, *(passage.words[place] for place in places))):
        return False
    stretches = {passage.words[place].clause for place in places}
    met = [k for k in alignment.links if k.is_here and passage.words[k.passage].clause in stretches]
    behind = [k for k in met if k.passage > max(places)]
    apart = [k for k in behind if (claim.words[k.claim].depth - passage.words[k.passage].depth) % 2]
    return bool(apart) and len(apart) == len(behind)


def _counts_the_opposite(
    claim: Reading, passage: Reading, alignment: Alignment, place: int, places: Sequence[int]
) -> bool:
    """Does only one of the two count none, and the passage by an opposite: "none died", "all 46 survived"?"""
    mine = claim.words[place].plain in _COUNT_NONE
    if mine is any(passage.words[there].plain in _COUNT_NONE for there in places):
        return False
    sentences = {passage.words[there].sentence for there in places}
    opposite = (k for k in alignment.links if k.kin is Kin.OPPOSITE and k.passage >= 0 and k.claim > place)
    return any(passage.words[k.passage].sentence in sentences for k in opposite)


def _complement(figure: Figure) -> Figure:
    """Return what a quantifier says of the others: most are not, so fewer than half are."""
    bound = {Bound.MORE: Bound.LESS, Bound.LESS: Bound.MORE}[figure.bound]
    return replace(figure, bound=bound)


def find_quantifiers(reading: Reading) -> Iterator[Quantifier]:
    """Yield the quantifiers of a text: "most of", "all 94 turbines", "every school", "none of"."""
    words = reading.words
    for place, word in enumerate(words[:-1]):
        before, following = words[place - 1].plain if place else "", words[place + 1].plain
        if word.plain not in _SHARES or word.name >= 0 or before in _NOT:
            continue
        if before in _IDIOMS and (word.plain not in _SPLIT or following != "of"):
            continue  # but "paid for most of it"
        if (word.plain == "whole" and before != "the") or (before in _NEARLY and _SHARES[word.plain][1] != 100):
            continue
        if word.plain == "few" and not _is_few_of_all(reading, place):
            continue
        if word.plain in _OF_ONLY and (following != "of" or _counts_votes(reading, place + 2)):
            continue
        if word.plain == "most" and following != "of" and not _counts_a_plural(reading, place + 1):
            continue
        if word.plain in ("all", "every") and not _counts_something(reading, place + 1):
            continue
        bound, value = _SHARES[word.plain]
        start = words[place - 1].start if before in _NEARLY else word.start
        figure = Figure(
            reading.text[start : word.end], start, word.end, Kind.PERCENT, Decimal(value), unit="%", bound=bound,
            implied=True, hedge="nearly" if before in _NEARLY else None,
        )  # fmt: skip
        yield Quantifier(place, figure, _noun(reading, place + 1))


def _is_few_of_all(reading: Reading, place: int) -> bool:
    """Does "few" say how many of a kind, not how many there were: "few trees died", but no "a few trees"?"""
    before = reading.words[place - 1].plain if place else ""
    follows = reading.words[place + 1].plain == "of" or _counts_a_plural(reading, place + 1)
    return before not in _NOT_FEW and reading.words[place].figure < 0 and follows


def _counts_votes(reading: Reading, place: int) -> bool:
    """Is a majority one by so many votes: "a majority of 3,418"?"""
    return reading.words[place - 2].plain != "none" and any(
        word.figure >= 0 for word in reading.words[place : place + 1]
    )


def _counts_a_plural(reading: Reading, place: int) -> bool:
    """Does "most" stand before a plural noun, and not before an adjective that it compares?"""
    return reading.words[place].plain.endswith("s") and not reading.words[place].plain.endswith(("ous", "ss"))


def _counts_something(reading: Reading, place: int) -> bool:
    """Does "all" or "every" stand before what it quantifies: a figure, "of", "the", or a noun that is no time?"""
    word = reading.words[place]
    if word.figure >= 0:
        return reading.figures[word.figure].kind is not Kind.DURATION or reading.words[place - 1].plain == "all"
    if word.plain in _PLACES:
        return True
    return not word.stop and word.stem not in _TIMES


def _noun(reading: Reading, place: int) -> str:
    """Return the noun behind a quantifier, passing over "of the" and a figure; empty for "them"."""
    for word in reading.words[place : place + 6]:
        if word.figure >= 0:
            noun = reading.figures[word.figure].noun
            if noun:
                return noun
        elif word.plain not in _PLACES and word.name < 0:
            return "" if word.stop else word.plain
    return ""


def _candidates(passage: Reading, ground: Ground, mine: Quantifier) -> Iterator[tuple[Figure, list[int], str]]:
    """Yield the shares that a passage states or gives of what the claim quantifies, with places and workings."""
    for other, figure in enumerate(passage.figures):
        if is_share(figure) and (figure.role is not Role.CHANGE or _is_part_of_it(passage, other)):
            yield figure, passage.figure_places(other), ""
    for theirs in find_quantifiers(passage):
        if _of_the_same(mine.noun, theirs.noun):
            yield _with_exception(passage, theirs)
    is_bare = mine.figure.value in (0, 100) and not mine.figure.hedge  # of "nearly all" and "most" it tells nothing
    for place in _all_buts(passage) if is_bare else ():
        figure = passage.figures[passage.words[place + 2].figure]
        text = f"{passage.words[place].text} but {figure.text}"
        yield replace(mine.figure, value=_NOT_ALL, bound=Bound.EXACT, text=text), [place], f"{text}, less than all"
    for result in stated_shares(Question(mine.figure, frozenset()), ground):
        if any(_of_the_same(mine.noun, operand.noun) for operand in result.operands):
            places = [place for each in result.operands for place in operand_places(passage, ground, (each,))]
            yield _as_figure(result, ground), places, result.working
    if mine.figure.value == 0:
        yield from _some(passage, ground, mine)


def _is_part_of_it(passage: Reading, number: int) -> bool:
    """Is a share one of a rise or fall, and not how far something rose: "two thirds of the rise"?"""
    return [word.plain for word in passage.behind(number, 2)] == ["of", "the"]


def _all_buts(passage: Reading) -> Iterator[int]:
    """Yield the place of each "all" of "all but nine were full", of which the sentence before may tell how many."""
    words = passage.words
    for place in range(len(words) - 2):
        if words[place].plain == "all" and words[place + 1].plain == "but" and words[place + 2].figure >= 0:
            yield place


def _some(passage: Reading, ground: Ground, mine: Quantifier) -> Iterator[tuple[Figure, list[int], str]]:
    """Yield each part of something that a passage counts ("two of them"): it is more than none."""
    for part in ground.own:
        counts = part.kind is Kind.NUMBER and not is_share(part) and not is_excepted(part, ground)
        if counts and is_of_a_whole(part, ground) and _of_the_same(mine.noun, part.noun):
            start, end = ground.span((part,))
            share = Figure(part.text, start, end, Kind.PERCENT, _NOT_NONE, unit="%", implied=True)
            yield share, operand_places(passage, ground, (part,)), f"{part.text}, more than none"


def _of_the_same(noun: str, other: str | None) -> bool:
    """Can two shares be of one whole? Only two nouns that are no kin part them."""
    return not noun or not other or are_kin(noun, other)


def _with_exception(passage: Reading, theirs: Quantifier) -> tuple[Figure, list[int], str]:
    """Return a quantifier's share, place and working; "all the blocks except one" is less than all."""
    behind = passage.words[theirs.place + 1 : theirs.place + 1 + _EXCEPTION_REACH]
    excepted = next((word for word in behind if word.plain in _EXCEPTIONS), None)
    if theirs.figure.value == 100 and excepted is not None:
        working = f"{theirs.figure.text} … {excepted.text}, less than all"
        return replace(theirs.figure, value=_NOT_ALL), [theirs.place], working
    return theirs.figure, [theirs.place], ""


def _as_figure(result: Result, ground: Ground) -> Figure:
    """Return a share worked out as a figure of the passage."""
    start, end = ground.span(result.operands)
    text = ground.text[ground.start :][start:end]
    return Figure(text, start, end, Kind.PERCENT, result.value, unit="%", implied=True)
