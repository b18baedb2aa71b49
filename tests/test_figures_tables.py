"""The figure tables: each sentence gives exactly the figures, and the labels, that its row lists."""

from __future__ import annotations

import pytest
from figure_tables import TableRow, differences, label_differences, load_rows

from factcheck import extract_figures, extract_labels

ROWS = load_rows()


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_row(row: TableRow) -> None:
    figures = extract_figures(row.sentence, row.published, implied=row.theme == "implied")
    assert not differences(row, figures)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.theme == "labels"], ids=[row.id for row in ROWS if row.theme == "labels"]
)
def test_labels_of_row(row: TableRow) -> None:
    assert not label_differences(row, extract_labels(row.sentence))
