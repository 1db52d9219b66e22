"""The server of one case, on a loopback address of its own."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import struct
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.link_cases.case import Case, Listener, Tls
from benchmarks.link_cases.certificates import Certificates
from benchmarks.link_cases.say import answer, page
from benchmarks.link_cases.visit import Reset, Visit

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

_HEAD_LIMIT = 1 << 20
_GARBAGE = b"\x00\x17no handshake here\r\n" * 20
#: With this byte begins who wants TLS.
_HANDSHAKE = b"\x16"
#: RST in place of FIN when the socket closes.
_LINGER = struct.pack("ii", 1, 0)


@dataclass(slots=True)
class Site:
    """Plays a case at ``ip``; its ports are known once it listens."""

    case: Case
    ip: str
    trap: int
    certificates: Certificates
    http: int = 0
    https: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    _closed: socket.socket | None = None

    async def listen(self) -> None:
        """Open the ports."""
        if self.case.listener is Listener.REFUSES:
            # Bound and not listening: the port stays taken, and who connects is refused.
            self._closed = socket.socket()
            self._closed.bind((self.ip, 0))
            self.http = self.https = self._closed.getsockname()[1]
            return
        self.http = await self._open(self._serve, None)
        self.https = self.http
        if self.case.tls in (Tls.GARBAGE, Tls.CLOSES):
            self.https = await self._open(self._break_handshake, None)
        elif self.case.tls is not Tls.NONE:
            names = (self.case.own_host.encode("idna").decode(), self.ip)
            self.https = await self._open(self._serve, self.certificates.context(self.case.tls, *names))

    async def _open(self, serve: Serve, tls: ssl.SSLContext | None) -> int:
        server = await asyncio.start_server(serve, self.ip, 0, ssl=tls, limit=_HEAD_LIMIT)
        port: int = server.sockets[0].getsockname()[1]
        return port

    async def _break_handshake(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            await reader.read(1)
            if self.case.tls is Tls.GARBAGE:
                writer.write(_GARBAGE)
            writer.close()
            await writer.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request for each connection, then it is closed."""
        try:
            first = await reader.readexactly(1)
            if first == _HANDSHAKE:
                writer.write(answer(400, page("400 Bad Request", "Plain HTTP is spoken here")))
                return
            secure = writer.get_extra_info("ssl_object") is not None
            visit = self._visit(first + await reader.readuntil(b"\r\n\r\n"), secure)
            await self._play(visit, reader, writer)
        except Reset:
            _tear(writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # The client left, or never began.
        finally:
            writer.close()

    async def _play(self, visit: Visit, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self.case.play is not None
        known = self.case.knows(visit.path)
        told = self.case.play(visit) if known else answer(404, page("404 Not Found", "Немає"))
        if isinstance(told, bytes):
            top, gap, _ = told.partition(b"\r\n\r\n")
            writer.write(top + gap if visit.method == "HEAD" else told)
            await writer.drain()
            return
        # A client that leaves is seen even while the server is silent.
        left = asyncio.ensure_future(reader.read(1))
        playing = asyncio.ensure_future(_send(told, visit, writer))
        await asyncio.wait((left, playing), return_when=asyncio.FIRST_COMPLETED)
        left.cancel()
        if not playing.cancel():
            playing.result()

    def _visit(self, head: bytes, secure: bool) -> Visit:
        start, *lines = head.decode("latin-1").split("\r\n")
        method, target, _version = start.split(" ", 2)
        fields = (line.partition(":") for line in lines if ":" in line)
        headers = {name.strip().lower(): value.strip() for name, _, value in fields}
        host = headers.get("host", self.ip).partition(":")[0]
        count = self._counts[target]
        self._counts[target] += method == "GET"
        ports = (self.http, self.https, self.trap)
        return Visit(method, target, headers, host, *ports, secure=secure, count=count)


async def _send(pieces: AsyncIterator[bytes], visit: Visit, writer: asyncio.StreamWriter) -> None:
    async for piece in pieces:
        writer.write(piece)
        await writer.drain()
        if visit.method == "HEAD":
            return


def _tear(writer: asyncio.StreamWriter) -> None:
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
    writer.transport.abort()
