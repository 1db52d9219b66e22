"""«Звідки цей захід»: the imported files in which the chosen event stood."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from ui import theme
from ui.dialogs import Dialog
from ui.history.origin_model import OriginModel
from ui.jobs import Jobs, Lane
from ui.messages import sentence
from ui.register.service import RegisterService
from ui.status import show_folder

if TYPE_CHECKING:
    from courtcomms.model import Event
    from courtcomms.store import EventSource, Register

_NOWHERE = "Цей захід записано в програмі: він не походить із жодного імпортованого файла."


class OriginDialog(Dialog):
    """A line for each file and report; the kept copy of the chosen one can be opened or shown."""

    TOPIC = "import"

    def __init__(
        self, service: RegisterService, jobs: Jobs, event: Event, number: int, parent: QWidget | None = None
    ) -> None:
        name = f"Звідки захід № {number}" if number else "Звідки цей захід"
        super().__init__(parent, name, " ".join(event.cells.title.split()) or "Захід без назви", "Закрити")
        self._jobs = jobs
        self._copies: dict[str, Path | None] = {}
        self.sources = OriginModel(self)
        self.list = QTableView(self)
        self.said = QLabel(self)
        self.open_copy = QPushButton("&Відкрити файл", self)
        self.show_copy = QPushButton("Показати в &теці", self)
        self._build()
        self.open_copy.clicked.connect(self._open)
        self.show_copy.clicked.connect(self._show)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentRowChanged.connect(self._look)
        self._look()
        service.ask(read_sources, event.id, done=self._take, failed=self._refuse, key="origin")

    def _build(self) -> None:
        self.cancel.hide()
        table = self.list
        table.setModel(self.sources)
        table.setAccessibleName("Файли, з яких узято захід")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setAccessibleName("Заголовки списку файлів")
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        mode = QHeaderView.ResizeMode
        for section, how in enumerate(
            (mode.Stretch, mode.ResizeToContents, mode.ResizeToContents, mode.ResizeToContents)
        ):
            header.setSectionResizeMode(section, how)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        deeds = QHBoxLayout()
        for button in (self.open_copy, self.show_copy):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        deeds.addStretch(1)
        self.body.addWidget(table, 1)
        self.body.addWidget(self.said)
        self.body.addLayout(deeds)
        self.resize(860, 360)

    @property
    def _source(self) -> EventSource | None:
        return self.sources.source(self.list.currentIndex().row())

    def _take(self, answer: tuple[tuple[EventSource, ...], dict[str, Path | None]]) -> None:
        sources, self._copies = answer
        self.sources.take(sources)
        self.list.setVisible(bool(sources))
        for button in (self.open_copy, self.show_copy):
            button.setVisible(bool(sources))
        if sources:
            self.list.selectRow(0)
            self.list.setFocus()
        self._look()
        if not sources:
            self._say(_NOWHERE)

    def _look(self) -> None:
        """What of the chosen file is there."""
        source = self._source
        here = source is not None and self._copies.get(source.sha256) is not None
        for button in (self.open_copy, self.show_copy):
            button.setEnabled(here)
        missing = source is not None and not here
        self._say(
            "⚠ Збереженої копії цього файла немає в теці з даними. Тексти заходу цілі." if missing else ""
        )

    def _open(self) -> None:
        source = self._source
        if source is None or not self.open_copy.isEnabled():
            return
        from ui.history.kept_copy import lend

        work = partial(lend, self._copies[source.sha256], source.name, source.sha256)
        self._jobs.start(Lane.DOCUMENTS, work, key="origin", done=_hand_over, failed=self._refuse)

    def _show(self) -> None:
        source = self._source
        kept = self._copies.get(source.sha256) if source is not None else None
        if kept is not None:
            show_folder(kept.parent)

    def _refuse(self, error: BaseException) -> None:
        self._say(f"⚠ {sentence(error)}")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.said.setForegroundRole(theme.DOUBT if text.startswith("⚠") else theme.Role.WindowText)


def read_sources(register: Register, event_id: int) -> tuple[tuple[EventSource, ...], dict[str, Path | None]]:
    """The sources of an event, oldest first, and where each kept file lies, ``None`` where it is gone."""
    sources = register.sources_of(event_id)
    return sources, {source.sha256: register.source_path(source.sha256) for source in sources}


def _hand_over(copy: Path) -> None:
    """To the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
