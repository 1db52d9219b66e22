"""One sheet of a report: what a plan says, set and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.pages.block import Block
from ui.pages.measures import BORDER, CELL_MARGIN
from ui.pages.plan import TABLE, Kind, Placed, SheetPlan
from ui.pages.typesetter import Typesetter

#: A text with its left and upper edge and its lines on the sheet, from and to.
Piece = tuple[Block, float, float, int, int]

_BLACK = QColor(Qt.GlobalColor.black)
#: The line of the page number lies in the middle of the top margin.
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a line of a link is seen on its sheet, in units, and where it leads."""

    area: QRectF
    target: str


class Sheet:
    """Draws a plan with a typesetter; units from the sheet's upper left corner."""

    def __init__(self, plan: SheetPlan, setter: Typesetter) -> None:
        self.plan = plan
        self._setter = setter
        self._room = setter.room

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return tuple(self._blocks())

    def draw(self, painter: QPainter) -> None:
        """Draw the sheet; the painter's unit is a quarter of a point."""
        painter.setPen(_BLACK)
        for block, left, top, start, stop in self._pieces:
            block.draw(painter, left, top, start, stop)
        for placed in self.plan.placed:
            if placed.kind is Kind.LETTERHEAD:
                self._setter.letterhead[placed.index].draw(painter, self._room.left, placed.top)
        # Lines of a screen's own width are sharp only without smoothing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(_BLACK, BORDER, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawLines(self._borders())

    def links(self) -> tuple[LinkArea, ...]:
        """Every line of every link on the sheet."""
        return tuple(
            LinkArea(area, target)
            for block, left, top, start, stop in self._pieces
            for area, target in block.links(left, top, start, stop)
        )

    def texts(self) -> tuple[tuple[QRectF, str], ...]:
        """What is written on the sheet and where, piece by piece."""
        return tuple(
            (
                QRectF(left, top, block.width, block.tops[stop] - block.tops[start]),
                block.shown(start, stop),
            )
            for block, left, top, start, stop in self._pieces
        )

    def row_at(self, y: float) -> int | None:
        """The row that stands at a height, from 0."""
        for placed in self.plan.placed:
            if placed.kind is Kind.ROW and placed.top <= y < placed.bottom:
                return placed.index
        return None

    def _blocks(self) -> Iterator[Piece]:
        """Each text with its left and upper edge and its lines on this sheet."""
        if self.plan.number > 1 and self._setter.snapshot.form.page.page_numbers:
            number = self._setter.page_number(self.plan.number)
            top = max(self._room.top * _MIDDLE - number.height / 2, 0.0)
            yield number, self._room.left, top, 0, number.count
        for placed in self.plan.placed:
            yield from self._blocks_of(placed)

    def _blocks_of(self, placed: Placed) -> Iterator[Piece]:
        if placed.kind in (Kind.HEADING, Kind.ROW):
            yield from self._cells(placed)
            return
        if placed.kind is Kind.SECTION:
            section = self._setter.section(placed.index)
            yield section, self._room.left + CELL_MARGIN, placed.top + BORDER, 0, section.count
            return
        block = self._line(placed)
        if block is not None:
            yield block, self._room.left, placed.top, 0, block.count

    def _cells(self, placed: Placed) -> Iterator[Piece]:
        heading = placed.kind is Kind.HEADING
        cells = self._setter.heading if heading else self._setter.row(placed.index)
        starts = placed.starts or (0,) * len(cells)
        stops = placed.stops or tuple(cell.count for cell in cells)
        for cell, left, start, stop in zip(cells, self._room.edges, starts, stops, strict=False):
            if start < stop:
                middle = (placed.height - cell.height) / 2 if heading and not placed.starts else BORDER
                yield cell, left + CELL_MARGIN, placed.top + middle, start, stop

    def _line(self, placed: Placed) -> Block | None:
        setter = self._setter
        if placed.kind is Kind.LETTERHEAD:
            line = setter.letterhead[placed.index]
            return line if isinstance(line, Block) else None
        lines = {
            Kind.TITLE: setter.titles,
            Kind.SIGNATURE: setter.signature,
            Kind.DATE: setter.date,
            Kind.EXECUTOR: setter.executor,
        }
        return lines[placed.kind][placed.index]

    def _borders(self) -> list[QLineF]:
        """Around and between the cells."""
        edges = self._room.edges
        lines: list[QLineF] = []
        for placed in self.plan.placed:
            if placed.kind not in TABLE:
                continue
            upright = (edges[0], edges[-1]) if placed.kind is Kind.SECTION else edges
            lines += [QLineF(x, placed.top, x, placed.bottom) for x in upright]
            lines += [QLineF(edges[0], y, edges[-1], y) for y in (placed.top, placed.bottom)]
        return lines
