"""Filters and order of the register's columns, over a real register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import shiboken6
from hands import Q3, click, press, settle, titles, trigger, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.store import ColumnFilter, Register
from ui.columns import COLUMNS
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind
from ui.register.filters_popup import FilterPopup
from ui.register.filters_words import day_of, described

Key, Held = Qt.Key, Qt.KeyboardModifier
TITLE = COLUMNS.index(Column.TITLE)
PUPILS, STAFF = "Учні 10 класу", "Працівники суду"
ROWS = [
    Cells(title="Екскурсія", date="13.08.2021", audience=PUPILS, participants="25 учнів", media="-"),
    Cells(title="Лекція", date="17.09.2021", audience=PUPILS, participants="40"),
    Cells(title="Навчання", date="02.02.2020", audience=STAFF, participants="12 осіб"),
    Cells(title="Стенд", date="з 01.01.2019 на постійній основі", audience="Громадяни", participants="-"),
]


def four_events(register: Register) -> Changes:
    """A court and its register of four events."""
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    return register.add_rows(register.courts()[0].id, Q3, ROWS, label="Імпорт")


@pytest.fixture
def register(real_window: Callable[..., MainWindow]) -> MainWindow:
    """The real program showing the whole register."""
    window = real_window()
    window.parts.service.act(four_events)
    settle()
    window.parts.workspace.go(ALL)
    for _ in range(3):
        settle()
    window.page.view.setFocus()
    return window


def shown(window: MainWindow) -> set[str]:
    """The names of the events in the table."""
    settle()
    return set(titles(window))


def popup(window: MainWindow) -> FilterPopup:
    """The open popup."""
    settle()
    found = window.commands.rows.filters.popup
    assert found is not None
    assert found.isVisible()
    return found


def open_filter(window: MainWindow, column: Column) -> FilterPopup:
    """Press the button in a column's heading."""
    heading = window.page.view.heading
    click(heading.viewport(), heading.button_rect(COLUMNS.index(column)).center())
    return popup(window)


def apply(window: MainWindow, opened: FilterPopup) -> set[str]:
    """Press «Застосувати»."""
    box = opened.findChild(QDialogButtonBox)
    next(button for button in box.buttons() if button.text() == "Застосувати").click()
    return shown(window)


def press_button(opened: FilterPopup, text: str) -> None:
    next(button for button in opened.findChildren(QPushButton) if button.text() == text).click()
    settle()


def test_words_typed_into_a_columns_filter_narrow_the_register(register: MainWindow) -> None:
    opened = open_filter(register, Column.AUDIENCE)
    type_text(opened.words, "працівник")
    press(opened.words, Key.Key_Return)
    assert shown(register) == {"Навчання"}
    bar = register.page.bar
    assert bar.isVisible()
    assert bar.texts == ["Цільова аудиторія: «працівник»  ✕"]
    assert bar.count_text == "1 захід з 4"
    assert register.commands.rows.filters.popup is None
    assert register.page.view.hasFocus()


def test_frequent_values_are_listed_with_their_numbers_and_checked(register: MainWindow) -> None:
    opened = open_filter(register, Column.AUDIENCE)
    assert [opened.values.item(n).text() for n in range(3)] == [
        f"{PUPILS}  (2)",
        "Громадяни  (1)",
        f"{STAFF}  (1)",
    ]
    for row in (0, 2):
        opened.values.item(row).setCheckState(Qt.CheckState.Checked)
    assert apply(register, opened) == {"Екскурсія", "Лекція", "Навчання"}
    again = open_filter(register, Column.AUDIENCE)
    checked = [again.values.item(n).checkState() == Qt.CheckState.Checked for n in range(3)]
    assert checked == [True, False, True]
    press_button(again, "Очистити")
    assert len(shown(register)) == 4


def test_empty_cells_are_found_with_those_that_hold_a_dash(register: MainWindow) -> None:
    opened = open_filter(register, Column.PARTICIPANTS)
    opened.filled.setCurrentIndex(2)
    assert apply(register, opened) == {"Стенд"}
    assert register.page.bar.texts == ["Учасників: порожньо  ✕"]


def test_days_and_standing_of_the_date(register: MainWindow) -> None:
    opened = open_filter(register, Column.DATE)
    opened.more.since.setText("08.2021")
    opened.more.until.setText("2021")
    opened.more.standing.setCurrentIndex(2)
    assert apply(register, opened) == {"Екскурсія", "Лекція"}
    assert register.page.bar.texts == ["Дата проведення: не постійні, з 01.08.2021 до 31.12.2021  ✕"]
    again = open_filter(register, Column.DATE)
    again.more.since.setText("")
    again.more.until.setText("")
    again.more.standing.setCurrentIndex(1)
    assert apply(register, again) == {"Стенд"}


@pytest.mark.parametrize(
    ("since", "until", "word"), [("колись", "", "не зрозуміло"), ("2021", "2020", "раніше за початок")]
)
def test_a_day_that_cannot_be_meant_keeps_the_popup_open(
    register: MainWindow, since: str, until: str, word: str
) -> None:
    opened = open_filter(register, Column.DATE)
    opened.more.since.setText(since)
    opened.more.until.setText(until)
    apply(register, opened)
    assert opened.isVisible()
    assert word in opened.more.trouble.text()
    assert register.page.filters == ()
    opened.close()


def test_numbers_from_and_to(register: MainWindow) -> None:
    opened = open_filter(register, Column.PARTICIPANTS)
    opened.more.least.setValue(20)
    opened.more.most.setValue(30)
    assert apply(register, opened) == {"Екскурсія"}
    assert register.page.bar.texts == ["Учасників: від 20 до 30  ✕"]


def test_filters_add_up_and_go_one_by_one_by_their_chips(register: MainWindow) -> None:
    page = register.page
    page.set_filter(Column.AUDIENCE, ColumnFilter(Column.AUDIENCE, words="учні"))
    page.set_filter(Column.TITLE, ColumnFilter(Column.TITLE, words="лекція"))
    assert shown(register) == {"Лекція"}
    assert len(page.bar.chips) == 2
    page.bar.chips[0].click()
    assert shown(register) == {"Екскурсія", "Лекція"}
    page.bar.chips[0].setFocus()
    press(page.bar.chips[0], Key.Key_Delete)
    assert len(shown(register)) == 4
    assert not page.bar.isVisible()
    assert page.view.hasFocus()


def test_all_filters_go_at_once(register: MainWindow) -> None:
    register.page.set_filter(Column.TITLE, ColumnFilter(Column.TITLE, words="лекція"))
    trigger(register, "unfilter")
    assert len(shown(register)) == 4


def test_the_search_looks_within_what_is_filtered(register: MainWindow) -> None:
    register.page.set_filter(Column.AUDIENCE, ColumnFilter(Column.AUDIENCE, words="учні"))
    register.search._line.setText("25")
    register.page.search("25")
    assert shown(register) == {"Екскурсія"}
    assert register.search.count_text == "1 з 4"


def test_nothing_found_offers_everything_again(register: MainWindow) -> None:
    register.page.set_filter(Column.TITLE, ColumnFilter(Column.TITLE, words="немає"))
    settle()
    assert register.page.hint == "За цими фільтрами нічого не знайдено."
    register.page._step.click()
    assert len(shown(register)) == 4


def test_a_report_has_no_filters_and_the_register_keeps_them(register: MainWindow) -> None:
    register.page.set_filter(Column.TITLE, ColumnFilter(Column.TITLE, words="лекція"))
    register.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    assert len(shown(register)) == 4
    assert not register.page.bar.isVisible()
    assert register.page.view.heading.button_rect(TITLE).isNull()
    assert not register.actions_["filter"].isEnabled()
    register.parts.workspace.go(ALL)
    assert shown(register) == {"Лекція"}
    assert register.page.bar.isVisible()


def test_a_new_event_is_seen_though_no_filter_would_pass_it(register: MainWindow) -> None:
    register.page.set_filter(Column.TITLE, ColumnFilter(Column.TITLE, words="лекція"))
    trigger(register, "add")
    settle()
    assert "" in shown(register)
    assert register.page.filters == ()


def test_the_keyboard_opens_the_filter_of_the_cell_it_is_in(register: MainWindow, qtbot: object) -> None:
    view = register.page.view
    view.keys.one(view.table.index(0, COLUMNS.index(Column.DATE)))
    qtbot.keyClick(view, Key.Key_Down, Held.AltModifier)  # type: ignore[attr-defined]
    opened = popup(register)
    assert opened.column is Column.DATE
    assert QApplication.focusWidget() is opened.words
    press(opened.words, Key.Key_Escape)
    settle()
    assert register.commands.rows.filters.popup is None
    assert view.hasFocus()
    view.keys.one(view.table.index(0, 0))
    trigger(register, "filter")
    assert popup(register).column is Column.TITLE
    popup(register).close()


def test_the_order_by_keyboard_and_from_the_popup(register: MainWindow) -> None:
    view = register.page.view
    view.keys.one(view.table.index(0, TITLE))
    for wanted in (sorted(shown(register)), sorted(shown(register), reverse=True)):
        trigger(register, "sort")
        assert titles(register) == wanted
    press_button(open_filter(register, Column.PARTICIPANTS), "За спаданням")
    assert titles(register) == ["Лекція", "Екскурсія", "Навчання", "Стенд"]
    assert view.heading.sorted_by == (COLUMNS.index(Column.PARTICIPANTS), True)


def test_a_click_on_a_heading_orders_and_one_on_its_button_does_not(register: MainWindow) -> None:
    heading = register.page.view.heading
    place = QPoint(heading.sectionViewportPosition(TITLE) + 10, 8)
    click(heading.viewport(), place)
    settle()
    assert register.page.order == (Column.TITLE, False)
    open_filter(register, Column.TITLE).close()
    settle()
    assert register.page.order == (Column.TITLE, False)
    assert len(register.page.view.selectedIndexes()) == 1


def test_everything_in_the_popup_has_a_name_and_dies_with_it(register: MainWindow) -> None:
    for column in (Column.DATE, Column.PARTICIPANTS):
        opened = open_filter(register, column)
        widgets = [*opened.findChildren(QPushButton), opened.words, opened.filled, opened.values]
        for widget in widgets:
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert said.strip(), widget
        opened.close()
        settle()
        assert not shiboken6.isValid(opened)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("13.08.2021", date(2021, 8, 13), date(2021, 8, 13)),
        ("1/9/2021", date(2021, 9, 1), date(2021, 9, 1)),
        ("02.2020", date(2020, 2, 1), date(2020, 2, 29)),
        (" 2021 ", date(2021, 1, 1), date(2021, 12, 31)),
        ("", None, None),
    ],
)
def test_days_as_they_are_typed(typed: str, first: date | None, last: date | None) -> None:
    assert day_of(typed) == first
    assert day_of(typed, last=True) == last


@pytest.mark.parametrize("typed", ["31.02.2021", "13.2021", "учора", "12", "0.1.2021"])
def test_days_that_are_none(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        day_of(typed)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (ColumnFilter(Column.GOAL, filled=False), "Комунікаційна ціль: порожньо"),
        (ColumnFilter(Column.GOAL, filled=True, words="мета"), "Комунікаційна ціль: «мета», заповнено"),
        (ColumnFilter(Column.MEDIA, least=2), "Публікації у ЗМІ: від 2"),
        (ColumnFilter(Column.DATE, until=date(2021, 9, 30), standing=True),
         "Дата проведення: постійні, до 30.09.2021"),
        (ColumnFilter(Column.AUDIENCE, values=frozenset({"а\nб", "в"})), "Цільова аудиторія: «а б» або «в»"),
        (ColumnFilter(Column.AUDIENCE, values=frozenset("абвгд")), "Цільова аудиторія: 5 значень"),
    ],
)  # fmt: skip
def test_a_filter_in_words(one: ColumnFilter, words: str) -> None:
    assert described(one) == words
