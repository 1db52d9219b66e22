"""The slots of an empty register and of the court's name."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courtcomms.model import Court
from courtcomms.period import Period
from ui.places import Place, PlaceKind, next_period
from ui.register import queries
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.main_window import MainWindow


class FirstSteps(QObject):
    """The court, its first report, and the invented court to try things on."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        super().__init__(commands)
        self._window = window
        self._parts = window.parts

    def edit_court(self) -> None:
        from ui.settings.court_dialog import CourtDialog

        dialog = CourtDialog(self._parts.workspace.overview.court, parent=self._window)
        dialog.named.connect(self._save_court)
        dialog.open()

    def fill_sample(self) -> None:
        """Fill the empty register with the invented court."""
        self._window.panes.welcome.set_busy(True)
        self._parts.service.act(
            queries.fill_sample,
            label="Готую приклад…",
            undoable=False,
            done=self._tell_sample,
            failed=self._stumble,
        )

    def start_blank(self) -> None:
        """Ask for the court and its first quarter."""
        from ui.settings.court_dialog import CourtDialog

        overview = self._parts.workspace.overview
        dialog = CourtDialog(overview.court, next_period(overview, _today()), self._window)
        dialog.named.connect(self._begin_blank)
        dialog.open()

    def _save_court(self, court: Court, _period: object) -> None:
        self._parts.service.act(queries.save_court, court)

    def _begin_blank(self, court: Court, period: Period) -> None:
        self._parts.workspace.go(Place(PlaceKind.REPORT, period))
        self._parts.service.act(queries.start_blank, court, period, undoable=False)

    def _tell_sample(self, _outcome: Outcome) -> None:
        self._window.panes.welcome.set_busy(False)
        self._window.status.note("Приклад готовий: суд у ньому вигаданий, можна все змінювати")

    def _stumble(self, error: BaseException) -> None:
        self._window.panes.welcome.set_busy(False)
        self._window.messenger.refuse(error)


def _today() -> date:
    return datetime.now().astimezone().date()
