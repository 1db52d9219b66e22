"""A verdict before it is put beside its address and time."""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.model import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found, how much it matters, why in words, and the address to write where that is certain."""

    verdict: Verdict
    severity: Severity
    reason: str
    repair: str = ""


def blocked(reason: str) -> Judged:
    """A person has to look."""
    return Judged(Verdict.BLOCKED, Severity.WARN, reason)


def temporary(reason: str) -> Judged:
    """Another time will tell."""
    return Judged(Verdict.TEMPORARY, Severity.WARN, reason)
