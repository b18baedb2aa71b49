"""A plug-in adds a format: the one that the README shows, installed as packages are, and one that is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Result

from factcheck.ingest import formats

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
SECTION = README.partition("### A format of your own")[2].partition("\n#")[0]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    formats._plugins.cache_clear()
    yield
    formats._plugins.cache_clear()


def install(folder: Path, module: str, code: str, entry_points: str) -> None:
    """Put a package into a folder as pip does."""
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(entry_points)


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    assert found
    return found[1]


def test_the_plug_in_of_the_readme(run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry_points = block("toml").replace('[project.entry-points."factcheck.readers"]', "[factcheck.readers]")
    install(tmp_path / "site", "minutes", block("python"), entry_points.replace('"', ""))
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "budget.min").write_text("MAYOR: The wall cost £45 million.\nCLERK: It took 18 months.\n")
    result = run("figures", "in", "--csv")
    assert (result.status, result.err) == (0, "")
    assert "£45 million" in result.out and ",MAYOR," in result.out and ",CLERK," in result.out
    assert run("index", "in", "--db", "c.db").status == 0
    assert "Format     minutes" in run("sources", "show", "1", "--db", "c.db").out


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("raise ImportError('no lxml here')", "the plug-in bad cannot be loaded: no lxml here"),
        ("FORMAT = 5", "the plug-in bad (broken:FORMAT) is no factcheck.ingest.formats.Format"),
    ],
)
def test_a_broken_plug_in_takes_nothing_down(
    code: str, message: str, run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", "broken", code, "[factcheck.readers]\nbad = broken:FORMAT\n")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.delitem(__import__("sys").modules, "broken", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The wall cost £45 million.\n")
    (tmp_path / "b.min").write_text("Words.\n")
    assert run("index", "a.txt", "--db", "c.db").status == 0
    assert f"no reader for .min files ({message})" in formats.why_unknown("b.min", lambda: b"")
    assert "£45 million" in run("figures", ".").out
