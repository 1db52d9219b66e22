"""The base document of the report in Word: parts of our own, made to follow the form.

The parts lie as readable XML in ``resources/docx``; python-docx's own template is American, says it was
made on a Macintosh and carries a stranger's thumbnail.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from courtcomms.paths import resources_dir
from courtcomms.reports.docx_xml import NAMESPACES
from courtcomms.reports.form_model import Font, Letterhead, Page
from courtcomms.reports.measures import POINTS_PER_MM, half_points
from courtcomms.reports.package import packed_folder
from courtcomms.reports.properties import LANGUAGE, Properties
from courtcomms.reports.text_metrics import LINE_HEIGHT

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_PAGE_NUMBER_PT = 12.0
#: The executor's note is no larger than this.
NOTE_PT = 10.0


def base_document(
    page: Page, font: Font, properties: Properties, letterhead: Letterhead | None = None
) -> DocumentObject:
    """An A4 landscape document with the form's margins, fonts, page numbers and letterhead, else empty."""
    own = packed_folder(resources_dir() / "docx")
    document = Document(io.BytesIO(own))
    set_fonts(document.styles.element, font)
    if letterhead is None:
        _set_page(document, page)
    else:
        from courtcomms.reports.docx_letterhead import begin_with, number_drawings, number_pages

        document = begin_with(letterhead.document, document)
        _set_margins(document, page)
        if page.page_numbers:
            number_pages(document)
        number_drawings(document)
    _set_properties(document, properties)
    return document


def set_fonts(styles: Any, font: Font) -> None:
    """Give our own styles the form's font and sizes."""
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = defaults.find(qn("w:rFonts"))
    for script in _SCRIPTS:
        fonts.set(qn(f"w:{script}"), font.name)
    _set_size(defaults, font.title_pt)
    _set_size(_look_of(styles, "TableText"), font.table_pt)
    if font.tail_pt != font.title_pt:
        _set_size(_look_of(styles, "Signature"), font.tail_pt)
    _set_size(_look_of(styles, "Executor"), min(font.tail_pt, NOTE_PT))


def _look_of(styles: Any, style_id: str) -> Any:
    (style,) = styles.xpath(f"w:style[@w:styleId='{style_id}']")
    return style.get_or_add_rPr()


def _set_size(run_properties: Any, points: float) -> None:
    for tag in ("w:sz", "w:szCs"):
        element = run_properties.find(qn(tag))
        if element is None:
            element = parse_xml(f"<{tag} {NAMESPACES}/>")
            run_properties.append(element)
        element.set(qn("w:val"), str(half_points(points)))


def _set_margins(document: DocumentObject, page: Page) -> None:
    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)


def _set_page(document: DocumentObject, page: Page) -> None:
    _set_margins(document, page)
    section = document.sections[0]
    # The number's line lies in the middle of the top margin.
    middle = page.top_mm * POINTS_PER_MM / 2 - _PAGE_NUMBER_PT * LINE_HEIGHT / 2
    section.header_distance = Pt(max(middle, 0))
    if not page.page_numbers:
        section.header.is_linked_to_previous = True  # drops the header and its part
        section.different_first_page_header_footer = False


def _set_properties(document: DocumentObject, properties: Properties) -> None:
    core = document.core_properties
    core.title, core.subject = properties.title, properties.subject
    core.author = core.last_modified_by = properties.creator
    core.language = LANGUAGE
    core.created = core.modified = properties.stamp
    core.revision = 1
