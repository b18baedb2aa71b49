"""A place that a draft names is not contradicted by whoever owns, runs or says something in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Library
from factcheck.proofread.names import find_names
from factcheck.proofread.places import is_placed, may_be_place

SOURCE = (
    "Marsh Group's owner, Petra Lindqvist, said the company would not sell the ferries.\n\n"
    "The Brask terminal handled 14,200 lorries in June.\n\n"
    "Workers at Port Ellis repaired 31 trawlers over the winter.\n\n"
    "Fares will rise in Halden, and Osby lies inland.\n"
)
SILENT = {
    "place-first": "In Halden, the owner said the company would not sell the ferries.",
    "place-behind-the-owner": "The owner in Halden said the company would not sell the ferries.",
    "near": "The owner near Halden said the company would not sell the ferries.",
}
CAUGHT = {
    "owner-by-another-owner": "Halden's owner said the company would not sell the ferries.",
    "place-by-another-place": "The terminal at Halden handled 14,200 lorries in June.",
    "place-by-one-of-two-words": "Workers at Osby repaired 31 trawlers over the winter.",
}


def codes(tmp_path: Path, sentence: str) -> list[str]:
    (tmp_path / "source.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "draft.txt").write_text(sentence, "utf-8")
    with Library(tmp_path / "claims.db", create=True) as library:
        library.index([tmp_path / "source.txt"])
        return [alert.code for alert in library.proofread(tmp_path / "draft.txt").alerts]


@pytest.mark.parametrize("sentence", SILENT.values(), ids=SILENT)
def test_an_owner_is_no_other_place(sentence: str, tmp_path: Path) -> None:
    assert "name-conflict" not in codes(tmp_path, sentence)


@pytest.mark.parametrize("sentence", CAUGHT.values(), ids=CAUGHT)
def test_another_place_or_owner_is(sentence: str, tmp_path: Path) -> None:
    assert "name-conflict" in codes(tmp_path, sentence)


@pytest.mark.parametrize(
    ("other", "text", "is_place"),
    [
        ("Brask", "the Brask terminal", True),
        ("Estmark", "Estmark's exports fell.", True),
        ("Port Ellis", "It sails to Port Ellis.", True),
        ("Port Ellis", "It calls at Brask, Osby and Port Ellis.", True),
        ("Marsh Group", "Marsh Group's owner will not sell.", False),
        ("Petra Lindqvist", "Its owner, Petra Lindqvist, will not sell.", False),
        ("Lindqvist", "Petra Lindqvist will not sell. Lindqvist said so.", False),
    ],
)
def test_where_a_place_can_stand(other: str, text: str, is_place: bool) -> None:
    assert may_be_place(other, text) is is_place


@pytest.mark.parametrize(
    ("claim", "is_it"),
    [
        ("The mill in Halden closed.", True),
        ("The mill near the Halden works closed.", True),
        ("When Halden closed the mill, 40 left.", False),
        ("The mill of Ann Halden closed.", False),
    ],
)
def test_what_says_where(claim: str, is_it: bool) -> None:
    (name,) = (name for name in find_names(claim) if name.last == "Halden")
    assert is_placed(claim, name) is is_it
