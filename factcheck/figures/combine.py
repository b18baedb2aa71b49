"""Join neighbouring readings: ranges ("10-15", "between 5 and 7 per cent") and sums ("6 feet 2 inches")."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.figures.movement import follows_change, has_change_before
from factcheck.figures.number_words import CLOSE_SCALES, SCALES
from factcheck.figures.reading import Reading
from factcheck.figures.tokens import DASHES, HYPHENS, Tokens
from factcheck.figures.units import convert, dimension
from factcheck.models import Bound, Kind, Role


def join_readings(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Return the readings with ranges and sums joined, and what one of a pair leaves out filled in."""
    joined: list[Reading] = []
    for reading in readings:
        if not joined or not _join(tokens, joined[-1], reading):
            joined.append(reading)
    return joined


def join_bounds(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Return the readings with "more than 10 but fewer than 20" made one range."""
    joined: list[Reading] = []
    for reading in readings:
        if not joined or not _join_bounds(tokens, joined[-1], reading):
            joined.append(reading)
    return joined


_UP, _DOWN = (Bound.MORE, Bound.AT_LEAST), (Bound.LESS, Bound.AT_MOST)


def _join_bounds(tokens: Tokens, left: Reading, right: Reading) -> bool:
    ends = (left, right) if left.bound in _UP and right.bound in _DOWN else (right, left)
    if ends[0].bound not in _UP or ends[1].bound not in _DOWN or left.kind is not right.kind or left.unit != right.unit:
        return False
    if tokens.lower[left.last : right.start] not in (["and"], ["but"], [",", "but"]) or left.high or right.high:
        return False
    low, high = ends[0].number(), ends[1].number()
    if low >= high:
        return False
    left.value, left.high, left.last, left.bound, left.hedge = low, high, right.last, Bound.EXACT, None
    return True


def _join(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Join `right` into `left` where the words between allow it; return whether it was joined."""
    gap = right.first - left.last
    if (
        gap > 5
        or "multiple" in (left.form, right.form)
        or left.kind is Kind.ORDINAL
        or right.kind is Kind.ORDINAL
        or left.high is not None
    ):
        return False
    if _is_echo(tokens, left, right):
        left.last = right.last + 1
        return True
    return _add_up(tokens, left, right) or _make_range(tokens, left, right)


# --- the same figure twice ------------------------------------------------------------------------


def _is_echo(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Return whether brackets repeat the figure in words: "25 (twenty-five) forms"."""
    return (
        left.value == right.value
        and left.unit == right.unit
        and {left.form, right.form} == {"digits", "words"}
        and tokens.lower[left.last] == "("
        and right.first == left.last + 1
        and tokens.lower[right.last] == ")"
    )


# --- sums -----------------------------------------------------------------------------------------


def _add_up(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Add "2 inches" to "6 feet", "45 minutes" to "1 hour", "50 pence" to "£4"."""
    between = tokens.lower[left.last : right.first]
    if between not in ([], ["and"], [","], [",", "and"]) or left.per or left.bound is not Bound.EXACT:
        return False
    if left.kind is Kind.MONEY:
        return _add_cents(tokens, left, right, between)
    if left.kind not in (Kind.DURATION, Kind.MEASURE) or left.unit is None:
        return False
    if right.kind is Kind.NUMBER and left.unit == "hour" and not left.is_hyphenated and between != [","]:
        return _add_minutes(tokens, left, right)
    if left.kind is not right.kind or right.unit is None or not _is_finer(left.unit, right.unit):
        return False
    whole = convert(left.number(), left.unit, right.unit)
    if whole is None or dimension(left.unit) == "temperature" or left.number() % 1:
        return False  # "5.62 metres, 14cm more" are two lengths
    left.value, left.unit, left.last, left.per = whole + right.number(), right.unit, right.last, right.per
    return True


def _is_finer(unit: str, other: str) -> bool:
    step = convert(Decimal(1), unit, other)
    if step is not None and dimension(unit) == "time" and step != step.to_integral_value():
        return False  # a year is no whole number of days
    return step is not None and step > 1


def _add_cents(tokens: Tokens, left: Reading, right: Reading, between: list[str]) -> bool:
    if left.scale or right.kind not in (Kind.MONEY, Kind.NUMBER) or right.has_prefix or between == [","]:
        return False
    is_cents = (
        right.kind is Kind.MONEY
        and right.number() < 1
        and right.plain >= 1
        and right.unit in (left.unit, *left.doubt, "USD", "MYR", "GBP")
    )
    is_bare = (
        right.kind is Kind.NUMBER
        and right.plain < 100
        and right.last == len(tokens) - (tokens.lower[len(tokens) - 1] == ".")
    )
    if is_cents:
        left.value = left.number() + right.number()
    elif is_bare and left.number() == left.number().to_integral_value() and right.plain >= 1 and not right.unit:
        left.value = left.number() + right.plain.scaleb(-2)
    else:
        return False
    left.last = right.last
    return True


def _add_minutes(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Add the "thirty" of "1 hour thirty", at the end of a clause."""
    if (
        right.unit
        or right.plain >= 60
        or right.form not in ("words", "digits")
        or tokens.lower[right.last] not in ("", ".", ",")
    ):
        return False
    left.value, left.unit, left.last = left.number() * 60 + right.number(), "minute", right.last
    return True


# --- ranges ---------------------------------------------------------------------------------------


_APPROXIMATE = frozenset({"about", "around", "~", "roughly", "approximately", "nearly", "almost", "perhaps", "even"})


def _make_range(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Make one range of two readings, or mark them as the two ends of a change."""
    between = tokens.lower[left.last : right.first]
    joint = between if between == ["~"] else [word for word in between if word not in _APPROXIMATE]
    before = tokens.lower[left.first - 1] if left.first else ""
    if joint[:1] and joint[0] in HYPHENS and len(joint) > 1:
        joint = [word for word in joint if word not in HYPHENS]
        if joint in (["or"], ["and"]):
            _share(left, right, inherits=False)
            return False
    if joint[:1] == ["of"] and joint[1:] in (["the"], ["its"], ["their"], ["a"]):
        _share_of(left, right)
        return False
    if not _is_joint(tokens, left, joint, before):
        return False
    _settle_million(tokens, left, right)
    inherits = joint != ["to"] or before == "from" or not follows_change(tokens, left.first)
    if not _share(left, right, inherits):
        return False
    if joint == ["to"] and _is_change(tokens, left, right, before) and not _spans_change(left, right, before):
        left.role, right.role = (Role.FROM if before == "from" else Role.CHANGE), Role.TO
        return False
    low, high = left.number(), _in_unit(right, left)
    if high is None or low > high or (low == high and left.kind is Kind.NUMBER and joint != ["to"]):
        return False
    if joint == ["or"] and high > 2 * low:
        return False
    left.high, left.last, left.per, left.noun = high, right.last, right.per or left.per, None
    left.doubt = left.doubt or right.doubt
    return True


def _share_of(left: Reading, right: Reading) -> None:
    """Give "280 million of the 1.5 billion shekels" one unit."""
    if (
        left.kind is Kind.NUMBER
        and left.form != "fraction"
        and right.unit
        and not right.is_hyphenated
        and right.kind in (Kind.MONEY, Kind.MEASURE)
    ):
        left.kind, left.unit, left.doubt = right.kind, right.unit, right.doubt


def _is_joint(tokens: Tokens, left: Reading, joint: list[str], before: str) -> bool:
    """Return whether the words between two readings can join a range."""
    if joint == ["and"]:
        return before == "between"
    if len(joint) == 1 and joint[0] in DASHES:
        return True
    if joint == ["or"]:
        return left.kind is Kind.NUMBER and not left.scale
    return joint in (["to"], ["through"], ["thru"], ["up", "to"])


def _share(left: Reading, right: Reading, inherits: bool) -> bool:
    """Give the low end the scale and the unit that only the high end shows ("$3-5m", "5 to 7 per cent").

    Returns False where the two measure different things.
    """
    if right.kind is Kind.NUMBER and left.kind is Kind.MONEY and left.has_prefix:
        right.kind, right.unit, right.doubt = left.kind, left.unit, left.doubt
    elif (
        right.kind is Kind.NUMBER
        and left.kind in (Kind.MEASURE, Kind.PERCENT, Kind.AGE)
        and not right.scale
        and inherits
    ):
        right.kind, right.unit = left.kind, left.unit
    elif left.kind is Kind.NUMBER and right.kind is not Kind.NUMBER:
        left.kind, left.unit, left.doubt = right.kind, right.unit, right.doubt
        if right.kind is Kind.MONEY and not right.has_prefix and right.plain and right.number() * 100 == right.plain:
            left.value = left.number() / 100
    if left.kind is not right.kind or (left.kind is Kind.MONEY and left.unit != right.unit):
        return False
    if inherits and right.scale not in ("", "hundred") and not left.scale and left.plain < right.plain:
        _scale_up(left, right)
    return left.unit is None or right.unit is None or dimension(left.unit) == dimension(right.unit)


def _settle_million(tokens: Tokens, left: Reading, right: Reading) -> None:
    """Read the "m" of "£3-5m" as million: the low end is money."""
    if (
        left.kind is Kind.MONEY
        and left.has_prefix
        and right.kind is Kind.MEASURE
        and tokens.surface[right.last - 1] in ("m", "t")
    ):
        letter = tokens.lower[right.last - 1]
        right.kind, right.unit, right.doubt, right.scale = Kind.MONEY, left.unit, left.doubt, letter
        right.value = right.number().scaleb(CLOSE_SCALES[letter])


def _scale_up(left: Reading, right: Reading) -> None:
    power = SCALES.get(right.scale) or CLOSE_SCALES.get(right.scale) or 0
    if left.form not in ("fraction", "share") and right.plain.scaleb(power) == right.value:
        left.value, left.scale = left.number().scaleb(power), right.scale


def _in_unit(right: Reading, left: Reading) -> Decimal | None:
    if left.unit is None or right.unit is None or left.kind is Kind.MONEY:
        return right.number()
    return convert(right.number(), right.unit, left.unit)


def _spans_change(left: Reading, right: Reading, before: str) -> bool:
    """Return whether "fell by 1 to 1.5 degrees" spans how much it fell: two near amounts that share a unit."""
    high = _in_unit(right, left)
    is_near = high is not None and left.number() < high <= 3 * left.number()
    return before == "by" and is_near and left.plain == left.value and right.unit is not None


def _is_change(tokens: Tokens, left: Reading, right: Reading, before: str) -> bool:
    """Return whether "from X to Y" tells of a movement, not of a span."""
    high = _in_unit(right, left)
    if high is not None and left.number() > high and before == "from":
        return True
    start = left.first - (before == "from")
    if before == "from" and tokens.lower[start - 1] == ",":
        return has_change_before(tokens, start)  # "prices have risen since January, from 212p to 330p"
    return follows_change(tokens, start)


# --- points of a percentage -----------------------------------------------------------------------


def settle_points(tokens: Tokens, readings: list[Reading]) -> None:
    """Read "0.3 points to 5.1%" and "62%, up 4 points" as percentage points: a percentage is what moved."""
    for left, right in pairwise(readings):
        for points, percentage in ((left, right), (right, left)):
            if points.kind is Kind.NUMBER and percentage.kind is Kind.PERCENT and percentage.unit == "%":
                _take_points(tokens, points, tokens.lower[left.last : right.first])


def _take_points(tokens: Tokens, points: Reading, between: list[str]) -> None:
    last = points.last
    if points.form == "fraction":
        while tokens.lower[last] in ("of", "a", "-"):
            last += 1
        between = between[last - points.last :]
    if tokens.lower[last] not in ("point", "points") or abs(points.number()) >= 50 or len(between) > 3:
        return
    if between in (["points", "to"], ["point", "to"], ["points", "from"], [",", "up"], [",", "down"]):
        points.kind, points.unit, points.last = Kind.PERCENT, "pp", last + 1
