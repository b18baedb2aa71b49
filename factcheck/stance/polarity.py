"""Negation: which words of a text stand under a "not", a "no", a "denied" or a "failed to".

A "not" may only set a date: what "will not open until May" opens in May, and "not before May" in May or later.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

from factcheck.models import Bound, Figure, Kind
from factcheck.stance.unasserted import called_untrue
from factcheck.values import dataclass, replace
from factcheck.words import Token, irregular_forms, is_irregular, listed, stem

_NEGATORS = frozenset(
    listed("""
    no not never none nobody nothing neither nor without hardly scarcely barely cannot cant n't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't shouldn't can't mustn't ain't needn't
    unable incapable unwilling lacks lacked lacking
    """)
)
_NEGATING_VERBS = frozenset(stem(word) for word in listed("fail refuse deny decline avoid prevent forbid cease"))
_FORBIDDING = frozenset(stem(word) for word in listed("forbid prohibit ban bar prevent stop block discourage"))
_DROPPING = frozenset(
    stem(word)
    for word in listed("reject dismiss drop abandon scrap shelve axe ditch veto decline refuse oppose resist")
)
_INTENTS = frozenset(  # "rejected a call to narrow the road"
    stem(word)
    for word in listed("""
    plan scheme proposal call demand request bid motion idea suggestion appeal application petition attempt move
    pressure
    """)
)
_DENYING = _NEGATING_VERBS | _FORBIDDING | _DROPPING | _INTENTS
_DROPPED = frozenset(listed("dropped abandoned scrapped shelved axed ditched vetoed rejected dismissed refused"))
_INTENT_REACH, _OBJECT_REACH = 5, 7
_WHEN = frozenset(listed("on in last this at again yesterday twice repeatedly"))
_COMPLEMENTS = frozenset(listed("to that having being any all from"))
_NEGATING_PHRASES = (
    ("yet", "to"), ("rather", "than"), ("instead", "of"), ("ruled", "out"), ("rules", "out"), ("rule", "out"),
    ("ruling", "out"), ("called", "off"), ("far", "from"), ("stopped", "short"), ("no", "longer"), ("other", "than"),
)  # fmt: skip
_NOT_NEGATING = (("not", "only"), ("not", "just"), ("no", "doubt"), ("not", "least"))
_OWING = frozenset(listed("has have had needs need needed"))
_BOUNDING = (("no", "fewer"), ("no", "less"), ("no", "more"), ("not", "more"), ("not", "less"))  # before "than"
_SCOPE_BREAKS = frozenset(listed("but however although though whereas while because since until unless except"))
_NEXT_STATEMENTS = frozenset(listed("that which who he she they"))  # behind "and" these begin another statement
_ELLIPTIC = frozenset(
    listed("not don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't")
)
_JOINTS = frozenset(listed("and or"))
_BE = frozenset(listed("is are was were be been being"))
_NARROW = frozenset(listed("without than lacks lacked lacking"))
_NARROW_SCOPE = 5
_PREPOSITIONS = frozenset(listed("with of in for by at from to despite under after"))


@dataclass(frozen=True, slots=True)
class Denial:
    """The places of the words that deny, half-open, and those of the words that they deny."""

    first: int
    stop: int
    reached: Sequence[int]


def find_denials(
    plains: Sequence[str],
    clauses: Sequence[int],
    sentences: Sequence[int],
    muted: Container[int] = (),
    said: Mapping[int, Sequence[str]] | None = None,
    ends: Mapping[int, int] | None = None,
) -> list[Denial]:
    """Return what denies what in a text, in order; words at the muted places deny nothing outside their phrase.

    `said` has for the first word of a phrase the stems of what the phrase says ("turned down" rejects), `ends` the
    place of its last word: the "approve" of "failed to approve", which says "rejected", is denied.

    A negation reaches from behind itself to the end of its sentence's stretch, to a "but" or "although", to an "and
    that" which begins another statement, or for "without" over a few words; a "No" that opens a clause reaches its verb
    as well, since it stands first.
    """
    found = []
    said, ends = said or {}, ends or {}
    for place, word in enumerate(plains):
        last = place
        if place in muted:
            last = ends.get(place, place)
            inner = range(place + _negation_length(plains, place), last + 1)
            if last > place and place < inner.start < inner.stop:
                found.append(Denial(place, inner.start, inner))
            drops = next((each for each in said.get(place, ()) if each in _DROPPING), "")
            reached = _forbidden(plains, clauses, place, drops) if drops else ()
        elif _may_deny(word):
            reached = _forbidden(plains, clauses, place, stem(word))
            length = _negation_length(plains, place)
            if length:
                found.append(Denial(place, place + length, _scope(plains, clauses, sentences, place, length)))
        else:
            continue
        if reached:
            found.append(Denial(place, last + 1, reached))
    if "that" in plains:
        found += [
            Denial(head, head + 1, rest)
            for head, rest in called_untrue(plains, clauses, sentences)
            if not any(denial.first == head for denial in found)
        ]
    return found


def _may_deny(word: str) -> bool:
    """Can a word deny, forbid or drop what others say? Most cannot, and need no second look."""
    return (word[:_OPENING] in _DENYING_OPENINGS or word.endswith("t")) and _denies(word)


@lru_cache(maxsize=1024)
def _denies(word: str) -> bool:
    return _is_negator(word) or stem(word) in _DENYING


def _forbidden(plains: Sequence[str], clauses: Sequence[int], place: int, word: str) -> Sequence[int]:
    """Return the places of what is forbidden, or asked for and turned down, by the word here, of which a stem is given.

    "Forbade shops to open", "rejected his demand to close the road", "a plan to close the road was dropped".
    """
    stretch = _stretch(clauses, place)
    if word in _FORBIDDING and not _has_complement(plains, place):
        for at in range(place + 2, min(stretch, place + _OBJECT_REACH)):
            if plains[at] == "to" or (
                plains[at] == "from" and plains[at + 1 : at + 2] and plains[at + 1][-3:] == "ing"
            ):
                return range(at + 1, stretch)
    if word in _DROPPING:
        for at in range(place + 1, min(stretch, place + _INTENT_REACH)):
            if stem(plains[at]) in _INTENTS:
                opening = next(
                    (to for to in range(at + 1, min(stretch, at + _OBJECT_REACH)) if plains[to] == "to"), stretch
                )
                return range(opening + 1, stretch)
    if word in _INTENTS and plains[place + 1 : place + 2] == ["to"]:
        fate = next((at for at in range(place + 3, stretch) if plains[at] in _DROPPED), stretch)
        if fate < stretch and plains[fate - 1] in _BE:
            return range(place + 2, fate)
    return ()


def _stretch(clauses: Sequence[int], place: int) -> int:
    """Return the place behind the last word of the stretch that a word stands in."""
    last = place + 1
    while last < len(clauses) and clauses[last] == clauses[place]:
        last += 1
    return last


_FIRST_WORDS = frozenset(first for first, _ in (*_NEGATING_PHRASES, *_NOT_NEGATING, *_BOUNDING)) | {"still"}
_OPENING = 2  # letters of a word that its stem keeps, unless it is an irregular form
_DENYING_OPENINGS = frozenset(
    word[:_OPENING]
    for word in (*_FIRST_WORDS, *_NEGATORS, *_DENYING, *(form for key in _DENYING for form in irregular_forms(key)))
)


def _is_negator(word: str) -> bool:
    """Is a word a negation, or may it begin one?"""
    return word in _FIRST_WORDS or word in _NEGATORS or word.endswith(("n't", "n’t"))


def _negation_length(plains: Sequence[str], place: int) -> int:
    """Return how many words the negation at this place has, 0 where there is none."""
    word = plains[place]
    if not _may_deny(word):
        return 0
    pair = tuple(plains[place : place + 2])
    if word == "no" and pair[-1].isdecimal():  # "No. 16 on the list"
        return 0
    if pair in _NOT_NEGATING or (pair in _BOUNDING and tuple(plains[place + 2 : place + 3]) == ("than",)):
        return 0
    if pair in _NEGATING_PHRASES:
        return 2
    if word == "still":  # "the bill still has to be passed"
        return 3 if pair[-1] in _OWING and tuple(plains[place + 2 : place + 3]) == ("to",) else 0
    if word in _NEGATORS or word.endswith("n't") or word.endswith("n’t"):
        return 1
    return 1 if stem(word) in _NEGATING_VERBS and _has_complement(plains, place) else 0


def _has_complement(plains: Sequence[str], place: int) -> bool:
    """Does a verb such as "denied" take away a statement, not a thing? "Failed to win", "denied robbing"."""
    following = plains[place + 1] if place + 1 < len(plains) else ""
    if following in _COMPLEMENTS or (following.endswith("ing") and len(following) > 4):
        return True
    return following in _WHEN and "to" in plains[place + 2 : place + 6]


def _scope(
    plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int, length: int
) -> Sequence[int]:
    """Return the places that the negation reaches."""
    first = place + length
    last = first
    if _ends_clause(plains, clauses, sentences, place) and plains[place + length - 1] in _ELLIPTIC:
        return _clause_before(plains, clauses, sentences, place)
    narrow = plains[place + length - 1] in _NARROW
    within = plains[place] == "no" and place > 0 and plains[place - 1] in _PREPOSITIONS
    while last < len(plains) and sentences[last] == sentences[place] and clauses[last] == clauses[place]:
        if plains[last] in _SCOPE_BREAKS or (narrow and last - first >= _NARROW_SCOPE):
            break
        if plains[last] == "and" and plains[last + 1 : last + 2] and plains[last + 1] in _NEXT_STATEMENTS:
            break
        if within and last > first and _is_told(plains[last]):
            break  # "a man with no ticket got in"
        last += 1
    return range(first, last)


def _is_told(plain: str) -> bool:
    """Does a word look like a verb in the past?"""
    return plain.endswith("ed") or is_irregular(plain)


def _ends_clause(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int) -> bool:
    after = place + 1
    return after >= len(plains) or sentences[after] != sentences[place] or clauses[after] != clauses[place]


def _clause_before(
    plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], place: int
) -> Sequence[int]:
    """Return the places of the clause that a "not" at its end takes back: "Dogs are allowed, but bicycles are not"."""
    first = place
    while first > 0 and (sentences[first - 1], clauses[first - 1]) == (sentences[place], clauses[place]):
        if plains[first - 1] in _SCOPE_BREAKS or plains[first - 1] in _JOINTS:
            break
        first -= 1
    return range(first, place)


def negations(plains: Sequence[str], muted: Container[int] = ()) -> list[int]:
    """Return the places of the negations of a text, those at the muted places left out."""
    denying = [place for place, word in enumerate(plains) if _may_deny(word)]
    return [place for place in denying if place not in muted and _negation_length(plains, place)]


_UNTIL, _BEFORE = frozenset(listed("until till")), frozenset(listed("before"))
_ONLY_THEN = {**dict.fromkeys(_UNTIL, Bound.EXACT), **dict.fromkeys(_BEFORE, Bound.AT_LEAST)}


def lifted_denials(
    found: Sequence[Token], clauses: Sequence[int], figures: Sequence[Figure]
) -> tuple[frozenset[int], list[Figure]]:
    """Return the places of the negations that only set a date, and the figures with those dates as they are meant."""
    hedges = _denials_in_hedges(found, figures) | _votes_of_no_confidence(found)
    if not any(token.plain in _ONLY_THEN for token in found):
        return hedges, list(figures)
    denials = negations([token.plain for token in found])
    lifted: set[int] = set()
    meant = list(figures)
    for place, token in enumerate(found):
        bound = _ONLY_THEN.get(token.plain)
        number = _date_behind(found, place, figures) if bound is not None else -1
        denial = max((d for d in denials if d < place and clauses[d] == clauses[place]), default=-1)
        if bound is not None and number >= 0 and denial >= 0:
            lifted.add(denial)
            meant[number] = replace(meant[number], bound=bound, hedge=f"not {token.plain}")
    return hedges | lifted, meant


def _denials_in_hedges(found: Sequence[Token], figures: Sequence[Figure]) -> frozenset[int]:
    """Return the places of the "no" and "not" with which the bound of a figure begins: "no younger than 22"."""
    places = set()
    for figure in figures:
        hedge = (figure.hedge or "").split()
        if hedge[:1] in (["no"], ["not"]):
            first = next((place for place, token in enumerate(found) if token.start >= figure.start), len(found))
            before = [token.plain for token in found[max(0, first - len(hedge)) : first]]
            places |= {first - len(hedge)} if before == hedge else set()
    return frozenset(places)


def _votes_of_no_confidence(found: Sequence[Token]) -> frozenset[int]:
    """Return the places of the "no" in "a vote of no confidence", which names a vote and denies nothing."""
    plains = [token.plain for token in found]
    if "confidence" not in plains:
        return frozenset()
    return frozenset(
        place for place in range(1, len(plains) - 1) if plains[place - 1 : place + 2] == ["of", "no", "confidence"]
    )


def _date_behind(found: Sequence[Token], place: int, figures: Sequence[Figure]) -> int:
    """Return the number of the date right behind a word, or that the word opens; -1 where there is none."""
    behind = found[place + 1] if place + 1 < len(found) else None
    for number, figure in enumerate(figures):
        opens = figure.start == found[place].start
        follows = behind is not None and figure.start <= behind.start < figure.end
        the = behind is not None and behind.plain in ("the", "at") and place + 2 < len(found)
        later = the and figure.start <= found[place + 2].start < figure.end
        if figure.kind is Kind.DATE and (opens or follows or later):
            return number
    return -1
