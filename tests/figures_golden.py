"""Write down every figure that is read in our own articles and tables: `python tests/figures_golden.py`.

The tables in `data/figures` say what must be read, as far as a row asks; this says all that is read today, in running
news, in the sentences of the tables and in `data/figures/phrases.txt`, whose sentences stand for the words that a
rule knows. So a change of the reader shows all that it changes. Review a changed line as you would code: it is right,
or a row for the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import figure_tables
from figure_tables import load_rows

from factcheck import extract_figures, extract_labels
from factcheck.ingest import read_data
from factcheck.models import Figure
from factcheck.sentences import split_document

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "figures.txt"
FOLDERS = (HERE / "data" / "claims", HERE.parent / "seeds")
ARTICLES = sorted(
    (path for folder in FOLDERS for path in folder.glob("*.md") if path.name != "README.md"), key=lambda path: path.name
)
TABLES = [*sorted(figure_tables.FOLDER.glob("*.tsv")), figure_tables.FOLDER / "phrases.txt"]
PUBLISHED = date(2024, 11, 20)  # of the phrases: a Wednesday


def shown(figure: Figure) -> str:
    """Return all that is known of a figure on one line, what is not known left out."""
    cells = {
        "value": _value(figure.value), "high": _value(figure.value_high), "unit": figure.unit, "per": figure.per,
        "bound": figure.bound.value if figure.bound.value != "=" else None, "hedge": figure.hedge, "noun": figure.noun,
        "phrase": figure.noun_phrase, "role": figure.role.value if figure.role else None,
        "doubt": " ".join(figure.doubt) or None, "implied": "yes" if figure.implied else None,
    }  # fmt: skip
    known = " ".join(f"{name}={cell}" for name, cell in cells.items() if cell is not None)
    return f"  {figure.start}-{figure.end} {figure.text} | {figure.kind.value} {known}"


def _value(value: Decimal | str | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value


def lines_of(path: Path) -> Iterator[str]:
    """Yield the sentences of an article that hold a figure or a label, each with what it holds."""
    yield f"# {path.name}"
    for text, published in _sentences(path):
        found = [shown(figure) for figure in extract_figures(text, published, implied=True)]
        found += [f"  label {each.kind} {each.value} | {each.text}" for each in extract_labels(text)]
        if found or path in TABLES:
            yield " ".join(text.split())
            yield from found


def _sentences(path: Path) -> Iterator[tuple[str, date | None]]:
    """Yield the sentences of an article, a table or a list of phrases, each with the day it was published."""
    if path.suffix == ".tsv":
        yield from ((row.sentence, row.published) for row in load_rows(path.stem))
    elif path.suffix == ".txt":
        yield from ((line, PUBLISHED) for line in path.read_text("utf-8").splitlines() if line[:1] not in ("", "#"))
    else:
        for document in read_data(path.name, path.read_bytes()).documents:
            yield from ((sentence.text, document.published) for sentence in split_document(document))


def main() -> None:
    """Write the file."""
    GOLDEN.write_text("\n".join(line for path in (*ARTICLES, *TABLES) for line in lines_of(path)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
