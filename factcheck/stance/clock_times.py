"""The times of day that a text gives, and its parts of the day: "shortly after 11pm", "the morning rush hour"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.figures.clocks import (
    DAY_PARTS,
    HALVES,
    LEADING,
    MINUTE_WORDS,
    OCLOCK,
    WHOLE_HOURS,
    ZONES,
    clock_end,
    day_part_end,
    hour_and_minute,
    spoken_end,
)
from factcheck.figures.tokens import NUMBER, Tokens
from factcheck.values import dataclass
from factcheck.words import NUMBER_WORDS, listed

DAY, HALF_DAY = 1440, 720  # minutes
_NOON = 720
# Looked for in every passage, of which most give no time of day: as a pattern, the words took ten times as long.
_PART_HINTS = ("night", "evening", "morning", "noon", "dawn", "early hours", "small hours")
_HINTS = (*_PART_HINTS, "clock", "midday", " past ", "quarter to")
_IN_DIGITS = re.compile(r"\d(?: ?[ap]\.? ?m\b|:\d\d| ?[a-z]{2,3}t\b| ?utc\b| \w+ time\b)")
_GAME_CLOCK = frozenset(listed("of into left remaining"))  # "at 5:25 of the second period"
_OFFSETS = frozenset(listed("minutes minute hours hour days day weeks week seconds moments"))
_NEAR = frozenset(listed("shortly just soon immediately right moments"))
_HEDGES = {
    **dict.fromkeys(listed("about around approximately roughly circa nearly almost"), "~"),
    **dict.fromkeys(listed("towards toward"), "<~"),
    **dict.fromkeys(listed("after past"), ">"),
    "before": "<",
    "by": "<=",
    **dict.fromkeys(listed("until till"), "until"),
    **dict.fromkeys(listed("from since"), "from"),
}
_JOINTS = frozenset(listed("- – to and"))
_HALF_OF_PART = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_NIGHT_FROM, _NIGHT_UNTIL = 18 * 60, 6 * 60  # "11.30 at night" is p.m., "3 at night" a.m.


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as written, or a part of the day.

    `minutes` are what it may be, from midnight on: "7:24" is one of two. `last` are those of a range's end. `bound`
    is `=`, `~`, `<`, `<=`, `>`, `<~` ("shortly before"), `>~` ("just after"), `from`, `until`, `between`, or `?` where
    it is told by a distance ("two hours after noon"). `part` names a part of the day, which has no `minutes`.
    `told` is all that says it, hedge and all; `spans` are where its words stand, a part's that goes with it too.
    """

    told: str
    spans: tuple[tuple[int, int], ...]
    minutes: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    bound: str = "="
    zone: str = ""
    part: str = ""

    @property
    def start(self) -> int:
        """Return where it begins in its text."""
        return self.spans[0][0]

    def holds(self, start: int) -> bool:
        """Stands one of its words here?"""
        return any(first <= start < end for first, end in self.spans)


@lru_cache(maxsize=512)
def read_clock_times(text: str) -> tuple[ClockTime, ...]:
    """Return the times of day that a text gives, in order; parts of the day behind them."""
    low = text.lower()
    if not any(hint in low for hint in _HINTS) and _IN_DIGITS.search(low) is None:
        return ()
    tokens = Tokens(text)
    times = list(_joined(text, [*_clocks(tokens)]))
    named = _parts(text) if any(hint in low for hint in _PART_HINTS) else ()
    parts = [part for part in named if not any(time.holds(part.start) for time in times)]
    return (*times, *parts)


def _clocks(tokens: Tokens) -> Iterator[tuple[int, int, ClockTime]]:
    """Yield each time of day with the tokens that it is told by, hedge left out."""
    index = 0
    while index < len(tokens):
        is_number = tokens.kind[index] == NUMBER
        stop = (clock_end(tokens, index) if is_number else 0) or spoken_end(tokens, index)
        found = _clock(tokens, index, stop) if stop else None
        if found is not None:
            yield index, max(stop, found[0]), found[1]
        index = max(stop, found[0] if found is not None else 0, index + 1)


def _clock(tokens: Tokens, index: int, stop: int) -> tuple[int, ClockTime] | None:
    """Return a time of day with the token after it, None for what only looks like one: "a 5:25 win"."""
    lower = tokens.lower
    words = lower[index:stop]
    half = next((_half(word) for word in words if word in HALVES), "")
    named = bool(half) or tokens.kind[index] != NUMBER or any(word in OCLOCK or word in ZONES for word in words)
    zone = next((ZONES[word] for word in words if word in ZONES), "")
    if not half and lower[stop] in HALVES:
        half, stop = _half(lower[stop]), stop + 1
    if lower[stop] in ZONES:
        zone, stop = ZONES[lower[stop]], stop + 1
    part_stop = day_part_end(tokens, stop)
    part = lower[part_stop - 1] if part_stop and lower[part_stop - 1] in DAY_PARTS else ""
    opening, bound = _hedge(tokens, index)
    leads = opening < index or lower[index - 1] in (*LEADING, "and")
    if not (named or part_stop or zone) and (not leads or lower[stop] in _GAME_CLOCK):
        return None
    part = part or _part_before(tokens, opening)
    ends = _ends(tokens, index, stop, half or _half_of(part))
    if ends is None:
        return None
    minutes, last = ends
    if part == "night" and not half and len(minutes) > 1:
        minutes = tuple(m for m in minutes if m >= _NIGHT_FROM or m < _NIGHT_UNTIL) or minutes
    first, end = tokens.start[opening], tokens.end[stop - 1]
    spans = [(first if bound not in ("=", "between") else tokens.start[index], end)]
    if part_stop:
        place = part_stop - 1
        spans.append((tokens.start[place], tokens.end[place]))
        if lower[place] == "time":
            spans[-1] = (tokens.start[stop], tokens.end[place])
    if last and bound in ("from", "between", "="):
        bound = "between" if bound == "between" else "span"
    return stop, ClockTime(tokens.text[spans[0][0] : end], tuple(spans), minutes, last, bound, zone)


def _half(word: str) -> str:
    return word.replace(".", "")


def _half_of(part: str) -> str:
    return _HALF_OF_PART.get(part, "")


def _part_before(tokens: Tokens, opening: int) -> str:
    """Return the part of the day right before a time: "on Wednesday morning at 3.40"."""
    place = opening - 1
    if tokens.lower[place] in (",", "at"):
        place -= 1
    return tokens.lower[place] if place >= 0 and tokens.lower[place] in DAY_PARTS else ""


def _hedge(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return the token at which the hedge of a time begins, and the bound that it sets."""
    lower = tokens.lower
    place = index - 1
    if lower[place] in ("a", "at") and lower[place - 1] in _HEDGES:
        place -= 1
    word, before = lower[place], lower[place - 1]
    if word == "between":
        return place, "between"
    if word not in _HEDGES:
        return index, "="
    if word in ("after", "before", "past"):
        if before in _OFFSETS and lower[place - 2] not in ("few", "moments"):
            return place, "?"
        if before in _NEAR or before in _OFFSETS or (before == "little" and lower[place - 2] == "a"):
            return place - 1, f"{_HEDGES[word]}~"
    if word in ("about", "around") and before in ("until", "till", "from", "by", "before", "after"):
        return place - 1, "~"
    if word == "by" and before in _NEAR:
        return place - 1, "<="
    return place, _HEDGES[word]


def _ends(tokens: Tokens, index: int, stop: int, half: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the minutes that a time may be, and those of its end where it is a range: "9-10pm"."""
    lower = tokens.lower
    if tokens.kind[index] == NUMBER and lower[index + 1] in _JOINTS and tokens.kind[index + 2] == NUMBER:
        first, last = hour_and_minute(tokens.surface[index]), hour_and_minute(tokens.surface[index + 2])
        if first is None or last is None:
            return None
        return _readings(*first, half), _readings(*last, half)
    if lower[index] in WHOLE_HOURS:
        return (0 if lower[index] == "midnight" else _NOON,), ()
    if lower[index + 1] in ("past", "to") and lower[index] in MINUTE_WORDS:
        return _spoken(lower[index], lower[index + 1], lower[index + 2], half), ()
    if lower[index] in NUMBER_WORDS:
        return _readings(NUMBER_WORDS[lower[index]], 0, half), ()
    digits = tokens.surface[index]
    if lower[index + 1] == ":":
        digits += "." + tokens.surface[index + 2]
    told = hour_and_minute(digits)
    if told is None:
        return None
    exact = digits[:1] == "0" or (len(digits) == 4 and digits.isdecimal())
    return ((told[0] % 24 * 60 + told[1],) if exact and not half else _readings(*told, half)), ()


def _spoken(minute: str, way: str, hour: str, half: str) -> tuple[int, ...]:
    """Return the minutes of "half past three", "quarter to nine"."""
    away = MINUTE_WORDS[minute] * (1 if way == "past" else -1)
    if hour in WHOLE_HOURS:
        return (((0 if hour == "midnight" else _NOON) + away) % DAY,)
    number = int(hour) if hour.isdecimal() else NUMBER_WORDS[hour]
    return tuple(sorted((each + away) % DAY for each in _readings(number, 0, half)))


def _readings(hour: int, minute: int, half: str) -> tuple[int, ...]:
    """Return the minutes from midnight that an hour and a minute may be; of twelve hours, with `half`, only one."""
    if hour == 0 or hour > 12:
        return (hour % 24 * 60 + minute,)
    early = hour % 12 * 60 + minute
    return (early,) if half == "am" else (early + HALF_DAY,) if half == "pm" else (early, early + HALF_DAY)


def _joined(text: str, found: list[tuple[int, int, ClockTime]]) -> Iterator[ClockTime]:
    """Yield the times, two that are the ends of one stretch as one: "from 9am to 5pm", "between noon and 5 p.m."."""
    skip = False
    for place, (_, stop, time) in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        if after is not None and not time.last and after[0] - stop <= 1 and not after[2].last:
            between = text[time.spans[-1][1] : after[2].spans[0][1]].lower().lstrip()
            joint = between.split(maxsplit=1)[0] if between else ""
            is_between = time.bound == "between" and joint == "and"
            if is_between or (time.bound in ("=", "from") and joint in ("to", "until", "till", "-", "–")):
                skip = True
                told = text[time.start : after[2].spans[0][1]]
                spans = ((time.start, after[2].spans[0][1]), *time.spans[1:], *after[2].spans[1:])
                bound = "between" if is_between else "span"
                yield ClockTime(told, spans, time.minutes, after[2].minutes, bound, time.zone or after[2].zone)
                continue
        yield time


# Compiled when a text first has a part of the day: most have none, and these took a millisecond at every start.
_PART = (
    r"(?i)\b(?:(?:in|during) )?(?:the )?(?P<part>morning|afternoon|evening)(?:['’]s)? (?:rush[- ]hour|rush|commute)\b"
    r"|\b(?:in|during|through|throughout) the (?:early |late |mid-?)?(?P<in>morning|afternoon|evening|night)\b"
    r"|\bthe (?P<of>morning|afternoon|evening|night) of\b"
    r"|\b(?:on )?(?:early |late )?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|that|this|yesterday|tomorrow)"
    r" (?P<day>morning|afternoon|evening|night)\b"
    r"|\bin the (?:early|small) (?P<small>hours)\b"
    r"|\b(?P<other>overnight|at night|last night|tonight|at dawn)\b"
)
_BEFORE_PART = r"(?i)^(?:on|in|during|through|throughout) "
_OTHERS = {"hours": "small hours", "overnight": "night", "at night": "night", "last night": "night",
           "tonight": "night", "at dawn": "dawn"}  # fmt: skip
_NOT_BEHIND = r"\s*(?:train|shift|news|paper|edition|session|service|prayers?|show|trading|classes)\b"


def _parts(text: str) -> Iterator[ClockTime]:
    """Yield the parts of the day that a text names as the time of something."""
    for found in re.finditer(_PART, text):
        name = found.lastgroup or ""
        word = found[name].lower()
        if re.match(_NOT_BEHIND, text[found.end() :]):
            continue
        part = f"{word} rush" if name == "part" else _OTHERS.get(word, word)
        span = found.span() if name in ("part", "small", "other") else found.span(name)
        yield ClockTime(re.sub(_BEFORE_PART, "", found[0]), (span,), part=part)
