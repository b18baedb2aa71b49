"""Every renderer against stored copies, and the properties that no stored copy shows."""

from __future__ import annotations

import codecs
import csv
import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO

import pytest
import render_samples as samples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from render_golden import FOLDER, LOOKS, json_lines, listings, rendered, report

from factcheck.models import (
    Assertion,
    AssertionVerdict,
    Check,
    Comparison,
    DecidedBy,
    Evidence,
    Figure,
    Judgement,
    Kind,
    Passage,
    Relation,
    Stance,
    Verdict,
)
from factcheck.render import csvs, jsonl, phrases, terminal
from factcheck.render.look import DEFAULT_WIDTH, Look, look_for
from factcheck.render.markdown import escape as escape_markdown
from factcheck.render.markdown import inline
from factcheck.render.page import Style, marked, paint, table, wrap
from factcheck.render.reports import render_report
from factcheck.render.text import HARMLESS, cells, near_ascii, one_line, printable
from factcheck.render.web import SCRIPT, policy
from factcheck.render.web import escape as escape_html

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SGR = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize(("name", "text"), [pytest.param(name, text, id=name) for name, text in rendered()])
def test_rendered_text_is_the_stored_copy(name: str, text: str) -> None:
    stored = (FOLDER / name).read_text("utf-8", errors="strict") if (FOLDER / name).exists() else ""
    assert text == stored, f"{name} changed; if that is meant: python tests/render_golden.py, then read the diff"


# --- text -----------------------------------------------------------------------------------------------


@given(st.text())
def test_printable_text_keeps_its_length_and_cannot_steer_a_terminal(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(character.isprintable() or character.isspace() or character in HARMLESS for character in shown)
    assert not STEERING.search(shown) and "\n" not in shown and "\t" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("£4.5bn – “so”", "£4.5bn – “so”", id="ordinary-text-stays"),
        pytest.param("a\tb\r\nc", "a b  c", id="tabs-and-line-ends-become-spaces"),
        pytest.param("\x1b[2Jred", "\ufffd[2Jred", id="escape"),
        pytest.param("\x9b31m", "\ufffd31m", id="one-byte-escape"),
        pytest.param("abc\u202egpj", "abc\ufffdgpj", id="direction-override"),
        pytest.param("1\u00a0000", "1\u00a0000", id="no-break-space-stays"),
        pytest.param("👩\u200d🚀", "👩\u200d🚀", id="joined-emoji-stays"),
        pytest.param("\udc80", "\ufffd", id="lone-surrogate"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("£4.5bn", "GBP 4.5bn", id="pound"),
        pytest.param("“so” … José", "'so' ... Jose", id="quotes-and-marks"),
        pytest.param("漢", "?", id="nothing-near"),
        pytest.param("ﬁ", "fi", id="ligature"),
        pytest.param("Jose\u0301", "Jose", id="mark-of-its-own"),
        pytest.param("\udc80", "?", id="lone-surrogate"),
        pytest.param("⅔ of 10½ and 10¾", "2/3 of 10 1/2 and 10 3/4", id="fractions"),
        pytest.param("10⁵ m² of CO₂", "10^5 m2 of CO2", id="raised-and-lowered"),
        pytest.param("＝x ＂ ＼", "?x ? ?", id="nothing-that-ends-a-string-or-begins-a-formula"),
    ],
)
def test_an_encoding_that_lacks_a_character_shows_a_near_one(text: str, shown: str) -> None:
    codecs.register_error("factcheck.near", near_ascii)
    assert text.encode("ascii", "factcheck.near").decode("ascii") == shown


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("", 0)])
def test_cells(text: str, columns: int) -> None:
    assert cells(text) == columns


# --- pages ----------------------------------------------------------------------------------------------


@given(st.text(), st.integers(10, 60), st.sampled_from(["", "  ", "   "]))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str, width: int, indent: str) -> None:
    lines = wrap([(printable(text), Style.PLAIN)], Look(width), first=indent)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


def test_a_word_wider_than_the_page_is_cut() -> None:
    assert wrap([("abcdefghijkl", Style.PLAIN)], Look(8), first="  ") == ["  abcdef", "  ghijkl"]


def test_no_line_ends_at_a_space_that_holds_a_number_together() -> None:
    assert wrap([("some 1\u00a0000\u202fkm of road", Style.PLAIN)], Look(12)) == [
        "some",
        "1\u00a0000\u202fkm of",
        "road",
    ]


def test_later_spans_lie_over_earlier_ones_and_colour_is_left_out_where_there_is_none() -> None:
    runs = marked("rose 6% today", [(0, 7, Style.STRONG), (5, 7, Style.BAD)])
    assert runs == [("rose ", Style.STRONG), ("6%", Style.BAD), (" today", Style.PLAIN)]
    assert paint(runs, Look()) == "rose 6% today"
    assert paint(runs, Look(colour=True)) == "\x1b[1mrose \x1b[0m\x1b[1;31m6%\x1b[0m today"


def test_a_table_that_does_not_fit_is_refused() -> None:
    rows = [[[("a" * 10, Style.PLAIN)], [("b" * 10, Style.PLAIN)]]]
    assert table(rows, Look(22)) == ["aaaaaaaaaa  bbbbbbbbbb"]
    assert table(rows, Look(21)) is None


# --- the look -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("is_terminal", "columns", "encoding", "environ", "look"),
    [
        pytest.param(True, 100, "utf-8", {}, Look(100, True, True), id="terminal"),
        pytest.param(True, 300, "UTF8", {}, Look(120, True, True), id="wide-terminal"),
        pytest.param(True, 0, "utf-8", {}, Look(80, True, True), id="terminal-of-unknown-width"),
        pytest.param(False, 100, "utf-8", {}, Look(DEFAULT_WIDTH, False, True), id="pipe"),
        pytest.param(False, 100, "utf-8", {"COLUMNS": "60"}, Look(60, False, True), id="columns-given"),
        pytest.param(False, 100, "utf-8", {"COLUMNS": "many"}, Look(80, False, True), id="columns-nonsense"),
        pytest.param(True, 80, "utf-8", {"NO_COLOR": "1"}, Look(80, False, True), id="no-color"),
        pytest.param(True, 80, "utf-8", {"NO_COLOR": ""}, Look(80, True, True), id="no-color-empty"),
        pytest.param(False, 80, "utf-8", {"FORCE_COLOR": "1"}, Look(80, True, True), id="force-color"),
        pytest.param(False, 80, "utf-8", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Look(80, False), id="both"),
        pytest.param(True, 80, "cp1252", {"TERM": "dumb"}, Look(80, False, False), id="dumb-and-old"),
        pytest.param(True, 80, None, {}, Look(80, True, False), id="encoding-unknown"),
    ],
)
def test_look_for(is_terminal: bool, columns: int, encoding: str | None, environ: dict[str, str], look: Look) -> None:
    assert look_for(is_terminal=is_terminal, columns=columns, encoding=encoding, environ=environ) == look


# --- the terminal ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", [pytest.param(look, id=name) for name, look in LOOKS.items()])
def test_no_line_is_wider_than_the_page_but_a_path(look: Look) -> None:
    texts = [terminal.render_check(check, look, all_passages=True) for check in samples.all_checks()]
    for line in SGR.sub("", "\n".join([*texts, listings(look)])).splitlines():
        assert cells(line) <= look.width or "/" in line or line.startswith(("error:", "hint:")), line


def test_colour_adds_nothing_but_colour() -> None:
    for check in samples.all_checks():
        assert SGR.sub("", terminal.render_check(check, Look(colour=True))) == terminal.render_check(check, Look())


def test_ascii_look_uses_no_symbol_of_ours_beyond_ascii() -> None:
    text = terminal.render_check(samples.supported(), Look(unicode=False), all_passages=True)
    assert {character for character in text if not character.isascii()} == {"£"}  # the source's own


def test_the_verdict_is_a_symbol_and_a_word_without_colour() -> None:
    firsts = [terminal.render_check(check, Look()).splitlines()[0].split(" ·")[0] for check in samples.all_checks()]
    assert firsts == ["✗ CONFLICTING", "± MIXED", "✓ SUPPORTED", "? UNVERIFIED", "✓ SUPPORTED"]


def test_neutral_passages_are_listed_only_when_asked_for() -> None:
    check = samples.conflicting()
    assert samples.FERRY not in terminal.render_check(check, Look(120))
    assert samples.FERRY in terminal.render_check(check, Look(120), all_passages=True)


@pytest.mark.parametrize("look", [Look(), Look(40, colour=True)], ids=["plain", "colour"])
def test_nothing_of_a_source_steers_the_terminal(look: Look) -> None:
    text = SGR.sub("", terminal.render_check(samples.hostile(), look, all_passages=True))
    assert not STEERING.search(text)


def test_figures_stream() -> None:
    def endless() -> object:
        while True:
            yield from samples.figure_rows()

    lines = terminal.render_figures(endless(), Look())  # type: ignore[arg-type]  # an endless iterator
    assert next(lines).startswith("sources/harbour.md:5")


# --- phrases --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "words"),
    [("11000", "11,000"), ("8.20", "8.20"), ("4.5E9", "4.5 billion"), ("1234567", "1,234,567"), ("-9000", "-9,000"),
     ("1.25E6", "1.25 million"), ("0.5", "0.5"), ("2E+12", "2 trillion"), ("1E+30", "1E+30"), ("0", "0"),
     ("0.6666666666666666666666666667", "0.6667")],
)  # fmt: skip
def test_digits(value: str, words: str) -> None:
    assert phrases.digits(Decimal(value)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024", "2024"), ("2024-11", "November 2024"), ("2024-11-08", "8 November 2024"), ("XXXX-11-18", "18 November"),
     ("XXXX-05", "May"), ("2024-Q3", "2024-Q3"), ("2024-13", "2024")],
)  # fmt: skip
def test_iso_in_words(value: str, words: str) -> None:
    assert phrases.iso_in_words(value) == words


@pytest.mark.parametrize(("value", "words"), [(1.0, "100 %"), (0.997, "99 %"), (0.914, "91 %"), (0.0, "0 %")])
def test_share(value: float, words: str) -> None:
    assert phrases.share(value) == words


def test_every_verdict_has_its_words_for_every_format() -> None:
    for words in (phrases.VERDICT_SYMBOLS, phrases.MEANINGS, phrases.FEVER, phrases.AVERITEC, terminal.VERDICT_STYLES):
        assert set(words) == set(Verdict)


# --- JSON -----------------------------------------------------------------------------------------------

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(JSON_VALUES)
def test_json_keeps_every_value_and_stays_on_one_printable_line(value: jsonl.Json) -> None:
    line = jsonl.dumps(value)
    assert line.isprintable()
    assert json.loads(line, parse_float=Decimal, parse_int=Decimal) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [("8.20", "8.20"), ("4.5E9", "4500000000"), ("0.00", "0.00"), ("-45.0", "-45.0"), ("1E-7", "0.0000001")],
)
def test_numbers_keep_the_digits_written(value: str, written: str) -> None:
    assert jsonl.dumps(Decimal(value)) == written


def test_json_writes_floats_in_full_and_no_number_that_json_lacks() -> None:
    assert jsonl.dumps([0.93, 1.0, 1e-7, float("inf"), Decimal("NaN")]) == "[0.93, 1.0, 0.0000001, null, null]"


def test_every_line_of_json_is_an_object() -> None:
    assert all(isinstance(json.loads(line), dict) for line in json_lines())


def test_check_json_has_the_fields_promised() -> None:
    found = json.loads(jsonl.check_json(samples.conflicting()))
    assert {"claim", "verdict", "confidence", "figures", "passages"} <= set(found)
    passage = found["passages"][0]
    assert {"stance", "score", "decided_by", "text", "context", "matched", "source", "comparisons"} <= set(passage)
    assert passage["text"][passage["matched"][0][0] : passage["matched"][0][1]] == "harbour wall"
    comparison = passage["comparisons"][0]
    assert comparison["relation"] == "different" and comparison["difference"] == -9000


# --- CSV ------------------------------------------------------------------------------------------------

DANGEROUS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1+1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_in_a_source_becomes_text(text: str) -> None:
    assert next(csv.reader([csvs._record([text])]))[0].startswith("'")


@pytest.mark.parametrize("text", ["-5", "+3.2%", "-1,000", "4.5"])
def test_a_signed_number_stays_a_number(text: str) -> None:
    assert next(csv.reader([csvs._record([text])])) == [text]


@given(st.lists(st.text(), min_size=1))
def test_csv_cells_come_back(texts: list[str]) -> None:
    record = csvs._record(texts)
    assert "\n" not in record
    (found,) = csv.reader(StringIO(record)) if record else [[""]]
    assert [cell.removeprefix("'") for cell in found] == [printable(text).removeprefix("'") for text in texts]


# --- Markdown and HTML ----------------------------------------------------------------------------------


def _text_of(markdown: str) -> str:
    """Return what a reader of the Markdown sees, failing on anything but text in one paragraph."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    (children,) = [token.children or [] for token in tokens if token.type == "inline"]
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@given(st.text(alphabet=st.sampled_from("ab1. -+=*_`[]()<>#|~&;!\\\"'@:/^$\n\tw©{}") | st.characters(), min_size=1))
def test_escaped_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    if one_line(text):
        assert _text_of(escape_markdown(text)) == one_line(text)
        assert _text_of("x" + inline(text)) == "x" + one_line(text)


@pytest.mark.parametrize(
    "line", ["# head", "1. item", "- item", "+ x", "> quote", "***", "---", "===", "[^1]: x", "    x"]
)
def test_escaped_markdown_begins_no_block(line: str) -> None:
    assert _text_of(escape_markdown(line)) == line.strip()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in {"meta", "br", "img", "input"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_html_report_is_whole_and_holds_no_tag_of_a_source() -> None:
    tags = _Tags()
    tags.feed(report("html"))
    assert tags.open == []
    assert not {"img", "b", "link", "iframe"} & set(tags.tags)
    assert not [name for name in tags.attributes if name.startswith("on") or name == "src"]


def test_an_html_report_runs_one_script_and_its_policy_allows_no_other() -> None:
    page = report("html")
    assert page.count("<script") == 1 and f"<script>{SCRIPT}</script>" in page
    assert f'content="{policy()}"' in page
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    assert policy().startswith("default-src 'none'") and f"script-src 'sha256-{digest}'" in policy()
    assert not re.search(r"\b(fetch|import|eval|innerHTML)\b", SCRIPT)


@given(st.text())
def test_escaped_html_has_no_markup(text: str) -> None:
    assert not set("<>\"'") & set(escape_html(text))


def test_the_markdown_report_holds_no_html_and_no_link_of_a_source() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(report("markdown"))
    kinds = {token.type for token in tokens}
    kinds |= {child.type for token in tokens for child in token.children or []}
    assert not {"html_block", "html_inline", "link_open", "image", "code_block", "fence"} & kinds


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_where_no_passage_counted_a_report_shows_the_nearest(name: str) -> None:
    counted = samples.conflicting()
    weak = replace(counted.evidence[0].judgement, shown=False, score=0.6)
    evidence = (replace(counted.evidence[0], judgement=weak), counted.evidence[1])
    check = replace(counted, verdict=Verdict.UNVERIFIED, evidence=evidence)
    text = render_report(name, [check], title="x", day=date(2026, 1, 2), database="x", sources=[])
    assert "No passage bears on this claim clearly enough. The nearest:" in text
    assert "too weak to count" in text and "60 %" not in text and "were moved in November 2024" in text
    assert "1.25 million passengers" not in text
    assert "The nearest:" not in render_report(
        name, [counted], title="x", day=date(2026, 1, 2), database="x", sources=[]
    )


def test_json_report_carries_the_checks() -> None:
    found = json.loads(report("json"))
    assert [check["verdict"] for check in found["checks"]] == [str(check.verdict) for check in samples.all_checks()]


# --- anything at all ------------------------------------------------------------------------------------

ANYTHING = st.text(max_size=60)


@st.composite
def checks(draw: st.DrawFn) -> Check:
    """Return a check whose texts, spans, numbers and places are anything that the models allow."""
    claim, passage = draw(ANYTHING), draw(ANYTHING)
    spans = st.tuples(st.integers(0, 60), st.integers(0, 60))
    figures = st.builds(
        Figure,
        text=ANYTHING,
        start=st.integers(0, 60),
        end=st.integers(0, 60),
        kind=st.sampled_from(Kind),
        value=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
        unit=st.none() | ANYTHING,
        noun=st.none() | ANYTHING,
    )
    numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
    comparisons = st.builds(
        Comparison, figures, st.none() | figures, st.sampled_from(Relation), numbers, numbers, note=ANYTHING
    )
    judgements = st.builds(
        Judgement,
        st.sampled_from(Stance),
        st.floats(0, 1),
        st.booleans(),
        st.sampled_from(DecidedBy),
        st.lists(comparisons, max_size=2).map(tuple),
        st.lists(ANYTHING, max_size=2).map(tuple),
        st.lists(spans, max_size=3).map(tuple),
    )
    where = samples.source(path=draw(ANYTHING), title=draw(st.none() | ANYTHING), label=draw(st.none() | ANYTHING))
    evidence = st.builds(
        Evidence, st.just(Passage(1, passage, "", where)), judgements, st.integers(0, 2), st.none() | st.just(1)
    )
    assertions = st.builds(
        AssertionVerdict, st.just(Assertion(claim, 0, len(claim))), st.sampled_from(Verdict), st.floats(0, 1)
    )
    return Check(
        claim,
        draw(st.sampled_from(Verdict)),
        draw(st.floats(0, 1)),
        tuple(draw(st.lists(figures, max_size=2))),
        tuple(draw(st.lists(evidence, max_size=2))),
        tuple(draw(st.lists(ANYTHING, max_size=2))),
        tuple(draw(st.lists(assertions, max_size=2))),
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no fault of a renderer
@given(checks(), st.integers(20, 120))
def test_any_check_is_shown_in_every_format_and_steers_nothing(check: Check, width: int) -> None:
    text = terminal.render_check(check, Look(width), all_passages=True)
    assert not STEERING.search(text)
    assert isinstance(json.loads(jsonl.check_json(check)), dict)
    assert len(list(csvs.checks_csv([check]))) == 2
    for name in ("markdown", "html"):
        shown = render_report(name, [check], title="x", day=date(2026, 1, 2), database="x", sources=[])
        assert not STEERING.search(shown)
    tags = _Tags()
    tags.feed(shown)
    assert tags.open == []
