"""What two figures rule, one thing at a time: what keeps from support, and what lets a figure contradict."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.models import Relation
from factcheck.stance.features import SideBySide, lay_side_by_side
from factcheck.stance.figure_conflicts import are_denied_unlike, are_ranks, counts_a_part, is_of_another_day
from factcheck.stance.figure_supports import (
    figures_tell,
    is_near_date,
    is_whole_of_part,
    is_worked_out,
    keeps_from_support,
    shares_a_figure,
)
from factcheck.stance.gate import is_said_in_full
from factcheck.stance.same_measure import SAME_MEASURE_EXCUSES

PUBLISHED = date(2024, 3, 11)


def laid(claim: str, passage: str) -> SideBySide:
    return lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, "")


OPEN = "It has been open since 2019."
ENGINES = "Cracks were found in 14 of the 62 engines."

# Claim, passage, and what holds of the claim's first figure there.
SAID = {
    "month-of-the-year": ("It opened in 2019.", "It opened in May 2019.", "near"),
    "same-year": ("It opened in 2019.", "It opened in 2019.", ""),
    "since-and-in": (OPEN, "It opened in 2019.", "keeps near"),
    "since-and-since": (OPEN, "It has been open since May 2019.", "near"),
    "until-and-not-until": ("It is closed until May.", "It is not closed until May.", "keeps near"),
    "until-in-both": ("It is closed until May.", "It is closed until May.", ""),
    "one-in-letters": ("One boat sank.", "Boats sank.", ""),
    "one-in-digits": ("1 boat sank.", "Boats sank.", "keeps"),
    "two-in-letters": ("Two boats sank.", "Boats sank.", "keeps"),
    "within-a-span": ("It opened in May 2019.", "It opened between 2018 and 2020.", ""),
    "other-number": ("Orr sold 42 boats.", "Orr sold 40 boats.", "keeps"),
    "whole-of-a-part": ("Cracks were found in 62 engines.", ENGINES, "whole"),
    "how-many-there-are": ("The line has 62 engines.", ENGINES, ""),
    "part-of-a-whole": (ENGINES, ENGINES, ""),
    "ranks": ("Ilse finished second.", "Ilse came third.", "keeps ranks"),
    "place": ("Ilse finished in second place.", "Ilse came third.", "keeps ranks"),
    "race": ("Ilse won the second race.", "Ilse won the third race.", "keeps"),
    "rank-and-race": ("Ilse finished second.", "Ilse won the third race.", "keeps"),
    "part-of-members": ("Some 186 members left.", "Some 186 members who answered a survey left.", "part"),
    "members-aside": ("Some 186 members left.", "Some 186 members, who answered a survey, left.", ""),
    "members-who-left": ("Some 186 members left.", "Some 186 members of the old guild who left are old.", ""),
    "not-the-first": ("Orr was not the first.", "Orr became the second.", "keeps unlike"),
    "the-first": ("Orr was the first.", "Orr became the second.", "keeps"),
    "denied-behind": (
        "The vaccine has been given to 140 nurses.", "Of the nurses, 140 have not been given the vaccine.", "unlike",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "expected"), SAID.values(), ids=SAID)
def test_what_holds_of_a_figure(claim: str, passage: str, expected: str) -> None:
    pair = laid(claim, passage)
    bond = pair.bonds[0]
    found = {
        "keeps": keeps_from_support(bond), "near": is_near_date(bond), "whole": is_whole_of_part(pair, bond),
        "ranks": are_ranks(bond, pair), "part": counts_a_part(bond, pair), "unlike": are_denied_unlike(bond, pair),
    }  # fmt: skip
    assert found == {name: name in expected.split() for name in found}


FELL = "Rents fell by £9m."

# Claim, passage, and what holds of all figures together.
TOGETHER = {
    "worked-out": (FELL, "Rents fell from £31m to £22m.", "worked shares tell full"),
    "worked-out-otherwise": (FELL, "Rents fell from £31m to £24m.", ""),
    "two-digits": ("Orr sold 42 boats.", "Orr sold 42 boats.", "shares tell full"),
    "one-digit": ("Orr sold 4 boats.", "Orr sold 4 boats.", "full"),
    "one-of-two-differs": ("Orr sold 42 boats and 4 vans.", "Orr sold 42 boats and 5 vans.", ""),
    "other-seller": ("Lenz sold 42 boats.", "Orr sold 42 boats.", "tell"),
    "other-noun": ("Orr sold 42 boats.", "Orr sold 42 vans.", ""),
    "no-figure": ("Orr sold boats.", "Orr sold boats.", "full"),
}


@pytest.mark.parametrize(("claim", "passage", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_what_holds_of_all_figures(claim: str, passage: str, expected: str) -> None:
    pair = laid(claim, passage)
    found = {
        "worked": is_worked_out(pair), "shares": shares_a_figure(pair), "tell": figures_tell(pair),
        "full": is_said_in_full(pair),
    }  # fmt: skip
    assert found == {name: name in expected.split() for name in found}


BATHS = "Orr sold 12 baths in 2019."

# Claim, passage, and whether the first figure that differs may be of another day, alone and where days differ too.
DAYS = {
    "year-of-other-things": (BATHS, "Orr sold 12 vans in 2018.", (True, True)),
    "year-of-the-same": (BATHS, "Orr sold 12 baths in 2018.", (False, True)),
    "count-of-another-year": (BATHS, "Orr sold 14 baths in 2018.", (False, True)),
    "count-of-no-year": (BATHS, "Orr sold 14 baths.", (True, True)),
    "slip-of-no-year": (BATHS, "Orr sold 120 baths.", (False, False)),
    "no-year": ("Orr sold 12 baths.", "Orr sold 14 baths.", (False, True)),
}


@pytest.mark.parametrize(("claim", "passage", "expected"), DAYS.values(), ids=DAYS)
def test_a_figure_may_be_of_another_day(claim: str, passage: str, expected: tuple[bool, bool]) -> None:
    pair = laid(claim, passage)
    bond = next(bond for bond in pair.bonds if bond.relation is Relation.DIFFERENT)
    assert (is_of_another_day(bond, False, pair), is_of_another_day(bond, True, pair)) == expected


# Claim, passage, and why the two figures do not measure the same.
MEASURES = {
    "in-all": ("In all Orr sold 40 boats.", "Orr sold 26 boats.", "is_part_of_total"),
    "in-all-of-both": ("In all Orr sold 40 boats.", "In all Orr sold 26 boats.", ""),
    "altogether": ("Orr sold 40 boats altogether.", "Orr sold 26 boats.", "is_part_of_total"),
    "between-them": ("Between them they sold 40 boats.", "They sold 26 boats.", "is_part_of_total"),
    "each": ("Orr sold 40 boats.", "Orr sold 26 boats each.", "is_part_of_total"),
    "each-of-both": ("Orr sold 40 boats each.", "Orr sold 26 boats each.", ""),
    "further": ("Orr sold 40 boats.", "Orr sold a further 26 boats.", "is_part_of_total"),
    "no-total": ("Orr sold 40 boats.", "Orr sold 26 boats.", ""),
    "ahead": ("Orr had 40 seats.", "Orr was 26 seats ahead.", "is_change_of_level"),
    "ahead-in-both": ("Orr was 40 seats ahead.", "Orr was 26 seats ahead.", ""),
    "up": ("Orr had 40 seats.", "Orr was up 26 seats.", "is_change_of_level"),
    "rose-to": ("Orr rose to 40 seats.", "Orr was up 26 seats.", ""),
    "beside": ("Orr sold 12 farms.", "Orr sold 15 farms, 12 of them old.", "is_stated_beside"),
    "ordinal-beside": ("Orr won the second round.", "Orr won the third round, Lenz the second.", "is_stated_beside"),
    "relative": ("Voss had 9 per cent.", "Voss beat Orr, who had 11 per cent.", "is_of_relative"),
    "relative-of-the-same": ("Voss had 9 per cent.", "Voss, who had 11 per cent, beat Orr.", ""),
    "range": ("It is for the first grade.", "It is for kindergarten through third grade.", "is_end_of_range"),
    "above-the-range": ("It is for the fourth grade.", "It is for kindergarten through third grade.", ""),
    "no-range": ("It is for the first grade.", "It is for third grade.", ""),
    "will-have": ("The fleet will have 60 ships.", "The fleet had 45 ships.", "is_yet_to_be"),
    "will-have-in-both": ("The fleet will have 60 ships.", "The fleet will have 45 ships.", ""),
    "has": ("The fleet has 60 ships.", "The fleet had 45 ships.", ""),
    "above": ("Orr was £12m above the forecast.", "Orr made £9m.", "is_level_of_distance"),
    "above-in-both": ("Orr was £12m above the forecast.", "Orr was £9m above the forecast.", ""),
    "before": ("Orr had 49 seats before.", "Orr rose to 52 seats.", "is_level_before"),
    "previously": ("Orr previously had 49 seats.", "Orr rose to 52 seats.", "is_level_before"),
    "used-to": ("Orr used to have 49 seats.", "Orr rose to 52 seats.", "is_level_before"),
    "used": ("Orr used 49 seats.", "Orr rose to 52 seats.", ""),
    "had": ("Orr had 49 seats.", "Orr rose to 52 seats.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "reason"), MEASURES.values(), ids=MEASURES)
def test_two_figures_may_measure_different_things(claim: str, passage: str, reason: str) -> None:
    pair = laid(claim, passage)
    found = [excuse.__name__ for excuse in SAME_MEASURE_EXCUSES if any(excuse(pair, bond) for bond in pair.bonds)]
    assert found == ([reason] if reason else [])
