"""Putting right what openpyxl writes otherwise than Office expects."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from courtcomms.paths import resources_dir
from courtcomms.reports.xlsx_strings import share_strings

_APP_PART = "docProps/app.xml"
_STYLES_PART = "xl/styles.xml"
_SHEETS = "xl/worksheets/sheet"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

#: openpyxl marks every height as set by hand, and then Excel never fits the row to an edited text again.
_BY_HAND = re.compile(rb'(<row [^>]*?) customHeight="1"')
#: openpyxl keeps merged cells in a set, whose order changes from run to run.
_MERGED = re.compile(rb'(?:<mergeCell ref="[A-Z0-9:]+"/>)+')
_MERGED_CELL = re.compile(rb'<mergeCell ref="[A-Z]+([0-9]+):[A-Z0-9]+"/>')
#: The font in whose digits column widths are counted; xlsx_heights counts with it. openpyxl has Calibri,
#: which LibreOffice replaces by a wider one where it is absent, and then all columns are too wide.
STANDARD_FONT: Final = {"sz": "12", "name": "Times New Roman", "family": "1"}
#: The order that the schema asks of a font's properties; openpyxl begins with the name.
_FONT_ORDER: Final = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def office_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a workbook saved by openpyxl as they go into our file."""
    shared = share_strings(parts)
    return {name: _own_part(name, part) for name, part in shared.items()}


def _own_part(name: str, part: bytes) -> bytes:
    if name == _APP_PART:  # openpyxl says that Microsoft Excel wrote it
        return (resources_dir() / "docx" / _APP_PART).read_bytes()
    if name == _STYLES_PART:
        return _own_styles(part)
    if name.startswith(_SHEETS):
        return _MERGED.sub(_ordered_merges, _BY_HAND.sub(rb"\1", part))
    return part


def _ordered_merges(match: re.Match[bytes]) -> bytes:
    cells = list(_MERGED_CELL.finditer(match.group()))
    return b"".join(cell.group() for cell in sorted(cells, key=lambda cell: int(cell.group(1))))


def _own_styles(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    fonts = list(root.iter(f"{_MAIN}font"))
    fonts[0][:] = [etree.Element(_MAIN + tag, val=value) for tag, value in STANDARD_FONT.items()]
    for font in fonts:
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
