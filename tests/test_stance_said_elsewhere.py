"""What a passage says of another owner, party, part or time, each beside the nearest pair where it is the same one."""

from datetime import date

import pytest

from factcheck.models import Kind
from factcheck.stance import judge
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.said_elsewhere import before_it, is_of_the_day_compared_with, other_group, owned_by_another

PUBLISHED = date(2024, 3, 11)

# claim, passage, context, what must be shown: "supports", "conflicts", or "" for neither
ROWS = {
    "share-of-a-rival": (
        "Tarn Air's share of the Hale route is 34 per cent.",
        "Orr Lines' share of the Hale route slipped from 38 per cent to 34 per cent as its rival Tarn Air grew.",
        "",
        "",
    ),
    "share-of-its-own": (
        "Orr Lines' share of the Hale route is 34 per cent.",
        "Orr Lines' share of the Hale route slipped from 38 per cent to 34 per cent as its rival Tarn Air grew.",
        "",
        "supports",
    ),
    "seats-of-another-party": (
        "The Greens had 17 seats before the vote.",
        "Labour, which had 29 seats before the vote, was reduced to 16.",
        "Greens take Tarnby council",
        "",
    ),
    "seats-of-the-party": (
        "Labour had 17 seats before the vote.",
        "Labour, which had 29 seats before the vote, was reduced to 16.",
        "Greens take Tarnby council",
        "conflicts",
    ),
    "before-not-in-the-vote": (
        "Labour won 29 seats in the vote.",
        "Labour, which had 29 seats before the vote, was reduced to 16.",
        "",
        "",
    ),
    "before-the-vote": (
        "Labour had 29 seats before the vote.",
        "Labour, which had 29 seats before the vote, was reduced to 16.",
        "",
        "supports",
    ),
    "above-a-forecast": (
        "Orr's profit was £12m above the forecast of Ada Lenz.",
        "Ada Lenz had made a forecast of a profit of £30m for Orr.",
        "",
        "",
    ),
    "a-forecast": (
        "Ada Lenz had made a forecast of a profit of £12m for Orr.",
        "Ada Lenz had made a forecast of a profit of £30m for Orr.",
        "",
        "conflicts",
    ),
    "a-share-before": (
        "Orr had 49 per cent of the Hale route before.",
        "On the Hale route Orr rose by three points to 52 per cent.",
        "",
        "",
    ),
    "of-whom-a-part": (
        "Orr employs 1,150 people.",
        "Orr employs 2,900 people, of whom 1,150 work at sea.",
        "",
        "conflicts",
    ),
    "of-whom-the-whole": (
        "Orr employs 2,900 people.",
        "Orr employs 2,900 people, of whom 1,150 work at sea.",
        "",
        "supports",
    ),
    "of-whom-the-part-itself": (
        "At Orr 1,150 people work at sea.",
        "Orr employs 2,900 people, of whom 1,150 work at sea.",
        "",
        "supports",
    ),
    "beaten-by-whom-a-seat-was-lost-to": (
        "Ada Lenz beat Yusuf Kerr by 47 votes.",
        "Ada Lenz lost her seat in Hale ward to Yusuf Kerr by 47 votes.",
        "",
        "conflicts",
    ),
    "unseated-by-the-winner": (
        "Yusuf Kerr unseated Ada Lenz by 47 votes.",
        "Ada Lenz lost her seat in Hale ward to Yusuf Kerr by 47 votes.",
        "",
        "supports",
    ),
    "another-kind-behind-a-narrower-word": (
        "Hale Street is a 2017 British comedy drama film.",
        "Hale Street is a 2017 British comedy drama book by Ada Orr.",
        "",
        "conflicts",
    ),
    "the-kind-behind-a-narrower-word": (
        "Hale Street is a 2017 British comedy drama film.",
        "Hale Street is a 2017 British comedy drama film by Ada Orr.",
        "",
        "supports",
    ),
    "voted-on": (
        "The Orm school was named after the poet Elsa Grave.",
        "A vote to name the Orm school after the poet Elsa Grave failed by 22 votes to 19.",
        "",
        "",
    ),
    "named": (
        "The Orm school was named after the poet Elsa Grave.",
        "A vote named the Orm school after the poet Elsa Grave by 22 votes to 19.",
        "",
        "supports",
    ),
    "meant-to-open": (
        "The Orm school opened in August 2022.",
        "The Orm school was meant to open in August 2022 but opened in August 2024.",
        "",
        "",
    ),
    "opened": (
        "The Orm school opened in August 2024.",
        "The Orm school was meant to open in August 2022 but opened in August 2024.",
        "",
        "supports",
    ),
    "nobody-died-no-deaths": (
        "Nobody died in the blast at Tarn.",
        "The blast at Tarn injured 17 people but caused no deaths.",
        "",
        "supports or nothing",
    ),
    "nobody-died-deaths": (
        "Nobody died in the blast at Tarn.",
        "The blast at Tarn injured 17 people and caused three deaths.",
        "",
        "conflicts or nothing",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_what_is_shown(name: str) -> None:
    claim, passage, context, wanted = ROWS[name]
    judgement = judge(claim, passage, published=PUBLISHED, context=context)
    shown = judgement.stance.value if judgement.shown and judgement.stance.value != "neutral" else ""
    assert shown in (wanted.removesuffix(" or nothing"), "") if "nothing" in wanted else shown == wanted


OWNED = {
    "rivals": ("Orr's share of it fell.", "Norrland's share of it fell as its rival Orr grew.", "Norrland"),
    "its-own": ("Orr's share of it fell.", "Orr's share of it fell as Norrland grew.", ""),
    "of-its-own": ("Orr's share of it fell.", "The share of Orr fell.", ""),
    "unnamed": ("Orr's share of it fell.", "The share fell as Orr grew.", ""),
    "of-another-stretch": ("Orr's share of it fell.", "It was Norrland's, the share fell and Orr grew.", ""),
    "no-owner": ("Orr shares it.", "Norrland's share of it fell as its rival Orr grew.", ""),
    "in-an-s": ("Norr Lines' share of it fell.", "Tarn Lines' share of it fell as Norr Lines grew.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "owner"), OWNED.values(), ids=OWNED)
def test_a_thing_may_be_anothers(claim: str, passage: str, owner: str) -> None:
    assert owned_by_another(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, "")) == owner


GROUPS = {
    "other-party": ("The Greens had 17 seats.", "Labour had 29 seats.", "The Greens lost.", "Labour"),
    "same-party": ("The Greens had 17 seats.", "The Greens had 29 seats.", "The Greens lost.", ""),
    "no-party": ("The Greens had 17 seats.", "They had 29 seats.", "The Greens lost.", ""),
    "party-of-no-context": ("The Greens had 17 seats.", "Labour had 29 seats.", "", ""),
}


@pytest.mark.parametrize(("claim", "passage", "context", "group"), GROUPS.values(), ids=GROUPS)
def test_a_passage_may_tell_of_another_party(claim: str, passage: str, context: str, group: str) -> None:
    assert other_group(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, context)) == group


TIMES = {
    "before": ("They had 29 seats in the vote.", "They had 29 seats before the vote.", "before the vote"),
    "at": ("They had 29 seats before the vote.", "They had 29 seats at the vote.", "at the vote"),
    "same": ("They had 29 seats in the vote.", "They had 29 seats in the vote.", ""),
    "without-an-article": ("In votes they had 29 seats.", "Before votes they had 29 seats.", "Before votes"),
    "first-word": ("Votes gave them 29 seats.", "Before votes they had 29 seats.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "words"), TIMES.values(), ids=TIMES)
def test_a_passage_may_tell_of_the_time_before(claim: str, passage: str, words: str) -> None:
    assert before_it(lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, "")) == words


HELD, HOLDS = "Orr had 61 seats in 2019.", "Orr holds 61 seats, four more than in 2019."

# Claim, passage, and whether the passage holds the figure against the claim's day.
COMPARED_DAYS = {
    "more-than-then": (HELD, HOLDS, True),
    "fewer-than-in-a-month": (
        "Orr had 61 seats in May 2019.",
        "Orr holds 61 seats, four fewer than in May 2019.",
        True,
    ),
    "day-before-the-than": (HELD, "In 2019 Orr held 61 seats, more than Lenz.", False),
    "no-than": (HELD, "Orr held 61 seats, more or less, in 2019.", False),
    "nothing-compared": (HELD, "Orr held 61 seats rather than votes in 2019.", False),
    "than-in-the-claim": ("Orr has 61 seats, more than in 2019.", HOLDS, False),
    "another-day": ("Orr has 61 seats in 2021.", HOLDS, False),
    "no-day": ("Orr has 61 seats.", HOLDS, False),
    "in-the-next-sentence": (HELD, "Orr holds 61 seats. It has four more than in 2019.", False),
}


@pytest.mark.parametrize(("claim", "passage", "compared"), COMPARED_DAYS.values(), ids=COMPARED_DAYS)
def test_a_figure_may_be_held_against_the_claimed_day(claim: str, passage: str, compared: bool) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    seats = [bond for bond in pair.bonds if bond.comparison.claim_figure.kind is Kind.NUMBER]
    assert any(is_of_the_day_compared_with(pair, bond) for bond in seats) is compared
