"""Parts of a Word document beside its body: footnotes, endnotes, comments, headers and footers."""

from __future__ import annotations

import re

from courtcomms.importing.docx.context import Context
from courtcomms.importing.docx.names import attribute, tags
from courtcomms.importing.docx.styles import Styles
from courtcomms.importing.docx.tables import read_table
from courtcomms.importing.docx.text import TextReader
from courtcomms.importing.files.package import Package
from courtcomms.importing.files.xml_safe import Element, XmlStream, parse_small
from courtcomms.importing.grid import GridLeft

#: Kinds of notes: the part's relationship, the element.
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
#: Characters of a note that are kept.
_MOST_WORDS = 2_000
_MOST_MARGINS = 30
_MARGINS = {"header": "верхній колонтитул", "footer": "нижній колонтитул"}
#: What a page says of itself.
_PAGE = re.compile(r"\b(?:сторінка|сторінок|стор|с|page|of|з|із)\b|[\W\d_]", re.IGNORECASE)


def read_notes(package: Package, main: str, styles: Styles) -> dict[tuple[str, str], str]:
    """The words of footnotes, endnotes and comments by kind and id."""
    found: dict[tuple[str, str], str] = {}
    for part, kind in _NOTES:
        name = package.related(main, part)
        stream = XmlStream(package.chunks(name), tags(kind)) if name is not None else None
        for item in stream or ():
            if attribute(item, "type") in (None, "normal"):
                found[kind, attribute(item, "id") or ""] = _reader(item, styles).builder.text()[:_MOST_WORDS]
    return {key: words.strip() for key, words in found.items()}


def read_margins(package: Package, main: str, styles: Styles) -> list[GridLeft]:
    """Headers and footers that say more than the number of the page, each wording once."""
    parts = [
        (relation.type, relation.target)
        for relation in package.relations(main).values()
        if relation.type in _MARGINS and not relation.external and package.has(relation.target)
    ]
    found: list[GridLeft] = []
    for kind, part in parts[:_MOST_MARGINS]:
        root = parse_small(package.chunks(part))
        left = _margin(root, styles, _MARGINS[kind]) if root is not None else None
        if left is not None and left not in found:
            found.append(left)
    return found


def _margin(root: Element, styles: Styles, place: str) -> GridLeft | None:
    builder = _reader(root, styles).builder
    words = builder.text().strip()[:_MOST_WORDS]
    if not _PAGE.sub("", words):
        return None
    return GridLeft("table" if builder.tables else "text", words, place)


def _reader(element: Element, styles: Styles) -> TextReader:
    reader = TextReader(Context(styles=styles), read_table)
    reader.read(element)
    return reader
