"""Pictures of checks: what is drawn and where, in words too, and nothing of a source that could act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
import render_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import compare_figures
from factcheck.figures import extract_figures
from factcheck.models import MET, Check, DecidedBy, Evidence, Judgement, Passage, Stance, Verdict
from factcheck.render.pictures import picture_files, pictures_of, shares
from factcheck.render.svg import WIDTH, Axis, Picture, fitted

SVG = "{http://www.w3.org/2000/svg}"


def checked(claim: str, *said: tuple[str, date | None]) -> Check:
    """Return a check of a claim with one figure against sentences with one each, of sources of these days."""
    (claimed,) = extract_figures(claim)
    evidence = []
    for number, (text, day) in enumerate(said, 1):
        (stated,) = extract_figures(text)
        comparison = compare_figures(claimed, stated)
        agrees = comparison.relation in MET
        stance = Stance.SUPPORTS if agrees else Stance.CONFLICTS
        where = samples.source(number, document=number, title=f"Report {number}", published=day)
        judgement = Judgement(stance, 0.9, True, DecidedBy.FIGURE, (comparison,))
        evidence.append(Evidence(Passage(number, text, "", where), judgement))
    return Check(claim, Verdict.MIXED, 0.9, (claimed,), tuple(evidence))


def drawn(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.alone())


def words_of(picture: Picture) -> list[str]:
    return [element.text or "" for element in drawn(picture).iter(f"{SVG}text")]


MARCH, MAY = date(2024, 3, 14), date(2024, 5, 2)
DRAWN = [
    pytest.param(checked("It killed 13 people.", ("It killed 12 people.", MARCH)), ["figure-1"], id="differs"),
    pytest.param(checked("It killed 13 people.", ("It killed 13 people.", MARCH)), [], id="the-same-twice"),
    pytest.param(
        checked("It killed 13 people.", ("It killed 12 people.", MARCH), ("It killed 31 people.", MAY)),
        ["figure-1", "figure-1-over-time"],
        id="moving",
    ),
    pytest.param(
        checked("It killed 13 people.", ("It killed 12 people.", MAY), ("It killed 31 people.", MAY)),
        ["figure-1"],
        id="one-day",
    ),
    pytest.param(
        checked("It killed 13 people.", ("It killed 12 people.", None), ("It killed 31 people.", MAY)),
        ["figure-1"],
        id="undated",
    ),
    pytest.param(checked("It cost £4m.", ("It cost $5m.", MARCH)), [], id="another-currency"),
    pytest.param(checked("It opened on 4 May 2024.", ("It opened on 6 May 2024.", MAY)), [], id="dates"),
    pytest.param(Check("A red door.", Verdict.UNVERIFIED, 0.9, (), ()), [], id="no-figure"),
]


@pytest.mark.parametrize(("check", "names"), DRAWN)
def test_what_is_drawn(check: Check, names: list[str]) -> None:
    assert [picture.name for picture in pictures_of(7, check)] == [f"claim-7-{name}" for name in names]


def test_claim_and_sources_stand_on_one_axis_in_the_claims_unit() -> None:
    check = checked("It is 10 km long.", ("It is 5 miles long.", MARCH), ("It is about 12 km long.", MARCH))
    (picture,) = pictures_of(1, check)
    assert [text for text in words_of(picture) if ":" in text] == [
        "Claim: 10 km", "≠ 5 miles, 14 March 2024: Report 1", "≠ about 12 km, 14 March 2024: Report 2",
    ]  # fmt: skip
    squares = [
        float(path.attrib["d"].removeprefix("M").split()[0]) + 5
        for path in drawn(picture).iter(f"{SVG}path")
        if "h10v10" in path.attrib["d"]
    ]
    assert squares[0] < WIDTH / 2 < squares[1]  # 8 km on the left of the claim, 12 on its right


def test_a_picture_says_in_words_what_it_shows() -> None:
    check = checked("It killed 13 people.", ("It killed 11 people.", MARCH), ("It killed 31 people.", MAY))
    for picture in pictures_of(1, check):
        root = drawn(picture)
        title, text = root[0], root[1]
        assert (title.tag, text.tag) == (f"{SVG}title", f"{SVG}desc")
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], text.attrib["id"]]
        assert text.text == (
            "The claim: 13 people. "
            + "; ".join(["Report 1, 14 March 2024: 11 people, different", "Report 2, 2 May 2024: 31 people, different"])
            + "."
        )


def test_a_slip_of_a_scale_is_drawn_on_a_logarithmic_one() -> None:
    (picture,) = pictures_of(1, checked("It cost £4.2bn.", ("It cost £4.2m.", MARCH)))
    assert picture.description.endswith("The scale is logarithmic.")
    assert {"10 million", "100 million", "1 billion"} <= set(words_of(picture))


def test_shares() -> None:
    picture = shares("verdicts", "Claims", "claim", [("✓ supported", 3), ("✗ conflicting", 1), ("? open", 0)])
    assert picture.description == "4 claims: ✓ supported 3 (75 %), ✗ conflicting 1 (25 %), ? open 0 (0 %)."
    bars = [float(bar.attrib["width"]) for bar in drawn(picture).iter(f"{SVG}rect") if bar.get("class") == "bar"]
    assert bars[0] == pytest.approx(3 * bars[1], abs=0.2)


def test_nothing_of_a_source_acts_in_a_picture() -> None:
    check = checked("It killed 13 people.", ("It killed 31 people.", MAY))
    (item,) = check.evidence
    title = "</text><script>alert(1)</script> \"onload='x' & \u202e"
    source = replace(item.passage.source, title=title)
    hostile = replace(check, evidence=(replace(item, passage=replace(item.passage, source=source)),))
    (picture,) = pictures_of(1, hostile)
    root = drawn(picture)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text", "path", "circle",
    }  # fmt: skip
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert "\u202e" not in picture.alone()


@given(st.lists(st.floats(1e-90, 1e90) | st.floats(-1e90, -1e-90) | st.just(0.0), min_size=1, max_size=6))
def test_an_axis_holds_its_values_in_their_order(values: list[float]) -> None:
    axis = Axis.over(values, 10, 400)
    places = [axis.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert places[0] >= 10 and places[-1] <= 400
    assert 1 <= len(axis.ticks()) <= 9
    assert all(axis.low <= tick * 1.001 and tick * 0.999 <= axis.high for tick in axis.ticks() if tick > 0)


@pytest.mark.parametrize(("room", "text"), [(200, "a long line"), (40, "a lo…"), (7, "…")])
def test_words_are_cut_to_their_room(room: float, text: str) -> None:
    assert fitted("a long line", room) == text


def test_the_files_of_a_report() -> None:
    names = [name for name, _ in picture_files(samples.all_checks())]
    assert names == ["verdicts.svg", "claim-1-figure-1.svg", "claim-1-figure-2.svg", "claim-2-figure-1.svg"]
    assert Decimal("20000") in [figure.value for figure in samples.conflicting().figures]
