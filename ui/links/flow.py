"""The links in the window: from the cells to the list, from the list to what is done about them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from courtcomms.model import LinkPlace
from ui.findings.way import WayToCell
from ui.links import headings
from ui.links.book import LinkBook, Standing
from ui.links.check_flow import CheckFlow
from ui.links.deeds import LinkDeeds
from ui.links.panel import LinksPanel

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink
    from ui.links.archive_flow import ArchiveFlow
    from ui.links.settings_flow import SettingsFlow
    from ui.main_window import MainWindow


class LinksFlow(QObject):
    """``finished`` says what was done, and names the file that was written."""

    finished = Signal(str, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        parts = window.parts
        self.panel = LinksPanel()
        window.panes.foot.put("links", self.panel)
        self.book = LinkBook(parts.service, parts.jobs, parts.workspace, parts.folder, parts.links, self)
        self.checks = CheckFlow(window, self.book, self)
        self.deeds = LinkDeeds(window, self.book, self)
        self._way = WayToCell(window)
        self._visited: tuple[str, int] = ("", 0)
        self._connect()
        self._show()

    def _connect(self) -> None:
        panel = self.panel
        panel.entered.connect(self.enter)
        panel.opened.connect(self.open)
        panel.copied.connect(self.copy)
        panel.asked.connect(self.checks.begin_with)
        panel.begun.connect(self.check)
        panel.stopped.connect(self.checks.stop)
        panel.mended.connect(self.deeds.repair)
        panel.all_mended.connect(self.repair_all)
        panel.confirmed.connect(self.deeds.confirm)
        panel.taken_back.connect(self.deeds.take_back)
        panel.detailed.connect(self.deeds.tell_details)
        panel.sought.connect(self.find_copy)
        self.book.changed.connect(self._show)
        self.checks.changed.connect(self._say)
        self.checks.finished.connect(self._tell)
        self.deeds.finished.connect(self._tell)

    def look(self) -> None:
        """Take notice of the place that is shown."""
        self.book.look()

    def check(self) -> None:
        """Check the links of the place that is shown, those of which nothing good is remembered."""
        self._come()
        self.checks.begin(again=False)

    def check_again(self) -> None:
        """Check every link of the place that is shown."""
        self._come()
        self.checks.begin(again=True)

    def check_addresses(self, urls: Sequence[str]) -> None:
        """Check these addresses now, whatever is remembered of them."""
        self.checks.begin_addresses(urls)

    def repair_all(self) -> None:
        """Show every certain repair, and make those that are ticked as one step."""
        self._window.panel.save()
        self.deeds.repair_all()

    def protocol(self) -> None:
        """Write what was found of every address into a file."""
        self.deeds.write_protocol()

    @cached_property
    def archive(self) -> ArchiveFlow:
        """The way to archived copies."""
        from ui.links.archive_flow import ArchiveFlow

        flow = ArchiveFlow(self._window, self)
        flow.finished.connect(self._tell)
        return flow

    @cached_property
    def preferences(self) -> SettingsFlow:
        """The way of the settings."""
        from ui.links.settings_flow import SettingsFlow

        flow = SettingsFlow(self._window, self)
        flow.finished.connect(self._tell)
        flow.changed.connect(self.book.gather_soon)
        return flow

    def find_copy(self, link: ReportLink) -> None:
        """Look for an archived copy of a page that is gone."""
        self.archive.begin(link)

    def settings(self) -> None:
        """How links are checked, whose hosts are whose, what the user agrees to."""
        self.preferences.begin()

    def enter(self, link: ReportLink) -> None:
        """Go to the cell; asked again, to the next place of the same address."""
        target, number = self._visited
        number = number + 1 if target == link.target else 0
        self._visited = (link.target, number)
        place: LinkPlace = link.places[number % len(link.places)]
        self._way.lead(place)

    def open(self, link: ReportLink) -> None:
        """Open the page in the user's browser; nothing but pages of the internet."""
        from courtcomms.linkcheck.address import read_address

        address = read_address(link.target)
        if address is None or address.scheme not in ("http", "https"):
            self._tell("Це не адреса сторінки: відкрити її в браузері не можна")
            return
        QDesktopServices.openUrl(QUrl(address.full))
        self.panel.model.mark_opened(link.url)

    def copy(self, link: ReportLink) -> None:
        """Put the address on the clipboard."""
        QGuiApplication.clipboard().setText(link.target)
        self._tell("Адресу скопійовано")

    def close(self) -> None:
        """The window closes: what was found until now is kept, nothing more is asked."""
        self.checks.stop()

    def _come(self) -> None:
        """Show the list, and what is typed is in its cell."""
        self._window.panel.save()
        self._window.actions_["links"].setChecked(True)
        self.look()
        self.panel.setFocus()

    def _show(self) -> None:
        book, foot = self.book, self._window.panes.foot
        self._window.panes.offer("links", book.standing is not Standing.NOWHERE)
        foot.count("links", len(book.shown.links))
        self.panel.show_links(book.shown)
        self._say()

    def _say(self) -> None:
        checks = self.checks
        self.panel.run(under_way=checks.under_way)
        self.panel.model.await_(checks.waiting if checks.under_way else frozenset())
        self.panel.warn(checks.trouble)
        if checks.under_way:
            self.panel.say(checks.line, headings.hint(self.book, self.panel.model.group), checks.hosts)
        else:
            self.panel.say(headings.heading(self.book), headings.hint(self.book, self.panel.model.group))

    def _tell(self, text: str, file: object = None) -> None:
        self.finished.emit(text, file)
