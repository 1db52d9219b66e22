"""What is done about links beside asking for them: repairs, the user's word, details, the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Confirmation
from ui import wording
from ui.links import queries
from ui.links.book import LinkBook
from ui.links.queries import History
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.services.link_values import LinkRepair, ReportLink
    from ui.main_window import MainWindow


class LinkDeeds(QObject):
    """``finished`` says what was done, with the file that was written."""

    finished = Signal(str, object)

    def __init__(self, window: MainWindow, book: LinkBook, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._book = window, book
        self._parts = window.parts
        self._shown: ReportLink | None = None

    def repair(self, links: Sequence[ReportLink]) -> None:
        """Make the certain repairs of some links as one step."""
        self._window.panel.save()
        self._mend([repair for link in links for repair in self._book.shown.mends.get(link.target, ())])

    def repair_all(self) -> None:
        """Show all certain repairs, and make those that stay ticked."""
        from ui.links.repairs_dialog import RepairsDialog

        repairs = self._book.shown.repairs
        if not repairs:
            self.finished.emit("Певних виправлень для цих посилань немає", None)
            return
        dialog = RepairsDialog(repairs, self._book.shown.numbers, self._window)
        dialog.agreed.connect(self._mend)
        dialog.open()

    def confirm(self, link: ReportLink) -> None:
        """The user has seen the page."""
        self._parts.service.ask(
            queries.confirm, link.url, kept=True, done=self._confirmed, failed=self._refuse
        )

    def take_back(self, link: ReportLink) -> None:
        """The user takes her word back."""
        self._parts.service.ask(
            queries.take_back, link.url, kept=True, done=self._taken_back, failed=self._refuse
        )

    def tell_details(self, link: ReportLink) -> None:
        """Everything that is known of an address."""
        self._shown = link
        self._parts.service.ask(
            queries.history, link.url, done=self._open_details, failed=self._refuse, key="link-details"
        )

    def write_protocol(self) -> None:
        """Ask where to write the protocol of the links that are shown."""
        from ui.links.protocol_flow import ProtocolFlow

        place = self._window.parts.workspace.place
        if place is not None and place.period is not None:
            flow = ProtocolFlow(self._window, place.period, self)
            flow.finished.connect(self.finished)
            flow.begin()

    def _renew(self, url: str, said: str) -> None:
        """Something was written of an address."""
        self._parts.links.renew([url])
        self._book.gather_soon()
        self.finished.emit(said, None)

    def _mend(self, repairs: Sequence[LinkRepair]) -> None:
        if repairs:
            self._parts.service.act(queries.repair, tuple(repairs), done=self._mended, failed=self._refuse)

    def _mended(self, outcome: Outcome) -> None:
        self.finished.emit(f"{outcome.label} ({wording.events(len(outcome.changed))})", None)

    def _confirmed(self, word: Confirmation) -> None:
        self._renew(word.url, "Підтверджено: посилання відкривається")

    def _taken_back(self, url: str) -> None:
        self._renew(url, "Підтвердження забрано")

    def _open_details(self, history: History) -> None:
        from ui.links.details_dialog import DetailsDialog

        if self._shown is not None:
            name = self._book.shown.names.get(self._shown.target, self._shown.target)
            DetailsDialog(name, self._shown, history, self._window).open()

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)
        self._book.gather_soon()
