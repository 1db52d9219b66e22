"""What is started: ``python -m benchmarks.start_cases WHAT …``; times run from the start of the process.

The program is watched from outside: nothing in it knows of being measured.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.child import STARTED, peak_memory, report

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

#: What a window on a register in SQLite cannot do without, besides Qt; in the order of loading.
IMPORTS = ("sqlite3", "sqlalchemy", "sqlalchemy.orm", "sqlalchemy.dialects.sqlite")


def since_start() -> None:
    """Report what the process has used from its start until now."""
    wall = time.monotonic() - float(os.environ[STARTED])
    report(time.process_time(), wall, peak_memory())


def nothing() -> None:
    """The bare interpreter."""
    since_start()


def window(*names: str) -> None:
    """An empty Qt window until it is painted, then the imports named."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    empty = QMainWindow()
    empty.resize(1280, 720)

    def finish() -> None:
        for name in names:
            importlib.import_module(name)
        since_start()
        app.quit()

    _when_painted(_is_window, finish)
    empty.show()
    app.exec()


def single_import(name: str) -> None:
    """One import alone, after Qt's and those before it in the list."""
    import PySide6.QtWidgets  # noqa: F401

    for earlier in IMPORTS[: IMPORTS.index(name)]:
        importlib.import_module(earlier)
    wall, cpu, memory = time.monotonic(), time.process_time(), peak_memory()
    importlib.import_module(name)
    report(time.process_time() - cpu, time.monotonic() - wall, peak_memory() - memory)


def program_painted(folder: str) -> None:
    """The program until its window has been painted for the first time."""
    _run_program(folder, _is_window)


def program_usable(folder: str) -> None:
    """The program until the rows of the newest report have been painted in its table."""
    _run_program(folder, _shows_rows)


def _run_program(folder: str, enough: Callable[[QObject], bool]) -> None:
    from ui import app as program

    app = program.application()

    def finish() -> None:
        since_start()
        app.closeAllWindows()

    _when_painted(enough, finish)
    program.run(["--data-dir", folder])


def _when_painted(enough: Callable[[QObject], bool], finish: Callable[[], None]) -> None:
    """Call ``finish`` once, when a paint that is ``enough`` is over and the event loop is free again."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

    class Watch(QObject):
        seen = False

        def eventFilter(self, target: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.seen and enough(target):
                self.seen = True
                QTimer.singleShot(0, finish)
            return False

    app = QCoreApplication.instance()
    assert app is not None
    app.installEventFilter(Watch(app))


def _is_window(target: QObject) -> bool:
    from PySide6.QtWidgets import QWidget

    return isinstance(target, QWidget) and target.isWindow()


def _shows_rows(target: QObject) -> bool:
    """Whether the painted widget is a table whose first row has its text already."""
    from PySide6.QtWidgets import QTableView

    table = target.parent()
    if not isinstance(table, QTableView) or table.viewport() is not target:
        return False
    model = table.model()
    # Until a row's event is here the table shows an ellipsis in its place.
    return bool(model and model.rowCount() and model.index(0, 1).data() not in (None, "", "…"))


CASES: dict[str, Callable[..., None]] = {
    "nothing": nothing,
    "window": window,
    "import": single_import,
    "painted": program_painted,
    "usable": program_usable,
}

if __name__ == "__main__":
    CASES[sys.argv[1]](*sys.argv[2:])
