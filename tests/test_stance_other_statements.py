"""Figures that differ because they belong to another statement, each beside its neighbour that is a contradiction."""

from datetime import date

from stance_rows import each, shown

from factcheck.models import Stance

PUBLISHED = date(2024, 9, 12)

OTHER = {
    "other-subject-behind-a-sentence-on-it": (
        "Barley prices rose by 2% on Monday.",
        "The price of copper rose 6.1% in Orm on Monday to $9,680 a tonne.",
        "Exporters of barley said that the levy would cost them millions.",
    ),
    "wider-scope": (
        "In the suburbs 94 per cent of households paid by card.",
        "Some 86 per cent of households paid by card.",
        "",
    ),
    "wider-group": (
        "Three Norvian sailors died in the storm.",
        "Six sailors died in the storm off Norvia, harbour officials said.",
        "",
    ),
    "new-contract": (
        "Ida Quist has been given a new two-year contract by the club.",
        "Ida Quist was given a three-year contract by the club.",
        "",
    ),
    "plus-more-for-each": (
        "A clerk would receive 30 weeks of pay.",
        "A clerk will receive 20 weeks of pay plus two weeks for every year of service.",
        "",
    ),
    "sum-in-the-claim": (
        "Norvia will have received 30 lorries once Estmark has sent the other eight.",
        "Norvia has received 22 lorries from Estmark.",
        "",
    ),
    "dated-by-the-record": (
        "The flood struck on January 23, 2023.",
        "The flood is the costliest to strike the valley since the great flood of March 1993.",
        "",
    ),
    "opened-and-will-close": (
        "The Orm mill opened in 1964.",
        "The Vale group plans to close its mill at Orm in November.",
        "",
    ),
    "one-picked-out": (
        "In the drought of 2016, the river stayed below its mean for six weeks.",
        "The second was worse, with the river staying below its mean for 11 weeks.",
        "The valley had two droughts, in 2016 and 2020.",
    ),
    "year-beside-this-year": (
        "The mill at Orm had a staff of more than 5,000 in 1974.",
        "The mill at Orm has a staff of 640, and will take on 120 more before the end of this year.",
        "",
    ),
    "what-is-left": (
        "The cuts will leave the county with eight museums.",
        "The county will close three of its 11 museums as part of the cuts.",
        "",
    ),
    "how-much-more": (
        "The race raised $800,000 more for local hospitals than last year.",
        "The race raised $6.2 million for local hospitals, up from $5.4 million last year.",
        "",
    ),
}
TOLD = {
    "same-subject": (
        "Copper prices rose by 2% on Monday.",
        "The price of copper rose 6.1% in Orm on Monday to $9,680 a tonne.",
        "",
    ),
    "same-scope": (
        "In the suburbs 94 per cent of households paid by card.",
        "In the suburbs 86 per cent of households paid by card.",
        "",
    ),
    "fewer-than-of-one-sort": (
        "Six Norvian sailors died in the storm.",
        "Three sailors died in the storm off Norvia, harbour officials said.",
        "",
    ),
    "same-group": ("Three Norvian sailors died in the storm.", "Six Norvian sailors died in the storm.", ""),
    "same-contract": (
        "Ida Quist has been given a new two-year contract by the club.",
        "Ida Quist was given a new three-year contract by the club.",
        "",
    ),
    "no-more-for-each": ("A clerk will receive 30 weeks of pay.", "A clerk will receive 20 weeks of pay.", ""),
    "opened-in-another-year": ("The Orm mill opened in 1964.", "The mill at Orm opened in 1971.", ""),
    "part-of-the-whole-told": (
        "Two of the eight bridges of Orm have been damaged.",
        "In Orm six of the eight bridges have been damaged, an engineer said.",
        "",
    ),
}


@each(OTHER)
def test_another_statement_contradicts_nothing(row: tuple[str, str, str]) -> None:
    claim, passage, context = row
    assert shown(claim, passage, context, published=PUBLISHED, claim_date=PUBLISHED) is not Stance.CONFLICTS


@each(TOLD)
def test_the_same_statement_contradicts(row: tuple[str, str, str]) -> None:
    claim, passage, context = row
    assert shown(claim, passage, context, published=PUBLISHED, claim_date=PUBLISHED) is Stance.CONFLICTS


MORE_OTHERS = {
    "half-as-much": (
        "The losers will get 1.75 million pounds.",
        "The winners will get 3.5 million pounds; the losers get half as much.",
        "",
    ),
    "subject-behind-an-and": (
        "Coal was 6 percent cheaper in April than a year before.",
        "Bread prices were 1.2 percent higher in April than a year before and coal was cheaper.",
        "",
    ),
    "place-of-another": (
        "The Social League came first in the poll.",
        "The Home Front came third in the poll with 27 seats.",
        "The Social League won the poll.",
    ),
    "count-of-the-hurt": (
        "Eleven people were killed in the collapse.",
        "Eleven people are known to have died and 23 were injured.",
        "The collapse of the bridge",
    ),
    "the-year-compared-with": (
        "Unemployment in Orm stood at 5.2 per cent in 2014.",
        "Unemployment in Orm stood at 4.1 per cent, the lowest since 2014.",
        "",
    ),
    "the-first-since": (
        "The port lost 300 jobs in 2009.",
        "The port lost 40 jobs, the first since 2009.",
        "",
    ),
    "told-of-the-rest": (
        "Some 240 of the new houses are to be sold on the open market.",
        "Of the new houses, 224 will be let and 96 sold to members; the rest will go on the open market.",
        "",
    ),
    "what-the-share-leaves": (
        "A third of the 12 regular games produced a winner.",
        "Eight of the 12 regular games were drawn.",
        "",
    ),
}


@each(MORE_OTHERS)
def test_what_another_stretch_says_contradicts_nothing(row: tuple[str, str, str]) -> None:
    claim, passage, context = row
    assert shown(claim, passage, context, published=PUBLISHED, claim_date=PUBLISHED) is not Stance.CONFLICTS


STILL_TOLD = {
    "both-since": (
        "Unemployment in Orm stood at 5.2 per cent, the lowest since 2014.",
        "Unemployment in Orm stood at 4.1 per cent, the lowest since 2014.",
        "",
    ),
    "since-without-a-most": (
        "Orm has built 900 houses since 2014.",
        "Orm has built 620 houses since 2014.",
        "",
    ),
    "in-that-year": (
        "Unemployment in Orm stood at 5.2 per cent in 2014.",
        "Unemployment in Orm stood at 4.1 per cent in 2014, the lowest of all.",
        "",
    ),
    "told-of-the-part": (
        "Some 300 of the new houses will be let to members.",
        "Of the new houses, 224 will be let to members; the rest will go on the open market.",
        "",
    ),
    "rest-with-a-figure": (
        "Some 300 of the new houses will go on the market.",
        "Of the new houses, 224 will go on the market; the rest, 90 in all, are for members.",
        "",
    ),
}


@each(STILL_TOLD)
def test_the_same_statement_still_contradicts(row: tuple[str, str, str]) -> None:
    claim, passage, context = row
    assert shown(claim, passage, context, published=PUBLISHED, claim_date=PUBLISHED) is Stance.CONFLICTS
