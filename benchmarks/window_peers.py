"""The tables that are compared: ours, and the two that Qt offers ready made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from benchmarks.window_rows import rows
from benchmarks.window_table import Table
from benchmarks.window_whole import Whole
from courtcomms.period import Period

COLUMNS = 9
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NONE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Ours(Table):
    """The program's own search field, table and worker on a real register."""

    def __init__(self, size: int, file: Path) -> None:
        from courtcomms.store import Register
        from ui import theme
        from ui.jobs import Jobs, thread_executors
        from ui.places import ALL, Place, PlaceKind, TableQuery
        from ui.register.model import EventTable
        from ui.register.search import SearchField
        from ui.register.service import RegisterService
        from ui.register.view import EventView

        self.window = QWidget()
        self._jobs = Jobs(thread_executors(), self.window)
        self._service = RegisterService(self._jobs, partial(Register.open, file), self.window)
        self._table = EventTable(self._service, self.window)
        self._field = SearchField(self.window)
        self.view: QTableView = EventView(self._table, theme.small_font(), self.window)
        line = self._field.findChild(QLineEdit)
        assert line is not None
        self.line = line
        self._query = TableQuery(1, ALL)
        self._report = partial(Place, PlaceKind.REPORT)
        self._all = ALL
        _stack(self.window, self._field, self.view)
        self._table.listed.connect(self._freshen)
        self._field.searched.connect(self._search)
        self._service.opened.connect(self._show)
        self._service.open()

    def switch(self, period: Period) -> None:
        self._ask(self._report(period), "")

    def ready(self, search: str, period: Period | None) -> bool:
        place = self._report(period) if period else self._all
        if (self._query.place, self._query.search) != (place, search.strip()) or self._jobs.busy:
            return False
        first = max(self.view.rowAt(0), 0)
        last = self.view.rowAt(self.view.viewport().height() - 1)
        last = self._table.rowCount() - 1 if last < 0 else last
        return all(self._table.event_at(row) is not None for row in range(first, last + 1))

    def counted(self) -> bool:
        return self._table.hits is not None

    def close(self) -> None:
        self._service.shut()
        self._jobs.close()

    def _search(self, text: str) -> None:
        self._ask(self._all, text)

    def _ask(self, place: Any, search: str) -> None:
        from dataclasses import replace

        self._query = replace(self._query, place=place, search=search)
        self._show()

    def _show(self) -> None:
        self._table.show(self._query)

    def _freshen(self, _count: int) -> None:
        self.view.viewport().update()


class _Rows(QAbstractTableModel):
    """All rows in memory; the tenth column is the quarter."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._rows = [(*row, period.code) for period, some in rows(size) for row in some]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else COLUMNS + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        return self._rows[index.row()][index.column()] if role == _DISPLAY else None


class Proxy(Table):
    """QSortFilterProxyModel over a model in memory; it looks for the text in every column."""

    def __init__(self, size: int, file: Path) -> None:
        self._source, self._proxy = _Rows(size), QSortFilterProxyModel()
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setSourceModel(self._source)
        self.window, self.view, self.line = _plain_window(self._proxy)
        self.line.textChanged.connect(self._search)

    def switch(self, period: Period) -> None:
        self._proxy.setFilterKeyColumn(COLUMNS)
        self._proxy.setFilterFixedString(period.code)
        self.view.viewport().update()

    def ready(self, search: str, period: Period | None) -> bool:
        return True

    def close(self) -> None:
        self.view.setModel(None)

    def _search(self, text: str) -> None:
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterFixedString(text.strip())
        self.view.viewport().update()


class Sql(Table):
    """QSqlTableModel on the same texts in SQLite; it looks for the text with LIKE in every column."""

    def __init__(self, size: int, file: Path) -> None:
        database = QSqlDatabase.addDatabase("QSQLITE")
        database.setDatabaseName(str(file.with_suffix(".sql")))
        assert database.open()
        self._model = QSqlTableModel(None, database)
        self._model.setTable("cells")
        self._model.select()
        self._names = [self._model.record().fieldName(number) for number in range(COLUMNS)]
        self.window, self.view, self.line = _plain_window(self._model)
        self.line.textChanged.connect(self._search)

    def switch(self, period: Period) -> None:
        self._model.setFilter(f"quarter = '{period.code}'")
        self.view.viewport().update()

    def ready(self, search: str, period: Period | None) -> bool:
        return True

    def close(self) -> None:
        self.view.setModel(None)

    def _search(self, text: str) -> None:
        text = text.strip()
        self._model.setFilter(" OR ".join(f"{name} LIKE '%{text}%'" for name in self._names) if text else "")
        self.view.viewport().update()


def write_sql(file: Path, size: int) -> None:
    """The table that QSqlTableModel shows."""
    import contextlib
    import sqlite3

    with contextlib.closing(sqlite3.connect(file.with_suffix(".sql"))) as connection, connection:
        names = ", ".join(f"c{number} TEXT" for number in range(COLUMNS))
        connection.execute(f"CREATE TABLE cells ({names}, quarter TEXT)")
        connection.execute("CREATE INDEX by_quarter ON cells (quarter)")
        told = [(*row, period.code) for period, some in rows(size) for row in some]
        connection.executemany(f"INSERT INTO cells VALUES ({', '.join('?' * (COLUMNS + 1))})", told)


def _plain_window(model: Any) -> tuple[QWidget, QTableView, QLineEdit]:
    window = QWidget()
    view, line = QTableView(window), QLineEdit(window)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(60)
    view.setModel(model)
    _stack(window, line, view)
    return window, view, line


def _stack(window: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(window)
    for part in parts:
        layout.addWidget(part)
    window.resize(1366, 768)


PEERS: dict[str, Callable[[int, Path], Table]] = {"ours": Ours, "whole": Whole, "proxy": Proxy, "sql": Sql}
