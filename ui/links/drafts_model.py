"""Drafts of events as a table: a tick, what is offered for each, all of it to be changed by the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from courtcomms.model import Column
from ui import theme
from ui.links.drafts import LinkDraft

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NONE = QModelIndex()
_TEXTS = (Role.DisplayRole, Role.EditRole)


class Part(IntEnum):
    """The columns."""

    TICK = 0
    TITLE = 1
    DATE = 2
    WHERE = 3
    OUTLET = 4
    ADDRESS = 5
    NOTE = 6


HEADINGS = ("", "Назва (вид) заходу", "Дата проведення", "Куди", "Видання", "Адреса", "Зауваження")
#: Where an address goes, as the user chooses it.
PLACES: dict[Column, str] = {Column.SITE_LINKS: "Сайт суду", Column.MEDIA: "ЗМІ"}
_FIELDS = {Part.TITLE: "title", Part.DATE: "date", Part.OUTLET: "outlet"}
_READING = "Читаю сторінку…"


class DraftsModel(QAbstractTableModel):
    """``ticked``: the choice of rows changed. What the user wrote stays, whatever is read afterwards."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: tuple[LinkDraft, ...] = ()
        self._edits: dict[str, dict[str, Any]] = {}
        self._ticks: dict[str, bool] = {}
        self._awaited: frozenset[str] = frozenset()

    @property
    def chosen(self) -> tuple[LinkDraft, ...]:
        """The drafts that are to become rows, as the user left them."""
        rows = range(len(self._drafts))
        return tuple(self.draft(row) for row in rows if self.is_ticked(row))

    def draft(self, row: int) -> LinkDraft:
        """A draft with what the user changed in it."""
        own = self._drafts[row]
        return replace(own, **self._edits.get(own.page.key, {}))

    def is_ticked(self, row: int) -> bool:
        """Whether a row is taken; a page that the register has already is not, until the user says so."""
        draft = self._drafts[row]
        return self._ticks.get(draft.page.key, not draft.known)

    def show(self, drafts: Sequence[LinkDraft]) -> None:
        """Show what is offered now. The same addresses keep their lines, so that typing can go on."""
        before, after = ([one.page.key for one in some] for some in (self._drafts, drafts))
        if before != after:
            self.beginResetModel()
            self._drafts = tuple(drafts)
            self.endResetModel()
        else:
            changed = [row for row, one in enumerate(drafts) if one != self._drafts[row]]
            self._drafts = tuple(drafts)
            self._renew(changed)
        self.ticked.emit()

    def await_(self, keys: frozenset[str]) -> None:
        """These pages are being read."""
        changed = keys ^ self._awaited
        self._awaited = keys
        self._renew([row for row, one in enumerate(self._drafts) if one.page.key in changed])

    def tick_all(self, on: bool) -> None:
        """Take all rows, or none."""
        self._ticks.update((one.page.key, on) for one in self._drafts)
        self._renew(range(len(self._drafts)))
        self.ticked.emit()

    def tick(self, row: int, on: bool) -> None:
        """Take a row, or leave it."""
        self._ticks[self._drafts[row].page.key] = on
        self._renew([row])
        self.ticked.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._drafts)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole and section < len(Part):
            return HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        part = Part(index.column())
        if part is Part.TICK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        media = self.draft(index.row()).column is Column.MEDIA
        editable = part in (Part.TITLE, Part.DATE, Part.WHERE) or (part is Part.OUTLET and media)
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, part = index.row(), Part(index.column())
        if part is Part.TICK:
            return self._of_tick(row, role)
        text = self._text(row, part)
        if role in _TEXTS:
            return text
        if role == Role.ToolTipRole:
            # What a page says is text: Qt would take a tip that looks like HTML for such.
            return f"<qt>{escape(text)}</qt>" if text else None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if role == Role.ForegroundRole and (not self.is_ticked(row) or part in (Part.ADDRESS, Part.NOTE)):
            return QGuiApplication.palette().brush(theme.QUIET)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        row, part = index.row(), Part(index.column())
        if role == Role.CheckStateRole and part is Part.TICK:
            self.tick(row, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        edits = self._edits.setdefault(self._drafts[row].page.key, {})
        if part is Part.WHERE:
            edits["column"] = next(column for column, name in PLACES.items() if name == value)
        elif str(value) != self._text(row, part):
            edits[_FIELDS[part]] = " ".join(str(value).split())
            edits["named"] = part is Part.OUTLET or edits.get("named", False)
        self._renew([row])
        return True

    def _text(self, row: int, part: Part) -> str:
        draft = self.draft(row)
        if part is Part.WHERE:
            return PLACES[draft.column]
        if part is Part.OUTLET:
            return draft.outlet if draft.column is Column.MEDIA else ""
        if part is Part.ADDRESS:
            return draft.page.text
        if part is Part.NOTE:
            reading = [_READING] if draft.page.key in self._awaited else []
            return "\n".join([*reading, *filter(None, [draft.known]), *draft.notes])
        return str(getattr(draft, _FIELDS[part]))

    def _of_tick(self, row: int, role: int) -> Any:
        on = self.is_ticked(row)
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Role.DisplayRole:
            return str(row + 1)
        if role == Role.AccessibleTextRole:
            return f"Рядок {row + 1}: {'узяти' if on else 'не брати'}"
        return None

    def _renew(self, rows: Sequence[int] | range) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Part) - 1))
