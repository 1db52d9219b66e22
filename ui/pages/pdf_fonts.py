"""The fonts of a PDF under names of their own.

Qt names the letters that it takes of a font by a table whose seed is another one in each process.
"""

from __future__ import annotations

from typing import cast

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

#: Qt tells readers that the glyph of a blank is a tab, which it is too: the first sign wins.
_TAB, _BLANK = b"<0009>", b"<0020>"
_LETTERS = 6


def put_in_order(writer: PdfWriter) -> None:
    """Name each font by the place of its first use, and let a blank be read as one."""
    for place, font in enumerate(_fonts(writer)):
        meanings = cast(StreamObject, font["/ToUnicode"])
        meanings.set_data(meanings.get_data().replace(_TAB, _BLANK))
        descendant = cast(DictionaryObject, cast(ArrayObject, font["/DescendantFonts"])[0].get_object())
        descriptor = cast(DictionaryObject, descendant["/FontDescriptor"])
        for part, key in ((font, "/BaseFont"), (descendant, "/BaseFont"), (descriptor, "/FontName")):
            family = str(part[key]).removeprefix("/").rpartition("+")[2]
            part[NameObject(key)] = NameObject(f"/{_tag(place)}+{family}")


def _fonts(writer: PdfWriter) -> list[DictionaryObject]:
    """The fonts in the order of their first use."""
    used = {
        font: None
        for page in writer.pages
        for font in cast(DictionaryObject, cast(DictionaryObject, page["/Resources"])["/Font"]).values()
    }
    return [cast(DictionaryObject, font.get_object()) for font in used]


def _tag(place: int) -> str:
    """Six capital letters, as the name of a font begins of which not all letters are there."""
    letters = ""
    for _ in range(_LETTERS):
        place, rest = divmod(place, 26)
        letters = chr(65 + rest) + letters
    return letters
