"""The way of an export: file, snapshot in the register's thread, writing in a worker.

The snapshot of a submitted report brings the very bytes that were kept when it was sent.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.period import Period
from ui import files
from ui.messages import Messenger
from ui.parts import Parts
from ui.register import queries
from ui.report.writing import Writing

FOLDER = "export"


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

    def begin(self, suffix: str = ".docx") -> None:
        """Ask where to write the report that is shown; ``suffix`` is what is offered first."""
        from courtcomms.reports.filename import offered_name

        court, place = self._parts.workspace.overview.court, self._parts.workspace.place
        if court is None or place is None or place.period is None:
            return
        name = offered_name(place.period, suffix)
        form = self._parts.forms.chosen(court.id, place.period)
        title = f"Експорт звіту за {place.period.title}, форма «{form}»"
        dialog = files.SaveDialog(self._window, title, self._parts.memory.folder(FOLDER), name)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the report that is shown to a file; its suffix says how."""
        workspace = self._parts.workspace
        court, place = workspace.overview.court, workspace.place
        if court is None or place is None or place.period is None:
            return
        path = Path(name)
        self._parts.memory.put_folder(FOLDER, path.parent)
        _Export(self, self._parts, path, place.period).start(
            queries.snapshot, court, place.period, self._parts.forms
        )

    def tell(self, path: Path, period: Period, notes: tuple[str, ...]) -> None:
        """A report is written; what there is to remark about it is said in the same breath.

        What the format could not do is said in a box: it must not be overlooked.
        """
        remark = self.remark(period)
        written = f"Звіт записано у файл «{path.name}»"
        self.finished.emit(f"{written}; {remark}" if remark else written, path)
        if notes:
            self._messenger.inform(f"{written}.", "\n\n".join(notes))

    def refuse(self, error: BaseException) -> None:
        """A report could not be written."""
        self._messenger.refuse(error)


class _Export(Writing):
    """The export of one period's report."""

    def __init__(self, flow: ExportFlow, parts: Parts, path: Path, period: Period) -> None:
        super().__init__(flow, parts, path)
        self._flow = flow
        self._period = period
        self.written.connect(self._pass_on)
        self.refused.connect(flow.refuse)

    def _pass_on(self, path: Path, notes: tuple[str, ...]) -> None:
        self._flow.tell(path, self._period, notes)


def _nothing(_period: Period) -> str:
    return ""
