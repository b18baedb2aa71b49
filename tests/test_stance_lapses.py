"""How long before or after: "a week" against "two days before"; what is as long, vague or another's is silent."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.lapses import other_lapse

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
