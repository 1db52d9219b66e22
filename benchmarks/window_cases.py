"""One table driven as by hand: ``python -m benchmarks.window_cases PEER SIZE FILE FEW``.

Each time runs, in wall and CPU seconds, from the key, the scroll or the switch until rows with all
their texts have been painted and the event loop is free again.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication

from benchmarks.child import peak_memory
from benchmarks.window_peers import PEERS
from benchmarks.window_rows import PERIODS
from benchmarks.window_table import Table
from courtcomms.period import Period
from ui.app import application

#: Typed letter by letter, each from an empty field.
PHRASES = ("суд", "школ", "день від", "к", "лекц суд", "facebook", "проект", "прес", "з", "visti", "9001")
_PAGES = 40
_SWITCHES = 30
_PATIENCE_S = 300
#: Where nothing changed nothing is painted by itself.
_GUARD_MS = 250


#: Seconds of wall and of CPU time, of all threads.
Taken = tuple[float, float]


class Hand(QObject):
    """Does one thing after another with a table and takes the time of each."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._search = ""
        self._period: Period | None = None
        self._painted = False
        self._began, self._counted = 0.0, 0.0
        table.view.viewport().installEventFilter(self)
        table.window.show()
        if table.view.isVisible():
            self.timed(table.view.viewport().update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = self._table.ready(self._search, self._period)
        return False

    def clear(self) -> None:
        """Look for nothing, in all quarters."""
        self._search, self._period = "", None
        self.timed(self._clear)

    def phrase(self, text: str) -> list[Taken]:
        """Type a text into the empty field; what each key took."""
        self.clear()
        taken = []
        for letter in text:
            self._search += letter
            taken.append(self.timed(partial(self._key, letter)))
        return taken

    def counted(self) -> float:
        """How long after the last key, in seconds, its number of hits was known."""
        while not self._table.counted():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._counted = time.perf_counter() - self._began
        return self._counted

    def page(self) -> Taken:
        """Scroll by one page."""
        bar = self._table.view.verticalScrollBar()
        return self.timed(partial(bar.triggerAction, QAbstractSlider.SliderAction.SliderPageStepAdd))

    def jump(self, part: float) -> None:
        """Go somewhere else; nobody takes the time."""
        bar = self._table.view.verticalScrollBar()
        self.timed(partial(bar.setValue, int(bar.maximum() * part)))

    def switch(self, period: Period) -> Taken:
        """Show another quarter."""
        self._search, self._period = "", period
        return self.timed(lambda: self._table.switch(period))

    def timed(self, act: Callable[[], object]) -> Taken:
        """What it takes until what the act asks for is painted."""
        self._painted = False
        start, cpu = time.perf_counter(), time.process_time()
        guard = QTimer(interval=_GUARD_MS)
        guard.timeout.connect(self._table.view.viewport().update)
        guard.start()
        act()
        while not self._painted:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not self._table.view.isVisible():
                # Nothing found: the program says so in place of the table.
                self._painted = self._table.ready(self._search, self._period)
            if time.perf_counter() - start > _PATIENCE_S:
                raise TimeoutError(f"nothing painted for «{self._search}» {self._period}")
        # Heights and what else follows at once are part of it.
        QApplication.processEvents()
        taken = time.perf_counter() - start, time.process_time() - cpu
        self._began, self._counted = start, taken[0]
        guard.stop()
        self._table.rest()
        return taken

    def _clear(self) -> None:
        self._table.line.setText(" ")
        self._table.line.clear()

    def _key(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._table.line, key)


def main(peer: str, size: str, file: str, few: str) -> None:
    """Drive the table and print what it took, in seconds and MB; ``few`` is 1 for those that take minutes."""
    app = application()
    table = PEERS[peer](int(size), Path(file))
    hand = Hand(table)
    told = _drive(hand, table, few == "1") if int(size) else {}
    print(json.dumps({**told, "memory": peak_memory()}))
    table.close()
    app.quit()


def _drive(hand: Hand, table: Table, few: bool) -> dict[str, list[Taken] | list[int] | list[float]]:
    keys: list[Taken] = []
    counts: list[float] = []
    hits: list[int] = []
    for phrase in PHRASES[:1] if few else PHRASES:
        keys += hand.phrase(phrase)
        counts.append(hand.counted())
        hits.append(table.view.model().rowCount())
    hand.clear()
    pages = []
    for number in range(_PAGES):
        if number % 4 == 0:
            hand.jump(number / _PAGES)
        pages.append(hand.page())
    switches = [hand.switch(PERIODS[number % len(PERIODS)]) for number in range(3 if few else _SWITCHES)]
    return {"keys": keys, "counts": counts, "hits": hits, "pages": pages, "switches": switches}


if __name__ == "__main__":
    main(*sys.argv[1:])
