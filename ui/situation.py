"""What can be done here and now: the conditions that the table of actions names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from courtcomms.model import Event, EventState, Report, ReportState
from courtcomms.period import PeriodKind
from ui.places import ALL, TRASH, Overview, Place


@dataclass(frozen=True)
class Situation:
    """Where the user is and what is chosen there. Every field and property is a condition by its name.

    ``some``: the register is not empty; ``unbroken``: there is one; ``chosen``: an event is the current one,
    ``event`` itself once it has been read; ``table``: the table is shown, not the sheets.
    """

    overview: Overview = field(default_factory=Overview)
    place: Place | None = None
    unbroken: bool = True
    chosen: bool = False
    event: Event | None = None
    table: bool = True
    can_undo: bool = False
    can_redo: bool = False

    @property
    def some(self) -> bool:
        """There is something in the register."""
        return not self.overview.blank

    @property
    def report(self) -> bool:
        """A report is shown."""
        return self.place is not None and self.place.period is not None

    @property
    def quarters(self) -> bool:
        """There is a report of a quarter."""
        return any(report.period.kind is PeriodKind.QUARTER for report in self.overview.reports)

    @property
    def register(self) -> bool:
        """The whole register is shown."""
        return self.place == ALL

    @cached_property
    def shown(self) -> Report | None:
        """The report shown."""
        return self.overview.report(self.place.period) if self.place is not None else None

    @property
    def submitted(self) -> bool:
        """The report shown was submitted: it can only be looked at."""
        return self.shown is not None and self.shown.state is ReportState.SUBMITTED

    @property
    def open_report(self) -> bool:
        """The report shown can be changed."""
        return self.report and not self.submitted

    @property
    def draft_report(self) -> bool:
        """The report shown is neither checked nor submitted."""
        return self.shown is not None and self.shown.state is ReportState.DRAFT

    @property
    def settled_report(self) -> bool:
        """The report shown was checked or submitted."""
        return self.report and not self.draft_report

    @property
    def writable(self) -> bool:
        """Events can be entered and changed where the user is."""
        return self.some and self.place is not None and self.place != TRASH and not self.submitted

    @property
    def linkable(self) -> bool:
        """The links of what is shown can be looked at and checked: anywhere but in the trash."""
        return self.some and self.place is not None and self.place != TRASH

    @property
    def chosen_writable(self) -> bool:
        """The chosen event can be changed."""
        return self.chosen and self.writable

    @property
    def chosen_in_report(self) -> bool:
        """The chosen event has a row in a report that can be changed."""
        return self.chosen and self.open_report

    @property
    def chosen_standing(self) -> bool:
        """The chosen event is a standing one that can be ended."""
        return self._live and self.event is not None and self.event.is_standing

    @property
    def chosen_ended(self) -> bool:
        """The chosen event is a standing one that was ended."""
        return self._live and self.event is not None and self.event.closed_on is not None

    @property
    def chosen_trashed(self) -> bool:
        """The chosen event lies in the trash."""
        return self.chosen and self.place == TRASH

    @property
    def _live(self) -> bool:
        return self.chosen and self.event is not None and self.event.state is EventState.LIVE

    def holds(self, *conditions: str) -> bool:
        """Whether all of these conditions hold."""
        return all(getattr(self, condition) for condition in conditions)
