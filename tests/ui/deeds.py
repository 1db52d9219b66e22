"""What a person changes in cells and rows of the real program, each kind once, in an order that can be."""

from __future__ import annotations

from collections.abc import Callable

from found import wait
from hands import press, settle, trigger, type_over, type_text
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from report_flows import dialog

from courtcomms.model import Column
from ui.clipboard.preview import PasteDialog
from ui.columns import COLUMNS, Detail
from ui.links.drafts_dialog import DraftsDialog
from ui.links.drafts_model import Part
from ui.main_window import MainWindow
from ui.replace.dialog import ReplaceDialog

Key = Qt.Key
Deed = Callable[[MainWindow], None]
#: In the order in which they are done; all begin at the newest report of the invented court.
DEEDS: list[Deed] = []


def deed(function: Deed) -> Deed:
    """One kind of thing that a person does."""
    DEEDS.append(function)
    return function


def at(window: MainWindow, row: int, column: Column = Column.TITLE) -> None:
    """Make a cell of the table the current one. Offscreen no closed dialog gives the keyboard back."""
    window.activateWindow()
    window.page.view.setFocus()
    window.page.view.choose(window.table.ids[row], COLUMNS.index(column))
    settle()


def written(window: MainWindow, text: str, column: Column = Column.TITLE) -> None:
    """Type a text in the editor and leave the field."""
    type_over(window, text, column)
    window.page.view.setFocus()
    settle()


@deed
def type_in_the_editor(window: MainWindow) -> None:
    at(window, 0)
    written(window, "Набрано в редакторі")


@deed
def type_in_place(window: MainWindow) -> None:
    at(window, 1, Column.GOAL)
    press(window.page.view, Key.Key_F2)
    type_text(QApplication.focusWidget(), " і набрано на місці")
    press(QApplication.focusWidget(), Key.Key_Return)
    settle()


@deed
def type_notes_and_tags(window: MainWindow) -> None:
    at(window, 2)
    for detail, text in ((Detail.NOTE, "Спитати голову"), (Detail.TAGS, "сайт, школа")):
        window.panel.focus_column(detail)
        field = window.panel.details[detail].edit
        field.selectAll()
        type_text(field, text)
        window.page.view.setFocus()
        settle()


@deed
def say_that_it_stands(window: MainWindow) -> None:
    at(window, window.table.rowCount() - 1)
    window.panel.head.standing_chosen.emit(True)
    settle()


@deed
def cut_and_paste_a_cell(window: MainWindow) -> None:
    at(window, 3, Column.AUDIENCE)
    trigger(window, "cut")
    at(window, 4, Column.AUDIENCE)
    trigger(window, "paste")


@deed
def delete_a_cell(window: MainWindow) -> None:
    at(window, 3, Column.PARTICIPANTS)
    press(window.page.view, Key.Key_Delete)
    settle()


@deed
def paste_rows(window: MainWindow) -> None:
    data = QMimeData()
    data.setText(
        "Вставлений захід\tДовіра\t13.08.2026\t-\t-\tГромадяни\tГолова\t15\nДругий\tЦіль\t-\t-\t-\t-\t-\t5"
    )
    QGuiApplication.clipboard().setMimeData(data)
    trigger(window, "paste_rows")
    dialog(window, PasteDialog).accept()
    settle()


@deed
def make_events_of_addresses(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("https://gazeta.example/1\nhttps://gazeta.example/2")
    QGuiApplication.clipboard().setMimeData(data)
    at(window, 1)
    trigger(window, "paste")
    shown = dialog(window, DraftsDialog)
    shown.model.setData(shown.model.index(0, Part.OUTLET), "Наша газета")
    shown.accept()
    settle()


@deed
def repeat_the_cell_above(window: MainWindow) -> None:
    at(window, 2, Column.TITLE)
    trigger(window, "repeat")


@deed
def duplicate(window: MainWindow) -> None:
    at(window, 1)
    trigger(window, "duplicate")


@deed
def add(window: MainWindow) -> None:
    at(window, 2)
    trigger(window, "add")
    written(window, "Зовсім новий  захід ,з помилками")


@deed
def replace(window: MainWindow) -> None:
    trigger(window, "replace")
    asked = dialog(window, ReplaceDialog)
    asked.needle.setText("суд")
    asked.replacement.setText("СУД")
    asked._pause.stop()
    asked.wished.emit()
    settle()
    asked.replace.click()
    settle()
    asked.close()
    settle()


@deed
def repair_one(window: MainWindow) -> None:
    _check(window)
    checker = window.commands.findings.checker
    window.commands.findings.mend(tuple(one for one in checker.findings if one.repair is not None)[:1])
    wait()


@deed
def repair_all(window: MainWindow) -> None:
    at(window, 0)
    written(window, "Два  пробіли")
    at(window, 1)
    written(window, "Ще  два")
    _check(window)
    found = tuple(one for one in window.commands.findings.checker.findings if one.code == "blanks_double")
    assert len(found) > 1
    window.commands.findings.mend(found)
    wait()


@deed
def hide_a_finding_and_another_and_show_it_again(window: MainWindow) -> None:
    at(window, 0)
    written(window, "")
    _check(window)
    first, second = window.commands.findings.checker.findings[:2]
    window.commands.findings.hide((first,))
    wait()
    window.commands.findings.hide((second,))
    wait()
    window.commands.findings.bring_back((second,))
    wait()


@deed
def move_rows(window: MainWindow) -> None:
    at(window, 4)
    trigger(window, "row_up")
    trigger(window, "row_up")
    at(window, 0)
    trigger(window, "row_down")


def _check(window: MainWindow) -> None:
    trigger(window, "review")
    wait()
    assert window.commands.findings.checker.findings
