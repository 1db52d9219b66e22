"""A report laid on sheets, ready to be drawn on any device."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from courtcomms.progress import SILENT, Progress
from courtcomms.reports.snapshot import ReportSnapshot
from ui.pages.paginator import Paginator
from ui.pages.plan import Kind, SheetPlan
from ui.pages.sheet import Sheet
from ui.pages.typesetter import Typesetter


class PagedReport:
    """Sheets of a report; only where the pieces stand is kept, their letters are set when a sheet is drawn.

    Made in a worker, then used in one thread.
    """

    def __init__(self, setter: Typesetter, plans: tuple[SheetPlan, ...]) -> None:
        self.snapshot = setter.snapshot
        self.plans = plans
        self._setter = setter

    @property
    def page_count(self) -> int:
        """How many sheets there are, at least 1."""
        return len(self.plans)

    def sheet(self, page: int) -> Sheet:
        """A sheet; ``page`` counts from 0."""
        return Sheet(self.plans[page], self._setter)

    def paint(self, page: int, painter: QPainter) -> None:
        """Draw a sheet, from 0; the painter's unit is a quarter of a point, its origin the sheet's corner."""
        self.sheet(page).draw(painter)

    def place_of(self, row: int) -> tuple[int, float]:
        """The sheet on which a row begins, from 0, and its upper edge there; the first if there is none."""
        for page, plan in enumerate(self.plans):
            for placed in plan.placed:
                if placed.kind is Kind.ROW and placed.index == row:
                    return page, placed.top
        return 0, 0.0


def lay_out(snapshot: ReportSnapshot, progress: Progress = SILENT) -> PagedReport:
    """Lay a report on sheets.

    Raises:
        Cancelled: it is no longer wanted.
    """
    setter = Typesetter(snapshot)
    return PagedReport(setter, tuple(Paginator(setter).sheets(progress)))
