"""Words: tokens with spans, stems, roots and likeness, each row with a near neighbour that must differ."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.words import (
    STOP_WORDS,
    are_forms_of_one,
    content_words,
    is_irregular,
    likeness,
    plain,
    root,
    stem,
    tokens,
)

SAME_STEM = [
    ("soldiers", "soldier"),
    ("sent", "send"),
    ("rising", "rose"),
    ("organised", "organize"),
    ("colours", "color"),
    ("travelled", "traveling"),
    ("centres", "center"),
    ("defence", "defense"),
    ("cities", "city"),
    ("dies", "died"),
    ("ratified", "ratifying"),
    ("Hallam’s", "Hallam"),
    ("raised", "raise"),
    ("praising", "praises"),
    ("advised", "advise"),
    ("sentenced", "sentences"),
    ("founded", "founding"),
    ("used", "uses"),
]
OTHER_STEM = [
    ("soldier", "solder"), ("sent", "cent"), ("north", "south"), ("news", "new"), ("million", "billion"),
    ("founded", "found"), ("ranged", "rang"), ("bounded", "bound"), ("raised", "rise"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "other"), SAME_STEM, ids=lambda value: str(value))
def test_inflected_forms_share_a_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("word", "other"), OTHER_STEM, ids=lambda value: str(value))
def test_other_words_do_not(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("election", "elected"), ("approval", "approved"), ("production", "produced"), ("marriage", "married")],
)
def test_derived_forms_share_a_root(word: str, other: str) -> None:
    assert root(word) == root(other)
    assert likeness(word, other) == 0.9


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("soldeirs", "soldiers", True),
        ("Abernaty", "Abernathy", True),
        ("turnovr", "turnover", True),
        ("north", "south", False),
        ("Austria", "Australia", False),
        ("Iran", "Oman", False),
        ("cat", "cut", False),
    ],
)
def test_likeness_allows_typing_errors_only(word: str, other: str, alike: bool) -> None:
    assert (likeness(word, other) > 0.7) is alike


def test_tokens_keep_names_and_numbers_whole() -> None:
    assert [token.text for token in tokens("AT&T’s co-op paid £4.5bn, or 1,234.")] == [
        "AT&T’s",
        "co-op",
        "paid",
        "4.5",
        "bn",
        "or",
        "1,234",
    ]


def test_content_words_leave_out_stop_words() -> None:
    assert [token.plain for token in content_words("The ministers said that it was raining in Kerrow")] == [
        "ministers",
        "raining",
        "kerrow",
    ]
    assert "not" in STOP_WORDS


@given(st.text())
def test_every_span_slices_to_its_text(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


@given(st.text(st.sampled_from("abZÉ_ 19.,'’&-\n")))
def test_the_short_way_to_a_plain_word_finds_what_the_long_one_does(text: str) -> None:
    long_way = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.&-]?[^\W_]+)*")
    assert [token.text for token in tokens(text)] == long_way.findall(text)


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1))
def test_the_root_of_what_is_no_irregular_form_opens_with_the_same_two_letters(word: str) -> None:
    key = stem(word)
    assert is_irregular(key) or root(key)[:2] == key[:2]


@given(st.text())
def test_plain_and_stem_never_fail(text: str) -> None:
    assert isinstance(stem(plain(text)), str)
    assert likeness(text, text) == 1.0


@pytest.mark.parametrize(
    ("word", "other", "are_one"),
    [
        ("plan", "plans", True),
        ("plans", "planned", True),
        ("plane", "planes", True),
        ("wrote", "writing", True),
        ("buses", "bus", True),
        ("sizes", "size", True),
        ("seized", "seizing", True),
        ("plan", "plane", False),
        ("planned", "planed", False),
        ("planning", "planes", False),
        ("won", "wines", False),
        ("sat", "site", False),
        ("hopping", "hoped", False),
        ("filled", "filed", False),
        ("fills", "filing", False),
    ],
)
def test_a_silent_e_tells_two_short_words_of_one_stem_apart(word: str, other: str, *, are_one: bool) -> None:
    assert stem(word) == stem(other)
    assert are_forms_of_one(word, other) is are_one is are_forms_of_one(other, word)
