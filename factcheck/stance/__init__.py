"""The stance room: claim and passage in, a judgement of how the one bears on the other out."""

from factcheck.stance.assertions import split_assertions
from factcheck.stance.decide import judge
from factcheck.stance.introduced import is_introduced_by, opens_with_description
from factcheck.stance.reach import reaches
from factcheck.stance.reference import lacks_antecedent

__all__ = ["is_introduced_by", "judge", "lacks_antecedent", "opens_with_description", "reaches", "split_assertions"]
