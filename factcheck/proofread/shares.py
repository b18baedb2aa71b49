"""Shares that do not follow from the two figures beside them, and shares of one whole that exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.compare import is_share
from factcheck.models import Bound, Figure, Kind, Role
from factcheck.proofread.findings import Finding, at_figure
from factcheck.proofread.ranges import Range, exact_range, in_words, is_quantity, percentage, range_of

SLACK = Decimal("0.5")  # points: shares are cut as often as they are rounded
WHOLE = Decimal(100)


def check_shares(text: str, figures: Sequence[Figure]) -> list[Finding]:
    """Return the shares of a text that do not follow from what stands beside them."""
    usable = [figure for figure in figures if is_quantity(figure) and not figure.implied]
    return [
        *_shares_of_pairs(text, usable),
        *_shares_of_the(text, usable),
        *_shares_before_their_whole(text, usable),
        *_sides_of_a_vote(text, usable),
        *_shares_that_must_make_a_whole(text, usable),
    ]


def _shares_of_pairs(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "45 of the 90 members, or 60 per cent" and "60 per cent (45) of the 90"."""
    for place, part in enumerate(figures):
        for whole in figures[place + 1 : place + 3]:
            if part.kind is not whole.kind or part.unit != whole.unit or is_share(part):
                continue
            between = text[part.end : whole.start]
            inner = [figure for figure in figures[place + 1 :] if figure.end <= whole.start]
            if not _is_part_of(text, part, whole, inner, between):
                continue
            share = percentage(exact_range(part), exact_range(whole))
            if share is None or share.low > WHOLE:
                continue
            for stated in _stated(text, figures, part, whole):
                if not _as_percent(stated).meets(Range(share.low - SLACK, share.high + SLACK)):
                    made = in_words((share.low + share.high) / 2)
                    message = f"{part.text} of {whole.text} is {made} per cent, not {stated.text}"
                    yield at_figure("share-wrong", stated, message)


def _shares_of_the(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "of the 74 works, 12 are on loan, a third"."""
    for whole, part in pairwise(figures):
        if part.kind is not whole.kind or part.unit != whole.unit or is_share(part) or part.kind is Kind.PERCENT:
            continue
        before, between = text[max(0, whole.start - 20) : whole.start], text[whole.end : part.start]
        share = percentage(exact_range(part), exact_range(whole))
        if not _patterns().opens_whole.search(before) or "." in between or share is None or share.low > WHOLE:
            continue
        for stated in figures:
            close = is_share(stated) and stated.role is not Role.CHANGE and stated.start >= part.end
            if not close or not _patterns().closes_share.fullmatch(text[part.end : stated.start]):
                continue
            ends = _patterns().clause_end.match(text[stated.end :])
            if ends and not _as_percent(stated).meets(Range(share.low - 2, share.high + 2)):
                made = in_words((share.low + share.high) / 2)
                message = f"{part.text} of {whole.text} is {made} per cent, not {stated.text}"
                yield at_figure("share-wrong", stated, message)


def _shares_before_their_whole(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "speaks for 4,100 workers, or 61 per cent of the 5,800"."""
    for part, stated, whole in zip(figures, figures[1:], figures[2:], strict=False):
        if part.kind is not whole.kind or part.unit != whole.unit or is_share(part) or not is_share(stated):
            continue
        if not _patterns().or_share.fullmatch(text[part.end : stated.start]):
            continue
        if stated.role is Role.CHANGE or not _patterns().share_of.fullmatch(text[stated.end : whole.start]):
            continue
        share = percentage(exact_range(part), exact_range(whole))
        if share is None or share.low > WHOLE:
            continue
        if not _as_percent(stated).meets(Range(share.low - SLACK, share.high + SLACK)):
            made = in_words((share.low + share.high) / 2)
            yield at_figure("share-wrong", stated, f"{part.text} of {whole.text} is {made} per cent, not {stated.text}")


def _is_part_of(text: str, part: Figure, whole: Figure, inner: Sequence[Figure], between: str) -> bool:
    if part.value is None or whole.value is None or exact_range(part).high > exact_range(whole).high:
        return False
    if inner and not all(is_share(figure) for figure in inner):
        return False
    for figure in reversed(inner):
        at, end = figure.start - part.end, figure.end - part.end
        between = between[:at] + between[end:]
    return _patterns().part_of.fullmatch(between) is not None


def _stated(text: str, figures: Sequence[Figure], part: Figure, whole: Figure) -> Iterator[Figure]:
    """Yield the shares that are given as another way to say "part of whole"."""
    for figure in figures:
        if not is_share(figure) or figure.role is Role.CHANGE or figure in (part, whole):
            continue
        between = (
            text[part.end : figure.start] if part.end <= figure.start < whole.start else text[whole.end : figure.start]
        )
        before = text[figure.end : part.start]
        if (part.end <= figure.start and _patterns().that_is.fullmatch(between)) or (
            figure.end <= part.start and _patterns().that_is_reversed.fullmatch(before)
        ):
            yield figure


def _as_percent(figure: Figure) -> Range:
    found = range_of(figure)
    return found if figure.kind is Kind.PERCENT else found.scaled(WHOLE)


# --- shares of one whole ----------------------------------------------------------------------------------


def _sides_of_a_vote(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "by 54 per cent to 48 per cent": the two sides of a vote cannot exceed it."""
    for one, other in pairwise(figures):
        both = one.kind is Kind.PERCENT and other.kind is Kind.PERCENT and one.unit == other.unit == "%"
        if not both or not _patterns().versus.fullmatch(text[one.end : other.start]):
            continue
        made = range_of(one).plus(range_of(other))
        if (
            _patterns().vote.search(text)
            and not _patterns().movement.search(text[: one.start][-30:])
            and made.low > WHOLE
        ):
            yield _too_much(other, [one, other], made)


def _shares_that_must_make_a_whole(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check a list of shares that ends with "the remaining N per cent", or that is the shares of one vote."""
    shares = [
        figure
        for figure in figures
        if figure.kind is Kind.PERCENT and figure.unit == "%" and figure.role not in (Role.CHANGE, Role.FROM)
        and figure.bound in (Bound.EXACT, Bound.ABOUT)
    ]  # fmt: skip
    rests = [place for place, figure in enumerate(shares) if _patterns().rest.search(text[: figure.start])]
    if rests and rests[0] >= 1:
        parts = shares[: rests[0] + 1]
        made = _sum(parts)
        if not made.meets(Range(WHOLE, WHOLE)):
            yield _too_much(parts[-1], parts, made)
    elif len(shares) >= 3 and _patterns().parted.search(text) and _are_listed(text, shares):
        made = _sum(shares)
        if made.low > WHOLE:
            yield _too_much(shares[-1], shares, made)


def _are_listed(text: str, shares: Sequence[Figure]) -> bool:
    return all(_patterns().listed.fullmatch(text[one.end : other.start]) for one, other in pairwise(shares))


def _sum(figures: Sequence[Figure]) -> Range:
    made = Range(Decimal(0), Decimal(0))
    for figure in figures:  # "about 72 per cent" is as exact here as "72 per cent": its neighbours make up the rest
        made = made.plus(range_of(replace(figure, bound=Bound.EXACT)))
    return made


def _too_much(figure: Figure, parts: Sequence[Figure], made: Range) -> Finding:
    shown = " + ".join(part.text for part in parts)
    return at_figure("sum-wrong", figure, f"the shares make {in_words((made.low + made.high) / 2)} per cent ({shown})")


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        aside = r"(?:\s*\(?,?\s*(?:or|about|nearly|almost|some|just|just\s+over|just\s+under|that\s+is)?\s*[,)]*)?"
        self.part_of = re.compile(
            rf"{aside}(?:\s+[\w’'-]+){{0,3}}\s*,?{aside}\s+(?:out\s+)?of\s+(?:(?:the|its|their|a|all|his|her|those|these)\s+)?"
            r"(?:(?:total|town|city|company|club|school|council|hospital|party|country|county|village|team)\s+)?"
            r"(?:(?:[\w-]+\s+){0,2}[\w-]+[’']s?\s+)?(?:own\s+)?(?:total\s+of\s+)?",
            re.IGNORECASE,
        )
        reckon = (
            r"(?:or|which\s+is|that\s+is|meaning|representing|making\s+up|equal\s+to|equivalent\s+to|a\s+share\s+of"
            r"|—|–|\()"
        )
        hedge = r"(?:about|nearly|almost|some|roughly|just|around|only|over|under|more\s+than|less\s+than|\s)*"
        self.that_is = re.compile(rf"(?:\s+[\w’'-]+){{0,4}}\s*,?\s*{reckon}\s*{hedge}", re.IGNORECASE)
        self.that_is_reversed = re.compile(
            rf"(?:\s+of\s+[\w’' -]{{1,40}}?)?\s*,?\s*(?:{reckon}|,)\s*{hedge}", re.IGNORECASE
        )
        self.or_share = re.compile(rf"(?:\s+[\w’'-]+){{0,7}}?\s*(?:,\s*{reckon}|[—–(])\s*{hedge}", re.IGNORECASE)
        self.share_of = re.compile(
            r"\s+of\s+(?:the|its|their|his|her|all|those|these)(?:\s+(?:total|full|entire|whole)(?:\s+of)?)?\s+",
            re.IGNORECASE,
        )
        self.opens_whole = re.compile(r"(?:^|[.;]\s+)[Oo]f\s+(?:the|its|their|all)\s+(?:the\s+)?$")
        self.closes_share = re.compile(
            rf"[^.;,\d]{{1,40}},\s+(?:or\s+|which\s+is\s+|that\s+is\s+)?{hedge}", re.IGNORECASE
        )
        self.clause_end = re.compile(r"\s*(?:[.,;)]|$|of\s+(?:them|the\s+total)\b)")
        self.versus = re.compile(r"\s*(?:to|against|versus)\s+", re.IGNORECASE)
        self.vote = re.compile(
            r"\b(?:vot\w+|approv\w+|reject\w+|pass\w*|ballot|referendum|favou?r\w*|split|election|poll)\b",
            re.IGNORECASE,
        )
        self.movement = re.compile(r"\b(?:from|rose|fell|up|down|increas\w+|decreas\w+|grew)\b", re.IGNORECASE)
        self.rest = re.compile(
            r"\b(?:remaining|rest|remainder|others?)(?:\s*,|\s+of\s+the\s+\w+|\s+\(|\s+some)?\s*$", re.IGNORECASE
        )
        self.parted = re.compile(
            r"\b(?:no\s+(?:opinion|view|preference)|undecided|unsure|not\s+sure|(?:do|did|does)(?:n['’]t|\s+not)\s+know"
            r"|of\s+the\s+vote|votes?|of\s+respondents|of\s+those|share|split|divided|of\s+the\s+electorate)\b",
            re.IGNORECASE,
        )
        self.listed = re.compile(r"[^.;:]{0,60}?(?:,|\band\b|\bto\b)[^.;:]{0,60}")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
