"""The way of the sheets: shown in the table's place, and laid out anew when the register has changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from courtcomms.progress import Progress
from ui.jobs import Job, Lane
from ui.messages import sentence
from ui.pages.layout import PagedReport, lay_out
from ui.pages.page import SheetsPage
from ui.places import TRASH, Place
from ui.register import queries

if TYPE_CHECKING:
    from courtcomms.model import Court
    from courtcomms.period import Period
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.reports.snapshot import ReportSnapshot
    from courtcomms.store import Register
    from ui.main_window import MainWindow
    from ui.pages.printing import Printing

#: The sheets follow what is typed once it rests for so long, in milliseconds.
REST = 120
_CHOOSE = "Виберіть звіт у списку ліворуч, і тут буде видно, яким його надрукують."
_NO_REPORT = f"На аркуші лягає звіт за квартал, а не весь реєстр. {_CHOOSE} Заходи — на вкладці «Таблиця»."
_NO_TRASH = f"Заходів із кошика у звітах немає. {_CHOOSE}"
_SOON = "Розкладаю звіт на аркуші…"


class PagesFlow(QObject):
    """Knows what the sheets show; nothing is laid out while they are not in sight.

    ``finished`` tells a sentence for the status line.
    """

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._place: Place | None = None
        self._event = 0
        self._reveal = False
        self._laying: Job | None = None
        self._printing: Printing | None = None
        self.page = SheetsPage(window)
        self.page.offer(window.actions_["print"], window.actions_["pdf"])
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self.look)
        self._connect()

    def _connect(self) -> None:
        page, parts, window = self.page, self._parts, self._window
        page.left.connect(self.leave)
        page.view.row_chosen.connect(self._go_to_row)
        page.view.link_chosen.connect(_open)
        parts.workspace.moved.connect(self._follow)
        parts.workspace.refreshed.connect(self._follow)
        parts.service.changed.connect(self._follow)
        window.page.view.chosen.connect(self._follow_event)
        window.search.searched.connect(self.leave)

    @property
    def shown(self) -> bool:
        """Whether the sheets are in the table's place."""
        return self._window.panes.sheets is self.page

    def toggle(self, on: bool) -> None:
        """Show the sheets, or the table."""
        self._window.panes.show_sheets(self.page if on else None)
        if on:
            self._reveal = True
            self.look()
            self.page.setFocus()
        else:
            self._window.page.view.setFocus()
        self._window.refresh_actions()

    def leave(self, *_words: object) -> None:
        """Back to the table; what is looked for is found there."""
        self._window.actions_["pages"].setChecked(False)

    def look(self) -> None:
        """Lay the report out as it is now, if its sheets are in sight."""
        place, court = self._parts.workspace.place, self._parts.workspace.overview.court
        if not self.shown or place is None or court is None:
            return
        fresh = place != self._place
        self._place = place
        self.page.describe(place.title)
        if place.period is None:
            self.page.say(_NO_TRASH if place == TRASH else _NO_REPORT)
            return
        if fresh:
            self.page.say(_SOON)
        self._parts.service.ask(
            _in_its_form,
            court,
            place.period,
            self._parts.forms,
            done=self._lay,
            failed=self._refuse,
            key="pages",
        )

    def _lay(self, found: tuple[str, ReportSnapshot]) -> None:
        form, snapshot = found
        if self._place is None or snapshot.period != self._place.period:
            return
        self.page.describe(self._place.title, form)
        work = partial(_laid, snapshot)
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, key="sheets", progress=True, done=self._show, failed=self._refuse
        )

    def _show(self, report: PagedReport) -> None:
        if self._place is None or report.snapshot.period != self._place.period:
            return
        self.page.show_report(report)
        if self._reveal:
            self._reveal = False
            self._go_to_event()

    def _refuse(self, error: BaseException) -> None:
        self.page.say(sentence(error))

    def _follow(self, *_words: object) -> None:
        if self.shown:
            self._soon.start()

    # The events of the table and the rows of the sheets.

    def _follow_event(self, event_id: int) -> None:
        """Another event is chosen elsewhere: its row comes into sight."""
        if event_id != self._event:
            self._event = event_id
            if self.shown:
                self._go_to_event()

    def _go_to_event(self) -> None:
        view, report = self._window.page.view, self.page.view.report
        number = self._window.table.place_of(view.current_id) if view.current_id else 0
        if report is not None and number:
            page, top = report.place_of(number - 1)
            self.page.view.go_to(page, top)

    def _go_to_row(self, row: int) -> None:
        """To the event of a row, in the table; what is looked for there must not hide it."""
        event_id = self._window.table.event_numbered(row + 1)
        if event_id and self._place is not None:
            self.leave()
            self._window.landing.go_to(self._place, event_id)

    # Printer and file.

    def save_pdf(self) -> None:
        """Ask where to write the report that is shown, as a PDF."""
        self._window.panel.save()
        self._window.commands.exporting.begin(".pdf")

    def print(self) -> None:
        """Print the report that is shown."""
        place, court = self._parts.workspace.place, self._parts.workspace.overview.court
        if place is None or place.period is None or court is None:
            return
        self._window.panel.save()
        self._parts.service.ask(
            queries.snapshot, court, place.period, self._parts.forms, done=self._lay_for_printer
        )

    def _lay_for_printer(self, snapshot: ReportSnapshot) -> None:
        self._parts.jobs.start(
            Lane.DOCUMENTS,
            partial(_laid, snapshot),
            label="Готую аркуші до друку…",
            progress=True,
            done=self._ask_printer,
        )

    def _ask_printer(self, report: PagedReport) -> None:
        from ui.pages.printing import NO_PRINTER, Printing, has_printer

        if not has_printer():
            self._window.messenger.inform(NO_PRINTER)
            return
        self._printing = Printing(report, self._window)
        self._printing.finished.connect(self.finished)
        self._printing.refused.connect(self._window.messenger.warn)
        self._printing.begin()


def _in_its_form(
    register: Register, court: Court, period: Period, forms: FormLibrary
) -> tuple[str, ReportSnapshot]:
    """The name of the form that is chosen for a report, and the report in it."""
    return forms.chosen(court.id, period), queries.snapshot(register, court, period, forms)


def _laid(snapshot: ReportSnapshot, progress: Progress) -> PagedReport:
    return lay_out(snapshot, progress)


def _open(address: str) -> None:
    """In the user's own browser."""
    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.TolerantMode))
