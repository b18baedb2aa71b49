"""The measurements write their tables where a reader looks for them; that they run is checked by the other checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.__main__ import README, TABLES, with_table
from benchmarks.mutants import mutants

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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return a < b", ["return None return a < b", "Lt to LtE a < b"]),
        ("return a and b", ["return None return a and b", "and, or a and b"]),
        ("return not a", ["return None return not a", "no Not not a"]),
        ("return False", ["other constant False"]),
        ('"""Tell."""\n    print(a)', ["left out print(a)"]),
        ("if a:\n        b += 1", ["other way if a:\n    b += 1", "left out b += 1", "one more 1"]),
        ('raise ValueError("no " + a)', []),
        ('c: int = f"{a} of" + b', ["Add to Sub f'{a} of' + b"]),
        ("return [*zip(a, b, strict=True)]", ["return None return [*zip(a, b, strict=True)]"]),
    ],
    ids=[
        "comparison",
        "boolean",
        "not",
        "no None for False",
        "statement",
        "condition",
        "error",
        "annotation",
        "strict",
    ],
)
def test_the_changes_that_can_be_made_in_a_function(body: str, expected: list[str], tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(f"def made() -> int:\n    return 9\n\n\nTABLE = made()\n\n\ndef f(a, b):\n    {body}\n", "utf-8")
    assert [f"{mutant.change} {mutant.code}" for mutant in mutants(file)] == expected
