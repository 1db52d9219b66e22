"""The program killed while somebody types, and two windows on one register: nothing is lost, all is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import edit_of, opened, settle, titles, trigger, type_over
from report_flows import NEWEST, NEXT, go, register_of, report_of, with_sample

from courtcomms.model import Column, ReportState
from courtcomms.paths import DataDir
from courtcomms.sample import fill_sample
from courtcomms.store import EventQuery, Register
from ui.main_window import MainWindow
from ui.report.quarter_dialog import QuarterDialog
from ui.report.submit_dialog import SubmitDialog

RealWindow = Callable[..., MainWindow]
HERE = Path(__file__).resolve().parent
TYPED = "Її ґанок, № 5"
#: Types, waits until it is saved without the cell being left, types on, and waits for its end.
TYPING = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from hands import TITLE, type_text
from courtcomms.paths import DataDir
from ui.app import application, build
app = application()
window, parts = build(DataDir(Path(sys.argv[1])))
def begin():
    view = window.page.view
    view.setCurrentIndex(window.table.index(0, TITLE))
    if sys.argv[3] == "table":
        view.edit(view.currentIndex())
        field = view.delegate.editor
    else:
        window.panel.focus_first()
        field = app.focusWidget()
    field.selectAll()
    type_text(field, sys.argv[4])
    def saved(*_):
        type_text(field, " і ще")
        print("saved", flush=True)
    parts.saver.settled.connect(saved)
window.ready.connect(begin)
window.show()
parts.service.open()
app.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is another system's")
@pytest.mark.parametrize("where", ["table", "panel"])
def test_what_was_typed_up_to_the_last_pause_outlives_a_kill(where: str, tmp_path: Path) -> None:
    data = DataDir(tmp_path / "дані")
    data.create()
    with Register.open(data.database) as register:
        fill_sample(register)
    command = [sys.executable, "-c", TYPING, str(data.root), str(HERE), where, TYPED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=HERE.parents[1]) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"saved\n"
        program.send_signal(signal.SIGKILL)
        assert program.wait(20) == -signal.SIGKILL
    with Register.open(data.database) as register:
        court = register.courts()[0]
        ids = register.event_ids(EventQuery(court.id, period=NEWEST))
        assert register.events(ids[:1])[0].cells.title in (TYPED, f"{TYPED} і ще")
        assert register.integrity() == ()


@pytest.fixture
def two(real_window: RealWindow) -> tuple[MainWindow, MainWindow]:
    """Two windows on one register, both at the newest report."""
    first = with_sample(real_window)
    return first, real_window()


def submit(window: MainWindow) -> None:
    trigger(window, "submit")
    opened(window, SubmitDialog).accept()
    settle()


def test_both_begin_the_same_quarter_and_it_is_one(two: tuple[MainWindow, MainWindow]) -> None:
    dialogs = []
    for window in two:
        trigger(window, "quarter")
        dialogs.append(opened(window, QuarterDialog))
        assert dialogs[-1].period.period == NEXT
    for dialog in dialogs:
        dialog.accept()
        settle()
    assert "уже почато в іншому вікні" in two[1].status.note_text
    assert not two[1].actions_["undo"].isEnabled(), "it was the other window's step"
    rows = [titles(window) for window in two]
    assert rows[0] == rows[1]
    assert len(set(rows[0])) == len(rows[0]) > 3
    assert [one.period for one in register_of(two[0]).reports(1)].count(NEXT) == 1


def test_both_submit_and_the_second_is_told(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    trigger(second, "submit")
    submit(first)
    frozen = register_of(first).frozen(report_of(first, NEWEST).id)
    opened(second, SubmitDialog).accept()
    settle()
    assert second.messenger.box is not None
    said = second.messenger.box.text()
    second.messenger.box.close()
    assert "подан" in said
    assert register_of(second).frozen(report_of(second, NEWEST).id) == frozen


def test_an_edit_into_a_report_that_the_other_submitted_keeps_both(
    two: tuple[MainWindow, MainWindow],
) -> None:
    """The event is the register's and may change; what was sent may not."""
    first, second = two
    sent = titles(first)
    submit(first)
    type_over(second, "Пізніша зміна")
    second.panel.save()
    settle()
    second.close()
    go(first, NEWEST)
    assert titles(first) == sent
    assert report_of(first, NEWEST).state is ReportState.SUBMITTED


def test_both_edit_a_cell_and_neither_text_is_lost(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    for window, text in ((first, "Перша"), (second, "Друга")):
        type_over(window, text)
        window.panel.save()
        settle()
    assert titles(first)[0] == "Перша"
    assert edit_of(second).text() == "Друга"
    assert "змінено в іншому вікні: ваш текст не записано" in second.panel.fields[Column.TITLE].note
