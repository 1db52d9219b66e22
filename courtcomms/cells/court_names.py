"""A court's name in the nominative and the genitive."""

from __future__ import annotations

from courtcomms.model import CourtName


def read_court(line: str) -> CourtName | None:
    """The court that a title line names."""
    return None


def to_genitive(nominative: str) -> str:
    """The genitive of a court's name."""
    return nominative


def to_nominative(genitive: str) -> str:
    """The nominative of a court's name."""
    return genitive
