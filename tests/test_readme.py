"""The README is true: its commands exist, its examples print what it says, its first two blocks set up and test."""

from __future__ import annotations

import doctest
import re
import shutil
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from readme_examples import README, ROOT, Example, examples, run, workplace

from factcheck import config
from factcheck.config import Config

TEXT = README.read_text("utf-8")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Where this project is made and how is nobody's business; nor does a reader need an index's address.
FORBIDDEN = ("--index-url", "--find-links", "pypi.org", "localhost", "shared/")
# A path from the root of a file system belongs to one machine; "$folder"/name and the two that are everywhere do not.
ABSOLUTE_PATH = re.compile(r"""(?<![\w/.:<*\\])(?<![\w}]["'])/(?!usr/bin/env\b|dev/null\b)[a-z]+/""")
needs_shell = pytest.mark.skipif(shutil.which("sh") is None, reason="the examples are lines for a POSIX shell")


@needs_shell
@pytest.mark.parametrize("example", [pytest.param(item, id=item.commands[-1][:60]) for item in examples(TEXT)])
def test_an_example_prints_what_the_readme_says(example: Example, tmp_path: Path) -> None:
    printed = run(example, workplace(tmp_path))
    assert printed == example.block, "the output changed; if that is meant: python tests/readme_examples.py"


def test_the_python_examples_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace(tmp_path))
    blocks = "\n".join(body for language, body in FENCED.findall(TEXT) if language == "python")
    parsed = doctest.DocTestParser().get_doctest(blocks, {}, "README.md", "README.md", 0)
    assert parsed.examples
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(parsed, out=report.append)
    assert "".join(report) == ""


def test_the_settings_of_the_readme_are_those_there_are(tmp_path: Path) -> None:
    (block,) = (body for language, body in FENCED.findall(TEXT) if language == "toml" and "fail-on" in body)
    (tmp_path / "factcheck.toml").write_text(block, "utf-8")
    assert {*tomllib.loads(block)} == {field.name.replace("_", "-") for field in fields(Config)}
    assert config.load(tmp_path, {}) != Config()


def test_the_first_two_blocks_are_commands_only() -> None:
    first, second = (body for _, body in FENCED.findall(TEXT)[:2])
    assert first.splitlines()[-1].startswith("factcheck check --no-record ")
    assert second.splitlines()[-1] == "python -m pytest -n auto"
    for line in [*first.splitlines(), *second.splitlines()]:
        assert re.match(r"(python|\. |factcheck)", line), line


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert re.search(r"^ *python -m pytest -n auto$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


def test_every_command_is_in_the_readme() -> None:
    from typer.main import get_command

    from factcheck.cli import program

    names = getattr(get_command(program()), "commands", {})
    assert names
    assert [name for name in names if f"`factcheck {name}" not in TEXT] == []


def test_every_exit_status_and_environment_variable_is_in_the_readme() -> None:
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / "factcheck").rglob("*.py")))
    for name in set(re.findall(r"\bFACTCHECK_[A-Z_]+\b", sources)):
        assert f"`{name}`" in TEXT, name


@pytest.mark.parametrize(
    "name", ["README.md", "requirements.lock", "requirements-dev.lock", ".ci/run", "pyproject.toml"]
)
def test_nothing_points_to_a_machine_or_an_index(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert [word for word in FORBIDDEN if word in text] == []
    assert ABSOLUTE_PATH.findall(text) == []


def test_every_link_in_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    names = {re.split(r"[<>=\[ ]", name)[0] for name in declared} - {"factcheck-cli"}
    assert [name for name in sorted(names) if f"| {name} |" not in TEXT] == []


def test_the_pictures_are_what_the_program_shows() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        from make_pictures import pictures
    finally:
        sys.path.pop(0)
    for name, svg in pictures().items():
        assert (ROOT / "docs" / name).read_text("utf-8") == svg, f"{name} changed: python docs/make_pictures.py"
