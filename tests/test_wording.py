"""What a person reads of a check: it says what is known, and nothing that its neighbours on the page contradict."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import render_samples as samples

from factcheck.models import Check, HistoryRow, Verdict
from factcheck.render import html, jsonl, markdown, terminal
from factcheck.render.look import Look

LOOK = Look(width=80)
DAY = date(2025, 1, 1)


def in_terminal(check: Check) -> str:
    return terminal.render_check(check, LOOK)


def in_history(check: Check) -> str:
    when = datetime(2025, 1, 1, tzinfo=UTC)
    return terminal.render_history([HistoryRow(check.claim, check.verdict, check.confidence, when)], LOOK)


def in_markdown(check: Check) -> str:
    return markdown.report([check], title="Claims", day=DAY, database="claims.db", sources=[])


def in_html(check: Check) -> str:
    return html.report([check], title="Claims", day=DAY, database="claims.db", sources=[])


@pytest.mark.parametrize("render", [in_terminal, in_history, in_markdown, in_html])
def test_only_an_answer_has_a_confidence(render: Callable[[Check], str]) -> None:
    assert "88 %" not in render(samples.unverified())
    assert "97 %" in render(samples.supported())


def test_a_program_reads_the_confidence_of_every_verdict() -> None:
    check = samples.unverified()
    assert check.verdict is Verdict.UNVERIFIED
    assert json.loads(jsonl.check_json(check))["confidence"] == check.confidence
