"""Every dialog of the program as a screen reader walks through it, and F1 inside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import press, settle, trigger
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QHeaderView,
    QListView,
    QTableView,
    QWidget,
)
from report_flows import NEWEST, dialog, go

from courtcomms.model import Column
from ui.columns import COLUMNS
from ui.help.manual import ManualWindow
from ui.main_window import MainWindow
from ui.places import ALL
from ui.report.submit_dialog import SubmitDialog

Role, Text = QAccessible.Role, QAccessible.Text
#: Of Qt's own file dialog only what the program adds is the program's to name.
_FILES = ("import", "import_folder", "export")
_QUARTER = ("quarter", "period", "end", "take_in", "submit", "court")
_EVENT = ("defaults", "outlets", "history", "origin", "replace")
_HELP = ("keys", "about", "manual")
_CELLS = (Role.Cell, Role.ListItem, Role.TreeItem)


def paste(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("Захід\tДовіра\t13.08.2026\t-\t-\tГромадяни\tГолова\t15\nДругий\tЦіль\t-\t-\t-\t-\t-\t5")
    QGuiApplication.clipboard().setMimeData(data)
    trigger(window, "paste_rows")
    QGuiApplication.clipboard().clear()


def drafts(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("https://gazeta.example/1\nhttps://gazeta.example/2")
    QGuiApplication.clipboard().setMimeData(data)
    trigger(window, "links_drafts")
    QGuiApplication.clipboard().clear()


def preview(window: MainWindow) -> None:
    target = Path(window.parts.folder) / "zvit.docx"
    window.commands.exporting.write(str(target))
    settle()
    window.commands.importing.read(str(target))
    settle()


def submitted(window: MainWindow, action: str) -> None:
    """In a submitted report, of which something was changed since."""
    trigger(window, "submit")
    dialog(window, SubmitDialog).accept()
    settle()
    window.parts.workspace.go(ALL)
    settle()
    window.table.setData(window.table.index(0, COLUMNS.index(Column.TITLE)), "Змінено після подання")
    settle()
    go(window, NEWEST)
    trigger(window, action)


def calendar(window: MainWindow) -> None:
    window.panel.help.dates.open_menu()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    (entry,) = [one for one in menu.findChildren(type(menu.actions()[0])) if "алендар" in one.text()]
    menu.close()
    entry.trigger()
    settle()


def column_filter(window: MainWindow) -> None:
    window.parts.workspace.go(ALL)
    settle()
    window.page.view.choose(window.table.ids[0], COLUMNS.index(Column.DATE))
    settle()
    trigger(window, "filter")


OPENERS: dict[str, Callable[[MainWindow], None]] = {
    **{
        name: (lambda window, name=name: trigger(window, name))  # type: ignore[misc]
        for name in (
            "quarter",
            "period",
            "end",
            "take_in",
            "submit",
            "court",
            "defaults",
            "outlets",
            "history",
            "origin",
        )
    },
    **{
        name: (lambda window, name=name: trigger(window, name))  # type: ignore[misc]
        for name in ("replace", "keys", "about", "manual", "form", "forms", *_FILES)
    },
    "paste": paste,
    "links_settings": lambda window: trigger(window, "links_settings"),
    "links_drafts": drafts,
    "preview": preview,
    "compare": lambda window: submitted(window, "compare"),
    "reopen": lambda window: submitted(window, "reopen"),
    "calendar": calendar,
    "filter": column_filter,
}


@pytest.fixture
def window(sampled: MainWindow) -> MainWindow:
    """The invented court's newest report, its first standing event chosen."""
    go(sampled, NEWEST)
    sampled.activateWindow()
    for event_id in sampled.table.ids:
        sampled.page.view.choose(event_id, COLUMNS.index(Column.TITLE))
        settle()
        if sampled.situation.chosen_standing:
            break
    return sampled


def opened(window: MainWindow, name: str) -> QDialog:
    OPENERS[name](window)
    (found,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return found


def walk(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything beneath, depth first; of tables and lists not their cells."""
    for number in range(root.childCount()):
        child = root.child(number)
        if child is None or child.state().invisible:
            continue
        yield child
        if child.role() not in (Role.Table, Role.List, Role.Tree):
            yield from walk(child)


def indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The cells of the first rows."""
    model, lists = view.model(), isinstance(view, QListView)
    for row in range(min(model.rowCount(), 3)):
        for column in range(1 if lists else model.columnCount()):
            if not (isinstance(view, QTableView) and view.isColumnHidden(column)):
                yield model.index(row, column)


@pytest.mark.parametrize("name", sorted(set(OPENERS) - set(_FILES)))
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, name: str) -> None:
    shown = opened(window, name)
    root = QAccessible.queryAccessibleInterface(shown)
    assert root.text(Text.Name).strip(), "the dialog itself"
    focusable = [one for one in walk(root) if one.state().focusable]
    assert focusable
    nameless = [
        (one.role(), type(one.object()).__name__) for one in focusable if not one.text(Text.Name).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("name", sorted(set(OPENERS) - set(_FILES)))
def test_tables_and_lists_tell_what_stands_in_them(window: MainWindow, name: str) -> None:
    shown = opened(window, name)
    for view in shown.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(view, QHeaderView) or not view.isVisible() or not model.rowCount():
            continue
        table = QAccessible.queryAccessibleInterface(view)
        parts = [table.child(number) for number in range(min(table.childCount(), 60))]
        cells = {one.text(Text.Name) for one in parts if one is not None and one.role() in _CELLS}
        index = next(index for index in indexes(view) if index.data())
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        assert spoken in cells


@pytest.mark.parametrize("name", sorted(set(OPENERS) - set(_FILES) - {"manual", "filter"}))
def test_f1_explains_the_dialog_over_it(window: MainWindow, name: str) -> None:
    shown = opened(window, name)
    press_shortcut(shown)
    (manual,) = shown.findChildren(ManualWindow)
    assert manual.isVisible()
    assert QApplication.activeWindow() is manual, "the dialog does not lock it"
    assert manual.page.toPlainText().strip()
    press(manual, Qt.Key.Key_Escape)
    settle()
    assert shown.isVisible(), "Esc closed the manual alone"
    shown.close()
    settle()


def press_shortcut(shown: QWidget) -> None:
    """F1 where the keyboard is; offscreen no window manager passes it on."""
    shown.activateWindow()
    QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_F1)
    settle()


def test_the_file_dialogs_speak_ukrainian(window: MainWindow) -> None:
    for name in _FILES:
        shown = opened(window, name)
        assert isinstance(shown, QFileDialog)
        labels = [shown.labelText(label) for label in QFileDialog.DialogLabel]
        assert not any(letter.isascii() and letter.isalpha() for text in labels for letter in text), labels
        shown.reject()
        settle()
