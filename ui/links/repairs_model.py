"""Repairs of links in a list: what goes, what comes, and a tick for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.columns import short

if TYPE_CHECKING:
    from courtcomms.services.link_values import LinkRepair

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()
_HEADINGS = ("№", "Колонка", "Було", "Стане", "Чому")
NUMBER, PLACE, BEFORE, AFTER, WHY = range(5)

_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_READ_OUT = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable


class RepairsModel(QAbstractTableModel):
    """``ticked`` comes whenever the choice changed; ``numbers`` are the rows of the events."""

    ticked = Signal()

    def __init__(
        self, repairs: Sequence[LinkRepair], numbers: Mapping[int, int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._repairs = tuple(repairs)
        self._numbers = numbers
        self._left_out: set[int] = set()

    @property
    def chosen(self) -> tuple[LinkRepair, ...]:
        """The repairs to be made."""
        return tuple(one for row, one in enumerate(self._repairs) if row not in self._left_out)

    def tick(self, on: bool) -> None:
        """Take all repairs, or none."""
        self._left_out = set() if on else set(range(len(self._repairs)))
        self.dataChanged.emit(self.index(0, NUMBER), self.index(len(self._repairs) - 1, NUMBER))
        self.ticked.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._repairs)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal and 0 <= section < len(_HEADINGS):
            return _HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | _CHECKABLE if index.column() == NUMBER else flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        repair, part = self._repairs[index.row()], index.column()
        if role == _CHECK and part == NUMBER:
            on = index.row() not in self._left_out
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == _READ_OUT and part == NUMBER:
            return ", ".join(self._text(repair, each) for each in range(len(_HEADINGS)))
        return self._text(repair, part) if role in (_DISPLAY, _READ_OUT, _TIP) else None

    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        if role != _CHECK or index.column() != NUMBER or not index.isValid():
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _text(self, repair: LinkRepair, part: int) -> str:
        number = self._numbers.get(repair.event_id)
        return (
            str(number) if number else "",
            short(repair.column),
            repair.before.strip().replace("\n", "↵"),
            _after(repair),
            repair.why,
        )[part]


def _after(repair: LinkRepair) -> str:
    """What will stand there, told where it is not plain."""
    if repair.removes:
        return "повтор буде прибрано"
    return f"{repair.after} (за словами)" if repair.hidden else repair.after
