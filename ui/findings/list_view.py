"""The list of findings: a line each, the form of its severity before its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from courtcomms.model import Finding
from ui import theme
from ui.findings.model import HIDE, MEND, UNHIDE, Entry, FindingsModel, Part
from ui.line_list import FORM, PAD, Index, LineDelegate, LineList
from ui.register import mark_shapes
from ui.register.marks import WORDS


class FindingsList(LineList):
    """``entered`` carries the finding, ``acted`` its entry."""

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        self._findings = model
        super().__init__(model, Part.ACTION, Part.MESSAGE, parent)
        self.setItemDelegate(_LineDelegate(Part.SEVERITY, Part.ACTION, self))
        self.setAccessibleName("Перелік зауважень")
        self._set_widths()

    def _set_widths(self) -> None:
        width = self.fontMetrics().horizontalAdvance
        room = 4 * PAD
        severity = max(width(words[0].capitalize()) for words in WORDS.values())
        self.setColumnWidth(Part.SEVERITY, severity + FORM + room)
        self.setColumnWidth(Part.NUMBER, width("0000") + room)
        self.setColumnWidth(Part.COLUMN, width("Посилання на сайт суду") + room)
        self.setColumnWidth(Part.ACTION, max(width(word) for word in (MEND, HIDE, UNHIDE)) + room)

    def subject(self, row: int) -> Finding | None:
        entry = self._findings.entry(row)
        return entry.finding if entry is not None else None

    def deed(self, row: int) -> Entry | None:
        return self._findings.entry(row)


class _LineDelegate(LineDelegate):
    """Draws the form of the severity; what is hidden stands back."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == Part.NUMBER:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        entry = _entry(index)
        if entry is not None and entry.hidden:
            option.font.setStyle(QFont.Style.StyleItalic)
            option.palette.setColor(QPalette.ColorRole.Text, option.palette.color(theme.QUIET))

    def draw_form(self, painter: QPainter, spot: QRectF, index: Index, palette: QPalette) -> None:
        entry = _entry(index)
        if entry is not None:
            mark_shapes.draw_severity(painter, spot, entry.finding.severity, palette)


def _entry(index: Index) -> Entry | None:
    model = index.model()
    return model.entry(index.row()) if isinstance(model, FindingsModel) else None
