"""Word files of the corpus."""

from docx_files import field_link, lines, link, p, parts, r, sdt, tbl, tc, tr, word_part
from events import DOORS, EVENTS, HEADINGS, SIGNED, SIGNED_TOLD, SURVEY, TITLE, TOUR, TOUR_LINK, Case, changed
from packing import packed

LINKS = {"t": TOUR_LINK, "n": DOORS[4]}
_WHO = 'w:id="7" w:author="Автор" w:date="2024-07-01T09:00:00Z"'
_REVISED = "У документі є незатверджені виправлення: вставлене взято, вилучене — ні."


def title():
    return "".join(p(r(line)) for line in TITLE)


def signed():
    return p() + "".join(p(r(line)) for line in SIGNED)


def site(event):
    """The usual site cell: a link where the text is words or an address of its own."""
    if event is TOUR:
        return p(link("t", r(event[4])))
    return p(link("n", r(event[4]))) if event is DOORS else lines(event[4])


def row(event, cells=None, properties=""):
    """An event with its links; ``cells`` are ready-made cells by column."""
    made = [tc(site(event) if at == 4 else lines(text)) for at, text in enumerate(event)]
    for at, cell in (cells or {}).items():
        made[at] = cell
    return tr(*made, properties=properties)


def head():
    return tr(*(tc(lines(text)) for text in HEADINGS), properties="<w:tblHeader/>")


def document(body, **options):
    return packed(parts(body, links=LINKS, **options))


def numbered():
    """Word 2016: automatic numbers, repeated heading, signatures, a footnote."""
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = word_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    mark = tc(p(properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
    note = word_part("footnotes", f'<w:footnote w:id="2">{p(r("За даними відділу."))}</w:footnote>')
    people = tc(p(r("120"), '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    rows = "".join(row(event, {0: mark} | ({8: people} if event is SURVEY else {})) for event in EVENTS)
    content = document(
        title() + tbl(head(), rows) + signed(), more={"numbering": numbering, "footnotes": note}
    )
    expected = tuple(changed(event, number=f"{event[0]}.") for event in EVENTS)
    return Case(
        "word_2016_automatic_numbers.docx",
        content,
        expected,
        warnings=("Не взято 1 виноску документа.", SIGNED_TOLD),
    )


def tracked():
    """A draft with tracked changes: a row and words inserted, a row and words deleted, a comment."""
    gone = row(changed(SURVEY, number="4", title="Скасований захід"), properties=f"<w:del {_WHO}/>")
    name = tc(
        p(
            *(r("Екскурсія «"), f"<w:del {_WHO}><w:r><w:delText>Шляхами</w:delText></w:r></w:del>"),
            *(f"<w:ins {_WHO}>", r("Стежками"), "</w:ins>", r(" правосуддя»")),
            '<w:r><w:commentReference w:id="3"/></w:r>',
        )
    )
    rows = [row(event, {1: name} if event is TOUR else None) for event in EVENTS[:4]]
    body = title() + tbl(head(), *rows, gone, row(SURVEY, properties=f"<w:ins {_WHO}/>"))
    comment = word_part("comments", f'<w:comment w:id="3">{p(r("Так краще?"))}</w:comment>')
    content = document(body, more={"comments": comment})
    return Case(
        "word_draft_tracked_changes.docx", content, warnings=(_REVISED, "Не взято 1 примітку на полях.")
    )


def controls():
    """A form of content controls, some of them not filled in."""
    prompt = sdt(tc(p(r("Місце для введення тексту."))), "<w:showingPlcHdr/>")
    rows = [
        sdt(tr(*(sdt(tc(site(event) if at == 4 else lines(text))) for at, text in enumerate(event))))
        for event in EVENTS[:4]
    ]
    body = sdt(title()) + sdt(tbl(head(), *rows, sdt(row(SURVEY, {7: prompt}))))
    return Case(
        "word_form_of_content_controls.docx", document(body), (*EVENTS[:4], changed(SURVEY, responsible=""))
    )


def divided():
    """Two tables with a section in landscape between them; a cell merged down in each."""

    def merged(event, state):
        return row(event, {6: tc(lines(event[6]), f'<w:vMerge w:val="{state}"/>')})

    section = p(properties='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    upper = tbl(
        head(), merged(EVENTS[0], "restart"), merged(changed(DOORS, audience=""), "continue"), row(TOUR)
    )
    body = title() + upper + section + tbl(row(EVENTS[3]), row(SURVEY)) + signed()
    content = document(body)
    rows = (EVENTS[0], changed(DOORS, audience=EVENTS[0][6]), *EVENTS[2:])
    told = ("Рядок № 2, колонка «Цільова аудиторія", SIGNED_TOLD)
    return Case("word_two_tables_landscape.docx", content, rows, warnings=told)


def old():
    """Word 2003 saved anew: the title in a text box, smart tags, links as fields."""
    box = f"<w:txbxContent>{title()}</w:txbxContent>"
    top = p(
        f'<w:r><w:pict><v:shape type="#_x0000_t202"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    )
    tag = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date">'
    date = tc(p(tag, r("12.04"), r(".2024"), "</w:smartTag>"))
    words = tc(p(field_link(f'HYPERLINK "{TOUR_LINK}" \\t "_blank"', r("новина на ") + r("сайті суду"))))
    rows = [row(EVENTS[0]), row(DOORS, {3: date}), row(TOUR, {4: words}), row(EVENTS[3]), row(SURVEY)]
    return Case("word_2003_saved_anew.docx", document(top + tbl(head(), *rows)))


def strict():
    return Case("word_strict.docx", document(title() + tbl(head(), *map(row, EVENTS)), strict=True))


def layout():
    """Everything inside one big table that only divides the page."""
    inner = title() + tbl(head(), *map(row, EVENTS)) + signed()
    return Case("word_layout_table.docx", document(tbl(tr(tc(inner)))), warnings=(SIGNED_TOLD,))


def google():
    """Google Docs: no grid, empty runs, a control around a suggestion."""
    empty = '<w:r w:rsidDel="0"><w:rPr><w:rtl w:val="0"/></w:rPr></w:r>'

    def cell(text, at, event):
        if at == 4 and event in (TOUR, DOORS):
            return tc(p(empty, link("t" if event is TOUR else "n", r(text))))
        return tc("".join(p(empty, r(line, '<w:rtl w:val="0"/>')) for line in text.split("\n")))

    rows = [tr(*(cell(text, at, event) for at, text in enumerate(event))) for event in EVENTS]
    head_row = tr(*(tc(p(empty, sdt(r(text), '<w:tag w:val="goog_rdk_1"/>'))) for text in HEADINGS))
    body = title() + tbl(head_row, *rows).replace("<w:tblGrid/>", "")
    return Case("google_docs.docx", document(body))


WORD = (numbered, tracked, controls, divided, old, strict, layout, google)
