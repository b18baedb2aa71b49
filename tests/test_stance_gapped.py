"""Two subjects of one verb: each figure belongs to its own; an aside with a figure has no subject of its own."""

from __future__ import annotations

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.gapped import other_subject_without_verb

VISITS = "The mayor visited the estate once, her deputy five times."
OF_ANOTHER = {
    "deputy": ("The mayor visited the estate five times.", VISITS, "her deputy"),
    "name": ("Voss visited Tarn nine times.", "Voss visited Tarn once, Dekker nine times.", "Dekker"),
    "of-a-party": (
        "The prime minister visited Tarn six times.",
        "The prime minister visited Tarn once, the leader of the Greens six times.",
        "the leader of the Greens",
    ),
    "joined": (
        "The army visited Tarn six times.",
        "The army visited Tarn once, while the police six times.",
        "the police",
    ),
}
OF_ITS_OWN = {
    "the-deputy-herself": ("The deputy visited the estate five times.", VISITS),
    "aside-of-amount": ("Profit rose to £8m.", "Profit rose from £6m to £8m, a record for the firm."),
    "aside-before-figure": (
        "The mayor visited the estate five times.",
        "The mayor visited the estate, once the home of 3,000 miners, five times.",
    ),
    "part-behind": ("The firm employs 400 people.", "The firm employs 400 people, 90 of them in Tarn."),
    "own-verb": ("Voss scored 12 points.", "Voss played for 30 minutes, Dekker said, and scored 12 points."),
    "no-figure-before": ("Voss scored nine points.", "Voss played well, Dekker nine."),
}


@each(OF_ANOTHER)
def test_a_figure_belongs_to_the_subject_before_it(row: tuple[str, str, str]) -> None:
    claim, passage, subject = row
    assert other_subject_without_verb(lay_side_by_side(claim, passage, None, None, "")) == subject
    assert shown(claim, passage) is not Stance.SUPPORTS


def test_all_else_told_makes_it_a_conflict() -> None:
    assert shown(*OF_ANOTHER["deputy"][:2]) is Stance.CONFLICTS


@each(OF_ITS_OWN)
def test_no_other_subject_is_read(row: tuple[str, str]) -> None:
    assert other_subject_without_verb(lay_side_by_side(*row, None, None, "")) == ""
    assert shown(*row) is not Stance.CONFLICTS
