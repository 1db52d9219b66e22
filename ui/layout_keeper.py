"""The window's layout is remembered soon after it changes, so that it survives a kill too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.main_window import MainWindow

#: So long after the last change the layout is written, in milliseconds.
PAUSE = 1000


class LayoutKeeper(QObject):
    """Knows what of the window is remembered: its place, the panels with their sizes, the columns' widths."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)

    def restore(self) -> None:
        """Give the window the layout that was remembered, and from then on follow its changes."""
        window = self._window
        memory, actions, panes = window.parts.memory, window.actions_, window.panes
        memory.restore_geometry(window)
        panes.restore(memory)
        window.page.view.widths.restore(memory)
        actions["compact"].setChecked(memory.flag("window/compact", False))
        for name in panes.names:
            actions[name].setChecked(memory.flag(f"window/{name}", name in panes.usual))
            actions[name].toggled.emit(actions[name].isChecked())
            actions[name].toggled.connect(self.keep_soon)
        panes.splitterMoved.connect(self.keep_soon)
        panes.upright.splitterMoved.connect(self.keep_soon)
        window.page.view.widths.changed.connect(self.keep_soon)

    def keep_soon(self, *_signal: object) -> None:
        """Something of the layout changed: remember it once the user's hand rests."""
        self._pause.start()

    def keep(self) -> None:
        """Remember the layout now."""
        self._pause.stop()
        window = self._window
        memory = window.parts.memory
        memory.keep_geometry(window)
        window.panes.keep(memory)
        window.page.view.widths.keep(memory)
        for name in window.panes.names:
            memory.put(f"window/{name}", window.actions_[name].isChecked())
        memory.flush()
