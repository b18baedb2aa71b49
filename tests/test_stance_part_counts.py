"""A figure of what only a part is told to be: the part's figure bears it out or contradicts it, never the whole's."""

from stance_rows import each, shown

from factcheck.models import Stance

BEDS = "The clinic will get 640 beds, 150 of them electric."
STAFF = "The mill employs 720 people, of whom 260 are apprentices."
HURT = "In the crash 85 people were injured, including 14 seriously."
FLATS = "The council built 450 flats, 120 of which are affordable."

CONFLICTING = {
    "whole-with-the-part's-adjective": ("The clinic will get 640 electric beds.", BEDS),
    "whole-with-it-told": ("The 640 beds will be electric.", BEDS),
    "whole-with-the-part's-noun": ("The mill employs 720 apprentices.", STAFF),
    "whole-with-the-part's-adverb": ("In the crash 85 people were seriously injured.", HURT),
    "whole-behind-which": ("The council built 450 affordable flats.", FLATS),
    "whole-beside-including": ("The blaze killed 21 sailors.", "The blaze killed 21 people, including nine sailors."),
    "behind-a-date": (
        "By 2019 the council built 450 affordable flats.",
        "By 2019 the council built 450 flats, 120 of which are affordable.",
    ),
    "reverse-of-the-part": (
        "The clinic will get 640 temporary beds.",
        "The clinic will get 640 beds, 150 of them permanent.",
    ),
    "neither": ("The clinic will get 200 electric beds.", BEDS),
}

SUPPORTED = {
    "part-with-its-adjective": ("The clinic will get 150 electric beds.", BEDS),
    "whole-without-it": ("The clinic will get 640 beds.", BEDS),
    "whole-with-some-of-it": ("The clinic will get 640 beds, some of them electric.", BEDS),
    "part-with-its-noun": ("The mill employs 260 apprentices.", STAFF),
    "part-of-its-whole": ("Some 260 of the mill's 720 workers are apprentices.", STAFF),
    "whole-of-people": ("The mill employs 720 people.", STAFF),
    "part-with-its-adverb": ("In the crash 14 people were seriously injured.", HURT),
    "part-behind-including": ("The blaze killed nine sailors.", "The blaze killed 21 people, including nine sailors."),
    "rest-of-the-part": (
        "The clinic will get 490 temporary beds.",
        "The clinic will get 640 beds, 150 of them permanent.",
    ),
    "adjective-of-the-whole": (
        "The council built 450 new flats.",
        "The council built 450 new flats, 120 of which are affordable.",
    ),
}

NEUTRAL = {
    "more-is-told-of-the-part": ("The shop sold 90 lamps.", "The shop sold 310 things, 40 of them old lamps."),
    "whole-where-more-is-told": ("The shop sold 310 lamps.", "The shop sold 310 things, 40 of them old lamps."),
    "share-of-the-part": (
        "The mill employs 720 women.",
        "The mill employs 720 people, 27 per cent of whom are women.",
    ),
    "adjective-of-another-figure": (
        "The force bought 70 electric vans.",
        "The force bought 70 vans and 25 electric bicycles.",
    ),
}


@each(CONFLICTING)
def test_a_part_contradicts_another_count_of_what_only_it_is(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS


@each(SUPPORTED)
def test_part_and_whole_bear_out_what_is_said_of_each(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.SUPPORTS


@each(NEUTRAL)
def test_what_is_told_of_a_part_bears_nothing_out_of_the_whole(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.NEUTRAL
