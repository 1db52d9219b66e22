"""Find and replace: a window beside the table, so that both can be looked at."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import Column
from ui import theme, wording
from ui.columns import WRITTEN, short
from ui.dialogs import explain_by
from ui.replace.delegate import ChangeDelegate
from ui.replace.hits import MOST, Hits
from ui.replace.preview import CHANGE, NUMBER, PLACE, HitTable

#: A search begins this long after the last key, in milliseconds.
PAUSE = 200
_SIZE = (760, 520)


class Scope(Enum):
    """Where to look."""

    HERE = "У цьому списку"
    CHOSEN = "У вибраних рядках"
    ALL = "В усіх заходах"


class ReplaceDialog(QDialog):
    """``wished`` comes when something else is looked for, ``agreed`` when the ticked occurrences are to be
    replaced, ``visited`` with an occurrence to be shown in the table."""

    wished = Signal()
    agreed = Signal()
    visited = Signal(object)

    def __init__(self, number_of: Callable[[int], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Знайти і замінити")
        explain_by(self, "search")
        self.table = HitTable(number_of, self)
        self.needle = QLineEdit(self)
        self.replacement = QLineEdit(self)
        self.column = QComboBox(self)
        self.scope = QComboBox(self)
        self.match_case = QCheckBox("З урахуванням &великих літер", self)
        self.whole_words = QCheckBox("Лише &цілі слова", self)
        self.view = QTableView(self)
        self.said = QLabel(self)
        self.replace = QPushButton(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._more = False
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self._look()

    def _build(self) -> None:
        self.column.addItem("Усі колонки", None)
        for column in WRITTEN:
            self.column.addItem(short(column), column)
        for scope in Scope:
            self.scope.addItem(scope.value, scope)
        form = QFormLayout()
        form.addRow("&Знайти:", self.needle)
        form.addRow("&Замінити на:", self.replacement)
        where = QHBoxLayout()
        for widget in (self.scope, self.column, self.match_case, self.whole_words):
            where.addWidget(widget)
        where.addStretch()
        self.column.setAccessibleName("Колонка")
        self.scope.setAccessibleName("Де шукати")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.addLayout(form)
        layout.addLayout(where)
        layout.addWidget(self.said)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._buttons())
        self._dress_view()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, on in (("Позначити все", True), ("Зняти позначки", False)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, on=on: self.table.tick(on))
            row.addWidget(button)
        row.addStretch()
        close = QPushButton("Закрити", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.replace.setDefault(True)
        row.addWidget(self.replace)
        row.addWidget(close)
        return row

    def _dress_view(self) -> None:
        self.view.setModel(self.table)
        self.view.setAccessibleName("Знайдене")
        self.view.setItemDelegateForColumn(CHANGE, ChangeDelegate(self.view))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.GRID)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.ResizeToContents)
        self.view.setColumnWidth(NUMBER, 8 * theme.GRID)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.wished)
        self.needle.textChanged.connect(self._pause.start)
        for box in (self.column, self.scope):
            box.currentIndexChanged.connect(self._pause.start)
        for tick in (self.match_case, self.whole_words):
            tick.toggled.connect(self._pause.start)
        self.replacement.textChanged.connect(self.table.put)
        self.table.ticked.connect(self._look)
        self.view.activated.connect(self._visit)
        self.replace.clicked.connect(self.agreed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns to look in."""
        chosen = self.column.currentData()
        return WRITTEN if chosen is None else (Column(chosen),)

    def begin(self, needle: str, *, some_chosen: bool) -> None:
        """Start with a text; «У вибраних рядках» only where rows are chosen."""
        if needle:
            self.needle.setText(needle)
        self.scope.setCurrentIndex(1 if some_chosen else 0)
        self.needle.setFocus()
        self.needle.selectAll()

    def show_hits(self, hits: Hits) -> None:
        """Show what was found."""
        self._more = hits.more
        self.table.fill(hits.hits)

    def show_nothing(self) -> None:
        """There is nothing to look for, or nowhere."""
        self._more = False
        self.table.fill(())

    def _look(self) -> None:
        found, chosen = self.table.rowCount(), len(self.table.chosen)
        if not self.needle.text():
            said = "Напишіть, що шукати."
        elif not found:
            said = "Нічого не знайдено."
        elif self._more:
            said = f"Знайдено понад {MOST} місць: показано перші. Звузьте пошук або замінюйте частинами."
        else:
            said = f"Знайдено {wording.counted(found, 'місце', 'місця', 'місць')}."
        self.said.setText(said)
        self.replace.setText(f"Замінити ({chosen})" if chosen else "Замінити")
        self.replace.setEnabled(bool(chosen))

    def _visit(self) -> None:
        hit = self.table.hit(self.view.currentIndex().row())
        if hit is not None:
            self.visited.emit(hit)
