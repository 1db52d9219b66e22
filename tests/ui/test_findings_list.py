"""The list of findings by itself: its model, its texts, its panel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hands import press, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QToolButton, QWidget

from courtcomms.model import (
    Cells,
    Column,
    DateKind,
    DateSpan,
    Event,
    Finding,
    Participants,
    ParticipantsKind,
    Repair,
    Severity,
)
from ui.findings.model import Entry, FindingsModel, Found, Part
from ui.findings.panel import FindingsPanel
from ui.findings.repairs import by_cell, preview

TEXT = "Розміщення  на сайті"
BLANKS = Repair("Виправити пробіли", 10, 12, " ")


def event(event_id: int, title: str = TEXT) -> Event:
    span, nobody = DateSpan(DateKind.TEXT), Participants(ParticipantsKind.NONE)
    return Event(event_id, 1, 1, Cells(title=title), span, nobody)


HINT = Finding(Severity.HINT, "blanks_double", 1, Column.TITLE, "Подвійний пробіл.", 10, 12, BLANKS, "  ")
WARN = Finding(Severity.WARN, "no_goal", 1, Column.GOAL, "Немає комунікаційної цілі заходу.")
ERROR = Finding(Severity.ERROR, "no_title", 2, Column.TITLE, "Немає назви заходу.")
ALIKE = replace(HINT, event_id=3)
EVENTS = {n: event(n) for n in (1, 2, 3)}
FOUND = Found((HINT, WARN, ERROR), (ALIKE,), {1: 1, 2: 2, 3: 3}, EVENTS)


@pytest.fixture
def model() -> Iterator[FindingsModel]:
    made = FindingsModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(FOUND)
    yield made
    tester.deleteLater()
    made.deleteLater()


def messages(model: FindingsModel) -> list[str]:
    return [model.index(row, Part.MESSAGE).data() for row in range(model.rowCount())]


def test_a_line_tells_weight_row_column_sentence_and_what_to_do(model: FindingsModel) -> None:
    line = [model.index(0, part).data() for part in Part]
    assert line == ["Порада", "1", "Назва (вид) заходу", "Подвійний пробіл.", "Виправити"]
    assert model.index(2, Part.SEVERITY).data() == "Помилка"
    assert model.index(2, Part.ACTION).data() == "Приховати"


def test_the_reports_order_or_the_gravest_first(model: FindingsModel) -> None:
    assert messages(model) == [HINT.message, WARN.message, ERROR.message]
    model.choose(gravest_first=True)
    assert messages(model) == [ERROR.message, WARN.message, HINT.message]


def test_only_some_severities_only_one_row(model: FindingsModel) -> None:
    model.choose(severities=frozenset({Severity.HINT, Severity.WARN}))
    assert messages(model) == [HINT.message, WARN.message]
    model.choose(event_id=2)
    assert messages(model) == []
    model.choose(severities=frozenset(Severity))
    assert messages(model) == [ERROR.message]


def test_hidden_ones_are_listed_when_wanted_with_the_way_back(model: FindingsModel) -> None:
    model.choose(hidden=True)
    assert model.rowCount() == 4
    assert model.index(3, Part.ACTION).data() == "Показувати знову"
    spoken = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("приховане, порада, захід № 3")


def test_what_is_alike_can_be_repaired_together(model: FindingsModel) -> None:
    model.show(Found((HINT, WARN, ALIKE), (), FOUND.numbers, EVENTS))
    assert model.alike(HINT) == (HINT, ALIKE)
    assert model.alike(WARN) == ()


def test_a_screen_reader_hears_the_whole_line_at_once(model: FindingsModel) -> None:
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "помилка, захід № 2, Назва (вид) заходу: Немає назви заходу. Приховати"


def test_the_tip_shows_before_and_after(model: FindingsModel) -> None:
    tip = model.index(0, Part.MESSAGE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Подвійний пробіл.\nБуло: Розміщення ·на сайті\nСтане: Розміщення на сайті"


@pytest.mark.parametrize(
    ("text", "repair", "before", "after"),
    [
        ("", Repair("", 0, 0, "-"), "порожньо", "-"),
        ("суд\u200bовий", Repair("", 3, 4, ""), "суд‹200B›овий", "судовий"),
        ("а\nб", Repair("", 1, 2, " "), "а↵б", "а·б"),
        ("сyд", Repair("", 1, 2, "у"), "сyд", "суд"),
        ("а" * 60 + "  б", Repair("", 60, 62, " "), "…" + "а" * 23 + " ·б", "…" + "а" * 23 + " б"),
        ("х " + "б" * 90, Repair("", 2, 92, ""), f"х {'б' * 24} … {'б' * 24}", "х"),
    ],
)
def test_a_preview_shows_what_cannot_be_seen(text: str, repair: Repair, before: str, after: str) -> None:
    assert preview(text, repair) == (before, after)


def test_repairs_of_one_cell_go_together_and_twice_the_same_is_once() -> None:
    other = replace(HINT, repair=Repair("", 0, 1, "р"))
    (cell,) = by_cell((HINT, other, HINT, WARN), EVENTS)
    assert (cell.event_id, cell.column, cell.seen) == (1, Column.TITLE, TEXT)
    assert cell.repairs == (BLANKS, other.repair)
    assert by_cell((replace(HINT, event_id=9),), EVENTS) == ()


@pytest.fixture
def panel(qapp: object) -> Iterator[FindingsPanel]:
    window = QWidget()
    made = FindingsPanel(window)
    window.resize(870, 150)
    made.resize(870, 150)
    window.show()
    made.show_found(FOUND)
    made.say("Зауваження: 1 помилка · 1 попередження · 1 порада")
    settle()
    yield made
    window.deleteLater()


def buttons(panel: FindingsPanel) -> dict[str, QToolButton]:
    return {button.text(): button for button in panel.findChildren(QToolButton) if button.text()}


def test_enter_leads_to_the_cell(panel: FindingsPanel) -> None:
    led: list[Finding] = []
    panel.entered.connect(led.append)
    panel.list.setFocus()
    panel.list.go(1)
    press(panel.list, Qt.Key.Key_Return)
    assert led == [WARN]


def test_keys_repair_and_hide_the_chosen_line(panel: FindingsPanel) -> None:
    mended: list[tuple[Finding, ...]] = []
    hidden: list[tuple[Finding, ...]] = []
    panel.mended.connect(mended.append)
    panel.hidden_away.connect(hidden.append)
    panel.list.setFocus()
    panel.list.go(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert mended == [(HINT,)]
    assert hidden == [(HINT,)]


def test_buttons_tell_what_they_would_do(panel: FindingsPanel) -> None:
    assert not buttons(panel)["Виправити"].isEnabled()
    panel.list.go(0)
    assert buttons(panel)["Виправити"].isEnabled()
    assert "Стане: Розміщення на сайті" in buttons(panel)["Виправити"].toolTip()
    assert not buttons(panel)["Виправити всі такі (1)"].isEnabled()
    panel.show_found(replace(FOUND, findings=(HINT, WARN, ALIKE), hidden=()))
    assert buttons(panel)["Виправити всі такі (2)"].isEnabled()
    panel.list.go(1)
    assert not buttons(panel)["Виправити"].isEnabled()
    assert buttons(panel)["Приховати"].isEnabled()


def test_the_words_at_the_end_of_a_line_are_a_link(panel: FindingsPanel) -> None:
    done: list[Entry] = []
    panel.list.acted.connect(done.append)
    place = panel.list.visualRect(panel.model.index(1, Part.ACTION)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [entry.finding for entry in done] == [WARN]


def test_a_double_click_on_the_link_does_it_once(panel: FindingsPanel) -> None:
    """The second click would meet the next line, which has moved up meanwhile."""
    done: list[Entry] = []
    panel.list.acted.connect(done.append)
    place = panel.list.visualRect(panel.model.index(0, Part.ACTION)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(done) == 1


def test_a_drag_onto_the_link_does_nothing(panel: FindingsPanel) -> None:
    done: list[Entry] = []
    panel.list.acted.connect(done.append)
    viewport, left = panel.list.viewport(), Qt.MouseButton.LeftButton
    start = panel.list.visualRect(panel.model.index(0, Part.MESSAGE)).center()
    QTest.mousePress(viewport, left, pos=start)
    QTest.mouseRelease(viewport, left, pos=panel.list.visualRect(panel.model.index(1, Part.ACTION)).center())
    assert done == []


def test_the_chosen_line_stays_chosen_when_others_go(panel: FindingsPanel) -> None:
    panel.list.go(1)
    panel.show_found(replace(FOUND, findings=(WARN, ERROR)))
    assert panel.model.entry(panel.list.currentIndex().row()).finding == WARN
    panel.show_found(replace(FOUND, findings=(ERROR,)))
    assert panel.model.entry(panel.list.currentIndex().row()).finding == ERROR


def test_where_nothing_is_listed_a_sentence_stands_and_the_keyboard_finds_a_button(
    panel: FindingsPanel,
) -> None:
    panel.show_found(Found())
    panel.say("Зауважень немає", "Усе гаразд.")
    assert panel.hint == "Усе гаразд."
    panel.setFocus()
    settle()
    assert panel.shown.hasFocus()


def test_every_line_fits_at_the_smallest_width_and_the_rest_is_in_the_tip(panel: FindingsPanel) -> None:
    long = replace(WARN, message="Дуже довге зауваження. " * 12)
    panel.show_found(replace(FOUND, findings=(long,)))
    settle()
    assert panel.list.horizontalScrollBar().maximum() == 0
    assert panel.list.rowHeight(0) < 2 * panel.list.fontMetrics().lineSpacing() + 8
    assert panel.model.index(0, Part.MESSAGE).data(Qt.ItemDataRole.ToolTipRole) == long.message


def test_the_menu_of_the_list_has_everything(panel: FindingsPanel) -> None:
    panel.list.go(0)
    shown = [action.text() for action in panel.list.actions() if action.isVisible()]
    assert shown == [
        "Перейти до клітинки",
        "Виправити",
        "Виправити всі такі (1)",
        "Приховати для цього рядка",
    ]
    assert panel.list.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_what_is_shown_can_be_chosen_with_ticks(panel: FindingsPanel) -> None:
    texts = {action.text(): action for action in panel.shown.menu().actions()}
    texts["Поради"].setChecked(False)
    assert messages(panel.model) == [WARN.message, ERROR.message]
    assert panel.shown.text() == "Показ: не всі"
    texts["Спершу найважливіші"].setChecked(True)
    assert messages(panel.model) == [ERROR.message, WARN.message]
    texts["Показати приховані (1)"].setChecked(True)
    texts["Поради"].setChecked(True)
    assert panel.model.rowCount() == 4
    assert panel.shown.text() == "Показ"
