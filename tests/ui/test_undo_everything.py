"""Every kind of step of the real program, all undone to the beginning and all done again; the whole register
is compared on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import deeds_report  # noqa: F401 - adds its deeds
import pytest
from deeds import DEEDS, at, written
from found import wait
from hands import settle, trigger
from PySide6.QtGui import QGuiApplication
from report_flows import BEFORE, NEWEST, dialog, go, register_of

from courtcomms.model import EventState
from courtcomms.period import Period
from courtcomms.services.import_model import Decision
from courtcomms.store import EventQuery, Register
from ui.imports.preview import PreviewDialog
from ui.main_window import MainWindow

Picture = dict[str, Any]


def picture(register: Register) -> Picture:
    """Everything the user has in the register, as the register tells it."""
    (court,) = register.courts()
    reports = register.reports(court.id)
    return {
        "court": court,
        "events": {
            state: _events(register, court.id, state) for state in (EventState.LIVE, EventState.TRASHED)
        },
        "reports": {report.period: (report.state, report.rows) for report in reports},
        "orders": {report.period: _order(register, court.id, report.period) for report in reports},
        "with those left out": {
            report.period: register.event_ids(EventQuery(court.id, period=report.period, excluded=True))
            for report in reports
        },
        "frozen": {report.period: register.frozen(report.id) for report in reports if report.submitted_at},
        "hidden": register.dismissals(court.id),
        "usual": register.defaults(court.id),
        "outlets": register.outlets(),
    }


def _events(register: Register, court_id: int, state: EventState) -> dict[int, tuple[object, ...]]:
    ids = register.event_ids(EventQuery(court_id, state=state))
    return {
        event.id: (event.cells, event.note, event.tags, event.standing, event.closed_on, event.date_span)
        for event in register.events(ids)
    }


def _order(register: Register, court_id: int, period: Period) -> tuple[int, ...]:
    return register.event_ids(EventQuery(court_id, period=period))


def exported(window: MainWindow, target: Path) -> None:
    """The report that is shown, as a document."""
    window.commands.exporting.write(str(target))
    settle()


def brought_in(window: MainWindow, document: Path) -> None:
    """Import a document into the quarter after the next."""
    window.commands.importing.read(str(document))
    settle()
    asked = dialog(window, PreviewDialog)
    asked.period._year.setValue(2027)
    settle()
    # As events of their own: else the older reports would be kept as sent, and could not be worked on.
    asked.pane.model.decide(range(asked.pane.model.rowCount()), Decision.ADD)
    settle()
    asked.accept()
    settle()
    go(window, NEWEST)


def many_texts(window: MainWindow) -> None:
    """Work on in another report: the first one is submitted by now."""
    go(window, BEFORE)
    for number in range(55):
        at(window, number % 3)
        written(window, f"Ще один текст {number}")


@pytest.fixture
def worked(sampled: MainWindow, tmp_path: Path) -> Iterator[tuple[MainWindow, dict[int, Picture]]]:
    """The window after everything, and what the register was like after so many steps."""
    go(sampled, NEWEST)
    wait()
    document = tmp_path / "zvit.docx"
    exported(sampled, document)
    register, history = register_of(sampled), sampled.parts.history
    pictures = {0: picture(register)}
    sampled.parts.service.written.connect(lambda _done: pictures.update({history.count: picture(register)}))
    for one in DEEDS:
        count = history.count
        one(sampled)
        assert history.count > count, f"{one.__name__} made no step"
        assert sampled.messenger.box is None, f"{one.__name__}: {sampled.messenger.box.text()}"
    brought_in(sampled, document)
    many_texts(sampled)
    yield sampled, pictures
    # The offscreen clipboard outlives the interpreter and would then free what Python has freed.
    QGuiApplication.clipboard().clear()


def test_everything_is_undone_to_the_beginning_and_done_again(
    worked: tuple[MainWindow, dict[int, Picture]],
) -> None:
    window, pictures = worked
    history, register = window.parts.history, register_of(window)
    count = history.count
    assert count > 100
    names = []
    for number in reversed(range(count)):
        names.append(history.undo_text)
        trigger(window, "undo")
        assert window.messenger.box is None, f"{names[-1]}: {window.messenger.box.text()}"
        assert picture(register) == pictures[number], f"undone: {names[-1]}"
    assert all(names)
    assert not history.can_undo
    for number in range(1, count + 1):
        name = history.redo_text
        assert name == names[count - number]
        trigger(window, "redo")
        assert window.messenger.box is None, f"{name}: {window.messenger.box.text()}"
        if number % 10 == 0 or number == count:
            assert picture(register) == pictures[number], f"done again: {name}"
    assert not history.can_redo
    assert register.integrity() == ()
