"""Which reader a file needs, told by its content; its extension only causes a warning."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from courtcomms.importing.docx.flat import packed
from courtcomms.importing.docx.reader import read_docx
from courtcomms.importing.files.ole import is_encrypted
from courtcomms.importing.files.package import Package
from courtcomms.importing.files.refusal import NeedsConversion, protected, shown_name
from courtcomms.importing.files.sniff import FileKind, refusal_for, sniff
from courtcomms.importing.files.zip_kinds import kind_of_zip, look_through, refusal_for_zip
from courtcomms.importing.grid import Grid
from courtcomms.importing.plain.text_file import read_text
from courtcomms.importing.warning_list import WarningList
from courtcomms.importing.xlsx.reader import read_xlsx
from courtcomms.progress import Progress

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_EXCEL = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_PAGE = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml"})
_TEXT = frozenset({".txt", ".csv", ".tsv", ".tab", ".text", ".prn", ".asc", ""})
_XML = frozenset({".xml"})
#: What LibreOffice makes into .docx (Word's side) and .xlsx, see libreoffice.
CONVERTED = (
    FileKind.OLD_WORD,
    FileKind.OLD_EXCEL,
    FileKind.RTF,
    FileKind.WORD_XML,
    FileKind.EXCEL_XML,
    FileKind.FLAT_TEXT,
    FileKind.FLAT_SHEET,
    FileKind.OPEN_TEXT,
    FileKind.OPEN_SHEET,
    FileKind.BINARY_EXCEL,
)
_ONE_XML = (FileKind.WORD_XML, FileKind.EXCEL_XML, FileKind.FLAT_TEXT, FileKind.FLAT_SHEET)
_BLOCK = 1 << 16


def grid_of(path: Path, file: BinaryIO, progress: Progress, warnings: WarningList) -> Grid:
    """The grid of an open file, whatever it is.

    Raises:
        NeedsConversion: LibreOffice must make a document of it first.
        Refusal: damaged, hostile, protected, or nothing that can hold a report.
    """
    kind = sniff(file)
    if kind is FileKind.ZIP:
        return _of_package(path, file, progress, warnings)
    if kind is FileKind.FLAT_WORD:
        _tell_if_named_otherwise(path, _XML, "це документ Word", "документ Word", warnings)
        return _read_package(Package(packed(file), progress))
    if kind is FileKind.TEXT:
        _tell_if_named_otherwise(path, _TEXT, "це простий текст", "текст", warnings)
        return read_text(file, warnings)
    if kind in (FileKind.HTML, FileKind.MHTML):
        _tell_if_named_otherwise(path, _PAGE, "це вебсторінка", "вебсторінку", warnings)
        return _of_page(path, file, kind)
    raise _not_read_here(kind, file)


def _of_page(path: Path, file: BinaryIO, kind: FileKind) -> Grid:
    # Reading pages and mails takes a fifth of the reading process's start, which most files need not pay.
    from courtcomms.importing.html.file import read_archive, read_page

    return read_page(file, path) if kind is FileKind.HTML else read_archive(file)


def _not_read_here(kind: FileKind, file: BinaryIO) -> Exception:
    refusal = refusal_for(kind)
    if kind not in CONVERTED:
        return refusal
    if kind in _ONE_XML:
        look_through(iter(lambda: file.read(_BLOCK), b""))
    locked = kind in (FileKind.OLD_WORD, FileKind.OLD_EXCEL) and is_encrypted(file)
    # Excel's own password opens a book that is merely write-protected; LibreOffice knows it.
    return protected() if locked and kind is FileKind.OLD_WORD else NeedsConversion(kind, refusal, locked)


def _of_package(path: Path, file: BinaryIO, progress: Progress, warnings: WarningList) -> Grid:
    package = Package(file, progress)
    foreign = kind_of_zip(package)
    if foreign is not None:
        raise _not_read_here(foreign, file)
    if _is_book(_main(package)):
        _tell_if_named_otherwise(path, _EXCEL, "це книга Excel", "книгу Excel", warnings)
    else:
        _tell_if_named_otherwise(path, _WORD, "це документ Word", "документ Word", warnings)
    return _read_package(package)


def _read_package(package: Package) -> Grid:
    main = _main(package)
    return read_xlsx(package, main) if _is_book(main) else read_docx(package, main)


def _is_book(main: str) -> bool:
    return main.lower().startswith("xl/") or main.lower().endswith("workbook.xml")


def _main(package: Package) -> str:
    """The package's main part, or where it stands in files that lost the pointer to it."""
    named = package.related("", "officeDocument")
    usual = (name for name in ("word/document.xml", "xl/workbook.xml") if package.has(name))
    main = named or next(usual, None)
    if main is None:
        raise refusal_for_zip(package)
    return main


def _tell_if_named_otherwise(
    path: Path, suffixes: Collection[str], what: str, read_as: str, warnings: WarningList
) -> None:
    suffix = path.suffix.lower()
    if suffix not in suffixes:
        ending = f"закінчується на «{shown_name(suffix)}»" if suffix else "не має розширення"
        warnings.add(f"Назва файла {ending}, але {what}: прочитано як {read_as}.")
