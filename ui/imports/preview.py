"""What an import would do, shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from courtcomms.model import Cells
from ui import theme, wording
from ui.columns import COLUMNS, LOOKS, full, short
from ui.dialogs import Dialog
from ui.register.delegate import CellDelegate
from ui.report.period_edit import PeriodEdit

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.services.imports import ImportPlan

_ROWS_SHOWN = 50
_SIZE = (980, 600)
#: Two narrower columns of some forms make the one of «Таблиця 1».
_PARTS = {"media_count": "media", "media_links": "media"}


class PreviewDialog(Dialog):
    """Court, period, rows, columns and warnings of a document. ``replanned`` asks what another period
    would mean, ``agreed`` tells the plan to carry out."""

    TOPIC = "first_steps"

    replanned = Signal(object)
    agreed = Signal(object)

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        lead = "Поки що нічого не записано. Перевірте, чи все прочитано так, як має бути."
        super().__init__(parent, "Імпорт звіту", lead, "Імпортувати")
        self._plan = plan
        self._period = PeriodEdit(plan.period, self)
        self._count = QLabel(self)
        self._build(plan.document)
        self._period.changed.connect(self._ask)
        self.show_plan(plan)
        self.resize(*_SIZE)

    def _build(self, document: ImportedDocument) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(theme.GRID)
        form.addRow("Файл:", _label(document.source.name))
        form.addRow("Суд:", _label(_court_line(self._plan)))
        form.addRow("&Період звіту:", self._period)
        form.addRow("Рядки:", self._count)
        form.addRow("Колонки:", _label(columns_line(document)))
        self.body.addLayout(form)
        notes = list(document.warnings)
        if document.period is None:
            notes.insert(0, "Період у документі не знайдено: виберіть його самі.")
        if self._plan.other_court is not None:
            notes.insert(0, "У документі названо інший суд: рядки буде додано до звіту вашого суду.")
        if notes:
            self.body.addWidget(_warnings(notes))
        self.body.addWidget(_sample(document), 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the import would do for the chosen period."""
        self._plan = plan
        fresh, known, title = len(plan.fresh), len(plan.known), plan.period.title
        text = f"{wording.rows(fresh)} буде додано до звіту за {title}"
        if known and fresh:
            text += f"; уже є у цьому звіті: {wording.rows(known)}, вдруге не додаємо"
        elif known:
            text = f"усе, що є в документі, уже стоїть у звіті за {title}: додавати нічого"
        self._count.setText(text)
        self.action.setEnabled(bool(fresh or not known))

    @property
    def summary(self) -> str:
        """What is said about the rows."""
        return self._count.text()

    @property
    def period(self) -> PeriodEdit:
        """The field of the period."""
        return self._period

    def accept(self) -> None:
        """Tell the plan and close."""
        self.agreed.emit(self._plan)
        super().accept()

    def _ask(self) -> None:
        self.action.setEnabled(False)
        self.replanned.emit(self._period.period)


def columns_line(document: ImportedDocument) -> str:
    """Which columns were recognised, which of the form are absent, which were not taken."""
    keys = {_PARTS.get(column.key or "", column.key) for column in document.columns}
    absent = [short(column) for column in COLUMNS if column.value not in keys]
    left = [
        f"«{column.source}»" for column in document.columns if column.key is None and column.source.strip()
    ]
    said = ["усі дев'ять упізнано"] if not absent else [f"немає: {', '.join(absent)}"]
    return "; ".join(said + ([f"не взято: {', '.join(left)}"] if left else []))


def _court_line(plan: ImportPlan) -> str:
    named = plan.document.court
    name = plan.court.names[-1].nominative
    if plan.new_court:
        return f"{name} (новий у реєстрі)"
    if named is not None and plan.other_court is not None:
        return f"{name} (у документі: {named.nominative})"
    return name


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setToolTip(text)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _warnings(notes: list[str]) -> QPlainTextEdit:
    box = QPlainTextEdit("\n".join(f"⚠ {note}" for note in notes))
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName("Зауваження до документа")
    box.setMaximumHeight(min(len(notes), 4) * box.fontMetrics().lineSpacing() + 2 * theme.GRID)
    return box


def _sample(document: ImportedDocument) -> QTableWidget:
    rows = [row.cells for row in document.rows[:_ROWS_SHOWN]]
    table = QTableWidget(len(rows), len(COLUMNS))
    table.setAccessibleName("Прочитані рядки")
    table.setFont(theme.small_font())
    table.setItemDelegate(CellDelegate(theme.small_font(), table))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(4 * table.fontMetrics().lineSpacing() + 2 * theme.GRID)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalHeaderLabels([short(column) for column in COLUMNS])
    table.horizontalHeader().setAccessibleName("Колонки")
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    digit = table.fontMetrics().horizontalAdvance("0")
    for section, column in enumerate(COLUMNS):
        table.horizontalHeaderItem(section).setToolTip(full(column))
        table.setColumnWidth(section, LOOKS[column].wished * digit)
    for number, cells in enumerate(rows):
        _fill_row(table, number, cells)
    return table


def _fill_row(table: QTableWidget, number: int, cells: Cells) -> None:
    for section, column in enumerate(COLUMNS):
        item = QTableWidgetItem(cells[column])
        item.setToolTip(cells[column])
        table.setItem(number, section, item)
