"""A draft's sentences beside a source: what is found wrong in each, at which words, and what stays silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.library import Library
from factcheck.models import Alert

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE = """---
title: Last orders at the Kerrow yard
author: Mara Lund
published: 2024-03-01
---

The Kerrow yard employs 460 people and has 21 cranes. Orla Quinn won in Hale and Tom Reed in Marsh. The town of Hale
beat Marsh 4-1 on Saturday, before a crowd of 2,300. The yard was founded in 1911. Quinn, a Liberal, took 5,210 votes;
Reed, for Labour, took 4,870.

Its dry dock is 210 metres long and 32 metres wide, and a ship takes 7.6 hours to dry. A crane fell in October 2021,
when a storm hit the town. "We are proud of every one of these people," said the manager, Hugo Fenn. His widow, Margery
Fenn, keeps the archive.

The Harbour Trust runs the museum. It received 2,850 visitors last year, up from 1,900 in 2019, and charges £22. The
trust's director, Dr Lena Sorby, has until 19 July to find a buyer for the lightship. The wicketkeeper, Imogen Pratt,
lives in Aarhus. Bluerock, an American fund, holds 5.1% of the yard. Operating profit rose 23% to 148 million euros.
The trial of Emil Krog at Hexley Crown Court took five weeks. A capsule with up to 60 grams of rock came down in March.
"""

# id, draft, code, words at which the alert stands
WRONG = [
    ("second-assertion", "The Kerrow yard employs 460 people and has 12 cranes.", "figure-conflict", "12"),
    ("first-assertion", "The yard, founded in 1911, employs 640 people.", "figure-conflict", "640"),
    ("crossed-places", "Orla Quinn won in Marsh and Tom Reed in Hale.", "name-conflict", "Marsh"),
    ("crossed-votes", "Mr Reed took 5,210 votes and Ms Quinn 4,870.", "figure-conflict", "5,210"),
    ("crossed-sides", "The dry dock is 32 metres long and 210 metres wide.", "figure-conflict", "32 metres"),
    ("score", "Hale beat Marsh 3-2 on Saturday.", "figure-conflict", "3-2"),
    ("score-alone", "Hale beat Marsh 4-3.", "figure-conflict", "4-3"),
    ("run-together", "The crowd heard Tom Quinn speak.", "name-conflict", "Tom Quinn"),
    ("relation", "His daughter, Margery Fenn, keeps the archive.", "name-conflict", "daughter, Margery Fenn"),
    ("role", "They met Lena Sorby, the wicketkeeper.", "name-conflict", "Lena Sorby"),
    ("body", "Kerrow Partners, an American fund, holds 5.1% of the yard.", "name-conflict", "Kerrow Partners"),
    ("court", "The trial at Marsh Crown Court had gone on for five weeks.", "name-conflict", "Marsh Crown Court"),
    ("gap", "There were 2,850 visitors, 750 more than in 2019.", "figure-conflict", "750"),
    ("twin", "Drying a ship takes 6.7 hours.", "figure-conflict", "6.7 hours"),
    ("day", "Lena Sorby, who runs the trust, has until 19 June to find a buyer.", "figure-conflict", "19 June"),
    ("grams", "In March a capsule came down with up to 60kg of rock.", "scale-slip", "60kg"),
    ("it", "The Harbour Trust runs the museum. It received 2,580 visitors last year.", "figure-conflict", "2,580"),
    ("she", "Orla Quinn is a Liberal. She took 5,120 votes.", "figure-conflict", "5,120"),
    ("the-trust", "The Harbour Trust runs a museum. The trust charges £12.", "figure-conflict", "£12"),
    ("quotation", "“We are proud of all of these people,” said Hugo Fenn.", "quote-altered", "“We are"),
]  # fmt: skip
# id, draft
SOUND = [
    ("both-assertions", "The Kerrow yard employs 460 people and has 21 cranes."),
    ("other-clause", "The yard, founded in 1911, employs 460 people."),
    ("parallel", "Tom Reed won in Marsh and Orla Quinn in Hale."),
    ("parallel-votes", "Mr Reed took 4,870 votes and Ms Quinn 5,210."),
    ("sides", "The dry dock is 32 metres wide and 210 metres long."),
    ("score-turned", "Marsh lost 1-4 to Hale on Saturday."),
    ("whole-name", "Orla Quinn spoke to the crowd."),
    ("relation", "His widow, Margery Fenn, keeps the archive."),
    ("role", "They met Imogen Pratt, the wicketkeeper."),
    ("gap", "There were 2,850 visitors, 950 more than in 2019."),
    ("twin", "Drying a ship takes 7.6 hours."),
    ("it", "The Harbour Trust runs the museum. It received 2,850 visitors last year."),
    ("nobody-meant", "It took 7.6 hours to dry the ship."),
    ("priced", "A family of three pays £66 at the museum."),
    ("the-title", "The article is called “Last orders at the Kerrow yard”."),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "source.md").write_text(SOURCE, "utf-8")
    with Library(folder / "claims.db", create=True) as made:
        made.index([folder / "source.md"], now=NOW)
        yield made


def alerts(library: Library, folder: Path, text: str) -> list[Alert]:
    draft = folder / "draft.md"
    draft.write_text(f"{text}\n", "utf-8")
    return [item for item in library.proofread(draft, published=date(2024, 3, 5)).alerts if item.severity != "notice"]


@pytest.mark.parametrize(("text", "code", "words"), [pytest.param(*row[1:], id=row[0]) for row in WRONG])
def test_what_the_source_has_otherwise_is_found(
    library: Library, tmp_path: Path, text: str, code: str, words: str
) -> None:
    found = [(item.code, item.column) for item in alerts(library, tmp_path, text)]
    assert (code, text.index(words) + 1) in found


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in SOUND])
def test_what_the_source_bears_out_is_silent(library: Library, tmp_path: Path, text: str) -> None:
    assert [(item.code, item.message) for item in alerts(library, tmp_path, text)] == []
