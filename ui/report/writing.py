"""One report on its way into a file: its snapshot from the register's thread, the file from a worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from courtcomms.progress import Progress
from ui.jobs import Lane
from ui.parts import Parts

if TYPE_CHECKING:
    from courtcomms.reports.snapshot import ReportSnapshot


class Writing(QObject):
    """``written`` tells the file and, in Ukrainian, what is to be told of it; ``refused`` the error.

    It is gone once it has told either; several may be on their way.
    """

    written = Signal(object, object)
    refused = Signal(object)

    def __init__(self, parent: QObject, parts: Parts, path: Path) -> None:
        super().__init__(parent)
        self._parts = parts
        self._path = path

    def start(self, question: Callable[..., ReportSnapshot], *words: Any) -> None:
        """Ask the register for the snapshot, then write it; ``question`` takes the register and ``words``."""
        self._parts.service.ask(question, *words, done=self._write, failed=self._refuse)

    def _write(self, snapshot: ReportSnapshot) -> None:
        work = partial(_write, snapshot, self._path)
        label = f"Записую «{self._path.name}»…"
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label=label, progress=True, done=self._tell, failed=self._refuse
        )

    def _tell(self, notes: tuple[str, ...]) -> None:
        self.written.emit(self._path, notes)
        self.deleteLater()

    def _refuse(self, error: BaseException) -> None:
        self.refused.emit(error)
        self.deleteLater()


def _write(snapshot: ReportSnapshot, path: Path, progress: Progress) -> tuple[str, ...]:
    from courtcomms.reports.export import export_report
    from ui.pages.renderer import offer_pdf

    offer_pdf()
    return export_report(snapshot, path, progress)
