"""The one window: it puts the panes, the actions and the flows together and keeps them in step."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from courtcomms.errors import CourtcommsError
from ui.actions import Actions
from ui.commands import Commands
from ui.drops import Drops
from ui.editor.panel import EditorPanel
from ui.editor.understood import load_readers
from ui.findings.panel import FindingsPanel
from ui.icons import app_icon
from ui.jobs import Lane
from ui.landing import Landing
from ui.layout_keeper import LayoutKeeper
from ui.messages import Messenger, sentence
from ui.panes import Panes
from ui.parts import Parts
from ui.places import Place
from ui.register.link_marks import LinkMarks
from ui.register.model import EventTable
from ui.register.page import RegisterPage
from ui.register.rereading import RereadingLine
from ui.register.search import SearchField
from ui.report.place_list import PlaceList
from ui.situation import Situation
from ui.status import StatusLine

log = logging.getLogger(__name__)

TITLE = "Комунікації суду"
#: The readers of cells are fetched so many milliseconds after the first event is shown: it is painted then.
READING = 100


class MainWindow(QMainWindow):
    """``ready`` comes once the first place, the welcome or the trouble is on the screen."""

    ready = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self._closing = False
        self._reading = False
        self.messenger = Messenger(self)
        self.table = EventTable(parts.service, self)
        self.page = RegisterPage(self.table, self)
        self.panel = EditorPanel(parts.service, parts.saver, self)
        self.places = PlaceList(self)
        self.search = SearchField(self)
        self.findings = FindingsPanel(self)
        self.panes = Panes(self.places, self.page, self.panel, self.findings, self)
        self.status = StatusLine(parts.jobs, self)
        self.landing = Landing(self)
        self.commands = Commands(self)
        self.actions_ = Actions(self.commands)
        self.drops = Drops(self)
        self._layout = LayoutKeeper(self)
        self._build()
        self._connect_parts()
        self._connect_widgets()
        self.refresh_actions()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setWindowIcon(app_icon())
        self.setCentralWidget(self.panes)
        self.setStatusBar(self.status)
        self.status.addPermanentWidget(RereadingLine(self.parts.rereading, self))
        self.menuBar().setAccessibleName("Меню")
        self.actions_.fill_menus(self.menuBar())
        self.panel.offer([self.actions_["end"], self.actions_["again"]])
        toolbar = self.actions_.make_toolbar()
        toolbar.addWidget(self.search)
        self.addToolBar(toolbar)
        self.addActions(self.actions_.all())
        self._layout.restore()

    def _connect_parts(self) -> None:
        parts = self.parts
        self.table.marks.mark_links(LinkMarks(parts.links, parts.jobs, self))
        parts.service.unusable.connect(self._give_up)
        parts.service.changed.connect(self.status.saved)
        parts.service.written.connect(self.status.pass_on)
        parts.service.idle.connect(self._close_when_idle)
        parts.workspace.refreshed.connect(self._refresh)
        parts.workspace.moved.connect(self._move)
        parts.history.changed.connect(self.refresh_actions)
        parts.history.refused.connect(self.messenger.refuse)
        parts.history.moved.connect(self.landing.reveal)
        parts.jobs.failed.connect(self.messenger.refuse)
        parts.saver.refused.connect(self.landing.keep_draft)
        parts.copies.newest.connect(self.status.copied)
        parts.copies.failed.connect(self.status.note)
        parts.rereading.finished.connect(parts.workspace.refresh)
        parts.rereading.finished.connect(self.table.forget)
        parts.rereading.finished.connect(self.commands.check_again)
        self.commands.events.added.connect(self.landing.expect_event)
        self.commands.events.copied.connect(self.landing.expect_copy)
        self.ready.connect(self.commands.wake_findings, Qt.ConnectionType.QueuedConnection)
        self.ready.connect(self.commands.wake_links, Qt.ConnectionType.QueuedConnection)

    def _connect_widgets(self) -> None:
        self.places.chosen.connect(self.parts.workspace.go)
        self.places.chosen.connect(self.status.forget)
        self.places.menu_wanted.connect(self.commands.show_report_menu)
        self.search.searched.connect(self.page.search)
        self.search.rested.connect(self._offer)
        self.search.finished.connect(self.page.view.setFocus)
        self.table.listed.connect(self._settle)
        self.table.dataChanged.connect(self._offer)
        self.table.typed.connect(self.parts.saver.save)
        self.page.view.chosen.connect(self._offer)
        self.page.stepped.connect(self.commands.step)
        self.page.switch.asked.connect(self.actions_["pages"].toggle)
        self.panel.cell_left.connect(self.parts.history.seal)
        welcome, trouble = self.panes.welcome, self.panes.trouble
        welcome.importing.connect(self.commands.files.import_report)
        welcome.sampling.connect(self.commands.steps.fill_sample)
        welcome.starting.connect(self.commands.steps.start_blank)
        self.drops.dropped.connect(self.commands.files.import_files)
        trouble.retried.connect(self.parts.service.open)
        trouble.folder_wanted.connect(self.commands.files.show_folder)

    @property
    def situation(self) -> Situation:
        """Where the user is and what is chosen there."""
        workspace, history = self.parts.workspace, self.parts.history
        return Situation(
            workspace.overview,
            workspace.place,
            unbroken=not self.panes.broken,
            chosen=bool(self.page.view.current_id) and self.panes.at_table,
            table=self.panes.at_table,
            event=self.table.event_at(self.page.view.currentIndex().row()),
            can_undo=history.can_undo,
            can_redo=history.can_redo,
        )

    def refresh_actions(self) -> None:
        """Allow what makes sense here and name the steps of undo and redo."""
        history, situation = self.parts.history, self.situation
        self.actions_.allow(situation)
        self.search.setEnabled(situation.some)
        self.actions_.describe("undo", history.undo_text)
        self.actions_.describe("redo", history.redo_text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything typed is saved; a text that could not be saved is told of first."""
        self.page.view.setFocus()
        self.panel.save()
        if self.parts.service.writing:
            self._closing = True
            event.ignore()
        elif self.parts.saver.drafts and not self._closing:
            self._closing = True
            event.ignore()
            self.messenger.warn(
                "Є текст, якого не вдалося зберегти: він лишився в редакторі заходу. "
                "Скопіюйте його або закрийте програму ще раз, щоб вийти без нього."
            )
        else:
            self._layout.keep()
            self.commands.stop_checks()
            event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.drops.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.keep_soon()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._layout.keep_soon()

    def _close_when_idle(self) -> None:
        if self._closing:
            self._closing = False
            QTimer.singleShot(0, self.close)

    def _give_up(self, error: BaseException) -> None:
        if not isinstance(error, CourtcommsError):
            log.error("the register could not be opened", exc_info=error)
        self.panes.show_trouble(sentence(error))
        self.refresh_actions()
        self.ready.emit()

    def _refresh(self) -> None:
        """The overview changed: list, headings and the page follow."""
        workspace = self.parts.workspace
        overview = workspace.overview
        if overview.blank:
            self.panes.show_welcome(sample=overview.court is None)
        else:
            self.panes.show_page()
        court = overview.court
        self.setWindowTitle(f"{court.names[-1].nominative} — {TITLE}" if court else TITLE)
        self.places.fill(overview, workspace.place)
        self.page.describe(overview)
        self.commands.follow_report()
        self._tell_hits()
        self.refresh_actions()
        if overview.blank:
            self.ready.emit()

    def _move(self, place: Place | None) -> None:
        workspace = self.parts.workspace
        self.panel.save()
        if place is None or workspace.overview.court is None:
            self.table.show(None)
            return
        self.parts.memory.put("window/place", place.code)
        self.places.mark(place)
        self.page.show_place(workspace.overview.court.id, place)
        self.page.describe(workspace.overview)
        self.commands.follow_report()
        self.refresh_actions()

    def _settle(self) -> None:
        """A listing is here: go to the event that was waited for."""
        self.landing.arrive()
        self._tell_hits()
        self.panel.invite(self.table.rowCount() > 0)
        self._offer()
        if self.focusWidget() is None:
            self.page.view.setFocus()
        self.ready.emit()

    def _read_cells(self) -> None:
        """The first rows are painted: time for the readers of cells, off this thread."""
        self.parts.jobs.start(Lane.DOCUMENTS, load_readers, done=self.panel.begin_reading)

    def _tell_hits(self) -> None:
        place = self.parts.workspace.place
        if place is not None:
            self.search.tell(self.table.hits, self.parts.workspace.overview.size(place))

    def _offer(self) -> None:
        """Show the current row's event in the editor, once the keys of a search pause."""
        if self.search.typing:
            return
        view = self.page.view
        event = self.table.event_at(view.currentIndex().row())
        place = self.parts.workspace.place
        number = self.table.place_of(event.id) if event else 0
        total = self.parts.workspace.overview.size(place) if place else 0
        self.panel.show_event(event, number, place.period if place else None, total)
        if event is not None and not self._reading:
            self._reading = True
            QTimer.singleShot(READING, self._read_cells)
        self.refresh_actions()
