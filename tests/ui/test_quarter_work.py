"""A quarter's work from last quarter's document to this quarter's, by the keyboard, on the real program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from found import check_at_once, wait
from hands import opened, press, settle, titles, trigger, type_over, type_text
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from report_flows import go

from courtcomms import services
from courtcomms.model import Event
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.sample import fill_sample
from courtcomms.store import Register
from ui.clipboard.preview import PasteDialog
from ui.columns import WRITTEN
from ui.files import SaveDialog
from ui.imports.preview import PreviewDialog
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind
from ui.report.quarter_dialog import QuarterDialog
from ui.report.submit_dialog import SubmitDialog

sys.path.insert(0, str(Path(__file__).parents[1] / "importing"))

import clip_samples as samples

RealWindow = Callable[..., MainWindow]

#: The written cells of two new events, from the title on; the first has a double blank to be repaired.
TABLE = (
    "Круглий  стіл: «Її ґанок» № 5",
    "Обізнаність громадян",
    "{day}",
    "-",
    "-",
    "Громадяни",
    "Суддя-спікер",
    "12",
)
TALK = (
    "Лекція для студентів",
    "Довіра до суду",
    "{day}",
    "https://kln.ls.court.gov.ua/1/",
    "-",
    "Студенти",
    "Суддя",
    "30",
)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    check_at_once(monkeypatch)


@pytest.fixture
def own_report(tmp_path: Path) -> tuple[Path, Period]:
    """Last quarter's report of the invented court as a document."""
    target, period = tmp_path / "minulyi.docx", Period.quarter(2026, 3)
    with Register.open(DataDir(tmp_path / "other").database) as register:
        fill_sample(register)
        services.write_report(register, period, target, load_form())
    return target, period


@pytest.fixture(params=["own", "real"])
def last_quarter(request: pytest.FixtureRequest) -> tuple[Path, Period]:
    """Last quarter's document: the project's own, and the user's where it is at hand."""
    if request.param == "own":
        document: tuple[Path, Period] = request.getfixturevalue("own_report")
        return document
    folder: Path = request.getfixturevalue("shared_data")
    return folder / "table1_2021q3.docx", Period.quarter(2021, 3)


def here(top: QWidget) -> QWidget:
    """Where the keyboard is. Without a screen nobody hands it to a dialog that opens, nor back afterwards."""
    if not top.isActiveWindow():
        top.activateWindow()
        settle()
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.window() is top
    return widget


def keys(top: QWidget, sequence: str) -> None:
    """Press keys that are a shortcut."""
    QTest.keySequence(here(top), QKeySequence(sequence))
    wait()


def hit(top: QWidget, key: Qt.Key) -> None:
    """Press a key."""
    press(here(top), key)
    wait()


def write_fields(window: MainWindow, texts: tuple[str, ...], day: str) -> None:
    """Type one cell after the other, with Tab between them."""
    for text in texts:
        type_text(here(window), text.format(day=day))
        hit(window, Qt.Key.Key_Tab)


def shown_rows(window: MainWindow) -> list[list[str]]:
    """The report as the table shows it."""
    rows = []
    for row in range(window.table.rowCount()):
        event = window.table.event_at(row)
        assert isinstance(event, Event)
        rows.append([event.cells[column] for column in WRITTEN])
    return rows


def rows_of(path: Path) -> list[list[str]]:
    """The rows of the table in a document, without the numbers."""
    (table,) = Document(str(path)).tables
    return [[cell.text for cell in row.cells][1:] for row in table.rows[1:]]


def export(window: MainWindow, target: Path) -> bytes:
    """Ctrl+E, the file's name over the offered one, Enter."""
    keys(window, "Ctrl+E")
    asked = opened(window, SaveDialog)
    name = asked.findChild(QLineEdit)
    assert name is not None
    name.selectAll()
    type_text(name, str(target))
    hit(asked, Qt.Key.Key_Return)
    assert window.messenger.box is None
    return target.read_bytes()


def open_with(real_window: RealWindow, document: Path) -> MainWindow:
    """The program with last quarter's document imported."""
    window = real_window()
    window.commands.importing.read(str(document))
    settle()
    hit(opened(window, PreviewDialog), Qt.Key.Key_Return)
    return window


def test_a_quarters_work(real_window: RealWindow, last_quarter: tuple[Path, Period], tmp_path: Path) -> None:
    document, before = last_quarter
    now = before.shifted(1)
    day = now.start.strftime("%d.%m.%Y")
    window = open_with(real_window, document)
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, before)
    standing = [
        event.cells.title
        for row in range(window.table.rowCount())
        if (event := window.table.event_at(row)) is not None and event.is_standing
    ]

    keys(window, "Ctrl+Shift+N")
    asked = opened(window, QuarterDialog)
    assert asked.period.period == now
    hit(asked, Qt.Key.Key_Space)
    hit(asked, Qt.Key.Key_Return)
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, now)
    assert titles(window) == standing[1:]

    keys(window, "Ctrl+End")
    for texts in (TABLE, TALK):
        keys(window, "Ctrl+N")
        write_fields(window, texts, day)
    typed = [[text.format(day=day) for text in texts] for texts in (TABLE, TALK)]
    assert shown_rows(window)[-2:] == typed

    copied = QMimeData()
    copied.setHtml(samples.EXCEL)
    copied.setText(samples.EXCEL_TEXT)
    QGuiApplication.clipboard().setMimeData(copied)
    window.page.view.setFocus()
    keys(window, "Ctrl+Shift+V")
    hit(opened(window, PasteDialog), Qt.Key.Key_Return)
    assert shown_rows(window)[-2:] == [list(samples.FIRST[1:]), list(samples.SECOND[1:])]

    keys(window, "F7")
    found = next(
        one
        for one in window.commands.findings.checker.findings
        if one.code == "blanks_double" and one.event_id == window.table.ids[-4]
    )
    window.findings.list.go(window.findings.model.row_of(found))
    keys(window, "Ctrl+Return")
    mended = ["Круглий стіл: «Її ґанок» № 5", *typed[0][1:]]
    assert shown_rows(window)[-4] == mended

    done = shown_rows(window)
    window.page.view.setFocus()
    while window.actions_["undo"].isEnabled() and window.parts.workspace.overview.report(now) is not None:
        keys(window, "Ctrl+Z")
        assert window.messenger.box is None
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, before)
    while window.actions_["redo"].isEnabled():
        keys(window, "Ctrl+Y")
        assert window.messenger.box is None
    go(window, now)
    wait()
    assert shown_rows(window) == done

    draft = export(window, tmp_path / "chernetka.docx")
    assert rows_of(tmp_path / "chernetka.docx") == done
    trigger(window, "submit")
    hit(opened(window, SubmitDialog), Qt.Key.Key_Return)
    sent = export(window, tmp_path / "podano.docx")
    assert sent == draft

    window.parts.workspace.go(ALL)
    wait()
    window.page.view.choose(window.table.ids[titles(window).index(mended[0])])
    type_over(window, "Зовсім інша назва")
    keys(window, "Ctrl+S")
    go(window, now)
    wait()
    assert export(window, tmp_path / "znovu.docx") == sent
    assert shown_rows(window) == done
    assert rows_of(tmp_path / "znovu.docx") == done
