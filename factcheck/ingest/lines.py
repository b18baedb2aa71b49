"""The lines of a text with their places, and the rule by which hard-wrapped lines are joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.values import dataclass

MAX_COLUMNS = 100
"""Text whose lines are longer than this is not wrapped: each line is a paragraph."""
RAGGED_COLUMNS = 14
"""How much shorter than the widest a line may be and still have been broken by wrapping, not by the writer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends; `start` and `end` slice the whole text, `indent` is in characters."""

    start: int
    end: int
    indent: int
    text: str

    def __bool__(self) -> bool:
        """Whether anything stands on the line."""
        return self.end > self.start


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text whose line ends are "\\n"."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if stripped and len(stripped) < len(raw) else 0
        lines.append(Line(at + indent, at + indent + len(stripped), indent, stripped))
        at += len(raw) + 1
    return lines


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width that a text was wrapped to, None where each line is a paragraph of its own.

    It is wrapped where its lines are short and most of them break only because the next word did not fit, in
    the middle of a sentence: the next line starts with a small letter, or nearly every line is full.
    """
    lengths = sorted(line.end - line.start for line in lines if line and " " in line.text)
    if not lengths or lengths[int(0.95 * (len(lengths) - 1))] > MAX_COLUMNS:
        return None
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if width < 40:
        return None
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    full = [(line, after) for line, after in pairs if _is_full(line, after, width)]
    running_on = sum(1 for _, after in full if after.text[0].islower())
    if running_on and running_on >= 0.3 * len(pairs):
        return width
    return width if len(full) >= 5 and len(full) >= 0.9 * len(pairs) else None


def runs_on(line: Line, after: Line, width: int | None) -> bool:
    """Whether the next line continues the paragraph of this one."""
    if not after or starts_item(after.text):
        return False
    is_broken_off = line.text[-1].isalpha() or line.text[-1] in ",-"
    if line.end - line.start >= 40 and ((is_broken_off and after.text[0].islower()) or _is_open(line.text)):
        return True
    if width is None or after.indent > line.indent + 1:
        return False
    return _is_full(line, after, width)


_OPEN = frozenset("a an and as at by for from in into is of on or than that the to was were with".split())


def _is_open(text: str) -> bool:
    """Whether a line ends with a word that no sentence and no heading of its own ends with."""
    return text.rsplit(None, 1)[-1] in _OPEN


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    first_word = len(after.text.split(None, 1)[0])
    return line.end - line.start + 1 + first_word > width - RAGGED_COLUMNS


_ITEM = re.compile(r"(?:[-*•‣▪◦·–—\ue000-\uf8ff]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")


def starts_item(text: str) -> bool:
    """Whether a line starts a list item."""
    return _ITEM.match(text) is not None


def item_text_at(text: str) -> int:
    """Return where the words of a list item start, 0 where the line is none."""
    match = _ITEM.match(text)
    return match.end() if match else 0
