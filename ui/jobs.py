"""Work off the window's thread: one thread for the register, small pools for documents and for the network.

A job's answer comes back by signal in the thread of the window. Callbacks are held weakly, so a closed
dialog neither lives on because of a job nor is called after its death.
"""

from __future__ import annotations

import inspect
import logging
import weakref
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from enum import Enum
from time import monotonic
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from courtcomms.progress import Cancelled, Progress

log = logging.getLogger(__name__)

Callback = Callable[[Any], None]
#: A job tells the window of its progress at most so often, in seconds: more would only keep it busy.
_TELLING = 0.05


class Lane(Enum):
    """Where a job runs."""

    REGISTER = "register"
    DOCUMENTS = "documents"
    NETWORK = "network"


class Reply:
    """Where an answer goes. Bound methods are held weakly and not called once their object is gone."""

    def __init__(self, done: Callback | None, failed: Callback | None) -> None:
        self._done = _weakly(done)
        self._failed = _weakly(failed)

    def answer(self, result: Any) -> None:
        """Hand the result to the caller, if it still lives."""
        _call(self._done, result)

    def refuse(self, error: BaseException) -> bool:
        """Hand the error to the caller; false where nobody is there to take it."""
        return _call(self._failed, error)


class Job:
    """One piece of work under way. A cancelled job's answer is dropped.

    ``kept`` work is done even when its answer is no longer wanted: it writes what the user typed. Only the
    user herself stops it, where it is ``watched`` (tells its progress); it then answers with ``Cancelled``,
    or with its result where it was done already.
    """

    def __init__(self, label: str, key: str, kept: bool, watched: bool, reply: Reply) -> None:
        self.label = label
        self.key = key
        self.kept = kept
        self.watched = watched
        self.reply = reply
        self.cancelled = False
        self.stopping = False
        #: Its work is over, whether anybody takes the answer or not.
        self.ended = False
        self.done = 0
        self.total = 0

    def cancel(self) -> None:
        """Drop the answer, and the work too where it has not begun and is not kept."""
        self.cancelled = True

    @property
    def stoppable(self) -> bool:
        """Whether the user can stop it; a writing into the register that tells nothing ends by itself."""
        return not self.stopping and (self.watched or not self.kept)

    @property
    def unwanted(self) -> bool:
        """Whether work that tells its progress ends at the next word of it."""
        return self.stopping or (self.cancelled and not self.kept)

    @property
    def skipped(self) -> bool:
        """Whether the work itself need not be done any more."""
        return self.cancelled and not self.kept


class SynchronousExecutor(Executor):
    """Does the work at once in the caller's thread; for tests and pictures."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a future carries whatever the work raised
            future.set_exception(error)
        return future


def thread_executors() -> dict[Lane, Executor]:
    """One register thread (SQLite has one writer), two for documents, and two that ask the network: a
    check of links has its own many connections. Threads begin with their first job."""
    return {
        Lane.REGISTER: ThreadPoolExecutor(1, "register"),
        Lane.DOCUMENTS: ThreadPoolExecutor(2, "documents"),
        Lane.NETWORK: ThreadPoolExecutor(2, "network"),
    }


def synchronous_executors() -> dict[Lane, Executor]:
    """Everything at once in the caller's thread."""
    executor = SynchronousExecutor()
    return dict.fromkeys(Lane, executor)


class Jobs(QObject):
    """Starts jobs, knows which are under way, and brings their answers home.

    ``changed``: a job began, ended or came further; ``failed`` carries an error that nobody took;
    ``stopped`` the label of a job that the user stopped.
    """

    changed = Signal()
    failed = Signal(object)
    stopped = Signal(str)
    _ended = Signal(object, object, object)
    _told = Signal(object, int, int)

    def __init__(self, executors: Mapping[Lane, Executor], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executors = executors
        self._running: list[Job] = []
        self._open = True
        self._ended.connect(self._settle)
        self._told.connect(self._hear)

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of the jobs under way that have one, the oldest first."""
        return tuple(job.label for job in self._running if job.label and not job.cancelled)

    @property
    def progress(self) -> tuple[int, int]:
        """Done and total of the oldest job with a label; total 0 where it does not tell."""
        named = self._named
        return (named.done, named.total) if named is not None else (0, 0)

    @property
    def stoppable(self) -> bool:
        """Whether the oldest job with a label can be stopped."""
        return self._named is not None and self._named.stoppable

    @property
    def _named(self) -> Job | None:
        return next((job for job in self._running if job.label and not job.cancelled), None)

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._running)

    def start(
        self,
        lane: Lane,
        work: Callable[..., Any],
        *,
        label: str = "",
        key: str = "",
        kept: bool = False,
        progress: bool = False,
        done: Callback | None = None,
        failed: Callback | None = None,
    ) -> Job:
        """Do ``work`` in a lane. A job with the same ``key`` that is still under way is overtaken.

        ``done`` gets the result, ``failed`` the exception, both in this object's thread; both must be
        bound methods or plain functions. An error without a taker goes to the signal :attr:`failed`.
        With ``progress`` the work is called with a :class:`Progress`, which also stops it once cancelled.
        """
        job = Job(label, key, kept, progress, Reply(done, failed))
        if not self._open:
            job.cancel()
            return job
        if key:
            self._overtake(key)
        self._running.append(job)
        self.changed.emit()
        self._executors[lane].submit(self._work, job, self._watched(job, work) if progress else work)
        return job

    def cancel_all(self) -> None:
        """Drop the answers of all jobs under way."""
        for job in self._running:
            job.cancel()
        self.changed.emit()

    def cancel_named(self) -> None:
        """Stop what the user sees named in the status line."""
        for job in self._running:
            if job.label and job.stoppable and job.kept:
                job.stopping = True
            elif job.label and job.stoppable:
                job.cancel()
                self.stopped.emit(job.label)
        self.changed.emit()

    def close(self) -> None:
        """Cancel everything, finish what must be kept, and wait for the threads."""
        self._open = False
        self.cancel_all()
        for executor in set(self._executors.values()):
            executor.shutdown(wait=True)

    def _overtake(self, key: str) -> None:
        for job in self._running:
            if job.key == key:
                job.cancel()

    def _watched(self, job: Job, work: Callable[[Progress], Any]) -> Callable[[], Any]:
        """The work with its progress; told seldom enough for the window to keep up."""
        last = 0.0

        def watch(done: int, total: int) -> None:
            nonlocal last
            now = monotonic()
            if now - last >= _TELLING:
                last = now
                self._told.emit(job, done, total)

        return lambda: work(Progress(watch, lambda: job.unwanted))

    def _hear(self, job: Job, done: int, total: int) -> None:
        job.done, job.total = done, total
        if not job.cancelled:
            self.changed.emit()

    def _work(self, job: Job, work: Callable[[], Any]) -> None:
        """In the worker: every way out ends in one signal."""
        result, error = None, None
        if not job.skipped:
            try:
                result = work()
            except Cancelled as stop:
                job.cancel()
                error = stop if job.kept else None
            except Exception as raised:  # noqa: BLE001 - carried to the window's thread
                error = raised
        self._ended.emit(job, result, error)

    def _settle(self, job: Job, result: Any, error: BaseException | None) -> None:
        self._running.remove(job)
        job.ended = True
        self.changed.emit()
        if isinstance(error, Cancelled):
            self.stopped.emit(job.label)
        elif error is not None:
            log.info("job %r ended with %r", job.label, error)
        if job.cancelled and not (job.kept and error is not None):
            return
        if error is None:
            job.reply.answer(result)
        elif not job.reply.refuse(error):
            self.failed.emit(error)


def _weakly(callback: Callback | None) -> Callable[[], Callback | None] | None:
    if callback is None:
        return None
    if inspect.ismethod(callback):
        return weakref.WeakMethod(callback)
    return lambda: callback


def _call(reference: Callable[[], Callback | None] | None, value: Any) -> bool:
    callback = reference() if reference is not None else None
    if callback is None:
        return False
    owner = getattr(callback, "__self__", None)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return False
    callback(value)
    return True
