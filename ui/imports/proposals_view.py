"""The proposals of an import as a list with ticks, and what they are about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from ui import theme
from ui.imports.proposals import Proposal, ProposalModel, lead


class ProposalsView(QWidget):
    """``wanted`` tells a proposal whose row is to be shown."""

    wanted = Signal(object)

    def __init__(self, model: ProposalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListView(self)
        self.list.setModel(model)
        self.list.setAccessibleName("Пропозиції")
        self.list.setFont(theme.small_font())
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.activated.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID] * 4)
        layout.addWidget(self.lead)
        layout.addWidget(self.list, 1)

    def show_all(self, found: tuple[Proposal, ...]) -> None:
        """Show proposals."""
        self._model.fill(found)
        self.lead.setText(lead(found))
        self.list.setVisible(bool(found))

    def _go(self) -> None:
        proposal = self._model.proposal(self.list.currentIndex().row())
        if proposal is not None and proposal.row >= 0:
            self.wanted.emit(proposal)
