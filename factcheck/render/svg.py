"""Drawings as SVG: shapes, an axis, and the picture that a page holds or a file of its own carries.

Nothing rests on colour: marks differ in shape, and every picture says in words what it shows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape as _escape

from factcheck.render.phrases import digits
from factcheck.render.text import cells, one_line

WIDTH = 440  # units of the drawing; on a phone it is shown at three quarters of that, and is still read
LETTER = 7.2  # the width of a letter at the drawing's size of type, rather too much than too little
MARGIN = 14
STYLE = """
.picture { font: 13px system-ui, sans-serif; }
.picture text { fill: var(--ink); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
.picture .soft { fill: var(--soft); } .picture .strong { font-weight: 700; }
.picture path { stroke-width: 2; } .picture .rule { stroke: var(--soft); fill: none; stroke-width: 1; }
.picture .band { fill: var(--soft); opacity: .25; }
.picture .edge { stroke: var(--ink); stroke-dasharray: 3 3; fill: none; stroke-width: 1; }
.picture .claim { stroke: var(--ink); fill: var(--ink); }
.picture .agrees { stroke: var(--supported); fill: var(--supported); }
.picture .differs { stroke: var(--conflicting); fill: var(--paper); }
.picture .open { stroke: var(--soft); fill: var(--paper); }
.picture .bar { stroke: var(--ink); fill: var(--soft); }
"""
# The colours of a page, for a picture that stands alone.
ALONE = """
svg { --ink: #1d2129; --soft: #59616e; --paper: #fff; --supported: #11683a; --conflicting: #a91f2b; }
@media (prefers-color-scheme: dark) { svg { --ink: #e7e9ee; --soft: #a5adba; --paper: #16181d;
  --supported: #6fd39c; --conflicting: #ff8f94; } }
"""
NICE = (1, 2, 5, 10)
LOGARITHMIC_FROM = 50  # times the smallest value: on an even scale all but the largest would fall on one spot


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: its name (of letters, digits and hyphens), what it shows in a line and in full, its shapes."""

    name: str
    title: str
    description: str
    height: float
    shapes: tuple[str, ...]

    def inline(self) -> str:
        """Return the picture as an element of a page, whose style sheet has the rules of `STYLE`."""
        return self._svg(f'viewBox="0 0 {WIDTH} {self.height:g}"', [])

    def alone(self) -> str:
        """Return the picture as the text of a file: its own colours, for light and dark, and a margin."""
        left, width, height = -MARGIN, WIDTH + 2 * MARGIN, self.height + 2 * MARGIN
        paper = f'<rect x="{left}" y="{left}" width="{width}" height="{height:g}" style="fill: var(--paper)"/>'
        space = f'viewBox="{left} {left} {width} {height:g}" width="{width}" height="{height:g}"'
        style = f"<style>{ALONE}{STYLE}</style>{paper}"
        return self._svg(f'xmlns="http://www.w3.org/2000/svg" {space}', [style]) + "\n"

    def _svg(self, attributes: str, first: Sequence[str]) -> str:
        told = f'aria-labelledby="{self.name}-title {self.name}-text"'
        head = f'<svg class="picture" role="img" {attributes} {told}>'
        title = f'<title id="{self.name}-title">{escaped(self.title)}</title>'
        text = f'<desc id="{self.name}-text">{escaped(self.description)}</desc>'
        return "\n".join([head, title, text, *first, *self.shapes, "</svg>"])


def escaped(text: str) -> str:
    """Return a text, on one line, whose characters a drawing shows and does nothing with."""
    return _escape(one_line(text))


def words(x: float, y: float, text: str, kind: str = "", anchor: str = "start", room: float | None = None) -> str:
    """Return a line of text that begins (or ends, or is centred) at a place, cut to the room that there is."""
    text = fitted(text, room if room is not None else WIDTH - x)
    look = f' class="{kind}"' if kind else ""
    flush = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{look}{flush}>{escaped(text)}</text>'


def fitted(text: str, room: float) -> str:
    """Return the text, its end replaced by an ellipsis where it is longer than the room."""
    text = one_line(text)
    letters = int(room / LETTER)
    if cells(text) <= letters:
        return text
    while text and cells(text) > letters - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def path(data: str, kind: str) -> str:
    """Return a line or a shape by the commands that draw it."""
    return f'<path d="{data}" class="{kind}"/>'


def diamond(x: float, y: float, kind: str) -> str:
    """Return the mark of a claim."""
    return path(f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z", kind)


def disc(x: float, y: float, kind: str) -> str:
    """Return the mark of a source that agrees."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" class="{kind}"/>'


def square(x: float, y: float, kind: str) -> str:
    """Return the mark of a source that differs."""
    return path(f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z", kind)


def triangle(x: float, y: float, kind: str) -> str:
    """Return the mark of a source that cannot be compared."""
    return path(f"M{x:.1f} {y - 6:.1f}l6 11h-12z", kind)


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from values to places on the drawing, even or logarithmic, with its ticks."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> Axis:
        """Return an axis that holds all of the values, with some room on either side."""
        low, high = min(values), max(values)
        if low > 0 and high / low >= LOGARITHMIC_FROM:
            return cls(low / 1.5, high * 1.5, start, end, logarithmic=True)
        room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
        return cls(low - room, high + room, start, end)

    def at(self, value: float) -> float:
        """Return where a value stands; one outside the axis stands at its end."""
        value = min(max(value, self.low), self.high)
        if self.logarithmic:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Return round values along the axis, two to six of them."""
        if self.logarithmic:
            first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            return [10.0**power for power in range(first, last + 1, max(1, (last - first) // 4 or 1))]
        step = _nice((self.high - self.low) / 5)
        first = math.ceil(self.low / step)
        return [number * step for number in range(first, math.floor(self.high / step) + 1)]

    def label(self, tick: float) -> str:
        """Return a tick in a person's words: "4.5 million"."""
        return digits(Decimal(f"{tick:.6g}"))


def _nice(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next(each for each in NICE if each * power >= step * 0.999) * power
