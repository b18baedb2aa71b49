"""Precision and recall of `proofread` on the drafts of tests/data/proofread, by code.

usage: python -m benchmarks.proofread [--misses] [FOLDER ARTICLES]

prints a table; with --misses each error missed, each false alarm. FOLDER has other drafts with their planted.tsv and
sentences.tsv, ARTICLES the sources that they were written against.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from factcheck.library import Library
from factcheck.models import Alert
from factcheck.proofread import CheckedSentence, Proof

DATA = Path(__file__).parent.parent / "tests" / "data"
DRAFTS = DATA / "proofread"
INDEXED = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Score:
    """What was planted and found by code, and which sound sentences were alarmed."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    raised: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    sound: int = 0
    alarmed: int = 0
    notes: list[str] = field(default_factory=list)


def table(drafts: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the drafts."""
    with (drafts / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def own_articles() -> list[Path]:
    """Return the articles that sources.txt names."""
    names = (DRAFTS / "sources.txt").read_text(encoding="utf-8").split()
    return [DATA / "claims" / f"{name}.md" for name in names]


def proofs(drafts: Path, articles: Sequence[Path]) -> Iterator[tuple[str, Proof]]:
    """Yield each draft's name and its proof against the articles."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "claims.db", create=True) as library:
        library.index(articles, now=INDEXED)
        for draft in sorted({row["draft"] for row in table(drafts, "sentences.tsv")}):
            yield draft, library.proofread(drafts / draft)


def measure(drafts: Path = DRAFTS, articles: Sequence[Path] = ()) -> Score:
    """Return the score over all drafts of a folder, our own ones with their own articles."""
    planted = defaultdict(list)
    for row in table(drafts, "planted.tsv"):
        planted[row["draft"]].append(row)
    score = Score()
    for draft, proof in proofs(drafts, articles or own_articles()):
        rows = [row for row in table(drafts, "sentences.tsv") if row["draft"] == draft]
        for row in rows:
            errors = [e for e in planted[draft] if row["planted"] and _one_line(e["words"]) in row["sentence"]]
            errors = [e for e in errors if e["code"] == row["planted"]][:1]
            _count(score, proof, row, errors, _alerts_on(proof, row["sentence"]))
    return score


def _alerts_on(proof: Proof, sentence: str) -> list[tuple[Alert, CheckedSentence]]:
    """Return the alerts on a sentence, however the draft was parted into sentences."""
    found = []
    for item in proof.sentences:
        text = _one_line(item.sentence.text)
        if text == sentence:
            found += [(alert, item) for alert in item.alerts]
        elif sentence in text:
            found += [(alert, item) for alert in item.alerts if _one_line(words(proof, alert)) in sentence]
    return found


def words(proof: Proof, alert: Alert) -> str:
    """Return the words of the draft that an alert points at."""
    starts = proof.draft.starts
    start = starts[alert.line - 1] + alert.column - 1
    return proof.draft.text[start : starts[alert.end_line - 1] + alert.end_column - 1]


def _count(
    score: Score,
    proof: Proof,
    row: dict[str, str],
    errors: list[dict[str, str]],
    alerts: list[tuple[Alert, CheckedSentence]],
) -> None:
    draft = Path(proof.draft.path).name
    grave = [alert for alert, _ in alerts if alert.severity != "notice"]
    if not row["planted"]:
        score.sound += 1
        score.alarmed += bool(grave)
        for alert in grave:
            score.false[alert.code] += 1
            score.raised[alert.code] += 1
            score.notes.append(f"FALSE {draft} {alert.code}: {alert.message} | {row['sentence']}")
        return
    for error in errors:
        score.planted[error["code"]] += 1
        hits = [alert for alert, item in alerts if _finds(alert, item, error, _offset(error, row), proof)]
        for alert in hits[:1]:
            score.found[error["code"]] += 1
            score.raised[alert.code] += 1
        if not hits:
            got = "; ".join(f"{alert.code} at {alert.line}:{alert.column} {alert.message}" for alert, _ in alerts)
            score.notes.append(f"MISSED {draft} {error['code']} “{error['words']}” | {row['sentence']} | {got}")


def _offset(error: dict[str, str], row: dict[str, str]) -> int:
    """Return about where in its sentence an error stands: which of two equal words it is."""
    return int(error["column"]) - int(row["column"]) if error["line"] == row["line"] else 0


def _finds(alert: Alert, item: CheckedSentence, error: dict[str, str], offset: int, proof: Proof) -> bool:
    """Tell whether an alert has an error's code, and overlaps its words or has its sentence for span."""
    if alert.code not in (error["code"], *error["also"].split()):
        return False
    sentence = item.sentence
    found = re.finditer(re.escape(_one_line(error["words"])), sentence.text)
    start = min((match.start() for match in found), key=lambda at: abs(at - offset), default=-1)
    if start < 0:
        return True
    first, last = sentence.reading.span(start, start + len(_one_line(error["words"])))
    here = (alert.line, alert.column), (alert.end_line, alert.end_column)
    there = proof.draft.place(first), proof.draft.place(last)
    return here[0] < there[1] and there[0] < here[1]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """Print the table."""
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    score = measure(folders[0], folders[1:]) if folders else measure()
    print(f"{'code':26}{'planted':>8}{'found':>8}{'recall':>8}{'false':>8}{'precision':>11}")
    for code in sorted(score.planted | score.false):
        planted, found, raised = score.planted[code], score.found[code], score.raised[code]
        recall = f"{found / planted:.2f}" if planted else ""
        precision = f"{(raised - score.false[code]) / raised:.2f}" if raised else ""
        print(f"{code:26}{planted:>8}{found:>8}{recall:>8}{score.false[code]:>8}{precision:>11}")
    print(f"{sum(score.found.values())} of {sum(score.planted.values())} planted errors found,")
    print(f"{score.alarmed} of {score.sound} sound sentences alarmed as error or warning")
    if "--misses" in sys.argv[1:]:
        print(*score.notes, sep="\n")


if __name__ == "__main__":
    main()
