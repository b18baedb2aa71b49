"""Of whom a sentence says something by its build, each beside one that does say it of the claim's subject."""

from __future__ import annotations

import pytest

from factcheck.models import Stance
from factcheck.stance.decide import judge
from factcheck.stance.features import SideBySide, lay_side_by_side
from factcheck.stance.other_bearers import of_the_newly_named, other_bearer, other_belonging, verb_from_around
from factcheck.stance.reading import read
from factcheck.stance.roles import is_verb


def pair_of(claim: str, passage: str, context: str = "") -> SideBySide:
    return lay_side_by_side(claim, passage, None, None, context)


# Claim, passage, what stands before it, and of whom the passage says it, "" where of the claim's own subject.
BEARERS = {
    "which": (
        "Vindal owns the Ringvik mill.",
        "Shares in Norkraft, which owns the Ringvik mill, fell, while the rival company Vindal gained 5 per cent.",
        "",
        "Norkraft",
    ),
    "which-itself": (
        "Norkraft owns the Ringvik mill.",
        "Shares in Norkraft, which owns the Ringvik mill, fell, while the rival company Vindal gained 5 per cent.",
        "",
        "",
    ),
    "which-gave": (
        "The University of Castra gave £6.5m for the survey.",
        "The survey was led by the University of Castra and paid for by the Halden Foundation, which gave £6.5m.",
        "",
        "Foundation",
    ),
    "which-of-a-phrase": (
        "Lund runs the theatre.",
        "The chairman of Lund, which runs the theatre, has resigned.",
        "",
        "",
    ),
    "who-has": (
        "Sarah Orr has written two novels.",
        "Sarah Orr moved in with Peter Voss, who has written two novels, in a house near Tarn.",
        "",
        "Voss",
    ),
    "named-twice": (
        "Orr owns the quay.",
        "Orr said on Monday that Orr Lines, which owns the quay, would pay.",
        "",
        "",
    ),
    "brother": (
        "Daniel Corbett is still held in a camp near Tarsk.",
        "His brother Mark is still held in a camp near Tarsk.",
        "Daniel Corbett was captured at Sorvino in February.",
        "brother",
    ),
    "daughter": (
        "Edith Lowe studied chemistry in Lund.",
        "Her eldest daughter studied chemistry in Lund.",
        "Edith Lowe kept a shop in Tarn.",
        "daughter",
    ),
    "lawyer-of-him": (
        "Paul Dace will appeal.",
        "His lawyer said that he would appeal.",
        "Paul Dace was sentenced on Monday.",
        "",
    ),
    "his-book": (
        "Paul Dace was praised in Lund.",
        "His book was praised in Lund.",
        "Paul Dace wrote about the sea.",
        "",
    ),
    "former": (
        "Arlov called for a truce of thirty days.",
        "The former called for a truce of thirty days; the latter offered one of ten.",
        "Helen Straub met Viktor Arlov in Geneva.",
        "former",
    ),
    "former-minister": (
        "Arlov called for a truce of thirty days.",
        "The former minister Arlov called for a truce of thirty days.",
        "",
        "",
    ),
    "passengers": (
        "Freight may cross into Tarland.",
        "Passengers still may not cross.",
        "Tarland reopened the border for freight in June.",
        "Passengers",
    ),
    "the-passengers": (
        "Freight may cross into Tarland.",
        "It still may not cross.",
        "Tarland closed the border for freight in June.",
        "",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "context", "bearer"), BEARERS.values(), ids=BEARERS)
def test_the_build_of_a_sentence_tells_of_whom_it_speaks(claim: str, passage: str, context: str, bearer: str) -> None:
    assert other_bearer(pair_of(claim, passage, context)) == bearer


BELONGING = {
    "of-another": (
        "Helen Straub is the foreign minister of Karvia.",
        "The foreign ministers, Helen Straub of Ostria and Viktor Arlov of Karvia, met in Geneva.",
        True,
    ),
    "of-its-own": (
        "Viktor Arlov is the foreign minister of Karvia.",
        "The foreign ministers, Helen Straub of Ostria and Viktor Arlov of Karvia, met in Geneva.",
        False,
    ),
    "from-another": (
        "Anna Reed is a runner from Orr.",
        "The runners Anna Reed from Tarn and Lucy Hale from Orr shared the prize.",
        True,
    ),
    "of-one-place": (
        "Anna Reed is a runner from Tarn.",
        "The runner Anna Reed from Tarn beat Lucy Hale from Orr.",
        False,
    ),
}


@pytest.mark.parametrize(("claim", "passage", "is_other"), BELONGING.values(), ids=BELONGING)
def test_each_name_has_its_own_of(claim: str, passage: str, is_other: bool) -> None:
    assert (other_belonging(pair_of(claim, passage)) is not None) is is_other


VERBS = {
    "from-around": (
        "Bexley Biotech has completed its trial.",
        "Bexley Biotech is still recruiting volunteers for its trial.",
        "The rival finished its own in May.",
        "completed",
    ),
    "here": (
        "Bexley Biotech has completed its trial.",
        "Bexley Biotech has finished its trial.",
        "It began in May.",
        "",
    ),
    "none-of-its-own": (
        "Bexley Biotech has completed its trial.",
        "Bexley Biotech, too, with its trial.",
        "The rival finished its own in May.",
        "",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "context", "verb"), VERBS.values(), ids=VERBS)
def test_a_verb_is_not_borrowed_from_what_stands_around(claim: str, passage: str, context: str, verb: str) -> None:
    assert verb_from_around(pair_of(claim, passage, context)) == verb


@pytest.mark.parametrize(
    ("text", "verb"), [("A king.", False), ("A bed.", False), ("Sinking.", True), ("Opened.", True)]
)
def test_a_verb_has_an_ending_of_its_own(text: str, verb: bool) -> None:
    reading = read(text, None)
    assert is_verb(reading, len(reading.words) - 1) is verb


def test_a_plural_that_the_claim_names_is_not_new() -> None:
    pair = pair_of(
        "Passengers may cross into Tarland.", "Passengers still may not cross.", "Tarland closed the border."
    )
    assert not of_the_newly_named(pair)


# Claim, passage, and what stands before it: in other words the same, or of another matter.
NO_CONFLICTS = {
    "first-time": (
        "Straub and Arlov had not met before during the war.",
        "The ministers, Straub and Arlov, met for the first time since the war began.",
        "",
    ),
    "given-and-received": (
        "LV-1 gave a third of its recipients a fever.",
        "LV-1 was abandoned because it caused fever in a third of the people who received it.",
        "",
    ),
    "other-verb-denied": (
        "The volunteers were given the vaccine.",
        "No volunteer died of the disease.",
        "Half of the volunteers got two doses of the vaccine.",
    ),
    "new-plural": (
        "Freight may again cross from Mirrow into Tarland.",
        "Passengers still may not cross.",
        "Tarland, which closed its border with Mirrow in May, reopened it for freight in June.",
    ),
}


@pytest.mark.parametrize(("claim", "passage", "context"), NO_CONFLICTS.values(), ids=NO_CONFLICTS)
def test_nothing_is_contradicted_by_another_matter(claim: str, passage: str, context: str) -> None:
    judgement = judge(claim, passage, context=context)
    assert not (judgement.shown and judgement.stance is Stance.CONFLICTS)


def test_what_is_denied_of_the_same_contradicts() -> None:
    judgement = judge("Passengers may cross into Tarland.", "Passengers still may not cross into Tarland.")
    assert judgement.shown
    assert judgement.stance is Stance.CONFLICTS
