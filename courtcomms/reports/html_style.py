"""How the page of a report looks: on a screen, on a telephone and on paper."""

from __future__ import annotations

from courtcomms.reports.form import Font, Page

#: The executor is written no larger than this, as in the Word document.
_NOTE_PT = 10.0

#: On a narrow screen each row is a card, and each of its cells says which column it is.
_STYLE = """
:root {{ color-scheme: light }}
body {{ margin: 1.5rem auto; padding: 0 1rem; max-width: 110rem; color: #000; background: #fff;
  font: {title}pt/1.3 {font}, serif }}
header p, footer p, caption p {{ margin: 0 }}
header img {{ max-width: 100% }}
caption {{ padding-bottom: .6em }}
caption p.bold {{ font-weight: bold }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; font-size: {table}pt }}
caption {{ font-size: {title}pt }}
th, td {{ border: 1px solid #000; padding: .25em .35em; vertical-align: top; text-align: left;
  font-weight: normal; overflow-wrap: anywhere }}
thead th {{ vertical-align: middle; text-align: center; font-weight: bold }}
th.section {{ text-align: center; font-weight: bold }}
p.center {{ text-align: center }}
p.right {{ text-align: right }}
@media not screen, (min-width: 48.01em) {{
  td.center, th.center {{ text-align: center }}
  td.right, th.right {{ text-align: right }}
}}
a {{ color: #0000c8 }}
footer {{ font-size: {tail}pt }}
footer p.first {{ margin-top: 1.5em }}
footer p.sign {{ display: flex; justify-content: space-between; gap: 2em }}
footer p.note {{ font-size: {note}pt }}
@media screen and (max-width: 48em) {{
  table, caption, tbody, tr, th, td {{ display: block; width: auto }}
  thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }}
  tr {{ border: 1px solid #000; margin-bottom: 1em }}
  tr > * {{ border: 0; border-bottom: 1px solid #ccc; text-align: left }}
  th[data-label]::before, td[data-label]::before {{ content: attr(data-label); display: block;
    color: #444; font-size: .85em; font-weight: bold }}
  th.section {{ border: 0; text-align: center }}
}}
@media print {{
  @page {{ size: A4 landscape; margin: {top}mm {right}mm {bottom}mm {left}mm }}
  body {{ margin: 0; padding: 0; max-width: none; line-height: 1.15 }}
  th, td {{ padding: .1em .25em }}
  thead {{ display: table-header-group }}
  tr {{ break-inside: {inside} }}
  th.section {{ break-after: avoid }}
  a {{ color: inherit; text-decoration: none }}
}}
"""


def style_of(page: Page, font: Font, *, rows_break: bool) -> str:
    """The stylesheet for a form's page and font."""
    return _STYLE.format(
        font=_css_string(font.name),
        title=f"{font.title_pt:g}",
        table=f"{font.table_pt:g}",
        tail=f"{font.tail_pt:g}",
        note=f"{min(font.tail_pt, _NOTE_PT):g}",
        top=f"{page.top_mm:g}",
        right=f"{page.right_mm:g}",
        bottom=f"{page.bottom_mm:g}",
        left=f"{page.left_mm:g}",
        inside="auto" if rows_break else "avoid",
    )


def _css_string(text: str) -> str:
    """A text in quotes; signs that mean something to CSS or to HTML are written by their numbers."""
    safe = (sign if sign.isalnum() or sign in " -" else f"\\{ord(sign):x} " for sign in text)
    return f'"{"".join(safe)}"'
