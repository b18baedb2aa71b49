"""The measurements write their tables where a reader looks for them; that they run is checked by the other checks."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import README, TABLES, with_table

TEXT = "# M\n\n## A\n\nWords.\n\n| a |\n| --- |\n| 1 |\n\nMore.\n\n## B\n\n```text\nold\n```\n"


@pytest.mark.parametrize(
    ("name", "lines", "expected"),
    [
        ("A", ["| a |", "| --- |", "| 2 |", "| 3 |"], TEXT.replace("| 1 |", "| 2 |\n| 3 |")),
        ("B", ["```text", "new", "```"], TEXT.replace("old", "new")),
        ("C", ["| c |"], TEXT + "\n## C\n\n| c |\n"),
    ],
    ids=["table", "block", "new heading"],
)
def test_a_table_takes_the_place_of_the_one_under_its_heading(name: str, lines: list[str], expected: str) -> None:
    assert with_table(TEXT, name, lines) == expected
    assert with_table(expected, name, lines) == expected


def test_a_section_without_a_table_gets_one_at_its_end() -> None:
    assert (
        with_table("# M\n\n## A\n\nWords.\n\n## B\n\nb\n", "A", ["| 1 |"])
        == "# M\n\n## A\n\nWords.\n\n| 1 |\n\n## B\n\nb\n"
    )


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_heading_in_the_readme(name: str) -> None:
    assert f"\n## {name}\n" in README.read_text("utf-8")
