"""«Рядки над таблицею»: which lines stand over the table, their words, side and weight."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.reports.form_check import title_field
from courtcomms.reports.form_model import (
    COURT_PLACE,
    NAME_PLACE,
    PERIOD_PLACE,
    Align,
    ReportForm,
    TitleLine,
)
from ui import theme
from ui.settings.form_part import FormPart, Remark, side_of

_PLACES = {
    "Назва суду (кого?)": COURT_PLACE,
    "Назва суду (хто?)": NAME_PLACE,
    "Звітний період": PERIOD_PLACE,
}
_LEAD = "Назва суду і період у фігурних дужках заповнюються самі. Рядок без позначки не друкується."
#: What the file says, and what the field shows instead.
_SHOWN = {COURT_PLACE: "{суду}", NAME_PLACE: "{суд}", PERIOD_PLACE: "{період}", "\n": " ⏎ "}


class TitlesPart(FormPart):
    """Any number of lines; the buttons move, add and take away the line that has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TitleRow] = []
        self._current = 0
        lead = QLabel(_LEAD, self)
        lead.setWordWrap(True)
        theme.quiet(lead)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GRID)
        self.adding = self._button("&Додати рядок", self._add)
        self.removing = self._button("&Вилучити", self._remove)
        self.raising = self._button("Ви&ще", self._raise)
        self.lowering = self._button("&Нижче", self._lower)
        self.places = self._button("Вс&тавити", None)
        self.places.setMenu(self._menu())
        self.body.addWidget(lead)
        self.body.addLayout(self._lines)
        for buttons in ((self.adding, self.places), (self.raising, self.lowering, self.removing)):
            line = QHBoxLayout()
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.addStretch(1)

    def show_form(self, form: ReportForm) -> None:
        while self.rows:
            self._drop(self.rows.pop())
        for line in form.titles:
            self._insert(len(self.rows), line)
        self._note(0)

    def applied(self, form: ReportForm) -> ReportForm:
        return replace(form, titles=tuple(row.line() for row in self.rows))

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        if slot is not None:
            button.clicked.connect(slot)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Що вставити в рядок")
        for words, place in _PLACES.items():
            menu.addAction(words).setData(place)
        menu.triggered.connect(lambda action: self._put(str(action.data())))
        return menu

    def _insert(self, place: int, line: TitleLine) -> TitleRow:
        row = TitleRow(line, self)
        row.edited.connect(self.tell)
        row.entered.connect(self._enter)
        self.rows.insert(place, row)
        self._lines.insertWidget(place, row)
        self._name()
        return row

    def _drop(self, row: TitleRow) -> None:
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _name(self) -> None:
        self.remarks = {title_field(place): row.remark for place, row in enumerate(self.rows)}
        for number, row in enumerate(self.rows, 1):
            row.call(number)

    def _enter(self, row: TitleRow) -> None:
        self._note(self.rows.index(row))

    def _note(self, place: int) -> None:
        self._current = max(0, min(place, len(self.rows) - 1))
        some = bool(self.rows)
        self.removing.setEnabled(some)
        self.places.setEnabled(some)
        self.raising.setEnabled(self._current > 0)
        self.lowering.setEnabled(self._current < len(self.rows) - 1)

    def _add(self) -> None:
        place = self._current + 1 if self.rows else 0
        self._insert(place, TitleLine("", Align.CENTER, False)).text.setFocus()
        self._note(place)
        self.tell()

    def _remove(self) -> None:
        self._drop(self.rows.pop(self._current))
        self._name()
        self._note(self._current)
        if self.rows:
            self.rows[self._current].text.setFocus()
        self.tell()

    def _raise(self) -> None:
        self._move(-1)

    def _lower(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.rows.pop(self._current)
        self._lines.removeWidget(row)
        self.rows.insert(self._current + by, row)
        self._lines.insertWidget(self._current + by, row)
        self._name()
        self._note(self._current + by)
        self.tell()

    def _put(self, place: str) -> None:
        field = self.rows[self._current].text
        field.insert(_SHOWN[place])
        field.setFocus()


class TitleRow(QWidget):
    """One line: whether it stands, its words, its side, whether it is bold."""

    edited = Signal()
    entered = Signal(object)

    def __init__(self, line: TitleLine, part: FormPart) -> None:
        super().__init__(part)
        self.show_line = QCheckBox(self)
        self.show_line.setChecked(line.show)
        self.text = QLineEdit(_shown(line.text), self)
        self.text.setCursorPosition(0)
        self.align: QComboBox = part.align_box("")
        self.align.setCurrentIndex(self.align.findData(line.align))
        self.bold = QCheckBox("жирний", self)
        self.bold.setChecked(line.bold)
        self.remark = Remark(self)
        fields = QHBoxLayout()
        fields.addWidget(self.show_line)
        fields.addWidget(self.text, 1)
        fields.addWidget(self.align)
        fields.addWidget(self.bold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(fields)
        layout.addWidget(self.remark)
        self.show_line.toggled.connect(self.edited)
        self.bold.toggled.connect(self.edited)
        self.text.textChanged.connect(self.edited)
        for field in (self.show_line, self.text, self.align, self.bold):
            field.installEventFilter(self)

    def call(self, number: int) -> None:
        """Give the fields the names of this place."""
        self.show_line.setAccessibleName(f"Рядок {number}: друкувати")
        self.show_line.setToolTip("Друкувати цей рядок")
        self.text.setAccessibleName(f"Рядок {number} над таблицею")
        self.align.setAccessibleName(f"Рядок {number}: місце")
        self.bold.setAccessibleName(f"Рядок {number}: жирний")

    def line(self) -> TitleLine:
        """What the fields say."""
        text = self.text.text()
        for told, shown in _SHOWN.items():
            text = text.replace(shown, told)
        return TitleLine(text, side_of(self.align), self.bold.isChecked(), self.show_line.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit(self)
        return super().eventFilter(watched, event)


def _shown(text: str) -> str:
    for told, shown in _SHOWN.items():
        text = text.replace(told, shown)
    return text
