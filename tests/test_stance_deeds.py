"""Wrong claims all of whose words a passage has, in other parts: not supported; the same parts in other words are."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.deeds import done_by_another, is_told_verb, parts_of
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.reading import Reading, read

SUPPORTS = Stance.SUPPORTS
PUBLISHED = date(2024, 4, 22)

NOT_SUPPORTED = {
    "another-trade": ("A nurse reported the leak.", "A plumber reported the leak.", ""),
    "another-trade-by": ("A nurse first reported the leak.", "The leak was first reported by a plumber.", ""),
    "another-trade-suffers": ("A teacher was bitten by the dog.", "A farmer was bitten by the dog.", ""),
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
    "trade-in-other-words": ("Scientists found the bones.", "Researchers found the bones.", ""),
    "broader-trade": ("A doctor treated the girl.", "A surgeon treated the girl.", ""),
    "no-trade": ("A walker found the bones.", "A hiker found the bones.", ""),
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


# Text, its verb, who does it, and whom it is done to where the verb is in the passive.
PARTS = {
    "active": ("The mayor closed the baths.", "closed", {"mayor"}, set()),
    "first-word": ("Quist closed the baths.", "closed", {"Quist"}, set()),
    "no-subject": ("Closed baths leak.", "Closed", set(), set()),
    "two": ("Quist and Orr closed the baths.", "closed", {"Quist", "Orr"}, set()),
    "of": ("The mayor of Tarn closed the baths.", "closed", {"mayor", "Tarn"}, set()),
    "in": ("The mayor in Tarn closed the baths.", "closed", {"mayor"}, set()),
    "owner": ("Orr's mayor closed the baths.", "closed", {"mayor"}, set()),
    "pronoun": ("She closed the baths.", "closed", set(), set()),
    "joined": ("The mayor met Orr and closed the baths.", "closed", set(), set()),
    "behind-a-comma": ("The mayor, in May, closed the baths.", "closed", set(), set()),
    "who": ("The mayor who closed the baths left.", "closed", {"mayor"}, set()),
    "whose": ("The mayor, whose mother closed the baths, left.", "closed", {"mother"}, set()),
    "which": ("The town hall, which closed the baths, leaks.", "closed", {"town", "hall"}, set()),
    "who-behind-a-verb": ("Quist said the mayor who closed the baths left.", "closed", {"mayor"}, set()),
    "which-behind-a-figure": ("The 12 which closed the baths.", "closed", set(), set()),
    "while": ("Quist slept while Orr closed the baths.", "closed", {"Orr"}, set()),
    "behind-another-verb": ("The mayor ate what Orr closed in May.", "closed", {"Orr"}, set()),
    "not-yet": ("The mayor has not closed the baths.", "closed", {"mayor"}, set()),
    "adverb": ("The mayor quietly closed the baths.", "closed", {"mayor"}, set()),
    "passive": ("The baths were closed by the mayor.", "closed", {"mayor"}, {"baths"}),
    "passive-without-a-doer": ("The baths were closed in May.", "closed", set(), {"baths"}),
    "passive-also": ("The baths were also closed by the mayor.", "closed", {"mayor"}, {"baths"}),
    "also-without-a-doer": ("The baths were also closed in May.", "closed", set(), {"baths"}),
    "never-without-a-doer": ("The baths were never closed in May.", "closed", set(), {"baths"}),
    "been-without-a-doer": ("The baths have not been closed in May.", "closed", set(), {"baths"}),
    "passive-not-being": ("The baths are not being closed by Orr.", "closed", {"Orr"}, {"baths"}),
    "passive-quietly": ("The baths were quietly closed by Orr.", "closed", {"Orr"}, {"baths"}),
    "participle": ("The baths closed by the mayor were old.", "closed", {"mayor"}, {"baths"}),
    "active-with-a-by": ("The mayor closed the baths by night.", "closed", {"mayor"}, set()),
    "by-a-figure": ("The baths were closed by 2019.", "closed", set(), {"baths"}),
    "by-behind-a-comma": ("The baths were closed, by order.", "closed", set(), {"baths"}),
    "by-of-another-verb": ("The baths were closed and named by Orr.", "closed", set(), {"baths"}),
    "by-a-list": ("The baths were closed by Quist and Orr in May.", "closed", {"Quist", "Orr"}, {"baths"}),
    "by-whoever-did-more": ("The baths were closed by Orr who left.", "closed", {"Orr"}, {"baths"}),
    "by-at-the-end": ("The baths were closed by", "closed", set(), {"baths"}),
}


def texts(reading: Reading, places: frozenset[int]) -> set[str]:
    return {reading.words[place].text for place in places}


@pytest.mark.parametrize(("text", "verb", "doers", "patients"), PARTS.values(), ids=PARTS)
def test_a_verb_has_parts(text: str, verb: str, doers: set[str], patients: set[str]) -> None:
    reading = read(text)
    place = next(at for at, word in enumerate(reading.words) if word.text == verb)
    parts = parts_of(reading, place)
    assert (texts(reading, parts.doers), texts(reading, parts.patients)) == (doers, patients)


TOLD = {
    "past": ("The mayor closed the baths.", "closed", True),
    "irregular": ("The mayor met Orr.", "met", True),
    "born": ("Quist was born in Tarn.", "born", True),
    "to": ("The mayor wants to close it.", "close", True),
    "will": ("The mayor will close it.", "close", True),
    "bare": ("The mayors close it.", "close", False),
    "article": ("The closed baths leak.", "closed", False),
    "first-word": ("Closed baths leak.", "Closed", True),
    "first-bare-word": ("Close the baths.", "Close", False),
    "noun": ("They saw the bread in May.", "bread", False),
    "name": ("They met Closed Baths.", "Closed", False),
    "figure": ("They met sixty of them.", "sixty", False),
}


@pytest.mark.parametrize(("text", "verb", "told"), TOLD.values(), ids=TOLD)
def test_a_word_may_be_a_verb_where_it_stands(text: str, verb: str, told: bool) -> None:
    reading = read(text)
    place = next(at for at, word in enumerate(reading.words) if word.text == verb)
    assert is_told_verb(reading, place) is told


def test_what_the_passage_says_somebody_is_does_it_as_well() -> None:
    claim = "The tenant closed it."
    for passage, told in (
        ("The tenant is a baker who closed it.", ""),
        ("The tenant met a baker who closed it.", "in the source it is baker of whom this is said"),
    ):
        assert done_by_another(lay_side_by_side(claim, passage, None, None, "")) == told


def test_an_aside_parts_no_subject_from_its_verb() -> None:
    passage = "Norway, second at the line, were disqualified for a false start, and the bronze went to Sweden."
    for claim, told in (
        ("Norway were disqualified for a false start.", ""),
        ("Sweden were disqualified for a false start.", "in the source it is Norway of whom this is said"),
    ):
        assert done_by_another(lay_side_by_side(claim, passage, None, None, "")) == told
