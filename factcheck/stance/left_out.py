"""What the passage leaves out by a "but not": "covers 740 nurses but not those in private clinics"."""

from __future__ import annotations

from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import ONE_MEANING
from factcheck.stance.polarity import Denial
from factcheck.stance.reading import Reading

_MOST_LEFT_OUT = 8


def is_left_out(pair: SideBySide) -> str:
    """Return by what words the passage leaves the claim's subject out of what it tells, "" where it does not.

    Half at least of what the passage has of the subject must stand behind the "but not", and the verb before it.
    """
    words = pair.claim.words
    subject = [k for k in pair.alignment.links if k.claim < pair.predicate and k.passage >= 0 and k.kin in ONE_MEANING]
    verbs = [k for k in pair.alignment.links if k.claim >= pair.predicate and k.covered and k.passage >= 0]
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
