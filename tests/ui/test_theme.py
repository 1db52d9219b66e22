"""The look where the system gives little to look at."""

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from ui import theme


@pytest.fixture
def monospaced(qapp: QApplication) -> QFont:
    font = QFont("Liberation Mono", 11)
    font.setStyleHint(QFont.StyleHint.Monospace)
    if not QFontInfo(font).fixedPitch():
        pytest.skip("no monospaced font is installed here")
    return font


def test_monospaced_default_gives_way_to_a_proportional_face(monospaced: QFont) -> None:
    chosen = theme.proportional(monospaced)
    assert chosen.families() != monospaced.families()
    assert chosen.pointSize() == 11


def test_proportional_default_is_the_systems_own(qapp: QApplication) -> None:
    font = qapp.font()
    if QFontInfo(font).fixedPitch():
        pytest.skip("this system has no proportional default")
    assert theme.proportional(font) is font
