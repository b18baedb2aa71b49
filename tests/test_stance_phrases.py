"""Phrases that say what one word says, and verbs that only carry a noun."""

import re

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance import lexicon, phrases
from factcheck.stance.features import lay_side_by_side
from factcheck.stance.light_verbs import light_verbs
from factcheck.stance.phrases import find_phrases
from factcheck.stance.reading import read
from factcheck.words import stem, tokens

FOUND = {
    "plain": ("The council turned down the plan.", {"turned": "reject"}),
    "object-within": ("The council turned the new plan down.", {"turned": "reject"}),
    "no-verb-within": ("The lorry turned left and drove down.", {}),
    "no-preposition-within": ("The lorry turned at the lights, down the hill.", {}),
    "too-far": ("She turned the very old and quite badly rusted crank down.", {}),
    "owner": ("Two divers lost their lives.", {"lost": "die"}),
    "no-owner": ("Two divers lost some lives.", {}),
    "other-form": ("The yard was in charge of the ferries.", {"was": "manage"}),
    "longest": ("Brown took over from Smith.", {"took": "succeed"}),
    "article-left-out": ("Ministers gave the green light.", {"gave": "approve"}),
    "other-article": ("Ministers gave a green light.", {"gave": "approve"}),
}


def _says(text: str) -> dict[str, str]:
    reading = read(text)
    return {reading.words[place].text: reading.words[place].stem for place in reading.phrase_ends}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_a_phrase_is_found_and_says_what_its_word_says(text: str, expected: dict[str, str]) -> None:
    assert _says(text) == {word: stem(meaning) for word, meaning in expected.items()}


def test_a_phrase_may_end_at_the_end_of_a_text() -> None:
    assert find_phrases([("turn", "turn")], [0]).heads == {}


def test_a_denial_within_a_phrase_denies_nothing_behind_it() -> None:
    reading = read("The council said no to the wind farm.")
    assert {word.depth for word in reading.words} == {0}
    assert reading.negations == 0


PARAPHRASES = {
    "refused": ("The council turned the wind farm down.", "The council said no to the wind farm.", Stance.SUPPORTS),
    "refused-approved": (
        "The council approved the wind farm.", "The council said no to the wind farm.", Stance.CONFLICTS,
    ),
    "deposit": ("Pilots at Velm put down £200 each.", "Pilots at Velm paid deposits of £200 each.", Stance.SUPPORTS),
    "kept-seat": ("Ada Quist was re-elected in May.", "Ada Quist kept her seat in May.", Stance.SUPPORTS),
    "failed-talks": (
        "The talks in Velm failed.", "The talks in Velm ended without agreement.", Stance.SUPPORTS,
    ),
    "no-failed-talks": (
        "The talks in Velm succeeded.", "The talks in Velm ended without agreement.", Stance.CONFLICTS,
    ),
    "voted-only": ("Pilots went on strike in March.", "Pilots voted to strike in March.", Stance.NEUTRAL),
    "carried-noun": ("The union held talks with the port.", "The union talked with the port.", Stance.SUPPORTS),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), PARAPHRASES.values(), ids=PARAPHRASES.keys())
def test_a_claim_is_met_by_its_paraphrase(claim: str, passage: str, stance: Stance) -> None:
    assert judge(claim, passage).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ada Quist was re-elected in May.", "Ada Quist is seeking another term in May."),
        ("Ada Quist won the marathon on Sunday.", "Ada Quist took silver in the marathon on Sunday."),
    ],
    ids=["seeks-it", "silver"],
)
def test_what_only_sounds_like_it_is_no_paraphrase(claim: str, passage: str) -> None:
    judged = judge(claim, passage)
    assert not (judged.shown and judged.stance is Stance.SUPPORTS)


def test_a_reason_quotes_the_whole_phrase() -> None:
    (reason,) = judge("The council approved the wind farm.", "The council said no to the wind farm.").reasons[:1]
    assert reason == "the claim says “approved”, the source “said no”"


def test_words_within_a_phrase_are_met_by_themselves() -> None:
    pair = lay_side_by_side("Two divers left lives behind.", "Two divers lost their lives.", None, None, "")
    assert "lives" in [pair.passage.words[link.passage].text for link in pair.alignment.links if link.covered]


CARRIED = {
    "made": ("Ministers made a difficult decision on Monday.", {"made": "decision"}),
    "held": ("The union held talks with the port.", {"held": "talks"}),
    "carried-out": ("Divers carried out a search of the dock.", {"carried": "search"}),
    "thing": ("The yard made a film.", {}),
    "other-object": ("The port gave the decision maker a tug.", {}),
    "another-verb": ("The union rejected an offer.", {}),
    "clause": ("That was what she made, a decision followed.", {}),
    "end": ("The yard made", {}),
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED.keys())
def test_a_light_verb_carries_a_noun_of_doing(text: str, expected: dict[str, str]) -> None:
    reading = read(text)
    assert {reading.words[verb].text: reading.words[noun].text for verb, noun in reading.light.items()} == expected


def test_a_light_verb_is_not_met_where_the_noun_is_not_done() -> None:
    pair = lay_side_by_side("The port made an offer.", "The port rejected an offer.", None, None, "")
    assert [pair.claim.words[link.claim].text for link in pair.alignment.links if not link.covered] == ["made"]


def test_no_verbs_no_places() -> None:
    assert light_verbs([], []) == {}


def _phrase_lines() -> list[str]:
    return [line for lines in phrases._lines().values() for line in lines]


def test_each_phrase_stands_once_and_says_single_words() -> None:
    lines = _phrase_lines()
    written = [line.split(" = ")[0] for line in lines]
    assert sorted(word for word in set(written) if written.count(word) > 1) == []
    for line in lines:
        phrase, meaning = line.split(" = ")
        assert len(phrase.split()) > 1, line
        assert all(len(word.split()) == 1 for word in meaning.removeprefix("not ").split(", ")), line


def test_each_phrase_is_found_in_its_own_words() -> None:
    lost = []
    for line in _phrase_lines():
        text = line.split(" = ")[0].replace("one's", "their").replace("oneself", "herself").replace("...", "the thing")
        words = [(token.plain, token.stem) for token in tokens(text)]
        if not find_phrases(words, [0] * len(words)).places:
            lost.append(line)
    assert lost == []


@pytest.mark.parametrize("openings", [-(10**6), 10**6], ids=["looked for", "listed"])
def test_each_word_of_the_relations_is_found_by_its_stem(openings: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon._Sought, "openings", openings)
    lost = []
    for line in lexicon._relation_lines():
        for word in () if "/" in line else re.findall("[^ |<>~]+", line):
            if lexicon._read_line(line) not in lexicon._lines_of(stem(word)):
                lost.append((word, line))
    assert lost == []


def test_a_word_of_a_name_turns_nothing_round() -> None:
    pair = lay_side_by_side("Voss separated the two yards.", "The two yards belong to United Voss.", None, None, "")
    assert "separated" in [pair.claim.words[link.claim].text for link in pair.alignment.links if not link.covered]


def test_a_word_of_a_group_is_found_by_the_letters_it_shares_with_its_stem() -> None:
    assert [word for group in lexicon._groups() for word in group if not lexicon.is_typed_name(stem(word))] == []
    assert not lexicon.is_typed_name("harbor")
