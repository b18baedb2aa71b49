"""What a passage says of another owner, party, part or time, each beside the nearest pair where it is the same one."""

from datetime import date

import pytest

from factcheck.stance import judge

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
