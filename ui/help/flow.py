"""The slots of the menu «Довідка»."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.help.manual import ManualWindow
    from ui.main_window import MainWindow


class HelpFlow(QObject):
    """F1 opens the manual at what the user is about."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._manual: ManualWindow | None = None

    def manual(self) -> None:
        """Show the manual; one that is open already comes to the front."""
        self.show_topic(self.topic)

    def show_topic(self, topic: str) -> None:
        """Show one topic of the manual."""
        from ui.help.manual import ManualWindow

        if self._manual is None or not shiboken6.isValid(self._manual):
            self._manual = ManualWindow(topic, self._window)
        else:
            self._manual.go(topic)
        self._manual.show()
        self._manual.activateWindow()

    def keys(self) -> None:
        """Show the list of shortcuts."""
        from ui.help.keys_dialog import KeysDialog

        KeysDialog(self._window).open()

    def about(self) -> None:
        """Show versions and the place of the data."""
        from ui.help.about import AboutDialog

        AboutDialog(self._window.parts.folder, self._window).open()

    @property
    def topic(self) -> str:
        """The topic of the pane that has the keyboard."""
        window, focus = self._window, QApplication.focusWidget()
        if not window.panes.working:
            return "first_steps"
        panes: dict[QWidget, str] = {
            window.panel: "event",
            window.findings: "findings",
            window.places: "quarter",
            window.search: "search",
        }
        if window.panes.sheets is not None:
            panes[window.panes.sheets] = "submit"
        if window.panes.foot.holds("links"):
            panes[window.commands.links.panel] = "links"
        return next((topic for pane, topic in panes.items() if _holds(pane, focus)), "table")


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
