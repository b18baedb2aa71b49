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
    "the-other-sort": ("Men hold 29 of the council's posts.", "Women hold 31 of the council's posts.", ""),
    "what-has-been-repaid": (
        "The club still owes the tax office £1.4m.", "It has paid back £2.3m of the debt to the tax office.",
        "The club was sold in May."),
    "nobody-charged": (
        "Nobody has been charged over the parking permits in Tarn.",
        "Police are looking into an allegation that 30 parking permits in Tarn were forged.", ""),
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
    "same-sort": ("Women hold 29 of the council's posts.", "Women hold 31 of the council's posts."),
    "both-sorts-told": (
        "Women hold 29 of the council's posts.", "Women hold 31 of the council's posts, and men hold the rest."),
    "what-is-still-owed": (
        "The club still owes the tax office £1.4m.", "The club still owes the tax office £2.3m of the debt."),
    "what-has-been-paid": (
        "The club paid the tax office £1.4m of the debt.", "The club paid the tax office £2.3m of the debt."),
    "nobody-was-charged": (
        "Nobody was charged over the parking permits in Tarn.",
        "A clerk was charged over the parking permits in Tarn."),
    "has-since-cut": (
        "The wage bill rose by a third.", "It has since cut its wage bill by a third, to £2.2 million."),
    "told-in-full": (
        "The council rejected the burner in May.",
        "The burner, which would take 90,000 tonnes a year, was approved by the council in May, by 24 votes to 19."),
    "oldest-youngest": (
        "Karl Reyes is the oldest councillor in the town's history.",
        "The winner, the student Karl Reyes, is the youngest councillor in the town's history."),
    "favour-against": (
        "More than 9,000 people signed a petition in favour of the dam.",
        "More than 9,000 people signed a petition against the dam."),
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


NO_SUPPORT = {
    "debts-for-savings": (
        "The council must save £212m by next March.",
        "The council has debts of £212m and must find savings of £19m by next March.", ""),
    "sentence-that-he-faces": (
        "Stoll was jailed for seven years.", "He will be sentenced in May and faces up to seven years in prison.",
        "Barry Stoll was found guilty on Monday."),
    "others-gained": (
        "The Liberals gained seats.", "The Independents for Tarn, founded only last year, gained 17 seats.", ""),
    "against-for": ("A march in support of the dam was held in Tarn.", "A march against the dam was held in Tarn.", ""),
}  # fmt: skip
SUPPORT = {
    "savings": (
        "The council must save £19m by next March.",
        "The council has debts of £212m and must find savings of £19m by next March.", ""),
    "sentence-that-he-got": (
        "Stoll was jailed for seven years.", "He was sentenced in May to seven years in prison.",
        "Barry Stoll was found guilty on Monday."),
    "liberals-gained": ("The Liberals gained seats.", "The Liberals, founded only last year, gained 17 seats.", ""),
    "refused-him": ("Stoll was refused bail.", "The judge, Sir Alan Pryde, refused him bail.",
                    "Stoll, 61, denied all the charges."),
}  # fmt: skip


@each(NO_SUPPORT)
def test_no_support_is_shown(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is not SUPPORTS


@each(SUPPORT)
def test_support_is_shown(row: tuple[str, str, str]) -> None:
    assert shown(*row, published=PUBLISHED) is SUPPORTS
