"""Which word of a passage, or of what stands around it, meets a word of the claim, and how they are kin."""

from __future__ import annotations

import pytest

from factcheck.stance.align import align
from factcheck.stance.reading import read

OFFER = "The mayor made an offer."

# Claim, passage, context, and each word of the claim with the one that it meets, that one's place, and their kinship.
ROWS = {
    "carried-by-a-verb-for-it": (
        OFFER, "The mayor offered it.", "",
        ["mayor > mayor 1 same", "made > offered 2 synonym", "offer > offered 2 same"],
    ),
    "carried-by-another": (
        OFFER, "The mayor gave an offer.", "",
        ["mayor > mayor 1 same", "made > gave 2 synonym", "offer > offer 4 same"],
    ),
    "not-carried": (
        OFFER, "The mayor rejected an offer.", "", ["mayor > mayor 1 same", "made > -", "offer > offer 4 same"],
    ),
    "carried-at-the-start": (
        "Orr made an offer.", "Made an offer, Orr left.", "", ["Orr > Orr 3 same", "made > Made 0 same",
                                                               "offer > offer 2 same"],
    ),
    "carried-by-the-first-word": (
        "Orr made an offer.", "Gave an offer, said Orr.", "",
        ["Orr > Orr 4 same", "made > Gave 0 synonym", "offer > offer 2 same"],
    ),
    "synonyms": ("The film ended.", "The movie stopped.", "", ["film > movie 1 synonym", "ended > stopped 2 synonym"]),
    "typed-wrong": ("The minesweepers sank.", "The minesweeprs sank.", "",
                    ["minesweepers > minesweeprs 1 same", "sank > sank 2 same"]),
    "name-typed-wrong-in-context": (
        "The Hallamshyre yard shut.", "It shut.", "The Hallamshire yard",
        ["Hallamshyre > context same", "yard > context same", "shut > shut 1 same"],
    ),
    "word-in-context": ("Hallam shut.", "It shut.", "Hallam yard", ["Hallam > context same", "shut > shut 1 same"]),
    "synonym-in-context": ("The film ended.", "It ended.", "A movie",
                           ["film > context synonym", "ended > ended 1 same"]),
    "initials": ("The DRV shut.", "The Deep River Valley shut.", "", ["DRV > Deep 1 same", "shut > shut 4 same"]),
    "initials-in-context": (
        "The DRV shut.", "It shut.", "The Deep River Valley", ["DRV > context same", "shut > shut 1 same"],
    ),
    "broader": (
        "The comedy film won.", "The comedy won.", "",
        ["comedy > comedy 1 same", "film > comedy 1 broader", "won > won 2 same"],
    ),
    "another-kind": (
        "The comedy film won.", "The comedy book won.", "", ["comedy > comedy 1 same", "film > -", "won > won 3 same"],
    ),
    "within-a-phrase": (
        "The workers left.", "They lost their jobs.", "", ["workers > jobs 3 synonym", "left > -"],
    ),
    "nearest-of-two": (
        "The ferry sank near the ferry port.", "The port of the ferry burned; a ferry sank.", "",
        ["ferry > ferry 7 same", "sank > sank 8 same", "near > -", "ferry > ferry 4 same", "port > port 1 same"],
    ),
    "another-of-that-stem": ("The plane landed.", "The plan landed.", "", ["plane > -", "landed > landed 2 same"]),
    "another-of-that-stem-around": (
        "The plane landed.", "It landed.", "A plan.", ["plane > -", "landed > landed 1 same"],
    ),
    "the-word-beside-another-of-that-stem": (
        "The plane landed.", "A plan: planes landed.", "", ["plane > planes 2 same", "landed > landed 3 same"],
    ),
    "verb-of-which-another-word-is-the-broader-noun": (
        "The minister attended.", "The minister slept.", "", ["minister > minister 1 same", "attended > -"],
    ),
    "narrower": ("An actor came.", "A person came.", "", ["actor > -", "came > came 2 same"]),
    "opposite": ("Prices rose.", "Prices fell.", "", ["Prices > Prices 0 same", "rose > fell 1 opposite"]),
    "nothing": ("Prices rose.", "It rained.", "", ["Prices > -", "rose > -"]),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context", "links"), ROWS.values(), ids=ROWS)
def test_what_a_word_meets(claim: str, passage: str, context: str, links: list[str]) -> None:
    mine, theirs = read(claim), read(passage)
    found = []
    for link in align(mine, theirs, read(context)).links:
        there = "context" if link.in_context else f"{theirs.words[link.passage].text} {link.passage}"
        met = f"{there} {link.kin.name.lower()}" if link.covered else "-"
        found.append(f"{mine.words[link.claim].text} > {met}")
    assert found == links
