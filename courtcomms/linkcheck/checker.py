"""Asking for many addresses at once, each host at its own pace, and telling what each one said."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from courtcomms.linkcheck.answers import FailureKind, Fetched
from courtcomms.linkcheck.guard import Guard, is_global
from courtcomms.linkcheck.pacing import HostPace
from courtcomms.linkcheck.proxies import ProxyFor, system_proxy
from courtcomms.linkcheck.resolving import Resolve
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model.link_checks import LinkCheck
from courtcomms.progress import SILENT, Progress

__all__ = ["CheckRun", "HostPace", "LinkChecker"]


@dataclass(frozen=True, slots=True)
class CheckRun:
    """How a check went: addresses asked for, results told, seconds taken.

    ``no_network`` where there is no network at all, because of ``obstacle``; nothing was told as bad then.
    """

    asked: int
    told: int
    no_network: bool
    seconds: float
    obstacle: FailureKind | None = None


class LinkChecker:
    """Asks for addresses with the network."""

    def __init__(
        self,
        settings: LinkSettings = DEFAULT,
        *,
        proxy_for: ProxyFor = system_proxy,
        resolve: Resolve | None = None,
        trust: ssl.SSLContext | None = None,
        guard: Guard = is_global,
        online: Callable[[], bool] | None = None,
        first_delay: float = 1.0,
    ) -> None:
        self._settings = settings

    def check(
        self,
        urls: Iterable[str],
        tell: Callable[[LinkCheck], None],
        *,
        progress: Progress = SILENT,
        pace: Callable[[Sequence[HostPace]], None] | None = None,
    ) -> CheckRun:
        """Ask for each address."""
        raise NotImplementedError

    def fetch(self, url: str) -> Fetched:
        """Ask for one address."""
        raise NotImplementedError
