"""What a text holds and does not assert: called untrue, rejected, asked, hoped; each beside what it does assert."""

from __future__ import annotations

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.reading import read
from factcheck.stance.unasserted import called_untrue, left_open

SUPPORTS, CONFLICTS, NEUTRAL = Stance.SUPPORTS, Stance.CONFLICTS, Stance.NEUTRAL
CLAIM = "The ferry carried 40 lorries."

JUDGED = {
    "said": ("Orr said that the ferry carried 40 lorries.", SUPPORTS),
    "found": ("An inquiry found that the ferry carried 40 lorries.", SUPPORTS),
    "rejected-claims": ("Orr rejected claims that the ferry carried 40 lorries.", CONFLICTS),
    "rejected-another": ("Orr rejected it and said that the ferry carried 40 lorries.", SUPPORTS),
    "dismissed-as-before": ("Orr dismissed the captain and found that the ferry carried 40 lorries.", SUPPORTS),
    "dismissed-repeated-reports": ("Orr dismissed many press reports that the ferry carried 40 lorries.", CONFLICTS),
    "retracted": ("The paper retracted its story that the ferry carried 40 lorries.", CONFLICTS),
    "false-reports": ("False reports said that the ferry carried 40 lorries.", CONFLICTS),
    "two-reports": ("Two reports said that the ferry carried 40 lorries.", SUPPORTS),
    "false-papers": ("Orr had false papers and told a court that the ferry carried 40 lorries.", SUPPORTS),
    "wrongly": ("Orr wrongly said that the ferry carried 40 lorries.", CONFLICTS),
    "rightly": ("Orr rightly said that the ferry carried 40 lorries.", SUPPORTS),
    "myth": ("It is a myth that the ferry carried 40 lorries.", CONFLICTS),
    "fact": ("It is a fact that the ferry carried 40 lorries.", SUPPORTS),
    "untrue-at-the-end": ("Rumours that the ferry carried 40 lorries were untrue.", CONFLICTS),
    "true-at-the-end": ("Reports that the ferry carried 40 lorries were true.", SUPPORTS),
    "untrue-of-another": ("The report that the ferry carried 40 lorries held up, but rumours were untrue.", SUPPORTS),
    "rejected-and-said": ("Orr rejected reports that it sank and said the ferry carried 40 lorries.", SUPPORTS),
    "rejected-saying": ("Orr rejected reports that it sank, saying the ferry carried 40 lorries.", SUPPORTS),
    "rumours": ("There were rumours that the ferry carried 40 lorries.", NEUTRAL),
    "feared": ("It was feared that the ferry carried 40 lorries.", NEUTRAL),
    "feared-and-found": ("Many feared the worst and found that the ferry carried 40 lorries.", SUPPORTS),
    "whether": ("It is unclear whether the ferry carried 40 lorries.", NEUTRAL),
    "whether-another": ("Orr, asked whether it was late, said that the ferry carried 40 lorries.", SUPPORTS),
    "asked-if": ("Orr asked if the ferry carried 40 lorries.", NEUTRAL),
    "if": ("If the ferry carried 40 lorries, Orr will resign.", NEUTRAL),
    "if-another": ("If it rains, the ferry stays; it carried 40 lorries.", SUPPORTS),
    "unless": ("Unless the ferry carried 40 lorries, it sailed light.", NEUTRAL),
    "had": ("Had the ferry carried 40 lorries, it would have sunk.", NEUTRAL),
    "had-carried": ("The ferry had carried 40 lorries.", SUPPORTS),
}  # fmt: skip


@pytest.mark.parametrize(("passage", "stance"), JUDGED.values(), ids=JUDGED)
def test_shown_stance(passage: str, stance: Stance) -> None:
    judged = judge(CLAIM, passage)
    assert (judged.stance if judged.shown else NEUTRAL) is stance


def test_a_claim_of_what_is_hoped_is_answered_by_what_is() -> None:
    hoped = "Orr hopes that the ferry carried 40 lorries."
    judged = judge(hoped, hoped)
    assert judged.stance is SUPPORTS
    assert (
        judge("Orr rejected claims that the ferry sank.", "Orr rejected claims that the ferry sank.").stance is SUPPORTS
    )


def test_what_is_left_open_is_named() -> None:
    assert judge(CLAIM, "It is unclear whether the ferry carried 40 lorries.").reasons[0] == (
        "the source leaves this open: “whether”"
    )


# What is called untrue, and what is left open: the word that does it, and the words that it reaches.
REACHED = {
    "to-the-end": ("Orr denied reports that it sank.", ["denied > it sank"], []),
    "to-a-but": ("Orr denied the report that it sank but not that it leaked.", ["denied > it sank"], []),
    "to-another-statement": ("Orr denied reports that it sank and that it leaked.", ["denied > it sank"], []),
    "over-an-and": ("Orr denied reports that it sank and leaked.", ["denied > it sank and leaked"], []),
    "to-the-next-sentence": ("Orr denied reports that it sank. It leaked.", ["denied > it sank"], []),
    "over-a-comma": ("Orr denied reports that it, the ferry, sank.", ["denied > it the ferry sank"], []),
    "four-words-before": ("Orr denied some old reports that it sank.", ["denied > it sank"], []),
    "five-words-before": ("Orr denied some very old reports that it sank.", [], []),
    "no-statement": ("Orr denied the man that it sank.", [], []),
    "fiction-behind-a-comma": ("It is found in legends or horror fiction, that is often told.", [], []),
    "fiction-not-before": ("Orr wrote a myth and said that it sank.", [], []),
    "wrongly-three-before": ("Orr wrongly told us that it sank.", ["wrongly > it sank"], []),
    "wrongly-four-before": ("Orr wrongly told all us that it sank.", [], []),
    "that-first": ("That it sank was false.", [], []),
    "verdict": ("Reports that it sank were quite untrue.", ["untrue > it sank were"], []),
    "verdict-without-be": ("Reports that it sank seem untrue.", [], []),
    "whether": ("Orr asked whether it sank.", [], ["whether > it sank"]),
    "whether-to-a-that": ("Orr, asked whether it sank, said that it did.", [], ["whether > it sank"]),
    "to-an-after": ("Orr denied reports that it sank after it sailed.", ["denied > it sank"], []),
    "to-and-said": ("Orr denied reports that it sank and said it sailed.", ["denied > it sank"], []),
    "to-and-it": ("Orr denied reports that it sank and it sailed.", ["denied > it sank"], []),
    "to-a-comma-and": ("Orr denied reports that it sank, and Mead sailed.", ["denied > it sank"], []),
    "to-a-saying": ("Orr denied reports that it sank, saying it sailed.", ["denied > it sank"], []),
    "to-he-said": ("Asked if it sank, Orr said it sailed.", [], ["if > it sank"]),
    "over-an-apposition": ("Orr denied reports that Orm, a ferry, sank.", ["denied > orm a ferry sank"], []),
    "whether-over-a-that": ("Orr asked whether all that sank.", [], ["whether > all that sank"]),
    "if-in-front": ("If it sank, Orr will sue.", [], ["If > it sank"]),
    "if-behind": ("Orr asked if it, the ferry, sank.", [], ["if > it the ferry sank"]),
    "had-in-front": ("Had it sunk, Orr would sue.", [], ["Had > it sunk"]),
    "had-of-the-next-sentence": ("It rained. Had it sunk, Orr would sue.", [], ["Had > it sunk"]),
    "had-within": ("Orr had sunk it.", [], []),
    "hoped-that": ("Orr hoped that it sank.", [], ["hoped > it sank"]),
    "hoped-the-that": ("Orr hoped for all that.", [], []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "untrue", "opened"), REACHED.values(), ids=REACHED)
def test_how_far_it_reaches(text: str, untrue: list[str], opened: list[str]) -> None:
    words = read(text).words
    plains, sentences = [word.plain for word in words], [word.sentence for word in words]
    rows = plains, [word.clause for word in words], sentences
    found = [called_untrue(*rows), left_open(*rows)]
    shown = [
        [f"{words[head].text} > {' '.join(plains[p] for p in reached)}" for head, reached in each] for each in found
    ]
    assert shown == [untrue, opened]
