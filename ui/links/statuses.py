"""What is known of each address in the window: asked of the register lazily, for those in sight alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Confirmation, LinkCheck, LinkStatus
from courtcomms.paths import DataDir
from ui.register.service import RegisterService

if TYPE_CHECKING:
    from courtcomms.store import Register

#: Addresses kept; those not looked at for longest make room. A region's report has some thousands.
KEPT = 6000
#: One question asks for at most so many; SQLite allows few more values in one.
_PORTION = 500
#: Addresses that come into sight within so many milliseconds are asked for at once.
_SOON = 30


@dataclass(frozen=True, slots=True)
class LinkHistory:
    """What the register holds of one address: its looks, oldest first, and the user's word."""

    checks: tuple[LinkCheck, ...] = ()
    confirmation: Confirmation | None = None


@dataclass(frozen=True, slots=True)
class LinkGrounds:
    """By what addresses are judged: the user's settings, and the courts' own ``sites``."""

    settings: LinkSettings = DEFAULT
    sites: tuple[str, ...] = ()


class LinkStatuses(QObject):
    """Knows addresses by :attr:`Address.url`; ``changed`` tells those known otherwise now,
    ``judged`` that all of them are judged by other :attr:`grounds`."""

    changed = Signal(object)
    judged = Signal()

    def __init__(self, service: RegisterService, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._keys: OrderedDict[str, str] = OrderedDict()
        self._known: OrderedDict[str, LinkStatus | None] = OrderedDict()
        self._fresh: OrderedDict[str, tuple[LinkCheck, ...]] = OrderedDict()
        self._wanted: dict[str, None] = {}
        self._asked: set[str] = set()
        self._generation = 0
        self._folder = folder
        self._grounded = False
        self.grounds = LinkGrounds()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask)
        service.opened.connect(self.forget)

    def of(self, target: str) -> LinkStatus | None:
        """What is known of the page that a link leads to; ``None`` where nothing is, or not yet."""
        url = self.url_of(target)
        if not url:
            return None
        if url in self._known:
            self._known.move_to_end(url)
            return self._known[url]
        if url not in self._asked:
            self._wanted[url] = None
            if not self._soon.isActive():
                self._soon.start()
        return None

    def known(self, url: str) -> LinkStatus | None:
        """What is known of an address here, without asking the register for it."""
        return self._known.get(url)

    def url_of(self, target: str) -> str:
        """The address as it is asked for and remembered; empty where a target is none."""
        url = self._keys.get(target)
        if url is None:
            url = self._keys[target] = _url_of(target)
            _shorten(self._keys)
        return url

    def ground(self) -> None:
        """See to it that :attr:`grounds` are those of this register before its next answer comes."""
        if not self._grounded:
            self._grounded = True
            self._service.ask(read_grounds, self._folder, done=self.judge_by)

    def ground_again(self) -> None:
        """The settings or a court's site have changed."""
        self._grounded = False
        self.ground()

    def judge_by(self, grounds: LinkGrounds) -> None:
        """From now on judge by these."""
        if grounds != self.grounds:
            self.grounds = grounds
            self.judged.emit()

    def learn(self, checks: Sequence[LinkCheck]) -> None:
        """Take over fresh results of a running check, stored already or about to be."""
        for check in checks:
            self._fresh[check.url] = (*self._fresh.get(check.url, ()), check)
            self._fresh.move_to_end(check.url)
        _shorten(self._fresh)
        self.renew(check.url for check in checks)

    def renew(self, urls: Iterable[str]) -> None:
        """Something of these was written into the register, a confirmation for one: ask for them anew.

        Until the answer is here what was known stays.
        """
        self._wanted.update(dict.fromkeys(urls))
        if self._wanted and not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """Another register: nothing is known any more."""
        self._generation += 1
        self._grounded = False
        gone = frozenset(self._known)
        for kept in (self._known, self._fresh, self._wanted, self._asked):
            kept.clear()
        if gone:
            self.changed.emit(gone)

    def _ask(self) -> None:
        self.ground()
        wanted = list(self._wanted)
        self._wanted.clear()
        self._asked.update(wanted)
        for start in range(0, len(wanted), _PORTION):
            _Question(self, wanted[start : start + _PORTION], self._generation).ask(self._service)

    def take(self, urls: Sequence[str], generation: int, found: Mapping[str, LinkHistory]) -> None:
        """The register has answered for these addresses."""
        if generation != self._generation:
            return
        changed = set()
        for url in urls:
            self._asked.discard(url)
            status = self._status(url, found.get(url, LinkHistory()))
            if self._known.get(url) != status:
                changed.add(url)
            self._known[url] = status
            self._known.move_to_end(url)
        _shorten(self._known)
        if changed:
            self.changed.emit(frozenset(changed))

    def give_up(self, urls: Sequence[str], generation: int) -> None:
        """The register could not answer: what was known stays, and nothing is asked for again and again."""
        if generation == self._generation:
            for url in urls:
                self._asked.discard(url)
                self._known.setdefault(url, None)

    def _status(self, url: str, history: LinkHistory) -> LinkStatus | None:
        unstored = [one for one in self._fresh.get(url, ()) if one not in history.checks]
        if not unstored:
            self._fresh.pop(url, None)
        checks = sorted([*history.checks, *unstored], key=_when)
        if not checks and history.confirmation is None:
            return None
        from courtcomms.linkcheck.standing import status_of

        return status_of(checks, history.confirmation, datetime.now(UTC))


class _Question(QObject):
    """Some addresses on their way to the register."""

    def __init__(self, statuses: LinkStatuses, urls: Sequence[str], generation: int) -> None:
        super().__init__(statuses)
        self._statuses, self._urls, self._generation = statuses, tuple(urls), generation

    def ask(self, service: RegisterService) -> None:
        service.ask(link_histories, self._urls, done=self._succeed, failed=self._fail)

    def _succeed(self, found: Mapping[str, LinkHistory]) -> None:
        self._statuses.take(self._urls, self._generation, found)
        self.deleteLater()

    def _fail(self, _error: BaseException) -> None:
        self._statuses.give_up(self._urls, self._generation)
        self.deleteLater()


def link_histories(register: Register, urls: Sequence[str]) -> Mapping[str, LinkHistory]:
    """Looks and confirmations of some addresses; runs in the register's worker thread."""
    checks, confirmed = register.link_checks(urls), register.confirmations(urls)
    return {
        url: LinkHistory(tuple(checks.get(url, ())), confirmed.get(url))
        for url in urls
        if url in checks or url in confirmed
    }


def read_grounds(register: Register, folder: Path) -> LinkGrounds:
    """The settings of a data folder and the sites of the courts; runs in the register's worker thread."""
    from courtcomms.linkcheck.settings_file import read_settings

    file = DataDir(folder).links
    settings = read_settings(file)[0] if file.is_file() else DEFAULT
    return LinkGrounds(settings, tuple(court.site for court in register.courts() if court.site))


def _url_of(target: str) -> str:
    from courtcomms.linkcheck.address import read_address

    address = read_address(target)
    return address.url if address is not None else ""


def _shorten(kept: OrderedDict[str, Any]) -> None:
    while len(kept) > KEPT:
        kept.popitem(last=False)


def _when(check: LinkCheck) -> datetime:
    return check.checked_at
