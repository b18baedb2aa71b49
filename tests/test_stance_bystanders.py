"""How many did something does not say how many there are, each beside a neighbour that does say so."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

DID = {
    "spent": ("Orm has 2,900 inhabitants.", "The hail hit Orm, where 2,900 people spent the day in cellars."),
    "were-taken": ("Orm has 2,900 inhabitants.", "In Orm 2,900 people were evacuated by the army."),
    "there-are": ("There are 2,900 people in Orm.", "In Orm 2,900 people fled their homes."),
    "of-a-firm": ("The company has 480 employees.", "At the company 480 employees lost their jobs."),
    "of-a-school": ("The school has 350 pupils.", "At the school, 350 pupils fell ill."),
}

ARE = {
    "live": ("Orm has 2,900 inhabitants.", "About 2,900 people live in Orm."),
    "lived": ("The town had 2,900 inhabitants in 2010.", "In 2010, 2,900 people lived in the town."),
    "a-town-of": ("Orm has 2,900 inhabitants.", "Orm, a town of 2,900 people, was cut off."),
    "work": ("The company has 480 employees.", "Some 480 employees work at the company."),
    "are-employed": ("The company has 480 employees.", "At the company 480 people are employed."),
    "attend": ("The school has 350 pupils.", "In all, 350 pupils attend the school."),
    "owned": ("Vale has 14 mills.", "Vale, whose 14 mills stood idle, lost money."),
    "named-by-what-they-did": ("The festival had 5,400 visitors.", "Some 5,400 people visited the festival."),
    "said-to-have-done-it": ("In Orm 2,900 people fled their homes.", "In Orm 2,900 people fled their homes."),
    "gathered-there-then": ("There were 2,900 people in the square.", "In the square 2,900 people gathered."),
}


@each(DID)
def test_those_who_did_something_need_not_be_all_there_are(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.NEUTRAL


@each(ARE)
def test_those_who_are_there_are_counted(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


def test_the_reason_quotes_what_they_did() -> None:
    assert judge(*DID["spent"]).reasons[0] == "the source only says this: “2,900 people spent”"
