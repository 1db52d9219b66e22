"""A report on its way out: checked, submitted, looked at, compared, taken back. On the real program."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import edit_of, press, settle, titles, trigger, type_over, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListWidget, QMenu
from report_flows import BEFORE, NEWEST, RealWindow, dialog, go, nameless, register_of, report_of, with_sample

from courtcomms.model import Column, EventState, ReportState, Severity
from courtcomms.plural import plural
from courtcomms.progress import Cancelled, Progress
from courtcomms.review import review
from ui.columns import COLUMNS
from ui.dialogs import Dialog
from ui.findings.questions import Material
from ui.main_window import MainWindow
from ui.places import ALL, LOCKED, TRASH
from ui.report.compare_dialog import CompareDialog
from ui.report.quarter_flow import today
from ui.report.queries import readiness
from ui.report.submit_dialog import SubmitDialog

TITLE = COLUMNS.index(Column.TITLE)


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    return with_sample(real_window)


@pytest.fixture
def submitted(window: MainWindow) -> MainWindow:
    """The window at its newest report, which was submitted."""
    QAbstractItemModelTester(window.table, QAbstractItemModelTester.FailureReportingMode.Warning, window)
    submit(window)
    return window


def submit(window: MainWindow) -> None:
    trigger(window, "submit")
    dialog(window, SubmitDialog).accept()
    settle()


def reopen(window: MainWindow) -> None:
    trigger(window, "reopen")
    dialog(window, Dialog).accept()
    settle()


def retitle(window: MainWindow, old: str, new: str) -> None:
    """Change an event's name in the register, where it is not locked."""
    place = window.parts.workspace.place
    window.parts.workspace.go(ALL)
    settle()
    window.page.view.choose(window.table.ids[titles(window).index(old)])
    settle()
    type_over(window, new)
    window.panel.save()
    settle()
    assert place is not None
    window.parts.workspace.go(place)
    settle()


def empty_title(window: MainWindow) -> None:
    """Take the chosen event's name away: an error."""
    field = edit_of(window)
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)


def test_a_checked_report_says_so_until_the_next_change(window: MainWindow) -> None:
    trigger(window, "checked")
    assert window.page.heading.endswith("· перевірено")
    assert not window.actions_["checked"].isEnabled()
    assert window.actions_["submit"].isEnabled()
    type_over(window, "Інша назва")
    window.panel.save()
    window.parts.workspace.refresh()
    settle()
    assert report_of(window, NEWEST).state is ReportState.DRAFT


def test_a_checked_report_goes_back_to_draft_without_a_question(window: MainWindow) -> None:
    trigger(window, "checked")
    trigger(window, "reopen")
    assert window.findChildren(Dialog) == []
    assert window.page.heading.endswith("· чернетка")


def test_what_is_about_to_be_submitted_is_shown_first(window: MainWindow) -> None:
    empty_title(window)
    trigger(window, "submit")
    asked = dialog(window, SubmitDialog)
    assert "1 помилка" in asked.findings
    rows = asked.findChild(QListWidget)
    assert rows is not None
    spoken = rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Помилка, № 1 · Назва (вид) заходу: ")
    assert asked.action.isEnabled(), "warn, never forbid"
    asked.reject()
    settle()
    assert report_of(window, NEWEST).state is ReportState.DRAFT


def test_what_was_hidden_is_not_told_again(window: MainWindow) -> None:
    empty_title(window)
    window.panel.save()
    settle()
    register = register_of(window)
    court = register.courts()[0]
    found = review(register.events(window.table.ids), NEWEST, court=court)
    (error,) = [finding for finding in found if finding.severity is Severity.ERROR]
    register.dismiss([error.dismissal])
    trigger(window, "submit")
    assert "помилк" not in dialog(window, SubmitDialog).findings


def test_a_long_review_can_be_stopped(window: MainWindow) -> None:
    """Nobody waits for a dialog that is no longer wanted."""
    events = register_of(window).events(window.table.ids)
    court = register_of(window).courts()[0]
    material = Material(court, NEWEST, window.table.ids, events, frozenset(), frozenset())
    with pytest.raises(Cancelled):
        readiness(report_of(window, NEWEST), material, Progress(cancelled=lambda: True))


@pytest.mark.parametrize("action", ["quarter", "period", "take_in", "end", "submit", "reopen", "compare"])
def test_every_widget_of_the_dialogs_has_a_name(window: MainWindow, action: str) -> None:
    window.page.view.choose(window.table.ids[0])
    if action in ("reopen", "compare"):
        first = titles(window)[0]
        submit(window)
        retitle(window, first, "Зовсім інша назва")
        assert nameless(window.commands.submission.banner) == []
    trigger(window, action)
    assert nameless(dialog(window, Dialog)) == []


def test_a_finding_leads_to_its_cell_instead(window: MainWindow) -> None:
    window.page.view.choose(window.table.ids[2], TITLE)
    empty_title(window)
    trigger(window, "submit")
    asked = dialog(window, SubmitDialog)
    window.page.view.choose(window.table.ids[0])
    rows = asked.findChild(QListWidget)
    rows.itemActivated.emit(rows.item(0))
    settle()
    assert window.page.view.currentIndex().row() == 2
    assert window.page.view.currentIndex().column() == TITLE
    assert window.findChildren(SubmitDialog) == []


def test_a_submitted_report_says_when_and_that_it_is_locked(submitted: MainWindow) -> None:
    day = f"{today():%d.%m.%Y}"
    assert submitted.page.heading.endswith(f"· подано {day}")
    banner = submitted.commands.submission.banner
    assert banner.isVisible()
    item = submitted.places.currentItem()
    rows = submitted.table.rowCount()
    assert item.text(0) == f"ІІІ квартал ({rows})"
    words = f"{rows} {plural(rows, 'рядок', 'рядки', 'рядків')} · подано {day}"
    assert item.toolTip(0) == f"{NEWEST.name}: {words}"
    for action in ("add", "delete", "leave_out", "take_in", "submit", "checked", "end"):
        assert not submitted.actions_[action].isEnabled(), action
    for action in ("export", "compare", "reopen"):
        assert submitted.actions_[action].isEnabled(), action
    go(submitted, BEFORE)
    assert not banner.isVisible()
    assert submitted.actions_["add"].isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Delete])
def test_keys_that_would_write_explain_instead(submitted: MainWindow, key: Qt.Key) -> None:
    before = titles(submitted)
    submitted.page.view.choose(submitted.table.ids[0], TITLE)
    submitted.status.note("")
    press(submitted.page.view, key)
    settle()
    assert submitted.status.note_text == f"·  {LOCKED}"
    assert titles(submitted) == before
    assert register_of(submitted).events(submitted.table.ids)[0].cells.title == before[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_V, Qt.Key.Key_X])
def test_the_clipboards_keys_explain_too(submitted: MainWindow, key: Qt.Key) -> None:
    before = titles(submitted)
    submitted.status.note("")
    press(submitted.page.view, key, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert submitted.status.note_text == f"·  {LOCKED}"
    assert titles(submitted) == before


def test_letters_and_the_editor_explain_too(submitted: MainWindow) -> None:
    before = titles(submitted)
    for widget in (submitted.page.view, edit_of(submitted)):
        submitted.status.note("")
        type_text(widget, "Ґ")
        settle()
        assert submitted.status.note_text == f"·  {LOCKED}"
    assert edit_of(submitted).isReadOnly()
    assert titles(submitted) == before
    assert submitted.panel.event_shown.state is EventState.FROZEN


def test_looking_and_walking_says_nothing(submitted: MainWindow) -> None:
    submitted.status.note("")
    submitted.page.view.choose(submitted.table.ids[0], TITLE)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        press(submitted.page.view, key)
    press(submitted.page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert submitted.status.note_text == ""


def test_later_changes_do_not_touch_what_was_submitted(submitted: MainWindow) -> None:
    before = titles(submitted)
    retitle(submitted, before[0], "Зовсім інша назва")
    assert titles(submitted) == before
    go(submitted, BEFORE)
    assert "Зовсім інша назва" in titles(submitted)
    go(submitted, NEWEST)
    assert titles(submitted) == before
    assert edit_of(submitted).text() == before[0]


def test_the_trash_does_not_shorten_a_submitted_report(submitted: MainWindow) -> None:
    before = titles(submitted)
    register_of(submitted).trash_events([submitted.table.ids[-1]])
    submitted.table.refresh()
    settle()
    assert titles(submitted) == before


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_it_is_exported_byte_for_byte_as_it_was_sent(window: MainWindow, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    title = titles(window)[0]
    window.commands.exporting.write(str(first))
    submit(window)
    retitle(window, title, "Зовсім інша назва")
    window.commands.exporting.write(str(second))
    settle()
    assert second.read_bytes() == first.read_bytes()


def test_what_changed_since_is_shown_word_by_word(submitted: MainWindow) -> None:
    before = titles(submitted)
    retitle(submitted, before[0], before[0].replace("стендах", "дошках"))
    trigger(submitted, "compare")
    asked = dialog(submitted, CompareDialog)
    assert [asked.list.item(n).text() for n in range(asked.list.count())] == [
        "№ 1 · Назва (вид) заходу: змінено"
    ]
    gone = marked(asked.before, strike=True)
    assert gone == ["стендах"]
    assert marked(asked.after, strike=False) == ["дошках"]
    asked.accept()
    settle()
    assert submitted.parts.workspace.place == ALL
    assert submitted.panel.event_shown.cells.title == before[0].replace("стендах", "дошках")


def marked(pane: object, *, strike: bool) -> list[str]:
    """The words of a pane that are struck out, or underlined."""
    found, block = [], pane.document().firstBlock()  # type: ignore[attr-defined]
    walk = block.begin()
    while not walk.atEnd():
        look = walk.fragment().charFormat()
        if look.fontStrikeOut() if strike else look.fontUnderline():
            found.append(walk.fragment().text())
        walk += 1
    return found


def test_from_the_comparison_to_what_lies_in_the_trash(submitted: MainWindow) -> None:
    lost = submitted.table.ids[-1]
    register_of(submitted).trash_events([lost])
    trigger(submitted, "compare")
    asked = dialog(submitted, CompareDialog)
    assert asked.list.currentItem().text().endswith("рядка більше немає")
    press(asked.list, Qt.Key.Key_Return)
    settle()
    assert submitted.parts.workspace.place == TRASH
    assert submitted.panel.event_shown.id == lost


def test_nothing_changed_is_said_in_a_sentence(submitted: MainWindow) -> None:
    trigger(submitted, "compare")
    assert submitted.messenger.box.text() == "Відмінностей немає."


def test_back_to_draft_after_a_question(submitted: MainWindow) -> None:
    before = titles(submitted)
    retitle(submitted, before[0], "Зовсім інша назва")
    reopen(submitted)
    assert submitted.page.heading.endswith("· чернетка")
    assert titles(submitted) == ["Зовсім інша назва", *before[1:]]
    assert not submitted.commands.submission.banner.isVisible()
    index = submitted.table.index(0, TITLE)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    trigger(submitted, "undo")
    assert titles(submitted) == before
    assert submitted.commands.submission.banner.isVisible()


def test_submitting_is_one_step_of_undo(submitted: MainWindow) -> None:
    trigger(submitted, "undo")
    assert submitted.page.heading.endswith("· чернетка")
    edit = edit_of(submitted)
    assert not edit.isReadOnly()
    trigger(submitted, "redo")
    assert "· подано" in submitted.page.heading
    assert edit.isReadOnly()


def test_the_search_looks_into_the_cells_as_they_were_sent(submitted: MainWindow) -> None:
    retitle(submitted, "Екскурсія до суду для учнів ліцею № 7", "Зовсім інша назва")
    submitted.page.search("екскурсія")
    settle()
    assert titles(submitted) == ["Екскурсія до суду для учнів ліцею № 7"]


def test_it_opens_locked_at_the_next_start(submitted: MainWindow, real_window: RealWindow) -> None:
    before = titles(submitted)
    submitted.close()
    submitted.parts.close()
    again = real_window()
    assert titles(again) == before
    assert again.commands.submission.banner.isVisible()


def test_a_reports_menu_by_the_menu_key(window: MainWindow) -> None:
    item = window.places.currentItem()
    where = window.places.visualItemRect(item).center()
    window.places.customContextMenuRequested.emit(where)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions() if action.isEnabled() and action.text()]
    assert "action_export" in names
    assert "action_submit" in names
    menu.close()
    settle()
    window.places.customContextMenuRequested.emit(QPoint(5, window.places.height() - 5))
    assert QApplication.activePopupWidget() is None
