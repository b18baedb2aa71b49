"""The stance room: claim and passage in, a judgement of how the one bears on the other out."""

from factcheck.stance.assertions import split_assertions
from factcheck.stance.decide import judge
from factcheck.stance.reach import reaches
from factcheck.stance.reference import is_introduced_by, lacks_antecedent, opens_with_description

__all__ = ["is_introduced_by", "judge", "lacks_antecedent", "opens_with_description", "reaches", "split_assertions"]
