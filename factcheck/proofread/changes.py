"""Changes that do not follow from the two values beside them, and per cent that are points.

"Rose 50 per cent, from 200 to 250" has an old value, a new one and a change; which figure is which the words
round it say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.compare import is_share
from factcheck.models import Bound, Figure, Kind, Role
from factcheck.proofread.findings import Finding, at_figure
from factcheck.proofread.ranges import (
    Range,
    change_percent,
    close_range,
    close_ranges,
    exact_range,
    in_words,
    is_quantity,
    range_of,
)

SLACK = Decimal("0.5")  # points of a percentage change: the values it was worked out from may be rounder here
MULTIPLES = {
    "doubl": Decimal(2), "tripl": Decimal(3), "trebl": Decimal(3), "quadrupl": Decimal(4), "halv": Decimal("0.5"),
}  # fmt: skip
UNLIKELY = 1000
MULTIPLE_SLACK = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Movement:
    """An old value, a new one, and what is said of the way between them."""

    old: Figure
    new: Figure
    change: Figure | None
    direction: int  # 1 up, -1 down, 0 not said
    multiple: str = ""

    @property
    def words(self) -> str:
        """The two values, as a message names them."""
        if self.old.text == self.new.text:
            return f"from {self.old.text}"
        return f"from {self.old.text} to {self.new.text}"

    @property
    def span(self) -> tuple[int, int]:
        """From the first of the two values to the last."""
        return min(self.old.start, self.new.start), max(self.old.end, self.new.end)


def check_changes(text: str, figures: Sequence[Figure]) -> list[Finding]:
    """Return the changes of a text that do not follow from their values."""
    usable = [
        _in_per_cent(text, figure)
        for figure in figures
        if is_quantity(figure) and not figure.implied and figure.kind is not Kind.ORDINAL
    ]
    found = []
    for movement in movements(text, usable):
        finding = _size(movement) if movement.change is not None else None
        finding = finding or _multiple(movement) or _direction(movement)
        if finding is not None:
            found.append(finding)
    if not found:
        found = [*_points_between(text, usable), *_between_two_dates(text, usable, figures)]
    return found


def _points_between(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Yield "5 per cent more" where the only two other shares of the text lie five points apart."""
    changes = [figure for figure in figures if figure.unit == "%" and _is_change(text, figure)]
    levels = [figure for figure in figures if figure.unit == "%" and figure not in changes and figure.bound == "="]
    if len(changes) != 1 or len(levels) != 2:
        return
    (change,), (one, other) = changes, (range_of(level) for level in levels)
    relative = [made.size() for made in (change_percent(one, other), change_percent(other, one)) if made is not None]
    if change.value == _apart(*levels) and not any(_meets(range_of(change).size(), made) for made in relative):
        message = f"{levels[0].text} and {levels[1].text} are {change.text} apart only in percentage points"
        yield at_figure("percent-points", change, message)


def _apart(one: Figure, other: Figure) -> Decimal:
    assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal)
    return abs(one.value - other.value)


def _meets(stated: Range, relative: Range) -> bool:
    return stated.meets(Range(relative.low - SLACK, relative.high + SLACK))


def _between_two_dates(text: str, usable: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the change that fits neither way between the only two values of a text, each of another time.

    "In 2019 there were 1,100 cases; last year there were 1,650, a rise of 65 per cent."
    """
    times = sum(figure.kind is Kind.DATE for figure in figures) + len(_patterns().time.findall(text))
    changes = [
        figure
        for figure in usable
        if figure.unit == "%"
        and _patterns().a_change.search(text[: figure.start])
        and _patterns().of_these.match(text[figure.end :])
    ]
    changes += [
        f for f in usable if f.unit == "%" and f not in changes and _patterns().change_ends.match(text[f.end :])
    ]
    values = [figure for figure in usable if figure.unit != "%" and figure.kind is not Kind.DURATION]
    if (
        (times < 2 and not _patterns().two_states.search(text))
        or len(changes) != 1
        or len(values) != 2
        or len(usable) != 3
    ):
        return
    (change,), (one, other) = changes, values
    if one.kind is not other.kind or one.unit != other.unit or other.end > change.start:
        return
    yield from _neither_way(one, other, change, text)


def _neither_way(one: Figure, other: Figure, change: Figure, text: str) -> Iterator[Finding]:
    """Yield a change in per cent that fits neither from the one value to the other nor back; a fall is no rise."""
    if one.kind is not other.kind or one.unit != other.unit or change.unit != "%":
        return
    small, large = sorted((one, other), key=lambda figure: range_of(figure).low)
    ways = [(one, other), (other, one)]
    if _patterns().a_fall.search(text[: change.start]):
        ways = [(large, small)]
    elif _patterns().a_rise.search(text[: change.start]):
        ways = [(small, large)]
    made = [change_percent(close_range(a), close_range(b)) for a, b in ways]
    if None not in made and not any(_meets(range_of(change).size(), item.size()) for item in made if item is not None):
        yield _wrong(Movement(*ways[0], change, 0), _widened(made[0]), change)


def _widened(made: Range | None) -> Range:
    assert made is not None
    return made.size()


def _in_per_cent(text: str, figure: Figure) -> Figure:
    """Return "a fall of a fifth" as about 20 per cent, every other figure as it is."""
    if figure.kind is Kind.NUMBER and figure.unit is None and _patterns().to_per_cent.match(text[figure.end :]):
        return replace(figure, kind=Kind.PERCENT, unit="%")
    if figure.kind is Kind.PERCENT or not is_share(figure) or not _is_change(text, figure):
        return figure
    assert isinstance(figure.value, Decimal)
    return replace(figure, kind=Kind.PERCENT, unit="%", value=figure.value * 100, bound=Bound.ABOUT)


def check_change_of(
    before: str, before_figures: Sequence[Figure], text: str, figures: Sequence[Figure]
) -> list[Finding]:
    """Return what is wrong with "That is an increase of 32 per cent" after a sentence with the two values."""
    if not _patterns().that_is.match(text):
        return []
    changes = [figure for figure in figures if is_quantity(figure) and _is_change(text, figure)]
    if len(changes) != 1 or len([f for f in figures if is_quantity(f)]) != 1:
        return []
    earlier = [f for f in before_figures if is_quantity(f) and not f.implied and f.kind is not Kind.ORDINAL]
    moves = [move for move in movements(before, earlier) if move.change is None]
    moves = moves or list(_level_and_gap(before, [figure for figure in earlier if figure.kind is not Kind.DURATION]))
    if not moves and len(earlier) == 2 and _patterns().two_states.search(before):
        return list(_neither_way(earlier[0], earlier[1], changes[0], text))
    if len(moves) != 1:
        return []
    finding = _size(replace(moves[0], change=changes[0]))
    return [finding] if finding else []


def _level_and_gap(text: str, figures: Sequence[Figure]) -> Iterator[Movement]:
    """Yield the movement that "43.5p a litre, 6.5p more than a year ago" tells: from 37p."""
    if len(figures) != 2:
        return
    level, gap = figures
    found = _patterns().gap_behind.match(text[gap.end :])
    if found is None or level.kind is not gap.kind or level.unit != gap.unit or not _are_per_one(level, gap):
        return
    assert isinstance(level.value, Decimal) and isinstance(gap.value, Decimal)
    more = found["way"].lower() in ("more", "higher", "up")
    old = level.value - gap.value if more else level.value + gap.value
    yield Movement(replace(level, value=old, text=in_words(old, level)), level, None, 1 if more else -1)


def check_points_over(
    before: str, before_figures: Sequence[Figure], text: str, figures: Sequence[Figure]
) -> list[Finding]:
    """Return "it has lost 19 per cent" where the two levels, one in the sentence before, lie 19 points apart."""
    levels = [figure for figure in figures if _is_level(text, figure)]
    earlier = [figure for figure in before_figures if _is_level(before, figure)]
    lost = [figure for figure in figures if figure.unit == "%" and is_quantity(figure) and _is_change(text, figure)]
    if len(levels) != 1 or len(earlier) != 1 or len(lost) != 1 or not _patterns().as_a_result.search(text):
        return []
    one, other = range_of(earlier[0]), range_of(levels[0])
    stated, apart = range_of(lost[0]).size(), one.minus(other).size()
    relative = [change_percent(one, other), change_percent(other, one)]
    if not stated.meets(apart) or any(made is None or stated.meets(made.size()) for made in relative):
        return []
    message = f"{earlier[0].text} and {levels[0].text} are {lost[0].text} apart only in percentage points"
    return [at_figure("percent-points", lost[0], message)]


def _is_level(text: str, figure: Figure) -> bool:
    return figure.unit == "%" and is_quantity(figure) and figure.bound == "=" and not _is_change(text, figure)


def movements(text: str, figures: Sequence[Figure]) -> Iterator[Movement]:
    """Yield the movements of a text: "from A to B", "to B from A", "B, up from A", "B compared with A"."""
    used: set[int] = set()
    for span in figures:
        if span.value_high is not None and _patterns().from_.search(text[max(0, span.start - 40) : span.start]):
            old, new = replace(span, value_high=None), replace(span, value=span.value_high, value_high=None)
            change = _change(text, old, new, [figure for figure in figures if figure is not span], used)
            used |= {span.start} | ({change.start} if change else set())
            yield Movement(
                old, new, change, *_said(text, min(span.start, change.start if change else span.start), old, new)
            )
    for old in figures:
        if old.start in used or not _is_old(text, old, figures):
            continue
        later = _new_value(text, old, figures)
        if later is None:
            continue
        used |= {old.start, later.start}
        change = _change(text, old, later, figures, used)
        if change is not None:
            used.add(change.start)
        start = min(figure.start for figure in (old, later, change) if figure is not None)
        yield Movement(old, later, change, *_said(text, start, old, later))


def _is_old(text: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    if _is_change(text, figure):
        return False
    before = text[max(0, figure.start - 50) : figure.start]
    if _patterns().after.search(before):
        return _patterns().earlier.match(text[figure.end :]) is not None
    return _patterns().old.search(before) is not None


def _is_change(text: str, figure: Figure) -> bool:
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 40]
    if _patterns().level_before.search(before):
        return False
    if _patterns().change_before.search(before) or _patterns().change_after.match(after):
        return True
    return figure.role is Role.CHANGE


def _new_value(text: str, old: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return the new value that belongs to an old one: right after it behind "to", else the nearest level before it."""
    same = [f for f in figures if f is not old and f.kind is old.kind and f.unit == old.unit and _are_per_one(f, old)]
    for figure in same:
        between = text[old.end : figure.start]
        if figure.start > old.end and _patterns().to_after_old.fullmatch(between):
            return figure
    opening = _patterns().compared_first.match(text[: old.start])
    following = [figure for figure in same if figure.start > old.end and not _is_change(text, figure)]
    if opening and len(following) == 1:
        return following[0]
    before = [figure for figure in same if figure.end <= old.start and not _is_change(text, figure)]
    if not before:
        return None
    nearest = before[-1]
    between = text[nearest.end : old.start]
    if _patterns().sentence_end.search(between) or len(between) > 100 or _is_claimed(text, nearest):
        return None
    linked = (
        _patterns().link.search(between)
        or _patterns().after.search(between)
        or _patterns().to_before.search(text[max(0, nearest.start - 25) : nearest.start])
    )
    return nearest if linked else None


def _are_per_one(figure: Figure, other: Figure) -> bool:
    """Tell whether both are per the same; "from £420 to £466 a year" says it once."""
    return figure.per == other.per or None in (figure.per, other.per)


def _is_claimed(text: str, figure: Figure) -> bool:
    """Tell whether the figure is itself an old value."""
    return _patterns().old.search(text[max(0, figure.start - 50) : figure.start]) is not None


def _change(text: str, old: Figure, new: Figure, figures: Sequence[Figure], used: set[int]) -> Figure | None:
    """Return the change that goes with two values: the nearest figure within reach that is said to be one."""
    first, last = min(old.start, new.start), max(old.end, new.end)
    near = []
    for figure in figures:
        if figure.start in used or not _measures_change(figure, old):
            continue
        gap = text[figure.end : first] if figure.end <= first else text[last : figure.start]
        said_so = figure.unit == "%" and figure.start >= last and _patterns().or_so_much.fullmatch(gap)
        if not _is_change(text, figure) and not (said_so and old.unit != "%"):
            continue
        inside = first < figure.start < last
        if inside or (
            len(gap) <= 70 and not _patterns().sentence_end.search(gap) and not _patterns().other_clause.search(gap)
        ):
            near.append((0 if inside else len(gap), figure.start, figure))
    return min(near)[2] if near else None


def _measures_change(figure: Figure, value: Figure) -> bool:
    if figure.unit in ("%", "pp", "bp"):
        return True
    if figure.text.lower().endswith(("fold", "times")):
        return False
    return figure.kind is value.kind and figure.unit == value.unit


def _said(text: str, start: int, old: Figure, new: Figure) -> tuple[int, str]:
    """Return the direction and the multiple ("doubl", "halv") that the words before the values say."""
    before = text[max(0, start - 45) : max(old.start, new.start)]
    clause = re.split(r"[.;:]\s|\bwhile\b|\bbut\b", before)[-1] if start else before
    multiple = _patterns().multiple.search(clause)
    up, down = _patterns().up.search(clause), _patterns().down.search(clause)
    direction = 0 if bool(up) == bool(down) else 1 if up else -1
    return direction, multiple.group(1).lower() if multiple else ""


# --- does it follow? --------------------------------------------------------------------------------------


def _size(movement: Movement) -> Finding | None:
    """Return what is wrong with the size of the change."""
    (old, new), change = close_ranges(movement.old, movement.new), movement.change
    assert change is not None
    stated = range_of(change).size()
    difference = new.minus(old).size()
    if change.unit not in ("%", "pp", "bp"):
        exact = exact_range(movement.new).minus(exact_range(movement.old)).size()
        return None if exact.meets(stated) else _wrong(movement, exact, change)
    relative = change_percent(old, new)
    if relative is None:
        return None
    relative = Range(relative.size().low - SLACK, relative.size().high + SLACK)
    shares = movement.old.kind is Kind.PERCENT and movement.new.kind is Kind.PERCENT
    if change.unit == "%":
        if stated.meets(relative):
            return None
        return (
            _points(movement, relative) if shares and stated.meets(difference) else _wrong(movement, relative, change)
        )
    points = stated.scaled(Decimal("0.01")) if change.unit == "bp" else stated
    if not shares or points.meets(difference):
        return None
    return _points(movement, difference) if points.meets(relative) else _wrong(movement, difference, change)


def _wrong(movement: Movement, made: Range, change: Figure) -> Finding:
    middle = max((made.low + made.high) / 2, Decimal(0))
    unit = " per cent" if change.unit == "%" else " points" if change.unit in ("pp", "bp") else ""
    shown = in_words(middle) + unit if unit else in_words(middle, change)
    message = f"{movement.words} is {shown}, not {change.text}"
    return at_figure("change-wrong", change, message)


def _points(movement: Movement, made: Range) -> Finding:
    change = movement.change
    assert change is not None
    middle = in_words((made.low + made.high) / 2)
    right = f"percentage points, or {middle} per cent" if change.unit == "%" else f"per cent, or {middle} points"
    message = f"{movement.words} is {change.text} only in {right}"
    return at_figure("percent-points", change, message)


def _multiple(movement: Movement) -> Finding | None:
    """Return what is wrong with "doubled from A to B"."""
    if movement.change is not None or movement.multiple not in MULTIPLES:
        return None
    factor = MULTIPLES[movement.multiple]
    old, new = range_of(movement.old), range_of(movement.new)
    if old.low <= 0:
        return None
    ratio = Range(new.low / old.high, new.high / old.low)
    if ratio.meets(Range(factor * (1 - 2 * MULTIPLE_SLACK), factor * (1 + 3 * MULTIPLE_SLACK))):
        return None
    times = in_words((ratio.low + ratio.high) / 2)
    message = f"{movement.words} is {times} times, not “{movement.multiple}ed”"
    return at_figure("change-wrong", movement.new, message)


def _direction(movement: Movement) -> Finding | None:
    """Return what is wrong with "rose from 50 to 40"."""
    old, new = range_of(movement.old), range_of(movement.new)
    if old.low <= 0 or max(new.high / old.low, old.high / max(new.low, Decimal("0.001"))) > UNLIKELY:
        return None  # "from 8 to 2 million" leaves the first scale out
    if movement.direction > 0 and new.high < old.low:
        said, is_so = "up", "down"
    elif movement.direction < 0 and new.low > old.high:
        said, is_so = "down", "up"
    else:
        return None
    message = f"{movement.words} is {is_so}, not {said}"
    return at_figure("change-wrong", movement.new, message)


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        hedge = (
            r"(?:about|around|nearly|almost|just|some|only|roughly|a\s+record|an?|the|over|under|more\s+than|less\s+than|\s)*"
            r"[£$€]?\s*"
        )
        up = (
            r"rose|rises?|rising|risen|grew|grows?|grown|growth|climb\w*|increas\w+|jump\w*|soar\w*|surg\w+|went\s+up"
            r"|gain\w*|up|higher|expand\w*"
        )
        down = (
            r"fell|falls?|fallen|falling|dropp?\w*|declin\w+|decreas\w+|shrank|shrink\w*|slump\w*|slid|slides?|plung\w+"
            r"|went\s+down|lost|down|lower|cut|reduc\w+"
        )
        than = r"(?:more|less|fewer|higher|lower|greater|larger|smaller)\s+than|(?:up|down)\s+on"
        self.old = re.compile(
            rf"\b(?:{than}|from|compared\s+(?:with|to)|against|as\s+against|on)\s+(?:\w+[’']s\s+|last\s+year[’']s\s+)?{hedge}$",
            re.IGNORECASE,
        )
        self.after = re.compile(rf"\bafter\s+{hedge}$", re.IGNORECASE)
        self.earlier = re.compile(
            r"(?:\s+[a-z]+)?,?\s+(?:(?:the|a)\s+(?:year|season|quarter|month|week)\s+(?:before|earlier)|last\s+(?:year|season)"
            r"|in\s+(?:1[89]|20)\d\d)\b"
        )
        self.to_per_cent = re.compile(r"\s+to\s+\d+(?:\.\d+)?\s*(?:per\s+cent|percent|%)")
        self.compared_first = re.compile(
            rf"\W*(?:compared\s+(?:with|to)|against)\s+(?:\w+[’']s\s+)?{hedge}$", re.IGNORECASE
        )
        self.or_so_much = re.compile(r"(?:\s+a\s+\w+)?\s*(?:,|—|–)?\s*\(?(?:or|that\s+is)\s+(?:by\s+)?", re.IGNORECASE)
        self.that_is = re.compile(
            r"(?:That|This|It|The\s+(?:rise|fall|increase|change|drop))\s+"
            r"(?:is|was|represents|represented|amounts\s+to|means|meant|makes|made|works\s+out\s+(?:at|as))\b"
        )
        self.time = re.compile(
            r"\b(?:now|a\s+year\s+(?:ago|earlier|before)|(?:last|this)\s+(?:year|month|week)|today)\b", re.IGNORECASE
        )
        self.two_states = re.compile(
            r"\b(?:(?:is|are)\s+left|remain(?:s|ed)?|once|used\s+to|had\s+been|earlier|before|previous(?:ly)?)\b",
            re.IGNORECASE,
        )
        self.a_change = re.compile(
            r",\s+(?:which\s+is\s+)?an?\s+(?:rise|increase|fall|drop|decline|growth|gain|loss|reduction|cut|jump)\s+of\s+"
            r"(?:about|nearly|almost|some|more\s+than|just\s+(?:over|under)|\s)*$",
            re.IGNORECASE,
        )
        hedged = r"(?:about|nearly|almost|some|more\s+than|just\s+(?:over|under)|\s)*$"
        self.a_fall = re.compile(rf"\b(?:fall|drop|decline|loss|reduction|cut)\s+of\s+{hedged}", re.IGNORECASE)
        self.a_rise = re.compile(rf"\b(?:rise|increase|growth|gain|jump)\s+of\s+{hedged}", re.IGNORECASE)
        self.of_these = re.compile(
            r"\s*(?:[.,;:)—–]|$|(?:since|from|over|within|compared|that|which|and|but|a\s+year)\b)"
        )
        self.change_ends = re.compile(
            r"\s+(?:rise|increase|fall|drop|decline|gain|reduction|cut|jump|more|fewer|less|higher|lower)\s*(?:[.;,)]|$)",
            re.IGNORECASE,
        )
        self.as_a_result = re.compile(
            r"\b(?:so|therefore|thus|hence|which\s+means|meaning|that\s+is|a\s+year\s+(?:ago|earlier|before))\b",
            re.IGNORECASE,
        )
        self.from_ = re.compile(r"(?<!\bup )(?<!\bdown )\bfrom\s*$", re.IGNORECASE)
        self.level_before = re.compile(rf"\b(?:to|at|from|stood\s+at|reached|against)\s+{hedge}$", re.IGNORECASE)
        self.change_before = re.compile(
            rf"\b(?:by|{up}|{down}|(?:rise|increase|fall|drop|decline|growth|gain|loss|reduction|cut|jump)\s+of)\s+{hedge}$",
            re.IGNORECASE,
        )
        self.gap_behind = re.compile(r"\s+(?P<way>more|less|fewer|higher|lower|up|down)\s+(?:than|on)\b", re.IGNORECASE)
        self.change_after = re.compile(
            r"\s*-?\s*(?:\w+\s+)?(?:rise|increase|fall|drop|decline|decrease|growth|gain|reduction|cut|jump|surge|slump|more|fewer|less|higher|lower|up|down)\b",
            re.IGNORECASE,
        )
        aside = (
            r"(?:\s+(?:in|a|the|last|per|year|month|week|ago|before|earlier|previous|at|of|on|end|start|[\w’'-]+)){0,8}"
        )
        self.to_after_old = re.compile(rf"{aside}\s*,?\s+to\s+{hedge}", re.IGNORECASE)
        self.to_before = re.compile(rf"\b(?:to|at|reached|totalled)\s+{hedge}$", re.IGNORECASE)
        self.link = re.compile(
            rf"\b(?:{up}|{down}|compared|against|rise|fall|increase|drop|more|fewer|less)\b[^,;]{{0,25}}$",
            re.IGNORECASE,
        )
        self.sentence_end = re.compile(r"[.!?][”\"’)]?\s+[A-Z“\"]|;")
        self.other_clause = re.compile(
            rf"\b(?:while|whereas|but)\b|\band\s+(?:the\s+|its\s+|their\s+)?\w+\s+(?:{up}|{down})\b", re.IGNORECASE
        )
        self.multiple = re.compile(r"\b(doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)\b", re.IGNORECASE)
        self.up, self.down = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (up, down))


@cache
def _patterns() -> _Patterns:
    return _Patterns()
