"""Whether an old Word document or Excel workbook is encrypted.

Sources: [MS-CFB] 2.6.1 (directory), [MS-DOC] 2.5.1 (FibBase), [MS-XLS] 2.4.117 (FilePass).
"""

from __future__ import annotations

import struct
from typing import BinaryIO

_BLOCK = 1 << 20
_ENTRY = 128
#: Where an entry tells the first sector of its stream.
_START = 116
_WORD_FLAGS, _ENCRYPTED = 10, 0x0100
_BEGIN_OF_FILE, _FILE_PASS = 0x0809, 0x002F


def is_encrypted(file: BinaryIO) -> bool:
    """Whether the main stream of an old document or book says so. A damaged file says nothing."""
    word = _stream(file, "WordDocument")
    if word is not None:
        return len(word) >= 12 and bool(struct.unpack_from("<H", word, _WORD_FLAGS)[0] & _ENCRYPTED)
    book = _stream(file, "Workbook")
    if book is None or len(book) < 8:
        return False
    kind, length = struct.unpack_from("<2H", book)
    after = 4 + length
    if kind != _BEGIN_OF_FILE or after + 2 > len(book):
        return False
    return bool(struct.unpack_from("<H", book, after)[0] == _FILE_PASS)


def _stream(file: BinaryIO, name: str) -> bytes | None:
    """The first 64 bytes of a stream."""
    start = _first_sector(file, (name + "\0").encode("utf-16-le"))
    if start is None:
        return None
    file.seek(30)
    shift = struct.unpack("<H", file.read(2).ljust(2, b"\0"))[0]
    if shift not in (9, 12):
        return None
    file.seek((start + 1) << shift)
    return file.read(64)


def _first_sector(file: BinaryIO, wanted: bytes) -> int | None:
    """From the directory entry with that name; entries lie at multiples of their size."""
    file.seek(0)
    while block := file.read(_BLOCK):
        at = block.find(wanted)
        while at >= 0:
            if at % _ENTRY == 0 and at + _ENTRY <= len(block):
                found: int = struct.unpack_from("<L", block, at + _START)[0]
                return found
            at = block.find(wanted, at + 1)
    return None
