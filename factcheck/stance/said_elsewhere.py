"""What a passage says of another owner, another party or another time than the claim, although the words are alike."""

from __future__ import annotations

import itertools

from factcheck.models import MET, Kind, Role
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide
from factcheck.stance.lexicon import exclusive, is_typed_name
from factcheck.stance.names import free_names
from factcheck.stance.reading import Name, Reading
from factcheck.words import listed

_OWNERS = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_OWNED = 3  # words behind an owner's name within which what it owns stands: "Orr's pre-tax profit"
_BEFORE = frozenset(listed("before until till"))
_AT = frozenset(listed("in at during after since following"))
_ARTICLES = frozenset(listed("the a an this that its his her their"))
_APART = frozenset(listed("above below ahead behind short"))
_EARLIER = frozenset(listed("previously formerly earlier originally once"))
_COMPARED = frozenset(listed("more higher above fewer less lower below"))
_NEAR, _TO_THAN = 2, 4  # words of "than in March 2019"


def owned_by_another(pair: SideBySide) -> str:
    """Return whose the passage says is what the claim gives to another owner, whom the passage names elsewhere.

    "Baltic Star's share of the route" beside "Norrland's share of the route fell as its rival Baltic Star grew".
    """
    free = free_names(pair.passage, pair.alignment)
    for match in pair.names:
        if not match.in_passage or not _owns(pair.claim, match.name.last):
            continue
        for place in range(match.name.last + 1, min(len(pair.claim.words), match.name.last + 1 + _OWNED)):
            there = pair.alignment.passage_place(place)
            owner = _owner_of(pair.passage, there) if there >= 0 and pair.claim.words[place].name < 0 else None
            if owner is not None and owner in free:
                return _without_s(pair.passage.spelled(owner))
    return ""


def _without_s(owner: str) -> str:
    return owner[: -len(_OWNERS[0])] if owner.endswith(_OWNERS) else owner


def _owner_of(reading: Reading, place: int) -> Name | None:
    """Return the name that owns what stands here: the last before it, in its stretch, that is written as an owner."""
    for before in range(place - 1, max(-1, place - 1 - _OWNED), -1):
        word = reading.words[before]
        if word.clause != reading.words[place].clause:
            return None
        if word.name >= 0:
            return reading.names[word.name] if _owns(reading, before) else None
    return None


def _owns(reading: Reading, place: int) -> bool:
    """Is a word written as an owner: "Orr's", "Orr Lines'"?"""
    word = reading.words[place]
    return word.text.endswith(_OWNERS) or reading.text[word.end : word.end + 1] in _APOSTROPHES


def other_group(pair: SideBySide) -> str:
    """Return the party that the passage tells of, where only the context has the claim's, which is none of the same.

    "The Greens had 17 seats" beside "Labour, which had 29 seats": these are words as well as names.
    """
    words = pair.passage.words
    linked = {link.passage for link in pair.alignment.links if link.covered}
    for link in pair.alignment.links:
        mine = pair.claim.words[link.claim]
        if link.claim >= pair.predicate or not link.in_context:
            continue
        if not mine.text[:1].isupper():
            continue
        for place, word in enumerate(words):
            opens = place == 0 or words[place - 1].sentence != word.sentence
            is_group = exclusive(mine.stem, word.stem) or (
                opens and is_typed_name(mine.stem) and is_typed_name(word.stem)
            )
            if word.text[:1].isupper() and is_group and place not in linked:
                return word.text
    return ""


def before_it(pair: SideBySide) -> str:
    """Return the words with which the passage dates before something what the claim dates at it, or the reverse.

    "29 seats in the election" beside "29 seats before the vote".
    """
    for link in pair.alignment.links:
        if not link.is_here or pair.claim.words[link.claim].name >= 0:
            continue
        at, there = _preposition(pair.claim, link.claim), _preposition(pair.passage, link.passage)
        if at < 0 or there < 0:
            continue
        mine, theirs = pair.claim.words[at].plain, pair.passage.words[there].plain
        if (mine in _AT and theirs in _BEFORE) or (mine in _BEFORE and theirs in _AT):
            words = pair.passage.words
            return pair.passage.text[words[there].start : words[link.passage].end]
    return ""


def _preposition(reading: Reading, place: int) -> int:
    """Return the place of the word before a noun and its article, -1 where it opens the text."""
    before = place - 1
    while before > 0 and reading.words[before].plain in _ARTICLES:
        before -= 1
    return before


def is_level_of_distance(pair: SideBySide, bond: Bond) -> bool:
    """Does only the claim tell how far apart two things are: "€12m above the forecast", "seven points behind"?"""
    if bond.derived or bond.passage < 0 or bond.claim < 0 or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    return _tells_apart(pair.claim, bond.claim) and not _tells_apart(pair.passage, bond.passage)


def is_level_before(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim tell what was so before, and the passage to what that has moved: "had 49 before", "rose to 52"?"""
    if bond.derived or bond.passage < 0 or bond.claim < 0:
        return False
    if is_of_the_day_compared_with(pair, bond):
        return True
    if pair.passage.figures[bond.passage].role is not Role.TO or pair.claim.figures[bond.claim].role is Role.TO:
        return False
    plains = [word.plain for word in pair.claim.words]
    told = any(word in _EARLIER for word in plains) or plains[-1:] == ["before"]
    return told or any(one == "used" and two == "to" for one, two in itertools.pairwise(plains))


def is_of_the_day_compared_with(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage hold its figure against the day of the claim's: "stands at 61, four more than a year ago"?"""
    if any(word.plain == "than" for word in pair.claim.words) or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    words = pair.passage.words
    here = pair.passage.figure_places(bond.passage)[-1]
    days = [
        b for b in pair.bonds if b.comparison.claim_figure.kind is Kind.DATE and b.relation in MET and b.passage >= 0
    ]
    for day in days:
        first, *_ = pair.passage.figure_places(day.passage)
        than = next((p for p in range(first + _NEAR, max(here, first - _TO_THAN), -1) if _is_than(pair.passage, p)), -1)
        if words[here].sentence == words[first].sentence and any(w.plain in _COMPARED for w in words[here + 1 : than]):
            return than > here
    return False


def _is_than(reading: Reading, place: int) -> bool:
    return place < len(reading.words) and reading.words[place].plain == "than"


def _tells_apart(reading: Reading, number: int) -> bool:
    clause = reading.words[reading.figure_places(number)[-1]].clause
    return any(word.plain in _APART and word.clause == clause for word in reading.behind(number, _NEAR))


def is_only_where_it_began(pair: SideBySide, bond: Bond) -> bool:
    """Is the passage's figure what something moved from, and has the claim nothing of the time before it moved?

    "The cost has risen from £240m in 2022" does not bear out that it is, or will be, £240m.
    """
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or bond.derived or source.role is not Role.FROM or figure.role in (Role.FROM, Role.CHANGE):
        return False
    dated = any(each.comparison.claim_figure.kind is Kind.DATE and each.relation in MET for each in pair.bonds)
    return not dated and (_EARLIER | _BEFORE).isdisjoint(word.plain for word in pair.claim.words)
