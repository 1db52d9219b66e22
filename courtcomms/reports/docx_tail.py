"""What stands under the table in Word: signature, date, and the executor at the foot of the last sheet."""

from __future__ import annotations

from courtcomms.reports.docx_xml import paragraph, text_run
from courtcomms.reports.form_model import ReportForm, Signatory, SignatureDate
from courtcomms.reports.measures import dxa
from courtcomms.reports.tail import executor_lines, signature_lines, signed_day

#: Room over the signature and over the date, twentieths of a point.
_BEFORE_SIGNATURE = 480
_BEFORE_DATE = 240
#: A line of the executor's note (10 pt) and of a paragraph meant not to be seen.
_NOTE_LINE = 230
_HIDDEN_LINE = 20
_NOTE_WIDTH_MM = 100

#: One frame for all the executor's lines, at the foot of the page on which the document ends.
_FOOT_FRAME = (
    f'<w:framePr w:w="{dxa(_NOTE_WIDTH_MM)}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="left" w:yAlign="bottom"/>'
)


def tail_paragraphs(form: ReportForm, *, own_styles: bool = True) -> list[str]:
    """The paragraphs under the table; the last one, unseen, ends the body, which a table must not do.

    ``own_styles``: the document's usual style is ours, not a letterhead's.
    """
    note = executor_lines(form.executor)
    framed = [paragraph(f'<w:pStyle w:val="Executor"/>{_FOOT_FRAME}', text_run(line)) for line in note]
    # The last paragraph holds the frame and keeps free, under the table, the room that it takes.
    style = "" if own_styles else '<w:pStyle w:val="TableText"/>'
    height = _NOTE_LINE * (len(note) + 1) if note else _HIDDEN_LINE
    return [
        *_signature(form.signatory, dxa(form.page.width_mm)),
        *_date(form.signed),
        *framed,
        paragraph(
            f'{style}<w:spacing w:line="{height}" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>', ""
        ),
    ]


def _signature(signatory: Signatory, width: int) -> list[str]:
    lines = signature_lines(signatory)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return [
        paragraph(f'<w:pStyle w:val="Signature"/>{tab}{_before(_BEFORE_SIGNATURE, place)}', text_run(line))
        for place, line in enumerate(lines)
    ]


def _before(room: int, place: int) -> str:
    return "" if place else f'<w:spacing w:before="{room}"/>'


def _date(signed: SignatureDate) -> list[str]:
    day = signed_day(signed)
    look = f'<w:pStyle w:val="Signature"/>{_before(_BEFORE_DATE, 0)}'
    return [paragraph(look, text_run(day))] if day else []
