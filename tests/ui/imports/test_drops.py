"""Files dropped onto the window are imported, with a sign while they hang over it; texts are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import edit_of, settle, trigger
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ui.imports.flow import ImportFlow
from ui.main_window import MainWindow

_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def taken(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """What would be read."""
    found: list[list[Path]] = []
    monkeypatch.setattr(ImportFlow, "take", lambda _self, paths: found.append(list(paths)))
    return found


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def hang(window: MainWindow, data: QMimeData, place: QPoint | None = None) -> bool:
    """Drag over the window; whether it may be let go there."""
    place = place or window.rect().center()
    event = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NONE)
    event.ignore()
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def let_go(window: MainWindow, data: QMimeData) -> None:
    place = QPointF(window.rect().center())
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _NONE)
    QApplication.sendEvent(window.windowHandle(), event)
    settle()


def test_files_show_a_sign_and_are_read_when_let_go(window: MainWindow, taken: list[list[Path]]) -> None:
    data = files("/звіти/перший.docx", "/звіти/другий.xlsx")
    assert hang(window, data)
    sign = window.drops.sign
    assert sign is not None
    assert sign.isVisible()
    assert "2 файли" in sign.text
    assert sign.size() == window.size()
    let_go(window, data)
    assert window.drops.sign is None
    assert taken == [[Path("/звіти/перший.docx"), Path("/звіти/другий.xlsx")]]


def test_one_file_is_named(window: MainWindow) -> None:
    hang(window, files("/звіти/перший.docx"))
    assert window.drops.sign is not None
    assert "«перший.docx»" in window.drops.sign.text
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())


def test_the_sign_goes_when_they_are_taken_away(window: MainWindow, taken: list[list[Path]]) -> None:
    hang(window, files("/звіти/перший.docx"))
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    settle()
    assert window.drops.sign is None
    assert taken == []


def test_over_a_text_field_a_file_is_no_text(window: MainWindow, taken: list[list[Path]]) -> None:
    edit = edit_of(window)
    before = edit.toPlainText()
    place = edit.mapTo(window, edit.rect().center())
    assert hang(window, files("/звіти/перший.docx"), place)
    let_go(window, files("/звіти/перший.docx"))
    assert edit.toPlainText() == before
    assert len(taken) == 1


def test_a_text_or_an_address_is_none_of_its_business(window: MainWindow, taken: list[list[Path]]) -> None:
    words, address = QMimeData(), QMimeData()
    words.setText("слова")
    address.setUrls([QUrl("https://court.example/")])
    for data in (words, address):
        hang(window, data)
        assert window.drops.sign is None
        QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert taken == []


def test_over_an_open_dialog_nothing_is_taken(window: MainWindow, taken: list[list[Path]]) -> None:
    trigger(window, "quarter")
    assert not hang(window, files("/звіти/перший.docx"))
    let_go(window, files("/звіти/перший.docx"))
    assert taken == []
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_a_window_shown_again_watches_once(window: MainWindow, taken: list[list[Path]]) -> None:
    window.hide()
    window.show()
    settle()
    let_go(window, files("/звіти/перший.docx"))
    assert len(taken) == 1
