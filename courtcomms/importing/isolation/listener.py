"""Talking with a reading process without ever waiting for it longer than agreed."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Iterable
from typing import IO, Any

from courtcomms.importing.isolation.children import Child
from courtcomms.importing.isolation.frames import BadFrame, read_frame, write_frame
from courtcomms.progress import Progress

#: Seconds between two questions whether the document is still wanted.
_PAUSE = 0.05
#: The part of its time that the process has for the work alone, on a machine too busy to start it soon.
_LEAST = 0.6
#: Bytes of what a broken process says on its way out that go into the log.
_LAST_WORDS = 4000

_Item = dict[str, Any] | Exception | None


class NoAnswer(Exception):
    """The process ended, or said something that is no answer."""


class Silent(Exception):
    """The process said nothing in time."""


class Listener:
    """Asks a process once and hears it to its answer, the message behind all ``ready`` and ``progress``."""

    def __init__(self, child: Child, progress: Progress, most: int) -> None:
        self._child = child
        self._progress = progress
        self._most = most
        self._told = (0, 0)
        self._heard: queue.Queue[_Item] = queue.Queue(maxsize=64)
        self._words: list[bytes] = []

    def ask(self, request: dict[str, Any], start_seconds: float, seconds: float) -> dict[str, Any]:
        """The answer to a request.

        Raises:
            NoAnswer: there is none; the text is for the log.
            Silent: not ready in ``start_seconds``, or no answer in ``seconds``. Where the start was slow,
                most of these count from its end.
            Cancelled: the document is no longer wanted.
        """
        threads = [threading.Thread(target=work, daemon=True) for work in (self._listen, self._gather)]
        for thread in threads:
            thread.start()
        try:
            self._send(request)
            return self._answer(start_seconds, seconds)
        finally:
            self._child.kill()
            self._let_go(threads)

    def _send(self, request: dict[str, Any]) -> None:
        try:
            write_frame(_pipe(self._child.process.stdin), request)
        except OSError as error:
            raise NoAnswer(f"it took no request ({error})") from error

    def _answer(self, start_seconds: float, seconds: float) -> dict[str, Any]:
        started = time.monotonic()
        until = started + start_seconds
        while True:
            message = self._next(until)
            if "ready" in message:
                until = max(started + seconds, time.monotonic() + _LEAST * seconds)
            elif "progress" in message:
                self._tell(message["progress"])
            else:
                return message

    def _next(self, until: float) -> dict[str, Any]:
        while True:
            self._progress.tell(*self._told)
            left = until - time.monotonic()
            if left <= 0:
                raise Silent
            try:
                item = self._heard.get(timeout=min(_PAUSE, left))
            except queue.Empty:
                continue
            if isinstance(item, dict):
                return item
            raise NoAnswer(str(item or "it ended") + self._last_words())

    def _tell(self, told: Any) -> None:
        if not (isinstance(told, list) and len(told) == 2 and all(type(item) is int for item in told)):
            raise NoAnswer("progress that is none")
        self._told = (told[0], told[1])

    def _listen(self) -> None:
        """In a thread: everything that comes, to the end."""
        pipe = _pipe(self._child.process.stdout)
        try:
            while (message := read_frame(pipe, self._most)) is not None:
                self._heard.put(message)
            self._heard.put(None)
        except (BadFrame, OSError, ValueError) as error:
            self._heard.put(error)

    def _gather(self) -> None:
        """In a thread: the last words of the process, however many there are."""
        pipe = _pipe(self._child.process.stderr)
        while block := pipe.read1(_LAST_WORDS):  # type: ignore[attr-defined]
            self._words = [*self._words, block][-2:]

    def _last_words(self) -> str:
        words = b"".join(self._words)[-_LAST_WORDS:].decode("utf-8", "replace").strip()
        return f"; {words}" if words else ""

    def _let_go(self, threads: Iterable[threading.Thread]) -> None:
        """See the threads off; the listening one may still hold messages that nobody waits for."""
        for thread in threads:
            while thread.is_alive():
                with contextlib.suppress(queue.Empty):
                    self._heard.get_nowait()
                thread.join(_PAUSE / 10)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
