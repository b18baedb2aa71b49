"""Figures in the cells of a table row, "Ward: Harbour; Homes: 1240; Cost (£m): 3.2": the column says what is counted.

A number that fills its cell takes its noun from the name of the column, and its unit and scale where the name has
them. Nothing else is read anew: what a sentence says after a colon has its own words around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from factcheck.figures.grammar_words import PREPOSITIONS, is_plural
from factcheck.models import Figure, Kind
from factcheck.values import replace

Reader = Callable[[str], list[Figure]]

_CELL = re.compile(r"(?:^|(?<=; )|(?<=\n))(?P<column>[^:;\n]{1,100}): (?P<value>[^;\n]{1,40})(?=;|\n|$)")
_BRACKETS = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{1,20})[)\]]\s*\Z|,\s+(?P<after>\S{1,4})\Z")
_SCALED = re.compile(
    r"(?:in )?(?P<sign>[£$€¥]?)\s?(?P<scale>m|mn|mln|millions?|bn|billions?|k|thousands?|['’]?000s?)?", re.IGNORECASE
)
_SCALES = {"m": " million", "b": " billion", "k": " thousand", "t": " thousand", "'": " thousand", "0": " thousand"}
_SHARES = frozenset({"%", "per cent", "percent", "in %"})
_NAMELESS = frozenset(
    "amount average change code difference figure id mean no number percentage rate ref share sum total value".split()
)
_DATED = re.compile(r"\b(?:years?|dates?|since|from|until|founded|opened|built|born|season|period)\b", re.IGNORECASE)


def name_cells(text: str, figures: Sequence[Figure], read: Reader) -> list[Figure]:
    """Return the figures of a text, those that fill a cell with the noun and the unit that their column names.

    `read` is what reads the figures of a few words; it is asked about "£3.2 million" for 3.2 below "Cost (£m)".
    """
    cells = {match.start("value"): match for match in _CELL.finditer(text)}
    scales = [span for cell in cells.values() for span in _scale_of(cell)]
    return [
        _named(figure, cells[figure.start], read) if figure.start in cells else figure
        for figure in figures
        if not any(start <= figure.start < end for start, end in scales)
    ]


def _scale_of(cell: re.Match[str]) -> list[tuple[int, int]]:
    """Return the span in the name of a column that says its scale: the "000s" there is no figure."""
    brackets = _BRACKETS.search(cell["column"])
    if brackets is None or not brackets["inner"] or not _SCALED.fullmatch(brackets["inner"].strip()):
        return []
    start = cell.start("column")
    return [(start + brackets.start(), start + brackets.end())]


def _named(figure: Figure, cell: re.Match[str], read: Reader) -> Figure:
    if cell["value"].strip() != figure.text:
        return figure
    column = cell["column"].strip()
    brackets = _BRACKETS.search(column)
    name = column[: brackets.start()].strip() if brackets else column
    is_bare = figure.unit is None and figure.kind in (Kind.NUMBER, Kind.DATE) and _is_digits(figure.text)
    if is_bare:
        unit = (brackets["inner"] or brackets["after"]) if brackets else name
        dated = not brackets and _DATED.search(name)
        figure = (None if dated else _measured(figure, unit, read)) or _counted(figure, name)
    head = _head(name)
    if figure.kind is Kind.DATE or figure.noun is not None or head is None:
        return figure
    return replace(figure, noun=head, noun_phrase=name)


def _is_digits(text: str) -> bool:
    return text.replace(",", "").replace(".", "", 1).lstrip("-−").isdigit()


def _measured(figure: Figure, unit: str, read: Reader) -> Figure | None:
    """Return the figure with the unit that stands with its column, None where that names none."""
    written = _with_unit(figure.text, unit.strip())
    found = read(written)
    if len(found) != 1 or found[0].text != written or found[0].kind is Kind.DATE:
        return None
    measured = found[0]
    is_measured = measured.unit is not None or measured.value != figure.value
    return replace(measured, text=figure.text, start=figure.start, end=figure.end, role=None) if is_measured else None


def _with_unit(digits: str, unit: str) -> str:
    if unit.lower() in _SHARES:
        return f"{digits}%"
    scaled = _SCALED.fullmatch(unit)
    if scaled:
        return f"{scaled['sign']}{digits}{_SCALES.get((scaled['scale'] or ' ')[0].lower(), '')}"
    return f"{digits} {unit.lower() if unit.istitle() else unit}"


def _counted(figure: Figure, name: str) -> Figure:
    """Return the figure as a count where it looks like a year and its column counts things: "Homes: 2100"."""
    if figure.kind is not Kind.DATE or _DATED.search(name) or not any(map(is_plural, name.lower().split())):
        return figure
    return replace(figure, kind=Kind.NUMBER, value=Decimal(figure.text), value_high=None)


def _head(name: str) -> str | None:
    """Return the noun of a column's name: what stands behind "of", else its last plural, else its last word."""
    words: list[str] = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", name)
    lower = [word.lower() for word in words]
    if "of" in lower[:-1]:
        words, lower = words[lower.index("of") + 1 :], lower[lower.index("of") + 1 :]
    end = next((place for place, word in enumerate(lower) if word in PREPOSITIONS), len(words))
    words, lower = words[:end], lower[:end]
    if not words or _DATED.search(name) or lower[-1] in _NAMELESS or len(words) > 6:
        return None
    return next((word for word in reversed(words) if is_plural(word.lower())), words[-1])
