"""What has changed places with something else, each row that must be caught beside one that must stay silent."""

from stance_rows import each, shown

from factcheck import judge
from factcheck.models import Stance

OFFER = "The town paid £70m for 42 per cent of the land in Tarn."
TALKS = "The dockers had asked for 12 percent; the port had offered 4 percent in May."
QUAKE = "The mill stands 20 kilometres north-east of Tarn."

CAUGHT = {
    "figures": ("The town paid £42m for 70 per cent of the land in Tarn.", OFFER),
    "subjects": ("The dockers offered 4 percent in May.", TALKS),
    "points-of-the-compass": ("The mill stands 20 km south-west of Tarn.", QUAKE),
    "end-that-was-the-start": (
        "The cost of the bridge has fallen to £118m.",
        "He said that the bridge would cost £131m, up from £118m in 2022.",
    ),
    "end-that-was-the-start-down": (
        "The price of flour has risen to £1,180.",
        "The price of flour is £1,040, down from £1,180 a year ago.",
    ),
    "way-to-the-end": (
        "The cost of the bridge has fallen to £131m.",
        "He said that the bridge would cost £131m, up from £118m in 2022.",
    ),
    "direction-at-a-shared-figure": (
        "Flour prices in Tarn rose by 37 per cent after the flood.",
        "The price of flour in Tarn fell by 37 per cent when the mill reopened.",
    ),
}
SILENT = {
    "figures-in-place": ("The town paid £70m for 42 per cent of the land in Tarn.", OFFER),
    "right-subject": ("The port offered 4 percent in May.", TALKS),
    "apposed-superlative": (
        "Tides of more than six metres were recorded in 1987.",
        "The storm brought tides of four metres, the highest recorded there since 1987.",
    ),
    "end-reached": (
        "The cost of the bridge has risen to £131m.",
        "He said that the bridge would cost £131m, up from £118m in 2022.",
    ),
    "start-that-it-rose-to": (
        "The cost of the bridge rose to £118m in 2022.",
        "He said that the bridge would cost £131m, up from £118m in 2022.",
    ),
    "start-of-another-thing": (
        "The cost of the tunnel has fallen to £118m.",
        "He said that the bridge would cost £131m, up from £118m in 2022.",
    ),
    "right-direction": ("The mill stands 20 km north-east of Tarn.", QUAKE),
    "days-are-no-figures": (
        "Voss earned less in the first half of 2022 than in the first half of 2021.",
        "Voss was founded in 1953 and listed in 1961.",
    ),
}


@each(CAUGHT)
def test_what_changed_places_contradicts(row: tuple[str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS


@each(SILENT)
def test_what_is_in_its_place_does_not(row: tuple[str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS


def test_it_stands_for_what_the_sentence_before_names() -> None:
    passage, context = "Karl Voss and Ilse Brandt voted against it.", "The town passed its budget on Monday."
    assert shown("Karl Voss voted for the budget.", passage, context) is Stance.CONFLICTS
    assert shown("Karl Voss voted against the budget.", passage, context) is not Stance.CONFLICTS


def test_one_who_speaks_of_it_is_not_its_subject() -> None:
    claim = "The ferry carried 40 lorries."
    asked = judge(claim, "Asked about the ferry, Orr said it carried 40 lorries.")
    assert asked.stance is Stance.SUPPORTS
    another = judge(claim, "Unlike the ferry, the tug carried 40 lorries.")
    assert another.stance is Stance.CONFLICTS
