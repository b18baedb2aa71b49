"""Who stands on which side of a deed, and figures that a claim gives to something else: each beside its neighbour."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 4, 22)

ROWS = {
    "others-forces": (
        "Norland's forces took the town of Pelm.", "The town of Pelm, which Sudland forces took, is empty.",
        "Norland and Sudland have agreed on a truce.", CONFLICTS),
    "same-forces-by-its-people": (
        "Norland's forces took the town of Pelm.", "The town of Pelm, which Norlandic forces took, is empty.",
        "Norland and Sudland have agreed on a truce.", SUPPORTS),
    "help-from": (
        "Norland has sent 48 divers to help Tarn.", "A team of 48 divers arrived from neighbouring Tarn.",
        "Norland is under water.", CONFLICTS),
    "help-to": (
        "Norland has sent 48 divers to Tarn.", "Norland sent 48 divers to Tarn.", "Norland is under water.", SUPPORTS),
    "bank-asked": (
        "The fraud was found when the council queried a transfer of £48,500 with its bank.",
        "The fraud was found when a bank queried a transfer of £48,500.", "The council is sorry.", CONFLICTS),
    "council-asked": (
        "The fraud was found when the council queried a transfer of £48,500 with its bank.",
        "The fraud was found when the council queried a transfer of £48,500 with a bank.", "", SUPPORTS),
    "subject-before-an-aside": (
        "The district has sued a parents' group over the rule.",
        "A parents' group, Fair Start, has sued the district over the rule.", "", CONFLICTS),
    "subject-before-an-aside-said-so": (
        "A parents' group has sued the district over the rule.",
        "A parents' group, Fair Start, has sued the district over the rule.", "", SUPPORTS),
    "number-of-something-else": (
        "Shares in Orr closed at 187p.",
        "Shares in Orr fell 11 per cent to 187p before recovering slightly to close at 191p.", "", CONFLICTS),
    "number-of-the-same": (
        "Shares in Orr closed at 191p.",
        "Shares in Orr fell 11 per cent to 187p before recovering slightly to close at 191p.", "", SUPPORTS),
    "appearances-for-sheets": (
        "Lars Dahl has kept 17 clean sheets since joining Hale.",
        "Lars Dahl, signed on loan from the Sudland side Royal Meulen, has kept 10 clean sheets in 17 games.",
        "Hale have won nine games.", CONFLICTS),
    "saves-what-it-costs": (
        "The closure will save Orr £27m a year.",
        "Its director said the closure would cost £27m this year and save £14m annually from 2025.", "Orr", CONFLICTS),
    "first-of-its-kind-on-another-day": (
        "The first case in the outbreak was identified in March 2024.",
        "The total in the outbreak is 164 since the first case was identified on January 28, 2024.", "", CONFLICTS),
    "another-of-its-kind-on-another-day": (
        "The third case in the outbreak was identified in March 2024.",
        "The total in the outbreak is 164 since the first case was identified on January 28, 2024.", "", NEUTRAL),
    "falls-and-closes-at-one-number": (
        "Shares in Orr fell to 187p.",
        "Shares in Orr fell 11 per cent to 187p before recovering slightly to close at 191p.", "", SUPPORTS),
    "day-of-another-figure": (
        "Orr's debt fell in 2023 to £1.34bn.",
        "Orr's debt climbed to £1.34bn, equal to 3.1 times its earnings, against 2.4 times at the end of 2022.", "",
        CONFLICTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context", "stance"), ROWS.values(), ids=ROWS.keys())
def test_side(claim: str, passage: str, context: str, stance: Stance) -> None:
    judged = judge(claim, passage, context=context, published=PUBLISHED)
    shown = judged.stance if judged.shown else NEUTRAL
    assert shown is stance or (stance is SUPPORTS and judged.stance is SUPPORTS)


OTHER_NAMES = {
    "by-another": ("The film Orm was directed by Ida Quill.", "Orm is a film directed by Jon Vester.", "", CONFLICTS),
    "by-both": (
        "The film Orm was directed by Ida Quill.", "Orm is a film directed by Jon Vester and Ida Quill.", "", SUPPORTS),
    "of-another-film": (
        "Orm was directed by Ida Quill.", "Orm Rising is a film directed by Jon Vester.", "", NEUTRAL),
    "in-a-larger-place": ("The firm Orm is based in Norland.", "The firm Orm is based in Pelm.", "", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context", "stance"), OTHER_NAMES.values(), ids=OTHER_NAMES.keys())
def test_a_name_in_the_place_of_another(claim: str, passage: str, context: str, stance: Stance) -> None:
    judged = judge(claim, passage, context=context, published=PUBLISHED)
    shown = judged.stance if judged.shown else NEUTRAL
    if stance is CONFLICTS:
        assert shown is CONFLICTS
    else:
        assert shown is not CONFLICTS
