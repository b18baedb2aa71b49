"""What a text says is to come or only called for, each beside what it says is so."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance.features import lay_side_by_side
from factcheck.stance.modality import is_only_planned, is_only_possible, is_planned, opinion_word, speaks_of_plans
from factcheck.stance.reading import read

PUBLISHED = date(2024, 3, 11)

TO_COME = {
    "will": ("The bath will close.", True),
    "first-word": ("Will it close?", True),
    "is-to": ("The bath is to close.", True),
    "is-to-first": ("Is to close.", True),
    "going-to": ("They are going to close it.", True),
    "are-closing": ("The baths are closing.", True),
    "is-closing": ("The bath is closing.", True),
    "was-closing": ("He was closing it.", False),
    "closing-first": ("Closing it, they sang.", False),
    "is-during": ("It is during the week.", False),
    "closed": ("The bath closed in May.", False),
    "may-of-a-date": ("They closed it in May 2023.", False),
}


@pytest.mark.parametrize(("text", "plans"), TO_COME.values(), ids=TO_COME)
def test_a_text_may_speak_of_what_is_to_come(text: str, plans: bool) -> None:
    assert speaks_of_plans(read(text, PUBLISHED)) is plans


# Text, and one of its words, which it says only as a plan or a wish.
PLANNED = {
    "will": ("The council will close the baths.", "close"),
    "seven-words-before": ("It will in a year and a half close the baths.", "close"),
    "was-meant-to": ("The bath was meant to open.", "open"),
    "vote-to": ("A vote to rename it failed.", "rename"),
    "opens-with-a-vote": ("Votes to rename it failed.", "rename"),
    "enough-to": ("The stores are enough, it says, to last until July.", "last"),
    "likely-behind": ("Snow is likely.", "Snow"),
    "asked-long-before": ("They asked the old council of the little town by the sea for the baths.", "baths"),
    "called-for": ("They have called twice for the hall to be heated.", "heated"),
    "first-word-called-for": ("Calls for baths grew.", "baths"),
    "faces-up-to": ("He faces up to six months in prison.", "prison"),
    "risked-a-sentence": ("She risked a long sentence in prison.", "prison"),
    "carries-a-maximum": ("The offence carries a maximum of six months in prison.", "prison"),
    "but-both-planned": ("They slept, but will close the baths.", "close"),
}
NOT_PLANNED = {
    "nothing": ("The council closed the baths.", "closed"),
    "eight-words-before": ("It will by and by in some year or other close the baths.", "close"),
    "behind-but": ("It will rain but they closed the baths.", "closed"),
    "of-another-stretch": ("It will rain, they closed the baths.", "closed"),
    "behind-it": ("They closed the baths and will rest.", "closed"),
    "month": ("In May they closed the baths.", "closed"),
    "name": ("The group May Hope closed the baths.", "closed"),
    "to-without-a-vote": ("They came to rest.", "rest"),
    "first-word": ("Closed baths leak.", "Closed"),
    "enough-without-to": ("They had enough and closed it.", "closed"),
    "faces-charges": ("He faces two counts of arson and theft.", "arson"),
    "faces-the-sea": ("The jail faces the old harbour.", "harbour"),
    "faced-then-jailed": ("He faced up to six months in jail, and was jailed.", "jailed"),
    "likely-of-another-stretch": ("They closed it, snow is likely.", "closed"),
    "called-without-for": ("They called at the heated hall.", "heated"),
    "for-before-a-call": ("They paid for calls in heated halls.", "heated"),
    "called-of-another-stretch": ("They called for peace, and the hall was heated.", "heated"),
    "asked-of-another-stretch": ("They asked, and they closed it.", "closed"),
}
ALL_PLANNED = [pytest.param(*row, True, id=name) for name, row in PLANNED.items()]
ALL_PLANNED += [pytest.param(*row, False, id=name) for name, row in NOT_PLANNED.items()]


@pytest.mark.parametrize(("text", "word", "planned"), ALL_PLANNED)
def test_a_word_may_be_said_as_a_plan_only(text: str, word: str, planned: bool) -> None:
    reading = read(text, PUBLISHED)
    place = next(at for at, each in enumerate(reading.words) if each.text == word)
    assert is_planned(reading, place) is planned


# Claim, passage, and whether the passage has only as a plan what the claim says was asked, promised or offered.
ASKED = {
    "is-expected-to-ask": ("The king has asked Holt to rule.", "The king is expected to ask Holt to rule.", True),
    "will-offer": ("Orr has offered Lund a ferry.", "Orr will offer Lund a ferry.", True),
    "may-demand": ("The union demanded a fifth ferry.", "The union may demand a fifth ferry.", True),
    "asked": ("The king has asked Holt to rule.", "The king asked Holt to rule.", False),
    "offers": ("Orr has offered Lund a ferry.", "Orr offers Lund a ferry.", False),
    "both-to-come": ("The king will ask Holt to rule.", "The king is expected to ask Holt to rule.", False),
}


@pytest.mark.parametrize(("claim", "passage", "planned"), ASKED.values(), ids=ASKED)
def test_what_was_asked_is_not_borne_out_by_what_is_to_be_asked(claim: str, passage: str, planned: bool) -> None:
    pair = lay_side_by_side(claim, passage, PUBLISHED, None, "")
    assert is_only_planned(pair.claim, pair.passage, pair.alignment) is planned


OPINIONS = {
    "taste": ("Tarn has the finest baths.", "The baths of Tarn are old.", "finest"),
    "taste-of-both": ("Tarn has the finest baths.", "The baths of Tarn are the finest.", ""),
    "name": ("They met Ada Splendid in Tarn.", "They met in Tarn.", ""),
    "fact": ("Tarn has the oldest baths.", "The baths of Tarn are old.", ""),
}


@pytest.mark.parametrize(("claim", "passage", "word"), OPINIONS.values(), ids=OPINIONS)
def test_a_word_of_taste_is_an_opinion(claim: str, passage: str, word: str) -> None:
    assert opinion_word(read(claim), read(passage)) == word


# Claim, passage, and whether the claim says "will" of what the passage says "may" of.
POSSIBLE = {
    "could": ("The bath will open in 2031.", "The bath could open in 2031.", True),
    "might-yet": ("The bath will be sold.", "The bath might yet be sold.", True),
    "may-have-to": ("The bath will close.", "The bath may have to close.", True),
    "both-may": ("The bath may close.", "The bath could close.", False),
    "less-than-said": ("The bath could close.", "The bath will close.", False),
    "will-behind-a-could": ("The bath will close.", "The bath, which could have grown, will close.", False),
    "could-of-another": ("The bath will close.", "The bath will close, which could hurt.", False),
    "will-and-could": ("The bath will close.", "The bath could and will close.", False),
    "perhaps-far-before": ("The bath will close.", "Perhaps in a year or two or three it will close.", False),
    "may-of-a-date": ("The bath will close in May.", "The bath is to close in May.", False),
    "neither": ("The bath closed.", "The bath could close.", False),
    "no-word-met": ("The bath will close.", "Orm could sing.", False),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "possible"), POSSIBLE.values(), ids=POSSIBLE)
def test_what_may_be_is_not_what_will(claim: str, passage: str, possible: bool) -> None:
    pair = lay_side_by_side(claim, passage, PUBLISHED, PUBLISHED, "")
    assert is_only_possible(pair.claim, pair.passage, pair.alignment) is possible
