"""The stance room: claim and passage in, a judgement of how the one bears on the other out."""

from factcheck.stance.assertions import split_assertions
from factcheck.stance.decide import judge

__all__ = ["judge", "split_assertions"]
