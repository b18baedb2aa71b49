"""Where a time of day begins and ends among tokens: "7.24 a.m.", "22:00", "0401 GMT", "half past three", "noon".

It is no figure, and so the readers of figures leave it out; whoever compares times of day finds them by it.
"""

from __future__ import annotations

from factcheck.figures.grammar_words import CLOSED
from factcheck.figures.tokens import NUMBER, WORD, Tokens

HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
ZONES = {
    "gmt": "GMT", "utc": "GMT", "bst": "BST", "cet": "CET", "cest": "CET", "est": "ET", "edt": "ET",
    "cst": "CT", "cdt": "CT", "mst": "MT", "mdt": "MT", "pst": "PT", "pdt": "PT", "ist": "IST", "jst": "JST",
}  # fmt: skip
"""Zones as written behind a time, by what they are compared as: summer time is often written as winter time."""

OCLOCK = frozenset({"o'clock", "o’clock"})
CLOCK_WORDS = HALVES | OCLOCK | ZONES.keys()
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
WHOLE_HOURS = frozenset({"noon", "midday", "midnight"})
PAST_OR_TO = frozenset({"past", "to"})
LEADING = frozenset(
    "at about around by before after until till since from between towards toward approximately roughly nearly"
    " almost past circa".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DAYS = _WEEKDAYS | {"that", "this", "yesterday", "tomorrow", "last"}
_ZONES_OF_PLACES = frozenset({"local", "eastern", "pacific", "central", "mountain"})
_SPAN = frozenset({"-", "–", "to"})
_LAST_HOUR, _LAST_MINUTE = 24, 59
_TWELVE = 12


def clock_end(tokens: Tokens, index: int) -> int:
    """Return the end of "10.30am", "6 p.m.", "5:25", "0401 GMT"; "3:07:45" and "1:36.6" are durations."""
    after = index + 1
    if tokens.lower[after] in CLOCK_WORDS:
        return after + 1
    if tokens.kind[after + 1] == NUMBER and _joins_two(tokens, index):
        return after + 3
    if tokens.lower[index - 1] == ":" and tokens.is_glued(index):
        return 0
    if tokens.lower[after] != ":" or not (tokens.is_glued(after) and tokens.is_glued(after + 1)):
        return after if _is_told_by_its_day(tokens, index) else 0
    minutes = tokens.surface[after + 1]
    if len(minutes) != 2 or not minutes.isdecimal() or (tokens.lower[after + 2] == ":" and tokens.is_glued(after + 3)):
        return 0
    return after + 3 if tokens.lower[after + 2] in CLOCK_WORDS else after + 2


def _joins_two(tokens: Tokens, index: int) -> bool:
    """Is the number the first of "9-10pm", "9 to 10 p.m.", "between 9 and 10 p.m."?"""
    joint = tokens.lower[index + 1]
    spans = joint in _SPAN or (joint == "and" and tokens.lower[index - 1] == "between")
    return spans and tokens.lower[index + 3] in CLOCK_WORDS


def _is_told_by_its_day(tokens: Tokens, index: int) -> bool:
    """Is a bare number an hour by its part of the day: "at 8.40 on Saturday morning", "on Friday night at 9.15"?"""
    if tokens.lower[index - 1] not in LEADING or hour_and_minute(tokens.surface[index]) is None:
        return False
    is_behind = tokens.lower[index - 2] in DAY_PARTS and tokens.lower[index - 1] == "at"
    return day_part_end(tokens, index + 1) > 0 or (is_behind and "." in tokens.surface[index])


def hour_and_minute(digits: str) -> tuple[int, int] | None:
    """Return hour and minute of "8", "8.40", "0840"; None where these are none."""
    hour, _, minute = digits.partition(".")
    if len(digits) == 4 and digits.isdecimal():
        hour, minute = digits[:2], digits[2:]
    if not hour.isdecimal() or len(hour) > 2 or (minute and (len(minute) != 2 or not minute.isdecimal())):
        return None
    if int(hour) > _LAST_HOUR or int(minute or 0) > _LAST_MINUTE or ("." in digits and not minute):
        return None
    return int(hour), int(minute or 0)


def day_part_end(tokens: Tokens, index: int) -> int:
    """Return the index after "in the morning", "on Saturday night", "Friday evening", "local time"; 0 for neither."""
    lower = tokens.lower
    if lower[index] in _ZONES_OF_PLACES and lower[index + 1] == "time":
        return index + 2
    if lower[index : index + 2] == ["in", "the"] and lower[index + 2] in DAY_PARTS:
        return index + 3
    if lower[index] == "at" and lower[index + 1] == "night":
        return index + 2
    index += lower[index] == "on"
    return index + 2 if lower[index] in _DAYS and lower[index + 1] in DAY_PARTS else 0


def spoken_end(tokens: Tokens, index: int) -> int:
    """Return the end of a time of day in words that begins here: "half past three", "six o'clock", "noon"; or 0."""
    word, following = tokens.lower[index], tokens.lower[index + 1]
    if word in WHOLE_HOURS:
        return index + 1
    if word in _HOUR_WORDS:
        if following in OCLOCK:
            return index + 2
        if tokens.lower[index - 1] in LEADING and day_part_end(tokens, index + 1):
            return index + 1
    if following not in PAST_OR_TO or not is_hour(tokens, index + 2) or _goes_on(tokens, index + 3):
        return 0
    first = index - (tokens.lower[index - 1] == "a")
    if word in ("half", "quarter") and following == "past":
        return index + 3
    is_minute = word == "quarter" or (word in MINUTE_WORDS and word != "half" and following == "past")
    if not is_minute or tokens.lower[first - 1] not in LEADING:
        return 0
    return 0 if following == "to" and tokens.lower[first - 1] in ("from", "between") else index + 3


_HOUR_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
MINUTE_WORDS = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Goes what looks like an hour on as an amount: "from a quarter to nine million", "to two thirds"?"""
    word = tokens.lower[index]
    return tokens.kind[index] == WORD and word not in CLOSED and word not in CLOCK_WORDS and word not in _DAYS


def is_hour(tokens: Tokens, index: int) -> bool:
    """Is a token an hour in words or digits, or noon or midnight?"""
    word = tokens.lower[index]
    return word in _HOUR_WORDS or word in WHOLE_HOURS or (word.isdecimal() and 0 < int(word) <= _TWELVE)


def mark_spoken(tokens: Tokens, taken: bytearray) -> None:
    """Mark in `taken` the tokens of the times of day that are told in words."""
    if _SPOKEN.isdisjoint(tokens.lower):
        return
    for index in range(len(tokens)):
        if last := spoken_end(tokens, index):
            taken[index:last] = b"\1" * (last - index)


_SPOKEN = PAST_OR_TO - {"to"} | {"quarter"} | OCLOCK | DAY_PARTS
