"""The tab that is shown stands out on light and on dark ground."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.marked_tabs import MarkedTabs


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.wear(qapp, dark=False)


@pytest.mark.parametrize("dark", [False, True])
def test_only_the_current_tab_has_the_line(app: QApplication, dark: bool) -> None:
    theme.wear(app, dark=dark)
    tabs = MarkedTabs()
    for title in ("Таблиця", "Аркуші"):
        tabs.addTab(title)
    tabs.setCurrentIndex(1)
    tabs.resize(tabs.sizeHint())
    picture = tabs.grab().toImage()
    accent = tabs.palette().color(theme.Role.Accent)

    def foot(tab: int) -> QColor:
        place = tabs.tabRect(tab)
        return picture.pixelColor(place.center().x(), place.bottom())

    assert foot(1) == accent
    assert foot(0) != accent


def test_no_tabs_at_all_are_painted_too(app: QApplication) -> None:
    tabs = MarkedTabs()
    tabs.resize(100, 30)
    assert tabs.grab().width() == 100
