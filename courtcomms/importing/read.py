"""Reading a document from a file: what it is, what it holds, what is to be told of it."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from courtcomms.errors import BadInput, reason_of
from courtcomms.importing.assemble import document_of_grid
from courtcomms.importing.document import NO_CHOICES, ImportedDocument, ReadingChoices, SourceFile
from courtcomms.importing.files.refusal import Refusal, shown_name, too_large
from courtcomms.importing.readers import grid_of
from courtcomms.importing.warning_list import WarningList
from courtcomms.plural import plural
from courtcomms.progress import SILENT, Progress

_LARGEST_FILE = 100 << 20
_BLOCK = 1 << 20


def read_documents(
    path: Path, progress: Progress = SILENT, *, choices: ReadingChoices = NO_CHOICES
) -> tuple[ImportedDocument, ...]:
    """Read every report of a file, in its order; where there is none, its plan.

    The file is known by its content and not by its name. Nothing is written and no network touched.

    Raises:
        BadInput: the file cannot be read or holds no such table; the sentence says what to do.
        Cancelled: the document is no longer wanted.
    """
    try:
        with _opened(path) as file:
            return _read(path, file, progress, choices)
    except Refusal as refusal:
        raise refusal.for_user(path.name or str(path)) from refusal
    except (RecursionError, MemoryError) as error:
        raise too_large("надто складна будова").for_user(path.name) from error


def read_document(path: Path, progress: Progress = SILENT) -> ImportedDocument:
    """The first report of a file; its warnings tell how many more there are.

    Raises:
        BadInput, Cancelled: as :func:`read_documents`.
    """
    return first_of(read_documents(path, progress))


def first_of(documents: Sequence[ImportedDocument]) -> ImportedDocument:
    """The first of a file's reports; its warnings tell how many more there are."""
    first, *others = documents
    if not others:
        return first
    return replace(first, warnings=(*first.warnings, _tell_others(others)))


def _tell_others(others: Sequence[ImportedDocument]) -> str:
    names = ", ".join(map(_named, others))
    number = len(others)
    word = "ще один звіт" if number == 1 else f"ще {number} {plural(number, 'звіт', 'звіти', 'звітів')}"
    return f"У файлі є {word} ({names}): тут лише перший."


def _named(document: ImportedDocument) -> str:
    period = f"за {document.period.title}" if document.period else "без періоду"
    place = document.rows[0].place.rpartition(",")[0] if document.rows else ""
    return f"{period}, {place}" if place.startswith("аркуш") else period


def _opened(path: Path) -> BinaryIO:
    name = shown_name(path.name or str(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadInput(
                f"«{name}» — це тека, а не файл: нічого не імпортовано. Виберіть файл .docx або .xlsx."
            )
        return path.open("rb")
    except FileNotFoundError as error:
        raise BadInput(f"Файла «{name}» немає: нічого не імпортовано. Перевірте назву й теку.") from error
    except PermissionError as error:
        raise BadInput(
            f"Файл «{name}» не вдалося відкрити: немає права його читати або він зайнятий іншою програмою; "
            "нічого не імпортовано. Закрийте його у Word чи Excel або скопіюйте в іншу теку."
        ) from error
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "назва непридатна"
        raise BadInput(f"Файл «{name}» не вдалося прочитати ({reason}): нічого не імпортовано.") from error


def _read(
    path: Path, file: BinaryIO, progress: Progress, choices: ReadingChoices
) -> tuple[ImportedDocument, ...]:
    source = _source(path, file)
    warnings = WarningList()
    grid = grid_of(path, file, progress, warnings)
    return document_of_grid(grid, source, path.stem, choices, told=warnings.sentences())


def _source(path: Path, file: BinaryIO) -> SourceFile:
    digest, size = hashlib.sha256(), 0
    while block := file.read(_BLOCK):
        digest.update(block)
        size += len(block)
        if size > _LARGEST_FILE:
            raise too_large("понад 100 МБ")
    return SourceFile(shown_name(path.name), digest.hexdigest(), size)
