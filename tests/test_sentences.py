"""Sentences: where they end, what they carry, and how long it takes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import sentences
from factcheck.models import Block, Document
from factcheck.sentences import line_and_column, line_starts, paragraphs, split_document, split_text

# One row a text; the bar stands where a sentence ends.
ENDS = """
Lt. Gen. Omar spoke.|He left.
Lt.-Gen. Omar spoke.|He left.
Maj.-Gen. Ivo Lund spoke.|Nobody asked.
Gen. Ito met Col. Reyes and Sgt. Holm.|They ate.
Brig. Gen. Mary Fox left.|Cmdr. Lee stayed.|Supt. Roy came.
Capt. J. T. Marlow of the Lady Ann spoke.|He left.
Prof. Smith said no.|Dr. Jones agreed.
Sen. Amy Roe (D-Minn.) voted no.|Rep. Lee voted yes.
Mr. and Mrs. Dahl came.|Ms. Poe left.
The Rt. Hon. Jo Bell MP spoke.|Hear, hear.
Rev. Dr. Ann Shaw Jr. died.|He was 90.
J. K. Smith wrote it.|She left.
A. A. Bryce and J.R.R. Tull wrote.|They are dead.
The U.S. Army came.|It stayed.
U.S. President Ada Boyle spoke.|She left.
The U.N. Security Council met.|It adjourned.
In Washington, D.C., it rained.|Then it stopped.
He lives at No. 10 Downing Street.|It rained.
She was No. 1.|He was No. 2.
Nos. 4 and 5 won.|No. 3 lost.
The vote (No. 12) passed.|It is law.
See pp. 12-14 of vol. 3.|Then ch. 2.
On Sept. 12 he left.|On Oct. 3 he came.
He was born on Jan. 5, 1990.|He died young.
It rose in Jan. and fell in Feb.|Then it rose.
Apple Inc. said profits rose.|It was good.
The firm, Acme Corp., sold.|Brown Bros. Ltd. bought.
They sold cars, vans, etc.|The rest stayed.
Approx. 500 people came.|Few stayed.
Smith v. Jones was heard.|It is over.
It began at 9 a.m. on Monday.|It ended at noon.
A quake hit at 4:15 p.m. EST.|Nobody died.
At 10 p.m. Monday the vote began.|It ended late.
He left at 9 a.m.|She left at noon.
Costs were $4.5 million.|They fell to 3.2%.
It cost €1.2bn.|14 people died.
It cost £3m.|In 2020 it cost £4m.
He won 3-1.|6,000 watched.
It grew by 1.0 pct. of the total.|Nobody cared.
It was about 5 ft. 3 in. tall.|It grew.
"We will go," he said.|"Now."|She left.
“We won. We lost,” he said.|She left.
He said “We won.”|Then he left.
Police said.|"He ran. We followed."|Officers left.
“Why?” she asked.|He left.
“Stop!” he cried.|Nobody did.
(It rained.)|The match went on.
He paid (about £5.)|She paid £6.
Brown (Holdings Inc.) Ltd. bought it.|It sold.
He left.[1]|She stayed.[2]
Is it so?|Yes!|He left...
1. The vote passed.|2. It failed.
The team of St. Ives won.|St. James's Park was full.
Reuters.com reported it.|Visit bbc.co.uk today.
Ms. Poe spoke, i.e. Hanna Poe.|He left.
He came in.|Then he left.
“It’s over,” said Mr. O’Neil.|“Go.”
É. Dupont spoke.|Zoë left.
😀 He left.|She came.
Yahoo! said so.|It left.
Fort Mt. Hood is high.|Ft. Lauderdale is low.
""".strip().splitlines()


@pytest.mark.parametrize("row", ENDS, ids=[row[:40] for row in ENDS])
def test_ends(row: str) -> None:
    text = row.replace("|", " ")
    assert [text[start:end] for start, end in split_text(text)] == row.split("|")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n ", []),
        ("***\n\n—", []),
        ("One line\nthat goes on. Two.", ["One line\nthat goes on.", "Two."]),
        ("A heading\n\nA line.", ["A heading", "A line."]),
        ("A.\r\n\r\nB.\r\rC.", ["A.", "B.", "C."]),
        ("\ufeffOne. Two.", ["One.", "Two."]),
        ("A\x00b. Cd e.", ["A\x00b.", "Cd e."]),
    ],
)
def test_text(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_text(text)] == sentences


def document(text: str, *blocks: Block) -> Document:
    return Document(path="a.txt", text=text, sha256="", format="text", blocks=blocks)


def test_no_sentence_crosses_a_block_and_each_carries_what_its_block_knows() -> None:
    text = "The vote\nIt passed\nIt was close. Very close."
    sentences = split_document(
        document(
            text, Block(0, 8, "heading"), Block(9, 18, heading="The vote"), Block(19, len(text), page=2, speaker="Ann")
        )
    )
    assert [(s.text, s.line, s.kind, s.heading, s.page, s.speaker) for s in sentences] == [
        ("The vote", 1, "heading", None, None, None),
        ("It passed", 2, "paragraph", "The vote", None, None),
        ("It was close.", 3, "paragraph", None, 2, "Ann"),
        ("Very close.", 3, "paragraph", None, 2, "Ann"),
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u2028", "\u3000", " \u2009"], ids=ascii)
def test_a_space_beyond_ascii_before_a_stop_ends_no_program(space: str) -> None:
    text = f"Nobody took Plan B{space}. It was dropped{space}. They went home."
    assert split_text(text) == split_text(text.replace(space, " " * len(space)))


def test_a_heading_or_a_row_is_one_sentence() -> None:
    text = "Year: 2020. Deaths: 14. Source: No."
    assert [s.text for s in split_document(document(text, Block(0, len(text), "row")))] == [text]


def test_lines_are_counted_by_any_line_end() -> None:
    starts = line_starts("a\nb\r\nc\rd")
    assert [line_and_column(starts, place) for place in (0, 2, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert line_and_column(starts, 1) == (1, 2)


def test_offsets_are_code_points() -> None:
    text = "Zoë paid £5 — 😀. É. Dupont paid “£6”. She left."
    for start, end in split_text(text):
        assert text[start:end].strip() == text[start:end]
    assert text[slice(*split_text(text)[-1])] == "She left."


@given(st.text(st.sampled_from("abAB .!?\"“”()1£é😀\n\r\x00'’,-")))
def test_any_text_has_ordered_spans_that_lose_no_word(text: str) -> None:
    spans = split_text(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


TOKENS = (
    'the council Council said. no. Dr. Jones U.S. p.m. Monday 12. 4.5 5p. No. 10 “Yes,” "he (It rained.) It? why?! … '
    "Inc. inc. ) ’ -- 1. 2) e.g. Mr. A. \ufeff \u00a0 \n \r\n 5². it.The Sept. £3.2m. Hello. Lt.-Gen. !"
).split(" ")


@given(st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from(("", " ", "  ", "\n"))), max_size=14))
def test_what_is_plain_is_split_as_all_the_rest_is(tokens: list[tuple[str, str]]) -> None:
    text = "".join(token + space for token, space in tokens)
    plain = sentences._plain_spans(text, 0, len(text))
    assert plain is None or plain == list(sentences._mended_spans(text, 0, len(text)))


def test_most_of_a_text_is_plain_and_abbreviations_are_not() -> None:
    plain = "Nora Lund paid £3.2m in May of that year. “He left,” she said. Was it so? It rained."
    assert sentences._plain_spans(plain, 0, len(plain)) is not None
    for text in (
        "He said no. Dr. Jones left.",
        "Lt.-Gen. Omar spoke.",
        "1. The vote passed.",
        "(It rained.) The match ended.",
    ):
        assert sentences._plain_spans(text, 0, len(text)) is None


@given(st.text())
def test_paragraphs_cover_all_words(text: str) -> None:
    kept = "".join(text[block.start : block.end] for block in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["It rose. ", "“It rose ", '"It (rose. ', "no. It ", "J. ", "a\n\n", "x", "1. ", "(It rose.) ", "e.g. "]
)
def test_time_grows_in_line_with_the_text(piece: str) -> None:
    started = time.process_time()
    spans = split_text(piece * (400_000 // len(piece)))
    assert time.process_time() - started < 3
    assert max(end - start for start, end in spans) <= 400_000


def test_a_text_without_an_end_is_cut_at_a_space() -> None:
    text = "word " * 30_000
    spans = split_text(text)
    assert len(spans) > 5
    assert all(end - start <= 20_000 and text[start:end].endswith("word") for start, end in spans)
