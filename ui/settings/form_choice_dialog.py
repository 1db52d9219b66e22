"""«Форма звіту…»: which form is for the report that is shown, for those after it, or for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QLabel, QPushButton, QRadioButton, QWidget

from courtcomms.period import Period
from courtcomms.reports.form_choices import FormChoice, Reach, chosen_name
from courtcomms.reports.form_library import STANDARD
from ui import theme
from ui.dialogs import Dialog

_LEAD = "Звіт друкується, записується і подається за формою. Уже подані звіти лишаються такими, як подано."


class FormChoiceDialog(Dialog):
    """``agreed`` tells the choice and those that it takes the place of; ``editing``: the user wants to change
    the forms themselves."""

    TOPIC = "forms"

    agreed = Signal(object, object)
    editing = Signal()

    def __init__(
        self,
        parent: QWidget,
        names: Sequence[str],
        choices: Sequence[FormChoice],
        court_id: int,
        period: Period,
        name: str = "",
    ) -> None:
        super().__init__(parent, "Форма звіту", _LEAD, "Вибрати")
        self._court_id, self._period = court_id, period
        self._choices = tuple(choice for choice in choices if choice.court_id == court_id)
        current = chosen_name(self._choices, court_id, period) or STANDARD
        self.form = QComboBox(self)
        self.form.addItems([*names, *([] if current in names else [current])])
        self.form.setCurrentText(name or current)
        self.form.setAccessibleName("Форма")
        self.reaches = QButtonGroup(self)
        layout = QFormLayout()
        layout.setVerticalSpacing(theme.GRID)
        self.now = QLabel(f"«{current}»", self)
        layout.addRow("Зараз:", self.now)
        layout.addRow("&Форма:", self.form)
        for number, (words, _reach) in enumerate(self._reaches()):
            button = QRadioButton(words, self)
            self.reaches.addButton(button, number)
            layout.addRow("Для чого:" if number == 0 else "", button)
        self.reaches.button(0).setChecked(True)
        self.known = QLabel(self._known(), self)
        self.known.setWordWrap(True)
        for label in (self.now, self.known):
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.quiet(self.known)
        self.edit = QPushButton("&Змінити форми…", self)
        self.edit.setAutoDefault(False)
        self.edit.clicked.connect(self._go_editing)
        self.body.addLayout(layout)
        self.body.addWidget(self.known)
        self.body.addWidget(self.edit)
        self.setMinimumWidth(520)

    def accept(self) -> None:
        """Tell the choice and close."""
        reach = self._reaches()[self.reaches.checkedId()][1]
        period = None if reach is Reach.ALWAYS else self._period
        chosen = FormChoice(self._court_id, self.form.currentText(), reach, period)
        self.agreed.emit(chosen, self._overruled(chosen))
        super().accept()

    def _reaches(self) -> tuple[tuple[str, Reach], ...]:
        return (
            (f"лише для звіту за {self._period.title}", Reach.PERIOD),
            ("від цього звіту й надалі", Reach.ONWARD),
            ("для всіх звітів", Reach.ALWAYS),
        )

    def _overruled(self, chosen: FormChoice) -> tuple[FormChoice, ...]:
        """Choices that would keep the report shown from the form just chosen for it."""
        if chosen.reach is Reach.PERIOD:
            return ()
        own = [one for one in self._choices if one.reach is Reach.PERIOD and one.period == self._period]
        if chosen.reach is Reach.ONWARD:
            return tuple(own)
        return tuple(one for one in self._choices if one.reach is not Reach.ALWAYS)

    def _known(self) -> str:
        told = [f"{choice.words} — «{choice.name}»" for choice in self._choices]
        return f"Уже вибрано: {'; '.join(told)}." if told else f"Досі всі звіти мають форму «{STANDARD}»."

    def _go_editing(self) -> None:
        self.editing.emit()
        self.reject()
