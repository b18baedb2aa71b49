"""Exports for other programs against what their formats allow: SARIF, ClaimReview, AVeriTeC, FEVER."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import render_samples as samples
from jsonschema import Draft7Validator, FormatChecker

from factcheck.drafts import draft_key
from factcheck.errors import UsageError
from factcheck.library import Library
from factcheck.proofread import Proof
from factcheck.proofread.codes import CODES
from factcheck.proofread.ledger import sign_off
from factcheck.render.exchange import averitec, claimreview, fever
from factcheck.render.proofs import render_proofs
from factcheck.render.reports import render_report

DATA = Path(__file__).parent / "data"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE = """---
title: The yard
published: 2024-03-14
---

The Kerrow yard employs 640 people.

"We are no longer fighting for our lives," said Ruth Hallam.
"""
DRAFT = """The Kerrow yard employs **460 people**. They met on Monday, 12 March 2024.

"We are not fighting for our lives," said Ruth Hallam.
"""


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proof]:
    folder = tmp_path_factory.mktemp("draft")
    (folder / "the source.md").write_text(SOURCE, "utf-8")
    (folder / "a draft: ü.md").write_text(DRAFT, "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "the source.md"], now=NOW)
        first = library.proofread(folder / "a draft: ü.md", published=date(2024, 3, 21))
        key = draft_key(str(folder / "a draft: ü.md"), library.path)
        library.sign_off([sign_off(first.alerts[0], key, "Ann Lee", "by phone", NOW)])
        yield library.proofread(folder / "a draft: ü.md", published=date(2024, 3, 21))


# --- SARIF ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def test_sarif_validates_against_its_schema(proof: Proof, validator: Draft7Validator) -> None:
    log = json.loads(render_proofs("sarif", [proof]))
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) == len(CODES)
    assert len(run["results"]) == len(proof.alerts)
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    assert [result["suppressions"][0]["justification"] for result in run["results"] if "suppressions" in result]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert all(uri.endswith("a%20draft%3A%20%C3%BC.md") for uri in uris)


def test_an_empty_log_is_sarif_too(validator: Draft7Validator) -> None:
    assert list(validator.iter_errors(json.loads(render_proofs("sarif", [])))) == []


SPOILT: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("no-tool", lambda log: log["runs"][0].pop("tool")),
    ("other-version", lambda log: log.update(version="2.0")),
    ("unknown-property", lambda log: log["runs"][0]["results"][0].update(severity="error")),
    ("level-of-our-own", lambda log: log["runs"][0]["results"][0].update(level="notice")),
    ("no-message", lambda log: log["runs"][0]["results"][0].pop("message")),
    ("line-zero", lambda log: _region(log).update(startLine=0)),
    ("uri-with-a-space", lambda log: _place(log)["artifactLocation"].update(uri="a draft.md")),
    ("column-as-text", lambda log: _region(log).update(startColumn="1")),
]


def _region(log: dict[str, Any]) -> dict[str, Any]:
    region: dict[str, Any] = _place(log)["region"]
    return region


def _place(log: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    return place


@pytest.mark.parametrize("spoil", [pytest.param(spoil, id=name) for name, spoil in SPOILT])
def test_the_schema_finds_what_is_no_sarif(
    spoil: Callable[[dict[str, Any]], object], proof: Proof, validator: Draft7Validator
) -> None:
    log = copy.deepcopy(json.loads(render_proofs("sarif", [proof])))
    spoil(log)
    assert list(validator.iter_errors(log))


# --- ClaimReview ------------------------------------------------------------------------------------------


def vocabulary() -> dict[str, tuple[str, dict[str, set[str]]]]:
    """Return each type's parent and its own properties with the types of value they take."""
    types: dict[str, tuple[str, dict[str, set[str]]]] = {}
    rows = [line.split("\t") for line in (DATA / "schema_org.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    for name, parent, prop, values in rows[1:]:
        types.setdefault(name, (parent, {}))[1][prop] = set(values.split())
    return types


def lineage(name: str) -> list[str]:
    """Return a type and its parents, the nearest first."""
    types = vocabulary()
    found = []
    while name:
        found.append(name)
        name = types[name][0]
    return found


def wrong(thing: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not allow in a thing and in the things within it."""
    types = vocabulary()
    allowed = {prop: values for name in lineage(thing["@type"]) for prop, values in types[name][1].items()}
    for prop, value in thing.items():
        if prop == "@type":
            continue
        if prop not in allowed:
            yield f"{thing['@type']} has no {prop}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if not kinds(each) & allowed[prop]:
                yield f"{prop} takes no {each!r}"
            if isinstance(each, dict):
                yield from wrong(each)


def kinds(value: object) -> set[str]:
    """Return the types of schema.org that a JSON value may be read as."""
    match value:
        case {"@type": str(name)}:
            return set(lineage(name))
        case bool():
            return {"Boolean"}
        case int() | float():
            return {"Number"}
        case str():
            return {"Text"} | ({"URL"} if "://" in value else set()) | _date_kinds(value)
    return set()


def _date_kinds(value: str) -> set[str]:
    try:
        date.fromisoformat(value)
    except ValueError:
        return set()
    return {"Date"}


def graph() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        claimreview(samples.all_checks(), day=date(2026, 1, 2), author="The Desk", url="https://example.org/r")
    )
    return found


def test_claimreview_keeps_to_schema_orgs_vocabulary() -> None:
    found = graph()
    assert found["@context"] == "https://schema.org"
    assert [review["@type"] for review in found["@graph"]] == ["ClaimReview"] * len(samples.all_checks())
    assert [problem for review in found["@graph"] for problem in wrong(review)] == []


@pytest.mark.parametrize(
    ("prop", "value"),
    [("claimReviewed", 3), ("reviewRating", "false"), ("verdict", "supported"), ("datePublished", "yesterday")],
)
def test_the_vocabulary_finds_what_is_no_claimreview(prop: str, value: object) -> None:
    review = graph()["@graph"][0]
    assert list(wrong(review | {prop: value}))


def test_claimreview_has_what_search_engines_ask_for() -> None:
    """Google's list of required properties for a ClaimReview: claimReviewed, reviewRating, url."""
    for number, review in enumerate(graph()["@graph"], 1):
        assert {"claimReviewed", "reviewRating", "url", "author", "datePublished"} <= set(review)
        assert review["url"] == f"https://example.org/r#claim-{number}"
        rating = review["reviewRating"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"]


def test_the_sources_are_cited_once_and_no_claim_is_said_to_appear_in_them() -> None:
    review = graph()["@graph"][1]
    assert [work["name"] for work in review["citation"]] == [
        "Harbour wall opens",
        "sources/port.txt",
        "Harbour wall opens",
    ]
    assert "appearance" not in review["itemReviewed"]


def test_a_claimreview_needs_an_author() -> None:
    with pytest.raises(UsageError, match="who publishes"):
        render_report("claimreview", [], title="x", day=date(2026, 1, 2), database="x", sources=[])


# --- AVeriTeC and FEVER -------------------------------------------------------------------------------------

AVERITEC_FIELDS = {
    "claim", "label", "justification", "claim_date", "speaker", "original_claim_url", "fact_checking_article",
    "reporting_source", "location_ISO_code", "claim_types", "fact_checking_strategies", "questions",
}  # fmt: skip
ANSWER_TYPES = {"Extractive", "Abstractive", "Boolean", "Unanswerable"}


def test_averitec_has_the_fields_of_the_data_set() -> None:
    rows = json.loads(averitec(samples.all_checks()))
    assert all(set(row) == AVERITEC_FIELDS | {"claim_id"} for row in rows)
    assert [row["label"] for row in rows] == [
        "Refuted", "Conflicting Evidence/Cherrypicking", "Supported", "Not Enough Evidence", "Supported",
    ]  # fmt: skip
    assert rows[0]["claim_date"] == "2-1-2026"
    answers = [answer for row in rows for question in row["questions"] for answer in question["answers"]]
    assert {answer["answer_type"] for answer in answers} <= ANSWER_TYPES
    assert [answer["answer_type"] for answer in rows[3]["questions"][0]["answers"]] == ["Unanswerable"]


def test_fever_has_a_line_a_claim() -> None:
    rows = [json.loads(line) for line in fever(samples.all_checks())]
    assert [row["predicted_label"] for row in rows] == [
        "REFUTES", "NOT ENOUGH INFO", "SUPPORTS", "NOT ENOUGH INFO", "SUPPORTS",
    ]  # fmt: skip
    assert rows[0]["predicted_evidence"] == [["sources/harbour.md", 5]]
