"""Words of change: which verbs say that a quantity moved, and which way."""

from __future__ import annotations

from factcheck.figures.grammar_words import VERBS
from factcheck.figures.tokens import Tokens

_RISE = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb"
    " climbs climbed climbing jump jumps jumped jumping soar soars soared soaring surge surges surged surging gain"
    " gains gained gaining advance advances advanced advancing add adds added adding raise raises raised raising up"
    " lift lifts lifted lifting edged edge rally rallied rebounded rebound expanded expand widened widen swelled"
    " swell double doubled improved improve accelerated boosted boost boosting hiked hike hiking leapt leap ticked"
    " inched inching strengthened extended multiplied went expanding improving swelling"
)
_FALL = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease"
    " decreases decreased decreasing slip slips slipped slipping slide slides slid sliding sink sank sunk plunge"
    " plunges plunged plunging plummet plummets plummeted tumble tumbled tumbles tumbling lose loses lost losing"
    " shed sheds shedding cut cuts cutting reduce reduces reduced reducing shrink shrinks shrank shrunk shrinking"
    " down dip dipped dips ease eased eases lowered lower lowering slashed slash narrowed narrow halved slumped"
    " slump slumps dived dive crashed retreated weakened slowed slow trimmed contracted slashes slashing"
)
_EITHER = "gone tripled trebled quadrupled changed moved move moves changes shifted went"

RISING = frozenset(_RISE.split())
FALLING = frozenset(_FALL.split())
CHANGING = RISING | FALLING | frozenset(_EITHER.split())

# Verbs that say where a quantity stands.
LEVEL_VERBS = frozenset(
    "is are was were be been stands stood stand reached reach reaches hit hits totalled totaled totals total"
    " averaged average averages measured measures weighed weighs cost costs remained remains lasted lasts has have"
    " had covers covered spans spanned numbered closed ended finished settled traded trades sits sat priced valued"
    " estimated put topped exceeded exceeds passed passes surpassed surpasses peaked start starts started".split()
)
# Nouns of change, which the figure before or behind them measures ("a 6% rise", "a fall of 190 points").
CHANGE_NOUNS = frozenset(
    "rise increase growth gain jump surge climb advance hike uplift boost expansion improvement rebound fall"
    " decline drop decrease loss losses slump cut reduction dip slide plunge tumble contraction slowdown change"
    " swing difference shift move rises falls increases declines drops cuts gains".split()
)
_ADVERBS = frozenset(
    "sharply slightly steadily further again marginally a little just slowly rapidly only back gradually another"
    " about around by nearly almost over more than some up down roughly at least an additional as much to estimated"
    " dramatically".split()
)


def follows_change(tokens: Tokens, index: int) -> bool:
    """Return whether a word of change stands in the few words before token `index`, in the same clause."""
    for back in range(1, 6):
        at = index - back
        if at < 0 or tokens.lower[at] in (",", ";", ".", "ranging", "range", "between", "aged"):
            return False
        if tokens.lower[at] in CHANGING:
            return True
    return False


def is_change_before(tokens: Tokens, index: int) -> bool:
    """Return whether the figure at `index` says by how much something moved ("rose 6%", "fell by about 190")."""
    at = index - 1
    while at > index - 6 and tokens.lower[at] in _ADVERBS and tokens.lower[at] not in ("up", "down"):
        if tokens.lower[at] == "to":
            return False
        at -= 1
    if at < 0 or tokens.lower[at] not in CHANGING:
        return False
    verb = tokens.lower[at - 1]
    return not (tokens.lower[at] in ("up", "down") and verb in VERBS and verb not in LEVEL_VERBS)  # "shot down 24"


def has_change_before(tokens: Tokens, index: int) -> bool:
    """Return whether the clause before token `index` tells of a change."""
    for at in range(index - 1, max(index - 16, -1), -1):
        if tokens.lower[at] in (";", ".", "while", "whereas"):
            return False
        if tokens.lower[at] in CHANGING or tokens.lower[at] in CHANGE_NOUNS:
            return True
    return False
