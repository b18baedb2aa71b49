"""What a passage says of another instance than its own: the storm "in March that killed seven" beside this one.

"It was the second storm this year, after one in March that killed seven people" gives the dead of the one in March, and
says nothing of those of the article's own storm.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.models import MET, Kind
from factcheck.stance.binding import Bond
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.reading import Reading
from factcheck.stance.stand_ins import BEHIND_ONE, follows_event, is_event, is_pronoun
from factcheck.values import dataclass
from factcheck.words import listed

_ALIKE = frozenset(listed("another similar comparable"))
_EARLIER = frozenset(listed("previous earlier prior last"))
_MARKS = _ALIKE | _EARLIER | frozenset(listed("other former first before previously"))
_RELATIVES = frozenset(listed("which that when where who"))
_DATING = frozenset(listed("in on at"))
_HOLDING = frozenset(listed("in during at"))  # "12 people died in the earlier fire"
_ARTICLES = frozenset(listed("the a an that"))
_TURNS = frozenset(listed("but while whereas"))
_TO_NOUN = 3  # words of "the last such deadly storm"
_DAY, _MONTH = len("2024-11-18"), len("2024-11")


@dataclass(frozen=True, slots=True)
class Instance:
    """A stretch of a passage about another instance: the places of its first word, of its event and past its last."""

    first: int
    event: int
    stop: int


def told_of_another_instance(pair: SideBySide) -> str:
    """Return the stretch of another instance whose figure the claim gives to the article's own, "" for none."""
    for bond in pair.bonds:
        if bond.relation in MET and bond.comparison.claim_figure.kind is not Kind.DATE:
            instance = _instance_of(pair, bond)
            if instance is not None:
                words = pair.passage.words
                return pair.passage.text[words[instance.first].start : words[instance.stop - 1].end]
    return ""


def is_of_another_instance(pair: SideBySide, bond: Bond) -> bool:
    """Does the passage's figure belong to another instance, of which the claim gives no mark?"""
    return _instance_of(pair, bond) is not None


def is_of_one_of_several(pair: SideBySide, bond: Bond) -> bool:
    """Does the claim tell of several events, the passage of one: "storms have killed 11 this year", "a storm killed 4"?

    A passage that tells of them together has them in the plural too.
    """
    if bond.derived or bond.comparison.claim_figure.kind is Kind.DATE:
        return False
    claim, passage = pair.claim.words, pair.passage.words
    subject = [link for link in pair.alignment.links if link.claim < pair.predicate and link.covered]
    subject = [link for link in subject if link.passage >= 0 and claim[link.claim].stem == passage[link.passage].stem]
    return any(
        claim[link.claim].plain in _plurals(passage[link.passage].plain) and is_event(pair.passage, link.passage)
        for link in subject
    )


def _plurals(singular: str) -> tuple[str, ...]:
    return (f"{singular}s", f"{singular}es", f"{singular.removesuffix('y')}ies")


def _instance_of(pair: SideBySide, bond: Bond) -> Instance | None:
    """Return the stretch of another instance that a bond's figure stands in, None where the claim may be of it."""
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if not places or any(word.plain in _MARKS for word in pair.claim.words):
        return None
    for instance in _stretches(pair.passage):
        holds = instance.first <= places[0] < instance.stop
        if holds and _is_dated_apart(pair, instance) and not _is_marked(pair, instance):
            return instance
    return None


def _is_marked(pair: SideBySide, instance: Instance) -> bool:
    """Gives the claim the date of another instance, or a name that the passage has only there?"""
    words, stretch = pair.passage.words, range(instance.first, instance.stop)
    if any(_is_at_its_date(pair, bond, stretch) for bond in pair.bonds):
        return True
    named = [
        k.passage for k in pair.alignment.links if k.covered and k.passage in stretch and words[k.passage].name >= 0
    ]
    return any(all(p in stretch for p in pair.passage.places.get(words[place].stem, ())) for place in named)


def _is_at_its_date(pair: SideBySide, bond: Bond, stretch: range) -> bool:
    """Is a bond one of a date of the claim to a date of the stretch, and no broader one: not "this year" to "March"?"""
    figure, source = bond.comparison.claim_figure, bond.comparison.source_figure
    places = pair.passage.figure_places(bond.passage) if bond.passage >= 0 else []
    if figure.kind is not Kind.DATE or source is None or not places or places[0] not in stretch:
        return False
    exact = bond.relation in MET and len(str(figure.value)) >= len(str(source.value))
    return exact or figure.text.lower() == source.text.lower()


def _is_dated_apart(pair: SideBySide, instance: Instance) -> bool:
    """Is a stretch one of an earlier instance by its word for it, or by a date other than of the days reported?

    "Another storm struck on Monday" may be the article's own.
    """
    words = pair.passage.words[instance.first : instance.event]
    if any(word.plain in _EARLIER for word in words):
        return True
    numbers = {word.figure for word in pair.passage.words[instance.first : instance.stop]} - {-1}
    days = [figure for figure in (pair.passage.figures[number] for number in numbers) if figure.kind is Kind.DATE]
    return any(_is_apart(str(day.value), pair.published) for day in days if day.value is not None)


def _is_apart(day: str, published: str) -> bool:
    if not published:
        return len(day) < _DAY
    return not published.startswith(day) and not day.startswith(published[:_MONTH])


def _stretches(passage: Reading) -> Iterator[Instance]:
    """Yield the stretches of a passage that another instance opens."""
    words = passage.words
    for place, word in enumerate(words):
        event = -1
        if word.plain == "one":
            event = place if is_pronoun(passage, place) else -1
        elif word.plain in _ALIKE or word.plain in _EARLIER:
            event = _event_behind(passage, place)
        if event >= 0:
            first = _start(passage, place)
            yield Instance(first, event, _stop(passage, event, first))


def _event_behind(passage: Reading, place: int) -> int:
    """Return the place of the event, or of the "one", that "another" or "the last such" goes with, -1 for none."""
    words = passage.words
    if words[place].figure >= 0:  # "last year"
        return -1
    if words[place].plain == "last" and "such" not in (word.plain for word in words[place + 1 : place + 2]):
        return -1  # "the last storm" may be the article's own
    for there in range(place + 1, min(len(words), place + 1 + _TO_NOUN)):
        if words[there].clause != words[place].clause or words[there].figure >= 0 or words[there].name >= 0:
            break
        if words[there].plain == "one" or is_event(passage, there):
            return there
        if words[there].plain in _DATING | _RELATIVES:
            break
    behind = words[place + 1 : place + 2]
    alone = words[place].plain == "another" and bool(behind) and behind[0].plain in BEHIND_ONE
    return place if alone and follows_event(passage, place) else -1


def _start(passage: Reading, place: int) -> int:
    """Return where the stretch begins: before "in another fire" with the figure, or clause, that is of that fire."""
    words, clause = passage.words, passage.words[place].clause
    first = _head(passage, place)
    if first == 0 or words[first - 1].plain not in _HOLDING or words[first - 1].clause != clause:
        return first
    for there in range(first - 1, -1, -1):
        if words[there].clause != clause or is_finite_verb(words[there]):
            break
        if words[there].figure >= 0:
            return passage.figure_places(words[there].figure)[0]
    return min(p for p in range(first) if words[p].clause == clause)


def _head(passage: Reading, place: int) -> int:
    """Return the place of the article before a word, or of the word where it has none."""
    before = passage.words[place - 1].plain if place else ""
    return place - 1 if before in _ARTICLES else place


def _stop(passage: Reading, event: int, first: int) -> int:
    """Return where the stretch ends: with its clause, a "which …" behind it, and the verb behind an aside.

    Where it opens the sentence, "in the previous flood", it is the scene of the clause that follows.
    """
    words = passage.words
    stop = _clause_end(passage, event)
    told = any(is_finite_verb(word) for word in words[event + 1 : stop])
    opens = words[first].plain in _HOLDING and (not first or words[first - 1].sentence != words[first].sentence)
    aside = opens
    while stop < len(words) and words[stop].sentence == words[event].sentence and not _is_parted(passage, stop):
        dated = words[stop].plain in (_RELATIVES if told else _RELATIVES | _DATING)
        if not dated and (told or not (aside and (opens or is_finite_verb(words[stop])))):
            break
        aside = aside or dated
        told = told or not dated
        stop = _clause_end(passage, stop)
    return next((p for p in range(event + 1, stop) if _turns_back(passage, p)), stop)


def _is_parted(passage: Reading, place: int) -> bool:
    """Does a mark stand before a word that ends what is said: "arrested nine people; on Monday they …"?"""
    return any(mark in passage.text[passage.words[place - 1].end : passage.words[place].start] for mark in ";:")


def _turns_back(passage: Reading, place: int) -> bool:
    """Is a word one with which the article comes back to its own: "but", "while", "this one"?"""
    word = passage.words[place]
    return word.plain in _TURNS or (word.plain == "this" and word.figure < 0)


def _clause_end(passage: Reading, place: int) -> int:
    words = passage.words
    return next((p for p in range(place + 1, len(words)) if words[p].clause != words[place].clause), len(words))
