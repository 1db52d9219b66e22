"""What an import asks of the register and does to it, as functions for its worker thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.progress import SILENT, Progress

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.model import Changes
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.services.import_model import ImportPlan, ImportWishes
    from courtcomms.store import Register


def plan_imports(
    register: Register,
    documents: Sequence[ImportedDocument],
    wishes: ImportWishes,
    unread: Sequence[tuple[str, str]],
) -> ImportPlan:
    """What importing documents would do, as it is wished."""
    from courtcomms import services

    return services.plan_imports(register, documents, wishes, unread=unread)


def apply_imports(
    register: Register,
    plan: ImportPlan,
    files: Mapping[str, Path],
    forms: FormLibrary,
    progress: Progress = SILENT,
) -> Changes:
    """Carry out an import as one step; ``files`` tells where each file lies by its SHA-256. Older drafts that
    are kept as sent are written in the form that is chosen for them."""
    from courtcomms import services

    return services.apply_imports(register, plan, files, forms.form_for, progress)


def libreoffice() -> bool:
    """Whether LibreOffice is there to read what else it knows."""
    from courtcomms.importing.isolation.libreoffice import installed

    return installed()
