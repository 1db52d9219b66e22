"""What the tests of quarters and submission do by hand, on the real program with the invented court."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hands import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from courtcomms.model import Report
from courtcomms.period import Period
from courtcomms.store import Register
from ui.main_window import MainWindow
from ui.places import Place, PlaceKind

RealWindow = Callable[..., MainWindow]
W = TypeVar("W", bound=QWidget)
#: The newest report of the invented court, and the one before it.
NEWEST = Period.quarter(2026, 3)
BEFORE = Period.quarter(2026, 2)
NEXT = Period.quarter(2026, 4)


def dialog(window: MainWindow, kind: type[W]) -> W:
    """The one open dialog of a kind."""
    (found,) = [child for child in window.findChildren(kind) if child.isVisible()]
    return found


def with_sample(real_window: RealWindow) -> MainWindow:
    """The program after «Спробувати на прикладі»."""
    window = real_window()
    window.panes.welcome._steps[1].click()
    settle()
    return window


def nameless(root: QWidget) -> list[str]:
    """The widgets that take the keyboard and have no name for a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                found.append(type(widget).__name__)
    return found


def go(window: MainWindow, period: Period) -> None:
    """To the report of a period."""
    window.parts.workspace.go(Place(PlaceKind.REPORT, period))
    settle()


def register_of(window: MainWindow) -> Register:
    """The register behind the window, which works in this thread."""
    return window.parts.service._desk.register


def report_of(window: MainWindow, period: Period) -> Report:
    """The report of a period as it is now."""
    register = register_of(window)
    report = register.report(register.courts()[0].id, period)
    assert report is not None
    return report
