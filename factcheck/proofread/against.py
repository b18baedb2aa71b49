"""A checked sentence -> what is wrong with it: figures, words and names that the nearest passages gainsay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.compare import describe
from factcheck.models import Check, Comparison, Figure, Kind, Relation, Role, Verdict
from factcheck.proofread.beside import MET, ON_TOPIC, Beside, lay_beside, measures_the_same
from factcheck.proofread.hits import Hit
from factcheck.proofread.names import Name, find_names, near_names, without_possessive
from factcheck.proofread.sources import Sources
from factcheck.stance.binding import Bond

# Shares of a sentence's words, weighed by rarity, that a passage must have; see `beside`.
BEARS_OUT = 0.4
"""Passage and context: from here on a figure of the passage bears one of the sentence out."""
SAME_STATEMENT = 0.6
"""The passage itself: from here on a negation or an opposite in it contradicts."""
SAME_BUT_FOR_A_NAME = 0.8
"""The passage itself, the name left out: from here on another name in it contradicts."""
NEGATED, OPPOSITE = 0.5, 0.1
"""The share of the words that must stand under a negation in one of the two only, or as opposites."""
LEAST_WORDS = 2
"""Sentences with fewer words of their own ("It was late") are about anything."""

SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
SCALE_SLACK = Decimal("0.02")


def hits_of(
    claim: str,
    check: Check,
    names: Sequence[Name],
    sources: Sources,
    claim_date: date | None = None,
    nearby: Sequence[Figure] = (),
) -> list[Hit]:
    """Return what is wrong with a sentence that was checked; spans slice the sentence as it was checked.

    `nearby` are the figures of the sentence before, from which one of this sentence may be worked out.
    """
    sides = lay_beside(claim, check, claim_date)
    spelled = list(_misspelled(names, sides, sources))
    figures = list(_figures(claim, sides, nearby))
    words = [] if spelled or figures else list(_words(claim, sides))
    others = [] if spelled or words else list(_names(sides, names))
    found = [*spelled, *figures, *words, *others]
    if found:
        return found
    if not _is_borne_out(sides):
        return [_unsupported(claim, check, sides)]
    return list(_superlatives(claim, sides))


# --- figures ----------------------------------------------------------------------------------------------


def _figures(claim: str, sides: Sequence[Beside], nearby: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the figures that the nearest passage about the same thing gives otherwise, and no passage bears out."""
    if not sides:
        return
    figures = sides[0].pair.claim.figures
    for number, figure in enumerate(figures):
        if figure.implied or figure.value is None or figure.text.lower() == "one":
            continue
        found = _contradiction(number, sides)
        if found is None:
            continue
        side, bond, code = found
        bearing = [other for other in sides if other.cover >= BEARS_OUT and other.has_figure(figure, figures)]
        if any(other.nearness >= side.nearness - 0.35 for other in bearing):
            if code == "figure-conflict" and _disagree(bearing, side):
                yield _figure_hit("sources-disagree", figure, side, bond, Verdict.MIXED)
            continue
        if code == "figure-conflict" and _is_worked_out(figure, [*side.pair.passage.figures, *nearby]):
            continue
        yield _figure_hit(code, figure, side, bond, Verdict.CONFLICTING)


def _figure_hit(code: str, figure: Figure, side: Beside, bond: Bond, verdict: Verdict) -> Hit:
    source = bond.comparison.source_figure
    assert source is not None
    message = f"{figure.text}: the source says {describe(source)}"
    if verdict is Verdict.MIXED:
        message = f"{figure.text}: another source says {describe(source)}"
    comparison = bond.comparison
    if comparison.relation is not Relation.DIFFERENT:
        comparison = Comparison(figure, source, Relation.DIFFERENT, note=comparison.note)
    return Hit(code, figure.start, figure.end, message, verdict, side.passage, (comparison,))


def _contradiction(number: int, sides: Sequence[Beside]) -> tuple[Beside, Bond, str] | None:
    """Return the nearest passage that gives the figure otherwise, the bond, and the code of what that is."""
    for side in sides:
        bond = side.pair.bonds[number]
        code = _code(bond, side)
        if code:
            return side, bond, code
    return None


def _code(bond: Bond, side: Beside) -> str:
    """Return what a bond says: a slip of unit or scale, a conflict, or nothing."""
    claim, source = bond.comparison.claim_figure, bond.comparison.source_figure
    if source is None or len(side.pair.alignment.links) < LEAST_WORDS:
        return ""
    if claim.value == source.value and {claim.unit, source.unit} == {"%", "pp"} and side.cover >= ON_TOPIC:
        return "percent-points"
    if bond.relation is not Relation.DIFFERENT:
        return ""
    if claim.kind is source.kind and is_scale_slip(claim, source) and side.cover >= BEARS_OUT:
        return "scale-slip"
    if _is_points_of(claim, side):
        return "percent-points"
    return "figure-conflict" if measures_the_same(bond, side.cover) else ""


def is_scale_slip(claim: Figure, source: Figure) -> bool:
    """Tell whether two figures have the same digits and scales a thousand, million or billion apart."""
    one, other = claim.value, source.value
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one or not other:
        return False
    if claim.unit != source.unit or claim.kind in (Kind.DATE, Kind.AGE, Kind.ORDINAL, Kind.PERCENT):
        return False
    ratio = max(one, other) / min(one, other) if one * other > 0 else Decimal(0)
    return any(abs(ratio / scale - 1) <= SCALE_SLACK for scale in SCALES)


def _is_points_of(claim: Figure, side: Beside) -> bool:
    """Tell whether a change in per cent is the difference, in points, of two shares of the passage."""
    if claim.unit != "%" or claim.role is not Role.CHANGE or side.cover < ON_TOPIC:
        return False
    shares = [f.value for f in side.pair.passage.figures if f.unit == "%" and isinstance(f.value, Decimal)]
    return any(
        abs(abs(one - other) - abs(claim.value)) < Decimal("0.05")
        for one in shares
        for other in shares
        if isinstance(claim.value, Decimal) and one != other
    )


def _disagree(bearing: Sequence[Beside], side: Beside) -> bool:
    """Tell whether another document than the one that gainsays a figure bears it out, as near to the sentence."""
    other = [item for item in bearing if item.passage.source.document != side.passage.source.document]
    return (
        bool(other)
        and not any(item.passage.source.document == side.passage.source.document for item in bearing)
        and all(item.nearness < side.nearness + 0.25 and item.cover >= ON_TOPIC for item in other[:1])
    )


def _is_worked_out(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether the figure is the sum or the difference of two others."""
    values = [
        o.value for o in others if o.kind is figure.kind and o.unit == figure.unit and isinstance(o.value, Decimal)
    ]
    if not isinstance(figure.value, Decimal):
        return False
    pairs = [(one, other) for place, one in enumerate(values) for other in values[place + 1 :]]
    return any(figure.value in (one + other, abs(one - other)) for one, other in pairs)


# --- words ------------------------------------------------------------------------------------------------


def _words(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield a hit where the nearest passage says the same with a negation or an opposite."""
    if not sides:
        return
    nearest = sides[0]
    if nearest.here < SAME_STATEMENT or nearest.supports or not _is_turned_round(nearest):
        return
    if any(side.supports and side.here >= nearest.here - 0.15 for side in sides):
        return
    reasons = nearest.evidence.judgement.reasons
    message = reasons[0] if nearest.conflicts and reasons else f"the source says: “{_shortened(nearest.passage.text)}”"
    start, end = _turned_words(claim, nearest)
    yield Hit(
        "claim-conflict",
        start,
        end,
        message,
        Verdict.CONFLICTING,
        nearest.passage,
        nearest.evidence.judgement.comparisons,
    )


def _is_turned_round(side: Beside) -> bool:
    features = side.features
    if features["opposite"] and features["opposite_weight"] >= OPPOSITE:
        return True
    return features["negated_apart"] >= NEGATED and bool(features["negated_odd"])


def _turned_words(claim: str, side: Beside) -> tuple[int, int]:
    """Return the sentence's span, or that of the word that stands for its opposite."""
    from factcheck.stance.lexicon import Kin

    for link in side.pair.alignment.links:
        if link.kin is Kin.OPPOSITE:
            word = side.pair.claim.words[link.claim]
            return word.start, word.end
    return 0, len(claim)


def _shortened(text: str) -> str:
    return text if len(text) <= 140 else text[:139].rsplit(" ", 1)[0] + " …"


# --- names ------------------------------------------------------------------------------------------------


def _names(sides: Sequence[Beside], names: Sequence[Name]) -> Iterator[Hit]:
    """Yield the name in whose place the nearest passage has another, everything else being the same."""
    for name in names:
        nearest = next((side for side in sides if side.here >= BEARS_OUT), None)
        if nearest is None:
            return
        words = _places(name, nearest)
        if (
            not words
            or nearest.rest_covered(words) < SAME_BUT_FOR_A_NAME
            or len(nearest.pair.alignment.links) < len(words) + 2
        ):
            continue
        if any(_has_name(side, name) and side.here >= SAME_STATEMENT for side in sides) or not nearest.free_names:
            continue
        if _is_in(name, nearest.passage.text) or (_is_in(name, nearest.passage.context) and _has_pronoun(nearest)):
            continue
        others = ", ".join(nearest.free_names[:2])
        message = f"the source does not have “{' '.join(name.words)}” here, but {others}"
        yield Hit("name-conflict", name.start, name.end, message, Verdict.CONFLICTING, nearest.passage)


def _places(name: Name, side: Beside) -> range:
    """Return the places of the name's words among the words of the sentence."""
    words = side.pair.claim.words
    inside = [place for place, word in enumerate(words) if name.start <= word.start and word.end <= name.end + 2]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _is_in(name: Name, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.last)}", text, re.IGNORECASE) is not None


def _has_name(side: Beside, name: Name) -> bool:
    return _is_in(name, side.passage.text)


def _has_pronoun(side: Beside) -> bool:
    return any(word.pronoun for word in side.pair.passage.words)


def _misspelled(names: Sequence[Name], sides: Sequence[Beside], sources: Sources) -> Iterator[Hit]:
    """Yield the names that no source has, where a passage about the same thing has one a letter or two away."""
    for name in names:
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


def unknown_names(names: Sequence[Name], sources: Sources) -> Iterator[Hit]:
    """Yield the names whose last word no source has."""
    for name in names:
        if len(name.last) > 2 and not sources.has_word(name.last):
            yield Hit("name-unknown", name.start, name.end, f"no source names “{' '.join(name.words)}”")


# --- neither borne out nor gainsaid -------------------------------------------------------------------------


def _is_borne_out(sides: Sequence[Beside]) -> bool:
    """Tell whether the judge has a passage that supports, or one that has all of the sentence, figures included."""
    if any(side.supports and side.cover >= BEARS_OUT for side in sides):
        return True
    for side in sides:
        figures = [bond for bond in side.pair.bonds if not bond.comparison.claim_figure.implied]
        if side.here >= SAME_BUT_FOR_A_NAME and all(bond.relation in MET for bond in figures):
            return True
    return False


def _unsupported(claim: str, check: Check, sides: Sequence[Beside]) -> Hit:
    reason = check.reasons[0] if check.verdict is Verdict.UNVERIFIED and check.reasons else "no source bears on this"
    return Hit("unsupported", 0, len(claim), reason, Verdict.UNVERIFIED, sides[0].passage if sides else None)


# --- superlatives -----------------------------------------------------------------------------------------


def _superlatives(claim: str, sides: Sequence[Beside]) -> Iterator[Hit]:
    """Yield the superlatives of a sentence that is borne out, where no passage near it has them."""
    texts = [f"{side.passage.context}\n{side.passage.text}" for side in sides]
    for found in _patterns().superlative.finditer(claim):
        if not any(_bears_out(found.group().lower(), text) for text in texts):
            message = f"no source found says “{found.group()}” of this"
            yield Hit("unsupported-superlative", *found.span(), message, passage=sides[0].passage if sides else None)


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
    "worst": ("worst", "deadliest", "lowest", "heaviest", "most"),
    "best": ("best", "highest", "record", "most"),
    "oldest": ("oldest", "first", "earliest"),
}


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.superlative = re.compile(
            r"\b(?:record(?!\s+(?:shop|label|store|company|player))(?=\s+[a-z£$€\d])|largest|biggest|highest|lowest"
            r"|tallest|longest|oldest|youngest|fastest|worst|best(?!\s+known|\s+man)|deadliest|busiest|richest|poorest"
            r"|smallest|greatest|heaviest|hottest|coldest|wettest|driest)\b|(?<=\bmost\s)(?:expensive|costly|deadly)\b"
            r"|(?<=the\s)first(?=\s+(?:ever|time|woman|man|female|black|person|country|city|company|team)\b)",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
