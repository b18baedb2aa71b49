"""Times of day: compared as figures are, though they are none; each beside a neighbour that must stay silent."""

import pytest
import render_samples as samples

from factcheck import extract_figures, judge
from factcheck.models import Assertion, DecidedBy, Evidence, Kind, Passage, Relation, Stance, Verdict
from factcheck.stance.clock_relations import relation_of
from factcheck.stance.clock_times import read_clock_times
from factcheck.verdict import decide

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL

READ = {
    "7:24 a.m.": "at 7:24 a.m.", "7.42am": "at 7.42am", "22:00": "at 22:00", "0401 GMT": "at 0401 GMT",
    "six o'clock": "at six o'clock", "half past three": "at half past three", "quarter to nine": "at a quarter to nine",
    "9pm and 10pm": "between 9pm and 10pm", "9 and 10 p.m.": "between 9 and 10 p.m.", "about 8.40":
    "about 8.40 on Friday morning", "five": "at five in the morning", "noon to 5 p.m.": "noon to 5 p.m.",
    "shortly before midnight": "shortly before midnight", "from 9pm until 5am": "from 9pm until 5am",
    "3.40": "on Monday morning at 3.40",
}  # fmt: skip
MINUTES = {
    "7:24 a.m.": (444,), "7.42am": (462,), "22:00": (1320,), "0401 GMT": (241,), "six o'clock": (360, 1080),
    "half past three": (210, 930), "quarter to nine": (525, 1245), "9pm and 10pm": (1260,), "9 and 10 p.m.": (1260,),
    "about 8.40": (520,), "five": (300,), "noon to 5 p.m.": (720,), "shortly before midnight": (0,),
    "from 9pm until 5am": (1260,), "3.40": (220,),
}  # fmt: skip


@pytest.mark.parametrize("told", MINUTES)
def test_times_are_read(told: str) -> None:
    text = READ[told]
    assert text is not None
    time = read_clock_times(text)[0]
    assert (time.told, time.minutes) == (told, MINUTES[told])


NO_TIMES = (
    "a 5:25 win", "in 3:07:45", "a record of 2:21:12", "a ratio of 3:1", "as Mark 3:16 has it", "at 5:25 of the period",
    "from a quarter to nine million", "a swim of 1:52.60", "the morning train", "from 3 to 10 metres",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_TIMES)
def test_scores_durations_and_verses_are_no_times(text: str) -> None:
    assert read_clock_times(text) == ()


@pytest.mark.parametrize("text", [text for text in READ.values() if text])
def test_a_time_of_day_is_no_figure(text: str) -> None:
    assert [figure.text for figure in extract_figures(text) if figure.text not in ("Friday", "Monday")] == []


RELATIONS = {
    "same": ("at 9pm", "at 21:00", "equal"),
    "either-half-of-the-day": ("at 7:24", "at 7:24 p.m.", "equal"),
    "digits-exchanged": ("at 7:24 a.m.", "at 7:42 a.m.", "different"),
    "neither-half-of-the-day": ("at 7:24", "at 7:42", "different"),
    "other-half-of-the-day": ("at 9 a.m.", "at 9 p.m.", "different"),
    "rounded": ("at 10 p.m.", "at 10.04 p.m.", "incomparable"),
    "about": ("about 9 p.m.", "at 9.15 p.m.", "within"),
    "about-and-far": ("about 9 p.m.", "at 9.45 p.m.", "different"),
    "just-after": ("just after 11 p.m.", "at 11.20pm", "within"),
    "just-after-and-before": ("just after 11 p.m.", "at 10.40pm", "different"),
    "before": ("before half past five in the morning", "at 5.14am", "within"),
    "before-and-after": ("before 5 a.m.", "at 5.44am", "different"),
    "before-midnight": ("shortly before midnight", "at 11.45pm", "within"),
    "after-midnight": ("shortly before midnight", "at 12.45am", "different"),
    "by": ("by noon", "at 11.30 a.m.", "within"),
    "source-is-open": ("at 9 p.m.", "after 8 p.m.", "incomparable"),
    "until-is-no-at": ("until 9 p.m.", "at 8 p.m.", "incomparable"),
    "between": ("between 9pm and 10pm", "at 9.30pm", "within"),
    "outside": ("between 9pm and 10pm", "at 10.30pm", "different"),
    "ranges": ("from 9am to 5pm", "from 9am to 6pm", "different"),
    "other-zone": ("at 0401 GMT", "at 5.01am", "incomparable"),
    "one-zone": ("at 0401 GMT", "at 0501 UTC", "different"),
    "told-by-a-distance": ("at 9 p.m.", "two hours after 6 p.m.", "incomparable"),
    "part": ("on Monday morning", "at 7:24 a.m.", "within"),
    "other-part": ("on Monday evening", "at 7:24 a.m.", "different"),
    "parts": ("during the evening rush hour", "during the morning rush hour", "different"),
    "parts-that-meet": ("in the evening", "at night", "incomparable"),
    "early-hours": ("in the early hours of Monday", "shortly after midnight", "within"),
}


@pytest.mark.parametrize(("mine", "theirs", "relation"), RELATIONS.values(), ids=RELATIONS)
def test_how_two_times_compare(mine: str, theirs: str, relation: str) -> None:
    assert relation_of(read_clock_times(mine)[0], read_clock_times(theirs)[0]) is Relation(relation)


JUDGED = {
    "other-time": ("The dam burst at 7:24 a.m.", "The dam burst at 7:42 a.m., police said.", CONFLICTS),
    "fronted": ("The dam burst at 7:24 a.m.", "At 7:42 a.m. the dam burst.", CONFLICTS),
    "same-time": ("The dam burst at 7:24 a.m.", "The dam burst at 7.24am on Monday.", SUPPORTS),
    "no-time": ("The dam burst at 7:24 a.m.", "The dam burst.", NEUTRAL),
    "time-of-another-deed": ("The dam burst at 7:24 a.m.", "The dam burst, and police came at 7:42 a.m.", NEUTRAL),
    "other-hour-of-the-same": ("The polls close at 10 p.m.", "The polls close at 9 p.m.", CONFLICTS),
    "opens-and-closes": ("The polls close at 10 p.m.", "The polls open at 7 a.m.", NEUTRAL),
    "opens-and-closes-both": ("The polls close at 10 p.m.", "The polls open at 7 a.m. and close at 10 p.m.", SUPPORTS),
    "crossed": ("The polls close at 7 a.m.", "The polls open at 7 a.m. and close at 10 p.m.", NEUTRAL),
    "elsewhere": ("The polls close at 10 p.m.", "Polls in the north close at 9 p.m.", NEUTRAL),
    "denied-of-another-hour": ("The talks did not start at 9 a.m.", "The talks started at 10 a.m.", NEUTRAL),
    "denied-of-that-hour": ("The talks did not start at 9 a.m.", "The talks started at 9 a.m.", CONFLICTS),
    "on-another-day": ("The council meets at 7pm on Tuesday.", "The council meets at 6pm on Thursday.", NEUTRAL),
    "on-that-day": ("The council meets at 7pm on Tuesday.", "The council meets at 6pm on Tuesday.", CONFLICTS),
    "sent-and-arrived": ("The alert was sent at 3.10am.", "The alert arrived at 3.40am.", NEUTRAL),
    "another-one": ("The ferry leaves at 8 a.m.", "Another ferry leaves at 9 a.m.", NEUTRAL),
    "spelled-otherwise": ("The curfew starts at 21:00.", "The curfew starts at 9 p.m.", SUPPORTS),
    "bound": ("The levee broke just after 11 p.m.", "The levee broke at 11.20pm.", SUPPORTS),
    "rush-hours": (
        "The dam burst during the evening rush hour.", "The dam burst during the morning rush hour.", CONFLICTS),
    "both-clocks": ("The quake struck at 0401 GMT.", "The quake struck at 5.01am local time (0401 GMT).", SUPPORTS),
    "other-clock": ("The quake struck at 0401 GMT.", "The quake struck at 5.01am local time.", NEUTRAL),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "stance"), JUDGED.values(), ids=JUDGED)
def test_a_time_of_day_decides(claim: str, passage: str, stance: Stance) -> None:
    judgement = judge(claim, passage)
    assert judgement.stance is stance
    assert judgement.shown
    assert all(comparison.claim_figure.kind is Kind.DATE for comparison in judgement.comparisons)


def test_another_time_decides_as_a_figure_does() -> None:
    judgement = judge("The dam burst at 7:24 a.m.", "The dam burst at 7:42 a.m.")
    assert judgement.decided_by is DecidedBy.FIGURE


def test_the_context_may_give_the_time() -> None:
    judgement = judge("The dam burst at 7:24 a.m.", "The dam burst.", context="It was 7:24 a.m. in Orr.")
    assert judgement.stance is SUPPORTS


REASONS = {
    "other": ("The dam burst at 7:42 a.m.", "the source says 7:42 a.m."),
    "same": ("The dam burst at 7.24am.", "the source says the same: 7.24am"),
    "none": ("The dam burst.", "the source gives no time for “7:24 a.m.”"),
}


@pytest.mark.parametrize(("passage", "reason"), REASONS.values(), ids=REASONS)
def test_the_reason_names_the_time(passage: str, reason: str) -> None:
    assert judge("The dam burst at 7:24 a.m.", passage).reasons[0] == reason


def evidence_of(document: int, claim: str, passage: str) -> Evidence:
    where = samples.source(document, document=document)
    return Evidence(Passage(document, passage, "", where), judge(claim, passage))


SOURCES = {
    "two-times": ("The vessel struck the reef off Orr at 10.50pm, leaving Ann Lund dead.", Verdict.MIXED),
    "one-time": ("The vessel struck the reef off Orr at 11.10pm, leaving Ann Lund dead.", Verdict.SUPPORTED),
    "another-deed": ("The lifeboat left Orr at 10.50pm, with Ann Lund aboard.", Verdict.SUPPORTED),
}


@pytest.mark.parametrize(("passage", "verdict"), SOURCES.values(), ids=SOURCES)
def test_two_sources_with_two_times_disagree(passage: str, verdict: Verdict) -> None:
    claim = "The vessel struck the reef at 11.10pm."
    evidence = [evidence_of(1, claim, "The vessel struck the reef at 11.10pm."), evidence_of(2, claim, passage)]
    assert decide(claim, (), [Assertion(claim, 0, len(claim))], evidence).verdict is verdict
