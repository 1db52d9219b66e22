"""What a zip is that is neither a Word document nor an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable

from courtcomms.importing.files.package import Package
from courtcomms.importing.files.refusal import Refusal, other_format, protected, shown_name, suspicious
from courtcomms.importing.files.sniff import FileKind
from courtcomms.plural import plural

_TEXT = "application/vnd.oasis.opendocument.text"
_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
#: Files that may hold a report, as they lie in somebody's archive.
_DOCUMENTS = (
    ".docx",
    ".docm",
    ".xlsx",
    ".xlsm",
    ".doc",
    ".xls",
    ".odt",
    ".ods",
    ".rtf",
    ".csv",
    ".htm",
    ".html",
)
_MOST_NAMED = 3
_MANIFEST = "META-INF/manifest.xml"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_LONGEST = max(map(len, _DOCTYPES))


def kind_of_zip(package: Package) -> FileKind | None:
    """The kind of a zip that LibreOffice can make into a document; ``None`` if it may be one already.

    Raises:
        Refusal: protected with a password, a presentation, or OpenDocument of another kind.
    """
    names = package.names()
    if "mimetype" in names or "content.xml" in names:
        return _open_document(package)
    if any(name.endswith("workbook.bin") for name in names):
        return FileKind.BINARY_EXCEL
    if any(name.startswith("ppt/") for name in names):
        raise Refusal("— це презентація", "Виберіть файл звіту у форматі .docx або .xlsx.")
    return None


def look_through(chunks: Iterable[bytes]) -> None:
    """Read to the end what LibreOffice will be given.

    Raises:
        Refusal: a DOCTYPE in it, or more of it than the package allows.
    """
    tail = b""
    for chunk in chunks:
        window = tail + chunk
        if any(mark in window for mark in _DOCTYPES):
            raise suspicious("має вкладені визначення DOCTYPE")
        tail = window[-_LONGEST:]


def refusal_for_zip(package: Package) -> Refusal:
    """The refusal for a zip without a main part, naming the documents that somebody packed into it."""
    inside = [name for name in package.names() if name.endswith(_DOCUMENTS)]
    if not inside:
        return Refusal(
            "— це архів, у якому немає документа Word чи Excel",
            "Розпакуйте архів і виберіть у ньому файл .docx або .xlsx.",
        )
    named = ", ".join(f"«{shown_name(name.rpartition('/')[2])}»" for name in inside[:_MOST_NAMED])
    left = len(inside) - _MOST_NAMED
    more = f" та ще {left} {plural(left, 'файл', 'файли', 'файлів')}" if left > 0 else ""
    lies = "лежить" if len(inside) == 1 else "лежать"
    advice = "виберіть цей файл" if len(inside) == 1 else "виберіть потрібний файл"
    return Refusal(f"— це архів, у якому {lies} {named}{more}", f"Розпакуйте архів і {advice}.")


def _open_document(package: Package) -> FileKind:
    if package.has(_MANIFEST) and b"encryption-data" in b"".join(package.chunks(_MANIFEST)):
        raise protected()
    told = b"".join(package.chunks("mimetype"))[:200].decode("latin-1") if package.has("mimetype") else _TEXT
    if told.startswith("application/vnd.sun.xml."):
        raise other_format(
            "документ дуже старого OpenOffice", "Відкрийте його в LibreOffice і збережіть як .docx."
        )
    if not told.startswith((_TEXT, _SHEET)):
        raise Refusal(
            "— це документ OpenDocument, але не текст і не таблиця",
            "Виберіть файл звіту у форматі .docx, .xlsx, .odt або .ods.",
        )
    for name in package.names():
        look_through(package.chunks(name))
    return FileKind.OPEN_SHEET if told.startswith(_SHEET) else FileKind.OPEN_TEXT
