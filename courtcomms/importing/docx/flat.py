"""A Word document saved as one file of XML (ECMA-376 part 2, «Flat OPC») as the package that it holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from courtcomms.importing.files.refusal import damaged
from courtcomms.importing.files.xml_safe import Element, XmlStream

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_CHUNK = 1 << 16
_MOST_PARTS = 2_000


def packed(file: BinaryIO) -> BinaryIO:
    """The same document as a zip in memory. Parts that are no XML are left out.

    Raises:
        Refusal: damaged, hostile, or one of its parts is larger than 8 MB.
    """
    out = io.BytesIO()
    names: set[str] = set()
    stream = XmlStream(iter(lambda: file.read(_CHUNK), b""), (f"{_PKG}part",), _MOST_PARTS)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in stream:
            name = part.get(f"{_PKG}name", "").lstrip("/")
            if name and name.lower() not in names:
                names.add(name.lower())
                for content in _contents(part):
                    archive.writestr(name, etree.tostring(content, with_tail=False))
            stream.release(part)
    if not names:
        raise damaged()
    out.seek(0)
    return out


def _contents(part: Element) -> Iterator[Element]:
    data = part.find(f"{_PKG}xmlData")
    if data is not None and len(data):
        yield data[0]
