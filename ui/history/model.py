"""The entries of one event's history as a list, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.columns import Part
from ui.history.words import NOBODY, moment, part_of, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from courtcomms.store import HistoryEntry

HEADINGS = ("Коли", "Хто", "Що зроблено", "Де")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class HistoryModel(QAbstractTableModel):
    """Rows of entries; :meth:`show_only` narrows them to one cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[HistoryEntry, ...] = ()
        self._rows: tuple[HistoryEntry, ...] = ()
        self._part: Part | None = None

    def take(self, entries: Sequence[HistoryEntry]) -> None:
        """Show entries given oldest first."""
        self._all = tuple(reversed(entries))
        self._narrow()

    def show_only(self, part: Part | None) -> None:
        """Show the changes of one cell, or all."""
        self._part = part
        self._narrow()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The cells and details that were changed, each once, the last changed first."""
        return tuple(dict.fromkeys(part for entry in self._all if (part := part_of(entry)) is not None))

    def entry(self, row: int) -> HistoryEntry | None:
        """The entry of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or role not in _SHOWN:
            return None
        return (
            moment(entry, datetime.now().astimezone()),
            entry.who or NOBODY,
            entry.label,
            place_of(entry),
        )[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADINGS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _narrow(self) -> None:
        self.beginResetModel()
        wanted = self._part
        self._rows = tuple(entry for entry in self._all if wanted is None or part_of(entry) == wanted)
        self.endResetModel()
