"""What each action of the table of actions does."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courtcomms import __version__
from courtcomms.model import Court
from courtcomms.period import Period
from ui.places import TRASH, Place, PlaceKind, next_period
from ui.register import queries
from ui.register.desk import Outcome
from ui.register.flow import EventFlow
from ui.status import show_folder

if TYPE_CHECKING:
    from ui.imports.flow import ImportFlow
    from ui.main_window import MainWindow
    from ui.report.export_flow import ExportFlow


class Commands(QObject):
    """The slots that the table of actions names, and the steps of the empty pages.

    Flows and dialogs are imported when first asked for, so that the window is there sooner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        parts, messenger = window.parts, window.messenger
        self.events = EventFlow(parts.service, parts.workspace, window.table, window.page.view, messenger)
        self.events.finished.connect(window.status.note)

    @cached_property
    def importing(self) -> ImportFlow:
        """The way of an import."""
        from ui.imports.flow import ImportFlow

        flow = ImportFlow(self._window, self._parts, self._window.messenger)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def exporting(self) -> ExportFlow:
        """The way of an export."""
        from ui.report.export_flow import ExportFlow

        flow = ExportFlow(self._window, self._parts, self._window.messenger)
        flow.finished.connect(self._window.status.note)
        return flow

    def import_report(self) -> None:
        self.importing.begin()

    def export_report(self) -> None:
        self._window.panel.save()
        self.exporting.begin()

    def save_now(self) -> None:
        self._window.panel.save()
        self._window.status.note("Усе набране збережено" if not self._parts.saver.drafts else "")

    def make_backup(self) -> None:
        self._window.panel.save()
        self._parts.service.ask(queries.backup, done=self._tell_backup)

    def show_folder(self) -> None:
        show_folder(self._parts.folder)

    def close(self) -> None:
        self._window.close()

    def undo(self) -> None:
        self._window.panel.save()
        self._parts.history.undo()

    def redo(self) -> None:
        self._window.panel.save()
        self._parts.history.redo()

    def add_event(self) -> None:
        self._window.panel.save()
        self.events.add()

    def trash_event(self) -> None:
        self._window.panel.save()
        self.events.trash()

    def restore_event(self) -> None:
        self.events.restore()

    def find(self) -> None:
        self._window.search.begin()

    def new_quarter(self) -> None:
        from ui.report.quarter_dialog import QuarterDialog

        dialog = QuarterDialog(self._parts.workspace.overview, _today(), self._window)
        dialog.chosen.connect(self._begin_quarter)
        dialog.open()

    def edit_court(self) -> None:
        from ui.settings.court_dialog import CourtDialog

        dialog = CourtDialog(self._parts.workspace.overview.court, parent=self._window)
        dialog.named.connect(self._save_court)
        dialog.open()

    def toggle_reports(self, on: bool) -> None:
        self._window.panes.want_places(on)

    def toggle_editor(self, on: bool) -> None:
        self._window.panes.want_editor(on)

    def next_pane(self) -> None:
        self._window.panes.focus_next()

    def reset_layout(self) -> None:
        for action in ("reports", "editor"):
            self._window.actions_[action].setChecked(True)
        self._window.panes.usual_widths()
        self._window.page.view.forget_widths()

    def about(self) -> None:
        self._window.messenger.inform(
            f"Комунікації суду, версія {__version__}",
            "Реєстр комунікаційних заходів суду та звіт «Таблиця 1».\n\n"
            f"Дані лежать у теці:\n{self._parts.folder}",
        )

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

    def step(self) -> None:
        """The one step that an empty table offers."""
        if self._window.search.text:
            self._window.search.clear()
        elif self._parts.workspace.place != TRASH:
            self.add_event()

    def edit_first(self) -> None:
        """Begin to fill in the chosen event."""
        self._window.actions_["editor"].setChecked(True)
        self._window.panel.focus_first()

    def _begin_quarter(self, period: Period) -> None:
        workspace = self._parts.workspace
        if workspace.overview.report(period) is None and workspace.overview.court is not None:
            self._parts.service.act(queries.add_report, workspace.overview.court.id, period)
        workspace.go(Place(PlaceKind.REPORT, period))

    def _save_court(self, court: Court, _period: object) -> None:
        self._parts.service.act(queries.save_court, court)

    def _begin_blank(self, court: Court, period: Period) -> None:
        self._parts.workspace.go(Place(PlaceKind.REPORT, period))
        self._parts.service.act(queries.start_blank, court, period, undoable=False)

    def _tell_backup(self, path: Path) -> None:
        self._parts.copies.look()
        self._window.status.note(f"Резервну копію записано: {path}", path)

    def _tell_sample(self, _outcome: Outcome) -> None:
        self._window.panes.welcome.set_busy(False)
        self._window.status.note("Приклад готовий: суд у ньому вигаданий, можна все змінювати")

    def _stumble(self, error: BaseException) -> None:
        self._window.panes.welcome.set_busy(False)
        self._window.messenger.refuse(error)


def _today() -> date:
    return datetime.now().astimezone().date()
