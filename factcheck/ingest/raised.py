"""Raised characters: powers are written as such ("km²", "10⁶"), marks of notes are left out.

Without this "built in 2019" with a note 3 reads as the year 20193, and a million trees as 106.
"""

from __future__ import annotations

import re

OPEN, CLOSE, CLOSE_LINK = "\ufdd0", "\ufdd1", "\ufdd2"
"""What readers put around raised characters until the words around them are known: no text has these characters."""

_ANY = re.compile(f"[{OPEN}{CLOSE}{CLOSE_LINK}]")
_MARKED = re.compile(f"{OPEN}(?P<raised>[^{OPEN}{CLOSE}{CLOSE_LINK}]*)(?P<end>[{CLOSE}{CLOSE_LINK}])")
_DIGITS = re.compile(r"[-−–+]?\d{1,3}")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|[a-d]|[*†‡§¶]{1,3})[\])]?")
_LINKED_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[*†‡§¶]{1,3}|note \d+)[\])]?")
_UNIT = r"[kcdµμm]?m|ft|in|yd|mi|miles?|(?:kilo|centi|milli)?met(?:re|er)s?|feet|inch(?:es)?"
_POWERED = re.compile(rf"(?:(?<![\d.,])10|(?<![A-Za-z])(?:{_UNIT}|[A-Za-z]))\Z")
_POWERS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


def settle(text: str) -> str:
    """Return the text with what stands between the marks as it is to be read."""
    if OPEN not in text:
        return text
    text = _MARKED.sub(
        lambda found: standing(
            text[: found.start()], found["raised"], text[found.end() :], is_link=found["end"] == CLOSE_LINK
        ),
        text,
    )
    return _ANY.sub("", text)


def standing(before: str, raised: str, behind: str, *, is_link: bool = False) -> str:
    """Return what stands for raised characters between the texts before and behind them.

    A link leads to a note; without one a number beside a unit, a ten or a single letter is a power, one over a
    stroke the part of a fraction, and any other small number behind a word or a figure the mark of a note.
    """
    mark = raised.strip()
    base = before[-20:]
    if not base.strip() or base[-1:].isspace():  # the number of the note itself, at its beginning
        return raised
    if is_link and _LINKED_MARK.fullmatch(mark):
        return ""
    if behind[:1] in ("/", "⁄") and mark.isdigit():
        return f" {mark}" if base[-1:].isdigit() else mark
    if _DIGITS.fullmatch(mark) and _POWERED.search(base):
        return mark.translate(_POWERS)
    return "" if _MARK.fullmatch(mark) else raised
