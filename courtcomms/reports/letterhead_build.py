"""A clean Word document out of a letterhead: our own parts, with its body, headers, looks and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from courtcomms.paths import resources_dir
from courtcomms.reports.letterhead_clean import MC, R, W, clean, drop, has_words
from courtcomms.reports.letterhead_package import Element, LetterheadPackage, UnfitLetterhead, parsed
from courtcomms.reports.package import CONTENT_TYPES, pack

#: A measure as Office writes one; ``isdigit`` would take «²» too.
_WHOLE = re.compile("[0-9]{1,5}")
_DOCUMENT, _THEME = "word/document.xml", "word/theme/theme1.xml"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PICTURE_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}
#: More blocks than these are a document, not its head.
_MOST_BLOCKS = 60
#: What else a document may carry, by the last word of its relationships' types.
_LEFT_OUT = {
    "vbaProject": "макроси",
    "oleObject": "вбудовані об'єкти",
    "package": "вбудовані об'єкти",
    "control": "елементи керування",
    "attachedTemplate": "приєднаний шаблон",
    "footnotes": "виноски",
    "comments": "примітки",
    "chart": "діаграми",
    "aFChunk": "вставлені документи",
}


@dataclass(slots=True)
class _Parts:
    """The parts of the clean document as they are put together."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, root: Element, kind: str, relations: Mapping[str, tuple[str, str]]) -> None:
        """A part of XML with its relationships: id → type and target beside it."""
        self.parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        self.types[name] = kind
        if relations:
            path = PurePosixPath(name)
            self.parts[f"{path.parent}/_rels/{path.name}.rels"] = _relations_xml(relations)

    def picture(self, package: LetterheadPackage, source: str) -> str:
        """Where a picture lies in the clean document, beside its parts."""
        if source not in self.pictures:
            suffix = PurePosixPath(source).suffix.lower()
            self.pictures[source] = f"media/image{len(self.pictures) + 1}{suffix}"
            name = f"word/{self.pictures[source]}"
            self.parts[name] = package.read(source)
            self.types[name] = _PICTURE_TYPES[suffix]
        return self.pictures[source]


def built(package: LetterheadPackage) -> bytes:
    """The clean document of a letterhead; the same letterhead gives the same bytes.

    Raises:
        UnfitLetterhead: it is no Word document, a Strict one, or too long for a letterhead.
    """
    main = package.related("", "officeDocument")
    if main is None:
        raise UnfitLetterhead("це не документ Word (.docx)")
    root = package.tree(main)
    if root.tag.startswith(_STRICT):
        raise UnfitLetterhead(
            "його записано як «Strict Open XML», збережіть його як звичайний «Документ Word»"
        )
    body = root.find(f"{W}body")
    if root.tag != f"{W}document" or body is None:
        raise UnfitLetterhead("це не документ Word (.docx)")
    made = _Parts()
    _add_frame(made, package, main)
    _add_document(made, package, main, root, body)
    made.parts[CONTENT_TYPES] = _types_xml(made.types)
    return pack(made.parts)


def left_out_of(package: LetterheadPackage) -> tuple[str, ...]:
    """What a letterhead has that the clean document has not, in Ukrainian, each once."""
    main = package.related("", "officeDocument") or ""
    settings = package.related(main, "settings") or ""
    kinds = [one.type for part in (main, settings) for one in package.relations(part).values()]
    found = [_LEFT_OUT[kind] for kind in kinds if kind in _LEFT_OUT]
    if package.has_external(settings):
        found.append(_LEFT_OUT["attachedTemplate"])
    if package.has_external(main):
        found.append("посилання назовні")
    return tuple(dict.fromkeys(found))


def _add_frame(made: _Parts, package: LetterheadPackage, main: str) -> None:
    """The parts that are ours whatever the letterhead is."""
    folder = resources_dir() / "docx"
    for name, kind in (
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("word/fontTable.xml", f"{_WORD_TYPE}.fontTable+xml"),
    ):
        made.parts[name], made.types[name] = (folder / name).read_bytes(), kind
    made.parts["_rels/.rels"] = (folder / "_rels" / ".rels").read_bytes()
    settings = etree.fromstring((folder / "word/settings.xml").read_bytes())
    theirs = package.related(main, "settings")
    stop = package.tree(theirs).find(f"{W}defaultTabStop") if theirs else None
    own = settings.find(f"{W}defaultTabStop")
    if stop is not None and own is not None and _WHOLE.fullmatch(stop.get(f"{W}val", "")):
        own.set(f"{W}val", stop.get(f"{W}val", ""))
    made.add("word/settings.xml", settings, f"{_WORD_TYPE}.settings+xml", {})
    theirs = package.related(main, "theme")
    alone = theirs is not None and not package.relations(theirs) and not package.has_external(theirs)
    theme = package.tree(theirs) if theirs and alone else parsed((folder / _THEME).read_bytes())
    made.add(_THEME, theme, "application/vnd.openxmlformats-officedocument.theme+xml", {})


def _add_document(made: _Parts, package: LetterheadPackage, main: str, root: Element, body: Element) -> None:
    relations = {
        f"rId{number}": (f"{_OFFICE}/{kind}", target)
        for number, (kind, target) in enumerate(
            (
                ("styles", "styles.xml"),
                ("settings", "settings.xml"),
                ("fontTable", "fontTable.xml"),
                ("theme", "theme/theme1.xml"),
            ),
            1,
        )
    }
    _add_styles(made, package, main)
    if numbering := package.related(main, "numbering"):
        tree = package.tree(numbering)
        clean(tree, ())
        made.add("word/numbering.xml", tree, f"{_WORD_TYPE}.numbering+xml", {})
        relations[f"rId{len(relations) + 1}"] = (f"{_OFFICE}/numbering", "numbering.xml")
    section = _section(made, package, main, root, relations)
    _clean_part(made, package, main, root, relations)
    _trim(body)
    body.append(section)
    made.add(_DOCUMENT, root, f"{_WORD_TYPE}.document.main+xml", relations)


def _add_styles(made: _Parts, package: LetterheadPackage, main: str) -> None:
    """Its own looks; a letterhead without any has only the program's defaults."""
    name = package.related(main, "styles")
    if name:
        styles = package.tree(name)
    else:
        styles = etree.fromstring((resources_dir() / "docx/word/styles.xml").read_bytes())
        for style in styles.findall(f"{W}style"):
            if not style.get(f"{W}default"):
                drop(style)
    clean(styles, ())
    made.add("word/styles.xml", styles, f"{_WORD_TYPE}.styles+xml", {})


def _section(
    made: _Parts, package: LetterheadPackage, main: str, root: Element, relations: dict[str, tuple[str, str]]
) -> Element:
    """The section of the first page: its headers and footers, and how far they stand from the edge."""
    theirs = next(root.iter(f"{W}sectPr"), None)
    section = etree.Element(f"{W}sectPr")
    if theirs is None:
        theirs = etree.Element(f"{W}sectPr")
    known = package.relations(main)
    for kind in ("header", "footer"):
        for place in ("default", "first"):
            reference = _reference(theirs, kind, place)
            source = known.get(reference.get(f"{R}id", "")) if reference is not None else None
            if source is not None and package.has(source.target):
                name = f"{kind}_{place}.xml"
                _add_edge(made, package, source.target, name, kind)
                made_id = f"rId{len(relations) + 1}"
                relations[made_id] = (f"{_OFFICE}/{kind}", name)
                etree.SubElement(section, f"{W}{kind}Reference", {f"{W}type": place, f"{R}id": made_id})
    etree.SubElement(section, f"{W}pgSz", {f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"})
    margins = theirs.find(f"{W}pgMar")
    values = dict.fromkeys(("top", "right", "bottom", "left"), "1134") | {"gutter": "0"}
    for side in ("header", "footer"):
        told = margins.get(f"{W}{side}", "") if margins is not None else ""
        values[side] = told if _WHOLE.fullmatch(told) else "454"
    etree.SubElement(section, f"{W}pgMar", {f"{W}{side}": value for side, value in values.items()})
    if theirs.find(f"{W}titlePg") is not None:
        etree.SubElement(section, f"{W}titlePg")
    return section


def _reference(section: Element, kind: str, place: str) -> Element | None:
    found = (one for one in section.iter(f"{W}{kind}Reference") if one.get(f"{W}type") == place)
    return next(found, None)


def _add_edge(made: _Parts, package: LetterheadPackage, source: str, name: str, kind: str) -> None:
    root = package.tree(source)
    if root.tag not in (f"{W}hdr", f"{W}ftr"):
        raise UnfitLetterhead("його колонтитули пошкоджено")
    relations: dict[str, tuple[str, str]] = {}
    _clean_part(made, package, source, root, relations)
    if root.find(f"{W}p") is None:
        etree.SubElement(root, f"{W}p")
    made.add(f"word/{name}", root, f"{_WORD_TYPE}.{kind}+xml", relations)


def _clean_part(
    made: _Parts,
    package: LetterheadPackage,
    source: str,
    root: Element,
    relations: dict[str, tuple[str, str]],
) -> None:
    """Clean a part and lead its pictures to where they lie now."""
    ids: dict[str, str] = {}
    for old, relation in package.relations(source).items():
        known = PurePosixPath(relation.target).suffix.lower() in _PICTURE_TYPES
        if relation.type == "image" and known and package.has(relation.target):
            ids[old] = relation.target
    clean(root, ids)
    given: dict[str, str] = {}
    for element in root.iter():
        for name in (f"{R}embed", f"{R}id", f"{R}pict"):
            shown = element.get(name, "")
            if shown in ids:
                if shown not in given:
                    given[shown] = f"rId{len(relations) + 1}"
                    relations[given[shown]] = (f"{_OFFICE}/image", made.picture(package, ids[shown]))
                element.set(name, given[shown])


def _trim(body: Element) -> None:
    """Empty paragraphs at the end are not part of the head."""
    blocks = [block for block in body if block.tag in (f"{W}p", f"{W}tbl", f"{MC}AlternateContent")]
    while blocks and not has_words(blocks[-1]):
        blocks.pop()
    if len(blocks) > _MOST_BLOCKS:
        raise UnfitLetterhead("це цілий документ, а на бланку має бути лише його верхня частина")
    body[:] = blocks


def _plain(namespace: str) -> dict[Any, str]:
    """One namespace without a prefix; the stubs of lxml know only those with one."""
    return {None: namespace}


def _relations_xml(relations: Mapping[str, tuple[str, str]]) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = etree.Element(f"{{{namespace}}}Relationships", nsmap=_plain(namespace))
    for identity, (kind, target) in relations.items():
        values = {"Id": identity, "Type": kind, "Target": target}
        etree.SubElement(root, f"{{{namespace}}}Relationship", values)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _types_xml(types: Mapping[str, str]) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap=_plain(namespace))
    default = {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}
    etree.SubElement(root, f"{{{namespace}}}Default", default)
    for name in sorted(types):
        values = {"PartName": f"/{name}", "ContentType": types[name]}
        etree.SubElement(root, f"{{{namespace}}}Override", values)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
