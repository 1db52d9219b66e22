"""Asks for one page once: no redirects, no judging, bounded in every way."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from weakref import WeakSet

import aiohttp
from yarl import URL

from courtcomms import __version__
from courtcomms.linkcheck.address import Address
from courtcomms.linkcheck.answers import Answer, Failure, FailureKind
from courtcomms.linkcheck.bodies import ENCODINGS, Body
from courtcomms.linkcheck.failures import failure_of
from courtcomms.linkcheck.guard import Gate
from courtcomms.linkcheck.proxies import Proxies
from courtcomms.linkcheck.resolving import Names
from courtcomms.linkcheck.settings import LinkSettings

_LOG = logging.getLogger(__name__)

#: Who asks: honest, and in the form that servers expect.
AGENT = f"Mozilla/5.0 (compatible; courtcomms/{__version__})"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "uk",
    "Accept-Encoding": ENCODINGS,
}
REDIRECTS = frozenset({301, 302, 303, 307, 308})

#: So much of a body that drips in is a page already: a browser shows it, though it has not ended.
_ENOUGH_TO_SHOW = 4096
_REDIRECT_BYTES, _REDIRECT_SECONDS = 8192, 0.5
_MOST_HEADERS = 200
_READ_BUFFER = 16 * 1024
_KEEP_SECONDS = 5.0
_GOODBYE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request brought: an answer, or why none; cookies as they were sent (``Set-Cookie``)."""

    outcome: Answer | Failure
    cookies: tuple[str, ...] = ()


class Client:
    """Holds the connections of one check; an async context manager.

    Args:
        trust: makes what judges certificates, or gives it again; asked when it is first needed.
        keep: whether another request to the same host and port will come, so that its connection is kept.
    """

    def __init__(
        self,
        settings: LinkSettings,
        gate: Gate,
        names: Names,
        proxies: Proxies,
        trust: Callable[[], ssl.SSLContext],
        keep: Callable[[Address], bool],
    ) -> None:
        self._settings, self._gate, self._names = settings, gate, names
        self._proxies, self._trust, self._keep = proxies, trust, keep
        self._session: aiohttp.ClientSession | None = None
        self._sockets: WeakSet[socket.socket] = WeakSet()

    async def __aenter__(self) -> Client:
        connector = aiohttp.TCPConnector(
            resolver=self._names,
            use_dns_cache=False,  # names are remembered by the resolver, which judges them each time
            limit=0,  # the pacer keeps the limits
            keepalive_timeout=_KEEP_SECONDS,
            socket_factory=self._socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers=_HEADERS,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=self._settings.connect_seconds),
            auto_decompress=False,
            trust_env=False,
            read_bufsize=_READ_BUFFER,
            max_line_size=self._settings.header_bytes,
            max_field_size=self._settings.header_bytes,
            max_headers=_MOST_HEADERS,
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Break off everything that is under way, and see that nothing of it is left.

        A connection of TLS waits for half a minute for the other side to say goodbye, and would outlive the
        loop: so its socket is shut.
        """
        if self._session is not None:
            await self._session.close()
        await self._names.close()
        for link in list(self._sockets):
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        end = asyncio.get_running_loop().time() + _GOODBYE_SECONDS
        while any(link.fileno() >= 0 for link in list(self._sockets)):
            if asyncio.get_running_loop().time() > end:
                break
            await asyncio.sleep(0.002)

    def _socket(self, place: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        """The last look at what is really dialled."""
        family, kind, protocol, _, where = place
        if not self._gate.may_dial(str(where[0]), int(str(where[1]))):
            raise OSError(f"not judged before: {where[0]}")
        link = socket.socket(family, kind, protocol)
        self._sockets.add(link)
        return link

    async def ask(self, address: Address, cookie: str, seconds: float, body_bytes: int) -> Reply:
        """Ask for a page; whatever goes wrong is a failure in the reply.

        Args:
            cookie: the header ``Cookie``; "" for none.
            seconds: for everything together; what has come by then counts if it is enough to be shown.
            body_bytes: how much of the body is wanted, unpacked.
        """
        proxied = False
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            async with asyncio.timeout_at(deadline):
                proxy = await self._proxies.of(address)
                proxied = proxy is not None
                response = await self._sent(address, cookie, proxy)
            try:
                return await self._read(response, address, proxied, body_bytes, deadline)
            finally:
                if not self._keep(address):
                    response.close()
                response.release()
        except Exception as error:  # noqa: BLE001 - hostile answers break things in ways that nobody lists
            failure = failure_of(address.url, error, proxied=proxied)
            if failure.kind is FailureKind.GARBAGE:
                _LOG.info("no answer that can be read from %s", address.host, exc_info=error)
            return Reply(failure)

    async def _sent(self, address: Address, cookie: str, proxy: str | None) -> aiohttp.ClientResponse:
        assert self._session is not None
        return await self._session.get(
            URL(address.url, encoded=True),
            allow_redirects=False,
            headers={"Cookie": cookie} if cookie else None,
            proxy=proxy,
            ssl=self._trust() if address.scheme == "https" or proxy else True,
        )

    async def _read(
        self,
        response: aiohttp.ClientResponse,
        address: Address,
        proxied: bool,
        body_bytes: int,
        deadline: float,
    ) -> Reply:
        if proxied and response.status == 407:
            return Reply(Failure(FailureKind.PROXY, address.url, "the proxy wants a name and a password"))
        if _size(response.raw_headers) > self._settings.header_bytes:
            return Reply(Failure(FailureKind.HEADERS, address.url, "more headers than are taken"))
        headers = {name.lower(): _readable(text) for name, text in response.headers.items()}
        answer = Answer(address.url, response.status, headers, whole=False)
        cookies = tuple(response.headers.getall("Set-Cookie", ()))
        if response.status in REDIRECTS and "location" in headers:
            await _skip(response.content)
            return Reply(answer, cookies)
        body = Body(headers.get("content-encoding", ""), body_bytes)
        whole = await _fill(body, response.content, deadline)
        if body.broken and not len(body):  # a browser shows an error of its own then
            return Reply(Failure(FailureKind.GARBAGE, address.url, "the body cannot be unpacked"))
        return Reply(replace(answer, body=bytes(body), whole=whole), cookies)


async def _skip(content: aiohttp.StreamReader) -> None:
    """Read a body that nobody wants, if it is short and there, so that its connection can be used again."""
    deadline = asyncio.get_running_loop().time() + _REDIRECT_SECONDS
    with suppress(TimeoutError, aiohttp.ClientError, OSError):
        await _fill(Body("", _REDIRECT_BYTES), content, deadline)


async def _fill(body: Body, content: aiohttp.StreamReader, deadline: float) -> bool:
    """Read what is wanted of a body; whether that was all.

    What has come counts where the rest breaks off, or drips in too slowly and a page can be seen already.

    Raises:
        TimeoutError: the time was up before that.
        aiohttp.ClientError, OSError: it broke off before anything came.
    """
    try:
        async with asyncio.timeout_at(deadline):
            while not body.full:
                piece = await content.readany()
                if not piece:
                    return body.ended
                body.feed(piece)
    except TimeoutError:
        if len(body) < _ENOUGH_TO_SHOW:
            raise
    except (aiohttp.ClientError, OSError):
        if not len(body):
            raise
    return False


def _size(headers: Iterable[tuple[bytes, bytes]]) -> int:
    return sum(len(name) + len(text) + 4 for name, text in headers)


def _readable(text: str) -> str:
    """A header as text: UTF-8 as aiohttp reads it, Latin-1 where it is not (RFC 9110, 5.5)."""
    if text.isascii():
        return text
    raw = text.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
