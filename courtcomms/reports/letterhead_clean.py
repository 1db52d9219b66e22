"""What of a letterhead's XML is taken into the report: words, looks, pictures.

Nothing stays that could run, fetch, ask for a password or fill itself in: content controls, tracked changes
and links become what they show, fields their last result, embedded objects their picture.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from courtcomms.reports.letterhead_package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_O = "{urn:schemas-microsoft-com:office:office}"

#: These give way to what stands in them.
_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "sdtContent")
_DROPPED = (
    *(
        "del",
        "moveFrom",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "background",
        "altChunk",
        "subDoc",
    ),
    *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "control", "movie", "sectPr"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference"),
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "annotationRef"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange"),
    *("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "lastRenderedPageBreak"),
    *("numPicBullet", "lvlPicBulletId", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic"),
    *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
)
#: Fields that Word fills in by itself for every page.
_PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_WORD_20XX = "{http://schemas.microsoft.com/office/word/20"
_SHAPES = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")
_PICTURES = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))


def clean(root: Element, kept: Collection[str]) -> None:
    """Clean a tree in place; ``kept`` are the relationship ids of pictures that stay."""
    for element in _all(root, *(f"{W}{name}" for name in _DROPPED), f"{_O}OLEObject", f"{_A}hlinkClick"):
        drop(element)
    for element in _all(root, f"{_A}hlinkHover", f"{_A}extLst"):
        drop(element)
    for element in _all(root, f"{W}sdt", *(f"{W}{name}" for name in _UNWRAPPED)):
        _unwrap(element)
    _drop_extensions(root)
    for element in _all(root, f"{W}fldSimple"):
        if not _PAGE_FIELD.match(element.get(f"{W}instr", "")):
            _unwrap(element)
    for paragraph in root.iter(f"{W}p"):
        _settle_fields(paragraph)
    _drop_dangling(root, kept)


def drop(element: Element) -> None:
    """Take an element out of its tree; in XML of Office nothing but blanks stands behind one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _all(root: Element, *tags: str) -> list[Element]:
    return [element for element in root.iter(*tags) if element is not root]


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def _drop_extensions(root: Element) -> None:
    """What only newer Words know, and may be ignored; shapes stay, within their alternative."""
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith((_WORD_20XX, MC))]:
            if name != f"{MC}Ignorable" or element is root:
                del element.attrib[name]
    for element in [one for one in root.iter() if str(one.tag).startswith(_WORD_20XX)]:
        if not any(shape in str(element.tag) for shape in _SHAPES):
            drop(element)


def _settle_fields(paragraph: Element) -> None:
    """Let fields be their last result, except those of page numbers."""
    depth: list[list[Element]] = []
    code: list[str] = []
    for run in list(paragraph.iter(f"{W}fldChar", f"{W}instrText")):
        if run.tag == f"{W}instrText":
            if depth:
                depth[-1].append(run)
                code[-1] += run.text or ""
            else:
                drop(run)
            continue
        kind = run.get(f"{W}fldCharType")
        if kind == "begin":
            depth.append([run])
            code.append("")
        elif depth:
            depth[-1].append(run)
        else:
            drop(run)
        if kind == "end" and depth:
            _settle(depth.pop(), code.pop())
    while depth:  # a field over several paragraphs
        _settle(depth.pop(), "")


def _settle(marks: list[Element], code: str) -> None:
    if not _PAGE_FIELD.match(code):
        for mark in marks:
            drop(mark)


def _drop_dangling(root: Element, kept: Collection[str]) -> None:
    """Pictures whose bytes are not taken, and every other reference out of the part."""
    for element in list(root.iter()):
        for name in [name for name in element.attrib if _leads_out(str(name))]:
            value = str(element.attrib[name])
            if name in (f"{R}embed", f"{R}id", f"{R}pict") and value in kept:
                continue
            del element.attrib[name]
            if name in (f"{R}embed", f"{R}id"):
                drop(_picture_of(element))


def _leads_out(name: str) -> bool:
    return name.startswith(R) or name in ("href", f"{_O}href", f"{_O}relid")


def _picture_of(element: Element) -> Element:
    """The whole picture that an element is a part of."""
    found = element
    for node in _upwards(element):
        if node.tag in _PICTURES or node.tag == f"{MC}AlternateContent":
            found = node
    return found


def _upwards(element: Element) -> Iterator[Element]:
    node: Element | None = element
    while node is not None:
        yield node
        node = node.getparent()


def has_words(element: Element) -> bool:
    """Whether anything of a block is seen: letters, a picture, a table, a line."""
    seen = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}tbl", f"{W}pBdr", f"{W}br")
    if next(element.iter(*seen), None) is not None or element.tag == f"{W}tbl":
        return True
    return any((text.text or "").strip() for text in element.iter(f"{W}t"))
