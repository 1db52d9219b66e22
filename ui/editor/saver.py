"""Saving a cell's or a detail's text: what was typed is in the register, or it is still here as a draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Event
from ui.columns import Part
from ui.messages import sentence
from ui.register.desk import CellText, Outcome
from ui.register.service import RegisterService

Key = tuple[int, Part]


class CellSaver(QObject):
    """Sends texts to the register and keeps those that it would not take.

    ``settled`` comes for each text that is saved, ``refused`` with the sentence for each that is not.
    """

    settled = Signal(int, object)
    refused = Signal(int, object, str)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._under_way: dict[Key, int] = {}
        self._drafts: dict[Key, tuple[str, str]] = {}

    def save(self, event: Event, column: Part, text: str) -> None:
        """Write a cell of an event as it was shown; the same text again is no change."""
        key = (event.id, column)
        self._drafts.pop(key, None)
        self._under_way[key] = self._under_way.get(key, 0) + 1
        _Saving(self, key, text).start(self._service, event.version)

    def waiting(self, event_id: int, column: Part) -> bool:
        """Whether a text of this cell is on its way."""
        return (event_id, column) in self._under_way

    def draft(self, event_id: int, column: Part) -> tuple[str, str] | None:
        """The text that was not taken, and why."""
        return self._drafts.get((event_id, column))

    @property
    def drafts(self) -> int:
        """Number of texts that the register has not taken."""
        return len(self._drafts)

    def redraft(self, event_id: int, column: Part, text: str) -> None:
        """The user types on in a refused text."""
        if (event_id, column) in self._drafts:
            self._drafts[event_id, column] = (text, self._drafts[event_id, column][1])

    def drop(self, event_id: int, column: Part) -> None:
        """Forget a draft: the user took the stored text instead."""
        self._drafts.pop((event_id, column), None)

    def arrive(self, key: Key) -> None:
        """A text is in the register."""
        self._come_home(key)
        self.settled.emit(*key)

    def keep(self, key: Key, text: str, reason: str) -> None:
        """A text was refused: it stays here."""
        self._come_home(key)
        self._drafts[key] = (text, reason)
        self.refused.emit(*key, reason)

    def _come_home(self, key: Key) -> None:
        self._under_way[key] -= 1
        if not self._under_way[key]:
            del self._under_way[key]


class _Saving(QObject):
    """One text on its way."""

    def __init__(self, saver: CellSaver, key: Key, text: str) -> None:
        super().__init__(saver)
        self._saver = saver
        self._key = key
        self._text = text

    def start(self, service: RegisterService, version: int) -> None:
        cell = CellText(*self._key, self._text, version)
        service.write([cell], done=self._arrive, failed=self._fail)

    def _arrive(self, _outcome: Outcome) -> None:
        self._saver.arrive(self._key)
        self.deleteLater()

    def _fail(self, error: BaseException) -> None:
        self._saver.keep(self._key, self._text, sentence(error))
        self.deleteLater()
