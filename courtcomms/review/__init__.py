"""Everything worth looking at in a report before it is submitted, in one list."""

from courtcomms.review.edits import repaired
from courtcomms.review.findings import review, review_row, worst
from courtcomms.review.titles import RULE_TITLES

__all__ = ["RULE_TITLES", "repaired", "review", "review_row", "worst"]
