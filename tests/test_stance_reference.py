"""Whom a passage means by "she", "it" and "the company", and what follows for the stance."""

import csv
from pathlib import Path

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.align import align
from factcheck.stance.names import match_names
from factcheck.stance.reading import read
from factcheck.stance.reference import (
    Reference,
    antecedents,
    is_person,
    lacks_antecedent,
    may_refer_back,
    opening_reference,
)

CONTEXT = (
    "Kerrow yard wins ferry order\n"
    "Hallam & Sons, the shipbuilder, has won an order for two ferries.\n"
    "Ruth Hallam, the chief executive, took over from Douglas Pell in May 2021."
)

OPENINGS = {
    "she": ("She is 43 and trained in Gothenburg.", "She", True),
    "he-behind-a-date": ("On Friday he was sent to prison.", "he", True),
    "it": ("It has repaid the loan.", "It", False),
    "they": ("They lost the final.", "They", None),
    "her": ("Her company has withdrawn.", "Her", True),
    "company": ("The company failed to win the order.", "the company", False),
    "letters": ("The new MP promised to move to the town.", "the MP", True),
    "minister": ("The minister resigned in May.", "the minister", True),
    "old-club": ("This old club closed the stand.", "the club", False),
    "they-behind-ministers": ("The ministers said that they were ill.", "they", None),
    "it-behind-the-people": ("The people closed it.", "it", False),
    "both": ("Closed by both of them, the bath leaks.", "both", None),
    "its": ("Its owner has withdrawn.", "Its", False),
    "their": ("Their owner has withdrawn.", "Their", None),
    "fifth-word": ("In the long winter she left.", "she", True),
}
NO_OPENINGS = {
    "name": "Ruth Hallam said that she would stay.",
    "apposed": "The director, Nadia Frith, was appointed in 2021.",
    "owner-of-a-name": "Her predecessor, Alan Pettigrew, promised repairs.",
    "plain": "Prices rose in May.",
    "crowd": "The people of the town voted.",
    "name-first": "Ruth Hallam said she would stay.",
    "she-behind-six-words": "In the long winter of yore she left.",
    "her-within": "Then pay for her rose.",
    "club-of-a-name": "The club Harle United closed the stand.",
}


@pytest.mark.parametrize(("passage", "word", "person"), OPENINGS.values(), ids=OPENINGS.keys())
def test_a_passage_may_open_with_what_stands_for_a_name(passage: str, word: str, person: bool | None) -> None:
    assert opening_reference(read(passage)) == Reference(word, person)


@pytest.mark.parametrize("passage", NO_OPENINGS.values(), ids=NO_OPENINGS.keys())
def test_a_passage_that_names_its_subject_refers_to_none(passage: str) -> None:
    assert opening_reference(read(passage)) is None


MEANT = {
    "person": ("She is 43.", {"ruth", "hallam", "douglas", "pell"}),
    "company": ("The company failed to win the order.", {"hallam", "sons"}),
}


@pytest.mark.parametrize(("passage", "words"), MEANT.values(), ids=MEANT.keys())
def test_the_nearest_names_that_fit_are_meant(passage: str, words: set[str]) -> None:
    reference = opening_reference(read(passage))
    assert reference is not None
    context = read(CONTEXT)
    names = antecedents(reference, context)
    stems = {word.stem for word in read(" ".join(words)).words}
    assert names and {stem for name in names for stem in name.stems} <= stems


def test_a_sentence_further_back_is_wanted_only_where_the_one_before_names_nobody() -> None:
    assert lacks_antecedent("She is 43.", "Title\nPrices rose in May.", None)
    assert not lacks_antecedent("She is 43.", CONTEXT, None)
    assert not lacks_antecedent("Prices rose in May.", "", None)


def test_another_than_the_one_meant_is_passed_over() -> None:
    claim, passage = read("Piers Lockwood trained in Gothenburg."), read("She trained in Gothenburg.")
    context = read("Ferry order\nA yard has an order.\nRuth Hallam, the chief executive, is 43.")
    match, *_ = match_names(claim, passage, context, align(claim, passage, context))
    assert match.passed_over and not match.meant


BUYS = "Norvia Steel to buy rival Kelm\nNorvia Steel buys its rival Kelm."
# The sentence before, the passage, and whether "Norvia Steel", which is the topic, is passed over.
PASSED = {
    "subject-before": ("Kelm made a profit.", "It was founded in 1923.", True),
    "subject-with-an-irregular-verb": ("Kelm has a profit.", "Its yard was founded in 1923.", True),
    "board-before": ("Kelm's board met.", "It was founded in 1923.", False),
    "behind-an-opening": ("In May Kelm made a profit.", "It was founded in 1923.", False),
    "first-half-of-a-name": ("Kelm yard made a profit.", "It was founded in 1923.", False),
    "itself-before": ("Norvia made a profit.", "It was founded in 1923.", False),
    "company": ("Kelm made a profit.", "The company was founded in 1923.", False),
    "nobody-before": ("Steel was dear.", "It was founded in 1923.", False),
}


@pytest.mark.parametrize(("before", "passage", "passed"), PASSED.values(), ids=PASSED)
def test_an_it_tells_of_whom_the_sentence_before_opens_with(before: str, passage: str, passed: bool) -> None:
    claim, there, context = read("Norvia Steel was founded in 1923."), read(passage), read(f"{BUYS}\n{before}")
    match, *_ = match_names(claim, there, context, align(claim, there, context))
    assert match.passed_over is passed


def test_in_the_opening_sentence_of_an_article_the_topic_is_told_of() -> None:
    claim, there, context = read("Norvia Steel was founded in 1923."), read("It was founded in 1923."), read(BUYS)
    match, *_ = match_names(claim, there, context, align(claim, there, context))
    assert match.meant and not match.passed_over


SAID = (
    "Ferries\nKerrow has an order.\nNadia Frith, the director, praised the design of Piers Lockwood's rival Oda Brand."
)
STANCES = {
    "the-one-meant": ("Nadia Frith said that the ferry would cost £31.4m.", Stance.SUPPORTS, True),
    "nobody-named": ("Gerda Holm said that the ferry would cost £31.4m.", Stance.SUPPORTS, False),
}


@pytest.mark.parametrize(("claim", "stance", "shown"), STANCES.values(), ids=STANCES.keys())
def test_what_one_person_said_supports_nothing_about_another(claim: str, stance: Stance, shown: bool) -> None:
    judgement = judge(claim, "She said that the ferry would cost £31.4m.", context=SAID)
    assert (judgement.stance is stance and judgement.shown) is shown


PERSONS = {
    "title": ("Mr Hallam came.", True),
    "office": ("President Hallam came.", True),
    "trade-before": ("The baker Hallam came.", True),
    "trade-of-the-sentence-before": ("It was a baker. Hallam came.", None),
    "trade-behind": ("Ada Hallam, a baker, came.", True),
    "trade-far-behind": ("Ada Hallam, in the old and tired town of the baker, came.", None),
    "trade-without-a-comma": ("Ada Hallam baker came.", None),
    "trade-at-the-end": ("They met Ada Hallam, baker", True),
    "bank": ("Hallam Bank came.", False),
    "governor": ("Governor Denholm came.", True),
    "competitor": ("Competitor Denholm came.", None),
    "rival-before": ("Its rival Hallam came.", None),
    "ampersand": ("Hallam & Orr came.", False),
    "nothing": ("Ada Hallam came.", None),
}


@pytest.mark.parametrize(("text", "person"), PERSONS.values(), ids=PERSONS)
def test_a_name_may_be_a_persons(text: str, person: bool | None) -> None:
    reading = read(text)
    assert is_person(reading.names[0], reading) is person


def test_no_passage_that_refers_back_is_passed_over_unread() -> None:
    path = Path(__file__).parent / "data" / "stance_pairs.tsv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    texts = {text for row in rows for text in (row["claim"], row["passage"])}
    referring = [text for text in texts if opening_reference(read(text))]
    assert len(referring) > 50
    assert not [text for text in referring if not may_refer_back(text)]
    assert sum(map(may_refer_back, texts)) < 0.7 * len(texts)  # else little is spared
