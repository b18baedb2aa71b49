"""Claims in and out by tables: which column is which, what stands in the answer, what is told of a bad table."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
import render_samples as samples

from factcheck.arguments import date_of
from factcheck.claim_tables import GivenClaims, read_claims
from factcheck.errors import UsageError
from factcheck.render.csvs import CHECK_COLUMNS, checked_table_csv, checks_csv


def read(text: str, claim: str | None = None, day: str | None = None) -> GivenClaims:
    return read_claims(text, "claims.csv", date_of, claim, day)


FOUND = [
    pytest.param("id,claim,desk\n1,A wall.,news\n", None, None, [(2, "A wall.", None)], id="by-its-name"),
    pytest.param(
        "ID;Claim Text;Date\n1;A wall.;2024-05-01\n", None, None, [(2, "A wall.", date(2024, 5, 1))], id="semicolons"
    ),
    pytest.param("sep=;\nid;claim\n1;A wall.\n", None, None, [(3, "A wall.", None)], id="excels-own-line"),
    pytest.param("said\tclaim_date\nA wall.\t\n", "SAID", None, [(2, "A wall.", None)], id="tabs-and-an-empty-day"),
    pytest.param("claim,date,when\nA wall.,x,2024\n", None, "when", [(2, "A wall.", date(2024, 1, 1))], id="day-named"),
    pytest.param(
        'claim\n"A wall, they\nsay."\n\nB.\n',
        None,
        None,
        [(2, "A wall, they say.", None), (5, "B.", None)],
        id="two-lines",
    ),
    pytest.param("A wall.\nA pier.\n", None, None, [(1, "A wall.", None), (2, "A pier.", None)], id="no-header"),
    pytest.param("id,claim\n1,\n2,A pier.\n", None, None, [(3, "A pier.", None)], id="row-without-a-claim"),
    pytest.param("id,claim\n1\n2,A pier.,more\n", None, None, [(3, "A pier.", None)], id="short-row"),
]


@pytest.mark.parametrize(("text", "claim", "day", "claims"), FOUND)
def test_claims_of_a_table(
    text: str, claim: str | None, day: str | None, claims: list[tuple[int, str, date | None]]
) -> None:
    given = read(text, claim, day)
    assert [(each.line, each.text, each.day) for each in given.claims] == claims
    assert all(len(each.cells) == len(given.columns) for each in given.claims)


REFUSED = [
    pytest.param("id,said\n1,A wall.\n", None, None, "no column “claim”: its columns are id, said", id="no-column"),
    pytest.param("id,claim\n1,A wall.\n", "said", None, "no column “said”: its columns are id, claim", id="misnamed"),
    pytest.param("claim,date\nA wall.,news\n", None, None, "claims.csv:2: “news” is no date", id="no-date"),
    pytest.param("id,claim\n1,\n", None, None, "holds no claim", id="empty-column"),
    pytest.param("\n", None, None, "holds no claim", id="empty-file"),
]


@pytest.mark.parametrize(("text", "claim", "day", "message"), REFUSED)
def test_a_table_that_cannot_be_read_says_why(text: str, claim: str | None, day: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read(text, claim, day)


def test_the_answer_keeps_the_tables_columns() -> None:
    rows = [(("7", check.claim, "=1+1"), check) for check in samples.all_checks()]
    rows.append((("8", "?", "x"), None))
    lines = list(csv.DictReader(StringIO("\n".join(checked_table_csv(("id", "claim", "verdict"), "claim", rows)))))
    assert [line["id"] for line in lines] == ["7"] * 5 + ["8"]
    assert [line["verdict"] for line in lines[:2]] == ["'=1+1", "'=1+1"]  # the table's own, and no formula
    assert [line["factcheck_verdict"] for line in lines[:2]] == ["conflicting", "mixed"]
    assert list(lines[0])[3:] == ["factcheck_verdict", *CHECK_COLUMNS[2:]]
    assert lines[0]["averitec"] == "Refuted" and lines[-1]["averitec"] == ""


def test_without_a_table_it_is_the_usual_one() -> None:
    checks = samples.all_checks()
    assert list(checked_table_csv((), "", [((), check) for check in checks])) == list(checks_csv(checks))


def test_every_record_has_all_the_columns() -> None:
    for record in csv.reader(checks_csv(samples.all_checks())):
        assert len(record) == len(CHECK_COLUMNS)
