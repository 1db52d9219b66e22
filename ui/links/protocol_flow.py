"""The way of the protocol of a check: where to, what is known now, the file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.period import Period
from ui import files
from ui.jobs import Lane
from ui.links import queries

if TYPE_CHECKING:
    from courtcomms.reports.form import ReportForm
    from courtcomms.reports.link_protocol import LinkProtocol
    from ui.main_window import MainWindow

#: It lies beside the report.
_FOLDER = "export"


class ProtocolFlow(QObject):
    """``finished`` tells the sentence and the file that was written."""

    finished = Signal(str, object)

    def __init__(self, window: MainWindow, period: Period, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._parts, self._period = window, window.parts, period
        self._path = Path()

    def begin(self) -> None:
        """Ask where to write it."""
        name = f"protokol_posylan_{self._period.code.lower().replace('-', '_')}.xlsx"
        folder = self._parts.memory.folder(_FOLDER)
        dialog = files.WorkbookDialog(self._window, "Протокол перевірки посилань", folder, name)
        dialog.fileSelected.connect(self.write)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    def write(self, name: str) -> None:
        """Write it to a file."""
        court = self._parts.workspace.overview.court
        self._path = Path(name)
        self._parts.memory.put_folder(_FOLDER, self._path.parent)
        question = (queries.protocol, court, self._period, self._parts.folder, self._parts.forms)
        self._parts.service.ask(*question, done=self._put, failed=self._refuse)

    def _put(self, made: tuple[LinkProtocol, ReportForm]) -> None:
        self._parts.jobs.start(
            Lane.DOCUMENTS,
            partial(_write, *made, self._path),
            label=f"Записую «{self._path.name}»…",
            done=self._tell,
            failed=self._refuse,
        )

    def _tell(self, _nothing: object) -> None:
        self.finished.emit(f"Протокол записано у файл «{self._path.name}»", self._path)
        self.deleteLater()

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)
        self.deleteLater()


def _write(protocol: LinkProtocol, form: ReportForm, path: Path) -> None:
    from courtcomms.reports.link_protocol import write_protocol

    write_protocol(protocol, path, form)
