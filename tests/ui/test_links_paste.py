"""Several links pasted at once become several lines; anything else is pasted as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hands import edit_of, press, type_over
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from courtcomms.model import Column
from ui.editor.cell_edit import CellEdit
from ui.editor.links_paste import link_lines
from ui.main_window import MainWindow

A, B, C = "https://a.gov.ua/1", "https://b.ua/новини?x=1,2", "https://c.com.ua/"
LIST = f'<meta charset="utf-8"><ul><li><a href="{A}">Перша</a></li>\n<li><a href="{C}">Друга</a></li></ul>'


@pytest.fixture
def edit(qtbot: object) -> Iterator[CellEdit]:
    field = CellEdit(links=True)
    qtbot.addWidget(field)  # type: ignore[attr-defined]
    field.show()
    field.setFocus()
    return field


def paste(edit: CellEdit, text: str, html: str = "") -> str:
    """Copy elsewhere and paste here."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    edit.paste()
    return edit.text()


@pytest.mark.parametrize(
    ("text", "html", "lines"),
    [
        (f"{A} {B}, {C}", "", (A, B, C)),
        (f"{A}; {C}", "", (A, C)),
        (f"{A}\r\n\r\n{C}\n", "", (A, C)),
        (f"• {A}\n• {C}", "", (A, C)),
        ("www.a.ua, www.b.ua", "", ("www.a.ua", "www.b.ua")),
        ("Перша новина\nДруга", LIST, (A, C)),
        (A, "", ()),
        (A, f'<a href="{A}">новина</a>', ()),
        (f"Укрінформ: {A}, Весь: {C}", "", ()),
        ("Перша новина\nДруга", f"<p>див. також</p>{LIST}", ()),
        ("Перша Друга", '<a href="#1">Перша</a> <a href="/2">Друга</a>', ()),
        ("Голова суду, заступник", "", ()),
        ("", "", ()),
    ],
)
def test_only_a_list_of_addresses_is_set_in_lines(text: str, html: str, lines: tuple[str, ...]) -> None:
    assert link_lines(text, html) == lines


def test_an_address_linked_by_its_picture_too_counts_once() -> None:
    html = f'<a href="{A}"><img></a><a href="{A}">Новина</a> <a href="{C}">Друга</a>'
    assert link_lines("Новина Друга", html) == (A, C)


def test_styles_and_titles_of_a_copied_page_are_no_words() -> None:
    head = "<html><head><title>Сайт</title><style>p {color: red}</style></head><body>"
    assert link_lines("x", f"{head}<!--StartFragment-->{LIST}<!--EndFragment--></body></html>") == (A, C)


def test_an_endless_clipboard_is_left_alone() -> None:
    assert link_lines(f"{A} " * 20_000) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="аб <>/a=\"'#&;https:.ua\n", max_size=60), st.text(max_size=40))
def test_whatever_is_copied_never_fails(html: str, text: str) -> None:
    lines = link_lines(text, html)
    assert lines == () or len(lines) > 1


def test_pasting_a_list_is_one_edit(edit: CellEdit) -> None:
    told: list[int] = []
    edit.listed.connect(told.append)
    edit.load("")
    assert paste(edit, f"{A} {B}, {C}") == f"{A}\n{B}\n{C}"
    assert told == [3]
    edit.undo()
    assert edit.text() == ""


def test_it_keeps_off_its_neighbours(edit: CellEdit) -> None:
    edit.load("https://x.uaдалі")
    for _ in range(len("https://x.ua")):
        edit.moveCursor(edit.textCursor().MoveOperation.Right)
    assert paste(edit, f"{A} {C}") == f"https://x.ua\n{A}\n{C}\nдалі"


def test_it_replaces_what_is_selected(edit: CellEdit) -> None:
    edit.load("старе")
    edit.selectAll()
    assert paste(edit, f"{A} {C}") == f"{A}\n{C}"


def test_as_it_is_with_shift(edit: CellEdit) -> None:
    edit.load("")
    QGuiApplication.clipboard().setText(f"{A} {C}")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(edit, Qt.Key.Key_V, modifiers)
    assert edit.text() == f"{A} {C}"


def test_words_among_links_stay_as_they_are(edit: CellEdit) -> None:
    edit.load("")
    text = f"Укрінформ: {A}\u00a0та {C}"
    assert paste(edit, text) == text


def test_a_field_of_words_takes_links_as_they_are(window: MainWindow) -> None:
    type_over(window, "", Column.TITLE)
    QGuiApplication.clipboard().setText(f"{A} {C}")
    edit = edit_of(window, Column.TITLE)
    edit.selectAll()
    edit.paste()
    assert edit.text() == f"{A} {C}"


@pytest.mark.parametrize("column", [Column.SITE_LINKS, Column.MEDIA])
def test_the_window_says_what_it_did(window: MainWindow, column: Column) -> None:
    edit = edit_of(window, column)
    edit.setFocus()
    edit.selectAll()
    assert paste(edit, f"{A} {C}") == f"{A}\n{C}"
    assert "Вставлено 2 адреси, кожну в окремий рядок" in window.status.note_text


def test_the_field_over_a_cell_does_the_same(window: MainWindow) -> None:
    view = window.page.view
    view.choose(1, list(Column).index(Column.SITE_LINKS))
    view.edit(view.currentIndex())
    view.delegate.editor.selectAll()
    assert paste(view.delegate.editor, f"{A} {C}") == f"{A}\n{C}"
