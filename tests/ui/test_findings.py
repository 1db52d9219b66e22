"""Findings through the whole window: the real register, the real rules, checked by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hands import Q3, edit_of, press, settle, titles, trigger, type_over
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from courtcomms import services
from courtcomms.model import Cells, Column, Court, CourtName, Finding, Severity
from courtcomms.reports.form import load_form
from ui.columns import COLUMNS
from ui.findings import checker
from ui.findings.checker import Standing
from ui.findings.flow import FindingsFlow
from ui.findings.model import Part
from ui.main_window import MainWindow
from ui.places import ALL, TRASH, Place, PlaceKind
from ui.register import queries

RealWindow = Callable[..., MainWindow]

FINE = Cells(
    title="Круглий стіл",
    goal="Обговорення змін у роботі суду",
    date="13.08.2021",
    site_links="https://zr.court.gov.ua/sud1/1/",
    media="-",
    audience="Громадяни",
    responsible="Керівник апарату",
    participants="15",
)
BLANKS = replace(FINE, title="Розміщення  на сайті", date="14.08.2021")
MORE_BLANKS = replace(FINE, title="Публікація  на стенді", date="16.08.2021")
NAMELESS = replace(FINE, title="", date="17.08.2021")


@pytest.fixture(autouse=True)
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


@pytest.fixture
def doubtful(real_window: RealWindow) -> MainWindow:
    """A report of four rows with an error and two certain repairs."""
    window = real_window()
    fill(window, FINE, BLANKS, NAMELESS, MORE_BLANKS)
    return window


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
