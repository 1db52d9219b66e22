"""The looks of the cells in Excel, as named styles that a person can find and change there."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Color, Font, NamedStyle, Side
from openpyxl.workbook import Workbook

from courtcomms.reports import form
from courtcomms.reports.form import Align

_LINK_COLOUR = "000000FF"
#: Cells formatted as text show ##### beyond this many characters in Excel up to 2010.
_TEXT_FORMAT_LIMIT = 255
_AS_TEXT = "@"
_NO_BORDER = Border()


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
        return self._made.get(name) or self._make(name, self._large(bold=bold), align, "center")

    def heading(self) -> NamedStyle:
        """A heading of the table."""
        name = "Заголовок графи"
        return self._made.get(name) or self._make(
            name, self._small(bold=True), Align.CENTER, "center", self._grid
        )

    def number(self, align: Align) -> NamedStyle:
        """A cell of the table that holds a number."""
        name = f"Число {align.value}"
        return self._made.get(name) or self._make(name, self._small(), align, "top", self._grid)

    def text(self, align: Align, length: int) -> NamedStyle:
        """A cell of the table; a short one stays text even when somebody edits it in Excel."""
        if length > _TEXT_FORMAT_LIMIT:
            name = f"Довгий текст {align.value}"
            return self._made.get(name) or self._make(name, self._small(), align, "top", self._grid)
        name = f"Текст {align.value}"
        return self._made.get(name) or self._make(name, self._small(), align, "top", self._grid, _AS_TEXT)

    def link(self, align: Align) -> NamedStyle:
        """A cell of the table that leads to an address."""
        name = f"Посилання {align.value}"
        return self._made.get(name) or self._make(name, self._small(link=True), align, "top", self._grid)

    def under(self, align: Align) -> NamedStyle:
        """A line under the table; it may run over its neighbours."""
        name = f"Підпис {align.value}"
        return self._made.get(name) or self._make(
            name, Font(self._font.name, self._font.tail_pt), align, "top", wrap=False
        )

    def _large(self, *, bold: bool = False) -> Font:
        return Font(self._font.name, self._font.title_pt, bold=bold)

    def _small(self, *, bold: bool = False, link: bool = False) -> Font:
        font = Font(self._font.name, self._font.table_pt, bold=bold)
        if link:
            font.color, font.underline = Color(rgb=_LINK_COLOUR), "single"
        return font

    def _make(
        self,
        name: str,
        font: Font,
        align: Align,
        vertical: str,
        border: Border = _NO_BORDER,
        number_format: str = "General",
        *,
        wrap: bool = True,
    ) -> NamedStyle:
        alignment = Alignment(horizontal=align.value, vertical=vertical, wrap_text=wrap)
        made = NamedStyle(name, font, border=border, alignment=alignment, number_format=number_format)
        self._workbook.add_named_style(made)
        self._made[name] = made
        return made
