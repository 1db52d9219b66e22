"""Servers on loopback that say anything at all, byte for byte, under invented names."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from courtcomms.linkcheck.answers import Fetched
from courtcomms.linkcheck.checker import CheckRun, LinkChecker
from courtcomms.linkcheck.guard import is_global
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model.link_checks import LinkCheck

#: What stands in every address that a check makes up.
MADE_UP = "nema-takoi-storinky"
#: Short, so that what never ends is seen soon.
LIMITS = replace(DEFAULT, connect_seconds=2.0, whole_seconds=5.0)
PAGE = (
    "<html><head><title>Суд провів день відкритих дверей для учнів ліцею</title></head><body>"
    "<h1>Суд провів день відкритих дверей для учнів ліцею</h1><p>"
    + "Суд провів день відкритих дверей для учнів. " * 30
    + "</p></body></html>"
).encode()


def say(status: int = 200, body: bytes = PAGE, **headers: str) -> bytes:
    """An answer as bytes; names of headers with ``_`` for ``-``."""
    told = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {text}" for name, text in told.items() if text]
    head = "\r\n".join([f"HTTP/1.1 {status} Said", *lines, "", ""])
    return head.encode("utf-8", "surrogateescape") + body


@dataclass(frozen=True)
class Request:
    """What a server was asked."""

    method: str
    path: str
    host: str
    headers: dict[str, str]


@dataclass
class Talk:
    """One connection, for a player that says more than one answer at once."""

    link: socket.socket
    request: Request
    over: threading.Event

    def send(self, data: bytes) -> None:
        self.link.sendall(data)

    def wait(self, seconds: float) -> None:
        """Keep silent; not longer than the test lasts."""
        self.over.wait(seconds)

    def reset(self) -> None:
        """Break the connection off without a word."""
        self.link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.link.close()


Player = Callable[[Talk], bytes | None]


@dataclass
class Server:
    """Listens on loopback; a thread a connection.

    Unless it ``has_everything``, it says 404 to addresses that a check makes up, whatever it plays.
    """

    players: dict[str, bytes | Player] = field(default_factory=dict)
    context: ssl.SSLContext | None = None
    address: str = "127.0.0.1"
    has_everything: bool = False
    seen: list[Request] = field(default_factory=list)
    peak: Counter[str] = field(default_factory=Counter)
    connections: int = 0

    def __post_init__(self) -> None:
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        self._listener = socket.create_server((self.address, 0), family=family, backlog=200)
        self._over = threading.Event()
        self._running: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._links: set[socket.socket] = set()
        self._start(self._accept)

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(request.path == path for request in self.seen)

    def close(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for link in list(self._links):
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: Callable[..., None], *args: Any) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            self._links.add(link)
            self.connections += 1
            self._start(self._serve, link)

    def _serve(self, plain: socket.socket) -> None:
        link = plain
        try:
            if self.context is not None:
                link = self.context.wrap_socket(plain, server_side=True)
                self._links.add(link)
            while self._one(link):
                pass
        except (OSError, ValueError):
            pass
        finally:
            for each in {plain, link}:
                self._links.discard(each)
                each.close()

    def _one(self, link: socket.socket) -> bool:
        """Answer one request; whether there may be another."""
        request = _read(link)
        if request is None:
            return False
        with self._lock:
            self.seen.append(request)
            self._running[request.host] += 1
            self.peak[request.host] = max(self.peak[request.host], self._running[request.host])
        try:
            answer = self._play(link, request)
        finally:
            with self._lock:
                self._running[request.host] -= 1
        if answer is None:
            return False
        link.sendall(answer)
        return True

    def _play(self, link: socket.socket, request: Request) -> bytes | None:
        path = request.path.partition("?")[0]
        names = (request.host + path, request.path, path, "*")
        known = [self.players[name] for name in names if name in self.players]
        made_up = MADE_UP in path and not self.has_everything
        if not known or made_up:
            return say(404, b"<title>404</title>")
        player = known[0]
        return player if isinstance(player, bytes) else player(Talk(link, request, self._over))


def _read(link: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = link.recv(65536)
        if not piece:
            return None
        data += piece
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
    return Request(method, path, headers.get("host", ""), headers)


@dataclass
class World:
    """A network of invented names, and a checker that knows no other."""

    server: Server
    servers: list[Server]
    names: dict[str, Sequence[tuple[str, int]] | Exception] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    settings: LinkSettings = LIMITS
    trust: ssl.SSLContext | None = None
    runs: list[CheckRun] = field(default_factory=list)

    def serve(self, **how: Any) -> Server:
        """One more server."""
        server = Server(**how)
        self.servers.append(server)
        return server

    def play(self, path: str, player: bytes | Player) -> None:
        """What the first server says to a path («/a», or «host/a»)."""
        self.server.players[path] = player

    def resolve(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        self.looked_up.append(host)
        known = self.names.get(f"{host}:{port}", self.names.get(host))
        if isinstance(known, Exception):
            raise known
        if known is not None:
            return known
        if host.endswith(".test"):
            return [("127.0.0.1", self.server.port)]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    def guard(self, host: str, ip: str) -> bool:
        """Loopback is the world to invented names; everything else is judged as it always is."""
        return (host.endswith(".test") and ip in ("127.0.0.1", "::1")) or is_global(host, ip)

    def checker(self, settings: LinkSettings | None = None, **how: Any) -> LinkChecker:
        seams: dict[str, Any] = {
            "resolve": self.resolve,
            "guard": self.guard,
            "online": lambda: True,
            "proxy_for": lambda url: None,
            "trust": self.trust,
            "first_delay": 0.01,
        }
        return LinkChecker(settings or self.settings, **(seams | how))

    def fetch(self, url: str, settings: LinkSettings | None = None, **how: Any) -> Fetched:
        return self.checker(settings, **how).fetch(url)

    def check(self, *urls: str, settings: LinkSettings | None = None, **how: Any) -> dict[str, LinkCheck]:
        """Verdicts by address; how the run went is the last of ``runs``."""
        told: list[LinkCheck] = []
        self.runs.append(self.checker(settings, **how).check(urls, told.append))
        assert len({check.url for check in told}) == len(told)
        return {check.url: check for check in told}


def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for something that happens in another thread."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)
