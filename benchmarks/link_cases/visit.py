"""What a client asked of a case's server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Reset(Exception):
    """The connection is to be torn down without a farewell."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request. ``host`` is the name it was sent to, or that server's address where it was sent to that;
    ``http`` and ``https`` its ports, ``trap`` the one on loopback that nobody may touch; ``count`` how often
    the same target was got before.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    host: str
    http: int
    https: int
    trap: int
    secure: bool = False
    count: int = 0

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def cookie(self) -> str:
        """What the client was told to bring along."""
        return self.headers.get("cookie", "")

    @property
    def by_name(self) -> bool:
        """Whether it was asked for by a name; that has no port, who resolves it knows the port."""
        return not self.host[:1].isdigit()

    def url(self, path: str, *, under: str = "") -> str:
        """The absolute address of a path here; ``under`` a label before the host, where that is a name."""
        if self.by_name:
            return f"http://{under}.{self.host}{path}" if under else f"http://{self.host}{path}"
        return f"http://{self.host}:{self.http}{path}"

    def secure_url(self, path: str) -> str:
        """The same by https."""
        return f"https://{self.host}{path}" if self.by_name else f"https://{self.host}:{self.https}{path}"
