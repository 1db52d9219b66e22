"""What a file is by its first bytes; its extension is never believed.

Signatures: [MS-CFB] 2.2 (OLE), APPNOTE 4.3.7 (zip), ISO 32000 7.5.2 (PDF), RTF 1.9.1, image formats,
RFC 2557 (pages saved with their parts).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import BinaryIO

from courtcomms.importing.files.encodings import by_mark
from courtcomms.importing.files.refusal import Refusal, damaged, other_format, protected

_HEAD = 4096
_BLOCK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_DOCX = "Відкрийте його у Word чи LibreOffice і збережіть як .docx."
_SAVE_XLSX = "Відкрийте його в Excel чи LibreOffice і збережіть як .xlsx."
_TAKE_OTHER = "Виберіть файл звіту у форматі .docx або .xlsx."


class FileKind(StrEnum):
    """What the bytes say; the value is that kind's name in a sentence."""

    ZIP = "архів"
    EMPTY = "порожній файл"
    ENCRYPTED = "зашифрований документ"
    OLD_WORD = "документ старого формату .doc"
    OLD_EXCEL = "книга старого формату .xls"
    OLD_OTHER = "файл старого формату Office"
    RTF = "документ RTF"
    PDF = "документ PDF"
    HTML = "вебсторінка"
    MHTML = "вебсторінка в одному файлі"
    FLAT_WORD = "документ Word одним файлом XML"
    WORD_XML = "документ Word у вигляді XML"
    EXCEL_XML = "книга Excel у вигляді XML"
    FLAT_TEXT = "текст OpenDocument одним файлом"
    FLAT_SHEET = "таблиця OpenDocument одним файлом"
    OPEN_TEXT = "документ OpenDocument (.odt)"
    OPEN_SHEET = "таблиця OpenDocument (.ods)"
    BINARY_EXCEL = "двійкова книга .xlsb"
    IMAGE = "зображення"
    PROGRAM = "програма"
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
    (b"MZ", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
)
#: These two letters alone also begin a text.
_NEED_CONTROL_BYTES = (b"BM", b"MZ")
_OLE_STREAMS = (
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
)
_SAVED_IN_WORD = (
    FileKind.OLD_WORD,
    FileKind.OLD_OTHER,
    FileKind.RTF,
    FileKind.WORD_XML,
    FileKind.FLAT_TEXT,
    FileKind.OPEN_TEXT,
)
_SAVED_IN_EXCEL = (FileKind.OLD_EXCEL, FileKind.EXCEL_XML, FileKind.FLAT_SHEET, FileKind.OPEN_SHEET)
_XML_SIGNS = (
    ("2006/xmlPackage", FileKind.FLAT_WORD),
    ("Word.Document", FileKind.WORD_XML),
    ("/office/word/2003/", FileKind.WORD_XML),
    ("Excel.Sheet", FileKind.EXCEL_XML),
    ("urn:schemas-microsoft-com:office:spreadsheet", FileKind.EXCEL_XML),
    ("application/vnd.oasis.opendocument.text", FileKind.FLAT_TEXT),
    ("application/vnd.oasis.opendocument.spreadsheet", FileKind.FLAT_SHEET),
)
#: Word and Excel name themselves in their pages too, so what is no page is told first.
_XML = re.compile(
    r"<\?xml(?![^\0]*?<html\b)|<pkg:package\b|<w:wordDocument\b|<office:document\b|<Workbook\b", re.IGNORECASE
)
#: A page may begin with comments, processing instructions or Windows' header of the clipboard.
_HTML = re.compile(
    r"\A(?:Version:\d|(?=<)[^\0]*?<(?:!doctype\s+html|html|head|body|table|meta|title|div|frameset)\b)",
    re.IGNORECASE,
)
_MHTML = re.compile(r"\A[A-Za-z-]+:[^\0]*?^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)


def sniff(file: BinaryIO) -> FileKind:
    """The kind of an open file; leaves the file at its beginning."""
    file.seek(0)
    head = file.read(_HEAD)
    kind = _by_signature(head) or (_ole_kind(file) if head.startswith(_OLE) else _by_text(head))
    file.seek(0)
    return kind


def refusal_for(kind: FileKind) -> Refusal:
    """The refusal for a file of a kind that is not read here."""
    if kind is FileKind.EMPTY:
        return Refusal("порожній", _TAKE_OTHER)
    if kind is FileKind.ENCRYPTED:
        return protected()
    if kind is FileKind.UNKNOWN:
        return damaged()
    if kind in _SAVED_IN_WORD:
        return other_format(kind.value, _SAVE_DOCX)
    if kind in _SAVED_IN_EXCEL:
        return other_format(kind.value, _SAVE_XLSX)
    if kind is FileKind.BINARY_EXCEL:
        return Refusal(f"— це {kind.value}", "Відкрийте його в Excel і збережіть як .xlsx.")
    return other_format(kind.value, _TAKE_OTHER)


def _by_signature(head: bytes) -> FileKind | None:
    if not head:
        return FileKind.EMPTY
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return None if signature in _NEED_CONTROL_BYTES and not _is_binary(head) else kind
    return None


def _is_binary(head: bytes) -> bool:
    return any(byte < 9 or 13 < byte < 32 for byte in head)


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
    marked = by_mark(head)
    if marked is None and _is_binary(head):
        return FileKind.UNKNOWN
    # Tags and names of formats are ASCII, which is the same in every encoding of one byte and in UTF-8.
    text = (marked if marked is not None else head.decode("latin-1")).lstrip()
    if not text:
        return FileKind.EMPTY
    if _XML.match(text):
        for sign, kind in _XML_SIGNS:
            if sign in text:
                return kind
    if _HTML.search(text):
        return FileKind.HTML
    return FileKind.MHTML if _MHTML.search(text) else FileKind.TEXT
