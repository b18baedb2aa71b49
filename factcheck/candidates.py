"""Passages found for a claim -> those worth judging, since to judge one costs ten times as much as to find it.

bm25 counts how often the corpus has a word and how long a sentence is; a verdict rests on how much of the claim a
passage holds. Those that can hold enough of the claim are judged, and of many such the first ones before all others.
The very first are judged whatever they hold, so that there is a nearest passage to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.models import Assertion, Passage
from factcheck.stance import reaches

WHATEVER = 3
"""Passages judged whatever they hold: the very first ones that a search finds."""

FIRST = 8
"""Passages judged if they can hold enough, though others hold more: the first ones that a search finds."""

MOST = 16
"""Passages judged for an assertion, at most.

20 give the same verdicts on claims of public sets and of our own tables, 2,541 in all, 200 of them about a million
sentences; 14 give three others.
"""

LEAST_REACH = 0.4
"""The share of an assertion that a passage behind the very first ones must be able to hold.

Of 526 claims of FEVER, FM2, SciFact, HealthVer and CLIMATE-FEVER, asked of all their 6,558 pieces of evidence, one
verdict changed, and for the better; of 200 claims about a million sentences 170 verdicts were right where 166 are with
all fifty passages judged. To judge the first 30 of the fifty takes a side from four of the 526. With the
first ten judged whatever they hold, and all where there are few, none of those 2,541 verdicts is another.
"""


def worth_judging(assertion: Assertion, claim_date: date | None, found: Sequence[Sequence[Passage]]) -> list[Passage]:
    """Return the passages to judge an assertion by, in the order in which one search or several found them."""
    passages = {passage.sentence: passage for row in reversed(found) for passage in row}
    order = dict.fromkeys(passage.sentence for row in found for passage in row)
    texts = [(passages[number].text, passages[number].context) for number in order]
    reach = dict(zip(order, reaches(assertion.text, claim_date, texts), strict=True))
    first = {
        passage.sentence
        for row in found
        for place, passage in enumerate(row[:FIRST])
        if place < WHATEVER or reach[passage.sentence] >= LEAST_REACH
    }
    others = [number for number in order if number not in first and reach[number] >= LEAST_REACH]
    others.sort(key=lambda number: -reach[number])  # equal ones in the order of the search
    chosen = {*first, *others[: MOST - len(first)]}
    return [passages[number] for number in order if number in chosen]
