"""Pages that are asked for in order to be read and not judged: several addresses, each once, in one loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from courtcomms.linkcheck.address import pace_key, read_address
from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.network import Network
from courtcomms.linkcheck.pacing import Job, Pacer, Turns
from courtcomms.linkcheck.tools import Parts, Tools
from courtcomms.progress import Progress

#: Seconds between two looks at whether the pages are still wanted.
_TICK = 0.1

TellFetched = Callable[[Fetched], None]


async def fetch_each(
    parts: Parts, urls: Sequence[str], tell: TellFetched, progress: Progress
) -> FailureKind | None:
    """Ask for each address once, at the usual pace of its host, and tell what it brought as it comes.

    Returns what keeps it from the network at all, ``None`` where everything was told.

    Raises:
        Cancelled: ``progress`` says so; everything is torn down, what was told stays told.
    """
    tools = Tools(parts)
    async with tools.client:
        reading = _Reading(parts, tools)
        try:
            return await reading.run(urls, tell, progress)
        finally:
            await reading.stop()


class _Reading:
    """The addresses under way; made and run inside a loop, once."""

    def __init__(self, parts: Parts, tools: Tools) -> None:
        self._follower, self._client, self._most = tools.follower, tools.client, parts.settings.body_bytes
        self._network = Network(tools.names, parts.online)
        self._pacer = Pacer(parts.settings.per_host, parts.settings.at_once, self._begin)
        self._tasks: set[asyncio.Task[Fetched]] = set()

    async def run(self, urls: Sequence[str], tell: TellFetched, progress: Progress) -> FailureKind | None:
        told = 0
        self._pacer.add([Job(url, _key(url)) for url in urls])
        while told < len(urls):
            progress.tell(told, len(urls))
            done, _ = await asyncio.wait(self._tasks, timeout=_TICK, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                self._tasks.discard(task)
                fetched = task.result()
                if await self._network.is_missing(fetched):
                    return fetched.failure.kind if fetched.failure is not None else None
                tell(fetched)
                told += 1
        progress.tell(told, told)
        return None

    async def stop(self) -> None:
        """Give no more turns, and let go of what is still open."""
        self._pacer.close()
        for task in self._tasks:
            task.cancel()
        await self._client.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, job: Job) -> None:
        self._tasks.add(asyncio.create_task(self._ask(job)))

    async def _ask(self, job: Job) -> Fetched:
        turns = Turns(self._pacer, job.key)
        try:
            fetched = await self._follower.follow(job.url, turns, self._most)
        finally:
            turns.close()
        self._network.saw(fetched)
        return fetched


def _key(url: str) -> str:
    """The host that counts for pacing; "" for what is no address."""
    address = read_address(url)
    return pace_key(address.host) if address is not None else ""
