"""The way from pasted addresses to rows: the list, with consent their pages, the look at them, one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from courtcomms.linkcheck.settings import LinkSettings
from ui.jobs import Lane
from ui.links import checking, drafts, link_settings
from ui.links.drafts import LinkDraft, Pasted, Wanted
from ui.links.page_reading import PageRead, PageReading
from ui.places import Place
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.linkcheck.answers import FailureKind
    from courtcomms.linkcheck.checker import LinkChecker
    from ui.links.drafts_dialog import DraftsDialog
    from ui.main_window import MainWindow

_NO_NETWORK = "Немає зв'язку з інтернетом: сторінок не прочитано, рядки матимуть лише адреси."
_FAILED = "Сторінок не прочитано: рядки матимуть лише адреси."


class DraftsFlow(QObject):
    """``finished`` says what was added."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._parts = window, window.parts
        self._place: Place | None = None
        self._after = 0
        self._text = ""
        self._settings = LinkSettings()
        self._pages: tuple[Pasted, ...] = ()
        self._read: dict[str, PageRead] = {}
        self._reading: PageReading | None = None
        self._eager = False
        self._dialog: DraftsDialog | None = None
        #: Makes what asks; tests put servers of their own in its place.
        self.make: Callable[[LinkSettings], LinkChecker] = checking.make_checker

    @property
    def dialog(self) -> DraftsDialog | None:
        """The dialog, while it is open."""
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    def begin(self) -> None:
        """Ask for addresses; those on the clipboard are there already."""
        from ui.clipboard.addresses import pasted_addresses

        data = QGuiApplication.clipboard().mimeData()
        text = data.text() if data is not None and data.hasText() else ""
        html = data.html() if data is not None and data.hasHtml() else ""
        self.begin_with(pasted_addresses(text, html))

    def begin_with(self, addresses: Sequence[str]) -> None:
        """Make drafts of these addresses."""
        window = self._window
        window.panel.save()
        if not window.situation.writable or self.dialog is not None:
            return
        self._place, self._after = window.situation.place, window.page.view.current_id
        self._text = "\n".join(addresses)
        work = partial(link_settings.read, self._parts.folder)
        self._parts.jobs.start(Lane.DOCUMENTS, work, done=self._open, failed=self._refuse)

    def _open(self, settings: LinkSettings) -> None:
        from ui.links.drafts_dialog import DraftsDialog

        self._settings, self._pages, self._read = settings, (), {}
        self._eager = settings.read_pages
        dialog = DraftsDialog(self._text, self._whither(), consent=settings.read_pages, parent=self._window)
        self._dialog = dialog
        dialog.listed.connect(self._list)
        dialog.consented.connect(self._take_consent)
        dialog.reading_wanted.connect(self._read_pages)
        dialog.stopped.connect(self._stop)
        dialog.agreed.connect(self._add)
        dialog.finished.connect(self._stop)
        dialog.open()
        dialog.look()

    def _whither(self) -> str:
        """Where the rows go, as the end of a sentence."""
        if self._place is None or self._place.period is None:
            return "до реєстру"
        number = self._window.table.place_of(self._after)
        behind = f", після рядка № {number}" if number else ""
        return f"до звіту за {self._place.period.title}{behind}"

    def _list(self, pages: Sequence[Pasted]) -> None:
        self._pages = tuple(pages)
        self._make_drafts()
        eager, self._eager = self._eager, False
        if eager:
            self._read_pages()

    def _make_drafts(self) -> None:
        court, place = self._parts.workspace.overview.court, self._place
        if court is None or place is None:
            return
        wanted = Wanted(court, place.period, self._pages, dict(self._read), self._settings)
        self._parts.service.ask(
            drafts.make_drafts, wanted, done=self._show, failed=self._refuse, key="drafts"
        )

    def _show(self, found: Sequence[LinkDraft]) -> None:
        if self.dialog is not None:
            self.dialog.show_drafts(found, len(self._unread()))

    def _unread(self) -> tuple[str, ...]:
        urls = dict.fromkeys(map(drafts.url_of, self._pages))
        return tuple(url for url in urls if url not in self._read)

    def _take_consent(self, on: bool) -> None:
        """The user's word is remembered; with it the pages are read at once."""
        work = partial(link_settings.consent, self._parts.folder, read_pages=on)
        self._parts.jobs.start(Lane.DOCUMENTS, work, kept=True, done=self._take_settings, failed=self._refuse)
        if on:
            self._read_pages()
        else:
            self._stop()

    def _take_settings(self, settings: LinkSettings) -> None:
        self._settings = settings

    def _read_pages(self) -> None:
        urls = self._unread()
        if self._reading is not None or not urls or self.dialog is None:
            return
        reading = self._reading = PageReading(self._parts.jobs, urls, partial(self.make, self._settings))
        reading.told.connect(self._take_pages)
        reading.ended.connect(self._end)
        self._follow()
        reading.start()

    def _follow(self) -> None:
        """Tell the dialog how far the reading is."""
        dialog, reading = self.dialog, self._reading
        if dialog is None:
            return
        done, asked = (reading.done, reading.urls) if reading is not None else (0, ())
        dialog.run(done, len(asked))
        urls = set(self._unread()) & set(asked)
        dialog.model.await_(frozenset(page.key for page in self._pages if drafts.url_of(page) in urls))

    def _take_pages(self, fresh: Sequence[PageRead]) -> None:
        self._read.update((page.url, page) for page in fresh)
        self._follow()
        self._make_drafts()

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def _end(self, how: FailureKind | BaseException | None) -> None:
        self._reading = None
        self._follow()
        dialog = self.dialog
        if dialog is None:
            return
        dialog.say(_FAILED if isinstance(how, BaseException) else _NO_NETWORK if how is not None else "")
        self._make_drafts()

    def _add(self, found: Sequence[LinkDraft]) -> None:
        court, place = self._parts.workspace.overview.court, self._place
        if court is None or place is None or not found:
            return
        after = (self._after or None) if place.period is not None else None
        self._parts.service.act(
            drafts.add_drafts,
            court.id,
            place.period,
            tuple(found),
            after,
            label="Додаю…",
            done=self._added,
            failed=self._refuse,
        )

    def _added(self, outcome: Outcome) -> None:
        """What is looked for must not hide the new rows."""
        self.finished.emit(outcome.label)
        if outcome.created and self._place is not None and self._place == self._parts.workspace.place:
            self._window.landing.go_to(self._place, outcome.created[0])

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)
