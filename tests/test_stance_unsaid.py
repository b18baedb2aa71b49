"""What a passage says of another place, group or deed than the claim, each row beside one that says the claim's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.stance.features import SideBySide, lay_side_by_side
from factcheck.stance.unsaid import (
    is_of_relation,
    not_only,
    other_complement,
    other_end,
    other_form,
    other_object,
    other_one,
    other_place,
    other_post,
    other_verb,
    turned_relation,
)

BURST = "The river burst its banks in Tesk."
FARES = "Tickets cost £12 for adults and £5 for children."
Told = tuple[str, str] | None

# What is asked, claim, passage, and the claim's word with the passage's.
ROWS: dict[str, tuple[Callable[[SideBySide], Told], str, str, Told]] = {
    "place": (other_place, BURST, "The river burst its banks in Kolm, and Tesk was put on alert.", ("Tesk", "Kolm")),
    "place-of-a-full-name": (
        other_place, "The river burst its banks in Old Tesk.",
        "The river burst its banks in Kolm, and Old Tesk was put on alert.", ("Old", "Kolm"),
    ),
    "same-place": (other_place, BURST, "The river burst its banks in Tesk, and Kolm was put on alert.", None),
    "both-places": (other_place, BURST, "The river burst its banks in Kolm and in Tesk.", None),
    "near-a-place": (other_place, BURST, "The river burst its banks near Kolm, and Tesk was put on alert.", None),
    "place-without-a-verb": (other_place, BURST, "The river burst its banks in Kolm, north of Tesk.", None),
    "no-place-of-the-claim": (other_place, "Tesk burst its banks.", "It burst its banks in Kolm, and Tesk fell.", None),
    "those-in-a-place": (
        other_place, "The rivers burst their banks in New Tesk.",
        "The rivers burst their banks in Kolm, while those in New Tesk did so on Monday.", None,
    ),
    "complement": (other_complement, "Tickets cost £12 for children.", FARES, ("children", "adults")),
    "same-complement": (other_complement, "Tickets cost £12 for adults.", FARES, None),
    "complement-with-an-article": (
        other_complement, "Tickets cost £12 for the children.",
        "Tickets cost £12 for the adults; the children pay £5.", ("children", "adults"),
    ),
    "another-preposition": (
        other_complement, "Tickets cost £12 for children.", "Tickets cost £12 by boat and £5 for children.", None,
    ),
    "complement-not-in-the-passage": (
        other_complement, "Tickets cost £12 for children.", "Tickets cost £12 for adults.", None,
    ),
    "complement-of-a-date": (
        other_complement, "The baths opened in 2019 for children.",
        "The baths opened in 2019 for adults, and then for children.", None,
    ),
    "complement-at-the-end": (other_complement, "Children pay £12 for", FARES, None),
    "complement-of-a-figure": (other_complement, "Children pay £12 for 40 tickets.", FARES, None),
    "verb": (
        other_verb, "Some 300 people were killed in Tesk.", "Some 300 people were injured in Tesk.",
        ("killed", "injured"),
    ),
    "same-verb": (other_verb, "Some 300 people were killed in Tesk.", "Some 300 people were killed in Tesk.", None),
    "verb-with-the-same-sense": (
        other_verb, "Some 300 people were killed in Tesk.", "Some 300 people were slain in Tesk.", None,
    ),
    "verb-of-no-count": (other_verb, "People were killed in Tesk.", "People were injured in Tesk.", None),
    "verb-at-the-end": (other_verb, "Some 300 people were killed.", "Some 300 people were injured.", None),
    "adjective": (other_verb, "Some 300 people were killed in Tesk.", "Some 300 people, injured, are in Tesk.", None),
    "end": (
        other_end, "The ban ends at the start of the season.", "The ban ends at the start of July 2024.",
        ("the season", "July"),
    ),
    "same-end": (
        other_end, "The ban ends at the start of the season.", "The ban ends at the start of the season.", None,
    ),
    "end-without-an-of": (other_end, "The ban ends before the season.", "The ban ends before July 2024.", None),
    "end-of-no-time": (other_end, "The ban ends at the start of the play.", "It ends at the start of July 2024.", None),
    "relation": (
        turned_relation, "Ada Quist is the daughter of Karl Brandt.", "Karl Brandt is the daughter of Ada Quist.",
        ("Karl", "Ada"),
    ),
    "same-relation": (
        turned_relation, "Ada Quist is the daughter of Karl Brandt.", "Ada Quist is the daughter of Karl Brandt.",
        None,
    ),
    "relation-in-midst": (
        turned_relation, "In Tarn Ada Quist was the eldest daughter of Karl Brandt.",
        "In Tarn Karl Brandt was the eldest daughter of Ada Quist.", ("Karl", "Ada"),
    ),
    "relation-to-a-thing": (turned_relation, "Ada Quist is the head of it.", "It is the head of Ada Quist.", None),
    "only": (not_only, "Only Norvia voted for it.", "Norvia and Estmark voted for it.", ("Only Norvia", "and Estmark")),
    "only-one": (not_only, "Only Norvia voted for it.", "Norvia voted for it.", None),
    "only-voted": (not_only, "Norvia only voted for it.", "Norvia and Estmark voted for it.", None),
    "only-and-then": (not_only, "Only Norvia voted for it.", "Norvia and then Estmark voted for it.", None),
    "form": (other_form, "Lund paid £4m in shares.", "Lund paid £4m in cash.", ("shares", "cash")),
    "form-of-the-passage-met": (other_form, "Lund paid £4m in cash.", "Lund paid £4m in cash.", None),
    "form-of-the-same-sense": (other_form, "Lund paid £4m in money.", "Lund paid £4m in cash.", None),
    "form-of-the-passage-elsewhere-in-the-claim": (
        other_form, "Lund paid £4m in shares and no cash.", "Lund paid £4m in cash.", None,
    ),
    "form-with-an-article": (other_form, "Lund paid £4m in the shares.", "Lund paid £4m in cash.", None),
    "form-of-a-count": (other_form, "Lund has 40 in stock.", "Lund has 40 in hospital.", None),
    "form-of-another-amount": (other_form, "Lund paid £4m in shares.", "Lund paid £5m in cash.", None),
    "amount-in-a-month": (other_form, "Lund paid £4m in shares.", "Lund paid £4m in May.", None),
    "amount-in-a-town": (other_form, "Lund paid £4m in shares.", "Lund paid £4m in Kolm.", None),
    "amount-behind-another-preposition": (other_form, "Lund paid £4m in shares.", "Lund paid £4m for cash.", None),
    "amount-at-the-end": (other_form, "Lund paid £4m in", "Lund paid £4m in cash.", None),
    "post": (
        other_post, "Quist joined Lund as a pilot in 1991.", "Quist joined Lund as a cook in 1991.", ("pilot", "cook"),
    ),
    "post-with-more-behind-the-verb": (
        other_post, "Quist left the yard at Lund as a pilot.", "Quist left it as a young cook.", ("pilot", "cook"),
    ),
    "same-post": (other_post, "Quist joined Lund as a cook.", "Quist joined Lund as a young cook.", None),
    "broader-post": (other_post, "Quist joined Lund as a doctor.", "Quist joined Lund as a surgeon.", None),
    "narrower-post": (other_post, "Quist joined Lund as a surgeon.", "Quist joined Lund as a doctor.", None),
    "post-in-one-only": (other_post, "Quist joined Lund as a pilot.", "Quist joined Lund.", None),
    "post-of-another-verb": (other_post, "Quist joined Lund as a pilot.", "Quist left Lund as a cook.", None),
    "as-of-another-verb": (
        other_post, "Quist joined Lund as a pilot.", "Quist joined Lund when Orr came as a cook.", None,
    ),
    "as-of-no-person": (other_post, "Quist joined Lund as a pilot.", "Quist joined Lund as a test.", None),
    "as-of-no-person-in-the-claim": (other_post, "Quist joined Lund as a test.", "Quist joined Lund as a cook.", None),
    "both-posts": (other_post, "Quist left as a pilot.", "Quist left as a cook, not as a pilot.", None),
    "post-before-a-town": (
        other_post, "Quist left as a pilot in Lund.", "Quist left as a cook at Lund.", ("pilot", "cook"),
    ),
    "as-at-the-end": (other_post, "Quist joined Lund as", "Quist joined Lund as a cook.", None),
    "the-one-for-another": (
        other_one, "Quist lifted the forecast for copper.",
        "Quist kept the forecast for copper but lifted the one for costs.", ("lifted", "lifted the one for costs"),
    ),
    "those-of-another": (
        other_one, "Lund cut the fares of adults.", "Lund kept the fares of adults and cut those of children.",
        ("cut", "cut those of children"),
    ),
    "the-one-for-the-same": (
        other_one, "Quist lifted the forecast for copper.",
        "Quist kept the forecast for tin but lifted the one for copper.", None,
    ),
    "one-of-several": (other_one, "Quist lifted a lid.", "Quist lifted one of them.", None),
    "one-at-the-end": (other_one, "Quist lifted a lid.", "It was a lid, and Quist lifted one", None),
    "no-one-behind": (other_one, "Quist lifted a lid.", "It was the lid that Quist lifted", None),
    "object-of-another-verb": (
        other_object, "Quist praised the pilots.", "Quist praised the crew and criticised the pilots.",
        ("praised the pilots", "criticised the pilots"),
    ),
    "object-of-the-same-verb": (
        other_object, "Quist praised the crew.", "Quist praised the crew and criticised the pilots.", None,
    ),
    "one-object-of-two": (other_object, "Quist praised the pilots.", "Quist praised the crew and the pilots.", None),
    "object-before": (other_object, "Quist praised the pilots.", "Of the pilots Quist praised the older ones.", None),
    "object-behind-a-preposition": (
        other_object, "Quist praised the pilots.", "Quist praised the work of the pilots.", None,
    ),
    "object-of-what-is-praised": (
        other_object, "Quist praised the pilots.", "Quist praised a plan to promote the pilots.", None,
    ),
    "no-object": (other_object, "Quist sang.", "Quist sang a song and praised the pilots.", None),
    "no-only": (not_only, "Then Norvia voted for it.", "Norvia and Estmark voted for it.", None),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "claim", "passage", "told"), ROWS.values(), ids=ROWS)
def test_what_is_said_of_another(asked: Callable[[SideBySide], Told], claim: str, passage: str, told: Told) -> None:
    assert asked(lay_side_by_side(claim, passage, None, None, "")) == told


RELATIONS = {
    "predecessor": ("Dr Hale resigned.", "Dr Hale's predecessor resigned.", True),
    "house": ("Dr Hale resigned.", "Dr Hale's house was sold.", False),
    "named-twice": ("Dr Hale resigned.", "Dr Hale's predecessor left, and Hale resigned.", False),
    "he": ("Dr Hale resigned.", "Dr Hale's lawyer said that he would resign.", False),
    "of-the-claim": ("Dr Hale's predecessor resigned.", "Dr Hale's predecessor resigned.", False),
    "claimed-too": ("The lawyer of Hale resigned.", "Hale's lawyer resigned.", False),
    "last-word": ("Dr Hale resigned.", "It was resigned by Dr Hale", False),
}


@pytest.mark.parametrize(("claim", "passage", "related"), RELATIONS.values(), ids=RELATIONS)
def test_an_owner_of_somebody_else_is_not_meant(claim: str, passage: str, related: bool) -> None:
    assert is_of_relation(lay_side_by_side(claim, passage, None, None, "")) is related
