"""The slots of the menu «Вигляд»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.main_window import MainWindow


class ViewCommands(QObject):
    """Panels shown and hidden, the way between them, and the usual look."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        super().__init__(commands)
        self._window = window

    def toggle_reports(self, on: bool) -> None:
        self._window.panes.want("reports", on)

    def toggle_editor(self, on: bool) -> None:
        self._window.panes.want("editor", on)

    def toggle_findings(self, on: bool) -> None:
        self._window.panes.want("findings", on)

    def toggle_compact(self, on: bool) -> None:
        self._window.page.view.set_compact(on)
        self._window.parts.memory.put("window/compact", on)

    def next_pane(self) -> None:
        self._window.panes.focus_next()

    def reset_layout(self) -> None:
        for action in self._window.panes.names:
            self._window.actions_[action].setChecked(True)
        self._window.panes.usual_widths()
        self._window.page.view.widths.forget()
