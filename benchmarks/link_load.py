"""The load of the table of links: fifty hosts on loopback, each address with its own seeded latency.

``python -m benchmarks.link_load`` is the server, a process of its own: it prints its ports as JSON, and
answers each line that it reads with what was asked of it since the last.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
HOSTS = tuple(f"127.0.0.{number}" for number in range(2, 52))
SHORTEST, LONGEST = 0.050, 0.200
_SEED = 2026
_NEWS = re.compile(rb"/news/\d{1,5}-(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the load: its host, and the seconds after which it answers."""

    url: str
    host: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How many requests may be under way: to one host, and together; 0 for no such limit."""

    per_host: int
    together: int


def physical_limit(links: Sequence[Link], limits: Limits) -> float:
    """Seconds that nobody gets below: the busiest host, everything together, the slowest link."""
    hosts: Counter[str] = Counter()
    for link in links:
        hosts[link.host] += link.seconds  # type: ignore[assignment]
    everything = sum(hosts.values())
    busiest = max(hosts.values()) / limits.per_host if limits.per_host else 0.0
    return max(busiest, everything / limits.together, max(link.seconds for link in links))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the server saw: requests in all, and the most under way on one host."""

    requests: int
    busiest: int


@dataclass(frozen=True, slots=True)
class Load:
    """The server's ports, by host."""

    ports: dict[str, int]
    _to: IO[str]
    _from: IO[str]

    def links(self, size: int) -> list[Link]:
        """So many addresses, spread evenly over the hosts; the same for everybody, each time."""
        chance = random.Random(_SEED)
        return [self._link(number, chance.uniform(SHORTEST, LONGEST)) for number in range(size)]

    def _link(self, number: int, seconds: float) -> Link:
        host = HOSTS[number % len(HOSTS)]
        milliseconds = round(seconds * 1000)
        url = f"http://{host}:{self.ports[host]}/news/{number}-{milliseconds}"
        return Link(url, host, milliseconds / 1000)

    def asked(self) -> Asked:
        """What was asked since this was asked last."""
        print("asked?", file=self._to, flush=True)
        return Asked(*json.loads(self._from.readline()))


@contextmanager
def load() -> Iterator[Load]:
    """Start the server in a process of its own, and end it."""
    command = [sys.executable, "-m", "benchmarks.link_load"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Load(json.loads(process.stdout.readline()), process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.terminate()


class _Host:
    """What one host is doing."""

    def __init__(self) -> None:
        self.asked = self.busy = self.busiest = 0

    def begins(self) -> None:
        self.asked += 1
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)

    def told(self) -> tuple[int, int]:
        """Requests and the most at once since the last time."""
        asked, busiest = self.asked, self.busiest
        self.asked, self.busiest = 0, self.busy
        return asked, busiest


class _Connection(asyncio.Protocol):
    """Answers ``/news/<number>-<milliseconds>`` after so long and knows no other page; keeps connections."""

    def __init__(self, host: _Host) -> None:
        self._host = host
        self._came = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._came += data
        while b"\r\n\r\n" in self._came:
            head, _, self._came = self._came.partition(b"\r\n\r\n")
            method, target, _ = head.split(b" ", 2)
            self._host.begins()
            known = _NEWS.fullmatch(target)
            wait = int(known[1]) / 1000 if known else SHORTEST
            asyncio.get_running_loop().call_later(wait, self._answer, method, target, known is not None)

    def _answer(self, method: bytes, target: bytes, there: bool) -> None:
        self._host.busy -= 1
        if self._transport is None or self._transport.is_closing():
            return
        body = _page(target) if there else b"<h1>404</h1>"
        status = b"200 OK" if there else b"404 Not Found"
        top = b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(top % (status, len(body)) + (b"" if method == b"HEAD" else body))


def _page(target: bytes) -> bytes:
    """About 4 KB of a news page, each with its own title."""
    title = "Суд провів день відкритих дверей для школярів: ".encode() + target
    text = ("<p>" + "Суд провів день відкритих дверей для школярів. " * 8 + "</p>\n").encode() * 5
    top = b'<!DOCTYPE html><html lang="uk"><head><title>%s</title></head><body><h1>%s</h1>\n'
    return top % (title, title) + text + b"</body></html>"


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    hosts = {address: _Host() for address in HOSTS}
    ports = {}
    for address, host in hosts.items():
        server = await loop.create_server(lambda host=host: _Connection(host), address, 0)  # type: ignore[misc]
        ports[address] = server.sockets[0].getsockname()[1]
    print(json.dumps(ports), flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        told = [host.told() for host in hosts.values()]
        print(json.dumps([sum(asked for asked, _ in told), max(most for _, most in told)]), flush=True)


if __name__ == "__main__":
    asyncio.run(_serve())
