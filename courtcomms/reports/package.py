"""The zip package under both Office formats, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

CONTENT_TYPES = "[Content_Types].xml"
_ROOT_RELATIONS = "_rels/.rels"
#: The earliest time that a zip entry can hold.
_STAMP = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0


def pack(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip parts by their names: content types first, as readers expect, then the rest in order.

    Entries carry no clock time, no rights and no operating system.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name in sorted(parts, key=_place):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system, entry.compress_type = _MS_DOS, compression
            archive.writestr(entry, parts[name])
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package of our own making, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def packed_folder(folder: Path) -> bytes:
    """A folder of parts as a package, uncompressed because it is only an intermediate step."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    parts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return pack(parts, zipfile.ZIP_STORED)


def _place(name: str) -> tuple[int, str]:
    first = (CONTENT_TYPES, _ROOT_RELATIONS)
    return (first.index(name) if name in first else len(first), name)
