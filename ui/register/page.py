"""The middle of the window: where you are, the table, and what to do where it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from courtcomms.model import Column
from ui import theme, wording
from ui.columns import COLUMNS, WRITTEN
from ui.places import ALL, STATES, TRASH, Overview, Place, TableQuery
from ui.register.model import EventTable
from ui.register.view import EventView


class RegisterPage(QWidget):
    """Heading and table of one place. ``stepped`` is the one step offered where the table is empty."""

    stepped = Signal()

    def __init__(self, table: EventTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._search = ""
        self._sort: Column | None = None
        self._descending = False
        self._place: Place | None = None
        self._court_id = 0
        self._title = QLabel(self)
        self._detail = QLabel(self)
        self.view = EventView(table, theme.small_font(), self)
        self._hint = QLabel(self)
        self._step = QPushButton(self)
        self._stack = QStackedWidget(self)
        self._build()
        table.listed.connect(self._look)
        self._step.clicked.connect(self._press)
        self.view.horizontalHeader().sectionClicked.connect(self._sort_by)

    def _build(self) -> None:
        theme.headline(self._title)
        theme.quiet(self._detail)
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        head.setSpacing(2 * theme.GRID)
        head.addWidget(self._title)
        head.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignBottom)
        empty = QWidget(self)
        column = QVBoxLayout(empty)
        column.addStretch(2)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(theme.QUIET)
        column.addWidget(self._hint)
        column.addSpacing(theme.GRID)
        column.addWidget(self._step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @property
    def heading(self) -> str:
        """The place and its detail as shown."""
        return f"{self._title.text()} {self._detail.text()}".strip()

    @property
    def hint(self) -> str:
        """What an empty table says, nothing where there are rows."""
        return "" if self._stack.currentWidget() is self.view else self._hint.text()

    def show_place(self, court_id: int, place: Place) -> None:
        """Show a place, keeping what is looked for."""
        self._court_id, self._place = court_id, place
        if place != ALL:
            self._sort, self._descending = None, False
        self._mark_sorting()
        self._list()

    def describe(self, overview: Overview) -> None:
        """Say where the user is and how much is there."""
        if self._place is None:
            return
        self._title.setText(self._place.title)
        report = overview.report(self._place.period)
        if report is not None:
            self._detail.setText(f"{wording.rows(report.rows)} · {STATES[report.state]}")
        else:
            self._detail.setText(wording.events(overview.size(self._place)))

    def search(self, text: str) -> None:
        """Narrow the table to what holds the words."""
        self._search = text
        self._list()

    def _list(self) -> None:
        if self._place is not None:
            self._table.show(
                TableQuery(self._court_id, self._place, self._search, self._sort, self._descending)
            )

    def _sort_by(self, section: int) -> None:
        """In the register a heading sorts up, down, and not at all; a report has its own order."""
        column = COLUMNS[section]
        if self._place != ALL or column not in WRITTEN:
            return
        if self._sort is not column:
            self._sort, self._descending = column, False
        elif not self._descending:
            self._descending = True
        else:
            self._sort, self._descending = None, False
        self._mark_sorting()
        self._list()

    def _mark_sorting(self) -> None:
        header = self.view.horizontalHeader()
        header.setSectionsClickable(self._place == ALL)
        header.setSortIndicatorShown(self._sort is not None)
        if self._sort is not None:
            order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(COLUMNS.index(self._sort), order)

    def _look(self, hits: int) -> None:
        self._stack.setCurrentIndex(0 if hits else 1)
        if self._search:
            self._hint.setText(f"За словами «{self._search}» нічого не знайдено.")
            self._step.setText("Показати все")
        elif self._place == TRASH:
            self._hint.setText("Кошик порожній. Видалені заходи лежатимуть тут, доки їх не відновлять.")
        else:
            self._hint.setText("Тут ще немає заходів. Додайте перший: його клітинки заповнюють праворуч.")
            self._step.setText("Новий захід")
        self._step.setVisible(bool(self._search) or self._place != TRASH)

    def _press(self) -> None:
        self.stepped.emit()
