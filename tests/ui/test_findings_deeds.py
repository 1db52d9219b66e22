"""From a finding to its words, and what is done about it: repaired, hidden, brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from found import BLANKS, FINE, MORE_BLANKS, NAMELESS, check_at_once, fill, flow, line, said, wait
from hands import edit_of, press, settle, titles, trigger, type_over
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from courtcomms.model import Column
from ui.main_window import MainWindow

RealWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    check_at_once(monkeypatch)


@pytest.fixture
def doubtful(real_window: RealWindow) -> MainWindow:
    """A report of four rows with an error and two certain repairs."""
    window = real_window()
    fill(window, FINE, BLANKS, NAMELESS, MORE_BLANKS)
    return window


def test_a_double_click_leads_to_the_words(doubtful: MainWindow) -> None:
    finding = line(doubtful, "blanks_double")
    doubtful.findings.list.doubleClicked.emit(doubtful.findings.list.currentIndex())
    wait()
    edit = edit_of(doubtful)
    assert doubtful.page.view.current_id == finding.event_id
    assert edit.hasFocus()
    cursor = edit.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (finding.start, finding.end)


def test_enter_leads_there_too_out_of_a_search_and_with_the_editor_hidden(doubtful: MainWindow) -> None:
    doubtful.actions_["editor"].setChecked(False)
    doubtful.search._line.setText("стіл")
    doubtful.search._finish()
    wait()
    assert titles(doubtful) == ["Круглий стіл"]
    assert len(said(doubtful)) == 3, "the whole report is checked, whatever is looked for"
    finding = line(doubtful, "no_title")
    doubtful.findings.setFocus()
    press(doubtful.findings.list, Qt.Key.Key_Return)
    wait()
    assert doubtful.page.view.current_id == finding.event_id
    assert doubtful.search.text == ""
    assert edit_of(doubtful).hasFocus()


def test_positions_count_letters_not_utf_16_units(real_window: RealWindow) -> None:
    window = real_window()
    fill(window, replace(FINE, title="𝟙𝟚 Розміщення  на сайті"))
    line(window, "blanks_double")
    window.findings.list.doubleClicked.emit(window.findings.list.currentIndex())
    wait()
    assert edit_of(window).textCursor().selectedText() in ("  ", " ")
    assert edit_of(window).text()[13:15] == "  "
    assert edit_of(window).textCursor().selectionStart() >= 15


def test_one_repair_is_one_step(doubtful: MainWindow) -> None:
    line(doubtful, "blanks_double")
    doubtful.findings._mend.trigger()
    wait()
    assert titles(doubtful)[1] == "Розміщення на сайті"
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 1 порада"
    assert doubtful.actions_["undo"].text() == "Скасувати: Виправлення: Подвійні пробіли"
    trigger(doubtful, "undo")
    wait()
    assert titles(doubtful)[1] == "Розміщення  на сайті"
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"


def test_all_of_a_kind_are_repaired_as_one_step(doubtful: MainWindow) -> None:
    line(doubtful, "blanks_double")
    assert doubtful.findings._mend_all.text() == "Виправити всі такі (2)"
    doubtful.findings._mend_all.trigger()
    wait()
    assert titles(doubtful) == ["Круглий стіл", "Розміщення на сайті", "", "Публікація на стенді"]
    assert doubtful.findings.heading == "Зауваження: 1 помилка"
    assert doubtful.status.note_text.endswith("Виправлення: Подвійні пробіли (2): 2 рядки")
    trigger(doubtful, "undo")
    wait()
    assert titles(doubtful)[1::2] == ["Розміщення  на сайті", "Публікація  на стенді"]


def test_a_repair_takes_what_was_just_typed_first_and_then_has_nothing_to_do(doubtful: MainWindow) -> None:
    """The finding speaks of the text before; the text typed meanwhile must not be lost."""
    finding = line(doubtful, "blanks_double")
    doubtful.page.view.choose(finding.event_id)
    settle()
    type_over(doubtful, "Зовсім інша назва")
    flow(doubtful).mend((finding,))
    wait()
    assert titles(doubtful)[1] == "Зовсім інша назва"
    assert doubtful.messenger.box is not None
    assert "нічого не виправлено" in doubtful.messenger.box.text()
    doubtful.messenger.box.close()


def test_hidden_for_its_row_is_remembered_and_can_be_undone(
    doubtful: MainWindow, real_window: RealWindow
) -> None:
    line(doubtful, "no_title")
    doubtful.findings._hide.trigger()
    wait()
    assert doubtful.findings.heading == "Зауваження: 2 поради"
    assert "Показати приховані (1)" in [action.text() for action in doubtful.findings.shown.menu().actions()]
    doubtful.close()
    again = real_window()
    wait()
    assert again.findings.heading == "Зауваження: 2 поради"


def test_hiding_can_be_undone_and_taken_back_from_the_list(doubtful: MainWindow) -> None:
    line(doubtful, "no_title")
    doubtful.findings._hide.trigger()
    wait()
    trigger(doubtful, "undo")
    wait()
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"
    finding = line(doubtful, "no_title")
    doubtful.findings._hide.trigger()
    wait()
    doubtful.findings.model.choose(hidden=True)
    doubtful.findings.list.go(doubtful.findings.model.row_of(finding))
    assert doubtful.findings._unhide.isVisible()
    doubtful.findings._unhide.trigger()
    wait()
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"


def test_beneath_the_field_stands_what_was_found_with_its_links(doubtful: MainWindow) -> None:
    doubtful.page.view.choose(doubtful.table.ids[1])
    wait()
    field = doubtful.panel.fields[Column.TITLE]
    (note,) = [label for label in field.findChildren(QLabel) if "Виправити" in label.text()]
    assert note.isVisible()
    interface = QAccessible.queryAccessibleInterface(note)
    assert interface.text(QAccessible.Text.Name) == "Зауваження: Подвійний пробіл."
    assert note.focusPolicy() == Qt.FocusPolicy.NoFocus, "Tab goes from field to field"
    note.linkActivated.emit("mend 0")
    wait()
    assert titles(doubtful)[1] == "Розміщення на сайті"
    assert not note.isVisible()


def test_an_export_with_errors_says_so_and_is_written(doubtful: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "zvit.docx"
    doubtful.commands.exporting.write(str(target))
    wait()
    assert target.exists()
    assert doubtful.status.note_text == "·  Звіт записано у файл «zvit.docx»; у звіті 1 помилка"


def beneath(window: MainWindow, column: Column) -> str:
    """What is said of a field's findings."""
    labels = window.panel.fields[column].findChildren(QLabel)
    return " ".join(label.text() for label in labels if "hide " in label.text() and label.isVisible())


def test_an_event_just_begun_is_not_blamed_for_what_is_still_empty(doubtful: MainWindow) -> None:
    trigger(doubtful, "add")
    wait()
    assert all(beneath(doubtful, column) == "" for column in doubtful.panel.fields)
    type_over(doubtful, "Круглий  стіл")
    doubtful.panel.save()
    wait()
    assert "Подвійний пробіл" in beneath(doubtful, Column.TITLE), "what was typed is looked at at once"
    assert beneath(doubtful, Column.GOAL) == ""
    begun = doubtful.page.view.current_id
    for event in (doubtful.table.ids[0], begun):
        doubtful.page.view.choose(event)
        wait()
    assert "Немає комунікаційної цілі" in beneath(doubtful, Column.GOAL), "told once she comes back to it"
