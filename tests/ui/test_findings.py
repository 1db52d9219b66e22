"""Findings through the whole window: the real register, the real rules, checked by themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from found import BLANKS, FINE, MORE_BLANKS, NAMELESS, check_at_once, fill, flow, said, wait
from hands import Q3, settle, trigger, type_over
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from courtcomms import services
from courtcomms.model import Column, Severity
from courtcomms.reports.form import load_form
from ui.columns import COLUMNS
from ui.findings import checker
from ui.findings.checker import Standing
from ui.main_window import MainWindow
from ui.places import ALL, TRASH, Place, PlaceKind

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


def test_a_report_is_checked_by_itself(doubtful: MainWindow) -> None:
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"
    assert said(doubtful) == [
        ("2", "Назва (вид) заходу", "Подвійний пробіл."),
        ("3", "Назва (вид) заходу", "Немає назви заходу."),
        ("4", "Назва (вид) заходу", "Подвійний пробіл."),
    ]


def test_a_report_without_findings_says_so(real_window: RealWindow) -> None:
    window = real_window()
    fill(window, FINE)
    assert window.findings.heading == "Зауважень немає"
    assert "Усе гаразд" in window.findings.hint


def test_the_list_follows_what_is_typed(doubtful: MainWindow) -> None:
    doubtful.page.view.choose(doubtful.table.ids[2])
    settle()
    type_over(doubtful, "Екскурсія судом")
    trigger(doubtful, "save")
    wait()
    assert doubtful.findings.heading == "Зауваження: 2 поради"
    trigger(doubtful, "undo")
    wait()
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"


def test_typing_is_checked_without_asking_the_register_again(
    doubtful: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    ask = doubtful.parts.service.ask
    monkeypatch.setattr(
        doubtful.parts.service,
        "ask",
        lambda question, *rest, **more: (asked.append(question), ask(question, *rest, **more)),
    )
    doubtful.page.view.choose(doubtful.table.ids[0])
    settle()
    type_over(doubtful, "Круглий  стіл")
    trigger(doubtful, "save")
    wait()
    assert ("1", "Назва (вид) заходу", "Подвійний пробіл.") in said(doubtful)
    assert checker.questions.material not in asked
    type_over(doubtful, "13.08.2020", Column.DATE)
    trigger(doubtful, "save")
    wait()
    assert checker.questions.material in asked, "a date may move a row out of the report"


def test_f7_checks_shows_the_panel_and_tells(doubtful: MainWindow) -> None:
    doubtful.actions_["findings"].setChecked(False)
    assert not doubtful.findings.isVisible()
    trigger(doubtful, "review")
    wait()
    assert doubtful.findings.isVisible()
    assert doubtful.findings.isAncestorOf(QApplication.focusWidget())
    assert doubtful.status.note_text == "·  Перевірено 4 рядки: 1 помилка · 2 поради"


def test_f7_sees_what_was_just_typed(doubtful: MainWindow) -> None:
    doubtful.page.view.choose(doubtful.table.ids[2])
    settle()
    type_over(doubtful, "Екскурсія")
    trigger(doubtful, "review")
    wait()
    assert doubtful.status.note_text == "·  Перевірено 4 рядки: 2 поради"


@pytest.mark.parametrize("place", [ALL, TRASH])
def test_outside_reports_the_foot_makes_room_for_the_table(doubtful: MainWindow, place: Place) -> None:
    doubtful.parts.workspace.go(place)
    wait()
    assert not doubtful.findings.isVisible()
    assert not doubtful.actions_["review"].isEnabled()
    assert not doubtful.actions_["findings"].isEnabled()
    doubtful.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    wait()
    assert doubtful.findings.isVisible()
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"


def test_a_submitted_report_is_not_checked(doubtful: MainWindow) -> None:
    doubtful.parts.service.act(_submit)
    wait()
    assert doubtful.situation.submitted
    assert flow(doubtful).checker.standing is Standing.NOWHERE
    assert not doubtful.findings.isVisible()
    assert doubtful.table.marks.of_cell(doubtful.table.ids[2], Column.TITLE) is Severity.OK
    trigger(doubtful, "undo")
    wait()
    assert doubtful.findings.heading == "Зауваження: 1 помилка · 2 поради"


def _submit(register: object) -> object:
    (court,) = register.courts()  # type: ignore[attr-defined]
    return services.submit_report(register, register.report(court.id, Q3), load_form(None))  # type: ignore[arg-type, attr-defined]


def test_a_large_report_is_checked_when_asked(doubtful: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "MOST", 3)
    doubtful.parts.workspace.go(ALL)
    wait()
    doubtful.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    wait()
    assert said(doubtful) == []
    assert "У звіті 4 рядки" in doubtful.findings.hint
    assert "F7" in doubtful.findings.hint
    trigger(doubtful, "review")
    wait()
    assert len(said(doubtful)) == 3
    doubtful.page.view.choose(doubtful.table.ids[2])
    settle()
    type_over(doubtful, "Екскурсія")
    trigger(doubtful, "save")
    wait()
    assert len(said(doubtful)) == 2, "what spoke of the changed row is gone, the rest is not checked again"
    assert doubtful.findings.heading.endswith("звіт відтоді змінено")


def test_only_the_chosen_rows_findings(doubtful: MainWindow) -> None:
    doubtful.findings.shown._row.setChecked(True)
    doubtful.page.view.choose(doubtful.table.ids[2])
    settle()
    assert [number for number, _, _ in said(doubtful)] == ["3"]
    doubtful.page.view.choose(doubtful.table.ids[0])
    settle()
    assert said(doubtful) == []
    assert "немає" in doubtful.findings.hint
    doubtful.findings.shown._row.setChecked(False)
    assert len(said(doubtful)) == 3


def test_the_cells_are_marked_and_read_out(doubtful: MainWindow) -> None:
    table, title = doubtful.table, COLUMNS.index(Column.TITLE)
    assert table.marks.of_cell(table.ids[2], Column.TITLE) is Severity.ERROR
    assert table.marks.of_cell(table.ids[0], Column.TITLE) is Severity.OK
    cell = table.index(2, title)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Немає назви заходу."
    spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Назва (вид) заходу: порожньо; зауваження: Немає назви заходу."
    assert table.index(0, title).data(Qt.ItemDataRole.ToolTipRole) is None


def test_the_user_can_stop_a_check_in_the_status_line(real_window: RealWindow, qtbot: object) -> None:
    window = real_window(threads=True)
    qtbot.waitUntil(lambda: window.panes.welcoming)  # type: ignore[attr-defined]
    fill(window, *[FINE] * 3)
    keeper = flow(window).checker
    qtbot.waitUntil(lambda: keeper.standing is Standing.HERE)  # type: ignore[attr-defined]
    started: list[str] = []

    def stop() -> None:
        if "Перевіряю звіт…" in window.parts.jobs.labels:
            started.append("stopped")
            window.parts.jobs.cancel_named()

    window.parts.jobs.changed.connect(stop)
    trigger(window, "review")
    qtbot.waitUntil(lambda: keeper.standing is Standing.STOPPED)  # type: ignore[attr-defined]
    assert started == ["stopped"]
    assert window.findings.heading == "Перевірку зупинено"
    assert window.status.note_text == "·  Скасовано: Перевіряю звіт"
    window.parts.jobs.changed.disconnect(stop)
    trigger(window, "review")
    qtbot.waitUntil(lambda: keeper.standing is Standing.HERE)  # type: ignore[attr-defined]


def test_a_check_that_fails_is_told_in_the_panel_alone(
    doubtful: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("broken rule")

    monkeypatch.setattr(checker.questions, "examine", fail)
    trigger(doubtful, "review")
    wait()
    assert doubtful.findings.heading == "Не вдалося перевірити звіт"
    assert doubtful.messenger.box is None
