"""The fonts of a PDF in an order of their own.

Qt writes them in the order of a table whose seed is another one in each process, and names them by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ui.pages.pdf_file import PdfFile

_WHOLE = b"/Subtype /Type0"
_DESCENDANT = re.compile(rb"/DescendantFonts\s*\[\s*(\d+)\s+0\s+R")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_NAME = re.compile(rb"/(FontName|BaseFont) /(?:[A-Z]{6}\+)?")
#: Qt tells readers that the glyph of a blank is a tab, which it is too: the first sign wins.
_TAB, _BLANK = b"<0009>", b"<0020>"
_LETTERS = 6


def put_in_order(file: PdfFile) -> None:
    """Number the parts of the fonts by the first use of each font, and name its subset by that."""
    found = sorted(number for number in file.numbers if _WHOLE in file.whole(number)[:200])
    parts = {font: _parts(file, font) for font in found}
    old = [part for font in found for part in parts[font]]
    numbers = dict(zip(old, sorted(old), strict=True))
    changed = {
        numbers.get(number, number): _rewritten(file.whole(number), numbers, _tag(place))
        for place, font in enumerate(found)
        for number in (font, *parts[font])
    }
    file.set_whole(changed)


def _parts(file: PdfFile, font: int) -> list[int]:
    """Everything that stands in the file for one font alone."""
    match = _DESCENDANT.search(file.facts(font))
    descendant = int(match[1]) if match else 0
    descriptor = file.reference(descendant, b"FontDescriptor")
    program = file.reference(descriptor, rb"FontFile\d?")
    parts = [
        descendant,
        descriptor,
        program,
        file.reference(program, b"Length"),
        file.reference(font, b"ToUnicode"),
        file.reference(descriptor, b"CIDSet"),
    ]
    return [part for part in parts if part]


def _rewritten(whole: bytes, numbers: Mapping[int, int], tag: bytes) -> bytes:
    """An object under its new number, with new numbers in its references, its stream as it was."""
    facts, stream, rest = whole.partition(b"stream\n")
    number, space, facts = facts.partition(b" ")
    facts = _REFERENCE.sub(lambda match: b"%d 0 R" % numbers.get(int(match[1]), int(match[1])), facts)
    facts = _NAME.sub(lambda match: b"/%s /%s+" % (match[1], tag), facts)
    if b"begincmap" in rest[:200]:
        rest = rest.replace(_TAB, _BLANK)
    return b"%d%s%s%s%s" % (numbers.get(int(number), int(number)), space, facts, stream, rest)


def _tag(place: int) -> bytes:
    """Six capital letters, as the name of a font begins of which not all letters are there."""
    letters = bytearray()
    for _ in range(_LETTERS):
        place, rest = divmod(place, 26)
        letters.insert(0, 65 + rest)
    return bytes(letters)
