"""Reading a document from a file: what it is, what it holds, what is to be told of it."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import BinaryIO

from courtcomms.errors import BadInput, reason_of
from courtcomms.importing.document import ImportedDocument, SourceFile
from courtcomms.importing.docx_reader import read_docx
from courtcomms.importing.grid import Grid
from courtcomms.importing.mapper import map_rows, source_columns
from courtcomms.importing.package import Package, refusal_for_foreign
from courtcomms.importing.refusal import Refusal, shown_name, too_large
from courtcomms.importing.sniff import refuse_unless_zip, sniff
from courtcomms.importing.table_finder import FoundReport, find_report
from courtcomms.importing.text_builder import shortened
from courtcomms.importing.title import Title, is_title_line, period_of_name, read_title
from courtcomms.importing.warning_list import WarningList
from courtcomms.importing.xlsx_reader import read_xlsx
from courtcomms.period import Period
from courtcomms.plural import plural
from courtcomms.progress import SILENT, Progress

_LARGEST_FILE = 100 << 20
_BLOCK = 1 << 20
_WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_EXCEL_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
#: Lines outside the table that are quoted in the warning, and those that are read at all.
_MOST_OUTSIDE = 8
_MOST_LOOKED_AT = 100


def read_document(path: Path, progress: Progress = SILENT) -> ImportedDocument:
    """Read a report or a plan from a .docx or .xlsx file, known by its content and not by its name.

    Nothing is written and no network touched.

    Raises:
        BadInput: the file cannot be read or holds no such table; the sentence says what to do.
        Cancelled: the document is no longer wanted.
    """
    try:
        with _opened(path) as file:
            return _read(path, file, progress)
    except Refusal as refusal:
        raise refusal.for_user(path.name or str(path)) from refusal
    except (RecursionError, MemoryError) as error:
        raise too_large("надто складна будова").for_user(path.name) from error


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


def _read(path: Path, file: BinaryIO, progress: Progress) -> ImportedDocument:
    source = _source(path, file)
    refuse_unless_zip(sniff(file))
    warnings = WarningList()
    grid = _grid(Package(file, progress), path, warnings)
    found = find_report(grid)
    rows = map_rows(found, warnings)
    if not rows:
        warnings.add("У таблиці звіту немає жодного заповненого рядка: звіт порожній.")
    title = _title(found, path, warnings)
    for sentence in (*found.told, *grid.notes):
        warnings.add(sentence)
    _tell_outside(found, warnings)
    return ImportedDocument(
        kind=found.head.kind,
        court=title.court,
        period=title.period,
        columns=source_columns(found),
        rows=tuple(rows),
        warnings=warnings.sentences(),
        source=source,
    )


def _source(path: Path, file: BinaryIO) -> SourceFile:
    digest, size = hashlib.sha256(), 0
    while block := file.read(_BLOCK):
        digest.update(block)
        size += len(block)
        if size > _LARGEST_FILE:
            raise too_large("понад 100 МБ")
    return SourceFile(shown_name(path.name), digest.hexdigest(), size)


def _grid(package: Package, path: Path, warnings: WarningList) -> Grid:
    """Read by what the package's main part is; the extension only causes a warning."""
    foreign = refusal_for_foreign(package)
    if foreign is not None:
        raise foreign
    main = package.related("", "officeDocument") or _usual_main(package)
    suffix = path.suffix.lower()
    if main.lower().startswith("xl/") or main.lower().endswith("workbook.xml"):
        if suffix not in _EXCEL_SUFFIXES:
            warnings.add(
                f"Назва файла закінчується на «{suffix}», але це книга Excel: прочитано як книгу Excel."
            )
        return read_xlsx(package, main)
    if suffix not in _WORD_SUFFIXES:
        warnings.add(
            f"Назва файла закінчується на «{suffix}», але це документ Word: прочитано як документ Word."
        )
    return read_docx(package, main)


def _usual_main(package: Package) -> str:
    """Where the main part stands in files that lost the pointer to it."""
    for name in ("word/document.xml", "xl/workbook.xml"):
        if package.has(name):
            return name
    raise Refusal(
        "— це архів, у якому немає документа Word чи Excel",
        "Розпакуйте архів і виберіть у ньому файл .docx або .xlsx.",
    )


def _title(found: FoundReport, path: Path, warnings: WarningList) -> Title:
    title = read_title(found.title_lines)
    if title.court is None:
        warnings.add("Назви суду в заголовку документа не знайдено.")
    if title.period is not None and title.guessed:
        warnings.add(f"Період у заголовку прочитано з сумнівом: {title.period.name}. Перевірте його.")
    period = title.period or _period_of_names(found, path, warnings)
    return Title(title.court, period)


def _period_of_names(found: FoundReport, path: Path, warnings: WarningList) -> Period | None:
    places = (("назви аркуша", found.parts[0].table.name), ("назви файла", path.stem))
    for place, name in places:
        period = period_of_name(name)
        if period is not None:
            warnings.add(f"Період у заголовку не знайдено, узято з {place}: {period.name}. Перевірте його.")
            return period
    warnings.add("Період звіту не знайдено: вкажіть його самі.")
    return None


def _tell_outside(found: FoundReport, warnings: WarningList) -> None:
    """Words around the table that are neither title nor rows, such as the signature."""
    lines = [line for line in (*found.title_lines, *found.outside) if line.strip()]
    outside = [line for line in lines[:_MOST_LOOKED_AT] if not is_title_line(line)]
    if not outside:
        return
    shown = "; ".join(f"«{shortened(line)}»" for line in outside[:_MOST_OUTSIDE])
    left = len(outside) + max(0, len(lines) - _MOST_LOOKED_AT) - _MOST_OUTSIDE
    more = f" та ще {left} {plural(left, 'рядок', 'рядки', 'рядків')}" if left > 0 else ""
    warnings.add(f"Текст поза таблицею не взято: {shown}{more}.")
