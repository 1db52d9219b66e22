"""All certain repairs of links before they are made: nothing is changed that the user has not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.dialogs import Dialog
from ui.links.repairs_model import AFTER, BEFORE, NUMBER, PLACE, WHY, RepairsModel

if TYPE_CHECKING:
    from courtcomms.services.link_values import LinkRepair

_SIZE = (960, 440)
_LEAD = (
    "Буде змінено лише самі адреси, решта тексту лишиться. Зніміть позначку з того, чого міняти не треба; "
    "усе разом скасовується одним кроком (Ctrl+Z)."
)


class _ReasonDelegate(QStyledItemDelegate):
    """Of a sentence the beginning tells; of an address both ends do."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class RepairsDialog(Dialog):
    """``agreed`` carries the repairs that are ticked."""

    TOPIC = "links"

    agreed = Signal(object)

    def __init__(
        self, repairs: Sequence[LinkRepair], numbers: Mapping[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "Виправити посилання", _LEAD, "Виправити")
        self.model = RepairsModel(repairs, numbers, self)
        self.view = QTableView(self)
        self._dress()
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._ticks())
        self.resize(*_SIZE)
        self.model.ticked.connect(self._look)
        self.accepted.connect(self._agree)
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(0, NUMBER))
        self._look()

    def _dress(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName("Виправлення посилань")
        view.setFont(theme.small_font())
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setItemDelegateForColumn(WHY, _ReasonDelegate(view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.GRID)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for part in (NUMBER, PLACE):
            header.setSectionResizeMode(part, QHeaderView.ResizeMode.ResizeToContents)
        for part in (BEFORE, AFTER, WHY):
            header.setSectionResizeMode(part, QHeaderView.ResizeMode.Stretch)

    def _ticks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, on in (("Позначити все", True), ("Зняти позначки", False)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, on=on: self.model.tick(on))
            row.addWidget(button)
        row.addStretch()
        return row

    def _look(self, *_signal: QModelIndex) -> None:
        number = len(self.model.chosen)
        self.action.setText(f"Виправити ({number})" if number else "Виправити")
        self.action.setEnabled(number > 0)

    def _agree(self) -> None:
        self.agreed.emit(self.model.chosen)
