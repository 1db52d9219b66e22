"""Reading of chosen files in a worker: one that cannot be read does not stop the others."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.errors import BadInput, CourtcommsError
from courtcomms.progress import Cancelled, Progress
from ui.imports.choosing import gather

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.importing.document import ReadingChoices

log = logging.getLogger(__name__)

#: One file's share of the progress, whatever it counts itself.
_SHARE = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the reports in the order of the files, where each file lies by its SHA-256, and the
    files that could not be read with the sentence about each.

    ``refusal`` is the error itself where one file alone was wanted. ``remembered`` are the shapes of tables
    in which columns were taken as the user had said before.
    """

    documents: tuple[ImportedDocument, ...] = ()
    files: Mapping[str, Path] | None = None
    unread: tuple[tuple[str, str], ...] = ()
    refusal: Exception | None = None
    remembered: frozenset[str] = frozenset()


def read_all(chosen: Sequence[Path], columns_file: Path, progress: Progress) -> Reading:
    """Read files, and of folders what may be reports there.

    ``columns_file`` is what the user said of the columns of earlier files.

    Raises:
        Cancelled: it is no longer wanted.
    """
    from courtcomms.importing.mapping.column_memory import load_choices

    choices = load_choices(columns_file)
    paths = gather(chosen)
    documents: list[ImportedDocument] = []
    files: dict[str, Path] = {}
    unread: list[tuple[str, str]] = []
    refusal: Exception | None = None
    for number, path in enumerate(paths):
        progress.tell(number * _SHARE, len(paths) * _SHARE)
        try:
            found = read_one(path, choices, _part_of(progress, number, len(paths)))
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are read
            refusal = error
            unread.append((path.name, _said(path, error)))
            continue
        first = found[0].source.sha256
        if first in files:
            unread.append((path.name, f"Той самий файл, що й «{files[first].name}»: вдруге не береться."))
            continue
        files[first] = path
        documents += found
    if not paths:
        unread.append((_names(chosen), "Тут немає файлів, які можна прочитати."))
    return Reading(
        tuple(documents),
        files,
        tuple(unread),
        refusal if len(paths) == 1 else None,
        remembered_in(documents, choices),
    )


def read_again(
    files: Mapping[str, Path],
    columns_file: Path,
    shape: str,
    columns: tuple[str | None, ...] | None,
    progress: Progress,
) -> Reading:
    """Keep what the columns of a shape are, ``None``: what their headings say; and read files so.

    ``files`` by their SHA-256. Where one cannot be read so, nothing new is kept and ``refusal`` says why.

    Raises:
        CannotWrite: the choice cannot be kept. Cancelled: it is no longer wanted.
    """
    from courtcomms.importing.document import ReadingChoices
    from courtcomms.importing.mapping.column_memory import forget, load_choices, remember

    known = {key: value for key, value in load_choices(columns_file).columns.items() if key != shape}
    choices = ReadingChoices(known if columns is None else {**known, shape: columns})
    documents: list[ImportedDocument] = []
    for number, (sha256, path) in enumerate(files.items()):
        try:
            found = read_one(path, choices, _part_of(progress, number, len(files)))
        except CourtcommsError as error:
            return Reading(refusal=error)
        if found[0].source.sha256 != sha256:
            return Reading(refusal=_changed(path))
        documents += found
    if columns is None:
        forget(columns_file, shape)
    else:
        remember(columns_file, shape, columns)
    return Reading(tuple(documents), files, remembered=remembered_in(documents, choices))


def read_one(path: Path, choices: ReadingChoices, progress: Progress) -> tuple[ImportedDocument, ...]:
    """The reports of one file.

    Raises:
        BadInput: it cannot be read, or there is no report in it. Cancelled: it is no longer wanted.
    """
    from courtcomms.importing.isolation.isolated import read_isolated

    found = read_isolated(path, progress, choices=choices)
    if all(document.kind == "plan" for document in found):
        raise BadInput(
            f"«{path.name}» — це план, а не звіт: нічого не імпортовано. Виберіть документ із «Таблицею 1»."
        )
    return tuple(document for document in found if document.kind != "plan")


def remembered_in(documents: Sequence[ImportedDocument], choices: ReadingChoices) -> frozenset[str]:
    """The shapes of tables whose columns were taken as the user had said."""
    return frozenset(
        document.shape
        for document in documents
        if len(choices.columns.get(document.shape, ())) == len(document.columns) > 0
    )


def _changed(path: Path) -> BadInput:
    return BadInput(
        f"Файл «{path.name}» змінився, відколи його прочитано: показано прочитане раніше. "
        "Закрийте це вікно й виберіть файл ще раз."
    )


def _part_of(progress: Progress, number: int, files: int) -> Progress:
    """One file's progress as a part of the whole."""

    def watch(done: int, total: int) -> None:
        share = _SHARE * done // total if total else 0
        progress.tell(number * _SHARE + share, files * _SHARE)

    return Progress(watch)


def _said(path: Path, error: Exception) -> str:
    if isinstance(error, CourtcommsError):
        return str(error)
    log.error("reading a document failed", exc_info=error)
    return f"«{path.name}» не вдалося прочитати через непередбачену помилку: з нього нічого не взято."


def _names(chosen: Sequence[Path]) -> str:
    return ", ".join(path.name or str(path) for path in chosen)
