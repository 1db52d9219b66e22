"""A report with something to find, and what the window says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import Q3, settle

from courtcomms.model import Cells, Court, CourtName, Finding
from ui.findings import checker
from ui.findings.flow import FindingsFlow
from ui.findings.model import Part
from ui.main_window import MainWindow
from ui.register import queries

FINE = Cells(
    title="Круглий стіл",
    goal="Обговорення змін у роботі суду",
    date="13.08.2021",
    site_links="https://zr.court.gov.ua/sud0001/",
    media="-",
    audience="Громадяни",
    responsible="Керівник апарату",
    participants="15",
)
BLANKS = replace(FINE, title="Розміщення  на сайті", date="14.08.2021")
MORE_BLANKS = replace(FINE, title="Публікація  на стенді", date="16.08.2021")
NAMELESS = replace(FINE, title="", date="17.08.2021")


def check_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks do not wait for a pause in the work."""
    monkeypatch.setattr(checker, "FIRST", 0)
    monkeypatch.setattr(checker, "PAUSE", 0)


def wait() -> None:
    """Let the check come and go."""
    for _ in range(4):
        settle()


def fill(window: MainWindow, *rows: Cells) -> None:
    """A court whose report of the third quarter has these rows."""
    court = Court(0, (CourtName("Зразківський суд", "Зразківського суду"),))
    window.parts.service.act(queries.start_blank, court, Q3, undoable=False)
    settle()
    window.parts.service.act(_add_rows, rows, undoable=False)
    wait()


def _add_rows(register: object, rows: tuple[Cells, ...]) -> object:
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")  # type: ignore[attr-defined]


def flow(window: MainWindow) -> FindingsFlow:
    return window.commands.findings


def said(window: MainWindow) -> list[tuple[str, str, str]]:
    """Number, column and sentence of each line of the list."""
    model = window.findings.model
    parts = (Part.NUMBER, Part.COLUMN, Part.MESSAGE)
    return [tuple(model.index(row, part).data() for part in parts) for row in range(model.rowCount())]  # type: ignore[misc]


def line(window: MainWindow, code: str) -> Finding:
    """Choose the first line of a rule."""
    found = next(one for one in flow(window).checker.findings if one.code == code)
    window.findings.list.go(window.findings.model.row_of(found))
    return found
