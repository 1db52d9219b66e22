"""The way of an export: place and name, snapshot in the register's thread, writing in a worker."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.model import Court
from courtcomms.period import Period
from ui import files
from ui.jobs import Jobs, Lane
from ui.memory import Memory
from ui.messages import Messenger
from ui.register import queries
from ui.register.service import RegisterService
from ui.workspace import Workspace

if TYPE_CHECKING:
    from courtcomms.reports.snapshot import ReportSnapshot

_FOLDER = "export"


class ExportFlow(QObject):
    """``finished`` tells the sentence and the file that was written."""

    finished = Signal(str, object)

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        service: RegisterService,
        workspace: Workspace,
        memory: Memory,
        messenger: Messenger,
        form: Path | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._service = service
        self._workspace = workspace
        self._memory = memory
        self._messenger = messenger
        self._form = form

    def begin(self) -> None:
        """Ask where to write the report that is shown."""
        from courtcomms.reports.filename import offered_name

        place = self._workspace.place
        if place is None or place.period is None:
            return
        name = offered_name(place.period, ".docx")
        title = f"Експорт звіту за {place.period.title}"
        dialog = files.SaveDialog(self._window, title, self._memory.folder(_FOLDER), name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the report that is shown to a file; its suffix says how."""
        court, place = self._workspace.overview.court, self._workspace.place
        if court is None or place is None or place.period is None:
            return
        path = Path(name)
        self._memory.put_folder(_FOLDER, path.parent)
        _Export(self, path).start(self._service, self._jobs, court, place.period, self._form)

    def tell(self, path: Path) -> None:
        """A report is written."""
        self.finished.emit(f"Звіт записано у файл «{path.name}»", path)

    def refuse(self, error: BaseException) -> None:
        """A report could not be written."""
        self._messenger.refuse(error)


class _Export(QObject):
    """One export on its way; several may be."""

    def __init__(self, flow: ExportFlow, path: Path) -> None:
        super().__init__(flow)
        self._flow = flow
        self._path = path
        self._jobs: Jobs | None = None

    def start(
        self, service: RegisterService, jobs: Jobs, court: Court, period: Period, form: Path | None
    ) -> None:
        self._jobs = jobs
        service.ask(queries.snapshot, court, period, form, done=self._write, failed=self._refuse)

    def _write(self, snapshot: ReportSnapshot) -> None:
        if self._jobs is None:
            return
        work = partial(_write, snapshot, self._path)
        label = f"Записую «{self._path.name}»…"
        self._jobs.start(Lane.DOCUMENTS, work, label=label, done=self._tell, failed=self._refuse)

    def _tell(self, _nothing: object) -> None:
        self._flow.tell(self._path)
        self.deleteLater()

    def _refuse(self, error: BaseException) -> None:
        self._flow.refuse(error)
        self.deleteLater()


def _write(snapshot: ReportSnapshot, path: Path) -> None:
    from courtcomms.reports.export import export_report

    export_report(snapshot, path)
