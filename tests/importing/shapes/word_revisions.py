"""Tracked changes: the page as it would be with all of them accepted, and one sentence about it."""

from docx_files import HEADINGS, ROW, docx, lines, p, r, report, row, tbl, tc, title, tr
from shape import changed, one, word

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
TOLD = ("У документі є незатверджені виправлення: вставлене взято, вилучене — ні.",)
_WHO = 'w:id="1" w:author="Автор" w:date="2021-08-13T00:00:00Z"'
_GONE = "<w:r><w:delText>ЗАЙВЕ</w:delText></w:r>"


@word("inserted words", rows=(changed(1, "абв"),), told=TOLD)
def _inserted():
    return one(p(r("а"), f"<w:ins {_WHO}>", r("бв"), "</w:ins>"))


@word("deleted words", rows=(changed(1, "аб"),), told=TOLD)
def _deleted():
    return one(p(r("а"), f"<w:del {_WHO}>{_GONE}</w:del>", r("б")))


@word("words inserted by one and deleted by another", rows=(changed(1, "аб"),), told=TOLD)
def _both():
    return one(p(r("а"), f"<w:ins {_WHO}><w:del {_WHO}>{_GONE}</w:del>", r("б"), "</w:ins>"))


@word("moved words stand where they were moved to", rows=(changed(1, "асюди"),), told=TOLD)
def _moved():
    away = f'<w:moveFromRangeStart w:id="3" w:name="m"/><w:moveFrom {_WHO}>' + r("сюди") + "</w:moveFrom>"
    there = f'<w:moveToRangeStart w:id="4" w:name="m"/><w:moveTo {_WHO}>' + r("сюди") + "</w:moveTo>"
    return one(p(away, '<w:moveFromRangeEnd w:id="3"/>', r("а"), there, '<w:moveToRangeEnd w:id="4"/>'))


@word(
    "end of a paragraph deleted, moved away and inserted",
    rows=(changed(1, "перша половина\nтретя"),),
    told=TOLD,
)
def _paragraph_mark():
    def mark(kind):
        return f"<w:rPr><w:{kind} {_WHO}/></w:rPr>"

    return one(
        p(r("перша "), properties=mark("del"))
        + p(r("поло"), properties=mark("moveFrom"))
        + p(r("вина"), properties=mark("ins"))
        + p(r("третя"))
    )


@word("rows inserted and deleted", rows=(changed(0, "2"), SECOND), told=TOLD)
def _rows():
    gone = tr(*(tc(lines(text)) for text in ROW), properties=f"<w:del {_WHO}/>")
    new = tr(*(tc(lines(text)) for text in changed(0, "2")), properties=f"<w:ins {_WHO}/>")
    return docx(report(gone, new, row(*SECOND)))


@word("a whole column deleted cell by cell", told=TOLD)
def _column_deleted():
    def with_gone(texts):
        cells = [tc(lines(text)) for text in texts]
        return tr(*cells[:2], tc(lines("ЗАЙВЕ"), f"<w:cellDel {_WHO}/>"), *cells[2:])

    return docx(title() + tbl(with_gone(HEADINGS), with_gone(ROW)))


@word("a column inserted cell by cell", told=TOLD)
def _column_inserted():
    def with_new(texts):
        return tr(
            *(tc(lines(text), f"<w:cellIns {_WHO}/>" if at == 2 else "") for at, text in enumerate(texts))
        )

    return docx(title() + tbl(with_new(HEADINGS), with_new(ROW)))


@word("cells merged down under tracked changes", rows=(ROW, changed(7, ROW[7], SECOND)), told=TOLD)
def _cells_merged():
    def merged(texts, state):
        mark = f'<w:cellMerge {_WHO} w:vMerge="{state}"/>'
        return tr(*(tc(lines(text), mark if at == 7 else "") for at, text in enumerate(texts)))

    return docx(report(merged(ROW, "rest"), merged(changed(7, "", SECOND), "cont")))


@word("changes of formatting alone are no changes of words")
def _formatting():
    change = f"<w:b/><w:rPrChange {_WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    return one(p(r(ROW[1], change), properties=f"<w:pPrChange {_WHO}><w:pPr/></w:pPrChange>"))
