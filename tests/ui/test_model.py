"""The table's model: ids and pages, under Qt's own model tester."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, settle
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from courtcomms.model import Cells, Column
from ui.columns import COLUMNS
from ui.parts import Parts
from ui.places import ALL, TRASH, Place, PlaceKind, TableQuery
from ui.register import queries
from ui.register.desk import CellText
from ui.register.model import EventTable
from ui.register.pages import KEPT, PAGE

REPORT = Place(PlaceKind.REPORT, Q3)
TITLE = COLUMNS.index(Column.TITLE)


@pytest.fixture
def table(make_parts: Callable[..., Parts], fake: FakeRegister) -> EventTable:
    return shown(make_parts(fake), REPORT)


def shown(parts: Parts, place: Place, search: str = "") -> EventTable:
    """A model of a place, watched by Qt's tester all its life."""
    table = EventTable(parts.service, parts.owner)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning, table)
    table.show(TableQuery(1, place, search))
    touch(table)
    return table


def touch(table: EventTable) -> None:
    """Look at the first row, as a view does, and let its page come."""
    if table.rowCount():
        table.index(0, 0).data()
    settle()


def titles(table: EventTable) -> list[str]:
    return [table.index(row, TITLE).data() for row in range(table.rowCount())]


def test_shows_the_rows_of_the_report_in_its_order(table: EventTable) -> None:
    assert titles(table) == ["Захід 1", "Захід 2", "Захід 3"]
    assert table.columnCount() == 9
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Назва (вид) заходу"


def test_nothing_is_read_before_it_is_looked_at(make_parts: Callable[..., Parts], fake: FakeRegister) -> None:
    fake.add_rows(1, Q3, [Cells(title=f"Ще {n}") for n in range(5 * PAGE)], label="Імпорт")
    table = shown(make_parts(fake), REPORT)
    fake.calls.clear()
    last = table.index(table.rowCount() - 1, TITLE)
    assert last.data() == "…"
    settle()
    assert last.data() == f"Ще {5 * PAGE - 1}"
    assert fake.calls == ["events"]
    assert table.event_at(3 * PAGE) is None


def test_pages_out_of_use_make_room(make_parts: Callable[..., Parts], fake: FakeRegister) -> None:
    fake.add_rows(1, Q3, [Cells(title=f"Ще {n}") for n in range(KEPT + 5 * PAGE)], label="Імпорт")
    parts = make_parts(fake)
    table = EventTable(parts.service, parts.owner)
    table.show(TableQuery(1, REPORT))
    for row in range(0, table.rowCount(), PAGE):
        table.index(row, TITLE).data()
    settle()
    assert table.event_at(0) is None
    assert table.event_at(table.rowCount() - 1) is not None
    table.index(0, TITLE).data()
    settle()
    assert table.index(0, TITLE).data() == "Захід 1"


def test_the_number_is_the_place_in_the_report_even_while_searching(
    make_parts: Callable[..., Parts], fake: FakeRegister
) -> None:
    fake.change_elsewhere(3, Column.NUMBER, "17")
    parts = make_parts(fake)
    assert shown(parts, REPORT, "захід 3").index(0, 0).data() == "3"
    assert shown(parts, ALL, "захід 3").index(0, 0).data() == "1"
    assert fake.stored[3].cells.number == "17"


def test_numbers_follow_when_only_places_change(make_parts: Callable[..., Parts], fake: FakeRegister) -> None:
    """A row above leaves the report while only the third is looked for."""
    parts = make_parts(fake)
    table, told = shown(parts, REPORT, "захід 3"), []
    table.dataChanged.connect(lambda first, last: told.append((first.column(), last.column())))
    fake.rows[Q3].remove(1)
    table.refresh()
    assert table.index(0, 0).data() == "2"
    assert told == [(0, 0)]


def test_tells_the_number_of_hits(make_parts: Callable[..., Parts], fake: FakeRegister) -> None:
    parts = make_parts(fake)
    table, told = EventTable(parts.service, parts.owner), []
    table.listed.connect(told.append)
    table.show(TableQuery(1, REPORT))
    table.show(TableQuery(1, REPORT, "захід 2"))
    assert told == [3, 1]


def test_the_whole_register_is_listed_once_for_a_search(
    make_parts: Callable[..., Parts], fake: FakeRegister
) -> None:
    table = shown(make_parts(fake), ALL)
    fake.calls.clear()
    table.show(TableQuery(1, ALL, "захід 2"))
    assert fake.calls == ["event_ids", "events"]


def test_the_uppermost_rows_come_with_the_listing_and_are_never_painted_empty(
    make_parts: Callable[..., Parts], fake: FakeRegister
) -> None:
    table, texts = shown(make_parts(fake), ALL), []
    table.modelReset.connect(lambda: texts.append(table.index(0, 1).data()))
    table.show(TableQuery(1, ALL, "захід 2"))
    assert texts == [fake.stored[table.ids[0]].cells.title]


def test_a_changed_cell_shows_without_a_reset(table: EventTable, fake: FakeRegister) -> None:
    resets, changed = [], []
    table.modelReset.connect(lambda: resets.append(1))
    table.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    table._service.write([CellText(2, Column.TITLE, "Інша назва", 1)])
    assert titles(table)[1] == "Інша назва"
    assert resets == []
    assert changed == [(1, 1)]


def test_a_row_does_not_leave_while_it_is_typed_in(
    make_parts: Callable[..., Parts], fake: FakeRegister
) -> None:
    table = shown(make_parts(fake), REPORT, "захід 2")
    table._service.write([CellText(2, Column.TITLE, "Зовсім інше", 1)])
    assert titles(table) == ["Зовсім інше"]
    table.refresh()
    assert table.rowCount() == 0


def test_rows_come_and_go_with_their_events(table: EventTable) -> None:
    table._service.act(queries.trash, (2,))
    touch(table)
    assert titles(table) == ["Захід 1", "Захід 3"]
    table._service.act(queries.add_event, 1, Q3, 1)
    touch(table)
    assert titles(table) == ["Захід 1", "", "Захід 3"]
    assert [table.index(row, 0).data() for row in range(3)] == ["1", "2", "3"]


def test_editing_asks_for_the_text_to_be_saved(table: EventTable) -> None:
    asked = []
    table.typed.connect(lambda event, column, text: asked.append((event.id, column, text)))
    index = table.index(0, TITLE)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert table.setData(index, "Нова назва")
    assert table.setData(index, "Захід 1")
    assert not table.setData(table.index(0, TITLE), 5)
    assert asked == [(1, Column.TITLE, "Нова назва")]


def test_neither_the_place_number_nor_the_trash_is_edited(
    make_parts: Callable[..., Parts], fake: FakeRegister
) -> None:
    parts = make_parts(fake)
    parts.service.act(queries.trash, (3,))
    report, trash = shown(parts, REPORT), shown(parts, TRASH)
    for table in (report, shown(parts, ALL)):
        assert not table.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
        assert table.index(0, TITLE).flags() & Qt.ItemFlag.ItemIsEditable
    assert trash.rowCount() == 1
    assert not trash.index(0, TITLE).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_reader_of_the_screen_hears_column_and_text(table: EventTable) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.index(0, TITLE).data(role) == "Назва (вид) заходу: Захід 1"
    assert table.index(0, COLUMNS.index(Column.GOAL)).data(role) == "Комунікаційна ціль: порожньо"


def test_an_empty_table_is_sound(make_parts: Callable[..., Parts], fake: FakeRegister) -> None:
    table = shown(make_parts(fake), TRASH)
    assert table.rowCount() == 0
    assert table.rowCount(table.index(0, 0)) == 0
    assert table.data(QModelIndex()) is None
