"""Two posts of one person: no support for the one where the passage gives him the other, nor a contradiction."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

SAID = "said the bypass was a mistake."
MAYOR_ELSEWHERE = "Mayor Nora Quist opened the debate."

OTHERWISE = {
    "behind-and-before": (f"Emil Dahl, the mayor, {SAID}", f"The party chairman, Emil Dahl, {SAID}", ""),
    "another-mayor-in-the-context": (
        f"Emil Dahl, the mayor, {SAID}",
        f"The party chairman, Emil Dahl, {SAID}",
        MAYOR_ELSEWHERE,
    ),
    "another-holds-it": (f"Emil Dahl, the mayor, {SAID}", f"Emil Dahl {SAID}", MAYOR_ELSEWHERE),
    "in-the-name": (f"Mayor Emil Dahl {SAID}", f"The party chairman, Emil Dahl, {SAID}", ""),
    "no-article": (f"The mayor, Emil Dahl, {SAID}", f"Party chairman Emil Dahl {SAID}", ""),
    "who-is": (f"The mayor, Emil Dahl, {SAID}", f"Emil Dahl, who is chairman of the party, {SAID}", ""),
    "behind-an-age": (f"The mayor, Emil Dahl, {SAID}", f"Emil Dahl, 54, the party chairman, {SAID}", ""),
    "former": (f"Emil Dahl, the mayor, {SAID}", f"Emil Dahl, a former mayor, {SAID}", ""),
    "former-in-the-claim": (f"Emil Dahl, the former mayor, {SAID}", f"Mayor Emil Dahl {SAID}", ""),
    "deputy": (f"The mayor, Emil Dahl, {SAID}", f"The deputy mayor, Emil Dahl, {SAID}", ""),
}

ALIKE = {
    "in-the-name": (f"Emil Dahl, the mayor, {SAID}", f"Mayor Emil Dahl {SAID}", ""),
    "in-both-names": (f"Mayor Emil Dahl {SAID}", f"Mayor Emil Dahl {SAID}", MAYOR_ELSEWHERE),
    "before-and-behind": (f"Emil Dahl, the mayor, {SAID}", f"The mayor, Emil Dahl, {SAID}", ""),
    "of-and-before": (f"The council's leader, Emil Dahl, {SAID}", f"Emil Dahl, leader of the council, {SAID}", ""),
    "more-of-it": (f"The minister, Emil Dahl, {SAID}", f"The finance minister, Emil Dahl, {SAID}", ""),
    "retired-and-former": (f"A former judge, Emil Dahl, {SAID}", f"A retired judge, Emil Dahl, {SAID}", ""),
    "broader": (f"The politician Emil Dahl {SAID}", f"The mayor, Emil Dahl, {SAID}", ""),
    "none-in-the-claim": (f"Emil Dahl {SAID}", f"The party chairman, Emil Dahl, {SAID}", MAYOR_ELSEWHERE),
    "mayor-named-before": (f"Emil Dahl, the mayor, {SAID}", f"Emil Dahl {SAID}", "The mayor opened the debate."),
    "mayor-is-he-in-the-context": (
        f"Emil Dahl, the mayor, {SAID}",
        f"Emil Dahl {SAID}",
        "Mayor Emil Dahl opened the debate.",
    ),
    "as-what-he-came": (
        f"Emil Dahl, the mayor, {SAID}",
        f"Orr followed Emil Dahl, as clerk; Dahl, the mayor, {SAID}",
        "",
    ),
    "first-name-that-is-a-rank": (f"Duke Dahl {SAID}", f"The chairman, Duke Dahl, {SAID}", ""),
}


@each(OTHERWISE)
def test_another_post_of_a_person_bears_nothing_out(row: tuple[str, str, str]) -> None:
    assert shown(*row) is Stance.NEUTRAL


@each(ALIKE)
def test_one_post_told_in_two_ways_is_one(row: tuple[str, str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


def test_the_reason_names_the_other_post_or_its_other_holder() -> None:
    reasons = [judge(*row[:2], context=row[2]).reasons[0] for row in OTHERWISE.values()]
    assert reasons[0] == "the source calls this person “party chairman”"
    assert reasons[2] == "in the source the “mayor” is Nora Quist"
