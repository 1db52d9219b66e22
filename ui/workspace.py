"""What the window is about at the moment: the court, its reports, and the chosen place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Column
from ui.places import Overview, Place
from ui.register import queries
from ui.register.desk import Outcome
from ui.register.service import RegisterService


class Workspace(QObject):
    """Keeps the overview fresh after every change and the place valid.

    ``loaded`` comes once, after the first overview; ``refreshed`` whenever something in it changed.
    """

    loaded = Signal()
    refreshed = Signal()
    moved = Signal(object)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._loaded = False
        self._wanted: Place | None = None
        self.overview = Overview()
        self.place: Place | None = None
        service.opened.connect(self.refresh)
        service.changed.connect(self._follow)

    def refresh(self) -> None:
        """Ask the register anew."""
        self._service.ask(queries.overview, done=self._take, key="overview")

    def go(self, place: Place) -> None:
        """Show a place; one that does not exist yet is shown as soon as it does, none before the register."""
        if not (self._loaded and self.overview.offers(place)):
            self._wanted = place
            return
        self._wanted = None
        if place != self.place:
            self.place = place
            self.moved.emit(place)

    def _follow(self, outcome: Outcome) -> None:
        """Of what is typed only a date can move an event into a report or out of it."""
        if not outcome.cells_only or outcome.place is None or outcome.place[1] is Column.DATE:
            self.refresh()

    def _take(self, overview: Overview) -> None:
        changed, first = overview != self.overview, not self._loaded
        self.overview = overview
        self._loaded = True
        if changed or first:
            self.refreshed.emit()
        self._keep_place()
        if first:
            self.loaded.emit()

    def _keep_place(self) -> None:
        """Go where it was wished; leave a place that is gone (undo of a new report)."""
        if self.overview.blank:
            if self.place is not None:
                self.place = None
                self.moved.emit(None)
        elif self._wanted is not None and self.overview.offers(self._wanted):
            self.go(self._wanted)
        elif self.place is None or not self.overview.offers(self.place):
            self.go(self.overview.first)
