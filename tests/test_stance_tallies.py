"""What a vote decided, what a figure will only come to, and figures far beyond what a claim bounds."""

from datetime import date

from stance_rows import each, shown

from factcheck.models import Stance

PUBLISHED = date(2024, 9, 12)
LEVY = "The levy was passed by 41 votes to 36, with three abstentions."
SHARES = "Shares in Orm, which had lost a fifth of their value since May, closed 4.1 per cent higher."
BALLOT = "Some 71 per cent of the pilots took part in the poll; 92 per cent of those voting backed a strike."
RESERVE = "Norvia said it would double the area in which logging is banned to 700 square kilometres by 2030."
SPEED = "The train's speed fell from 162 knots to 104 knots in the last 40 seconds."
WARD = "Nine of the hurt were in the ward, and three of them had burns to more than 40% of their skin."

ROWS = {
    "both-numbers-of-a-vote-differ": ("The levy went through by 52 votes to 25.", LEVY, "conflicts"),
    "same-vote": ("The levy was passed by 41 votes to 36.", LEVY, "supports"),
    "vote-of-another-outcome": (
        "The levy went through by 52 votes to 25.",
        "A rival levy, which would have spared the farms, was rejected by 52 votes to 25.", "not supports"),
    "one-number-of-a-movement": (
        "Output went from 31 boats to 22.", "Output went from 29 boats to 24.", "conflicts"),
    "higher-by-as-much": ("Orm's shares closed more than 4 per cent lower.", SHARES, "conflicts"),
    "bound-that-is-near": ("Orm's shares closed more than 4 per cent higher.", SHARES, "supports"),
    "far-beyond-the-bound": (
        "Quist took more than a tenth of a second off Lund's record.", "Lund's record of 1:52.60 survived.",
        "not supports"),
    "beyond-the-bound": ("More than 100 people were hurt.", "Some 140 people were hurt.", "supports"),
    "share-of-those-who": ("Turnout in the pilots' poll was 92 per cent.", BALLOT, "not supports"),
    "turnout": ("Turnout in the pilots' poll was 71 per cent.", BALLOT, "not conflicts"),
    "what-it-will-come-to": ("Logging is already banned in 700 square kilometres of Norvia.", RESERVE, "not supports"),
    "what-it-has-come-to": (
        "Logging is banned in 700 square kilometres of Norvia.",
        "Norvia has doubled the area in which logging is banned to 700 square kilometres.", "supports"),
    "to-is-no-difference": ("In its last 40 seconds the train slowed to less than 60 knots.", SPEED, "conflicts"),
    "by-is-a-difference": ("The train slowed by 58 knots.", SPEED, "supports"),
    "more-of-another-figure": ("Six of the hurt had burns to more than 40% of their skin.", WARD, "not supports"),
}  # fmt: skip


@each(ROWS)
def test_stance(row: tuple[str, str, str]) -> None:
    claim, passage, wanted = row
    found = shown(claim, passage, published=PUBLISHED, claim_date=PUBLISHED)
    if wanted.startswith("not "):
        assert found is not Stance(wanted.removeprefix("not "))
    else:
        assert found is Stance(wanted)
