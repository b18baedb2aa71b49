"""Disagreements of the sources: side by side for a person, as JSON, as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.compare import describe
from factcheck.disagreements import Disagreement
from factcheck.models import FigureRow
from factcheck.render import phrases
from factcheck.render.csvs import table_csv
from factcheck.render.jsonl import Json, comparison_object, dumps, figure_object, source_object
from factcheck.render.look import Look
from factcheck.render.page import Style, marked, paint, plain, wrap
from factcheck.render.text import one_line, printable

WORDS = {False: "contradiction", True: "moving figure"}
COLUMNS = (
    "kind", "first", "second", "difference", "difference_percent",
    "first_sentence", "first_path", "first_line", "first_published",
    "second_sentence", "second_path", "second_line", "second_published",
)  # fmt: skip


def render_disagreements(items: Sequence[Disagreement], look: Look) -> str:
    """Return the disagreements one below the other, contradictions first."""
    if not items:
        return "No two sources give different figures for the same thing, as far as can be told.\n"
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        style = Style.OPEN if item.moving else Style.BAD
        gap = ", ".join(
            filter(None, (phrases.difference(item.comparison), phrases.difference_percent(item.comparison)))
        )
        head = [(f"{number}. {WORDS[item.moving]}: ", style), (_both(item), Style.STRONG), (f" ({gap})", Style.DIM)]
        lines += [*([""] if lines else []), *wrap(head, look, indent="   ")]
        for row in (item.first, item.second):
            spans = [(row.figure.start, row.figure.end, style)]
            lines += wrap(marked(printable(row.sentence_text), spans), look, first="   ")
            about = ", ".join([phrases.title(row.source), *phrases.details(row.source)])
            lines += wrap(plain(about, Style.DIM), look, first="     ")
            lines.append("     " + paint(plain(phrases.place(row.source), Style.DIM), look))
    return "\n".join(lines) + "\n"


def _both(item: Disagreement) -> str:
    source = item.comparison.source_figure
    assert source is not None
    return f"{one_line(describe(item.comparison.claim_figure))} against {one_line(describe(source))}"


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
