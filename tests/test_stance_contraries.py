"""What surely contradicts however little else is met, and what keeps from support: each beside a neighbour."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 4, 22)

CONFLICTING = {
    "not-involved": (
        "Ann Orr, a co-author of the study, said that otters may have left.",
        "Ann Orr, a botanist who was not involved in the study, said that otters may have left.", ""),
    "not-involved-by": (
        "The study was led by Ann Orr.", "Ann Orr, who was not involved in the study, called it sound.", ""),
    "there-was-no": (
        "The vote was settled by a second count.", "There was no second count.",
        "The vote in Orr was settled at 3 a.m."),
    "none-was-found": (
        "Among the finds was a gold ring.", "No gold ring was found.", "The finds are in Orr."),
    "excepted": (
        "The water has been restored to 1,200 homes.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them.", ""),
    "closed-higher": (
        "Lund Foods ended the day nearly 3 per cent lower.", "Shares in Lund Foods closed 2.9 per cent higher.", ""),
    "stays-the-same": (
        "Parking in Orr will become dearer.", "Parking charges in Orr will stay the same for another year.", ""),
    "will-not-change": (
        "The number of guards at the museum will be cut.", "The number of guards at the museum will not change.", ""),
    "another-speaker": (
        "It was Ann Orr who said that the ferry was leaking badly.", "“The ferry is leaking badly,” Mara Veltin said.",
        "Ann Orr owns the ferry."),
    "still-has-to": (
        "Parliament has already ratified the treaty.", "The treaty still has to be ratified by parliament.", ""),
    "but-not": (
        "Bank details were among the stolen data, Orr said.",
        "Orr confirmed the theft of data, including addresses but not bank details.", ""),
    "compared-the-other-way": (
        "Boys were two points ahead of girls in spelling.", "Girls were ahead of boys in spelling by two points.", ""),
    "exceeded-the-other-way": ("Imports exceeded exports last year.", "Exports exceeded imports last year.", ""),
    "not-decided": (
        "The prosecutor has opened a criminal inquiry.",
        "The prosecutor said that he had not decided whether to open a criminal inquiry.", ""),
    "said-no-talks": (
        "Talks between Orr and Lund have begun.", "Orr said no talks with Lund had begun.", ""),
    "never-recovered": (
        "Divers have recovered the lamp with which the ship is thought to have been signalled.",
        "The lamp, thought to be of brass, has never been recovered.", "The ship was signalled by divers."),
}  # fmt: skip
NOT_CONFLICTING = {
    "not-involved-in-that": (
        "Ann Orr, who heads the Orr Institute, said the study was sound.",
        "Ann Orr, who was not involved in the study, called it sound.", ""),
    "not-he-who-led": (
        "Ann Orr praised Tom Lund, who led the study.",
        "Ann Orr, who was not involved in the study, praised Tom Lund.", ""),
    "no-longer-a-member": (
        "Ann Orr was a member of the team.", "Ann Orr is no longer a member of the team.", ""),
    "no-count-by-hand": (
        "The vote in Orr was settled by a second count.", "There was no second count by hand in Orr.", ""),
    "closed-higher-than": (
        "Shares in Orr closed higher than those of Lund.", "Shares in Orr closed lower on Friday.", ""),
    "other-stays-the-same": (
        "Rents of new flats in Orr rose.",
        "Rents of new flats in Orr rose by 3%, while rents of old flats stayed the same.", ""),
    "rate-stays-the-same": (
        "Rents in Orr rose in May.", "Interest rates stayed the same in May, although rents in Orr rose.", ""),
    "same-speaker": (
        "It was Ann Orr who said that the ferry was leaking badly.", "“The ferry is leaking badly,” Mrs Orr said.",
        "Ann Orr owns the ferry."),
    "had-to-be-and-was": (
        "The treaty was ratified.", "The treaty, which parliament still had to discuss, was ratified in May.", ""),
    "but-not-said-so": (
        "Cleaners in private wards are not covered by the deal.",
        "The deal covers 740 nurses but not cleaners in private wards.", ""),
    "compared-in-the-passive": ("Imports were exceeded by exports.", "Exports exceeded imports.", ""),
    "dearer-before-the-subject": (
        "Dearer tin dragged profit at Orr down to £4m.", "Profit at Orr fell to £4m as the price of tin rose.", ""),
    "decided": (
        "The prosecutor has opened a criminal inquiry.",
        "The prosecutor, who had to decide whether to open a criminal inquiry, has opened one.", ""),
    "two-posts": (
        "Ann Orr, the chief executive of the exam board, congratulated pupils.",
        "The education secretary, Ann Orr, congratulated pupils.", ""),
}  # fmt: skip
TITLES = {
    "another-post": (
        "Ann Orr, the chief executive of the exam board, congratulated pupils.",
        "The education secretary, Ann Orr, congratulated pupils.", False),
    "another-trade": (
        "The alarm was raised by a nurse, Ann Orr.", "The alarm was raised by an anaesthetist, Dr Ann Orr.", False),
    "same-post": (
        "Ann Orr, the education secretary, congratulated pupils.",
        "The education secretary, Ann Orr, congratulated pupils.", True),
    "same-post-in-other-words": (
        "Ann Orr, the company's boss, congratulated pupils.",
        "The company's chief executive, Ann Orr, congratulated pupils.", True),
    "no-title": (
        "Ann Orr, the education secretary, congratulated pupils.",
        "Ann Orr, the education secretary and mother of two, congratulated pupils.", True),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context"), CONFLICTING.values(), ids=CONFLICTING)
def test_conflict(claim: str, passage: str, context: str) -> None:
    judgement = judge(claim, passage, published=PUBLISHED, context=context)
    assert judgement.shown
    assert judgement.stance is CONFLICTS


@pytest.mark.parametrize(("claim", "passage", "context"), NOT_CONFLICTING.values(), ids=NOT_CONFLICTING)
def test_no_conflict(claim: str, passage: str, context: str) -> None:
    judgement = judge(claim, passage, published=PUBLISHED, context=context)
    assert not (judgement.shown and judgement.stance is CONFLICTS), judgement.reasons


@pytest.mark.parametrize(("claim", "passage", "expected"), TITLES.values(), ids=TITLES)
def test_support_needs_the_same_post(claim: str, passage: str, expected: bool) -> None:
    judgement = judge(claim, passage, published=PUBLISHED)
    assert (judgement.shown and judgement.stance is SUPPORTS) is expected, judgement.reasons


NOT_EXCEPTED = {
    "both-except": (
        "Water has been restored to all but 1,200 homes.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them."),
    "another-count": (
        "Water has been restored to 9,000 homes.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them."),
    "denied": (
        "Water has not been restored to 1,200 homes.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them."),
    "another-verb": (
        "Some 1,200 homes lost water.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them."),
    "no-except": (
        "Water has been restored to 1,200 homes.",
        "Some homes lost water; by noon it had been restored to 1,200 of them."),
    "little-said": (
        "Clerks restored 1,200 paintings for the museum of the city.",
        "Some homes lost water; by noon it had been restored to all but 1,200 of them."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), NOT_EXCEPTED.values(), ids=NOT_EXCEPTED)
def test_what_is_not_excepted_is_no_contrary(claim: str, passage: str) -> None:
    judged = judge(claim, passage, published=PUBLISHED)
    assert judged.reasons[0] != "the source says “all but 1,200”"


GONE_ON = {
    "since-a-deed": (
        "The baths at Tarn have been closed since October.",
        "The baths at Tarn, which have been shut since a pump failed in October, will reopen in May.", SUPPORTS),
    "since-another-month": (
        "The baths at Tarn have been closed since November.",
        "The baths at Tarn, which have been shut since a pump failed in October, will reopen in May.", NEUTRAL),
    "in-that-month": (
        "The baths at Tarn have been closed since October.",
        "The baths at Tarn, which were shut in October, will reopen in May.", NEUTRAL),
    "since-in-another-stretch": (
        "The baths at Tarn have been closed since October.",
        "The baths at Tarn have since been sold, and were shut, again, in October.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), GONE_ON.values(), ids=GONE_ON)
def test_what_has_gone_on_since_a_deed(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert (judged.stance if judged.shown else NEUTRAL) is stance


CAME_TO = {
    "risen": ("The cost of the pier has risen to £131m.", "The pier would cost £131m, up from £118m.", SUPPORTS),
    "fallen": ("The cost of the pier has fallen to £131m.", "The pier would cost £131m, up from £118m.", CONFLICTS),
    "fallen-down": ("The cost of the pier fell to £118m.", "The pier cost £118m, down from £131m.", SUPPORTS),
    "no-from": ("The cost of the pier has risen to £131m.", "The pier would cost £131m, not £118m.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), CAME_TO.values(), ids=CAME_TO)
def test_up_from_says_that_it_rose(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert (judged.stance if judged.shown else NEUTRAL) is stance


DEARER = {
    "cost": ("The cost of the pier rose by £13m.", "The pier would cost £131m, up from £118m.", SUPPORTS),
    "not-of-costs": ("Pay has risen to £131m.", "Pay would rise to £131m, up from £118m.", NEUTRAL),
    "no-rise-in-the-claim": ("The cost of the pier was £131m.", "The pier would cost £131m, up from £118m.", NEUTRAL),
    "no-up-from": ("The cost of the pier has risen by £13m.", "The cost would rise from £118m to £131m.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), DEARER.values(), ids=DEARER)
def test_the_cost_of_a_plan_has_risen_already(claim: str, passage: str, stance: Stance) -> None:
    judged = judge(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    assert (judged.stance if judged.shown else NEUTRAL) is stance
