"""The two ends of a verb: rows in which they have changed places, each beside one in which they have not."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.ends import compared_conversely, ends_exchanged, object_of, said_of_another, subject_of
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.reading import Reading, read

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


CONVERSELY = {
    "more-and-fewer": ("Norland sold more cars than Ardania.", "Ardania sold fewer cars than Norland."),
    "older-and-younger": ("Quist is older than Orr.", "Orr is younger than Quist."),
    "slower-and-faster": ("The bus is slower than the tram.", "The tram is faster than the bus."),
    "less-and-more": ("The bus costs less than the tram.", "The tram costs more than the bus."),
    "of-two-words": ("Wind farms made more power than gas plants.", "Gas plants made less power than wind farms."),
}
COMPARED_OTHERWISE = {
    "not-crossed": ("Norland sold more cars than Ardania.", "Norland sold fewer cars than Ardania."),
    "crossed-with-the-same-word": ("Norland sold more cars than Ardania.", "Ardania sold more cars than Norland."),
    "older-crossed": ("Quist is older than Orr.", "Orr is older than Quist."),
    "nouns-crossed": ("The bus costs more than the tram.", "The tram costs more than the bus."),
}
ON_TWO_SCALES = ("Quist is older than Orr.", "Orr is slower than Quist.")


@pytest.mark.parametrize("row", CONVERSELY.values(), ids=CONVERSELY)
def test_more_of_one_is_less_of_the_other(row: tuple[str, str]) -> None:
    pair = lay_side_by_side(*row, None, None, "")
    assert compared_conversely(pair.claim, pair.passage, pair.alignment) and not is_exchanged(*row)
    judgement = judge(*row)
    assert judgement.stance is Stance.SUPPORTS and judgement.shown


@pytest.mark.parametrize("row", COMPARED_OTHERWISE.values(), ids=COMPARED_OTHERWISE)
def test_what_is_compared_the_other_way_contradicts(row: tuple[str, str]) -> None:
    pair = lay_side_by_side(*row, None, None, "")
    assert not compared_conversely(pair.claim, pair.passage, pair.alignment)
    judgement = judge(*row)
    assert judgement.stance is Stance.CONFLICTS and judgement.shown


def test_what_is_compared_on_two_scales_is_neither() -> None:
    pair = lay_side_by_side(*ON_TWO_SCALES, None, None, "")
    assert not compared_conversely(pair.claim, pair.passage, pair.alignment) and not is_exchanged(*ON_TWO_SCALES)


def test_figures_of_two_sides_turn_no_names_round() -> None:
    judgement = judge("Norland lost more men than Ardania.", "Ardania lost 214 men; Norland put its dead at 600.")
    assert not (judgement.stance is Stance.CONFLICTS and judgement.shown)


# Text, its verb, and the head of the verb's subject; none where it is not clear.
SUBJECTS = {
    "noun": ("The mayor closed the baths.", "closed", "mayor"),
    "name": ("Orr closed the baths.", "closed", "Orr"),
    "first-word": ("Baths close.", "close", "Baths"),
    "none": ("Closed baths leak.", "Closed", None),
    "of-the-sentence-before": ("It leaks. Closed baths do not.", "Closed", None),
    "pronoun": ("In May they closed the baths.", "closed", "they"),
    "first-pronoun": ("We closed the baths.", "closed", "We"),
    "has-and-not": ("The mayor has never closed the baths.", "closed", "mayor"),
    "adverb": ("The mayor quietly closed the baths.", "closed", "mayor"),
    "noun-in-ly": ("The family closed the baths.", "closed", "family"),
    "which": ("The baths, which leak, closed.", "leak", "baths"),
    "who": ("The mayor who closed the baths left.", "closed", "mayor"),
    "which-of-nothing": ("Which closed the baths?", "closed", None),
    "which-behind-a-phrase": ("A study by Quist, which closed the baths.", "closed", None),
    "which-behind-a-long-phrase": ("A study by Ada Quist, which closed the baths.", "closed", None),
    "which-behind-a-compound": ("The town hall, which closed the baths, leaks.", "closed", "hall"),
    "which-behind-a-figure": ("The 12 which closed the baths.", "closed", None),
    "aside-with-who": ("The mayor, who swims, closed the baths.", "closed", "mayor"),
    "aside-with-a-name": ("The mayor, Ada Quist, closed the baths.", "closed", "mayor"),
    "aside-of-the-first-word": ("Rain fell. Quist, a baker, closed the baths.", "closed", "Quist"),
    "aside-of-another-sentence": ("A baker. Quist, closed the baths.", "closed", None),
    "aside-with-a-preposition": ("The mayor, in May, closed the baths.", "closed", None),
    "aside-with-a-figure": ("The mayor, 54, closed the baths.", "closed", None),
    "joined": ("The mayor met the union and closed the baths.", "closed", "mayor"),
    "joined-behind-an-adjective": ("The old mayor met the union and closed the baths.", "closed", "mayor"),
    "joined-behind-of": ("The mayor of Tarn met the union and closed the baths.", "closed", "mayor"),
    "joined-behind-a-pronoun": ("She met the union and closed the baths.", "closed", "She"),
    "joined-behind-a-place": ("In Tarn the mayor met the union and closed the baths.", "closed", None),
    "joined-in-the-next-sentence": ("Rain fell. The mayor met Orr and closed the baths.", "closed", "mayor"),
    "of-the": ("The head of the bank closed the baths.", "closed", "head"),
    "of-the-of-the": ("The chairman of the board of the bank closed the baths.", "closed", "chairman"),
    "of-without-a-head": ("Of the banks closed none.", "closed", None),
    "those-in": ("Pools shut, and those in Tarn closed.", "closed", "those"),
    "they-in": ("Pools shut, and they in Tarn closed.", "closed", None),
    "nobody": ("Nobody there closed the baths.", "closed", None),
}


def head_of(reading: Reading, place: int) -> str | None:
    return reading.words[place].text if place >= 0 else None


@pytest.mark.parametrize(("text", "verb", "head"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_verb_has_a_subject(text: str, verb: str, head: str | None) -> None:
    reading = read(text)
    place = next(at for at, word in enumerate(reading.words) if word.text == verb)
    assert head_of(reading, subject_of(reading, place)) == head


OBJECTS = {
    "noun": ("The mayor closed the baths.", "closed", "baths"),
    "compound": ("The mayor closed the swimming baths in May.", "closed", "baths"),
    "bare": ("The mayor closed baths.", "closed", "baths"),
    "name": ("The mayor met Ada Quist in May.", "met", "Quist"),
    "owner": ("The mayor met Orr's family.", "met", "family"),
    "pronoun": ("The mayor met them in May.", "met", "them"),
    "preposition": ("The mayor voted for the baths.", "voted", None),
    "end": ("The mayor voted", "voted", None),
    "figure": ("The mayor closed 12 baths.", "closed", None),
    "article-behind": ("The mayor told Orr the truth.", "told", "Orr"),
}


@pytest.mark.parametrize(("text", "verb", "head"), OBJECTS.values(), ids=OBJECTS)
def test_a_verb_has_an_object(text: str, verb: str, head: str | None) -> None:
    reading = read(text)
    place = next(at for at, word in enumerate(reading.words) if word.text == verb)
    assert head_of(reading, object_of(reading, place)) == head


THOSE = {
    "told-of-the-first": ("Shares in Orr rose 27 per cent.", "Shares in Lund"),
    "told-of-those": ("Shares in Orr slipped 2 per cent.", ""),
    "the-first": ("Shares in Lund rose 27 per cent.", ""),
}


@pytest.mark.parametrize(("claim", "subject"), THOSE.values(), ids=THOSE)
def test_those_in_another_place_are_told_of_by_their_own_verb(claim: str, subject: str) -> None:
    passage = "Shares in Lund rose 27 per cent; those in Orr slipped 2 per cent."
    assert said_of_another(lay_side_by_side(claim, passage, None, None, "")) == subject
