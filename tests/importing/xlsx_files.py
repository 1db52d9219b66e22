"""Excel files written element by element, in shapes that Excel makes and libraries do not."""

from xml.sax.saxutils import escape, quoteattr

from docx_files import HEADINGS, ROW, TITLE
from office_zip import STRICT, TRANSITIONAL, relations, types, zipped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def column_name(index: int) -> str:
    """``A`` for 0."""
    name, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def text_cell(text: str, at: str = "") -> str:
    """An inline string."""
    where = f' r="{at}"' if at else ""
    return f'<c{where} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number_cell(value: str, at: str = "", style: int = 0) -> str:
    """A number with a style."""
    where = f' r="{at}"' if at else ""
    return f'<c{where} s="{style}"><v>{value}</v></c>'


def row(number: int, *texts: str, attributes: str = "", replaced: dict[int, str] | None = None) -> str:
    """A row of texts; ``replaced`` gives ready-made cells for some columns, blanks are left out."""
    cells = ""
    for at, text in enumerate(texts):
        address = f"{column_name(at)}{number}"
        if replaced and at in replaced:
            cells += replaced[at].replace("@", address)
        elif text:
            cells += text_cell(text, address)
    return f'<row r="{number}"{" " + attributes if attributes else ""}>{cells}</row>'


def report_rows(*rows: str, headings: tuple[str, ...] = HEADINGS) -> str:
    """The title in rows 1–4, the headings in row 6, then ready-made rows (from number 7 on)."""
    above = "".join(row(at, line) for at, line in enumerate(TITLE, 1))
    return above + row(6, *headings) + "".join(rows)


def usual_row(number: int = 7, replaced: dict[int, str] | None = None) -> str:
    """The usual event; in ``replaced`` an ``@`` stands for the cell's address."""
    return row(number, *ROW, replaced=replaced)


def sheet(rows: str, *, before: str = "", after: str = "", strict: bool = False) -> str:
    """A sheet's part."""
    main, related = (SHEET_STRICT, STRICT) if strict else (SHEET, TRANSITIONAL)
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{main}" xmlns:r="{related}"><dimension ref="A1:A1"/>'
        f"{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def styles(*formats: str) -> str:
    """Styles 0, 1, 2 … with these number formats, numbers («14») for built-in ones."""
    own, cells = "", ""
    for at, code in enumerate(formats):
        key = int(code) if code.isdigit() and len(code) < 3 else 164 + at
        if key >= 164:
            own += f'<numFmt numFmtId="{key}" formatCode={quoteattr(code)}/>'
        cells += f'<xf numFmtId="{key}" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    looks = "<fonts><font/></fonts><fills><fill><patternFill patternType='none'/></fill></fills>"
    looks += "<borders><border/></borders>"
    looks += "<cellStyleXfs><xf numFmtId='0' fontId='0' fillId='0' borderId='0'/></cellStyleXfs>"
    return (
        f'<styleSheet xmlns="{SHEET}"><numFmts>{own}</numFmts>{looks}<cellXfs>{cells}</cellXfs></styleSheet>'
    )


def parts(
    *sheets: str | tuple[str, str, str],
    links: dict[str, str] | None = None,
    formats: tuple[str, ...] = (),
    strings: str | None = None,
    date1904: bool = False,
    strict: bool = False,
) -> dict[str, str | bytes]:
    """All parts of a workbook; a sheet is its part, or (name, state, part). ``links`` belong to the first."""
    named = [
        item if isinstance(item, tuple) else (f"Аркуш{at}", "visible", item)
        for at, item in enumerate(sheets, 1)
    ]
    main, kinds = (SHEET_STRICT, STRICT) if strict else (SHEET, TRANSITIONAL)
    items = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" state="{state}" r:id="s{at}"/>'
        for at, (name, state, _) in enumerate(named, 1)
    )
    related = {f"s{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(named) + 1)}
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": types("xl/workbook.xml", _TYPE),
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}, kinds),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" xmlns:r="{kinds}"><workbookPr date1904="{int(date1904)}"/>'
            f"<sheets>{items}</sheets></workbook>"
        ),
        **{f"xl/worksheets/sheet{at}.xml": part for at, (_, _, part) in enumerate(named, 1)},
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            {key: ("hyperlink", target) for key, target in (links or {}).items()}, kinds
        ),
    }
    if formats:
        related["st"] = ("styles", "styles.xml")
        content["xl/styles.xml"] = styles(*formats)
    if strings is not None:
        related["ss"] = ("sharedStrings", "sharedStrings.xml")
        content["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    content["xl/_rels/workbook.xml.rels"] = relations(related, kinds)
    return content


def xlsx(*sheets: str | tuple[str, str, str], **options) -> bytes:
    """A whole .xlsx; options as in :func:`parts`."""
    return zipped(parts(*sheets, **options))


def report(*rows: str, before: str = "", after: str = "", **options) -> bytes:
    """A workbook of one sheet with the title, the headings and these rows."""
    return xlsx(sheet(report_rows(*rows), before=before, after=after), **options)
