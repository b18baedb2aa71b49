"""What is read off one text: its names, its stretches, and what its figures are, each beside a text that differs."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from factcheck.stance.reading import read

PUBLISHED = date(2024, 3, 11)

NAMES = {
    "two-words": ("He met Ada Quist.", ["Ada Quist"]),
    "first-of-two-is-a-word": ("Bread Quist rose.", ["Bread Quist"]),
    "word-that-opens": ("Bread rose.", []),
    "word-with-a-prefix": ("Uninsured losses rose.", []),
    "compound-that-opens": ("Pre-tax profit fell.", []),
    "compound-name": ("Saint-Orr closed.", ["Saint-Orr"]),
    "owner-that-opens": ("Hope's baths closed.", ["Hope's"]),
    "of-within": ("The Duke of Tarn came.", ["Duke of Tarn"]),
    "of-behind-a-word": ("Rents of Tarn rose.", ["Tarn"]),
    "and-between": ("The Bank of Tarn and Orr closed.", ["Bank of Tarn", "Orr"]),
    "ampersand": ("Orr & Lenz closed.", ["Orr & Lenz"]),
    "initial": ("J. Quist came.", ["J. Quist"]),
    "next-sentence": ("They met Ada Quist. Orr came.", ["Ada Quist", "Orr"]),
    "comma": ("They met Ada Quist, Orr and Lenz.", ["Ada Quist", "Orr", "Lenz"]),
    "title-before": ("I met Mr Quist.", ["Quist"]),
    "office-in-letters": ("MPs met.", []),
    "number-word-that-opens": ("Two Tarn baths closed.", ["Tarn"]),
    "number-word-of-a-title": ("He sang in Two Towers.", ["Two Towers"]),
    "the-of-a-title": ("He sang in The Tarn.", ["Tarn"]),
    "number-behind": ("Apollo 11 flew.", ["Apollo 11"]),
    "long-number-behind": ("Apollo 11234 flew.", ["Apollo"]),
    "number-that-counts": ("In Tarn 47 farms closed.", ["Tarn"]),
    "number-before-a-verb": ("Gremlin Street 2 depicts it.", ["Gremlin Street 2"]),
    "number-of-a-title": ("Half Girlfriend is a novel.", ["Half Girlfriend"]),
    "season": ("He saw Gremlins (season 8) there.", ["Gremlins"]),
    "nickname": ('They met Thomas "Tug" Hill.', ['Thomas "Tug" Hill']),
    "nickname-in-curved-quotes": ("They met Thomas “Tug” Hill.", ["Thomas “Tug” Hill"]),
    "title-in-quotes": ('Ada Quist sang "Tarn" there.', ["Ada Quist", "Tarn"]),
    "quotation-behind-a-name": ('The Tarn "Quist" club.', ["Tarn", "Quist"]),
    "headline": ("Council Cuts Library Budget in Tarn", ["Tarn"]),
    "headline-with-a-modal": ("Vitamin Pills Could Relieve Asthma", []),
    "headline-about-somebody": ("Ada Quist Visits Tarn Twice", ["Ada Quist", "Tarn"]),
    "headline-of-three-words": ("Council Cuts Budget", ["Council Cuts Budget"]),
    "title-of-many-words": ("Tarn Town Council Planning Committee", ["Tarn Town Council Planning Committee"]),
    "not-every-word-with-a-capital": ("Council Cuts library Budget Twice", ["Council Cuts", "Budget Twice"]),
    "last-word": ("They went to Tarn", ["Tarn"]),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    reading = read(text, PUBLISHED)
    assert [reading.spelled(name) for name in reading.names] == names


# As the words stand, with a bar between two stretches and two bars between two sentences.
STRETCHES = {
    "marks": ("Rents rose, but pay fell; all is well.", "Rents rose | but pay fell | all is well"),
    "brackets": ("Rents (of flats) rose.", "Rents | of flats | rose"),
    "dash": ("Rents rose – pay fell.", "Rents rose | pay fell"),
    "hyphen": ("The mid-May fair.", "The mid-May fair"),
    "quotation": ("“Rents rose,” he said.", "Rents rose | he said"),
    "comma-of-a-number": ("It was 3.5 per cent, 1,200 in all.", "It was 3.5 per cent | 1,200 in all"),
    "abbreviation": ("Dr. Quist came. He left.", "Dr Quist came // He left"),
    "initial": ("They saw J. Quist. He left.", "They saw J Quist // He left"),
    "i-at-the-end": ("So did I. Then he left.", "So did I // Then he left"),
    "line": ("Lines\nbreak.", "Lines // break"),
}


@pytest.mark.parametrize(("text", "parted"), STRETCHES.values(), ids=STRETCHES)
def test_stretches_and_sentences_of_a_text(text: str, parted: str) -> None:
    words = read(text, PUBLISHED).words
    shown = words[0].text
    for before, word in pairwise(words):
        parts = " // " if before.sentence != word.sentence else " | " if before.clause != word.clause else " "
        shown += parts + word.text
    assert shown == parted


# Text, and the kind and value of its figures.
FIGURES = {
    "age": ("Anna Quist is 44.", ["44 age 44"]),
    "age-before-an-and": ("Anna Quist is 44 and well.", ["44 age 44"]),
    "count-that-follows-on": ("Anna Quist is 44 not 45.", ["44 number 44", "45 number 45"]),
    "age-of-no-name": ("The score is 44.", ["44 number 44"]),
    "no-age-in-metres": ("Anna Quist is 44 metres away.", ["44 metres measure 44"]),
    "too-old": ("Anna Quist was 120.", ["120 number 120"]),
    "part-of-a-year": ("Anna Quist is 44.5.", ["44.5 number 44.5"]),
    "month-and-year": ("It fell in October 2023.", ["October 2023 date 2023-10"]),
    "month-and-year-before-a-noun": ("They built October 2023 sections.", ["October 2023 date 2023-10"]),
    "month-and-a-count": ("It fell in October 900 times.", ["October date 2023-10", "900 number 900"]),
    "month-of-this-year": ("It opened in August this year.", ["August this year date 2024-08"]),
    "day-of-last-year": ("It opened on 4 August last year.", ["4 August last year date 2023-08-04"]),
    "life": (
        "Orr (12 June 1875 – 1 December 1947) was a poet.",
        ["12 June 1875 date 1875-06-12", "1 December 1947 date 1947-12-01"],
    ),
    "part-of-a-century-is-no-life": (
        "Warming (of the lake) began in the mid-20th century.",
        ["mid-20th century date 1901 2000"],
    ),
    "reign": (
        "Orr ruled from 12 June 1875 – 1 December 1947.",
        ["12 June 1875 – 1 December 1947 date 1875-06-12 1947-12-01"],
    ),
    "season-of-a-title": ("He saw Gremlins (season 8) there.", []),
    "year-in-brackets": ("It earned 126.3 million (2019).", ["126.3 million number 1.263E+8", "2019 date 2019"]),
    "half-of-a-title": ("Half Girlfriend is a novel.", []),
    "half": ("Half the novels are old.", ["Half number 0.5"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures_of_a_text(text: str, expected: list[str]) -> None:
    found = []
    for figure in read(text, PUBLISHED).figures:
        assert text[figure.start : figure.end] == figure.text
        high = "" if figure.value_high is None else f" {figure.value_high}"
        found.append(f"{figure.text} {figure.kind.value} {figure.value}{high}")
    assert found == expected


CHANGES = {
    "longer": ("It took 25 minutes longer.", "change"),
    "more-a-year": ("It cost £94 a year more.", "change"),
    "early": ("It came 25 minutes early.", None),
    "at-the-end": ("It took 25 minutes", None),
    "a-year": ("It cost £94 a year.", "level"),
}


@pytest.mark.parametrize(("text", "role"), CHANGES.values(), ids=CHANGES)
def test_by_how_much_two_things_differ_is_a_change(text: str, role: str | None) -> None:
    (figure,) = read(text, PUBLISHED).figures
    assert (figure.role and figure.role.value) == role


@pytest.mark.parametrize("text", ["¼0", "0¼", "It sold ¼0 of its 12 boats.", "It sold 12 boats."])
def test_every_figure_is_told_by_a_word_of_its_own(text: str) -> None:
    reading = read(text)
    assert reading.figures
    assert {word.figure for word in reading.words} - {-1} == set(range(len(reading.figures)))
