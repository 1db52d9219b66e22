"""What of a sheet stands in no cell: comments, pictures, drawn words, headers of printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import number_of, relation_id
from courtcomms.importing.files.package import Package, Relation
from courtcomms.importing.files.xml_safe import Element, XmlStream, parse_small
from courtcomms.importing.grid import GridLeft
from courtcomms.importing.xlsx.names import column_name, local, tags
from courtcomms.importing.xlsx.workbook import rich_text

_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_MOST_LEFT = 1_000
_MOST_WORDS = 2_000
#: Codes of printed headers: fonts, sizes, colours, and what a page says of itself.
_CODE = re.compile(r'&"[^"]*"|&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&\d{1,3}|&[A-Za-z&]')
_MARGINS = {"Header": "верхній колонтитул", "Footer": "нижній колонтитул"}


@dataclass(slots=True)
class SheetLeft:
    """What one sheet leaves out: a list of it, pictures counted, addresses that pictures lead to."""

    sheet: str
    items: list[GridLeft] = field(default_factory=list)
    pictures: int = 0
    addresses: list[str] = field(default_factory=list)

    def leave(self, kind: str, text: str, where: str) -> None:
        """Remember something at a place of the sheet."""
        item = GridLeft(kind, text[:_MOST_WORDS], f"аркуш «{self.sheet}», {where}")
        if len(self.items) < _MOST_LEFT and item not in self.items:
            self.items.append(item)

    def take_margin(self, element: Element) -> None:
        """A header or footer of the printed page that says more than its number."""
        words = " ".join(_CODE.sub(" ", element.text or "").split())
        if any(sign.isalpha() for sign in words):
            self.leave("text", words, _MARGINS[local(element)[-6:]])

    def read(self, package: Package, relations: dict[str, Relation]) -> None:
        """Comments and drawings of the sheet."""
        parts = [item for item in relations.values() if not item.external and package.has(item.target)]
        threaded = [item.target for item in parts if item.type == "threadedComment"]
        answered = {place for part in threaded for place in self._threaded(package, part)}
        for item in parts:
            if item.type == "comments":
                self._comments(package, item.target, answered)
            elif item.type == "drawing":
                self._drawing(package, item.target)

    def _threaded(self, package: Package, part: str) -> Iterator[str]:
        """Cells with a conversation; Excel keeps a copy of it as an ordinary comment."""
        for item in XmlStream(package.chunks(part), [f"{{{_THREADED}}}threadedComment"]):
            words = "".join(child.text or "" for child in item if local(child) == "text")
            self.leave("comment", words.strip(), f"клітинка {item.get('ref', '')}")
            yield item.get("ref", "")

    def _comments(self, package: Package, part: str, answered: set[str]) -> None:
        for item in XmlStream(package.chunks(part), tags("comment")):
            place = item.get("ref", "")
            words = next((rich_text(child) for child in item if local(child) == "text"), "")
            if place not in answered:
                self.leave("comment", words.strip(), f"клітинка {place}")

    def _drawing(self, package: Package, part: str) -> None:
        root = parse_small(package.chunks(part))
        relations = package.relations(part)
        for anchor in root if root is not None else ():
            where = _anchor_place(anchor)
            for item in _shown(anchor):
                name = local(item)
                if name in ("pic", "graphicFrame"):
                    self.pictures += 1
                    self.leave("image", "", where)
                elif name == "txBody":
                    self._drawn_words(item, where)
                elif name == "hlinkClick":
                    relation = relations.get(relation_id(item) or "")
                    if relation is not None and relation.target not in self.addresses:
                        self.addresses.append(relation.target)

    def _drawn_words(self, body: Element, where: str) -> None:
        lines = (
            "".join(item.text or "" for item in paragraph.iter("{*}t"))
            for paragraph in body
            if local(paragraph) == "p"
        )
        words = "\n".join(lines).strip()
        if words:
            self.leave("text", words, where)


def _shown(anchor: Element) -> Iterator[Element]:
    """All that an anchor holds, of alternatives the first."""
    for item in anchor:
        if local(item) != "Fallback":
            yield item
            yield from _shown(item)


def _anchor_place(anchor: Element) -> str:
    start = next((item for item in anchor if local(item) == "from"), None)
    at = {local(item): number_of(item.text, 0) for item in start} if start is not None else {}
    if not {"row", "col"} <= set(at):
        return "поза клітинками"
    return f"клітинка {column_name(at['col'])}{at['row'] + 1}"
