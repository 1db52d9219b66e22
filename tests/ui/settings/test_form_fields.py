"""The pages of the form's editor, each by itself: they give back what they show, letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hands import press, type_text
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from courtcomms.model import Column
from courtcomms.reports.form import Executor, Font, NameForm, Page, ReportForm, Signatory, load_form
from courtcomms.reports.form_check import EXECUTOR, FONT, NAME, POST, FormRemark, heading_field, title_field
from courtcomms.reports.form_model import (
    Align,
    FormLetterhead,
    Letterhead,
    LetterheadLine,
    SignatureDate,
    TitleLine,
)
from ui.settings.form_columns import ColumnsPart
from ui.settings.form_letterhead import LetterheadPart
from ui.settings.form_page import PagePart
from ui.settings.form_part import FormPart, Remark
from ui.settings.form_tail import TailPart
from ui.settings.form_titles import TitlesPart

PARTS = [TitlesPart, ColumnsPart, PagePart, TailPart, LetterheadPart]
STANDARD_FORM = load_form()


def finer() -> ReportForm:
    """Measures finer than the fields show, as a file written by hand may have them."""
    page = Page(30.123, 9.877, 20.04, 10.01, page_numbers=False)
    columns = tuple(replace(column, width_mm=column.width_mm - 0.033) for column in STANDARD_FORM.columns)
    return replace(STANDARD_FORM, page=page, columns=columns, font=Font("arial narrow", 13.37, 9.99, 11.11))


def wordy() -> ReportForm:
    """Texts that fields of one line, of digits and of choices might bend."""
    lines = ("  з  краями ", "два\nрядки", "{court_genitive}{period}", "«{court_nominative}»", "")
    return replace(
        STANDARD_FORM,
        titles=tuple(TitleLine(text, Align.RIGHT, bold=True, show=False) for text in lines),
        columns=tuple(
            replace(column, heading=" Що\nбуло ", align=Align.RIGHT) for column in STANDARD_FORM.columns
        ),
        signatory=Signatory(True, " Голова\n\nсуду ", " О.  Зразок ", NameForm.INITIALS),
        signed=SignatureDate(True, date(2026, 2, 28)),
        executor=Executor(True, "  Зразок ʼ О. В.", "(044) 000-00-00 "),
        font=Font("Немає Такого", 12, 10),
    )


def old() -> ReportForm:
    """A day from before the first that the field shows."""
    return replace(STANDARD_FORM, signed=SignatureDate(True, date(1985, 5, 25)))


def headed() -> ReportForm:
    lines = LetterheadLine("Суд", Align.CENTER), LetterheadLine("", Align.LEFT, image=b"x")
    content = Letterhead(b"PK", lines)
    return replace(STANDARD_FORM, letterhead=FormLetterhead("letterhead_1.docx", "Бланк.docx", content))


@pytest.fixture
def made(qtbot) -> Callable[[type[FormPart]], FormPart]:
    def make(kind: type[FormPart], form: ReportForm = STANDARD_FORM) -> FormPart:
        part = kind()
        qtbot.addWidget(part)
        part.load(form)
        part.show()
        return part

    return make


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("form", [STANDARD_FORM, finer(), wordy(), old(), headed()], ids=lambda _: "")
def test_what_is_shown_is_given_back_as_it_was(made, kind: type[FormPart], form: ReportForm) -> None:
    part = made(kind, form)
    heard: list[None] = []
    part.changed.connect(lambda: heard.append(None))
    assert part.applied(form) == form
    part.load(form)
    assert heard == [], "showing a form is no change of the user's"


@pytest.mark.parametrize("kind", PARTS)
def test_another_form_leaves_nothing_of_the_one_before(made, kind: type[FormPart]) -> None:
    part = made(kind, wordy())
    part.load(headed())
    part.load(STANDARD_FORM)
    assert part.applied(STANDARD_FORM) == STANDARD_FORM


# Lines over the table


def test_a_line_with_a_break_shows_it_and_keeps_it(made) -> None:
    part = made(TitlesPart, wordy())
    assert part.rows[1].text.text() == "два ⏎ рядки"
    part.rows[1].text.setText("два ⏎ рядки й один")
    assert part.applied(wordy()).titles[1].text == "два\nрядки й один"


def test_places_are_shown_in_ukrainian_and_put_where_the_cursor_is(made) -> None:
    part = made(TitlesPart, wordy())
    assert part.rows[2].text.text() == "{суду}{період}"
    part.rows[0].text.setFocus()
    part._enter(part.rows[0])
    part.rows[0].text.setCursorPosition(2)
    for action in part.places.menu().actions():
        action.trigger()
    shown = part.applied(wordy()).titles[0].text
    assert shown == "  {court_genitive}{court_nominative}{period}з  краями "
    assert [action.text() for action in part.places.menu().actions()] == [
        "Назва суду (кого?)",
        "Назва суду (хто?)",
        "Звітний період",
    ]


def test_moving_keeps_each_line_with_its_switches_and_its_remark(made) -> None:
    part = made(TitlesPart)
    first, second = STANDARD_FORM.titles[:2]
    part._enter(part.rows[0])
    assert not part.raising.isEnabled()
    part.show_remarks({title_field(0): FormRemark(title_field(0), "Речення.")})
    part.lowering.click()
    assert part.applied(STANDARD_FORM).titles[:2] == (second, first)
    part.show_remarks({title_field(1): FormRemark(title_field(1), "Речення.")})
    assert not part.rows[1].remark.isHidden()
    assert part.rows[0].remark.isHidden()
    part._enter(part.rows[-1])
    assert not part.lowering.isEnabled()


def test_a_first_line_is_added_where_there_was_none(made) -> None:
    part = made(TitlesPart, replace(STANDARD_FORM, titles=()))
    assert not any(one.isEnabled() for one in (part.removing, part.places, part.raising, part.lowering))
    part.adding.click()
    type_text(part.rows[0].text, "Звіт")
    assert part.applied(STANDARD_FORM).titles == (TitleLine("Звіт", Align.CENTER, bold=False),)
    assert part.removing.isEnabled()


# Columns


def test_each_column_has_its_own_fields_by_name(made) -> None:
    part = made(ColumnsPart)
    for number, column in enumerate(Column, 1):
        names = [field[column].accessibleName() for field in (part.headings, part.widths, part.aligns)]
        assert names == [
            f"Заголовок колонки {number}",
            f"Ширина колонки {number}",
            f"Колонка {number}: місце тексту",
        ]
        part.widths[column].setValue(10 + number)
        part.headings[column].load(f"К{number}")
    columns = part.applied(STANDARD_FORM).columns
    assert [(one.column, one.heading, one.width_mm) for one in columns] == [
        (column, f"К{number}", 10 + number) for number, column in enumerate(Column, 1)
    ]


def test_one_width_changed_leaves_the_finer_others(made) -> None:
    part = made(ColumnsPart, finer())
    part.widths[Column.GOAL].setValue(31)
    columns = part.applied(finer()).columns
    assert [new.width_mm for new, was in zip(columns, finer().columns, strict=True) if new != was] == [31]


def test_sharing_is_one_change(made) -> None:
    form = replace(STANDARD_FORM, page=replace(STANDARD_FORM.page, left_mm=20.0))
    part = made(ColumnsPart, form)
    heard: list[None] = []
    part.changed.connect(lambda: heard.append(None))
    part.sharing.click()
    assert heard == [], "nothing is known of the sheet yet"
    part.count(form)
    assert part.total.text() == "Разом 257 з 267 мм; вільно 10 мм"
    part.sharing.click()
    assert len(heard) == 1
    assert sum(field.value() for field in part.widths.values()) == pytest.approx(267)


# Page and font


def test_page_fields_keep_within_what_a_form_can_say(made) -> None:
    part = made(PagePart)
    for key, low, high in (("left_mm", 0, 100), ("top_mm", 5, 60), ("bottom_mm", 0, 60)):
        field = part.margins[key]
        for asked, kept in ((-5, low), (500, high)):
            field.setValue(asked)
            assert field.value() == kept
    part.sizes["table_pt"].setValue(40)
    assert part.applied(STANDARD_FORM).font.table_pt == 16


def test_any_font_can_be_written_in(made) -> None:
    part = made(PagePart)
    heard: list[None] = []
    part.changed.connect(lambda: heard.append(None))
    line = part.font_name.lineEdit()
    line.setFocus()
    line.selectAll()
    type_text(line, "Академія")
    assert part.applied(STANDARD_FORM).font.name == "Академія"
    assert heard


def test_the_wheel_turns_no_field_without_the_keyboard(made) -> None:
    part = made(PagePart)
    other = QPushButton(part)
    other.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    for field in (*part.margins.values(), *part.sizes.values(), part.font_name):
        QApplication.sendEvent(field, turn)
    assert part.applied(STANDARD_FORM) == STANDARD_FORM


def test_arrows_turn_the_field_that_has_the_keyboard(made) -> None:
    part = made(PagePart)
    press(part.margins["left_mm"], Qt.Key.Key_Up)
    assert part.applied(STANDARD_FORM).page.left_mm == STANDARD_FORM.page.left_mm + 1


# Under the table


def test_a_part_switched_off_keeps_what_was_written_in_it(made) -> None:
    part = made(TailPart, wordy())
    for box in (part.signatory_box, part.day_box, part.executor_box):
        box.setChecked(False)
    form = part.applied(wordy())
    assert [one.show for one in (form.signatory, form.signed, form.executor)] == [False] * 3
    assert form.signatory.post == wordy().signatory.post
    assert (form.executor.name, form.signed.day) == (wordy().executor.name, date(2026, 2, 28))


def test_the_day_is_today_another_or_none(made, monkeypatch: pytest.MonkeyPatch) -> None:
    part = made(TailPart)
    part.day_box.setChecked(True)
    assert part.day.text() == "не вписано"
    assert part.applied(STANDARD_FORM).signed == SignatureDate(True, None)
    monkeypatch.setattr("ui.settings.form_tail.today", lambda: date(2026, 1, 5))
    (now,) = [one for one in part.findChildren(QPushButton) if "Сьогодні" in one.text().replace("&", "")]
    now.click()
    assert part.applied(STANDARD_FORM).signed.day == date(2026, 1, 5)
    assert part.day.text() == "05.01.2026"
    part.day.setDate(QDate(2025, 12, 31))
    assert part.applied(STANDARD_FORM).signed.day == date(2025, 12, 31)


def test_an_older_day_changed_is_another_day(made) -> None:
    part = made(TailPart, old())
    part.phone.setText("5")
    assert part.applied(old()).signed.day == date(1985, 5, 25)
    part.day.setDate(QDate(2025, 12, 31))
    assert part.applied(old()).signed.day == date(2025, 12, 31)


# The letterhead


def test_the_letterhead_tells_its_file_its_pictures_and_its_words(made) -> None:
    part = made(LetterheadPart)
    assert not part.dropping.isEnabled()
    assert "Бланка немає" in part.state.text()
    part.load(headed())
    assert part.state.text() == "Файл «Бланк.docx», зображень: 1.\n\nСуд"
    assert part.dropping.isEnabled()
    part.take(replace(headed().letterhead, name=""), ())
    assert part.state.text().startswith("Файл «letterhead_1.docx»")


def test_what_is_wrong_with_a_letterhead_is_told_with_its_form_alone(made) -> None:
    part = made(LetterheadPart, replace(STANDARD_FORM, remark="Файла бланка немає."))
    assert part.note.text() == "Файла бланка немає."
    part.load(STANDARD_FORM)
    assert part.note.text() == ""
    part.refuse("Не годиться.")
    assert part.applied(headed()).letterhead is None
    part.dropping.click()
    assert part.note.text() in ("", "Не годиться.")


def test_another_file_is_asked_for(made) -> None:
    part = made(LetterheadPart)
    asked: list[None] = []
    part.wanted.connect(lambda: asked.append(None))
    part.choosing.click()
    assert len(asked) == 1


# Remarks


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (TitlesPart, title_field(0)),
        (ColumnsPart, heading_field(Column.GOAL)),
        (PagePart, FONT),
        (TailPart, POST),
        (TailPart, NAME),
        (TailPart, EXECUTOR),
    ],
)
@pytest.mark.parametrize("grave", [True, False])
def test_a_remark_stands_at_its_field_and_goes(made, kind: type[FormPart], field: str, grave: bool) -> None:
    part = made(kind, wordy())
    part.show_remarks({field: FormRemark(field, "Так не можна.", grave)})
    shown = [one for one in part.findChildren(Remark) if not one.isHidden()]
    assert [one.label.text() for one in shown] == ["Помилка. Так не можна." if grave else "Так не можна."]
    assert shown == [part.remarks[field]]
    assert shown[0].repair.isHidden()
    part.show_remarks({})
    assert [one for one in part.findChildren(Remark) if not one.isHidden()] == []


@pytest.mark.parametrize("kind", PARTS)
def test_every_label_with_a_letter_leads_to_a_field(made, kind: type[FormPart]) -> None:
    part = made(kind)
    letters = []
    for label in part.findChildren(QLabel):
        if "&" in label.text():
            assert isinstance(label.buddy(), QWidget), label.text()
            letters.append(label.text().partition("&")[2][0].casefold())
    for button in part.findChildren(QPushButton):
        if "&" in button.text():
            letters.append(button.text().partition("&")[2][0].casefold())
    assert len(set(letters)) == len(letters), letters
