"""The links as rows of a list: one an address, in the order of the report or of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from courtcomms.model import LinkGroup
from ui.columns import short
from ui.links import words

if TYPE_CHECKING:
    from courtcomms.services.link_values import LinkRepair, ReportLink

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_READ_OUT = int(Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()


class Part(IntEnum):
    """The columns of the list."""

    STATE = 0
    ADDRESS = 1
    WHERE = 2
    MESSAGE = 3
    SEEN = 4
    ACTION = 5


_HEADINGS = {
    Part.STATE: "Стан",
    Part.ADDRESS: "Адреса",
    Part.WHERE: "Де",
    Part.MESSAGE: "Що знайдено",
    Part.SEEN: "Перевірено",
    Part.ACTION: "Дія",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The links of a place with what is needed to show them.

    ``names`` are the addresses as people read them, ``mends`` their certain repairs place by place, both by
    ``ReportLink.target``; ``numbers`` the rows of the events.
    """

    links: tuple[ReportLink, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    mends: Mapping[str, tuple[LinkRepair, ...]] = field(default_factory=dict)

    @property
    def repairs(self) -> tuple[LinkRepair, ...]:
        """Every certain repair, in the order of the links."""
        return tuple(repair for link in self.links for repair in self.mends.get(link.target, ()))

    def mend(self, link: ReportLink) -> str:
        """The address that would stand in a link's place; empty where none is certain."""
        return next((one.after for one in self.mends.get(link.target, ()) if not one.removes), "")

    def mendable(self, link: ReportLink) -> bool:
        """Whether a certain repair is there: another address, or one of two the same that goes."""
        return bool(self.mends.get(link.target))

    def becomes(self, link: ReportLink) -> str:
        """What the repair does, for the tip."""
        mends = self.mends.get(link.target, ())
        new = self.mend(link)
        told = [f"Стане: {new}"] if new else []
        return "\n".join(told + ["Повтор буде прибрано."] * any(one.removes for one in mends))


class LinksModel(QAbstractTableModel):
    """The links that the filter leaves, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.group: LinkGroup | None = None
        self._rows: tuple[ReportLink, ...] = ()
        self._waiting: frozenset[str] = frozenset()
        self._opened: set[str] = set()

    def show(self, shown: Shown) -> None:
        """List other links, or the same ones with what is new of them."""
        others = (shown.numbers, shown.names, shown.mends) != (
            self.shown.numbers,
            self.shown.names,
            self.shown.mends,
        )
        self.shown = shown
        self._fill(all_new=others)

    def choose(self, group: LinkGroup | None) -> None:
        """List only a group; ``None``: all."""
        self.group = group
        self._fill()

    def await_(self, urls: frozenset[str]) -> None:
        """These addresses are being asked for."""
        changed, self._waiting = self._waiting ^ urls, urls
        self._redraw(lambda link: link.url in changed)

    def mark_opened(self, url: str) -> None:
        """The user has opened an address in the browser: next she may say what she saw."""
        self._opened.add(url)
        self._redraw(lambda link: link.url == url)

    def link(self, row: int) -> ReportLink | None:
        """The link of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, target: str) -> int:
        """The row of an address, -1 where it is not listed."""
        return next((row for row, link in enumerate(self._rows) if link.target == target), -1)

    def act(self, link: ReportLink) -> str:
        """What a row offers to do."""
        if self.shown.mendable(link):
            return words.MEND
        fresh = link.group is LinkGroup.LOOK and link.status is None
        if link.askable and (link.group is LinkGroup.UNCHECKED or fresh):
            return words.CHECK
        if link.group is LinkGroup.LOOK and link.askable:
            return words.CONFIRM if link.url in self._opened else words.OPEN
        return words.ENTER if link.group is LinkGroup.WRONG or not link.askable else words.OPEN

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Part)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        link = self.link(index.row()) if index.isValid() else None
        if link is None:
            return None
        if role == _DISPLAY:
            return self._text(link, Part(index.column()))
        if role == _TIP:
            return self._tip(link)
        if role == _READ_OUT:
            return self._spoken(link) if index.column() == 0 else self._text(link, Part(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY and 0 <= section < len(Part):
            return _HEADINGS[Part(section)]
        return None

    def _fill(self, *, all_new: bool = False) -> None:
        """The same addresses stay where they are; only what is said of them changes."""
        rows = tuple(link for link in self.shown.links if self.group in (None, link.group))
        if [link.target for link in rows] == [link.target for link in self._rows]:
            changed = {new.target for new, old in zip(rows, self._rows, strict=True) if all_new or new != old}
            self._rows = rows
            self._redraw(lambda link: link.target in changed)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _redraw(self, wanted: Callable[[ReportLink], bool]) -> None:
        for row, link in enumerate(self._rows):
            if wanted(link):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Part) - 1))

    def _text(self, link: ReportLink, part: Part) -> str:
        if part is Part.STATE:
            return words.state(link)
        if part is Part.ADDRESS:
            return self.shown.names.get(link.target, link.target)
        if part is Part.WHERE:
            return words.where(link, self.shown.numbers)
        if part is Part.MESSAGE:
            return words.said(link, self.shown.mend(link))
        if part is Part.SEEN:
            return "чекає" if link.url in self._waiting else words.seen(link)
        return self.act(link)

    def _tip(self, link: ReportLink) -> str:
        """The whole address, every place, every sentence, and the mend."""
        seen = self._text(link, Part.SEEN)
        lines = [link.target, self._places(link), *words.sentences(link)]
        lines += [f"Перевірено: {seen}" if link.status is not None and link.status.last is not None else ""]
        return "\n".join(line for line in (*lines, self.shown.becomes(link)) if line)

    def _places(self, link: ReportLink) -> str:
        told = {
            f"№ {self.shown.numbers[place.event_id]}, {short(place.column)}": None
            for place in link.places
            if place.event_id in self.shown.numbers
        }
        return "; ".join(list(told)[:8])

    def _spoken(self, link: ReportLink) -> str:
        """The whole row at once, as a screen reader says it."""
        parts = (self._text(link, part) for part in (Part.ADDRESS, Part.WHERE, Part.MESSAGE, Part.SEEN))
        told = ", ".join(part.rstrip(".") for part in parts if part)
        return f"{words.state(link)}: {told}. {self.act(link)}"
