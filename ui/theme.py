"""One calm look, light and dark: a palette, three sizes of text, a grid of 8 px.

Widgets name palette roles only; this is the one file with colours in it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

#: The grid, in device-independent pixels.
GRID = 8

_SMALLEST_POINTS = 10.0
_LARGER, _SMALLER = 3.0, -1.0
_PROPORTIONAL = ["Noto Sans", "DejaVu Sans", "Liberation Sans"]

Role = QPalette.ColorRole
#: What the program says beside the user's text, and what it says as a doubt.
QUIET, DOUBT = Role.PlaceholderText, Role.BrightText

_LIGHT = {
    Role.Window: "#f4f5f7", Role.WindowText: "#1c222b", Role.Base: "#ffffff", Role.AlternateBase: "#f0f2f5",
    Role.Text: "#1c222b", Role.PlaceholderText: "#5a6472", Role.Button: "#fbfbfc", Role.ButtonText: "#1c222b",
    Role.BrightText: "#8a3b12", Role.Highlight: "#cfdff0", Role.HighlightedText: "#14202e",
    Role.Accent: "#2b5f93", Role.Link: "#1f5fa8", Role.LinkVisited: "#5c4b8a", Role.ToolTipBase: "#ffffff",
    Role.ToolTipText: "#1c222b", Role.Light: "#ffffff", Role.Midlight: "#e3e6ea", Role.Mid: "#c3c9d1",
    Role.Dark: "#98a1ad", Role.Shadow: "#6b7480",
}  # fmt: skip
_DARK = {
    Role.Window: "#1f2329", Role.WindowText: "#e4e7eb", Role.Base: "#262b32", Role.AlternateBase: "#2c3239",
    Role.Text: "#e4e7eb", Role.PlaceholderText: "#a2acb8", Role.Button: "#2e343c", Role.ButtonText: "#e4e7eb",
    Role.BrightText: "#f0b088", Role.Highlight: "#34506c", Role.HighlightedText: "#ffffff",
    Role.Accent: "#7fb2e5", Role.Link: "#8ab9ea", Role.LinkVisited: "#b7a5e0", Role.ToolTipBase: "#2e343c",
    Role.ToolTipText: "#e4e7eb", Role.Light: "#454d58", Role.Midlight: "#39414a", Role.Mid: "#4a535e",
    Role.Dark: "#15181c", Role.Shadow: "#0c0e11",
}  # fmt: skip
_FAINT = (Role.WindowText, Role.Text, Role.ButtonText)


def dress(app: QApplication) -> None:
    """Give the program its style, text size and palette, and follow the system's light and dark."""
    app.setStyle("Fusion")
    font = proportional(app.font())
    font.setPointSizeF(max(font.pointSizeF(), _SMALLEST_POINTS))
    app.setFont(font)
    follow_scheme()
    app.styleHints().colorSchemeChanged.connect(follow_scheme)


def proportional(font: QFont) -> QFont:
    """The font itself, or a proportional face where the system hands out a monospaced one.

    A bare Linux with only the Liberation fonts does that; such a text is a third wider and harder to read.
    """
    if QFontInfo(font).fixedPitch():
        font = QFont(font)
        font.setFamilies(_PROPORTIONAL)
    return font


def follow_scheme() -> None:
    """The palette for the system's present scheme; a high-contrast system keeps its own colours."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        app.setPalette(app.style().standardPalette())
        return
    wear(app, dark=hints.colorScheme() == Qt.ColorScheme.Dark)


def wear(app: QApplication, *, dark: bool) -> None:
    """Put on the light or the dark palette, whatever the system says."""
    app.setPalette(_palette(_DARK if dark else _LIGHT))


def _palette(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    faint = QColor(colours[Role.PlaceholderText])
    faint.setAlphaF(0.6)
    for role in _FAINT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(colours[Role.Mid]))
    return palette


def quiet(widget: QWidget) -> None:
    """Small and in the quieter colour: for what the program says beside the user's own text."""
    widget.setForegroundRole(QUIET)
    _resize(widget, _SMALLER)


def headline(widget: QWidget) -> None:
    """The largest of the three sizes."""
    _resize(widget, _LARGER)
    strong(widget)


def strong(widget: QWidget) -> None:
    """Half-bold."""
    font = widget.font()
    font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)


def changed(*, gone: bool) -> QTextCharFormat:
    """Words of a change: what is gone is struck out, what has come is underlined, both half-bold."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontStrikeOut(gone)
    look.setFontUnderline(not gone)
    return look


def _resize(widget: QWidget, points: float) -> None:
    font = widget.font()
    font.setPointSizeF(QApplication.font().pointSizeF() + points)
    widget.setFont(font)


def small_font() -> QFont:
    """The smallest of the three sizes, for delegates."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() + _SMALLER)
    return font
