"""The drafts with planted errors hold together: spans, codes, evidence and counts."""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "data" / "proofread"
ARTICLES = Path(__file__).parent / "data" / "claims"
Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


PLANTED = read_table("planted.tsv")
SENTENCES = read_table("sentences.tsv")
SOURCES = (FOLDER / "sources.txt").read_text(encoding="utf-8").split()
CODES = set(re.findall(r"^\| `([a-z-]+)` \|", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE))


def span_text(row: Row) -> str:
    """Return the text between the positions of the row, entities resolved and line breaks taken out."""
    lines = (FOLDER / row["draft"]).read_text(encoding="utf-8").split("\n")
    first, last = int(row["line"]) - 1, int(row["end_line"]) - 1
    covered = lines[first : last + 1]
    covered[-1] = covered[-1][: int(row["end_column"]) - 1]
    covered[0] = covered[0][int(row["column"]) - 1 :]
    return html.unescape(" ".join(" ".join(covered).split()))


def test_counts() -> None:
    assert len(PLANTED) == 60
    assert len(SENTENCES) == 200
    assert Counter(row["draft"] for row in SENTENCES) == dict.fromkeys({row["draft"] for row in PLANTED}, 50)
    assert Counter(row["planted"] for row in SENTENCES if row["planted"]) == Counter(row["code"] for row in PLANTED)


@pytest.mark.parametrize("row", PLANTED, ids=lambda row: f"{row['draft']}-{row['line']}-{row['column']}")
def test_planted(row: Row) -> None:
    assert span_text(row) == row["words"]
    assert {row["code"], *row["also"].split()} <= CODES
    assert bool(row["source"]) == bool(row["evidence"])
    if row["source"]:
        assert row["source"] in SOURCES
        assert row["evidence"] in (ARTICLES / f"{row['source']}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: f"{row['draft']}-{row['number']}")
def test_sentence(row: Row) -> None:
    assert span_text(row) == row["sentence"]


def test_planted_words_stand_in_sentences_marked_so() -> None:
    marked = [row for row in SENTENCES if row["planted"]]
    for sentence, planted in zip(marked, PLANTED, strict=True):
        assert sentence["draft"] == planted["draft"]
        assert sentence["planted"] == planted["code"]
        assert planted["words"] in sentence["sentence"]
