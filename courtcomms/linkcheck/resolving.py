"""Names to addresses: asked of the system in threads that nobody has to wait for, each judged before use."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar

from aiohttp.abc import AbstractResolver, ResolveResult

from courtcomms.linkcheck.answers import FailureKind
from courtcomms.linkcheck.guard import Gate

T = TypeVar("T")

#: ``resolve(host, port)``: where to dial for it, as (ip in digits, port). Raises ``socket.gaierror``. It is
#: called in threads, several at a time.
Resolve = Callable[[str, int], Sequence[tuple[str, int]]]

# What says for certain that there is no such name: EAI_NONAME and EAI_NODATA here, and Windows'
# WSAHOST_NOT_FOUND and WSANO_DATA. Everything else is the name server's own trouble.
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME), 11001, 11004})


class NameFailure(OSError):
    """A name that leads nowhere: there is none, or nobody could say, or it leads where nobody may dial."""

    def __init__(self, kind: FailureKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


def system_lookup(host: str, port: int) -> Sequence[tuple[str, int]]:
    """What the system says of a name, IPv6 and IPv4 in its order of preference.

    Raises:
        socket.gaierror: it knows none, or cannot ask.
    """
    # As bytes, so that Python does not encode it by rules of 2003; WHATWG has done it already.
    found = socket.getaddrinfo(
        host.encode("ascii"), port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
    )
    return tuple((str(place[4][0]), port) for place in found)


async def in_thread(work: Callable[[], T]) -> T:
    """Do something slow in a thread of its own; whoever stops waiting leaves it to itself.

    asyncio's own threads are waited for when the loop ends, and so would keep a cancelled check for as long
    as a dead name server keeps silent.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            settle = partial(_succeed, future, work())
        except Exception as error:  # noqa: BLE001 - it is raised where the work is awaited
            settle = partial(_fail, future, error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle)

    threading.Thread(target=run, name="linkcheck", daemon=True).start()
    return await future


def _succeed(future: asyncio.Future[T], result: T) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: asyncio.Future[T], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)


class Names(AbstractResolver):
    """Asks for each name once a check, and lets through only what the gate admits.

    Args:
        gate: judges each address that a name leads to.
        resolve: who is asked.
        seconds: how long an answer may take; without one in time it is the name server's failure.
    """

    def __init__(self, gate: Gate, resolve: Resolve, seconds: float) -> None:
        self._gate, self._resolve, self._seconds = gate, resolve, seconds
        self._asked: dict[tuple[str, int], asyncio.Task[Sequence[tuple[str, int]]]] = {}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Where ``host:port`` lives, as aiohttp wants it.

        Raises:
            NameFailure: nowhere, or only where the gate lets nobody dial.
        """
        found = await self.look_up(host, port)
        if not found:
            raise NameFailure(FailureKind.NO_HOST, f"{host}: no address")
        places = [(ip, at) for ip, at in found if self._gate.admits(host, ip, at, port)]
        if not places:
            raise NameFailure(FailureKind.PRIVATE, f"{host} leads to {found[0][0]}")
        return [_result(host, ip, at) for ip, at in places]

    async def look_up(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        """What the name server says; all who ask for one name at once wait for one answer."""
        task = self._asked.get((host, port))
        if task is None or _failed_for_now(task):
            task = asyncio.create_task(self._ask(host, port))
            task.add_done_callback(_failed_for_now)  # an error that nobody waits for any more is taken
            self._asked[host, port] = task
        return await asyncio.shield(task)

    async def _ask(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        try:
            async with asyncio.timeout(self._seconds):
                return await in_thread(partial(self._resolve, host, port))
        except TimeoutError:
            raise NameFailure(FailureKind.NAME_SERVER, f"{host}: no answer in time") from None
        except OSError as error:
            known = isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_NAME
            kind = FailureKind.NO_HOST if known else FailureKind.NAME_SERVER
            raise NameFailure(kind, f"{host}: {error}") from error

    async def close(self) -> None:
        """Stop waiting for answers."""
        tasks = list(self._asked.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _failed_for_now(task: asyncio.Task[Sequence[tuple[str, int]]]) -> bool:
    """Whether asking again may help: the name server failed, and not the name."""
    if not task.done() or task.cancelled():
        return False
    error = task.exception()
    return error is not None and getattr(error, "kind", None) is not FailureKind.NO_HOST


def _result(host: str, ip: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    return ResolveResult(
        hostname=host, host=ip, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
    )
