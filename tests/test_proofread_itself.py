"""The draft against itself: sentences that must raise an alert, each with a near neighbour that must not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Block, Document
from factcheck.proofread import NoSources, proofread_draft, read_draft

PUBLISHED = date(2024, 11, 20)


def codes(text: str, published: date = PUBLISHED) -> list[tuple[str, str]]:
    """Return the codes of the alerts on a draft, unsupported sentences left out, and the words they point at."""
    document = Document("draft.txt", text, "0" * 64, "text", published=published)
    proof = proofread_draft(read_draft(document), NoSources())
    found = []
    for alert in proof.alerts:
        start = proof.draft.starts[alert.line - 1] + alert.column - 1
        end = proof.draft.starts[alert.end_line - 1] + alert.end_column - 1
        if alert.code not in ("unsupported", "quote-not-found"):
            found.append((alert.code, proof.draft.text[start:end]))
    return found


WRONG = [
    (
        "after-the-year-before",
        "Lorries and trailers numbered 318,000 after 300,000 the year before, a rise of 8 per cent.",
        "change-wrong",
        "8 per cent",
    ),
    (
        "level-and-gap-before",
        "Farmers now get 43.5p a litre, 6.5p more than a year ago. That is an increase of 28 per cent.",
        "change-wrong",
        "28 per cent",
    ),
    (
        "no-opinion",
        "Some 58 per cent would keep the hours, 31 per cent would not and 21 per cent have no opinion.",
        "sum-wrong",
        "21 per cent",
    ),
    (
        "from-month-to-season",
        "They followed the pupils for three years, from September 2022 to the summer of 2024.",
        "duration-wrong",
        "three years",
    ),
    (
        "total-at-end",
        "The north dock made £12m, the south dock £9m and the yard £4m, a total of £27m.",
        "sum-wrong",
        "£27m",
    ),
    ("total-in-all", "Police arrested 14 men and nine women, 25 people in all.", "sum-wrong", "25"),
    ("altogether", "They caught 120 cod, 45 hake and 12 eels, 187 fish altogether.", "sum-wrong", "187"),
    (
        "bringing-total",
        "Four people died on Monday and three on Tuesday, bringing the total to eight.",
        "sum-wrong",
        "eight",
    ),
    (
        "colon-list",
        "The museum holds 900 paintings: 410 portraits, 260 landscapes and 130 still lifes.",
        "sum-wrong",
        "900",
    ),
    ("brackets", "The crew of 34 (20 sailors, eight stewards and four cooks) was safe.", "sum-wrong", "34"),
    (
        "of-the-rest",
        "Of the 90 members, 52 voted for it, 31 against and the remaining nine stayed away.",
        "sum-wrong",
        "nine",
    ),
    ("seats", "Of the 60 seats, Labour won 31, the Greens 14 and independents 12.", "sum-wrong", "60"),
    ("majority", "Councillors passed the plan by 31 votes to 17, a majority of 24.", "sum-wrong", "24"),
    ("remainder", "Of the £15m that the state lent, £9m has been repaid, leaving £5m.", "sum-wrong", "£5m"),
    (
        "remainder-next",
        "The club earned £2.2m. Of the £2.2m, £800,000 will go on a roof, so £1.6m is left.",
        "sum-wrong",
        "£1.6m",
    ),
    ("total-names-all", "A total of 709 homes and shops were flooded, 612 homes and 87 shops.", "sum-wrong", "709"),
    (
        "shares-rest-about",
        "Farms use about 72 per cent, towns 19 and mills the remaining 12 per cent.",
        "sum-wrong",
        "12 per cent",
    ),
    ("share-of-the", "Of the 74 works on show, 12 are on loan, a third.", "share-wrong", "a third"),
    (
        "share-of-ones-own",
        "At the port, 85 of the owner's 320 jobs, or 37 per cent, will go.",
        "share-wrong",
        "37 per cent",
    ),
    ("change-in-parts", "Sales fell to €298m from €331m, a fall of a fifth.", "change-wrong", "a fifth"),
    (
        "points-over-sentences",
        "The lake is 27 per cent full. A year ago it was at 46 per cent, so it has lost 19 per cent.",
        "percent-points",
        "19 per cent",
    ),
    (
        "usual-self-contradiction-1",
        "The plant employs 1,240 people. It does well. Of the 1,420 people who work at the plant, half live here.",
        "self-contradiction",
        "1,420",
    ),
    (
        "usual-self-contradiction-2",
        "The bridge cost £38m and opened in May. Engineers praised it. The £48m bridge carries 900 cars an hour.",
        "self-contradiction",
        "£48m",
    ),
    (
        "usual-self-contradiction-3",
        "Some 3,400 residents signed the petition. It was long. The petition, which 4,300 residents signed, is in.",
        "self-contradiction",
        "4,300",
    ),
    (
        "usual-self-contradiction-4",
        "The storm left 212,000 homes without power. By Friday, most of the 221,000 homes that lost power had it back.",
        "self-contradiction",
        "221,000",
    ),
    (
        "usual-self-contradiction-5",
        "The tunnel is 57km long. Work on the 75km tunnel took 17 years.",
        "self-contradiction",
        "75km",
    ),
    (
        "usual-self-contradiction-6",
        "The school has 310 pupils. Parents protested. All 130 pupils of the school will be taught elsewhere.",
        "self-contradiction",
        "130",
    ),
    ("usual-change-wrong-7", "Bills rose by 18 per cent, from £420 to £466 a year.", "change-wrong", "18 per cent"),
    (
        "usual-change-wrong-8",
        "The number of visitors went from 40,000 in 2020 to 52,000 in 2023, an increase of 25 per cent.",
        "change-wrong",
        "25 per cent",
    ),
    (
        "usual-change-wrong-9",
        "Profit was £12.4m, up 20 per cent on the £8m of a year before.",
        "change-wrong",
        "20 per cent",
    ),
    ("usual-change-wrong-10", "Output fell 15 per cent to 640 tonnes from 880 tonnes.", "change-wrong", "15 per cent"),
    (
        "usual-change-wrong-11",
        "Prices, which were £200 a year ago, are now £250, a 50 per cent rise.",
        "change-wrong",
        "50 per cent",
    ),
    (
        "usual-change-wrong-12",
        "In 2019 there were 1,100 cases; last year there were 1,650, a rise of 65 per cent.",
        "change-wrong",
        "65 per cent",
    ),
    (
        "usual-percent-points-13",
        "Support is at 44 per cent, 5 per cent more than the 39 per cent of March.",
        "percent-points",
        "5 per cent",
    ),
    (
        "usual-percent-points-14",
        "The rate went up by 2 per cent to 7 per cent, from 5 per cent.",
        "percent-points",
        "2 per cent",
    ),
    (
        "usual-percent-points-15",
        "The share of recycled waste, 31 per cent in 2015, is now 43 per cent, which is 12 per cent more.",
        "percent-points",
        "12 per cent",
    ),
    (
        "usual-percent-points-16",
        "Leakage is down from 23 per cent to 18 per cent, a 5 per cent improvement.",
        "percent-points",
        "5 per cent",
    ),
    ("usual-sum-wrong-17", "The state gave £20m, the city £8m and donors £4m, which makes £34m.", "sum-wrong", "£34m"),
    (
        "usual-sum-wrong-18",
        "The £54m came from the lottery (£21m), the county (£11.5m), the family (£9m) and donors (£10.5m).",
        "sum-wrong",
        "£54m",
    ),
    ("usual-sum-wrong-19", "Of its 62 employees, 40 are full-time and 24 part-time.", "sum-wrong", "62"),
    ("usual-sum-wrong-20", "The 14 counts were made up of nine of fraud and six of theft.", "sum-wrong", "14"),
    ("usual-sum-wrong-21", "Of the 120 lorries, 80 went north and 50 went south.", "sum-wrong", "120"),
    ("others", "With 95 apprentices and 565 other workers, it employs 640 people.", "sum-wrong", "565"),
    (
        "shares-rest",
        "The state owns 60 per cent of the port and the town the remaining 30 per cent.",
        "sum-wrong",
        "30 per cent",
    ),
    ("vote-over-100", "Voters approved the measure by 54 percent to 48 percent.", "sum-wrong", "48 percent"),
    ("each", "It will build 120 flats at £200,000 each, for a total of £20m.", "sum-wrong", "£20m"),
    ("share-of", "Of the pupils, 45 of the 90, or 60 per cent, walk to school.", "share-wrong", "60 per cent"),
    ("share-brackets", "She won 4,100 of the 10,000 votes (51 per cent).", "share-wrong", "51 per cent"),
    ("rise-from-to", "Prices rose 50 per cent, from £200 to £250.", "change-wrong", "50 per cent"),
    ("rise-to-from", "Sales fell by 20 per cent to £60m from £100m.", "change-wrong", "20 per cent"),
    ("up-from", "Turnover was £94.6m, up 28 per cent from £80.2m.", "change-wrong", "28 per cent"),
    (
        "an-increase-of",
        "The salary will go from $46,200 to $50,400, an increase of 12 percent.",
        "change-wrong",
        "12 percent",
    ),
    ("absolute", "The workforce grew by 150, from 500 to 620.", "change-wrong", "150"),
    (
        "that-is",
        "The bill is £4.4bn, against £3.6bn forecast in 2020. That is an increase of 32 per cent.",
        "change-wrong",
        "32 per cent",
    ),
    ("direction", "Membership rose from 5,200 to 4,800.", "change-wrong", "4,800"),
    ("up-from-level", "Turnout was 38.2 percent, up from 43.6 percent.", "change-wrong", "38.2 percent"),
    ("doubled", "Her majority doubled from 1,200 to 1,700.", "change-wrong", "1,700"),
    (
        "points-as-percent",
        "Unemployment rose from 4 per cent to 6 per cent, an increase of 2 per cent.",
        "percent-points",
        "2 per cent",
    ),
    (
        "percent-as-points",
        "Support fell from 40 per cent to 30 per cent, a fall of 25 percentage points.",
        "percent-points",
        "25 percentage points",
    ),
    ("weekday", "The vote was held on Wednesday, Nov. 7, 2023.", "weekday-wrong", "Wednesday, Nov. 7, 2023"),
    ("weekday-no-year", "They met on Monday 18 October.", "weekday-wrong", "Monday 18 October"),
    ("impossible-date", "They met on Monday 31 November 2023.", "weekday-wrong", "Monday 31 November 2023"),
    (
        "weekday-behind",
        "On 9 November 2023, a Tuesday, the bridge opened.",
        "weekday-wrong",
        "9 November 2023, a Tuesday",
    ),
    ("weekday-bracket", "The bank failed on Thursday (10 March 2023).", "weekday-wrong", "Thursday (10 March 2023"),
    ("price", "Rents climbed from £400 to £500 a month, an increase of 20 per cent.", "change-wrong", "20 per cent"),
    ("or-so-much", "The price went up from £4.00 to £4.60, or 25 per cent.", "change-wrong", "25 per cent"),
    ("lower-than", "At 1,200, it is 30 per cent lower than the 1,500 of 2010.", "change-wrong", "30 per cent"),
    (
        "compared",
        "Compared with 80 in 2020, there were 120 in 2023, a rise of 40 per cent.",
        "change-wrong",
        "40 per cent",
    ),
    ("left", "Of the 289 lights, 206 are left, a fall of 39 per cent.", "change-wrong", "39 per cent"),
    ("bare-points", "The tax went up from 20 to 22 per cent, a rise of 2 per cent.", "percent-points", "2 per cent"),
    ("life", "Joan Fry (1920-1990) died aged 80.", "age-wrong", "80"),
    ("elected", "Edda Hale, born in 1971, was elected in 1995 at the age of 30.", "age-wrong", "30"),
    ("share-whole", "The union speaks for 4,100 workers, or 61 per cent of the 5,800.", "share-wrong", "61 per cent"),
    ("age-now", "Ms Hallam, who was born in 1980, is 47.", "age-wrong", "47"),
    ("age-at-death", "Born on 3 May 1930, Mr Penrose died on 2 April 2020 aged 91.", "age-wrong", "91"),
    ("age-elsewhere", "Anna Lindqvist was born in 1950.\n\nAnna Lindqvist, 68, runs the shop.", "age-wrong", "68"),
    ("duration", "He led the party for 12 years, from 2004 to 2012.", "duration-wrong", "12 years"),
    (
        "two-figures",
        "The yard employs 640 people.\n\nOn Monday the 604 people employed at the yard were told.",
        "self-contradiction",
        "604",
    ),
    (
        "two-spellings",
        "Ruth Abernathy runs the yard.\n\nMs Abernethy trained in Oslo.",
        "name-spelling",
        "Ms Abernethy",
    ),
]
SOUND = [
    (
        "another-name-another-count",
        "Keith Mallory of Labour got 9,870 votes in the town. Labour had won by 7,215 votes in the town.",
    ),
    ("after-the-year-before", "There were 318,000 after 300,000 the year before, a rise of 6 per cent."),
    ("after-something-else", "It hired 318 after 300 others had left, a rise of 8 per cent on the wage bill."),
    (
        "level-and-gap-before",
        "They get 43.5p a litre, 6.5p more than a year ago. That is an increase of almost 18 per cent.",
    ),
    ("no-opinion", "Some 58 per cent would keep the hours, 31 per cent would not and 11 per cent have no opinion."),
    ("from-month-to-season", "They followed the pupils for two years, from September 2022 to the summer of 2024."),
    ("usual-1", "The plant employs 1,240 people. It employed 1,420 people in 2010."),
    ("usual-2", "The bridge cost £38m. A second bridge would cost £48m."),
    ("usual-3", "Some 3,400 residents signed the petition. A second petition was signed by 4,300 residents."),
    ("usual-4", "The school has 310 pupils. Of its pupils, 130 come by bus."),
    ("usual-5", "The storm left 212,000 homes without power. By Friday 21,000 homes were still without power."),
    ("usual-6", "The yard has 640 workers. The yard plans to hire 120 more workers."),
    ("usual-7", "The union has 264 members at the airline. The union has 9,000 members in all."),
    ("usual-8", "Bills rose by 11 per cent, from £420 to £466 a year."),
    ("usual-9", "In 2019 there were 1,100 cases; last year there were 1,650, a rise of 50 per cent."),
    ("usual-10", "It had 84 staff in 2019 and 63 last year, a cut of a quarter."),
    ("usual-11", "Prices, which were £200 a year ago, are now £250, a 25 per cent rise."),
    ("usual-12", "It had 84 staff in 2019 and 63 last year, a cut of a third in the budget having been made."),
    ("usual-13", "Support is at 44 per cent, 5 points more than the 39 per cent of March."),
    ("usual-14", "The £54m came from the lottery (£21m), the county (£11.5m), the family (£9m) and donors (£12.5m)."),
    ("usual-15", "Of its 62 employees, 40 are full-time and 24 speak French."),
    ("usual-16", "Together the two pits employ 860 people, 520 at Arl and 340 at Bex."),
    ("usual-17", "The 15 counts were made up of nine of fraud and six of theft."),
    ("usual-18", "Of the 120 lorries, 80 went north and 50 were new."),
    ("total-names-all", "A total of 699 homes and shops were flooded, 612 homes and 87 shops."),
    ("shares-rest-about", "Farms use about 72 per cent, towns 19 per cent and mills the remaining 9 per cent."),
    ("share-of-the", "Of the 74 works on show, 25 are on loan, a third."),
    ("share-of-ones-own", "At the port, 85 of the owner's 320 jobs, or 27 per cent, will go."),
    ("change-in-parts", "Sales fell to €298m from €372m, a fall of a fifth."),
    (
        "points-over-sentences",
        "The lake is 27 per cent full. A year ago it was at 46 per cent, so it has lost 19 points.",
    ),
    ("remaining-of-another", "Of the 74 works, 12 are on loan. Fourteen of the 23 members remain."),
    ("total", "The north dock made £12m, the south dock £9m and the yard £4m, a total of £25m."),
    ("in-all", "Police arrested 14 men and nine women, 23 people in all."),
    ("rounded-total", "It took $241.1 million at home and $804.6 million abroad, a total of $1.05 billion."),
    ("colon", "The museum holds 800 paintings: 410 portraits, 260 landscapes and 130 still lifes."),
    ("including", "The museum holds 900 paintings, including 410 portraits and 260 landscapes."),
    ("subsets", "Of the 300 patients, 45 were admitted, 12 needed oxygen and three died."),
    ("of-whom", "The yard employs 640 people, of whom 95 are apprentices, and seeks 120 welders."),
    ("other-total", "There were 1,617 cases and 153 recoveries, with a total of 113 deaths."),
    ("majority", "Councillors passed the plan by 31 votes to 17, a majority of 14."),
    ("remainder", "Of the £15m that the state lent, £9m has been repaid, leaving £6m."),
    ("rest", "The state owns 60 per cent of the port and the town the remaining 40 per cent."),
    ("shares-of-other-wholes", "Some 92 per cent of babies and 60 per cent of mothers had the vaccine."),
    ("vote", "Voters approved the measure by 54 percent to 46 percent."),
    ("share", "Of the pupils, 45 of the 90, or half, walk to school."),
    ("rise", "Prices rose 25 per cent, from £200 to £250."),
    ("rounded-rise", "Turnover rose 18 per cent to £94.6m, from £80.2m."),
    ("about", "Profits rose by nearly a fifth, from £50m to £59m."),
    ("two-changes", "Coal use fell from 74m tons to 69m tons, and production increased by 26 percent."),
    ("scale-left-out", "The number of keepers will fall from 8 to 2 million."),
    ("ranks", "The club climbed from 21st to fourth."),
    ("down-from", "The team has 26 players, down from 29."),
    ("doubled", "Her majority doubled from 1,200 to 2,390."),
    ("points", "Unemployment rose from 4 per cent to 6 per cent, an increase of 2 percentage points."),
    ("relative", "Unemployment rose from 4 per cent to 6 per cent, an increase of 50 per cent."),
    ("weekday", "The vote was held on Tuesday, Nov. 7, 2023."),
    ("weekday-no-year", "They met on Monday 18 November."),
    ("weekday-span", "The fair ran from Friday 7 July to Sunday 9 July 2023."),
    ("weekday-behind", "On 9 November 2023, a Thursday, the bridge opened."),
    ("price", "Rents climbed from £400 to £500 a month, an increase of 25 per cent."),
    ("and-a", "The fire killed two men, three women and a child, six people in all."),
    ("half-and-rest", "Half of the 80 flats are let, 20 are empty and the remaining 20 are being repaired."),
    ("elsewhere", "Some 90 staff work in the kitchen and 60 in the hall, and a total of 400 elsewhere."),
    ("two-sisters", "Anna Berg and Hanna Berg are sisters."),
    ("life", "Joan Fry (1920-1990) died aged 70."),
    ("other-change", "Of its 300 members 60 are women, a rise of 10 per cent on last year."),
    ("share-whole", "The union speaks for 4,100 workers, or 71 per cent of the 5,800."),
    ("age", "Ms Hallam, who was born in 1980, is 43."),
    ("age-then", "Ms Hallam, who was born in 1980, was 21 when she left Oslo."),
    ("age-of-another", "Anna Lindqvist was born in 1950.\n\nJonas Petersen, 12, is her grandson."),
    ("duration", "He led the party for eight years, from 2004 to 2012."),
    ("decades", "The town grew over a 40-year period from the mid-1960s to the mid-2000s."),
    ("two-things", "The yard employs 640 people.\n\nThe bakery employs 64 people."),
    ("two-years", "Turnout was 43 per cent in 2023.\n\nTurnout was 38 per cent in 2019."),
    ("two-names", "Anna Berger runs the yard.\n\nHanna Berber runs the inn."),
    ("country-and-people", "Korea and the Koreas were there; a Korean spoke."),
    ("plural", "The Hallam yard belongs to the Hallams."),
]


@pytest.mark.parametrize(("text", "code", "words"), [pytest.param(*row[1:], id=row[0]) for row in WRONG])
def test_what_does_not_follow_is_told(text: str, code: str, words: str) -> None:
    assert (code, words) in codes(text)


@pytest.mark.parametrize(("text", "code", "words"), [pytest.param(*row[1:], id=row[0]) for row in WRONG])
def test_one_error_is_told_once(text: str, code: str, words: str) -> None:
    assert len(codes(text)) == 1


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in SOUND])
def test_what_follows_is_silent(text: str) -> None:
    assert codes(text) == []


@given(st.text(max_size=200))
def test_any_text_can_be_proofread(text: str) -> None:
    document = Document("draft.txt", text, "0" * 64, "text", blocks=(Block(0, len(text)),))
    proof = proofread_draft(read_draft(document, PUBLISHED), NoSources())
    for item in proof.sentences:
        reading = item.sentence.reading
        assert len(reading.origin) == len(reading.text) + 1
        for place, character in enumerate(reading.text):
            written = text[reading.origin[place]]
            assert written == character or (character == " " and (written.isspace() or written in "\u200b\ufeff"))
