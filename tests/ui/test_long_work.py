"""Long work that the user stops: nothing is left of it, and the program goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Q3, settle
from PySide6.QtWidgets import QPushButton
from report_flows import dialog

from courtcomms import services
from courtcomms.importing import read_document
from courtcomms.progress import Progress
from courtcomms.services.import_model import Decision
from ui.imports.preview import PreviewDialog
from ui.main_window import MainWindow

RealWindow = Callable[..., MainWindow]


class Gate:
    """Holds a worker at a word of its progress, until the test has looked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
        self._left = after
        self._here, self._go_on = threading.Event(), threading.Event()
        tell = Progress.tell

        def held(progress: Progress, done: int, total: int) -> None:
            self._left -= 1
            if self._left == 0:
                self._here.set()
                self._go_on.wait(20)
            tell(progress, done, total)

        monkeypatch.setattr(Progress, "tell", held)

    def reached(self) -> bool:
        return self._here.is_set()

    def open(self) -> None:
        self._go_on.set()


def stop_button(window: MainWindow) -> QPushButton:
    """The button at the foot that stops what is under way."""
    buttons = window.status.findChildren(QPushButton)
    (found,) = [one for one in buttons if one.accessibleName() == "Скасувати роботу, що триває"]
    return found


def stop(window: MainWindow, gate: Gate, qtbot: object) -> None:
    """Press it while the worker is held, and let that go."""
    qtbot.waitUntil(gate.reached, timeout=20_000)  # type: ignore[attr-defined]
    button = stop_button(window)
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())  # type: ignore[attr-defined]
    button.click()
    gate.open()
    qtbot.waitUntil(lambda: not window.parts.jobs.busy, timeout=20_000)  # type: ignore[attr-defined]
    settle()


@pytest.fixture
def window(real_window: RealWindow, qtbot: object) -> MainWindow:
    """The invented court in the real program with its real threads."""
    window = real_window(threads=True)
    qtbot.waitUntil(lambda: window.panes.welcoming)  # type: ignore[attr-defined]
    window.panes.welcome._steps[1].click()
    qtbot.waitUntil(lambda: window.table.rowCount() > 0, timeout=20_000)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not window.parts.jobs.busy, timeout=20_000)  # type: ignore[attr-defined]
    return window


@pytest.fixture
def document(window: MainWindow, tmp_path: Path, qtbot: object) -> Path:
    """The shown report as a document."""
    target = tmp_path / "zvit.docx"
    window.commands.exporting.write(str(target))
    qtbot.waitUntil(target.exists, timeout=20_000)  # type: ignore[attr-defined]
    return target


def test_a_stopped_import_leaves_nothing_and_the_next_one_goes_well(
    window: MainWindow, document: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.parts.workspace.overview
    for stopped in (True, False):
        window.commands.importing.read(str(document))
        qtbot.waitUntil(
            lambda: any(d.isVisible() for d in window.findChildren(PreviewDialog)), timeout=20_000
        )  # type: ignore[attr-defined]
        asked = dialog(window, PreviewDialog)
        asked.period.choose(Q3)
        qtbot.waitUntil(asked.action.isEnabled, timeout=20_000)  # type: ignore[attr-defined]
        # As events of their own: what is known already is only given a further row.
        asked.pane.model.decide(range(asked.pane.model.rowCount()), Decision.ADD)
        qtbot.waitUntil(asked.action.isEnabled, timeout=20_000)  # type: ignore[attr-defined]
        gate = Gate(monkeypatch, 3) if stopped else None
        asked.accept()
        if gate is not None:
            stop(window, gate, qtbot)
            monkeypatch.undo()
            assert window.status.note_text == "·  Скасовано: Імпортую"
            assert window.messenger.box is None
            assert not window.parts.service.writing
            assert window.parts.workspace.overview == before
            assert not window.parts.history.can_undo
    qtbot.waitUntil(lambda: window.parts.workspace.overview.report(Q3) is not None, timeout=20_000)  # type: ignore[attr-defined]
    assert window.parts.history.can_undo


def test_a_document_is_read_no_further_once_that_is_stopped(
    window: MainWindow, document: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, 2)
    window.commands.importing.read(str(document))
    stop(window, gate, qtbot)
    assert window.findChildren(PreviewDialog) == []
    assert window.status.note_text == f"·  Скасовано: Читаю «{document.name}»"


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_stopped_export_writes_no_file_and_leaves_an_older_one(
    window: MainWindow, tmp_path: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    target = tmp_path / "тека" / f"zvit.{suffix}"
    target.parent.mkdir()
    target.write_bytes(b"the older one")
    gate = Gate(monkeypatch, 2)
    window.commands.exporting.write(str(target))
    stop(window, gate, qtbot)
    assert [(path.name, path.read_bytes()) for path in target.parent.iterdir()] == [
        (target.name, b"the older one")
    ]
    assert window.status.note_text == f"·  Скасовано: Записую «{target.name}»"


def test_work_that_cannot_be_stopped_does_not_offer_it(window: MainWindow, qtbot: object) -> None:
    gate = threading.Event()
    window.parts.service.act(lambda _register: gate.wait(20) and (), label="Пишу…")
    qtbot.waitUntil(lambda: stop_button(window).isVisible())  # type: ignore[attr-defined]
    assert not stop_button(window).isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: not window.parts.jobs.busy)  # type: ignore[attr-defined]


def test_how_far_the_reading_is_is_told_in_order(document: Path) -> None:
    read: list[tuple[int, int]] = []
    read_document(document, Progress(lambda done, total: read.append((done, total))))
    assert read
    assert all(0 < done <= total for done, total in read)
    assert read == sorted(read)


def test_rows_told_of_while_a_report_is_rendered(sampled: MainWindow) -> None:
    from courtcomms.reports.export import render
    from courtcomms.reports.form import load_form

    register, place = sampled.parts.service._desk.register, sampled.parts.workspace.place
    assert place is not None
    assert place.period is not None
    snapshot = services.snapshot_report(register, register.courts()[0], place.period, load_form())
    for suffix in (".docx", ".xlsx"):
        rows: list[tuple[int, int]] = []
        render(snapshot, suffix, Progress(lambda done, total, rows=rows: rows.append((done, total))))
        assert rows == [(row, len(snapshot.rows)) for row in range(len(snapshot.rows))]
