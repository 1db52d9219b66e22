"""Saving a report as a file."""

from __future__ import annotations

from pathlib import Path

from courtcomms.atomic import write_bytes
from courtcomms.errors import BadInput
from courtcomms.progress import SILENT, Progress
from courtcomms.reports.snapshot import Rendered, ReportSnapshot

SUFFIXES = (".docx", ".xlsx")


def export_report(snapshot: ReportSnapshot, path: Path, progress: Progress = SILENT) -> tuple[str, ...]:
    """Write the report whole or not at all; the suffix of ``path`` picks Word or Excel.

    A submitted report is written byte for byte as it was sent.

    Returns:
        In Ukrainian, what of the report the format cannot do; as a rule nothing.

    Raises:
        BadInput: another suffix, a folder in the file's place, a cell that Excel cannot hold.
        CannotWrite: the folder is missing or the file cannot be replaced; what was there is untouched.
        Cancelled: it is no longer wanted; nothing was written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise BadInput(
            f"Звіт можна зберегти лише як .docx (Word) або .xlsx (Excel), а не «{path.name}»: "
            "нічого не записано. Змініть закінчення імені файла."
        )
    if path.is_dir():
        raise BadInput(
            f"«{path.name}» – це тека, а не файл: нічого не записано. Вкажіть ім'я файла в цій теці."
        )
    document = snapshot.sent.get(suffix) or render(snapshot, suffix, progress)
    progress.tell(len(snapshot.rows), len(snapshot.rows))
    write_bytes(path, document.data)
    return document.notes


def render(snapshot: ReportSnapshot, suffix: str, progress: Progress = SILENT) -> Rendered:
    """The report as a document of one of ``SUFFIXES``.

    The writers are heavy to import, and a report is wanted in one of them.

    Raises:
        BadInput: a cell that Excel cannot hold. Cancelled: the document is no longer wanted.
    """
    if suffix == ".docx":
        from courtcomms.reports.docx_writer import render_docx

        return Rendered(render_docx(snapshot, progress))
    from courtcomms.reports.xlsx_writer import render_with_notes

    return render_with_notes(snapshot, progress)
