"""Templates of a user's own: what they may use, how they escape it, what a mistake in one is called."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import render_samples as samples
from conftest import Result

from factcheck.errors import MissingReaderError, TemplateError
from factcheck.render.reports import Report
from factcheck.render.template import fill, report_values

Run = Callable[..., Result]

REPORT = Report(
    samples.all_checks(), title="<Harbour> & *pier*", day=date(2026, 1, 2), database="claims.db",
    sources=samples.source_rows(), author="The Desk",
)  # fmt: skip
EXAMPLE = Path(__file__).parent.parent / "docs" / "house-style.html.jinja"


def filled(template: str, name: str = "brief.txt") -> str:
    return fill(template, name, report_values(REPORT)).rstrip("\n")


FILLED = [
    ("{{ title }}", "<Harbour> & *pier*"),
    ("{{ date | day }}, {{ date }}", "2 January 2026, 2026-01-02"),
    ("{{ counts.conflicting }} of {{ checks | length }}", "1 of 5"),
    ("{{ checks[0].number }} {{ checks[0].symbol }} {{ checks[0].verdict }}", "1 ✗ conflicting"),
    ("{{ checks[0].confidence | share }}", "93 %"),
    ("{{ checks[0].figures[0].value | number }}", "4.4 billion"),
    ("{{ checks[0].passages | length }}", "1"),
    ("{% set p = checks[0].passages[0] %}{{ p.place }} {{ p.details }}", "sources/harbour.md:5 18 December 2024"),
    (
        "{% set c = checks[0].passages[0].comparisons[0] %}{{ c.claim }} / {{ c.source }}: {{ c.difference }}",
        "20,000 residents / 11,000 residents: -9,000",
    ),
    ("{{ checks[1].assertions[1].verdict }}", "unverified"),
    ("{{ url }}{{ author }}", "The Desk"),
    ("{{ sources[1].title }} {{ sources[1].label }}", "port.txt official"),
    ("{{ pictures[0].title }}", "Claims by verdict"),
    ("{{ checks[4].claim }}", '=1+1 <img src=x onerror="alert(1)"> \ufffd'),
]


@pytest.mark.parametrize(("template", "text"), FILLED)
def test_what_a_template_may_use(template: str, text: str) -> None:
    assert filled(template) == text


ESCAPED = [
    ("a.html", "&lt;Harbour&gt; &amp; *pier*"),
    ("a.html.jinja", "&lt;Harbour&gt; &amp; *pier*"),
    ("A.HTM.J2", "&lt;Harbour&gt; &amp; *pier*"),
    ("a.md", r"\<Harbour\> \& \*pier\*"),
    ("a.md.jinja2", r"\<Harbour\> \& \*pier\*"),
    ("a.txt", "<Harbour> & *pier*"),
    ("a.jinja", "<Harbour> & *pier*"),
]


@pytest.mark.parametrize(("name", "text"), ESCAPED)
def test_values_are_escaped_as_the_ending_asks(name: str, text: str) -> None:
    assert filled("{{ title }}", name) == text


def test_a_drawing_is_put_into_a_page_as_it_is() -> None:
    text = filled("{{ pictures[0].svg }}", "a.html")
    assert text.startswith('<svg class="picture"') and "&lt;svg" not in text


WRONG = [
    pytest.param("{{ titel }}", "brief.txt:1: 'titel' is undefined", id="misspelt"),
    pytest.param("a\nb\n{{ checks[0].verdikt }}", "brief.txt:3: .*no attribute 'verdikt'", id="misspelt-field"),
    pytest.param("\n{{ title | loud }}", "brief.txt:2: No filter named 'loud'", id="filter"),
    pytest.param("one\n{% for check in checks %}", "brief.txt:2: ", id="not-closed"),
    pytest.param("{{ title.__class__.__mro__ }}", "brief.txt:1: .*unsafe", id="out-of-the-sandbox"),
    pytest.param("\n{{ checks.append(1) }}", "brief.txt:2: .*(unsafe|not safely callable)", id="changes-a-value"),
    pytest.param("{% include 'secret.txt' %}", "brief.txt:1: a template is one file", id="another-file"),
    pytest.param("\n\n{{ 1 / 0 }}", "brief.txt:3: division by zero", id="arithmetic"),
    pytest.param("{{ title | share }}", "brief.txt:1: ", id="wrong-type"),
]


@pytest.mark.parametrize(("template", "message"), WRONG)
def test_a_mistake_is_one_line_with_its_place(template: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message) as error:
        filled(template)
    assert "\n" not in error.value.message


def test_without_jinja_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingReaderError, match="needs jinja2") as error:
        filled("{{ title }}")
    assert error.value.hint == "run: pip install 'factcheck-cli[template]'"


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the documents are not part of this copy")
def test_the_example_fills() -> None:
    text = fill(EXAMPLE.read_text("utf-8"), EXAMPLE.name, report_values(REPORT))
    assert text.count("<h2>") == 5
    assert "<img" not in text and "&lt;img" in text
    assert "20,000 residents against 11,000 residents: different" in text


def test_a_draft_by_a_template(run: Run, database: Path, folder: Path) -> None:
    Path("draft.txt").write_text("The ferry to Holm had 500 passengers on board.\n", "utf-8")
    line = "{{ sentence.symbol }} {{ sentence.line }} {{ sentence.notes[0].code }}"
    Path("style.txt").write_text(f"{{% for sentence in drafts[0].sentences %}}{line}{{% endfor %}}", "utf-8")
    found = run("proofread", "--template", "style.txt", "draft.txt")
    assert (found.status, found.out, found.err) == (1, "✗ 1 figure-conflict\n", "")
    assert "give one of the two" in run("proofread", "--template", "style.txt", "--format", "html", "draft.txt").err


def test_a_report_by_a_template(run: Run, database: Path, folder: Path) -> None:
    Path("style.md").write_text("# {{ title }}\n{% for check in checks %}\n- {{ check.claim }}{{ x }}\n", "utf-8")
    found = run("report", "--template", "style.md", "The ferry to Holm had 500 passengers on board")
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: style.md:3: ") and len(found.err.splitlines()) == 2
    Path("style.md").write_text("# {{ title }}", "utf-8")
    assert run("report", "--template", "style.md", "x").out == "# Verification report\n"
    assert "cannot be read" in run("report", "--template", "none.md", "x").err


def test_a_template_writes_over_what_it_wrote(run: Run, database: Path, folder: Path) -> None:
    """As every format does; a file of somebody's own stays."""
    Path("style.txt").write_text("Claims\n{% for check in checks %}{{ check.claim }}\n{% endfor %}", "utf-8")
    given = ("report", "--template", "style.txt", "-o", "out.txt", "The ferry to Holm had 500 passengers on board")
    assert run(*given).status == run(*given).status == 0
    Path("out.txt").write_text("My notes of many years\n", "utf-8")
    found = run(*given)
    assert found.status == 2 and "no report of factcheck's" in found.err
    assert Path("out.txt").read_text("utf-8") == "My notes of many years\n"
    assert run(*given, "--force").status == 0
