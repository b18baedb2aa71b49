"""One statement in other forms: superlatives of an amount, the Nth so far, nobody, and what is still to come."""

from datetime import date

import pytest
from stance_rows import each, shown

from factcheck.models import Stance

PUBLISHED, CLAIMED, YEAR_LATER = date(2024, 6, 12), date(2024, 6, 13), date(2025, 6, 1)
SNOW = "Snowfall of 42 centimetres was measured in Tarn, the most since 1986."
TURNOUT = "Turnout was 41 per cent, the lowest since 1998."
SLIDES = "Snowfall caused 42 landslides, the most since 1986."
FIRE = "It was the third fatal fire in Norvia this year, after two in May."
RAID = "Nobody was injured, but officers questioned three drivers at the depot."
PIER = "The pier at Tarn was damaged in May and is not expected to reopen before August."

SUPERLATIVES = {
    "heaviest-is-most": ("It was the heaviest snowfall since 1986.", SNOW, "supports"),
    "in-so-many-years": ("It was the heaviest snowfall in 38 years.", SNOW, "supports"),
    "opposite-pole": ("It was the lightest snowfall since 1986.", SNOW, "conflicts"),
    "of-another-noun": ("It was the strongest wind since 1986.", SNOW, "neutral"),
    "since-another-year": ("It was the heaviest snowfall since 1931.", SNOW, "not supports"),
    "ever": ("It was the heaviest snowfall ever.", SNOW, "not supports"),
    "what-the-noun-only-caused": ("It was the heaviest snowfall since 1986.", SLIDES, "not supports"),
    "worst-of-what-is-good": ("It was the worst turnout since 1998.", TURNOUT, "supports"),
    "best-is-not-read-so": ("It was the highest turnout since 1998.", TURNOUT, "conflicts"),
}
COUNTED_RANKS = {
    "as-many": ("Norvia has seen three fatal fires this year.", FIRE, "supports"),
    "more": ("Norvia has seen five fatal fires this year.", FIRE, "conflicts"),
    "at-least": ("Norvia has seen at least three fatal fires this year.", FIRE, "supports"),
    "more-than": ("Norvia has seen more than three fatal fires this year.", FIRE, "conflicts"),
    "of-another-sort": ("Norvia has seen three small fires this year.", FIRE, "not supports"),
    "of-no-sort": ("Norvia has seen five fires this year.", FIRE, "not conflicts"),
    "in-another-span": ("Norvia has seen five fatal fires since 2019.", FIRE, "not conflicts"),
    "without-a-span": ("Norvia has seen five fatal fires.", FIRE, "not conflicts"),
    "ranked-by-size": (
        "Norvia has seen two fatal fires this year.", "It was the second largest fatal fire in Norvia this year.",
        "not supports"),
    "one-of-so-many": (
        "Norvia will see five fatal fires this year.", "It was the second of five fatal fires in Norvia this year.",
        "not conflicts"),
    "floor": ("The hotel in Tarn opened three floors this year.",
              "The hotel in Tarn opened the third floor this year.", "not supports"),
    "in-so-many-weeks": (
        "There have been four fires at the Tarn mill in six weeks.",
        "It was the fourth fire at the Tarn mill in six weeks.", "supports"),
}  # fmt: skip
NOBODY = {
    "no-noun-of-action": ("No arrests were made.", "No one was arrested at the match.", "supports"),
    "carried-out": ("No searches were carried out.", "Nobody was searched at the match.", "supports"),
    "arrests-were-made": ("Six arrests were made.", "Nobody was arrested at the match.", "conflicts"),
    "so-many-were": ("Two drivers were injured.", RAID, "conflicts"),
    "of-another-deed": ("No arrests were made.", RAID, "not supports"),
    "nobody-else": ("No arrests were made.", "Nobody else was arrested at the match.", "not supports"),
    "with-an-exception": ("No arrests were made.", "Nobody was arrested except a steward.", "not supports"),
    "until": ("No arrests were made.", "Nobody was arrested until Monday.", "not supports"),
    "one-was-after-all": ("No arrests were made.", "Nobody was injured and two men were arrested.", "not supports"),
}
STILL_TO_COME = {
    "not-expected-before": ("The pier at Tarn has reopened.", PIER, "conflicts"),
    "is-open": ("The pier at Tarn is open.", PIER, "conflicts"),
    "still-closed": ("The pier at Tarn has not reopened.", PIER, "not conflicts"),
    "will-not-until": ("The pier at Tarn has reopened.", "The pier at Tarn will not reopen until August.", "conflicts"),
    "will-only-from": ("The pier at Tarn has reopened.", "The pier at Tarn will reopen only in August.", "conflicts"),
    "yet-to": ("The ferry treaty has been signed.", "The ferry treaty is yet to be signed.", "conflicts"),
    "not-yet": ("The pier at Tarn has reopened.", "The pier at Tarn has not yet reopened.", "conflicts"),
    "still-to": ("The pier at Tarn has reopened.", "The pier at Tarn is still to reopen.", "conflicts"),
    "until-was": ("The pier at Tarn has reopened.", "The pier at Tarn did not reopen until May.", "not conflicts"),
    "before-a-day-gone-by": (
        "The pier at Tarn has reopened.", "The pier at Tarn is not expected to reopen before 13 June 2024.",
        "not conflicts"),
    "did-after-all": (
        "The pier at Tarn has reopened.",
        "The pier at Tarn was not expected to reopen before August, but reopened on Monday.", "not conflicts"),
    "of-another-thing": (
        "The pier at Tarn has reopened.",
        "The pier at Tarn drew crowds; the bridge is not expected to reopen before August.", "not conflicts"),
    "expected": ("The pier at Tarn has reopened.", "The pier at Tarn is expected to reopen in August.", "conflicts"),
    "plans": ("Orrin Mills has sold the yard at Tarn.", "Orrin Mills plans to sell the yard at Tarn.", "conflicts"),
    "hopes-passive": ("The yard at Tarn has been sold.", "Orrin Mills hopes to sell the yard at Tarn.", "conflicts"),
    "due-to-be": ("The yard at Tarn has been sold.", "The yard at Tarn is due to be sold in May.", "conflicts"),
    "due-to-be-of-another": (
        "The yard at Tarn has been sold.", "The mill by the yard at Tarn is due to be sold.", "neutral"),
    "hopes-already": (
        "The yard at Tarn has already been sold.", "Orrin Mills hopes to sell the yard at Tarn in May.", "conflicts"),
    "planned": ("Orrin Mills has sold the yard at Tarn.", "Orrin Mills planned to sell the yard at Tarn.", "neutral"),
    "sold-once": ("Orrin Mills sold the yard at Tarn.", "Orrin Mills plans to sell the yard at Tarn.", "neutral"),
    "had-sold": ("Orrin Mills had sold the yard at Tarn.", "Orrin Mills plans to sell the yard at Tarn.", "neutral"),
    "plans-another": (
        "Orrin Mills has sold two yards at Tarn.", "Orrin Mills plans to sell another two yards at Tarn.", "neutral"),
    "plans-to-sell-again": (
        "Orrin Mills has sold the yard at Tarn.", "Orrin Mills again plans to sell the yard at Tarn.", "neutral"),
    "plans-elsewhere": (
        "The yard at Tarn has been sold.", "The yard at Tarn is full, and Orrin Mills plans to sell a mill.",
        "neutral"),
    "plans-of-another": (
        "The yard at Tarn has been sold.", "The yard at Tarn is where Orrin Mills plans to sell boats.", "neutral"),
    "a-plan": ("The pier at Tarn will reopen in August.", "The pier at Tarn will not reopen until August.",
               "not conflicts"),
    "partly": ("The pier at Tarn has partly reopened.", PIER, "not conflicts"),
    "dated": ("The pier at Tarn reopened in 2019.", PIER, "not conflicts"),
}  # fmt: skip


def _check(row: tuple[str, str, str], claimed: date = CLAIMED) -> None:
    claim, passage, wanted = row
    found = shown(claim, passage, published=PUBLISHED, claim_date=claimed)
    if wanted.startswith("not "):
        assert found is not Stance(wanted.removeprefix("not "))
    else:
        assert found is Stance(wanted)


@each(SUPERLATIVES)
def test_superlatives_of_one_amount(row: tuple[str, str, str]) -> None:
    _check(row)


@each(COUNTED_RANKS)
def test_the_nth_in_a_span(row: tuple[str, str, str]) -> None:
    _check(row)


@each(NOBODY)
def test_nobody(row: tuple[str, str, str]) -> None:
    _check(row)


IT = {
    "it": ("The new ferry has been ordered.", "The club hopes to order it by May.", "conflicts"),
    "ordered-it": ("The club has ordered a new ferry.", "The club hopes to order it by May.", "conflicts"),
    "ordered-by-another": ("The council has ordered a new ferry.", "The club hopes to order it by May.", "neutral"),
    "of-its-crew": ("The new ferry has been ordered.", "The club hopes to order paint for it by May.", "neutral"),
    "sold": ("The new ferry has been sold.", "The club hopes to order it by May.", "neutral"),
}


@each(IT)
def test_an_it_that_is_still_to_come(row: tuple[str, str, str]) -> None:
    context = "Ferry appeal\nThe ferry club needs money.\nIts appeal for a new ferry has raised £1m."
    assert shown(row[0], row[1], context, published=PUBLISHED) is Stance(row[2])


@each(STILL_TO_COME)
def test_what_is_still_to_come(row: tuple[str, str, str]) -> None:
    _check(row)


def test_what_was_to_come_may_have_come_a_year_later() -> None:
    _check(("The pier at Tarn has reopened.", PIER, "not conflicts"), YEAR_LATER)


@pytest.mark.xfail(reason="a “not yet” is taken for a “not”, however long ago it was said", strict=True)
def test_what_was_not_yet_done_may_have_been_done_a_year_later() -> None:
    _check(("The pier at Tarn has reopened.", "The pier at Tarn has not yet reopened.", "not conflicts"), YEAR_LATER)


@pytest.mark.xfail(reason="a year on, a “still to” is read over", strict=True)
def test_what_was_still_to_be_done_does_not_say_that_it_was() -> None:
    _check(("The pier at Tarn has reopened.", "The pier at Tarn is still to reopen.", "not supports"), YEAR_LATER)
