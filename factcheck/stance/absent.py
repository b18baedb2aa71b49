"""What the passage says there was none of, or leaves out, where the claim tells of it.

"There was no recount", "covers 740 nurses but not those in private clinics".
"""

from __future__ import annotations

from factcheck.compare import compare_figures
from factcheck.models import Kind, Relation
from factcheck.stance.features import SideBySide, covered_share, is_finite_verb
from factcheck.stance.lexicon import ONE_MEANING, ONE_WORD
from factcheck.stance.polarity import Denial
from factcheck.stance.reading import Reading
from factcheck.values import replace
from factcheck.words import listed

_BE = frozenset(listed("is are was were"))
_FOUND = frozenset(listed("found held made given seen taken recorded reported received issued"))
_ALL_BUT = ["all", "but"]
_LEAST_COVERED = 0.65
_MOST_LEFT_OUT = 8
_AUXILIARIES = frozenset(listed("is are was were has have had been"))


def said_to_be_absent(pair: SideBySide) -> str:
    """Return in the passage's words what it says there was none of and the claim tells of, "" where there is no such.

    "After a full recount" against "there was no full recount", "the bones included a skull" against "no skull was
    found". All that the passage denies must be the claim's, so that "no recount by hand" is none of it.
    """
    if pair.claim.has_denied or covered_share(pair) < _LEAST_COVERED:
        return ""
    if any(match.covered < 1.0 for match in pair.names):
        return ""
    for place, word in enumerate(pair.passage.words):
        if word.plain != "no" or word.name >= 0:
            continue
        things = _denied_things(pair.passage, place)
        if things and all(_is_claimed(pair, each) for each in things):
            return pair.passage.text[word.start : pair.passage.words[things[-1]].end]
    return ""


def _denied_things(passage: Reading, place: int) -> list[int]:
    """Return the places of what a "no" says there was none of, empty where the sentence says more than that."""
    words = passage.words
    last = place + 1
    while last < len(words) and words[last].clause == words[place].clause and words[last].plain not in _AUXILIARIES:
        last += 1
    things = [p for p in range(place + 1, last) if not words[p].stop and words[p].figure < 0]
    ends = last >= len(words) or words[last].sentence != words[place].sentence
    opening = place == 0 or words[place - 1].sentence != words[place].sentence
    if place > 1 and words[place - 2].plain == "there" and words[place - 1].plain in _BE:
        return things if ends else []
    if not opening or ends:
        return []
    behind = [w.plain for w in words[last:] if w.sentence == words[place].sentence]
    return things if behind[-1] in _FOUND and all(w in _AUXILIARIES for w in behind[:-1]) else []


def _is_claimed(pair: SideBySide, place: int) -> bool:
    """Is a word of the passage the claim's own?"""
    return any(k.passage == place and k.kin in ONE_WORD for k in pair.alignment.links)


def counts_the_excepted(pair: SideBySide) -> str:
    """Return the "all but 40" of a passage whose 40 the claim says it of: "was restored to 40", "to all but 40"."""
    if pair.claim.has_denied or covered_share(pair) < _LEAST_COVERED:
        return ""
    words = pair.passage.words
    for mine in range(len(pair.claim.figures)):
        figure, places = pair.claim.figures[mine], pair.claim.figure_places(mine)
        if figure.kind is Kind.DATE or [w.plain for w in pair.claim.before(mine, 2)] == _ALL_BUT:
            continue
        for other, source in enumerate(pair.passage.figures):
            at = pair.passage.figure_places(other)
            if [w.plain for w in pair.passage.before(other, 2)] != _ALL_BUT:
                continue
            if compare_figures(replace(figure, noun=None), replace(source, noun=None)).relation is Relation.EQUAL:
                verbs = [k for k in pair.alignment.links if k.is_here and k.kin in ONE_WORD and k.claim not in places]
                verbs = [k for k in verbs if is_finite_verb(pair.claim.words[k.claim])]
                if any(words[k.passage].clause == words[at[0]].clause for k in verbs):
                    return pair.passage.text[words[at[0] - 2].start : words[at[-1]].end]
    return ""


def is_left_out(pair: SideBySide) -> str:
    """Return by what words the passage leaves the claim's subject out of what it tells, "" where it does not.

    Half at least of what the passage has of the subject must stand behind the "but not", and the verb before it.
    """
    words = pair.claim.words
    subject = [k for k in pair.alignment.links if k.claim < pair.predicate and k.passage >= 0 and k.kin in ONE_MEANING]
    verbs = [k for k in pair.alignment.links if k.claim >= pair.predicate and k.is_here]
    for denial in pair.passage.denials:
        left = _left_out(pair.passage, denial)
        inside = sum(words[k.claim].weight for k in subject if k.passage in left)
        total = sum(words[k.claim].weight for k in subject)
        if inside and 2 * inside >= total and any(_is_before(pair, k.passage, denial.first) for k in verbs):
            return pair.passage.text[pair.passage.words[denial.first].start : pair.passage.words[left[-1]].end]
    return ""


def _left_out(passage: Reading, denial: Denial) -> range:
    """Return the places of what a "but not" leaves out: words without a verb, to the end of the stretch."""
    words = passage.words
    if words[denial.first].plain != "not" or not denial.first or words[denial.first - 1].plain != "but":
        return range(0)
    first = last = denial.first + 1
    while last < len(words) and words[last].clause == words[denial.first].clause and last - first < _MOST_LEFT_OUT:
        if is_finite_verb(words[last]):
            return range(0)
        last += 1
    return range(first, last)


def _is_before(pair: SideBySide, place: int, denial: int) -> bool:
    """Stands a word before the "but not", in its sentence?"""
    words = pair.passage.words
    return place < denial and words[place].sentence == words[denial].sentence
