"""Which drafts are read: folders, patterns, standard input, and only what changed since a revision of git."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.proofread.changed import is_the_same_file

WRONG = "They met on Monday, 12 March 2024.\n"
RIGHT = "They met in Saltby.\n\nNobody else came.\n\nThe hall was cold.\n\nThe talks went on until four.\n"
RUN = Callable[..., object]


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts" / "old").mkdir(parents=True)
    for name in ("texts/b.md", "texts/a.txt", "texts/old/c.md", "texts/notes.csv", "d.md"):
        (tmp_path / name).write_text(WRONG, "utf-8")
    return tmp_path


def read(result: object) -> list[str]:
    """Return the drafts in which alerts were found."""
    return list(dict.fromkeys(line.partition(":")[0] for line in result.out.splitlines()))  # type: ignore[attr-defined]


GIVEN = [
    ("a-folder", ["texts"], ["texts/a.txt", "texts/b.md", "texts/old/c.md"]),
    ("several", ["d.md", "texts/b.md"], ["d.md", "texts/b.md"]),
    ("a-pattern", ["texts/*.md"], ["texts/b.md"]),
    ("a-deep-pattern", ["texts/**/*.md"], ["texts/b.md", "texts/old/c.md"]),
    ("input-too", ["d.md", "-"], ["d.md", "standard input.md"]),
]


@pytest.mark.parametrize(("given", "found"), [pytest.param(*row[1:], id=row[0]) for row in GIVEN])
def test_drafts_are_found(drafts: Path, run: RUN, given: list[str], found: list[str]) -> None:
    assert read(run("proofread", "--no-sources", *given, stdin=WRONG)) == found


def test_a_folder_without_drafts_and_a_pattern_of_nothing_are_errors(drafts: Path, run: RUN) -> None:
    (drafts / "empty").mkdir()
    for given in ("empty", "*.docx"):
        result = run("proofread", "--no-sources", given)
        assert (result.status, result.out) == (2, "")  # type: ignore[attr-defined]


# --- git --------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(drafts: Path) -> Callable[..., None]:
    """Return a function that runs git in the folder of the drafts, which are committed."""
    if shutil.which("git") is None:
        pytest.skip("needs git")

    def git(*arguments: str) -> None:
        names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *names, *arguments], check=True, capture_output=True, cwd=drafts)

    (drafts / "e.md").write_text(RIGHT, "utf-8")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    return git


def test_a_renamed_draft_is_compared_with_what_it_was(drafts: Path, run: RUN, repository: Callable[..., None]) -> None:
    repository("mv", "e.md", "texts/final.md")
    (drafts / "texts/final.md").write_text(f"{RIGHT}\n{WRONG}", "utf-8")
    result = run("proofread", "--no-sources", "--changed-since", "HEAD", "--json", "texts/final.md")
    assert '"line": 9' in result.out or '"line":9' in result.out  # type: ignore[attr-defined]
    (drafts / "d.md").rename(drafts / "moved.md")
    assert read(run("proofread", "--no-sources", "--changed-since", "HEAD", "moved.md")) == []


def test_a_new_draft_is_checked_as_a_whole(drafts: Path, run: RUN, repository: Callable[..., None]) -> None:
    (drafts / "new.md").write_text(WRONG, "utf-8")
    assert read(run("proofread", "--no-sources", "--changed-since", "HEAD", "new.md")) == ["new.md"]
    assert read(run("proofread", "--no-sources", "--changed-since", "HEAD", "d.md")) == []


def test_a_draft_outside_git_is_an_error_that_says_so(drafts: Path, run: RUN) -> None:
    result = run("proofread", "--no-sources", "--changed-since", "HEAD", "d.md")
    assert result.status == 2  # type: ignore[attr-defined]
    assert "d.md is in no git repository" in result.err  # type: ignore[attr-defined]


def test_standard_input_has_no_revision(drafts: Path, run: RUN) -> None:
    result = run("proofread", "--no-sources", "--changed-since", "HEAD", "-", stdin=WRONG)
    assert "as a whole" in result.err  # type: ignore[attr-defined]
    assert read(result) == ["standard input.md"]


def test_how_alike_a_renamed_file_is() -> None:
    lines = [b"%d\n" % number for number in range(10)]
    assert is_the_same_file(b"".join(lines), b"".join(lines)) == 1
    assert is_the_same_file(b"".join(lines), b"".join(lines[:6])) == 0.75
    assert is_the_same_file(b"".join(lines), b"".join(lines[:3])) == 0


def test_a_draft_that_was_indexed_and_edited_since_is_none_of_its_own_sources(database: Path, run: RUN) -> None:
    folder = database.parent
    (folder / "texts").mkdir()
    draft = folder / "texts" / "draft.md"
    draft.write_text("The mill at Aldermere employs 61 people.\n", "utf-8")
    assert run("index", "texts/draft.md").status == 0  # type: ignore[attr-defined]
    draft.write_text("The mill at Aldermere employs 62 people.\n", "utf-8")
    assert "61" not in run("proofread", "texts/draft.md").out  # type: ignore[attr-defined]
    (folder / "texts" / "other.md").write_text("The mill at Aldermere employs 62 people.\n", "utf-8")
    assert "61" in run("proofread", "texts/other.md").out  # type: ignore[attr-defined]
