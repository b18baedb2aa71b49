"""Who does what to whom: ends that change places, and sentences that turn round and say the same."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.rulings import rule

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

SAME = {
    "passive": ("Norland was invaded by Ardania.", "Ardania invaded Norland."),
    "passive-source": ("Maria Lund interviewed Ole Berg.", "Ole Berg was interviewed by Maria Lund."),
    "converse-lose": ("Kerrow Town beat Harle United 3-1.", "Harle United lost 3-1 to Kerrow Town."),
    "converse-score-turned": ("Harle United lost 1-3 to Kerrow Town.", "Kerrow Town beat Harle United 3-1."),
    "converse-sell": ("Harle United bought Tom Reed from Kerrow Town.", "Kerrow Town sold Tom Reed to Harle United."),
    "converse-of-nouns": ("The bank lent the firm £4m.", "The firm borrowed £4m from the bank."),
    "converse-give": ("Anna Quist gave Karl Brandt £300.", "Karl Brandt received £300 from Anna Quist."),
    "participle-with-a-by": ("Ardania invaded Norland.", "Norland, invaded at night by Ardania, asked for help."),
    "mutual": ("Anna Quist met Karl Brandt in Hull.", "Karl Brandt met Anna Quist in Hull."),
    "with": ("Norland signed a treaty with Ardania.", "Ardania signed a treaty with Norland."),
    "owner": ("Lena Moe's sister married Karl Brandt.", "Karl Brandt was married to the sister of Lena Moe."),
    "noun-by": ("Norland's invasion of Ardania began in May.", "The invasion of Ardania by Norland began in May."),
    "from-to": ("Lund moved from Hull to Harle in May.", "In May Lund moved to Harle from Hull."),
    "said": ("Lunde won the election.", "Anna Quist said that Lunde won the election."),
}
TURNED = {
    "active": ("Norland invaded Ardania.", "Ardania invaded Norland."),
    "passive": ("Norland was invaded by Ardania.", "Norland invaded Ardania."),
    "passive-source": ("Maria Lund interviewed Ole Berg.", "Maria Lund was interviewed by Ole Berg."),
    "converse": ("Kerrow Town beat Harle United 3-1.", "Kerrow Town lost 3-1 to Harle United."),
    "converse-sell": ("Kerrow Town bought Tom Reed from Harle United.", "Kerrow Town sold Tom Reed to Harle United."),
    "give": ("Anna Quist gave Karl Brandt £300.", "Karl Brandt gave Anna Quist £300."),
    "noun": ("Norland's invasion of Ardania began in May.", "Ardania's invasion of Norland began in May."),
    "from-to": ("Lund moved from Hull to Harle in May.", "In May Lund moved to Hull from Harle."),
    "active-with-a-by": ("Norland invaded Ardania.", "Ardania invaded Norland by night."),
    "for-against": ("The court ruled for Lund against Quist.", "The court ruled against Lund and for Quist."),
}
ANOTHERS = {
    "beating": ("Lunde won the election.", "Quist won the election, beating Lunde."),
}
ROWS = [
    pytest.param(*row, stance, id=f"{stance}-{name}")
    for rows, stance in ((SAME, SUPPORTS), (TURNED, CONFLICTS), (ANOTHERS, NEUTRAL))
    for name, row in rows.items()
]


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS)
def test_who_does_what_to_whom(claim: str, passage: str, stance: Stance) -> None:
    judgement = judge(claim, passage)
    assert judgement.stance is stance
    assert judgement.shown


def test_a_work_by_somebody_is_somebodys_work() -> None:
    judgement = judge(
        "Tomas Riera's film Salt won the Grand Prize.", "The Grand Prize went to Salt, a film by Tomas Riera."
    )
    assert judgement.stance is not CONFLICTS


NOT_TURNED = {
    "stars-in": ("Ada Lenz stars in Salt Road.", "Salt Road is a comedy created by and starring Ada Lenz."),
    "by-of-another-verb": (
        "Ada Lenz wrote the script of a film directed by Ole Berg.",
        "Salt Road is a film directed by Ole Berg and written by Ada Lenz.",
    ),
    "owned-thing": (
        "Oxna's ruins are near Harle.",
        "In the immediate vicinity of Harle are many sites, including the Palace of Tarn and the Roman ruins of Oxna.",
    ),
    "thing-not-deed": (
        "Ole Berg scouted Anna Quist.",
        "Berg meets Anna Quist, a rival team's scout, who knows Ole Berg as the man who scouted her.",
    ),
    "by-behind-a-date": (
        "Hale Brothers released Seven Stones.",
        "Seven Stones is the fourth album of the band Seven Stones, released on October 30, 2019 by Hale Brothers.",
    ),
    "under-a-king": (
        "The Wends converted to Sarnism under Rolf Harde.",
        "In 589, the Wends under Rolf Harde converted to Sarnism, the faith of their subjects.",
    ),
    "clash-that-led": (
        "The Orm Affair led to a clash between Norland and Ardania.",
        "The Orm Affair was a confrontation between Norland and Ardania that led to the Salt War.",
    ),
    "no-longer": (
        "Norland was part of the Group of Nine.",
        "Kerrow joined the Group of Nine, whereas Norland is no longer part of the group.",
    ),
}
STILL_TURNED = {
    "placed-alike": ("Ada Lenz voted for Ole Berg.", "Ole Berg voted for Ada Lenz."),
    "by-of-the-verb": ("Ole Berg was directed by Ada Lenz.", "Ada Lenz was directed by Ole Berg."),
    "owner-exchanged": ("Norland's invasion of Ardania failed.", "Ardania's invasion of Norland failed."),
    "taken-over-from": (
        "Ruth Hale succeeded Karl Brandt as mayor.", "Karl Brandt took over as mayor from Ruth Hale.",
    ),
    "active-with-a-date": (
        "Norland invaded Ardania.", "Ardania invaded, on 30 October 2019, Norland.",
    ),
    "no-longer-of-now": ("The bridge at Tarn is closed.", "The bridge at Tarn is no longer closed."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), NOT_TURNED.values(), ids=NOT_TURNED.keys())
def test_a_sentence_that_turns_round_and_says_the_same_is_no_conflict(claim: str, passage: str) -> None:
    assert rule(lay_side_by_side(claim, passage, None, None, "")).turned == ""


@pytest.mark.parametrize(("claim", "passage"), STILL_TURNED.values(), ids=STILL_TURNED.keys())
def test_ends_that_change_places_are_one(claim: str, passage: str) -> None:
    assert rule(lay_side_by_side(claim, passage, None, None, "")).turned
