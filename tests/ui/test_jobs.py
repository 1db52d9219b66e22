"""Jobs: answers in the window's thread, overtaken and cancelled ones dropped, nothing held alive."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from hands import settle
from PySide6.QtCore import QObject, QThread

from courtcomms.progress import Cancelled, Progress
from ui.jobs import Jobs, Lane, synchronous_executors, thread_executors


class Taker(QObject):
    """Takes answers and errors."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: list[QThread] = []

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(thread_executors())
    yield made
    made.close()
    settle()


def boom() -> None:
    raise ValueError("ні")


def test_work_runs_elsewhere_and_the_answer_comes_home(jobs: Jobs, qtbot: object) -> None:
    taker = Taker()
    jobs.start(Lane.REGISTER, threading.get_ident, done=taker.take)
    qtbot.waitUntil(lambda: bool(taker.results))  # type: ignore[attr-defined]
    assert taker.results != [threading.get_ident()]
    assert taker.threads == [QThread.currentThread()]


def test_the_register_has_one_thread_and_keeps_the_order(jobs: Jobs, qtbot: object) -> None:
    taker, seen = Taker(), []
    for number in range(20):
        jobs.start(Lane.REGISTER, lambda n=number: seen.append((n, threading.get_ident())), done=taker.take)
    qtbot.waitUntil(lambda: len(taker.results) == 20)  # type: ignore[attr-defined]
    assert [number for number, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen}) == 1


def test_an_error_comes_to_its_taker(jobs: Jobs, qtbot: object) -> None:
    taker = Taker()
    jobs.start(Lane.DOCUMENTS, boom, done=taker.take, failed=taker.fail)
    qtbot.waitUntil(lambda: bool(taker.errors))  # type: ignore[attr-defined]
    assert taker.results == []
    assert str(taker.errors[0]) == "ні"


def test_an_error_without_taker_is_told_to_all(jobs: Jobs, qtbot: object) -> None:
    with qtbot.waitSignal(jobs.failed) as caught:  # type: ignore[attr-defined]
        jobs.start(Lane.DOCUMENTS, boom)
    assert isinstance(caught.args[0], ValueError)


def test_an_overtaken_answer_is_dropped(jobs: Jobs, qtbot: object) -> None:
    taker, gate = Taker(), threading.Event()
    jobs.start(Lane.REGISTER, gate.wait)
    for text in ("с", "су", "суд"):
        jobs.start(Lane.REGISTER, lambda t=text: t, key="search", done=taker.take)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert taker.results == ["суд"]


def test_cancelled_work_not_begun_is_not_done(jobs: Jobs, qtbot: object) -> None:
    taker, gate, done = Taker(), threading.Event(), []
    jobs.start(Lane.REGISTER, gate.wait)
    jobs.start(Lane.REGISTER, lambda: done.append(1), label="Імпорт", done=taker.take)
    assert jobs.labels == ("Імпорт",)
    jobs.cancel_named()
    assert jobs.labels == ()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert done == []
    assert taker.results == []


def test_closing_waits_and_does_what_must_be_kept() -> None:
    jobs, gate, done = Jobs(thread_executors()), threading.Event(), []
    jobs.start(Lane.REGISTER, gate.wait)
    jobs.start(Lane.REGISTER, lambda: done.append("typed"), kept=True)
    jobs.start(Lane.REGISTER, lambda: done.append("read"))
    threading.Timer(0.05, gate.set).start()
    jobs.close()
    assert done == ["typed"]
    late = jobs.start(Lane.REGISTER, lambda: done.append("late"))
    assert late.cancelled
    assert done == ["typed"]
    settle()


def test_a_job_neither_keeps_its_caller_nor_calls_it_after_death(jobs: Jobs, qtbot: object) -> None:
    taker, gate = Taker(), threading.Event()
    trace = weakref.ref(taker)
    jobs.start(Lane.REGISTER, gate.wait, done=taker.take)
    del taker
    gc.collect()
    assert trace() is None
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]


def test_a_caller_deleted_by_qt_is_not_called(jobs: Jobs, qtbot: object) -> None:
    taker, gate = Taker(), threading.Event()
    jobs.start(Lane.REGISTER, gate.wait, done=taker.take)
    taker.deleteLater()
    settle()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert taker.results == []


def test_the_synchronous_executor_answers_at_once() -> None:
    jobs, taker = Jobs(synchronous_executors()), Taker()
    jobs.start(Lane.REGISTER, lambda: 7, done=taker.take)
    jobs.start(Lane.REGISTER, boom, failed=taker.fail)
    assert taker.results == [7]
    assert len(taker.errors) == 1
    assert not jobs.busy


def test_progress_is_told_and_a_cancelled_job_stops_at_the_next_telling(jobs: Jobs, qtbot: object) -> None:
    taker, reached, stopped = Taker(), [], []
    told, go_on = threading.Event(), threading.Event()
    jobs.stopped.connect(stopped.append)

    def count(progress: Progress) -> None:
        for done in range(1, 4):
            progress.tell(done, 3)
            reached.append(done)
            told.set()
            go_on.wait(10)

    jobs.start(Lane.DOCUMENTS, count, label="Лічу…", progress=True, done=taker.take, failed=taker.fail)
    assert told.wait(10)
    qtbot.waitUntil(lambda: jobs.progress == (1, 3))  # type: ignore[attr-defined]
    jobs.cancel_named()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert reached == [1]
    assert stopped == ["Лічу…"]
    assert taker.results == taker.errors == []


def test_a_writing_is_stopped_by_the_user_alone_and_says_so(jobs: Jobs, qtbot: object) -> None:
    taker, stopped = Taker(), []
    told, go_on = threading.Event(), threading.Event()
    jobs.stopped.connect(stopped.append)

    def write(progress: Progress) -> str:
        progress.tell(1, 2)
        told.set()
        go_on.wait(10)
        progress.tell(2, 2)
        return "written"

    for wish in (jobs.cancel_all, jobs.cancel_named):
        told.clear()
        go_on.clear()
        jobs.start(
            Lane.REGISTER,
            write,
            label="Пишу…",
            kept=True,
            progress=True,
            done=taker.take,
            failed=taker.fail,
        )
        assert told.wait(10)
        assert jobs.stoppable
        wish()
        assert not jobs.stoppable
        go_on.set()
        qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert [type(error) for error in taker.errors] == [Cancelled]
    assert stopped == ["Пишу…"]


def test_a_writing_that_was_done_before_the_wish_arrived_is_told_of(jobs: Jobs, qtbot: object) -> None:
    """The register has changed: whoever asked must know."""
    taker, stopped = Taker(), []
    told, go_on = threading.Event(), threading.Event()
    jobs.stopped.connect(stopped.append)

    def write(progress: Progress) -> str:
        progress.tell(1, 1)
        told.set()
        go_on.wait(10)
        return "written"

    jobs.start(Lane.REGISTER, write, label="Пишу…", kept=True, progress=True, done=taker.take)
    assert told.wait(10)
    jobs.cancel_named()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert taker.results == ["written"]
    assert stopped == []


def test_a_writing_that_tells_nothing_cannot_be_stopped(jobs: Jobs, qtbot: object) -> None:
    taker, gate = Taker(), threading.Event()
    jobs.start(Lane.REGISTER, lambda: gate.wait(10), label="Пишу…", kept=True, done=taker.take)
    assert jobs.labels == ("Пишу…",)
    assert not jobs.stoppable
    jobs.cancel_named()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)  # type: ignore[attr-defined]
    assert taker.results == [True]


def test_the_network_does_not_wait_for_the_register(jobs: Jobs, qtbot: object) -> None:
    taker, release = Taker(), threading.Event()
    jobs.start(Lane.REGISTER, lambda: release.wait(10))
    jobs.start(Lane.NETWORK, threading.get_ident, done=taker.take)
    qtbot.waitUntil(lambda: bool(taker.results))  # type: ignore[attr-defined]
    release.set()


def test_a_cancelled_job_tells_when_its_work_is_over(jobs: Jobs, qtbot: object) -> None:
    taker, release = Taker(), threading.Event()
    job = jobs.start(Lane.NETWORK, lambda: release.wait(10), done=taker.take)
    job.cancel()
    settle()
    assert not job.ended
    release.set()
    qtbot.waitUntil(lambda: job.ended)  # type: ignore[attr-defined]
    assert taker.results == []
