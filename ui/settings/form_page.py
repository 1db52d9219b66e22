"""«Сторінка і шрифт»: margins, page numbers, how rows lie, the font and its sizes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from courtcomms.reports.form_check import FONT
from courtcomms.reports.form_model import ExcelHabits, Font, Page, ReportForm
from ui import theme
from ui.settings.form_part import FormPart

_FONTS = ("Times New Roman", "Arial", "Calibri", "Cambria", "Liberation Serif", "Liberation Sans")
_MARGINS = (
    ("&Ліве поле:", "left_mm", 0, 100),
    ("П&раве поле:", "right_mm", 0, 100),
    ("&Верхнє поле:", "top_mm", 5, 60),
    ("Ни&жнє поле:", "bottom_mm", 0, 60),
)
_SIZES = (
    ("Рядки &над таблицею:", "title_pt", 6, 24),
    ("&Таблиця:", "table_pt", 6, 16),
    ("&Підпис і дата:", "tail_pt", 6, 24),
)


class PagePart(FormPart):
    """The sheet is A4 on its side, always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout()
        form.setVerticalSpacing(theme.GRID)
        self.margins = {
            key: self.number(_plain(words), low, high, "мм", 1.0) for words, key, low, high in _MARGINS
        }
        self.sizes = {key: self.number(_plain(words), low, high, "пт") for words, key, low, high in _SIZES}
        self.numbers = self._switch("Номери сторінок угорі, з другої сторінки")
        self.breaking = self._switch("Рядок може переходити на наступну сторінку")
        self.cell_links = self._switch("В Excel клітинка веде за першим посиланням")
        self.font_name = QComboBox(self)
        self.font_name.setEditable(True)
        self.font_name.addItems(list(_FONTS))
        self.font_name.setAccessibleName("Шрифт")
        line = self.font_name.lineEdit()
        assert line is not None
        line.setAccessibleName("Шрифт")
        self.font_name.currentTextChanged.connect(self.tell)
        self.hold_wheel(self.font_name)
        for words, key, _low, _high in _MARGINS:
            form.addRow(words, self.margins[key])
        form.addRow("&Шрифт:", self.font_name)
        form.addRow(self.remark_for(FONT))
        for words, key, _low, _high in _SIZES:
            form.addRow(words, self.sizes[key])
        self.body.addLayout(form)
        for switch in (self.numbers, self.breaking, self.cell_links):
            self.body.addWidget(switch)
        self.body.addStretch(1)

    def show_form(self, form: ReportForm) -> None:
        for key, field in self.margins.items():
            field.setValue(getattr(form.page, key))
        for key, field in self.sizes.items():
            field.setValue(getattr(form.font, key))
        self.font_name.setCurrentText(form.font.name)
        self.numbers.setChecked(form.page.page_numbers)
        self.breaking.setChecked(form.rows_break)
        self.cell_links.setChecked(form.excel.cell_links)

    def applied(self, form: ReportForm) -> ReportForm:
        margins = {key: _kept(getattr(form.page, key), field.value()) for key, field in self.margins.items()}
        sizes = {key: _kept(getattr(form.font, key), field.value()) for key, field in self.sizes.items()}
        return replace(
            form,
            page=Page(**margins, page_numbers=self.numbers.isChecked()),
            font=Font(self.font_name.currentText(), **sizes),
            rows_break=self.breaking.isChecked(),
            excel=ExcelHabits(self.cell_links.isChecked()),
        )

    def _switch(self, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.toggled.connect(self.tell)
        return box


def _kept(before: float, shown: float) -> float:
    """A value finer than the field shows stays as it is until the user changes it."""
    return before if abs(before - shown) < 0.05 else shown


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip(":")
