"""The report's type: the form's font, or one whose letters are as wide where it is not installed."""

from __future__ import annotations

from PySide6.QtGui import QFont

from ui.pages.measures import PER_POINT

#: Times New Roman and the fonts made to its widths.
_SUBSTITUTES = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "FreeSerif")
#: Joined letters («fi») would not be found by a search in the PDF.
_LIGATURES = QFont.Tag("liga")


def type_of(name: str, points: float, *, bold: bool = False) -> QFont:
    """A font in units, not in dots of a device, without the fitting to a screen's grid."""
    font = QFont([name, *(family for family in _SUBSTITUTES if family != name)])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(max(round(points * PER_POINT), 1))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Word kerns only where it is told to.
    font.setKerning(False)
    font.setFeature(_LIGATURES, 0)
    font.setBold(bold)
    return font
