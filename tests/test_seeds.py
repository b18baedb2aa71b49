"""The shipped database is what the program makes of `seeds/`."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck import Library

ROOT = Path(__file__).parent.parent
REBUILD = "claims.db is not what seeds/ gives; make it anew with: python tests/make_claims_db.py"
QUERIES = {
    "documents": "SELECT * FROM documents ORDER BY id",
    "sentences": "SELECT * FROM sentences ORDER BY id",
    "figures": "SELECT * FROM figures ORDER BY sentence_id, place",
    "blocks": "SELECT * FROM blocks ORDER BY id",
    "texts": "SELECT * FROM document_texts ORDER BY id",
    "checks": "SELECT count(*) AS checks FROM checks",
}
TIMES = {"indexed", "indexed_at", "mtime", "modified"}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database made from a copy of the seeds that lies beside it as they lie in the repository."""
    from make_claims_db import build

    return build(tmp_path_factory.mktemp("clone"))


def rows(path: Path, query: str) -> list[dict[str, object]]:
    connection = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        return [
            {name: value for name, value in dict(row).items() if name not in TIMES} for row in connection.execute(query)
        ]
    finally:
        connection.close()


@pytest.mark.parametrize("table", QUERIES)
def test_the_shipped_database_holds_what_the_seeds_give(table: str, rebuilt: Path) -> None:
    assert rows(ROOT / "claims.db", QUERIES[table]) == rows(rebuilt, QUERIES[table]), REBUILD


def test_the_shipped_database_opens_from_a_read_only_folder() -> None:
    header = (ROOT / "claims.db").read_bytes()[:20]
    assert header[18:20] == b"\x01\x01", "the journal mode is WAL, which a read-only folder cannot open"


def test_paths_are_relative_to_the_database() -> None:
    paths = [str(row["path"]) for row in rows(ROOT / "claims.db", QUERIES["documents"])]
    assert paths == sorted(f"seeds/{path.name}" for path in (ROOT / "seeds").iterdir())


CLAIMS = [
    pytest.param("Kim Jong Un sent 20,000 soldiers to Russia", "conflicting", id="soldiers"),
    pytest.param("Councillors in Harrowmere approved the budget by 31 votes to 17", "supported", id="budget"),
    pytest.param("The Bank of England cut interest rates to 4.5%", "unverified", id="bank"),
    pytest.param("North Korea earned £470 million from arms deals", "conflicting", id="arms-deals"),
    pytest.param("Single bus fares in Harrowmere stay at £2.50 until the end of 2025", "supported", id="fares"),
    pytest.param("None of the five libraries in Harrowmere will close", "supported", id="libraries"),
    pytest.param("Kim Jung Un sent soldeirs to Russia", "supported", id="misspelt"),
    pytest.param("In January 2024 Kim demanded a physical severance from South Korea", "supported", id="january"),
    pytest.param("The average council rent in Harrowmere rises to £120 a week", "conflicting", id="rent"),
    pytest.param("Kim Jong Un has sent 11,000 soldiers to Russia", "mixed", id="soldiers-by-two-counts"),
    pytest.param("The State Duma rejected the law", "conflicting", id="duma"),
    pytest.param("The mayor of Harrowmere resigned", "unverified", id="mayor"),
]


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS)
def test_claims_on_the_shipped_database(claim: str, verdict: str) -> None:
    with Library(ROOT / "claims.db", writable=False) as library:
        assert library.check(claim, claim_date=datetime(2026, 1, 2, tzinfo=UTC).date()).verdict == verdict
