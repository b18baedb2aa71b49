"""Who does what to whom: ends that change places, and sentences that turn round and say the same."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import bound_places, lay_side_by_side
from factcheck.stance.reading import read
from factcheck.stance.roles import (
    compared_with,
    is_passive,
    names_swapped,
    object_acts,
    other_doer,
    pairs_crossed,
    prepositions_turned,
)
from factcheck.stance.rulings import rule

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

FAR_APART = (
    "Lund, the old operator of the power network of all the valley, bought 40 per cent of the Tesk cable for £20m from"
    " the Danish Orr Fund."
)
SAME = {
    "passive": ("Norland was invaded by Ardania.", "Ardania invaded Norland."),
    "passive-source": ("Maria Lund interviewed Ole Berg.", "Ole Berg was interviewed by Maria Lund."),
    "converse-lose": ("Kerrow Town beat Harle United 3-1.", "Harle United lost 3-1 to Kerrow Town."),
    "converse-far-apart": (
        "Orr Fund sold 40 per cent of the Tesk cable to Lund.",
        FAR_APART,
    ),
    "converse-score-turned": ("Harle United lost 1-3 to Kerrow Town.", "Kerrow Town beat Harle United 3-1."),
    "converse-sell": ("Harle United bought Tom Reed from Kerrow Town.", "Kerrow Town sold Tom Reed to Harle United."),
    "converse-of-nouns": ("The bank lent the firm £4m.", "The firm borrowed £4m from the bank."),
    "converse-give": ("Anna Quist gave Karl Brandt £300.", "Karl Brandt received £300 from Anna Quist."),
    "participle-with-a-by": ("Ardania invaded Norland.", "Norland, invaded at night by Ardania, asked for help."),
    "mutual": ("Anna Quist met Karl Brandt in Hull.", "Karl Brandt met Anna Quist in Hull."),
    "with": ("Norland signed a treaty with Ardania.", "Ardania signed a treaty with Norland."),
    "more-and-fewer": ("Norland sold more cars than Ardania.", "Ardania sold fewer cars than Norland."),
    "owner": ("Lena Moe's sister married Karl Brandt.", "Karl Brandt was married to the sister of Lena Moe."),
    "noun-by": ("Norland's invasion of Ardania began in May.", "The invasion of Ardania by Norland began in May."),
    "from-to": ("Lund moved from Hull to Harle in May.", "In May Lund moved to Harle from Hull."),
    "said": ("Lunde won the election.", "Anna Quist said that Lunde won the election."),
}
TURNED = {
    "active": ("Norland invaded Ardania.", "Ardania invaded Norland."),
    "passive": ("Norland was invaded by Ardania.", "Norland invaded Ardania."),
    "passive-source": ("Maria Lund interviewed Ole Berg.", "Maria Lund was interviewed by Ole Berg."),
    "converse": ("Kerrow Town beat Harle United 3-1.", "Kerrow Town lost 3-1 to Harle United."),
    "converse-sell": ("Kerrow Town bought Tom Reed from Harle United.", "Kerrow Town sold Tom Reed to Harle United."),
    "give": ("Anna Quist gave Karl Brandt £300.", "Karl Brandt gave Anna Quist £300."),
    "noun": ("Norland's invasion of Ardania began in May.", "Ardania's invasion of Norland began in May."),
    "from-to": ("Lund moved from Hull to Harle in May.", "In May Lund moved to Hull from Harle."),
    "more-than": ("Norland sold more cars than Ardania.", "Ardania sold more cars than Norland."),
    "by-how-much": ("Norland sold 40 cars more than Ardania.", "Ardania sold 90 cars and Norland 50."),
    "converse-far-apart-kept": (
        "Lund sold 40 per cent of the Tesk cable to Orr Fund.",
        FAR_APART,
    ),
    "from-to-of-words": (
        "The outlook for Lund changed from stable to negative.",
        "The outlook for Lund changed from negative to stable.",
    ),
    "active-with-a-by": ("Norland invaded Ardania.", "Ardania invaded Norland by night."),
    "for-against": ("The court ruled for Lund against Quist.", "The court ruled against Lund and for Quist."),
}
ANOTHERS = {
    "beating": ("Lunde won the election.", "Quist won the election, beating Lunde."),
}
ROWS = [
    pytest.param(*row, stance, id=f"{stance}-{name}")
    for rows, stance in ((SAME, SUPPORTS), (TURNED, CONFLICTS), (ANOTHERS, NEUTRAL))
    for name, row in rows.items()
]


@pytest.mark.parametrize(("claim", "passage", "stance"), ROWS)
def test_who_does_what_to_whom(claim: str, passage: str, stance: Stance) -> None:
    judgement = judge(claim, passage)
    assert judgement.stance is stance
    assert judgement.shown


def test_a_work_by_somebody_is_somebodys_work() -> None:
    judgement = judge(
        "Tomas Riera's film Salt won the Grand Prize.", "The Grand Prize went to Salt, a film by Tomas Riera."
    )
    assert judgement.stance is not CONFLICTS


NOT_TURNED = {
    "stars-in": ("Ada Lenz stars in Salt Road.", "Salt Road is a comedy created by and starring Ada Lenz."),
    "by-of-another-verb": (
        "Ada Lenz wrote the script of a film directed by Ole Berg.",
        "Salt Road is a film directed by Ole Berg and written by Ada Lenz.",
    ),
    "owned-thing": (
        "Oxna's ruins are near Harle.",
        "In the immediate vicinity of Harle are many sites, including the Palace of Tarn and the Roman ruins of Oxna.",
    ),
    "thing-not-deed": (
        "Ole Berg scouted Anna Quist.",
        "Berg meets Anna Quist, a rival team's scout, who knows Ole Berg as the man who scouted her.",
    ),
    "by-behind-a-date": (
        "Hale Brothers released Seven Stones.",
        "Seven Stones is the fourth album of the band Seven Stones, released on October 30, 2019 by Hale Brothers.",
    ),
    "under-a-king": (
        "The Wends converted to Sarnism under Rolf Harde.",
        "In 589, the Wends under Rolf Harde converted to Sarnism, the faith of their subjects.",
    ),
    "clash-that-led": (
        "The Orm Affair led to a clash between Norland and Ardania.",
        "The Orm Affair was a confrontation between Norland and Ardania that led to the Salt War.",
    ),
    "no-longer": (
        "Norland was part of the Group of Nine.",
        "Kerrow joined the Group of Nine, whereas Norland is no longer part of the group.",
    ),
}
STILL_TURNED = {
    "placed-alike": ("Ada Lenz voted for Ole Berg.", "Ole Berg voted for Ada Lenz."),
    "by-of-the-verb": ("Ole Berg was directed by Ada Lenz.", "Ada Lenz was directed by Ole Berg."),
    "owner-exchanged": ("Norland's invasion of Ardania failed.", "Ardania's invasion of Norland failed."),
    "taken-over-from": (
        "Ruth Hale succeeded Karl Brandt as mayor.", "Karl Brandt took over as mayor from Ruth Hale.",
    ),
    "active-with-a-date": (
        "Norland invaded Ardania.", "Ardania invaded, on 30 October 2019, Norland.",
    ),
    "no-longer-of-now": ("The bridge at Tarn is closed.", "The bridge at Tarn is no longer closed."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage"), NOT_TURNED.values(), ids=NOT_TURNED.keys())
def test_a_sentence_that_turns_round_and_says_the_same_is_no_conflict(claim: str, passage: str) -> None:
    assert rule(lay_side_by_side(claim, passage, None, None, "")).turned == ""


@pytest.mark.parametrize(("claim", "passage"), STILL_TURNED.values(), ids=STILL_TURNED.keys())
def test_ends_that_change_places_are_one(claim: str, passage: str) -> None:
    assert rule(lay_side_by_side(claim, passage, None, None, "")).turned


# Text, a verb of it, and whether that is in the passive.
PASSIVES = {
    "was": ("Orr was beaten.", "beaten", True),
    "was-once-more": ("Orr was once more beaten.", "beaten", True),
    "was-further-off": ("Orr was in the end beaten.", "beaten", False),
    "first-word": ("Beaten, Orr left.", "Beaten", False),
    "by": ("Orr beaten by Lenz left.", "beaten", True),
    "first-word-by": ("Beaten by Lenz, Orr left.", "Beaten", True),
    "on-a-date-by": ("Orr beaten on 30 October 2019 by Lenz left.", "beaten", True),
    "too-far-from-its-by": ("Orr beaten in last games by Lenz left.", "beaten", False),
    "object-behind": ("Orr beat Lenz by night.", "beat", False),
    "by-so-many": ("Orr won by ten votes.", "won", False),
    "is-to": ("Orr is to free ten men.", "free", False),
    "is-to-be": ("Ten men are to be freed.", "freed", True),
    "was-beating": ("Orr was beating Lenz.", "beating", False),
    "was-being": ("Orr was being beaten.", "beaten", True),
    "by-at-the-end": ("Orr won by", "won", False),
}


@pytest.mark.parametrize(("text", "verb", "passive"), PASSIVES.values(), ids=PASSIVES)
def test_a_verb_may_be_in_the_passive(text: str, verb: str, passive: bool) -> None:
    reading = read(text)
    place = next(at for at, word in enumerate(reading.words) if word.text == verb)
    assert is_passive(reading, place) is passive


# Claim, passage, and whether two names have changed places around a word.
SWAPPED = {
    "first-words": ("Quist beat Brandt.", "Brandt beat Quist.", True),
    "same-order": ("Quist beat Brandt.", "Quist beat Brandt.", False),
    "passive": ("Quist beat Brandt.", "Quist was beaten by Brandt.", True),
    "passive-turned-back": ("Quist beat Brandt.", "Brandt was beaten by Quist.", False),
    "passive-of-both": ("Quist was shot by Brandt.", "Brandt was shot by Quist.", True),
    "in-the-second-sentence": ("Quist beat Brandt.", "Orr left. Brandt beat Quist.", True),
    "in-two-sentences": ("Quist beat Brandt.", "Brandt left. Orr beat Quist.", False),
    "straight-beside-it": ("Quist beat Brandt.", "Brandt beat Lenz, and Quist beat Brandt.", False),
    "turned-twice": ("Quist beat Brandt.", "Brandt beat Lenz, and Brandt beat Quist.", True),
    "by-of-a-work": ("Quist shot a film by Brandt.", "Brandt shot a film by Quist.", True),
    "by-of-another-verb": ("Quist wrote a film shot by Brandt.", "A film by Quist was shot by Brandt.", False),
    "in": ("Quist sings in Salt Road.", "Salt Road sings in Quist.", False),
    "with": ("Quist sued Brandt with Lenz.", "Lenz sued Brandt with Quist.", False),
    "owner": ("Quist's offer angered Brandt.", "Brandt's offer angered Quist.", True),
    "owned-scouts": ("Quist scouts Brandt.", "Brandt's scouts met Quist.", False),
    "scouts": ("Quist scouts Brandt.", "Brandt scouts Quist.", True),
    "of": ("The plan of Quist angered Brandt.", "The plan of Brandt angered Quist.", True),
}


@pytest.mark.parametrize(("claim", "passage", "swapped"), SWAPPED.values(), ids=SWAPPED)
def test_names_may_have_changed_places(claim: str, passage: str, swapped: bool) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert names_swapped(pair.claim, pair.passage, pair.alignment) is swapped


PREPOSITIONS = {
    "words": (
        "It went from stable to negative.",
        "It went from negative to stable.",
        ("from stable to negative", "from negative to stable"),
    ),
    "words-kept": ("It went from stable to negative.", "It went from stable to negative.", None),
    "words-without-a-to": ("It went from stable to negative.", "It went from negative and stable.", None),
    "words-without-a-from": ("It went from stable to negative.", "It went on negative to stable.", None),
    "one-word-of-two": ("It went from stable to negative.", "It went from negative to good.", None),
    "for-against": ("The court ruled for Quist.", "The court ruled against Quist.", ("for Quist", "against Quist")),
    "for-a-full-name": ("It ruled for Ada Quist.", "It ruled against Ada Quist.", ("for Ada", "against Ada")),
    "first-words": ("For Quist the court ruled.", "Against Quist the court ruled.", ("for Quist", "against Quist")),
    "for-both": ("The court ruled for Quist.", "The court ruled for Quist.", None),
    "from-to": ("Orr moved from Hull to Velby.", "Orr moved from Velby to Hull.", ("from Hull", "to Hull")),
    "from-only": ("Orr moved from Hull.", "Orr moved to Hull.", None),
    "sold-and-bought": ("Quist bought it from Orr.", "Quist sold it to Orr.", None),
    "of-another-word": ("The court ruled for peace.", "The court ruled against peace.", None),
    "no-word-before": ("Quist ruled.", "Quist ruled.", None),
}


@pytest.mark.parametrize(("claim", "passage", "turned"), PREPOSITIONS.values(), ids=PREPOSITIONS)
def test_prepositions_of_a_name_may_be_turned(claim: str, passage: str, turned: tuple[str, str] | None) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert prepositions_turned(pair.claim, pair.passage, pair.alignment) == turned


DOERS = {
    "beating": ("Quist won the cup.", "Brandt won the cup, beating Quist.", "Brandt"),
    "full-name": ("Quist won the cup.", "Ada Brandt won the cup, beating Quist.", "Ada Brandt"),
    "with": ("Quist won the cup.", "Brandt won the cup with Quist.", "Brandt"),
    "nothing-between": ("Quist won the cup.", "Brandt won, beating Quist.", ""),
    "the-same": ("Quist won the cup.", "Quist won the cup, beating Brandt.", ""),
    "passive": ("Quist won the cup.", "The cup was won by Brandt, beating Quist.", ""),
    "of-an-owner": ("Quist's father won the cup.", "Brandt won the cup, beating Quist.", ""),
    "that": ("The cup that won Quist went.", "Brandt won the cup, beating Quist.", ""),
    "people-of-a-land": ("Norland has taken a pilot.", "Ardania has taken 17 Norlander men and a pilot.", "Ardania"),
    "land-itself": ("Norland has taken a pilot.", "Ardania has taken Norland and a pilot.", ""),
    "land-as-owner": ("Norland has taken a pilot.", "Ardania has taken Norland's pilot.", ""),
    "people-with-their-land": (
        "Norland has taken a pilot.",
        "Norland has taken 17 Ardanian men and a pilot.",
        "",
    ),
    "under": ("The Wends under Quist won the cup.", "Brandt won the cup, beating the Wends under Quist.", "Brandt"),
    "between": ("The feud between Quist and Orr won the cup.", "Brandt won the cup, beating Quist.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "doer"), DOERS.values(), ids=DOERS)
def test_another_may_have_done_it(claim: str, passage: str, doer: str) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert other_doer(pair.claim, pair.passage, pair.alignment) == doer


ACTING = {
    "active": ("Quist shot a film by Brandt.", "Brandt shot a film by Quist.", True),
    "passive": ("Quist was shot by Brandt.", "Brandt was shot by Quist.", True),
    "active-and-passive": ("Quist shot Brandt.", "Brandt was shot by Quist.", False),
    "another": ("Quist praised Orr.", "Lenz praised Quist.", False),
    "same": ("Quist shot Brandt.", "Quist shot Brandt.", False),
    "mutual": ("Quist met Orr.", "Orr met Quist.", False),
    "converse": ("Quist bought it from Orr.", "Orr sold it to Quist.", False),
    "scout": ("Quist scouts Brandt.", "Brandt, a scout, left.", False),
}


@pytest.mark.parametrize(("claim", "passage", "acts"), ACTING.values(), ids=ACTING)
def test_the_object_may_be_the_doer(claim: str, passage: str, acts: bool) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert object_acts(pair.claim, pair.passage, pair.alignment) is acts


# Text, and whether more or less is said of something than of its last name.
COMPARED = {
    "more": ("Orr sold more cars than Lenz", 1),
    "fewer": ("Orr sold fewer cars than Lenz", -1),
    "full-name": ("Orr sold more cars than Ada Lenz", 1),
    "article": ("Orr sold more cars than the Lenz", 1),
    "nearest": ("Fewer saw that Orr sold more cars than Lenz", 1),
    "without-a-than": ("Orr sold more cars to Lenz", 0),
    "than-of-another": ("Orr sold more than cars to Lenz", 0),
    "rather": ("Orr sold cars rather than Lenz", 0),
    "alone": ("Lenz", 0),
}


@pytest.mark.parametrize(("text", "way"), COMPARED.values(), ids=COMPARED)
def test_a_name_may_be_compared_with(text: str, way: int) -> None:
    reading = read(text)
    assert compared_with(reading, len(reading.words) - 1) == way


CROSSED = {
    "names": (
        "Towers come from Hull and blades from Velby.", "Blades come from Hull and towers from Velby.",
        ("come", "blades"),
    ),
    "figures": (
        "The bus takes 37 minutes and the tram 62.", "The tram takes 37 minutes; the bus takes 62.",
        ("takes", "tram"),
    ),
    "straight": (
        "Towers come from Hull and blades from Velby.", "Towers come from Hull and blades from Velby.", None,
    ),
    "other-order": (
        "Towers come from Hull and blades from Velby.", "Blades come from Velby and towers from Hull.", None,
    ),
    "no-joint": ("Towers come from Hull, blades from Velby.", "Blades come from Hull, towers from Velby.", None),
    "more-behind": (
        "Towers come from Hull, while blades from Velby sink.", "Blades come from Hull while towers from Velby sink.",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "heads"), CROSSED.values(), ids=CROSSED)
def test_the_ends_of_two_statements_may_be_crossed(claim: str, passage: str, heads: tuple[str, str] | None) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert pairs_crossed(pair.claim, pair.passage, pair.alignment, bound_places(pair)) == heads


def test_a_participle_behind_an_owner_has_no_two_ends() -> None:
    claim = "Ida Berg, who heads Norland's wounded veterans, will replace Pell."
    passage = "The secretary, Tom Pell, will be succeeded by the leader of Norland's wounded veterans, Ida Berg."
    assert judge(claim, passage).stance is not Stance.CONFLICTS
