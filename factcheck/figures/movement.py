"""Words of change: which verbs say that a quantity moved, and which way."""

from __future__ import annotations

from factcheck.figures.tokens import Tokens

_RISE = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed"
    " climbing jump jumps jumped jumping soar soars soared soaring surge surges surged surging gain gains gained gaining"
    " advance advances advanced advancing add adds added adding raise raises raised raising up lift lifts lifted edged edge"
    " rally rallied rebounded rebound recovered expanded expand widened widen swelled swell double doubled improved improve"
    " accelerated boosted boost hiked hike hiking leapt leap ticked inched inching strengthened extended multiplied went"
)
_FALL = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased"
    " decreasing slip slips slipped slipping slide slides slid sliding sink sank sunk plunge plunges plunged plunging plummet"
    " plummets plummeted tumble tumbled tumbles tumbling lose loses lost losing shed sheds shedding cut cuts cutting reduce reduces"
    " reduced reducing shrink shrinks shrank shrunk shrinking down dip dipped dips ease eased eases lowered lower lowering slashed"
    " slash narrowed narrow halved slumped slump slumps dived dive crashed retreated weakened slowed slow trimmed contracted"
)
_EITHER = "changed moved move moves changes shifted went"

RISING = frozenset(_RISE.split())
FALLING = frozenset(_FALL.split())
CHANGING = RISING | FALLING | frozenset(_EITHER.split())

_ADVERBS = frozenset(
    "sharply slightly by steadily further again marginally a little just slowly rapidly only back gradually".split()
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


_ = _ADVERBS
