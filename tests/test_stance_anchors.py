"""Figures and days that differ beside what only one event can share, each beside a neighbour that stays open."""

from datetime import date

from stance_rows import each, shown

from factcheck.models import Stance

PUBLISHED = date(2024, 9, 12)
HEARING = "The hearing, which lasted seven weeks and took evidence from 64 nurses, was held near the Orm estate."
PEAK = "Output of gas hit a peak of 48.3 gigawatts on Tuesday as the frost set in."
DEPOT = "The depot was rebuilt in May, when work on the roof accounted for £210,000 of a £1.4m bill."
DROUGHTS = "The valley has suffered two droughts, in 1986 and in 2011."
FINED = "It was fined £1.5m in 2021 for ignoring four warnings about Quist, the first of them in 2014."

TOLD = {
    "same-weeks-other-count": ("Over seven weeks the hearing listened to 34 nurses.", HEARING),
    "same-child-other-hours": (
        "It took more than 30 hours to free a 6-year-old boy from the cellar of a mill.",
        "A 6-year-old boy was pulled alive from a flooded mill cellar after 26 hours."),
    "same-peak-other-day": ("Gas consumption peaked at 48.3 gigawatts on Friday.", PEAK),
    "share-of-the-same-whole": ("More than half of the £1.4m cost of the depot went on the roof.", DEPOT),
    "none-of-the-days-listed": ("The first drought in the valley was in 1997.", DROUGHTS),
    "the-first-of-them": ("The earliest of the warnings about Quist came in 2021.", FINED),
    "launched-in-another-month": (
        "The Lund satellite was put into orbit in the spring of 2022.",
        "The Lund satellite, which was launched in December 2022 and cost £2.1bn, orbits 900 kilometres up."),
    "what-it-is-a-part-of": (
        "The plant represents about half of the country's capacity.",
        "The plant handles 90,000 barrels a day, about a fifth of the country's capacity."),
}  # fmt: skip
OPEN = {
    "only-weeks-alike": ("Over seven weeks the fair drew 34 choirs.", HEARING),
    "other-years-of-one-amount": (
        "In 2020 Norvia received arms worth $640m.", "Norvia has received arms worth $640m this year."),
    "day-of-another-amount": ("Gas consumption fell to 21.7 gigawatts on Friday.", PEAK),
    "share-of-another-whole": ("More than half of the £9.3m cost of the bridge went on the roof.", DEPOT),
    "one-of-the-days-listed": ("The second drought in the valley was in 2011.", DROUGHTS),
    "of-another-event": (
        "The Lund satellite failed in the spring of 2022.",
        "The Lund satellite, which was launched in December 2022 and cost £2.1bn, orbits 900 kilometres up."),
}  # fmt: skip


@each(TOLD)
def test_what_only_one_event_can_share_ties_the_figures(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is Stance.CONFLICTS


@each(OPEN)
def test_what_several_can_share_does_not(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED, claim_date=PUBLISHED) is not Stance.CONFLICTS
