"""What a passage says of another place, group, kind or deed than the claim, all the claim's words though it may have.

"One doctor's post in eight" is not borne out by "one nursing post in eight", nor "640 children" by "640 people". And
what a claim adds in a phrase of its own, "by mistake" or "because of the weather", is to be in the passage too.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import MET, Kind
from factcheck.stance.align import Link
from factcheck.stance.deeds import is_told_verb
from factcheck.stance.dimensions import age_beside
from factcheck.stance.ends import STANDING_FOR
from factcheck.stance.features import SideBySide, is_finite_verb
from factcheck.stance.lexicon import (
    GROUP_FIELD,
    NEAR_MEANING,
    NOUN_FIELDS,
    PERSON_FIELD,
    Kin,
    field,
    is_mutual,
    kin,
    meaning_fields,
    others_of_kind,
)
from factcheck.stance.names import free_names
from factcheck.stance.reading import Name, Reading, Word
from factcheck.stance.roles import is_verb
from factcheck.stance.slots import Substitute
from factcheck.words import listed, stem

_PLACING = frozenset(listed("in at near on to from of for"))
_COMPLEMENTS = frozenset(listed("for of in among to from by against"))
_ARTICLES = frozenset(listed("the a an this its his her their"))
_SAYING_SO = (Kin.SAME, Kin.DERIVED, Kin.SYNONYM, Kin.BROADER)
_ONES, _THOSE = frozenset(listed("one ones")), frozenset(listed("that those"))
_JOINTS = frozenset(listed("and but while"))
_ONLY = frozenset(listed("only alone solely exclusively"))
_TIMES = frozenset(listed("year month week season decade quarter"))
_BE = frozenset(listed("is are was were be been"))
_OWNING = ("'s", "’s", "s'", "s’")
_TO_MEANT = 4  # words of "those in New Lund"
_NEAR = 4
_TO_POST = 8  # words of "joined the yard at Kerrow as a young cook"
_WHEN = frozenset(listed("after before during amid"))  # of something named: "before tax" is a kind of profit
_WHY = _WHEN | frozenset(listed("because despite without due owing thanks"))
_LEADS_ON = frozenset(listed("of to"))  # behind these: "because of", "due to"
_HOW = frozenset(listed("by on in at for under with"))
_PREPOSITIONS = _WHY | _HOW | frozenset(listed("to from of over against between among through via into about as than"))
_END_PHRASE = _PREPOSITIONS | frozenset(listed("and or but that which who"))
_REPORTS = frozenset(
    listed("say says said insist insists insisted claim claims claimed according account view tell tells told add adds")
)
_COMMONEST = 2  # meanings as a noun by which a word is taken for a person's


def other_matter(pair: SideBySide) -> str:
    """Return in words what the passage says of something else than the claim, an empty string where nothing shows."""
    words = (
        other_place(pair)
        or other_complement(pair)
        or other_verb(pair)
        or other_end(pair)
        or turned_relation(pair)
        or not_only(pair)
        or other_one(pair)
        or other_object(pair)
        or other_form(pair)
        or other_post(pair)
    )
    return f"the claim says “{words[0]}”, the source “{words[1]}”" if words else ""


def added_phrase(pair: SideBySide) -> str:
    """Return a phrase in which the claim adds what the passage and its context have no word of, else "".

    A reason or a circumstance ("because of the weather", "before the war"), a manner ("by mistake"), or a stretch
    between marks ("…, which was illegal"). Figures are compared elsewhere, and whoever reports it may be left out.
    """
    words = pair.claim.words
    for place, word in enumerate(words):
        if word.figure >= 0 or word.clause != words[min(place + 1, len(words) - 1)].clause:
            continue
        phrase = _phrase(words, place)
        told = [at for at in phrase if not words[at].stop]
        named = bool(phrase) and (words[phrase[0]].stop or words[phrase[0]].name >= 0)
        due = word.plain == "due" and bool(phrase) and is_verb(pair.claim, phrase[0])  # "due to arrive"
        why = word.plain in _WHY and (named or word.plain not in _WHEN) and not due
        how = word.plain in _HOW and len(phrase) == 1 and words[phrase[0]].name < 0
        if told and (why or how) and _are_unmet(pair, phrase, told):
            return pair.claim.text[word.start : words[phrase[-1]].end]
    stretches = {word.clause for word in words}
    for stretch in sorted(stretches) if len(stretches) > 1 else ():
        phrase = [place for place, word in enumerate(words) if word.clause == stretch]
        told = [at for at in phrase if not words[at].stop]
        if told and _REPORTS.isdisjoint(words[at].plain for at in phrase) and _are_unmet(pair, phrase, told):
            return pair.claim.text[words[phrase[0]].start : words[phrase[-1]].end]
    return ""


def _phrase(words: Sequence[Word], place: int) -> list[int]:
    """Return the places of the phrase behind a preposition: to the next one, or the end of the stretch."""
    following = words[place + 1].plain if place + 1 < len(words) else ""
    first = place + 2 if words[place].plain in _WHY and following in _LEADS_ON else place + 1
    phrase = []
    for at in range(first, len(words)):
        if words[at].clause != words[place].clause or words[at].plain in _END_PHRASE:
            break
        phrase.append(at)
    return phrase


def _are_unmet(pair: SideBySide, phrase: Sequence[int], told: Sequence[int]) -> bool:
    """Has the passage none of these words, no figure among the phrase's?"""
    if any(pair.claim.words[at].figure >= 0 for at in phrase):
        return False
    return not any(pair.alignment.by_claim[at].covered for at in told if at in pair.alignment.by_claim)


def other_place(pair: SideBySide) -> tuple[str, str] | None:
    """Return a place of the claim and the one in its stead, where the passage has the claim's in another stretch.

    "The river burst its banks in Kolm, and Tesk was put on alert" says nothing of banks burst in Tesk.
    """
    claim, passage = pair.claim.words, pair.passage.words
    free = {name.first for name in free_names(pair.passage, pair.alignment)}
    for match in pair.names:
        first = match.name.first
        if first < 2 or not match.in_passage or claim[first - 1].plain not in _PLACING:
            continue
        there = pair.alignment.passage_place(match.name.last)
        before = [pair.alignment.passage_place(place) for place in range(max(0, first - _NEAR - 1), first - 1)]
        verb = max(before, default=-1)
        if there < 0 or verb < 0 or passage[there].clause == passage[verb].clause:
            continue
        own = any(is_finite_verb(word) for word in passage[there + 1 :] if word.clause == passage[there].clause)
        own = own and not STANDING_FOR & {word.plain for word in passage[max(0, there - _TO_MEANT) : there]}
        for place in range(verb + 1, min(len(passage) - 1, verb + 1 + _NEAR)):
            if own and place + 1 in free and passage[place].plain == claim[first - 1].plain:
                return claim[first].text, passage[place + 1].text
    return None


def other_complement(pair: SideBySide) -> tuple[str, str] | None:
    """Return what the claim's figure is of, and what the passage's is of: "£12 for children", "£12 for adults".

    Where the passage has the claim's word elsewhere, so that it is no other name for the same.
    """
    for bond in pair.bonds:
        if bond.claim < 0 or bond.passage < 0 or bond.relation not in MET or bond.derived:
            continue
        if bond.comparison.claim_figure.kind is Kind.DATE:
            continue
        mine, theirs = _complement(pair.claim, bond.claim), _complement(pair.passage, bond.passage)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            continue
        met = pair.alignment.passage_place(mine[1])
        linked = {k.passage for k in pair.alignment.links if k.covered}
        if met > theirs[1] not in linked and _are_parted(pair.passage, theirs[1], met):
            return pair.claim.words[mine[1]].text, pair.passage.words[theirs[1]].text
    return None


def other_form(pair: SideBySide) -> tuple[str, str] | None:
    """Return the form in which the claim has an amount of money, and the passage's: "£4m in loans", "in cash"."""
    for bond in pair.bonds:
        money = bond.comparison.claim_figure.kind is Kind.MONEY
        if bond.claim < 0 or bond.passage < 0 or bond.relation not in MET or bond.derived or not money:
            continue
        mine, theirs = _form(pair.claim, bond.claim), _form(pair.passage, bond.passage)
        if mine is None or theirs is None or _is_met(pair, theirs):
            continue
        words = pair.claim.words[mine], pair.passage.words[theirs]
        if not _are_alike(words[0].stem, words[1].stem):
            return words[0].text, words[1].text
    return None


def _form(reading: Reading, number: int) -> int | None:
    """Return the place of a bare noun behind a figure and its "in", None where there is none: "in cash"."""
    at = reading.figure_places(number)[-1] + 1
    if at + 1 >= len(reading.words) or reading.words[at].plain != "in":
        return None
    word = reading.words[at + 1]
    bare = not word.stop and word.name < 0 and word.figure < 0 and field(word.stem) in NOUN_FIELDS
    return at + 1 if bare else None


def other_post(pair: SideBySide) -> tuple[str, str] | None:
    """Return as what the claim says that somebody did something, and as what the passage: "joined as a cook"."""
    for link in pair.alignment.links:
        if not link.is_here or link.kin not in _SAYING_SO or not is_verb(pair.claim, link.claim):
            continue
        mine, theirs = _posts(pair.claim, link.claim), _posts(pair.passage, link.passage)
        words = [(pair.claim.words[p], pair.passage.words[q]) for p in mine for q in theirs]
        if words and not any(_are_alike(one.stem, other.stem) for one, other in words):
            return words[0][0].text, words[0][1].text
    return None


def _posts(reading: Reading, verb: int) -> list[int]:
    """Return the places of the people that a verb's "as" has behind it: "joined Orr as a young cook"."""
    words = reading.words
    found = []
    for start in range(verb + 1, min(len(words), verb + 1 + _TO_POST)):
        if words[start].sentence != words[verb].sentence or is_finite_verb(words[start]):
            break
        if words[start].plain == "as":
            stop = start + 1
            while stop < len(words) and words[stop].clause == words[start].clause and not _ends_post(words[stop]):
                stop += 1
            nouns = [each for each in meaning_fields(words[stop - 1].stem) if each in NOUN_FIELDS]
            found += [stop - 1] if PERSON_FIELD in nouns[:_COMMONEST] else []
    return found


def _ends_post(word: Word) -> bool:
    return word.figure >= 0 or word.plain in _PLACING


def _is_met(pair: SideBySide, place: int) -> bool:
    return any(link.covered and link.passage == place for link in pair.alignment.links)


def _are_alike(mine: str, theirs: str) -> bool:
    """May two words say the same of one thing?"""
    return kin(mine, theirs) in NEAR_MEANING or kin(theirs, mine) in NEAR_MEANING


def _complement(reading: Reading, number: int) -> tuple[str, int] | None:
    """Return the preposition right behind a figure or its noun, and the place of the head that hangs on it."""
    places = reading.figure_places(number)
    words = reading.words
    noun = reading.figures[number].noun
    at = places[-1] + 1
    if noun and at < len(words) and words[at].text == noun:
        at += 1
    if at + 1 >= len(words) or words[at].plain not in _COMPLEMENTS:
        return None
    head = at + 1
    while head < len(words) - 1 and words[head].plain in _ARTICLES:
        head += 1
    if words[head].stop or words[head].figure >= 0:
        return None
    while head + 1 < len(words) and words[head + 1].clause == words[head].clause and _goes_on(reading, head + 1):
        head += 1
    return words[at].plain, head


def _are_parted(reading: Reading, first: int, last: int) -> bool:
    """Do a figure, a comma or a verb stand between two words: "for adults and £5 for children"?"""
    words = reading.words
    if words[first].sentence != words[last].sentence or words[first].clause != words[last].clause:
        return True
    return any(word.figure >= 0 or is_finite_verb(word) for word in words[first + 1 : last])


def _goes_on(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    return not word.stop and word.figure < 0 and not is_finite_verb(word) and word.name >= 0


def other_verb(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's verb, of which the passage has nothing, and the one that stands there among the same words.

    "300 people were injured in Tesk" does not bear out "300 people were killed in Tesk".
    """
    linked = {k.passage for k in pair.alignment.links if k.covered}
    for link in pair.alignment.links:
        if link.covered or not _is_passive_of_count(pair.claim, link.claim):
            continue
        left, right = _neighbours(pair, link)
        if left < 0 or right < 0 or not left < right <= left + 2 * _NEAR:
            continue
        mine = pair.claim.words[link.claim].stem
        for place in range(left + 1, right):
            there = pair.passage.words[place]
            free = place not in linked and not there.stop and there.plain not in _PLACING
            free = free and _is_after_be(pair.passage, place)
            if free and kin(mine, there.stem) not in _SAYING_SO and kin(there.stem, mine) not in _SAYING_SO:
                return pair.claim.words[link.claim].text, there.text
    return None


def _is_passive_of_count(reading: Reading, place: int) -> bool:
    """Is a word what was done to so many: "300 people were killed"?"""
    clause = reading.words[place].clause
    counted = any(word.figure >= 0 for word in reading.words[:place] if word.clause == clause)
    return counted and _is_after_be(reading, place)


def _is_after_be(reading: Reading, place: int) -> bool:
    return place > 0 and reading.words[place - 1].plain in _BE and is_told_verb(reading, place)


def _neighbours(pair: SideBySide, link: Link) -> tuple[int, int]:
    """Return where the passage has what stands nearest before and behind a word of the claim, -1 where nowhere."""
    met = dict(_bound_places(pair)) | {k.claim: k.passage for k in pair.alignment.links if k.is_here}
    before = max((place for place in met if place < link.claim), default=-1)
    behind = min((place for place in met if place > link.claim), default=-1)
    return met.get(before, -1), met.get(behind, -1)


def _bound_places(pair: SideBySide) -> list[tuple[int, int]]:
    bound = [bond for bond in pair.bonds if bond.claim >= 0 and bond.passage >= 0 and bond.relation in MET]
    places = [(pair.claim.figure_places(bond.claim), pair.passage.figure_places(bond.passage)) for bond in bound]
    return [(mine[-1], theirs[-1]) for mine, theirs in places]


def other_end(pair: SideBySide) -> tuple[str, str] | None:
    """Return the claim's stretch of time, and the date in its place: "the end of the year", "the end of July"."""
    for link in pair.alignment.links:
        word = pair.claim.words[link.claim]
        if link.covered or word.plain not in _TIMES or word.figure >= 0 or link.claim < 3:
            continue
        if [each.plain for each in pair.claim.words[link.claim - 2 : link.claim]] != ["of", "the"]:
            continue
        there = pair.alignment.passage_place(link.claim - 3)
        behind = pair.passage.words[there + 1 : there + 3] if there >= 0 else ()
        if len(behind) == 2 and behind[0].plain == "of" and behind[1].figure >= 0:
            return f"the {word.text}", behind[1].text
    return None


def turned_relation(pair: SideBySide) -> tuple[str, str] | None:
    """Return whose the claim says one is, and whose the passage, where they have changed: "is the daughter of Orr"."""
    for link in pair.alignment.links:
        if not link.is_here or is_mutual(pair.claim.words[link.claim].stem):
            continue
        mine, theirs = _related(pair.claim, link.claim), _related(pair.passage, link.passage)
        if mine is None or theirs is None:
            continue
        links = {k.passage: k.claim for k in pair.alignment.links if k.is_here}
        ends = [links.get(place, -1) for place in theirs]
        names = [pair.claim.words[place].name if place >= 0 else -1 for place in ends]
        if names == [pair.claim.words[mine[1]].name, pair.claim.words[mine[0]].name] and -1 not in names:
            return pair.claim.words[mine[1]].text, pair.passage.words[theirs[1]].text
    return None


def _related(reading: Reading, noun: int) -> tuple[int, int] | None:
    """Return the places of a last and a first word of two names of which one "is the … of" the other."""
    words = reading.words
    if noun + 2 > len(words) - 1 or words[noun + 1].plain != "of" or words[noun + 2].name < 0:
        return None
    at = noun - 1
    while at >= 0 and (words[at].plain in _ARTICLES or not words[at].stop) and words[at].name < 0:
        at -= 1
    if at < 1 or words[at].plain not in _BE or words[at - 1].name < 0:
        return None
    return at - 1, noun + 2


def not_only(pair: SideBySide) -> tuple[str, str] | None:
    """Return an "only" of the claim before a name with which the passage joins another: "Norvia and Estmark voted"."""
    for place, word in enumerate(pair.claim.words[:-1]):
        if word.plain not in _ONLY or pair.claim.words[place + 1].name < 0:
            continue
        there = pair.alignment.passage_place(pair.claim.names[pair.claim.words[place + 1].name].last)
        beside = pair.passage.words[there + 1 : there + 3] if there >= 0 else ()
        if len(beside) == 2 and beside[0].plain == "and" and beside[1].name >= 0:
            return f"{word.text} {pair.claim.words[place + 1].text}", f"and {beside[1].text}"
    return None


def other_one(pair: SideBySide) -> tuple[str, str] | None:
    """Return a verb of the claim, and what the passage says it of: another one of the sort that the claim tells of.

    "Lifted its forecast for copper" is not said by "kept the forecast for copper but raised the one for costs".
    """
    words = pair.passage.words
    met = {link.passage for link in pair.alignment.links if link.is_here}
    for link in pair.alignment.links:
        if not (link.is_here and is_verb(pair.claim, link.claim)):
            continue
        after = link.passage + 1
        one = after + 1 if after < len(words) and words[after].plain == "the" else after
        ones = _ONES if one > after else _THOSE
        if one + 1 < len(words) and words[one].plain in ones and words[one + 1].plain in _COMPLEMENTS:
            of_what = _phrase(words, one + 1)
            if of_what and met.isdisjoint(of_what):
                said = pair.passage.text[words[link.passage].start : words[of_what[-1]].end]
                return pair.claim.words[link.claim].text, said
    return None


def other_object(pair: SideBySide) -> tuple[str, str] | None:
    """Return a verb of the claim with its object, and the other verb that the passage has before that object.

    "Praised the pilots" is not said by "praised the crew and criticised the pilots".
    """
    claim, passage = pair.claim, pair.passage
    met = {link.passage for link in pair.alignment.links if link.is_here}
    for link in pair.alignment.links:
        if not (link.is_here and is_told_verb(claim, link.claim) and is_told_verb(passage, link.passage)):
            continue
        mine, theirs = _object(claim, link.claim), _object(passage, link.passage)
        there = {pair.alignment.passage_place(place) for place in mine}
        if not mine or not theirs or not met.isdisjoint(theirs) or min(there) <= theirs[-1]:
            continue
        for verb in range(theirs[-1] + 1, min(there)):
            joined = passage.words[verb - 1].plain in _JOINTS
            if joined and verb not in met and is_told_verb(passage, verb) and there <= {*_object(passage, verb)}:
                own = claim.text[claim.words[link.claim].start : claim.words[mine[-1]].end]
                return own, passage.text[passage.words[verb].start : passage.words[max(there)].end]
    return None


def _object(reading: Reading, verb: int) -> list[int]:
    """Return the places of what a verb is done to: the telling words right behind it, to a preposition or a joint."""
    return [place for place in _phrase(reading.words, verb) if not reading.words[place].stop]


def is_of_relation(pair: SideBySide) -> bool:
    """Is a name of the claim in the passage only the owner of somebody else: "Dr Hale's predecessor" for "Dr Hale"?"""
    for match in pair.names:
        there = pair.alignment.passage_place(match.name.last)
        if there < 0 or there + 1 >= len(pair.passage.words) or not match.in_passage:
            continue
        owned = pair.passage.words[there + 1]
        if pair.claim.words[match.name.last].text.endswith(_OWNING):
            continue
        if not pair.passage.words[there].text.endswith(_OWNING) or field(owned.stem) != PERSON_FIELD:
            continue
        linked = {k.passage for k in pair.alignment.links if k.covered}
        stems = (pair.passage.words[place].stem for place in _met_places(pair, match.name))
        twice = any(len(pair.passage.places.get(stem, ())) > 1 for stem in stems)
        together = all(there - _NEAR < place <= there for place in _met_places(pair, match.name))
        if any(word.pronoun for word in pair.passage.words[there + 1 :]):
            continue  # "Orr's lawyers said that he would appeal"
        if there + 1 not in linked and together and not twice:
            return True
    return False


def _met_places(pair: SideBySide, name: Name) -> list[int]:
    """Return where the passage has the words of a name."""
    places = (pair.alignment.passage_place(place) for place in range(name.first, name.last + 1))
    return [place for place in places if place >= 0]


_IN_PLACE = 0.4  # how well the other word must stand in the place of the claim's
_OF_COUNTRY = (Kin.SYNONYM, Kin.DERIVED)


def another_kind(pair: SideBySide) -> str:
    """Return in words what the passage has in place of a word of the claim, an empty string where it has nothing."""
    aside = age_beside(pair.claim, pair.passage)
    if aside is not None:
        return f"the claim says “{aside[0]}”, the source gives the age as {aside[1]}"
    for link in pair.alignment.links:
        if not link.covered:
            there = _exclusive_word(pair, link) or _broader_count(pair, link)
            if there:
                return f"the claim says “{pair.claim.words[link.claim].text}”, the source “{there}”"
    return ""


def _exclusive_word(pair: SideBySide, link: Link) -> str:
    """Return the passage's word in the place of the claim's, of which a thing is one only; or another's country."""
    for found in pair.substitutes:
        if found.claim == link.claim and found.fit >= _IN_PLACE and (found.likeness >= 1.0 or _are_people(pair, found)):
            return pair.passage.words[found.passage].text
    return _other_country(pair, link)


def _are_people(pair: SideBySide, found: Substitute) -> bool:
    """Are both words of people who do something, as in "the governor opened it" and "the mayor opened it"?"""
    mine, theirs = pair.claim.words[found.claim], pair.passage.words[found.passage]
    return found.claim < pair.predicate and {field(mine.stem), field(theirs.stem)} <= {PERSON_FIELD, GROUP_FIELD}


def _other_country(pair: SideBySide, link: Link) -> str:
    """Return the country of another nationality than the claim's that the passage names: "Spain" for "French"."""
    word = pair.claim.words[link.claim]
    others = [stem(other) for other in others_of_kind(word.plain)] if word.text[:1].isupper() else []
    linked = {each.passage for each in pair.alignment.links if each.covered}
    for place in pair.passage.content() if others else ():
        there = pair.passage.words[place]
        is_free = place not in linked and there.text[:1].isupper()
        if is_free and any(kin(other, there.stem) in _OF_COUNTRY for other in others):
            return there.text
    return ""


def _broader_count(pair: SideBySide, link: Link) -> str:
    """Return the broader noun that the passage's equal figure counts where the claim's counts a narrower one."""
    if link.kin is not Kin.NARROWER or link.passage < 0:
        return ""
    for bond in pair.bonds:
        figure = bond.comparison.claim_figure
        if figure.kind is not Kind.NUMBER or bond.passage < 0 or bond.relation not in MET:
            continue
        if stem(figure.noun or "") == pair.claim.words[link.claim].stem:
            return pair.passage.words[link.passage].text
    return ""
