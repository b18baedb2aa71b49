"""Matters turned down or put off, first times, and words that are no opposites: each beside a neighbour."""

from datetime import date

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.reading import read
from factcheck.words import stem

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
PUBLISHED = date(2024, 4, 22)

UNDONE = {
    "shelved": (
        "Orrstead is pressing on with a new swimming pool by the canal.",
        "Orrstead has shelved a plan for a new swimming pool by the canal.", CONFLICTS),
    "shelved-another": (
        "Orrstead is pressing on with a new swimming pool by the canal.",
        "Orrstead is pressing on with a new swimming pool by the canal, but has shelved a new car park.", SUPPORTS),
    "put-off": (
        "Councillors approved a toll on the harbour bridge.",
        "Councillors put off a decision on a toll on the harbour bridge.", CONFLICTS),
    "turned-down-by-the-bidder": (
        "Orr Mills has offered £310m for its rival Lund.",
        "Orr Mills has turned down an offer of £310m from its rival Lund.", CONFLICTS),
    "turned-down-by-the-other": (
        "Orr Mills offered £310m for its rival Lund.",
        "Lund has turned down an offer of £310m from its rival Orr Mills.", NEUTRAL),
    "proposed-then-rejected": (
        "The board proposed a toll on the bridge in May.",
        "A toll on the bridge, which the board proposed in May, was rejected.", SUPPORTS),
    "voted-against": (
        "Nurses at Orr voted against a pay offer of 4 per cent.",
        "Nurses at Orr rejected a pay offer of 4 per cent.", SUPPORTS),
    "rejected-a-report": (
        "The dam at Orr was built after a flood.",
        "The minister rejected claims that the dam at Orr had been opened without warning.", NEUTRAL),
}  # fmt: skip
FIRSTS = {
    "none-for-years": (
        "No mayor of Orr had been removed for more than two decades.",
        "It was the first time in 24 years that a mayor of Orr has been removed.", SUPPORTS),
    "none-before-her": (
        "No woman had led the Orr Symphony Orchestra before Ann Lund.",
        "Ann Lund became the first woman to lead the Orr Symphony Orchestra.", SUPPORTS),
    "none-at-all": (
        "No woman has led the Orr Symphony Orchestra.",
        "Ann Lund became the first woman to lead the Orr Symphony Orchestra.", CONFLICTS),
    "none-to-this-day": (
        "Orr has not removed a mayor for 24 years.", "Orr removed its mayor, the first time in 24 years.", CONFLICTS),
}  # fmt: skip
NO_OPPOSITES = {
    "gave-up-stepped-down": (
        "Orr gave up the post in May.", "Orr, who had held the post for years, stepped down in May."),
    "lifted-dropped-veto": (
        "Ann Orr lifted her veto on Thursday.", "Ann Orr dropped her veto on Thursday."),
    "at-least-or-better": (
        "About a third of Orr's pupils got at least a B.", "A third of Orr's pupils got a B or better."),
    "counted-stops": (
        "The tram will carry on after a petition.", "The tram, which has 12 stops, was saved by a petition."),
    "put-up-that-fell": (
        "The block in Orr that fell had been put up by Lund.", "Nine people were hurt in Orr when a block fell."),
}  # fmt: skip
OPPOSITES = {
    "up-down": ("Prices at the fish market are up.", "Prices at the fish market went down."),
    "turned-up-down": ("Orr turned up the heating in May.", "Orr turned down the heating in May."),
    "lifted-dropped": ("Orr lifted prices in May.", "Orr cut prices in May."),
    "widest-narrowest": (
        "The gap between the two banks is the widest for years.",
        "The gap between the two banks is the narrowest for years."),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "expected"), [*UNDONE.values(), *FIRSTS.values()], ids=[*UNDONE, *FIRSTS])
def test_matter_undone_or_first(claim: str, passage: str, expected: Stance) -> None:
    judgement = judge(claim, passage, published=PUBLISHED)
    shown = judgement.stance if judgement.shown else NEUTRAL
    assert shown is expected


@pytest.mark.parametrize(("claim", "passage"), NO_OPPOSITES.values(), ids=NO_OPPOSITES)
def test_no_conflict_between_words_that_are_no_opposites(claim: str, passage: str) -> None:
    judgement = judge(claim, passage, published=PUBLISHED)
    assert not (judgement.shown and judgement.stance is CONFLICTS)


@pytest.mark.parametrize(("claim", "passage"), OPPOSITES.values(), ids=OPPOSITES)
def test_conflict_between_opposites(claim: str, passage: str) -> None:
    judgement = judge(claim, passage, published=PUBLISHED)
    assert judgement.shown
    assert judgement.stance is CONFLICTS


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("widest", "narrowest", Kin.OPPOSITE),
        ("hotter", "colder", Kin.OPPOSITE),
        ("hotter", "coldest", Kin.NONE),
        ("safest", "dearest", Kin.NONE),
    ],
)
def test_words_of_degree_are_kin_as_their_adjectives_are(first: str, second: str, expected: Kin) -> None:
    assert kin(stem(first), stem(second)) is expected


@pytest.mark.parametrize("text", ["Dearer wheat hurt the mill.", "Everyone left the ferry.", "Busier roads are near."])
def test_no_name_opens_the_sentence(text: str) -> None:
    assert not read(text).names


def test_a_name_opens_the_sentence() -> None:
    assert [name.stems for name in read("Tolver left the ferry.").names] == [("tolver",)]
