"""Turns: so many requests to one host at a time, so many in all, the longest line first."""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

#: Seconds that one address is taken to need while none has been seen to the end.
_GUESS = 0.5


@dataclass(frozen=True, slots=True)
class HostPace:
    """Where the asking of one host is: addresses waiting, requests running, addresses done.

    ``host`` is the key of pacing: all courts' sites are one. ``limit`` requests run at a time, and
    ``seconds_left`` are an estimate from what its addresses have taken so far.
    """

    host: str
    waiting: int
    running: int
    done: int
    limit: int
    seconds_left: float


@dataclass(slots=True)
class Job:
    """One address to be asked for: its host's key, the tries so far and the seconds that these have taken."""

    url: str
    key: str
    origin: str = ""
    tries: int = 0
    spent: float = 0.0


@dataclass(slots=True, eq=False)
class _Host:
    """One host's line. ``ahead`` are those on the way already, who come to it by a redirect."""

    name: str
    waiting: deque[Job] = field(default_factory=deque)
    ahead: deque[asyncio.Future[None]] = field(default_factory=deque)
    running: int = 0
    later: int = 0
    done: int = 0
    busy: float = 0.0
    paused_until: float = 0.0
    ticket: int = 0

    @property
    def left(self) -> int:
        return len(self.waiting) + self.later + len(self.ahead)


class Pacer:
    """Gives turns; of several hosts the one that needs longest comes first, so that the end comes soonest.

    Args:
        start: begins with an address; its first turn is given already.
    """

    def __init__(self, per_host: int, at_once: int, start: Callable[[Job], None]) -> None:
        self._per_host, self._at_once, self._start = max(1, per_host), max(1, at_once), start
        self._loop = asyncio.get_running_loop()
        self._hosts: dict[str, _Host] = {}
        self._lines: list[tuple[float, int, _Host]] = []
        self._running = self._tickets = self._done = 0
        self._busy = 0.0
        self._closed = False

    def add(self, jobs: list[Job]) -> None:
        """Let addresses wait at the end of their hosts' lines."""
        hosts = {}
        for job in jobs:
            host = hosts[job.key] = self._host(job.key)
            host.waiting.append(job)
        for host in hosts.values():
            self._offer(host)
        self._pump()

    def add_later(self, job: Job, delay: float) -> None:
        """Let an address wait ``delay`` seconds without a turn, then as the first of its line."""
        self._host(job.key).later += 1
        self._loop.call_later(delay, self._back, job)

    def _back(self, job: Job) -> None:
        host = self._host(job.key)
        host.later -= 1
        host.waiting.appendleft(job)
        self._changed(host)

    def pause(self, key: str, seconds: float) -> None:
        """Give no turn at a host for so long: it asked for less."""
        host = self._host(key)
        host.paused_until = max(host.paused_until, self._loop.time() + seconds)
        self._loop.call_at(host.paused_until + 0.001, self._changed, host)

    async def enter(self, key: str) -> None:
        """Wait for a turn at a host; before those who have not begun."""
        host = self._host(key)
        turn = self._loop.create_future()
        host.ahead.append(turn)
        self._changed(host)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave(key, 0.0)
            raise

    def leave(self, key: str, seconds: float) -> None:
        """Give a turn back after so many seconds."""
        host = self._hosts[key]
        host.running -= 1
        self._running -= 1
        host.busy += seconds
        self._busy += seconds
        self._changed(host)

    def finished(self, key: str) -> None:
        """Say that one address of a host is done with."""
        host = self._hosts[key]
        host.done += 1
        if host.busy:  # what was refused without being asked says nothing of how long the others take
            self._done += 1

    def close(self) -> None:
        """Give no more turns."""
        self._closed = True

    def paces(self) -> tuple[HostPace, ...]:
        """Every host that is or was asked, the one that needs longest first."""
        hosts = [
            host for host in self._hosts.values() if host.name and (host.left or host.running or host.done)
        ]
        paces = (
            HostPace(host.name, host.left, host.running, host.done, self._per_host, self._seconds_left(host))
            for host in hosts
        )
        return tuple(sorted(paces, key=lambda pace: (-pace.seconds_left, pace.host)))

    def _host(self, key: str) -> _Host:
        return self._hosts.setdefault(key, _Host(key))

    def _seconds_left(self, host: _Host) -> float:
        work = host.left + host.running
        if not work:
            return 0.0
        usual = self._busy / self._done if self._done else _GUESS
        each = host.busy / host.done if host.done and host.busy else usual
        pause = max(0.0, host.paused_until - self._loop.time())
        return pause + each * max(1.0, work / self._per_host)

    def _weight(self, host: _Host) -> float:
        """How much a host has before it, in addresses of the usual kind."""
        known = host.done and host.busy and self._done
        slower = (host.busy / host.done) / (self._busy / self._done) if known else 1.0
        return (host.left + host.running) * slower

    def _ready(self, host: _Host) -> bool:
        return (
            host.running < self._per_host
            and bool(host.ahead or host.waiting)
            and host.paused_until <= self._loop.time()
        )

    def _changed(self, host: _Host) -> None:
        self._offer(host)
        self._pump()

    def _offer(self, host: _Host) -> None:
        """Put a host into the order of hosts anew; its older places there count no more."""
        if self._ready(host):
            self._tickets += 1
            host.ticket = self._tickets
            heapq.heappush(self._lines, (-self._weight(host), host.ticket, host))

    def _pump(self) -> None:
        while self._lines and self._running < self._at_once and not self._closed:
            _, ticket, host = heapq.heappop(self._lines)
            if ticket == host.ticket and self._ready(host):
                self._give(host)
                self._offer(host)

    def _give(self, host: _Host) -> None:
        while host.ahead:
            turn = host.ahead.popleft()
            if not turn.done():
                self._took(host)
                turn.set_result(None)
                return
        if host.waiting:
            self._took(host)
            self._start(host.waiting.popleft())

    def _took(self, host: _Host) -> None:
        host.running += 1
        self._running += 1


class Turns:
    """The turns of one address, one after another; the first was given to it with its start."""

    def __init__(self, pacer: Pacer, granted: str | None = None) -> None:
        self._pacer, self._granted = pacer, granted
        self.spent = 0.0

    @asynccontextmanager
    async def at(self, key: str) -> AsyncIterator[None]:
        """Have a turn at a host, for one request."""
        if self._granted == key:
            self._granted = None
        else:
            self.close()
            await self._pacer.enter(key)
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            yield
        finally:
            seconds = clock() - started
            self.spent += seconds
            self._pacer.leave(key, seconds)

    def close(self) -> None:
        """Give back what was given and not used."""
        if self._granted is not None:
            self._pacer.leave(self._granted, 0.0)
            self._granted = None
