"""Every figure of our own articles and tables is read as before; `figures_golden.py` says what to do where not."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures_golden import ARTICLES, GOLDEN, TABLES, lines_of


def parts() -> dict[str, list[str]]:
    """Return the lines written down for each article, by its name."""
    found: dict[str, list[str]] = {}
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        found[list(found)[-1]].append(line)
    return found


WRITTEN = parts()


@pytest.mark.parametrize(
    "path", [*(path for path in ARTICLES if path.name in WRITTEN), *TABLES], ids=lambda path: path.stem
)
def test_figures_of_an_article_or_table(path: Path) -> None:
    assert list(lines_of(path)) == WRITTEN.get(path.name), "if that is meant: python tests/figures_golden.py"


def test_enough_articles_are_written_down() -> None:
    assert len(WRITTEN) >= 30
    assert sum(line.startswith("  ") for lines in WRITTEN.values() for line in lines) > 800
