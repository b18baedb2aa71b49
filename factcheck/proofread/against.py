"""A checked sentence -> what is wrong with it: which code a conflict has, and what an unverified one lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from factcheck.compare import describe
from factcheck.models import (
    Assertion,
    AssertionVerdict,
    Check,
    Comparison,
    DecidedBy,
    Evidence,
    Figure,
    Kind,
    Relation,
    Stance,
    Verdict,
)
from factcheck.proofread.hits import Hit
from factcheck.proofread.names import Name, find_names, near_names, without_possessive
from factcheck.proofread.sources import Sources
from factcheck.words import content_words

SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
SCALE_SLACK = Decimal("0.02")
ABOUT_THE_SAME = 0.5
"""The share of a sentence's content words that a passage must have to be about the same thing."""
LOOKED_AT = 8
"""How many passages, best first, are looked at for names and slips that the verdict does not tell."""


def hits_of(claim: str, check: Check, names: Sequence[Name], sources: Sources) -> list[Hit]:
    """Return what is wrong with a claim that was checked; spans slice the claim."""
    conflicts = [hit for part in check.assertions for hit in _of_assertion(claim, part, check)]
    slips = list(_slips(claim, check, [hit for hit in conflicts if hit.code != "unsupported"]))
    if slips:
        taken = [(slip.start, slip.end) for slip in slips]
        conflicts = [hit for hit in conflicts if not (hit.code == "unsupported" or (hit.start, hit.end) in taken)]
    misspelled = list(_misspelled(names, check, sources))
    if misspelled:
        conflicts = [hit for hit in conflicts if hit.code not in ("unsupported", "name-conflict")]
    superlatives = list(_superlatives(claim, check)) if check.verdict is Verdict.SUPPORTED else []
    return [*conflicts, *slips, *misspelled, *superlatives]


# --- verdicts ---------------------------------------------------------------------------------------------


def _of_assertion(claim: str, part: AssertionVerdict, check: Check) -> Iterator[Hit]:
    place = check.assertions.index(part)
    evidence = [item for item in check.evidence if item.assertion == place]
    assertion = part.assertion
    if part.verdict is Verdict.CONFLICTING:
        item = _first(evidence, Stance.CONFLICTS)
        if item is not None:
            yield from _conflict(claim, assertion, item)
    elif part.verdict is Verdict.MIXED:
        item = _first(evidence, Stance.CONFLICTS)
        if item is not None:
            start, end = _conflict_span(claim, assertion, item)
            reason = item.judgement.reasons[0] if item.judgement.reasons else "one source says otherwise"
            yield Hit(
                "sources-disagree",
                start,
                end,
                f"the sources disagree: {reason}",
                part.verdict,
                item.passage,
                item.judgement.comparisons,
            )
    elif part.verdict is Verdict.UNVERIFIED:
        reason = part.reasons[0] if part.reasons else "no source bears on this"
        nearest = check.evidence[0].passage if check.evidence else None
        start, end = _span_of(claim, assertion)
        yield Hit("unsupported", start, end, reason, part.verdict, nearest)


def _first(evidence: Sequence[Evidence], stance: Stance) -> Evidence | None:
    return next((item for item in evidence if item.judgement.stance is stance and item.judgement.shown), None)


def _conflict(claim: str, assertion: Assertion, item: Evidence) -> Iterator[Hit]:
    """Yield a hit for each figure that differs, or one for the words."""
    judgement = item.judgement
    different = [found for found in judgement.comparisons if found.relation is Relation.DIFFERENT]
    if judgement.decided_by is DecidedBy.FIGURE and different:
        for comparison in different:
            code = _figure_code(comparison)
            start, end = _figure_span(claim, assertion, comparison.claim_figure)
            yield Hit(code, start, end, _message(comparison), Verdict.CONFLICTING, item.passage, (comparison,))
        return
    start, end = _conflict_span(claim, assertion, item)
    reason = judgement.reasons[0] if judgement.reasons else "the source says otherwise"
    code = "name-conflict" if judgement.decided_by is DecidedBy.ROLE else "claim-conflict"
    yield Hit(code, start, end, reason, Verdict.CONFLICTING, item.passage, judgement.comparisons)


def _message(comparison: Comparison) -> str:
    source = comparison.source_figure
    assert source is not None
    return f"{comparison.claim_figure.text}: the source says {describe(source)}"


def _figure_code(comparison: Comparison) -> str:
    claim, source = comparison.claim_figure, comparison.source_figure
    assert source is not None
    if claim.kind is Kind.DATE or source.kind is Kind.DATE:
        return "figure-conflict"
    return "scale-slip" if is_scale_slip(claim, source) else "figure-conflict"


def is_scale_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether two figures have the same digits and scales a thousand, million or billion apart."""
    one, other = claim.value, source.value
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one or not other:
        return False
    ratio = max(one, other) / min(one, other) if one * other > 0 else Decimal(0)
    return any(abs(ratio / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _conflict_span(claim: str, assertion: Assertion, item: Evidence) -> tuple[int, int]:
    different = [found for found in item.judgement.comparisons if found.relation is Relation.DIFFERENT]
    if different:
        return _figure_span(claim, assertion, different[0].claim_figure)
    return _span_of(claim, assertion)


def _span_of(claim: str, assertion: Assertion) -> tuple[int, int]:
    return assertion.start, assertion.end


def _figure_span(claim: str, assertion: Assertion, figure: Figure) -> tuple[int, int]:
    """Return where a figure of an assertion stands in the claim; the whole assertion where it was reworded."""
    start, end = assertion.start + figure.start, assertion.start + figure.end
    if claim[start:end] == figure.text:
        return start, end
    at = claim.find(figure.text, assertion.start, assertion.end)
    return (at, at + len(figure.text)) if at >= 0 else _span_of(claim, assertion)


# --- slips that the verdict does not tell ------------------------------------------------------------------


def _slips(claim: str, check: Check, conflicts: Sequence[Hit]) -> Iterator[Hit]:
    """Yield scale slips and per cent for points, found beside passages about the same thing."""
    from factcheck.figures import extract_figures

    taken = {(hit.start, hit.end) for hit in conflicts if hit.code == "scale-slip"}
    matched = {
        (found.claim_figure.start, found.claim_figure.text)
        for item in check.evidence
        for found in item.judgement.comparisons
        if found.relation in (Relation.EQUAL, Relation.WITHIN) and item.judgement.stance is not Stance.CONFLICTS
    }
    words = _content(claim)
    for item in check.evidence[:LOOKED_AT]:
        passage = item.passage
        about = words & _content(f"{passage.context}\n{passage.text}")
        if len(about) < ABOUT_THE_SAME * len(words):
            continue
        others = extract_figures(passage.text, passage.source.published)
        for figure in check.figures:
            span = (figure.start, figure.end)
            if span in taken or any(text == figure.text for _, text in matched):
                continue
            other = next((other for other in others if _slip_code(figure, other)), None)
            if other is not None and not any(_equals(figure, another) for another in others):
                taken.add(span)
                comparison = Comparison(figure, other, Relation.DIFFERENT, note=f"the source says {describe(other)}")
                message = f"{figure.text}: the source says {describe(other)}"
                yield Hit(_slip_code(figure, other), *span, message, Verdict.CONFLICTING, passage, (comparison,))


def _content(text: str) -> set[str]:
    return {token.stem for token in content_words(text) if not token.numeric}


def _equals(figure: Figure, other: Figure) -> bool:
    return figure.kind is other.kind and figure.value == other.value and figure.unit == other.unit


def _slip_code(figure: Figure, other: Figure) -> str:
    """Return the slip that turns one figure into the other, "" for none."""
    if figure.value_high is not None or other.value_high is not None or figure.kind is Kind.DATE:
        return ""
    if figure.value == other.value and {figure.unit, other.unit} == {"%", "pp"}:
        return "percent-points"
    alike = figure.kind is other.kind and figure.unit == other.unit
    if alike and figure.kind in (Kind.MONEY, Kind.NUMBER, Kind.MEASURE) and is_scale_slip(figure, other):
        return "scale-slip"
    return ""


# --- names ------------------------------------------------------------------------------------------------


def _misspelled(names: Sequence[Name], check: Check, sources: Sources) -> Iterator[Hit]:
    """Yield the names that no source has, where a passage about the same thing has one a letter or two away."""
    for name in names:
        for word in name.words:
            word = without_possessive(word)
            if len(word) < 4 or sources.has_word(word):
                continue
            found = _near_in_evidence(word, check)
            if found is not None:
                other, item = found
                message = f"“{word}”: the source spells it {other}"
                yield Hit("name-spelling", name.start, name.end, message, passage=item.passage)
                break


def _near_in_evidence(word: str, check: Check) -> tuple[str, Evidence] | None:
    for item in check.evidence[:LOOKED_AT]:
        text = f"{item.passage.text}\n{item.passage.context}"
        known = [without_possessive(other) for name in find_names(text) for other in name.words]
        near = near_names(word, known)
        if near:
            return near[0], item
    return None


def unknown_names(names: Sequence[Name], sources: Sources) -> Iterator[Hit]:
    """Yield the names whose last word no source has."""
    for name in names:
        if len(name.last) > 2 and not sources.has_word(name.last):
            yield Hit("name-unknown", name.start, name.end, f"no source names “{' '.join(name.words)}”")


# --- superlatives -----------------------------------------------------------------------------------------


def _superlatives(claim: str, check: Check) -> Iterator[Hit]:
    """Yield the superlatives of a supported claim that none of its passages has."""
    texts = [f"{item.passage.context}\n{item.passage.text}" for item in check.evidence[:LOOKED_AT]]
    for found in _patterns().superlative.finditer(claim):
        word = found.group().lower()
        if word in _NOT_SUPERLATIVE:
            continue
        if not any(_bears_out(word, text) for text in texts):
            passage = check.evidence[0].passage if check.evidence else None
            yield Hit(
                "unsupported-superlative",
                *found.span(),
                f"no source found says “{found.group()}” of this",
                passage=passage,
            )


def _bears_out(word: str, text: str) -> bool:
    low = text.lower()
    return any(alike in low for alike in _ALIKE.get(word, (word,)))


_ALIKE: dict[str, tuple[str, ...]] = {
    "first": ("first", "never before", "debut", "inaugural", "1st", "new"),
    "record": ("record", "highest", "largest", "lowest", "most", "never before", "ever"),
    "largest": ("largest", "biggest", "record", "greatest", "most"),
    "biggest": ("largest", "biggest", "record", "greatest", "most"),
    "highest": ("highest", "record", "most", "peak", "tallest"),
    "lowest": ("lowest", "record", "least", "fewest"),
    "only": ("only", "sole", "no other", "alone", "single"),
    "worst": ("worst", "deadliest", "lowest", "heaviest", "most"),
    "best": ("best", "highest", "record", "most"),
    "oldest": ("oldest", "first", "earliest"),
    "youngest": ("youngest",),
}
_NOT_SUPERLATIVE = frozenset(
    {"interest", "forest", "request", "protest", "west", "test", "rest", "guest", "invest", "arrest"}
)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.superlative = re.compile(
            r"\b(?:record(?!\s+(?:shop|label|store|company|player))(?=\s+[a-z£$€\d])|(?:largest|biggest|highest|lowest|tallest|longest|oldest|youngest|fastest|worst|best"
            r"|deadliest|busiest|richest|poorest|smallest|greatest|heaviest|hottest|coldest|wettest|driest)(?!\s+(?:known\s+for|man\b)))\b"
            r"|(?<=the\s)first(?=\s+(?:ever|time|woman|man|female|black|person|country|city|of\s+its\s+kind|company|team)\b)",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
