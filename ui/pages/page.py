"""«Аркуші»: the report as it will be printed, with its size, the printer and the PDF at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.elided_label import ElidedLabel
from ui.pages.layout import PagedReport
from ui.pages.sheets import SheetsView, place_words
from ui.pages.switch import SHEETS, ViewSwitch
from ui.pages.zoom import STEPS, Fit, Zoom, words

_CHOICES: tuple[Zoom, ...] = (Fit.WIDTH, Fit.PAGE, *STEPS)


class SheetsPage(QWidget):
    """Head and sheets, or a sentence where there is nothing to lay on them. ``left``: back to the table."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SheetsView(self)
        self.switch = ViewSwitch(SHEETS, self)
        self._title = ElidedLabel(self)
        self._detail, self._hint = QLabel(self), QLabel(self)
        self._zoom = QComboBox(self)
        self._smaller = _button(self, "−", "Зменшити", "Ctrl+−")
        self._larger = _button(self, "+", "Збільшити", "Ctrl++")
        self._head = QHBoxLayout()
        self._stack = QStackedWidget(self)
        self._build()
        self.view.turned.connect(self._count)
        self.view.zoomed.connect(self._show_zoom)
        self._zoom.activated.connect(self._choose_zoom)
        self._smaller.clicked.connect(self._reduce)
        self._larger.clicked.connect(self._enlarge)
        self.switch.asked.connect(self.left)
        self._show_zoom()

    def _build(self) -> None:
        theme.headline(self._title)
        theme.quiet(self._detail)
        self._zoom.setAccessibleName("Розмір аркушів")
        for choice in _CHOICES:
            self._zoom.addItem(words(choice))
        head = self._head
        head.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        head.setSpacing(theme.GRID // 2)
        head.addWidget(self._title, 1)
        head.addWidget(self._detail)
        head.addSpacing(theme.GRID)
        for widget in (self._smaller, self._zoom, self._larger, self.switch):
            head.addWidget(widget)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(theme.QUIET)
        self._hint.setMargin(4 * theme.GRID)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def offer(self, *actions: QAction) -> None:
        """Put what can be done with the sheets into the head."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._head.insertWidget(3, button)

    @property
    def hint(self) -> str:
        """What is said instead of sheets; empty where there are sheets."""
        return self._hint.text() if self._stack.currentWidget() is self._hint else ""

    @property
    def detail(self) -> str:
        """What stands beside the title."""
        return self._detail.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def describe(self, title: str, form: str = "") -> None:
        """Say what is shown, and in its tips the name of the form that it is in."""
        told = f"Форма: «{form}»" if form else ""
        self._title.say(title, f"{title}\n{told}".strip())
        self._detail.setToolTip(told)
        self._detail.setAccessibleDescription(told)

    def show_report(self, report: PagedReport) -> None:
        """Show its sheets."""
        self.view.show_report(report)
        self._stack.setCurrentWidget(self.view)
        self._enable(on=True)

    def say(self, sentence: str) -> None:
        """Show a sentence instead of sheets."""
        self.view.show_report(None)
        self._hint.setText(sentence)
        self._stack.setCurrentWidget(self._hint)
        self._enable(on=False)

    def _enable(self, *, on: bool) -> None:
        for widget in (self._zoom, self._smaller, self._larger):
            widget.setEnabled(on)

    def _count(self, page: int, count: int) -> None:
        self._detail.setText(place_words(page, count))

    def _show_zoom(self) -> None:
        zoom = self.view.zoom
        known = zoom in _CHOICES
        self._zoom.setCurrentIndex(_CHOICES.index(zoom) if known else -1)
        share = words(self.view.share)
        self._zoom.setToolTip(f"Зараз {share} від розміру на папері")
        self._smaller.setEnabled(self.view.page_count > 0 and self.view.share > STEPS[0])
        self._larger.setEnabled(self.view.page_count > 0 and self.view.share < STEPS[-1])

    def _choose_zoom(self, number: int) -> None:
        self.view.set_zoom(_CHOICES[number])

    def _reduce(self) -> None:
        self.view.step_zoom(larger=False)

    def _enlarge(self) -> None:
        self.view.step_zoom(larger=True)


def _button(parent: QWidget, sign: str, name: str, key: str) -> QToolButton:
    button = QToolButton(parent)
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})")
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
