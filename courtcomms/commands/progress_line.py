"""How far a check is, on one line of the terminal; nothing where nobody looks."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from courtcomms.plural import plural
from courtcomms.progress import Progress

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import HostPace

_LONGEST = 100


class ProgressLine:
    """The line that is written over again and again; only a terminal gets it."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._done = ""
        self._host = ""
        self._shown = ""

    def watch(self, done: int, total: int) -> None:
        """So many of so many addresses are done."""
        self._done = f"Перевірено {done} з {total}" if total else ""
        if not self._host:  # else the host's own word follows, and both are shown together
            self._show()

    def pace(self, hosts: Sequence[HostPace]) -> None:
        """What the slowest host is doing."""
        slowest = max(hosts, key=lambda host: host.seconds_left, default=None)
        left = slowest is not None and slowest.waiting + slowest.running > 0
        self._host = pace_words(slowest) if slowest is not None and left else ""
        self._show()

    def clear(self) -> None:
        """Make room for a line that stays."""
        if self._shown:
            sys.stderr.write("\r" + " " * len(self._shown) + "\r")
            sys.stderr.flush()
            self._shown = ""

    def _show(self) -> None:
        words = " · ".join(part for part in (self._done, self._host) if part)[:_LONGEST]
        if self._on and words != self._shown:
            self.clear()
            sys.stderr.write("\r" + words)
            sys.stderr.flush()
            self._shown = words


def pace_words(host: HostPace) -> str:
    """«court.gov.ua: 2 одночасно, ще 12 посилань, ≈ 20 с»."""
    left = host.waiting + host.running
    word = plural(left, "посилання", "посилання", "посилань")
    return f"{host.host}: {host.limit} одночасно, ще {left} {word}, ≈ {max(1, round(host.seconds_left))} с"


@contextmanager
def stopped_by_ctrl_c(line: ProgressLine) -> Iterator[Progress]:
    """A progress that Ctrl+C cancels, so that what was told stays told and remembered."""
    stop = threading.Event()
    progress = Progress(line.watch, stop.is_set)
    if threading.current_thread() is not threading.main_thread():
        yield progress
        return
    before: Any = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
