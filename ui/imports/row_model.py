"""The rows of a document as its own columns have them, with a mark and a decision for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication

from courtcomms.model import Column
from ui import theme
from ui.columns import COLUMNS, full
from ui.imports.words import KEYS, PARTS, Shown, decision_word, doubts, shown

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.importing.document import SourceColumn
    from courtcomms.services.import_model import Decision, PlannedRow, ReportPlan

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
#: The columns before those of the document.
MARK, DECISION = 0, 1
FIRST = 2
#: In the count of media, whose text stands with the links.
_TOGETHER = "разом із посиланнями"


class RowModel(QAbstractTableModel):
    """``decided`` tells rows of the document and what is to become of them."""

    decided = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: ImportedDocument | None = None
        self._report: ReportPlan | None = None
        self._columns: tuple[SourceColumn, ...] = ()
        self._sources: tuple[Column | None, ...] = ()
        self._only: Shown | None = None
        self._shown: list[int] = []

    @property
    def columns(self) -> tuple[SourceColumn, ...]:
        """The document's own columns."""
        return self._columns

    def show(self, document: ImportedDocument | None, report: ReportPlan | None) -> None:
        """Show a document with what is planned of it; ``None`` for one of which nothing is planned."""
        same = document is self._document and (report is None) is (self._report is None)
        self._document, self._report = document, report
        if same and self._filtered() == self._shown:
            self._tell_all()
            return
        self.beginResetModel()
        self._columns = document.columns if document is not None else ()
        self._sources = _sources(self._columns)
        self._shown = self._filtered()
        self.endResetModel()

    def show_only(self, mark: Shown | None) -> None:
        """Show the rows with a mark, or all."""
        self.beginResetModel()
        self._only = mark
        self._shown = self._filtered()
        self.endResetModel()

    def number(self, row: int) -> int:
        """Which row of the document stands in a row of the table, from 0; -1 for none."""
        return self._shown[row] if 0 <= row < len(self._shown) else -1

    def row_of(self, number: int) -> int:
        """Where a row of the document is shown; -1 for nowhere."""
        return self._shown.index(number) if number in self._shown else -1

    def planned(self, row: int) -> PlannedRow | None:
        """What is planned of a row of the table."""
        number = self.number(row)
        return self._report.rows[number] if self._report is not None and number >= 0 else None

    @property
    def decidable(self) -> bool:
        """Whether anything can be said of the rows."""
        return self._report is not None and not self._report.frozen

    def decide(self, rows: Iterable[int], decision: Decision) -> None:
        """Say what becomes of rows of the table; where there is nothing to join, that row stays as it is."""
        joining = decision.value == "join"
        numbers = [
            self.number(row)
            for row in rows
            if (planned := self.planned(row)) is not None and not (joining and planned.match is None)
        ]
        if numbers and self.decidable:
            self.decided.emit(numbers, decision)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        if parent.isValid() or self._document is None:
            return 0
        return FIRST + (len(self._columns) or len(COLUMNS))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._document is None:
            return None
        if index.column() >= FIRST:
            return self._of_cell(index.row(), index.column() - FIRST, role)
        planned = self.planned(index.row())
        if planned is None:
            return "–" if role == Qt.ItemDataRole.DisplayRole else None
        return _of_mark(planned, role) if index.column() == MARK else _of_decision(planned, role)

    def _of_cell(self, row: int, place: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        planned = self.planned(row)
        column = self._column(place)
        if role == Qt.ItemDataRole.ForegroundRole and (planned is None or planned.decision.value == "skip"):
            return QGuiApplication.palette().brush(theme.QUIET)
        if role == Qt.ItemDataRole.FontRole and planned is not None and column in planned.differences:
            font = QFont(theme.small_font())
            font.setUnderline(True)
            return font
        return None

    def _text(self, row: int, place: int) -> str:
        column = self._column(place)
        assert self._document is not None
        if column is None:
            return ""
        if self._columns and column in self._sources[place + 1 :]:
            return _TOGETHER
        return self._document.rows[self.number(row)].cells[column]

    def _column(self, place: int) -> Column | None:
        return self._sources[place] if self._columns else COLUMNS[place]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation != Qt.Orientation.Horizontal:
            return str(self.number(section) + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < self.columnCount():
            return None
        if section < FIRST:
            return ("Позначка", "Що зробити")[section]
        place = section - FIRST
        if not self._columns:
            return full(COLUMNS[place])
        heading = " ".join(self._columns[place].source.split()) or f"Стовпець {place + 1}"
        untold = self._untold(place) if role == Qt.ItemDataRole.ToolTipRole else ""
        return f"{heading}\n{untold}" if untold else heading

    def _untold(self, place: int) -> str:
        """What stands in a column that is not taken."""
        assert self._document is not None
        ending = f"колонка {self._columns[place].index + 1}"
        texts = (
            [
                left.text
                for left in self._document.left
                if left.kind.value == "column" and left.place.endswith(ending)
            ]
            if self._columns[place].key is None
            else []
        )
        return f"Не взято: {texts[0]}" if texts else ""

    def _filtered(self) -> list[int]:
        total = len(self._document.rows) if self._document is not None else 0
        if self._only is None or self._report is None:
            return list(range(total))
        return [number for number, row in enumerate(self._report.rows) if shown(row) is self._only]

    def _tell_all(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, self.columnCount() - 1))


def _sources(columns: Sequence[SourceColumn]) -> tuple[Column | None, ...]:
    """The column of the form for each column of the document."""
    return tuple(
        Column(PARTS.get(column.key, column.key)) if column.key in KEYS else None for column in columns
    )


def _of_mark(planned: PlannedRow, role: int) -> Any:
    mark = shown(planned)
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{mark.sign} {mark.word}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{mark.word}: {' '.join(planned.row.cells.title.split())}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(doubts(planned)) or None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    if role == Qt.ItemDataRole.ForegroundRole and mark is Shown.DOUBTFUL:
        return QGuiApplication.palette().brush(theme.DOUBT)
    return None


def _of_decision(planned: PlannedRow, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return decision_word(planned, planned.decision)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    if role == Qt.ItemDataRole.ForegroundRole and planned.decision.value == "skip":
        return QGuiApplication.palette().brush(theme.QUIET)
    return None
