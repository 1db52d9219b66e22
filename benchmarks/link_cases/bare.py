"""A client that is a bare socket: shows what a case's server sends, as it comes; no checker takes part."""

from __future__ import annotations

import re
import socket
import ssl
from urllib.parse import urljoin, urlsplit

from benchmarks.link_cases import CASES
from benchmarks.link_cases.running import CaseServers

BY_NAME = {case.name: case for case in CASES}
PATIENCE = 20.0


class Client:
    """One request by a bare socket; what came back, as it came."""

    def __init__(self, servers: CaseServers, name: str) -> None:
        self.case = BY_NAME[name]
        self.servers = servers
        self.url = servers.plain_url(self.case, "raw")

    def get(self, url: str = "", *headers: str, method: str = "GET", most: int = 1 << 30) -> bytes:
        """Ask for the case's address, or another, and read until the end or ``most``."""
        parts = urlsplit(url or self.url)
        assert parts.hostname is not None
        with socket.create_connection((parts.hostname, parts.port or 0), timeout=PATIENCE) as plain:
            connection = self._secured(plain) if parts.scheme == "https" else plain
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            lines = (f"{method} {target} HTTP/1.1", f"Host: {parts.netloc}", *headers, "", "")
            connection.sendall("\r\n".join(lines).encode())
            told = b""
            while len(told) < most and (piece := connection.recv(1 << 16)):
                told += piece
            connection.close()
            return told

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        return self.servers.trust().wrap_socket(plain, server_hostname=plain.getpeername()[0])

    def hops(self, most: int = 40) -> list[int]:
        """The statuses on the way, following Location."""
        url = self.url
        statuses: list[int] = []
        while len(statuses) < most:
            told = self.get(url)
            statuses.append(status(told))
            location = re.search(rb"\r\nLocation: (.*?)\r\n", told)
            if location is None:
                break
            url = urljoin(url, location[1].decode())
        return statuses


def status(told: bytes) -> int:
    """The first status of an answer."""
    return int(told.split(maxsplit=2)[1])


def body(told: bytes) -> bytes:
    """What follows the first head."""
    return told.partition(b"\r\n\r\n")[2]
