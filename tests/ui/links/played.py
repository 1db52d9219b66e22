"""The whole internet, as far as a report needs it: a server on loopback that answers for every host."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

from courtcomms.linkcheck.checker import LinkChecker
from courtcomms.linkcheck.settings import LinkSettings


@dataclass(frozen=True, slots=True)
class Say:
    """What a host says of a path."""

    status: int = 200
    title: str = "Новини суду"
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def body(self) -> bytes:
        text = f"<p>{self.title}: судді суду розповіли про роботу у приміщенні і відповіли на запитання.</p>"
        page = f'<html lang="uk"><head><title>{self.title}</title></head><body>{text * 20}</body></html>'
        return page.encode()


def moved(address: str) -> Say:
    """A page that has moved for good."""
    return Say(301, "Перенесено", (("Location", address),))


@dataclass
class Net:
    """``says`` by host and path; anything else is not there. ``asked`` are the addresses in order.

    What is in ``held`` answers only once its event is set. Without ``online`` there is no network.
    """

    says: dict[str, Say] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    held: dict[str, threading.Event] = field(default_factory=dict)
    ports: dict[int, int] = field(default_factory=dict)
    trust: ssl.SSLContext | None = None
    online: bool = True

    def hold(self, place: str) -> threading.Event:
        """Let a page wait until the event is set."""
        return self.held.setdefault(place, threading.Event())

    def resolve(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        """Every host lives here."""
        if not self.online:
            raise socket.gaierror(socket.EAI_AGAIN, "no name server")
        return [("127.0.0.1", self.ports[port])]

    def checker(self, settings: LinkSettings) -> LinkChecker:
        """A checker for which this is the world."""
        return LinkChecker(
            settings,
            proxy_for=no_proxy,
            resolve=self.resolve,
            trust=self.trust,
            guard=anywhere,
            online=lambda: self.online,
            first_delay=0.01,
        )


def no_proxy(_url: str) -> None:
    """Loopback is asked directly, whatever the machine says."""


def anywhere(*_place: object) -> bool:
    """Loopback is the world."""
    return True


@contextmanager
def playing(says: Mapping[str, Say]) -> Iterator[Net]:
    """Play the hosts of ``says`` («host/path») by http and https until the block is left."""
    authority = trustme.CA()
    hosts = sorted({place.partition("/")[0] for place in says} | {"www.example.com"})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(context)
    net = Net(dict(says), trust=ssl.create_default_context(cadata=authority.cert_pem.bytes().decode()))
    plain, secure = (_Server(("127.0.0.1", 0), _handler(net)) for _ in range(2))
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    net.ports = {80: plain.server_port, 443: secure.server_port}
    threads = [threading.Thread(target=one.serve_forever, args=(0.02,)) for one in (plain, secure)]
    for thread in threads:
        thread.start()
    try:
        yield net
    finally:
        for event in net.held.values():
            event.set()
        for server in (plain, secure):
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, _request: object, _address: object) -> None:
        """A client that goes away is no news."""


def _handler(net: Net) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            place = f"{self.headers.get('Host', '').partition(':')[0]}{self.path}"
            net.asked.append(place)
            say = net.says.get(place, Say(404, "Сторінку не знайдено"))
            if place in net.held:
                net.held[place].wait(30)
            self.send_response(say.status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **dict(say.headers)}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(say.body)))
            self.end_headers()
            self.wfile.write(say.body)

        def log_message(self, *_words: object) -> None:
            """Silence."""

    return Handler
