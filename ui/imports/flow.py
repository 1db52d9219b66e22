"""The way of an import: file, reading, preview, one step."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.period import Period
from courtcomms.progress import Progress
from ui import files, wording
from ui.imports.preview import PreviewDialog
from ui.jobs import Lane
from ui.messages import Messenger
from ui.parts import Parts
from ui.places import Place, PlaceKind, next_period
from ui.register import queries
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.services.imports import ImportPlan

_FOLDER = "import"


class ImportFlow(QObject):
    """``finished`` tells in a sentence what was imported."""

    finished = Signal(str)

    def __init__(self, window: QWidget, parts: Parts, messenger: Messenger) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._messenger = messenger
        self._document: ImportedDocument | None = None
        self._plan: ImportPlan | None = None
        self._preview: PreviewDialog | None = None

    def begin(self) -> None:
        """Ask for a document."""
        dialog = files.open_dialog(self._window, "Імпорт звіту", self._parts.memory.folder(_FOLDER))
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, name: str) -> None:
        """Read a document in a worker and show what importing it would do."""
        path = Path(name)
        self._parts.memory.put_folder(_FOLDER, path.parent)
        self._parts.jobs.start(
            Lane.DOCUMENTS,
            partial(_read, path),
            label=f"Читаю «{path.name}»…",
            key="import",
            progress=True,
            done=self._plan_for,
            failed=self._refuse,
        )

    def _plan_for(self, document: ImportedDocument) -> None:
        self._document = document
        self._ask(
            document.period or next_period(self._parts.workspace.overview, datetime.now().astimezone().date())
        )

    def _replan(self, period: Period) -> None:
        self._ask(period)

    def _ask(self, period: Period) -> None:
        self._parts.service.ask(
            queries.plan_import, self._document, period, done=self._show, failed=self._refuse, key="plan"
        )

    def _show(self, plan: ImportPlan) -> None:
        if self._preview is not None:
            self._preview.show_plan(plan)
            return
        self._preview = PreviewDialog(plan, self._window)
        self._preview.replanned.connect(self._replan)
        self._preview.agreed.connect(self._carry_out)
        self._preview.finished.connect(self._forget)
        self._preview.open()

    def _forget(self) -> None:
        self._preview = None

    def _carry_out(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._parts.workspace.go(Place(PlaceKind.REPORT, plan.period))
        self._parts.service.act(
            queries.apply_import,
            plan,
            label="Імпортую…",
            progress=True,
            done=self._finish,
            failed=self._refuse,
        )

    def _finish(self, _outcome: Outcome) -> None:
        plan, self._plan, self._document = self._plan, None, None
        if plan is None:
            return
        said = f"Імпортовано {wording.rows(len(plan.fresh))} до звіту за {plan.period.title}"
        self.finished.emit(said if plan.fresh else f"Усі рядки вже були у звіті за {plan.period.title}")

    def _refuse(self, error: BaseException) -> None:
        self._messenger.refuse(error)


def _read(path: Path, progress: Progress) -> ImportedDocument:
    from courtcomms.importing import read_document

    return read_document(path, progress)
