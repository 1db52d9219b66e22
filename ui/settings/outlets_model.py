"""The directory of outlets as a table: address, name, where it is known from, how often it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from courtcomms.store import Outlet

HEADINGS = ("Адреса", "Назва видання", "Звідки відомо", "Разів")
NAME = 1
_TIPS = (
    "Сайт або сторінка в соціальній мережі",
    "Подвійне клацання або F2 — змінити",
    "Ваша назва має перевагу над тією, яку програма вичитала з клітинок",
    "У скількох клітинках «Публікації у ЗМІ» така адреса має назву",
)
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class OutletModel(QAbstractTableModel):
    """``renamed`` asks for another name of a domain; the row shows it once the register has it."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Outlet, ...] = ()
        self._rows: tuple[Outlet, ...] = ()
        self._words = ""

    def take(self, outlets: Sequence[Outlet]) -> None:
        """Show the directory as it is now."""
        self._all = tuple(outlets)
        self._narrow()

    def look_for(self, words: str) -> None:
        """Show what holds these letters in its address or name."""
        self._words = words.strip().casefold()
        self._narrow()

    def outlet(self, row: int) -> Outlet | None:
        """The outlet of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, domain: str) -> int:
        """The row of a domain, -1 where it is not shown."""
        return next((row for row, outlet in enumerate(self._rows) if outlet.domain == domain), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        outlet = self.outlet(index.row()) if index.isValid() else None
        if outlet is None or role not in _TEXTS:
            return None
        source = "ваша назва" if outlet.own else "з клітинок"
        return (outlet.domain, outlet.name, source, str(outlet.uses))[index.column()]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        outlet = self.outlet(index.row())
        if role != Qt.ItemDataRole.EditRole or outlet is None or index.column() != NAME:
            return False
        name = str(value).strip()
        if name and name != outlet.name:
            self.renamed.emit(outlet.domain, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and index.column() == NAME
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.ToolTipRole:
                return _TIPS[section]
            return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None
        return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def _narrow(self) -> None:
        self.beginResetModel()
        self._rows = tuple(
            outlet for outlet in self._all if self._words in f"{outlet.domain} {outlet.name}".casefold()
        )
        self.endResetModel()
