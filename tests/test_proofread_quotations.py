"""Quotations: found whatever their marks, and held word by word against a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.proofread.quotations import find_quotations, speaker_near
from factcheck.proofread.verbatim import Fit, compare_quotation, in_words

FOUND = [
    ("curly", "“We go,” she said.", ["We go,"]),
    ("straight", 'He said "we go" and "we stay".', ["we go", "we stay"]),
    ("british", "‘The workers’ pay is low,’ he said.", ["The workers’ pay is low,"]),
    ("straight-single", "'The workers' pay is low,' he said.", ["The workers' pay is low,"]),
    ("nested", "“She told me ‘never again’ and left,” he said.", ["She told me ‘never again’ and left,"]),
    ("german", "„Wir gehen“, sagte er.", ["Wir gehen"]),
    ("french", "Il a dit « on y va » hier.", [" on y va "]),
    ("japanese", "「行きます」と言った。", ["行きます"]),
    ("open-paragraph", "“We are the first of two paragraphs", ["We are the first of two paragraphs"]),
    ("apostrophes", "the ’90s, the dogs’ dinner and rock ’n’ roll", []),
    ("inches", 'A 6" pipe and a 5\'10" man.', []),
    ("empty", "“” and ''", []),
]
SOURCE = """"We are no longer fighting for our lives," said Ruth Hallam, the chief executive. "We will pay a dividend,\
" she added, "and we will hire 120 welders."

Analysts were cautious. "One good year doesn't make a recovery," said Priya Nair of Stannard Capital. The report says \
that profits rose by 4 per cent in the year to May, its best result since 2016, and that more was to come from it."""
FITS = [
    ("exact", "We are no longer fighting for our lives", Fit.EXACT, ""),
    ("capitals-and-stops", "one good year doesn’t make a recovery!", Fit.EXACT, ""),
    ("part", "no longer fighting for our", Fit.EXACT, ""),
    ("ellipsis", "We are … fighting for our lives", Fit.EXACT, ""),
    ("dots-in-brackets", "We will pay [...] and we will hire", Fit.EXACT, ""),
    ("bracket", "[The yard is] no longer fighting for our lives", Fit.EXACT, ""),
    ("bracketed-letter", "[O]ne good year doesn't make a recovery", Fit.EXACT, ""),
    ("sic", "One good year [sic] doesn't make a recovery", Fit.EXACT, ""),
    ("she-said-between", "We will pay a dividend and we will hire 120 welders", Fit.EXACT, ""),
    ("per-cent", "profits rose by 4% in the year", Fit.EXACT, ""),
    ("changed", "We are not fighting for our lives", Fit.ALTERED, "“not” stands for “no longer”"),
    ("dropped", "We are fighting for our lives", Fit.ALTERED, "“no longer” is left out"),
    ("added", "One very good year doesn't make a recovery", Fit.ALTERED, "“very” is added"),
    ("figure", "and we will hire 210 welders", Fit.ALTERED, "“210” stands for “120”"),
    ("split", "We will hire 120 welders. One good year doesn't make a recovery", Fit.SPLIT, ""),
    ("elsewhere", "The north dock will never be sold to anyone", Fit.NOT_FOUND, ""),
    ("small-words-only", "it was the one that we had", Fit.NOT_FOUND, ""),
]
SPEAKERS = [
    ("said-name", "“We go now,” said Ruth Hallam, the chief.", "Ruth Hallam"),
    ("said-role-name", "“We go now,” said the chief executive, Ruth Hallam.", "Ruth Hallam"),
    ("name-said-before", "Ruth Hallam, the chief executive, said: “We go now.”", "Ruth Hallam"),
    ("according", "According to Ms Hallam, “we go now”.", "Ms Hallam"),
    ("told", "But Mr Peart told reporters on Monday that “we go now”.", "Mr Peart"),
    ("pronoun", "“We go now,” she said.", "she"),
    ("colon-before", "Tom Ask said: “We go now.” Ruth Hallam said that it was late.", "Tom Ask"),
    ("next-one-behind", "“We go now, all of us.” Ms Hallam said: “We stay.”", None),
    ("said-behind-a-stop", "“We go now, all of us.” Ms Hallam said so at the gate.", "Ms Hallam"),
    ("goes-on", "“We go now,” Ms Hallam said, “and never come back.”", "Ms Hallam"),
    ("between-two", "“We go now,” Ms Hallam said. “We stay away.”", "Ms Hallam"),
    ("nobody", "The sign read “we go now” in red.", None),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FOUND])
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [quotation.text for quotation in found] == expected
    assert all(text[q.start : q.end] == q.text for q in found)


@given(st.text(alphabet="ab “”‘’\"'«».,\n", max_size=60))
def test_any_marks_can_be_read(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert quotation.start >= last
        assert text[quotation.start : quotation.end] == quotation.text
        last = quotation.end


@pytest.mark.parametrize(("quotation", "fit", "changes"), [pytest.param(*row[1:], id=row[0]) for row in FITS])
def test_a_quotation_beside_its_source(quotation: str, fit: Fit, changes: str) -> None:
    match = compare_quotation(quotation, SOURCE)
    assert match.fit is fit
    assert in_words(match.changes) == changes


def test_a_match_says_where_it_stands() -> None:
    match = compare_quotation("no longer fighting for our lives", SOURCE)
    assert SOURCE[match.start : match.end] == "no longer fighting for our lives"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_quotation_can_be_compared(quotation: str, text: str) -> None:
    match = compare_quotation(quotation, text)
    assert 0 <= match.start <= match.end <= len(text)


@pytest.mark.parametrize(("text", "name"), [pytest.param(*row[1:], id=row[0]) for row in SPEAKERS])
def test_who_says_it(text: str, name: str | None) -> None:
    quotation = find_quotations(text)[0]
    speaker = speaker_near(text, quotation.opened, quotation.end + 1)
    assert (speaker.name if speaker else None) == name
    if speaker:
        assert text[speaker.start : speaker.end] == name
