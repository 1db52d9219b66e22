"""What the sheets of a workbook share: strings, number formats, the calendar, the sheets' names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import number_of, relation_id
from courtcomms.importing.files.package import Package
from courtcomms.importing.files.refusal import damaged, too_large
from courtcomms.importing.files.xml_safe import Element, XmlStream, parse_small
from courtcomms.importing.xlsx.formats import BUILT_IN
from courtcomms.importing.xlsx.names import local, switched, tags

_MOST_SHEETS = 60
_MOST_STRINGS = 400_000
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its name, its part, whether Excel hides it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """A workbook without its cells.

    ``formats`` are number formats by a cell's style index; ``drawn`` are names of sheets without cells,
    such as charts.
    """

    sheets: list[Sheet] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    from_1904: bool = False
    drawn: list[str] = field(default_factory=list)

    def format_of(self, style: str | None) -> str:
        """The number format of a cell's ``s`` attribute."""
        index = number_of(style, 0)
        return self.formats[index] if 0 <= index < len(self.formats) else "General"


def read_workbook(package: Package, main: str) -> Workbook:
    """The workbook whose main part is ``main``.

    Raises:
        Refusal: the part is damaged, hostile, or no workbook.
    """
    root = parse_small(package.chunks(main))
    if root is None or local(root) != "workbook":
        raise damaged()
    sheets, drawn = _sheets(package, main, root)
    workbook = Workbook(sheets=sheets, drawn=drawn)
    properties = root.find("{*}workbookPr")
    workbook.from_1904 = properties is not None and switched(properties, "date1904")
    styles = package.related(main, "styles")
    if styles is not None:
        workbook.formats = _formats(parse_small(package.chunks(styles)))
    strings = package.related(main, "sharedStrings")
    if strings is not None:
        workbook.strings = _strings(package, strings)
    return workbook


def _sheets(package: Package, main: str, root: Element) -> tuple[list[Sheet], list[str]]:
    """The worksheets, and the names of sheets of other kinds."""
    relations = package.relations(main)
    found: list[Sheet] = []
    drawn: list[str] = []
    for item in root.iterfind("{*}sheets/{*}sheet"):
        relation = relations.get(relation_id(item) or "")
        if relation is None or relation.type != "worksheet" or not package.has(relation.target):
            drawn += [item.get("name", "")] if relation is not None and package.has(relation.target) else []
            continue
        hidden = item.get("state", "visible") != "visible"
        found.append(Sheet(item.get("name", ""), relation.target, hidden))
    if not found:
        raise damaged()
    if len(found) > _MOST_SHEETS:
        raise too_large(f"понад {_MOST_SHEETS} аркушів")
    return found, drawn


def _formats(root: Element | None) -> list[str]:
    if root is None:
        return []
    own = {
        number_of(item.get("numFmtId"), -1): item.get("formatCode", "General")
        for item in root.iterfind("{*}numFmts/{*}numFmt")
    }
    known = BUILT_IN | own
    ids = (number_of(item.get("numFmtId"), 0) for item in root.iterfind("{*}cellXfs/{*}xf"))
    return [known.get(number, "General") for number in ids]


def _strings(package: Package, part: str) -> list[str]:
    strings: list[str] = []
    stream = XmlStream(package.chunks(part), tags("si"))
    for item in stream:
        if len(strings) >= _MOST_STRINGS:
            raise too_large("забагато текстів у клітинках")
        strings.append(rich_text(item))
        stream.release(item)
    return strings


def rich_text(element: Element) -> str:
    """The words of ``si`` or ``is``: plain or in runs; readings of characters (``rPh``) are no words."""
    pieces: list[str] = []
    for item in element:
        name = local(item)
        if name == "t":
            pieces.append(item.text or "")
        elif name == "r":
            pieces += [part.text or "" for part in item if local(part) == "t"]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Excel's ``_x000D_`` escapes as the characters they stand for (ECMA-376 part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
