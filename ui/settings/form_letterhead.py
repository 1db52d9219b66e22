"""«Бланк»: a Word document of one's own with which the report begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from courtcomms.reports.form_model import FormLetterhead, ReportForm
from ui import theme
from ui.settings.form_part import FormPart

_LEAD = (
    "Звіт може починатися з вашого бланка: емблема, назва, адреса, колонтитули. Виберіть документ Word "
    "(.docx) лише з цим. Програма зробить собі копію, тож сам файл далі не потрібен. Аркуш лишається "
    "альбомним, а таблиця — за формою."
)
_NONE = "Бланка немає: звіт починається з рядків над таблицею."
_SHOWN = 6


class LetterheadPart(FormPart):
    """``wanted``: the user asks for another file."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letterhead: FormLetterhead | None = None
        lead = QLabel(_LEAD, self)
        self.state = QLabel(self)
        self.note = QLabel(self)
        for label in (lead, self.state, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.quiet(lead)
        self.note.setForegroundRole(theme.DOUBT)
        self.choosing = QPushButton("Ви&брати файл…", self)
        self.dropping = QPushButton("Бе&з бланка", self)
        buttons = QHBoxLayout()
        for button in (self.choosing, self.dropping):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.choosing.clicked.connect(self.wanted)
        self.dropping.clicked.connect(self._drop)
        self.body.addWidget(lead)
        self.body.addLayout(buttons)
        self.body.addWidget(self.state)
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def show_form(self, form: ReportForm) -> None:
        self._letterhead = form.letterhead
        self.note.setText(form.remark)
        self._show()

    def applied(self, form: ReportForm) -> ReportForm:
        return replace(form, letterhead=self._letterhead)

    def take(self, letterhead: FormLetterhead, left_out: Sequence[str]) -> None:
        """Use a letterhead, and say what of it was left out."""
        self._letterhead = letterhead
        self.note.setText(f"З файла не взято: {', '.join(left_out)}." if left_out else "")
        self._show()
        self.tell()

    def refuse(self, words: str) -> None:
        """A file does not serve."""
        self.note.setText(words)

    def _drop(self) -> None:
        self._letterhead = None
        self.note.clear()
        self._show()
        self.tell()

    def _show(self) -> None:
        letterhead = self._letterhead
        self.dropping.setEnabled(letterhead is not None)
        if letterhead is None:
            self.state.setText(_NONE)
            return
        lines = [line.text.strip() for line in letterhead.content.lines if line.text.strip()]
        pictures = sum(bool(line.image) for line in letterhead.content.lines)
        shown = "\n".join(lines[:_SHOWN])
        name = letterhead.name or letterhead.file
        told = f"Файл «{name}», зображень: {pictures}." if pictures else f"Файл «{name}»."
        self.state.setText(f"{told}\n\n{shown}" if shown else told)
