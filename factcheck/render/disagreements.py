"""Disagreements of the sources: side by side for a person, as JSON, as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.disagreements import Disagreement
from factcheck.models import FigureRow
from factcheck.render import phrases
from factcheck.render.csvs import table_csv
from factcheck.render.jsonl import Json, comparison_object, dumps, figure_object, source_object
from factcheck.render.look import Look
from factcheck.render.page import Style, beside, marked, paint, plain, wrap
from factcheck.render.text import cells, printable

NOTHING = "No two sources give different figures for the same thing, as far as can be told."
MARGIN = "   "
BESIDE_FROM = 70
"""The width from which on two columns of a sentence are easier to read than two sentences below each other."""
WORDS = {False: "contradiction", True: "moving figure"}
COLUMNS = (
    "kind", "first", "second", "difference", "difference_percent",
    "first_sentence", "first_path", "first_line", "first_published",
    "second_sentence", "second_path", "second_line", "second_published",
)  # fmt: skip


def render_disagreements(items: Sequence[Disagreement], look: Look) -> str:
    """Return the disagreements one below the other, contradictions first, the two sides of each side by side."""
    if not items:
        return "\n".join(wrap(plain(NOTHING), look)) + "\n"
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        lines += [*_head(number, item, look), *_sides(item, look), ""]
    moving = sum(item.moving for item in items)
    counts = [(len(items) - moving, "contradiction"), (moving, "moving figure")]
    told = ", ".join(phrases.count(count, noun) for count, noun in counts if count)
    return "\n".join([*lines, *wrap(plain(f"{told}.", Style.STRONG), look)]) + "\n"


def _head(number: int, item: Disagreement, look: Look) -> list[str]:
    style = Style.OPEN if item.moving else Style.BAD
    gap = f" ({phrases.gap(item.comparison)})"
    head = [(f"{number}. {_kind(item)}: ", style), (_both(item), Style.STRONG), (gap, Style.DIM)]
    return wrap(head, look, indent=MARGIN)


def _kind(item: Disagreement) -> str:
    """Return the kind in words; of a moving figure also how far apart the reports are."""
    days = item.first.source.published, item.second.source.published
    if not item.moving or days[0] is None or days[1] is None:
        return WORDS[item.moving]
    return f"{WORDS[True]}, {phrases.count(abs((days[1] - days[0]).days), 'day')} apart"


def _sides(item: Disagreement, look: Look) -> list[str]:
    """Return the two sides beside each other, or one below the other where a column would be too narrow."""
    style = Style.OPEN if item.moving else Style.BAD
    rows = (item.first, item.second)
    width = (look.width - len(MARGIN) - 2) // 2
    if look.width < BESIDE_FROM or any(cells(phrases.place(row.source)) > width for row in rows):
        return [line for row in rows for line in _side_lines(row, style, look, MARGIN)]
    narrow = replace(look, width=width)
    left, right = (_side_lines(row, style, narrow, "") for row in rows)
    return [MARGIN + line for line in beside(left, right, width)]


def _side_lines(row: FigureRow, style: Style, look: Look, margin: str) -> list[str]:
    source = row.source
    day, *about = phrases.details(source)
    spans = [(row.figure.start, row.figure.end, style)]
    lines = wrap(plain(day, Style.STRONG), look, first=margin)
    lines += wrap(marked(printable(row.sentence_text), spans), look, first=margin)
    lines += wrap(plain(", ".join([phrases.title(source), *about]), Style.DIM), look, first=margin)
    return [*lines, margin + paint(plain(phrases.place(source), Style.DIM), look)]  # whole: tools open it from there


def _both(item: Disagreement) -> str:
    source = item.comparison.source_figure
    assert source is not None
    between = ", then" if item.moving else " against"
    return f"{phrases.described(item.comparison.claim_figure)}{between} {phrases.described(source)}"


def disagreement_json(item: Disagreement) -> str:
    """Return a disagreement as one line of JSON."""
    value: dict[str, Json] = {
        "kind": "moving" if item.moving else "contradiction",
        "first": _side(item.first),
        "second": _side(item.second),
        "comparison": comparison_object(item.comparison),
    }
    return dumps(value)


def _side(row: FigureRow) -> dict[str, Json]:
    return {"figure": figure_object(row.figure), "sentence": row.sentence_text, "source": source_object(row.source)}


def disagreements_csv(items: Iterable[Disagreement]) -> Iterator[str]:
    """Yield a header and a record a disagreement."""
    return table_csv(
        COLUMNS,
        (
            (
                "moving" if item.moving else "contradiction", item.first.figure.text, item.second.figure.text,
                item.comparison.difference, item.comparison.difference_percent,
                item.first.sentence_text, item.first.source.path, item.first.source.line, item.first.source.published,
                item.second.sentence_text, item.second.source.path, item.second.source.line,
                item.second.source.published,
            )
            for item in items
        ),
    )  # fmt: skip
