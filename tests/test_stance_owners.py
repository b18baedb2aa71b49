"""Whose a figure is, and who stands where the claim has another, each beside the pair in which it is the same one."""

from __future__ import annotations

import pytest
from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.other_names import has_another_place, names_another, refers_to_another, someone_else
from factcheck.stance.owners import owners_exchanged, told_of_the_rest
from factcheck.stance.sides import other_side

HOLDS, EXCHANGED = "Orr holds 194 men.", "Lenz holds 194 men and Orr 286."

OWNERS = {
    "exchanged": (HOLDS, EXCHANGED, ("Orr", "Lenz")),
    "exchanged-behind-a-word": ("Then Orr holds 194 men.", f"Then {EXCHANGED}", ("Orr", "Lenz")),
    "its-own": (HOLDS, "Orr holds 194 men and Lenz 286.", None),
    "in-two-sentences": (HOLDS, "Lenz holds 194 men. Orr holds 286.", None),
    "of-both": ("Orr and Lenz hold 194 men.", EXCHANGED, None),
    "in-a-place": ("In Orr they hold 194 men.", EXCHANGED, None),
    "in-a-place-there": (HOLDS, "In Lenz they hold 194 men and in Orr 286.", None),
    "much-between": ("Orr, an old, big and odd town, holds 194 men.", EXCHANGED, None),
    "dates": ("Orr met Lenz in 2019.", "Lenz met in 2019 and Orr in 2020.", None),
    "no-verb": ("Orr's 194 men left.", EXCHANGED, None),
    "headline": ("ORR holds 194 men.", "LENZ holds 194 men and ORR 286.", None),
}


@pytest.mark.parametrize(("claim", "passage", "owners"), OWNERS.values(), ids=OWNERS)
def test_whose_a_figure_is(claim: str, passage: str, owners: tuple[str, str] | None) -> None:
    assert owners_exchanged(lay_side_by_side(claim, passage, None, None, "")) == owners


COAL = "About two thirds of the power comes from coal and the rest from wind."
OF_WIND, OF_COAL = "of the power comes from wind.", "of the power comes from coal."

# Claim, passage, and the claim's share with what of the passage it is told of.
RESTS = {
    "most-of-the-rest": (f"Most {OF_WIND}", COAL, ("Most", "the rest wind")),
    "the-share-itself-of-the-rest": (f"Two thirds {OF_WIND}", COAL, ("Two thirds", "the rest wind")),
    "more-than-half-of-the-rest": (f"More than half {OF_WIND}", COAL, ("half", "the rest wind")),
    "rest-of-the-share": (f"A third {OF_COAL}", COAL, ("A third", "two thirds")),
    "share-of-the-share": (f"Two thirds {OF_COAL}", COAL, None),
    "most-of-the-share": (f"Most {OF_COAL}", COAL, None),
    "rest-of-the-rest": (f"A third {OF_WIND}", COAL, None),
    "half-of-each": (f"Half {OF_WIND}", "Half of the power comes from coal and the rest from wind.", None),
    "of-both": ("Two thirds of the power comes from coal and wind.", COAL, None),
    "rest-in-the-claim": ("Most of the power comes from coal and the rest from wind.", COAL, None),
    "per-cent": (
        "Orr owns 60 per cent of the yard.",
        "Lenz owns 60 per cent of the yard, Orr the remainder.",
        ("60 per cent", "the rest Orr"),
    ),
    "more-than-leaves-less": (
        f"More than half {OF_WIND}",
        "More than half of the power comes from coal, the rest from wind.",
        ("half", "the rest wind"),
    ),
    "less-than-leaves-more": (
        f"Less than half {OF_WIND}",
        "Less than half of the power comes from coal, the rest from wind.",
        ("half", "the rest wind"),
    ),
    "at-least": (
        f"Two thirds {OF_WIND}",
        "At least two thirds of the power comes from coal and the rest from wind.",
        None,
    ),
    "rest-of-something": (
        f"Two thirds {OF_WIND}",
        "Two thirds of the power comes from coal and the rest of wind.",
        None,
    ),
    "a-rest": (f"Two thirds {OF_WIND}", "Two thirds of the power comes from coal and a rest from wind.", None),
    "three-parts": (
        f"Two thirds {OF_WIND}",
        "Two thirds of the power comes from coal, a quarter from gas, the rest from wind.",
        None,
    ),
    "in-the-next-sentence": (
        f"Two thirds {OF_WIND}",
        "Two thirds of the power comes from coal. The rest is wind.",
        None,
    ),
    "no-joint": (f"Two thirds {OF_WIND}", "Two thirds of the power comes from coal not from the rest wind.", None),
    "amount": ("Wind makes £60m.", "Coal makes £60m and wind the rest.", None),
}


@pytest.mark.parametrize(("claim", "passage", "told"), RESTS.values(), ids=RESTS)
def test_a_share_may_be_told_of_the_rest(claim: str, passage: str, told: tuple[str, str] | None) -> None:
    assert told_of_the_rest(lay_side_by_side(claim, passage, None, None, "")) == told


def test_what_is_told_of_the_rest_contradicts() -> None:
    judgement = judge(f"Most {OF_WIND}", COAL)
    assert judgement.stance is Stance.CONFLICTS and judgement.shown


QUERIED, DIVERS = "The council queried a transfer of £48,500 with its bank.", "Norvia sent 48 divers to help Tarn."
SHELLED = "Ardania's troops shelled Tesk on Monday."

SIDES = {
    "bank-instead": (QUERIED, "A bank queried a transfer of £48,500.", "", ("council", "bank")),
    "council-itself": (QUERIED, "The council queried a transfer of £48,500.", "", None),
    "from": (DIVERS, "Norvia said that 48 divers arrived from neighbouring Tarn.", "", ("to Tarn", "from Tarn")),
    "in": (DIVERS, "Norvia said that 48 divers arrived in neighbouring Tarn.", "", None),
    "from-by-one-digit": ("Norvia sent 4 divers to Tarn.", "Norvia said 4 divers came from Tarn.", "", None),
    "troops-of-the-other": (
        SHELLED, "Kelmark's troops shelled Tesk on Monday.", "Ardania fights Kelmark.", ("Ardania's", "Kelmark's"),
    ),
    "troops-of-an-unknown": (SHELLED, "Kelmark's troops shelled Tesk on Monday.", "Ardania fights.", None),
    "troops-of-its-own": (SHELLED, "Ardanian troops shelled Tesk on Monday.", "Ardania fights Kelmark.", None),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "context", "sides"), SIDES.values(), ids=SIDES)
def test_which_side_it_was(claim: str, passage: str, context: str, sides: tuple[str, str] | None) -> None:
    assert other_side(lay_side_by_side(claim, passage, None, None, context)) == sides


# The sentence before the passage, the passage, and whether its "he", "she" or "it" is of whom that sentence opens with.
POINTED = {
    "it": ("Hallam Bank was fined in May.", "It sold the yard.", True),
    "it-of-the-claim-too": ("Hallam Bank sued Orrin Mills in May.", "It sold the yard.", False),
    "it-behind-a-person": ("The manager, Ruth Pell, was fined in May.", "It sold the yard.", False),
    "it-behind-who-may-be-one": ("Pell was fined in May.", "It sold the yard.", False),
    "it-behind-another-subject": ("Workers at Hallam Bank were fined in May.", "It sold the yard.", False),
    "she": ("Governor Ruth Pell was fined in May.", "She sold the yard.", True),
    "she-behind-a-bank": ("Hallam Bank was fined in May.", "She sold the yard.", False),
    "she-behind-two-offices": ("Former deputy governor Ruth Pell was fined in May.", "She sold the yard.", False),
    "they": ("Hallam Bank was fined in May.", "They sold the yard.", False),
    "named": ("Hallam Bank was fined in May.", "Orrin Mills sold the yard.", False),
    "no-name": ("The bank was fined in May.", "It sold the yard.", False),
}


@each(POINTED)
def test_whom_a_pronoun_is_of(row: tuple[str, str, bool]) -> None:
    before, passage, expected = row
    context = f"Orrin Mills closes\nOrrin Mills is to close.\n{before}"
    pair = lay_side_by_side("Orrin Mills sold the yard.", passage, None, None, context)
    assert refers_to_another(pair) is expected
    if expected:
        assert shown("Orrin Mills sold the yard.", passage, context) is Stance.NEUTRAL


def test_a_pronoun_may_be_of_a_name_further_on_in_the_claim() -> None:
    context = "Orrin Mills closes\nOrrin Mills is to close.\nHallam Bank was fined in May."
    pair = lay_side_by_side("The lender sold the yard to Orrin Mills.", "It sold the yard.", None, None, context)
    assert not refers_to_another(pair)


def test_a_pronoun_without_a_sentence_before_is_of_nobody_else() -> None:
    assert not refers_to_another(lay_side_by_side("Orrin Mills sold the yard.", "It sold the yard.", None, None, ""))


FREES, FREED, MET = "Ardania is to free ten men.", "free ten men.", "Ardania and Kelmark met."
DRONES, TO_HALE = "Ardania bought drones.", "The state sent troops to Hale."

# Claim, passage, context, and what holds: somebody else is named, in another place, or the claim's name by nobody.
NAMED = {
    "unnamed": (DRONES, "Kelmark bought drones.", "", "unnamed"),
    "other-of-the-context": (DRONES, "Kelmark bought drones.", "Ardania and Kelmark met.", "else"),
    "other-of-another-sentence": (DRONES, "Kelmark bought drones.", "Ardania met. Kelmark left.", "else"),
    "it": (DRONES, "It bought drones.", "Ardania met.", ""),
    "it-behind-experts": (DRONES, "Experts in Kelmark say that it bought drones.", "Ardania met.", ""),
    "described": ("Orr stole £9,000.", "A clerk who stole £8,000 was jailed at Hale Court.", "Orr was the clerk.", ""),
    "described-and-another": (
        "Orr stole £9,000.",
        "A clerk said Lund stole £8,000 of it.",
        "Orr was the clerk.",
        "else",
    ),
    "named-and-where": ("Orr stole £9,000.", "The clerk who stole £8,000 was jailed at Hale Court.", "Orr met.", ""),
    "place": (TO_HALE, "The state sent troops to Orr.", "Hale met.", "else place"),
    "same-place": (TO_HALE, "The state sent troops to Hale.", "Hale met.", ""),
    "owner": ("Hale's troops left.", "Orr's troops left.", "Hale met.", "else"),
    "bank-of": ("The bank of Hale shut.", "Orr's bank shut.", "Hale and Orr met.", "else"),
    "bank-of-the": ("The bank of the Hale shut.", "Orr's bank shut.", "Hale and Orr met.", "else"),
    "bank-of-and-nobody-named": ("The bank of Hale shut.", "The old bank shut.", "Hale and Orr met.", ""),
    "bank-beside": ("The bank near Hale shut.", "It shut Orr's bank.", "Hale and Orr met.", ""),
    "doer-behind-an-it": (FREES, f"Kelmark is to open the dam, which it shut in May, and {FREED}", MET, "else"),
    "doer-behind-the-name-of-a-thing": (
        FREES,
        f"Kelmark is to open the Tarn dam, which it shut in May, and {FREED}",
        MET,
        "else",
    ),
    "it-itself": (FREES, f"It is to open the Tarn dam, which Kelmark shut in May, and {FREED}", MET, ""),
    "passive": (FREES, "Kelmark said it hoped that ten men would be freed.", MET, ""),
    "minister-for-his-land": (
        FREES,
        f"Jan Orr is to open a dam, which it shut in May, and {FREED}",
        "Jan Orr is a minister of Ardania.",
        "",
    ),
    "minister-by-surname": (
        FREES,
        f"Orr is to open a dam, which it shut in May, and {FREED}",
        "Jan Orr is a minister of Ardania.",
        "",
    ),
    "minister-of-another": (
        FREES,
        f"Orr is to open a dam, which it shut in May, and {FREED}",
        "Jan Orr came. Ardania lost.",
        "else",
    ),
    "its-minister": (FREES, f"Its envoy Jan Orr will go to a town that it shut and {FREED}", MET, ""),
    "party-of-the-town": (
        FREES,
        f"The Kelmark-based party is to open a dam, which it shut in May, and {FREED}",
        MET,
        "",
    ),
    "owner-of-the-doer": (
        "Ardania's wife is to free ten men.",
        f"Kelmark is to open a dam, which it shut in May, and {FREED}",
        MET,
        "",
    ),
    "mutual": ("Ardania met Lenz.", "Kelmark says it met Lenz.", MET, ""),
    "not-of-the-owner": ("Hale's troops left.", "The fund in Orr said troops left.", "Hale met.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "context", "expected"), NAMED.values(), ids=NAMED)
def test_who_is_named_instead(claim: str, passage: str, context: str, expected: str) -> None:
    pair = lay_side_by_side(claim, passage, None, None, context)
    found = {
        "else": someone_else(pair), "place": has_another_place(pair),
        "unnamed": names_another(pair) == "the source does not name Ardania",
    }  # fmt: skip
    assert found == {name: name in expected.split() for name in found}


SAME_CHARGE = "Denise Hale was cleared by a jury of the same charge."
OF_FRAUD = "Clerk jailed\nA clerk was jailed.\nKarl Hale admitted a charge of theft from pensioners."
# The claim, the passage, the sentences before it, and whether the claim is contradicted.
SAME = {
    "convicted": ("Denise Hale was convicted of theft from pensioners.", SAME_CHARGE, OF_FRAUD, True),
    "of-something-else": ("Denise Hale was convicted of arson in Velby.", SAME_CHARGE, OF_FRAUD, False),
    "not-the-same": (
        "Denise Hale was convicted of theft from pensioners.", SAME_CHARGE.replace("the same", "another"), OF_FRAUD,
        False),
    "said-earlier": (
        "Denise Hale was convicted of theft from pensioners.", SAME_CHARGE, f"{OF_FRAUD} He wept.", False),
}  # fmt: skip


@each(SAME)
def test_the_same_charge_is_that_of_the_sentence_before(row: tuple[str, str, str, bool]) -> None:
    claim, passage, context, contradicted = row
    assert (shown(claim, passage, context) is Stance.CONFLICTS) is contradicted
