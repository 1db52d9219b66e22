"""How large sheets are shown: a share of their size on paper, or as the room allows."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize

from ui.pages.measures import PER_INCH, SHEET


class Fit(Enum):
    """Sizes that follow the room."""

    WIDTH = "За шириною"
    PAGE = "Аркуш цілком"


Zoom = Fit | float

STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
#: Blank room around sheets and between them, in device-independent pixels.
GAP = 12


def scale_of(zoom: Zoom, room: QSize, dots_per_inch: float) -> float:
    """Pixels a unit: for a fit, what goes into ``room`` with a gap around, within the least and most step."""
    usual = dots_per_inch / PER_INCH
    if not isinstance(zoom, Fit):
        return zoom * usual
    scale = (room.width() - 2 * GAP) / SHEET.width()
    if zoom is Fit.PAGE:
        scale = min(scale, (room.height() - 2 * GAP) / SHEET.height())
    return min(max(scale, STEPS[0] * usual / 2), STEPS[-1] * usual)


def next_step(share: float, *, larger: bool) -> float:
    """The next step from what is shown now; the last one stays."""
    if larger:
        return next((step for step in STEPS if step > share + 0.005), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < share - 0.005), STEPS[0])


def words(zoom: Zoom) -> str:
    """«За шириною», «125 %»."""
    return zoom.value if isinstance(zoom, Fit) else f"{round(zoom * 100)} %"
