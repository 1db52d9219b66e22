"""The three panes beside each other: places, the middle, the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.editor.panel import EditorPanel
from ui.memory import Memory
from ui.register.page import RegisterPage
from ui.report.place_list import PlaceList
from ui.trouble import TroublePage
from ui.welcome import WelcomePage

_LEAST_LEFT, _LEAST_MIDDLE, _LEAST_RIGHT = 150, 360, 260
_USUAL_LEFT, _USUAL_RIGHT = 188, 300


class Panes(QSplitter):
    """Widths and visibility of the panes; the outer two rest while there is nothing to show in them."""

    def __init__(self, places: PlaceList, page: RegisterPage, panel: EditorPanel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.welcome = WelcomePage(self)
        self.trouble = TroublePage(self)
        self._page = page
        self._places = places
        self._panel = panel
        self._left = _framed(places)
        self._right = _framed(panel)
        self._wanted = {"places": True, "editor": True}
        self._middle = QStackedWidget(self)
        self._middle.setFrameShape(QFrame.Shape.NoFrame)
        blank = QWidget(self)
        for widget in (blank, page, self.welcome, self.trouble):
            self._middle.addWidget(widget)
        for widget in (self._left, self._middle, self._right):
            self.addWidget(widget)
        self._left.setMinimumWidth(_LEAST_LEFT)
        # Else the widest page, the welcome, would keep the window wider than a small screen.
        self._middle.setMinimumWidth(_LEAST_MIDDLE)
        self._right.setMinimumWidth(_LEAST_RIGHT)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.setStretchFactor(1, 1)
        for number in (1, 2):
            self.handle(number).setAccessibleName("Межа панелей")
        self._look()

    @property
    def welcoming(self) -> bool:
        """Whether the first page of an empty register is shown."""
        return self._middle.currentWidget() is self.welcome

    @property
    def broken(self) -> bool:
        """Whether there is no register to work with."""
        return self._middle.currentWidget() is self.trouble

    @property
    def working(self) -> bool:
        """Whether the table is shown."""
        return self._middle.currentWidget() is self._page

    def show_page(self) -> None:
        """Show the table with its panels."""
        self._turn(self._page)

    def show_welcome(self, *, sample: bool) -> None:
        """Show the first steps alone; with the ``sample`` only where there is no court of the user's own."""
        self.welcome.offer_sample(sample)
        self._turn(self.welcome)

    def show_trouble(self, reason: str) -> None:
        """Show why there is no register, alone."""
        self.trouble.say(reason)
        self._turn(self.trouble)

    def want_places(self, on: bool) -> None:
        """Show or hide the list of reports."""
        self._wanted["places"] = on
        self._look()

    def want_editor(self, on: bool) -> None:
        """Show or hide the editor."""
        self._wanted["editor"] = on
        self._look()

    def focus_next(self) -> None:
        """Go with the keyboard to the next visible pane."""
        ring = [self._places, self._page.view, self._panel]
        focus = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(ring) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
        )
        for step in range(1, len(ring) + 1):
            pane = ring[(at + step) % len(ring)]
            if pane.isVisible():
                self._focus(pane)
                return

    def usual_widths(self) -> None:
        """The widths of a first start."""
        rest = max(self.width() - _USUAL_LEFT - _USUAL_RIGHT, 300)
        self.setSizes([_USUAL_LEFT, rest, _USUAL_RIGHT])

    def restore(self, memory: Memory) -> None:
        """Take back what was remembered."""
        if not memory.restore_splitter(self):
            self.usual_widths()

    def _focus(self, pane: QWidget) -> None:
        if pane is self._panel:
            self._panel.focus_first()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn(self, page: QWidget) -> None:
        self._middle.setCurrentWidget(page)
        self._look()

    def _look(self) -> None:
        self._left.setVisible(self.working and self._wanted["places"])
        self._right.setVisible(self.working and self._wanted["editor"])


def _framed(widget: QWidget) -> QFrame:
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.NoFrame)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    return frame
