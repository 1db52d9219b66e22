"""The window's one door to the register: questions and actions go in, answers come back by signal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from courtcomms.progress import Cancelled
from ui.jobs import Callback, Job, Jobs, Lane, Reply
from ui.register.desk import CellText, Desk, Outcome

if TYPE_CHECKING:
    from courtcomms.store import Register


class RegisterService(QObject):
    """Runs everything that touches the register in its one worker thread, in the order it was asked.

    ``written`` announces a new action that can be undone; ``changed`` every outcome, reverts included;
    ``idle`` that no writing is under way any more.
    """

    opened = Signal()
    unusable = Signal(object)
    written = Signal(object)
    changed = Signal(object)
    idle = Signal()

    def __init__(self, jobs: Jobs, opener: Callable[[], Register], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = Desk(opener)
        self._writes = 0

    @property
    def writing(self) -> bool:
        """Whether a writing is under way."""
        return self._writes > 0

    @property
    def busy(self) -> bool:
        """Whether anything is under way, here or with documents."""
        return self._jobs.busy

    def open(self) -> None:
        """Open the register in the worker; ends in ``opened`` or ``unusable``."""
        self._jobs.start(Lane.REGISTER, self._desk.open, done=self._announce_opened, failed=self._refuse)

    def shut(self) -> None:
        """Close the register after everything that was asked before."""
        self._jobs.start(Lane.REGISTER, self._desk.close, kept=True)

    def ask(
        self,
        question: Callable[..., Any],
        *args: Any,
        done: Callback | None = None,
        failed: Callback | None = None,
        key: str = "",
        label: str = "",
        progress: bool = False,
        kept: bool = False,
    ) -> Job:
        """Answer ``question(register, *args)``; a later question of the same ``key`` overtakes it.

        With ``progress`` the question is also given it as its last argument. ``kept``: it writes something
        that is no step of the user, and is answered even where nobody waits any more.
        """
        work: Callable[..., Any] = partial(self._desk.ask, question, *args)
        return self._jobs.start(
            Lane.REGISTER,
            work,
            key=key,
            label=label,
            progress=progress,
            kept=kept,
            done=done,
            failed=failed,
        )

    def leave(self, task: Callable[[Register], Any]) -> None:
        """Do ``task(register)`` before the threads are closed; nobody waits for an answer."""
        self._jobs.start(Lane.REGISTER, partial(self._desk.ask, task), kept=True)

    def act(
        self,
        action: Callable[..., Any],
        *args: Any,
        label: str = "",
        undoable: bool = True,
        progress: bool = False,
        done: Callback | None = None,
        failed: Callback | None = None,
    ) -> None:
        """Do ``action(register, *args) -> Changes`` as one step that can be undone.

        With ``progress`` the action is also given ``progress=``; where the user stops it, nobody is called.
        """
        work: Callable[..., Outcome] = partial(self._desk.act, action, *args)
        if progress:
            work = partial(_watched, self._desk, action, *args)
        _Writing(self, work, undoable, Reply(done, failed)).start(self._jobs, label, progress=progress)

    def write(
        self,
        texts: Sequence[CellText],
        *,
        label: str = "",
        done: Callback | None = None,
        failed: Callback | None = None,
    ) -> None:
        """Write cells as one action that can be undone."""
        work = partial(self._desk.write, tuple(texts), label)
        _Writing(self, work, True, Reply(done, failed)).start(self._jobs)

    def revert(self, steps: Sequence[int], *, done: Callback, failed: Callback) -> None:
        """Take steps back; the outcome carries the steps that would redo them."""
        work = partial(self._desk.revert, tuple(steps))
        _Writing(self, work, False, Reply(done, failed)).start(self._jobs)

    def begin_writing(self) -> None:
        """A writing went out."""
        self._writes += 1

    def end_writing(self) -> None:
        """A writing came home, well or not."""
        self._writes -= 1
        if not self._writes:
            self.idle.emit()

    def _announce_opened(self, _nothing: object) -> None:
        self.opened.emit()

    def _refuse(self, error: BaseException) -> None:
        self.unusable.emit(error)


def _watched(desk: Desk, action: Callable[..., Any], *args: Any) -> Outcome:
    """An action that tells its progress, which comes last."""
    *given, progress = args
    return desk.act(partial(action, progress=progress), *given)


class _Writing(QObject):
    """One writing on its way: counts itself, tells its caller, then everybody."""

    def __init__(
        self,
        service: RegisterService,
        work: Callable[..., Outcome],
        undoable: bool,
        reply: Reply,
    ) -> None:
        super().__init__(service)
        self._service = service
        self._work = work
        self._undoable = undoable
        self._caller = reply
        self._jobs: Jobs | None = None

    def start(self, jobs: Jobs, label: str = "", *, progress: bool = False) -> None:
        self._jobs = jobs
        self._service.begin_writing()
        jobs.start(
            Lane.REGISTER,
            self._work,
            label=label,
            kept=True,
            progress=progress,
            done=self._succeed,
            failed=self._fail,
        )

    def _succeed(self, outcome: Outcome) -> None:
        self._caller.answer(outcome)
        if outcome and self._undoable:
            self._service.written.emit(outcome)
        if outcome:
            self._service.changed.emit(outcome)
        self._finish()

    def _fail(self, error: BaseException) -> None:
        stopped = isinstance(error, Cancelled)
        if not stopped and not self._caller.refuse(error) and self._jobs is not None:
            self._jobs.failed.emit(error)
        self._finish()

    def _finish(self) -> None:
        self._service.end_writing()
        self.deleteLater()
