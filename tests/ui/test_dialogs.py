"""Dialogs die when they are closed, and nothing of theirs stays behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from hands import Q3, press, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QWidget

from courtcomms.model import (
    Cells,
    Column,
    Court,
    CourtName,
    DateKind,
    DateSpan,
    DifferenceKind,
    Event,
    Participants,
    ParticipantsKind,
    Report,
    RowDifference,
)
from courtcomms.period import Period
from ui import files
from ui.dialogs import Dialog
from ui.main_window import MainWindow
from ui.messages import Messenger
from ui.places import Overview, next_period
from ui.report.compare_dialog import CompareDialog
from ui.report.end_dialog import EndDialog
from ui.report.quarter_dialog import QuarterDialog
from ui.report.queries import Comparison, Readiness
from ui.report.submit_dialog import SubmitDialog
from ui.report.take_in_dialog import TakeInDialog
from ui.settings.court_dialog import CourtDialog

COURT = Court(1, (CourtName("Вигаданий суд", "Вигаданого суду"),))
TODAY = date(2021, 10, 4)
REPORT = Report(1, 1, Q3)
EVENT = Event(1, 1, 1, Cells(title="Захід"), DateSpan(DateKind.ONGOING), Participants(ParticipantsKind.NONE))
DIFFERENCE = RowDifference(1, 1, DifferenceKind.CHANGED, Column.TITLE, "було", "стало")


MAKERS: dict[str, Callable[[QWidget], QDialog]] = {
    "court": lambda parent: CourtDialog(COURT, None, parent),
    "start": lambda parent: CourtDialog(None, Q3, parent),
    "quarter": lambda parent: QuarterDialog(Q3, parent),
    "end": lambda parent: EndDialog(EVENT, TODAY, parent),
    "take_in": lambda parent: TakeInDialog(REPORT, parent),
    "submit": lambda parent: SubmitDialog(Readiness(REPORT, (), {}), TODAY, parent),
    "compare": lambda parent: CompareDialog(Comparison(REPORT, (DIFFERENCE,), {}, {}), parent),
    "open": lambda parent: files.documents_dialog(parent, "Імпорт", str(Path.home()), ["Усі файли (*)"]),
    "folder": lambda parent: files.folder_dialog(parent, "Імпорт теки", str(Path.home())),
    "save": lambda parent: files.SaveDialog(parent, "Експорт", str(Path.home()), "zvit.docx"),
}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_dialog_dies_on_close(name: str, qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)  # type: ignore[attr-defined]
    dialog = MAKERS[name](parent)
    trace = weakref.ref(dialog)
    dialog.open()
    settle()
    dialog.close()
    settle()
    assert not shiboken6.isValid(dialog)
    del dialog
    gc.collect()
    assert trace() is None
    assert parent.findChildren(QDialog) == []


def test_a_message_dies_on_close(qtbot: object) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)  # type: ignore[attr-defined]
    messenger = Messenger(parent)
    messenger.warn("Речення.")
    assert messenger.box is not None
    messenger.box.close()
    settle()
    assert messenger.box is None
    assert parent.findChildren(QDialog) == []


def test_the_windows_own_dialogs_leave_nothing(window: MainWindow) -> None:
    for action in ("quarter", "court", "about", "import", "import_folder", "export"):
        window.actions_[action].trigger()
        settle()
        dialogs = [child for child in window.findChildren(QDialog) if child.isVisible()]
        assert len(dialogs) == 1, action
        dialogs[0].reject()
        settle()
        assert window.findChildren(QDialog) == []


def test_buttons_speak_ukrainian(window: MainWindow) -> None:
    window.actions_["quarter"].trigger()
    settle()
    box = QApplication.activeModalWidget().findChild(QDialogButtonBox)
    assert [button.text().replace("&", "") for button in box.buttons()] == ["Почати звіт", "Скасувати"]
    QApplication.activeModalWidget().close()


@pytest.mark.parametrize(
    ("overview", "expected"),
    [
        (Overview(COURT), Period.quarter(2021, 3)),
        (Overview(COURT, (Report(1, 1, Period.quarter(2021, 4)),)), Period.quarter(2022, 1)),
        (Overview(COURT, (Report(1, 1, Period.parse("2021-H1")),)), Period.parse("2021-H2")),
    ],
)
def test_the_next_quarter_is_offered(overview: Overview, expected: Period) -> None:
    assert next_period(overview, TODAY) == expected


def test_an_own_genitive_is_not_overwritten(qtbot: object) -> None:
    dialog = CourtDialog(None, None)
    qtbot.addWidget(dialog)  # type: ignore[attr-defined]
    told = []
    dialog.named.connect(lambda court, period: told.append((court.names[-1], period)))
    dialog._genitive.setText("Суду мого")
    dialog._genitive.textEdited.emit("Суду мого")
    dialog._nominative.setText("Суд мій")
    dialog._nominative.textEdited.emit("Суд мій")
    dialog.accept()
    assert told == [(CourtName("Суд мій", "Суду мого"), None)]


@pytest.fixture
def with_field(qtbot: object) -> tuple[Dialog, QLineEdit]:
    dialog = Dialog(None, "Назва", "Назвіть це.", "Назвати")
    qtbot.addWidget(dialog)  # type: ignore[attr-defined]
    field = QLineEdit(dialog)
    dialog.body.addWidget(field)
    return dialog, field


def test_the_first_field_has_the_keyboard(with_field: tuple[Dialog, QLineEdit]) -> None:
    dialog, field = with_field
    dialog.open()
    assert dialog.focusWidget() is field


def test_enter_does_not_cancel_while_the_action_is_not_free(with_field: tuple[Dialog, QLineEdit]) -> None:
    dialog, _field = with_field
    dialog.action.setEnabled(False)
    dialog.open()
    settle()
    press(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_field_that_asked_for_the_keyboard_keeps_it(with_field: tuple[Dialog, QLineEdit]) -> None:
    dialog, _field = with_field
    second = QLineEdit(dialog)
    dialog.body.addWidget(second)
    second.setFocus()
    dialog.open()
    assert dialog.focusWidget() is second
