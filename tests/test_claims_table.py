"""The form of the claims table: every row can be read, and its evidence stands in its articles."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
FOLDER = DATA / "claims"
TRAINED = ("first", "second", "third", "fourth", "fifth", "sixth")
OTHERS = (
    "claims_by_others",
    "claims_unread",
    *(f"claims_to_train/{name}" for name in TRAINED),
    *(f"claims_unread_too/{name}" for name in TRAINED[:2]),
)
COLUMNS = ["id", "set", "claim_date", "claim", "verdict", "why", "evidence"]
FLOORS = {"supported": 150, "conflicting": 150, "mixed": 60, "unverified": 190}
LEAST_CLAIMS, LEAST_OF_OTHERS = 600, 140
BETWEEN_FRAGMENTS = " // "


def read_rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "claims.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_article(folder: Path, stem: str) -> str:
    return (folder / f"{stem}.md").read_text(encoding="utf-8")


def fragments(row: dict[str, str]) -> list[str]:
    return [fragment for fragment in row["evidence"].split(BETWEEN_FRAGMENTS) if fragment]


ROWS = read_rows(FOLDER)
ARTICLES = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README")
every_row = pytest.mark.parametrize(("folder", "row"), [(FOLDER, row) for row in ROWS], ids=[row["id"] for row in ROWS])


@every_row
def test_row_is_complete(folder: Path, row: dict[str, str]) -> None:
    assert list(row) == COLUMNS
    assert None not in row.values(), "too few columns"
    assert all(value == value.strip() for value in row.values())
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*-\d{2,3}", row["id"])
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row["why"])
    assert row["claim"]
    assert row["verdict"] in FLOORS
    if row["claim_date"]:
        date.fromisoformat(row["claim_date"])


@every_row
def test_articles_of_the_row_exist(folder: Path, row: dict[str, str]) -> None:
    stems = row["set"].split(",")
    assert len(stems) == len(set(stems))
    assert all((folder / f"{stem}.md").is_file() for stem in stems)


@every_row
def test_evidence_stands_in_the_articles(folder: Path, row: dict[str, str]) -> None:
    articles = [read_article(folder, stem) for stem in row["set"].split(",")]
    for fragment in fragments(row):
        assert any(fragment in article for article in articles), fragment
    assert bool(fragments(row)) == (row["verdict"] != "unverified")


@pytest.mark.parametrize("name", OTHERS)
def test_the_tables_of_others_have_the_same_form(name: str) -> None:
    rows = read_rows(DATA / name)
    assert len(rows) >= LEAST_OF_OTHERS
    for row in rows:
        test_row_is_complete(DATA / name, row)
        test_articles_of_the_row_exist(DATA / name, row)
        test_evidence_stands_in_the_articles(DATA / name, row)


@pytest.mark.parametrize("row", [row for row in ROWS if row["verdict"] == "mixed"], ids=lambda row: row["id"])
def test_mixed_claim_has_evidence_in_two_articles(row: dict[str, str]) -> None:
    articles = [read_article(FOLDER, stem) for stem in row["set"].split(",")]
    witnesses = [article for article in articles if any(fragment in article for fragment in fragments(row))]
    assert len(witnesses) >= 2


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(row["id"] for row in ROWS).items() if count > 1] == []


def test_no_claim_is_listed_twice() -> None:
    claims = Counter((row["set"], row["claim_date"], row["claim"].lower()) for row in ROWS)
    assert [claim for claim, count in claims.items() if count > 1] == []


def test_every_article_is_used() -> None:
    used = {stem for row in ROWS for stem in row["set"].split(",")}
    assert used == set(ARTICLES)


@pytest.mark.parametrize("stem", ARTICLES)
def test_article_has_front_matter(stem: str) -> None:
    head = read_article(FOLDER, stem).split("---\n")[1]
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    assert fields["title"] and fields["author"]
    date.fromisoformat(fields["published"])


def test_table_is_large_and_balanced() -> None:
    counts = Counter(row["verdict"] for row in ROWS)
    assert len(ROWS) >= LEAST_CLAIMS
    assert {verdict: counts[verdict] for verdict, floor in FLOORS.items() if counts[verdict] < floor} == {}
