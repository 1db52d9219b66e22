"""Copy, cut and paste as in a spreadsheet, in the real program over a real register."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Q3, edit_of, press, settle, titles, trigger, type_over
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from courtcomms.model import Anchor, Cells, Changes, Column, Court, CourtName
from courtcomms.store import Register
from ui.clipboard import paste_flow, selection
from ui.clipboard.preview import PasteDialog
from ui.clipboard.preview_table import SKIPPED
from ui.columns import COLUMNS, short
from ui.main_window import MainWindow
from ui.places import ALL, TRASH, Place, PlaceKind
from ui.register import queries

sys.path.insert(0, str(Path(__file__).parents[1] / "importing"))

import clip_samples as samples

NUMBER, TITLE, GOAL, DATE, SITE, MEDIA = (COLUMNS.index(column) for column in list(Column)[:6])
LAST = len(COLUMNS) - 1
LINKED = Anchor(Column.SITE_LINKS, "новина", "https://zr.dp.court.gov.ua/1/")


@pytest.fixture
def window(real_window: Callable[..., MainWindow]) -> MainWindow:
    """A report of three rows."""
    made = real_window()
    court = Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),))
    made.parts.service.act(queries.start_blank, court, Q3, undoable=False)
    made.parts.service.act(add_three, undoable=False)
    made.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    settle()
    QGuiApplication.clipboard().clear()
    return made


def add_three(register: Register) -> Changes:
    rows = [
        Cells(title="Лекція", goal="Обізнаність\nмолоді", date="13.08.2021", site_links="-", media="1"),
        Cells(title="Брифінг", date="20.08.2021", site_links="новина", anchors=(LINKED,)),
        Cells(title='Екскурсія "Суд"', goal="Довіра", date="02.09.2021", site_links="-", media="-"),
    ]
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Три")


def choose(window: MainWindow, first: tuple[int, int], last: tuple[int, int] | None = None) -> None:
    """Select a range of cells; the first is the current one."""
    table, view = window.table, window.page.view
    (top, left), (bottom, right) = first, last or first
    flag = QItemSelectionModel.SelectionFlag
    view.setFocus()
    view.setCurrentIndex(table.index(top, left))
    chosen = QItemSelection(table.index(top, left), table.index(bottom, right))
    view.selectionModel().select(chosen, flag.ClearAndSelect)
    settle()


def put(text: str | None = None, html: str | None = None) -> None:
    """Another program copies something."""
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def column(window: MainWindow, section: int) -> list[str]:
    return [window.table.index(row, section).data() for row in range(window.table.rowCount())]


def preview(window: MainWindow) -> PasteDialog:
    found = window.commands.clipboard.pasting.dialog
    assert found is not None
    assert found.isVisible()
    return found


def undo_text(window: MainWindow) -> str:
    return window.parts.history.undo_text


def test_a_range_is_copied_with_its_lines_and_links(window: MainWindow) -> None:
    choose(window, (0, TITLE), (1, SITE))
    trigger(window, "copy")
    assert clipboard_text() == ('Лекція\t"Обізнаність\nмолоді"\t13.08.2021\t-\nБрифінг\t\t20.08.2021\tновина')
    assert LINKED.target in QGuiApplication.clipboard().mimeData().html()
    assert window.status.note_text == "·  Скопійовано: 8 клітинок"
    assert window.parts.history.count == 0


def test_one_cell_is_copied_as_its_bare_text(window: MainWindow) -> None:
    choose(window, (2, TITLE))
    trigger(window, "copy")
    assert clipboard_text() == 'Екскурсія "Суд"'
    assert window.status.note_text == "·  Скопійовано: 1 клітинка"


def test_cells_apart_are_copied_at_their_places(window: MainWindow) -> None:
    choose(window, (0, TITLE))
    view, table = window.page.view, window.table
    view.selectionModel().select(table.index(2, DATE), QItemSelectionModel.SelectionFlag.Select)
    trigger(window, "copy")
    assert clipboard_text() == "Лекція\t\n\t02.09.2021"


def test_whole_rows_are_copied_with_heading_and_number(window: MainWindow) -> None:
    choose(window, (1, DATE), (2, DATE))
    trigger(window, "copy_rows")
    head, second, third = clipboard_text().split("\n")
    assert head.startswith("№\tНазва (вид) заходу\tКомунікаційна ціль заходу\t")
    assert second == "2\tБрифінг\t\t20.08.2021\tновина\t\t\t\t"
    assert third.startswith("3\tЕкскурсія")
    assert window.status.note_text == "·  Скопійовано із заголовком: 2 рядки"


def test_cut_empties_in_one_step_and_undo_brings_all_back(window: MainWindow) -> None:
    choose(window, (0, NUMBER), (1, GOAL))
    trigger(window, "cut")
    assert clipboard_text() == '1\tЛекція\t"Обізнаність\nмолоді"\n2\tБрифінг\t'
    assert titles(window) == ["", "", 'Екскурсія "Суд"']
    assert undo_text(window) == "Вирізано: 3 клітинки"
    trigger(window, "undo")
    assert titles(window)[:2] == ["Лекція", "Брифінг"]
    assert column(window, GOAL)[0] == "Обізнаність\nмолоді"
    assert not window.parts.history.can_undo


def test_cut_and_pasted_elsewhere_a_hidden_link_goes_along(window: MainWindow) -> None:
    choose(window, (1, SITE))
    trigger(window, "cut")
    choose(window, (2, SITE))
    trigger(window, "paste")
    event = window.table.event_at(2)
    assert (event.cells.site_links, event.cells.anchors) == ("новина", (LINKED,))
    assert window.table.event_at(1).cells.anchors == ()
    trigger(window, "undo")
    assert window.table.event_at(2).cells.site_links == "-"
    assert window.table.event_at(2).cells.anchors == ()
    trigger(window, "undo")
    assert window.table.event_at(1).cells.anchors == (LINKED,)


def test_one_value_fills_all_chosen_cells_but_the_number(window: MainWindow) -> None:
    put("Голова суду\nі секретар")
    choose(window, (0, NUMBER), (2, TITLE))
    trigger(window, "paste")
    assert titles(window) == ["Голова суду\nі секретар"] * 3
    assert column(window, NUMBER) == ["1", "2", "3"]
    assert undo_text(window) == "Вставлено: 3 клітинки"
    trigger(window, "undo")
    assert titles(window)[0] == "Лекція"


def test_several_links_are_lines_of_one_cell(window: MainWindow) -> None:
    put("https://a.court.gov.ua/1\r\nhttps://a.court.gov.ua/2\r\n")
    choose(window, (0, SITE))
    trigger(window, "paste")
    assert column(window, SITE)[0] == "https://a.court.gov.ua/1\nhttps://a.court.gov.ua/2"
    assert window.table.event_at(0).link_count == 2


def test_a_range_goes_over_what_stands_there_as_one_step(window: MainWindow) -> None:
    put("А\tБ\nВ\tГ\n")
    choose(window, (1, GOAL))
    trigger(window, "paste")
    assert column(window, GOAL)[1:] == ["А", "В"]
    assert column(window, DATE)[1:] == ["Б", "Г"]
    assert undo_text(window) == "Вставлено: 4 клітинки"
    chosen = {(index.row(), index.column()) for index in window.page.view.selectedIndexes()}
    assert chosen == {(1, GOAL), (1, DATE), (2, GOAL), (2, DATE)}
    trigger(window, "undo")
    assert column(window, DATE)[1:] == ["20.08.2021", "02.09.2021"]
    trigger(window, "redo")
    assert column(window, DATE)[1:] == ["Б", "Г"]


def test_a_range_repeats_where_a_multiple_of_it_is_chosen(window: MainWindow) -> None:
    put("А\tБ")
    choose(window, (0, GOAL), (2, DATE))
    trigger(window, "paste")
    assert column(window, GOAL) == ["А"] * 3
    assert column(window, DATE) == ["Б"] * 3


def test_what_does_not_fit_on_the_right_is_told(window: MainWindow) -> None:
    put("А\tБ\tВ")
    choose(window, (0, LAST))
    trigger(window, "paste")
    assert column(window, LAST)[0] == "А"
    assert window.status.note_text == "·  Вставлено: 1 клітинка; праворуч не вмістилося: 2 стовпці"


def test_what_a_cell_cannot_keep_is_told(window: MainWindow) -> None:
    put(html="<a href='mailto:a@b.ua'>лист</a>")
    choose(window, (0, GOAL))
    trigger(window, "paste")
    assert column(window, GOAL)[0] == "лист"
    assert "лишився тільки текст" in window.status.note_text


def test_the_same_again_changes_nothing(window: MainWindow) -> None:
    choose(window, (0, TITLE), (1, GOAL))
    trigger(window, "copy")
    trigger(window, "paste")
    assert window.status.note_text.endswith("у клітинках уже стоїть те саме")
    assert window.parts.history.count == 0


def test_the_number_cannot_be_pasted_over(window: MainWindow) -> None:
    put("7")
    choose(window, (0, NUMBER))
    trigger(window, "paste")
    assert column(window, NUMBER)[0] == "1"
    assert window.status.note_text.endswith("вставляйте в інші колонки")


def test_an_empty_clipboard_says_so(window: MainWindow) -> None:
    choose(window, (0, TITLE))
    trigger(window, "paste")
    assert window.status.note_text.endswith("немає тексту, який можна вставити")


def test_rows_below_the_table_are_offered_as_new_events(window: MainWindow) -> None:
    put("А\tБ\nВ\tГ\nҐ\tД")
    choose(window, (2, GOAL))
    trigger(window, "paste")
    assert column(window, GOAL)[2] == "А"
    asked = preview(window)
    assert asked.choice == (Column.GOAL, Column.DATE)
    assert asked.summary == "Буде додано: 2 заходи до звіту за ІІІ квартал 2021 року"
    asked.accept()
    settle()
    assert column(window, GOAL)[3:] == ["В", "Ґ"]
    trigger(window, "undo")
    assert window.table.rowCount() == 3
    assert column(window, GOAL)[2] == "А"


def test_rows_of_excel_are_shown_and_added_after_the_current_one(window: MainWindow) -> None:
    put(samples.EXCEL_TEXT, samples.EXCEL)
    choose(window, (0, TITLE))
    trigger(window, "paste")
    asked = preview(window)
    assert window.table.rowCount() == 3
    assert asked.choice == tuple(Column)
    assert asked.action.text() == "Додати 2 рядки"
    assert asked.summary == "Буде додано: 2 заходи до звіту за ІІІ квартал 2021 року, після рядка № 1"
    asked.accept()
    settle()
    assert titles(window) == [
        "Лекція", samples.FIRST[1], samples.SECOND[1], "Брифінг", 'Екскурсія "Суд"',
    ]  # fmt: skip
    assert window.page.view.current_id == window.table.ids[1]
    assert window.table.event_at(1).cells.anchors[0].target == samples.PAPER
    assert undo_text(window) == "Вставлено: 2 заходи"
    trigger(window, "undo")
    assert titles(window) == ["Лекція", "Брифінг", 'Екскурсія "Суд"']


def test_a_column_is_told_anew_and_a_row_is_left(window: MainWindow) -> None:
    put(html=samples.BROWSER)
    choose(window, (2, TITLE))
    trigger(window, "paste")
    asked = preview(window)
    assert asked.choice == (Column.DATE, Column.TITLE, Column.SITE_LINKS)
    assert "Текст поза таблицею не взято: «Заходи суду»." in asked.notes
    asked.choices[2].setCurrentText(short(Column.MEDIA))
    asked.choices[0].setCurrentText(SKIPPED)
    settle()
    asked.table.selectRow(1)
    press(asked.table, Qt.Key.Key_Space)
    assert asked.model.ticks == (True, False, True)
    assert asked.action.text() == "Додати 2 рядки"
    asked.accept()
    settle()
    assert titles(window)[3:] == ["Брифінг\u00a0\nдля ЗМІ 📌", "Екскурсія"]
    assert column(window, MEDIA)[3] == "докладніше"
    assert column(window, DATE)[3:] == ["", ""]


def test_a_cancelled_preview_changes_nothing(window: MainWindow) -> None:
    put(samples.EXCEL_TEXT)
    choose(window, (0, TITLE))
    trigger(window, "paste")
    preview(window).reject()
    settle()
    assert window.commands.clipboard.pasting.dialog is None
    assert titles(window) == ["Лекція", "Брифінг", 'Екскурсія "Суд"']
    assert window.parts.history.count == 0


def test_no_row_and_no_title_are_said(window: MainWindow) -> None:
    put(html=samples.BROWSER)
    trigger(window, "paste_rows")
    asked = preview(window)
    asked.every.click()
    assert asked.summary == "Нічого не буде додано"
    assert not asked.action.isEnabled()
    asked.every.click()
    assert asked.model.ticks == (True, True, True)
    assert asked.action.isEnabled()
    asked.choices[1].setCurrentText(short(Column.DATE))
    settle()
    assert "Жоден стовпець не позначено як «Назва (вид) заходу»" in asked.notes
    assert "«Дата проведення» вибрано для кількох стовпців" in asked.notes


def test_any_copied_cells_can_be_added_as_rows(window: MainWindow) -> None:
    put("Круглий стіл\nДень суду")
    choose(window, (2, TITLE))
    trigger(window, "paste_rows")
    preview(window).accept()
    settle()
    assert titles(window)[3:] == ["Круглий стіл", "День суду"]


def test_whole_rows_copied_here_are_added_and_not_pasted_over(window: MainWindow) -> None:
    choose(window, (0, DATE), (1, DATE))
    trigger(window, "copy_rows")
    window.parts.workspace.go(ALL)
    settle()
    trigger(window, "paste")
    asked = preview(window)
    assert asked.summary == "Буде додано: 2 заходи до реєстру"
    asked.accept()
    settle()
    assert sorted(titles(window)).count("Лекція") == 2
    copies = [window.table.event_at(row) for row in range(window.table.rowCount())]
    assert sum(LINKED in event.cells.anchors for event in copies) == 2


def test_new_rows_are_seen_although_something_else_was_looked_for(window: MainWindow) -> None:
    window.search._line.setText("Брифінг")
    window.page.search("Брифінг")
    settle()
    put(samples.EXCEL_TEXT)
    trigger(window, "paste")
    preview(window).accept()
    settle()
    assert window.search.text == ""
    assert window.table.rowCount() == 5
    assert window.page.view.current_id == window.table.ids[2]


def test_an_empty_report_takes_rows_of_any_shape(window: MainWindow) -> None:
    later = Q3.shifted(1)
    window.parts.service.act(Register.add_report, window.parts.workspace.overview.court.id, later)
    window.parts.workspace.go(Place(PlaceKind.REPORT, later))
    settle()
    while window.table.rowCount():
        window.page.view.selectAll()
        trigger(window, "leave_out")
    put("Лекція\t-")
    trigger(window, "paste")
    preview(window).accept()
    settle()
    assert titles(window) == ["Лекція"]


def test_in_the_trash_one_can_copy_but_not_paste(window: MainWindow) -> None:
    choose(window, (1, TITLE))
    trigger(window, "delete")
    window.parts.workspace.go(TRASH)
    settle()
    choose(window, (0, TITLE))
    assert not window.actions_["cut"].isEnabled()
    trigger(window, "copy")
    assert clipboard_text() == "Брифінг"
    put("інше")
    trigger(window, "paste")
    assert "У кошику нічого не змінюють: не вставлено" in window.messenger.box.text()
    window.messenger.box.close()
    assert titles(window) == ["Брифінг"]


def test_from_a_submitted_report_its_own_text_is_copied_and_nothing_pasted(window: MainWindow) -> None:
    report = window.parts.workspace.overview.report(Q3)
    window.parts.service.act(submit, report)
    settle()
    window.parts.service.act(change_first)
    settle()
    choose(window, (0, TITLE))
    assert not window.actions_["cut"].isEnabled()
    trigger(window, "copy")
    assert clipboard_text() == "Лекція"
    put("інше")
    trigger(window, "paste")
    assert "Цей звіт подано, тож його лише переглядають" in window.messenger.box.text()
    window.messenger.box.close()
    assert titles(window)[0] == "Лекція"


def submit(register: Register, report: object) -> Changes:
    from courtcomms.reports.form import load_form
    from courtcomms.services import submit_report

    return submit_report(register, report, load_form())


def change_first(register: Register) -> Changes:
    event = register.events([1])[0]
    return register.set_cell(1, Column.TITLE, "Змінено потім", version=event.version)


def test_keys_in_a_field_are_the_field_s_own(window: MainWindow) -> None:
    choose(window, (0, TITLE))
    field = edit_of(window)
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard_text() == "Лекція"
    assert "Скопійовано" not in window.status.note_text
    put("А\tБ")
    trigger(window, "paste")
    assert field.text() == "А\tБ"
    assert column(window, GOAL)[0] == "Обізнаність\nмолоді"
    field.selectAll()
    trigger(window, "cut")
    assert field.text() == ""
    field.undo()
    field.selectAll()
    trigger(window, "copy")
    assert clipboard_text() == "А\tБ"


def test_what_was_just_typed_is_copied(window: MainWindow) -> None:
    choose(window, (0, TITLE))
    type_over(window, "Щойно")
    window.page.view.setFocus()
    trigger(window, "copy")
    assert clipboard_text() == "Щойно"


def test_a_cell_changed_elsewhere_is_not_pasted_over(window: MainWindow) -> None:
    put("моє")
    choose(window, (0, TITLE))
    flow = window.commands.clipboard.pasting
    reading = paste_flow.read(
        None, "моє", flow._target_of(selection.selected(window.page.view)), rows_wanted=False
    )
    seen = {(window.table.ids[0], Column.TITLE): "Інше, ніж стоїть"}
    refused: list[BaseException] = []
    window.parts.service.act(
        paste_flow.questions.write, reading.writes, seen, "Вставлено", failed=refused.append
    )
    settle()
    assert "тим часом змінено в іншому вікні: нічого не записано" in str(refused[0])
    assert titles(window)[0] == "Лекція"


def test_too_many_cells_are_refused(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "MOST_CELLS", 5)
    choose(window, (0, TITLE), (2, DATE))
    for action in ("copy", "copy_rows", "cut", "paste"):
        trigger(window, action)
        assert "Виділено забагато клітинок" in window.messenger.box.text()
        window.messenger.box.close()
    assert titles(window)[0] == "Лекція"
    assert clipboard_text() == ""


def test_the_preview_holds_the_rules_of_models_and_of_access(window: MainWindow) -> None:
    put(html=samples.EXCEL_REPORT)
    trigger(window, "paste_rows")
    asked = preview(window)
    QAbstractItemModelTester(asked.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    asked.model.tick(0, False)
    asked.model.fill(asked.model._rows[:1], [True] * 5)
    assert [choice.accessibleName() for choice in asked.choices][:2] == [
        "Чим є стовпець 1 «№ з/п»",
        "Чим є стовпець 2 «Назва (вид) заходу»",
    ]
    assert asked.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Рядок 1: узяти"
    order = [asked.choices[0]]
    while len(order) < 9:
        order.append(order[-1].nextInFocusChain())
    assert [widget for widget in order if widget in asked.choices] == asked.choices
    asked.choices[4].setFocus()
    assert QApplication.focusWidget() is asked.choices[4]


def test_copy_and_paste_in_haste_with_real_threads(
    real_window: Callable[..., MainWindow], qtbot: object
) -> None:
    window = real_window(threads=True)
    qtbot.waitUntil(lambda: window.panes.welcoming)
    window.parts.service.act(queries.start_blank, Court(0, (CourtName("Суд", "Суду"),)), Q3, undoable=False)
    window.parts.service.act(add_three, undoable=False)
    window.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    qtbot.waitUntil(lambda: window.table.rowCount() == 3 and window.table.event_at(2) is not None)
    put("старе")
    choose(window, (0, TITLE))
    window.actions_["copy"].trigger()
    choose(window, (2, TITLE))
    window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: titles(window)[2] == "Лекція")
    assert clipboard_text() == "Лекція"


OLD_AND_NEW = "1\tБРИФІНГ\t\t20.08.2021\n2\tНовий захід\tДовіра\t21.08.2021\n3\tЛекція\tІнше\t14.08.2021"


def begin_paste(window: MainWindow, text: str) -> PasteDialog:
    """Paste a text as new rows."""
    QGuiApplication.clipboard().setText(text)
    trigger(window, "paste_rows")
    settle()
    return preview(window)


def test_rows_that_the_report_has_already_are_named_and_not_ticked(window: MainWindow) -> None:
    dialog = begin_paste(window, OLD_AND_NEW)
    assert dialog.choice[:4] == (Column.NUMBER, Column.TITLE, Column.GOAL, Column.DATE)
    assert dialog.model.ticks == (False, True, True), "the same name on another day is another event"
    assert dialog.notes == "⚠ Уже є у звіті (та сама назва і дата): рядок 1 — тому не позначено."
    assert dialog.model.index(0, 0).data() == "1 є"
    spoken = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Рядок 1: не брати, уже є у звіті"
    dialog.model.tick(0, True)
    assert dialog.summary.startswith("Буде додано: 3 заходи")
    dialog.reject()


def test_rows_that_are_all_there_are_copied_on_purpose(window: MainWindow) -> None:
    dialog = begin_paste(window, "1\tБрифінг\t\t20.08.2021\n2\tЛекція\t\t13.08.2021")
    assert dialog.model.ticks == (True, True)
    assert dialog.notes == "⚠ Уже є у звіті (та сама назва і дата): рядки 1, 2 — буде додано ще раз."
    dialog.accept()
    settle()
    assert column(window, TITLE).count("Лекція") == 2


def test_other_columns_ask_anew_what_the_report_has(window: MainWindow) -> None:
    dialog = begin_paste(window, OLD_AND_NEW)
    dialog.choices[3].setCurrentIndex(0)
    settle()
    assert "Уже є" not in dialog.notes, "without a date no row is the same"
    assert dialog.model.ticks == (True, True, True)
    dialog.reject()
