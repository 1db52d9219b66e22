"""What a file is by its first bytes; its extension is never believed.

Signatures: [MS-CFB] 2.2 (OLE), APPNOTE 4.3.7 (zip), ISO 32000 7.5.2 (PDF), RTF 1.9.1, image formats.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from typing import BinaryIO

from courtcomms.importing.refusal import Refusal, damaged, other_format, protected

_HEAD = 4096
_BLOCK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_DOCX = "Відкрийте його у Word чи LibreOffice і збережіть як .docx."
_SAVE_XLSX = "Відкрийте його в Excel чи LibreOffice і збережіть як .xlsx."
_TAKE_OTHER = "Виберіть файл звіту у форматі .docx або .xlsx."


class FileKind(StrEnum):
    """What the bytes say; the value is that kind's name in a refusal."""

    ZIP = "архів"
    EMPTY = "порожній файл"
    ENCRYPTED = "зашифрований документ"
    OLD_WORD = "документ старого формату .doc"
    OLD_EXCEL = "книга старого формату .xls"
    OLD_OTHER = "файл старого формату Office"
    RTF = "документ RTF"
    PDF = "документ PDF"
    HTML = "вебсторінка"
    WORD_XML = "документ Word у вигляді XML"
    EXCEL_XML = "книга Excel у вигляді XML"
    IMAGE = "зображення"
    TEXT = "простий текст"
    UNKNOWN = "файл невідомого формату"


_SIGNATURES = (
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (b"{\\rt", FileKind.RTF),
    (b"%PDF", FileKind.PDF),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"\x89PNG", FileKind.IMAGE),
    (b"GIF8", FileKind.IMAGE),
    (b"BM", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
)
_OLE_STREAMS = (
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|meta)\b|\AMIME-Version:|\AVersion:\d", re.IGNORECASE
)


def sniff(file: BinaryIO) -> FileKind:
    """The kind of an open file; leaves the file at its beginning."""
    file.seek(0)
    head = file.read(_HEAD)
    kind = _by_signature(head) or (_ole_kind(file) if head.startswith(_OLE) else _by_text(head))
    file.seek(0)
    return kind


def refuse_unless_zip(kind: FileKind) -> None:
    """Raise the :class:`Refusal` that fits a file which cannot be .docx or .xlsx at all."""
    if kind is not FileKind.ZIP:
        raise _refusal(kind)


def _refusal(kind: FileKind) -> Refusal:
    if kind is FileKind.EMPTY:
        return Refusal("порожній", _TAKE_OTHER)
    if kind is FileKind.ENCRYPTED:
        return protected()
    if kind is FileKind.UNKNOWN:
        return damaged()
    if kind in (FileKind.OLD_WORD, FileKind.RTF, FileKind.HTML, FileKind.WORD_XML, FileKind.OLD_OTHER):
        return other_format(kind.value, _SAVE_DOCX)
    if kind in (FileKind.OLD_EXCEL, FileKind.EXCEL_XML):
        return other_format(kind.value, _SAVE_XLSX)
    return other_format(kind.value, _TAKE_OTHER)


def _by_signature(head: bytes) -> FileKind | None:
    if not head:
        return FileKind.EMPTY
    return next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)


def _ole_kind(file: BinaryIO) -> FileKind:
    """By the names of the streams: a directory entry is 128 bytes and begins with its name in UTF-16."""
    found: set[FileKind] = set()
    file.seek(0)
    while block := file.read(_BLOCK):
        found.update(kind for name, kind in _OLE_STREAMS if _has_entry(block, name))
    return next((kind for _, kind in _OLE_STREAMS if kind in found), FileKind.OLD_OTHER)


def _has_entry(block: bytes, name: str) -> bool:
    wanted = (name + "\0").encode("utf-16-le")
    at = block.find(wanted)
    while at >= 0:
        if at % 128 == 0:
            return True
        at = block.find(wanted, at + 1)
    return False


def _by_text(head: bytes) -> FileKind:
    text = _decoded(head)
    if text is None:
        return FileKind.UNKNOWN
    if not text.strip():
        return FileKind.EMPTY
    if "Word.Document" in text or "/office/word/2003/" in text or "2006/xmlPackage" in text:
        return FileKind.WORD_XML
    if "Excel.Sheet" in text or "office:spreadsheet" in text:
        return FileKind.EXCEL_XML
    return FileKind.HTML if _HTML.search(text.lstrip()) else FileKind.TEXT


def _decoded(head: bytes) -> str | None:
    """The head as text in UTF-8, UTF-16 with its mark, or windows-1251; ``None`` for binary data."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if any(byte < 9 or 13 < byte < 32 for byte in head):
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(head)
    except UnicodeDecodeError:
        return head.decode("cp1251", "replace")
