"""A check of links with the network: asked, remembered as answers come, told as they are remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkCheck
from courtcomms.progress import SILENT, Progress

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import CheckRun, HostPace
    from courtcomms.store import Register

#: Answers are remembered so many at a time, or after so many seconds: a kill costs no more than these.
_PORTION, _SECONDS = 20, 2.0

Tell = Callable[[LinkCheck], None]
Pace = Callable[[Sequence["HostPace"]], None]


class Checker(Protocol):
    """What asks for addresses: :class:`courtcomms.linkcheck.checker.LinkChecker`."""

    def check(
        self, urls: Sequence[str], tell: Tell, *, progress: Progress = ..., pace: Pace | None = ...
    ) -> CheckRun:
        """Ask for each address, and tell what each said as it comes."""
        ...


_NO_NETWORK = "Немає зв'язку з інтернетом: посилання не перевірено, нічого не змінено. Перевірте мережу."
_NO_PROXY = (
    "Проксі-сервер не пропускає в інтернет: посилання не перевірено, нічого не змінено. "
    "Покличте системного адміністратора."
)


def no_network(run: CheckRun) -> str:
    """The one sentence on a run that found no network; nothing was told as bad then."""
    from courtcomms.linkcheck.answers import FailureKind

    return _NO_PROXY if run.obstacle is FailureKind.PROXY else _NO_NETWORK


class Keeper:
    """Remembers answers in the register, in portions."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._held: list[LinkCheck] = []
        self._since = 0.0

    def keep(self, check: LinkCheck) -> None:
        """Take one answer."""
        if not self._held:
            self._since = monotonic()
        self._held.append(check)
        if len(self._held) >= _PORTION:
            self.flush()

    def flush_if_due(self) -> None:
        """Write down what is held for long enough."""
        if self._held and monotonic() - self._since >= _SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write down what is held."""
        held, self._held = self._held, []
        if held:
            self._register.add_link_checks(held)


class _Flushing(Progress):
    """Tells on, and lets answers be written down while slow hosts are waited for."""

    def __init__(self, keeper: Keeper, told: Progress) -> None:
        super().__init__()
        self._keeper, self._told = keeper, told

    def tell(self, done: int, total: int) -> None:
        self._keeper.flush_if_due()
        self._told.tell(done, total)


def check_links(
    urls: Sequence[str],
    settings: LinkSettings,
    tell: Tell,
    *,
    register: Register | None = None,
    progress: Progress = SILENT,
    pace: Pace | None = None,
    checker: Checker | None = None,
) -> CheckRun:
    """Ask for addresses and tell what each said as it comes; with a ``register`` it is remembered there.

    What was told before an end of any kind stays remembered.

    Raises:
        Cancelled: no more is wanted.
    """
    if checker is None:
        from courtcomms.linkcheck.checker import LinkChecker

        checker = LinkChecker(settings)
    if register is None:
        return checker.check(urls, tell, progress=progress, pace=pace)
    keeper = Keeper(register)

    def told(check: LinkCheck) -> None:
        keeper.keep(check)
        tell(check)

    try:
        return checker.check(urls, told, progress=_Flushing(keeper, progress), pace=pace)
    finally:
        keeper.flush()
