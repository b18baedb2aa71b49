"""The stance room: claim and passage in, a judgement of how the one bears on the other out."""

from factcheck.stance.assertions import split_assertions
from factcheck.stance.decide import judge
from factcheck.stance.reference import lacks_antecedent

__all__ = ["judge", "lacks_antecedent", "split_assertions"]
