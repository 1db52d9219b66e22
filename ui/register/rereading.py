"""Events that older rules have read are read anew while the window is open, a few at a time.

After an update of the program the first opening may meet a hundred thousand of them. The user works
meanwhile: a portion is asked for only where nothing else is under way, and each is whole by itself.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui import wording
from ui.register import queries
from ui.register.service import RegisterService

#: So many are read already when the register is opened: an ordinary court's last years, in a moment.
AT_ONCE = 200
#: Events of a portion: less than a tenth of a second.
PORTION = 25
#: How long after the opening the first portion is asked for, between two of them, and after one that failed,
#: in milliseconds.
AT_FIRST, BETWEEN, LATER = 500, 20, 60_000

log = logging.getLogger(__name__)


class Rereading(QObject):
    """``told`` how far it is: done and total; ``finished`` when there was something and all of it is done."""

    told = Signal(int, int)
    finished = Signal()

    def __init__(self, service: RegisterService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._total = 0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)

    def start(self) -> None:
        """Take it up; before the register is opened."""
        self._service.opened.connect(self._begin)

    def _begin(self) -> None:
        self._total = 0
        self._soon.start(AT_FIRST)

    def _ask(self) -> None:
        if self._service.busy:
            self._soon.start(BETWEEN)
        else:
            portion = PORTION if self._total else 0
            self._service.ask(queries.reread, portion, done=self._take, failed=self._wait, key="reread")

    def _take(self, waiting: int) -> None:
        if waiting:
            self._total = max(self._total, waiting)
            self.told.emit(self._total - waiting, self._total)
            self._soon.start(BETWEEN)
        elif self._total:
            self._total = 0
            self.finished.emit()

    def _wait(self, error: BaseException) -> None:
        """Another window writes, or the disk is full: nothing is lost by waiting."""
        log.warning("events could not be read anew: %r", error)
        self._soon.start(LATER)


class RereadingLine(QLabel):
    """«Оновлюю розуміння клітинок… 12 000 з 100 000» at the foot of the window while that goes on."""

    def __init__(self, rereading: Rereading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Оновлення розуміння клітинок")
        self.setToolTip(
            "Нова версія програми розуміє клітинки краще. Працюйте далі: тексти заходів не змінюються, "
            "а програму можна закрити будь-коли."
        )
        self.hide()
        rereading.told.connect(self._tell)
        rereading.finished.connect(self.hide)

    def _tell(self, done: int, total: int) -> None:
        self.setText(f"Оновлюю розуміння клітинок… {wording.thousands(done)} з {wording.thousands(total)}")
        self.show()
