"""What is wrong or doubtful in a form, said at its field, while it is being made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from courtcomms.model import Column
from courtcomms.reports.form import stray_braces
from courtcomms.reports.form_model import (
    WIDTH_TOLERANCE_MM,
    FormColumn,
    NameForm,
    ReportForm,
    Signatory,
)
from courtcomms.reports.form_names import has_form, in_form
from courtcomms.reports.measures import CELL_MARGIN_DXA, DXA_PER_POINT, POINTS_PER_MM
from courtcomms.reports.text_metrics import text_width

#: Fields that a remark may stand at, besides «title 0» and «heading goal».
FONT, WIDTHS, POST, NAME, DAY, EXECUTOR = "font", "widths", "post", "name", "day", "executor"
NARROWEST_MM = 5.0
#: The longest name of a font that Windows has, and with it Word and Excel.
LONGEST_FONT = 31

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FormRemark:
    """A Ukrainian sentence at a field. A ``grave`` one keeps the form from being saved; ``repair`` is the
    text that the field may have instead."""

    field: str
    text: str
    grave: bool = True
    repair: str = ""


def title_field(place: int) -> str:
    """The field of a line over the table, from 0."""
    return f"title {place}"


def heading_field(column: Column) -> str:
    """The field of a heading."""
    return f"heading {column.value}"


def check_form(form: ReportForm) -> tuple[FormRemark, ...]:
    """Everything to be said of a form, in the order of its fields."""
    return (*_titles(form), *_columns(form), *_font(form), *_tail(form))


def room_left(form: ReportForm) -> float:
    """Millimetres between the margins that the columns leave; less than nothing where they are too wide."""
    return round(form.page.width_mm - sum(column.width_mm for column in form.columns), 2)


def shared_out(form: ReportForm) -> tuple[float, ...]:
    """Widths that fill the room exactly: each column changes by its share, none under its longest word."""
    least = [max(NARROWEST_MM, needed_mm(column, form.font.table_pt)) for column in form.columns]
    widths = [column.width_mm for column in form.columns]
    room = form.page.width_mm
    if sum(least) >= room:
        least = [NARROWEST_MM] * len(widths)
    free = {*range(len(widths))}
    while True:
        taken = sum(least[place] for place in range(len(widths)) if place not in free)
        share = (room - taken) / sum(widths[place] for place in free)
        short = {place for place in free if widths[place] * share < least[place]}
        if not short or short == free:
            break
        free -= short
    made = [widths[place] * share if place in free else least[place] for place in range(len(widths))]
    return _rounded(made, room)


def _rounded(widths: list[float], room: float) -> tuple[float, ...]:
    """To half a millimetre, the rest to the widest column."""
    made = [int(width * 2) / 2 for width in widths]
    widest = made.index(max(made))
    made[widest] = round(made[widest] + room - sum(made), 2)
    return tuple(made)


def needed_mm(column: FormColumn, size: float) -> float:
    """The width that the longest word of a heading needs, cell margins included, in half millimetres."""
    words = column.heading.split()
    widest = max((text_width(word, size, bold=True) for word in words), default=0.0)
    exact = (widest + 2 * CELL_MARGIN_DXA / DXA_PER_POINT) / POINTS_PER_MM
    return float(-(-exact * 2 // 1) / 2)


def _titles(form: ReportForm) -> Iterator[FormRemark]:
    for place, line in enumerate(form.titles):
        if _NOT_XML.search(line.text):
            yield FormRemark(title_field(place), _UNPRINTABLE)
        elif stray_braces(line.text):
            yield FormRemark(
                title_field(place),
                "У фігурних дужках може бути лише те, що ставить кнопка «Вставити»: суд або період.",
            )
        elif line.show and not line.text.strip():
            yield FormRemark(title_field(place), "Рядок порожній: між іншими буде проміжок.", grave=False)


def _columns(form: ReportForm) -> Iterator[FormRemark]:
    for column in form.columns:
        field = heading_field(column.column)
        if _NOT_XML.search(column.heading):
            yield FormRemark(field, _UNPRINTABLE)
        elif not column.heading.strip():
            yield FormRemark(field, "Заголовок не може бути порожнім.")
        elif column.width_mm < (needed := needed_mm(column, form.font.table_pt)):
            word = max(column.heading.split(), key=lambda word: text_width(word, 10, bold=True))
            yield FormRemark(field, f"Слово «{word}» не вміщується: треба {_mm(needed)} мм.", grave=False)
    if room_left(form) < -WIDTH_TOLERANCE_MM:
        yield FormRemark(WIDTHS, f"Колонки ширші за аркуш на {_mm(-room_left(form))} мм: звузьте їх.")


def _font(form: ReportForm) -> Iterator[FormRemark]:
    if not form.font.name.strip():
        yield FormRemark(FONT, "Впишіть назву шрифту.")
    elif _NOT_XML.search(form.font.name):
        yield FormRemark(FONT, _UNPRINTABLE)
    elif len(form.font.name) > LONGEST_FONT:
        yield FormRemark(FONT, f"Назва шрифту довша за {LONGEST_FONT} знак: Word і Excel такої не приймуть.")


def _tail(form: ReportForm) -> Iterator[FormRemark]:
    signatory, executor = form.signatory, form.executor
    for field, text in ((POST, signatory.post), (NAME, signatory.name)):
        if _NOT_XML.search(text):
            yield FormRemark(field, _UNPRINTABLE)
    if signatory.show and not (signatory.post.strip() or signatory.name.strip()):
        yield FormRemark(POST, "Підпис увімкнено, але посади й імені немає: підпису не буде.", grave=False)
    elif signatory.show and not has_form(signatory.name, signatory.name_form):
        yield _other_form(signatory)
    if form.signed.show and form.signed.day is None:
        yield FormRemark(DAY, "Дату ввімкнено, але її не вписано: дати не буде.", grave=False)
    if _NOT_XML.search(executor.name + executor.phone):
        yield FormRemark(EXECUTOR, _UNPRINTABLE)
    elif executor.show and not (executor.name.strip() or executor.phone.strip()):
        yield FormRemark(EXECUTOR, "Виконавця ввімкнено, але його не вписано: його не буде.", grave=False)


def _other_form(signatory: Signatory) -> FormRemark:
    full = signatory.name_form is NameForm.FULL
    shape = "Власне ім'я ПРІЗВИЩЕ" if full else "І. Б. Прізвище"
    repair = in_form(signatory.name, signatory.name_form)
    return FormRemark(NAME, f"Це не схоже на «{shape}»; буде так, як написано.", grave=False, repair=repair)


def _mm(value: float) -> str:
    return f"{value:g}".replace(".", ",")


_UNPRINTABLE = "Тут є знак, якого документ не може містити: зітріть його."
