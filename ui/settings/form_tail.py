"""«Підписи»: what stands under the table, each part switched by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from courtcomms.reports.form_check import DAY, EXECUTOR, NAME, POST
from courtcomms.reports.form_model import Executor, NameForm, ReportForm, Signatory, SignatureDate
from ui import theme
from ui.editor.cell_edit import CellEdit
from ui.report.quarter_flow import today
from ui.settings.form_part import FormPart

_NAME_FORMS = {NameForm.FULL: "Власне ім'я ПРІЗВИЩЕ", NameForm.INITIALS: "І. Б. Прізвище"}
#: The field shows it as no day at all.
_NO_DAY = QDate(1990, 12, 31)


class TailPart(FormPart):
    """Signatory, date, executor; what is typed stands as typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.post = CellEdit(self, most_lines=3)
        self.name = QLineEdit(self)
        self.name_form = QComboBox(self)
        self.day = QDateEdit(self)
        self.executor = QLineEdit(self)
        self.phone = QLineEdit(self)
        self.signatory_box = self._signatory_box()
        self.day_box = self._day_box()
        self.executor_box = self._executor_box()
        for box in (self.signatory_box, self.day_box, self.executor_box):
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.post.edited.connect(self.tell)
        self.day.dateChanged.connect(self.tell)
        self.name_form.currentIndexChanged.connect(self.tell)
        for line in (self.name, self.executor, self.phone):
            line.textChanged.connect(self.tell)
        self.remarks[NAME].taken.connect(self.name.setText)

    def show_form(self, form: ReportForm) -> None:
        signatory, signed, executor = form.signatory, form.signed, form.executor
        self.signatory_box.setChecked(signatory.show)
        self.post.load(signatory.post)
        self.name.setText(signatory.name)
        self.name_form.setCurrentIndex(self.name_form.findData(signatory.name_form))
        self.day_box.setChecked(signed.show)
        self._put_day(signed.day)
        self.executor_box.setChecked(executor.show)
        self.executor.setText(executor.name)
        self.phone.setText(executor.phone)

    def applied(self, form: ReportForm) -> ReportForm:
        kind = NameForm(self.name_form.currentData())
        signatory = Signatory(self.signatory_box.isChecked(), self.post.text(), self.name.text(), kind)
        executor = Executor(self.executor_box.isChecked(), self.executor.text(), self.phone.text())
        signed = SignatureDate(self.day_box.isChecked(), self._day(form.signed.day))
        return replace(form, signatory=signatory, signed=signed, executor=executor)

    def _put_day(self, day: date | None) -> None:
        self.day.setDate(QDate(day.year, day.month, day.day) if day else _NO_DAY)

    def _day(self, before: date | None) -> date | None:
        """The day shown; one from before the first that can be shown stays until the user writes another."""
        shown = self.day.date()
        if shown == _NO_DAY and before is not None and QDate(before.year, before.month, before.day) < _NO_DAY:
            return before
        return None if shown == _NO_DAY else date(shown.year(), shown.month(), shown.day())

    def _signatory_box(self) -> QGroupBox:
        box, form = self._box("Підписант")
        self.post.setAccessibleName("Посада підписанта")
        self.name.setAccessibleName("Ім'я підписанта")
        for kind, words in _NAME_FORMS.items():
            self.name_form.addItem(words, kind)
        self.name_form.setAccessibleName("Як пишеться ім'я підписанта")
        self.hold_wheel(self.name_form)
        form.addRow("По&сада:", self.post)
        form.addRow(self.remark_for(POST))
        form.addRow("&Ім'я:", self.name)
        form.addRow("&Пишеться як:", self.name_form)
        form.addRow(self.remark_for(NAME))
        return box

    def _day_box(self) -> QGroupBox:
        box, form = self._box("Дата під підписом")
        self.day.setDisplayFormat("dd.MM.yyyy")
        self.day.setMinimumDate(_NO_DAY)
        self.day.setSpecialValueText("не вписано")
        self.day.setAccessibleName("Дата під підписом")
        self.hold_wheel(self.day)
        now = QPushButton("Сьо&годні", self)
        now.setAutoDefault(False)
        now.clicked.connect(self._put_today)
        line = QHBoxLayout()
        line.addWidget(self.day, 1)
        line.addWidget(now)
        label = QLabel("&День:", self)
        label.setBuddy(self.day)
        form.addRow(label, line)
        form.addRow(self.remark_for(DAY))
        return box

    def _executor_box(self) -> QGroupBox:
        box, form = self._box("Виконавець унизу останнього аркуша")
        self.executor.setAccessibleName("Прізвище та ініціали виконавця")
        self.phone.setAccessibleName("Телефон виконавця")
        form.addRow("П&різвище, ініціали:", self.executor)
        form.addRow("&Телефон:", self.phone)
        form.addRow(self.remark_for(EXECUTOR))
        return box

    def _box(self, title: str) -> tuple[QGroupBox, QFormLayout]:
        box = QGroupBox(title, self)
        box.setCheckable(True)
        box.setAccessibleName(title)
        box.toggled.connect(self.tell)
        form = QFormLayout(box)
        form.setVerticalSpacing(theme.GRID)
        return box, form

    def _put_today(self) -> None:
        self._put_day(today())
