"""Plain text and Markdown: blocks, titles, bylines, dates, encodings, languages."""

# ruff: noqa: E501 (a row of a table is one line)

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SourceError
from factcheck.ingest import decode, language, read_data, read_stream
from factcheck.ingest.dates import date_in_name, read_date
from factcheck.ingest.language import detect
from factcheck.ingest.layout import MAX_BLOCK
from factcheck.models import Document

PARAGRAPH = "The council approved the plan for the harbour after a debate of four hours on Tuesday evening."
WRAPPED = (
    "The council approved the plan for the harbour after a debate of four\n"
    "hours on Tuesday evening. Eleven members voted for it, and seven against,\n"
    "among them two of the mayor's own party.\n"
)


def read(text: str, name: str = "a.txt") -> Document:
    [document] = read_stream(name, text.encode())
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


# --- blocks of plain text ---------------------------------------------------------------------------------------

TEXTS = [
    pytest.param(
        f"Harbour plan approved\n{PARAGRAPH}\n{PARAGRAPH}\n",
        [("heading", "Harbour plan approved"), ("paragraph", PARAGRAPH), ("paragraph", PARAGRAPH)],
        id="a paragraph on each line",
    ),
    pytest.param(
        f"Harbour plan approved\n\n{PARAGRAPH}\nWhat it costs\n{PARAGRAPH}\n",
        [
            ("heading", "Harbour plan approved"),
            ("paragraph", PARAGRAPH),
            ("heading", "What it costs"),
            ("paragraph", PARAGRAPH),
        ],
        id="a subheading is short, unended and above a longer line",
    ),
    pytest.param(
        f"Harbour plan\n\n{PARAGRAPH}\nHe said no.\n{PARAGRAPH}\n",
        [
            ("heading", "Harbour plan"),
            ("paragraph", PARAGRAPH),
            ("paragraph", "He said no."),
            ("paragraph", PARAGRAPH),
        ],
        id="a short sentence is no subheading",
    ),
    pytest.param(
        f"Harbour plan\n\n{WRAPPED}\n{WRAPPED}",
        [("heading", "Harbour plan"), ("paragraph", WRAPPED.rstrip()), ("paragraph", WRAPPED.rstrip())],
        id="wrapped lines are joined up to the blank line",
    ),
    pytest.param(
        f"Harbour plan\n\n{WRAPPED}{WRAPPED}",
        [("heading", "Harbour plan"), ("paragraph", WRAPPED.rstrip()), ("paragraph", WRAPPED.rstrip())],
        id="in wrapped text a short line that ends a sentence ends the paragraph",
    ),
    pytest.param(
        "One sentence stands on this line here.\nAnother stands on this one, and ends.\nA third one is here as well.\n",
        [
            ("paragraph", "One sentence stands on this line here."),
            ("paragraph", "Another stands on this one, and ends."),
            ("paragraph", "A third one is here as well."),
        ],
        id="a sentence on each line is not wrapped",
    ),
    pytest.param(
        "Costs\n\n- the wall, 4 million\n- the gates\n  2. twelve pumps\n",
        [("heading", "Costs"), ("item", "the wall, 4 million"), ("item", "the gates"), ("item", "twelve pumps")],
        id="list items are blocks of their own",
    ),
    pytest.param(
        f"Costs\n=====\n{PARAGRAPH}\n\n* * *\n\n> quoted words\n",
        [("heading", "Costs"), ("paragraph", PARAGRAPH), ("quote", "quoted words")],
        id="underlines and rules are no text",
    ),
    pytest.param(
        "The year 2024. It was wet.\n",
        [("paragraph", "The year 2024. It was wet.")],
        id="one line alone is a paragraph, not a title",
    ),
    pytest.param("a\rb\r\nc\n", [("heading", "a"), ("paragraph", "b"), ("paragraph", "c")], id="all three line ends"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_blocks_of_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_blocks_stand_under_their_heading() -> None:
    document = read(f"Harbour plan approved\n\n{PARAGRAPH}\nWhat it costs\n{PARAGRAPH}\n")
    assert [block.heading for block in document.blocks] == [None, None, None, "What it costs"]


def test_the_text_is_kept_as_it_stands() -> None:
    text = "---\ntitle: A\n---\n\n  Indented.\n\n\nTrailing spaces  \n"
    assert read(text, "a.md").text == text


def test_a_line_of_fifty_megabytes_is_cut_after_sentences() -> None:
    sentence = "The harbour cost 4 million pounds. "
    document = read(sentence * 1_500_000)
    assert all(block.end - block.start <= MAX_BLOCK for block in document.blocks)
    assert all(document.text[block.end - 1] == "." for block in document.blocks)
    assert sum(block.end - block.start + 1 for block in document.blocks) >= len(document.text) - 1


def test_a_long_word_is_cut_too() -> None:
    document = read("x" * (2 * MAX_BLOCK + 5))
    assert [block.end - block.start for block in document.blocks] == [MAX_BLOCK, MAX_BLOCK, 5]


# --- Markdown ---------------------------------------------------------------------------------------------------

MARKDOWN = """\
# Harbour plan

A first paragraph
in two lines.

Costs
-----

- the wall,
  which is high
- [x] the gates
1. pumps

> Quoted words
> in two lines.

| Barrier | Cost |
| ------- | ---: |
| North   | £20m |

```
code = 1
```

<!-- a comment
in two lines -->

### Deeper ###

[ref]: https://test.example "title"
***
Last **bold** words.
"""


def test_blocks_of_markdown() -> None:
    document = read(MARKDOWN, "a.md")
    assert blocks(document) == [
        ("heading", "Harbour plan"),
        ("paragraph", "A first paragraph\nin two lines."),
        ("heading", "Costs"),
        ("item", "the wall,\n  which is high"),
        ("item", "the gates"),
        ("item", "pumps"),
        ("quote", "Quoted words\n> in two lines."),
        ("row", "| Barrier | Cost |"),
        ("row", "| North   | £20m |"),
        ("heading", "Deeper"),
        ("paragraph", "Last **bold** words."),
    ]
    assert document.blocks[-1].heading == "Deeper" and document.blocks[3].heading == "Costs"
    assert document.title == "Harbour plan"


@pytest.mark.parametrize(
    ("line", "words"), [("# Costs ##", "Costs"), ("## C#", "C#"), ("# A # b", "A # b"), ("#", ""), ("# ##", "")]
)
def test_closing_marks_of_headings(line: str, words: str) -> None:
    document = read(f"{line}\n\nWords.\n", "a.md")
    assert blocks(document) == [*([("heading", words)] if words else []), ("paragraph", "Words.")]


COMMENTS = [
    ("Words 1.\n\n<!-- note --> Words 2.\n\nWords 3.\n", ["Words 1.", "Words 2.", "Words 3."]),
    ("<!-- note\nof lines --> Words 2.\nWords 3.\n", ["Words 2.\nWords 3."]),
    ("<!-- note -->\nWords 1.\n", ["Words 1."]),
    ("<!-- one --> <!-- two -->\nWords 1.\n", ["Words 1."]),
    ("Words 1.\n<!-- note -->\nWords 2.\n", ["Words 1.", "Words 2."]),
    ("<!-- never closed\nWords 1.\n\nWords 2.\n", ["<!-- never closed\nWords 1.", "Words 2."]),
    ("[Jane]: We lost 40 jobs.\n\n[a]: https://test.example 'A b'\n\n[b]: <x.md>\n", ["[Jane]: We lost 40 jobs."]),
]


@pytest.mark.parametrize(("text", "words"), COMMENTS)
def test_comments_end_where_they_are_closed(text: str, words: list[str]) -> None:
    assert [words for _, words in blocks(read(text, "a.md"))] == words


def test_an_open_code_block_is_told() -> None:
    told = "a code block that begins in line 5 is not closed: what follows is left out as code"
    assert told in read("---\ntitle: A\n---\nWords.\n```\ncode\n\nmore\n", "a.md").notes
    assert not read("Words.\n\n```\ncode\n```\n\nmore\n", "a.md").notes


def test_many_comments_without_end_take_time_in_proportion() -> None:
    began = time.process_time()
    assert read("<!-- Words\n\n" * 50_000, "a.md").blocks
    assert time.process_time() - began < 10


def test_an_open_code_block_ends_with_the_file() -> None:
    assert blocks(read("Words.\n\n```\ncode\n\n# no heading\n", "a.md")) == [("paragraph", "Words.")]


# --- title, author, date ----------------------------------------------------------------------------------------

BODY = f"\n{PARAGRAPH}\n"
METADATA = [  # id, file name, text, title, author, published, where the date stood
    ("front matter", "a.md", f"---\ntitle: A plan\nauthor: Jane Doe\ndate: 2024-12-18\n---\n{BODY}",
     "A plan", "Jane Doe", "2024-12-18", "front matter"),
    ("front matter with quotes and a list", "a.md",
     f"---\ntitle: \"Plan: the 'wall'\"\nauthors:\n  - Jane Doe\n  - John Roe\npublished: 18 December 2024\n---\n{BODY}",
     "Plan: the 'wall'", "Jane Doe, John Roe", "2024-12-18", "front matter"),
    ("front matter with a bare colon and a comment", "a.txt",
     f"---\ntitle: Plan: the wall\ndate: 2024-12-18T07:22:00Z # set by hand\ntags: [a, b]\n---\n{BODY}",
     "Plan: the wall", None, "2024-12-18", "front matter"),
    ("front matter with a folded title", "a.md",
     f"---\ntitle: >-\n  A plan for\n  the wall\ndate: 2024-12-18\nauthor:\n  name: Jane Doe\n---\n{BODY}",
     "A plan for the wall", "Jane Doe", "2024-12-18", "front matter"),
    ("front matter with a title of two lines", "a.md",
     f"---\ntitle: A plan\n  for the wall > the sea\ndate: 2024-12-18\n---\n{BODY}",
     "A plan for the wall > the sea", None, "2024-12-18", "front matter"),
    ("front matter with a title that ends in a sign", "a.md", f"---\ntitle: A <b>plan</b>\ndate: 2024-12-18\n---\n{BODY}",
     "A <b>plan</b>", None, "2024-12-18", "front matter"),
    ("TOML front matter", "a.md", f"+++\ntitle = 'A plan'\ndate = 2024-12-18\n+++\n{BODY}",
     "A plan", None, "2024-12-18", "front matter"),
    ("header lines", "a.txt", f"Title: A plan\nAuthor: Jane Doe\nDate: 18/12/2024\n{BODY}",
     "A plan", "Jane Doe", "2024-12-18", "header lines"),
    ("one line with a colon is a title", "a.txt", f"Budget: what it costs\n{BODY}", "Budget: what it costs", None, None, None),
    ("a rule and a text below is no front matter", "a.md", f"---\nwords\n---\n{BODY}", "words", None, None, None),
    ("first line, byline, date line", "a.txt", f"A plan\nBy Jane Doe\n18 December 2024 07:22\n{BODY}",
     "A plan", "Jane Doe", "2024-12-18", "date line"),
    ("date line first", "a.txt", f"Wednesday, 18 December 2024\nA plan\n{BODY}", "A plan", None, "2024-12-18", "date line"),
    ("published before updated", "a.txt", f"A plan\nPublished: 18 Dec 2024, 7:22 am GMT\nUpdated: 19 Dec 2024\n{BODY}",
     "A plan", None, "2024-12-18", "date line"),
    ("byline with post and date", "a.txt", f"A plan\nBy Máire O'Brien and John van der Roe, Political Editor | Dec 18, 2024\n{BODY}",
     "A plan", "Máire O'Brien and John van der Roe", "2024-12-18", "byline"),
    ("byline in Markdown", "a.md", f"# A plan\n\n*By Jane Doe*\n\n**18 December 2024**\n{BODY}",
     "A plan", "Jane Doe", "2024-12-18", "date line"),
    ("by and a time is no byline", "a.txt", f"A plan\nBy Christmas Eve\n{BODY}", "A plan", None, None, None),
    ("by and a thing is no byline", "a.txt", f"A plan\nBy the river they waited\n{BODY}", "A plan", None, None, None),
    ("dateline", "a.txt", f"A plan\n\nLONDON, 18 December 2024 (Test) — {PARAGRAPH}\n", "A plan", None, "2024-12-18", "dateline"),
    ("dateline with two hyphens", "a.txt", f"A plan\n\nNew York, Dec. 18, 2024 -- {PARAGRAPH}\n", "A plan", None, "2024-12-18", "dateline"),
    ("a date in a sentence is no dateline", "a.txt", f"A plan\n\nThe wall fell on 18 December 2024 — a bad day. {PARAGRAPH}\n",
     "A plan", None, None, None),
    ("subtitle with a date", "a.txt", f"A plan\n\nReport to cabinet, 18 December 2024\n{BODY}", "A plan", None, "2024-12-18", "date line"),
    ("subtitle with a dash and a date", "a.md", f"# A plan\n\nPress release – 18 December 2024\n{BODY}", "A plan", None, "2024-12-18", "date line"),
    ("a sentence that ends with a date is no subtitle", "a.txt", f"A plan\n\nIt fell on a day in winter, 18 December 2024.\n{BODY}", "A plan", None, None, None),
    ("a dateline without a year is no date", "a.txt", f"A plan\n\nLONDON, 18 December — {PARAGRAPH}\n", "A plan", None, None, None),
    ("file name", "news/2024-12-18-plan.txt", f"A plan\n{BODY}", "A plan", None, "2024-12-18", "file name"),
    ("folder name", "news/2024/12/18/plan.txt", f"A plan\n{BODY}", "A plan", None, "2024-12-18", "folder name"),
    ("a season in the file name is no date", "minutes-2012-13.txt", f"A plan\n{BODY}", "A plan", None, None, None),
    ("a date that may be either way round", "a.txt", f"A plan\n03/04/2024\n{BODY}", "A plan", None, None, None),
    ("a first paragraph is no title", "a.txt", f"{PARAGRAPH}\n{PARAGRAPH}\n", None, None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "title", "author", "published", "where"), [pytest.param(*row[1:], id=row[0]) for row in METADATA]
)
def test_title_author_and_date(
    name: str, text: str, title: str | None, author: str | None, published: str | None, where: str | None
) -> None:
    document = read(text, name)
    day = document.published.isoformat() if document.published else None
    assert (document.title, document.author, day, document.published_from) == (title, author, published, where)


def test_bylines_and_date_lines_are_kept_in_the_text_and_are_no_blocks() -> None:
    document = read(f"A plan\nBy Jane Doe\n18 December 2024\n{BODY}")
    assert "By Jane Doe" in document.text
    assert [text for _, text in blocks(document)] == ["A plan", PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-12-18", date(2024, 12, 18)),
        ("2024-12-18T23:30:00-05:00", date(2024, 12, 18)),
        ("Wed, 18 Dec 2024 07:22:00 GMT", date(2024, 12, 18)),
        ("18th of December, 2024", date(2024, 12, 18)),
        ("December 18, 2024 at 7:22 p.m.", date(2024, 12, 18)),
        ("18.12.2024", date(2024, 12, 18)),
        ("03.04.2024", date(2024, 4, 3)),
        ("12/18/2024", date(2024, 12, 18)),
        ("04/04/2024", date(2024, 4, 4)),
        ("03/04/2024", None),
        ("31 February 2024", None),
        ("December 2024", None),
        ("2024", None),
        ("18 December", None),
        ("on 18 December 2024 the council", None),
    ],
)
def test_dates_are_whole_or_none(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-12-18", date(2024, 12, 18)),
        ("scan_20241218.pdf", date(2024, 12, 18)),
        ("id-120241218", None),
        ("2024-13-45", None),
        ("report-2024-1218", None),
    ],
)
def test_dates_in_names(name: str, day: date | None) -> None:
    assert date_in_name(name) == day


# --- encodings --------------------------------------------------------------------------------------------------

WORDS = "“£4.5bn” – a café’s bill, the mayor said"
CYRILLIC = "Совет одобрил план гавани после четырёх часов обсуждения во вторник вечером. " * 3


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        pytest.param(WORDS.encode(), WORDS, "", id="UTF-8"),
        pytest.param(WORDS.encode("utf-8-sig"), WORDS, "", id="UTF-8 with a mark"),
        pytest.param(WORDS.encode("utf-16"), WORDS, "", id="UTF-16 with a mark"),
        pytest.param(b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, "", id="UTF-16, the other way round"),
        pytest.param(WORDS.encode("utf-16-le"), WORDS, "read as utf-16-le", id="UTF-16 without a mark"),
        pytest.param(WORDS.encode("utf-32"), WORDS, "", id="UTF-32"),
        pytest.param(WORDS.encode("cp1252"), WORDS, "read as windows-1252", id="windows-1252"),
        pytest.param(CYRILLIC.encode("cp1251"), CYRILLIC, "read as cp1251", id="windows-1251"),
        pytest.param(
            "Zażółć gęślą jaźń. ".encode() * 20 + b"\xff", "Zażółć gęślą jaźń. " * 20 + "\ufffd",
            "1 character could not be decoded", id="UTF-8 with a broken byte",
        ),
        pytest.param(
            "“A café.” ".encode() * 9 + b"It cost \xa34.5bn, d\xe9j\xe0 vu. \x93Yes\x94", "“A café.” " * 9 + "It cost £4.5bn, déjà vu. “Yes”",
            "5 characters read as windows-1252, the rest as utf-8", id="UTF-8 with windows-1252 in it",
        ),
        pytest.param(
            "“A wall.” ".encode() + b"It cost \xa34.5bn.", "“A wall.” It cost £4.5bn.",
            "1 character read as windows-1252, the rest as utf-8", id="a little of both",
        ),
        pytest.param(
            "“A café.” ".encode() * 9 + b"cut \xe2\x82 off", "“A café.” " * 9 + "cut \ufffd\ufffd off",
            "2 characters could not be decoded", id="UTF-8 with a sequence cut off",
        ),
        pytest.param(b"A wall\x00fell. " + b"Words. " * 20, "A wall fell. " + "Words. " * 20, "1 NUL character read", id="NUL"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, text: str, note: str) -> None:
    [document] = read_stream("a.txt", data)
    assert document.text == text
    assert any(note in said for said in document.notes) if note else "read as" not in "".join(document.notes)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 8, "is not text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "is an image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "is an old Word"),
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xff\xfe", "holds no text"),
        (b"\xef\xbb\xbf\n", "is empty"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_stream("a.txt", data)


@pytest.mark.parametrize(
    ("written", "is_told"),
    [("03/04/2024", True), ("yesterday", True), ("2024-12", True), ("13/04/2024", False), ("2024-04-13", False)],
)
def test_a_date_that_tells_no_day_is_told(written: str, is_told: bool) -> None:
    document = read(f"---\ntitle: A plan\ndate: {written}\n---\n{BODY}", "a.md")
    note = f"“{written}” tells no day of publication: give it with sources set --published"
    assert (note in document.notes, document.published is None) == (is_told, is_told)
    assert not read(f"A plan\n{BODY}", "a.md").notes


# --- languages --------------------------------------------------------------------------------------------------

LANGUAGES = [
    ("en", PARAGRAPH),
    ("en", "Le Monde said that the minister will leave the coalition in France, and that la rentrée is over."),
    ("en", "Short."),
    ("en", "a: x; b: 1\n" * 20),
    ("en", "Département de la Loire; Département de la Haute-Loire\n" * 9),
    ("de", "Der Rat hat den Plan für den Hafen nach einer Debatte von vier Stunden am Dienstag mit elf zu sieben gebilligt."),
    ("fr", "Le conseil a approuvé le plan du port après un débat de quatre heures, et les travaux vont commencer dans une semaine."),
    ("es", "El consejo aprobó el plan del puerto después de un debate de cuatro horas, y las obras van a empezar en una semana."),
    ("nl", "De raad heeft het plan voor de haven na een debat van vier uur op dinsdag met elf tegen zeven goedgekeurd in een zaal."),
    ("ru", CYRILLIC),
    ("uk", "Рада схвалила план гавані після чотирьох годин обговорення, і роботи почнуться за тиждень, каже її голова."),
    ("ar", "وافق المجلس على خطة الميناء بعد نقاش دام أربع ساعات مساء الثلاثاء"),
    ("he", "המועצה אישרה את התוכנית לנמל לאחר דיון של ארבע שעות"),
    ("zh", "经过四个小时的辩论，议会于周二晚间批准了港口计划。"),
    ("ja", "市議会は火曜日の夜、四時間の議論の末に港の計画を承認した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_languages(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("english", range(0, 41, 4))
def test_a_text_in_two_languages_is_told_by_counting_both(english: int) -> None:
    """The quick look at English words says nothing that counting the words of each language would not say."""
    there = "the market of the town was to open at nine and it is for all to see".split()
    here = "der markt von der stadt ist nicht auf und das wird sich mit dem jahr noch zeigen".split()
    words = [(there if number % 40 < english else here)[number % 15] for number in range(400)]
    votes = {code: sum(word in set(language._SMALL_WORDS[code].split()) for word in words) for code in ("en", "de")}
    assert detect(" ".join(words)) == ("de" if votes["de"] >= 2 * votes["en"] else "en")


def test_another_language_is_noted() -> None:
    document = read(dict(LANGUAGES)["de"])
    assert document.language == "de"
    assert document.notes == ("the text is German: figures and dates are read with English rules",)


# --- anything -----------------------------------------------------------------------------------------------------


@given(st.text(), st.sampled_from(["a.txt", "a.md"]))
def test_blocks_slice_the_text_in_order(text: str, name: str) -> None:
    try:
        documents = read_stream(name, text.encode("utf-8", "replace"))
    except SourceError:
        return
    for document in documents:
        at = 0
        for block in document.blocks:
            assert at <= block.start < block.end <= len(document.text)
            words = document.text[block.start : block.end]
            assert words.strip() == words
            at = block.end


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        documents = read_stream("a.txt", data)
    except SourceError:
        return
    for document in documents:
        document.text.encode("utf-8")  # nothing that SQLite could not store


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.jsonl", "a.srt"])
@pytest.mark.parametrize("ending", [b"\n", b"\r", b"\r\n"], ids=["LF", "CR", "CR LF"])
def test_a_file_of_too_many_lines_is_refused(name: str, ending: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_LINES", 50)
    with pytest.raises(SourceError, match=f"{name} has more than 50 lines") as told:
        read_data(name, b"x" + ending * 51)
    assert told.value.hint == "split it into parts"
