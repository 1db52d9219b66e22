"""What Qt leaves out of a PDF: language, subject, links exactly over their texts, and no clock in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from typing import IO, cast
from urllib.parse import quote, urlsplit

from pypdf import PdfReader, PdfWriter, __version__
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)
from pypdf.xmp import XmpInformation
from PySide6.QtCore import qVersion

from courtcomms.reports.properties import LANGUAGE, Properties
from ui.pages.measures import PER_POINT
from ui.pages.pdf_fonts import put_in_order
from ui.pages.sheet import LinkArea

_CREATOR = "courtcomms"
#: Everything that an address may hold as it is; letters of other alphabets are encoded.
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_ID_SIZE = 16
_KIND, _TO_ADDRESS, _ADDRESS = NameObject("/S"), NameObject("/URI"), NameObject("/URI")


class _Notes(PdfObject):
    """The links of a page as they stand in the file.

    Each as a dictionary of pypdf's, the 90 000 of 10 000 rows take ten seconds and 190 MB more.
    """

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines

    def write_to_stream(self, stream: IO[bytes], encryption_key: None = None) -> None:
        """As pypdf writes its own objects."""
        stream.write(b"\n".join(self._lines))


def complete(data: bytes, properties: Properties, links: Sequence[Sequence[LinkArea]], height: int) -> bytes:
    """Qt's PDF with everything told of itself and its links in place.

    Qt numbers the fonts by a table whose seed is another one in each process. Copied, everything is numbered
    in the order in which the pages refer to it.

    Args:
        links: of every page; their areas in units from its upper left corner.
        height: of a page in units.
    """
    writer = _copied(data)
    _tell(writer, properties)
    _link(writer, links, height)
    put_in_order(writer)
    return _written(writer)


def _copied(data: bytes) -> PdfWriter:
    reader = PdfReader(BytesIO(data))
    reader.trailer[NameObject("/ID")] = ArrayObject([ByteStringObject(bytes(_ID_SIZE))] * 2)
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    return writer


def _written(writer: PdfWriter) -> bytes:
    """The file; its id comes from what is in it."""
    stream = BytesIO()
    writer.write(stream)
    data = stream.getvalue()
    place = data.rindex(b"/ID ")
    name = sha256(data).hexdigest()[: 2 * _ID_SIZE].encode()
    return b"".join([memoryview(data)[:place], data[place:].replace(b"00" * _ID_SIZE, name)])


def _tell(writer: PdfWriter, properties: Properties) -> None:
    """Info, the catalog and the metadata say the same."""
    stamp = f"D:{properties.stamp:%Y%m%d%H%M%S}Z"
    writer.metadata = {
        "/Title": properties.title,
        "/Subject": properties.subject,
        "/Author": properties.creator,
        "/Creator": _CREATOR,
        "/Producer": _producer(),
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    writer.xmp_metadata = _metadata(properties)
    writer.root_object[NameObject("/Lang")] = TextStringObject(LANGUAGE)
    writer.create_viewer_preferences()[NameObject("/DisplayDocTitle")] = BooleanObject(True)


def _metadata(properties: Properties) -> XmpInformation:
    told = XmpInformation.create()
    told.dc_format = "application/pdf"
    told.dc_title = {"x-default": properties.title}
    told.dc_description = {"x-default": properties.subject}
    told.dc_creator = [properties.creator]
    told.dc_language = [LANGUAGE]
    told.xmp_creator_tool = _CREATOR
    told.xmp_create_date = told.xmp_modify_date = properties.stamp
    told.pdf_producer = _producer()
    return told


def _link(writer: PdfWriter, links: Sequence[Sequence[LinkArea]], height: int) -> None:
    """An area over each line of each link; where an address leads stands in the file once."""
    actions: dict[str, int] = {}
    for page, areas in zip(writer.pages, links, strict=True):
        lines = []
        for area in areas:
            if area.target not in actions:
                actions[area.target] = writer._add_object(_action(area.target)).idnum
            lines.append(_note(area, actions[area.target], height))
        cast(ArrayObject, page["/Annots"]).append(_Notes(lines))


def _action(target: str) -> DictionaryObject:
    return DictionaryObject({_KIND: _TO_ADDRESS, _ADDRESS: ByteStringObject(_ascii(target).encode())})


def _note(link: LinkArea, action: int, height: int) -> bytes:
    area = link.area
    sides = (area.left(), height - area.bottom(), area.right(), height - area.top())
    place = " ".join([f"{side / PER_POINT:.2f}" for side in sides])
    return f"<< /Type /Annot /Subtype /Link /Rect [{place}] /Border [0 0 0] /F 4 /A {action} 0 R >>".encode()


def _ascii(target: str) -> str:
    """An address may hold letters of any alphabet; one in a PDF may not."""
    if target.isascii():
        return target
    host = urlsplit(target).hostname or ""
    # A name that has no spelling in Latin letters is encoded with the rest.
    with suppress(UnicodeError):
        target = target.replace(host, host.encode("idna").decode(), 1)
    return quote(target, safe=_SAFE)


def _producer() -> str:
    return f"Qt {qVersion()}, pypdf {__version__}"
