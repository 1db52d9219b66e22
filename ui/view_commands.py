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
        window.panes.turned.connect(self._follow_foot)

    def toggle_reports(self, on: bool) -> None:
        self._window.panes.want("reports", on)

    def toggle_editor(self, on: bool) -> None:
        self._window.panes.want("editor", on)

    def toggle_findings(self, on: bool) -> None:
        self._window.panes.want("findings", on)

    def toggle_links(self, on: bool) -> None:
        self._window.panes.want("links", on)
        # While the window begins nobody has asked for them yet.
        if on and self._window.parts.workspace.place is not None:
            self._window.commands.links.look()

    def _follow_foot(self) -> None:
        """The foot has turned to another page: the actions say which."""
        for name in self._window.panes.foot.names:
            self._window.actions_[name].setChecked(name == self._window.panes.page)

    def toggle_compact(self, on: bool) -> None:
        self._window.page.view.set_compact(on)
        self._window.parts.memory.put("window/compact", on)

    def toggle_pages(self, on: bool) -> None:
        if on or self._window.panes.sheets is not None:
            self._window.commands.pages.toggle(on)

    def next_pane(self) -> None:
        self._window.panes.focus_next()

    def reset_layout(self) -> None:
        for action in self._window.panes.usual:
            self._window.actions_[action].setChecked(True)
        self._window.panes.usual_widths()
        self._window.page.view.widths.forget()
