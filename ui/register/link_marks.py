"""The marks of links in the table: where each stands in its cell, and what is said of it.

A cell is read once, between two paints; what the register knows of its addresses comes a moment later.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.model import Anchor, Cells, Column, Event, Finding, LinkGroup, Severity
from ui.columns import LINKED
from ui.jobs import Jobs, Lane
from ui.utf16 import units_of

if TYPE_CHECKING:
    from ui.links.looks import LinkLook
    from ui.links.reading import ReadLink
    from ui.links.statuses import LinkStatuses

#: Cells kept as read: some screens of rows. Those read first make room.
KEPT = 2000
#: Cells are read once no new ones have come into sight for so many milliseconds, and for so many seconds at
#: once: who scrolls on does not wait for them.
_SOON, _SLICE = 60, 0.006
#: So many cells wait to be read, the newest; those scrolled past are read when they are back in sight.
_WAITING = 120
#: Of so many links a tip speaks; it would fill the screen.
_MOST_TOLD = 12

#: The codes of the rules of links begin so.
_OF_LINKS = "link_"
_GRAVITY = tuple(LinkGroup)

_Key = tuple[Column, str, tuple[Anchor, ...]]


class LinkStroke(NamedTuple):
    """The stretch of a cell's text that a mark underlines, in UTF-16 units as layouts count."""

    start: int
    end: int
    group: LinkGroup


@dataclass(frozen=True, slots=True)
class _Cell:
    links: tuple[ReadLink, ...]
    urls: frozenset[str]
    strokes: tuple[LinkStroke, ...]


class LinkMarks(QObject):
    """Marks the links of cells by what ``statuses`` knows; ``changed`` when some look otherwise."""

    changed = Signal()

    def __init__(self, statuses: LinkStatuses, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._statuses, self._jobs = statuses, jobs
        self._loading = self._ready = False
        self._cells: OrderedDict[_Key, _Cell] = OrderedDict()
        self._unread: dict[_Key, Cells] = {}
        self._marked = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read_on)
        statuses.changed.connect(self._follow)
        statuses.judged.connect(self._judge_anew)

    def strokes(self, event: Event, column: Column) -> tuple[LinkStroke, ...]:
        """What is to be drawn under a cell's links; nothing where it has not been read yet, which follows.

        Asked at each paint: it answers from memory alone.
        """
        text = event.cells[column]
        if len(text) < 4:
            return ()
        key = (column, text, event.cells.anchors)
        cell = self._cells.get(key)
        if cell is not None:
            return cell.strokes
        if key not in self._unread:
            self._unread[key] = event.cells
            if len(self._unread) > _WAITING:
                del self._unread[next(iter(self._unread))]
            self._soon.start(_SOON)
        return ()

    def remarked(
        self, strokes: tuple[LinkStroke, ...], found: Sequence[Finding], text: str
    ) -> tuple[LinkStroke, ...]:
        """The strokes of a cell with what only its row or report tells of its links: one that stands there
        twice, one that leads to another court's site."""
        told = {(stroke.start, stroke.end): stroke.group for stroke in strokes}
        for finding in found:
            group = _group_of(finding)
            if group is not None and finding.end <= len(text):
                place = (_units(text, finding.start), _units(text, finding.end))
                told[place] = min(told.get(place, group), group, key=_GRAVITY.index)
        return tuple(LinkStroke(start, end, group) for (start, end), group in told.items())

    def words(self, event: Event, column: Column) -> tuple[str, ...]:
        """«посилання 2 з 3: сторінки немає (404)», a sentence for each link of a cell that bears a mark."""
        if column not in LINKED or not self._ready:
            return ()
        links = self._cell(event.cells, column).links
        looks = [link.look(self._statuses) for link in links]
        told = [(at, look) for at, look in enumerate(looks, 1) if look.group != LinkGroup.UNCHECKED]
        said = [_said(at, len(links), look) for at, look in told[:_MOST_TOLD]]
        return (*said, f"і ще {len(told) - _MOST_TOLD}") if len(told) > _MOST_TOLD else tuple(said)

    @property
    def kept(self) -> int:
        """How many cells are kept as read."""
        return len(self._cells)

    def _cell(self, cells: Cells, column: Column) -> _Cell:
        key = (column, cells[column], cells.anchors)
        return self._cells.get(key) or self._read(key, cells)

    def _read_on(self) -> None:
        """Read cells for a moment, what is left in the next one; they are drawn anew when all are read."""
        if not self._ready:
            self._load()
            return
        end = perf_counter() + _SLICE
        while self._unread and perf_counter() < end:
            key, cells = self._unread.popitem()
            self._marked = bool(self._read(key, cells).strokes) or self._marked
        if self._unread:
            self._soon.start(0)
        elif self._marked:
            self._marked = False
            self.changed.emit()

    def _load(self) -> None:
        """Fetch what reads and judges links, off this thread."""
        if not self._loading:
            self._loading = True
            self._jobs.start(Lane.DOCUMENTS, _load_rules, done=self._begin)

    def _begin(self, _loaded: object) -> None:
        self._ready = True
        self._soon.start(0)

    def _judge_anew(self) -> None:
        """Settings or sites have changed: what was read may be judged otherwise."""
        self._cells.clear()
        self.changed.emit()

    def _read(self, key: _Key, cells: Cells) -> _Cell:
        from ui.links.reading import read_cell

        links = read_cell(cells, key[0], self._statuses.grounds)
        urls = frozenset(link.url for link in links if link.url)
        cell = self._cells[key] = _Cell(links, urls, self._strokes(key[1], links))
        if len(self._cells) > KEPT:
            self._cells.popitem(last=False)
        return cell

    def _strokes(self, text: str, links: tuple[ReadLink, ...]) -> tuple[LinkStroke, ...]:
        looks = [(link.link, link.look(self._statuses).group) for link in links]
        return tuple(
            LinkStroke(_units(text, link.start), _units(text, link.end), group)
            for link, group in looks
            if group != LinkGroup.UNCHECKED
        )

    def _follow(self, urls: frozenset[str]) -> None:
        """Something else is known of these addresses."""
        marked = False
        for key, cell in self._cells.items():
            if not cell.urls.isdisjoint(urls):
                strokes = self._strokes(key[1], cell.links)
                marked = marked or strokes != cell.strokes
                self._cells[key] = _Cell(cell.links, cell.urls, strokes)
        if marked:
            self.changed.emit()


def _load_rules() -> None:
    from ui.links.reading import load_rules

    load_rules()


def _said(at: int, number: int, look: LinkLook) -> str:
    return f"посилання {at} з {number}: {look.word}" if number > 1 else f"посилання: {look.word}"


def _group_of(finding: Finding) -> LinkGroup | None:
    """Under which group a finding puts its link, as :func:`linkcheck.groups.group_of` has it."""
    if not finding.code.startswith(_OF_LINKS):
        return None
    if finding.severity is Severity.ERROR:
        return LinkGroup.WRONG
    return LinkGroup.LOOK if finding.severity is Severity.WARN else None


def _units(text: str, at: int) -> int:
    return at if text.isascii() else units_of(text[:at])
