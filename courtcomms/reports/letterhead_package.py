"""The zip container of somebody's letterhead, read within limits.

Sizes that the file declares are not believed: what is counted is what comes out.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

#: A letterhead is a page: these are far above any real one, in bytes and parts.
FILE_BYTES = 20 << 20
_PART_BYTES = 20 << 20
_ALL_BYTES = 40 << 20
_MOST_ENTRIES = 2_000
_DIRECTORY_BYTES = 1 << 20
_END_RECORD = 22
_CHUNK = 1 << 16
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Element = etree._Element


class UnfitLetterhead(Exception):
    """Why a file does not serve as a letterhead, as part of a Ukrainian sentence."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An internal relationship; ``type`` is the last word of its type, ``target`` a full part name."""

    type: str
    target: str


class LetterheadPackage:
    """The parts of a package by their names without the leading slash, case aside.

    Raises:
        UnfitLetterhead: no zip, damaged, encrypted, or larger than any letterhead.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise UnfitLetterhead("це старий .doc або документ із паролем; збережіть його як .docx")
        if not data.startswith(_ZIP):
            raise UnfitLetterhead("це не документ Word (.docx)")
        _check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _damaged() from error
        self._entries = _entries(self._zip)
        self._spent = 0

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of a part, counted against the limits."""
        info = self._entries.get(name.lower())
        if info is None:
            raise _damaged()
        if info.flag_bits & 1:
            raise UnfitLetterhead("файл захищено паролем, збережіть його без пароля")
        pieces: list[bytes] = []
        total = 0
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_CHUNK):
                    total += len(piece)
                    if total > _PART_BYTES or self._spent + total > _ALL_BYTES:
                        raise UnfitLetterhead("він завеликий як на бланк")
                    pieces.append(piece)
        except _BROKEN as error:
            raise _damaged() from error
        self._spent += total
        return b"".join(pieces)

    def tree(self, name: str) -> Element:
        """The root of a part of XML."""
        return parsed(self.read(name))

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Internal relationships of a part (of the package without one) by id; external ones are not told."""
        folder, file = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(path):
            return {}
        return {
            item.get("Id", ""): Relation(
                item.get("Type", "").rpartition("/")[2], _target(folder, item.get("Target", ""))
            )
            for item in self.tree(path).iter(_RELATIONS)
            if item.get("TargetMode") != "External"
        }

    def has_external(self, part: str) -> bool:
        """Whether a part leads out of the package."""
        folder, file = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        items = self.tree(path).iter(_RELATIONS) if self.has(path) else ()
        return any(item.get("TargetMode") == "External" for item in items)

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that ``part`` leads to."""
        targets = (one.target for one in self.relations(part).values() if one.type == kind)
        return next((target for target in targets if self.has(target)), None)


def parsed(data: bytes) -> Element:
    """A tree of XML that fetches nothing and has no DOCTYPE.

    Raises:
        UnfitLetterhead: it is no such XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnfitLetterhead("він має вкладені визначення DOCTYPE, яких Word не пише")
    return root


def _check_directory(data: bytes) -> None:
    """A huge directory must not even be parsed."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) - at < _END_RECORD:
        raise _damaged()
    entries, size = struct.unpack_from("<HL", data, at + 10)
    if entries > _MOST_ENTRIES or size > _DIRECTORY_BYTES:
        raise UnfitLetterhead("він має забагато частин")


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = info.filename.replace("\\", "/").lower()
        if name in found or name.startswith("/") or ".." in name.split("/"):
            raise _damaged()
        found[name] = info
    return found


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")


def _damaged() -> UnfitLetterhead:
    return UnfitLetterhead("файл пошкоджено або це не документ Word (.docx)")
