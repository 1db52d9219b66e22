"""The fields of a column's filter beside its words and its values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from courtcomms.model import Column
from ui import theme, wording
from ui.register.filters_words import day_of

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter

_UNREADABLE = "Дату не зрозуміло. Напишіть її так: 13.08.2021, 08.2021 або 2021."
_MOST = 999_999
_NUMBERS = {
    Column.MEDIA: "Публікацій",
    Column.SITE_LINKS: "Посилань",
    Column.PARTICIPANTS: "Учасників",
}


class FilterField(Protocol):
    """A group of fields of the popup."""

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields into the form."""

    def show_filter(self, now: ColumnFilter) -> None:
        """Show what is filtered now."""

    def bounds(self) -> dict[str, Any] | None:
        """What was entered, by the names of ``ColumnFilter``; ``None`` where it cannot be read."""


class _YesNo(QComboBox):
    """Three answers: whichever, yes, no."""

    def __init__(self, name: str, answers: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        for text, value in zip(answers, (None, True, False), strict=True):
            self.addItem(text, value)

    @property
    def value(self) -> bool | None:
        """The answer, ``None`` for whichever."""
        return self.currentData()

    def show_value(self, value: bool | None) -> None:
        """Show an answer."""
        self.setCurrentIndex((None, True, False).index(value))


class FilledField(_YesNo):
    """Whether the cell is filled in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Клітинка", ("будь-яка", "лише заповнена", "порожня або з рискою"), parent)


class DayFields:
    """From a day to a day, and whether the event is a standing one."""

    def __init__(self, parent: QWidget) -> None:
        self.since = _line("Дата не раніше", parent)
        self.until = _line("Дата не пізніше", parent)
        self.standing = _YesNo("Постійні заходи", ("усі", "лише постійні", "лише не постійні"), parent)
        self.trouble = QLabel(parent)
        self.trouble.setWordWrap(True)
        self.trouble.setForegroundRole(theme.DOUBT)
        self.trouble.hide()

    def add_to(self, form: QFormLayout) -> None:
        form.addRow("Дата з", self.since)
        form.addRow("Дата до", self.until)
        form.addRow(self.trouble)
        form.addRow("Заходи", self.standing)

    def show_filter(self, now: ColumnFilter) -> None:
        self.since.setText(wording.digits(now.since) if now.since else "")
        self.until.setText(wording.digits(now.until) if now.until else "")
        self.standing.show_value(now.standing)

    def bounds(self) -> dict[str, Any] | None:
        found: dict[str, Any] = {"standing": self.standing.value}
        for name, field in (("since", self.since), ("until", self.until)):
            try:
                found[name] = day_of(field.text(), last=name == "until")
            except ValueError:
                return self._refuse(field, _UNREADABLE)
        since, until = found["since"], found["until"]
        if isinstance(since, date) and isinstance(until, date) and since > until:
            return self._refuse(self.until, "Кінець раніше за початок. Перевірте обидві дати.")
        return found

    def _refuse(self, field: QLineEdit, reason: str) -> None:
        self.trouble.setText(f"⚠ {reason}")
        self.trouble.show()
        field.setFocus()
        field.selectAll()


class NumberFields:
    """From a number to a number."""

    def __init__(self, column: Column, parent: QWidget) -> None:
        self._word = _NUMBERS[column]
        self.least = _spin(f"{self._word} не менше", parent)
        self.most = _spin(f"{self._word} не більше", parent)

    def add_to(self, form: QFormLayout) -> None:
        form.addRow(f"{self._word} від", self.least)
        form.addRow(f"{self._word} до", self.most)

    def show_filter(self, now: ColumnFilter) -> None:
        for field, value in ((self.least, now.least), (self.most, now.most)):
            field.setValue(-1 if value is None else value)

    def bounds(self) -> dict[str, Any] | None:
        least, most = (None if field.value() < 0 else field.value() for field in (self.least, self.most))
        return {"least": least, "most": most}


def _line(name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setPlaceholderText("13.08.2021 або 2021")
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    return line


def _spin(name: str, parent: QWidget) -> QSpinBox:
    spin = QSpinBox(parent)
    spin.setRange(-1, _MOST)
    spin.setSpecialValueText("будь-скільки")
    spin.setValue(-1)
    spin.setAccessibleName(name)
    return spin
