"""The middle of the window: where you are, the table, and what to do where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from courtcomms.model import Column
from ui import theme, wording
from ui.columns import COLUMNS, WRITTEN
from ui.pages.switch import TABLE, ViewSwitch
from ui.places import ALL, TRASH, Overview, Place, TableQuery, state_words
from ui.register.filters_bar import FilterBar
from ui.register.model import EventTable
from ui.register.view import EventView

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter


class RegisterPage(QWidget):
    """Heading and table of one place. ``stepped`` is the one step offered where the table is empty."""

    stepped = Signal()

    def __init__(self, table: EventTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._search = ""
        self._sort: Column | None = None
        self._descending = False
        self._filters: dict[Column, ColumnFilter] = {}
        self._place: Place | None = None
        self._court_id = 0
        self._total = 0
        self._title = QLabel(self)
        self._detail = QLabel(self)
        self.bar = FilterBar(self)
        self.switch = ViewSwitch(TABLE, self)
        self.view = EventView(table, theme.small_font(), self)
        self._hint = QLabel(self)
        self._step = QPushButton(self)
        self._stack = QStackedWidget(self)
        self._build()
        table.listed.connect(self._look)
        self._step.clicked.connect(self._press)
        self.view.heading.sectionClicked.connect(self._sort_by)
        self.bar.removed.connect(self._unfilter)
        self.bar.cleared.connect(self.clear_filters)

    def _build(self) -> None:
        theme.headline(self._title)
        theme.quiet(self._detail)
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        head.setSpacing(2 * theme.GRID)
        head.addWidget(self._title)
        head.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.switch)
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
        layout.addWidget(self.bar)
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
        """Show a place, keeping what is looked for; order and filters wait until the register is back."""
        self._court_id, self._place = court_id, place
        self._mark()
        self._list()

    def describe(self, overview: Overview) -> None:
        """Say where the user is and how much is there."""
        if self._place is None:
            return
        self._total = overview.size(self._place)
        self.bar.tell(self._table.hits, self._total)
        self._title.setText(self._place.title)
        report = overview.report(self._place.period)
        if report is not None:
            self._detail.setText(f"{wording.rows(report.rows)} · {state_words(report)}")
        else:
            self._detail.setText(wording.events(overview.size(self._place)))

    def search(self, text: str) -> None:
        """Narrow the table to what holds the words."""
        self._search = text
        self._list()

    @property
    def filters(self) -> tuple[ColumnFilter, ...]:
        """The filters at work, in the order of the columns; a report and the trash have none."""
        if self._place != ALL:
            return ()
        return tuple(self._filters[column] for column in COLUMNS if column in self._filters)

    @property
    def order(self) -> tuple[Column, bool] | None:
        """The column that orders the rows, and whether downwards; a report has its own order."""
        return (self._sort, self._descending) if self._sort is not None and self._place == ALL else None

    def filter_of(self, column: Column) -> ColumnFilter | None:
        """What a column is filtered by."""
        return self._filters.get(column)

    def set_filter(self, column: Column, one: ColumnFilter | None) -> None:
        """Narrow the register by a column, or, with ``None``, no longer."""
        if one is None:
            self._filters.pop(column, None)
        else:
            self._filters[column] = one
        self._mark()
        self._list()

    def clear_filters(self) -> None:
        """Show the whole register again."""
        if self._filters:
            self._filters.clear()
            self._mark()
            self._list()
            self.view.setFocus()

    def order_by(self, column: Column, descending: bool | None) -> None:
        """Order the register by a column; ``None`` goes back to the order of days."""
        self._sort = None if descending is None else column
        self._descending = bool(descending)
        self._mark()
        self._list()

    def turn_order(self, column: Column) -> None:
        """By this column upwards, then downwards, then not at all."""
        if self._place != ALL or column not in WRITTEN:
            return
        now = self._descending if self._sort is column else None
        self.order_by(column, {None: False, False: True, True: None}[now])

    def _list(self) -> None:
        if self._place is not None:
            sort, descending = self.order or (None, False)
            query = TableQuery(self._court_id, self._place, self._search, sort, descending, self.filters)
            self._table.show(query)

    def _sort_by(self, section: int) -> None:
        self.turn_order(COLUMNS[section])

    def _unfilter(self, column: Column) -> None:
        self.set_filter(column, None)
        if not self.filters:
            self.view.setFocus()

    def _mark(self) -> None:
        """Show in the headings and over the table what narrows and orders it."""
        filtered = frozenset(COLUMNS.index(one.column) for one in self.filters)
        by = (COLUMNS.index(self.order[0]), self.order[1]) if self.order else None
        self.view.heading.offer(self._place == ALL, filtered, by)
        self.bar.show_filters(self.filters)

    def _look(self, rows: int) -> None:
        self._stack.setCurrentIndex(0 if rows else 1)
        self.bar.tell(self._table.hits, self._total)
        if self.filters or self._search:
            self._hint.setText(self._nothing_found())
            self._step.setText("Показати все")
        elif self._place == TRASH:
            self._hint.setText("Кошик порожній. Видалені заходи лежатимуть тут, доки їх не відновлять.")
        else:
            self._hint.setText("Тут ще немає заходів. Додайте перший: його клітинки заповнюють праворуч.")
            self._step.setText("Новий захід")
        self._step.setVisible(bool(self._search) or self._place != TRASH)

    def _nothing_found(self) -> str:
        if not self.filters:
            return f"За словами «{self._search}» нічого не знайдено."
        if not self._search:
            return "За цими фільтрами нічого не знайдено."
        return f"За словами «{self._search}» і цими фільтрами нічого не знайдено."

    def _press(self) -> None:
        filtered = bool(self.filters)
        self.clear_filters()
        if self._search or not filtered:
            self.stepped.emit()
