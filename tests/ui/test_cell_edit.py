"""The field of a cell never changes a text that was only looked at, and loses no sign of one typed in."""

from __future__ import annotations

import pytest
from hands import press, settle, type_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor

from ui.editor.cell_edit import CellEdit

CTRL = Qt.KeyboardModifier.ControlModifier
TEXTS = (
    "",
    "-",
    "Розміщення  на стендах",
    "№\u00a015, 2021\u00a0року",
    "рядок\n\nще рядок\n",
    "\n  відступ\t табуляція \n\n",
    "звꞌязок ʼ ’ об\u00adєкт",
    "вузький\u202fпробіл\u2009і\u2028розрив",
    "👩‍⚖️ суддя",
    "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1051137/\n\n\nhttps://goo-gl.su/DuPED",
)


@pytest.fixture
def edit(qtbot: object) -> CellEdit:
    field = CellEdit()
    qtbot.addWidget(field)  # type: ignore[attr-defined]
    field.show()
    return field


def test_a_bar_that_narrows_the_text_to_fewer_lines_does_not_come_and_go_forever(
    edit: CellEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long addresses broken elsewhere: ten lines without the bar, nine beside it. It ended the program."""
    depths = [0]
    grow = CellEdit._grow

    def counted(field: CellEdit) -> None:
        depths.append(depths[-1] + 1)
        assert depths[-1] < 20
        grow(field)
        depths.append(depths[-1] - 1)

    monkeypatch.setattr(CellEdit, "_grow", counted)
    address = "https://www.zelenohirsk.example/zelenohirski-miski-novyny/46509-u-kalynivskomu-raionnomu-sudi"
    tail = "-mista-zelenohiria-zapratsiuvala-intehrovana-retseptsiia-yedyne-vikno.html"
    edit.load(
        f"«Увесь Зеленогірськ»\n{address}{tail}\n\n«Перший»\n{address}\n\nhttps://1ls.example/news-65763.html"
    )
    for width in range(120, 420):
        edit.resize(width, 61)
        settle()
        barred = edit.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        assert barred or edit.document().size().height() <= 9
    assert max(depths) < 20


@pytest.mark.parametrize("text", TEXTS)
def test_looking_changes_nothing(edit: CellEdit, text: str) -> None:
    heard: list[int] = []
    edit.edited.connect(lambda: heard.append(1))
    edit.load(text)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.clearFocus()
    settle()
    assert edit.text() == text
    assert heard == []


@pytest.mark.parametrize("text", TEXTS)
def test_typing_at_the_end_keeps_the_rest_to_the_last_sign(edit: CellEdit, text: str) -> None:
    edit.load(text)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, "їжак")
    assert edit.text() == f"{text}їжак"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2029"), max_size=40)
)
def test_any_text_survives_typing(edit: CellEdit, text: str) -> None:
    edit.load(text)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, "я")
    assert edit.text() == f"{text}я"


def test_undoing_the_typing_gives_the_loaded_text_back(edit: CellEdit) -> None:
    edit.load("№\u00a015")
    type_text(edit, "я")
    edit.undo()
    assert edit.text() == "№\u00a015"


def test_copying_keeps_the_no_break_space_and_the_lines(edit: CellEdit) -> None:
    edit.load("№\u00a015\nдругий")
    edit.selectAll()
    edit.copy()
    assert QGuiApplication.clipboard().text() == "№\u00a015\nдругий"


def test_pasting_keeps_what_was_copied(edit: CellEdit) -> None:
    QGuiApplication.clipboard().setText("2021\u00a0року\nдва")
    edit.load("")
    edit.paste()
    assert edit.text() == "2021\u00a0року\nдва"


def test_pasting_takes_words_not_their_looks(edit: CellEdit) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<b>Суд</b>")
    data.setText("Суд")
    QGuiApplication.clipboard().setMimeData(data)
    edit.load("")
    edit.paste()
    assert edit.text() == "Суд"


def test_tab_leaves_the_field(edit: CellEdit) -> None:
    edit.load("текст")
    press(edit, Qt.Key.Key_Tab)
    assert edit.text() == "текст"


def test_grows_with_its_lines_up_to_a_limit(edit: CellEdit) -> None:
    edit.resize(300, 40)
    heights = []
    for lines in (1, 4, 30, 60):
        edit.load("\n".join(["рядок"] * lines))
        settle()
        heights.append(edit.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_undo_goes_to_the_program_once_the_field_has_none(edit: CellEdit) -> None:
    def claimed(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
        event.ignore()
        edit.event(event)
        return event.isAccepted()

    edit.load("текст")
    assert not claimed(Qt.Key.Key_Z)
    type_text(edit, "я")
    assert claimed(Qt.Key.Key_Z)
    assert not claimed(Qt.Key.Key_Y)
    edit.undo()
    assert not claimed(Qt.Key.Key_Z)
    assert claimed(Qt.Key.Key_Y)
    assert claimed(Qt.Key.Key_C)
