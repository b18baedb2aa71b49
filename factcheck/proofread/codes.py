"""The table of alerts: code, severity, what it means, an example, what to do.

`python -m factcheck.proofread` prints the page of them, CODES.md beside this file; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

SEVERITIES = ("notice", "warning", "error")
"""From mild to grave."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of alert. `draft` raises it beside the `sources`, one text each; `why` says so where they do not."""

    name: str
    severity: str
    meaning: str
    draft: str
    sources: tuple[str, ...]
    why: str
    advice: str

    @property
    def example(self) -> str:
        """The draft with its sources and why it is wrong, in Markdown."""
        said = [f"Draft: {_quoted(self.draft)}", *(f"Source: {_quoted(text)}" for text in self.sources), self.why]
        return " ".join(part for part in said if part)


def _quoted(text: str) -> str:
    """Return a text in quotation marks; one that has its own, or a comment, as code."""
    return f"`{text}`" if any(mark in text for mark in "“<") else f"“{text}”"


_ERRORS = (
    Code(
        "figure-conflict", "error",
        "A source gives another figure or date for the same thing.",
        "The yard employs 460 people.",
        ("The yard employs 640 people.",),
        "",
        "Correct the figure, or name the source that has yours and index it; of dates, mind “announced” "
        "against “happened”.",
    ),
    Code(
        "name-conflict", "error",
        "A source tells the same of another person, place or body.",
        "Colin Peart took over from her father in May.",
        ("Ruth Hallam took over from her father in May.",),
        "",
        "Look the name up in the source; watch for two people swapped.",
    ),
    Code(
        "claim-conflict", "error",
        "A source says the opposite, or something that rules the sentence out.",
        "The union accepted the offer on Friday.",
        ("The union rejected the offer on Friday.",),
        "",
        "Read the source passage and rewrite the sentence.",
    ),
    Code(
        "scale-slip", "error",
        "The digits are the source's, the scale is not: thousand, million and billion mixed up.",
        "The bank lent the yard £15bn in March.",
        ("The bank lent the yard £15m in March.",),
        "",
        "Correct the scale, and look for the same slip elsewhere.",
    ),
    Code(
        "quote-misattributed", "error",
        "The sources have these words, from another speaker.",
        "“One good year does not make a recovery,” said Ruth Hallam.",
        ("“One good year does not make a recovery,” said Priya Nair.",),
        "",
        "Correct the speaker, or remove the quotation.",
    ),
)  # fmt: skip
_WARNINGS = (
    Code(
        "sources-disagree", "warning",
        "The sources themselves disagree about this.",
        "The yard’s contract with Norway is worth £210m.",
        ("The contract with Norway is worth £210m.", "The contract with Norway is worth £180m."),
        "",
        "Say whose figure it is, or give both.",
    ),
    Code(
        "percent-points", "warning",
        "Per cent stands where percentage points are meant, or the reverse.",
        "The rate rose by 2 per cent, from 4 per cent to 6 per cent.",
        (),
        "That is 2 points, or 50 per cent.",
        "Write “percentage points”, or give the relative change.",
    ),
    Code(
        "quote-altered", "warning",
        "The words in quotation marks differ from the source's; the alert shows which were changed, dropped, "
        "added.",
        "“We are not fighting for our lives,” said Ruth Hallam.",
        ("“We are no longer fighting for our lives,” said Ruth Hallam.",),
        "",
        "Restore the words, mark what is left out with an ellipsis and what is added with square brackets, or"
        " paraphrase without quotation marks.",
    ),
    Code(
        "quote-split", "warning",
        "One quotation is joined from two places of the source without an ellipsis.",
        "“We are pleased with the ferry. The dividend will be paid in May,” said Ruth Hallam.",
        ("“We are pleased with the ferry. Nobody here thought two years ago that the yard would ever launch "
        "one again. The dividend will be paid in May,” said Ruth Hallam.",),
        "",
        "Close the first quotation and open a second, or put an ellipsis.",
    ),
    Code(
        "sum-wrong", "warning",
        "Parts and total do not add up.",
        "Of the 60 seats, Labour won 31, the Greens 14 and independents 12.",
        (),
        "That makes 57.",
        "Add again; if a part is left out on purpose, say so.",
    ),
    Code(
        "share-wrong", "warning",
        "A share does not follow from the two figures beside it, or shares of one whole exceed it.",
        "Some 45 of the 90 members, or 60 per cent, voted for it.",
        (),
        "45 of 90 is 50 per cent.",
        "Work the share out again.",
    ),
    Code(
        "change-wrong", "warning",
        "A change does not follow from the two values beside it, in size or direction.",
        "Prices rose 50 per cent, from £200 to £250.",
        (),
        "That is 25 per cent.",
        "Work it out as (new − old) ÷ old; check which value is the older.",
    ),
    Code(
        "age-wrong", "warning",
        "An age does not follow from the dates of birth and of the event.",
        "Ruth Hallam was born in 1950. She died in 2020 aged 75.",
        (),
        "She was 69 or 70.",
        "Check the year of birth first; ages are wrong more rarely.",
    ),
    Code(
        "duration-wrong", "warning",
        "A length of time does not follow from the two dates beside it.",
        "He led the party for 12 years, from 2004 to 2012.",
        (),
        "That is eight years.",
        "Check both dates, then the length.",
    ),
    Code(
        "weekday-wrong", "warning",
        "The date does not fall on the weekday named.",
        "The bridge opened on Tuesday, 9 November 2023.",
        (),
        "That was a Thursday.",
        "Look at a calendar; decide which of the two is right.",
    ),
    Code(
        "self-contradiction", "warning",
        "The draft gives the same thing two figures in two places.",
        "The yard employs 640 people in the harbour. Nobody else in the harbour employs so many. The yard "
        "employs 604 people in the harbour.",
        (),
        "",
        "Make them agree, or say why they differ.",
    ),
    Code(
        "name-spelling", "warning",
        "A name is spelled in two ways in the draft, or is a letter or two away from the one that the sources"
        " have.",
        "Priya Nayr of Stannard Capital expects a profit.",
        ("Priya Nair of Stannard Capital expects a profit.",),
        "",
        "Take the source's spelling, unless you know better.",
    ),
)  # fmt: skip
_NOTICES = (
    Code(
        "quote-not-found", "notice",
        "The quoted words are in no source.",
        "“We will never sell the north dock,” she added.",
        ("Ruth Hallam spoke of the weather.",),
        "",
        "Check the recording or notes, and index the transcript.",
    ),
    Code(
        "unsupported", "notice",
        "No source bears on this statement.",
        "The yard has 12 cranes.",
        ("Ruth Hallam spoke of the weather.",),
        "",
        "Find a source and index it, attribute the statement, or cut it.",
    ),
    Code(
        "name-unknown", "notice",
        "A name that no source has.",
        "Gordon Tate, the foreman, spoke to the workers.",
        ("The foreman spoke to the workers.",),
        "",
        "Check spelling and person; index a source that has the name.",
    ),
    Code(
        "unsupported-superlative", "notice",
        "A superlative (“first”, “record”, “largest”) that no source bears out.",
        "The yard won its largest order in May.",
        ("The yard won an order in May.",),
        "",
        "Find the source for it, or cut the superlative.",
    ),
    Code(
        "unused-ignore", "notice",
        "An ignore comment in the draft that silences nothing.",
        "The yard employs 640 people. <!-- factcheck: ignore figure-conflict -->",
        ("The yard employs 640 people.",),
        "All figures agree.",
        "Remove the comment.",
    ),
)  # fmt: skip

CODES: dict[str, Code] = {code.name: code for code in (*_ERRORS, *_WARNINGS, *_NOTICES)}
"""Every alert there is, gravest first."""


def severity_of(code: str) -> str:
    """Return the severity of a code."""
    return CODES[code].severity


def at_least(severity: str, least: str) -> bool:
    """Tell whether a severity is as grave as another."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def page() -> str:
    """Return the page of all codes, in Markdown."""
    parts = [
        "# Alerts of `factcheck proofread`\n",
        "Generated from `codes.py` by `python -m factcheck.proofread > CODES.md`. A code never changes its "
        "meaning; silence one alert with `factcheck signoff FILE:LINE:COLUMN`, or in the draft with "
        "`<!-- factcheck: ignore CODE -->`.\n",
        "| code | severity | meaning |\n| --- | --- | --- |\n"
        + "".join(f"| [{c.name}](#{c.name}) | {c.severity} | {c.meaning} |\n" for c in CODES.values()),
    ]
    parts += [
        f"## {c.name}\n\n*{c.severity}* – {c.meaning}\n\n- Example: {c.example}\n- What to do: {c.advice}\n"
        for c in CODES.values()
    ]
    return "\n".join(parts)
