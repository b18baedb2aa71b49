"""Labels: numbers that are names and are compared to the letter, not as quantities."""

from __future__ import annotations

import re

from factcheck.figures.names import code_span, score_end
from factcheck.figures.number_words import SMALL
from factcheck.figures.tokens import NUMBER, WORD, Tokens
from factcheck.models import Label

_GRADES = frozenset("category tier grade level phase stage type class division band zone group".split())
_CODES = frozenset(
    "article section chapter schedule key junction route channel flight platform gate room formula version boeing"
    " airbus protocol resolution amendment rule".split()
)
_IN_ANY_CASE = frozenset("category tier grade level phase stage type band".split())
_ROMAN = re.compile(r"[IVX]{1,4}|[A-F]")
_MAY_HOLD = re.compile(r"[0-9]|(?i:\b(?:category|tier|grade|level|phase|stage|type|class|division|band|formula)\b)")


def extract_labels(text: str) -> list[Label]:
    """Return the scores ("3-2"), grades ("Category 2", "Tier one") and codes ("COVID-19") of a text, in order."""
    if not _MAY_HOLD.search(text):
        return []
    tokens = Tokens(text)
    labels: list[Label] = []
    floor = 0
    for index in range(len(tokens)):
        if index >= floor and (found := _label_at(tokens, index)) is not None:
            label, floor = found
            labels.append(label)
    return labels


def _label_at(tokens: Tokens, index: int) -> tuple[Label, int] | None:
    if tokens.kind[index] == NUMBER:
        if last := score_end(tokens, index):
            return _label(tokens, index, last, "score")
        first, last = code_span(tokens, index)
        return _label(tokens, first, last, "code") if last else None
    if tokens.lower[index] in _CODES and tokens.is_capitalised(index) and tokens.surface[index + 1].isdigit():
        return _label(tokens, index, index + 2, "code")
    if tokens.lower[index] in _GRADES and _names_grade(tokens, index):
        return _label(tokens, index, index + 2, "grade")
    return None


def _names_grade(tokens: Tokens, index: int) -> bool:
    """Return whether the word at `index` and the one behind it name a grade: "Tier 3", "Grade II", "category one"."""
    after = index + 1
    if not (tokens.is_capitalised(index) or tokens.lower[index] in _IN_ANY_CASE):
        return False
    if tokens.kind[after] == NUMBER:
        return tokens.surface[after].isdigit()
    return tokens.kind[after] == WORD and (
        tokens.lower[after] in SMALL or _ROMAN.fullmatch(tokens.surface[after]) is not None
    )


def _label(tokens: Tokens, first: int, last: int, kind: str) -> tuple[Label, int]:
    surface = tokens.slice(first, last)
    return Label(surface, tokens.start[first], tokens.end[last - 1], kind, _spelling(surface, kind)), last


def _spelling(surface: str, kind: str) -> str:
    """Return a label in the one spelling that is compared."""
    plain = re.sub("[‐‑–—−]", "-", surface)
    if kind == "code":
        return plain.upper()
    if kind == "grade":
        word, _, number = plain.lower().partition(" ")
        return f"{word} {SMALL.get(number, number)}"
    return plain
