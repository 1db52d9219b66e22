"""Cuts a report into sheets by the rules of the form.

The heading stands on every sheet of the table. A row goes to the next sheet whole, unless it is taller than
a sheet or the form lets rows break. The last row goes with the signature, a section with the row after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from courtcomms.progress import SILENT, Progress
from ui.pages.block import Block
from ui.pages.measures import AFTER_TITLES, BEFORE_DATE, BEFORE_SIGNATURE, BORDER
from ui.pages.plan import Kind, Placed, SheetPlan
from ui.pages.typesetter import Typesetter, height_of, row_height

#: A heading that takes more of the sheet than this is not repeated: it would leave no room for rows.
_MOST_HEADING = 0.6
#: Lines under the table that take more of a sheet than this do not wait for the last row.
_MOST_TAIL = 0.8
#: What floating point may be wrong by.
_HAIR = 1e-3


class Paginator:
    """Lays pieces one under another; a sheet that is full is handed out before the next one begins."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter
        self._top, self._height = setter.room.top, setter.room.height
        self._y = 0.0
        self._number = 1
        self._placed: list[Placed] = []
        self._full: list[SheetPlan] = []
        self._headed = False
        heading = row_height(setter.heading)
        self._repeats = heading <= self._height * _MOST_HEADING
        self._heading = heading if self._repeats else 0.0
        self._tails = self._tail_heights()

    def sheets(self, progress: Progress = SILENT) -> Iterator[SheetPlan]:
        """All sheets in order; at least one.

        Raises:
            Cancelled: they are no longer wanted.
        """
        total = len(self._setter.snapshot.rows)
        self._begin()
        for place in range(total):
            progress.tell(place, total)
            self._row(place, last=place == total - 1)
            if self._full:
                yield from self._full
                self._full.clear()
        self._end()
        self._turn()
        yield from self._full

    # What stands over the table.

    def _begin(self) -> None:
        for index, line in enumerate(self._setter.letterhead):
            self._flow(Kind.LETTERHEAD, index, line.height)
        for index, title in enumerate(self._setter.titles):
            self._flow(Kind.TITLE, index, title.height)
        if self._setter.titles:
            self._y += AFTER_TITLES
        if not self._repeats:
            self._pour(Kind.HEADING, 0, self._setter.heading)

    def _flow(self, kind: Kind, index: int, height: float) -> None:
        """A line that is never cut."""
        if self._y + height > self._height + _HAIR and self._placed:
            self._turn()
        self._put(kind, index, height)

    # The table.

    def _row(self, place: int, *, last: bool) -> None:
        cells = self._setter.row(place)
        height = row_height(cells)
        sections = self._sections(place)
        above = sum([self._section_height(index) for index in sections])
        fresh = self._height - self._heading + _HAIR
        tail = self._tail_with(fresh - above - height) if last else 0.0
        whole = above + height + tail <= fresh
        breaks = not whole or self._setter.snapshot.form.rows_break
        need = above + (_first_lines(cells) if breaks else height + tail)
        if not self._has_room(need):
            self._turn()
        self._head()
        for index in sections:
            self._put(Kind.SECTION, index, self._section_height(index))
        if self._has_room(height + tail):
            self._put(Kind.ROW, place, height)
        else:
            self._pour(Kind.ROW, place, cells, tail)

    def _sections(self, place: int) -> list[int]:
        return [index for index, row in enumerate(self._setter.snapshot.sections) if row.place == place]

    def _section_height(self, index: int) -> float:
        return row_height([self._setter.section(index)])

    def _has_room(self, height: float) -> bool:
        head = 0.0 if self._headed else self._heading
        return self._y + head + height <= self._height + _HAIR

    def _head(self) -> None:
        if not self._headed and self._repeats:
            self._put(Kind.HEADING, 0, self._heading)
        self._headed = True

    def _pour(self, kind: Kind, index: int, cells: Sequence[Block], tail: float = 0.0) -> None:
        """A row that is cut: on each sheet as many lines of each cell as go there, the tail with the last."""
        starts = tuple(0 for _ in cells)
        while True:
            left = max(cell.height - cell.tops[start] for cell, start in zip(cells, starts, strict=True))
            room = self._height - self._y - BORDER
            if left + tail <= room + _HAIR:
                break
            # Where all lines would go but not the tail, some are kept back to go with it.
            stops = _stops(cells, starts, min(room, left - 2 * _HAIR))
            if stops == starts:
                if self._fresh:
                    stops = _stops_forced(cells, starts)
                else:
                    self._turn_table(kind)
                    continue
            if all(stop == cell.count for stop, cell in zip(stops, cells, strict=True)):
                break
            self._put_part(kind, index, cells, starts, stops)
            self._turn_table(kind)
            starts = stops
        ends = tuple(cell.count for cell in cells)
        self._put_part(kind, index, cells, starts, ends)

    @property
    def _fresh(self) -> bool:
        """Whether there is nothing on the sheet but the heading."""
        return all(placed.kind is Kind.HEADING for placed in self._placed)

    def _turn_table(self, kind: Kind) -> None:
        self._turn()
        if kind is Kind.ROW:
            self._head()

    def _put_part(
        self, kind: Kind, index: int, cells: Sequence[Block], starts: tuple[int, ...], stops: tuple[int, ...]
    ) -> None:
        height = BORDER + max(
            cell.tops[stop] - cell.tops[start] for cell, start, stop in zip(cells, starts, stops, strict=True)
        )
        self._put(kind, index, height, starts, stops)

    # What stands under the table.

    def _tail_heights(self) -> tuple[float, ...]:
        """What goes with the last row: all that stands under the table, else signature and date alone."""
        setter = self._setter
        signed = 0.0
        if setter.signature:
            signed += BEFORE_SIGNATURE + height_of(setter.signature)
        if setter.date:
            signed += BEFORE_DATE + height_of(setter.date)
        most = (self._height - self._heading) * _MOST_TAIL
        return tuple(tail for tail in (signed + _foot_height(setter.executor), signed) if tail <= most)

    def _tail_with(self, room: float) -> float:
        """The most for which a sheet with the last row has room; else what it cannot be without."""
        fitting = [tail for tail in self._tails if tail <= room]
        return max(fitting) if fitting else min(self._tails, default=0.0)

    def _end(self) -> None:
        for index in self._sections_after():
            self._flow(Kind.SECTION, index, self._section_height(index))
        self._headed = False
        self._under(Kind.SIGNATURE, self._setter.signature, BEFORE_SIGNATURE)
        self._under(Kind.DATE, self._setter.date, BEFORE_DATE)
        self._foot()

    def _sections_after(self) -> list[int]:
        total = len(self._setter.snapshot.rows)
        return [index for index, row in enumerate(self._setter.snapshot.sections) if row.place >= total]

    def _under(self, kind: Kind, lines: Sequence[Block], before: float) -> None:
        if lines:
            self._y += before
        for index, line in enumerate(lines):
            self._flow(kind, index, line.height)

    def _foot(self) -> None:
        """The executor's lines end at the lower margin of the last sheet, a blank line under the rest."""
        lines = self._setter.executor
        if not lines:
            return
        if self._y + _foot_height(lines) > self._height + _HAIR:
            self._turn()
        self._y = max(self._height - height_of(lines), self._y)
        for index, line in enumerate(lines):
            self._flow(Kind.EXECUTOR, index, line.height)

    # The sheet.

    def _put(
        self, kind: Kind, index: int, height: float, starts: tuple[int, ...] = (), stops: tuple[int, ...] = ()
    ) -> None:
        self._placed.append(Placed(kind, index, self._top + self._y, height, starts, stops))
        self._y += height

    def _turn(self) -> None:
        """Begin a new sheet, if there is anything on this one."""
        if self._placed or self._number == 1:
            self._full.append(SheetPlan(self._number, tuple(self._placed)))
            self._number += 1
        self._placed = []
        self._y = 0.0
        self._headed = False


def _foot_height(lines: Sequence[Block]) -> float:
    """The executor's lines and a blank one over them."""
    return height_of(lines) + lines[0].height if lines else 0.0


def _first_lines(cells: Sequence[Block]) -> float:
    """The height of a row's first lines, two where there are two: one alone looks torn off."""
    return BORDER + max(cell.tops[min(2, cell.count)] for cell in cells)


def _stops(cells: Sequence[Block], starts: tuple[int, ...], room: float) -> tuple[int, ...]:
    """Up to which lines the cells fit; nothing where a cell that goes on would have no line at all."""
    stops = tuple(cell.lines_within(start, room) for cell, start in zip(cells, starts, strict=True))
    stuck = any(
        stop == start and stop < cell.count for cell, start, stop in zip(cells, starts, stops, strict=True)
    )
    return starts if stuck else stops


def _stops_forced(cells: Sequence[Block], starts: tuple[int, ...]) -> tuple[int, ...]:
    """One line further each: a line that is taller than a sheet still goes on it."""
    return tuple(min(start + 1, cell.count) for cell, start in zip(cells, starts, strict=True))
