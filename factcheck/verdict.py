"""Judgements of passages -> the verdict over all of them, with its reasons.

Each assertion of the claim gets its own verdict from the passages that bear on it; the claim's is joined
from those: any that conflicts makes it conflicting, else any that no source bears on makes it unverified,
else sources that disagree make it mixed, else it is supported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.compare import describe
from factcheck.models import (
    MET,
    Assertion,
    AssertionVerdict,
    Check,
    Comparison,
    DecidedBy,
    Evidence,
    Figure,
    Judgement,
    Kind,
    Relation,
    Stance,
    Verdict,
)
from factcheck.stance.reasons import NO_WORD
from factcheck.values import replace
from factcheck.words import stem

# The weaker side counts as "of equal weight" from this share of the stronger side's weight on.
EQUAL_WEIGHT = 0.75
# Nothing that shares the claim's words was found: near certain that the sources do not say.
NOTHING_FOUND = 0.99
_THE_SOURCE = re.compile(r"\bthe (?:source|passage)\b")


def decide(
    claim: str,
    figures: Sequence[Figure],
    assertions: Sequence[Assertion],
    evidence: Sequence[Evidence],
    claim_date: date | None = None,
) -> Check:
    """Return the claim checked: the verdict joined from its assertions, the evidence best first."""
    evidence = [item for place in range(len(assertions)) for item in _with_second_voices(evidence, place)]
    verdicts = tuple(
        _assertion_verdict(assertion, [item for item in evidence if item.assertion == place])
        for place, assertion in enumerate(assertions)
    )
    verdict = _joined([part.verdict for part in verdicts])
    return Check(
        claim=claim,
        verdict=verdict,
        confidence=_joined_confidence(verdict, verdicts),
        figures=tuple(figures),
        evidence=_ordered(evidence),
        reasons=_joined_reasons(verdict, verdicts),
        assertions=verdicts,
        claim_date=claim_date,
    )


# --- one assertion --------------------------------------------------------------------------------------


def weight(item: Evidence) -> float:
    """Return what the passage weighs: its score times its source's weight."""
    return item.judgement.score * item.passage.source.weight


def _assertion_verdict(assertion: Assertion, evidence: Sequence[Evidence]) -> AssertionVerdict:
    voices = _voices(evidence)
    supporting, conflicting = (_witnesses(voices, stance) for stance in (Stance.SUPPORTS, Stance.CONFLICTS))
    verdict = _outcome(_heaviest(supporting), _heaviest(conflicting))
    confidence = _confidence(verdict, supporting, conflicting, evidence)
    reasons = _reasons(verdict, assertion, supporting, conflicting, evidence)
    return AssertionVerdict(assertion, verdict, confidence, reasons)


def _voices(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with one voice a document: a report seldom contradicts itself.

    Where two of its passages take opposite sides, those of the side whose nearest passage is nearer to the claim speak.
    """
    nearest: dict[int, Evidence] = {}
    for item in evidence:
        document = item.passage.source.document
        if _takes_side(item) and (document not in nearest or _nearness(item) > _nearness(nearest[document])):
            nearest[document] = item
    return [
        item
        for item in evidence
        if _takes_side(item) and item.judgement.stance is nearest[item.passage.source.document].judgement.stance
    ]


def _with_second_voices(evidence: Sequence[Evidence], assertion: int) -> list[Evidence]:
    """Return the evidence on an assertion, shown too what another source says to the contrary of the one side taken.

    That both speak of one thing is then likelier than by the words alone: two reports of one event often differ.
    """
    items = [item for item in evidence if item.assertion == assertion]
    sides = {item.judgement.stance for item in items if _takes_side(item)}
    if not sides:
        return _with_two_voices(items)
    heard = {item.passage.source.document for item in items if _takes_side(item)}
    first = max((item for item in items if _takes_side(item)), key=weight)
    if len(sides) == 1:
        items = [_as_shown(item) if _contradicts(item, sides, heard) else item for item in items]
    return _with_nearest_shown(items, first, [item for item in items if _differs_in_figure(item, first)])


def _with_nearest_shown(items: Sequence[Evidence], first: Evidence, others: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with the passage nearest to the claim shown of those that contradict the first."""
    nearest = max(others, key=_nearness, default=None)
    return [_as_second(item, first) if item is nearest else item for item in items]


def _with_two_voices(items: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence with two passages shown, of two sources, that give opposed figures for one of the claim's.

    Neither is near enough to the claim alone; that both count the same thing says that they speak of one event.
    """
    supporting = [_as_second(item, item) for item in items if item.judgement.second is Stance.SUPPORTS]
    for first in sorted(supporting, key=_order):
        others = [item for item in items if _differs_in_figure(item, first)]
        others = [item for item in others if item.judgement.stance is Stance.CONFLICTS or _gives_another_hour(item)]
        if others:
            told = _with_nearest_shown(items, first, others)
            return [first if item.passage == first.passage else item for item in told]
    return list(items)


def _contradicts(item: Evidence, sides: set[Stance], heard: set[int]) -> bool:
    other = item.judgement.stance not in sides and item.passage.source.document not in heard
    return other and item.judgement.beside and not item.judgement.shown


def _as_shown(item: Evidence) -> Evidence:
    return replace(item, judgement=replace(item.judgement, shown=True))


def _differs_in_figure(item: Evidence, first: Evidence) -> bool:
    """Takes another source the other side by a figure or hour of the claim by which the first takes its own?"""
    if item.judgement.second in (None, first.judgement.stance):
        return False
    if _takes_side(item) and item.judgement.stance is not item.judgement.second:
        return False
    if item.passage.source.document == first.passage.source.document or item.repeats is not None:
        return False
    hours = dict(first.judgement.hours)
    if any(_differ(hours.get(start), relation) for start, relation in item.judgement.hours):
        return True
    mine = {each.claim_figure.start: each for each in first.judgement.comparisons}
    return any(_are_opposed(mine.get(each.claim_figure.start), each) for each in item.judgement.comparisons)


def _gives_another_hour(item: Evidence) -> bool:
    return any(relation is Relation.DIFFERENT for _, relation in item.judgement.hours)


def _differ(one: Relation | None, other: Relation) -> bool:
    """Agrees the one with the claim, and the other not?"""
    return (one in MET and other is Relation.DIFFERENT) or (one is Relation.DIFFERENT and other in MET)


def _are_opposed(one: Comparison | None, other: Comparison) -> bool:
    """Agrees one of two comparisons of a figure with the claim, and the other not, the same thing being counted?"""
    if one is None or one.source_figure is None or other.source_figure is None:
        return False
    if (one.relation in MET, other.relation in MET) not in ((True, False), (False, True)):
        return False
    if Relation.DIFFERENT not in (one.relation, other.relation):
        return False
    if other.relation in MET:
        return True  # it is the claim's own figure, of which the first source gives another
    mine, theirs = one.source_figure, other.source_figure
    return mine.kind is theirs.kind and (not mine.noun or not theirs.noun or stem(mine.noun) == stem(theirs.noun))


def _as_second(item: Evidence, first: Evidence) -> Evidence:
    """Return a passage taking the side of its figure, which weighs as much as the other source's word."""
    assert item.judgement.second is not None
    score = first.judgement.score
    told = replace(item.judgement, stance=item.judgement.second, score=score, shown=True, decided_by=DecidedBy.FIGURE)
    return replace(item, judgement=told)


def _takes_side(item: Evidence) -> bool:
    return item.judgement.shown and item.judgement.stance is not Stance.NEUTRAL


def _nearness(item: Evidence) -> tuple[int, float, float]:
    """Return how near a passage is to the claim: figures without a counterpart, then words, then the score."""
    missing = sum(comparison.relation is Relation.MISSING for comparison in item.judgement.comparisons)
    return -missing, item.judgement.coverage, item.judgement.score


def _witnesses(evidence: Sequence[Evidence], stance: Stance) -> list[Evidence]:
    """Return the passages that take the stance, heaviest first; near-duplicates count once."""
    found = [item for item in evidence if item.judgement.stance is stance and item.repeats is None]
    return sorted(found, key=_order)


def _heaviest(witnesses: Sequence[Evidence]) -> float:
    return weight(witnesses[0]) if witnesses else 0.0


def _outcome(support: float, conflict: float) -> Verdict:
    stronger, weaker = max(support, conflict), min(support, conflict)
    if stronger == 0:
        return Verdict.UNVERIFIED
    if weaker >= EQUAL_WEIGHT * stronger:
        return Verdict.MIXED
    return Verdict.SUPPORTED if support > conflict else Verdict.CONFLICTING


def _confidence(
    verdict: Verdict, supporting: Sequence[Evidence], conflicting: Sequence[Evidence], evidence: Sequence[Evidence]
) -> float:
    if verdict is Verdict.UNVERIFIED:
        return _unverified_confidence(evidence)
    sides = {
        Verdict.SUPPORTED: [supporting],
        Verdict.CONFLICTING: [conflicting],
        Verdict.MIXED: [supporting, conflicting],
    }[verdict]
    return min(max(item.judgement.score for item in side) for side in sides)


def _unverified_confidence(evidence: Sequence[Evidence]) -> float:
    """Return how likely it is that no passage bears on the assertion: as likely as for the nearest one."""
    return min((_neutral_probability(item) for item in evidence), default=NOTHING_FOUND)


def _neutral_probability(item: Evidence) -> float:
    score = item.judgement.score
    return score if item.judgement.stance is Stance.NEUTRAL else 1 - score


def _reasons(
    verdict: Verdict,
    assertion: Assertion,
    supporting: Sequence[Evidence],
    conflicting: Sequence[Evidence],
    evidence: Sequence[Evidence],
) -> tuple[str, ...]:
    if verdict is Verdict.UNVERIFIED:
        return (_unverified_reason(assertion, evidence),)
    if verdict is Verdict.MIXED:
        return ("the sources disagree", *_first_reason(supporting), *_first_reason(conflicting))
    return _first_reason(supporting if verdict is Verdict.SUPPORTED else conflicting)


def _first_reason(witnesses: Sequence[Evidence]) -> tuple[str, ...]:
    return witnesses[0].judgement.reasons[:1]


def _unverified_reason(assertion: Assertion, evidence: Sequence[Evidence]) -> str:
    if not evidence:
        return f"nothing in the sources is about “{assertion.text}”"
    nearest = min(evidence, key=lambda item: (-item.judgement.coverage, _neutral_probability(item), *_order(item)))
    return f"the sources do not say: {_of_nearest(nearest.judgement)}"


def _of_nearest(judgement: Judgement) -> str:
    """Return why a passage does not settle the claim, and which of the claim's figures it has all the same."""
    reasons = judgement.reasons or ("the passage is about something else",)
    reason = next((each for each in reasons if not _compares(each)), "")
    met = next((each for each in judgement.comparisons if each.relation in MET and _counts(each)), None)
    compared = met or next((each for each in judgement.comparisons if each.note == reasons[0]), None)
    if not reason:  # read alone, "the source says £5bn" would be a contradiction
        return f"the nearest passage has {_had(compared, reasons[0])}, but not clearly of the same thing"
    if reason.startswith(NO_WORD) and met is not None:
        return f"the nearest passage has {_had(met)}, but {reason.removeprefix('the passage has ')}"
    return _of_several(reason)


def _of_several(reason: str) -> str:
    """Return a passage's reason as one told of several sources: only the nearest "does not name Tarn"."""
    for found in _THE_SOURCE.finditer(reason):
        if reason.count("“", 0, found.start()) == reason.count("”", 0, found.start()):  # none of the words quoted
            return f"{reason[: found.start()]}the nearest passage{reason[found.end() :]}"
    return reason


def _counts(comparison: Comparison) -> bool:
    """Is a figure other than a date? That a year is in a passage says little."""
    return comparison.claim_figure.kind is not Kind.DATE


def _had(comparison: Comparison | None, note: str = "") -> str:
    """Return what a passage has of a figure: the figure, or how it was worked out of the passage's."""
    if comparison is not None and comparison.source_figure is not None and not comparison.source_figure.implied:
        return describe(comparison.source_figure)
    told = comparison.note if comparison is not None else note
    return told.removeprefix("the source says ").removeprefix("the source gives ")


def _compares(reason: str) -> bool:
    """Is a reason the note of a comparison that tells what the source has?"""
    return reason.startswith(("the source says", "the source gives")) and not any(
        f"gives no {what}" in reason for what in ("figure", "time")
    )


# --- the claim ------------------------------------------------------------------------------------------


def _joined(verdicts: Sequence[Verdict]) -> Verdict:
    for verdict in (Verdict.CONFLICTING, Verdict.UNVERIFIED, Verdict.MIXED):
        if verdict in verdicts:
            return verdict
    return Verdict.SUPPORTED if verdicts else Verdict.UNVERIFIED


def _joined_confidence(verdict: Verdict, parts: Sequence[AssertionVerdict]) -> float:
    """Return the surest part's confidence that makes the verdict; all parts must hold for `supported`."""
    deciding = [part.confidence for part in parts if part.verdict is verdict]
    if not deciding:
        return NOTHING_FOUND
    return min(deciding) if verdict is Verdict.SUPPORTED else max(deciding)


def _joined_reasons(verdict: Verdict, parts: Sequence[AssertionVerdict]) -> tuple[str, ...]:
    """Return the reasons of the parts that made the verdict, each part named where there are several."""
    deciding = [part for part in parts if part.verdict is verdict]
    if len(parts) < 2:
        return tuple(reason for part in deciding for reason in part.reasons)
    return tuple(f"“{part.assertion.text}”: {reason}" for part in deciding for reason in part.reasons)


def _order(item: Evidence) -> tuple[float, float, int, int]:
    source = item.passage.source
    return (-weight(item), -item.passage.rank, source.document, source.start)


def _ordered(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence best first; a passage that is neutral to every assertion stands once."""
    telling = [item for item in evidence if item.judgement.stance is not Stance.NEUTRAL]
    told = {item.passage.sentence for item in telling}
    rest: dict[int, Evidence] = {}
    for item in sorted(evidence, key=lambda item: (-item.passage.rank, *_order(item))):
        if item.passage.sentence not in told:
            rest.setdefault(item.passage.sentence, item)
    telling.sort(key=lambda item: (not item.judgement.shown, *_order(item), item.assertion))
    return (*telling, *rest.values())
