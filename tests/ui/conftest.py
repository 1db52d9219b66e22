"""The window without a screen, and what its tests may use. Qt's own warnings fail a test."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

# Before anything imports Qt: the platform is read once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"

pytest.importorskip("PySide6", reason="the window needs PySide6", exc_type=ImportError)

from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

from fake_register import FakeRegister
from hands import Q3, settle

from courtcomms.model import Cells, Court, CourtName
from courtcomms.paths import DataDir
from ui import commands, main_window, theme
from ui.app import build, speak_ukrainian
from ui.jobs import synchronous_executors, thread_executors
from ui.main_window import MainWindow
from ui.parts import Parts, assemble

#: What the offscreen platform cannot do, and letters of scripts for which this machine has no font.
_KNOWN = ("This plugin does not support", "OpenType support missing")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """pytest-qt makes the application; the program dresses it."""
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    assert speak_ukrainian(qapp)
    theme.dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def no_qt_warnings(qapp: QApplication) -> Iterator[list[str]]:
    """Everything that Qt has to say is a failure; a test that expects it empties the list."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(_KNOWN):
            said.append(message)

    old = qInstallMessageHandler(listen)
    yield said
    settle()
    qInstallMessageHandler(old)
    assert said == []


@pytest.fixture(autouse=True)
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is understood of a cell, and what is found in a report, is said with the first look at it."""
    monkeypatch.setattr(main_window, "READING", 0)
    monkeypatch.setattr(commands, "FINDINGS_LATER", 0)


@pytest.fixture
def fake() -> FakeRegister:
    """A small register in memory: one court, one report of three rows."""
    register = FakeRegister()
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    rows = [Cells(number=str(n), title=f"Захід {n}", date="13.08.2021", site_links="-") for n in (1, 2, 3)]
    register.add_rows(1, Q3, rows, label="Імпорт")
    return register


@pytest.fixture
def make_parts(tmp_path: Path) -> Iterator[Callable[..., Parts]]:
    """Parts over any register, working at once in the test's own thread unless told otherwise."""
    made: list[Parts] = []

    def make(register: object, *, threads: bool = False) -> Parts:
        executors = thread_executors() if threads else synchronous_executors()
        made.append(assemble(tmp_path, partial(_given, register), executors))
        return made[-1]

    yield make
    for parts in made:
        parts.close()
        parts.owner.deleteLater()
    settle()


def _open_at(window: MainWindow) -> None:
    """The offscreen screen is smaller, and the first start would fill it."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)


def _given(register: object) -> object:
    return register


@pytest.fixture
def make_window(make_parts: Callable[..., Parts]) -> Iterator[Callable[..., MainWindow]]:
    """The real window, shown, over any register."""
    made: list[MainWindow] = []

    def make(register: object, *, threads: bool = False) -> MainWindow:
        parts = make_parts(register, threads=threads)
        window = MainWindow(parts)
        _open_at(window)
        window.show()
        parts.service.open()
        settle()
        made.append(window)
        return window

    yield make
    for window in made:
        window.hide()
        window.deleteLater()
    settle()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], fake: FakeRegister) -> MainWindow:
    """The window over the small register in memory."""
    return make_window(fake)


@pytest.fixture
def real_window(tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """The real program over a real register in a folder; closed and opened again at will."""
    made: list[MainWindow] = []

    def make(*, threads: bool = False) -> MainWindow:
        data = DataDir(tmp_path / "data")
        data.create()
        window, parts = build(data, executors=None if threads else synchronous_executors())
        made.append(window)
        _open_at(window)
        window.show()
        parts.service.open()
        settle()
        return window

    yield make
    for window in made:
        window.hide()
        window.parts.close()
        window.parts.owner.deleteLater()
        window.deleteLater()
    settle()


@pytest.fixture
def sampled(real_window: Callable[..., MainWindow]) -> MainWindow:
    """The program after «Спробувати на прикладі»."""
    window = real_window()
    window.panes.welcome._steps[1].click()
    settle()
    return window
