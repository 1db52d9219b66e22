"""The short way through a Word cell that holds nothing but words, as most cells of a report do.

Whatever is not known here to change nothing is left to the long way (:mod:`.text`), which reads the same.
"""

from __future__ import annotations

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.names import attribute, name_of
from courtcomms.importing.docx.runs import shown_words
from courtcomms.importing.docx.symbols import is_picture_font
from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.grid import GridCell
from courtcomms.importing.text_builder import cell_of

#: Marks without content that show nothing.
_NOTHING = frozenset({"w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:lastRenderedPageBreak"})
#: What of a paragraph's end is more than its look.
_END_MARKS = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:vanish"})


def plain_cell(element: Element, column: int, span: int, context: Context) -> GridCell | None:
    """A ``w:tc`` at its place; ``None`` where there is more in it than paragraphs of visible words."""
    lines: list[str] = []
    for item in element:
        name = name_of(item.tag)
        line = _line(item, context) if name == "w:p" else None
        if line is not None:
            lines.append(line)
        elif name != "w:tcPr":
            return None
    return cell_of("\n".join(lines), column, span)


def _line(paragraph: Element, context: Context) -> str | None:
    line = ""
    for item in paragraph:
        name = name_of(item.tag)
        words = _words(item, context) if name == "w:r" else None
        if words is not None:
            line += words
        elif not (_shows_nothing(item, name) or (name == "w:pPr" and _only_looks(item, context))):
            return None
    return line


def _words(run: Element, context: Context) -> str | None:
    words = ""
    for item in run:
        name = name_of(item.tag)
        if name == "w:t":
            words += shown_words(item)
        elif not (_shows_nothing(item, name) or (name == "w:rPr" and _shows_words(item, context))):
            return None
    return words


def _shows_nothing(element: Element, name: str) -> bool:
    return name in _NOTHING and len(element) == 0


def _only_looks(properties: Element, context: Context) -> bool:
    """Whether ``w:pPr`` neither numbers nor hides the paragraph, nor joins it to the next."""
    for item in properties:
        name = name_of(item.tag)
        if name == "w:pStyle":
            style = attribute(item, "val")
            if context.styles.hides(style) or (context.numbering.lists and context.styles.list_of(style)):
                return False
        elif name == "w:numPr":
            if context.numbering.lists:
                return False
        elif name == "w:rPr" and any(name_of(mark.tag) in _END_MARKS for mark in item):
            return False
    return True


def _shows_words(properties: Element, context: Context) -> bool:
    """Whether ``w:rPr`` neither hides the run nor shows its letters as pictures."""
    for item in properties:
        name = name_of(item.tag)
        if (
            name == "w:vanish"
            or (name == "w:rStyle" and context.styles.hides(attribute(item, "val")))
            or (name == "w:rFonts" and is_picture_font(attribute(item, "ascii") or ""))
        ):
            return False
    return True
