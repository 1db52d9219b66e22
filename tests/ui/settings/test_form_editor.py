"""The editor of forms: what is changed is seen, what is wrong is said, what is not saved is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hands import press, settle, trigger, type_text
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QWidget

from courtcomms.model import Column
from courtcomms.reports.form import Align, Font, ReportForm, Signatory, load_form
from courtcomms.reports.form_check import NAME, WIDTHS, heading_field, title_field
from courtcomms.reports.form_library import STANDARD, FormLibrary
from courtcomms.reports.form_model import FormLetterhead, Letterhead, LetterheadLine
from ui.dialogs import Dialog
from ui.editor.cell_edit import CellEdit
from ui.main_window import MainWindow
from ui.settings import form_work
from ui.settings.form_choice_dialog import FormChoiceDialog
from ui.settings.form_dialog import FormsDialog
from ui.settings.form_name_dialog import FormNameDialog
from ui.settings.form_preview import FormPreview


@pytest.fixture
def library(sampled: MainWindow) -> FormLibrary:
    return sampled.parts.forms


@pytest.fixture
def editor(sampled: MainWindow) -> FormsDialog:
    return opened(sampled)


def opened(window: MainWindow) -> FormsDialog:
    trigger(window, "forms")
    settle()
    dialog = window.commands.forms.dialog
    assert dialog is not None
    return dialog


def over(dialog: QWidget, kind: type) -> QDialog:
    """The dialog that stands over another one."""
    (found,) = [one for one in dialog.findChildren(QDialog) if type(one) is kind and one.isVisible()]
    return found


def closed(window: MainWindow) -> bool:
    settle()
    return window.commands.forms.dialog is None


def write(field: CellEdit, text: str) -> None:
    """Replace a field's text as a person does."""
    field.selectAll()
    type_text(field, text)


def shown(editor: FormsDialog) -> ReportForm:
    """The form that the preview was last given."""
    preview = editor.preview
    if preview._soon.isActive():
        preview._soon.stop()
        preview._lay_out()
        settle()
    report = preview.sheets.report
    assert report is not None
    return report.snapshot.form


def test_the_report_that_is_shown_is_the_picture(editor: FormsDialog, sampled: MainWindow) -> None:
    report = editor.preview.sheets.report
    place = sampled.parts.workspace.place
    assert report is not None
    assert place is not None
    assert report.snapshot.period == place.period
    sheets = editor.preview.sheets
    assert editor.preview.place.text() == f"Аркуш {sheets.page + 1} з {report.page_count}"
    editor.tabs.setCurrentIndex(3)
    assert sheets.frame_of(report.page_count - 1).bottom() <= sheets.viewport().height()
    editor.tabs.setCurrentIndex(0)
    assert sheets.frame_of(0).top() >= 0


def test_a_change_is_seen_at_once_and_saved_only_when_said(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    assert not editor.action.isEnabled()
    editor.titles.rows[0].text.setText("Додаток 2")
    editor.titles.rows[1].show_line.setChecked(False)
    assert shown(editor).titles[0].text == "Додаток 2"
    assert not shown(editor).titles[1].show
    assert "Додаток 2" in [line.text for line in editor.preview.sheets.report.snapshot.titles]
    assert library.load(STANDARD) == load_form()
    assert editor.list.list.item(0).text() == f"{STANDARD} *"
    editor.action.click()
    assert closed(sampled)
    assert library.load(STANDARD).titles[0].text == "Додаток 2"
    again = opened(sampled)
    assert again.titles.rows[0].text.text() == "Додаток 2"


def test_back_to_what_it_was_is_no_change(editor: FormsDialog) -> None:
    editor.page.breaking.setChecked(True)
    assert editor.action.isEnabled()
    editor.page.breaking.setChecked(False)
    assert not editor.action.isEnabled()
    assert editor.list.list.item(0).text() == STANDARD


def test_opening_and_looking_changes_nothing(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    for place in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(place)
        settle()
    assert not editor.action.isEnabled()
    editor.reject()
    assert closed(sampled)
    assert not library.folder.exists()


def test_every_field_reaches_the_form(editor: FormsDialog) -> None:
    editor.titles.rows[2].align.setCurrentIndex(0)
    editor.titles.rows[2].bold.setChecked(False)
    write(editor.columns.headings[Column.TITLE], "Що\nбуло")
    editor.columns.widths[Column.TITLE].setValue(30.5)
    editor.columns.aligns[Column.TITLE].setCurrentIndex(2)
    for key, size in (("left_mm", 20), ("right_mm", 15), ("top_mm", 25), ("bottom_mm", 10)):
        editor.page.margins[key].setValue(size)
    for key, size in (("title_pt", 13), ("table_pt", 9), ("tail_pt", 11)):
        editor.page.sizes[key].setValue(size)
    editor.page.font_name.setCurrentText("Arial")
    for switch in (editor.page.numbers, editor.page.breaking, editor.page.cell_links):
        switch.toggle()
    editor.tail.signatory_box.setChecked(True)
    write(editor.tail.post, "Голова\nсуду")
    editor.tail.name.setText("Ольга ЗРАЗОК")
    editor.tail.day_box.setChecked(True)
    editor.tail.day.setDate(QDate(2026, 10, 5))
    editor.tail.executor_box.setChecked(True)
    editor.tail.executor.setText("Зразок О. В.")
    editor.tail.phone.setText("1")
    form = shown(editor)
    assert (form.titles[2].align, form.titles[2].bold) == (Align.LEFT, False)
    assert form.titles[2].text == load_form().titles[2].text
    column = form.columns[1]
    assert (column.heading, column.width_mm, column.align) == ("Що\nбуло", 30.5, Align.RIGHT)
    page = form.page
    assert (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm) == (20, 15, 25, 10)
    assert (page.page_numbers, form.rows_break, form.excel.cell_links) == (False, True, True)
    assert form.font == Font("Arial", 13, 9, 11)
    assert form.signatory == Signatory(True, "Голова\nсуду", "Ольга ЗРАЗОК")
    assert form.signed.day == date(2026, 10, 5)
    assert (form.executor.show, form.executor.name, form.executor.phone) == (True, "Зразок О. В.", "1")


def test_lines_are_added_moved_and_taken_away(editor: FormsDialog) -> None:
    titles = editor.titles
    titles.rows[0].text.setFocus()
    titles.adding.click()
    titles.places.menu().actions()[2].trigger()
    assert titles.rows[1].text.text() == "{період}"
    titles.lowering.click()
    titles.removing.setFocus()
    assert [row.text.text() for row in titles.rows][:3] == ["Таблиця 1", "Звіт", "{період}"]
    assert shown(editor).titles[2].text == "{period}"
    titles.raising.click()
    titles.removing.click()
    assert len(shown(editor).titles) == 4
    assert [row.text.accessibleName() for row in titles.rows] == [
        f"Рядок {n} над таблицею" for n in range(1, 5)
    ]
    for _ in range(4):
        titles.removing.click()
    assert shown(editor).titles == ()
    assert not titles.removing.isEnabled()


@pytest.mark.parametrize(
    ("ukrainian", "stable"),
    [("{суду}", "{court_genitive}"), ("{суд}", "{court_nominative}"), ("{період}", "{period}")],
)
def test_a_place_may_be_typed_in_either_spelling(editor: FormsDialog, ukrainian: str, stable: str) -> None:
    row = editor.titles.rows[1]
    for typed in (ukrainian, stable):
        row.text.setText(f"Звіт {typed}")
        assert shown(editor).titles[1].text == f"Звіт {stable}"
        assert row.remark.isHidden()


def test_a_mistake_is_told_at_its_field_and_keeps_the_form_from_being_saved(editor: FormsDialog) -> None:
    editor.titles.rows[1].text.setText("Звіт {хтось}")
    remark = editor.titles.remarks[title_field(1)]
    assert not remark.isHidden()
    assert remark.label.text().startswith("Помилка. У фігурних дужках")
    assert editor.tabs.tabText(0) == "Рядки (!)"
    assert not editor.action.isEnabled()
    before = editor.preview.sheets.report
    editor.accept()
    assert editor.isVisible()
    assert editor.preview.sheets.report is before
    editor.titles.rows[1].text.setText("Звіт")
    assert remark.isHidden()
    assert editor.tabs.tabText(0) == "Рядки"


def test_widths_are_counted_and_shared_out(editor: FormsDialog) -> None:
    columns = editor.columns
    assert columns.total.text() == "Разом 257 з 257 мм"
    assert not columns.sharing.isEnabled()
    columns.widths[Column.GOAL].setValue(20)
    assert columns.total.text() == "Разом 239 з 257 мм; вільно 18 мм"
    assert "«Комунікаційна» не вміщується" in columns.remarks[heading_field(Column.GOAL)].label.text()
    columns.sharing.click()
    assert columns.total.text() == "Разом 257 з 257 мм"
    assert columns.remarks[heading_field(Column.GOAL)].isHidden()
    assert editor.action.isEnabled()
    editor.page.margins["left_mm"].setValue(50)
    assert not columns.remarks[WIDTHS].isHidden()
    assert editor.tabs.tabText(1) == "Колонки (!)"
    columns.sharing.click()
    assert columns.total.text() == "Разом 237 з 237 мм"
    assert editor.tabs.tabText(1) == "Колонки"


def test_the_other_form_of_a_name_is_offered(editor: FormsDialog) -> None:
    editor.tail.signatory_box.setChecked(True)
    editor.tail.name.setText("Зразок Ольга Іванівна")
    remark = editor.tail.remarks[NAME]
    assert editor.tail.name.text() == "Зразок Ольга Іванівна"
    assert remark.repair.text() == "Записати «Ольга ЗРАЗОК»"
    remark.repair.click()
    assert editor.tail.name.text() == "Ольга ЗРАЗОК"
    assert remark.isHidden()
    editor.tail.name_form.setCurrentIndex(1)
    assert editor.tail.name.text() == "Ольга ЗРАЗОК"
    assert remark.repair.text() == "Записати «О. Зразок»"


def test_closing_with_unsaved_changes_asks_first(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    editor.page.breaking.setChecked(True)
    press(editor, Qt.Key.Key_Escape)
    question = over(editor, Dialog)
    assert question.cancel.text() == "&Повернутися"
    press(question.focusWidget() or question, Qt.Key.Key_Return)
    settle()
    assert editor.isVisible(), "Enter must not throw the changes away"
    assert editor.page.breaking.isChecked()
    editor.cancel.click()
    over(editor, Dialog).accept()
    assert closed(sampled)
    assert library.load(STANDARD) == load_form()


def test_forms_are_made_copied_renamed_and_deleted(editor: FormsDialog, library: FormLibrary) -> None:
    editor.page.breaking.setChecked(True)
    editor.list.copying.click()
    asked = over(editor, FormNameDialog)
    assert asked.name.text() == f"{STANDARD} (копія)"
    assert asked.focusWidget() is asked.name
    asked.name.setText(STANDARD.upper())
    assert not asked.action.isEnabled()
    assert "вже є" in asked.note.text()
    asked.name.setText("Для ради")
    asked.accept()
    settle()
    assert library.names() == (STANDARD, "Для ради")
    assert library.load("Для ради").rows_break
    assert editor.drafts.current == "Для ради"
    assert editor.drafts.changed(STANDARD), "a change of another form must not be lost by making a copy"
    editor.tail.executor.setText("Хтось")
    editor.list.renaming.click()
    asked = over(editor, FormNameDialog)
    asked.name.setText("Для зборів")
    asked.accept()
    settle()
    assert library.names() == (STANDARD, "Для зборів")
    assert editor.drafts.form.executor.name == "Хтось"
    assert editor.drafts.changed("Для зборів")
    editor.list.deleting.click()
    question = over(editor, Dialog)
    question.accept()
    settle()
    assert library.names() == (STANDARD,)
    assert (editor.drafts.current, editor.page.breaking.isChecked()) == (STANDARD, True)
    assert not editor.list.deleting.isEnabled()
    assert not editor.list.renaming.isEnabled()


def test_changes_of_several_forms_are_saved_together(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    editor.list.creating.click()
    over(editor, FormNameDialog).accept()
    settle()
    editor.page.margins["left_mm"].setValue(25)
    editor.list.go(STANDARD)
    assert editor.page.margins["left_mm"].value() == 30
    editor.page.margins["left_mm"].setValue(28)
    editor.action.click()
    assert closed(sampled)
    assert (library.load(STANDARD).page.left_mm, library.load("Нова форма").page.left_mm) == (28, 25)


def test_standard_fields_come_back_unsaved(editor: FormsDialog, library: FormLibrary) -> None:
    library.save(STANDARD, replace(load_form(), rows_break=True))
    editor.work(form_work.open_shelf, 0, None, done=editor.take)
    settle()
    assert editor.page.breaking.isChecked()
    editor.list.restoring.click()
    assert not editor.page.breaking.isChecked()
    assert editor.action.isEnabled()
    assert library.load(STANDARD).rows_break


def test_a_form_is_chosen_for_the_report_that_is_shown(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    place, court = sampled.parts.workspace.place, sampled.parts.workspace.overview.court
    editor.list.creating.click()
    over(editor, FormNameDialog).accept()
    settle()
    assert "жодного звіту" in editor.list.uses.text()
    editor.list.using.click()
    asked = over(editor, FormChoiceDialog)
    assert asked.form.currentText() == "Нова форма"
    asked.accept()
    settle()
    assert library.chosen(court.id, place.period) == "Нова форма"
    assert place.period.name in editor.list.uses.text()
    editor.reject()
    assert closed(sampled)
    assert opened(sampled).drafts.current == "Нова форма"


def test_a_letterhead_is_taken_and_dropped(
    editor: FormsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "погано.docx"
    bad.write_bytes(b"no")
    editor.deeds.take_file(str(bad))
    settle()
    assert "погано.docx" in editor.letterhead.note.text()
    assert not editor.action.isEnabled()
    content = Letterhead(b"", (LetterheadLine("Вигаданий суд", Align.CENTER),))
    made = FormLetterhead("letterhead_1.docx", "Бланк.docx", content)
    monkeypatch.setattr(form_work, "keep_letterhead", lambda *_: (made, ("макроси",)))
    editor.deeds.take_file(str(bad))
    settle()
    assert "Бланк.docx" in editor.letterhead.state.text()
    assert "Вигаданий суд" in editor.letterhead.state.text()
    assert editor.letterhead.note.text() == "З файла не взято: макроси."
    assert shown(editor).letterhead == made
    editor.letterhead.dropping.click()
    assert shown(editor).letterhead is None
    assert not editor.action.isEnabled()


def test_a_broken_file_is_told_and_the_editor_works(sampled: MainWindow, library: FormLibrary) -> None:
    library.folder.mkdir(parents=True)
    (library.folder / "x.toml").write_text("[", encoding="utf-8")
    (sampled.parts.folder / "table1.toml").write_text("[", encoding="utf-8")
    editor = opened(sampled)
    assert "x.toml.broken" in editor.note.text()
    assert "table1.toml" in editor.note.text()
    editor.page.breaking.setChecked(True)
    editor.action.click()
    assert closed(sampled)
    assert library.load(STANDARD).rows_break
    assert (sampled.parts.folder / "table1.toml.old").read_text(encoding="utf-8") == "["


def test_a_disk_that_cannot_be_written_loses_nothing(
    editor: FormsDialog, library: FormLibrary, sampled: MainWindow
) -> None:
    own = sampled.parts.folder / "table1.toml"
    own.mkdir()
    editor.page.breaking.setChecked(True)
    editor.action.click()
    settle()
    assert editor.isVisible()
    assert "table1.toml" in editor.note.text()
    assert editor.action.isEnabled()
    own.rmdir()
    editor.action.click()
    assert closed(sampled)


def test_without_a_report_the_sample_is_the_picture(make_window, monkeypatch: pytest.MonkeyPatch) -> None:
    example = form_work._sample()
    assert len(example.events) > 5
    assert example.court.names[-1].genitive


@pytest.mark.parametrize("size", [(1346, 680), (1100, 620)])
def test_it_fits_a_small_screen(editor: FormsDialog, size: tuple[int, int]) -> None:
    editor.resize(*size)
    settle()
    assert (editor.width(), editor.height()) == size
    for place in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(place)
        settle()
        page = editor.pages[place]
        area = editor.tabs.widget(place)
        assert page.minimumSizeHint().width() <= area.viewport().width() + 1, place


def test_every_field_has_a_name_and_the_keyboard(editor: FormsDialog) -> None:
    for place in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(place)
        settle()
        fields = [*editor.pages[place].findChildren(QWidget)]
        for field in fields:
            if isinstance(field, QAbstractButton | QComboBox | QLineEdit) and field.isVisibleTo(editor):
                inner = isinstance(field.parent(), QComboBox) or "spinbox" in field.objectName()
                assert inner or field.accessibleName() or getattr(field, "text", str)(), field
                assert inner or field.focusPolicy() & Qt.FocusPolicy.TabFocus, field


def test_the_picture_waits_for_a_pause(editor: FormsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr(FormPreview, "_show", lambda *_: made.append(1))
    for number in range(5):
        editor.tail.phone.setText(str(number))
    assert made == []
    assert editor.preview._soon.isActive()
