"""Excel files of the corpus."""

from events import (
    BRIEFING,
    DOORS,
    EVENTS,
    HEADINGS,
    KEYS,
    STANDING,
    SURVEY,
    TITLE,
    TOUR,
    TOUR_LINK,
    Case,
    changed,
)
from office_zip import relations
from packing import packed
from xlsx_files import SHEET, column_name, number_cell, parts, row, sheet, text_cell

_LINKS = {"t": TOUR_LINK, "n": DOORS[4]}
_HYPERLINKS = '<hyperlinks><hyperlink ref="E9" r:id="t"/><hyperlink ref="E8" r:id="n"/></hyperlinks>'


def above():
    return "".join(row(at, line) for at, line in enumerate(TITLE, 1)) + row(6, *HEADINGS)


def rows(events=EVENTS, replaced=None):
    """Events from row 7 on; ``replaced`` are ready-made cells by the event's place and column."""
    return above() + "".join(
        row(7 + at, *event, replaced=(replaced or {}).get(at)) for at, event in enumerate(events)
    )


def book(*sheets, **options):
    return packed(parts(*sheets, links=_LINKS, **options))


def typed():
    """Dates and numbers typed as such, a merged title, links of cells."""
    replaced = {at: {0: number_cell(event[0], "@")} for at, event in enumerate(EVENTS)}
    replaced[1][3] = number_cell("45394", "@", 1)
    replaced[2][8] = number_cell("54", "@", 2)
    replaced[3] |= {3: number_cell("45446", "@", 1), 8: number_cell("17", "@", 2)}
    replaced[4] |= {8: number_cell("120", "@", 2)}
    after = '<mergeCells><mergeCell ref="A1:I1"/><mergeCell ref="A2:I2"/></mergeCells>' + _HYPERLINKS
    content = book(sheet(rows(replaced=replaced), after=after), formats=("General", "14", "#,##0"))
    return Case("excel_typed_dates_and_numbers.xlsx", content)


def continued():
    """Links and media of an event in rows of their own, the rest merged over them."""
    tour = [changed(TOUR, number="3", date="15.05.2024"), [""] * 3 + ["22.05.2024"]]
    body = above() + row(7, *STANDING) + row(8, *DOORS) + row(9, *tour[0]) + row(10, *tour[1])
    body += row(11, *BRIEFING) + row(12, *SURVEY)
    merged = "".join(f'<mergeCell ref="{letter}9:{letter}10"/>' for letter in "ABCEFGHI")
    content = book(sheet(body, after=f"<mergeCells>{merged}</mergeCells>{_HYPERLINKS}"))
    expected = (STANDING, DOORS, changed(TOUR, date="15.05.2024\n22.05.2024"), BRIEFING, SURVEY)
    told = ("Рядок № 3: запис продовжується в наступному рядку таблиці",)
    return Case("excel_rows_that_go_on.xlsx", content, expected, warnings=told)


def formulas():
    """Links as formulas that take the site's address from another sheet; the numbers count themselves."""
    code = 'HYPERLINK(Адреси!$B$1&amp;"/1509876/","новина на сайті суду")'
    replaced = {at: {0: f'<c r="@"><f>ROW()-6</f><v>{at + 1}</v></c>'} for at in range(len(EVENTS))}
    replaced[2][4] = f'<c r="@" t="str"><f>{code}</f><v>новина на сайті суду</v></c>'
    guide = sheet(row(1, "Сайт", TOUR_LINK.removesuffix("/1509876/")))
    content = book(("Звіт", "visible", sheet(rows(replaced=replaced))), ("Адреси", "hidden", guide))
    return Case("excel_formula_links.xlsx", content, warnings=("«Адреси»",))


def table():
    """Excel's own table with totals, a comment, a hidden row."""
    body = rows(EVENTS[:4]) + row(11, *SURVEY, attributes='hidden="1"')
    body += f'<row r="12">{text_cell("Підсумок", "A12")}{number_cell("191", "I12")}</row>'
    content = parts(
        sheet(body, after=_HYPERLINKS + '<tableParts count="1"><tablePart r:id="tb"/></tableParts>')
    )
    columns = "".join(f'<tableColumn id="{at}" name="{key}"/>' for at, key in enumerate(KEYS, 1))
    content["xl/tables/table1.xml"] = (
        f'<table xmlns="{SHEET}" id="1" name="Звіт" displayName="Звіт" ref="A6:I12" totalsRowCount="1">'
        f'<tableColumns count="9">{columns}</tableColumns></table>'
    )
    content["xl/comments1.xml"] = (
        f'<comments xmlns="{SHEET}"><authors><author>А</author></authors><commentList>'
        '<comment ref="I8" authorId="0"><text><t>Уточнити кількість</t></text></comment>'
        "</commentList></comments>"
    )
    related = {"tb": ("table", "../tables/table1.xml"), "c": ("comments", "../comments1.xml")}
    related |= {key: ("hyperlink", target) for key, target in _LINKS.items()}
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(related)
    told = (
        "Приховані рядки таблиці (11)",
        "Аркуш «Аркуш1»: підсумковий рядок 12 не взято: «Підсумок 191».",
        "Аркуш «Аркуш1»: примітки до клітинок не взято.",
    )
    return Case("excel_own_table_totals_comment.xlsx", packed(content), warnings=told)


def _shared():
    """All rows with shared strings, and the strings."""
    lines = [*((line,) for line in TITLE), (), HEADINGS, *EVENTS]
    strings = list(dict.fromkeys(text for texts in lines for text in texts))
    body = ""
    for number, texts in enumerate(lines, 1):
        cells = "".join(
            f'<c r="{column_name(at)}{number}" s="1" t="s"><v>{strings.index(text)}</v></c>'
            for at, text in enumerate(texts)
        )
        body += f'<row r="{number}">{cells}</row>'
    return body, "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)


def google():
    """Google Sheets: shared strings, a thousand empty rows."""
    body, strings = _shared()
    empty = "".join(f'<row r="{at}" ht="15.75" customHeight="1"/>' for at in range(12, 1001))
    content = book(sheet(body + empty, after=_HYPERLINKS), strings=strings, formats=("General", "@"))
    return Case("google_sheets.xlsx", content)


def libreoffice():
    """LibreOffice: columns and rows to the end of the sheet, a second empty sheet."""
    body, strings = _shared()
    tail = '<row r="1048576" customFormat="false" ht="12.8" hidden="false" customHeight="false"></row>'
    before = '<cols><col collapsed="false" hidden="false" min="10" max="16384" width="11.5"/></cols>'
    main = sheet(body + tail, before=before, after=_HYPERLINKS)
    content = book(("Звіт", "visible", main), ("Аркуш2", "visible", sheet("")), strings=strings)
    return Case("libreoffice_calc.xlsx", content)


def strict():
    content = book(sheet(rows(), after=_HYPERLINKS, strict=True), strict=True)
    return Case("excel_strict.xlsx", content)


EXCEL = (typed, continued, formulas, table, google, libreoffice, strict)
