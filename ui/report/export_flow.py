"""The way of an export: file, snapshot in the register's thread, writing in a worker.

The snapshot of a submitted report brings the very bytes that were kept when it was sent.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.model import Court
from courtcomms.period import Period
from courtcomms.progress import Progress
from ui import files
from ui.jobs import Lane
from ui.messages import Messenger
from ui.parts import Parts
from ui.register import queries

if TYPE_CHECKING:
    from courtcomms.reports.snapshot import ReportSnapshot

_FOLDER = "export"


class ExportFlow(QObject):
    """``finished`` tells the sentence and the file that was written."""

    finished = Signal(str, object)

    def __init__(self, window: QWidget, parts: Parts, messenger: Messenger) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._messenger = messenger
        #: What is worth saying about the report of a period once it is written.
        self.remark: Callable[[Period], str] = _nothing

    def begin(self) -> None:
        """Ask where to write the report that is shown."""
        from courtcomms.reports.filename import offered_name

        place = self._parts.workspace.place
        if place is None or place.period is None:
            return
        name = offered_name(place.period, ".docx")
        title = f"Експорт звіту за {place.period.title}"
        dialog = files.SaveDialog(self._window, title, self._parts.memory.folder(_FOLDER), name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the report that is shown to a file; its suffix says how."""
        workspace = self._parts.workspace
        court, place = workspace.overview.court, workspace.place
        if court is None or place is None or place.period is None:
            return
        path = Path(name)
        self._parts.memory.put_folder(_FOLDER, path.parent)
        _Export(self, self._parts, path).start(court, place.period)

    def tell(self, path: Path, period: Period) -> None:
        """A report is written; what there is to remark about it is said in the same breath."""
        remark = self.remark(period)
        written = f"Звіт записано у файл «{path.name}»"
        self.finished.emit(f"{written}; {remark}" if remark else written, path)

    def refuse(self, error: BaseException) -> None:
        """A report could not be written."""
        self._messenger.refuse(error)


class _Export(QObject):
    """One export on its way; several may be."""

    def __init__(self, flow: ExportFlow, parts: Parts, path: Path) -> None:
        super().__init__(flow)
        self._flow = flow
        self._parts = parts
        self._path = path

    def start(self, court: Court, period: Period) -> None:
        self._period = period
        question = (queries.snapshot, court, period, self._parts.form)
        self._parts.service.ask(*question, done=self._write, failed=self._refuse)

    def _write(self, snapshot: ReportSnapshot) -> None:
        work = partial(_write, snapshot, self._path)
        label = f"Записую «{self._path.name}»…"
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label=label, progress=True, done=self._tell, failed=self._refuse
        )

    def _tell(self, _nothing: object) -> None:
        self._flow.tell(self._path, self._period)
        self.deleteLater()

    def _refuse(self, error: BaseException) -> None:
        self._flow.refuse(error)
        self.deleteLater()


def _write(snapshot: ReportSnapshot, path: Path, progress: Progress) -> None:
    from courtcomms.reports.export import export_report

    export_report(snapshot, path, progress)


def _nothing(_period: Period) -> str:
    return ""
