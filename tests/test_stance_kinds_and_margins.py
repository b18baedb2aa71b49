"""Figures that follow from two others: margins of votes and scores, two kinds together, the other of two sorts."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

VOTE = "Ardley council adopted the tram plan by 48 votes to 35."
SCORE = "Tarn beat Orm 5-2 on Sunday."
FIRE = "Six people died and 19 were hurt when a ferry caught fire off Tarn."
STAFF = "The Tarn brewery employs 960 people, of whom 410 are women."
POSTS = "The Tarn yard will offer about 1,700 jobs, 600 of them permanent."
QUAKE = "The quake killed 70 people in Tarn, 22 of them women."
CLASS = "The Tarn school has 800 pupils, 430 of them girls."

ROWS = {
    "margin": ("The tram plan was adopted by a margin of 13 votes.", VOTE, "supports"),
    "other-margin": ("The tram plan was adopted by a margin of 11 votes.", VOTE, "conflicts"),
    "majority": ("The tram plan was adopted with a majority of 11 votes.", VOTE, "conflicts"),
    "votes-of-one-side": ("Ardley council adopted the tram plan by 48 votes.", VOTE, "not conflicts"),
    "margin-of-another-vote": ("The bus plan was rejected by a margin of 11 votes.", VOTE, "neutral"),
    "margin-of-one-of-two-votes": (
        "The tram plan was adopted by a margin of four votes.",
        "Ardley council adopted the tram plan by 48 votes to 35 and the bus plan by 43 votes to 39.", "not conflicts"),
    "goals": ("Tarn beat Orm by three goals.", SCORE, "supports"),
    "other-goals": ("Tarn beat Orm by two goals.", SCORE, "conflicts"),
    "goals-scored": ("Tarn scored two goals.", SCORE, "neutral"),
    "goals-of-two-scores": (
        "Tarn beat Orm by two goals.", "Tarn beat Orm 5-2 on Sunday, after a 1-0 defeat in May.", "neutral"),
    "sets-are-no-goals": ("Lund beat Voss by three points.", "Lund beat Voss 6-4 in the first set.", "neutral"),
    "points": ("Tarn beat Orm by 14 points.", "Tarn beat Orm 31-17 on Sunday.", "supports"),
    "penalties": ("Tarn beat Orm by three goals.", "Tarn beat Orm 4-2 on penalties.", "neutral"),
    "both-kinds": ("A total of 25 people were killed or injured in Tarn.", FIRE, "supports"),
    "both-kinds-in-the-active": (
        "In all, 25 people were killed or hurt in Tarn.", "A fire in Tarn killed six people and hurt 19.", "supports"),
    "other-sum-of-both-kinds": ("A total of 28 people were killed or hurt off Tarn.", FIRE, "conflicts"),
    "one-kind-for-both": ("Nineteen people were killed or hurt off Tarn.", FIRE, "conflicts"),
    "more-than-so-many-of-both": ("More than 20 people were killed or hurt off Tarn.", FIRE, "supports"),
    "three-kinds": ("A total of 28 people were killed, hurt or rescued off Tarn.", FIRE, "not conflicts"),
    "other-kinds": ("A total of 28 people were rescued or hurt off Tarn.", FIRE, "not conflicts"),
    "one-kind-in-total": ("A total of 19 people were hurt off Tarn.", FIRE, "supports"),
    "altogether": ("Altogether 19 people were hurt off Tarn.", FIRE, "supports"),
    "at-least-so-many": (
        "A total of 28 people were killed or hurt.", "At least six people were killed and 19 hurt.", "not conflicts"),
    "men-of-a-staff": ("The Tarn brewery employs 550 men.", STAFF, "supports"),
    "too-few-men-of-a-staff": ("The Tarn brewery employs 480 men.", STAFF, "conflicts"),
    "women-for-men": ("The Tarn brewery employs 410 men.", STAFF, "conflicts"),
    "women": ("The Tarn brewery employs 410 women.", STAFF, "supports"),
    "about-so-many-temporary": ("Some 1,100 of the jobs at the Tarn yard will be temporary.", POSTS, "supports"),
    "other-temporary": ("Some 1,400 of the jobs at the Tarn yard will be temporary.", POSTS, "conflicts"),
    "men-among-the-dead": ("The quake killed 48 men in Tarn.", QUAKE, "supports"),
    "more-men-than-there-were": ("The quake killed 60 men in Tarn.", QUAKE, "conflicts"),
    "fewer-men-as-there-may-be-children": ("The quake killed 31 men in Tarn.", QUAKE, "not supports"),
    "children-told-besides": (
        "The quake killed 48 men in Tarn.", "The quake killed 70 people in Tarn, 22 of them women and 15 children.",
        "not supports"),
    "whole-with-its-part": ("The Tarn brewery employs 960 people, many of them women.", STAFF, "not conflicts"),
    "more-than-so-many-men": ("The Tarn brewery employs more than 400 men.", STAFF, "supports"),
    "boys-of-pupils": ("The Tarn school has 370 boys.", CLASS, "supports"),
    "boys-of-people": (
        "The Tarn mill has 370 boys.", "The Tarn mill has 800 visitors, 430 of them girls.", "not supports"),
}  # fmt: skip


@each(ROWS)
def test_stance(row: tuple[str, str, str]) -> None:
    claim, passage, wanted = row
    found = shown(claim, passage)
    if wanted.startswith("not "):
        assert found is not Stance(wanted.removeprefix("not "))
    else:
        assert found is Stance(wanted)


def test_the_reason_shows_the_sum() -> None:
    for claim, passage, working in (
        ("The tram plan was adopted by a margin of 11 votes.", VOTE, "48 - 35 = 13 votes"),
        ("A total of 28 people were killed or hurt off Tarn.", FIRE, "Six + 19 = 25 people"),
        ("The Tarn brewery employs 480 men.", STAFF, "960 - 410 = 550 men"),
    ):
        assert any(working in reason for reason in judge(claim, passage).reasons)
