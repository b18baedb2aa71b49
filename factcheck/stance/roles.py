"""Who does what to whom: whether two names of the claim have changed places in the passage.

A sentence may turn its names round and say the same: in the passive, with the converse verb ("sold to" for "bought
from"), with a verb that both do alike ("met"), or with the doer behind "by" ("a film by Riera", "Riera's film").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.stance.align import STRENGTH, Alignment, Link
from factcheck.stance.comparatives import way_of
from factcheck.stance.lexicon import VERB_FIELDS, Kin, are_converse, field, is_mutual
from factcheck.stance.reading import Reading
from factcheck.words import is_irregular, listed

_DIRECTED = frozenset(listed("from to by for against over of"))
_PLACING = frozenset(listed("in at near on beside outside inside"))
_HANGING = frozenset(listed("in on at for with to from into as under over near of between among after behind"))
_THINGS_BEFORE = frozenset(listed("a an the his her its their this that these those"))
_JOINS, _OF_THINGS = frozenset(listed("and or")), frozenset(listed("that which"))
_THAN_REACH = 10  # words of "more of the cars made in Hull than"
_GIVING, _TO_GIVER = frozenset(listed("from to")), 4  # words of "from the Dutch fund Orr"
_BY_REACH = 3  # words between a verb and its "by", dates left out: "released on 30 October by"
_PARALLEL = frozenset(listed("and while but whereas"))
_BE = frozenset(listed("is are was were be been being am get gets got"))


_OWNER_ENDINGS = ("'s", "’s", "s'", "s’")
_NEAR, _NEAR_THERE = 8, 12  # words of claim and passage within which a word is one of a verb's ends
_NAME_VOTE = 2.0


def with_converses(claim: Reading, passage: Reading, alignment: Alignment) -> Alignment:
    """Return the alignment with a converse verb as the same where its ends are turned round: "A sold it to B"."""
    links = []
    for link in alignment.links:
        if link.kin is Kin.OPPOSITE and link.passage >= 0:
            words = claim.words[link.claim].stem, passage.words[link.passage].stem
            turned = _ends_turned(claim, passage, alignment, link) or _doer_is_behind(claim, passage, alignment, link)
            if are_converse(*words) and turned:
                link = Link(link.claim, link.passage, Kin.SYNONYM, STRENGTH[Kin.SYNONYM])
        links.append(link)
    return Alignment(tuple(links), {link.claim: link for link in links})


def _ends_turned(claim: Reading, passage: Reading, alignment: Alignment, verb: Link) -> bool:
    """Do most words around a verb stand on its other side in the passage? The passive turns them once more."""
    votes = 0.0
    for other in alignment.links:
        if other is verb or not other.is_here or not _is_end(claim, passage, verb, other):
            continue
        same = (other.claim < verb.claim) is (other.passage < verb.passage)
        votes += (1 if same else -1) * (_NAME_VOTE if claim.words[other.claim].name >= 0 else 1.0)
    return votes * (-1 if is_passive(claim, verb.claim) != is_passive(passage, verb.passage) else 1) < 0


def _doer_is_behind(claim: Reading, passage: Reading, alignment: Alignment, verb: Link) -> bool:
    """Has the passage the claim's doer behind a "to" or "from" of its verb, however far: "B bought a stake from A"?

    What is sold or lent stays behind the verb.
    """
    if is_passive(claim, verb.claim) or is_passive(passage, verb.passage):
        return False
    doer = _doer(claim, verb.claim)
    met = [k.passage for k in alignment.links if k.is_here and claim.words[k.claim].name == doer >= 0]
    sentence = passage.words[verb.passage].sentence
    if not met or any(p < verb.passage or passage.words[p].sentence != sentence for p in met):
        return False
    before = passage.words[max(verb.passage, min(met) - _TO_GIVER) : min(met)]
    return any(word.plain in _GIVING for word in before)


def _is_end(claim: Reading, passage: Reading, verb: Link, other: Link) -> bool:
    """Is a shared word a noun or name near the verb in both texts?"""
    word, there = claim.words[other.claim], passage.words[other.passage]
    near = abs(other.claim - verb.claim) <= _NEAR and abs(other.passage - verb.passage) <= _NEAR_THERE
    together = there.sentence == passage.words[verb.passage].sentence
    counts = word.figure >= 0 or word.plain.isdecimal()  # the digits of a score turn round with its sides, "1-4"
    return near and together and not counts and (word.name >= 0 or field(word.stem) not in VERB_FIELDS)


def names_swapped(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Have two things that both texts name changed places around the word between them?

    "A beat B" against "B beat A" has, and so has "A was beaten by B" against "A beat B"; "B was beaten by A" has
    not, since the passive turns the order round, and "B lost to A" has not, since its verb is the converse one.
    """
    links = [link for link in alignment.links if link.is_here]
    named = [k for k in links if claim.words[k.claim].name >= 0 and passage.words[k.passage].name >= 0]
    plain = [k for k in links if claim.words[k.claim].name < 0]
    for first in named:
        for second in named:
            if claim.words[first.claim].name >= claim.words[second.claim].name:
                continue
            if passage.words[first.passage].name == passage.words[second.passage].name:
                continue
            between = [k for k in plain if first.claim < k.claim < second.claim]
            if any(_turned(claim, passage, first, second, k) for k in between[:2]):
                return True
    return False


def _turned(claim: Reading, passage: Reading, first: Link, second: Link, verb: Link) -> bool:
    """Does the passage give the two names the other parts in what the verb between them says?"""
    if passage.words[first.passage].sentence != passage.words[second.passage].sentence:
        return False
    if _place_word(claim, second.claim, verb.claim) or _is_also_straight(passage, first, second, verb):
        return False
    if _is_attribute(claim, verb.claim):
        return False
    compared = compared_with(claim, second.claim)
    if compared and compared != compared_with(passage, first.passage):
        return False  # "A sold more than B": "B sold fewer than A", "B sold 200 and A 600"
    words = claim.words[verb.claim].stem, passage.words[verb.passage].stem
    if are_converse(*words) or is_mutual(words[0]) or _is_done_with(claim, verb.claim, second.claim):
        return False
    if not is_verb(claim, verb.claim) and not _owns(passage, second.passage, verb.passage):
        return False  # "A's sister", "the sister of A"
    if is_verb(claim, verb.claim) and _is_thing(passage, verb.passage):
        return False  # "A scouted B", "B, a rival team's scout"
    if second.passage < verb.passage < first.passage:
        voice = is_passive(claim, verb.claim) or _is_agent_of(claim, second.claim, verb.claim)
        return voice == (is_passive(passage, verb.passage) or _is_agent(passage, first.passage))
    if first.passage < verb.passage < second.passage:  # "A was beaten by B" against "A beat B"
        agents = _is_agent(claim, second.claim), _is_agent(passage, second.passage)
        other = is_passive(passage, verb.passage) if agents[0] else is_passive(claim, verb.claim)
        return agents[0] != agents[1] and not other
    return False


def compared_with(reading: Reading, name: int) -> int:
    """Return 1 where more is said of something than of a name, -1 where less, 0 where no "than" stands before it."""
    first = reading.names[reading.words[name].name].first if reading.words[name].name >= 0 else name
    before = [word.plain for word in reading.words[max(0, first - _THAN_REACH) : first]]
    while before and before[-1] in _THINGS_BEFORE:
        before.pop()
    if not before or before[-1] != "than":
        return 0
    return next((way_of(plain) for plain in reversed(before) if way_of(plain)), 0)


def _place_word(reading: Reading, name: int, verb: int) -> bool:
    """Does a word of place stand before a name that follows a verb: "stars in Orm", "lies near Hale"?

    What is in or near another may be told from either end.
    """
    first = reading.names[reading.words[name].name].first
    return any(word.plain in _PLACING for word in reading.words[max(verb + 1, first - 2) : first])


def _is_also_straight(passage: Reading, first: Link, second: Link, verb: Link) -> bool:
    """Stands the word also between the names in the claim's order, one of which the passage's sentence has twice?"""
    places = [passage.places.get(passage.words[k.passage].stem, ()) for k in (first, verb, second)]
    sentence = passage.words[verb.passage].sentence
    here = [[place for place in found if passage.words[place].sentence == sentence] for found in places]
    return (
        all(here) and len(here[0]) + len(here[2]) > 2 and any(min(here[0]) < place < max(here[2]) for place in here[1])
    )


def is_verb(reading: Reading, place: int) -> bool:
    """Does a word look like a verb?"""
    word = reading.words[place]
    ending = word.plain.endswith(("ed", "ing")) and word.stem != word.plain  # "king" and "bed" have none
    return field(word.stem) in VERB_FIELDS or ending or is_irregular(word.plain)


def _is_attribute(reading: Reading, place: int) -> bool:
    """Is a participle no more than what sort of thing somebody has: "who runs Orr's frozen meals"?"""
    words = reading.words
    is_participle = words[place].plain.endswith("ed") or is_irregular(words[place].plain)
    if not is_participle or not place or place + 1 >= len(words):
        return False
    behind = words[place + 1]
    return words[place - 1].text.endswith(_OWNER_ENDINGS) and not behind.stop and behind.clause == words[place].clause


def _owns(reading: Reading, name: int, place: int) -> bool:
    """Does a word stand right behind a name in the possessive?"""
    return 0 < place - name <= 2 and reading.words[name].text.endswith(("'s", "’s", "s'", "s’"))


def _is_thing(reading: Reading, place: int) -> bool:
    """Is a word that could be a verb a noun where it stands: "a scout", "the team's scout"?"""
    word = reading.words[place]
    if place == 0 or word.plain.endswith(("ed", "ing")) or is_irregular(word.plain):
        return False
    before = reading.words[place - 1]
    return before.plain in _THINGS_BEFORE or before.text.endswith(_OWNER_ENDINGS)


def _is_done_with(reading: Reading, verb: int, name: int) -> bool:
    """Is a name joined by "with", so that both did it: "signed a treaty with Norland"?"""
    before = [word.plain for word in reading.words[max(verb, name - 3) : name] if word.name < 0]
    return "with" in before[-2:]


def _is_agent(reading: Reading, name: int) -> bool:
    """Does "by" stand before a name: "a documentary of four hours by Riera"?"""
    before = [word.plain for word in reading.words[max(0, name - 3) : name] if word.name < 0]
    return "by" in before[-2:]


def _is_agent_of(reading: Reading, name: int, verb: int) -> bool:
    """Does "by" stand before a name, and no other verb between it and this one: not "wrote a film shot by Riera"?"""
    between = range(verb + 1, reading.names[reading.words[name].name].first)
    return _is_agent(reading, name) and not any(reading.words[p].plain.endswith("ed") for p in between)


def prepositions_turned(claim: Reading, passage: Reading, alignment: Alignment) -> tuple[str, str] | None:
    """Return a name of the claim with the preposition before it, and with the opposite one that the passage has.

    "For Lund" against "against Lund"; "from" and "to" only where two names have changed them ("from Hull to Harle"),
    and no converse verb has ("sold to", "bought from"). Or two plain words: "from stable to negative".
    """
    moved = _moved_back(claim, passage, alignment)
    if moved is not None:
        return moved
    turned: list[tuple[str, str]] = []
    for link in alignment.links:
        if not link.is_here or claim.words[link.claim].name < 0:
            continue
        mine, theirs = _preposition(claim, link.claim), _preposition(passage, link.passage)
        text = claim.words[link.claim].text
        if {mine, theirs} == {"for", "against"}:
            return f"{mine} {text}", f"{theirs} {text}"
        if {mine, theirs} == {"from", "to"}:
            turned.append((f"{mine} {text}", f"{theirs} {text}"))
    words = [(claim.words[k.claim].stem, passage.words[k.passage].stem) for k in alignment.links if k.passage >= 0]
    names = len({text for text, _ in turned})
    return turned[0] if names > 1 and not any(are_converse(*pair) for pair in words) else None


def _moved_back(claim: Reading, passage: Reading, alignment: Alignment) -> tuple[str, str] | None:
    """Return a "from stable to negative" of the claim and the "from negative to stable" of the passage."""
    theirs = list(_from_to(passage))
    for first, second in _from_to(claim):
        met = alignment.passage_place(first), alignment.passage_place(second)
        if (met[1], met[0]) in theirs and claim.words[first].name < 0:
            mine, other = claim.words, passage.words
            told = f"from {other[met[1]].text} to {other[met[0]].text}"
            return f"from {mine[first].text} to {mine[second].text}", told
    return None


def _from_to(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the places of the two words of each "from stable to negative"."""
    plains = [word.plain for word in reading.words]
    for place in range(len(plains) - 3):
        if plains[place] == "from" and plains[place + 2] == "to":
            yield place + 1, place + 3


def _preposition(reading: Reading, place: int) -> str:
    """Return the word before the name that holds a word."""
    first = reading.names[reading.words[place].name].first if reading.words[place].name >= 0 else place
    return reading.words[first - 1].plain if first else ""


def other_doer(claim: Reading, passage: Reading, alignment: Alignment) -> str:
    """Return the name that does in the passage what the claim's subject does, where that stands behind the verb.

    "Lund won the election, beating Berg" says nothing of a victory of Berg's. An empty string where there is none.
    """
    for link in alignment.links:
        if not link.is_here or claim.words[link.claim].name >= 0 or not is_verb(claim, link.claim):
            continue
        doer, there = _doer(claim, link.claim), _doer(passage, link.passage)
        words = claim.words[link.claim].stem, passage.words[link.passage].stem
        if doer < 0 or there < 0 or link.kin is Kin.OPPOSITE or are_converse(*words) or is_mutual(words[0]):
            return ""
        if is_passive(claim, link.claim) != is_passive(passage, link.passage):
            return ""
        met = [k.passage for k in alignment.links if k.covered and claim.words[k.claim].name == doer and k.passage >= 0]
        linked = {k.passage for k in alignment.links if k.covered}
        name = passage.names[there]
        between = range(link.passage + 1, min(met, default=0))
        behind = any(k.passage in between and claim.words[k.claim].name < 0 for k in alignment.links if k.covered)
        if (behind or _is_of_a_people(claim, passage, alignment, doer)) and not linked & set(
            range(name.first, name.last + 1)
        ):
            return " ".join(word.text for word in passage.words[name.first : name.last + 1])
        return ""
    return ""


def _is_of_a_people(claim: Reading, passage: Reading, alignment: Alignment, doer: int) -> bool:
    """Has the passage a name of the claim only as the people of that land: "17 Ardanian soldiers" for "Ardania"?"""
    met = [k for k in alignment.links if k.is_here and claim.words[k.claim].name == doer]
    words = [(claim.words[k.claim].plain, passage.words[k.passage]) for k in met]
    return bool(met) and all(there.name >= 0 and there.plain.removesuffix("'s") != mine for mine, there in words)


def pairs_crossed(
    claim: Reading, passage: Reading, alignment: Alignment, figures: Sequence[tuple[int, int]]
) -> tuple[str, str] | None:
    """Return the heads of two parallel statements whose ends have changed places, None where none have.

    "The bus takes 37 minutes and the tram 62" against "the tram takes 37 minutes; the bus takes 62". `figures`
    are the places of the claim's figures and of those of the passage that are bound to them.
    """
    met = {k.claim: k.passage for k in alignment.links if k.is_here} | dict(figures)
    for cut, word in enumerate(claim.words):
        if word.plain not in _PARALLEL:
            continue
        first, second = ([p for p in met if (p < cut) is before and p != cut] for before in (True, False))
        if len(first) < 2 or len(second) != 2:
            continue
        head, end = min(second), max(second)
        ends = [p for p in first if _is_alike(claim, p, end) and p > min(first)]
        heads = [p for p in first if p < min(ends, default=0) and claim.words[p].figure < 0]
        if len(ends) == 1 and any(_cross(met, other, ends[0], head, end) for other in heads[-2:]):
            return claim.words[heads[-1]].text, claim.words[head].text
    return None


def _is_alike(claim: Reading, place: int, other: int) -> bool:
    """Are two words both figures, or both names?"""
    one, two = claim.words[place], claim.words[other]
    return (one.figure >= 0 and two.figure >= 0) or (one.name >= 0 and two.name >= 0)


def _cross(met: dict[int, int], head: int, end: int, other_head: int, other_end: int) -> bool:
    """Stands in the passage each end with the other one's head, one such pair wholly before the other?"""
    a, x, b, y = (met[place] for place in (head, end, other_head, other_end))
    return len({a, x, b, y}) == 4 and (max(b, x) < min(a, y) or max(a, y) < min(b, x))


def is_passive(reading: Reading, verb: int) -> bool:
    """Is the verb here in the passive: "was beaten", "beaten by Harrowby"? "Won by ten votes" is not.

    Nor is "invaded Norland by night": a verb with its object behind it is active. So are "was holding", "is to hold".
    """
    if reading.words[verb].plain.endswith("ing"):
        return False
    for word in reversed(reading.words[max(0, verb - 3) : verb]):
        if word.plain == "to":
            break
        if word.plain in _BE:
            return True
    if any(word.name >= 0 for word in reading.words[verb + 1 : verb + 2]):
        return False
    between = 0
    for place in range(verb + 1, len(reading.words) - 1):
        word = reading.words[place]
        if word.plain == "by":
            return reading.words[place + 1].figure < 0
        between += word.figure < 0
        if between >= _BY_REACH or word.sentence != reading.words[verb].sentence:
            return False
    return False


def object_acts(claim: Reading, passage: Reading, alignment: Alignment) -> bool:
    """Does the passage have as the doer of the claim's verb the name that the claim has as its object?"""
    for link in alignment.links:
        if not link.is_here or claim.words[link.claim].name >= 0:
            continue
        words = claim.words[link.claim].stem, passage.words[link.passage].stem
        if are_converse(*words) or is_mutual(words[0]) or _is_thing(passage, link.passage):
            continue
        doer, doer_there = _doer(claim, link.claim), _doer(passage, link.passage)
        if doer < 0 or doer_there < 0 or is_passive(claim, link.claim) != is_passive(passage, link.passage):
            continue
        behind = [k for k in alignment.links if k.claim > link.claim and claim.words[k.claim].name not in (-1, doer)]
        objects = {k.claim for k in behind if not compared_with(claim, k.claim)}
        met = [k for k in alignment.links if k.passage >= 0 and passage.words[k.passage].name == doer_there]
        if met and all(k.claim in objects for k in met):
            return field(claim.words[link.claim].stem) in VERB_FIELDS
    return False


def _doer(reading: Reading, verb: int) -> int:
    """Return the name nearest before a verb, -1 where none stands near it.

    One behind a preposition is passed over ("the Wends under Rolf converted"), and nothing that a "which" stands for
    has a name ("a clash between Norland and Sudland that led to the war").
    """
    if verb and reading.words[verb - 1].plain in _OF_THINGS:
        return -1
    for place in range(verb - 1, max(-1, verb - 5), -1):
        word = reading.words[place]
        if word.sentence != reading.words[verb].sentence:
            return -1
        if word.name >= 0 and not _hangs_on(reading, word.name):
            return -1 if word.text.endswith(_OWNER_ENDINGS) else word.name  # "Anna Quist's father played"
    return -1


def _hangs_on(reading: Reading, number: int) -> bool:
    """Does a name stand behind a preposition, alone or joined to one that does: "between Norland and Sudland"?"""
    before = reading.names[number].first - 1
    if before > 0 and reading.words[before].plain in _JOINS and reading.words[before - 1].name >= 0:
        before = reading.names[reading.words[before - 1].name].first - 1
    if before > 0 and reading.words[before].plain == "the":
        before -= 1
    return before >= 0 and reading.words[before].plain in _HANGING
