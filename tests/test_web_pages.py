"""The HTML files as a keyboard and a screen reader meet them: ids, labels, headings, stops, filters.

What needs a browser (contrast, focus, the script under its policy) was looked at in one; this holds what need not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import render_samples as samples
from conftest import NOW

from factcheck.library import Library
from factcheck.render.annotated import annotated_html
from factcheck.render.reports import render_report

Attributes = dict[str, str | None]


class Page(HTMLParser):
    """A page as a list of its elements, each with its attributes and the text up to its end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.labelled = 0
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "input" and "label" in self._open:
            self.labelled += 1
        if tag not in ("meta", "input"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def of(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.elements if name == tag]

    def having(self, attribute: str) -> list[str]:
        return [str(attributes[attribute]) for _, attributes in self.elements if attribute in attributes]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "yard.md").write_text("The Kerrow yard employs 640 people.\n", "utf-8")
    for name in ("one", "two"):
        text = f"# Draft {name}\n\nThe Kerrow yard employs 460 people. Was it so?\n\n- <b onclick=x>An item</b>.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "yard.md"], now=NOW)
        proofs = [library.proofread(Path(folder / f"{name}.md"), published=date(2024, 6, 1)) for name in ("one", "two")]
    report = render_report(
        "html",
        samples.all_checks(),
        title="A report",
        day=date(2026, 1, 2),
        database="x",
        sources=samples.source_rows(),
    )
    yield {"report": report, "draft": annotated_html(proofs)}


@pytest.mark.parametrize("name", ["report", "draft"])
class TestPage:
    """What holds of every page."""

    def test_it_says_its_language_and_title(self, name: str, pages: dict[str, str]) -> None:
        page = Page(pages[name])
        assert page.of("html") == [{"lang": "en"}]
        assert len(page.of("title")) >= 1 and len(page.of("main")) == 1

    def test_ids_are_unique_and_what_points_at_them_finds_them(self, name: str, pages: dict[str, str]) -> None:
        page = Page(pages[name])
        ids = Counter(page.having("id"))
        assert [each for each, count in ids.items() if count > 1] == []
        wanted = {each for told in page.having("aria-labelledby") for each in told.split()}
        wanted |= {link.removeprefix("#") for link in page.having("href") if link.startswith("#")}
        assert wanted <= set(ids)

    def test_headings_leave_out_no_level(self, name: str, pages: dict[str, str]) -> None:
        levels = [int(tag[1]) for tag, _ in Page(pages[name]).elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

    def test_every_box_has_a_label_and_every_picture_a_text(self, name: str, pages: dict[str, str]) -> None:
        page = Page(pages[name])
        assert page.labelled == len(page.of("input")) > 2
        assert all(svg["role"] == "img" and svg["aria-labelledby"] for svg in page.of("svg"))

    def test_every_kind_has_its_box_and_its_rule(self, name: str, pages: dict[str, str]) -> None:
        page = Page(pages[name])
        for kind in set(page.having("data-kind")):
            assert f"show-{kind}" in page.having("id")
            assert f"main:has(#show-{kind}:not(:checked)) [data-kind={kind}]" in pages[name]

    def test_the_keys_have_stops_that_take_the_focus(self, name: str, pages: dict[str, str]) -> None:
        stops = [attributes for _, attributes in Page(pages[name]).elements if "data-stop" in attributes]
        assert any(stop["data-stop"] == "problem" for stop in stops)
        assert all(stop["tabindex"] == "-1" and stop["id"] for stop in stops)

    def test_nothing_is_fetched_and_no_attribute_acts(self, name: str, pages: dict[str, str]) -> None:
        page = Page(pages[name])
        assert not {"link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in page.elements}
        names = {attribute for _, attributes in page.elements for attribute in attributes}
        assert not {each for each in names if each.startswith("on") or each in ("src", "action", "srcdoc")}
        assert not re.search(r"url\(|@import", pages[name])


def test_cells_of_a_phone_name_their_columns(pages: dict[str, str]) -> None:
    cells = Page(pages["report"]).of("td")
    assert cells and all(cell["data-label"] and cell["role"] == "cell" for cell in cells)
