"""Saving a report as a file."""

from __future__ import annotations

from pathlib import Path

from courtcomms.atomic import write_bytes
from courtcomms.errors import BadInput
from courtcomms.reports.snapshot import ReportSnapshot

SUFFIXES = (".docx", ".xlsx")


def export_report(snapshot: ReportSnapshot, path: Path) -> tuple[str, ...]:
    """Write the report whole or not at all; the suffix of ``path`` picks Word or Excel.

    Returns:
        In Ukrainian, what of the report the format cannot do; as a rule nothing.

    Raises:
        BadInput: another suffix, a folder in the file's place, a cell that Excel cannot hold.
        CannotWrite: the folder is missing or the file cannot be replaced; what was there is untouched.
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
    data, notes = _rendered(snapshot, suffix)
    write_bytes(path, data)
    return notes


def _rendered(snapshot: ReportSnapshot, suffix: str) -> tuple[bytes, tuple[str, ...]]:
    """The writers are heavy to import, and a report is wanted in one of them."""
    if suffix == ".docx":
        from courtcomms.reports.docx_writer import render_docx

        return render_docx(snapshot), ()
    from courtcomms.reports.xlsx_writer import render_with_notes

    rendered = render_with_notes(snapshot)
    return rendered.data, rendered.notes
