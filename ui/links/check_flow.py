"""The way of a check of links: the one sentence beforehand, what is asked, the results as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import LinkCheck
from ui.links import checking, pace_line, queries, words
from ui.links.book import LinkBook, Standing
from ui.links.checking import LinkRun
from ui.places import Place

if TYPE_CHECKING:
    from courtcomms.linkcheck.checker import CheckRun, LinkChecker
    from courtcomms.services.link_values import ReportLink
    from ui.main_window import MainWindow

#: Whether the user knows that a check asks the internet.
_TOLD = "links/told"


class CheckFlow(QObject):
    """``changed``: a check began, is further, or ended; ``finished`` says how one ended."""

    changed = Signal()
    finished = Signal(str)

    def __init__(self, window: MainWindow, book: LinkBook, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._book = window, book
        self._parts = window.parts
        self._run: LinkRun | None = None
        self._place: Place | None = None
        self._again: bool | None = None
        #: Makes what asks; tests put servers of their own in its place.
        self.make: Callable[[LinkSettings], LinkChecker] = checking.make_checker
        #: What the pane has to say of the last check, where it brought nothing.
        self.trouble = ""
        book.arrived.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether the links of the place that is shown are being checked."""
        return self._run is not None and self._place == self._book.place

    @property
    def waiting(self) -> frozenset[str]:
        """The addresses that are still to be asked for."""
        return frozenset(self._run.waiting) if self._run is not None else frozenset()

    @property
    def line(self) -> str:
        """How far the check is, with the pace of the busiest hosts."""
        run = self._run
        if run is None:
            return ""
        if run.stopping:
            return "Зупиняю перевірку…"
        return pace_line.line(run.done, len(run.urls), run.paces)

    @property
    def hosts(self) -> str:
        """Where every host is, a line each."""
        return pace_line.every_host(self._run.paces) if self._run is not None else ""

    def begin(self, *, again: bool) -> None:
        """Check the links of the place that is shown; ``again`` also those that are remembered as good."""
        if self._refuse_second():
            return
        if self._told():
            self._prepare(again)
        else:
            self._again = again
            self._ask_consent()

    def begin_with(self, links: Sequence[ReportLink]) -> None:
        """Check some links now, whatever is remembered of them."""
        self.begin_addresses(tuple(dict.fromkeys(link.url for link in links if link.askable)))

    def begin_addresses(self, urls: Sequence[str]) -> None:
        """The same of addresses as :attr:`Address.url` has them."""
        if self._refuse_second():
            return
        if not self._told():
            self.begin(again=False)
            return
        if urls:
            self._start(urls, self._parts.links.grounds.settings)

    def stop(self) -> None:
        """Ask for nothing more; what was found is kept."""
        if self._run is not None:
            self._run.stop()
            self.changed.emit()

    def _refuse_second(self) -> bool:
        run = self._run
        if run is None:
            return False
        where = "цих посилань" if self.under_way or self._place is None else f"посилань: {self._place.title}"
        self.finished.emit(f"Перевірка {where} уже триває: {run.done} з {len(run.urls)}")
        return True

    def _told(self) -> bool:
        return self._parts.memory.flag(_TOLD, False)

    def _ask_consent(self) -> None:
        from ui.links.consent_dialog import ConsentDialog

        dialog = ConsentDialog(self._window)
        dialog.accepted.connect(self._agree)
        dialog.open()

    def _agree(self) -> None:
        self._parts.memory.put(_TOLD, True)
        if self._again is not None:
            self._prepare(self._again)

    def _prepare(self, again: bool) -> None:
        """The cells as they are now: what was typed a moment ago is asked for too."""
        self._again = again
        self._book.gather_now()

    def _go_on(self) -> None:
        """The links are gathered: ask for those that are due."""
        again, self._again = self._again, None
        gathered = self._book.gathered
        if again is None or not self._told() or self._run is not None or gathered is None:
            return
        from courtcomms.services import links

        found = gathered.shown.links
        urls = links.due(found, datetime.now(UTC), gathered.settings, again)
        if urls:
            self._start(urls, gathered.settings)
        elif not any(link.askable for link in found):
            self.finished.emit("Тут немає адрес, які можна перевірити")
        else:
            self.finished.emit(
                "Усі адреси нещодавно перевірено; запитати кожну знову — «Перевірити ще раз усі посилання»"
            )

    def _start(self, urls: Sequence[str], settings: LinkSettings) -> None:
        self.trouble = ""
        self._place = self._book.place
        run = self._run = LinkRun(self._parts.jobs, urls, partial(self.make, settings))
        run.told.connect(self._keep)
        run.moved.connect(self.changed)
        run.ended.connect(self._end)
        run.start()
        self.changed.emit()

    def _keep(self, checks: Sequence[LinkCheck]) -> None:
        """Results: at once in the window's marks, and for good in the register."""
        self._parts.links.learn(checks)
        self._parts.service.ask(queries.remember, checks, kept=True, done=self._kept)

    def _kept(self, _nothing: object) -> None:
        self._book.gather_soon()

    def _end(self, how: CheckRun | BaseException | None) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        if isinstance(how, BaseException):
            self._window.messenger.refuse(how)
        elif how is None:
            self.finished.emit(self._stopped(run))
        elif how.no_network:
            from courtcomms.services.link_checking import no_network

            self.trouble = no_network(how)
            self.finished.emit("Посилання не перевірено: немає зв'язку з інтернетом")
        else:
            self.finished.emit(f"Перевірено {words.asked_addresses(run.done)}")
        if self._place == self._book.place and self._book.standing is not Standing.NOWHERE:
            self._book.gather_now()
        self.changed.emit()

    @staticmethod
    def _stopped(run: LinkRun) -> str:
        return f"Перевірку зупинено: знайдене про {words.asked_addresses(run.done)} лишилося"
