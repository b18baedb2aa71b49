"""The names of a sentence that the sources have otherwise: spelled so, in another's place, or in another role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.models import Relation, Verdict
from factcheck.proofread.beside import BEARS_OUT, SAME_BUT_FOR_A_NAME, SAME_STATEMENT, UNIT_NAMES, Beside
from factcheck.proofread.displaced import displaced_names, misplaced_names
from factcheck.proofread.hits import Hit
from factcheck.proofread.names import (
    TITLES,
    Name,
    are_forms,
    find_names,
    is_body,
    is_person,
    near_names,
    without_possessive,
)
from factcheck.proofread.persons import misnamed
from factcheck.proofread.places import is_placed, may_be_place
from factcheck.proofread.roles import miscalled, mixed_up
from factcheck.proofread.sources import Sources
from factcheck.words import stem

TITLE_WORDS = frozenset(title.title() for title in TITLES)


def misspelled_names(claim: str, names: Sequence[Name], sides: Sequence[Beside], sources: Sources) -> Iterator[Hit]:
    """Yield the names that no source has, where a passage about the same thing has one a letter or two away."""
    for name in names:
        if len(name.words) == 1 and _article().search(claim[: name.start]):
            continue  # "the Dane" is no Ms Dace
        for written in name.words:
            word = without_possessive(written)
            if len(word) < 4 or sources.has_word(word):
                continue
            found = _near_name(word, sides)
            if found is not None:
                other, side = found
                yield Hit(
                    "name-spelling",
                    name.start,
                    name.end,
                    f"“{word}”: the source spells it {other}",
                    passage=side.passage,
                )
                break


def _near_name(word: str, sides: Sequence[Beside]) -> tuple[str, Beside] | None:
    for side in sides:
        text = f"{side.passage.text}\n{side.passage.context}"
        near = near_names(word, [without_possessive(other) for name in find_names(text) for other in name.words])
        if near:
            return near[0], side
    return None


def wrong_names(
    claim: str,
    names: Sequence[Name],
    sides: Sequence[Beside],
    sources: Sources,
    spelled: Sequence[Hit],
    figures: Sequence[Hit],
    words: Sequence[Hit],
) -> list[Hit]:
    """Return what is wrong with a sentence's names, as far as what is known of their spelling and the rest lets it."""
    found = [] if spelled or words else [*_names(sides, names), *_swapped_names(sides)]
    found = found or ([] if spelled or words or figures else list(_displaced(sides, names)))
    found = found or ([] if spelled else [*_roles(claim, sources), *_kin(claim, sources)])
    return [*found, *_misnamed(names, sides, sources, [*spelled, *found])]


def _names(sides: Sequence[Beside], names: Sequence[Name]) -> Iterator[Hit]:
    """Yield the name in whose place the nearest passage has another, everything else being the same."""
    for name in names:
        if name.last.lower() in UNIT_NAMES:
            continue
        nearest = next((side for side in sides if side.here >= BEARS_OUT), None)
        nearest = nearest or next((side for side in sides if side.rest_covered(side.places(name)) == 1), None)
        if nearest is None:
            return
        words = nearest.places(name)
        if any(bond.relation is Relation.DIFFERENT for bond in nearest.bonds):
            continue
        if (
            not words
            or nearest.rest_covered(words) < SAME_BUT_FOR_A_NAME
            or len(nearest.pair.alignment.links) < len(words) + 2
        ):
            continue
        if any(_says_as_much(side, name, nearest) for side in sides) or not _rivals(nearest, name):
            continue
        if _is_in(name, nearest.passage.text) or (_is_in(name, nearest.passage.context) and _has_pronoun(nearest)):
            continue
        if len(name.words) == 1 and _is_in(name, nearest.passage.source.title or ""):
            continue  # what a whole article is about need not be named in its every sentence
        message = f"the source does not have “{' '.join(name.words)}” here, but {_rivals(nearest, name)[0]}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, nearest.passage)


def _says_as_much(side: Beside, name: Name, nearest: Beside) -> bool:
    """Tell whether a passage with the name has as much of the rest of the sentence as the nearest one."""
    if not _has_name(side, name) or side.here < SAME_STATEMENT:
        return False
    return side.rest_covered(side.places(name)) >= min(
        SAME_BUT_FOR_A_NAME, nearest.rest_covered(nearest.places(name)) - 0.1
    )


def _swapped_names(sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the nearest passage has the two names of the sentence on either side of its verb swapped."""
    if not sides or sides[0].here < SAME_BUT_FOR_A_NAME + 0.1:
        return
    side = sides[0]
    claim, passage, alignment = side.pair.claim, side.pair.passage, side.pair.alignment
    if _is_passive(claim.text) or _is_passive(passage.text):
        return
    for one, other in pairwise(claim.names):
        if other.first - one.last not in (2, 3):
            continue
        places = [alignment.passage_place(place) for place in (one.last, one.last + 1, other.last)]
        first, verb, second = places
        if min(places) >= 0 and second < verb < first and first - second <= 12:
            words = claim.words
            message = f"the source has {words[other.last].text} and {words[one.last].text} the other way round"
            yield Hit(
                "name-conflict",
                words[one.first].start,
                words[other.last].end,
                message,
                Verdict.CONFLICTING,
                side.passage,
            )


def _displaced(sides: Sequence[Beside], names: Sequence[Name]) -> Iterator[Hit]:
    """Yield the names beside whose neighbours the nearest passage has another one."""
    for side, start, end, other in (*displaced_names(sides), *misplaced_names(sides)):
        name = next((name for name in names if name.start < end and start < name.end), None)
        elsewhere = [item for item in sides if item is not side and item.here >= SAME_STATEMENT]
        if name is None or any(_is_in(name, item.passage.text) for item in elsewhere):
            continue
        if not _can_replace(side, name, other):
            continue
        message = f"the source does not have “{' '.join(name.words)}” here, but {other}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, side.passage)
        return


def _roles(claim: str, sources: Sources) -> Iterator[Hit]:
    """Yield the people to whom a sentence gives what the source says another is."""
    for name, role, other, passage in mixed_up(claim, sources):
        message = f"the source calls {other} {role}, not {' '.join(name.words)}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, passage)


def _kin(claim: str, sources: Sources) -> Iterator[Hit]:
    """Yield the relations of people that the source calls otherwise: "his daughter" who is his widow."""
    for role, other, passage in miscalled(claim, sources):
        message = f"the source calls {' '.join(role.name.words)} {other}, not {role.words}"
        yield Hit("name-conflict", role.start, role.name.end, message, Verdict.CONFLICTING, passage)


def _misnamed(names: Sequence[Name], sides: Sequence[Beside], sources: Sources, found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the people whom no source has under the sentence's name, but under others."""
    for wrong in misnamed(names, sides, sources):
        if not any(hit.start < wrong.name.end and wrong.name.start < hit.end for hit in found):
            message = f"no source has “{' '.join(wrong.name.words)}”, but {' and '.join(wrong.others)}"
            yield Hit("name-conflict", wrong.name.start, wrong.name.end, message, Verdict.CONFLICTING, wrong.passage)


def _is_passive(text: str) -> bool:
    return (
        re.search(r"\b(?:by|from|to)\s+(?:\w+\s+){0,2}[A-Z]", text) is not None
        and re.search(r"\bby\s", text) is not None
        and re.search(r"\b(?:is|are|was|were|been|being)\s+\w+", text) is not None
    )


def _is_in(name: Name, text: str) -> bool:
    """Tell whether a text has the name: its last word alone, or with another of its words, but no other first name.

    A form of it counts: who is "the first Estonian" comes from Estonia.
    """
    if re.search(rf"(?<!\w){re.escape(name.last)}", text, re.IGNORECASE) is None:
        others = find_names(text) if len(name.words) == 1 else ()
        return any(are_forms(name.last, other.last) or _are_one(name.last, other.last) for other in others)
    return not _namesakes(name, text) or any(_shares_more(name, other) for other in find_names(text))


def _namesakes(name: Name, text: str) -> list[Name]:
    """Return the names of a text that end as this one does and begin otherwise ("Brandt Marine", "Stolt Marine")."""
    if len(name.words) < 2:
        return []
    return [o for o in find_names(text) if len(o.words) > 1 and o.last == name.last and not _shares_more(name, o)]


def _shares_more(name: Name, other: Name) -> bool:
    """Tell whether two names share a word besides their last one, titles left out, or one of them is that word."""
    own, others = ({w.rstrip(".").lower() for w in n.words[:-1]} - TITLES for n in (name, other))
    return other.last == name.last and (not own or not others or bool(own & others))


def _rivals(side: Beside, name: Name) -> list[str]:
    """Return the names that the passage has and the sentence has not, likeliest first.

    That is a namesake, then one that shares a word ("Sandra Liu" for "Sandra Lim"), then one of the same sort.
    """
    namesakes = [" ".join(other.words) for other in _namesakes(name, side.passage.text)]
    sharing = [" ".join(o.words) for o in find_names(side.passage.text) if set(o.words) & set(name.words) - TITLE_WORDS]
    alike = [other for other in side.free_names if (" " in other) == (len(name.words) > 1)]
    others = side.free_names
    if is_person(name):
        alike, others = [other for other in alike if is_person(Name(tuple(other.split()), 0, 0))], []
    found = [*namesakes, *sharing, *alike, *others] if side.free_names or namesakes else []
    return [
        without_possessive(o)
        for o in dict.fromkeys(found)
        if not _are_one(name.last, without_possessive(o.split()[-1])) and _can_replace(side, name, o)
    ]


def _can_replace(side: Beside, name: Name, other: str) -> bool:
    """Tell whether a name of the passage may stand in this one's stead: no owner or doer for a place."""
    return not is_placed(side.pair.claim.text, name) or may_be_place(other, side.passage.text, side.passage.context)


def _are_one(word: str, other: str) -> bool:
    """Tell whether two different names say one thing: the Tories are the Conservatives."""
    if word == other:
        return False
    from factcheck.stance.lexicon import Kin, kin

    return kin(stem(word.lower()), stem(other.lower())) in (Kin.SAME, Kin.SYNONYM)


def _has_name(side: Beside, name: Name) -> bool:
    return _is_in(name, side.passage.text)


def _has_pronoun(side: Beside) -> bool:
    return any(word.pronoun for word in side.pair.passage.words)


def unknown_names(names: Sequence[Name], sources: Sources) -> Iterator[Hit]:
    """Yield the names whose last word no source has."""
    for name in names:
        if any(len(word) > 2 and not sources.has_word(word) for word in _telling_words(name)):
            yield Hit("name-unknown", name.start, name.end, f"no source names “{' '.join(name.words)}”")


def _telling_words(name: Name) -> list[str]:
    """Return the words by which a name is known: the last, and all before it where that is "County" or "Bank"."""
    if len(name.words) > 1 and is_body(name.last):
        return [without_possessive(word) for word in name.words[:-1] if not is_body(word)]
    return [name.last]


@cache
def _article() -> re.Pattern[str]:
    """Return the pattern of an article at the end of what stands before a name."""
    return re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
