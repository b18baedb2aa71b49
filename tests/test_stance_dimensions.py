"""Words that a figure says by itself: of dimension, of age, of what is counted."""

import pytest
from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side

SAID = {
    "minutes-long": ("Salt is 220 minutes long.", "Salt is a documentary of three hours and forty minutes.", "long"),
    "below-ground": ("The focus lay seven miles below ground.", "It was at a depth of 11 kilometres.", "ground"),
    "storeys": ("The hotel in Amparo had five floors.", "The five-story hotel in Amparo collapsed.", "floors"),
    "teenager": ("A teenager was held over the fire.", "A 17-year-old boy was held over the fire.", "teenager"),
    "late": ("The show was 90 minutes late.", "The show was delayed by 90 minutes.", "late"),
    "speed": ("The wind reached a speed of 90mph.", "The wind blew at 90mph.", "speed"),
}
NOT_SAID = {
    "late-not-long": ("The show was 90 minutes long.", "The show was delayed by 90 minutes.", "long"),
    "long-not-deep": ("The tunnel is 12 km deep.", "The tunnel has a length of 12 km.", "deep"),
    "long-not-high": ("The wall is 12 metres high.", "The 12-metre wall was mended.", "high"),
    "hours-after": ("The fire was three hours long.", "They came three hours after the fire.", "long"),
    "man": ("A teenager was held over the fire.", "A 34-year-old man was held over the fire.", "teenager"),
    "two-ages": ("A teenager was held.", "A 17-year-old and a 40-year-old were held.", "teenager"),
    "other-value": ("Salt is 220 minutes long.", "Salt is a documentary of two hours.", "long"),
}


def _is_covered(claim: str, passage: str, word: str) -> bool:
    pair = lay_side_by_side(claim, passage, None, None, "")
    return any(link.covered and pair.claim.words[link.claim].plain == word for link in pair.alignment.links)


@pytest.mark.parametrize(("claim", "passage", "word"), SAID.values(), ids=SAID.keys())
def test_a_figure_says_what_it_measures(claim: str, passage: str, word: str) -> None:
    assert _is_covered(claim, passage, word)


@pytest.mark.parametrize(("claim", "passage", "word"), NOT_SAID.values(), ids=NOT_SAID.keys())
def test_a_figure_says_nothing_of_another_dimension(claim: str, passage: str, word: str) -> None:
    assert not _is_covered(claim, passage, word)


BORNE_OUT = {
    "age-of": ("The oldest colony is about 4,200 years old.", "They put the age of the oldest colony at 4,200 years."),
    "owners": ("Hackers stole 3.2m patients' records.", "Hackers stole the records of 3.2 million patients."),
    "crowd": ("More than 41,000 people watched the match.", "A crowd of 41,300 watched the match."),
}
NOT_BORNE_OUT = {
    "other-records": ("Hackers stole 3.2m patients' records.", "Hackers stole 3.2 million passwords."),
    "age-of-another": ("The oldest colony is 4,200 years old.", "The oldest colony grew for 4,200 years of cold."),
    "children": ("A crowd of 640 children watched the match.", "A crowd of 640 adults watched the match."),
}


@each(BORNE_OUT)
def test_what_counts_the_same_bears_a_claim_out(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


@each(NOT_BORNE_OUT)
def test_what_counts_another_thing_does_not(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.SUPPORTS
