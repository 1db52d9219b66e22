"""Icons are drawn when they are shown, in the size and colour asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from courtcomms.paths import resources_dir
from ui import icons, theme

NAMES = sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg"))


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.follow_scheme()


def strongest(pixmap: QPixmap) -> int:
    """The greatest opacity of a picture, 0 where nothing is drawn."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return max(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def inked(pixmap: QPixmap) -> set[str]:
    """The colours of a picture where it is opaque."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, name: str) -> None:
    if name == "courtcomms":
        assert strongest(icons.app_icon().pixmap(48, 48)) == 255
    else:
        wanted = qapp.palette().color(QPalette.ColorRole.WindowText).name()
        assert wanted in inked(icons.icon(name).pixmap(32, 32))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [16, 18, 20, 32])
def test_sharp_in_every_size_and_on_every_screen(qapp: QApplication, size: int, scale: float) -> None:
    pixmap = icons.icon("add").pixmap(QSize(size, size), scale)
    assert pixmap.size() == QSize(round(size * scale), round(size * scale))
    assert pixmap.devicePixelRatio() == scale


def test_a_disabled_one_is_fainter(qapp: QApplication) -> None:
    picture = icons.icon("add")
    faint = picture.pixmap(QSize(32, 32), QIcon.Mode.Disabled)
    assert 0 < strongest(faint) < strongest(picture.pixmap(32, 32))


def test_the_same_icon_follows_the_palette(light_again: QApplication) -> None:
    picture = icons.icon("search")
    seen = set()
    for dark in (False, True, False):
        theme.wear(light_again, dark=dark)
        colour = light_again.palette().color(QPalette.ColorRole.WindowText).name()
        assert colour in inked(picture.pixmap(32, 32))
        seen.add(colour)
    assert len(seen) == 2


def test_nothing_is_drawn_before_it_is_shown(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(icons, "_renderer", lambda name, _colour: drawn.append(name))
    made = [icons.icon(name) for name in NAMES]
    assert not any(picture.isNull() for picture in made)
    assert drawn == []


def test_a_copied_icon_may_be_changed(qapp: QApplication) -> None:
    """Qt then asks the engine for a twin, of which Python must not let go."""
    for _ in range(200):
        copy = QIcon(icons.icon("undo"))
        other = QIcon(copy)
        other.addPixmap(QPixmap(5, 5))
        other.pixmap(20, 20)
        del copy
        assert strongest(other.pixmap(20, 20)) > 0


def test_the_mark_has_the_sizes_that_a_taskbar_asks_for(qapp: QApplication) -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes
