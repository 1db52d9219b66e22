"""The report in the form that is being edited, sheet by sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from courtcomms.reports.form_model import ReportForm
from ui import theme
from ui.jobs import Jobs, Lane
from ui.messages import sentence
from ui.pages.sheets import SheetsView, place_words
from ui.settings import form_work
from ui.settings.form_work import Example

if TYPE_CHECKING:
    from ui.pages.layout import PagedReport

#: A change is shown so long after the last one, in milliseconds.
PAUSE = 250


class FormPreview(QWidget):
    """Shows a form a moment after its last change; the place on the sheets stays."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._example: Example | None = None
        self._form: ReportForm | None = None
        self._last = False
        self.sheets = SheetsView(self)
        self.sheets.setAccessibleName("Звіт за цією формою")
        self.place = QLabel(self)
        self.place.setText("Складаю аркуші…")
        theme.quiet(self.place)
        self.first = QPushButton("П&ерший аркуш", self)
        self.last = QPushButton("Останній арк&уш", self)
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        for button in (self.first, self.last):
            button.setAutoDefault(False)
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheets, 1)
        layout.addLayout(line)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._lay_out)
        self.first.clicked.connect(partial(self.turn_to, last=False))
        self.last.clicked.connect(partial(self.turn_to, last=True))
        self.sheets.turned.connect(self._tell_place)

    def take(self, example: Example) -> None:
        """The report that forms are shown with."""
        self._example = example
        self._lay_out()

    def show_form(self, form: ReportForm) -> None:
        """Show a form, as soon as it has not changed for a moment."""
        first = self._form is None
        self._form = form
        if first:
            self._lay_out()
        else:
            self._soon.start()

    def turn_to(self, *, last: bool) -> None:
        """Look at the first sheet or at the last one."""
        self._last = last
        if self.sheets.page_count:
            self.sheets.go_to(self.sheets.page_count - 1 if last else 0)

    def _lay_out(self) -> None:
        if self._form is not None and self._example is not None:
            work = partial(form_work.lay_out_example, self._form, self._example)
            self._jobs.start(
                Lane.DOCUMENTS,
                work,
                key="form-preview",
                progress=True,
                done=self._show,
                failed=self._refuse,
            )

    def _show(self, report: PagedReport) -> None:
        new = self.sheets.report is None
        self.sheets.show_report(report)
        if new or self._last:
            self.turn_to(last=self._last)
        self._tell_place(self.sheets.page, report.page_count)

    def _tell_place(self, page: int, count: int) -> None:
        self.place.setText(place_words(page, count) if count else "")

    def _refuse(self, error: BaseException) -> None:
        self.place.setText(sentence(error))
