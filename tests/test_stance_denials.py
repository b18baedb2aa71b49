"""A deed that one text tells and the other denies, each row that must be caught beside one that must stay silent."""

from stance_rows import each, shown

from factcheck.models import Stance

# claim, passage, context
CAUGHT = {
    "would-not": (
        "Ilse Brandt will stand for mayor again.",
        "Ilse Brandt said that she would not stand for mayor.",
        "",
    ),
    "no-plans": ("The yard will open 40 shops next year.", "It has no plans to open shops.", "Hallam's yard at Tarn"),
    "not-plan-any": (
        "Karl Voss is going to sell land at the Riga depot.",
        "He does not intend to sell any land.",
        "Karl Voss runs the depot",
    ),
    "failed-to": (
        "Sir Jan Dekker had declared the £42,000, the committee found.",
        "The committee found that Sir Jan Dekker had failed to declare £42,000 from a brewery.",
        "",
    ),
    "refused-on-a-day": (
        "A court ordered the dockers back to work on March 3.",
        "A court refused on Mar. 3 to order the dockers back to work.",
        "",
    ),
    "rejected-a-call-to": (
        "The council is moving the bus lane in Mill Street.",
        "The council has rejected a call to move the bus lane in Mill Street.",
        "",
    ),
    "forbade-somebody-to": (
        "Shops in Tarn may open on Sundays, the ministry decided.",
        "The ministry forbade shops in Tarn to open on Sundays.",
        "",
    ),
    "claim-denies": ("The drivers did not strike in Tarn.", "The drivers in Tarn struck for two days.", ""),
}
SILENT = {
    "both-deny": ("The court refused to order the dockers back.", "The court did not order the dockers back.", ""),
    "only-until": ("The dockers returned to work.", "The dockers did not return to work until May.", ""),
    "other-verb": ("The mayor closed the bridge.", "The mayor closed the bridge and did not apologise.", ""),
    "same-verb-told-too": (
        "The drivers struck in Tarn.",
        "The drivers struck in Tarn on Monday but did not strike on Tuesday.",
        "",
    ),
    "plan-against-deed": (
        "The yard opened 40 shops in 2019.",
        "It has no plans to open shops.",
        "Hallam's yard at Tarn",
    ),
    "title-with-no": ("No Road Home was shot in Tarn.", "The film was shot in Tarn.", "No Road Home"),
    "call-to-that-was-heard": (
        "The council moved the bus lane.",
        "The council heeded a call to move the bus lane.",
        "",
    ),
}


@each(CAUGHT)
def test_a_denied_deed_contradicts(row: tuple[str, str, str]) -> None:
    assert shown(*row) is Stance.CONFLICTS


@each(SILENT)
def test_a_denial_of_something_else_does_not(row: tuple[str, str, str]) -> None:
    assert shown(*row) is not Stance.CONFLICTS
