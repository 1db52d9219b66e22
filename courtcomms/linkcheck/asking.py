"""One check from its first address to its last: turns, tries, and what is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from courtcomms.linkcheck import retries
from courtcomms.linkcheck.address import pace_key, read_address
from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.beside import Beside
from courtcomms.linkcheck.hops import broken
from courtcomms.linkcheck.network import Network
from courtcomms.linkcheck.pacing import HostPace, Job, Pacer, Turns
from courtcomms.linkcheck.tools import Parts, Tools, origin_of
from courtcomms.linkcheck.verdicts import judge
from courtcomms.model.link_checks import LinkCheck
from courtcomms.progress import Progress

_LOG = logging.getLogger(__name__)

#: Seconds between two looks at whether the check is still wanted, and two words on how far it is.
_TICK = 0.2

Tell = Callable[[LinkCheck], None]
TellPace = Callable[[Sequence[HostPace]], None]


class Check:
    """Asks for many addresses; made and run inside a loop, once."""

    def __init__(self, parts: Parts, tell: Tell, progress: Progress, pace: TellPace | None) -> None:
        self._settings, self._first_delay = parts.settings, parts.first_delay
        self._tell, self._progress, self._tell_pace = tell, progress, pace
        self._tools = Tools(parts)
        self._network = Network(self._tools.names, parts.online)
        self._pacer = Pacer(parts.settings.per_host, parts.settings.at_once, self._begin)
        self._beside = Beside(self._tools.follower, self._pacer, parts.settings)
        self._tasks: set[asyncio.Task[None]] = set()
        self._end: asyncio.Future[FailureKind | None] = asyncio.get_running_loop().create_future()
        self._pauses: dict[str, float] = {}
        self._total = 0
        self.told = 0

    async def run(self, urls: Sequence[str]) -> FailureKind | None:
        """Ask for all; what kept it from the network at all, or ``None`` where everything was told.

        Raises:
            Cancelled: it is no longer wanted; and whatever ``tell`` raises.
        """
        self._total = len(urls)
        async with self._tools.client:
            try:
                self._look()
                self._add(urls)
                self._spawn(self._tick())
                obstacle = await self._end
            finally:
                await self._stop()
        self._look()
        return obstacle

    def _add(self, urls: Iterable[str]) -> None:
        jobs = [_job(url) for url in urls]
        for job in jobs:
            self._tools.kept.expect(job.origin)
        self._pacer.add(jobs)
        if not jobs:
            self._finish(None)

    async def _stop(self) -> None:
        self._pacer.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await self._tools.client.close()
        await self._beside.close()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_TICK)
            self._look()

    def _look(self) -> None:
        """Say how far it is; whoever does not want it any more raises here."""
        self._progress.tell(self.told, self._total)
        if self._tell_pace is not None:
            self._tell_pace(self._pacer.paces())

    def _finish(self, obstacle: FailureKind | None) -> None:
        if not self._end.done():
            self._end.set_result(obstacle)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """What a task raises is meant for whoever wants the check: it was raised by what he gave it."""
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None and not self._end.done():
            self._end.set_exception(error)

    def _begin(self, job: Job) -> None:
        self._tools.kept.begun(job.origin)
        self._spawn(self._ask(job))

    async def _ask(self, job: Job) -> None:
        turns = Turns(self._pacer, job.key)
        try:
            fetched = await self._tools.follower.follow(job.url, turns, self._settings.body_bytes)
        finally:
            turns.close()
        job.tries += 1
        job.spent += turns.spent
        self._network.saw(fetched)
        if await self._network.is_missing(fetched):
            self._finish(fetched.failure.kind if fetched.failure else None)
        elif not self._again(job, fetched):
            await self._done(job, replace(fetched, tries=job.tries))

    def _again(self, job: Job, fetched: Fetched) -> bool:
        """Let an address that failed for now be asked once more, and its host rest if it asks for that."""
        delay = retries.wait_before_again(fetched, job.tries, job.spent, self._settings, self._first_delay)
        self._rest(fetched, delay)
        if delay is None:
            return False
        job.spent += delay
        self._tools.kept.expect(job.origin)
        self._pacer.add_later(job, delay)
        return True

    def _rest(self, fetched: Fetched, delay: float | None) -> None:
        """Leave a host that has too much to do alone; but not for ever, if that does not help."""
        if fetched.last is None:
            return
        key = _key(fetched.last.url)
        if not retries.is_busy(fetched):
            self._pauses.pop(key, None)
        elif delay is not None and self._pauses.get(key, 0.0) + delay <= self._settings.retry_seconds:
            self._pauses[key] = self._pauses.get(key, 0.0) + delay
            self._pacer.pause(key, delay)

    async def _done(self, job: Job, fetched: Fetched) -> None:
        try:
            fetched = await self._beside.with_made_up(fetched)
            check = judge(fetched, datetime.now(UTC))
        except Exception as error:  # noqa: BLE001 - one page that breaks a rule must not end the check
            _LOG.warning("an answer of %s could not be judged", job.key, exc_info=error)
            check = judge(broken(job.url, error), datetime.now(UTC))
        if self._end.done():
            return
        self._pacer.finished(job.key)
        self.told += 1
        self._tell(check)
        if self.told == self._total:
            self._finish(None)


async def fetch(parts: Parts, url: str) -> Fetched:
    """Ask for one address once, within the same limits."""
    tools = Tools(parts)
    async with tools.client:
        turns = Turns(Pacer(1, 1, lambda job: None))
        return await tools.follower.follow(url, turns, parts.settings.body_bytes)


def _job(url: str) -> Job:
    address = read_address(url)
    return Job(url, _key(url), origin_of(address) if address is not None else "")


def _key(url: str) -> str:
    """The host that counts for pacing; "" for what is no address."""
    address = read_address(url)
    return pace_key(address.host) if address is not None else ""
