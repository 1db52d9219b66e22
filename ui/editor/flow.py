"""What is done around the editor: the history of an event, usual values, outlets, the way between events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.model import Column, Event
from ui.columns import Part, short
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class DetailsFlow(QObject):
    """``finished`` says what was done."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._made_usual: Part | None = None

    def history(self, part: Part | None = None) -> None:
        """Show what happened to the chosen event, of one cell only where it is told."""
        event = self._window.table.event_at(self._window.page.view.currentIndex().row())
        if event is None:
            return
        from ui.history.dialog import HistoryDialog

        self._window.panel.save()
        number = self._window.table.place_of(event.id)
        dialog = HistoryDialog(self._parts.service, self._parts.history, event, number, self._window)
        dialog.restored.connect(self.finished)
        dialog.origin_wanted.connect(self._show_origin)
        dialog.show_only(part)
        dialog.open()

    def origin(self) -> None:
        """Show from which files the chosen event came."""
        event = self._window.table.event_at(self._window.page.view.currentIndex().row())
        if event is not None:
            self._show_origin(event, self._window)

    def _show_origin(self, event: Event, parent: QWidget) -> None:
        from ui.history.origin_dialog import OriginDialog

        number = self._window.table.place_of(event.id)
        OriginDialog(self._parts.service, self._parts.jobs, event, number, parent).open()

    def defaults(self) -> None:
        """Show what each new event is given."""
        court = self._parts.workspace.overview.court
        if court is not None:
            from ui.settings.defaults_dialog import DefaultsDialog

            dialog = DefaultsDialog(self._parts.service, court.id, self._window)
            dialog.agreed.connect(self._save_defaults)
            dialog.open()

    def make_default(self, column: Column, text: str) -> None:
        """Give a text to each new event from now on."""
        court = self._parts.workspace.overview.court
        if court is not None:
            from ui.settings.defaults_dialog import set_defaults

            self._made_usual = column
            self._parts.service.act(set_defaults, court.id, {column: text}, done=self._tell_usual)

    def _save_defaults(self, wanted: dict[Column, str]) -> None:
        court = self._parts.workspace.overview.court
        if court is not None:
            from ui.settings.defaults_dialog import set_defaults

            self._parts.service.act(set_defaults, court.id, wanted, done=self._tell_saved)

    def outlets(self) -> None:
        """Show the directory of outlets."""
        from ui.settings.outlets_dialog import OutletsDialog

        OutletsDialog(self._parts.service, self._window).open()

    def insert_phrase(self) -> None:
        """Offer the usual phrases of the date in its field."""
        self._window.actions_["editor"].setChecked(True)
        self._window.panel.focus_column(Column.DATE)
        self._window.panel.help.dates.open_menu()

    def previous(self) -> None:
        """To the event above; the keyboard stays in the field where it is."""
        self._step(-1)

    def next(self) -> None:
        """To the event below; the keyboard stays in the field where it is."""
        self._step(1)

    def _step(self, by: int) -> None:
        view, ids = self._window.page.view, self._window.table.ids
        row = view.currentIndex().row() + by
        if 0 <= row < len(ids):
            focus = self._window.focusWidget()
            view.choose(ids[row])
            if focus is not None and self._window.panel.holds(focus):
                focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_saved(self, _outcome: Outcome) -> None:
        self.finished.emit("Звичні значення збережено: їх матиме кожен новий захід")

    def _tell_usual(self, outcome: Outcome) -> None:
        name = short(self._made_usual) if self._made_usual is not None else ""
        if outcome:
            self.finished.emit(f"Новим заходам «{name}» заповнюватиметься само")
        else:
            self.finished.emit(f"«{name}» уже має це звичне значення")
