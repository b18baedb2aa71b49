"""How far a denial, a plan, a day or an opposite reaches: rows that must be told apart from a near neighbour."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Judgement, Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 3, 11)  # a Monday

# claim, passage, claim date
CONFLICT = {
    "unit-of-a-stretch-of-time": (
        "The hall will be leased for 25 months.",
        "The council will lease the hall to a trust for 25 years.",
        None,
    ),
    "every-week": ("Waste will be collected every week.", "Waste will be collected every three weeks.", None),
    "whose-figure": ("Orr holds 194 prisoners.", "Lenz holds 194 prisoners and Orr holds 286.", None),
    "another-day-of-one-event": (
        "The court freed Ada Lenz on Friday.",
        "The court freed Ada Lenz on Sunday.",
        PUBLISHED,
    ),
    "another-month-of-one-event": (
        "The last crates reached Tarn last month.",
        "The last crates reached Tarn in January.",
        PUBLISHED,
    ),
}
NO_CONFLICT = {
    "no-things-of-that-sort": (
        "No bank details were stolen.",
        "Thieves stole the names of 900 patients; no payment details were taken.",
        None,
    ),
    "every-week-in-both": (
        "Waste is collected every week.",
        "Waste is collected every week, glass every three weeks.",
        None,
    ),
    "given-to-whom": (
        "The board was told to pay Ada Lenz £1,500.",
        "The board was told by Orr to pay £1,500 to a tenant, Ada Lenz.",
        None,
    ),
    "fewer-than-in-the-year-named": (
        "The port had fewer ships last year than in 2019.",
        "The port had 900 ships last year, 40 more than in 2022 but still fewer than in 2019.",
        None,
    ),
    "opposite-only-tells-since-when": (
        "The line reopens on March 25.",
        "Trade has dropped by 30 per cent since the line closed.",
        None,
    ),
    "what-is-kept-of-a-whole": (
        "The banks will keep 352 of their branches.",
        "The banks have 412 branches, of which 60 will be closed.",
        None,
    ),
    "years-of-a-level": ("Tarn had 40 shops in 2015.", "Tarn had 52 shops in 2019.", None),
    "amount-at-another-day": ("The yard sold 40 boats in March.", "The yard sold 52 boats in May.", None),
    "no-in-a-phrase-before-the-verb": ("A boy died in Tarn.", "A boy with no known illness died in Tarn.", None),
    "not-since": (
        "Tarn Rovers collect £2 million for winning the shield.",
        "Tarn Rovers had not won the shield since 1971.",
        None,
    ),
    "opposite-of-another-subject": (
        "The Reds lost their seats.",
        "The Blues kept their seats, while the Reds, with 3.7 percent, missed the threshold.",
        None,
    ),
    "share-in-a-stretch-of-its-own": (
        "The Blues held all their seats.",
        "The Blues kept their seats, while the Reds, with 3.7 percent, will leave.",
        None,
    ),
    "denied-of-the-same-figure": (
        "Some 312 of the patients had had no shot.",
        "Of the patients, 312 had not been inoculated, and 24 had received one of two shots.",
        None,
    ),
    "turned-down-is-rejected": (
        "Tarn's tenants turned down a scheme to pull down two blocks.",
        "Tarn's tenants rejected a scheme to pull down two blocks.",
        None,
    ),
}
SUPPORT = {
    "how-many-there-are": ("The line has 62 engines.", "The line found cracks in 14 of its 62 engines.", None),
    "last-year-in-both": (
        "The firm's profit was lower last year than the year before.",
        "The firm made a profit of £21 million last year, down from £26 million.",
        None,
    ),
    "is-buying-and-would-buy": ("Fenwick is buying Corley.", "Fenwick said that it would buy Corley.", None),
    "compound-adjective-before-what-is-counted": (
        "The town pulled down five high-rise blocks.",
        "The town demolished five high-rise blocks.",
        None,
    ),
    "first-time": (
        "The farm sent power ashore for the first time on Thursday.",
        "The farm sent its first power ashore on Thursday.",
        PUBLISHED,
    ),
    "refused-what-was-asked-for": (
        "The fund refused the team another £2 million.",
        "The team had asked the fund for another £2 million but the fund refused.",
        None,
    ),
    "to-come-in-both": (
        "Ada Lenz takes office on May 2, 2024.",
        "Ada Lenz will take office on May 2, 2024.",
        PUBLISHED,
    ),
}
NO_SUPPORT = {
    "can-fine": ("The watchdog has fined Orr.", "The watchdog can fine Orr.", None),
    "whole-of-a-part": ("Cracks were found in 62 engines.", "Cracks were found in 14 of the 62 engines.", None),
    "intends-to": (
        "The town has sued Orr over its losses.",
        "The town intends to sue Orr and puts its losses at £9 million.",
        None,
    ),
    "compared-with-nothing-in-the-source": (
        "More people use the library at Tarn than the one at Orr.",
        "The libraries at Tarn and Orr, which many people use, will close in June.",
        None,
    ),
    "level-for-a-change": (
        "A household will pay £2,012 more a year.",
        "A household will pay £94 a year more, or £2,012 in all.",
        None,
    ),
    "threatened-only": ("The pilots went on strike in May.", "The pilots had threatened to strike in May.", None),
    "must-yet": ("The banking regulator has approved the deal.", "The banking regulator must approve the deal.", None),
    "offered-only": (
        "The state has lent the railway £6 million.",
        "The state offered the railway a loan of £6 million.",
        None,
    ),
    "part-of-what-was-found": (
        "Eight weak spots were found on the line.",
        "Engineers found 12 weak spots on the line, eight of which have been mended.",
        None,
    ),
    "came-the-other-way-to-it": (
        "Visitor numbers had risen to 310,000.",
        "Visitor numbers rose to 480,000 but had slipped to 310,000 by 2023.",
        None,
    ),
    "past-of-what-was-to-come": (
        "The minister toured Tarn on Friday.",
        "The minister is due to tour Tarn on Friday.",
        date(2024, 3, 18),
    ),
    "asked-for-and-nothing-more": (
        "The fund gave the team another £2 million.",
        "The team had asked the fund for another £2 million.",
        None,
    ),
    "three-times-is-not-three-finals": (
        "Tarn scored three times in the final.",
        "Tarn had scored in the previous three finals.",
        None,
    ),
}


def judged(row: tuple[str, str, date | None]) -> Judgement:
    claim, passage, day = row
    return judge(claim, passage, published=PUBLISHED, claim_date=day)


def shows(row: tuple[str, str, date | None], stance: Stance) -> bool:
    judgement = judged(row)
    return judgement.shown and judgement.stance is stance


@pytest.mark.parametrize("row", CONFLICT.values(), ids=CONFLICT)
def test_conflict_is_shown(row: tuple[str, str, date | None]) -> None:
    assert shows(row, CONFLICTS)


@pytest.mark.parametrize("row", NO_CONFLICT.values(), ids=NO_CONFLICT)
def test_no_conflict_is_shown(row: tuple[str, str, date | None]) -> None:
    assert not shows(row, CONFLICTS)


@pytest.mark.parametrize("row", SUPPORT.values(), ids=SUPPORT)
def test_support_is_found(row: tuple[str, str, date | None]) -> None:
    assert judged(row).stance is SUPPORTS


@pytest.mark.parametrize("row", NO_SUPPORT.values(), ids=NO_SUPPORT)
def test_no_support_is_shown(row: tuple[str, str, date | None]) -> None:
    assert not shows(row, SUPPORTS)
