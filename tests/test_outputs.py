"""Files that a person names for a result: written whole or not at all, and never over a file of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Result

from factcheck import outputs
from factcheck.errors import UsageError
from factcheck.outputs import is_ours, save
from factcheck.render.proofs import FORMATS as PROOFS
from factcheck.render.reports import FORMATS as REPORTS

Run = Callable[..., Result]
CLAIM = "The ferry to Holm had 500 passengers on board"
DRAFT = "Published: 7 March 2025\n\nThe ferry to Holm had 500 passengers on board.\n"

NOT_OURS = {
    "prose": "# Verification of the ferry story\n\nNot to be lost.\n",
    "front matter": "---\ntitle: Notes\n---\n\nProof of the matter is in the log.\n",
    "table": "claim,source,checked\nThe ferry sank,log,yes\n",
    "json": '{"title": "Notes", "claims": []}\n',
    "page": "<!DOCTYPE html>\n<html><title>Ferry</title><p>A verdict compares a claim with the sources.</p></html>\n",
    "zip": b"PK\x03\x04 and then nothing that can be read",
}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def command(name: str, form: str, output: str) -> list[str]:
    given = ["--author", "Ann Lee", CLAIM] if name == "report" else ["draft.md"]
    return [name, "--format", form, "-o", output, *given]


@pytest.mark.parametrize(
    ("name", "form"), [*(("report", form) for form in REPORTS), *(("proofread", form) for form in PROOFS)]
)
def test_a_former_result_is_replaced_and_nothing_lies_beside_it(
    name: str, form: str, run: Run, database: Path, folder: Path
) -> None:
    (folder / "draft.md").write_text(DRAFT)
    for _ in range(2):
        assert run(*command(name, form, "result")).err == ""
    assert is_ours((folder / "result").read_bytes())
    assert names_in(folder) == ["articles", "claims.db", "draft.md", "result"]


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS)
@pytest.mark.parametrize(("name", "form"), [("report", "markdown"), ("proofread", "html")])
def test_a_file_of_a_persons_own_is_not_replaced(
    name: str, form: str, text: str | bytes, run: Run, database: Path, folder: Path
) -> None:
    (folder / "draft.md").write_text(DRAFT)
    (folder / "notes").write_bytes(text if isinstance(text, bytes) else text.encode())
    before = (folder / "notes").read_bytes()
    result = run(*command(name, form, "notes"))
    assert (result.status, (folder / "notes").read_bytes()) == (2, before)
    assert "notes exists and is no report" in result.err and "--force" in result.err
    run(*command(name, form, "notes"), "--force")
    assert is_ours((folder / "notes").read_bytes())


def test_the_draft_itself_is_not_replaced_by_its_proof(run: Run, database: Path, folder: Path) -> None:
    (folder / "draft.md").write_text(DRAFT)
    assert run(*command("proofread", "markdown", "draft.md")).status == 2
    assert (folder / "draft.md").read_text() == DRAFT


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text("\n")
    save(tmp_path / "new.md", "text\n")
    assert (tmp_path / "new.md").read_text() == "text\n"


@pytest.mark.parametrize("failing", ["fsync", "chmod", "replace"])
def test_a_failure_leaves_the_old_file_whole(failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old\n")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, failing)), fail)
    with pytest.raises(UsageError, match="No space left on device"):
        save(path, "new\n")
    assert names_in(tmp_path) == ["report.md"]
    assert path.read_text() == "old\n"


def test_an_interrupt_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old\n")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(path, "new\n")
    assert (names_in(tmp_path), path.read_text()) == (["report.md"], "old\n")


@pytest.mark.skipif(os.name != "posix", reason="needs links and modes of POSIX")
def test_rights_and_links_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("")
    real.chmod(0o640)
    link.symlink_to(real)
    save(link, "new\n")
    assert link.is_symlink() and real.read_text() == "new\n"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="needs a device")
def test_a_device_is_written_to_as_it_is(database: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "report", "-o", "/dev/stdout", CLAIM], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"# Verification report\n")
