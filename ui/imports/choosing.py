"""Which files can be imported, and which of them lie in what the user chose; no Qt here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

#: What is read at any time, and what is read where LibreOffice is installed.
ALWAYS = ("docx", "docm", "xlsx", "xlsm", "csv", "txt", "htm", "html", "mht")
BY_LIBREOFFICE = ("doc", "odt", "rtf", "xls", "ods")
#: So many files of a folder are taken at a time: more could not be looked through.
MOST = 400


def filters(*, libreoffice: bool) -> list[str]:
    """The lines of the file dialog, everything that can be read first."""
    word = ("docx", "docm", *(("doc", "odt", "rtf") if libreoffice else ()))
    sheet = ("xlsx", "xlsm", "csv", *(("xls", "ods") if libreoffice else ()))
    return [
        _line("Звіти", readable(libreoffice=libreoffice)),
        _line("Документи Word", word),
        _line("Таблиці Excel", sheet),
        _line("Вебсторінки і текст", ("htm", "html", "mht", "txt")),
        "Усі файли (*)",
    ]


def readable(*, libreoffice: bool) -> tuple[str, ...]:
    """The suffixes that can be read."""
    return ALWAYS + (BY_LIBREOFFICE if libreoffice else ())


def gather(chosen: Iterable[Path]) -> tuple[Path, ...]:
    """Files as they were chosen; of folders everything within that may be a report, by name.

    What Word and LibreOffice lay beside an open document is left out. Raises nothing: a folder that cannot
    be read gives no files.
    """
    found: dict[Path, None] = {}
    for path in chosen:
        for file in _within(path) if path.is_dir() else (path,):
            found.setdefault(file)
    return tuple(found)


def _within(folder: Path) -> Iterator[Path]:
    known = {*ALWAYS, *BY_LIBREOFFICE}
    taken = 0
    for where, folders, names in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=str.casefold)
        for name in sorted(names, key=str.casefold):
            if name.startswith((".", "~$")) or Path(name).suffix.lower().lstrip(".") not in known:
                continue
            if taken == MOST:
                return
            taken += 1
            yield Path(where) / name


def _line(name: str, suffixes: Iterable[str]) -> str:
    return f"{name} ({' '.join(f'*.{suffix}' for suffix in suffixes)})"
