"""The plain model that the register is held against."""

from dataclasses import dataclass, field
from datetime import date

from courtcomms.model import Column, EventState
from courtcomms.period import Period


@dataclass(frozen=True)
class World:
    """What the user sees: texts and states of events, and of each report its rows in order."""

    texts: dict[int, dict[Column, str]] = field(default_factory=dict)
    states: dict[int, EventState] = field(default_factory=dict)
    rows: dict[Period, tuple[int, ...]] = field(default_factory=dict)
    excluded: frozenset[tuple[Period, int]] = frozenset()
    closed: frozenset[tuple[int, date]] = frozenset()
    checked: frozenset[Period] = frozenset()
    sent: dict[Period, tuple[tuple[int, str], ...]] = field(default_factory=dict)

    def shown(self, period: Period) -> tuple[int, ...]:
        """What a report in work shows."""
        return tuple(
            id_
            for id_ in self.rows[period]
            if self.states[id_] is EventState.LIVE and (period, id_) not in self.excluded
        )

    def unchecked(self, *events: int, period: Period | None = None) -> frozenset[Period]:
        """The checked reports that are still so after a change of events, or of a report's rows."""
        return frozenset(one for one in self.checked if one != period and not self._holds(one, events))

    def _holds(self, period: Period, events: tuple[int, ...]) -> bool:
        return any(id_ in self.rows[period] and (period, id_) not in self.excluded for id_ in events)
