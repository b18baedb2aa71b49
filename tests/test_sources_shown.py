"""`sources show`: all that is known of a source, and with --sentences what was read of it and where each stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Result

from factcheck import Library

Run = Callable[..., Result]


@pytest.fixture
def shown(folder: Path, run: Run) -> Path:
    (folder / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nJANE: We lost 40 \x1b[31m jobs.\n")
    (folder / "towns.csv").write_text("Town,People\nLeeds,812000\nYork,202000\n")
    assert run("index", "articles/ferry.md", "talk.srt", "towns.csv").status == 0
    return folder


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("ferry", ["The rescue", "   11  Divers from Northwick found the wreck at a depth of 48 metres."]),
        ("talk", ["", "00:00:01 · JANE", "    1  We lost 40 �[31m jobs."]),
        ("towns", ["", "row 2", "    1  Town: Leeds; People: 812000", "", "row 3"]),
    ],
)
def test_the_sentences_stand_below_where_they_are_from(source: str, lines: list[str], shown: Path, run: Run) -> None:
    result = run("sources", "show", source, "--sentences").out
    assert result.startswith("Source") and "\n".join(lines) + "\n" in result
    assert lines[-1] not in run("sources", "show", source).out


def test_the_sentences_as_json(shown: Path, run: Run) -> None:
    facts, *sentences = map(json.loads, run("sources", "show", "towns", "--sentences", "--json").out.splitlines())
    assert (facts["path"], facts["sentences"]) == ("towns.csv", len(sentences))
    assert [(each["position"], each["text"]) for each in sentences] == [
        ("row 2", "Town: Leeds; People: 812000"),
        ("row 3", "Town: York; People: 202000"),
    ]
    with Library("claims.db") as library:
        text = library.text(facts["document"])
    assert [text[each["start"] : each["end"]] for each in sentences] == [each["text"] for each in sentences]


def test_a_date_set_by_hand_says_so(shown: Path, run: Run) -> None:
    assert "Published  14 May 2024 (from the front matter)\n" in run("sources", "show", "ferry").out
    run("sources", "set", "ferry", "--published", "2024-05-13")
    assert "Published  13 May 2024 (set by hand)\n" in run("sources", "show", "ferry").out
