"""The zip container of .docx and .xlsx, read within limits (ECMA-376 part 2).

Sizes declared in the file are not believed: what is counted is what comes out.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO
from urllib.parse import unquote

from courtcomms.importing.files.refusal import damaged, protected, suspicious, too_large
from courtcomms.importing.files.xml_safe import parse_small
from courtcomms.progress import SILENT, Progress

_MOST_ENTRIES = 2_000
_DIRECTORY_BYTES = 1 << 20
_PART_BYTES = 100 << 20
_ALL_BYTES = 200 << 20
_RATIO = 200
#: Below this size a high ratio harms nobody.
_RATIO_FREE = 1 << 20
_CHUNK = 1 << 16
_END_RECORD = struct.Struct("<4s4H2LH")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part. ``type`` is the last word of its type («hyperlink», «styles»)."""

    type: str
    target: str
    external: bool


class Package:
    """An open zip container; part names are without the leading slash and compared without case.

    ``progress`` is told the bytes of XML that were read and, as the container says, how many there are.

    Raises:
        Refusal: damaged, encrypted, a bomb, or built as no office program builds it.
    """

    def __init__(self, file: BinaryIO, progress: Progress = SILENT) -> None:
        self._file_size = _check_directory(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise damaged() from error
        self._entries = _entries(self._zip)
        self._progress = progress
        self._whole = sum(info.file_size for name, info in self._entries.items() if name.endswith(".xml"))
        self._spent = 0
        self._relations: dict[str, dict[str, Relation]] = {}

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        return name.lower() in self._entries

    def names(self) -> tuple[str, ...]:
        """Names of all parts, in lower case."""
        return tuple(self._entries)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part in pieces of 64 KB; counted against the limits.

        Raises:
            Refusal: absent, damaged, encrypted or too large.
        """
        info = self._entries.get(name.lower())
        if info is None:
            raise damaged()
        if info.flag_bits & 1:
            raise protected()
        try:
            with self._zip.open(info) as part:
                yield from self._counted(part, min(info.compress_size, self._file_size))
        except _BROKEN as error:
            raise damaged() from error

    def _counted(self, part: IO[bytes], packed: int) -> Iterator[bytes]:
        total = 0
        while chunk := part.read(_CHUNK):
            total += len(chunk)
            self._spent += len(chunk)
            if total > max(_RATIO_FREE, packed * _RATIO):
                raise suspicious("стиснуто понад міру")
            if total > _PART_BYTES or self._spent > _ALL_BYTES:
                raise too_large("понад 100 МБ тексту")
            self._progress.tell(min(self._spent, self._whole), self._whole)
            yield chunk

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Relationships of a part by id (of the whole package without a part); absent ones are none.

        Targets of internal relationships are full part names. They are read once: a report of 10,000 rows has
        20,000 of them.
        """
        known = self._relations.get(part)
        if known is None:
            known = self._relations[part] = self._read_relations(part)
        return known

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        root = parse_small(self.chunks(path)) if self.has(path) else None
        found: dict[str, Relation] = {}
        for item in root if root is not None else ():
            kind = item.get("Type", "").rpartition("/")[2]
            external = item.get("TargetMode") == "External" or kind == "hyperlink"
            target = item.get("Target", "")
            found[item.get("Id", "")] = Relation(
                kind, target if external else _part_name(folder, target), external
            )
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Name of the first existing internal part of a kind that ``part`` points to."""
        candidates = (
            item.target for item in self.relations(part).values() if item.type == kind and not item.external
        )
        return next((name for name in candidates if self.has(name)), None)


def _part_name(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")


def _check_directory(file: BinaryIO) -> int:
    """The file's size, after looking at the end record: a huge directory must not even be parsed."""
    size = file.seek(0, 2)
    tail_at = max(0, size - 65_557)
    file.seek(tail_at)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_RECORD.size:
        raise damaged()
    _, _, _, _, entries, directory, _, _ = _END_RECORD.unpack_from(tail, at)
    if directory == 0xFFFFFFFF or entries == 0xFFFF:
        directory = _large_directory(tail, at)
    if directory > _DIRECTORY_BYTES:
        raise suspicious("забагато частин")
    file.seek(0)
    return size


def _large_directory(tail: bytes, end_at: int) -> int:
    """Size of the directory from the zip64 end record that stands right before its locator."""
    at = tail.rfind(b"PK\x06\x06", 0, end_at)
    if at < 0 or len(tail) - at < 56:
        raise damaged()
    size: int = struct.unpack_from("<Q", tail, at + 40)[0]
    return size


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > _MOST_ENTRIES:
        raise suspicious("забагато частин")
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/")
        if name.endswith("/"):
            continue
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise suspicious("частини з чужими шляхами")
        if name.lower() in found:
            raise suspicious("частини з однаковими назвами")
        found[name.lower()] = info
    return found
