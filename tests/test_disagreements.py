"""Disagreements over all sources: the same thing with two figures, contradictions told from moving figures."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.disagreements import Disagreement
from factcheck.library import Library
from factcheck.render.disagreements import disagreement_json, disagreements_csv, render_disagreements
from factcheck.render.look import Look
from factcheck.render.page import SGR

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def found(folder: Path, first: str, second: str, days: tuple[str, str]) -> list[Disagreement]:
    for name, text, day in (("first", first, days[0]), ("second", second, days[1])):
        (folder / f"{name}.md").write_text(f"---\ntitle: The {name} report\npublished: {day}\n---\n\n{text}\n", "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "first.md", folder / "second.md"], now=NOW)
        return library.disagreements()


SAME, LATER = ("2024-03-14", "2024-03-14"), ("2024-03-14", "2024-05-02")
ROWS = [
    ("contradiction", "The Kerrow yard employs 640 people.", "The Kerrow yard employs 580 people.", SAME, [False]),
    ("moving", "The flood in Tesk killed 12 people.", "The flood in Tesk killed 31 people.", LATER, [True]),
    ("same-past-year", "The Kerrow yard lost £8.1m in 2022.", "The Kerrow yard lost £9.4m in 2022.", LATER, [False]),
    (
        "one-event-in-other-words",
        "Ministers from Tesk and Orlo met in Geneva. Sol offered an exchange of 260 prisoners and a truce.",
        "Sol's envoy to Geneva came from Tesk, not Orlo; the truce foresaw that 400 prisoners would be exchanged.",
        LATER,
        [True],
    ),
    (
        "other-event-in-like-words",
        "Ministers from Tesk met. Sol offered an exchange of 260 prisoners and a truce.",
        "In Skelby jail 400 prisoners refused food, and no truce with the warders is in sight.",
        LATER,
        [],
    ),
    (
        "gap-and-level",
        "Lake Marlow in Breckton stood at 1,041 feet, Orlo said.",
        "Lake Marlow in Breckton stood 11 feet below that, Orlo said.",
        SAME,
        [],
    ),
    ("equal", "The Kerrow yard employs 640 people.", "The Kerrow yard employs 640 people.", SAME, []),
    ("rounder", "The Kerrow yard employs 640 people.", "The Kerrow yard employs about 650 people.", SAME, []),
    ("other-thing", "The Kerrow yard employs 640 people.", "The Skelby bakery employs 64 people.", SAME, []),
    ("other-year", "The Kerrow yard lost £8.1m in 2022.", "The Kerrow yard lost £2.4m in 2019.", SAME, []),
    ("other-noun", "The Kerrow yard has 640 workers.", "The Kerrow yard has 12 cranes.", SAME, []),
]


@pytest.mark.parametrize(("first", "second", "days", "moving"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_what_two_sources_say_of_one_thing(
    first: str, second: str, days: tuple[str, str], moving: list[bool], tmp_path: Path
) -> None:
    assert [item.moving for item in found(tmp_path, first, second, days)] == moving


def test_one_source_does_not_disagree_with_itself(tmp_path: Path) -> None:
    text = "The Kerrow yard employs 640 people. The Kerrow yard employs 580 people."
    assert found(tmp_path, text, "It is so.", SAME) == []


def test_in_every_format(tmp_path: Path) -> None:
    items = found(tmp_path, ROWS[0][1], ROWS[0][2], SAME)
    text = render_disagreements(items, Look(width=60, unicode=False))
    assert text.startswith("1. contradiction: 640 people against 580 people (-60,\n   -9.4 %)\n   14 March 2024\n")
    assert "first.md:6" in text and "second.md:6" in text
    assert text.endswith("\n1 contradiction.\n")
    value = json.loads(disagreement_json(items[0]))
    assert (value["kind"], value["comparison"]["difference"]) == ("contradiction", -60)
    assert [line.split(",")[0] for line in disagreements_csv(items)] == ["kind", "contradiction"]
    assert render_disagreements([], Look()).startswith("No two sources")


@pytest.mark.parametrize("colour", [False, True])
def test_the_two_sides_stand_side_by_side(colour: bool, tmp_path: Path) -> None:
    items = found(tmp_path, ROWS[1][1], ROWS[1][2], LATER)
    text = SGR.sub("", render_disagreements(items, Look(width=80, colour=colour)))
    assert text.splitlines() == [
        "1. moving figure, 49 days apart: 12 people, then 31 people (+19, +158.3 %)",
        "   14 March 2024                          2 May 2024",
        "   The flood in Tesk killed 12 people.    The flood in Tesk killed 31 people.",
        "   The first report                       The second report",
        "   first.md:6                             second.md:6",
        "",
        "1 moving figure.",
    ]
