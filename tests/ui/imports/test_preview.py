"""The preview of an import: what is seen, and what is told when something is wished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hands import press, settle
from plans import (
    COLUMNS,
    LEFT,
    Q2,
    Q3,
    Q4,
    alike,
    batch,
    changed,
    document,
    new,
    plan,
    report,
    same,
    standing,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from courtcomms.importing.document import SourceColumn
from courtcomms.services.import_model import Decision, ImportPlan
from ui.imports.preview import PreviewDialog
from ui.imports.summary_model import FILE, PERIOD, SENT
from ui.imports.words import KEYS, Shown
from ui.report.period_edit import PeriodEdit

Key = Qt.Key
ROWS = (
    new("Новий"),
    same("Той самий"),
    changed("Зустріч голови суду", "Зустріч керівника"),
    alike("Схожий", "Інший"),
)
Opened = Callable[..., PreviewDialog]


@pytest.fixture
def opened(qtbot: object) -> Opened:
    parent = QWidget()
    qtbot.addWidget(parent)  # type: ignore[attr-defined]

    def open_it(planned: ImportPlan, **changes: object) -> PreviewDialog:
        dialog = PreviewDialog(batch(planned, **changes), planned, parent)
        dialog.open()
        settle()
        return dialog

    return open_it


@pytest.fixture
def single(opened: Opened) -> PreviewDialog:
    return opened(plan(report(ROWS, left=LEFT)))


@pytest.fixture
def several(opened: Opened) -> PreviewDialog:
    return opened(
        plan(
            report([new("А")], Q2, name="q2.docx"),
            report([standing("Ведення сторінки", "Ведення сторінок"), new("Б")], Q3, name="q3.docx"),
            unread=(("зламаний.docx", "Файл пошкоджено."),),
        )
    )


def wishes(dialog: PreviewDialog) -> list[int]:
    """Grows by one with each wish."""
    told: list[int] = []
    dialog.wished.connect(lambda: told.append(1))
    return told


def text(dialog: PreviewDialog) -> str:
    return dialog.pane.details.text.toPlainText()


def choose(dialog: PreviewDialog, row: int) -> None:
    dialog.pane.table.setCurrentIndex(dialog.pane.model.index(row, 0))
    settle()


def test_one_document_has_no_list_of_files(single: PreviewDialog) -> None:
    assert not single.table.isVisible()
    assert single.pane.head.name.whole == "zvit.docx"
    assert single.period.period == Q3
    assert single.summary.startswith("2 рядки буде додано")
    assert single.action.isEnabled()


def test_a_changed_row_is_shown_word_by_word(single: PreviewDialog) -> None:
    choose(single, 2)
    assert "раніше: Зустріч керівника\nу файлі: Зустріч голови суду" in text(single)
    assert "стоїть у цьому звіті" in single.pane.details.head
    cursor = single.pane.details.text.document().find("керівника")
    assert cursor.charFormat().fontStrikeOut()
    assert single.pane.details.text.document().find("голови").charFormat().fontUnderline()
    assert not single.pane.details.text.document().find("Зустріч").charFormat().fontUnderline()
    assert single.pane.details.buttons["join"].text() == "&Узяти текст із файла"


def test_a_doubt_names_the_other_event(single: PreviewDialog) -> None:
    choose(single, 3)
    head = single.pane.details.head
    assert "? сумнівно" in head
    assert "⚠ Може бути тим самим заходом, що «Інший»." in head
    assert f"у звіті за {Q2.title}" in head


def test_a_row_is_decided_by_its_buttons(single: PreviewDialog) -> None:
    told = wishes(single)
    choose(single, 2)
    single.pane.details.buttons["join"].click()
    assert told == [1]
    assert single.batch.wishes().decisions == {(0, 2): Decision.JOIN}
    assert not single.action.isEnabled(), "until the plan is made anew"
    single.show_plan(single.plan)
    assert single.action.isEnabled()


def test_a_new_row_cannot_be_joined_with_anything(single: PreviewDialog) -> None:
    choose(single, 0)
    assert not single.pane.details.buttons["join"].isEnabled()
    assert single.pane.details.buttons["add"].isChecked()


def test_the_blank_key_turns_the_chosen_rows(single: PreviewDialog) -> None:
    table = single.pane.table
    table.selectAll()
    press(table, Key.Key_Space)
    skipped = {(0, row): Decision.SKIP for row in range(4)}
    assert single.batch.wishes().decisions == skipped
    choose(single, 2)
    press(table, Key.Key_Space)
    assert single.batch.wishes().decisions == {**skipped, (0, 2): Decision.JOIN}


def test_many_rows_are_decided_in_one_wish(opened: Opened) -> None:
    dialog = opened(plan(report([new(f"Захід {number}") for number in range(10_000)])))
    told = wishes(dialog)
    dialog.pane.table.selectAll()
    press(dialog.pane.table, Key.Key_Space)
    assert told == [1]
    assert len(dialog.batch.wishes().decisions) == 10_000


def test_one_decision_for_all_rows_of_a_mark(single: PreviewDialog) -> None:
    single.pane.filter.buttons[Shown.NEW].click()
    settle()
    assert single.pane.model.rowCount() == 1
    actions = {action.text(): action for action in single.pane.filter.menu.actions()}
    actions["Не брати"].trigger()
    assert single.batch.wishes().decisions == {(0, 0): Decision.SKIP}


def test_the_menu_of_the_rows_has_every_decision(single: PreviewDialog) -> None:
    choose(single, 3)
    actions = {action.text(): action for action in single.pane.table.actions()}
    assert list(actions) == ["Додати як новий захід", "Той самий захід", "Не брати"]
    actions["Той самий захід"].trigger()
    assert single.batch.wishes().decisions == {(0, 3): Decision.JOIN}


def test_the_filter_says_how_many_there_are(single: PreviewDialog) -> None:
    texts = [button.text() for button in single.pane.filter.buttons.values()]
    assert texts == ["Усі (4)", "+ новий (1)", "= такий самий (1)", "≠ змінено (1)", "? сумнівно (1)"]


def test_all_rows_are_shown_where_the_chosen_mark_has_none_any_more(single: PreviewDialog) -> None:
    single.pane.filter.buttons[Shown.CHANGED].click()
    settle()
    assert single.pane.model.rowCount() == 1
    read_anew = plan(report([new(row.row.cells.title) for row in ROWS]))
    single.batch.documents = (read_anew.reports[0].document,)
    single.show_plan(read_anew)
    settle()
    assert single.pane.filter.mark is None
    assert single.pane.model.rowCount() == len(ROWS)


def test_what_was_not_taken_is_listed(single: PreviewDialog) -> None:
    assert "не взято: зображення — після таблиці" in single.pane.notes.toPlainText()
    assert single.pane.tabs.tabText(2) == "До &уваги (2)"


def test_another_choice_of_a_column_is_told(single: PreviewDialog) -> None:
    told: list[tuple[object, tuple[str | None, ...]]] = []
    single.rechosen.connect(lambda key, keys: told.append((key, keys)))
    choice = single.pane.table.choices[2]
    assert choice.accessibleName() == "Чим є стовпець 3 «goal»"
    assert [choice.itemText(place) for place in range(choice.count())] == ["не брати", *KEYS.values()]
    choice.setCurrentIndex(0)
    keys = tuple(column.key for column in COLUMNS)
    assert told == [(("zvit.docx", 0), (*keys[:2], None, *keys[3:]))]
    assert not single.action.isEnabled()


def test_trouble_with_a_choice_leaves_the_rows(single: PreviewDialog) -> None:
    single.tell("Файл змінився.")
    assert single._trouble.text() == "⚠ Файл змінився."
    assert single._trouble.isVisible()
    assert single.action.isEnabled()


def test_another_document_of_other_columns_has_other_choices(single: PreviewDialog) -> None:
    own = (SourceColumn(0, "Захід", "title"), SourceColumn(1, "Коли", None))
    single.show_plan(plan(report(ROWS, columns=own)))
    settle()
    single.batch.documents = (document(columns=own),)
    single.show_plan(plan(report(ROWS, columns=own)))
    assert single.pane.table.keys == ("title", None)


def test_the_keyboard_stays_at_the_column_that_was_chosen_anew(opened: Opened) -> None:
    dialog = opened(plan(report(ROWS)))
    dialog.resize(1040, 620)
    dialog.pane.table.choices[1].setFocus()
    other = (COLUMNS[0], SourceColumn(1, "Інше", "goal"), *COLUMNS[2:])
    dialog.batch.documents = (document(columns=other),)
    dialog.show_plan(plan(report(ROWS, columns=other)))
    settle()
    assert dialog.focusWidget() is dialog.pane.table.choices[1]
    assert dialog.pane.table.horizontalScrollBar().value() == 0


def test_what_is_doubtful_is_not_cut_on_a_small_screen(opened: Opened) -> None:
    long = "Можливо, це той самий захід, що «Розміщення на інформаційних стендах суду (буклети)». " * 3
    dialog = opened(plan(report([changed("А", "Б"), new("В", long)])), remembered=frozenset({"a shape"}))
    dialog.resize(1340, 700)
    choose(dialog, 1)
    label = dialog.pane.details._doubts
    assert label.height() >= label.heightForWidth(label.width())


def test_remembered_choices_are_told_and_can_be_forgotten(opened: Opened) -> None:
    dialog = opened(plan(report(ROWS)), remembered=frozenset({"a shape"}))
    told: list[object] = []
    dialog.forgotten.connect(told.append)
    assert dialog.pane.head.remembered.isVisible()
    dialog.pane.head.forget.click()
    assert told == [("zvit.docx", 0)]


def test_nothing_is_said_where_nothing_was_remembered(single: PreviewDialog) -> None:
    assert not single.pane.head.remembered.isVisible()


def test_another_period_is_wished(single: PreviewDialog) -> None:
    told = wishes(single)
    single.period.choose(Q4)
    assert told == [1]
    assert single.batch.wishes().periods == {0: Q4}


def test_choosing_a_line_shows_its_document(several: PreviewDialog) -> None:
    assert several.table.isVisible()
    assert several.pane.head.name.whole == "q2.docx"
    several.table.setFocus()
    press(several.table, Key.Key_Down)
    assert several.pane.head.name.whole == "q3.docx"
    assert several.pane.model.rowCount() == 2
    press(several.table, Key.Key_Down)
    assert several.pane.model.rowCount() == 0
    assert several.pane.notes.isVisible()
    assert several.pane.notes.toPlainText() == "⚠ Файл пошкоджено."
    assert several.pane.head.court.whole == ""
    assert not several.period.isEnabled()
    press(several.table, Key.Key_Up)
    assert several.period.isEnabled()


def test_a_refused_line_stays_the_current_one(several: PreviewDialog) -> None:
    several.table.selectRow(2)
    several.show_plan(several.plan)
    assert several.table.currentIndex().row() == 2


def test_a_file_is_left_out_by_the_keyboard(several: PreviewDialog) -> None:
    told = wishes(several)
    several.table.setFocus()
    press(several.table, Key.Key_Space)
    assert several.batch.wishes().left_out == {0}
    assert told == [1]


def test_a_report_is_kept_as_sent_by_its_tick(several: PreviewDialog) -> None:
    several.lines.setData(several.lines.index(0, SENT), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    several.pane.head.as_sent.click()
    assert several.batch.wishes().sent == {0: True}


def test_the_period_is_changed_in_its_line(several: PreviewDialog) -> None:
    index = several.lines.index(1, PERIOD)
    delegate = several.table.itemDelegateForIndex(index)
    edit = delegate.createEditor(several.table.viewport(), QStyleOptionViewItem(), index)
    assert isinstance(edit, PeriodEdit)
    delegate.setEditorData(edit, index)
    assert edit.period == Q3
    edit.choose(Q4)
    delegate.setModelData(edit, several.lines, index)
    assert several.batch.wishes().periods == {1: Q4}
    edit.deleteLater()


def test_the_proposals_are_seen_first(several: PreviewDialog) -> None:
    pane = several.pane
    assert pane.tabs.currentWidget() is pane.proposals
    assert pane.tabs.tabText(1) == "Про&позиції (1)"
    assert pane.proposals.lead.text().startswith("1 рядок буде поєднано")


def test_a_proposal_is_turned_down(several: PreviewDialog) -> None:
    model = several.pane.proposed
    model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert several.batch.wishes().decisions == {(1, 0): Decision.ADD}


def test_a_report_need_not_be_kept_as_sent(opened: Opened) -> None:
    dialog = opened(plan(report([new("А")], Q2, sent=True)))
    model = dialog.pane.proposed
    model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.batch.wishes().sent == {0: False}


def test_a_proposal_leads_to_its_row(several: PreviewDialog) -> None:
    view = several.pane.proposals.list
    view.setCurrentIndex(several.pane.proposed.index(0))
    view.activated.emit(view.currentIndex())
    settle()
    assert several.pane.head.name.whole == "q3.docx"
    assert several.pane.tabs.currentWidget() is several.pane.details
    assert "Ведення сторінок" in text(several)


def test_a_report_that_must_stay_has_no_free_tick(opened: Opened) -> None:
    dialog = opened(plan(report([new("А")], Q2, sent=True, required=True)))
    assert dialog.pane.head.as_sent.isChecked()
    assert not dialog.pane.head.as_sent.isEnabled()


def test_into_a_submitted_report_nothing_goes(opened: Opened) -> None:
    dialog = opened(plan(report(ROWS, frozen=True)))
    assert not dialog.action.isEnabled()
    assert dialog.summary == "Нічого не буде взято"
    assert "подано" in dialog.pane.notes.toPlainText()
    choose(dialog, 0)
    assert not any(button.isEnabled() for button in dialog.pane.details.buttons.values())


def test_a_report_without_rows_is_a_report_too(opened: Opened) -> None:
    empty = replace(document(), rows=())
    made = plan(replace(report([]), document=empty))
    assert opened(made).action.isEnabled()


def test_it_dies_once_closed(single: PreviewDialog) -> None:
    parent = single.parentWidget()
    single.close()
    settle()
    assert parent.findChildren(PreviewDialog) == []


def test_enter_imports_and_escape_does_not(single: PreviewDialog) -> None:
    agreed: list[object] = []
    single.agreed.connect(agreed.append)
    planned = single.plan
    press(single, Key.Key_Return)
    assert agreed == [planned]


def test_escape_imports_nothing(single: PreviewDialog) -> None:
    agreed: list[object] = []
    single.agreed.connect(agreed.append)
    press(single, Key.Key_Escape)
    assert agreed == []


@pytest.mark.parametrize("name", ["single", "several"])
def test_it_fits_a_small_screen(request: pytest.FixtureRequest, name: str) -> None:
    dialog = request.getfixturevalue(name)
    least = dialog.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 720


def test_a_file_name_of_any_length_does_not_widen_it(opened: Opened) -> None:
    dialog = opened(plan(report(ROWS, name="дуже довга назва файла " * 20 + ".docx")))
    assert dialog.minimumSizeHint().width() <= 1366
    assert dialog.lines.index(0, FILE).data().endswith(".docx")
