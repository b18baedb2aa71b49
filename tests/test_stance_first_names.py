"""A first name met by the surname alone, and neighbours in which the word before is no first name."""

import pytest

from factcheck.stance.features import lay_side_by_side

# claim, passage, context, whether the whole name is met
ROWS = {
    "surname-alone": ("Marta Voss is 49.", "Voss, 49, runs a ferry.", "", True),
    "both-names": ("Marta Voss is 49.", "Marta Voss, 49, runs a ferry.", "", True),
    "another-first-name-here": ("Marta Voss is 49.", "Anna Voss, 49, runs a ferry.", "", False),
    "another-first-name-and-a-nickname": ("Marta Voss is 49.", 'Anna "Nan" Voss, 49, runs a ferry.', "", False),
    "the-first-name-and-a-nickname": ("Marta Voss is 49.", 'Marta "Mar" Voss, 49, runs a ferry.', "", True),
    "another-first-name-around": ("Marta Voss is 49.", "Voss, 49, runs a ferry.", "Anna Voss spoke.", False),
    "part-of-a-country": ("Northern Ardania has 49 ports.", "Ardania has 49 ports.", "", False),
    "kind-of-place": ("Port Voss has 49 ships.", "Voss has 49 ships.", "", False),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_whether_a_name_is_met(row: tuple[str, str, str, bool]) -> None:
    claim, passage, context, met = row
    (name,) = lay_side_by_side(claim, passage, None, None, context).names
    assert (name.covered == 1.0) is met
