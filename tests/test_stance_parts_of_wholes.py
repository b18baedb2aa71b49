"""Parts held against parts, multiples against multiples, bounds and margins that come to one in other words."""

from stance_rows import each, shown

from factcheck.models import Stance

FLOOD = "Fourteen people lost their lives in the Ostwick flood, four of them in Holm."
TRIAL = "The trial was paid for by the Ostwick firm, which employs five of the 14 authors."
FERRY = "The Ostwick ferry was 11 metres long and weighed about 6 tonnes, small for a ferry."
TAGS = "They fitted 212 gulls with tags in Ostwick, of which 87 were found."
APPEAL = "Ostwick has asked for $94 million and has received $31 million."
PRIZE = "The winners in Ostwick get £3.5m and the runners-up half as much."
PRIZES = "The winners in Ostwick receive £3.5m and a place in the next round; the runners-up get half as much."
WARD = "In Ostwick, nurses were caring for 96 patients in a ward built for 40."
CLOSED = "Ostwick voted to close nine of its 31 libraries."
WHALE = "The Ostwick whale was at least 22 years old when it died."
CHURCH = "The Ostwick church opened to people who had lost their homes, and about 90 spent the night there."
FLATS = "Ostwick landlords with fewer than four flats would have been exempt."
CELL = "The Ostwick battery can be charged and emptied 6,000 times and still hold 82 per cent of its capacity."
COLD = "At minus 20 the Ostwick cells beat lithium."
VOTE = "Ostwick's government fell after it lost a vote of no confidence by 101 votes to 98."
BOAT = "The Ostwick boat carried 10 to 12 rowers and up to two tons of cargo."
STRIKE = "Passengers will be refunded for both days of the Ostwick strike."

POWER = (
    "Some 22,000 homes in the east of Ostwick were without power; electricity had been restored to about half of them"
    " by the evening."
)
BARNS = "About 420 barns in Ostwick were burnt and twice as many were looted, she said."
STAFF = "The Ostwick yard employs 640 people, half of whom are apprentices."
REACHED = "The Ostwick outbreak has spread to a fourth province, the ministry said."
MISSING = "There are 1,640 people in Ostwick who are still missing, out of 5,100 reported missing."

ROWS = {
    "half-of-them": ("Some 11,000 homes in east Ostwick had electricity back by the evening.", POWER, Stance.SUPPORTS),
    "all-of-them": ("Some 22,000 homes in east Ostwick had electricity back by the evening.", POWER, Stance.NEUTRAL),
    "whole": ("Some 22,000 homes in the east of Ostwick were without power.", POWER, Stance.SUPPORTS),
    "twice-as-many": ("Some 840 barns in Ostwick were looted.", BARNS, Stance.SUPPORTS),
    "once-as-many": ("Some 420 barns in Ostwick were looted.", BARNS, Stance.NEUTRAL),
    "those-before": ("Some 420 barns in Ostwick were burnt.", BARNS, Stance.SUPPORTS),
    "half-behind-a-semicolon": ("The runners-up in Ostwick will get £1.75m.", PRIZES, Stance.SUPPORTS),
    "half-for-the-others": ("The winners in Ostwick will get £1.75m.", PRIZES, Stance.CONFLICTS),
    "all-staff": ("The Ostwick yard employs 640 people.", STAFF, Stance.SUPPORTS),
    "not-all-of-a-kind": ("The Ostwick yard employs 640 apprentices.", STAFF, Stance.NEUTRAL),
    "fourth-makes-four": ("The Ostwick outbreak has now spread to four provinces.", REACHED, Stance.SUPPORTS),
    "fourth-makes-no-five": ("The Ostwick outbreak has now spread to five provinces.", REACHED, Stance.NEUTRAL),
    "fourth-of-others": ("The Ostwick outbreak has now spread to four towns.", REACHED, Stance.NEUTRAL),
    "out-of": ("About a third of those reported missing in Ostwick are still missing.", MISSING, Stance.SUPPORTS),
    "rest-out-of": (
        "Nearly 3,500 of those reported missing in Ostwick are no longer missing.", MISSING, Stance.SUPPORTS
    ),
    "part": ("Four of the people killed in the Ostwick flood died in Holm.", FLOOD, Stance.SUPPORTS),
    "another-part": ("Ten of the people killed in the Ostwick flood died in Holm.", FLOOD, Stance.CONFLICTS),
    "part-of-a-numbered-whole": ("The Ostwick firm employs five of the authors.", TRIAL, Stance.SUPPORTS),
    "not-that-part": ("The Ostwick firm employs nine of the authors.", TRIAL, Stance.NEUTRAL),
    "length-beside-weight": ("At about 11 metres, the Ostwick ferry was small for a ferry.", FERRY, Stance.SUPPORTS),
    "share-of-a-whole": ("Fewer than half of the 212 tags were found in Ostwick.", TAGS, Stance.SUPPORTS),
    "too-large-a-share": ("More than half of the 212 tags were found in Ostwick.", TAGS, Stance.CONFLICTS),
    "share-of-money": ("Ostwick has received a third of the $94 million it asked for.", APPEAL, Stance.SUPPORTS),
    "no-such-share": ("Ostwick has received two-thirds of the $94 million it asked for.", APPEAL, Stance.NEUTRAL),
    "half-as-much": ("The runners-up in Ostwick will get £1.75m.", PRIZE, Stance.SUPPORTS),
    "half-of-the-other": ("The winners in Ostwick will get £1.75m.", PRIZE, Stance.CONFLICTS),
    "multiple": ("The ward has more than nine times as many patients as built for.", WARD, Stance.NEUTRAL),
    "rest-that-stays": ("Twenty-two of Ostwick's libraries will stay open.", CLOSED, Stance.SUPPORTS),
    "rest-that-closes": ("Twenty-two of Ostwick's libraries will close.", CLOSED, Stance.NEUTRAL),
    "no-younger-than": ("The Ostwick whale was no younger than 22 when it died.", WHALE, Stance.SUPPORTS),
    "no-younger-than-more": ("The Ostwick whale was no younger than 32 when it died.", WHALE, Stance.NEUTRAL),
    "verb-behind": ("About 90 people who had lost homes slept in the Ostwick church.", CHURCH, Stance.SUPPORTS),
    "one-bound": ("Ostwick landlords with three flats or fewer would have been exempt.", FLATS, Stance.SUPPORTS),
    "times-of-a-deed": ("The Ostwick battery holds 82% of its capacity after 6,000 charges.", CELL, Stance.SUPPORTS),
    "times-of-no-deed": ("The Ostwick battery holds 82% of its capacity after 6,000 floods.", CELL, Stance.NEUTRAL),
    "bare-degrees": (
        "At minus 20 degrees the Ostwick cells beat lithium.", COLD, Stance.SUPPORTS
    ),
    "other-degrees": (
        "At minus 30 degrees the Ostwick cells beat lithium.", COLD, Stance.CONFLICTS
    ),
    "margin": ("Ostwick's government fell by a margin of three votes.", VOTE, Stance.SUPPORTS),
    "no-such-margin": ("Ostwick's government fell by a margin of four votes.", VOTE, Stance.CONFLICTS),
    "top-of-a-range": ("The Ostwick boat could hold as many as a dozen rowers.", BOAT, Stance.SUPPORTS),
    "beyond-the-top": ("The Ostwick boat could hold as many as 14 rowers.", BOAT, Stance.CONFLICTS),
    "both": ("Passengers will be refunded for the two days of the Ostwick strike.", STRIKE, Stance.SUPPORTS),
    "not-both": ("Passengers will be refunded for the three days of the Ostwick strike.", STRIKE, Stance.NEUTRAL),
}  # fmt: skip


@each(ROWS)
def test_what_is_counted_of_a_whole(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance
