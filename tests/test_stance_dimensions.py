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
    "needed-took": ("The panel needed four hours.", "The panel took four hours to agree.", "needed"),
    "took-lasted": ("The hearing took nine days.", "The hearing lasted nine days.", "took"),
    "lasted-took": ("The hearing lasted nine days.", "The hearing took nine days.", "lasted"),
    "needed-took-longer": ("The panel needed four hours.", "The panel took five hours to agree.", "needed"),
    "took-place": ("The fair took place in June 2023.", "The fair in June 2023 was wet.", "took"),
    "took-place-another-day": ("The fair took place in June 2023.", "The fair in May 2023 was wet.", "took"),
    "happened": ("The fire happened on 3 May 2023.", "He was seen after the fire on 3 May 2023.", "happened"),
    "will-be-held": ("The fair will be held on 3 May 2023.", "The fair is planned for 3 May 2023.", "held"),
    "be-held-set-for": ("A fair will be held on 3 May 2023.", "A fair has been set for 3 May 2023.", "held"),
    "speed": ("The wind reached a speed of 90mph.", "The wind blew at 90mph.", "speed"),
}
NOT_SAID = {
    "late-not-long": ("The show was 90 minutes long.", "The show was delayed by 90 minutes.", "long"),
    "long-not-deep": ("The tunnel is 12 km deep.", "The tunnel has a length of 12 km.", "deep"),
    "long-not-high": ("The wall is 12 metres high.", "The 12-metre wall was mended.", "high"),
    "hours-after": ("The fire was three hours long.", "They came three hours after the fire.", "long"),
    "man": ("A teenager was held over the fire.", "A 34-year-old man was held over the fire.", "teenager"),
    "two-ages": ("A teenager was held.", "A 17-year-old and a 40-year-old were held.", "teenager"),
    "needed-unsaid": ("The panel needed four hours.", "The panel spoke for four hours.", "needed"),
    "long-of-another-value": ("Salt is 220 minutes long.", "Salt is a film of 180 minutes.", "long"),
    "took-place-another-event": ("The fair took place in June 2023.", "The fire in June 2023 was bad.", "took"),
    "took-place-further-on": ("The fair took place in June 2023.", "The fair drew crowds in June 2023.", "took"),
    "took-place-far-on": (
        "The fair took place in June 2023.",
        "The fair that was there for us all to be at in June 2023.",
        "took",
    ),
    "took-place-before": ("The fair took place in June 2023.", "In June 2023 the fair was wet.", "took"),
    "took-what": ("The fair took crowds in June 2023.", "The fair in June 2023 was wet.", "took"),
    "held-by": ("The mayor held the fair in June 2023.", "The fair in June 2023 was wet.", "held"),
    "two-sentences": ("The fair took place in June 2023.", "He saw the fair. In June 2023 he left.", "took"),
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
