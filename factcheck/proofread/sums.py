"""Parts that do not make their total, and margins that are not the difference of the two sides.

A total and its parts are taken for such only where the words say so: "a total of", "in all", a list behind
a colon, "of the 60 … the remaining 12". Everything else with several figures is silence.
"""

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
from factcheck.proofread.ranges import Range, exact_range, in_words, is_quantity, is_sum, total

HALF = Decimal("0.5")
NEARLY_LOW, NEARLY_HIGH = Decimal("0.7"), Decimal("1.4")
"""Between these multiples of it a sum is near a total that is miscopied."""


def check_sums(text: str, figures: Sequence[Figure]) -> list[Finding]:
    """Return the totals and margins of a text that do not follow from their parts."""
    usable = [figure for figure in figures if _is_countable(figure)]
    found: dict[int, Finding] = {}
    for way in (_totals, _lists, _bracketed, _with_others, _of_a_whole, _margins, _products):
        for finding in way(text, usable):
            found.setdefault(finding.start, finding)
    return list(found.values())


def check_total_of(text: str, figures: Sequence[Figure], before: Sequence[Sequence[Figure]]) -> list[Finding]:
    """Return what is wrong with "Together that makes £14m" after sentences with the parts, given by their figures."""
    totals = [figure for figure in figures if _is_countable(figure)]
    if len(totals) != 1 or not _patterns().together.match(text):
        return []
    (whole,) = totals
    parts = [f for sentence in before for f in sentence if _is_countable(f) and _is_part(f, whole) and f.unit != "%"]
    runs = [parts[first:] for first in range(len(parts) - 1)]
    if not runs or any(_some_stretch_fits(whole, run) for run in runs[:1]):
        return []
    near = [run for run in runs if _is_near(whole, run, NEARLY_LOW, NEARLY_HIGH)]
    return [_finding(whole, near[0], total(near[0]))] if near else []


def _is_countable(figure: Figure) -> bool:
    plain = is_quantity(figure) and not figure.implied and figure.value_high is None
    return plain and figure.text.lower() not in ("once", "twice", "thrice")


def _finding(whole: Figure, parts: Sequence[Figure], sum_range: Range, at: Figure | None = None) -> Finding:
    middle = (sum_range.low + sum_range.high) / 2
    shown = " + ".join(part.text for part in parts)
    return at_figure("sum-wrong", at or whole, f"the parts make {in_words(middle, whole)} ({shown}), not {whole.text}")


def _alike(figure: Figure, other: Figure) -> bool:
    return figure.kind is other.kind and figure.unit == other.unit and figure.per == other.per


def _is_part(figure: Figure, whole: Figure) -> bool:
    return _alike(figure, whole) and figure.role not in (Role.FROM, Role.CHANGE) and figure.kind is not Kind.ORDINAL


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    return is_sum(whole, parts)


def _is_near(whole: Figure, parts: Sequence[Figure], least: Decimal, most: Decimal) -> bool:
    """Tell whether the parts make about the whole, as they do where one of them is miscopied."""
    made, wanted = total(parts), exact_range(whole)
    return wanted.low > 0 and least * wanted.low <= made.high and made.low <= most * wanted.high


# --- "a total of", "in all" -----------------------------------------------------------------------------


def _totals(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check a figure that is called a total against the coordinated figures before or after it."""
    for whole in figures:
        if not _is_total(text, whole) or whole.bound in (Bound.MORE, Bound.AT_LEAST):
            continue
        runs = [run for run in _runs(text, figures, whole) if len(run) >= 2]
        if not runs or any(_some_stretch_fits(whole, run) or _fits_with_one_more(text, whole, run) for run in runs):
            continue
        if _patterns().elsewhere.match(text[whole.end :]):
            continue
        if not _counts_the_parts(whole, runs[0]) or not _is_near(whole, runs[0], Decimal("0.2"), Decimal(5)):
            continue
        yield _finding(whole, runs[0], total(runs[0]))


def _fits_with_one_more(text: str, whole: Figure, run: Sequence[Figure]) -> bool:
    """Tell whether "and a child" behind the last part makes up the total."""
    one = _patterns().and_a.search(text[run[-1].end : whole.start])
    made = total(run)
    return one is not None and Range(made.low + 1, made.high + 1).meets(exact_range(whole))


def _counts_the_parts(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the total's noun does not belong to something else ("1,617 cases, …, a total of 113 deaths")."""
    nouns = {(part.noun or "").lower() for part in parts} - {""}
    if len(nouns) < len(parts) or not whole.noun:
        return True
    return whole.noun.lower() in nouns or _is_near(whole, parts, Decimal("0.8"), Decimal("1.25"))


def _is_total(text: str, figure: Figure) -> bool:
    patterns = _patterns()
    before, after = text[max(0, figure.start - 60) : figure.start], text[figure.end : figure.end + 60]
    return bool(patterns.total_before.search(before) or patterns.total_after.match(after))


def _runs(text: str, figures: Sequence[Figure], whole: Figure) -> Iterator[list[Figure]]:
    """Yield the runs of coordinated parts: the one that ends before the whole, the one that follows it."""
    parts = [figure for figure in figures if figure is not whole and _is_part(figure, whole)]
    before = [figure for figure in parts if figure.end <= whole.start]
    after = [figure for figure in parts if figure.start >= whole.end]
    run = _coordinated(text, before[::-1])[::-1]
    if len(run) == len([figure for figure in before if figure.start >= _sentence_start(text, whole.start)]):
        yield run
    between = text[whole.end : after[0].start] if after else ""
    run = _coordinated(text, after)
    if (
        _patterns().opens_list.search(between)
        or _patterns().total_after.match(between)
        or _names_all(between, run)
        or _is_respective(text, run)
    ):
        yield run


def _is_respective(text: str, parts: Sequence[Figure]) -> bool:
    """Tell whether the parts end with "respectively"."""
    return bool(parts) and re.match(r"(?:\s+\w+)?,?\s+respectively\b", text[parts[-1].end :]) is not None


def _names_all(between: str, parts: Sequence[Figure]) -> bool:
    """Tell whether the words behind a total name what every part counts: "709 homes and businesses, 612 homes …"."""
    nouns = [(part.noun or "").lower() for part in parts]
    return len(set(nouns) - {""}) == len(parts) >= 2 and all(noun in between.lower() for noun in nouns)


def _coordinated(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the first figures that only commas, "and" and a few words part."""
    run = list(figures[:1])
    for one, other in pairwise(figures):
        first, second = sorted((one, other), key=lambda figure: figure.start)
        if not _patterns().coordination.fullmatch(text[first.end : second.start]):
            break
        run.append(other)
    return run


def _some_stretch_fits(whole: Figure, run: Sequence[Figure]) -> bool:
    return any(_adds_up(whole, run[first:last]) for first in range(len(run)) for last in range(first + 2, len(run) + 1))


# --- "640 people: 320 welders, 200 fitters and 95 apprentices" -------------------------------------------


def _lists(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check a figure against the list behind its colon, dash or bracket."""
    for place, whole in enumerate(figures[:-2]):
        rest = figures[place + 1 :]
        if whole.kind is Kind.PERCENT or not _patterns().list_mark.fullmatch(text[whole.end : rest[0].start]):
            continue
        parts = _coordinated(text, [figure for figure in rest if _is_part(figure, whole)])
        closed = _is_exhausted(text, parts, figures)
        near = _is_near(whole, parts, HALF, 1 + HALF)
        if len(parts) >= 2 and closed and near and parts[0] is rest[0] and not _some_stretch_fits(whole, parts):
            yield _finding(whole, parts, total(parts))


def _bracketed(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "the £54m came from the lottery (£21m), the county (£12m) and donors (£9m)"."""
    for place, whole in enumerate(figures[:-2]):
        rest = [figure for figure in figures[place + 1 :] if figure.start < _sentence_end(text, whole.end)]
        parts = [f for f in rest if text[f.start - 1] == "(" and text[f.end : f.end + 1] == ")" and _is_part(f, whole)]
        near = len(parts) >= 3 and parts == rest and _is_near(whole, parts, HALF, 1 + HALF)
        if near and "and" in text[parts[-2].end : parts[-1].start].split() and not _adds_up(whole, parts):
            yield _finding(whole, parts, total(parts))
            return


def _is_exhausted(text: str, parts: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Tell whether the list ends with its last figure: the last joint is "and", nothing like "others" follows."""
    if len(parts) < 2:
        return False
    tail = text[parts[-1].end :]
    stop = re.search(r"[.;!?)—–]", tail)
    behind = tail[: stop.start()] if stop else tail
    joint = text[parts[-2].end : parts[-1].start]
    return bool(re.search(r"\b(?:and|plus)\b|&", joint)) and not _patterns().others.search(behind)


# --- "with 95 apprentices and 545 other workers it employs 640" ---------------------------------------------


def _with_others(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "A of one sort and B other ones" against the one larger figure of the sentence."""
    for one, other in pairwise(figures):
        joined = _patterns().coordination.fullmatch(text[one.end : other.start])
        if not joined or not _patterns().other_ones.match(text[other.end : other.end + 12]) or not _is_part(one, other):
            continue
        wholes = [
            figure
            for figure in figures
            if figure not in (one, other) and _is_part(figure, one) and _exceeds(figure, one, other)
        ]
        if len(wholes) == 1 and not _adds_up(wholes[0], [one, other]):
            suspect = other if wholes[0].start > other.end else wholes[0]
            made = total([one, other])
            message = (
                f"{one.text} and {other.text} make {in_words((made.low + made.high) / 2, one)}, not {wholes[0].text}"
            )
            yield at_figure("sum-wrong", suspect, message)


def _exceeds(whole: Figure, *parts: Figure) -> bool:
    return all(exact_range(whole).high > exact_range(part).high for part in parts)


# --- "of the 60 seats, … and the remaining 12" -----------------------------------------------------------


def _of_a_whole(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check "of the T" against its parts: they may not exceed it, and with "the remaining N" must make it."""
    for whole in figures:
        if whole.kind is Kind.PERCENT or not _patterns().of_the.search(text[max(0, whole.start - 40) : whole.start]):
            continue
        sentence_end = _sentence_end(text, whole.end)
        inside = [
            figure
            for figure in figures
            if _is_part(figure, whole) and figure is not whole and whole.end <= figure.start < sentence_end
        ]
        if len(inside) < 2:
            continue
        parts = _up_to_remainder(text, inside)
        share = next(
            (f for f in figures if is_share(f) and _patterns().of_the.fullmatch(text[f.end : whole.start].lstrip())),
            None,
        )
        if share is not None and isinstance(share.value, Decimal) and isinstance(whole.value, Decimal):
            part = share.value * whole.value / (100 if share.kind is Kind.PERCENT else 1)
            parts = [replace(share, kind=whole.kind, unit=whole.unit, value=part), *parts]
        has_rest = _is_rest(text, parts[-1])
        listed = len(inside) >= 3 and _is_gapped(text, inside) and _is_exhausted(text, inside, figures)
        listed = listed and _is_near(whole, inside, HALF, 1 + HALF)
        if (has_rest and len(parts) >= 2 and not _adds_up(whole, parts)) or (listed and not _adds_up(whole, inside)):
            yield _finding(whole, parts, total(parts), at=parts[-1] if has_rest else whole)
        elif not has_rest and _is_gapped(text, inside) and total(inside).low > exact_range(whole).high:
            yield _finding(whole, inside, total(inside))


def _sentence_start(text: str, end: int) -> int:
    stops = [stop.end() for stop in re.finditer(r"[.!?](?=\s+[A-Z“\"])|;", text[:end])]
    return stops[-1] if stops else 0


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"[.!?](?=\s+[A-Z“\"]|$)").search(text, start)
    return stop.end() if stop else len(text)


def _up_to_remainder(text: str, figures: Sequence[Figure]) -> list[Figure]:
    for place, figure in enumerate(figures):
        if _is_rest(text, figure):
            return list(figures[: place + 1])
    return list(figures)


def _is_rest(text: str, figure: Figure) -> bool:
    before, after = text[max(0, figure.start - 30) : figure.start], text[figure.end : figure.end + 30]
    return bool(_patterns().rest_before.search(before) or _patterns().rest_after.match(after))


def _is_gapped(text: str, figures: Sequence[Figure]) -> bool:
    """Tell whether the later parts have no verb of their own ("Labour won 31, the Greens 14"): one list."""
    joined = all(_patterns().gapped.fullmatch(text[one.end : two.start]) is not None for one, two in pairwise(figures))
    first, last = (_patterns().verb.match(text[figure.end :]) for figure in (figures[0], figures[-1]))
    ends = _patterns().clause_end.match(text[figures[-1].end :]) is not None and last is None
    return joined and (ends or (first is not None and last is not None and first[0].split() == last[0].split()))


# --- "by 301 votes to 88, a majority of 213" --------------------------------------------------------------


def _margins(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check a majority against the two counts beside it."""
    for one, other in pairwise(figures):
        if one.kind is not other.kind or not _patterns().versus.fullmatch(text[one.end : other.start]):
            continue
        gap = exact_range(one).minus(exact_range(other)).size()
        for margin in figures:
            near = -90 < margin.start - other.end < 70 and margin not in (one, other)
            if near and _is_margin(text, margin, one) and not gap.meets(exact_range(margin)):
                difference = in_words((gap.low + gap.high) / 2)
                message = f"{one.text} against {other.text} is a margin of {difference}, not {margin.text}"
                yield at_figure("sum-wrong", margin, message)


def _is_margin(text: str, margin: Figure, side: Figure) -> bool:
    same = margin.kind is side.kind or {margin.unit, side.unit} <= {"%", "pp"}
    cue = _patterns().margin_before.search(text[max(0, margin.start - 40) : margin.start])
    if cue is None and _patterns().margin_after.match(text[margin.end : margin.end + 30]) is None:
        return False
    return same and margin.bound is Bound.EXACT


# --- "120 flats at £200,000 each, £24m in all" -------------------------------------------------------------


def _products(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Check a total price against number times price each."""
    for count, price in pairwise(figures):
        if count.kind is not Kind.NUMBER or price.kind is not Kind.MONEY:
            continue
        if not _patterns().each.match(text[price.end : price.end + 20]) or price.start - count.end > 40:
            continue
        number, each = exact_range(count), exact_range(price)
        made = Range(number.low * each.low, number.high * each.high)
        for whole in figures:
            if (
                whole is not price
                and _alike(whole, price)
                and _is_total(text, whole)
                and not made.meets(exact_range(whole))
            ):
                product = in_words((made.low + made.high) / 2, whole)
                message = f"{count.text} times {price.text} is {product}, not {whole.text}"
                yield at_figure("sum-wrong", whole, message)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        loose = r"(?:the\s+|a\s+)?"
        self.elsewhere = re.compile(r"(?:\s+\w+)?\s+(?:elsewhere|abroad|outside|others?)\b")
        self.and_a = re.compile(r"(?:\band|,)\s+an?\s+[a-z]+\s*,")
        self.together = re.compile(
            r"(?:(?:All\s+)?[Tt]ogether|In\s+(?:all|total)|Altogether|Between\s+them|All\s+told|Added\s+up)\b.*\b(?:that|this|it|they|these|those|the)\b"
            r"|(?:That|This|It)\s+(?:makes|adds\s+up\s+to|comes\s+to|brings\s+the\s+total\s+to)\b"
        )
        self.total_before = re.compile(
            r"\b(?:total(?:l?ing|led|s)?|altogether|together|combined|overall|in\s+all|sum|grand\s+total)\b"
            r"(?:\s+(?:of|to|at|was|is|were|came\s+to|comes\s+to|reached|cost|bill|number(?:ed)?|make|employ(?:ed)?|have|had|spending|workforce|losses|it\s+\w+)){0,3}"
            r"(?:\s*,)?(?:\s+(?:just|about|some|exactly|only|nearly|almost))?\s*[-£$€(]*$"
            r"|\btogether,?\s+(?:[\w’'-]+\s+){0,4}?(?:employ|ha[sv]e|had|make|number|h[eo]ld|cost|raised|won|own)\w*\s*$"
            r"|\b(?:making|makes?|bringing\s+the\s+(?:total|number|tally|count)\s+to)\s*$",
            re.IGNORECASE,
        )
        self.total_after = re.compile(
            r"(?:\s+[\w-]+){0,3}\s+(?:in\s+(?:total|all)|altogether|in\s+sum|all\s+told|combined|between\s+them)\b"
            r"|\s+(?:in\s+)?total\b", re.IGNORECASE,
        )  # fmt: skip
        self.opens_list = re.compile(
            rf"[:(—–]|\b(?:made\s+up\s+of|compris\w+|consist\w+\s+of|divided\s+into|split\s+into)\s+{loose}"
        )
        self.coordination = re.compile(
            r"(?:\s+[\w’'%£$€-]+){0,7}\s*(?:,|;|\band\b|\bplus\b|&|,\s*and\b)(?:\s+(?!total\b|altogether\b)[\w’'£$€-]+){0,5}\s*[£$€]?"
        )
        self.list_mark = re.compile(
            r"(?:\s+[\w’'-]+){0,4}\s*(?::|—|–|\s-\s|\(|,?\s*(?:made\s+up\s+of|comprising|consisting\s+of|divided\s+into))\s*"
            r"(?:the\s+)?(?:[\w’'-]+\s+){0,3}[£$€]?"
        )
        self.others = re.compile(r"\b(?:others?|among|including|more|rest|remaining|so\s+far)\b", re.IGNORECASE)
        self.of_the = re.compile(
            r"\b(?:of|out\s+of)\s+(?:the|its|their|those|these|all|his|her)\s+(?:[a-z]+’?s?\s+)?$", re.IGNORECASE
        )
        self.rest_before = re.compile(r"\b(?:remaining|rest|other|remainder)(?:\s*,|\s+of\s+the)?\s*$", re.IGNORECASE)
        self.rest_after = re.compile(r"\s+(?:remaining|others|remained)\b", re.IGNORECASE)
        self.other_ones = re.compile(r"\s+others?\b", re.IGNORECASE)
        self.gapped = re.compile(
            r"(?:\s+[\w’'-]+){0,3}(?:,|,?\s+and|;)"
            r"(?:\s+(?!(?:was|were|had|has|have|is|are|did|needed)\b|\w+ed\b)[\w’'-]+){0,4}\s*[£$€]?"
        )
        self.clause_end = re.compile(r"(?:\s+(?:of\s+them|[\w’'-]+))?\s*(?:[.,;:)—–!?]|$)")
        self.verb = re.compile(r"\s+(?:was|were|had|has|have|is|are|did|went|came|voted|\w+ed)\b")
        self.versus = re.compile(
            r"(?:\s+votes?|\s+seats?|\s+points?|\s+per\s+cent|\s+percent)?\s*,?\s*(?:to|against|versus)\s+",
            re.IGNORECASE,
        )
        self.margin_before = re.compile(r"\b(?:majority|margin|lead|difference|gap)\s+of\s*$", re.IGNORECASE)
        self.margin_after = re.compile(r"(?:[- ]\w+)?[- ](?:majority|margin|lead)\b", re.IGNORECASE)
        self.each = re.compile(r"\s*(?:each|apiece|a\s+piece|per\s+\w+)\b", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()
