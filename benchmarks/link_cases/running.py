"""The cases' servers as a test or a benchmark holds them."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from benchmarks.link_cases import CASES
from benchmarks.link_cases.case import Case
from courtcomms.linkcheck.settings import LinkSettings

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import LinkChecker

ROOT = Path(__file__).resolve().parents[2]
_HTTPS = 443
#: Where the cases' servers live; a checker under test is told that this is the world.
WORLD = "127.1."


@dataclass(frozen=True, slots=True)
class CaseServers:
    """Where each case is. ``sites`` are address, port and port for https; ``trusted`` the issuer's PEM."""

    sites: dict[str, tuple[str, int, int]]
    trap: int
    trusted: str
    _ask: Callable[[], int]

    def url(self, case: Case, run: str) -> str:
        """The address by name: a checker finds it with :meth:`resolve`."""
        if case.address:
            return case.address.replace("{trap}", str(self.trap))
        scheme = "https" if case.secure else "http"
        return f"{scheme}://{case.own_host}{case.path.replace('{run}', run)}"

    def plain_url(self, case: Case, run: str) -> str:
        """The address by digits and port: any client can ask for it."""
        if case.address:
            return self.url(case, run)
        ip, http, https = self.sites[case.name]
        place = f"https://{ip}:{https}" if case.secure else f"http://{ip}:{http}"
        return place + quote(case.path.replace("{run}", run), safe="/?=&#")

    def key(self, case: Case, run: str) -> str:
        """The address as a check tells it: normalised; as it stands where it cannot be read."""
        from courtcomms.linkcheck.address import read_address

        address = read_address(self.url(case, run))
        return address.url if address is not None else self.url(case, run)

    def resolve(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        """Where a name lives, as the system's resolver would say it.

        Raises:
            OSError: there is no such name.
        """
        for case in CASES:
            for name, ip in case.names:
                if host == name:
                    return [(ip, port)]
            own = case.own_host.encode("idna").decode()
            if not case.address and (host == own or host.endswith(f".{own}")):
                ip, http, https = self.sites[case.name]
                return [(ip, https if port == _HTTPS else http)]
        raise socket.gaierror(socket.EAI_NONAME, f"no such name: {host}")

    def trust(self) -> ssl.SSLContext:
        """Trusts the cases' issuer alone."""
        return ssl.create_default_context(cadata=self.trusted)

    def touched(self) -> int:
        """How often someone came to the port that nobody may touch."""
        return self._ask()


def is_of_the_world(host: str, ip: str) -> bool:
    """The guard's judgement with the cases' own addresses let through; all else on loopback stays refused."""
    from courtcomms.linkcheck.guard import is_global

    return ip.startswith(WORLD) or is_global(host, ip)


#: Short limits, and yet long enough for a busy machine: what is slow here is slow on purpose.
SHORT = LinkSettings(connect_seconds=4.0, whole_seconds=4.0, retry_seconds=6.0, at_once=64)


def checker_of(servers: CaseServers, settings: LinkSettings = SHORT) -> LinkChecker:
    """Our checker in the cases' world: their names, their issuer, no proxy."""
    from courtcomms.linkcheck.checker import LinkChecker

    return LinkChecker(
        settings,
        proxy_for=lambda _url: None,
        resolve=servers.resolve,
        trust=servers.trust(),
        guard=is_of_the_world,
        online=lambda: True,
        first_delay=0.2,
    )


@contextmanager
def case_servers() -> Iterator[CaseServers]:
    """Start them in a process of their own, and end it."""
    command = [sys.executable, "-m", "benchmarks.link_cases.server"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def ask() -> int:
            print("touched?", file=process.stdin, flush=True)
            return int(process.stdout.readline())  # type: ignore[union-attr]

        try:
            yield CaseServers(**json.loads(process.stdout.readline()), _ask=ask)
        finally:
            process.stdin.close()
            process.terminate()
