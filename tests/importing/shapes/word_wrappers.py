"""Things that stand around words, cells, rows and tables without being any."""

from docx_files import HEADINGS, ROW, docx, lines, p, r, report, row, sdt, tbl, tc, title, tr
from shape import changed, one, word

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
_PROMPT = "<w:showingPlcHdr/>"


@word("content control around the table")
def _table():
    return docx(title() + sdt(tbl(row(*HEADINGS), row(*ROW))))


@word("content control around a row", rows=(ROW, SECOND))
def _row():
    return docx(report(sdt(row(*ROW)), row(*SECOND)))


@word("content controls around every cell")
def _cells():
    return docx(report(tr(*(sdt(tc(lines(text))) for text in ROW))))


@word("content control around a run", rows=(changed(1, "а усередині б"),))
def _run():
    return one(p(r("а "), sdt(r("усередині")), r(" б")))


@word("content controls nested: table, row, cell, paragraph, run", rows=(ROW, SECOND))
def _nested():
    cells = [sdt(tc(sdt(p(sdt(r(text)))))) for text in ROW]
    return docx(title() + sdt(sdt(tbl(row(*HEADINGS), sdt(sdt(tr(*cells)) + row(*SECOND))))))


@word("repeating section: a control around controls around rows", rows=(ROW, SECOND))
def _repeating():
    item = '<w15:repeatingSectionItem xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    return docx(report(sdt(sdt(row(*ROW), item) + sdt(row(*SECOND), item))))


@word("prompt of an empty control in a run, a cell and a paragraph", rows=(changed(6, "", changed(1, "а")),))
def _prompt():
    cells = [tc(lines(text)) for text in ROW]
    cells[1] = tc(p(r("а"), sdt(r("Клацніть тут, щоб ввести текст"), _PROMPT)))
    cells[6] = sdt(tc(p(r("Виберіть елемент."))), _PROMPT)
    return docx(sdt(p(r("[Назва документа]")), _PROMPT) + report(tr(*cells)))


@word("several controls in the body, one after another")
def _several():
    return docx("".join(sdt(p(r(line))) for line in ("Шапка", "Погоджено")) + report(row(*ROW)) + sdt(p()))


@word("drop-down, date and tick box controls show what was chosen", rows=(changed(3, "☒ 13.08.2021"),))
def _chosen():
    box = sdt(r("☒"), '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>')
    return one(p(box, r(" "), sdt(r("13.08.2021"), '<w:date w:fullDate="2021-08-13T00:00:00Z"/>')), 3)


@word("smart tags", rows=(changed(1, "Місто Кривий Ріг"),))
def _smart():
    inner = '<w:smartTag w:uri="x" w:element="City">' + r("Кривий ") + "</w:smartTag>"
    return one(p(r("Місто "), '<w:smartTag w:uri="x" w:element="place">', inner, r("Ріг"), "</w:smartTag>"))


@word("custom XML around words, a cell and a row", rows=(changed(1, "слова"), SECOND))
def _custom():
    def custom(content):
        return f'<w:customXml w:uri="x" w:element="y"><w:customXmlPr/>{content}</w:customXml>'

    cells = [custom(tc(lines(text))) for text in ROW]
    cells[1] = tc(p(custom(r("слова"))))
    return docx(report(custom(tr(*cells)), custom(row(*SECOND))))


@word("elements of an unknown ignorable namespace", rows=(changed(1, "слово і ще"),))
def _unknown():
    mark, start = '<n:mark xmlns:n="urn:new" n:a="1"/>', '<n:x xmlns:n="urn:new">'
    return one(p(mark, r("слово"), start, r(" і ще"), "</n:x>"))


@word("bookmarks, proofing marks, permissions and range marks", rows=(changed(1, "слово далі"),))
def _marks():
    return one(
        p(
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:proofErr w:type="spellStart"/>',
            r("сло"),
            '<w:permStart w:id="1" w:edGrp="everyone"/><w:lastRenderedPageBreak/>',
            r("во"),
            '<w:permEnd w:id="1"/><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellEnd"/>',
            r(" далі"),
        )
    )
