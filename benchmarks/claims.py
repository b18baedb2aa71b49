"""Accuracy of verdicts on a table of claims with known answers.

usage: python -m benchmarks.claims [FOLDER] [--errors] [--only WORD]

FOLDER holds articles (`*.md`) and `claims.tsv` in the form that tests/data/claims/README.md describes; the
articles of a claim's set are indexed together, alone, and the claim is checked against them.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck import Library
from factcheck.models import Check, Verdict

OUR_CLAIMS = Path(__file__).parent.parent / "tests" / "data" / "claims"
INDEXED = datetime(2025, 1, 1)


@dataclass(frozen=True)
class Row:
    """A claim with its known answer; `articles` are the stems of the files that are indexed together."""

    number: str
    articles: tuple[str, ...]
    claim_date: date | None
    claim: str
    verdict: Verdict
    why: str


@dataclass(frozen=True)
class Answer:
    """A row beside what the program said."""

    row: Row
    check: Check

    @property
    def right(self) -> bool:
        """Tell whether the verdict is the known one."""
        return self.check.verdict is self.row.verdict

    @property
    def unforgivable(self) -> bool:
        """Tell whether a claim that its source contradicts was called supported, or a true one conflicting."""
        pair = (self.row.verdict, self.check.verdict)
        return pair in ((Verdict.CONFLICTING, Verdict.SUPPORTED), (Verdict.SUPPORTED, Verdict.CONFLICTING))


def read_rows(folder: Path) -> list[Row]:
    """Return the rows of the folder's `claims.tsv` in their order."""
    lines = (folder / "claims.tsv").read_text(encoding="utf-8").splitlines()
    return [
        Row(
            number=row["id"],
            articles=tuple(row["set"].split(",")),
            claim_date=date.fromisoformat(row["claim_date"]) if row["claim_date"] else None,
            claim=row["claim"],
            verdict=Verdict(row["verdict"]),
            why=row["why"],
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def answers(folder: Path, rows: list[Row]) -> Iterator[Answer]:
    """Yield every row with what the program says, the sets in the order in which they come first."""
    by_set: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_set[row.articles].append(row)
    with tempfile.TemporaryDirectory() as place:
        for number, (articles, asked) in enumerate(by_set.items()):
            with Library(Path(place) / f"{number}.db", create=True) as library:
                library.index([folder / f"{article}.md" for article in articles], now=INDEXED)
                for row in asked:
                    yield Answer(row, library.check(row.claim, claim_date=row.claim_date))


def table(given: list[Answer]) -> str:
    """Return accuracy by verdict and by mechanism as text."""
    lines = [f"{sum(answer.right for answer in given)} of {len(given)} right ({_share(given):.1%})"]
    unforgivable = [answer for answer in given if answer.unforgivable]
    lines.append(f"supported for conflicting or the reverse: {len(unforgivable)}")
    lines += ["", f"{'known answer':14}" + "".join(f"{said.value:>13}" for said in Verdict) + f"{'right':>9}"]
    for known in Verdict:
        group = [answer for answer in given if answer.row.verdict is known]
        said = Counter(answer.check.verdict for answer in group)
        lines.append(f"{known.value:14}" + "".join(f"{said[v]:13}" for v in Verdict) + f"{_share(group):9.1%}")
    lines += ["", "by mechanism"]
    for why, group in sorted(_by_mechanism(given).items(), key=lambda item: (_share(item[1]), item[0])):
        lines.append(f"  {why:20}{sum(answer.right for answer in group):4} of {len(group):<4}")
    return "\n".join(lines)


def _by_mechanism(given: list[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in given:
        groups[answer.row.why].append(answer)
    return groups


def _share(given: list[Answer]) -> float:
    return sum(answer.right for answer in given) / len(given) if given else 0.0


def _error(answer: Answer) -> str:
    row, check = answer.row, answer.check
    mark = "!!" if answer.unforgivable else "  "
    said = f"known {row.verdict}, said {check.verdict} ({check.confidence:.2f})"
    head = f"{mark} {row.number} [{row.why}] {said}: {row.claim}"
    reasons = "".join(f"\n      {reason}" for reason in check.reasons)
    return head + reasons


def main() -> None:
    """Print the table for the folder given, by default for our own claims."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=OUR_CLAIMS)
    parser.add_argument("--errors", action="store_true", help="list the claims that were answered wrongly")
    parser.add_argument("--only", default="", help="only claims whose id or mechanism holds this word")
    given = parser.parse_args()
    rows = [row for row in read_rows(given.folder) if given.only in f"{row.number} {row.why}"]
    found = list(answers(given.folder, rows))
    print(table(found))
    if given.errors:
        print("\n" + "\n".join(_error(answer) for answer in found if not answer.right))
    sys.exit(0)


if __name__ == "__main__":
    main()
