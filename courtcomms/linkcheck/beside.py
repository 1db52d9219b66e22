"""Asks a host for a page that cannot exist there, once for all addresses of one folder."""

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
        self._known: OrderedDict[tuple[str, str], Fetched] = OrderedDict()
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    async def with_made_up(self, fetched: Fetched) -> Fetched:
        """The same with what its host says of a made-up address, where that would decide something."""
        url = made_up_address(fetched)
        if url is None:
            return fetched
        folder, _, name = url.rpartition("/")
        key = (folder, name.rpartition(".")[2] if "." in name else "")
        async with self._locks.setdefault(key, asyncio.Lock()):
            if key not in self._known:
                self._known[key] = await self._follower.follow(url, Turns(self._pacer), self._bytes)
            self._known.move_to_end(key)
        if len(self._known) > _MOST_REMEMBERED:
            forgotten, _ = self._known.popitem(last=False)
            self._locks.pop(forgotten, None)
        return replace(fetched, made_up=self._known.get(key))
