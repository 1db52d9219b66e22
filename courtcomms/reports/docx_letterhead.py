"""The report begun with a letterhead: its looks stay its own, ours win within the report.

Our styles are put beside those of the letterhead. Where a name or an id meets one of theirs, theirs gets
another; so that nothing of theirs is inherited, ours stand on a style that says everything.
"""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from courtcomms.paths import resources_dir
from courtcomms.reports.docx_xml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentObject
    from docx.section import _BaseHeaderFooter

#: An element as python-docx has it: with its own XPath.
Xml = Any

_BASE = "ReportBase"
#: References to styles, by the elements that make them.
_REFERENCES = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)
_VAL = qn("w:val")
_DRAWING = qn("wp:docPr")
_EMBED, _RELATION = qn("r:embed"), qn("r:id")


def begin_with(letterhead: bytes, ours: DocumentObject) -> DocumentObject:
    """A document that begins with a clean letterhead and has our styles, as ``ours`` has them."""
    document = Document(io.BytesIO(letterhead))
    theirs: Xml = document.styles.element
    added = _added(ours.styles.element)
    renamed = _make_way(theirs, added)
    for root in _roots(document):
        for element in root.iter(*_REFERENCES):
            element.set(_VAL, renamed.get(element.get(_VAL), element.get(_VAL)))
    for style in added:
        theirs.append(style)
    return document


def number_pages(document: DocumentObject) -> None:
    """Number the pages from the second on, over the header of the letterhead if it has one there.

    A letterhead that numbers its pages itself is left as it is.
    """
    section = document.sections[0]
    if any(_numbers(edge) for edge in (section.header, section.footer)):
        return
    if not section.different_first_page_header_footer:
        _copy(section.header, section.first_page_header)
        _copy(section.footer, section.first_page_footer)
        section.different_first_page_header_footer = True
    if section.header.is_linked_to_previous:
        section.header.is_linked_to_previous = False
        section.header._element[:] = []
    section.header._element.insert(0, _page_number())


def number_drawings(document: DocumentObject) -> None:
    """Every drawing a number of its own, as Word wants it in all parts together."""
    number = 0
    for root in _roots(document):
        for drawing in root.iter(_DRAWING):
            number += 1
            drawing.set("id", str(number))


def _page_number() -> Xml:
    return parse_xml((resources_dir() / "docx/word/header1.xml").read_bytes())[0]


def _numbers(edge: _BaseHeaderFooter) -> bool:
    if edge.is_linked_to_previous:
        return False
    codes = [text.text or "" for text in edge._element.iter(qn("w:instrText"))]
    codes += [field.get(qn("w:instr"), "") for field in edge._element.iter(qn("w:fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def _copy(source: _BaseHeaderFooter, target: _BaseHeaderFooter) -> None:
    """A header again, with its pictures."""
    if source.is_linked_to_previous:
        return
    target.is_linked_to_previous = False
    element = target._element
    element[:] = [copy.deepcopy(child) for child in source._element]
    for node in element.iter():
        for name in (_EMBED, _RELATION):
            if (old := node.get(name)) is not None:
                image = source.part.related_parts[old]
                node.set(name, target.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE))


def _roots(document: DocumentObject) -> Iterator[Xml]:
    """Every part in which styles are named."""
    yield document.element
    yield document.styles.element
    for relation in document.part.rels.values():
        if relation.reltype.rpartition("/")[2] in ("header", "footer", "numbering"):
            yield relation.target_part.element


def _make_way(theirs: Xml, added: list[Xml]) -> dict[str, str]:
    """Rename the letterhead's styles that are in the way of ours; the new ids by the old ones."""
    ids = {style.get(qn("w:styleId")) for style in added}
    names = {_name(style).get(_VAL, "").casefold() for style in added}
    renamed: dict[str, str] = {}
    for style in theirs.xpath("w:style"):
        name, style_id = _name(style), style.get(qn("w:styleId"))
        if style_id in ids:
            renamed[style_id] = f"Head{style_id}"
            style.set(qn("w:styleId"), renamed[style_id])
        if name is not None and (name.get(_VAL, "").casefold() in names or style_id in ids):
            name.set(_VAL, f"Бланк {name.get(_VAL)}")
            style.set(qn("w:customStyle"), "1")
    return renamed


def _name(style: Xml) -> Xml:
    return style.find(qn("w:name"))


def _added(ours: Xml) -> list[Xml]:
    """Our styles that are not defaults of a document, made to stand by themselves."""
    styles = [copy.deepcopy(style) for style in ours.xpath("w:style[not(@w:default)]")]
    for style in styles:
        base = style.find(qn("w:basedOn"))
        if base is not None and base.get(_VAL) == "Normal":
            base.set(_VAL, _BASE)
        elif base is not None and base.get(_VAL) == "TableNormal":
            style.remove(base)
            (margins,) = ours.xpath("w:style[@w:styleId='TableNormal']/w:tblPr/*[self::w:tblCellMar]")
            style.find(qn("w:tblPr")).append(copy.deepcopy(margins))
    (defaults,) = ours.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    return [_base_style(defaults), *styles]


def _base_style(defaults: Xml) -> Xml:
    """A paragraph of which no default of the letterhead's is left; ``defaults`` are our font and language."""
    style: Xml = parse_xml(
        f'<w:style {NAMESPACES} w:type="paragraph" w:customStyle="1" w:styleId="{_BASE}">'
        '<w:name w:val="Report Base"/><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/>'
        '<w:suppressAutoHyphens w:val="0"/>'
        '<w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" w:line="240"'
        ' w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/>'
        '<w:contextualSpacing w:val="0"/><w:jc w:val="left"/></w:pPr>'
        '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/>'
        '<w:smallCaps w:val="0"/><w:color w:val="auto"/><w:spacing w:val="0"/><w:w w:val="100"/>'
        '<w:kern w:val="0"/></w:rPr></w:style>'
    )
    look = style.find(qn("w:rPr"))
    fonts, *rest = [copy.deepcopy(child) for child in defaults]
    look.insert(0, fonts)
    look.extend(rest)
    return style
