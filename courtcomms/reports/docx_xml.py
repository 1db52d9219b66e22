"""Paragraphs and runs of WordprocessingML as text.

Rows are put together as text and parsed once: python-docx's own calls cost a search of the whole table
for every cell and of all relationships for every link, which grows with the square of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships

from courtcomms.reports.snapshot import Run

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LINK_LOOK = '<w:rPr><w:rStyle w:val="Hyperlink"/><w:noProof/></w:rPr>'


class LinkTable:
    """Addresses of a part and their relationship ids, each address once."""

    def __init__(self, relations: Relationships) -> None:
        self._relations = relations
        self._ids: dict[str, str] = {}
        self._next = len(relations) + 1

    def id_of(self, target: str) -> str:
        """The id of an address, made on its first use; ids follow the order of first use."""
        known = self._ids.get(target)
        if known is not None:
            return known
        made = f"rId{self._next}"
        self._next += 1
        self._relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, made, is_external=True)
        self._ids[target] = made
        return made


def text_run(text: str, look: str = "") -> str:
    """A run; tabs become ``w:tab``, blanks are preserved."""
    pieces = [
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")
    ]
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>"


def line_runs(line: Sequence[Run], links: LinkTable) -> str:
    """The runs of a line, its links as hyperlinks that spelling leaves alone."""
    parts: list[str] = []
    for run in line:
        if run.target is None:
            parts.append(text_run(run.text))
        else:
            linked = text_run(run.text, _LINK_LOOK)
            parts.append(
                f'<w:hyperlink r:id="{links.id_of(run.target)}" w:history="1">{linked}</w:hyperlink>'
            )
    return "".join(parts)


def paragraph(properties: str, runs: str) -> str:
    """A paragraph from its properties' children and its runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
