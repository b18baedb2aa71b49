"""Figures that a passage does not state but its figures give: differences, sums, shares, changes, durations.

A derivation needs two things: the operands in the passage, and words in the claim that ask for such a figure
("by", "more than a year earlier", "in all", "most of"). With enough figures in a passage any number can be had
by chance, so a derived figure may bear a claim out but contradicts one only where the passage itself names
both ends of a movement ("from £31m to £22m").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, permutations

from factcheck.compare import compare_figures, describe, is_fraction, is_share
from factcheck.figures.dates import date_interval
from factcheck.figures.units import convert
from factcheck.models import Bound, Comparison, Figure, Kind, Relation, Role
from factcheck.values import dataclass
from factcheck.words import listed, stem, tokens

# Words of a claim that ask for a figure which two others give.
DIFFERENCE_WORDS = frozenset(
    listed("""
    by more fewer less higher lower bigger smaller larger faster slower quicker older younger longer shorter taller
    later earlier gap difference margin majority lead ahead behind widen narrow rise rose risen increase increased fall
    fell fallen drop dropped cut grow grew grown gain gained lose lost loss add added shed extra additional climb
    climbed jump jumped decline declined raise raised reduce reduced up down slow slowed miss missed short further
    another
    exceed exceeded beat outspend outspent outnumber outnumbered change changed
    """)
)
REST_WORDS = frozenset(
    listed("left remain remaining remained rest other others still yet outstanding owe owes without not never none")
)
TOTAL_WORDS = frozenset(listed("total totals totalled altogether all combined together overall both sum between"))
RATIO_WORDS = frozenset(
    listed("""
    times twice thrice double doubled doubling triple tripled treble trebled quadruple quadrupled half halved halving
    fold twofold threefold tenfold ratio one
    """)
)
MOST_WORDS = frozenset(listed("most majority minority mostly"))
EACH_WORDS = frozenset(listed("each apiece every per average"))

_MOST_OPERANDS = 12  # figures of one passage that are tried; more is a table, and chance finds anything in it
_DAYS_A_YEAR = Decimal("365.2425")


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that a passage's figures give, compared with the claim's.

    `operands` are the passage figures used; `working` is the sum as a reader can follow it ("£31m - £22m = £9m");
    `rising` is the direction of a movement, None where there is none; `pattern` names the rule.
    """

    pattern: str
    operands: tuple[Figure, ...]
    comparison: Comparison
    working: str
    rising: bool | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What a pattern found: the value in the unit and kind that the claim's figure has, and how."""

    value: Decimal
    operands: tuple[Figure, ...]
    working: str
    rising: bool | None = None


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    asked_for: Callable[[Figure, frozenset[str]], bool]
    results: Callable[[Figure, Sequence[Figure], str], Iterator[_Result]]


def derive(
    claim_text: str, figure: Figure, passage_text: str, figures: Sequence[Figure], published: date | None = None
) -> Derivation | None:
    """Return the best derivation of the claim's figure from the passage's, None where there is none.

    `figures` are figures of `passage_text`; `published` ends a time that goes on. A derivation that agrees with
    the claim is preferred; one that differs is returned only for a movement whose both ends the passage names.
    """
    if figure.value is None:
        return None
    words = frozenset(token.plain for token in tokens(claim_text))
    operands = [other for other in figures if other.value is not None][:_MOST_OPERANDS]
    differing = None
    for pattern in _PATTERNS:
        if not pattern.asked_for(figure, words):
            continue
        for result in pattern.results(figure, operands, passage_text):
            found = _derivation(pattern.name, figure, result, passage_text)
            if found.comparison.relation in (Relation.EQUAL, Relation.WITHIN):
                return found
            if found.comparison.relation is Relation.DIFFERENT and _is_movement(result.operands):
                differing = differing or found
    return differing or _duration_so_far(figure, operands, passage_text, published)


def _derivation(pattern: str, figure: Figure, result: _Result, passage: str) -> Derivation:
    derived = _derived_figure(figure, result, passage)
    bare = replace(figure, role=None, per=None)
    comparison = compare_figures(bare, derived)
    if comparison.relation is Relation.EQUAL:
        comparison = replace(comparison, relation=Relation.WITHIN)  # worked out, not said
    note = f"the source gives {result.working}"
    return Derivation(
        pattern, result.operands, replace(comparison, claim_figure=figure, note=note), result.working, result.rising
    )


def _derived_figure(figure: Figure, result: _Result, passage: str) -> Figure:
    """Return the result as a figure whose text is the stretch of the passage that holds its operands."""
    start = min(operand.start for operand in result.operands)
    end = max(operand.end for operand in result.operands)
    bound = next((o.bound for o in result.operands if o.bound is Bound.ABOUT), Bound.EXACT)
    return Figure(
        passage[start:end], start, end, figure.kind, result.value, unit=figure.unit, bound=bound, noun=figure.noun,
        implied=True,
    )  # fmt: skip


# --- operands -------------------------------------------------------------------------------------------


def _amount(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)
    return figure.value


def _in_unit(figure: Figure, unit: str | None) -> Decimal | None:
    """Return a figure's value in another unit, None where it cannot be had."""
    if figure.value_high is not None or not isinstance(figure.value, Decimal):
        return None
    if figure.unit == unit:
        return figure.value
    if figure.unit is None or unit is None or figure.kind is Kind.MONEY:
        return None
    return convert(figure.value, figure.unit, unit)


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of a passage can be added or subtracted."""
    return one.kind is other.kind and one.unit == other.unit and one.per == other.per and one.kind is not Kind.DATE


def _same_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be values of one thing: counts by their nouns, where both have one."""
    if not _alike(one, other):
        return False
    return one.kind is not Kind.NUMBER or not (one.noun and other.noun) or stem(one.noun) == stem(other.noun)


def _is_movement(operands: Sequence[Figure]) -> bool:
    roles = {operand.role for operand in operands}
    return len(operands) == 2 and Role.FROM in roles and bool(roles & {Role.TO, Role.LEVEL})


def _start_first(one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Return the two as where a movement started and where it ended, None where neither is marked."""
    if one.role is Role.FROM and other.role is not Role.FROM:
        return one, other
    if other.role is Role.FROM and one.role is not Role.FROM:
        return other, one
    return None


def _between(one: Figure, other: Figure, passage: str) -> list[str]:
    """Return the words of the passage that stand between two figures."""
    first, second = sorted((one, other), key=lambda figure: figure.start)
    return [token.plain for token in tokens(passage[first.end : second.start])]


# --- differences ----------------------------------------------------------------------------------------


def _wants_difference(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind is not Kind.DATE and bool(figure.role is Role.CHANGE or words & DIFFERENCE_WORDS)


def _differences(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield what lies between two figures of one sort; two percentages are some points apart."""
    unit = "%" if figure.unit in ("pp", "bp") else figure.unit
    for one, other in combinations(operands, 2):
        if not _same_thing(one, other) or one.role is Role.CHANGE or other.role is Role.CHANGE:
            continue
        if figure.kind is Kind.PERCENT and figure.unit == "%" and one.kind is Kind.PERCENT:
            continue  # "rose by 5 per cent" is not said of a move from 47 to 52 per cent
        start, end = _start_first(one, other) or (one, other)
        low, high = _in_unit(start, unit), _in_unit(end, unit)
        if _counts_years(figure) and one.kind is Kind.AGE:
            low, high = _amount(start), _amount(end)
        if low is None or high is None or low == high:
            continue
        yield _difference(figure, start, end, high - low)


def _counts_years(figure: Figure) -> bool:
    return figure.kind in (Kind.DURATION, Kind.AGE) and figure.unit == "year"


def _difference(figure: Figure, start: Figure, end: Figure, change: Decimal) -> _Result:
    larger, smaller = (end, start) if change > 0 else (start, end)
    value = abs(change) * 100 if figure.unit == "bp" else abs(change)
    working = f"{larger.text} - {smaller.text} = {_written(value, figure)}"
    moved = change > 0 if _start_first(start, end) else None
    return _Result(value, (start, end), working, moved)


def _wants_percent_change(figure: Figure, words: frozenset[str]) -> bool:
    return is_share(figure) and _wants_difference(figure, words)


def _percent_changes(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield by what share a movement from one figure to another changed the first."""
    for one, other in combinations(operands, 2):
        ends = _start_first(one, other)
        if ends is None or not _same_thing(one, other):
            continue
        start, end = _amount(ends[0]), _amount(ends[1])
        if start > 0 and start != end:
            share = abs(end - start) / start
            value = share * 100 if figure.kind is Kind.PERCENT else share
            larger, smaller = (ends[1], ends[0]) if end > start else (ends[0], ends[1])
            working = f"({larger.text} - {smaller.text}) / {ends[0].text} = {_written(share * 100, None)}%"
            yield _Result(_rounded(value), ends, working, end > start)


def _wants_rest(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT) and bool(words & REST_WORDS or _has_opposite(words))


def _has_opposite(words: frozenset[str]) -> bool:
    return any(word.startswith(("un", "non-")) and len(word) > 5 for word in words)


def _rests(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield what is left of a whole when a part of it is taken away, or of a hundred per cent."""
    for part, whole in permutations(operands, 2):
        if part.kind is whole.kind and part.unit == whole.unit == figure.unit and _is_part(part, whole, passage):
            value = _amount(whole) - _amount(part)
            yield _Result(value, (part, whole), f"{whole.text} - {part.text} = {_written(value, figure)}")
    if is_share(figure):
        for part in (operand for operand in operands if is_share(operand)):
            share = Decimal(100) - _per_cent(part)
            value = share if figure.kind is Kind.PERCENT else share / 100
            yield _Result(value, (part,), f"100% - {part.text} = {_written(share, None)}%")


def _is_part(part: Figure, whole: Figure, passage: str) -> bool:
    """Tell whether the passage sets one figure as a part of the other: "two of its eight", "18, of whom 5"."""
    if not isinstance(part.value, Decimal) or not isinstance(whole.value, Decimal) or part.value > whole.value:
        return False
    return "of" in _between(part, whole, passage)[:6]


# --- shares ---------------------------------------------------------------------------------------------


def _wants_share(figure: Figure, words: frozenset[str]) -> bool:
    return is_share(figure) and figure.role is not Role.CHANGE


def _shares(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield what share of one figure another is, where the passage sets it as a part."""
    for part, whole in permutations(operands, 2):
        if not _alike(part, whole) or part.role is Role.CHANGE or not _is_part(part, whole, passage):
            continue
        if _amount(whole) <= 1 or _amount(part) == _amount(whole):
            continue
        share = _amount(part) / _amount(whole)
        value = share * 100 if figure.kind is Kind.PERCENT else share
        working = f"{part.text} / {whole.text} = {_written(share * 100, None)}%"
        yield _Result(_rounded(value), (part, whole), working)


def _wants_part(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind in (Kind.NUMBER, Kind.MONEY, Kind.MEASURE) and not is_share(figure)


def _parts(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield the part of a figure that a share of the passage takes: "1,900 houses, 30 per cent of them"."""
    for share, whole in permutations(operands, 2):
        if not is_share(share) or is_share(whole) or share.role is Role.CHANGE:
            continue
        amount = _in_unit(whole, figure.unit) if whole.kind is figure.kind else None
        if amount is None or "of" not in _around(share, whole, passage):
            continue
        value = _per_cent(share) / 100 * amount
        yield _Result(_rounded(value), (share, whole), f"{share.text} of {whole.text} = {_written(value, figure)}")


def _around(share: Figure, whole: Figure, passage: str) -> list[str]:
    """Return the words between the two and the two after the later: "of" may stand in either place."""
    last = max(share.end, whole.end)
    return _between(share, whole, passage) + [token.plain for token in tokens(passage[last : last + 20])][:2]


def _per_cent(share: Figure) -> Decimal:
    return _amount(share) if share.kind is Kind.PERCENT else _amount(share) * 100


# --- sums, products, ratios -----------------------------------------------------------------------------


def _wants_sum(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind in (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT) and not is_fraction(
        figure
    )


def _sums(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield the sums of figures that the passage lists one after another: "seven men and five women"."""
    for first in range(len(operands)):
        chain = [operands[first]]
        for other in operands[first + 1 :]:
            if not _alike(chain[-1], other) or not _is_listed(chain[-1], other, passage):
                break
            chain.append(other)
            amounts = [_in_unit(operand, figure.unit) for operand in chain]
            if chain[0].kind is figure.kind and None not in amounts:
                value = sum((amount for amount in amounts if amount is not None), Decimal(0))
                working = " + ".join(operand.text for operand in chain) + f" = {_written(value, figure)}"
                yield _Result(value, tuple(chain), working)


def _is_listed(one: Figure, other: Figure, passage: str) -> bool:
    between = _between(one, other, passage)
    return len(between) <= 6 and "and" in between + [token.plain for token in tokens(passage[other.end :])][:3]


def _wants_product(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind in (Kind.NUMBER, Kind.MONEY, Kind.MEASURE) and bool(words & (TOTAL_WORDS | EACH_WORDS))


def _products(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield a count times what each costs or holds, and a total shared out over a count."""
    each = bool(EACH_WORDS & {token.plain for token in tokens(passage)})
    for count, amount in permutations(operands, 2):
        if count.kind is not Kind.NUMBER or is_share(count) or count.unit is not None or _amount(count) < 2:
            continue
        value = _in_unit(amount, figure.unit) if amount.kind is figure.kind else None
        if value is None or amount.kind is Kind.NUMBER:
            continue
        if each:
            total = value * _amount(count)
            yield _Result(total, (count, amount), f"{count.text} x {amount.text} = {_written(total, figure)}")
        else:
            share = _rounded(value / _amount(count))
            yield _Result(share, (count, amount), f"{amount.text} / {count.text} = {_written(share, figure)}")


def _wants_ratio(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind is Kind.NUMBER and figure.unit is None and bool(words & RATIO_WORDS) and not figure.noun


def _ratios(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield how many times as large as another figure a figure is: for "twice", "ten times as many", "doubled"."""
    for one, other in combinations(operands, 2):
        if not _same_thing(one, other) or min(_amount(one), _amount(other)) <= 0:
            continue
        ends = _start_first(one, other)
        over, under = (ends[1], ends[0]) if ends else sorted((one, other), key=_amount, reverse=True)
        value = _rounded(_amount(over) / _amount(under))
        working = f"{over.text} / {under.text} = {_written(value, None)}"
        yield _Result(value, (one, other), working, None if ends is None else value > 1)


# --- durations ------------------------------------------------------------------------------------------


def _wants_duration(figure: Figure, words: frozenset[str]) -> bool:
    return figure.kind in (Kind.DURATION, Kind.AGE)


def _durations(figure: Figure, operands: Sequence[Figure], passage: str) -> Iterator[_Result]:
    """Yield the time between two dates of the passage, in the unit of the claim's figure."""
    dates = [operand for operand in operands if operand.kind is Kind.DATE and operand.value_high is None]
    for start, end in permutations(dates, 2):
        value = _time_between(str(start.value), str(end.value), figure.unit)
        if value is not None and value > 0:
            yield _Result(value, (start, end), f"{start.text} to {end.text} is {_written(value, figure)}")
    for span in (operand for operand in operands if operand.kind is Kind.DATE and operand.value_high is not None):
        value = _time_between(str(span.value), str(span.value_high), figure.unit)
        if value is not None and value > 0:
            yield _Result(value, (span,), f"{span.text} is {_written(value, figure)}")


def _duration_so_far(
    figure: Figure, operands: Sequence[Figure], passage: str, published: date | None
) -> Derivation | None:
    """Return the time since a date that something has gone on from ("has ruled since 1994"), if it agrees."""
    if published is None or not _wants_duration(figure, frozenset()):
        return None
    for start in operands:
        if start.kind is Kind.DATE and start.bound in (Bound.AT_LEAST, Bound.MORE):
            value = _time_between(str(start.value), published.isoformat(), figure.unit)
            if value is None or value <= 0:
                continue
            result = _Result(value, (start,), f"{start.text} to {published} is {_written(value, figure)}")
            found = _derivation("duration", figure, result, passage)
            if found.comparison.relation in (Relation.EQUAL, Relation.WITHIN):
                return found
    return None


def _time_between(start: str, end: str, unit: str | None) -> Decimal | None:
    """Return the time between two ISO dates in the unit: whole years for years, else to the day."""
    first, last = date_interval(start), date_interval(end)
    if first is None or last is None or unit is None:
        return None
    if unit == "year" and len("2004") in (len(start), len(end)):
        return Decimal(last[0].year - first[0].year)
    if unit == "year":
        whole = last[0].year - first[0].year - ((last[0].month, last[0].day) < (first[0].month, first[0].day))
        return Decimal(whole)
    if unit == "month":
        return Decimal((last[0].year - first[0].year) * 12 + last[0].month - first[0].month)
    days = convert(Decimal((last[0] - first[0]).days), "day", unit)
    return None if days is None else _rounded(days)


# --- in writing -----------------------------------------------------------------------------------------


def _rounded(value: Decimal) -> Decimal:
    """Return a quotient with the five digits that matter."""
    if value == 0:
        return value
    return value.quantize(Decimal(1).scaleb(max(value.adjusted() - 4, -6))).normalize()


def _written(value: Decimal, figure: Figure | None) -> str:
    """Return a value as a reader writes it, in the unit of the claim's figure."""
    short = _rounded(value)
    number = f"{short:,f}" if abs(short) < 10**15 else f"{short:,}"
    if figure is None or not (figure.unit or figure.noun):
        return number
    if figure.kind is Kind.MONEY:
        return f"{figure.unit} {number}"
    if figure.kind is Kind.NUMBER:
        return describe(replace(figure, text=number, hedge=None))
    unit = {"%": "%", "pp": " points", "bp": " basis points"}.get(figure.unit or "", f" {figure.unit}")
    plural = "s" if figure.kind in (Kind.DURATION, Kind.AGE) and short != 1 else ""
    return f"{number}{unit}{plural}"


_PATTERNS = (
    _Pattern("change", _wants_percent_change, _percent_changes),
    _Pattern("difference", _wants_difference, _differences),
    _Pattern("share", _wants_share, _shares),
    _Pattern("part", _wants_part, _parts),
    _Pattern("rest", _wants_rest, _rests),
    _Pattern("ratio", _wants_ratio, _ratios),
    _Pattern("sum", _wants_sum, _sums),
    _Pattern("product", _wants_product, _products),
    _Pattern("duration", _wants_duration, _durations),
)
