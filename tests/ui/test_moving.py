"""Rows of a report moved by the keyboard and by the mouse, over a real register."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Q3, drag, mouse, press, settle, trigger
from PySide6.QtCore import QEvent, QPoint, Qt

from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.store import Register
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.places import ALL, TRASH
from ui.register.order_flow import shift_rows

TITLE = COLUMNS.index(Column.TITLE)
Key, Held = Qt.Key, Qt.KeyboardModifier


def five_rows(register: Register) -> Changes:
    """A court and a report of five rows, told by their letters."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    court = register.courts()[0].id
    return register.add_rows(court, Q3, [Cells(title=letter) for letter in "абвгд"], label="Імпорт")


@pytest.fixture
def report(real_window: Callable[..., MainWindow]) -> MainWindow:
    """The real program with the report of five rows."""
    window = real_window()
    window.parts.service.act(five_rows)
    for _ in range(3):
        settle()
    window.page.view.setFocus()
    return window


def order(window: MainWindow) -> str:
    """The report's letters from the top."""
    settle()
    table = window.table
    return "".join(table.index(row, TITLE).data() for row in range(table.rowCount()))


def choose(window: MainWindow, *letters: str) -> None:
    """Select rows as Ctrl and the mouse do."""
    view, ids = window.page.view, window.table.ids
    rows = [order(window).index(letter) for letter in letters]
    view.choose(ids[rows[0]], TITLE)
    for row in rows[1:]:
        index = window.table.index(row, TITLE)
        view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.Select)


def chosen(window: MainWindow) -> str:
    """The letters of the selected rows."""
    return "".join(order(window)[row] for row in window.page.view.selected_rows)


def number_at(window: MainWindow, row: int, part: float = 0.5) -> QPoint:
    """A place on a row's number, so far down in it."""
    view = window.page.view
    return QPoint(8, view.rowViewportPosition(row) + round(view.rowHeight(row) * part))


def carry(window: MainWindow, start: int, end: int, part: float) -> str:
    """Drag a row by its number to a place in another row."""
    drag(window.page.view.viewport(), number_at(window, start), number_at(window, end, part))
    return order(window)


@pytest.mark.parametrize(
    ("letters", "action", "wanted"),
    [
        ("в", "row_up", "авбгд"),
        ("в", "row_down", "абгвд"),
        ("а", "row_down", "бавгд"),
        ("бв", "row_down", "агбвд"),
        ("вг", "row_up", "авгбд"),
        ("бг", "row_up", "бгавд"),
        ("бг", "row_down", "авдбг"),
        ("бд", "row_down", "авгбд"),
        ("ав", "row_up", "авбгд"),
    ],
)
def test_rows_change_places_with_their_neighbour(
    report: MainWindow, letters: str, action: str, wanted: str
) -> None:
    choose(report, *letters)
    trigger(report, action)
    assert order(report) == wanted
    assert chosen(report) == letters
    trigger(report, "undo")
    assert order(report) == "абвгд"


@pytest.mark.parametrize(
    ("letter", "action", "word"), [("а", "row_up", "початок"), ("д", "row_down", "кінець")]
)
def test_at_the_edge_nothing_moves_and_the_status_says_so(
    report: MainWindow, letter: str, action: str, word: str
) -> None:
    choose(report, letter)
    before = report.parts.history.count
    trigger(report, action)
    assert order(report) == "абвгд"
    assert word in report.status.note_text
    assert report.parts.history.count == before


def test_the_keys_move_what_they_are_said_to_move(report: MainWindow, qtbot: object) -> None:
    choose(report, "б")
    view = report.page.view
    for _ in range(2):
        qtbot.keyClick(view, Key.Key_Down, Held.AltModifier)  # type: ignore[attr-defined]
    assert order(report) == "авгбд"
    qtbot.keyClick(view, Key.Key_Up, Held.AltModifier)  # type: ignore[attr-defined]
    assert order(report) == "авбгд"
    assert chosen(report) == "б"
    assert view.currentIndex().row() == 2


def test_keys_faster_than_the_table_move_the_row_each_time(report: MainWindow) -> None:
    """Each step is counted from the report as it is then, not as it was shown."""
    query, ids = report.table.query, report.table.ids
    shown = report.situation.shown
    assert query is not None
    assert shown is not None
    for _ in range(3):
        report.parts.service.act(shift_rows, shown.id, query, (ids[0],), True)
    assert order(report) == "бвгад"


def test_numbers_follow_the_rows(report: MainWindow) -> None:
    choose(report, "д")
    trigger(report, "row_up")
    assert [report.table.index(row, 0).data() for row in range(5)] == list("12345")


@pytest.mark.parametrize(
    ("start", "end", "part", "wanted"),
    [(0, 2, 0.9, "бвагд"), (0, 2, 0.1, "бавгд"), (4, 0, 0.1, "дабвг"), (1, 4, 0.9, "авгдб")],
)
def test_the_mouse_carries_a_row_by_its_number(
    report: MainWindow, start: int, end: int, part: float, wanted: str
) -> None:
    letter = order(report)[start]
    assert carry(report, start, end, part) == wanted
    assert chosen(report) == letter
    trigger(report, "undo")
    assert order(report) == "абвгд"


def test_several_rows_are_carried_together(report: MainWindow) -> None:
    report.page.view.keys.select_rows(1, 2)
    assert carry(report, 1, 4, 0.9) == "агдбв"
    assert chosen(report) == "бв"
    assert report.parts.history.undo_text.startswith("Переміщення")


def test_rows_put_down_where_they_were_are_no_step(report: MainWindow) -> None:
    before = report.parts.history.count
    assert carry(report, 1, 2, 0.1) == "абвгд"
    assert report.parts.history.count == before


def test_escape_lets_go_of_what_is_carried(report: MainWindow) -> None:
    view = report.page.view
    mouse(view.viewport(), QEvent.Type.MouseButtonPress, number_at(report, 0))
    mouse(view.viewport(), QEvent.Type.MouseMove, number_at(report, 3))
    assert view.drag.under_way
    assert view.drag.gap >= 3
    press(view, Key.Key_Escape)
    assert not view.drag.under_way
    mouse(view.viewport(), QEvent.Type.MouseButtonRelease, number_at(report, 3))
    assert order(report) == "абвгд"


def test_where_searched_rows_stay_and_the_status_says_why(report: MainWindow) -> None:
    report.search._line.setText("б")
    report.page.search("б")
    settle()
    trigger(report, "row_up")
    assert "приберіть пошук" in report.status.note_text
    report.page.search("")
    assert order(report) == "абвгд"


def test_in_the_register_and_the_trash_rows_have_no_order_of_their_own(report: MainWindow) -> None:
    report.parts.workspace.go(ALL)
    settle()
    before = order(report)
    assert carry(report, 0, 2, 0.9) == before
    assert "у звіті за квартал" in report.status.note_text
    assert report.page.view.selected_rows == (0, 1, 2)
    choose(report, "в")
    trigger(report, "row_up")
    assert order(report) == before
    trigger(report, "delete")
    report.parts.workspace.go(TRASH)
    settle()
    trigger(report, "row_up")
    assert "У кошику" in report.status.note_text


def test_a_submitted_report_keeps_its_order(report: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(report.table), "frozen", property(lambda _table: 1))
    choose(report, "б")
    trigger(report, "row_down")
    assert "Звіт подано" in report.status.note_text
    assert carry(report, 0, 2, 0.9) == "абвгд"
