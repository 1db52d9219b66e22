"""Completion offers what was typed before and never writes by itself."""

from __future__ import annotations

import pytest
from fake_register import FakeRegister
from hands import edit_of, press, settle, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from courtcomms.model import Column
from ui.editor.completion import Completion, SuggestionList
from ui.editor.suggesting import Suggestion, part_at, suggest
from ui.main_window import MainWindow

WIDE = "Громадяни – відвідувачі суду"
NARROW = "Громадяни; школярі"
A, R, M = Column.AUDIENCE, Column.RESPONSIBLE, Column.MEDIA


@pytest.fixture
def fake(fake: FakeRegister) -> FakeRegister:
    fake.before = {A: (WIDE, NARROW, "Адвокати"), R: ("Голова суду", "Прес-секретар"), M: ("Укрінформ",)}
    return fake


def offered(window: MainWindow, column: Column = A) -> tuple[str, ...]:
    """What is offered once the pause after typing is over."""
    completion = window.panel.help.completions[column]
    if completion._pause.isActive():
        completion._pause.stop()
        completion._ask()
        settle()
    return completion.offered


def popup(window: MainWindow) -> SuggestionList:
    (found,) = [one for one in window.findChildren(SuggestionList) if one.isVisible()]
    return found


def test_typing_offers_what_was_typed_before(window: MainWindow) -> None:
    type_over(window, "гро", A)
    assert offered(window) == (WIDE, NARROW, "Громадяни")
    assert edit_of(window, A).text() == "гро"
    assert QApplication.focusWidget() is edit_of(window, A)


def test_one_letter_offers_nothing(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "г", A)
    assert offered(window) == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_arrows_choose_and_a_key_takes(window: MainWindow, fake: FakeRegister, key: Qt.Key) -> None:
    type_over(window, "гро", A)
    offered(window)
    edit = edit_of(window, A)
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Up)
    press(edit, key)
    assert edit.text() == WIDE
    assert edit.hasFocus()
    assert offered(window) == ()
    window.panel.save()
    assert fake.stored[1].cells.audience == WIDE


def test_what_was_taken_is_one_edit_of_the_field(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    press(edit_of(window, A), Qt.Key.Key_Down)
    press(edit_of(window, A), Qt.Key.Key_Return)
    edit_of(window, A).undo()
    assert edit_of(window, A).text() == "гро"


def test_without_a_choice_enter_and_tab_are_the_fields(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    press(edit_of(window, A), Qt.Key.Key_Return)
    assert edit_of(window, A).text() == "гро\n"
    type_text(edit_of(window, A), "гр")
    offered(window)
    press(edit_of(window, A), Qt.Key.Key_Tab)
    assert edit_of(window, A).text() == "гро\nгр"
    assert QApplication.focusWidget() is edit_of(window, R)


def test_esc_closes_and_keeps_the_text(window: MainWindow) -> None:
    type_over(window, "гро", A)
    assert offered(window)
    press(edit_of(window, A), Qt.Key.Key_Escape)
    assert offered(window) == ()
    assert edit_of(window, A).text() == "гро"


def test_leaving_the_field_closes_the_list(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    edit_of(window, R).setFocus()
    assert [one for one in window.findChildren(SuggestionList) if one.isVisible()] == []


def test_a_click_takes(window: MainWindow) -> None:
    type_over(window, "адв", A)
    offered(window)
    found = popup(window)
    found.clicked.emit(found.model().index(0, 0))
    assert edit_of(window, A).text() == "Адвокати"


def test_the_part_under_the_cursor_is_completed(window: MainWindow) -> None:
    type_over(window, "Судді; шко", A)
    assert offered(window) == ("школярі",)
    popup(window).clicked.emit(popup(window).model().index(0, 0))
    assert edit_of(window, A).text() == "Судді; школярі"


def test_a_stale_answer_is_dropped(window: MainWindow) -> None:
    type_over(window, "гро", A)
    completion = window.panel.help.completions[A]
    late = suggest(FakeRegister(before={A: (WIDE,)}), 1, A, "гр", 2)
    completion._show(late)
    assert completion.offered == ()


def test_deleting_and_pasting_offer_nothing(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    press(edit_of(window, A), Qt.Key.Key_Backspace)
    assert offered(window) == ()
    QApplication.clipboard().setText("громадяни")
    edit_of(window, A).selectAll()
    edit_of(window, A).paste()
    assert offered(window) == ()


def test_an_outlet_is_completed_but_no_address(window: MainWindow) -> None:
    type_over(window, "укр", M)
    assert offered(window, M) == ("Укрінформ",)
    type_over(window, "https://укр", M)
    assert offered(window, M) == ()


def test_other_fields_are_not_completed(window: MainWindow, fake: FakeRegister) -> None:
    type_over(window, "гром", Column.TITLE)
    settle()
    assert Column.TITLE not in window.panel.help.completions
    assert "suggestions" not in fake.calls


def test_the_list_has_a_name_and_lies_inside_the_window(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    found = popup(window)
    name = QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name)
    assert name == "Пропозиції: Цільова аудиторія"
    assert window.rect().contains(found.geometry())


def test_the_list_goes_with_its_field(window: MainWindow) -> None:
    type_over(window, "гро", A)
    offered(window)
    bar = window.panel._area.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(0)
    settle()
    shown = [one for one in window.findChildren(SuggestionList) if one.isVisible()]
    edit = edit_of(window, A)
    assert bool(shown) == (not edit.visibleRegion().isEmpty())


def test_the_field_over_a_cell_is_completed_too(window: MainWindow, fake: FakeRegister) -> None:
    view = window.page.view
    view.choose(2, list(Column).index(A))
    view.edit(view.currentIndex())
    editor = view.delegate.editor
    type_text(editor, "адв")
    completion = editor.findChild(Completion)
    completion._pause.stop()
    completion._ask()
    settle()
    assert completion.offered == ("Адвокати",)
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Return)
    assert view.delegate.editor is editor
    assert editor.text() == "Адвокати"
    press(editor, Qt.Key.Key_Return)
    settle()
    assert fake.stored[2].cells.audience == "Адвокати"
    assert [one for one in window.findChildren(SuggestionList) if one.isVisible()] == []


def test_the_list_dies_with_the_field_over_a_cell(window: MainWindow) -> None:
    view = window.page.view
    view.choose(2, list(Column).index(A))
    view.edit(view.currentIndex())
    completion = view.delegate.editor.findChild(Completion)
    type_text(view.delegate.editor, "адв")
    completion._pause.stop()
    completion._ask()
    press(view.delegate.editor, Qt.Key.Key_Escape)
    press(view.delegate.editor, Qt.Key.Key_Escape)
    settle()
    assert window.findChildren(SuggestionList) == []


def test_the_real_register_completes(sampled: MainWindow) -> None:
    """Folded: Latin look-alikes and case make no difference; what the user just typed counts at once."""
    type_over(sampled, "Вчителі ліцею", A)
    trigger(sampled, "next")
    type_over(sampled, "вЧиТ", A)
    assert offered(sampled) == ("Вчителі ліцею",)


@pytest.mark.parametrize(
    ("text", "cursor", "part"),
    [
        ("", 0, (0, 0)),
        ("а; бв; г", 5, (3, 5)),
        ("а;\u00a0бв", 5, (3, 5)),
        ("перша\nдруга\nтретя", 9, (6, 11)),
        ("одна", 2, (0, 4)),
    ],
)
def test_the_part_of_a_list(text: str, cursor: int, part: tuple[int, int]) -> None:
    assert part_at(text, cursor) == part


@pytest.mark.parametrize(("text", "cursor"), [("громада", 3), ("гро ", 4), ("", 0), ("г", 1)])
def test_nothing_is_offered_inside_a_word_or_too_early(fake: FakeRegister, text: str, cursor: int) -> None:
    assert suggest(fake, 1, A, text, cursor).items == ()


def test_what_changes_nothing_is_not_offered(fake: FakeRegister) -> None:
    assert suggest(fake, 1, A, "Адвокати", 8).items == ()
    assert suggest(fake, 1, A, "адв", 3).items == (Suggestion("Адвокати", 0, 3),)


def test_letters_beyond_the_plane_do_not_shift_what_is_taken(window: MainWindow) -> None:
    """Qt counts an emoji as two."""
    type_over(window, "😀; адв", A)
    assert offered(window) == ("Адвокати",)
    popup(window).clicked.emit(popup(window).model().index(0, 0))
    assert edit_of(window, A).text() == "😀; Адвокати"
