"""The parts of the stance room: assertions, lexicon, negation, alignment, binding, the model's file."""

import pytest

from factcheck import judge
from factcheck.models import Stance
from factcheck.stance.align import align
from factcheck.stance.assertions import split_assertions
from factcheck.stance.binding import bind_figures
from factcheck.stance.features import bound_places, lay_side_by_side, measure
from factcheck.stance.lexicon import Kin, kin
from factcheck.stance.model import STANCES, parse, probabilities, shipped_model
from factcheck.stance.reading import read
from factcheck.stance.roles import pairs_crossed
from factcheck.training import write_model
from factcheck.words import stem

ASSERTIONS = {
    "two": ("Rents rose 6% to £1,310 and three offices will shut.", 2),
    "one-verb": ("Rents rose to £1,310 and 6%.", 1),
    "names": ("North and South Ardania signed a treaty.", 1),
    "shared-subject": ("The mayor met the union and signed a deal.", 1),
    "range": ("It is between 10 and 20 metres long and stands in Hull.", 1),
    "but": ("The yard made a profit, but its debt rose.", 2),
    "part-of-a-figure": ("She waited more than a year and a half for her roof to be mended.", 1),
    "semicolon": ("The schools shut; the hospitals stayed open.", 2),
}


@pytest.mark.parametrize(("claim", "count"), ASSERTIONS.values(), ids=ASSERTIONS.keys())
def test_claims_are_split_at_statements_only(claim: str, count: int) -> None:
    parts = split_assertions(claim)
    assert len(parts) == count
    assert all(claim[part.start : part.end] == part.text for part in parts)


@pytest.mark.parametrize("claim", ["", "   ", "?", "12"])
def test_a_claim_without_statements_is_no_error(claim: str) -> None:
    assert len(split_assertions(claim)) <= 1


KIN = [
    ("film", "movie", Kin.SYNONYM),
    ("person", "actor", Kin.BROADER),
    ("actor", "person", Kin.NARROWER),
    ("rose", "fell", Kin.OPPOSITE),
    ("approved", "rejected", Kin.OPPOSITE),
    ("winner", "won", Kin.DERIVED),
    ("chinese", "italian", Kin.SISTER),
    ("ferry", "budget", Kin.NONE),
    ("people", "crowd", Kin.BROADER),
    ("people", "protesters", Kin.BROADER),
    ("children", "people", Kin.NARROWER),
    ("Tories", "Conservatives", Kin.SYNONYM),
    ("workers", "jobs", Kin.SYNONYM),
    ("doctor", "nurse", Kin.SISTER),
    ("deliberately", "accidentally", Kin.OPPOSITE),
    ("British", "Britain", Kin.SYNONYM),
]


@pytest.mark.parametrize(("word", "other", "expected"), KIN, ids=lambda value: str(value))
def test_kinship(word: str, other: str, expected: Kin) -> None:
    assert kin(stem(word), stem(other)) is expected


NEGATED = {
    "not": ("The union has not accepted the offer", {"accepted", "offer"}),
    "no": ("No arrests were made", {"arrests", "made"}),
    "failed-to": ("The yard failed to win the order", {"win", "order"}),
    "failed-thing": ("The engine failed in March", set()),
    "denied-doing": ("He denied stealing the coins", {"stealing", "coins"}),
    "not-only": ("The film was not only long", set()),
    "other-clause": ("It did not rain, but rents rose", {"rain"}),
    "at-the-end": ("Dogs are allowed, but bicycles are not", {"bicycles"}),
    "at-the-end-of-a-clause": ("Dogs do not, while cats bite", {"dogs"}),
    "at-the-end-behind-an-and": ("Cars enter and vans do not", {"vans"}),
    "alone": ("Not", set()),
    "banned-from": ("The council banned cars from entering Tarn.", {"entering", "tarn"}),
    "banned-from-a-place": ("The council banned cars from Tarn.", set()),
    "forbade-to": ("It forbade shops to open.", {"open"}),
    "rejected-a-demand": ("It rejected his demand to close the road.", {"close", "road"}),
    "rejected-a-demand-only": ("It rejected his demand.", set()),
    "rejected-a-demand-too-far": ("It rejected the long and old and odd plan to close it.", set()),
    "turned-down-a-plan": ("It turned down a plan to close the road.", {"close", "road"}),
    "plan-that-was-dropped": ("A plan to close the road was dropped.", {"close", "road"}),
    "plan-that-was-passed": ("A plan to close the road was passed.", set()),
    "plan-that-dropped": ("A plan to close the road dropped.", set()),
    "stopped-from": ("It stopped cars at Tarn from passing.", {"passing"}),
    "blocked-from": ("It blocked it from being sold.", {"sold"}),
    "dropped-a-thing": ("Orr dropped the ball.", set()),
    "opposed-a-bid": ("They opposed a bid to open it.", {"open"}),
    "declined-twice": ("He declined twice to come.", {"twice", "come"}),
    "not-in-a-pair-of-commas": ("They closed, not opened, the baths.", {"opened"}),
    "with-no": ("A man with no ticket entered.", {"ticket"}),
    "no-that-opens": ("No man entered.", {"man", "entered"}),
    "no-longer": ("No longer does it rain.", {"rain"}),
    "no-doubt": ("There is no doubt it rained.", set()),
    "no-fewer": ("No fewer than 40 came.", set()),
    "far-from": ("It was far from full.", {"full"}),
    "yet-to": ("It was yet to open.", {"open"}),
    "ruled-out": ("It ruled out a sale.", {"sale"}),
    "other-than": ("It was anything other than full.", {"full"}),
    "lacked": ("The mill lacked a licence.", {"licence"}),
    "lacks-so-much": ("It lacks the old and red and blue boat.", {"old", "red"}),
    "a-lack-of": ("A lack of boats closed it.", set()),
    "not-without": ("It is not without hope.", set()),
    "and-that": ("He refused to leave and she stayed.", {"leave"}),
    "and-said": ("He refused to leave and eat.", {"leave", "eat"}),
    "although": ("He never came although it rained.", {"came"}),
    "until": ("He cannot swim until May.", set()),
    "cannot": ("He cannot swim in May.", {"swim"}),
    "neither-nor": ("Neither bread nor wine came.", {"bread"}),
}


@pytest.mark.parametrize(("text", "reached"), NEGATED.values(), ids=NEGATED.keys())
def test_negation_has_a_scope(text: str, reached: set[str]) -> None:
    content = {word.plain for word in read(text).words if word.depth % 2 and not word.stop}
    assert content == reached


def test_figures_are_bound_jointly_and_by_what_they_count() -> None:
    claim = read("The yard employs 95 people, of whom 640 are apprentices.")
    passage = read("The yard employs 640 people, of whom 95 are apprentices.")
    bonds = bind_figures(claim, passage, read(""), align(claim, passage, read("")))
    assert [passage.figures[bond.passage].text for bond in bonds] == ["640", "95"]


CROSSED = {
    "figures": ("The bus takes 37 minutes and the tram 62.", "The tram takes 37 minutes; the bus takes 62.", True),
    "places": ("Towers are made in Hull and blades in Spain.", "Blades are made in Hull and towers in Spain.", True),
    "straight": ("The tram takes 37 minutes and the bus 62.", "The tram takes 37 minutes; the bus takes 62.", False),
    "other-order": ("The tram takes 37 minutes and the bus 62.", "The bus takes 62 minutes; the tram takes 37.", False),
    "ends-first": ("The tram takes 37 minutes and the bus 62.", "It is 37 minutes by tram, 62 by bus.", False),
}


@pytest.mark.parametrize(("claim", "passage", "crossed"), CROSSED.values(), ids=CROSSED.keys())
def test_the_ends_of_parallel_statements_belong_to_their_heads(claim: str, passage: str, crossed: bool) -> None:
    pair = lay_side_by_side(claim, passage, None, None, "")
    assert (pairs_crossed(pair.claim, pair.passage, pair.alignment, bound_places(pair)) is not None) is crossed


SLIPS = {
    "scale": ("Fishermen were paid £7bn in compensation.", "Fishermen received £7m in compensation.", True),
    "unit": ("The cruise lasted 19 weeks.", "They mapped it during a cruise of 19 days aboard the Calypte.", True),
    "same": ("Fishermen received £7 million in compensation.", "Fishermen received £7m in compensation.", False),
    "other-thing": ("The cruise lasted 19 weeks.", "The harbour is 19 days from Hull by sail.", False),
}


@pytest.mark.parametrize(("claim", "passage", "conflicts"), SLIPS.values(), ids=SLIPS.keys())
def test_the_same_digits_in_another_scale_or_unit_are_a_slip(claim: str, passage: str, conflicts: bool) -> None:
    judgement = judge(claim, passage)
    assert (judgement.stance is Stance.CONFLICTS and judgement.shown) is conflicts


OPENING_NAMES = {
    "proper": ("London has closed two libraries.", ["London"]),
    "plain": ("Turnover rose by 18 per cent.", []),
    "unknown": ("Aberlaw has a fish market.", ["Aberlaw"]),
    "owner": ("Hope's exports fell.", ["Hope's"]),
    "count": ("Hundreds spent the night there.", []),
    "month-of-a-date": ("The strike ended on Nov. 7, 2023.", []),
    "unit-of-a-figure": ("It was 19 degrees Celsius in Hull.", ["Hull"]),
    "currency": ("It cost 3 million New Zealand dollars.", ["New"]),
    "office-in-letters": ("The new MP and the CEO live in Hull.", ["Hull"]),
}


@pytest.mark.parametrize(("text", "names"), OPENING_NAMES.values(), ids=OPENING_NAMES.keys())
def test_a_capital_at_the_opening_is_a_name_where_the_word_is_no_other(text: str, names: list[str]) -> None:
    reading = read(text)
    assert [reading.words[name.first].text for name in reading.names] == names


OUTPUT_CONTEXT = "Halvard cuts its dividend\nHalvard, the oil company, said on Monday that its profit had halved."
WHERE_IT_WAS = {
    "only-where": ("Oil output fell by 12 percent because of repairs at the Tarn platform off Norway.", True),
    "another-owner": ("Tarn Energy, by contrast, said that its oil output fell by 12 percent.", False),
}


@pytest.mark.parametrize(("passage", "shown"), WHERE_IT_WAS.values(), ids=WHERE_IT_WAS.keys())
def test_a_name_that_only_tells_where_is_nobody_else(passage: str, shown: bool) -> None:
    judgement = judge("Halvard's oil output fell by 12 percent.", passage, context=OUTPUT_CONTEXT)
    assert (judgement.stance is Stance.SUPPORTS and judgement.shown) is shown


def test_dollars_that_may_be_another_countrys_bear_nothing_out() -> None:
    judgement = judge("The survey cost 3.8 million New Zealand dollars.", "The survey cost $3.8 million.")
    assert judgement.stance is Stance.NEUTRAL


PART_COUNTED = "Of 186 members of the Landlords' Association who answered a survey, a third would sell."


def test_a_count_of_only_some_contradicts_no_count_of_all() -> None:
    judgement = judge("The Landlords' Association has 1,040 members.", PART_COUNTED)
    assert not (judgement.stance is Stance.CONFLICTS and judgement.shown)


def test_the_weights_file_is_written_as_it_is_read() -> None:
    model = shipped_model()
    assert parse(write_model(model)) == model


def test_every_feature_of_the_model_is_measured_and_probabilities_add_up() -> None:
    features = measure(lay_side_by_side("Rents rose.", "Rents in Saltmere rose by 6%.", None, None, ""))
    chances = probabilities(features, shipped_model())
    assert set(chances) == set(STANCES)
    assert abs(sum(chances.values()) - 1) < 1e-9


def test_thresholds_are_for_every_stance() -> None:
    assert set(shipped_model().thresholds) == set(Stance)


def test_the_trees_written_as_code_add_up_to_the_same() -> None:
    from factcheck.stance import model
    from factcheck.stance.features import lay_side_by_side, measure

    shipped = model.shipped_model()
    summed = model._as_code(shipped)
    for claim, passage in (
        ("The bus carries 900 people a week.", "About 900 passengers use it each week."),
        ("Councillors approved the budget by 31 votes to 17.", "The plan was rejected on Tuesday."),
        ("Nobody was hurt.", "The ferry to Holm sank on Tuesday with 312 passengers on board."),
    ):
        features = measure(lay_side_by_side(claim, passage, None, None, ""))
        assert list(summed(features)) == list(model._read_off(features, shipped))


def test_each_word_that_the_lexicon_names_has_a_row_of_its_own() -> None:
    from factcheck.stance import lexicon

    tables = lexicon._tables()
    rows = dict(line.split("\t", 1) for line in tables.written[tables.words :].decode().splitlines())
    named = {word for row in rows.values() for part in [*row.split("\t"), ""][2:4] for word in part.split(".") if word}
    assert named <= set(rows)


# Text, and its verbs that only carry a noun, each with that.
CARRYING = {
    "made": ("The mayor made a decision.", [("made", "decision")]),
    "first-word": ("Made a decision.", [("Made", "decision")]),
    "with-an-adjective": ("The mayor made a big decision in May.", [("made", "decision")]),
    "too-far": ("The mayor made a very old and quite big decision.", []),
    "film": ("The mayor made a film.", []),
    "it": ("The mayor made it.", []),
    "nothing": ("The mayor gave.", []),
    "article-only": ("The mayor made the.", []),
    "out": ("The mayor carried out an attack.", [("carried", "attack")]),
    "without-out": ("The mayor carried an attack.", [("carried", "attack")]),
    "comma": ("The mayor made, a decision.", []),
    "comma-behind": ("The mayor made a decision, Orr left.", [("made", "decision")]),
    "without-an-article": ("The mayor held talks.", [("held", "talks")]),
    "risk": ("The mayor took a risk.", []),
    "to-whom": ("The mayor gave Orr support.", [("gave", "support")]),
    "and": ("The mayor lodged an appeal and left.", [("lodged", "appeal")]),
    "another-verb": ("The mayor read a decision.", []),
}


@pytest.mark.parametrize(("text", "carrying"), CARRYING.values(), ids=CARRYING.keys())
def test_a_verb_may_only_carry_a_noun(text: str, carrying: list[tuple[str, str]]) -> None:
    reading = read(text)
    assert [(reading.words[verb].text, reading.words[noun].text) for verb, noun in reading.light.items()] == carrying
