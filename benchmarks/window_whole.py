"""The whole program at the table of the window: places, editor, findings and all, on a real register."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.window_table import Table
from courtcomms.period import Period

#: Between two things that she does; the check of a report begins in such pauses, as it does under her hands.
_PAUSE_MS = 30


class Whole(Table):
    """The program's own window; what is measured ends when the rows in sight are painted, whatever else
    goes on."""

    def __init__(self, size: int, file: Path) -> None:
        from courtcomms.paths import DataDir
        from ui.app import build
        from ui.places import ALL, Place, PlaceKind

        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        data = DataDir(Path(self._folder.name))
        data.create()
        self.window, self._parts = build(data, f"sqlite:///{file}")
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1366, 768)
        self._table, self.view = self.window.table, self.window.page.view
        line = self.window.search.findChild(QLineEdit)
        assert line is not None
        self.line = line
        self._all, self._kind, self._place = ALL, PlaceKind.REPORT, Place
        self._listed: tuple[Any, str] = (None, "")
        self._table.listed.connect(self._freshen)
        self._open()
        if size:
            self._parts.workspace.go(ALL)
            self._wait(500)

    def _open(self) -> None:
        loop = QEventLoop()
        self.window.ready.connect(loop.quit)
        self.window.show()
        self._parts.service.open()
        loop.exec()
        # As the program does once it has started.
        gc.freeze()
        self._wait(500)

    def switch(self, period: Period) -> None:
        self.window.places.chosen.emit(self._place(self._kind, period))

    def ready(self, search: str, period: Period | None) -> bool:
        place = self._place(self._kind, period) if period else self._all
        if self._listed != (place, search.strip()):
            return False
        first = max(self.view.rowAt(0), 0)
        last = self.view.rowAt(self.view.viewport().height() - 1)
        last = self._table.rowCount() - 1 if last < 0 else last
        return all(self._table.event_at(row) is not None for row in range(first, last + 1))

    def counted(self) -> bool:
        return self._table.hits is not None

    def rest(self) -> None:
        self._wait(_PAUSE_MS)

    def close(self) -> None:
        self._parts.close()
        self._folder.cleanup()

    def _freshen(self, _count: int) -> None:
        query = self._table.query
        self._listed = (query.place, query.search) if query is not None else (None, "")
        self.view.viewport().update()

    @staticmethod
    def _wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        QApplication.processEvents()
