"""The findings as rows of a list: by severity and row, in the report's order or the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from courtcomms.model import Event, Finding, Severity
from ui.columns import short
from ui.findings.repairs import preview
from ui.register.marks import GRAVITY, WORDS

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_READ_OUT = int(Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()

MEND, HIDE, UNHIDE = "Виправити", "Приховати", "Показувати знову"


class Part(IntEnum):
    """The columns of the list."""

    SEVERITY = 0
    NUMBER = 1
    COLUMN = 2
    MESSAGE = 3
    ACTION = 4


_HEADINGS = {
    Part.SEVERITY: "Вага",
    Part.NUMBER: "№",
    Part.COLUMN: "Колонка",
    Part.MESSAGE: "Зауваження",
    Part.ACTION: "Дія",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are listed, and how. ``event_id`` 0: those of all rows."""

    severities: frozenset[Severity] = frozenset(GRAVITY)
    event_id: int = 0
    hidden: bool = False
    gravest_first: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of a report with what is needed to show them."""

    findings: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    events: Mapping[int, Event] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the list; ``number`` is its row's place in the report."""

    finding: Finding
    number: int
    hidden: bool = False

    @property
    def act(self) -> str:
        """What the list offers to do about it."""
        if self.hidden:
            return UNHIDE
        return MEND if self.finding.repair is not None else HIDE


class FindingsModel(QAbstractTableModel):
    """The findings that the choice leaves, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = Found()
        self._entries: tuple[Entry, ...] = ()
        self.choice = Choice()

    def show(self, found: Found) -> None:
        """List other findings."""
        self._found = found
        self._fill()

    def choose(self, **changes: Any) -> None:
        """List them otherwise: fields of :class:`Choice`."""
        self.choice = replace(self.choice, **changes)
        self._fill()

    def entry(self, row: int) -> Entry | None:
        """The finding of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, finding: Finding) -> int:
        """The row of a finding, -1 where it is not listed."""
        return next((row for row, entry in enumerate(self._entries) if entry.finding == finding), -1)

    def alike(self, finding: Finding) -> tuple[Finding, ...]:
        """The findings of the whole report that the same rule found and that can be repaired."""
        return tuple(
            other for other in self._found.findings if other.code == finding.code and other.repair is not None
        )

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Part)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == _DISPLAY:
            return _text(entry, Part(index.column()))
        if role == _TIP:
            return self._tip(entry)
        if role == _READ_OUT:
            return _spoken(entry) if index.column() == 0 else _text(entry, Part(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY and 0 <= section < len(Part):
            return _HEADINGS[Part(section)]
        return None

    def _fill(self) -> None:
        entries = tuple(self._chosen())
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def _chosen(self) -> Iterable[Entry]:
        choice, numbers = self.choice, self._found.numbers
        entries = [Entry(one, numbers.get(one.event_id, 0)) for one in self._found.findings]
        if choice.hidden:
            entries += [Entry(one, numbers.get(one.event_id, 0), True) for one in self._found.hidden]
            entries.sort(key=lambda entry: entry.number)
        if choice.gravest_first:
            entries.sort(key=lambda entry: GRAVITY.index(entry.finding.severity))
        return (
            entry
            for entry in entries
            if entry.finding.severity in choice.severities and choice.event_id in (0, entry.finding.event_id)
        )

    def _tip(self, entry: Entry) -> str:
        finding, event = entry.finding, self._found.events.get(entry.finding.event_id)
        if finding.repair is None or event is None:
            return finding.message
        before, after = preview(event.cells[finding.column], finding.repair)
        return f"{finding.message}\nБуло: {before}\nСтане: {after}"


def _text(entry: Entry, part: Part) -> str:
    finding = entry.finding
    if part is Part.SEVERITY:
        return WORDS[finding.severity][0].capitalize()
    if part is Part.NUMBER:
        return str(entry.number) if entry.number else ""
    if part is Part.COLUMN:
        return short(finding.column)
    return finding.message if part is Part.MESSAGE else entry.act


def _spoken(entry: Entry) -> str:
    """The whole row at once, as a screen reader says it."""
    hidden = "приховане, " if entry.hidden else ""
    place = f"захід № {entry.number}, {short(entry.finding.column)}"
    severity = WORDS[entry.finding.severity][0]
    return f"{hidden}{severity}, {place}: {entry.finding.message} {entry.act}"
