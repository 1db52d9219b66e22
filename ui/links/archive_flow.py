"""The way to an archived copy of a page that is gone: consent, the question, the copy in the link's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Changes, Verdict
from courtcomms.progress import Progress
from ui import wording
from ui.jobs import Lane
from ui.links import checking, link_settings, queries
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.linkcheck.answers import Fetched
    from courtcomms.linkcheck.archive import ArchivedCopy
    from courtcomms.linkcheck.checker import LinkChecker
    from courtcomms.services.link_values import ReportLink
    from courtcomms.store import Register
    from ui.main_window import MainWindow

_NONE = "Архів не має копії цієї сторінки: посилання лишилося, як було"
_SILENT = "Архів зараз не відповідає: посилання лишилося, як було. Спробуйте пізніше"
_NO_NETWORK = "Немає зв'язку з інтернетом: архів не запитано, посилання лишилося, як було"
_WHY = "Копія в архіві замість зниклої сторінки"
#: Of a page that was found so a copy can be of use.
_LOST = frozenset({Verdict.GONE, Verdict.SAYS_NOT_FOUND, Verdict.NO_HOST, Verdict.REDIRECTED_TO_ROOT})


@dataclass(frozen=True, slots=True)
class Answered:
    """What the archive said: a copy, or one sentence."""

    copy: ArchivedCopy | None = None
    said: str = _NONE


class ArchiveFlow(QObject):
    """``finished`` says what came of it."""

    finished = Signal(str)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._parts = window, window.parts
        self._link: ReportLink | None = None
        self._settings = LinkSettings()
        self._copy = ""
        #: Makes what asks, and where the archive is asked; tests put servers of their own in their place.
        self.make: Callable[[LinkSettings], LinkChecker] = checking.make_checker
        self.archive = ""

    def begin(self, link: ReportLink) -> None:
        """Look for a copy of a page."""
        self._link = link
        work = partial(link_settings.read, self._parts.folder)
        self._parts.jobs.start(Lane.DOCUMENTS, work, key="archive", done=self._ask, failed=self._refuse)

    def _ask(self, settings: LinkSettings) -> None:
        link, self._settings = self._link, settings
        if link is None:
            return
        if not settings.ask_archive:
            self._ask_consent()
            return
        work = partial(find_copy, partial(self.make, settings), link.url, day_of(link), self.archive)
        self._parts.jobs.start(
            Lane.NETWORK,
            work,
            label="Шукаю копію в архіві…",
            key="archive",
            progress=True,
            done=self._offer,
            failed=self._refuse,
        )

    def _ask_consent(self) -> None:
        from ui.links.archive_dialog import ArchiveConsentDialog

        dialog = ArchiveConsentDialog(self._window)
        dialog.accepted.connect(self._agree)
        dialog.open()

    def _agree(self) -> None:
        work = partial(link_settings.consent, self._parts.folder, ask_archive=True)
        self._parts.jobs.start(Lane.DOCUMENTS, work, kept=True, done=self._ask, failed=self._refuse)

    def _offer(self, answered: Answered) -> None:
        link, copy = self._link, answered.copy
        if copy is None or link is None:
            self.finished.emit(answered.said)
            return
        from ui.links.archive_dialog import CopyDialog

        self._copy = copy.url
        writable = self._window.situation.writable
        dialog = CopyDialog(copy, known_day(link), len(link.places), writable=writable, parent=self._window)
        dialog.agreed.connect(self._put)
        dialog.opened.connect(self._show)
        dialog.open()

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl(self._copy))

    def _put(self) -> None:
        self._window.panel.save()
        self._parts.service.act(put_copy, self._link, self._copy, done=self._done, failed=self._refuse)

    def _done(self, outcome: Outcome) -> None:
        self.finished.emit(f"Поставлено копію з архіву: {wording.events(len(outcome.changed))}")

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)


def may_be_archived(link: ReportLink) -> bool:
    """Whether a copy could stand for a link: its page was looked for and is not there."""
    status = link.status
    if not link.askable or status is None or status.last is None or status.confirmation is not None:
        return False
    return status.dead or status.verdict in _LOST


def known_day(link: ReportLink) -> date | None:
    """The first day of the events in which a link stands; ``None`` where none tells."""
    return next((day for day in link.days if day is not None), None)


def day_of(link: ReportLink) -> date:
    """The day near which a copy is wanted: the event's, else the news number's, else that of the last good
    look, else today."""
    from courtcomms.linkcheck.news_numbers import plausible_day

    good = link.status.last_good if link.status is not None else None
    return known_day(link) or plausible_day(link.url) or good or datetime.now().astimezone().date()


def find_copy(
    make: Callable[[], LinkChecker], url: str, day: date, archive: str, progress: Progress
) -> Answered:
    """Ask the archive for the copy nearest to a day; runs in a worker.

    Raises:
        Cancelled: it is no longer wanted.
    """
    from courtcomms.linkcheck.archive import ARCHIVE, read_snapshot, snapshot_request

    told: list[Fetched] = []
    request = snapshot_request(url, day, archive or ARCHIVE)
    obstacle = make().fetch_each([request], told.append, progress=progress)
    if obstacle is not None:
        return Answered(said=_NO_NETWORK)
    answer = told[0].last if told else None
    if answer is None or answer.status != 200:
        return Answered(said=_SILENT)
    return Answered(read_snapshot(answer))


def put_copy(register: Register, link: ReportLink, copy: str) -> Changes:
    """Put the copy's address into every place of a link, as one step.

    Raises:
        Conflict: none of the cells has the link any more.
    """
    from courtcomms.services.link_repairs import live_events, repair_at

    events = live_events(register, {place.event_id for place in link.places})
    repairs = [
        repair_at(events[place.event_id], place, link, copy, _WHY)
        for place in link.places
        if place.event_id in events
    ]
    return queries.repair(register, [one for one in repairs if one is not None])
