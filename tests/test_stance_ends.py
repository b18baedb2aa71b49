"""The two ends of a verb: rows in which they have changed places, each beside one in which they have not."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.ends import ends_exchanged
from factcheck.stance.features import lay_side_by_side

EXCHANGED = {
    "offer-from": (
        "The firm rejected an offer from the family.",
        "The family rejected an offer of £9,000 from the firm.",
    ),
    "object-pronoun": ("The firm is suing the family.", "The family turned down the firm and is suing it."),
    "asked-whom": ("The minister asked the railway for help.", "The railway asked the minister for help in May."),
    "asked-by-us": ("The state asked the railway for help.", "“We asked the state for help,” the railway said."),
    "more-than": ("Corley has more clients than Fenwick.", "Fenwick has more clients than Corley."),
    "as-many-as": ("Corley has more clients than Fenwick.", "Fenwick has twice as many clients as Corley."),
}
KEPT = {
    "same-order": (
        "The family rejected an offer from the firm.",
        "The family rejected an offer of £9,000 from the firm.",
    ),
    "passive": ("The firm was sued by the family.", "The family sued the firm."),
    "verb-without-an-object": (
        "Ardania began its offensive in June.",
        "Ardania says that the offensive began in June.",
    ),
    "raised-and-rose": ("The wage will rise in July.", "Voters approved a measure to raise the wage in July."),
    "mutual": ("Orr met Lenz.", "Lenz met Orr."),
    "converse": ("Orr bought the yard from Lenz.", "Lenz sold the yard to Orr."),
    "less-than": ("Corley has fewer clients than Fenwick.", "Fenwick has more clients than Corley."),
    "another-verb": ("The firm thanked the family.", "The family rejected the firm's offer."),
    "head-of-a-phrase": ("The head of the bank sued the firm.", "The head of the bank sued the firm in May."),
}


def is_exchanged(claim: str, passage: str) -> bool:
    pair = lay_side_by_side(claim, passage, None, None, "")
    return ends_exchanged(pair.claim, pair.passage, pair.alignment)


@pytest.mark.parametrize("row", EXCHANGED.values(), ids=EXCHANGED)
def test_ends_have_changed_places(row: tuple[str, str]) -> None:
    assert is_exchanged(*row)
    judgement = judge(*row)
    assert not (judgement.shown and judgement.stance is Stance.SUPPORTS)


@pytest.mark.parametrize("row", KEPT.values(), ids=KEPT)
def test_ends_have_kept_their_places(row: tuple[str, str]) -> None:
    assert not is_exchanged(*row)
