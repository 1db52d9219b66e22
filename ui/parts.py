"""What the window works with, put together once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from courtcomms.paths import DataDir
from courtcomms.reports.form_library import FormLibrary
from ui.editor.saver import CellSaver
from ui.jobs import Jobs, Lane
from ui.links.statuses import LinkStatuses
from ui.memory import Memory
from ui.register.copies import Copies
from ui.register.rereading import Rereading
from ui.register.service import RegisterService
from ui.undo import UndoHistory
from ui.workspace import Workspace

if TYPE_CHECKING:
    from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class Parts:
    """Jobs and what stands on them; ``owner`` is the parent of all of them."""

    owner: QObject
    folder: Path
    forms: FormLibrary
    jobs: Jobs
    service: RegisterService
    workspace: Workspace
    history: UndoHistory
    saver: CellSaver
    copies: Copies
    rereading: Rereading
    memory: Memory
    links: LinkStatuses

    def close(self) -> None:
        """Finish what must be kept, close the register, and wait for the threads."""
        self.memory.flush()
        self.service.shut()
        self.jobs.close()


def assemble(
    folder: Path,
    opener: Callable[[], Register],
    executors: Mapping[Lane, Executor],
) -> Parts:
    """Put the parts together; nothing is opened yet."""
    owner, data = QObject(), DataDir(folder)
    jobs = Jobs(executors, owner)
    service = RegisterService(jobs, opener, owner)
    return Parts(
        owner,
        folder,
        FormLibrary(data.forms, data.form),
        jobs,
        service,
        Workspace(service, owner),
        UndoHistory(service, owner),
        CellSaver(service, owner),
        Copies(service, owner),
        Rereading(service, owner),
        Memory(folder),
        LinkStatuses(service, folder, owner),
    )
