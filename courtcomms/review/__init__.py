"""Everything worth looking at in a report before it is submitted, in one list."""

from courtcomms.review.findings import review, worst

__all__ = ["review", "worst"]
