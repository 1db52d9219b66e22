"""The files from which an event came, the newest import first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from courtcomms.store import EventSource

HEADINGS = ("Файл", "Коли імпортовано", "Звіт", "Місце у файлі")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class OriginModel(QAbstractTableModel):
    """A row for each report of a file in which the event stood."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[EventSource, ...] = ()

    def take(self, sources: Sequence[EventSource]) -> None:
        """Show sources given oldest first."""
        self.beginResetModel()
        self._sources = tuple(reversed(sources))
        self.endResetModel()

    def source(self, row: int) -> EventSource | None:
        """The source of a row."""
        return self._sources[row] if 0 <= row < len(self._sources) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._sources)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        source = self.source(index.row()) if index.isValid() else None
        if source is None or role not in _SHOWN:
            return None
        return (
            source.name,
            moment(source.imported_at, datetime.now().astimezone()),
            source.period.name if source.period is not None else "–",
            source.place or f"рядок {source.number}",
        )[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADINGS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)


def moment(when: datetime, now: datetime) -> str:
    """The local time: «сьогодні о 14:02», «13.08.2021 о 09:30»."""
    local = when.astimezone(now.tzinfo)
    day = "сьогодні" if local.date() == now.date() else local.strftime("%d.%m.%Y")
    return f"{day} о {local:%H:%M}"
