"""Text boxes, tables inside cells, tables inside boxes."""

from docx_files import HEADINGS, ROW, docx, p, r, report, row, tbl, tc, title, tr
from shape import changed, one, word

BOX = "<w:txbxContent>" + p(r("у рамці")) + "</w:txbxContent>"
_VML = f'<w:pict><v:shape id="s" type="#t"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
_DRAWING = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
BOXED = (changed(1, "слова\nу рамці"),)


@word("text box of old Word", rows=BOXED)
def _vml():
    return one(p(f"<w:r>{_VML}</w:r>", r("слова")))


@word("text box of new Word", rows=BOXED)
def _drawing():
    return one(p(f"<w:r>{_DRAWING}</w:r>", r("слова")))


@word("text box kept in both manners is read once", rows=BOXED)
def _both():
    choice = f'<mc:Choice Requires="wps">{_DRAWING}</mc:Choice><mc:Fallback>{_VML}</mc:Fallback>'
    return one(p(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>", r("слова")))


@word("text boxes grouped on one canvas", rows=(changed(1, "слова\nу рамці\nу рамці"),))
def _group():
    return one(p(f"<w:r><w:pict><v:group>{_VML}{_VML}</v:group></w:pict></w:r>", r("слова")))


@word("title of the report in a text box")
def _title():
    box = f"<w:txbxContent>{title()}</w:txbxContent>"
    body = p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")
    return docx(body + tbl(row(*HEADINGS), row(*ROW)))


@word("report in a text box")
def _report():
    box = f"<w:txbxContent>{report(row(*ROW))}</w:txbxContent>"
    return docx(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"))


@word("table inside a cell becomes lines of the cell", rows=(changed(1, "Видання:\nВесь Ріг\t1\nЧас\t2"),))
def _table():
    return one(p(r("Видання:")) + tbl(row("Весь Ріг", "1"), row("Час", "2")) + p())


@word("table in a table in a cell", rows=(changed(1, "зовні\tусередині\t1"),))
def _deep():
    inner = tbl(row("усередині", "1")) + p()
    return one(tbl(tr(tc(p(r("зовні"))), tc(inner))) + p())


@word("report inside a layout table")
def _layout():
    return docx(tbl(tr(tc(title() + tbl(row(*HEADINGS), row(*ROW)) + p()))))


@word(
    "words drawn as a picture",
    rows=(changed(1, "слова"),),
    left=(("text", "ЧЕРНЕТКА", "таблиця 1, рядок 2, клітинка 2"),),
)
def _word_art():
    return one(
        p('<w:r><w:pict><v:shape><v:textpath string="ЧЕРНЕТКА"/></v:shape></w:pict></w:r>', r("слова"))
    )
