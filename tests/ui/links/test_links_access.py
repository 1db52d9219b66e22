"""The list of links and its dialogs for who has no mouse, or no eyes for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import opened, press, settle, trigger
from linked import OLD, WALL, Links
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.help.keys import LINK_KEYS
from ui.help.manual import ManualWindow
from ui.links.consent_dialog import ConsentDialog
from ui.links.details_dialog import DetailsDialog
from ui.links.repairs_dialog import RepairsDialog

SPACE = Qt.Key.Key_Space


def consent(links: Links) -> QDialog:
    links.window.parts.memory.put("links/told", False)
    trigger(links.window, "links_check")
    return opened(links.window, ConsentDialog)


def repairs(links: Links) -> QDialog:
    links.check()
    trigger(links.window, "links_mend")
    return opened(links.window, RepairsDialog)


def details(links: Links) -> QDialog:
    links.choose(OLD)
    links.panel.detailed.emit(links.panel.chosen[0])
    links.wait(lambda: bool(links.window.findChildren(DetailsDialog)))
    return opened(links.window, DetailsDialog)


def nameless(root: QWidget) -> list[str]:
    """The widgets that take the keyboard and have no name."""
    found = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    named = {widget: QAccessible.queryAccessibleInterface(widget) for widget in found}
    return [
        type(widget).__name__
        for widget, interface in named.items()
        if widget.focusProxy() is None and not interface.text(QAccessible.Text.Name).strip()
    ]


@pytest.mark.parametrize("open_dialog", [consent, repairs, details])
def test_every_dialog_has_names_and_explains_itself(
    links: Links, open_dialog: Callable[[Links], QDialog]
) -> None:
    dialog = open_dialog(links)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    press(dialog, Qt.Key.Key_F1)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    settle()
    assert dialog.findChildren(ManualWindow)
    dialog.close()
    settle()
    assert not links.window.findChildren(type(dialog)), "it dies once closed"


def test_the_pane_has_names(links: Links) -> None:
    assert nameless(links.panel) == []


def test_the_listed_keys_are_those_of_the_list(links: Links) -> None:
    actions = {
        action.shortcut().toString(): action.text().partition("\t")[0]
        for action in links.panel.list.actions()
        if not action.shortcut().isEmpty()
    }
    own = ("Enter", "Ctrl+C")
    listed = {key.replace("Enter", "Return"): deed for key, deed in LINK_KEYS if key not in own}
    assert {key: listed.get(key) for key in actions} == actions
    assert len(listed) == len(actions)


def test_ticks_are_set_by_the_keyboard(links: Links) -> None:
    dialog = repairs(links)
    assert isinstance(dialog, RepairsDialog)
    assert QApplication.focusWidget() is dialog.view
    QTest.keyClick(dialog.view, SPACE)
    assert dialog.model.chosen == ()
    QTest.keyClick(dialog.view, SPACE)
    assert len(dialog.model.chosen) == 1


def test_a_screen_reader_hears_a_repair_at_once(links: Links) -> None:
    dialog = repairs(links)
    assert isinstance(dialog, RepairsDialog)
    spoken = dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"2, Посилання на сайт суду, {OLD}, ")


def test_the_keyboard_alone_checks_filters_and_leads(links: Links) -> None:
    window = links.window
    window.activateWindow()
    QTest.keyClick(window.page.view, Qt.Key.Key_F8)
    links.wait(lambda: links.groups().get(WALL) == "Погляньте самі" and links.still())
    assert links.panel.list.hasFocus(), "the check brings the keyboard to its list"
    links.choose(WALL)
    QTest.keyClick(links.panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    links.wait(lambda: bool(window.findChildren(DetailsDialog)))
    opened(window, DetailsDialog).reject()
    links.wait(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    settle()
    QTest.keyClick(links.panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier | CTRL)
    links.wait(lambda: bool(window.findChildren(RepairsDialog)))


CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_windows_own_copy_stays_the_tables(links: Links) -> None:
    """Ctrl+C means the address in the list, the cells in the table."""
    copy = links.window.actions_["copy"]
    assert copy.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
    links.choose(OLD)
    links.key(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == OLD
    links.window.page.view.setFocus()
    QTest.keyClick(links.window.page.view, Qt.Key.Key_C, CTRL)
    settle()
    assert QApplication.clipboard().text() != OLD
