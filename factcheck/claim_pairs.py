"""Makes training pairs from a table of claims with known answers: what retrieval brings, and what it is worth.

The table and its articles have the form that tests/data/claims/README.md describes. A passage that holds the
words which decide a claim takes the stance of the claim's verdict; every passage found for a claim that the
articles do not answer is neutral, and so, less surely, are the others found for a claim of one fragment.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from factcheck.contrasts import NOT_ENOUGH, REFUTES, SUPPORTS, Pair
from factcheck.library import Library
from factcheck.models import Evidence
from factcheck.stance import split_assertions

_INDEXED = datetime(2025, 1, 1)
_LABELS = {"supported": SUPPORTS, "conflicting": REFUTES}
_FOUND = 50


def read_claim_pairs(folder: Path) -> list[Pair]:
    """Return the pairs that a folder's claims and articles give, grouped by article."""
    lines = (folder / "claims.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_set: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_set.setdefault(row["set"], []).append(row)
    pairs: list[Pair] = []
    with tempfile.TemporaryDirectory() as place:
        for number, (articles, asked) in enumerate(by_set.items()):
            with Library(Path(place) / f"{number}.db", create=True) as library:
                library.index([folder / f"{article}.md" for article in articles.split(",")], now=_INDEXED)
                for row in asked:
                    pairs += _pairs_of(library, row)
    return pairs


def _pairs_of(library: Library, row: dict[str, str]) -> Iterator[Pair]:
    """Yield the pairs of one claim; a claim of several statements gives none, since its verdict is not theirs."""
    if len(split_assertions(row["claim"])) > 1:
        return
    claim_date = date.fromisoformat(row["claim_date"]) if row["claim_date"] else None
    fragments = [fragment.strip() for fragment in row["evidence"].split("//") if fragment.strip()]
    for item in library.check(row["claim"], claim_date=claim_date, limit=_FOUND).evidence:
        labelled = _label(row["verdict"], fragments, item)
        if labelled is not None:
            label, origin = labelled
            passage = item.passage
            yield Pair(
                row["claim"], passage.text, label, passage.context, origin, row["set"].split(",")[0],
                passage.source.published, claim_date,
            )  # fmt: skip


def _label(verdict: str, fragments: Sequence[str], item: Evidence) -> tuple[str, str] | None:
    """Return the label of a passage found for a claim, and how it is known; None where it is not."""
    held = [fragment in item.passage.text for fragment in fragments]
    if verdict == "unverified":
        return NOT_ENOUGH, "own:silent"
    if verdict not in _LABELS:
        return None
    if all(held):
        return _LABELS[verdict], "own:decides"
    return (NOT_ENOUGH, "own:beside") if len(held) == 1 else None
