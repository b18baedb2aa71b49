"""Figures of another instance than the article's own, each beside its neighbour in which the claim is of that one."""

from datetime import date

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.reading import read
from factcheck.stance.stand_ins import is_pronoun

PUBLISHED = date(2023, 9, 12)
QUAKE = "It was the third strong earthquake on the island since 2010, after one in April that injured 45 people."
FIRE = "Six people died in Sunday's fire at Orm, compared with 19 in the earlier fire."

NEUTRAL = {
    "one-in-a-month-no-conflict": ("Sixteen people were injured in the earthquake.", QUAKE),
    "one-in-a-month-no-support": ("Forty-five people were injured in the earthquake.", QUAKE),
    "sum-over-instances": ("Earthquakes have injured 61 people on the island this year.", QUAKE),
    "last-such": ("The flood killed 11 people.", "The last such flood, in 1987, killed 30 people."),
    "last-such-no-support": ("The flood killed 30 people.", "The last such flood, in 1987, killed 30 people."),
    "similar-in-a-month": ("Two pilots died in the crash.", "A similar crash in January killed five pilots."),
    "previous-as-the-scene": (
        "The Greens won 12 seats in the election.",
        "In the previous election, in 2019, the Greens won 17 seats.",
    ),
    "several-beside-one": (
        "Avalanches have killed nine people in the range this winter.",
        "Three people were killed and 12 hurt when an avalanche struck the range on Sunday.",
    ),
    "another-in-a-year": (
        "The strike lasted 21 days.",
        "The strike was the longest since another in 2016 which lasted 40 days.",
    ),
}

SUPPORTED = {
    "named-by-its-month": ("The earthquake in April injured 45 people.", QUAKE),
    "named-as-the-earlier-one": ("The earlier earthquake injured 45 people.", QUAKE),
    "own-figure-beside-the-earlier-one": ("Six people died in Sunday's fire at Orm.", FIRE),
    "last-such-by-its-year": ("The flood in 1987 killed 30 people.", "The last such flood, in 1987, killed 30 people."),
    "another-of-these-days-is-the-own": (
        "The crash killed five pilots.",
        "Another crash killed five pilots at Orm on Monday.",
    ),
    "another-behind-a-count": (
        "Five people were killed in the crash.",
        "Five people were killed and another 21 were hurt in the crash.",
    ),
}

CONFLICTING = {
    "named-by-its-month": ("The earthquake in April injured 90 people.", QUAKE),
    "last-such-by-its-year": ("The flood in 1987 killed 35 people.", "The last such flood, in 1987, killed 30 people."),
    "own-figure-beside-the-earlier-one": ("Nine people died in Sunday's fire at Orm.", FIRE),
    "own-place-beside-the-earlier-one": ("The fire at Orm killed 19 people.", FIRE),
    "own-beside-the-earlier-one": ("The fire killed 19 people.", FIRE),
    "several-beside-several": (
        "Avalanches have killed nine people in the range this winter.",
        "Avalanches have killed 15 people in the range this winter.",
    ),
    "one-beside-one": (
        "The avalanche killed nine people in the range.",
        "Three people were killed when an avalanche struck the range on Sunday.",
    ),
    "last-is-the-own": ("The flood killed 35 people.", "The last flood killed 30 people."),
    "another-of-these-days-is-the-own": (
        "The crash killed eight pilots.",
        "Another crash killed five pilots at Orm on Monday.",
    ),
}


@each(NEUTRAL)
def test_a_figure_of_another_instance_bears_on_no_claim_about_the_own(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is Stance.NEUTRAL


@each(SUPPORTED)
def test_a_claim_with_the_marks_of_an_instance_is_borne_out_by_its_figure(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is Stance.SUPPORTS


@each(CONFLICTING)
def test_a_claim_with_the_marks_of_an_instance_is_contradicted_by_its_figure(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is Stance.CONFLICTS


def test_the_reason_quotes_what_is_said_of_the_other_instance() -> None:
    reasons = judge(*NEUTRAL["one-in-a-month-no-support"], published=PUBLISHED).reasons
    assert reasons[0] == "the source says this of another: “one in April that injured 45 people”"


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("It was the worst storm since one in May.", True),
        ("It was a worse storm than one which hit Orm.", True),
        ("The storm was one of the worst.", False),
        ("The storm hit no one in Orm.", False),
        ("The mayor was older than one in Orm.", False),
        ("The storm lasted from one day to the next.", False),
    ],
)
def test_a_one_stands_for_an_event_told_before(text: str, stands_for: bool) -> None:
    reading = read(text)
    place = next(place for place, word in enumerate(reading.words) if word.plain == "one")
    assert is_pronoun(reading, place) is stands_for
