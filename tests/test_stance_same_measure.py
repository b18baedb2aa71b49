"""True claims that a part, a change, another clause or a "no longer" must not contradict, beside those it must."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

CONFLICTS = Stance.CONFLICTS
PUBLISHED = date(2024, 4, 22)

NO_CONFLICT = {
    "each-and-between-them": (
        "Norvia and Estmark are sending 500 engineers between them.",
        "Norvia and Estmark said that each sends 250 engineers to the dam."),
    "change-and-level": (
        "Kestrel Foods made a profit of £210m last year.",
        "Kestrel Foods said that its profit was down £96m last year, the steepest fall since it was listed."),
    "points-up": (
        "The Green Alliance is on 24 per cent in the poll.",
        "The Green Alliance was up three points in the poll, at the expense of the Liberals, who were on 11 per cent."),
    "points-behind-and-games-to-play": (
        "Hollin have 58 points from 30 games.", "Hollin are seven points behind Marlow with eight games to play."),
    "part-of-a-whole": (
        "Pell Energy sold 12 wind farms for £310m.",
        "Pell Energy said that it had sold 12 of its 37 wind farms for £310m to a Norvian pension fund."),
    "part-named-after-the-whole": (
        "The bank will cut 1,200 jobs in Norvia.",
        "The bank will cut 4,000 jobs worldwide, 1,200 of them in Norvia and 900 in Estmark."),
    "count-of-jobs-and-people": (
        "Some 140 people will have permanent jobs at Castor Bay.",
        "Some 1,150 people worked on the site, and 140 permanent jobs have been created at the base in Castor Bay."),
    "rank-in-a-row": (
        "First-grade classes are limited to 26 pupils.",
        "The deal limits classes in kindergarten through third grade to 26 pupils."),
    "noun-left-out": ("Nadia Frith won the second round.",
        "Nadia Frith lost the first round by a wide margin but won the second."),
    "begun-and-finished": (
        "The dam was finished in 1974.", "The dam was begun in 1968 and strengthened in 2003."),
    "told-on-a-day-that": (
        "The plant will shut on 30 September.",
        "Workers were told on 12 September that the plant would shut at the end of the month."),
    "had-and-will-have": ("By 2030 the fleet will have 60 ships.", "The fleet had 45 ships at the end of last year."),
    "no-longer": ("Yvonne Tarr was once a member of the board.", "Yvonne Tarr is no longer a member of the board."),
    "both-deny-the-verb": (
        "The committee did not publish the report it had promised.",
        "The report that the committee had promised was never published."),
    "most-are-not-and-some-are": (
        "Most of the villages are not connected to the grid.",
        "Of the 60 villages, 17 are connected to the grid, according to the energy ministry."),
    "the-others-have-not": (
        "The vaccine has been given to 60 of the 200 nurses.",
        "Of the hospital's 200 nurses, 140 have not been given the vaccine."),
    "number-sixteen-denies-nothing": (
        "Kendra Lowe appeared in the Meridian list.",
        "Kendra Lowe came in at No. 16 on the Meridian list of designers."),
    "opposite-denied-behind": (
        "Prices of bread rose as wheat became dearer.",
        "Prices of bread rose in May, when cheaper wheat from Norvia no longer came."),
    "fewer-and-more-in-the-claim": (
        "Fewer people visited the zoo, but it took more money.",
        "The zoo took more money last year, though visitors fell to 310,000."),
    "did-not-at-the-end": (
        "Toby Marsh lost his seat.", "Ilse Brandt kept her seat, which Toby Marsh of the Reform League did not."),
    "place-and-object": (
        "Marisol Quist grew up in Eastgate.", "Marisol Quist carried the harbour, but she lost Eastgate by 2,015."),
    "by-and-starring": (
        "Oona Reyes stars in The Salt Road.", "The Salt Road is a drama created by and starring Oona Reyes."),
    "by-of-another-verb": (
        "Dana Wick wrote the script for a film directed by Marta Quill.",
        "The Long Shore is a film directed by Marta Quill and written by Dana Wick."),
    "him-of-the-passive": (
        "Lewis Orr was succeeded by Dana Wick.", "On Lewis Orr's death, Dana Wick succeeded him as director."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), NO_CONFLICT.values(), ids=NO_CONFLICT.keys())
def test_no_conflict_is_shown(claim: str, passage: str) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert not (judged.shown and judged.stance is CONFLICTS), judged.reasons


SHOWN_CONFLICT = {
    "each-and-each": (
        "Norvia and Estmark each send 500 engineers to the dam.",
        "Norvia and Estmark said that each sends 250 engineers to the dam."),
    "level-and-level": (
        "Kestrel Foods made a profit of £210m last year.", "Kestrel Foods made a profit of £96m last year."),
    "points-behind-both": ("Hollin are nine points behind Marlow.", "Hollin are seven points behind Marlow."),
    "other-count": (
        "Pell Energy sold 15 wind farms for £310m.",
        "Pell Energy said that it had sold 12 of its 37 wind farms for £310m to a Norvian pension fund."),
    "other-round": ("Nadia Frith won the fourth round.", "Nadia Frith won the second round."),
    "finished-and-finished": ("The dam was finished in 1974.", "The dam was begun in 1968 and finished in 1978."),
    "has-and-had": ("The fleet has 60 ships.", "The fleet has 45 ships."),
    "is-and-no-longer": (
        "Yvonne Tarr is a member of the board.", "Yvonne Tarr is no longer a member of the board."),
    "only-one-denies": (
        "The committee published the report it had promised.",
        "The committee never published the report it had promised."),
    "same-number-denied": (
        "The vaccine has been given to 140 of the 200 nurses.",
        "Of the hospital's 200 nurses, 140 have not been given the vaccine."),
    "opposite-not-denied": ("Prices of bread rose in May.", "Prices of bread fell in May."),
    "kept-what-another-lost": (
        "Toby Marsh lost his deposit.", "Toby Marsh kept his deposit, which Ilse Brandt did not."),
    "beat-the-other-way": ("Tarrow beat Marlow in the final.", "Marlow beat Tarrow in the final."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), SHOWN_CONFLICT.values(), ids=SHOWN_CONFLICT.keys())
def test_conflict_is_shown(claim: str, passage: str) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert judged.shown
    assert judged.stance is CONFLICTS
