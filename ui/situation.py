"""What can be done here and now: the conditions that the table of actions names."""

from __future__ import annotations

from dataclasses import dataclass, field

from courtcomms.model import ReportState
from ui.places import ALL, TRASH, Overview, Place


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the user is and what is chosen there. Every field and property is a condition by its name.

    ``some``: the register is not empty; ``unbroken``: there is one; ``chosen``: an event is the current one.
    """

    overview: Overview = field(default_factory=Overview)
    place: Place | None = None
    unbroken: bool = True
    chosen: bool = False
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
    def register(self) -> bool:
        """The whole register is shown."""
        return self.place == ALL

    @property
    def submitted(self) -> bool:
        """The report shown was submitted: it can only be looked at."""
        report = self.overview.report(self.place.period) if self.place is not None else None
        return report is not None and report.state is ReportState.SUBMITTED

    @property
    def open_report(self) -> bool:
        """The report shown can be changed."""
        return self.report and not self.submitted

    @property
    def writable(self) -> bool:
        """Events can be entered and changed where the user is."""
        return self.some and self.place is not None and self.place != TRASH and not self.submitted

    @property
    def chosen_writable(self) -> bool:
        """The chosen event can be changed."""
        return self.chosen and self.writable

    @property
    def chosen_trashed(self) -> bool:
        """The chosen event lies in the trash."""
        return self.chosen and self.place == TRASH

    def holds(self, *conditions: str) -> bool:
        """Whether all of these conditions hold."""
        return all(getattr(self, condition) for condition in conditions)
