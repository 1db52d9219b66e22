"""What is said of a form while it is being made, and the two forms of a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from courtcomms.model import Column
from courtcomms.reports import form_check
from courtcomms.reports.form import (
    Align,
    Executor,
    Font,
    NameForm,
    ReportForm,
    Signatory,
    SignatureDate,
    TitleLine,
)
from courtcomms.reports.form_check import (
    check_form,
    heading_field,
    needed_mm,
    room_left,
    shared_out,
    title_field,
)
from courtcomms.reports.form_names import has_form, in_form


def with_column(form: ReportForm, column: Column, **values: object) -> ReportForm:
    columns = [replace(one, **values) if one.column is column else one for one in form.columns]
    return replace(form, columns=tuple(columns))


def told(form: ReportForm) -> dict[str, tuple[bool, str]]:
    return {remark.field: (remark.grave, remark.text) for remark in check_form(form)}


def test_nothing_to_say_of_the_standard_form(form: ReportForm) -> None:
    assert check_form(form) == ()
    assert room_left(form) == 0
    assert shared_out(form) == tuple(column.width_mm for column in form.columns)


@pytest.mark.parametrize(
    ("text", "grave"), [("{court}", True), ("суд}", True), ("\u0001", True), (" ", False), ("{period}", None)]
)
def test_title_lines(form: ReportForm, text: str, grave: bool | None) -> None:
    said = told(replace(form, titles=(*form.titles, TitleLine(text, Align.LEFT, False))))
    assert said.get(title_field(4), (None, ""))[0] is grave
    hidden = told(replace(form, titles=(TitleLine("", Align.LEFT, False, show=False),)))
    assert hidden == {}


def test_headings_and_widths(form: ReportForm) -> None:
    field = heading_field(Column.GOAL)
    assert told(with_column(form, Column.GOAL, heading=" "))[field][0]
    assert told(with_column(form, Column.GOAL, heading="а\u0001"))[field][0]
    narrow = told(with_column(form, Column.GOAL, width_mm=20.0))
    assert narrow[field] == (False, "Слово «Комунікаційна» не вміщується: треба 26,5 мм.")
    wide = told(with_column(form, Column.GOAL, width_mm=58.0))
    assert wide == {form_check.WIDTHS: (True, "Колонки ширші за аркуш на 20 мм: звузьте їх.")}


@pytest.mark.parametrize("width", [12.0, 26.5, 90.0, 200.0])
def test_sharing_fills_the_sheet_and_keeps_every_word_whole(form: ReportForm, width: float) -> None:
    made = shared_out(with_column(form, Column.GOAL, width_mm=width))
    assert sum(made) == pytest.approx(form.page.width_mm)
    assert all(
        new >= needed_mm(column, form.font.table_pt) - 0.5
        for new, column in zip(made, form.columns, strict=True)
    )


def test_sharing_where_no_words_fit(form: ReportForm) -> None:
    tight = replace(form, font=Font("Arial", 12, 16), page=replace(form.page, left_mm=100, right_mm=100))
    assert sum(shared_out(tight)) == pytest.approx(97)
    assert min(shared_out(tight)) >= 4.5


def test_font_and_tail(form: ReportForm) -> None:
    assert told(replace(form, font=Font(" ", 12, 10)))[form_check.FONT][0]
    empty = replace(
        form,
        signatory=Signatory(True, "", " "),
        signed=SignatureDate(True, None),
        executor=Executor(True, "", ""),
    )
    assert {field: grave for field, (grave, _) in told(empty).items()} == dict.fromkeys(
        (form_check.POST, form_check.DAY, form_check.EXECUTOR), False
    )
    broken = replace(form, executor=Executor(False, "\u0001", ""))
    assert told(broken)[form_check.EXECUTOR][0]


def test_another_form_of_the_name_is_offered_and_never_taken(form: ReportForm) -> None:
    typed = replace(form, signatory=Signatory(True, "Голова", "Ольга Петренко"))
    (remark,) = check_form(typed)
    assert (remark.field, remark.grave, remark.repair) == (form_check.NAME, False, "Ольга ПЕТРЕНКО")
    assert typed.signatory.name == "Ольга Петренко"
    initials = replace(form, signatory=Signatory(True, "Голова", "О. В. Петренко"))
    assert check_form(initials)[0].repair == ""


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("Ольга ПЕТРЕНКО", "", "О. Петренко"),
        ("О. В. Петренко", "", ""),
        ("Петренко О.В.", "", ""),
        ("Петренко Ольга Іванівна", "Ольга ПЕТРЕНКО", "О. І. Петренко"),
        ("Ольга Іванівна ПЕТРЕНКО", "Ольга ПЕТРЕНКО", "О. І. Петренко"),
        ("ПЕТРЕНКО Ольга", "Ольга ПЕТРЕНКО", "О. Петренко"),
        ("Дем'ян НЕЧУЙ-ВІТЕР", "", "Д. Нечуй-Вітер"),
        ("Голова суду Ольга Петренко", "", ""),
        ("", "", ""),
    ],
)
def test_the_two_forms_of_a_name(name: str, full: str, initials: str) -> None:
    assert in_form(name, NameForm.FULL) == full
    assert in_form(name, NameForm.INITIALS) == initials
    for kind, made in ((NameForm.FULL, full), (NameForm.INITIALS, initials)):
        assert has_form(made, kind)
