"""The looks of the cells in Excel, as named styles that a person can find and change there."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.workbook import Workbook

from courtcomms.reports import form
from courtcomms.reports.form import Align

LINK_COLOUR = "000000FF"
#: Cells formatted as text show ##### beyond this many characters in Excel up to 2010.
_TEXT_FORMAT_LIMIT = 255
_TEXT, _GENERAL = "@", "General"


class Styles:
    """Named styles of one workbook, each made and registered on its first use."""

    def __init__(self, workbook: Workbook, font: form.Font) -> None:
        self._workbook = workbook
        self._font = font
        self._made: dict[str, NamedStyle] = {}
        line = Side(style="thin")
        self._grid = Border(left=line, right=line, top=line, bottom=line)

    def title(self, align: Align, bold: bool) -> NamedStyle:
        """A line over the table."""
        name = f"Назва {align.value}{' bold' if bold else ''}"
        return self._style(name, Font(self._font.name, self._font.title_pt, bold=bold), align, "center")

    def heading(self) -> NamedStyle:
        """A heading of the table."""
        font = Font(self._font.name, self._font.table_pt, bold=True)
        return self._style("Заголовок графи", font, Align.CENTER, "center", grid=True)

    def number(self, align: Align) -> NamedStyle:
        """A cell of the table that holds a number."""
        return self._cell(f"Число {align.value}", align, _GENERAL)

    def text(self, align: Align, length: int) -> NamedStyle:
        """A cell of the table; a short one stays text even when somebody edits it in Excel."""
        short = length <= _TEXT_FORMAT_LIMIT
        return self._cell(
            f"Текст {align.value}{'' if short else ' long'}", align, _TEXT if short else _GENERAL
        )

    def link(self, align: Align) -> NamedStyle:
        """A cell of the table that leads to an address."""
        font = Font(self._font.name, self._font.table_pt, color=LINK_COLOUR, underline="single")
        return self._style(f"Посилання {align.value}", font, align, "top", grid=True)

    def under(self, align: Align) -> NamedStyle:
        """A line under the table; it may run over its neighbours."""
        font = Font(self._font.name, self._font.title_pt)
        return self._style(f"Підпис {align.value}", font, align, "top", wrap=False, number_format=_TEXT)

    def _cell(self, name: str, align: Align, number_format: str) -> NamedStyle:
        font = Font(self._font.name, self._font.table_pt)
        return self._style(name, font, align, "top", grid=True, number_format=number_format)

    def _style(
        self,
        name: str,
        font: Font,
        align: Align,
        vertical: str,
        *,
        grid: bool = False,
        wrap: bool = True,
        number_format: str = _GENERAL,
    ) -> NamedStyle:
        made = self._made.get(name)
        if made is None:
            alignment = Alignment(horizontal=align.value, vertical=vertical, wrap_text=wrap)
            border = self._grid if grid else Border()
            made = NamedStyle(name, font, border=border, alignment=alignment, number_format=number_format)
            self._workbook.add_named_style(made)
            self._made[name] = made
        return made
