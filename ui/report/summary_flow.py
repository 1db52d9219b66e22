"""The way of a table over several quarters: what it is to hold, then a file of any format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import files
from ui.report import summary_queries as queries
from ui.report.export_flow import FOLDER
from ui.report.summary_dialog import SummaryDialog
from ui.report.summary_queries import SummaryChoice, SummaryCount
from ui.report.writing import Writing

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SummaryFlow(QObject):
    """``finished`` tells the sentence and the file that was written."""

    finished = Signal(str, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._dialog: SummaryDialog | None = None
        self._choice: SummaryChoice | None = None

    def begin(self) -> None:
        """Ask what to put together; offered are the periods in which there are reports of quarters."""
        from courtcomms.services import summary_periods

        self._window.panel.save()
        reports = self._parts.workspace.overview.reports
        periods = summary_periods(report.period for report in reports)
        if not periods:
            return
        self._dialog = SummaryDialog(periods, reports, self._window)
        self._dialog.asked.connect(self._ask)
        self._dialog.agreed.connect(self._name_file)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        self._ask(self._dialog.choice)

    def _ask(self, choice: SummaryChoice) -> None:
        court = self._parts.workspace.overview.court
        if court is not None:
            self._parts.service.ask(
                queries.count, court, choice, done=self._show, failed=self._refuse, key="summary"
            )

    def _show(self, count: SummaryCount) -> None:
        if self._dialog is not None:
            self._dialog.show_count(count)

    def _name_file(self, choice: SummaryChoice) -> None:
        from courtcomms.reports.filename import offered_name

        self._choice = choice
        name = offered_name(choice.period, ".docx")
        title = f"Зведена таблиця за {choice.period.title}"
        dialog = files.SaveDialog(self._window, title, self._parts.memory.folder(FOLDER), name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write what was chosen last to a file; its suffix says how."""
        court, choice = self._parts.workspace.overview.court, self._choice
        if court is None or choice is None:
            return
        path = Path(name)
        self._parts.memory.put_folder(FOLDER, path.parent)
        writing = Writing(self, self._parts, path)
        writing.written.connect(self._tell)
        writing.refused.connect(self._refuse)
        writing.start(queries.summary, court, choice, self._parts.forms)

    def _tell(self, path: Path, notes: tuple[str, ...]) -> None:
        written = f"Зведену таблицю записано у файл «{path.name}»"
        self.finished.emit(written, path)
        if notes:
            self._window.messenger.inform(f"{written}.", "\n\n".join(notes))

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

    def _forget(self) -> None:
        self._dialog = None
