"""Agency copy: documents of one text are found however they were edited, listed, and count as one witness."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Result
from test_store import check_whole

from factcheck import Library, copies

Run = Callable[..., Result]
CLAIM = "The ferry to Holm had 312 passengers on board"

REPORT = (
    "The ferry to Holm sank on Tuesday with 312 passengers on board.",
    "Nobody was hurt, the harbour office said in a statement on Wednesday.",
    "Divers from Northwick found the wreck at a depth of 48 metres near the lighthouse.",
    "The company paid £2.4 million for the vessel in 2019 and insured it in Bremen.",
    "Ministers will meet in Northwick next week to speak about the safety of old ships.",
)
OTHER = (
    "The bakery in Mill Lane employs 46 people, up from 31 in 2023, its owner says.",
    "It bakes 900 loaves of rye bread a night and sells them at two markets.",
    "A second oven is to be bought from a bankrupt competitor in the spring.",
    "The owner has led the business since her father left it to her in 1998.",
    "Her daughter is learning the trade in Lyon and will come back next year.",
)
FIGURE = (REPORT[0].replace("312", "321"), *REPORT[1:])
REWORDED = tuple(
    text.replace(" the ", " that very ").replace(" on ", " upon ").replace(" in ", " within ") for text in REPORT
)
BULLETIN = tuple(
    text.replace("312", "99").replace("hurt", "ill").replace("48", "7").replace("2.4", "3.1").replace("next", "last")
    for text in REPORT
)
# Each text, whether it is a copy of the report, and how many of its sentences give other figures.
EDITED = {
    "the same": (REPORT, True, 0),
    "cut at the end": (REPORT[:3], True, 0),
    "cut at the beginning": (REPORT[2:], True, 0),
    "one paragraph changed": ((*REPORT[:2], OTHER[0], *REPORT[3:]), True, 0),
    "two paragraphs added": ((*REPORT, *OTHER[:2]), True, 0),
    "other marks and capitals": (tuple(text.upper().replace(",", " –") for text in REPORT), True, 0),
    "one figure changed": (FIGURE, True, 1),
    "a figure in words changed": ((REPORT[0].replace("312", "three hundred"), *REPORT[1:]), True, 1),
    "one sentence reworded": (("The Holm ferry went down with 312 people.", *REPORT[1:]), True, 0),
    "one sentence quoted": ((REPORT[0], *OTHER), False, 0),
    "every sentence reworded": (REWORDED, False, 0),
    "every figure changed, as in a weekly bulletin": (BULLETIN, False, 0),
    "a digest of ten reports": ((*REPORT, *(f"Report {n}: {text}" for n in range(9) for text in OTHER)), False, 0),
    "another story": (OTHER, False, 0),
    "nothing but short sentences": (("He was late.", "So was she.", "It rained."), False, 0),
    "empty": ((), False, 0),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "is_copy", "count"), EDITED.values(), ids=EDITED)
def test_what_is_a_copy_and_where_it_differs(texts: Sequence[str], is_copy: bool, count: int) -> None:
    one, other = copies.numbered(REPORT), copies.numbered(texts)
    assert bool(copies.likeness(one, other)) is is_copy
    assert copies.likeness(one, other) == copies.likeness(other, one)
    if is_copy:
        assert len(copies.differences(texts, REPORT)) == len(copies.differences(REPORT, texts)) == count


LONG = (*REPORT, *OTHER)


def joined(first: str, second: str) -> str:
    return f"{first[:-1]}, and {second[0].lower()}{second[1:]}"


def parted(text: str) -> list[str]:
    words = text.split()
    return [f"{' '.join(words[:6])}.", f"That is {' '.join(words[6:])}"]


def shortened(text: str) -> str:
    return " ".join(text.split()[:-4]) + "."


LIGHTLY: dict[str, tuple[Sequence[str], bool]] = {
    "every other sentence joined to the next": (
        [joined(*LONG[at : at + 2]) if at % 4 == 0 else " ".join(LONG[at : at + 2]) for at in range(0, 10, 2)],
        True,
    ),
    "three sentences parted": ([*(each for text in LONG[:3] for each in parted(text)), *LONG[3:]], True),
    "four sentences shortened": ([*map(shortened, LONG[:4]), *LONG[4:]], True),
    "joined, parted, shortened and cut": (
        [joined(*LONG[:2]), *parted(LONG[2]), LONG[3], shortened(LONG[4]), *LONG[5:9]],
        True,
    ),
    "every figure and name another": (
        [re.sub(r"\d+|Northwick|Holm|Mill|Lyon|Bremen|Tuesday|Wednesday", "7", text) for text in LONG],
        False,
    ),
    "every sentence shortened and begun otherwise": ([f"Later {shortened(text)}" for text in LONG], False),
    "the beginnings alone": ([" ".join(text.split()[:5]) + "." for text in LONG], False),
}


@pytest.mark.parametrize(("texts", "is_copy"), LIGHTLY.values(), ids=LIGHTLY)
def test_a_text_whose_sentences_were_edited_lightly_is_a_copy(texts: Sequence[str], is_copy: bool) -> None:
    one, other = copies.numbered(LONG), copies.numbered(texts)
    assert bool(copies.likeness(one, other)) is is_copy
    if is_copy:
        assert set(copies.sketch(one)) & set(copies.sketch(other))


def test_pieces_do_not_depend_on_where_sentences_end() -> None:
    numbers = copies.numbered(LONG)
    assert copies.numbered([" ".join(LONG)]).pieces == numbers.pieces
    assert copies.numbered(" ".join(LONG).split()).pieces == numbers.pieces
    assert sum(numbers.pieces.values()) > 0.6 * len(" ".join(LONG).split())


def write(folder: Path, name: str, texts: Sequence[str], title: str = "A headline of its own") -> None:
    (folder / "articles" / name).write_text(f"{title}\n\n" + "\n\n".join(texts) + "\n", "utf-8")


@pytest.fixture
def library(folder: Path) -> Library:
    for path in (folder / "articles").iterdir():
        path.unlink()
    for number, (texts, _, _) in enumerate(EDITED.values(), 1):
        if texts:
            write(folder, f"{number:02}.txt", texts)
    library = Library(folder / "claims.db", create=True)
    library.index(["articles"])
    return library


def groups(library: Library) -> dict[str, tuple[str, ...]]:
    """Return for each file that has copies the files of its group."""
    rows = {row.document: row for row in library.sources()}
    return {
        row.path[-6:-4]: tuple(rows[number].path[-6:-4] for number in row.copies) for row in rows.values() if row.copies
    }


COPIES = ("01", "02", "03", "04", "05", "06", "07", "08", "09")


def test_groups_of_an_index(library: Library) -> None:
    assert groups(library) == dict.fromkeys(COPIES, COPIES) | dict.fromkeys(("10", "14"), ("10", "14"))
    first, *others = (row for row in library.sources() if "01" in row.path or row.path[-6:-4] in COPIES)
    assert (first.copy_of, first.alike, first.differences) == (None, 1.0, 0)
    assert {row.copy_of for row in others} == {first.document}
    assert [row.differences for row in others] == [0, 0, 0, 0, 0, 1, 1, 0]
    check_whole(library.path)


def changed(folder: Path, library: Library) -> None:
    write(folder, "04.txt", OTHER[::-1])


def removed(folder: Path, library: Library) -> None:
    library.remove_source(library.find_source("01.txt").document)


def pruned(folder: Path, library: Library) -> None:
    (folder / "articles" / "02.txt").unlink()
    library.index(["articles"], prune=True)


def added(folder: Path, library: Library) -> None:
    write(folder, "00.txt", REPORT)


@pytest.mark.parametrize("act", [changed, removed, pruned, added])
def test_groups_follow_what_happens_to_the_files(
    act: Callable[[Path, Library], None], library: Library, folder: Path
) -> None:
    act(folder, library)
    if act is removed:
        (folder / "articles" / "01.txt").unlink()
    library.index(["articles"])
    now = groups(library)
    fresh = Library(folder / "fresh.db", create=True)
    fresh.index(["articles"])
    assert now == {key: tuple(sorted(members, key=now[key].index)) for key, members in groups(fresh).items()}
    check_whole(library.path)


def test_a_run_that_was_cut_off_is_taken_up(library: Library) -> None:
    before = groups(library)
    library.close()
    with closing(sqlite3.connect(library.path)) as opened:
        opened.execute("DELETE FROM copies")
        opened.execute("DELETE FROM fingerprints")
        opened.execute("INSERT INTO uncompared SELECT id FROM documents")
        opened.commit()
    with Library(library.path) as again:
        assert groups(again) == {}
        again.index(["articles"])
        assert groups(again) == before


def test_copies_are_one_witness_and_a_changed_figure_is_another(library: Library) -> None:
    check = library.check(CLAIM)
    shown = [item for item in check.evidence if item.judgement.shown]
    supporting = [item for item in shown if item.judgement.stance == "supports"]
    conflicting = [item for item in shown if item.judgement.stance == "conflicts"]
    assert sum(item.repeats is None for item in supporting) == 1 < len(supporting)
    assert any(item.passage.text == FIGURE[0] and item.repeats is None for item in conflicting)
    assert check.verdict == "mixed"


def test_a_sentence_edited_in_a_copy_is_the_same_witness(folder: Path) -> None:
    for path in (folder / "articles").iterdir():
        path.unlink()
    edited = "With 312 passengers on board the ferry to Holm sank on Tuesday."
    write(folder, "1.txt", REPORT)
    write(folder, "2.txt", (edited, *REPORT[1:]))
    write(folder, "3.txt", (edited.replace("Tuesday", "Tuesday evening"), *OTHER))  # a reporter of its own
    with Library(folder / "claims.db", create=True) as library:
        library.index(["articles"])
        check = library.check(CLAIM)
    repeats = {item.passage.source.path[-5]: item.repeats for item in check.evidence if item.judgement.shown}
    assert set(repeats) == {"1", "2", "3"}
    assert (repeats["1"] is None) is not (repeats["2"] is None)


def test_what_a_person_sees(library: Library, run: Run) -> None:
    library.close()
    listed = run("sources").out
    assert "same text as #1" in listed and "text of #1, but 1 sentence with other figures" in " ".join(listed.split())
    shown = " ".join(run("sources", "show", "07.txt").out.split())
    assert "Copies #1, #2, #3" in shown and f"Differs “{FIGURE[0]}” In #1 “{REPORT[0]}”" in shown
    told = json.loads(run("sources", "show", "07.txt", "--json").out)
    assert told["copy_of"] == 1 and told["differs"] == [{"here": FIGURE[0], "there": REPORT[0]}]
    alone = json.loads(run("sources", "show", "13.txt", "--json").out)
    assert (alone["copies"], alone["copy_of"]) == ([], None)


def test_a_sentence_that_stands_everywhere_makes_no_copies(folder: Path) -> None:
    for path in (folder / "articles").iterdir():
        path.unlink()
    for number in range(40):
        own = (f"Clerk {number} wrote {word} into book {number} of the line." for word in ("coal", "iron", "salt"))
        write(folder, f"{number:02}.txt", (*own, "Sign up for our letter of the morning to read more of this."))
    with Library(folder / "claims.db", create=True) as library:
        library.index(["articles"])
        assert groups(library) == {}
