"""Statements that a text holds and does not make: what it calls untrue, and what it only asks, hopes or fears.

"Rejected claims that the pier was shut" and "it is a myth that it was" deny it; "it is unclear whether", "feared that"
and "rumours that" leave it open. What somebody said, found or believes is told as his, and is neither.
Source: the non-factive and the counterfactual heads of complement clauses (Kiparsky and Kiparsky, "Fact", 1970).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.words import listed, stem

_STATEMENTS = frozenset(
    stem(word)
    for word in listed("""
    claim suggestion report rumour allegation accusation idea notion assertion argument speculation theory statement
    charge belief contention insinuation story view
    """)
)
_REJECTING = frozenset(
    stem(word)
    for word in listed("reject dismiss deny refute rebut dispute contest retract withdraw disprove debunk contradict")
)
_UNTRUE = frozenset(
    listed("false untrue wrong unfounded baseless groundless mistaken incorrect bogus fake nonsense fiction inaccurate")
)
_WRONGLY = frozenset(listed("wrongly falsely mistakenly incorrectly erroneously inaccurately"))
_FICTIONS = frozenset(listed("myth hoax falsehood lie misconception fiction fallacy"))
_OPEN_VERBS = frozenset(
    stem(word)
    for word in listed("hope fear wish suspect imagine worry dream speculate wonder pretend assume doubt guess")
)
_OPEN_NOUNS = frozenset(
    stem(word)
    for word in listed("""
    rumour speculation suspicion possibility chance risk theory prospect likelihood danger worry concern allegation
    accusation
    """)
)
_BREAKS = frozenset(listed("but however although though whereas while because after before when since as"))
_NEXT_STATEMENTS = frozenset(listed("that which who he she they it"))  # behind "and" these begin another statement
_SAYING = frozenset(
    stem(word)
    for word in listed("say tell add insist stress argue maintain note explain confirm find show state reply")
)
_BE = frozenset(listed("is are was were be been being"))
_TO_STATEMENT, _TO_THAT, _TO_VERDICT = 4, 3, 2


class Unasserted(NamedTuple):
    """The place of the word that keeps a text from asserting something, and the places of what it keeps it from."""

    head: int
    reached: range


def called_untrue(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int]) -> Iterator[Unasserted]:
    """Yield what a text calls untrue or says was rejected: "dismissed reports that", "wrongly said that"."""
    for that, word in enumerate(plains):
        if word != "that" or not that:
            continue
        before = plains[max(0, that - _TO_STATEMENT) : that]
        end = _end(plains, clauses, sentences, that)
        reached = range(that + 1, end)
        head = next(
            (at for at in range(that - 1, that - 1 - len(before), -1) if _rejects(plains, clauses, at, that)), -1
        )
        if head >= 0:
            yield Unasserted(head, reached)
        elif stem(plains[that - 1]) in _STATEMENTS:
            verdict = next((at for at in range(that + 3, end) if _is_verdict(plains, at)), -1)
            if verdict >= 0:
                yield Unasserted(verdict, range(that + 1, verdict - 1))


def _rejects(plains: Sequence[str], clauses: Sequence[int], at: int, that: int) -> bool:
    """Makes the word here the statement behind the "that" an untrue one? Not "found in horror fiction, that is"."""
    word = plains[at]
    near = that - at <= _TO_THAT
    told = word in _FICTIONS and at == that - 1 and clauses[at] == clauses[that]
    if word in _WRONGLY or told:
        return near
    stated = any(stem(each) in _STATEMENTS for each in plains[at + 1 : that])
    return stated and ((word in _UNTRUE and near) or stem(word) in _REJECTING)


def _is_verdict(plains: Sequence[str], at: int) -> bool:
    """Is the word here what a statement is said to be: the "untrue" of "rumours that it shut were untrue"?"""
    return plains[at] in _UNTRUE and any(word in _BE for word in plains[max(0, at - _TO_VERDICT) : at])


def left_open(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int]) -> Iterator[Unasserted]:
    """Yield what a text only asks, hopes, fears or supposes: "whether", "if", "had", "feared that", "rumours that"."""
    for place, word in enumerate(plains):
        if word == "whether" or (word == "if" and place and clauses[place - 1] == clauses[place]):
            yield Unasserted(place, range(place + 1, _end(plains, clauses, sentences, place)))
        elif word in ("if", "unless") or (word == "had" and (not place or sentences[place - 1] != sentences[place])):
            yield Unasserted(place, range(place + 1, _clause_end(clauses, place)))
        elif word == "that" and place and stem(plains[place - 1]) in _OPEN_VERBS | _OPEN_NOUNS:
            yield Unasserted(place - 1, range(place + 1, _end(plains, clauses, sentences, place)))


def _end(plains: Sequence[str], clauses: Sequence[int], sentences: Sequence[int], first: int) -> int:
    """Return the place behind the last word of the statement that the word here begins.

    It goes on over marks to the end of the sentence, to a "but" or an "after", to an "and" that begins another one
    ("and said", "and that", ", and"), or to a stretch in which somebody speaks: ", he said".
    """
    for place in range(first + 1, len(plains)):
        if sentences[place] != sentences[first] or plains[place] in _BREAKS:
            return place
        opens = clauses[place] != clauses[place - 1]
        if opens and any(stem(each) in _SAYING for each in plains[place : _clause_end(clauses, place)]):
            return place
        following = plains[place + 1] if place + 1 < len(plains) else ""
        if plains[place] == "and" and (opens or following in _NEXT_STATEMENTS or stem(following) in _SAYING):
            return place
    return len(plains)


def _clause_end(clauses: Sequence[int], first: int) -> int:
    return next((place for place in range(first, len(clauses)) if clauses[place] != clauses[first]), len(clauses))
