"""Moving the texts of a workbook into its table of shared strings, where Excel itself keeps them.

openpyxl writes every text into its cell. That is allowed, but validators warn of it, some readers do not
undo Excel's escapes there, and a text that stands in a hundred rows is stored a hundred times.
"""

from __future__ import annotations

import re

_SHEETS = "xl/worksheets/sheet"
_STRINGS_PART = "xl/sharedStrings.xml"
_TYPES_PART = "[Content_Types].xml"
_RELATIONS_PART = "xl/_rels/workbook.xml.rels"

_INLINE = re.compile(rb' t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.spreadsheetml.sharedStrings+xml"/>'
)
_RELATION = (
    b'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    b' Target="sharedStrings.xml" Id="rIdStrings"/>'
)


def share_strings(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The same workbook with each text stored once, in the order of first use."""
    table: dict[bytes, int] = {}
    uses = 0

    def shared(match: re.Match[bytes]) -> bytes:
        nonlocal uses
        uses += 1
        place = table.setdefault(match.group(1), len(table))
        return b' t="s"><v>%d</v></c>' % place

    changed = {name: _INLINE.sub(shared, parts[name]) for name in sorted(parts) if name.startswith(_SHEETS)}
    items = b"".join(b"<si>%b</si>" % text for text in table)
    head = b'<sst xmlns="%b" count="%d" uniqueCount="%d">' % (_MAIN, uses, len(table))
    changed[_STRINGS_PART] = head + items + b"</sst>"
    changed[_TYPES_PART] = _with_last(parts[_TYPES_PART], _TYPE)
    changed[_RELATIONS_PART] = _with_last(parts[_RELATIONS_PART], _RELATION)
    return {**parts, **changed}


def _with_last(part: bytes, element: bytes) -> bytes:
    """A part with one more element at the end of its root."""
    before, end, name = part.rpartition(b"</")
    return before + element + end + name
