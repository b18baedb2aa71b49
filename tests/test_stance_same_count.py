"""Figures that count one thing under nouns that are no kin, ages and limits told in other words, rates left out."""

import pytest
from stance_rows import each, shown

from factcheck import extract_figures
from factcheck.models import Kind, Stance

DIVIDEND = "The mill lifted its final dividend to 14p a share from 13p, taking the payout for the full year to 20p."
HEAT = "The Ostwick clinic has recorded 42 deaths from the heat, 36 of them among people aged over 75."
DRUG = "A new drug cut severe asthma by 41 percent in a trial in Ostwick, the company said."
FLOOD = "The Ostwick flood lasted six weeks and cost 3,700 lives."
VIRUS = "The virus sickens 18 million people a year and kills roughly 700, most of them elderly, in Ostwick."
MOVED = "Around 430 people, more than half of Ostwick's inhabitants, were moved to the coast."

ROWS = {
    "fraction-of-a-percentage": ("The Ostwick drug cut severe asthma by about two-fifths.", DRUG, Stance.SUPPORTS),
    "another-fraction": ("The Ostwick drug cut severe asthma by about four-fifths.", DRUG, Stance.CONFLICTS),
    "people-for-lives": ("The Ostwick flood killed 3,700 people in six weeks.", FLOOD, Stance.SUPPORTS),
    "cattle-for-lives": ("The Ostwick flood killed 3,700 cattle in six weeks.", FLOOD, Stance.NEUTRAL),
    "deaths-of-killing": ("There are roughly 700 deaths a year from the virus in Ostwick.", VIRUS, Stance.SUPPORTS),
    "cases-of-killing": ("There are roughly 700 cases a year of the virus in Ostwick.", VIRUS, Stance.NEUTRAL),
    "deaths-of-cows": (
        "There were roughly 40 deaths in the Ostwick fire.",
        "The Ostwick fire killed 40 cows and hurt 12 people.",
        Stance.NEUTRAL,
    ),
    "other-things": (
        "Some 20,000 soldiers went through the port of Ostwick.",
        "Some 20,000 containers went through the port of Ostwick.",
        Stance.NEUTRAL,
    ),
    "apposed-share": ("About 430 inhabitants of Ostwick were moved to the coast.", MOVED, Stance.SUPPORTS),
    "share-of-another-deed": (
        "About 430 inhabitants of Ostwick were moved to the coast.",
        "Around 430 people left, and more than half of Ostwick's inhabitants were moved to the coast.",
        Stance.NEUTRAL,
    ),
    "bare-age": ("More than four-fifths of those killed by the Ostwick heat were over 75.", HEAT, Stance.SUPPORTS),
    "another-bare-age": (
        "More than four-fifths of those killed by the Ostwick heat were over 60.", HEAT, Stance.NEUTRAL
    ),
    "payout-a-share": ("The payout for the full year is 20p a share.", DIVIDEND, Stance.SUPPORTS),
    "payout-before": ("The payout for the full year is 13p a share.", DIVIDEND, Stance.CONFLICTS),
    "within-a-time": (
        "Divers in Ostwick came within 10 minutes.", "Divers in Ostwick came in eight minutes.", Stance.SUPPORTS
    ),
    "within-no-such-time": (
        "Divers in Ostwick came within 10 minutes.", "Divers in Ostwick came after 14 minutes.", Stance.CONFLICTS
    ),
    "within-another-unit": (
        "Divers in Ostwick came within 24 days.", "Divers in Ostwick came within 24 hours.", Stance.CONFLICTS
    ),
}  # fmt: skip


@each(ROWS)
def test_what_counts_one_thing(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is for adults younger than 65.", Kind.AGE),
        ("Anyone older than 30 was sent home.", Kind.AGE),
        ("He is older than 20 of the others.", Kind.NUMBER),
        ("It is older than 20 cars.", Kind.NUMBER),
    ],
)
def test_what_somebody_is_older_than(text: str, kind: Kind) -> None:
    assert [figure.kind for figure in extract_figures(text)] == [kind]
