"""What the register's worker thread does: every call to the store, one at a time.

Nothing here knows Qt. The store is imported only when it is opened, so that the window is there first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from courtcomms.errors import CourtcommsError
from courtcomms.model import Changes, Column, Event
from ui.columns import Detail, Part

if TYPE_CHECKING:
    from courtcomms.store import Register

#: More changed events than this are not sent along with an outcome: the table asks for what it shows.
_CARRIED = 40


@dataclass(frozen=True, slots=True)
class CellText:
    """A text to be written into a cell, or a detail, of an event that was read at ``version``."""

    event_id: int
    column: Part
    text: str
    version: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one action of the user did: its steps in order, and the changed events as they are now.

    ``cells_only`` tells that no row came, went or moved. ``place`` is the cell that was typed in.
    """

    label: str = ""
    steps: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    created: tuple[int, ...] = ()
    events: tuple[Event, ...] = ()
    cells_only: bool = False
    place: tuple[int, Part] | None = None

    def __bool__(self) -> bool:
        return bool(self.steps)


class OwnVersions:
    """Row versions that this window's own saves have replaced.

    The user types on while the last save is under way; what she typed upon is then her own older
    version, not another's change. Versions made by others are never in this chain.
    """

    def __init__(self) -> None:
        self._next: dict[tuple[int, int], int] = {}

    def current(self, event_id: int, version: int) -> int:
        """The version that ours has become."""
        while (event_id, version) in self._next:
            version = self._next[event_id, version]
        return version

    def advance(self, events: Sequence[Event]) -> None:
        """Our own write has raised these events to their present version."""
        for event in events:
            self._next[event.id, event.version - 1] = event.version


class Desk:
    """The register and what is done with it; used from one thread at a time."""

    def __init__(self, opener: Callable[[], Register]) -> None:
        self._opener = opener
        self._register: Register | None = None
        self._versions = OwnVersions()

    def open(self) -> None:
        """Open the register.

        Raises:
            RegisterUnusable: it is damaged, newer than the program, or its folder cannot be used.
        """
        if self._register is None:
            self._register = self._opener()

    def close(self) -> None:
        """Close the register if it is open."""
        register, self._register = self._register, None
        if register is not None:
            register.close()

    @property
    def register(self) -> Register:
        """The open register, opened now if it was not yet."""
        self.open()
        assert self._register is not None
        return self._register

    def ask(self, question: Callable[..., Any], *args: Any) -> Any:
        """Answer a reading function that takes the register first."""
        return question(self.register, *args)

    def act(self, action: Callable[..., Changes | Sequence[Changes]], *args: Any) -> Outcome:
        """Do a changing function that takes the register first; several steps are one action of the user."""
        done = action(self.register, *args)
        return self._outcome([done] if isinstance(done, Changes) else done)

    def write(self, texts: Sequence[CellText], label: str = "") -> Outcome:
        """Write cells, all or none. One cell typed in remembers its place, so that typing can merge."""
        if len(texts) > 1 and all(isinstance(text.column, Column) for text in texts):
            changes = self._write_cells(texts, label)
            return self._outcome([changes], label=label, cells_only=True, advance=False)
        done: list[Changes] = []
        try:
            for text in texts:
                done.append(self._write_one(text))
                self._versions.advance(self.register.events([text.event_id]) if done[-1] else ())
        except CourtcommsError:
            self._take_back([changes.step_id for changes in done if changes])
            raise
        place = (texts[0].event_id, texts[0].column) if len(texts) == 1 else None
        return self._outcome(done, label=label, cells_only=True, place=place, advance=False)

    def revert(self, steps: Sequence[int]) -> Outcome:
        """Take steps back, the last first, all or none; the outcome's steps would redo them.

        Raises:
            Conflict: something later stands in the way.
        """
        done: list[Changes] = []
        try:
            for step in reversed(steps):
                done.append(self.register.revert(step))
                self._versions.advance(self._few(done[-1].events))
        except CourtcommsError:
            self._take_back([changes.step_id for changes in done if changes])
            raise
        return self._outcome(done, advance=False)

    def _write_cells(self, texts: Sequence[CellText], label: str) -> Changes:
        """Many cells as one step of the register."""
        from courtcomms.store import CellEdit

        edits = [
            CellEdit(
                text.event_id,
                Column(text.column),
                text.text,
                self._versions.current(text.event_id, text.version),
            )
            for text in texts
        ]
        changes = self.register.set_cells(edits, label=label)
        self._versions.advance(self.register.events(changes.events))
        return changes

    def _write_one(self, text: CellText) -> Changes:
        version = self._versions.current(text.event_id, text.version)
        if isinstance(text.column, Detail):
            from ui.editor.details import set_detail

            return set_detail(self.register, text.event_id, text.column, text.text, version)
        return self.register.set_cell(text.event_id, text.column, text.text, version=version)

    def _take_back(self, steps: Sequence[int]) -> None:
        """Best effort after a failure in the middle; the failure itself is what the user hears of."""
        for step in reversed(steps):
            with contextlib.suppress(CourtcommsError):
                changes = self.register.revert(step)
                self._versions.advance(self._few(changes.events))

    def _few(self, ids: Sequence[int]) -> tuple[Event, ...]:
        return self.register.events(ids) if len(ids) <= _CARRIED else ()

    def _outcome(
        self,
        done: Sequence[Changes],
        *,
        label: str = "",
        cells_only: bool = False,
        place: tuple[int, Part] | None = None,
        advance: bool = True,
    ) -> Outcome:
        real = [changes for changes in done if changes]
        changed = tuple(dict.fromkeys(event for changes in real for event in changes.events))
        events = self._few(changed)
        if advance:
            self._versions.advance(events)
        return Outcome(
            label=label or (real[0].label if real else ""),
            steps=tuple(changes.step_id for changes in real),
            changed=changed,
            created=tuple(event for changes in real for event in changes.created),
            events=events,
            cells_only=cells_only,
            place=place,
        )
