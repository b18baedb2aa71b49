"""Ignore comments in a draft: `<!-- factcheck: ignore figure-conflict -->` silences one sentence or paragraph.

A comment with text before it on its line is about the sentence that it stands in or behind; one that begins its
line is about the paragraph below. Without codes it silences everything there. What silences nothing is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.models import Alert
from factcheck.proofread.codes import CODES
from factcheck.proofread.draft import Draft


@dataclass(frozen=True, slots=True)
class Ignore:
    """An ignore comment: where it stands in the draft's text, its codes (none for all), the span it is about."""

    start: int
    end: int
    codes: tuple[str, ...]
    about: tuple[int, int]


def find_ignores(draft: Draft) -> list[Ignore]:
    """Return the ignore comments of a draft in order."""
    found = []
    for match in _patterns().comment.finditer(draft.text):
        codes = tuple(code for code in re.split(r"[\s,]+", match["codes"].strip()) if code)
        found.append(Ignore(match.start(), match.end(), codes, _about(draft, match)))
    return found


def _about(draft: Draft, match: re.Match[str]) -> tuple[int, int]:
    line_start = draft.starts[bisect_right(draft.starts, match.start()) - 1]
    before = _patterns().any_comment.sub("", draft.text[line_start : match.start()])
    spans = [sentence.span for sentence in draft.sentences]
    if before.strip():
        nearest = [span for span in spans if span[0] < match.end()]
        return nearest[-1] if nearest else (match.start(), match.start())
    following = [number for number, span in enumerate(spans) if span[1] > match.end()]
    if not following:
        return match.start(), match.start()
    paragraph = draft.sentences[following[0]].paragraph
    inside = [spans[number] for number in following if draft.sentences[number].paragraph == paragraph]
    return inside[0][0], inside[-1][1]


@dataclass(frozen=True, slots=True)
class PlacedAlert:
    """An alert with its span in the draft's text."""

    alert: Alert
    start: int
    end: int


def without_ignored(alerts: Sequence[PlacedAlert], ignores: Sequence[Ignore]) -> tuple[list[PlacedAlert], list[Ignore]]:
    """Return the alerts that no comment silences, and the comments that silence none."""
    used: set[int] = set()
    kept = []
    for item in alerts:
        silencing = [number for number, ignore in enumerate(ignores) if _silences(ignore, item)]
        used |= set(silencing)
        if not silencing:
            kept.append(item)
    return kept, [ignore for number, ignore in enumerate(ignores) if number not in used]


def _silences(ignore: Ignore, item: PlacedAlert) -> bool:
    inside = ignore.about[0] <= item.start < ignore.about[1] or item.start <= ignore.about[0] < item.end
    return inside and (not ignore.codes or item.alert.code in ignore.codes)


def complaint(ignore: Ignore) -> str:
    """Return what to say of a comment that silences nothing."""
    unknown = [code for code in ignore.codes if code not in CODES]
    if unknown:
        return f"there is no alert called “{unknown[0]}”"
    return f"this comment silences nothing ({', '.join(ignore.codes) or 'all codes'})"


class _Patterns:
    """The patterns of this room, compiled at first use."""

    def __init__(self) -> None:
        self.comment = re.compile(r"<!--\s*factcheck:\s*ignore\b(?P<codes>[\w\s,-]*?)-->")
        self.any_comment = re.compile(r"<!--.*?-->")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
