"""A report as text and as pages, the way programs save them."""

from email.message import EmailMessage
from html import escape

from docx_files import HEADINGS, ROW, TITLE

#: A row whose texts have everything that separators and quotes trip over.
TRICKY = (
    "2.",
    'День "відкритих дверей"; екскурсія, лекція',
    "Перший рядок\nДругий рядок",
    "20.08.2021",
    "-",
    "-",
    "Школярі | студенти",
    "Керівник апарату",
    "15",
)
ROWS = (ROW, TRICKY)


def quoted(text: str, separator: str) -> str:
    """A cell as spreadsheets write it."""
    if any(sign in text for sign in (separator, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def csv_text(separator: str = ";", rows=ROWS, title=TITLE, end: str = "\r\n") -> str:
    """A sheet as text: title lines in the first column, headings, rows."""
    empty = separator * (len(HEADINGS) - 1)
    lines = [f"{quoted(line, separator)}{empty}" for line in title]
    lines += [separator.join(quoted(cell, separator) for cell in row) for row in (HEADINGS, *rows)]
    return end.join(lines) + end


def html_table(rows=ROWS) -> str:
    """The table alone."""
    cells = ("".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows)
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in HEADINGS)
    return f"<table border=1><tr>{heads}</tr>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def html_page(head: str = '<meta charset="utf-8">', rows=ROWS, before: str = "<!DOCTYPE html>") -> str:
    """A page with the report."""
    title = "".join(f"<p align=center>{escape(line)}</p>" for line in TITLE)
    return (
        f"{before}<html><head>{head}<title>Звіт</title></head><body>{title}{html_table(rows)}</body></html>"
    )


def archive(*pages: tuple[str, str], encoding: str = "utf-8", transfer: str = "quoted-printable") -> bytes:
    """Pages with their places in one file, as Word, Excel and browsers save them."""
    whole = EmailMessage()
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "Звіт"
    whole["MIME-Version"] = "1.0"
    whole.add_related(b"\x89PNG", "image", "png", headers=["Content-Location: file:///C:/image001.png"])
    parts = []
    for place, markup in pages:
        part = EmailMessage()
        part.set_content(markup, subtype="html", charset=encoding, cte=transfer)
        part["Content-Location"] = place
        parts.append(part)
    whole.set_payload([*parts, *whole.get_payload()])
    return whole.as_bytes()
