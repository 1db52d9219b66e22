"""Merged cells, ragged rows, grids that do not fit."""

from docx_files import HEADINGS, ROW, docx, lines, p, r, report, row, tbl, tc, title, tr
from shape import changed, word

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
_RESTART, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_WIDTHS = (600, 1900, 1500, 1200, 2200, 1800, 1700, 1800, 1100)


def cells(texts, marks):
    """A row with properties for some of its cells."""
    return tr(*(tc(lines(text), marks.get(at, "")) for at, text in enumerate(texts)))


def span(number):
    return f'<w:gridSpan w:val="{number}"/>'


@word("one cell over two columns", rows=(changed(5, "", changed(4, "-")),))
def _span():
    texts = (*ROW[:4], "-", *ROW[6:])
    return docx(report(cells(texts, {4: span(2)})))


@word("heading over two columns that the rows divide", rows=(changed(5, "1\nhttps://zmi.example/1"),))
def _heading():
    wide = cells(HEADINGS, {5: span(2)})
    return docx(title() + tbl(wide, row(*ROW[:5], "1", "https://zmi.example/1", *ROW[6:])))


@word("row that begins one column later", rows=(changed(0, ""),))
def _before():
    mark = '<w:gridBefore w:val="1"/><w:wBefore w:w="600" w:type="dxa"/>'
    return docx(report(tr(*(tc(lines(text)) for text in ROW[1:]), properties=mark)))


@word("row that ends one column earlier", rows=(changed(8, ""),))
def _after():
    return docx(report(tr(*(tc(lines(text)) for text in ROW[:8]), properties='<w:gridAfter w:val="1"/>')))


@word(
    "row that begins later, spans and ends earlier",
    rows=(("", ROW[1], ROW[2], ROW[3], "-", "", ROW[6], ROW[7], ""),),
)
def _all():
    texts = (ROW[1], ROW[2], ROW[3], "-", ROW[6], ROW[7])
    marks = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    inner = "".join(tc(lines(text), span(2) if at == 3 else "") for at, text in enumerate(texts))
    return docx(report(tr(inner, properties=marks)))


@word("cell merged down over three rows", rows=tuple(changed(7, ROW[7], (n, *ROW[1:])) for n in "123"))
def _down():
    rows = [
        cells((n, *ROW[1:7], "" if at else ROW[7], ROW[8]), {7: _GOES_ON if at else _RESTART})
        for at, n in enumerate("123")
    ]
    return docx(report(*rows))


@word(
    "cell merged across and down at once",
    rows=(changed(5, "", changed(4, "спільне")), changed(5, "", changed(4, "спільне", SECOND))),
)
def _block():
    upper = cells((*ROW[:4], "спільне", *ROW[6:]), {4: span(2) + _RESTART})
    lower = cells((*SECOND[:4], "", *SECOND[6:]), {4: span(2) + _GOES_ON})
    return docx(report(upper, lower))


@word(
    "two merges side by side, one above the other in one column",
    rows=(
        ROW,
        changed(7, ROW[7], changed(6, ROW[6], SECOND)),
        changed(0, "3"),
        changed(7, ROW[7], changed(0, "4", SECOND)),
    ),
)
def _several():
    blank = changed(7, "", changed(6, "", SECOND))
    return docx(
        report(
            cells(ROW, {6: _RESTART, 7: _RESTART}),
            cells(blank, {6: _GOES_ON, 7: _GOES_ON}),
            cells(changed(0, "3"), {7: _RESTART}),
            cells(changed(7, "", changed(0, "4", SECOND)), {7: _GOES_ON}),
        )
    )


@word(
    "event merged down that goes on in the next row",
    rows=(changed(3, "13.08.2021\n20.08.2021"), SECOND),
    warned=("запис продовжується в наступному рядку",),
)
def _goes_on():
    marks = dict.fromkeys((0, 1, 2, 4, 5, 6, 7, 8), _RESTART)
    lower = cells(("", "", "", "20.08.2021", "", "", "", "", ""), dict.fromkeys(marks, _GOES_ON))
    return docx(report(cells(ROW, marks), lower, row(*SECOND)))


@word(
    "words under a merge are told",
    rows=(ROW, changed(7, ROW[7], SECOND)),
    told=("текст під об'єднаною клітинкою не взято: «СХОВАНЕ»",),
)
def _under():
    return docx(report(cells(ROW, {7: _RESTART}), cells(changed(7, "СХОВАНЕ", SECOND), {7: _GOES_ON})))


@word("lower part of a merge that has no upper part", rows=(ROW, SECOND))
def _orphan():
    return docx(report(row(*ROW), cells(SECOND, {7: _GOES_ON})))


@word("merge that goes on in the next table", rows=(ROW, changed(7, ROW[7], SECOND)))
def _next_table():
    lower = tbl(cells(changed(7, "", SECOND), {7: _GOES_ON}))
    return docx(title() + tbl(row(*HEADINGS), cells(ROW, {7: _RESTART})) + p() + lower)


@word(
    "old merge to the right",
    rows=(changed(5, "", changed(4, "-")),),
    told=("текст під об'єднаною клітинкою не взято: «СХОВАНЕ»",),
)
def _right():
    marks = {4: '<w:hMerge w:val="restart"/>', 5: "<w:hMerge/>"}
    return docx(report(cells((*ROW[:4], "-", "СХОВАНЕ", *ROW[6:]), marks)))


@word("absurd spans with the right number of cells")
def _wild():
    spans = (3, 1, 7, 2, 1, 1, 4, 1, 9)
    return docx(report(cells(ROW, {at: span(number) for at, number in enumerate(spans)})))


@word("grid of the table that lies, cells without widths")
def _lying():
    body = title() + tbl(row(*HEADINGS), row(*ROW))
    return docx(
        body.replace("<w:tblGrid/>", '<w:tblGrid><w:gridCol w:w="9000"/><w:gridCol w:w="1"/></w:tblGrid>')
    )


def _wide(texts, widths):
    return cells(texts, {at: f'<w:tcW w:w="{width}" w:type="dxa"/>' for at, width in enumerate(widths)})


@word("row ragged by widths alone, without spans", rows=(ROW, changed(5, "", changed(4, "-", SECOND))))
def _by_widths():
    joined = (*_WIDTHS[:4], _WIDTHS[4] + _WIDTHS[5] + 20, *_WIDTHS[6:])
    ragged = _wide((*SECOND[:4], "-", *SECOND[6:]), joined)
    return docx(title() + tbl(_wide(HEADINGS, _WIDTHS), _wide(ROW, _WIDTHS), ragged))


@word("heading of two rows merged across and down", rows=(changed(5, "1\nhttps://zmi.example/1"),))
def _two_rows():
    upper = cells(HEADINGS, {at: span(2) if at == 5 else _RESTART for at in range(9)})
    below = (*[""] * 5, "кількість", "посилання на публікації", "", "", "")
    lower = cells(below, {at: _GOES_ON for at in range(10) if at not in (5, 6)})
    return docx(title() + tbl(upper, lower, row(*ROW[:5], "1", "https://zmi.example/1", *ROW[6:])))


@word("row hidden in the table", rows=(ROW, SECOND), warned=("Приховані рядки таблиці (3)",))
def _hidden():
    return docx(report(row(*ROW), tr(*(tc(lines(text)) for text in SECOND), properties="<w:hidden/>")))


@word("heading repeated in the middle and rows that may not break", rows=(ROW, SECOND))
def _repeated():
    head = tr(*(tc(lines(text)) for text in HEADINGS), properties="<w:cantSplit/><w:tblHeader/>")
    return docx(title() + tbl(head, row(*ROW), head, row(*SECOND)))


@word("cells without paragraphs and empty cells", rows=(changed(7, "", changed(6, "")),))
def _empty():
    inner = "".join("<w:tc/>" if at in (6, 7) else tc(p(r(text))) for at, text in enumerate(ROW))
    return docx(report(tr(inner)))
