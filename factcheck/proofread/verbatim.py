"""A quotation beside the text it is said to come from: exact, altered, joined from two places, or not there.

What an editor allows is no difference: capitals, punctuation and kinds of quotation marks, an ellipsis for
words left out, square brackets for words put in, and "…," she said, "…" in the source between two parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from factcheck.proofread.quotations import find_quotations
from factcheck.words import STOP_WORDS

LEAST_WORDS = 4
"""Shorter passages in quotation marks are names, scare quotes and titles more often than speech."""
ALIKE = 0.6
"""The share of a quotation's words that must stand in the source in order for it to be the same utterance."""
SPLIT_GAP = 8
"""From this many words left out without an ellipsis on, a quotation is joined from two places."""
ASIDE = 20
"""How many words of narration ("said Ruth Hallam, the chief executive") may part what was said in one breath."""
GAP_REACH = 120
"""How many words of the source an ellipsis may stand for."""
BRACKET_REACH = 8
"""How many words of the source a bracket may stand for."""

WILD = "[]"


class Fit(StrEnum):
    """How a quotation fits a text."""

    EXACT = "exact"
    ALTERED = "altered"
    SPLIT = "split"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the quotation (as written) and what the source has in their place; either may be empty."""

    quoted: str
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """How a quotation fits a text; `start` and `end` slice the text where it was found."""

    fit: Fit
    score: float
    start: int = 0
    end: int = 0
    changes: tuple[Change, ...] = ()


NOWHERE = Match(Fit.NOT_FOUND, 0.0)


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int
    quoted: bool = True


def compare_quotation(quotation: str, text: str) -> Match:
    """Return how the quotation fits the text, the place that fits best taken."""
    source = _source_words(text)
    segments = [segment for segment in _segments(quotation) if any(word.key != WILD for word in segment)]
    if not segments or not source:
        return NOWHERE
    match = _fit_segments(quotation, segments, text, source)
    if match.fit is Fit.EXACT or len(segments) > 1:
        return match
    return _split(segments[0], source, text) or match


def best_match(quotation: str, texts: Sequence[str]) -> tuple[int, Match]:
    """Return the place of the text that fits best, and the match there; the first of equals."""
    best, found = 0, NOWHERE
    for place, text in enumerate(texts):
        match = compare_quotation(quotation, text)
        if _rank(match) > _rank(found):
            best, found = place, match
    return best, found


def _rank(match: Match) -> tuple[bool, float, bool]:
    return match.fit is Fit.EXACT, match.score, match.fit is Fit.SPLIT


def in_words(changes: Sequence[Change]) -> str:
    """Return the changes for a person: 'has “not” for “no longer”, leaves out “very”'."""
    said = []
    for change in changes:
        if change.quoted and change.source:
            said.append(f"“{change.quoted}” stands for “{change.source}”")
        elif change.quoted:
            said.append(f"“{change.quoted}” is added")
        else:
            said.append(f"“{change.source}” is left out")
    return "; ".join(said)


# --- words ----------------------------------------------------------------------------------------------


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.word = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[£$€¥%]")
        self.gap = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
        self.bracket = re.compile(r"\[[^\[\]]*\]")
        self.sic = re.compile(r"\[sic\.?\]", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()


_SAME = {"percent": "%", "ok": "okay", "mister": "mr"}


def _words(text: str, start: int = 0, end: int | None = None) -> list[_Word]:
    """Return the words with their keys; "per cent", "percent" and "%" have one key."""
    found: list[_Word] = []
    for match in _patterns().word.finditer(text, start, len(text) if end is None else end):
        key = match.group().lower().replace("’", "'").replace("ʼ", "'")
        if key == "cent" and found and found[-1].key == "per":
            found[-1] = _Word("%", found[-1].start, match.end())
        else:
            found.append(_Word(_SAME.get(key, key), match.start(), match.end()))
    return found


def _source_words(text: str) -> list[_Word]:
    """Return the words of a source, each with whether it stands in quotation marks."""
    spans = [
        (start + quotation.start, start + quotation.end)
        for start, paragraph in _paragraphs(text)
        for quotation in find_quotations(paragraph)
    ]
    words = _words(text)
    at = 0
    marked = []
    for word in words:
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        marked.append(_Word(word.key, word.start, word.end, at < len(spans) and spans[at][0] <= word.start))
    return marked


def _paragraphs(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for gap in re.finditer(r"\n\s*\n", text):
        found.append((start, text[start : gap.start()]))
        start = gap.end()
    return [*found, (start, text[start:])]


def _segments(quotation: str) -> list[list[_Word]]:
    """Return the stretches between ellipses; a bracket is one wild word, but "[W]e" is "we"."""
    segments: list[list[_Word]] = []
    start = 0
    for gap in [*_patterns().gap.finditer(quotation), None]:
        end = gap.start() if gap else len(quotation)
        segments.append(_with_brackets(quotation, start, end))
        start = gap.end() if gap else end
    return segments


def _with_brackets(text: str, start: int, end: int) -> list[_Word]:
    words: list[_Word] = []
    for found in _patterns().bracket.finditer(text, start, end):
        inside = found.group()[1:-1]
        if len(inside) == 1 and text[found.end() : found.end() + 1].isalpha():
            tail = re.match(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text[found.end() : end])
            assert tail is not None
            words += _words(text, start, found.start())
            words.append(
                _Word((inside + tail.group()).lower().replace("’", "'"), found.start(), found.end() + tail.end())
            )
            start = found.end() + tail.end()
            continue
        words += _words(text, start, found.start())
        if not _patterns().sic.fullmatch(found.group()):
            words.append(_Word(WILD, found.start(), found.end()))
        start = found.end()
    return words + _words(text, start, end)


# --- alignment ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a segment fits: words `first` to `last` (exclusive) of the source, how many are equal, the changes."""

    first: int
    last: int
    equal: int
    changes: tuple[Change, ...]


def _fit_segments(quotation: str, segments: Sequence[list[_Word]], text: str, source: list[_Word]) -> Match:
    """Return the match of all segments: the longest anywhere, the others in order round it."""
    longest = max(range(len(segments)), key=lambda number: (len(segments[number]), -number))
    anchor = _locate(quotation, segments[longest], text, source, 0, len(source))
    places = [anchor]
    first, last = anchor.first, anchor.last
    for segment in segments[longest + 1 :]:
        places.append(_locate(quotation, segment, text, source, last, min(len(source), last + GAP_REACH)))
        last = max(last, places[-1].last)
    for segment in reversed(segments[:longest]):
        places.append(_locate(quotation, segment, text, source, max(0, first - GAP_REACH), first))
        first = min(first, places[-1].first) if places[-1].equal else first
    return _joined(segments, places, source)


def _joined(segments: Sequence[list[_Word]], places: Sequence[_Place], source: list[_Word]) -> Match:
    total = sum(1 for segment in segments for word in segment if word.key != WILD)
    score = sum(place.equal for place in places) / total
    changes = tuple(change for place in places for change in place.changes)
    content = [word.key for segment in segments for word in segment if word.key not in STOP_WORDS]
    fit = Fit.EXACT if not changes and score == 1 else Fit.ALTERED if score >= ALIKE and content else Fit.NOT_FOUND
    if fit is Fit.ALTERED and sum(place.equal for place in places) < LEAST_WORDS - 1:
        fit = Fit.NOT_FOUND
    found = [place for place in places if place.last > place.first]
    if fit is Fit.NOT_FOUND or not found:
        return Match(Fit.NOT_FOUND, score)
    start, end = source[min(p.first for p in found)].start, source[max(p.last for p in found) - 1].end
    return Match(fit, score, start, end, changes)


def _locate(quotation: str, segment: list[_Word], text: str, source: list[_Word], low: int, high: int) -> _Place:
    """Return where a segment fits best among the words `low` to `high` of the source."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    nothing = _Place(low, low, 0, (Change(_written(quotation, segment), ""),))
    if low >= high:
        return nothing
    wanted = " ".join(word.key for word in segment if word.key != WILD)
    keys = [word.key for word in source[low:high]]
    exact = _exactly(segment, keys)
    if exact is not None:
        return _Place(low + exact, low + exact + len(segment), len(segment), ())
    here = " ".join(keys)
    if len(wanted) >= len(here):
        return _aligned(quotation, segment, text, source, low, high)
    found = partial_ratio_alignment(wanted, here)
    if found is None or found.score < 45:
        return nothing
    slack = 2 + BRACKET_REACH * any(word.key == WILD for word in segment) + len(segment) // 4
    first = low + here.count(" ", 0, found.dest_start)
    last = low + here.count(" ", 0, found.dest_end) + 1
    return _aligned(quotation, segment, text, source, max(low, first - slack), min(high, last + slack))


def _exactly(segment: list[_Word], keys: list[str]) -> int | None:
    """Return where the segment stands word for word, or None."""
    wanted = [word.key for word in segment]
    joined, here = f" {' '.join(wanted)} ", f" {' '.join(keys)} "
    at = here.find(joined)
    return None if at < 0 else here.count(" ", 0, at)


def _aligned(quotation: str, segment: list[_Word], text: str, source: list[_Word], low: int, high: int) -> _Place:
    """Return the word-by-word alignment with the words `low` to `high`, the ends that only the source has cut."""
    from rapidfuzz.distance import Indel

    keys = [word.key for word in segment]
    steps = _steps(Indel.opcodes(keys, [word.key for word in source[low:high]]))
    while steps and steps[0][0] == steps[0][1]:
        steps.pop(0)
    while steps and steps[-1][0] == steps[-1][1]:
        steps.pop()
    steps = _drawn_together(_without_loose_ends(steps), [word.key for word in source[low:high]])
    if not steps:
        return _Place(low, low, 0, (Change(_written(quotation, segment), ""),))
    equal = sum(step[1] - step[0] for step in steps if step[4])
    changes = []
    for q_first, q_last, s_first, s_last, same in steps:
        ours, theirs = segment[q_first:q_last], source[low + s_first : low + s_last]
        if not same and not _is_allowed(ours, theirs, text, source, low + s_first, low + s_last):
            changes.append(Change(_written(quotation, ours), _written(text, theirs)))
    return _Place(low + steps[0][2], low + steps[-1][3], equal, tuple(changes))


_Step = tuple[int, int, int, int, bool]


def _steps(opcodes: object) -> list[_Step]:
    """Return the opcodes with neighbouring deletions and insertions as one replacement each."""
    steps: list[_Step] = []
    for code in opcodes:  # type: ignore[attr-defined]  # rapidfuzz ships Opcodes without a typed iterator
        same = code.tag == "equal"
        if steps and not same and not steps[-1][4]:
            last = steps.pop()
            steps.append((last[0], code.src_end, last[2], code.dest_end, False))
        else:
            steps.append((code.src_start, code.src_end, code.dest_start, code.dest_end, same))
    return steps


def _drawn_together(steps: list[_Step], keys: Sequence[str]) -> list[_Step]:
    """Move the first and last equal words next to the others, where the source has them there as well.

    Of "the chief. The council told us" and "The council told us" the alignment may take the first "the".
    """
    if len(steps) > 2 and steps[0][4] and steps[1][0] == steps[1][1]:
        count, at = steps[0][1] - steps[0][0], steps[2][2]
        if list(keys[at - count : at]) == list(keys[steps[0][2] : steps[0][3]]):
            steps = [(steps[0][0], steps[0][1], at - count, at, True), *steps[2:]]
    if len(steps) > 2 and steps[-1][4] and steps[-2][0] == steps[-2][1]:
        count, at = steps[-1][1] - steps[-1][0], steps[-3][3]
        if list(keys[at : at + count]) == list(keys[steps[-1][2] : steps[-1][3]]):
            steps = [*steps[:-2], (steps[-1][0], steps[-1][1], at, at + count, True)]
    return steps


def _without_loose_ends(steps: list[_Step]) -> list[_Step]:
    """Cut a replacement at either end to as many source words as it has quoted words: the rest is beyond it."""
    if steps and not steps[0][4]:
        q_first, q_last, s_first, s_last, _ = steps[0]
        steps[0] = (q_first, q_last, max(s_first, s_last - (q_last - q_first)), s_last, False)
    if steps and not steps[-1][4]:
        q_first, q_last, s_first, s_last, _ = steps[-1]
        steps[-1] = (q_first, q_last, s_first, min(s_last, s_first + (q_last - q_first)), False)
    return steps


def _is_allowed(ours: list[_Word], theirs: list[_Word], text: str, source: list[_Word], first: int, last: int) -> bool:
    """Tell whether the difference is one that an editor allows: a bracket, or the source's own "she said"."""
    if ours and all(word.key == WILD for word in ours):
        return len(theirs) <= BRACKET_REACH
    if ours or not theirs:
        return not ours
    around = source[max(0, first - 1) : first] + source[last : last + 1]
    if "\n\n" in text[around[0].end : around[-1].start]:
        return False
    return not any(word.quoted for word in theirs) and all(word.quoted for word in around)


def _written(text: str, words: Sequence[_Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


# --- joined from two places -----------------------------------------------------------------------------


def _split(segment: list[_Word], source: list[_Word], text: str) -> Match | None:
    """Return a match where the quotation is two stretches that stand word for word far from each other."""
    keys = [word.key for word in source]
    here = f" {' '.join(keys)} "
    wanted = [word.key for word in segment]
    if WILD in wanted:
        return None
    for cut in range(len(wanted) - 3, 2, -1):
        first = here.find(f" {' '.join(wanted[:cut])} ")
        second = here.find(f" {' '.join(wanted[cut:])} ")
        if first < 0 or second < 0:
            continue
        start, other = here.count(" ", 0, first), here.count(" ", 0, second)
        last = max(start + cut, other + len(wanted) - cut) - 1
        found = Match(Fit.SPLIT, 1.0, source[min(start, other)].start, source[last].end)
        between = source[start + cut : other]
        far = other < start or "\n\n" in text[source[start + cut - 1].end : source[other].start]
        if not far and 0 < len(between) <= ASIDE and not any(word.quoted for word in between):
            return replace(found, fit=Fit.EXACT)
        return found if far or other - start - cut >= SPLIT_GAP else None
    return None
