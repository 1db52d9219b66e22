"""What a person changes around reports, trash, history and directories; see :mod:`deeds`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from deeds import at, deed, written
from hands import settle, trigger, type_text
from PySide6.QtCore import Qt
from report_flows import BEFORE, NEWEST, NEXT, dialog, go

from courtcomms.model import Column
from ui.dialogs import Dialog
from ui.history.dialog import HistoryDialog
from ui.main_window import MainWindow
from ui.places import ALL, TRASH
from ui.report.end_dialog import EndDialog
from ui.report.quarter_dialog import QuarterDialog
from ui.report.submit_dialog import SubmitDialog
from ui.report.take_in_dialog import TakeInDialog
from ui.settings.court_dialog import CourtDialog
from ui.settings.defaults_dialog import DefaultsDialog
from ui.settings.outlets_dialog import OutletsDialog


@contextmanager
def place(window: MainWindow, where: object) -> Iterator[None]:
    """Somewhere else for a while."""
    here = window.parts.workspace.place
    window.parts.workspace.go(where)  # type: ignore[arg-type]
    settle()
    yield
    window.parts.workspace.go(here)
    settle()


@deed
def leave_out_and_take_in(window: MainWindow) -> None:
    at(window, 3)
    trigger(window, "leave_out")
    at(window, 4)
    trigger(window, "leave_out")
    trigger(window, "take_in")
    asked = dialog(window, TakeInDialog)
    asked.list.item(0).setCheckState(Qt.CheckState.Checked)
    asked.accept()
    settle()


@deed
def trash_and_restore(window: MainWindow) -> None:
    for row in (5, 1):
        at(window, row)
        trigger(window, "delete")
    with place(window, TRASH):
        at(window, 0)
        trigger(window, "restore")


@deed
def end_a_standing_event_and_let_it_go_on(window: MainWindow) -> None:
    events = [window.table.event_at(row) for row in range(window.table.rowCount())]
    standing = [row for row, event in enumerate(events) if event is not None and event.is_standing]
    for row in standing[:2]:
        at(window, row)
        trigger(window, "end")
        dialog(window, EndDialog).accept()
        settle()
    trigger(window, "again")


@deed
def carry_over(window: MainWindow) -> None:
    here = window.parts.workspace.place
    trigger(window, "quarter")
    dialog(window, QuarterDialog).accept()
    settle()
    assert window.parts.workspace.overview.report(NEXT) is not None
    window.parts.workspace.go(here)  # type: ignore[arg-type]
    settle()


@deed
def bring_back_one_cell_from_history(window: MainWindow) -> None:
    at(window, 2)
    written(window, "Буде повернуто назад")
    trigger(window, "history")
    asked = dialog(window, HistoryDialog)
    asked.before.restoring.click()
    settle()
    asked.close()
    settle()


@deed
def usual_values(window: MainWindow) -> None:
    trigger(window, "defaults")
    asked = dialog(window, DefaultsDialog)
    for field, text in zip(asked.fields.values(), ("Довіра", "Громада", "Прес-секретар"), strict=True):
        field.selectAll()
        type_text(field, text)
    asked.accept()
    settle()


@deed
def outlets(window: MainWindow) -> None:
    trigger(window, "outlets")
    asked = dialog(window, OutletsDialog)
    for domain, name in (("zorya.example", "Зоря"), ("visti.example", "Вісті")):
        asked.domain.setText(domain)
        asked.name.setText(name)
        asked.adding.click()
        settle()
    asked.table.setCurrentIndex(asked.model.index(0, 0))
    asked.removing.click()
    settle()
    asked.close()
    settle()


@deed
def type_a_medium_that_is_learned(window: MainWindow) -> None:
    at(window, 2)
    written(window, "Обрій: https://obriy.example/1", Column.MEDIA)


@deed
def rename_the_court(window: MainWindow) -> None:
    trigger(window, "court")
    asked = dialog(window, CourtDialog)
    asked._nominative.setText("Перейменований суд")
    asked._genitive.setText("Перейменованого суду")
    asked.accept()
    settle()


@deed
def check_submit_reopen_and_submit_again(window: MainWindow) -> None:
    trigger(window, "checked")
    trigger(window, "submit")
    dialog(window, SubmitDialog).accept()
    settle()
    trigger(window, "reopen")
    dialog(window, Dialog).accept()
    settle()
    at(window, 1)
    written(window, "Змінено між двома поданнями")
    trigger(window, "submit")
    dialog(window, SubmitDialog).accept()
    settle()


@deed
def change_in_the_register_what_was_submitted(window: MainWindow) -> None:
    with place(window, ALL):
        at(window, 0)
        written(window, "Змінено після подання")


@deed
def edit_a_checked_report(window: MainWindow) -> None:
    go(window, BEFORE)
    trigger(window, "checked")
    at(window, 0)
    written(window, "Зміна повертає чернетку")
    go(window, NEWEST)
