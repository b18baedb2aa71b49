"""How long before or after: "a week" against "two days before"; what is as long, vague or another's is silent."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.lapses import other_lapse, told_in_other_order, told_on_other_side

APART = {
    "shorter": (
        "Hale sent the letter a week before his death.", "Hale had sent the letter two days before his death."),
    "verb-and-noun": ("Hale sent the letter a week before he died.", "Hale sent the letter two days before his death."),
    "other-order": (
        "Hale resigned a month before the report was published.",
        "Hale resigned three days after the report was published."),
    "same-length-other-order": (
        "Hale resigned a month before the report.", "Hale resigned a month after the report."),
    "both-written-out": (
        "The bridge collapsed a year after it was opened.", "The bridge collapsed a day after it was opened."),
}  # fmt: skip
SILENT = {
    "as-long": (
        "Hale sent the letter a week before his death.", "Hale sent the letter seven days before his death."),
    "nearly-as-long": ("Hale sent the letter a month before his death.", "Hale sent it five weeks before his death."),
    "bound": (
        "Hale sent the letter less than a week before his death.", "Hale sent the letter two days before his death."),
    "bound-of-the-source": (
        "Hale sent the letter a week before his death.", "Hale sent the letter more than two days before his death."),
    "told-from-the-other-end": (
        "The alarm sounded an hour before the fire began.", "The fire began an hour after the alarm had sounded."),
    "other-recipient": (
        "Hale wrote to the bank a week before the trial.", "Hale wrote to the board two days before the trial."),
    "other-event": (
        "Hale wrote to the bank a week before the trial.", "Hale wrote to the bank two days before the inquest."),
    "twice": (
        "Hale wrote to the bank a week before the trial.",
        "Hale wrote to the bank a year before the trial and again a week before the trial."),
    "denied": (
        "Hale resigned a month before the report.", "Hale did not resign until a week after the report."),
    "year-of-the-vote": (
        "Hale resigned a month before the vote of 2019.", "Hale resigned two days before the vote of 2022."),
}  # fmt: skip


@each(APART)
def test_another_lapse_contradicts(row: tuple[str, str]) -> None:
    assert other_lapse(lay_side_by_side(*row, None, None, "")) is not None
    assert shown(*row) is Stance.CONFLICTS


@each(SILENT)
def test_no_lapse_is_held_against_another(row: tuple[str, str]) -> None:
    assert other_lapse(lay_side_by_side(*row, None, None, "")) is None


OTHER_ORDER = {
    "won-first": (
        "The club won the cup seven years before it was founded.",
        "The club was founded in 2003 and won the cup in 2010."),
    "dated-in-two-clauses": (
        "The mine opened 12 years after the railway closed.", "The mine opened in 1950; the railway closed in 1962."),
    "date-before-the-deed": (
        "The bank was founded ten years after it was sold.", "Founded in 1990, the bank was sold in 2000."),
    "other-words": (
        "The project received its permit seven years before it was first proposed.",
        "The project was first proposed in 2010 and got its permit in 2017."),
}  # fmt: skip
SAME_ORDER = {
    "told-backwards": (
        "The club was founded seven years before it won the cup.",
        "The club won the cup in 2010 and was founded in 2003."),
    "dated-in-two-clauses": (
        "The mine opened 12 years before the railway closed.", "The mine opened in 1950; the railway closed in 1962."),
    "aside": ("Orr resigned two years after she was elected.", "Orr, elected in 2017, resigned in 2019."),
    "date-ahead": (
        "The bridge was closed three years after it opened.",
        "In 2016 the bridge was closed; it had opened in 2013."),
    "date-before-the-deed": (
        "The bank was sold ten years after it was founded.", "Founded in 1990, the bank was sold in 2000."),
}  # fmt: skip


@each(OTHER_ORDER)
def test_years_between_two_dates_bear_out_one_order_only(row: tuple[str, str]) -> None:
    assert told_in_other_order(lay_side_by_side(*row, None, None, ""))
    assert shown(*row) is not Stance.SUPPORTS


@each(SAME_ORDER)
def test_the_order_of_the_dates_is_borne_out(row: tuple[str, str]) -> None:
    assert told_in_other_order(lay_side_by_side(*row, None, None, "")) == ""
    assert shown(*row) is Stance.SUPPORTS


OTHER_SIDE = {
    "figure": (
        "The library was spared before 6,000 people signed a petition.",
        "The library was spared after 6,000 people had signed a petition."),
    "other-words": (
        "Moxon gave up the seat before it came to light that he had hidden payments.",
        "Moxon stepped down after it came to light that he had hidden payments."),
    "noun": ("The shop shut before the flood.", "The shop shut after the flood."),
}  # fmt: skip
SAME_SIDE = {
    "alike": ("The shop shut after the flood.", "The shop shut after the flood."),
    "from-the-other-end": ("The alarm sounded before the fire began.", "The fire began after the alarm had sounded."),
    "both": (
        "The club was founded before the war.",
        "The club was founded in 1910, four years before the war, and moved to Tarn after it."),
    "another-thing": ("The shop shut before the flood.", "The shop shut after a fire; the flood ruined the inn."),
}  # fmt: skip


@each(OTHER_SIDE)
def test_before_is_not_borne_out_by_after(row: tuple[str, str]) -> None:
    assert told_on_other_side(lay_side_by_side(*row, None, None, ""))
    assert shown(*row) is not Stance.SUPPORTS


@each(SAME_SIDE)
def test_the_same_order_is_read_from_either_end(row: tuple[str, str]) -> None:
    assert told_on_other_side(lay_side_by_side(*row, None, None, "")) == ""
