"""All cases' servers in one process: ``python -m benchmarks.link_cases.server``.

Prints one line of JSON, where each case is, and plays until its standard input ends. Each line that it reads
is answered with how often the port was touched that nobody may touch.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys

from benchmarks.link_cases import CASES
from benchmarks.link_cases.certificates import Certificates
from benchmarks.link_cases.site import Site

LOOPBACK, LOOPBACK_6 = "127.0.0.1", "::1"


class Trap:
    """A port on this machine; who connects to it was led where nobody may go."""

    def __init__(self) -> None:
        self.port = 0
        self.touched = 0

    async def listen(self) -> None:
        """Listen on both loopback addresses, as far as the machine has them."""
        server = await asyncio.start_server(self._touch, LOOPBACK, 0)
        self.port = server.sockets[0].getsockname()[1]
        with contextlib.suppress(OSError):
            await asyncio.start_server(self._touch, LOOPBACK_6, self.port)

    def _touch(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.touched += 1
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret")
        writer.close()


def address_of(number: int) -> str:
    """The loopback address of a case's own."""
    return f"127.1.{number // 200}.{number % 200 + 1}"


async def play() -> None:
    """Open everything, say where it is, and wait for the end."""
    trap, certificates = Trap(), Certificates()
    await trap.listen()
    sites = [Site(case, address_of(number), trap.port, certificates) for number, case in enumerate(CASES)]
    for site in sites:
        await site.listen()
    told = {
        "sites": {site.case.name: (site.ip, site.http, site.https) for site in sites},
        "trap": trap.port,
        "trusted": certificates.trusted.cert_pem.bytes().decode(),
    }
    print(json.dumps(told), flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        print(trap.touched, flush=True)


if __name__ == "__main__":
    # What clients break is theirs to tell; a server's own mistake shows in the case's test.
    asyncio.run(play())
