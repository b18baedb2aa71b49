"""One model behind all renderers: each format of a check, and of a proof, shows the same facts."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
import render_samples as samples
from conftest import NOW

from factcheck.library import Library
from factcheck.models import (
    Assertion,
    AssertionVerdict,
    Check,
    Comparison,
    DecidedBy,
    Evidence,
    Judgement,
    Kind,
    Passage,
    Relation,
    Stance,
    Verdict,
)
from factcheck.proofread import Proof
from factcheck.render import terminal
from factcheck.render.alerts import render_alerts
from factcheck.render.look import Look
from factcheck.render.proofs import render_proofs
from factcheck.render.reports import FORMATS, Report, render_report
from factcheck.render.template import fill, report_values

CLAIM = "The council cut the number of schools by 24, and the pier cost £9."
SCHOOLS = "The council cut the number of schools from 41 to 17 over the year."
WORKING = "the source gives 41 - 17 = 24"
PIER = "The pier cost £12, the council said."


def check() -> Check:
    """Return a check with a figure that was worked out and one that differs, of sources with all they can have."""
    cut = samples.figure(CLAIM, "24", Kind.NUMBER, Decimal(24), noun="schools", noun_phrase="schools")
    cost = samples.figure(CLAIM, "£9", Kind.MONEY, Decimal(9), unit="GBP")
    worked = samples.figure(SCHOOLS, "41 to 17", Kind.NUMBER, Decimal(24), noun="schools", implied=True)
    stated = samples.figure(PIER, "£12", Kind.MONEY, Decimal(12), unit="GBP")
    minutes = samples.source(
        14, title="Minutes", author="B. Clerk", publisher="The Council", page=3, label="official", weight=2.0,
        path="sources/minutes.pdf", published=date(2024, 5, 2), url="https://council.example/minutes",
    )  # fmt: skip
    paper = samples.source(7, document=2, title="The pier", path="sources/pier.md", published=date(2024, 6, 30))
    return Check(
        CLAIM,
        Verdict.CONFLICTING,
        0.87,
        (cut, cost),
        (
            Evidence(
                Passage(2, PIER, "", paper),
                Judgement(
                    Stance.CONFLICTS, 0.87, True, DecidedBy.FIGURE,
                    (Comparison(cost, stated, Relation.DIFFERENT, Decimal(3), Decimal("33.3"), "the source says £12"),),
                    ("the source says £12", "the council says so itself"),
                ),
                assertion=1,
            ),
            Evidence(
                Passage(1, SCHOOLS, "", minutes),
                Judgement(
                    Stance.SUPPORTS, 0.91, True, DecidedBy.FIGURE,
                    (Comparison(cut, worked, Relation.WITHIN, Decimal(0), Decimal(0), WORKING),),
                    (WORKING,),
                ),
            ),
        ),
        ("the source says £12",),
        (
            AssertionVerdict(Assertion(CLAIM[:43], 0, 43), Verdict.SUPPORTED, 0.91, ("it is worked out",)),
            AssertionVerdict(Assertion(CLAIM[49:], 49, 66), Verdict.CONFLICTING, 0.87, ("the source says £12",)),
        ),
        date(2025, 4, 30),
    )  # fmt: skip


TEMPLATE = "{{ checks }}{{ tally }}{% for p in checks[0].passages %}{{ p.details }}{{ p.comparisons }}{% endfor %}"


def as_report(name: str) -> str:
    given = {"title": "x", "day": date(2026, 1, 2), "database": "claims.db", "sources": []}
    return render_report(name, [check()], **given)  # type: ignore[arg-type]  # the keywords of a report


def report() -> Report:
    return Report([check()], "x", date(2026, 1, 2), "claims.db", [])


def as_word() -> str:
    data = FORMATS["docx"](report())
    assert isinstance(data, bytes)
    return words_of(data)


CHECKS: dict[str, Callable[[], str]] = {
    "docx": as_word,
    "terminal": lambda: terminal.render_check(check(), Look(120)),
    "narrow terminal": lambda: terminal.render_check(check(), Look(40)),
    "markdown": lambda: as_report("markdown"),
    "html": lambda: as_report("html"),
    "json": lambda: as_report("json"),
    "template": lambda: fill(TEMPLATE, "x.txt", report_values(report())),
}
FACTS = {
    "claim": CLAIM,
    "verdict": r"(?i)conflicting",
    "confidence": r"87 %|0\.87",
    "reason of the verdict": "(?i)the source says £12",
    "day of the claim": "30 April 2025|2025-04-30|date\\(2025, 4, 30\\)",
    "further reason": "(?i)the council says so itself",
    "first assertion": "The council cut the number of schools by 24",
    "verdict on it": "supported",
    "second assertion": re.escape("the pier cost £9"),
    "passage": SCHOOLS,
    "other passage": re.escape(PIER),
    "stance": "supports",
    "score": r"91 %|0\.91",
    "title": "Minutes",
    "publisher": "The Council",
    "published": r"2 May 2024|2024-05-02|date\(2024, 5, 2\)",
    "page": r"page 3|\"page\": 3|'page': 3",
    "line": r"minutes\.pdf(:|, line )14|\"line\": 14|'line': 14",
    "label": "official",
    "weight": r"weight 2|\"weight\": 2\.0|'weight': 2\.0",
    "working": re.escape("41 - 17 = 24"),
    "claim's figure": "24 schools",
    "source's figure": "£12",
    "difference": r"\+£3|\"difference\": 3",
    "difference in per cent": r"\+33\.3 %|\"difference_percent\": 33\.3",
    "relation": "different",
}


def seen(text: str) -> str:
    """Return a rendered text without markup and line ends, as a reader sees it."""
    bare = re.sub(r"<[^>]*>|\*\*|\\(?=\W)", "", unescape(text))
    return " ".join(bare.split())


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_the_same_facts_in_every_format(name: str) -> None:
    text = seen(CHECKS[name]())
    patterns = {**FACTS, "claim's figure": '24 schools|"text": "24"'}
    if "terminal" in name:
        del patterns["day of the claim"]  # whoever asks on a terminal has just said it
    assert [fact for fact, pattern in patterns.items() if not re.search(pattern, text)] == []


# A record of the table holds the best passage alone, and in it the first figure.
IN_A_RECORD = {
    **{name: FACTS[name] for name in ("claim", "verdict", "confidence", "reason of the verdict", "other passage")},
    **{name: FACTS[name] for name in ("source's figure", "relation")},
    "published": "2024-06-30",
    "line": "sources/pier.md,7",
    "difference": ",3,33.3,",
}


def test_a_check_has_its_main_facts_in_the_table() -> None:
    text = as_report("csv")
    assert [fact for fact, pattern in IN_A_RECORD.items() if not re.search(pattern, text)] == []
    best = replace(check(), evidence=check().evidence[1:])
    line = render_report("csv", [best], title="x", day=date(2026, 1, 2), database="x", sources=[])
    for cell in ("41 - 17 = 24", "2024-05-02", "sources/minutes.pdf,14,3,Minutes,B. Clerk", "official,2"):
        assert cell in line


# --- drafts -------------------------------------------------------------------------------------------------

SOURCE = (
    "---\ntitle: The yard\npublished: 2024-03-14\npublisher: The Gazette\n---\n\nThe Kerrow yard employs 640 people.\n"
)


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proof]:
    folder = tmp_path_factory.mktemp("draft")
    (folder / "yard.md").write_text(SOURCE, "utf-8")
    (folder / "draft.md").write_text("# The yard\n\nThe Kerrow yard employs 460 people.\n", "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "yard.md"], now=NOW, label="official", weight=2)
        yield library.proofread(folder / "draft.md", published=date(2024, 6, 1))


def word_text(proof: Proof) -> str:
    data = render_proofs("docx", [proof])
    assert isinstance(data, bytes)
    return words_of(data)


def words_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode() + package.read("word/footnotes.xml").decode()


def text_of(form: str, proof: Proof) -> str:
    text = render_proofs(form, [proof])
    assert isinstance(text, str)
    return text


PROOFS: dict[str, Callable[[Proof], str]] = {
    "terminal": lambda proof: render_alerts([proof], Look(80)),
    "markdown": lambda proof: text_of("markdown", proof),
    "html": lambda proof: text_of("html", proof),
    "docx": word_text,
    "json": lambda proof: text_of("json", proof),
    "csv": lambda proof: text_of("csv", proof),
}
FINDING = {
    "sentence": "The Kerrow yard employs 460 people",
    "severity": "error",
    "code": "figure-conflict",
    "message": "the source says 640 people",
    "quotation": "The Kerrow yard employs 640 people",
    "line of the draft": r"line 3|draft\.md:3|\"line\": 3|draft\.md,3",
    "place in the source": r"yard\.md:7|yard\.md,,7|\"line\": 7",
    "published": "14 March 2024|2024-03-14",
    "publisher": "The Gazette",
    "label": "official",
    "weight": r"weight 2|\"weight\": 2",
    "difference": r"\+180|\"difference\": 180|,180,",
}
NOT_IN_THE_LOG = {"publisher", "label", "weight"}  # its columns are those that the desk asked for


@pytest.mark.parametrize("name", PROOFS)
def test_a_finding_has_the_same_facts_in_every_format(name: str, proof: Proof) -> None:
    text = seen(PROOFS[name](proof))
    missing = [fact for fact, pattern in FINDING.items() if not re.search(pattern, text)]
    assert [fact for fact in missing if name != "csv" or fact not in NOT_IN_THE_LOG] == []


def test_the_json_of_a_report_is_the_json_of_its_checks() -> None:
    from factcheck.render.jsonl import check_json

    assert json.loads(as_report("json"))["checks"] == [json.loads(check_json(check()))]
