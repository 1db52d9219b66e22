"""Word files written element by element, in shapes that Word makes and libraries do not."""

from xml.sax.saxutils import escape

from office_zip import STRICT, TRANSITIONAL, relations, types, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEADINGS = (
    "№",
    "Назва (вид) заходу",
    "Комунікаційна ціль заходу",
    "Дата проведення",
    "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
    "Кількість публікацій у ЗМІ з посиланням",
    "Цільова аудиторія, на яку направлений захід",
    "Відповідальні особи (посада), які брали участь у заході від суду",
    "Кількість учасників, які брали участь у заході",
)
COURT = "Інгулецького районного суду міста Кривого Рогу Дніпропетровської області"
TITLE = ("Таблиця 1", "Звіт", f"{COURT} щодо комунікаційної діяльності суду", "за ІІІ квартал 2021 року")
ROW = (
    "1",
    "День відкритих дверей",
    "Довіра до суду",
    "13.08.2021",
    "https://court.gov.ua/press/news/1/",
    "-",
    "Громадяни",
    "Керівник апарату",
    "25",
)


def t(text: str) -> str:
    """Words that keep their blanks."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text)}</w:r>"


def p(*content: str, properties: str = "") -> str:
    """A paragraph of ready-made runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def lines(text: str) -> str:
    """A paragraph for each line."""
    return "".join(p(r(line)) for line in text.split("\n"))


def tc(content: str, properties: str = "") -> str:
    """A cell of ready-made paragraphs."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of ready-made cells."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def row(*texts: str) -> str:
    """A row of plain texts."""
    return tr(*(tc(lines(text)) for text in texts))


def row_with(column: int, content: str, texts: tuple[str, ...] = ROW) -> str:
    """The usual row with ready-made content in one cell."""
    return tr(*(tc(content if at == column else lines(text)) for at, text in enumerate(texts)))


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def title() -> str:
    """The four lines of the form."""
    return "".join(p(r(line)) for line in TITLE)


def report(*rows: str, headings: tuple[str, ...] = HEADINGS) -> str:
    """A body with the title and the report's table."""
    return title() + tbl(row(*headings), *rows)


def sdt(content: str, properties: str = "") -> str:
    """A content control around anything."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def link(key: str, *runs: str) -> str:
    """A hyperlink by relationship."""
    return f'<w:hyperlink r:id="{key}">{"".join(runs)}</w:hyperlink>'


def field_link(instruction: str, shown: str) -> str:
    """A link as a complex field, its instruction in two runs as Word cuts it."""
    half = len(instruction) // 2

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def code(text: str) -> str:
        return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'

    return (
        mark("begin")
        + code(instruction[:half])
        + code(instruction[half:])
        + mark("separate")
        + shown
        + mark("end")
    )


def document(body: str, *, strict: bool = False, encoding: str = "UTF-8") -> bytes:
    """The main part."""
    word, related = (WORD_STRICT, STRICT) if strict else (WORD, TRANSITIONAL)
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<w:document xmlns:w="{word}" xmlns:r="{related}"{_NAMESPACES}>'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    return text.encode(encoding)


def parts(
    body: str,
    *,
    links: dict[str, str] | None = None,
    more: dict[str, tuple[str, str]] | None = None,
    strict: bool = False,
    encoding: str = "UTF-8",
    kind: str = "document",
) -> dict[str, str | bytes]:
    """All parts of a document; ``more`` are parts of a kind («styles») with their content."""
    kinds = STRICT if strict else TRANSITIONAL
    related = {key: ("hyperlink", target) for key, target in (links or {}).items()}
    related |= {f"x{at}": (name, f"{name}.xml") for at, name in enumerate(more or {})}
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    return {
        "[Content_Types].xml": types("word/document.xml", content),
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}, kinds),
        "word/document.xml": document(body, strict=strict, encoding=encoding),
        "word/_rels/document.xml.rels": relations(related, kinds),
        **{f"word/{name}.xml": content for name, (_, content) in (more or {}).items()},
    }


def docx(body: str, **options) -> bytes:
    """A whole .docx; options as in :func:`parts`."""
    return zipped(parts(body, **options))


def word_part(root: str, content: str) -> tuple[str, str]:
    """A further part such as styles or numbering, for ``more``."""
    return root, f'<w:{root} xmlns:w="{WORD}">{content}</w:{root}>'
