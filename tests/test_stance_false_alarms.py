"""True claims that a figure, a comparative or a "not" of something else must not contradict, beside those it must."""

from datetime import date

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Relation, Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 4, 22)

NO_CONFLICT = {
    "part-that-the-claim-counts": ("It rained on five days.", "It rained on five of the nine days.", ""),
    "sum-of-two-amounts": (
        "Ada Lenz has spent £45m on Tarn in all.",
        "The owner, Ada Lenz, bought Tarn in 2018 for £14m and has put in a further £31m since.", ""),
    "amount-of-another-measure": (
        "Orr's annual profit was £96m.",
        "It declined to comment on its Kerrow brand, which has annual sales of £600m.",
        "Orr says its profit fell."),
    "comparatives-of-two-nouns": (
        "Sales at Orr grew to £4.5bn though it sold fewer goods.",
        "Orr's sales grew to £4.5bn, but that came from higher prices: the volume of goods slipped.", ""),
    "both-deny": (
        "Tests showed no trace of lead in the well.", "The town feared the worst, but tests found no sign of lead.",
        "The well was dug in spring."),
    "deaths-of-years-ago": (
        "No deaths have been reported in the Tarn outbreak.",
        "The last outbreak of this size was in 1991, when 212 people fell ill and three died.", "Tarn measles"),
    "ordinals-of-two-things": (
        "Both Hale goals came from Berg, the second of them a penalty.",
        "Hale led through Berg after six minutes, and the Norlander scored again from a penalty in the 31st minute.",
        ""),
    "most-are-not": (
        "Most of the people moved from their homes are not sleeping in schools.",
        "About 6,400 people have been moved from their homes, and roughly 1,100 of them are sleeping in schools.", ""),
    "share-that-was-not": (
        "More than three-quarters of the people on the first day were not fined.",
        "On its first day the patrol stopped 318 people, of whom 71 were fined.", ""),
    "whole-and-its-part": (
        "Orr and Hale are to exchange 500 prisoners.",
        "Orr must pull its guns back, and 500 prisoners will be exchanged, 312 of them Hale soldiers.", ""),
}  # fmt: skip


@each(NO_CONFLICT)
def test_no_conflict_is_shown(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is not CONFLICTS


SHOWN_CONFLICT = {
    "another-count-of-all": ("It rained on five days.", "It rained on nine days."),
    "what-a-bare-count-of-people-did": ("Seven voted for the plan.", "Seven voted against the plan."),
    "no-sum": (
        "Ada Lenz bought Tarn for £45m.", "The owner, Ada Lenz, bought Tarn in 2018 for £14m and has put in a further "
        "£30m since."),
    "same-amount-twice-is-no-sum": (
        "The play Orm ran for twelve seasons.",
        "The play Orm ran for six seasons; six seasons of it were filmed."),
    "comparatives-of-one-noun": (
        "Hale sold fewer houses than in 2023.", "Hale sold more houses than in 2023."),
    "only-one-denies": (
        "Tests found a trace of lead in the well.", "Tests found no trace of lead in the well."),
    "most-are": (
        "Most of the people moved from their homes are sleeping in schools.",
        "About 6,400 people have been moved from their homes, and roughly 1,100 of them are sleeping in schools."),
    "sons-for-daughters": (
        "A woman and her two daughters were saved from an attic in Tarn.",
        "A woman and her two sons were saved from an attic in Tarn."),
    "part-for-whole": (
        "Nine patients were treated in hospital, 37 of them in intensive care.",
        "In Hale 37 patients were treated in hospital, nine of them in intensive care."),
}  # fmt: skip


@each(SHOWN_CONFLICT)
def test_conflict_is_shown(row: tuple[str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is CONFLICTS


def test_sons_and_daughters_stand_for_no_more_than_themselves() -> None:
    passage = "A woman, her two sons and her two daughters were saved from an attic in Tarn."
    judged = judge("A woman and her two daughters were saved from an attic in Tarn.", passage)
    assert judged.stance is SUPPORTS


def test_most_are_not_is_borne_out_by_a_small_share() -> None:
    passage = "About 6,400 people have been moved from their homes, and roughly 1,100 of them are sleeping in schools."
    judged = judge("Most of the people moved from their homes are not sleeping in schools.", passage)
    assert judged.comparisons[-1].relation is Relation.WITHIN
    assert judged.stance is SUPPORTS
