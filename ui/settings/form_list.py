"""The list of forms and what can be done with each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.reports.form_choices import FormChoice
from courtcomms.reports.form_library import STANDARD
from ui import theme
from ui.settings.form_drafts import FormDrafts

_NAME = Qt.ItemDataRole.UserRole


class FormList(QWidget):
    """``chosen`` tells the form that is wanted; the buttons are the dialog's to connect."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Форми звіту")
        self.list.currentItemChanged.connect(self._tell)
        self.creating = self._button("Н&ова…", "Нова форма, спершу така, як стандартна")
        self.copying = self._button("&Копія…", "Нова форма, спершу така, як ця")
        self.renaming = self._button("Пере&йменувати…", "Дати цій формі іншу назву")
        self.deleting = self._button("Видал&ити…", "Прибрати цю форму; її файл лишиться в теці форм")
        self.restoring = self._button("Ст&андартна", "Зробити поля такими, як у стандартній формі")
        self.using = self._button("Дл&я звіту…", "Вибрати цю форму для показаного звіту, наступних чи всіх")
        self.uses = QLabel(self)
        self.uses.setWordWrap(True)
        self.uses.setTextFormat(Qt.TextFormat.PlainText)
        theme.quiet(self.uses)
        buttons = QGridLayout()
        for place, button in enumerate(
            (self.creating, self.copying, self.renaming, self.deleting, self.restoring, self.using)
        ):
            buttons.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.uses)
        layout.addLayout(buttons)

    def show_drafts(self, drafts: FormDrafts) -> None:
        """List the forms; changed ones have a star and say so."""
        self.list.blockSignals(True)
        self.list.clear()
        for name in drafts.names:
            item = QListWidgetItem(name)
            item.setData(_NAME, name)
            self.list.addItem(item)
            if name == drafts.current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.mark(drafts)

    def mark(self, drafts: FormDrafts) -> None:
        """Show which forms are changed, and what can be done with the one in hand."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = str(item.data(_NAME))
            words = f"{name} *" if drafts.changed(name) else name
            if item.text() != words:
                item.setText(words)
                item.setToolTip("Зміни ще не збережено" if drafts.changed(name) else "")
        own = drafts.current != STANDARD
        self.renaming.setEnabled(own)
        self.deleting.setEnabled(own)

    def show_uses(self, choices: tuple[FormChoice, ...], name: str) -> None:
        """Say which reports a form is for."""
        told = [choice.words for choice in choices if choice.name == name]
        if told:
            self.uses.setText(f"Вибрано для: {'; '.join(told)}.")
        elif name == STANDARD:
            self.uses.setText("Діє для всіх звітів, для яких не вибрано іншої.")
        else:
            self.uses.setText("Не вибрано для жодного звіту: «Для звіту…».")

    def go(self, name: str) -> None:
        """Bring a form into hand."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_NAME)))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        return button
