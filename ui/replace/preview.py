"""The list of occurrences: each with its surroundings, what goes and what comes, and a tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.columns import short
from ui.replace.hits import Hit

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()
HEADINGS = ("№", "Колонка", "Що зміниться")
NUMBER, PLACE, CHANGE = range(3)
#: The four pieces of a change: before, what goes, what comes, behind.
PIECES = int(Qt.ItemDataRole.UserRole)
_AROUND = 42

_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_READ_OUT = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class HitTable(QAbstractTableModel):
    """``ticked`` comes whenever the choice changed. ``number_of`` tells an event's number in the table."""

    ticked = Signal()

    def __init__(self, number_of: Callable[[int], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number_of = number_of
        self._hits: tuple[Hit, ...] = ()
        self._left_out: set[int] = set()
        self._replacement = ""

    @property
    def chosen(self) -> list[Hit]:
        """The occurrences to be replaced."""
        return [hit for row, hit in enumerate(self._hits) if row not in self._left_out]

    def hit(self, row: int) -> Hit | None:
        """The occurrence in a row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def fill(self, hits: tuple[Hit, ...]) -> None:
        """Show other occurrences, all of them ticked."""
        self.beginResetModel()
        self._hits = hits
        self._left_out.clear()
        self.endResetModel()
        self.ticked.emit()

    def put(self, replacement: str) -> None:
        """Show what would come instead."""
        self._replacement = replacement
        if self._hits:
            self.dataChanged.emit(self.index(0, CHANGE), self.index(len(self._hits) - 1, CHANGE))

    def tick(self, on: bool) -> None:
        """Take all occurrences, or none."""
        self._left_out = set() if on else set(range(len(self._hits)))
        if self._hits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._hits) - 1, 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS):
            return HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NUMBER else flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == _CHECK and index.column() == NUMBER:
            on = index.row() not in self._left_out
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == PIECES:
            return self._pieces(hit)
        if role in (_DISPLAY, _READ_OUT, _TIP):
            return self._word(hit, index.column(), role)
        return None

    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        if role != _CHECK or index.column() != NUMBER or self.hit(index.row()) is None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit()
        return True

    def _word(self, hit: Hit, section: int, role: int) -> str | None:
        if role == _TIP:
            return hit.text if section == CHANGE else None
        if section == NUMBER:
            return str(self._number_of(hit.event_id) or "")
        if section == PLACE:
            return short(hit.column)
        _before, gone, come, _behind = self._pieces(hit)
        return f"«{gone}» → «{come}»"

    def _pieces(self, hit: Hit) -> tuple[str, str, str, str]:
        start, end = hit.span
        before, behind = hit.text[max(start - _AROUND, 0) : start], hit.text[end : end + _AROUND]
        before = f"…{before}" if start > _AROUND else before
        behind = f"{behind}…" if end + _AROUND < len(hit.text) else behind
        return _line(before), _line(hit.text[start:end]), _line(self._replacement), _line(behind)


def _line(text: str) -> str:
    """A text in one line; a line end shows as its sign."""
    return text.replace("\n", " ⏎ ")
