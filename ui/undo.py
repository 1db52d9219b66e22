"""Undo and redo of what is already in the register.

A command on the stack is always an applied one: the register is changed first, in its worker, and the
stack follows when the answer is home. So a refusal never leaves the stack ahead of the register.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from courtcomms.errors import Conflict
from ui.columns import Part
from ui.register.desk import Outcome
from ui.register.service import RegisterService

LIMIT = 200
_TYPING = 1


class StepCommand(QUndoCommand):
    """Steps of the register that were done; the same command undone holds the steps that redo it."""

    def __init__(self, outcome: Outcome, burst: int) -> None:
        super().__init__(outcome.label)
        self.steps: tuple[int, ...] = outcome.steps
        self.place: tuple[int, Part] | None = outcome.place
        self.burst = burst

    @property
    def _typing(self) -> tuple[object, ...]:
        return self.place, self.burst, self.text()

    def id(self) -> int:
        return _TYPING if self.place is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Typing on in the same cell is one command, until the cell is left."""
        if not isinstance(other, StepCommand) or other._typing != self._typing:
            return False
        self.steps += other.steps
        return True


class UndoHistory(QObject):
    """The window's undo stack.

    ``moved`` tells the outcome of an undo or redo, ``refused`` the error of a step that can no longer be
    undone.
    """

    changed = Signal()
    moved = Signal(object)
    refused = Signal(object)

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(LIMIT)
        self._wanted: deque[bool] = deque()
        self._redoing: bool | None = None
        self._burst = 0
        self._leaving = False
        self._given_up: tuple[int, Part] | None = None
        service.written.connect(self._push)
        service.idle.connect(self._pump)
        self._stack.indexChanged.connect(self.changed)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._stack.canRedo()

    @property
    def undo_text(self) -> str:
        """Name of the step that would be taken back."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        """Name of the step that would be done again."""
        return self._stack.redoText()

    @property
    def count(self) -> int:
        """Number of commands kept, done and undone."""
        return self._stack.count()

    def seal(self) -> None:
        """Typing from here on is a new command: the cell was left. What is still being written belongs to
        the old one."""
        self._leaving = self._service.writing
        self._burst += not self._leaving

    def take_back(self, place: tuple[int, Part]) -> None:
        """Undo what was typed in a cell since it was entered, if that is what was done last."""
        self._given_up = place
        self._pump()

    def undo(self) -> None:
        """Take the last step back, after everything that is still being written."""
        self._wanted.append(False)
        self._pump()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._wanted.append(True)
        self._pump()

    def _push(self, outcome: Outcome) -> None:
        self._stack.push(StepCommand(outcome, self._burst))

    def _pump(self) -> None:
        """Begin the next wanted undo or redo, once nothing is being written."""
        if not self._service.writing:
            self._give_up()
            if self._leaving:
                self.seal()
        while self._wanted and not self._service.writing and self._redoing is None:
            redo = self._wanted.popleft()
            command = self._next(redo)
            if command is None:
                continue
            self._redoing = redo
            self.seal()
            self._service.revert(command.steps, done=self._follow, failed=self._stumble)

    def _give_up(self) -> None:
        place, self._given_up = self._given_up, None
        last = self._next(redo=False)
        if place is not None and last is not None and (last.place, last.burst) == (place, self._burst):
            self._wanted.append(False)

    def _next(self, redo: bool) -> StepCommand | None:
        index = self._stack.index() - (0 if redo else 1)
        command = self._stack.command(index) if 0 <= index < self._stack.count() else None
        return command if isinstance(command, StepCommand) else None

    def _follow(self, outcome: Outcome) -> None:
        """The register has done it: let the stack follow, and tell the cell that it was about."""
        command = self._next(bool(self._redoing))
        place = command.place if command is not None else None
        self._move(outcome.steps, obsolete=not outcome.steps)
        self.moved.emit(replace(outcome, place=place))

    def _stumble(self, error: BaseException) -> None:
        """A step that something later stands upon leaves the stack; any other trouble may pass."""
        if isinstance(error, Conflict):
            self._move((), obsolete=True)
        else:
            self._redoing = None
        self.refused.emit(error)

    def _move(self, steps: tuple[int, ...], *, obsolete: bool) -> None:
        redo, self._redoing = bool(self._redoing), None
        command = self._next(redo)
        if command is None:
            return
        command.steps = steps
        command.setObsolete(obsolete)
        if redo:
            self._stack.redo()
        else:
            self._stack.undo()
