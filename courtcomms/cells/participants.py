"""How many people took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from courtcomms.model import Participants, ParticipantsKind


@dataclass(frozen=True, slots=True)
class ParticipantsTotal:
    """What many cells say together."""

    exact: int = 0
    low: int = 0
    high: int | None = 0
    estimated: bool = False
    untold: int = 0


def read_participants(text: str) -> Participants:
    """What a participants cell means."""
    return Participants(ParticipantsKind.TEXT)


def total_participants(items: Iterable[Participants]) -> ParticipantsTotal:
    """The sum of many cells."""
    return ParticipantsTotal()
