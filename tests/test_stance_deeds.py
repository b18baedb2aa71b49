"""Wrong claims all of whose words a passage has, in other parts: not supported; the same parts in other words are."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS = Stance.SUPPORTS
PUBLISHED = date(2024, 4, 22)

NOT_SUPPORTED = {
    "another-army": (
        "Kelmark shelled Tesk on Monday, killing nine civilians.",
        "Kelmark said that Estmark had shelled Tesk on Monday, killing nine civilians.", ""),
    "directed-by-another": (
        "Oona Reyes directed The Salt Road.",
        "Oona Reyes stars in The Salt Road, which was directed by Marta Quill.", ""),
    "who-is-the-minister": (
        "Piotr Wenda was the mayor who closed the bridge.",
        "Piotr Wenda, the mayor, criticised the minister who closed the bridge.", ""),
    "whose-mother": (
        "Nadia Frith was born in Lund.", "Nadia Frith, whose mother was born in Lund, grew up in Tesk.", ""),
    "offer-and-refusal": (
        "The nurses rejected the hospital's offer of 5 per cent.",
        "The hospital rejected the nurses' offer to settle for 5 per cent.", ""),
    "the-firm-and-its-head": (
        "The firm paid its chief executive £3m last year.",
        "The firm's chief executive paid £3m for a house last year.", ""),
    "daughter-of": ("Ilse Brandt is the daughter of Maren Holt.", "Maren Holt is the daughter of Ilse Brandt.", ""),
    "higher-than": (
        "Unemployment in Norvia is higher than in Estmark.", "Unemployment in Estmark is higher than in Norvia.", ""),
    "place-of-another-clause": (
        "The river burst its banks in Tesk.", "The river burst its banks in Kolm, and Tesk was put on alert.", ""),
    "price-of-another-ticket": (
        "Tickets will cost £12 for children.", "Tickets will cost £12 for adults and £5 for children.", ""),
    "share-of-others": (
        "The vaccine protected 72 per cent of children under five.",
        "The vaccine protected 72 per cent of adults, but fewer children under five.", ""),
    "killed-and-injured": (
        "More than 300 people were killed in the Tesk earthquake.",
        "More than 300 people were injured in the Tesk earthquake.", ""),
    "end-of-another-time": (
        "The county has ordered enough doses to last until the end of the year.",
        "It has ordered 6,000 doses, which are enough, it says, to last until the end of July.",
        "The county is worried."),
    "not-only": ("Only Norvia voted against the treaty.", "Norvia and Estmark voted against the treaty.", ""),
    "it-is-another": (
        "Estmark has bought at least 120 drones.",
        "No state openly supplies Kelmark, but UN experts reported in April that it had bought at least 120 drones.",
        "Estmark at war with Kelmark"),
    "predecessor": (
        "The university paid Dr Imogen Hale £187,000.",
        "The university paid Dr Imogen Hale's predecessor £187,000, accounts show.", ""),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context"), NOT_SUPPORTED.values(), ids=NOT_SUPPORTED.keys())
def test_no_support_is_shown(claim: str, passage: str, context: str) -> None:
    judged = judge(claim, passage, context=context, published=PUBLISHED, claim_date=PUBLISHED)
    assert not (judged.shown and judged.stance is SUPPORTS), judged.reasons


SUPPORTED = {
    "that-army": (
        "Estmark shelled Tesk on Monday, killing nine civilians.",
        "Kelmark said that Estmark had shelled Tesk on Monday, killing nine civilians.", ""),
    "passive": (
        "Marta Quill directed The Salt Road.",
        "Oona Reyes stars in The Salt Road, which was directed by Marta Quill.", ""),
    "one-of-several": (
        "Marta Quill directed The Salt Road.",
        "The Salt Road was directed by Dana Wick, Marta Quill and Ole Brun.", ""),
    "second-verb": (
        "Nadia Frith moved to Lund in 1999.", "Nadia Frith grew up in Tesk and moved to Lund in 1999.", ""),
    "equated": ("The Salt Road ran until 2019.", "The Salt Road is a drama series which ran until 2019.", ""),
    "of-what-began": (
        "The army's offensive on Tesk began on Monday.", "The army began its offensive on Tesk on Monday.", ""),
    "that-ticket": (
        "Tickets will cost £5 for children.", "Tickets will cost £12 for adults and £5 for children.", ""),
    "that-place": (
        "The river burst its banks in Kolm.", "The river burst its banks in Kolm, and Tesk was put on alert.", ""),
    "daughter-of-the-same": (
        "Ilse Brandt is the daughter of Maren Holt.", "Ilse Brandt, who is 31, is the daughter of Maren Holt.", ""),
    "killed-in-other-words": (
        "More than 300 people were killed in the Tesk earthquake.",
        "More than 300 people died in the Tesk earthquake.", ""),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context"), SUPPORTED.values(), ids=SUPPORTED.keys())
def test_support_is_shown(claim: str, passage: str, context: str) -> None:
    judged = judge(claim, passage, context=context, published=PUBLISHED, claim_date=PUBLISHED)
    assert judged.shown
    assert judged.stance is SUPPORTS, judged.reasons
