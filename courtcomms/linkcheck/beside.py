"""Asks a host for a page that cannot exist there, once for all addresses with the same made-up neighbour."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace

from courtcomms.linkcheck.answers import Fetched
from courtcomms.linkcheck.hops import Follower
from courtcomms.linkcheck.pacing import Pacer, Turns
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.linkcheck.soft404 import made_up_address

_MOST_BYTES = 64 * 1024
_MOST_REMEMBERED = 64


class Beside:
    """Remembers for one check what hosts say of what they do not have."""

    def __init__(self, follower: Follower, pacer: Pacer, settings: LinkSettings) -> None:
        self._follower, self._pacer = follower, pacer
        self._bytes = min(_MOST_BYTES, settings.body_bytes)
        self._asked: OrderedDict[str, asyncio.Task[Fetched]] = OrderedDict()

    async def with_made_up(self, fetched: Fetched) -> Fetched:
        """The same with what its host says of a made-up address, where that would decide something."""
        url = made_up_address(fetched)
        if url is None:
            return fetched
        if url not in self._asked:
            self._asked[url] = asyncio.create_task(
                self._follower.follow(url, Turns(self._pacer), self._bytes)
            )
        task = self._asked[url]
        self._asked.move_to_end(url)
        self._forget()
        return replace(fetched, made_up=await asyncio.shield(task))

    def _forget(self) -> None:
        """Let go of answers that were not needed for longest; what is under way stays."""
        oldest = next(iter(self._asked))
        if len(self._asked) > _MOST_REMEMBERED and self._asked[oldest].done():
            del self._asked[oldest]

    async def close(self) -> None:
        """Ask for nothing any more."""
        tasks = list(self._asked.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
