"""What an index run tells: everything by name while it is a few, and many of one kind in one line with their number."""

from __future__ import annotations

import pytest

from factcheck.models import IndexReport, Skipped
from factcheck.render.look import Look
from factcheck.render.terminal import render_index_report

PDF = "is a PDF, and reading it needs pypdf, which is not installed"
INSTALL = "run: pip install 'factcheck-cli[pdf]'"
SCAN = "holds pictures of pages and no text"


def shown(**what: object) -> list[str]:
    return render_index_report(IndexReport(**what), Look(200)).splitlines()[1:]  # type: ignore[arg-type]


def needing(count: int, named: bool = False) -> tuple[Skipped, ...]:
    return tuple(Skipped(f"{number}.pdf", f"{number}.pdf {PDF}", named, INSTALL) for number in range(count))


def scans(count: int) -> tuple[Skipped, ...]:
    return tuple(Skipped(f"{number}.pdf", f"{number}.pdf {SCAN}", hint="run ocrmypdf") for number in range(count))


def made_on(count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"{number}.pdf", f"the file was made on 2024-01-0{number}") for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        ({"skipped": needing(5)}, [f"skipped: {n}.pdf {PDF} ({INSTALL})" for n in range(5)]),
        ({"skipped": needing(6)}, [f"skipped: 6 files, such as 0.pdf {PDF} ({INSTALL})"]),
        ({"skipped": needing(6, named=True)}, [f"skipped: {n}.pdf {PDF} ({INSTALL})" for n in range(6)]),
        ({"skipped": scans(9)}, [f"skipped: {n}.pdf {SCAN} (run ocrmypdf)" for n in range(9)]),
        ({"notes": made_on(5)}, [f"note: {path}: {note}" for path, note in made_on(5)]),
        (
            {"notes": (*made_on(9), ("x.txt", "read as windows-1252"))},
            [
                "note: 1.pdf: the file was made on 2024-01-01, and so with 8 more (sources show tells of each)",
                "note: x.txt: read as windows-1252",
            ],
        ),
        (
            {"unsupported": ("a.doc", "b.doc", "c.xls", "d.png")},
            [
                "Left aside 4 files of types that cannot be read (.doc 2, .png, .xls); "
                "save .doc as .docx, .xls as .xlsx to have them read."
            ],
        ),
        ({"unsupported": ("d.png",)}, ["Left aside 1 file of types that cannot be read (.png)."]),
    ],
    ids=["a few extras", "many", "named", "scans are each named", "notes", "many notes", "documents", "pictures"],
)
def test_what_is_told(what: dict[str, object], lines: list[str]) -> None:
    assert "\n".join(shown(**what)).replace("\n  ", " ").split("\n") == lines
