"""The button «Показ»: which findings are listed, and in what order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget

from courtcomms.model import Severity
from ui.findings.model import FindingsModel
from ui.register.marks import GRAVITY, WORDS


class ShowMenu(QToolButton):
    """A menu of ticks; ``row_wanted``: only the findings of the chosen row, or all again."""

    row_wanted = Signal(bool)

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._list = QMenu(self)
        self._severities = {
            severity: self._tick(WORDS[severity][1].capitalize(), on=True) for severity in GRAVITY
        }
        self._list.addSeparator()
        self._row = self._tick("Лише до вибраного рядка")
        self._hidden = self._tick("")
        self._list.addSeparator()
        group = QActionGroup(self)
        self._ordered = self._tick("За порядком звіту", on=True)
        self._gravest = self._tick("Спершу найважливіші")
        for action in (self._ordered, self._gravest):
            group.addAction(action)
        self.setText("Показ")
        self.setAccessibleName("Які зауваження показувати")
        self.setToolTip("Які зауваження показувати і в якому порядку")
        self._list.setAccessibleName("Які зауваження показувати")
        self.setMenu(self._list)
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.count(0)
        self._row.toggled.connect(self.row_wanted)

    def _tick(self, text: str, *, on: bool = False) -> QAction:
        action = QAction(text, self._list, checkable=True, checked=on)
        action.toggled.connect(self._choose)
        self._list.addAction(action)
        return action

    @property
    def one_row(self) -> bool:
        """Whether only the chosen row's findings are wanted."""
        return self._row.isChecked()

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities that are ticked."""
        return frozenset(severity for severity, action in self._severities.items() if action.isChecked())

    def count(self, hidden: int) -> None:
        """Say how many findings are hidden."""
        self._hidden.setText(f"Показати приховані ({hidden})")
        self._hidden.setEnabled(hidden > 0 or self._hidden.isChecked())

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """One arrow is enough: the style would draw a second one into the corner."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu

    def _choose(self) -> None:
        self._model.choose(
            severities=self.severities,
            hidden=self._hidden.isChecked(),
            gravest_first=self._gravest.isChecked(),
        )
        narrowed = self.severities != frozenset(GRAVITY) or self.one_row
        self.setText("Показ: не всі" if narrowed else "Показ")
