"""One document of an import: where it goes, its rows, and beside them all that is to be told of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from courtcomms.services.import_model import Decision
from ui import theme
from ui.imports.batch import Key
from ui.imports.document_head import DocumentHead
from ui.imports.mark_filter import MarkFilter
from ui.imports.proposals import Proposal, ProposalModel
from ui.imports.proposals_view import ProposalsView
from ui.imports.row_details import RowDetails
from ui.imports.row_model import RowModel
from ui.imports.row_table import RowTable
from ui.imports.summary_model import Line
from ui.imports.words import notices
from ui.marked_tabs import MarkedTabs

if TYPE_CHECKING:
    from courtcomms.services.import_model import PlannedRow

_DEEDS = {
    "Додати як новий захід": Decision.ADD,
    "Той самий захід": Decision.JOIN,
    "Не брати": Decision.SKIP,
}


class DocumentPane(QWidget):
    """``decided`` tells rows and their decision, ``rechosen`` what each column was chosen for."""

    decided = Signal(object, object)
    rechosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = DocumentHead(self)
        self.filter = MarkFilter(self)
        self.model = RowModel(self)
        self.table = RowTable(self.model, self)
        self.details = RowDetails(self)
        self.proposed = ProposalModel(self)
        self.proposals = ProposalsView(self.proposed, self)
        self.notes = QPlainTextEdit(self)
        self.tabs = QTabWidget(self)
        self.tabs.setTabBar(MarkedTabs(self.tabs))
        self._key: Key | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName("До уваги: що не взято і що сумнівне")
        self.notes.setFont(theme.small_font())
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.details, "&Рядок")
        self.tabs.addTab(self.proposals, "Про&позиції")
        self.tabs.addTab(self.notes, "До &уваги")
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName("Подробиці")
        self.table.offer(_DEEDS)
        for text, decision in _DEEDS.items():
            action = QAction(text, self.filter.menu)
            action.setData(decision)
            action.triggered.connect(self._decide_all)
            self.filter.menu.addAction(action)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.tabs)
        halves.setSizes([880, 400])
        halves.setStretchFactor(0, 1)
        halves.handle(1).setAccessibleName("Межа між рядками і подробицями")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self.head)
        layout.addWidget(self.filter)
        layout.addWidget(halves, 1)

    def _connect(self) -> None:
        self.filter.chosen.connect(self._narrow)
        self.model.decided.connect(self.decided)
        self.table.rechosen.connect(self.rechosen)
        self.table.selectionModel().currentRowChanged.connect(self._look)
        self.details.decided.connect(self._decide)

    def show_line(self, line: Line, *, remembered: bool) -> None:
        """Show a document; of a file that was not read only why."""
        another = line.key != self._key
        self._key = line.key
        if another or (self.filter.mark is not None and not line.marks[self.filter.mark]):
            self.filter.show_all()
            self.model.show_only(None)
        self.head.show_line(line, remembered=remembered)
        self.filter.tell(line.marks, len(line.document.rows) if line.document is not None else 0)
        self.filter.every.setEnabled(line.report is not None and not line.report.frozen)
        self.model.show(line.document, line.report)
        self.table.show_columns(self.model.columns)
        found = notices(line.document, line.report) if line.document is not None else [f"⚠ {line.refusal}"]
        self.notes.setPlainText("\n".join(found) or "Усе, що є в документі, стоїть у рядках.")
        self.tabs.setTabText(2, f"До &уваги ({len(found)})" if found else "До &уваги")
        if another and line.refusal:
            self.tabs.setCurrentWidget(self.notes)
        if another and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._look()

    def show_proposals(self, found: tuple[Proposal, ...]) -> None:
        """Show what is proposed of all documents."""
        self.proposals.show_all(found)
        self.tabs.setTabText(1, f"Про&позиції ({len(found)})" if found else "Про&позиції")

    @property
    def planned(self) -> PlannedRow | None:
        """What is planned of the current row."""
        return self.model.planned(self.table.currentIndex().row())

    def go(self, number: int) -> None:
        """Show a row of the document."""
        self.filter.show_all()
        self.model.show_only(None)
        self.table.setCurrentIndex(self.model.index(number, 0))

    def _look(self) -> None:
        row = self.table.currentIndex().row()
        decidable = self.model.decidable
        self.details.show_row(self.model.number(row), self.model.planned(row), decidable=decidable)

    def _narrow(self) -> None:
        self.model.show_only(self.filter.mark)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._look()

    def _decide(self, decision: Decision) -> None:
        self.model.decide([self.table.currentIndex().row()], decision)

    def _decide_all(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.model.decide(range(self.model.rowCount()), Decision(action.data()))
