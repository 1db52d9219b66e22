"""Workbooks that harm whoever counts with them."""

from __future__ import annotations

import zipfile

from hostile_zips import MEGABYTE
from office_zip import zipped
from xlsx_files import number_cell, parts, report, row, sheet, text_cell, usual_row, xlsx


def after(markup: str) -> bytes:
    """A sound sheet with this behind its rows."""
    return report(usual_row(), after=markup)


def far_cell() -> bytes:
    """A cell in the last corner of the sheet."""
    return report(usual_row(), f'<row r="1048576">{text_cell("x", "XFD1048576")}</row>')


def million_cells() -> bytes:
    """A thousand rows of a thousand cells."""
    return xlsx(sheet("".join(f"<row>{'<c><v>1</v></c>' * 1000}</row>" for _ in range(1000))))


def many_merges() -> bytes:
    """A hundred thousand merges one upon another."""
    merges = "".join(f'<mergeCell ref="A1:XFD{number}"/>' for number in range(2, 100_002))
    return after(f"<mergeCells>{merges}</mergeCells>")


def repeated_text() -> bytes:
    """One text of half a million letters, in forty thousand cells."""
    rows = "".join(
        f'<row r="{number}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for number in range(1, 20_000)
    )
    content = parts(sheet(rows), strings=f"<si><t>{'щ' * (MEGABYTE // 2)}</t></si>")
    return zipped(content, compression=zipfile.ZIP_STORED)


def odd_numbers() -> bytes:
    """Numbers and places beyond any."""
    cells = "".join(
        number_cell(value) for value in ("1e308", "-1e308", "NaN", "9" * 5000, "1e-320", "²", "0x10")
    )
    rows = f'<row r="999999999999999999">{cells}</row><row r="-5">{cells}</row><row r="щ">{cells}</row>'
    names = f'<row r="30">{text_cell("x", "ZZZZZZZZZZZZ9")}{text_cell("y", "A" * 10_000 + "1")}</row>'
    strings = "".join(f'<row><c t="s"><v>{index}</v></c></row>' for index in ("-1", "9" * 30, "x", ""))
    return report(usual_row(), rows, names, strings)


def formulas(port: int) -> bytes:
    """Formulas that fetch and run."""
    texts = (
        f'WEBSERVICE("http://127.0.0.1:{port}/x")',
        f'HYPERLINK("http://127.0.0.1:{port}/x","' + "щ" * 3000 + '")',
        "HYPERLINK(" * 3000,
        "cmd|'/c calc'!A1",
    )
    cells = "".join(
        f"<row><c t='str'><f>{text.replace('&', '&amp;')}</f><v>показане</v></c></row>" for text in texts
    )
    return report(usual_row(), cells)


def many_sheets() -> bytes:
    """Fifteen hundred sheets."""
    one = sheet(row(1, "x"))
    return xlsx(*((f"Аркуш {number}", "visible", one) for number in range(1500)))


def own_circle() -> bytes:
    """A book whose sheet is the book."""
    content = parts(sheet(usual_row()))
    for name in list(content):
        if name.endswith("workbook.xml.rels"):
            text = content[name]
            text = text.decode() if isinstance(text, bytes) else text
            content[name] = text.replace("worksheets/sheet1.xml", "workbook.xml")
    return zipped(content)
