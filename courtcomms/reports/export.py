"""Saving a report as a file, in any format that can be written here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from courtcomms.atomic import write_bytes
from courtcomms.errors import BadInput
from courtcomms.progress import SILENT, Progress
from courtcomms.reports.snapshot import Rendered, ReportSnapshot

#: What makes a document of a report.
#: Raises BadInput: the format cannot hold the report. Cancelled: the document is no longer wanted.
Renderer = Callable[[ReportSnapshot, Progress], Rendered]

#: The documents that are kept when a report is submitted.
FROZEN_SUFFIXES = (".docx", ".xlsx")

_PDF = ".pdf"
_NAMES = {".docx": "Word", ".xlsx": "Excel", ".html": "вебсторінка", _PDF: "для друку"}


def add_renderer(suffix: str, renderer: Renderer) -> None:
    """Let reports be written with this suffix (``.pdf``) too; a later renderer replaces an earlier one."""
    _renderers[suffix] = renderer


def suffixes() -> tuple[str, ...]:
    """Every suffix that a report can be written with now, the usual ones first."""
    return tuple(_renderers)


def export_report(snapshot: ReportSnapshot, path: Path, progress: Progress = SILENT) -> tuple[str, ...]:
    """Write the report whole or not at all; the suffix of ``path`` picks the format.

    A submitted report is written byte for byte as it was sent.

    Returns:
        In Ukrainian, what of the report the format cannot do; as a rule nothing.

    Raises:
        BadInput: another suffix, a folder in the file's place, a cell that Excel cannot hold.
        CannotWrite: the folder is missing or the file cannot be replaced; what was there is untouched.
        Cancelled: it is no longer wanted; nothing was written.
    """
    suffix = path.suffix.lower()
    check_suffix(path)
    if path.is_dir():
        raise BadInput(
            f"«{path.name}» – це тека, а не файл: нічого не записано. Вкажіть ім'я файла в цій теці."
        )
    document = snapshot.sent.get(suffix) or render(snapshot, suffix, progress)
    progress.tell(len(snapshot.rows), len(snapshot.rows))
    write_bytes(path, document.data)
    return (*snapshot.notes, *document.notes)


def check_suffix(path: Path) -> None:
    """Refuse a file that no report can be written to.

    Raises:
        BadInput: another suffix, or one whose libraries are absent.
    """
    suffix = path.suffix.lower()
    if suffix in _renderers:
        return
    if suffix == _PDF:
        raise BadInput(
            "Файл PDF складає лише повна програма з вікном, а тут її бібліотек немає: нічого не записано. "
            "Збережіть звіт як .docx або встановіть програму повністю."
        )
    known = [f"{each} ({_NAMES[each]})" if each in _NAMES else each for each in _renderers]
    raise BadInput(
        f"Звіт можна зберегти лише як {', '.join(known[:-1])} або {known[-1]}, а не «{path.name}»: "
        "нічого не записано. Змініть закінчення імені файла."
    )


def render(snapshot: ReportSnapshot, suffix: str, progress: Progress = SILENT) -> Rendered:
    """The report as a document of one of :func:`suffixes`.

    Raises:
        BadInput: the format cannot hold the report. Cancelled: the document is no longer wanted.
    """
    return _renderers[suffix](snapshot, progress)


# The writers are heavy to import, and a report is wanted in one of them.


def _docx(snapshot: ReportSnapshot, progress: Progress) -> Rendered:
    from courtcomms.reports.docx_writer import render_docx

    return Rendered(render_docx(snapshot, progress))


def _xlsx(snapshot: ReportSnapshot, progress: Progress) -> Rendered:
    from courtcomms.reports.xlsx_writer import render_with_notes

    return render_with_notes(snapshot, progress)


def _html(snapshot: ReportSnapshot, progress: Progress) -> Rendered:
    from courtcomms.reports.html_page import render_html

    return render_html(snapshot, progress)


_renderers: dict[str, Renderer] = {".docx": _docx, ".xlsx": _xlsx, ".html": _html}
