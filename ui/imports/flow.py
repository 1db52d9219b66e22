"""The way of an import: files, reading, preview, one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from courtcomms.errors import BadInput
from courtcomms.paths import DataDir
from ui import files, wording
from ui.imports import queries
from ui.imports.batch import Batch, Key
from ui.imports.choosing import filters
from ui.imports.preview import PreviewDialog
from ui.imports.reading import Reading, read_again, read_all
from ui.imports.words import done
from ui.jobs import Callback, Lane
from ui.messages import Messenger, sentence
from ui.parts import Parts
from ui.places import Place, PlaceKind, next_period
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.services.import_model import ImportPlan

_FOLDER = "import"


class ImportFlow(QObject):
    """``finished`` tells in a sentence what was imported."""

    finished = Signal(str)

    def __init__(self, window: QWidget, parts: Parts, messenger: Messenger) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._messenger = messenger
        self._columns = DataDir(parts.folder).import_columns
        self._batch: Batch | None = None
        self._plan: ImportPlan | None = None
        self._preview: PreviewDialog | None = None

    @property
    def preview(self) -> PreviewDialog | None:
        """The preview, while it is open."""
        return self._preview if self._preview is not None and shiboken6.isValid(self._preview) else None

    def begin(self) -> None:
        """Ask for documents."""
        folder = self._parts.memory.folder(_FOLDER)
        kinds = filters(libreoffice=queries.libreoffice())
        dialog = files.documents_dialog(self._window, "Імпорт звітів", folder, kinds)
        dialog.filesSelected.connect(self._read_chosen)
        dialog.open()

    def begin_folder(self) -> None:
        """Ask for a folder of documents."""
        folder = self._parts.memory.folder(_FOLDER)
        dialog = files.folder_dialog(self._window, "Імпорт теки зі звітами", folder)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, name: str) -> None:
        """Read a document, or all of a folder."""
        self.take([Path(name)])

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and folders in a worker and show what importing them would do."""
        if not paths or self.preview is not None:
            return
        folder = paths[0] if paths[0].is_dir() else paths[0].parent
        self._parts.memory.put_folder(_FOLDER, folder)
        named = (
            f"«{paths[0].name}»"
            if len(paths) == 1
            else wording.counted(len(paths), "файл", "файли", "файлів")
        )
        self._start(partial(read_all, tuple(paths), self._columns), f"Читаю {named}…", self._arrive)

    def _read_chosen(self, names: Iterable[str]) -> None:
        self.take([Path(name) for name in names])

    def _start(self, work: Callable[..., Reading], label: str, done: Callback) -> None:
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label=label, key="import", progress=True, done=done, failed=self._refuse
        )

    def _arrive(self, reading: Reading) -> None:
        """Something was read: a file that was wanted alone and is no report is told of in a sentence."""
        if not reading.documents and len(reading.unread) == 1:
            self._messenger.refuse(reading.refusal or BadInput(reading.unread[0][1]))
            return
        today = datetime.now().astimezone().date()
        self._batch = Batch(reading, next_period(self._parts.workspace.overview, today))
        self._ask()

    def _ask(self) -> None:
        batch = self._batch
        if batch is not None:
            self._parts.service.ask(
                queries.plan_imports,
                batch.documents,
                batch.wishes(),
                batch.unread,
                done=self._show,
                failed=self._refuse,
                key="plan",
            )

    def _show(self, plan: ImportPlan) -> None:
        if self._batch is None:
            return
        preview = self.preview
        if preview is not None:
            preview.show_plan(plan)
            return
        preview = self._preview = PreviewDialog(self._batch, plan, self._window)
        preview.wished.connect(self._ask)
        preview.rechosen.connect(self._read_otherwise)
        preview.forgotten.connect(self._read_plainly)
        preview.agreed.connect(self._carry_out)
        preview.finished.connect(self._forget)
        preview.open()

    def _forget(self, agreed: int) -> None:
        self._preview = None
        if not agreed:
            self._batch = None

    def _read_otherwise(self, key: Key, columns: tuple[str | None, ...]) -> None:
        """Take the columns as the user says, now and in the next file of that kind."""
        self._read_again(key, columns)

    def _read_plainly(self, key: Key) -> None:
        """Take the columns for what their headings say, now and in the next file of that kind."""
        self._read_again(key, None)

    def _read_again(self, key: Key, columns: tuple[str | None, ...] | None) -> None:
        batch = self._batch
        document = batch.document(key) if batch is not None else None
        if batch is None or document is None:
            return
        alike = {one.source.sha256 for one in batch.documents if one.shape == document.shape}
        paths = {sha: path for sha, path in batch.files.items() if sha in alike}
        work = partial(read_again, paths, self._columns, document.shape, columns)
        self._start(work, f"Читаю «{document.source.name}» ще раз…", self._arrive_again)

    def _arrive_again(self, reading: Reading) -> None:
        if self._batch is None or self.preview is None:
            return
        if reading.refusal is not None:
            self.preview.tell(sentence(reading.refusal))
            return
        self._batch.read_anew(reading)
        self._ask()

    def _carry_out(self, plan: ImportPlan) -> None:
        batch, self._plan = self._batch, plan
        if batch is None:
            return
        open_ones = [report.period for report in plan.reports if not report.frozen]
        newest = max(open_ones, key=lambda period: (period.end, period.start))
        self._parts.workspace.go(Place(PlaceKind.REPORT, newest))
        self._parts.service.act(
            queries.apply_imports,
            plan,
            batch.files,
            self._parts.forms,
            label="Імпортую…",
            progress=True,
            done=self._finish,
            failed=self._refuse,
        )

    def _finish(self, _outcome: Outcome) -> None:
        plan, self._plan, self._batch = self._plan, None, None
        if plan is not None:
            self.finished.emit(done(plan))

    def _refuse(self, error: BaseException) -> None:
        if self.preview is not None:
            self.preview.tell(sentence(error))
        else:
            self._messenger.refuse(error)
