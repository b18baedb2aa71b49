"""Write down every figure that is read in our own articles: `python tests/figures_golden.py`.

The tables in `data/figures` say what must be read; this says what is read today, in running news, so that a change of
the reader shows all that it changes. Review a changed line as you would code: it is right, or a row for the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

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
    for document in read_data(path.name, path.read_bytes()).documents:
        for sentence in split_document(document):
            found = [shown(figure) for figure in extract_figures(sentence.text, document.published, implied=True)]
            found += [f"  label {each.kind} {each.value} | {each.text}" for each in extract_labels(sentence.text)]
            if found:
                yield " ".join(sentence.text.split())
                yield from found


def main() -> None:
    """Write the file."""
    GOLDEN.write_text("\n".join(line for path in ARTICLES for line in lines_of(path)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
