"""The two ends of a verb: rows in which they have changed places, each beside one in which they have not."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.ends import ends_exchanged, said_of_another
from factcheck.stance.features import lay_side_by_side

EXCHANGED = {
    "offer-from": (
        "The firm rejected an offer from the family.",
        "The family rejected an offer of £9,000 from the firm.",
    ),
    "object-pronoun": ("The firm is suing the family.", "The family turned down the firm and is suing it."),
    "asked-whom": ("The minister asked the railway for help.", "The railway asked the minister for help in May."),
    "asked-by-us": ("The state asked the railway for help.", "“We asked the state for help,” the railway said."),
    "sold-to": ("Greece has sold ferries to Tarn.", "The ferries of Tarn have been sold to Greece."),
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


OF_ANOTHER = {
    "other-subject": ("Cyclists will pay £5.", "Drivers will pay £5; cyclists will cross free of charge."),
}
OF_THE_SAME = {
    "its-own": ("Drivers will pay £5.", "Drivers will pay £5; cyclists will cross free of charge."),
    "name-and-company": ("Medora refused to pay.", "Medora says little; the company refused to pay."),
    "she": ("Ada Lenz refused to pay.", "Ada Lenz came, and she refused to pay."),
    "no-verb-of-its-own": ("The union rejected the offer.", "The union, which most drivers join, rejected the offer."),
}


@pytest.mark.parametrize("row", OF_ANOTHER.values(), ids=OF_ANOTHER)
def test_what_is_said_of_another_subject(row: tuple[str, str]) -> None:
    assert said_of_another(lay_side_by_side(*row, None, None, ""))
    assert judge(*row).stance is Stance.NEUTRAL


@pytest.mark.parametrize("row", OF_THE_SAME.values(), ids=OF_THE_SAME)
def test_what_is_said_of_the_same_subject(row: tuple[str, str]) -> None:
    assert not said_of_another(lay_side_by_side(*row, None, None, ""))


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
