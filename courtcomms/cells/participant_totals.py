"""The participants of many events together, never an estimate as if it had been counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from courtcomms.model import Participants, ParticipantsKind
from courtcomms.plural import plural


@dataclass(frozen=True, slots=True)
class ParticipantsTotal:
    """A sum over cells.

    ``exact`` is the sum of the counted numbers alone; ``approx`` of those told as «близько …». ``low`` is
    what all cells say there were at least, ``high`` at most (``None``: open, as with «понад 40» or a cell
    that tells no number). ``estimated``: not every number was counted. ``untold`` cells have words and no
    number; blank cells and dashes are not among them.
    """

    exact: int = 0
    approx: int = 0
    low: int = 0
    high: int | None = 0
    estimated: bool = False
    untold: int = 0
    told: int = 0

    def phrase(self) -> str:
        """The sum in Ukrainian, with what is not sure about it."""
        if not self.told and not self.untold:
            return "кількість учасників не вказано"
        if not self.told:
            return f"кількість учасників не названо числом ({_rows(self.untold)})"
        words = self._number() + (
            f", з них {self.approx} приблизно" if self.approx and self.approx < self.low else ""
        )
        return f"{words}; ще {_rows(self.untold)} без числа" if self.untold else words

    def _number(self) -> str:
        if not self.estimated:
            return f"{self.low} {plural(self.low, 'особа', 'особи', 'осіб')}"
        if self.high is not None and self.low == 0:
            return f"до {self.high} {plural(self.high, 'особи', 'осіб', 'осіб')}"
        if self.high is not None and self.high > self.low:
            return f"від {self.low} до {self.high} {plural(self.high, 'особи', 'осіб', 'осіб')}"
        if self.high is None or self.approx < self.low:
            at_least = "щонайменше" if self.high is None else "близько"
            nouns = ("особа", "особи", "осіб") if self.high is None else ("особи", "осіб", "осіб")
            return f"{at_least} {self.low} {plural(self.low, *nouns)}"
        return f"близько {self.low} {plural(self.low, 'особи', 'осіб', 'осіб')}"


def _rows(count: int) -> str:
    return f"{count} {plural(count, 'рядок', 'рядки', 'рядків')}"


def total_participants(items: Iterable[Participants]) -> ParticipantsTotal:
    """Add up participants cells; dashes and blank cells add nothing."""
    exact = approx = low = high = untold = told = 0
    open_end = estimated = False
    for item in items:
        if item.kind is ParticipantsKind.NONE:
            continue
        if item.kind is ParticipantsKind.TEXT:
            untold += 1
            continue
        told += 1
        low, high = low + (item.low or 0), high + (item.high or 0)
        exact += (item.low or 0) if item.kind is ParticipantsKind.EXACT else 0
        approx += (item.low or 0) if item.kind is ParticipantsKind.APPROX else 0
        open_end |= item.high is None
        estimated |= item.kind is not ParticipantsKind.EXACT
    return ParticipantsTotal(exact, approx, low, None if open_end else high, estimated, untold, told)
