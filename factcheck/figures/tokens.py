"""Cut a text into number, word and mark tokens, once; every reader of figures works on their indices."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

NUMBER, WORD, MARK = 1, 2, 3

_GROUP_SPACE = "\u00a0\u2009\u202f\u2007"
_PATTERN = rf"""
    ( (?= [0-9.¼½¾⅐-⅞] ) (?:                                                # most tokens are no numbers
      [0-9]{{1,3}} (?: , [0-9]{{3}} )+ (?: \.[0-9]+ )? (?![0-9])           # 1,234,567.8
    | [0-9]{{1,2}} (?: ,[0-9]{{2}} )+ ,[0-9]{{3}} (?: \.[0-9]+ )? (?![0-9])  # 12,34,567
    | [0-9]{{1,3}} (?: \.[0-9]{{3}} )+ ,[0-9]{{1,2}} (?![0-9])             # 1.000,5
    | [0-9]{{1,3}} (?: [{_GROUP_SPACE}][0-9]{{3}} )+ (?: \.[0-9]+ )? (?![0-9])
    | [0-9]{{1,3}} (?: ['’][0-9]{{3}} )+ (?![0-9])                         # 1'250'000
    | [0-9]+ (?: \.[0-9]+ )*                                               # 4.5, and 2.4.1, which is no number
    | (?<![\w.]) \.[0-9]+                                                  # .5
    | [¼½¾⅐-⅞]
    ) )
  | ( [A-Za-z][a-z]+ (?! [\w'’] )                                         # the plain word, first for speed
    | [A-Za-z]\. (?: [A-Za-z]\. )+                                         # U.S., a.m.
    | [^\W\d_]+ (?: ['’] [^\W\d_]+ )*
    )
  | ( \S )
    """
_TOKEN = re.compile(_PATTERN, re.VERBOSE)

_RAISED = "⁰¹²³⁴-⁹"
_POWERED = r"[kcdhµμm]?m|ft|in|yd|mi|[A-Za-z]|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|inch(?:es)?"
_HAS_RAISED = re.compile(f"[{_RAISED}]")


@cache
def _token_of_raised() -> re.Pattern[str]:
    """What `_TOKEN` is where characters are raised: powers are of their word, others the marks of notes.

    "£45 million⁴" is millions, and 12 km² an area; looking for both in every text would take a sixth longer.
    """
    words = rf"(?: {_POWERED} ) [⁻{_RAISED}]+ | 10 [⁻{_RAISED}]+ | [{_RAISED}]+ (?= [/⁄] )"  # km², 10⁶, ¹⁄₂
    pattern = _PATTERN.replace("| [^\\W\\d_]+", f"| {words} | [^\\W\\d_]+").replace(
        "[^\\W\\d_]", f"[^\\W\\d_{_RAISED}]"
    )
    return re.compile(pattern.replace("(?= [0-9.¼", f"(?! 10[⁻{_RAISED}] ) (?= [0-9.¼"), re.VERBOSE)


# Empty tokens after the last one: looking a few tokens ahead, or before the first, needs no bounds check.
_PADDING = 16
_NO_WORDS, _NO_KINDS = [""] * _PADDING, [0] * _PADDING


class Tokens:
    """The tokens of a text as parallel lists; token `i` is `text[start[i]:end[i]]`.

    The lists carry `_PADDING` empty tokens at the end, which are also what small negative indices reach,
    so `lower[i - 2]` and `lower[i + 3]` are safe for every `0 <= i < len(tokens)`.
    """

    __slots__ = ("end", "kind", "lower", "numbers", "numerals", "size", "start", "surface", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        is_plain = text.isascii() or not _HAS_RAISED.search(text)
        matches = list((_TOKEN if is_plain else _token_of_raised()).finditer(text))
        self.size = len(matches)
        surface = list(map(re.Match.group, matches))  # mapped, these take half the time of comprehensions
        self.surface = surface + _NO_WORDS
        self.lower = [*map(str.lower, surface), *_NO_WORDS]
        kinds = [match.lastindex or MARK for match in matches]
        self.kind: list[int] = kinds + _NO_KINDS
        # Padding ends behind its start, so that no token is glued to it.
        self.start = [*map(re.Match.start, matches), *[len(text) + 1] * _PADDING]
        self.end = [*map(re.Match.end, matches), *[len(text) + 2] * _PADDING]
        self.numbers = [index for index, kind in enumerate(kinds) if kind == NUMBER]
        # What `numerals.read_numeral` has read so far, by its first token: several readers ask for the same.
        self.numerals: dict[int, Any] = {}  # Any: numerals are a room to the right

    def __len__(self) -> int:
        return self.size

    def starts(self, words: frozenset[str]) -> list[int]:
        """Return, in order, the tokens that are numbers or one of these words."""
        if words.isdisjoint(self.lower):
            return self.numbers
        return [
            index
            for index, (kind, word) in enumerate(zip(self.kind, self.lower, strict=True))
            if kind == NUMBER or word in words
        ]

    def is_glued(self, index: int) -> bool:
        """Return whether token `index` follows the one before it without a space."""
        return self.start[index] == self.end[index - 1]

    def is_capitalised(self, index: int) -> bool:
        """Return whether token `index` is a word that starts with a capital."""
        return self.kind[index] == WORD and self.surface[index][0].isupper()

    def slice(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to, not including, `last`."""
        return self.text[self.start[first] : self.end[last - 1]]


HYPHENS = frozenset("-‐‑–—−")
DASHES = frozenset("-‐‑–—~")
