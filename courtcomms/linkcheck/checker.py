"""The checker of links: asks for many addresses at once, each host at its own pace, and tells what each said.

It runs an asyncio loop of its own in the thread that calls it, and that loop is always the one that selects:
Windows' other one (IOCP) waits, when it is closed, for whatever it was doing, and so cannot be torn down
within a second; it also reports connections that servers reset as errors of its own. What selects takes 512
sockets there, of which a check needs at most about 250. It asks for nothing from the main thread, neither
signals nor Qt, so that it works in any thread of the window.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from courtcomms.linkcheck import asking, reading
from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.asking import Tell, TellPace
from courtcomms.linkcheck.certificates import system_trust
from courtcomms.linkcheck.guard import Guard, is_global
from courtcomms.linkcheck.network import Online
from courtcomms.linkcheck.pacing import HostPace
from courtcomms.linkcheck.proxies import ProxyFor, system_proxy
from courtcomms.linkcheck.reading import TellFetched
from courtcomms.linkcheck.resolving import Resolve, system_lookup
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.linkcheck.tools import Parts
from courtcomms.progress import SILENT, Progress

__all__ = ["CheckRun", "HostPace", "LinkChecker"]

_LOG = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CheckRun:
    """How a check went: addresses asked for, results told, seconds taken.

    ``no_network`` where there is no network at all, because of ``obstacle`` (names that nobody knows, no way
    to anywhere, a proxy out of reach); nothing was told as bad for these reasons then.
    """

    asked: int
    told: int
    no_network: bool
    seconds: float
    obstacle: FailureKind | None = None


class LinkChecker:
    """Asks for addresses with the network; can be used again and again, from any thread, by one at a time.

    Args:
        settings: limits, and the hosts of his own network that the user vouches for.
        proxy_for: the proxy for an address, or ``None``; called in threads.
        resolve: where names lead, instead of the system's answer; called in threads.
        trust: whose certificates are trusted, instead of the system's.
        guard: whether an address in digits may be dialled for a host; by default only those of the world.
        online: whether there is a network, instead of the checker's own look; called in a thread.
        first_delay: seconds before the second try; each further wait is twice as long.
    """

    def __init__(
        self,
        settings: LinkSettings = DEFAULT,
        *,
        proxy_for: ProxyFor = system_proxy,
        resolve: Resolve | None = None,
        trust: ssl.SSLContext | None = None,
        guard: Guard = is_global,
        online: Online | None = None,
        first_delay: float = 1.0,
    ) -> None:
        self._settings, self._proxy_for, self._given_trust = settings, proxy_for, trust
        self._resolve, self._guard, self._online = resolve or system_lookup, guard, online
        self._first_delay = first_delay

    def check(
        self,
        urls: Iterable[str],
        tell: Tell,
        *,
        progress: Progress = SILENT,
        pace: TellPace | None = None,
    ) -> CheckRun:
        """Ask for each address once, however it is written, and return when all are done.

        Args:
            urls: addresses as they stand in a cell, or as ``Address.url``; the result bears the latter.
            tell: called with each result as it comes, in this thread.
            progress: told how many are done, about five times a second.
            pace: told the same for each host, the one that needs longest first.

        Raises:
            Cancelled: ``progress`` says so; everything is torn down, what was told stays told.
        """
        started = time.monotonic()
        wanted = tuple(dict.fromkeys(map(_asked_as, urls)))

        async def run() -> tuple[FailureKind | None, int]:
            check = asking.Check(self._parts, tell, progress, pace)
            return await check.run(wanted), check.told

        obstacle, told = _in_a_loop(run())
        seconds = time.monotonic() - started
        return CheckRun(len(wanted), told, obstacle is not None, seconds, obstacle)

    def fetch(self, url: str) -> Fetched:
        """Ask for one address once, without judging: for a page's title, or the archive."""
        return _in_a_loop(asking.fetch(self._parts, _asked_as(url)))

    def fetch_each(
        self, urls: Iterable[str], tell: TellFetched, *, progress: Progress = SILENT
    ) -> FailureKind | None:
        """Ask for each address once, without judging: for the titles of several pages.

        Args:
            urls: as for :meth:`check`; what is told bears ``Address.url``.
            tell: called with what each brought as it comes, in this thread.
            progress: told how many are done.

        Returns what keeps it from the network at all, ``None`` where everything was told.

        Raises:
            Cancelled: ``progress`` says so; what was told stays told.
        """
        wanted = tuple(dict.fromkeys(map(_asked_as, urls)))
        return _in_a_loop(reading.fetch_each(self._parts, wanted, tell, progress))

    @cached_property
    def _parts(self) -> Parts:
        return Parts(
            settings=self._settings,
            proxy_for=self._proxy_for,
            resolve=self._resolve,
            trust=lambda: self._trust,
            guard=self._guard,
            online=self._online,
            first_delay=self._first_delay,
        )

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return self._given_trust or system_trust()


def _asked_as(text: str) -> str:
    address = read_address(text)
    return address.url if address is not None else text


def _in_a_loop(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.get_loop().set_exception_handler(_log)
        return runner.run(work)


def _log(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What connections have to complain of after they are of no interest any more."""
    _LOG.info("loop: %s", context.get("message"), exc_info=context.get("exception"))
