"""«Колонки»: headings, widths and sides of the nine columns."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from courtcomms.model import Column
from courtcomms.reports.form_check import NARROWEST_MM, WIDTHS, heading_field, room_left, shared_out
from courtcomms.reports.form_model import PAGE_WIDTH_MM, WIDTH_TOLERANCE_MM, FormColumn, ReportForm
from ui import theme
from ui.editor.cell_edit import CellEdit
from ui.settings.form_part import FormPart, side_of

_LEAD = "Колонок завжди дев'ять, у порядку форми. Ширини разом не перевищують місця між полями аркуша."


class ColumnsPart(FormPart):
    """A line for each column, and under them how the widths fill the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings: dict[Column, CellEdit] = {}
        self.widths: dict[Column, QDoubleSpinBox] = {}
        self.aligns: dict[Column, QComboBox] = {}
        self._form: ReportForm | None = None
        lead = QLabel(_LEAD, self)
        lead.setWordWrap(True)
        theme.quiet(lead)
        self.body.addWidget(lead)
        self.total = QLabel(self)
        self.sharing = QPushButton("&Розподілити", self)
        self.sharing.setAutoDefault(False)
        self.sharing.setToolTip("Змінити всі ширини так, щоб колонки зайняли весь аркуш")
        self.sharing.clicked.connect(self._share)
        foot = QHBoxLayout()
        foot.addWidget(self.total, 1)
        foot.addWidget(self.sharing)
        self.body.addLayout(foot)
        self.body.addWidget(self.remark_for(WIDTHS))
        self.body.addLayout(self._grid())
        self.body.addStretch(1)

    def show_form(self, form: ReportForm) -> None:
        for column in form.columns:
            self.headings[column.column].load(column.heading)
            self.widths[column.column].setValue(column.width_mm)
            box = self.aligns[column.column]
            box.setCurrentIndex(box.findData(column.align))

    def applied(self, form: ReportForm) -> ReportForm:
        return replace(form, columns=tuple(self._column(column) for column in form.columns))

    def _column(self, column: FormColumn) -> FormColumn:
        name = column.column
        shown = self.widths[name]
        # A width finer than the field shows stays as it is until the user changes it.
        same = abs(shown.value() - column.width_mm) < 0.05
        width = column.width_mm if same else shown.value()
        return FormColumn(name, self.headings[name].text(), width, side_of(self.aligns[name]))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme.GRID // 2)
        for number, column in enumerate(Column, 1):
            row = 2 * number
            grid.addWidget(QLabel(f"{number}.", self), row, 0)
            for place, field in enumerate(self._fields(number, column), 1):
                grid.addWidget(field, row, place)
            grid.addWidget(self.remark_for(heading_field(column)), row + 1, 1, 1, 3)
        return grid

    def _fields(self, number: int, column: Column) -> tuple[QWidget, ...]:
        heading = CellEdit(self, most_lines=3)
        heading.setAccessibleName(f"Заголовок колонки {number}")
        heading.edited.connect(self.tell)
        width = self.number(f"Ширина колонки {number}", NARROWEST_MM, PAGE_WIDTH_MM, "мм")
        align = self.align_box(f"Колонка {number}: місце тексту")
        self.headings[column], self.widths[column], self.aligns[column] = heading, width, align
        return heading, width, align

    def count(self, form: ReportForm) -> None:
        """Show how the widths of a form fill its sheet."""
        self._form = form
        room, left = form.page.width_mm, room_left(form)
        words = f"Разом {_mm(room - left)} з {_mm(room)} мм"
        self.total.setText(f"{words}; вільно {_mm(left)} мм" if left > WIDTH_TOLERANCE_MM else words)
        self.sharing.setEnabled(bool(left))

    def _share(self) -> None:
        if self._form is not None:
            self._loading = True
            for column, width in zip(self._form.columns, shared_out(self._form), strict=True):
                self.widths[column.column].setValue(width)
            self._loading = False
            self.tell()


def _mm(value: float) -> str:
    return f"{round(value, 1):g}".replace(".", ",")
