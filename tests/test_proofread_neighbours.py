"""A wrong sentence and its sound neighbour, beside a short source of their own: one is alarmed, the other is not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.library import Library
from factcheck.models import Alert

NOW = datetime(2026, 1, 1, tzinfo=UTC)
# id, source, wrong draft, code, words at which the alert stands, sound draft
NEIGHBOURS = [
    (
        "few-words-and-a-figure",
        "Of 176 members 151 sent their papers back; 129 voted for a strike and 22 against.",
        "Some 129 were in favour and 32 against.",
        "figure-conflict", "32",
        "Some 129 were in favour and 22 against.",
    ),
    (
        "swapped-digits-of-a-measure",
        "The workers were offered places in Selwick, 38 miles away from Tarrick. They turned them down.",
        "The village of Selwick lies 83 miles from Tarrick.",
        "figure-conflict", "83 miles",
        "The village of Selwick lies 38 miles from Tarrick.",
    ),
    (
        "some-for-none",
        "A van was seen in Tanner Street. Nobody has been arrested. The museum is closed.",
        "Three people have been arrested.",
        "claim-conflict", "Three people",
        "So far nobody has been arrested.",
    ),
    (
        "by-a-day",
        "An inquiry will be led by Beatrix Holm. Holm, who was born on 4 May 1957, is to report by 31 March 2026.",
        "Beatrix Holm is to report by 31 May 2026.",
        "figure-conflict", "31 May 2026",
        "Beatrix Holm is to report by 31 March 2026.",
    ),
    (
        "day-of-another-sentence",
        "The line gets £27.5 million a year from the state for three lifeline routes. The contract expires on 30 "
        "September 2026.",
        "The contract for the three lifeline routes, worth £27.5 million a year, ends on 30 November 2026.",
        "figure-conflict", "30 November 2026",
        "The contract for the three lifeline routes, worth £27.5 million a year, ends on 30 September 2026.",
    ),
    (
        "other-line-of-a-list",
        "Of that sum, €190 million was damage to homes, €95 million to shops and €55 million to roads and bridges.",
        "Roads and bridges make up €95 million of that.",
        "figure-conflict", "€95 million",
        "Roads and bridges make up €55 million of that.",
    ),
    (
        "other-line-of-a-list-that-follows",
        "At the mill wool brought in £31,000, flax £44,000 and hemp £12,000.",
        "Wool brought the mill £44,000.",
        "figure-conflict", "£44,000",
        "Wool brought the mill £31,000.",
    ),
    (
        "half-of-that",
        "Inflation stood at 4.1 per cent, twice the bank's target of 2 per cent.",
        "Prices rose by 4.1 per cent. The bank's target is 3 per cent.",
        "figure-conflict", "3 per cent",
        "Prices rose by 4.1 per cent. The bank's target is half of that.",
    ),
    (
        "worked-out-by-the-judge",
        "The museum bought the hoard for £310,000, two thirds of it from the heritage fund.",
        "The museum paid £301,000 for the hoard.",
        "figure-conflict", "£301,000",
        "The heritage fund gave about £207,000.",
    ),
    (
        "weekday-and-year",
        "Leonard Boyd, who settled the tugboat dispute of 2022, will chair the talks.",
        "Leonard Boyd, who settled the tugboat dispute of 2023, is to chair the talks.",
        "figure-conflict", "2023",
        "This Wednesday come the talks, with Leonard Boyd in the chair.",
    ),
    (
        "people-of-a-country",
        "Anneli Saar of Estonia won the race, the first by an Estonian in 41 years.",
        "Mart Saar of Estonia won the race.",
        "name-conflict", "Mart Saar",
        "Anneli Saar was the first Estonian to win the race.",
    ),
    (
        "negation-of-another-statement",
        "Frances Holm said that the museum would not sell the coins and that she feared for the Roman bowl.",
        "Frances Holm said that the museum would sell the coins.",
        "claim-conflict", "Frances",
        "Frances Holm feared for the Roman bowl.",
    ),
    (
        "lacks",
        "Kestrel will fly 22 per cent fewer flights from Denholm this winter because it lacks pilots, it said.",
        "Kestrel will fly 32 per cent fewer flights from Denholm this winter.",
        "figure-conflict", "32 per cent",
        "Kestrel does not have enough pilots.",
    ),
    (
        "person-and-company",
        "Pember's must pay £6.8 million to 1,420 workers, the Labour Court in Radley ruled on Thursday. Judge Cora "
        "Wynn found that 12 minutes were working time.",
        "The Labour Court in Radley ruled that Pember's must pay £8.6 million.",
        "figure-conflict", "£8.6 million",
        "The ruling was given on Thursday by Cora Wynn, a judge at the Labour Court in Radley.",
    ),
    (
        "until-a-day",
        "Pember's, which made a profit of £14.2 million last year, said that it would appeal. It has until 3 July to "
        "do so.",
        "Pember's has until 3 June to appeal.",
        "figure-conflict", "3 June",
        "Pember's has until 3 July to appeal.",
    ),
    (
        "count-beside-another-noun",
        "Flights to Dublin stay. The number of weekly departures will fall from 386 to 301. At least two routes go.",
        "Instead of 386 departures a week there will be 310.",
        "figure-conflict", "310",
        "Instead of 386 departures a week there will be 301.",
    ),
    (
        "bound-far-off",
        "Lakelink carries 410,000 passengers a year with five ships.",
        "With five ships Lakelink carries 410 million passengers a year, more than 1,100 a day.",
        "scale-slip", "410 million",
        "With five ships Lakelink carries 410,000 passengers a year, more than 1,100 a day.",
    ),
    (
        "beside-a-product",
        "The vicar has promised to climb the tower's 287 steps once for every £10,000.",
        "With 278 steps that makes more than 7,000.",
        "figure-conflict", "278",
        "With 287 steps that makes more than 7,000.",
    ),
    (
        "for-and-against",
        "Bettina Cole, who has two sons at the school, collected 3,400 signatures against the plan.",
        "Bettina Cole has gathered 3,400 signatures in favour of it.",
        "claim-conflict", "in favour of",
        "Bettina Cole has gathered 3,400 signatures against it.",
    ),
    (
        "verb-of-the-other-side",
        "Of its 33 members 17 belong to the Alliance, which supports the plan; the Conservatives, with 11 seats, "
        "oppose it.",
        "The Conservatives support it.",
        "claim-conflict", "support",
        "The Conservatives oppose it.",
    ),
    (
        "shares-exchanged",
        "A trial in two schools had gone well: 71 per cent of the children had tasted the biscuits and 44 per cent had "
        "asked for more.",
        "In a trial at two schools 44 per cent of the children tried the biscuits and 71 per cent wanted more.",
        "figure-conflict", "44 per cent",
        "In a trial at two schools 71 per cent of the children tried the biscuits and 44 per cent wanted more.",
    ),
    (
        "one-word-replaced",
        "The krone gained 0.6 per cent against the euro.",
        "The krone rose by 0.6 per cent against the dollar.",
        "claim-conflict", "dollar",
        "The krone rose by 0.6 per cent against the euro.",
    ),
    (
        "few-words-of-another",
        "The ferry may sail on. “We had no choice,” said Claire Junod, who heads the office. Paul Ehrsam, the "
        "company's director, disagreed.",
        "“We had no choice,” said Paul Ehrsam.",
        "quote-misattributed", "Paul Ehrsam",
        "“We had no choice,” said Claire Junod.",
    ),
    (
        "per-month",
        "It will add about $96 a year to the property tax on a home worth $300,000.",
        "The owner of a $300,000 house will pay about $96 more a month.",
        "figure-conflict", "$96",
        "The owner of a $300,000 house will pay about $96 more a year.",
    ),
    (
        "season",
        "She said construction would start in June and that the new school would open in the fall of 2027.",
        "Construction begins in June, and the school is to open in the fall of 2026.",
        "figure-conflict", "fall of 2026",
        "Construction begins in June, and the school is to open in the fall of 2027.",
    ),
    (
        "surname-alone",
        "Fisk said he would not ask for a recount. Theresa Ngo defeated Walt Fisk.",
        "Walt Fisk was beaten by Theresa Ngo. He has asked for a recount.",
        "claim-conflict", "He has",
        "Walt Fisk was beaten by Theresa Ngo. He will not ask for a recount.",
    ),
    (
        "profit-and-loss",
        "Voltera makes batteries. Its sales rose 38 percent to $870 million last year; it lost $45 million.",
        "Voltera made a profit of $45 million last year.",
        "claim-conflict", "profit",
        "Voltera made a loss of $45 million last year.",
    ),
    (
        "from-two-passages",
        "The first storm of the season dropped 19 inches on Granite Falls on Saturday, the most ever in November. The "
        "previous record for November, 17.5 inches, was set in 1961.",
        "On Saturday 19 inches fell on the town, which broke the record of 17.5 inches from 1916.",
        "figure-conflict", "1916",
        "On Saturday 19 inches fell on the town, which broke the record of 17.5 inches from 1961.",
    ),
    (
        "by-year",
        "The contract gives teachers raises of 4 percent in 2024, 3 percent in 2025 and 2 percent in 2026.",
        "Teachers get 4 percent in 2024, 3 percent in 2025 and 4 percent in 2026.",
        "figure-conflict", "4 percent in 2026",
        "Teachers get 4 percent in 2024, 3 percent in 2025 and 2 percent in 2026.",
    ),
    (
        "age-in-apposition",
        "Sunniva Reay, a 34-year-old vet, received 16,310 votes, or 48.9 per cent.",
        "Sunniva Reay, a vet of 43, won 48.9 per cent of the vote.",
        "figure-conflict", "43",
        "Sunniva Reay, a vet of 34, won 48.9 per cent of the vote.",
    ),
    (
        "twin-of-the-sentence-before",
        "Evictions rose from 212 to 263. In 71 cases the tenant had fallen behind with the rent by more than £5,000.",
        "In 17 cases the tenant had fallen behind with the rent by more than £5,000.",
        "figure-conflict", "17",
        "In 71 cases the debt was more than £5,000. In 17 cases nobody knows why.",
    ),
    (
        "speed-of-something-else",
        "The new trams can reach 50mph on their own track but are limited to 20mph in the city centre.",
        "The new trams are limited to 50mph in the city centre.",
        "figure-conflict", "50mph",
        "The new trams are limited to 20mph in the city centre.",
    ),
    (
        "years-far-apart",
        "The storm of 23 January swept over the valley and was the worst since March 1993. It cut 700 lines.",
        "The storm of 23 January cut 900 lines.",
        "figure-conflict", "900",
        "The storm struck on 23 January 2025.",
    ),
    (
        "the-others-of-a-county",
        "Wardlow County had 140 damaged homes, and Cole County the others.",
        "Wardlow County had 410 damaged homes.",
        "figure-conflict", "410",
        "Some 280 homes were damaged in Cole County.",
    ),
    (
        "nouns-that-may-be-verbs",
        "The contract gives raises of 4 percent this year and caps classes at 26.",
        "The contract gives raises of 4 percent this year and caps classes at 36.",
        "figure-conflict", "36",
        "The contract caps classes at 26.",
    ),
    (
        "person-and-country",
        "Ms Osgood, who was born in New Zealand, bought a practice in Stonebury in 2015 and has 40 patients a day.",
        "Ms Osgood has 60 patients a day.",
        "figure-conflict", "60",
        "Ms Osgood bought a practice in Stonebury ten years ago.",
    ),
    (
        "did-not",
        "Nadia Holm came third and kept her deposit, which Toby Wren of the Greens, on 1,204, did not.",
        "Toby Wren of the Greens, on 1,402 votes, lost his deposit.",
        "figure-conflict", "1,402",
        "The Green candidate, Toby Wren, lost his deposit.",
    ),
]  # fmt: skip


def alerts(folder: Path, source: str, text: str) -> list[Alert]:
    """Return the errors and warnings on a draft that is checked against one source."""
    (folder / "source.md").write_text(f"Published: 1 March 2025\n\n{source}\n", "utf-8")
    (folder / "draft.md").write_text(f"{text}\n", "utf-8")
    with Library(folder / "claims.db", create=True) as library:
        library.index([folder / "source.md"], now=NOW)
        proof = library.proofread(folder / "draft.md", published=date(2025, 3, 4))
    return [item for item in proof.alerts if item.severity != "notice"]


@pytest.mark.parametrize(
    ("source", "text", "code", "words"), [pytest.param(*row[1:5], id=row[0]) for row in NEIGHBOURS]
)
def test_a_wrong_sentence_is_alarmed(tmp_path: Path, source: str, text: str, code: str, words: str) -> None:
    found = [(item.code, item.column) for item in alerts(tmp_path, source, text)]
    assert (code, text.index(words) + 1) in found


@pytest.mark.parametrize(("source", "text"), [pytest.param(row[1], row[5], id=row[0]) for row in NEIGHBOURS])
def test_its_sound_neighbour_is_not(tmp_path: Path, source: str, text: str) -> None:
    assert [(item.code, item.message) for item in alerts(tmp_path, source, text)] == []
