"""What is said of a part of a whole, in the claim and in the passage."""

from stance_rows import each, shown

from factcheck.models import Stance
from factcheck.stance.part_counts import told_of_part
from factcheck.stance.reading import read

CONFLICTS, NEUTRAL, SUPPORTS = Stance.CONFLICTS, Stance.NEUTRAL, Stance.SUPPORTS

ROWS = {
    "same": ("Most of its 120 victims died in mudslides.", "It killed 120, most of them in mudslides.", SUPPORTS),
    "other": ("Most of the 120 victims died in floods.", "It killed 120 people, most of them in landslides.", NEUTRAL),
    "other-half": ("Half of the 120 victims died in floods.", "It killed 120, half of them in landslides.", NEUTRAL),
    "more-is-told": ("Most of the victims were women.", "It killed 120 people, most of them elderly women.", SUPPORTS),
    "by-verb": ("Orr sold most of the maps online.", "Orr stole 60 maps and sold most of them online.", SUPPORTS),
    "all-and-a-part": ("All 40 schools have opened.", "Orr has opened 40 schools, 12 of them in the north.", SUPPORTS),
}  # fmt: skip
TOLD = {
    "mark": ("It killed 386 people, most of them in mudflows.", "most", ["mudflows"]),
    "tail": ("It killed 386 people, most of them in mudflows that came later.", "most", ["mudflows"]),
    "hedge": ("It hurt 40 people, about half of whom were children.", "half", ["children"]),
    "and": ("It has 40 kilns and most of them are cold.", "most", ["cold"]),
    "with": ("It hurt 40 people, with most of them barefoot.", "most", ["barefoot"]),
    "verb-before": ("It has 40 cases and deals with most of them in May.", "most", []),
    "sold": ("He stole 60 maps and sold most of them abroad.", "most", []),
    "noun": ("It has 40 kilns, most of the kilns cold.", "most", []),
    "end": ("He stole 60 maps, most of", "most", []),
}


@each(ROWS)
def test_a_part_must_be_told_of_alike(row: tuple[str, str, Stance]) -> None:
    claim, passage, stance = row
    assert shown(claim, passage) is stance


@each(TOLD)
def test_what_is_told_of_a_part(row: tuple[str, str, list[str]]) -> None:
    text, part, told = row
    reading = read(text)
    place = next(number for number, word in enumerate(reading.words) if word.plain == part)
    assert [reading.words[place].text for place in told_of_part(reading, [place])] == told
