"""Every document of an import in a line: what it is, where it goes, how many rows of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from courtcomms.period import Period
from ui import theme
from ui.imports.batch import Batch, Key, key_of
from ui.imports.words import Shown, counts, court_line, sent_tip

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.services.import_model import ImportPlan, ReportPlan

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
HEADINGS = (
    "Файл", "Що це", "Суд", "Період", "Рядків", "+ нові", "= ті самі", "≠ змінені", "? сумнівні",
    "Як подано",
)  # fmt: skip
FILE, KIND, COURT, PERIOD, ROWS, SENT = 0, 1, 2, 3, 4, 9
_MARKS = {5: Shown.NEW, 6: Shown.SAME, 7: Shown.CHANGED, 8: Shown.DOUBTFUL}


@dataclass(frozen=True, slots=True)
class Line:
    """A report with its plan, where there is one; or a file that was not read, with the sentence why."""

    name: str
    document: ImportedDocument | None = None
    report: ReportPlan | None = None
    period: Period | None = None
    taken: bool = False
    refusal: str = ""
    marks: Counter[Shown] = field(default_factory=Counter)

    @property
    def key(self) -> Key | None:
        """The key of the report."""
        return key_of(self.document) if self.document is not None else None


def lines_of(batch: Batch, plan: ImportPlan) -> tuple[Line, ...]:
    """The reports by period, the ones that are not taken, and the files that were not read."""
    planned = {key_of(report.document): report for report in plan.reports}
    documents = sorted(batch.documents, key=lambda one: _order(batch, one))
    found = [
        Line(
            document.source.name,
            document,
            planned.get(key_of(document)),
            batch.period(document),
            batch.taken(key_of(document)),
            marks=counts(planned.get(key_of(document))),
        )
        for document in documents
    ]
    return (*found, *(Line(name, refusal=sentence) for name, sentence in plan.unread))


def _order(batch: Batch, document: ImportedDocument) -> tuple[bool, bool, object]:
    period = batch.period(document)
    return document.period is None, period is None, (period.start, period.end) if period is not None else 0


class SummaryModel(QAbstractTableModel):
    """``taken`` and ``sent`` tell a report's key and whether it is wanted, or kept as sent; ``moved`` its
    key and the period chosen for it."""

    taken = Signal(object, bool)
    sent = Signal(object, bool)
    moved = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def fill(self, lines: Sequence[Line]) -> None:
        """Show lines; where there are as many as before, what is chosen stays chosen."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, SENT))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """What stands in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: Key | None) -> int:
        """Where a report stands; -1 for nowhere."""
        return next((row for row, line in enumerate(self._lines) if key is not None and line.key == key), -1)

    @property
    def refused(self) -> list[int]:
        """The rows of files that were not read."""
        return [row for row, line in enumerate(self._lines) if line.refusal]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return _tick(line, column)
        if role == Qt.ItemDataRole.EditRole and column == PERIOD:
            return line.period
        if role == Qt.ItemDataRole.ToolTipRole and column == SENT:
            return None if line.refusal else sent_tip(line.report)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and (column == ROWS or column in _MARKS):
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(line, column)
        return _spoken(line, column) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index.row())
        if line is None or line.key is None or not self.flags(index) & _CHANGEABLE:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            signal = self.taken if index.column() == FILE else self.sent
            signal.emit(line.key, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and isinstance(value, Period):
            if value != line.period:
                self.moved.emit(line.key, value)
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        line = self.line(index.row())
        if line is None or line.refusal:
            return flags
        free = line.report is not None and not line.report.required and not line.report.frozen
        if index.column() == FILE or (index.column() == SENT and free):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PERIOD else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADINGS[section] if 0 <= section < len(HEADINGS) else None


_CHANGEABLE = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable


def _tick(line: Line, column: int) -> Qt.CheckState | None:
    if column == FILE and not line.refusal:
        return Qt.CheckState.Checked if line.taken else Qt.CheckState.Unchecked
    if column == SENT and line.report is not None:
        return Qt.CheckState.Checked if line.report.sent else Qt.CheckState.Unchecked
    return None


def _text(line: Line, column: int) -> str | None:
    if column == FILE:
        return line.name
    if line.refusal:
        return f"⚠ {line.refusal}" if column == KIND else None
    assert line.document is not None
    if column == KIND:
        return _kind(line)
    if column == COURT:
        named = line.document.court
        return court_line(line.report) if line.report is not None else named.nominative if named else "–"
    if column == PERIOD:
        return line.period.name if line.period is not None else "виберіть…"
    if column == ROWS:
        return str(len(line.document.rows))
    if column in _MARKS:
        return str(line.marks[_MARKS[column]]) if line.report is not None else "–"
    return None


def _kind(line: Line) -> str:
    assert line.document is not None
    if line.report is not None and line.report.frozen:
        return "⚠ звіт уже подано"
    if line.document.period is None and not line.taken:
        return "⚠ звіт без періоду"
    parts = line.document.parts
    return f"звіт {line.document.part + 1} з {parts}" if parts > 1 else "звіт"


def _colour(line: Line, column: int) -> Any:
    said = (_text(line, column) or "") if column in (KIND, COURT) else ""
    if said.startswith("⚠"):
        return QGuiApplication.palette().brush(theme.DOUBT)
    return None if line.taken or line.refusal else QGuiApplication.palette().brush(theme.QUIET)


def _spoken(line: Line, column: int) -> str | None:
    tick = _tick(line, column)
    if tick is None:
        return None
    on = tick == Qt.CheckState.Checked
    if column == SENT:
        return f"{HEADINGS[SENT]}: {'так' if on else 'ні'}"
    return f"{line.name}: {'узяти' if on else 'не брати'}"
